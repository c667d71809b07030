/* Entries become reports, those of a body by year: what one is missing from, and which is next to which. */
#include "export/series/reports.h"

#include <stdlib.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { MOST = 64 }; /* of one body that have places */

static int by_body_and_year(const void *a, const void *b) {
    const struct entry *x = ((const struct report *)a)->first, *y = ((const struct report *)b)->first;
    int                 order = slice_compare(x->body, y->body);
    if (!order) order = x->rank - y->rank;
    return order ? order : ORDER(x->report, y->report);
}

/* Those of one body. */
static void give_places(struct report *reports, size_t n) {
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && reports[i].first->rank != reports[i - 1].first->rank) at++;
        reports[i].place = at < MOST ? (uint64_t)1 << at : 0;
    }
    for (size_t i = 0; i < n; i++) reports[i].all = at < MOST ? ~(uint64_t)0 >> (MOST - 1 - at) : 0;
}

struct reports reports_read(const struct entries *entries, struct arena *arena) {
    struct reports out = {.items = ARENA_ARRAY(arena, struct report, entries->reports + 1)};
    out.by_number = ARENA_ARRAY(arena, struct report *, entries->reports + 1);
    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *e = &entries->items[i];
        if (!i || e->report != e[-1].report) out.items[out.count++] = (struct report){.first = e};
        out.items[out.count - 1].end = e + 1;
    }
    if (out.count) qsort(out.items, out.count, sizeof *out.items, by_body_and_year);
    for (size_t first = 0, end; first < out.count; first = end) {
        for (end = first + 1; end < out.count && slice_equal(out.items[end].first->body, out.items[first].first->body);) end++;
        give_places(out.items + first, end - first);
    }
    for (size_t i = 0; i < out.count; i++) out.by_number[out.items[i].first->report] = &out.items[i];
    return out;
}

void reports_visit_following(const struct entries *entries, void *context, following_visitor visit, struct arena *arena) {
    const struct reports reports = reports_read(entries, arena);
    for (size_t i = 1; i < reports.count; i++) {
        const struct report *a = &reports.items[i - 1], *b = &reports.items[i];
        if (slice_equal(a->first->body, b->first->body) && b->first->rank == a->first->rank + 1) visit(context, a, b);
    }
}
