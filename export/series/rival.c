/* 志愿服务队 30支 in one report, 青年志愿服务队 28支 and 巾帼志愿服务队 31支 in the next: whichever is liker, it is a guess. A
 * series that stands beside the first in a report is another figure, so it is no rival; nor is what is far off in size, nor the
 * same figure told twice. */
#include "export/series/rival.h"

#include <limits.h>
#include <stdlib.h>

#include "extract/base/bound.h"

#include "extract/base/banned.h"

enum { RIVALS = 32 }; /* what is like so many says too little */

/* One series, seen from another. */
struct view {
    uint32_t from, to; /* leaders */
    int      score;
};
struct views {
    struct view *items;
    size_t       count, capacity;
};

bool reports_shared(const struct cluster *x, const struct cluster *y) {
    for (size_t i = 0; i < x->count; i++)
        for (size_t j = 0; j < y->count; j++)
            if (x->points[i]->report == y->points[j]->report) return true;
    return false;
}

static int by_view(const void *a, const void *b) {
    const struct view *x = a, *y = b;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    return (y->score > x->score) - (y->score < x->score);
}

/* Both ways of each pair that may be joined. */
static void look(struct views *views, const struct likely *likely, const struct cluster *clusters, struct arena *arena) {
    for (size_t i = 0; i < likely->count; i++) {
        const struct candidate_join *c = &likely->items[i];
        uint32_t                     x = cluster_leader(clusters, c->x), y = cluster_leader(clusters, c->y);
        struct view                  there = {x, y, c->score}, back = {y, x, c->score};
        if (x == y || !c->join) continue;
        ARENA_PUSH(arena, views->items, views->count, views->capacity, there);
        ARENA_PUSH(arena, views->items, views->count, views->capacity, back);
    }
    if (views->count) qsort(views->items, views->count, sizeof *views->items, by_view);
}

/* Something else in the reports of `to` is as like `from` as `score` says. */
static bool has_rival(const struct views *views, const struct cluster *clusters, uint32_t from, uint32_t to, int score) {
    struct view wanted = {from, 0, INT_MAX}; /* the best of each come first */
    size_t      first = first_not_before(&wanted, views->items, views->count, sizeof *views->items, by_view);
    for (size_t low = first; low < views->count && views->items[low].from == from; low++) {
        const struct cluster *other = &clusters[views->items[low].to];
        if (low - first >= RIVALS) return true;
        if (views->items[low].to == to || views->items[low].score < score) continue;
        if (other->first[0]->item != clusters[from].first[0]->item) continue; /* 确保580亿元，力争600亿元: the second */
        if (reports_shared(other, &clusters[to]) && !reports_shared(other, &clusters[from]) &&
            points_contradict(other, &clusters[to]) && points_continue(other, &clusters[from], NEAR_ROUGHLY))
            return true;
    }
    return false;
}

void rivals_part(struct likely *likely, const struct cluster *clusters, struct arena *arena) {
    struct views views = {0};
    look(&views, likely, clusters, arena);
    for (size_t i = 0; i < likely->count; i++) {
        struct candidate_join *c = &likely->items[i];
        uint32_t               x = cluster_leader(clusters, c->x), y = cluster_leader(clusters, c->y);
        if (!c->join || c->score >= SCORE_WEAK_SYNONYM) continue;
        c->join = !has_rival(&views, clusters, x, y, c->score) && !has_rival(&views, clusters, y, x, c->score);
    }
}

/* `y` goes on with what `x` counts, in one breath: 城市消防站3座、【小型消防站5座】. */
static bool goes_on(const struct entry *x, const struct entry *y) {
    bool listed = x->report == y->report && slice_equal(x->claim->sentence, y->claim->sentence) && x->behind < y->behind;
    bool counted = slice_equal(x->gate, y->gate) && slice_equal(x->unit, y->unit);
    return listed && counted && slice_starts(slice_from(y->claim->sentence, x->behind), SLICE_LIT("、"));
}

/* What stands beside `e` in its list is of another `kind` of `whole`. */
static bool has_sibling(const struct cluster *clusters, const struct entries *entries, const struct entry *e, slice kind,
                        slice whole) {
    const struct entry *beside[] = {e > entries->items ? e - 1 : NULL, e + 1 < entries->items + entries->count ? e + 1 : NULL};
    for (size_t i = 0; i < 2; i++) {
        if (!beside[i] || !(i ? goes_on(e, beside[i]) : goes_on(beside[i], e))) continue;
        slice thing = clusters[beside[i]->cluster].object.text;
        if (thing.len > whole.len && slice_ends(thing, whole) && !slice_equal(thing, kind)) return true;
    }
    return false;
}

void siblings_part(struct likely *likely, const struct cluster *clusters, const struct entries *entries) {
    for (size_t i = 0; i < likely->count; i++) {
        struct candidate_join *c = &likely->items[i];
        const struct cluster  *x = &clusters[c->x], *y = &clusters[c->y];
        bool                   more = x->object.text.len > y->object.text.len;
        slice                  kind = more ? x->object.text : y->object.text, whole = more ? y->object.text : x->object.text;
        if (!c->join || c->score >= SCORE_WEAK_SYNONYM || !whole.len || kind.len == whole.len || !slice_ends(kind, whole))
            continue;
        const struct cluster *part = more ? x : y;
        for (size_t k = 0; c->join && k < part->count; k++)
            c->join = part->points[k]->kind != KIND_LEVEL || !has_sibling(clusters, entries, part->points[k], kind, whole);
    }
}
