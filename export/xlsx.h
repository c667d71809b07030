/* What the .xlsx writer and the workbook of `run` share: cells, formats and widths of libxlsxwriter. */
#ifndef SUANPAN_EXPORT_XLSX_H
#define SUANPAN_EXPORT_XLSX_H

#include <xlsxwriter.h>

#include "export/series.h"
#include "export/writer.h"

enum { XLSX_PLACES = 8, XLSX_LAST_ROW = 1048575 };

/* One workbook on its way to a file. */
struct book {
    const char    *path;
    struct output *out;
    lxw_workbook  *workbook;
    lxw_format    *heading, *text, *wrapped, *link, *title, *number[2][XLSX_PLACES + 1]; /* [thousands][places] */
    size_t         rows; /* written to all sheets: what the file must hold in the end */
    struct arena  *arena;
};

bool book_open(struct book *book, const char *path, struct arena *arena, struct err *err);
/* Writes the file, which then appears under its name. After it, and after book_abort, the workbook is gone. */
bool book_close(struct book *book, struct err *err);
void book_abort(struct book *book);
/* libxlsxwriter does not notice when its temporary files hit a full disk: true when each part of the finished file has its end
 * and the sheets together have `rows` rows. */
bool book_is_whole(const char *path, size_t rows);
/* A sheet with a bold, frozen row of headings and widths that fit what stands below. */
lxw_worksheet *book_sheet(struct book *book, const char *name, const struct table_schema *schema, const struct picked *picked,
                          const char *header, struct err *err);
/* `unit` decides the number's format: 元 and 人 have thousands, years and percentages have none. */
void book_cell(struct book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct cell *cell, slice unit);
/* Up to 32,767 characters, which is what a cell holds, with a NUL behind. */
char *book_text(struct book *book, slice text);
/* The nearest double, rounded once; false when the digits are more than the 15 that a cell holds. */
bool book_number(slice digits, double *out);

struct column_texts;
struct workbook_parts {
    const struct claim        *claims;
    size_t                     claim_count;
    const struct comparison   *comparison;
    const struct table        *audit; /* NULL or empty: no sheet 核对 */
    const char                *version;
    const struct column_texts *texts; /* NULL: English only */
};
/* claims.xlsx of `run`: 说明, 数据, 对比 with formulas, 图表 with Excel's own charts, 核对. Same input, same bytes. */
bool workbook_write(const char *path, const struct workbook_parts *parts, struct arena *arena, struct err *err);

#endif
