/* 过去五年，…。 stands above paragraphs that tell of the last year alone: where other years' values have shown that of some
 * figures of a paragraph, its others are of that year too. Leaves alone a paragraph that says itself how many years it is of.
 */
#include "export/series/settle.h"

#include "extract/base/banned.h"

enum { SHOWN = 3 }; /* figures of a paragraph at least that their values place */

static bool of_one_line(const struct entry *x, const struct entry *y) {
    return x->report == y->report && x->claim->line == y->claim->line;
}

/* 5y, not 累计 nor 年均5y. */
static bool is_years(slice spans) { return spans.len && ascii_digit(spans.ptr[0]) && slice_ends(spans, SLICE_LIT("y")); }

/* The series of `e`, which inherits its years, is of one year each, as what does not inherit them says. */
static bool came_out_single(const struct joins *joins, const struct entry *e) {
    for (uint32_t i = cluster_leader(joins->clusters, e->cluster); i != UINT32_MAX; i = joins->clusters[i].next)
        if (!joins->clusters[i].inherited) return !joins->clusters[i].span.len;
    return false;
}

static bool is_open(const struct joins *joins, const struct entry *e) {
    return joins->clusters[cluster_leader(joins->clusters, e->cluster)].open;
}

/* The figures [first, end) of one paragraph: the values show of some that they are of one year, and of none that it is not. */
static bool tells_one_year(const struct joins *joins, const struct entry *first, const struct entry *end) {
    size_t shown = 0;
    for (const struct entry *e = first; e < end; e++) {
        if (!is_years(e->span)) continue;
        bool single = e->inherited && came_out_single(joins, e);
        if (!single && !(e->inherited && is_open(joins, e))) return false;
        shown += single;
    }
    return shown >= SHOWN;
}

static bool settle(struct joins *joins, struct entry *first, struct entry *end) {
    bool settled = false;
    for (struct entry *e = first; e < end; e++) {
        struct cluster *c = &joins->clusters[e->cluster];
        if (!e->inherited || !is_years(e->span) || !is_open(joins, e) || c->parent != e->cluster || c->next != UINT32_MAX)
            continue;
        e->span = c->span = SLICE_NONE;
        e->inherited = c->inherited = c->open = false;
        settled = c->settled = true;
    }
    return settled;
}

bool spans_settle(struct joins *joins, const struct entries *entries) {
    struct entry *end = entries->items + entries->count;
    bool          settled = false;
    for (struct entry *first = entries->items, *next; first < end; first = next) {
        for (next = first + 1; next < end && of_one_line(first, next); next++) {
        }
        if (tells_one_year(joins, first, next)) settled |= settle(joins, first, next);
    }
    return settled;
}
