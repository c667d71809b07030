/* Which figures can be drawn as a line, and which tell most: 国内生产总值 of 24 years before 农家书屋 of three. A result and
 * its target are one figure. Lays nothing out. */
#include "plots/lines.h"

#include <stdlib.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { LEAST_YEARS = 3, OWN_CHARTS = 36, OWN_CHARTS_OF_BODY = 12 };

/* Series of one figure stand together, results before targets. */
static int by_figure(const void *a, const void *b) {
    const struct series *x = *(const struct series *const *)a, *y = *(const struct series *const *)b;
    int                  order = (int)x->kind - (int)y->kind;
    if (!order) order = slice_compare(x->figure, y->figure);
    if (!order) order = slice_compare(x->unit, y->unit);
    if (!order) order = slice_compare(x->span, y->span);
    if (!order) order = slice_compare(x->body, y->body);
    if (!order) order = (x->status == STATUS_TARGET) - (y->status == STATUS_TARGET);
    return order ? order : ORDER(x, y);
}

static bool is_one_figure(const struct series *a, const struct series *b) {
    return a->kind == b->kind && slice_equal(a->figure, b->figure) && slice_equal(a->unit, b->unit) &&
           slice_equal(a->span, b->span) && slice_equal(a->body, b->body);
}

static int by_points(const void *a, const void *b) {
    const struct figure *x = a, *y = b;
    if (x->points != y->points) return y->points - x->points;
    return ORDER(x->series, y->series);
}

/* Two years in a row make a line; three points far apart are only dots. */
static bool is_joined(const struct figure *f) {
    for (int s = 0; s < 2; s++)
        for (size_t i = 1; i < f->counts[s]; i++)
            if (f->sets[s][i].year == f->sets[s][i - 1].year + 1) return true;
    return false;
}

/* The figure of a result and its target, one of them NULL or not. False when neither has three years. */
static bool figure_make(struct figure *out, const struct desk *desk, const struct series *result, const struct series *target) {
    struct year_point *results = NULL, *targets = NULL;
    *out = (struct figure){.series = result ? result : target};
    if (result) out->counts[0] = series_years(result, &results, desk->arena);
    if (target) out->counts[1] = series_years(target, &targets, desk->arena);
    out->sets[0] = results;
    out->sets[1] = targets;
    out->points = series_points(desk, out->series);
    return out->counts[0] >= LEAST_YEARS || out->counts[1] >= LEAST_YEARS;
}

/* Those before figure `i` tell more. */
static bool is_telling(const struct figure *all, size_t i) {
    size_t before = 0;
    if (all[i].points <= TELLS_NOTHING || !is_joined(&all[i]) || i >= OWN_CHARTS) return false;
    for (size_t k = 0; k < i; k++) before += slice_equal(all[k].series->body, all[i].series->body);
    return before < OWN_CHARTS_OF_BODY;
}

void figures_find(struct desk *desk) {
    size_t                n = desk->comparison->count, found = 0;
    const struct series **series = ARENA_ARRAY(desk->arena, const struct series *, n + 1);
    struct figure        *all = ARENA_ARRAY(desk->arena, struct figure, n + 1);
    for (size_t i = 0; i < n; i++) series[i] = &desk->comparison->series[i];
    qsort(series, n, sizeof *series, by_figure);
    for (size_t i = 0, aim, end; i < n; i = end) { /* results from i, targets from aim */
        for (aim = i; aim < n && is_one_figure(series[i], series[aim]) && series[aim]->status != STATUS_TARGET; aim++) {
        }
        for (end = aim; end < n && is_one_figure(series[i], series[end]); end++) {
        }
        for (size_t k = i; k < aim; k++) found += figure_make(&all[found], desk, series[k], aim < end ? series[aim] : NULL);
        for (size_t k = aim; k < end && aim == i; k++) found += figure_make(&all[found], desk, NULL, series[k]);
    }
    qsort(all, found, sizeof *all, by_points);
    for (size_t i = 0; i < found; i++) all[i].telling = is_telling(all, i);
    desk->figures = all;
    desk->figure_count = found;
}
