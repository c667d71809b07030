/* What the program itself wrote is no report: 报告/核对.html and 报告/表述.xlsx stand beside the reports that they show. */
#ifndef SUANPAN_OURS_H
#define SUANPAN_OURS_H

#include "extract/base/slice.h"

/* Each opens the file and looks at what says who made it; false also when it cannot be read. */
bool page_is_ours(const char *path);     /* HTML whose generator is suanpan */
bool workbook_is_ours(const char *path); /* XLSX whose description is suanpan */
bool rows_are_ours(
    const char *path); /* JSON lines of which the first is a claim, a series' year or a contradiction; a table of claims */
bool chart_is_ours(const char *path); /* the picture or the data of a chart, beside the script that draws it */
bool run_is_ours(const char *folder); /* what run left: its datapackage.json is suanpan's */

/* The first line of such a file: metric and value under either of their names, or the count of --stream; and no text. */
bool row_is_ours(slice line);
/* The beginning of what suanpan extract wrote as CSV, TSV or JSON lines. */
bool claims_start(slice head);

#endif
