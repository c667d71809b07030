/* 志愿服务队 30支 in one report, 青年志愿服务队 28支 and 巾帼志愿服务队 31支 in the next: whichever is liker, it is a guess. A
 * series that stands beside the first in a report is another figure, so it is no rival; nor is what is far off in size, nor the
 * same figure told twice. */
#include "export/series/rival.h"

#include "export/series/other.h"
#include "export/series/wording.h"

#include <limits.h>
#include <stdlib.h>

#include "extract/base/bound.h"
#include "extract/base/order.h"

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

static int by_view(const void *a, const void *b) {
    const struct view *x = a, *y = b;
    if (x->from != y->from) return ORDER(x->from, y->from);
    if (x->to != y->to) return ORDER(x->to, y->to);
    return ORDER(y->score, x->score);
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

/* x and y stand side by side in a sentence and are counted alike. */
static bool are_beside(const struct entry *x, const struct entry *y) {
    return x->report == y->report && slice_equal(x->claim->sentence, y->claim->sentence) && x->behind < y->behind &&
           slice_equal(x->gate, y->gate) && slice_equal(x->unit, y->unit);
}

/* And in one breath: 城市消防站3座、【小型消防站5座】. */
static bool goes_on(const struct entry *x, const struct entry *y) {
    return slice_starts(slice_from(y->claim->sentence, x->behind), SLICE_LIT("、"));
}

/* The cluster of `e` and that of `other`, which stands beside it, are two kinds of `whole`. */
static bool are_kinds(const struct joins *joins, const struct metric_rules *rules, const struct entry *e,
                      const struct entry *other, bool on, const struct cluster *whole) {
    slice all = whole->object.text, kind = joins->clusters[e->cluster].object.text,
          thing = joins->clusters[other->cluster].object.text, name = whole->first[0]->metric;
    bool listed = on && kind.len > all.len && thing.len > all.len && slice_ends(kind, all) && slice_ends(thing, all) &&
                  !slice_equal(thing, kind);
    bool told = metric_contrasts(rules, e->metric, other->metric) && !metric_contrasts(rules, name, other->metric) &&
                wording_one_end(e->metric, other->metric) &&
                (wording_in_order(name, e->metric) || wording_in_order(name, other->metric));
    return all.len && (listed || told);
}

static bool is_kind(const struct joins *joins, const struct metric_rules *rules, const struct cluster *part,
                    const struct cluster *whole) {
    const struct entry *items = joins->entries->items, *end = items + joins->entries->count;
    for (size_t i = 0; i < part->count; i++) {
        const struct entry *e = part->points[i];
        if (e->kind != KIND_LEVEL) return false;
        if (e > items && are_beside(e - 1, e) && are_kinds(joins, rules, e, e - 1, goes_on(e - 1, e), whole)) return true;
        if (e + 1 < end && are_beside(e, e + 1) && are_kinds(joins, rules, e, e + 1, goes_on(e, e + 1), whole)) return true;
    }
    return false;
}

/* 争取专项资金9860万元，其中中央资金7180万元: all of it is none of the 争取中央专项资金 of other years. */
static bool names_part(const struct joins *joins, const struct cluster *whole, const struct cluster *part) {
    const struct entry *end = joins->entries->items + joins->entries->count;
    slice               less = whole->key->words, more = part->key->words;
    if (less.len >= more.len || !words_nested(less, more)) return false;
    for (size_t i = 0; i < whole->count; i++) {
        const struct entry *e = whole->points[i];
        slice               next = e + 1 < end && are_beside(e, e + 1) ? e[1].key->words : SLICE_NONE;
        if (next.len && words_shared(next, more) && !words_shared(next, less)) return true;
    }
    return false;
}

/* `e` is of what else `both` does to the same thing, made anew where that of `one` was there before, or the other way round:
 * 改造农村公路 beside 新建农村公路. That it is 开工 and 建成 is no two things. */
static bool does_besides(const struct joins *joins, const struct metric_rules *rules, const struct cluster *one,
                         const struct cluster *both, const struct entry *e) {
    const struct metric_object *other = &joins->clusters[e->cluster].object;
    return slice_equal(other->match, one->object.match) && slice_equal(e->gate, one->gate) &&
           words_shared(other->deeds, both->object.deeds) && !words_within(other->deeds, one->object.deeds) &&
           metric_makes(rules, e->metric) != metric_makes(rules, one->first[0]->metric);
}

static bool deeds_nested(const struct cluster *one, const struct cluster *both) {
    return one->object.deeds.len && one->object.deeds.len < both->object.deeds.len && one->object.match.len &&
           words_within(one->object.deeds, both->object.deeds);
}

/* 新建农村公路31公里、改造农村公路58公里: a report that tells the one apart from the other means by neither what others call
 * 新建改建农村公路. */
static bool tells_apart(const struct joins *joins, const struct metric_rules *rules, const struct cluster *one,
                        const struct cluster *both) {
    const struct entry *items = joins->entries->items, *end = items + joins->entries->count;
    bool                nested = deeds_nested(one, both);
    for (size_t i = 0; nested && i < one->count; i++) {
        const struct entry *first = one->points[i], *e = first;
        while (e > items && e[-1].report == first->report) e--;
        for (; e < end && e->report == first->report; e++)
            if (does_besides(joins, rules, one, both, e)) return true;
    }
    return false;
}

/* Some cluster of the one series does a part of what some of the other does: few have, so the sorts are asked first. */
static bool some_nested(const struct cluster *clusters, uint32_t x, uint32_t y) {
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next_sort)
        for (uint32_t j = y; j != UINT32_MAX; j = clusters[j].next_sort)
            if (deeds_nested(&clusters[i], &clusters[j]) || deeds_nested(&clusters[j], &clusters[i])) return true;
    return false;
}

bool series_told_apart(const struct joins *joins, const struct metric_rules *rules, uint32_t x, uint32_t y) {
    const struct cluster *clusters = joins->clusters;
    if (!some_nested(clusters, x, y)) return false;
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next)
        for (uint32_t j = y; j != UINT32_MAX; j = clusters[j].next)
            if (tells_apart(joins, rules, &clusters[i], &clusters[j]) || tells_apart(joins, rules, &clusters[j], &clusters[i]))
                return true;
    return false;
}

static bool is_part(const struct joins *joins, const struct metric_rules *rules, const struct cluster *x,
                    const struct cluster *y) {
    return is_kind(joins, rules, x, y) || names_part(joins, y, x);
}

void siblings_part(struct likely *likely, const struct joins *joins, const struct metric_rules *rules) {
    for (size_t i = 0; i < likely->count; i++) {
        struct candidate_join *c = &likely->items[i];
        const struct cluster  *x = &joins->clusters[c->x], *y = &joins->clusters[c->y];
        if (c->join && c->score < SCORE_WEAK_SYNONYM) c->join = !is_part(joins, rules, x, y) && !is_part(joins, rules, y, x);
    }
}
