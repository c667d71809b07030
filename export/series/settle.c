/* 过去五年，…。 stands above paragraphs that tell of the last year alone: where other years' values have shown that of some
 * figures of a paragraph, its others are of that year too. Leaves alone a paragraph that says itself how many years it is of.
 */
#include "export/series/settle.h"

#include "extract/base/banned.h"

enum { SHOWN = 3, SHOWN_IN_ALL = 8 }; /* figures of a paragraph, or of a report, at least that their values place */

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

/* What the values of the figures [first, end) say, which stand in one paragraph. */
struct shown {
    size_t single; /* are of one year each */
    bool   many;   /* one is of several */
};

static struct shown what_is_shown(const struct joins *joins, const struct entry *first, const struct entry *end) {
    struct shown shown = {0, false};
    for (const struct entry *e = first; e < end; e++) {
        if (!is_years(e->span)) continue;
        bool single = e->inherited && came_out_single(joins, e);
        shown.many = shown.many || (!single && !(e->inherited && is_open(joins, e)));
        shown.single += single;
    }
    return shown;
}

/* All that is of the years of a sentence before, and nothing of it 累计, as 累计建成5G基站 is. */
static bool may_settle(const struct cluster *leader) {
    for (size_t i = 0; i < leader->count; i++) {
        const struct entry *e = leader->points[i];
        if (!e->inherited || e->summed || !is_years(e->span)) return false;
    }
    return leader->open;
}

/* The series is of one year each. */
static void settle_series(struct joins *joins, uint32_t head) {
    struct cluster *leader = &joins->clusters[head];
    for (size_t i = 0; i < leader->count; i++) {
        leader->points[i]->span = SLICE_NONE;
        leader->points[i]->inherited = false;
    }
    for (uint32_t i = head; i != UINT32_MAX; i = joins->clusters[i].next) {
        struct cluster *c = &joins->clusters[i];
        c->span = SLICE_NONE;
        c->inherited = c->open = false;
        c->settled = true;
    }
}

static bool settle(struct joins *joins, const struct entry *first, const struct entry *end) {
    bool settled = false;
    for (const struct entry *e = first; e < end; e++) {
        uint32_t head = cluster_leader(joins->clusters, e->cluster);
        if (!may_settle(&joins->clusters[head])) continue;
        settle_series(joins, head);
        settled = true;
    }
    return settled;
}

static struct entry *paragraph_end(struct entry *first, const struct entry *end) {
    struct entry *next = first + 1;
    while (next < end && of_one_line(first, next)) next++;
    return next;
}

/* The paragraphs of a report, [first, end). Those behind the one that says 过去五年 are of the last year, one and all, where
 * their values show it of many and none shows another. */
static bool settle_report(struct joins *joins, struct entry *first, struct entry *end) {
    size_t single = 0;
    bool   many = false, settled = false;
    for (struct entry *e = first, *next; e < end; e = next) {
        next = paragraph_end(e, end);
        struct shown shown = what_is_shown(joins, e, next);
        single += shown.single;
        many = many || (shown.many && shown.single);
    }
    for (struct entry *e = first, *next; e < end; e = next) {
        next = paragraph_end(e, end);
        struct shown shown = what_is_shown(joins, e, next);
        if (!shown.many && (shown.single >= SHOWN || (shown.single && single >= SHOWN_IN_ALL && !many)))
            settled |= settle(joins, e, next);
    }
    return settled;
}

bool spans_settle(struct joins *joins, const struct entries *entries) {
    struct entry *end = entries->items + entries->count;
    bool          settled = false;
    for (struct entry *first = entries->items, *next; first < end; first = next) {
        for (next = first + 1; next < end && next->report == first->report; next++) {
        }
        settled |= settle_report(joins, first, next);
    }
    return settled;
}
