/* How charts look: colours, sizes and fonts of a theme, a row each in styles/themes.tsv. */
#ifndef SUANPAN_STYLE_H
#define SUANPAN_STYLE_H

#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "plots/chart.h"

enum color {
    COLOR_PAPER,
    COLOR_INK,
    COLOR_MUTED,
    COLOR_GRID,
    COLOR_AXIS,
    COLOR_MAIN,
    COLOR_PALE,
    COLOR_TARGET,
    COLOR_UP,
    COLOR_DOWN,
    COLOR_PALE_DOWN,
    COLOR_COUNT
};
extern const char *const color_names[COLOR_COUNT]; /* "paper", "ink": the variables of a script */

struct look {
    char        colors[COLOR_COUNT][8];                  /* "#0072B2" */
    int         width, height, body, heading, note, row; /* pixels */
    int         page_width, page_height;                 /* on the page instead of width and height */
    int         png_tenths;                              /* 15: one and a half */
    slice       fonts;                                   /* names, joined with 、 */
    const char *font;                                    /* the one that is used; NULL until gnuplot_font has chosen */
};

/* The theme of `style` (NULL: light), then the rows of its --style file, then --size or the size of the page's. False and `err`
 * (ERR_USAGE) when there is no such theme, size or file. */
bool look_load(struct look *out, const struct chart_style *style, const char *themes_path, struct arena *arena,
               struct err *err);
/* "styles/themes.tsv" and the like: in $SUANPAN_PLOTS, in plots beside the program's folder (a build tree), else where it is
 * installed. */
const char *plots_path(const char *name, struct arena *arena);

#endif
