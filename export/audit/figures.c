/* The series of a comparison that are of one figure, its result, target, growth and sums, and what the checks find in them. */
#include "export/audit/checks.h"

#include "extract/base/banned.h"

static int by_name(const void *a, const void *b) {
    return slice_compare(((const struct figure *)a)->series->figure, ((const struct figure *)b)->series->figure);
}

void figures_list(struct auditor *a) {
    const struct comparison *c = a->comparison;
    a->figures = ARENA_ARRAY(a->arena, struct figure, c->count + 1);
    for (size_t i = 0; i < c->count; i++) {
        if (!i || !slice_equal(c->series[i].figure, c->series[i - 1].figure))
            a->figures[a->figure_count++] = (struct figure){&c->series[i], 0};
        a->figures[a->figure_count - 1].count++;
    }
    if (a->figure_count) qsort(a->figures, a->figure_count, sizeof *a->figures, by_name);
}

const struct figure *figure_find(const struct auditor *a, slice name) {
    struct series wanted = {.figure = name};
    struct figure figure = {&wanted, 1};
    return a->figure_count ? bsearch(&figure, a->figures, a->figure_count, sizeof figure, by_name) : NULL;
}

void audit_add(const struct auditor *a, struct contradiction finding) {
    ARENA_PUSH(a->arena, a->out->items, a->out->count, a->out->capacity, finding);
}
