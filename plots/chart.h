/* A drawing of a table: what is drawn is decided here from the data, gnuplot only draws it. */
#ifndef SUANPAN_CHART_H
#define SUANPAN_CHART_H

#include "export/series.h"

enum chart_kind { CHART_BARS, CHART_LINES, CHART_SLOPE, CHART_MULTIPLES, CHART_GROWTH, CHART_BODIES, CHART_OVERVIEW };

struct chart_style {
    const char *theme, *size, *font, *title, *style, *kind; /* NULL: chosen */
    bool        pdf;
};
struct chart_count {
    size_t charts, skipped;
};

/* Draws every chart that the data give into DIR/NAME.{gp,tsv,svg,png}: lines for series of three or more years, bars for
 * the counts of one report, … One gnuplot process for all. False and `err` (ERR_OUTPUT) when gnuplot or a CJK font is missing:
 * the tables are already written then. */
bool charts_draw(const char *dir, const struct comparison *comparison, const struct claim *claims, size_t claim_count,
                 const struct chart_style *style, struct chart_count *count, struct arena *arena, struct err *err);
/* Bars in the terminal, right widths for Han. */
void chart_preview(const struct comparison *comparison, const struct claim *claims, size_t claim_count, struct arena *arena);

#endif
