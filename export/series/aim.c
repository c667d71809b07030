/* A result and its target are one figure though most plans call it otherwise: 完成新增就业5487人 of 城镇新增就业 in the
 * reviews, 新增就业 in most of the plans and 城镇新增就业 in one. Leaves alone what their wordings do not say. */
#include "export/series/aim.h"

#include <stdlib.h>

#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* One wording of a result. */
struct wording {
    slice                figure;
    const struct series *of;
};

static int by_figure(const void *a, const void *b) {
    const struct wording *x = a, *y = b;
    int                   order = slice_compare(x->figure, y->figure);
    return order ? order : ORDER(x->of, y->of);
}

static slice figure_of(const struct cluster *c, struct arena *arena) {
    return c->zone.len ? SLICE_NONE : figure_name(c->key, c->wording, gate_body(c->gate), arena);
}

/* What one of the wordings [first, end) says that `aim` is of: a result of its kind, unit and years. */
static const struct series *result_called(const struct wording *first, const struct wording *end, slice figure,
                                          const struct series *aim) {
    struct wording wanted = {figure, NULL};
    size_t         n = (size_t)(end - first), at = first_not_before(&wanted, first, n, sizeof *first, by_figure);
    for (; at < n && slice_equal(first[at].figure, figure); at++) {
        const struct series *s = first[at].of;
        if (s->kind == aim->kind && slice_equal(s->unit, aim->unit) && slice_equal(s->span, aim->span)) return s;
    }
    return NULL;
}

void aims_follow(const struct led_series *all, size_t count, const struct joins *joins, struct arena *arena) {
    struct wording *results = ARENA_ARRAY(arena, struct wording, joins->count + 1);
    size_t          n = 0;
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = all[i].head; all[i].series->status != STATUS_TARGET && k != UINT32_MAX; k = joins->clusters[k].next)
            results[n++] = (struct wording){figure_of(&joins->clusters[k], arena), all[i].series};
    if (n) qsort(results, n, sizeof *results, by_figure);
    for (size_t i = 0; i < count; i++) {
        struct series       *aim = all[i].series;
        const struct series *found = NULL;
        bool                 one = aim->status == STATUS_TARGET;
        for (uint32_t k = all[i].head; one && k != UINT32_MAX; k = joins->clusters[k].next) {
            slice                figure = figure_of(&joins->clusters[k], arena);
            const struct series *s = figure.len ? result_called(results, results + n, figure, aim) : NULL;
            one = !s || !found || s == found;
            if (s) found = s;
        }
        if (one && found) aim->figure = found->figure;
    }
}
