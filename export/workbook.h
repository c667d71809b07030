/* The book of `run`, for a spreadsheet program. */
#ifndef SUANPAN_WORKBOOK_H
#define SUANPAN_WORKBOOK_H

#include "export/series/series.h"

struct audit;
struct column_texts;
struct workbook_parts {
    const struct comparison   *comparison; /* and the claims that it was made of */
    const struct audit        *audit;      /* NULL or empty: no sheet 核对 */
    const char                *version;
    const struct column_texts *texts; /* NULL: English only */
};
/* claims.xlsx of `run`: 说明, 数据, 对比 with formulas, 图表 with Excel's own charts, 核对. Same input, same bytes. */
bool workbook_write(const char *path, const struct workbook_parts *parts, struct arena *arena, struct err *err);

#endif
