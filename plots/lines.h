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
    struct layer      *labels[2]; /* of each set */
};
enum { MARK_WORDS = 5 };

/* What can be drawn as a line: a figure with three years or more, results or targets. */
struct figure {
    const struct series     *series;
    const struct year_point *sets[2]; /* results, targets */
    size_t                   counts[2];
    int                      points;  /* how much it tells */
    bool                     telling; /* of the dozen of its body that get a chart of their own when nobody asks */
};
/* desk->figures: all of them, those that tell most first. */
void figures_find(struct desk *desk);
/* 城镇新增就业, 城镇新增就业目标 when there are only targets; plain text. */
slice figure_label(const struct desk *desk, const struct figure *figure);
/* Adds the documents of its years. */
void figure_sources(struct name_list *out, const struct figure *figure, struct arena *arena);

/* Axes, line, marks and labels of one figure. `small`: of a sheet, labels at the ends only. */
void plot_put(struct plot *plot, const struct figure *figure, bool small);
/* Whether results or targets are drawn with a sign. */
struct mark_use {
    bool by[2];
};
/* Adds the signs that the figure needs to `used`. */
void plot_marks(const struct figure *figure, struct mark_use used[MARK_WORDS]);
/* ● 实绩  ◆ 目标: what the signs say; none when all are exact results. Returns how many. */
size_t plot_legend(const struct desk *desk, const struct mark_use used[MARK_WORDS], struct legend out[MARK_WORDS]);
/* First and last year of both sets. */
void plot_years(const struct figure *figure, int *first, int *last);
/* 2016年3.2万人，2017年约4万人: of set `s`. */
slice plot_told(const struct desk *desk, const struct figure *figure, int s);
/* The axis of the values of both sets. */
void plot_axis(struct axis *out, const struct figure *figure, size_t ticks, struct arena *arena);

#endif
