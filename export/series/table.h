/* The comparison as tables. */
#ifndef SUANPAN_SERIES_TABLE_H
#define SUANPAN_SERIES_TABLE_H

#include "export/series/series.h"
#include "export/table/table.h"

struct column_texts; /* column_texts.h; NULL: English headings only */
/* Wide: series, metric, unit, kind, body, <year>…, change, change_pct, years, score. */
void comparison_wide(struct table *out, const struct comparison *c, const struct column_texts *texts, struct arena *arena);
/* Long: series, metric, unit, kind, status, body, year, value, low, high, qualifier, document, start, sentence, score, … */
void comparison_long(struct table *out, const struct comparison *c, const struct column_texts *texts, struct arena *arena);
void matches_table(struct table *out, const struct comparison *c, const struct column_texts *texts, struct arena *arena);
/* The other wordings of a series, parted by "; ". */
slice alias_list(const struct series *s, struct arena *arena);

#endif
