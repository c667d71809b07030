/* What the sheets of the book of `run` share. */
#ifndef SUANPAN_WORKBOOK_LAYOUT_H
#define SUANPAN_WORKBOOK_LAYOUT_H

#include "export/workbook.h"
#include "export/table/xlsx.h"

struct layout {
    const struct workbook_parts *parts;
    struct book                  book;
    struct table                 wide;              /* what stands on 对比: row i is series i of the comparison */
    struct table                 findings;          /* on 核对 */
    size_t                       first_year, years; /* its columns that are years */
    lxw_worksheet               *about, *data, *compared, *drawn, *audited;
};

/* Where a column of the wide table stands; SIZE_MAX: nowhere. */
size_t wide_column(const struct layout *layout, const char *name);
/* 图表: Excel's own charts of the main series, workbook_charts.c. */
bool put_charts(struct layout *layout, struct err *err);

#endif
