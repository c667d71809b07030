/* Figures over years, drawn into a panel: a chart of their own, or one of many on a sheet. */
#ifndef SUANPAN_LINES_H
#define SUANPAN_LINES_H

#include "plots/kinds.h"
#include "plots/place.h"

struct plot {
    const struct desk *desk;
    struct panel      *panel;
    struct place       place; /* what is taken, in pixels */
    struct axis        axis;
    bool               rank;
    double             far_right; /* pixels: no label goes beyond */
};
enum { MARK_WORDS = 5 };

/* Axes, line, marks and labels of one figure. `sets`: results and targets; `small`: of a sheet, labels at the ends only.
 * `used`: which of the signs of the legend came up. */
void plot_put(struct plot *plot, const struct year_point *const sets[2], const size_t counts[2], slice unit, bool small,
              bool used[MARK_WORDS], struct arena *arena);
/* First and last year of both sets. */
void plot_years(const struct year_point *const sets[2], const size_t counts[2], int *first, int *last);
/* 2016年3.2万人，2017年约4万人 */
slice plot_told(const struct desk *desk, const struct year_point *points, size_t n, slice unit);
/* The axis of the values of both sets. */
void plot_axis(struct axis *out, const struct year_point *const sets[2], const size_t counts[2], slice unit, size_t ticks,
               struct arena *arena);

#endif
