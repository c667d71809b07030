/* A drawing of a table: what is drawn is decided here from the data, gnuplot only draws it. */
#ifndef SUANPAN_CHART_H
#define SUANPAN_CHART_H

#include "export/series/series.h"
#include "extract/options.h"

struct chart_style {
    const char *theme, *size, *font, *title, *style, *kind; /* NULL: chosen */
    bool        pdf;
    bool        page;    /* for report.html: SVG alone, as wide as a telephone can show and two stand beside each other */
    bool        watched; /* somebody sees how far it is */
    bool        alone;   /* the folder holds one run: what an earlier one drew there, and this one does not, goes */
};
struct chart_style chart_style_of(const struct options *options);
/* What was drawn. `title` says what, who, when and in which unit, `desc` the figures in words. */
struct chart {
    slice name, title, desc; /* name: of its files, without suffix */
    int   width, height;     /* pixels of the SVG */
};
struct chart_list {
    struct chart *charts;
    size_t        count;
    size_t        left_out; /* of a page: it shows the first forty, and no more are drawn for it */
};

/* Draws every chart that a comparison and its claims give into DIR/NAME.{gp,tsv,svg,png}: lines for series of three or more
 * years, bars for the counts of one report, … One gnuplot process for all. False and `err` (ERR_OUTPUT) when gnuplot or a CJK
 * font is missing: the tables are already written then. */
bool charts_draw(const char *dir, const struct comparison *comparison, const struct chart_style *style, struct chart_list *out,
                 struct arena *arena, struct err *err);
/* Bars in the terminal, right widths for Han. `*shown`: how many reports and series had something to show. */
bool chart_preview(size_t *shown, const struct comparison *comparison, struct arena *arena, struct err *err);

#endif
