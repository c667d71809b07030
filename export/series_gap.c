/* A figure that all reports of a body state but one, and a figure that this one alone states: 文化惠民演出 142场, 156场, 151场
 * and 送戏下乡演出 148场. They are one where their names share two characters that are no word of rules/metrics.tsv, what they
 * count is counted alike and near in size, and nothing else in the reports of either might be the other's. Leaves alone what
 * names say of one another: series_likely.c, series_sole.c. */
#include "export/series_gap.h"

#include <stdlib.h>

#include "export/series_unit.h"
#include "export/wording.h"
#include "extract/base/bound.h"

#include "extract/base/banned.h"

enum {
    REPORTS = 64, /* of one body: of more none is looked at */
    FEWEST = 3,   /* in fewer no row has a gap */
    FEW = 10,     /* 2 of one thing are near to 2 of any */
    ALIKE = 20,   /* 国家规划免疫预防疾病 and 国家重大科技专项 share what they begin with, and no more */
};

/* Of two series either may be the other's. */
struct hold {
    uint32_t from, to; /* leaders */
};
struct finder {
    struct likely             *out;
    const struct cluster      *clusters;
    const struct metric_rules *rules;
    uint64_t                  *in;  /* by leader: the reports that state it, the earliest first */
    uint64_t                  *all; /* by leader: those of its body; none when there are too many */
    struct hold               *items;
    size_t                     count, capacity;
    struct arena              *arena;
};

/* ---- reports of a body -----------------------------------------------------------------------------------------------------
 */

/* Of a report: its place among its body's, by year, and all places of these. */
struct place {
    const struct entry *first;
    uint64_t            own, all;
};

static int by_body_and_year(const void *a, const void *b) {
    const struct entry *x = ((const struct place *)a)->first, *y = ((const struct place *)b)->first;
    int                 order = slice_compare(x->body, y->body);
    if (!order) order = x->rank - y->rank;
    return order ? order : x->report < y->report ? -1 : x->report > y->report;
}

static int by_report(const void *a, const void *b) {
    const struct entry *x = ((const struct place *)a)->first, *y = ((const struct place *)b)->first;
    return x->report < y->report ? -1 : x->report > y->report;
}

/* The reports of one body, sorted by year; two of one year have one place. */
static void number_reports(struct place *places, size_t n) {
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && places[i].first->rank != places[i - 1].first->rank) at++;
        places[i].own = at < REPORTS ? (uint64_t)1 << at : 0;
    }
    for (size_t i = 0; i < n; i++) places[i].all = at < REPORTS ? ~(uint64_t)0 >> (REPORTS - 1 - at) : 0;
}

/* By the number of a report. */
static struct place *place_reports(const struct entries *entries, struct arena *arena) {
    struct place *places = ARENA_ARRAY(arena, struct place, entries->reports + 1);
    size_t        n = 0;
    for (size_t i = 0; i < entries->count; i++)
        if (!i || entries->items[i].report != entries->items[i - 1].report)
            places[n++] = (struct place){&entries->items[i], 0, 0};
    if (n) qsort(places, n, sizeof *places, by_body_and_year);
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && slice_equal(places[end].first->body, places[first].first->body);) end++;
        number_reports(places + first, end - first);
    }
    if (n) qsort(places, n, sizeof *places, by_report);
    return places;
}

/* Where the series that `leader` leads is stated; nowhere, if it is of several bodies. */
static void read_series(struct finder *f, uint32_t leader, const struct place *places) {
    const struct cluster *c = &f->clusters[leader];
    for (size_t k = 0; k < c->count; k++) {
        if (!slice_equal(c->points[k]->body, c->points[0]->body)) f->all[leader] = 0;
        if (k && !f->all[leader]) break;
        f->in[leader] |= places[c->points[k]->report].own;
        f->all[leader] = places[c->points[k]->report].all;
    }
}

/* ---- rows with gaps --------------------------------------------------------------------------------------------------------
 */

/* 粮食产量 is no 粮食生产能力, 社区养老食堂12个 no 社区养老站点11个: both end in one character, or have a counter that tells
 * something of what it counts, as 场 and 家 do and 个 does not. */
static bool one_sort(const struct finder *f, const struct cluster *x, const struct cluster *y) {
    bool counted = x->points[0]->kind == KIND_LEVEL && slice_find(x->gate, SLICE_LIT("|n|"), 0) != SIZE_MAX;
    return (counted && unit_tells(f->rules, x->unit) && unit_tells(f->rules, y->unit)) ||
           wording_one_end(x->object.text, y->object.text);
}

static bool may_be_one(const struct finder *f, const struct cluster *x, const struct cluster *y) {
    enum kind                   kind = x->points[0]->kind;
    const struct metric_object *a = &x->object, *b = &y->object;
    if (kind != KIND_LEVEL && kind != KIND_SHARE) return false; /* rates of growth are all alike */
    if (!slice_equal(x->unit, y->unit) && !(x->unit.len && y->unit.len && units_grouped(f->rules, x->unit, y->unit)))
        return false;
    return words_nested(a->words, b->words) && words_nested(a->deeds, b->deeds) && one_sort(f, x, y) &&
           wording_similarity(a->text, b->text) >= ALIKE;
}

static void collect(void *context, uint32_t i, uint32_t j) {
    struct finder *f = context;
    uint32_t       x = cluster_leader(f->clusters, i), y = cluster_leader(f->clusters, j);
    if (x == y || !f->all[x] || !f->all[y] || (f->in[x] & f->in[y])) return;
    if (!may_be_one(f, &f->clusters[i], &f->clusters[j])) return;
    if (!points_continue(&f->clusters[x], &f->clusters[y], NEAR_CLOSELY)) return;
    ARENA_PUSH(f->arena, f->items, f->count, f->capacity, ((struct hold){x, y}));
    ARENA_PUSH(f->arena, f->items, f->count, f->capacity, ((struct hold){y, x}));
}

static int by_hold(const void *a, const void *b) {
    const struct hold *x = a, *y = b;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

/* Nothing else in a report of y might be x's. */
static bool is_alone(const struct finder *f, uint32_t x, uint32_t y) {
    size_t k = first_not_before(&(struct hold){x, 0}, f->items, f->count, sizeof *f->items, by_hold);
    for (; k < f->count && f->items[k].from == x; k++)
        if (f->items[k].to != y && (f->in[f->items[k].to] & f->in[y])) return false;
    return true;
}

/* Together they stand in all reports of their body, and are no few. */
static bool fills(const struct finder *f, uint32_t x, uint32_t y) {
    const struct entry *p, *q;
    uint64_t            fewest = ((uint64_t)1 << (FEWEST - 1)) - 1;
    points_nearest(&f->clusters[x], &f->clusters[y], &p, &q);
    return (f->in[x] | f->in[y]) == f->all[x] && f->all[x] > fewest &&
           (p->kind == KIND_SHARE || decimal_compare(p->value, decimal_int(FEW)) >= 0) &&
           points_continue(&f->clusters[x], &f->clusters[y], NEAR_TIGHTLY);
}

static void look(struct finder *f) {
    if (f->count) qsort(f->items, f->count, sizeof *f->items, by_hold);
    for (size_t i = 0; i < f->count; i++) {
        uint32_t x = f->items[i].from, y = f->items[i].to;
        if (x > y || (i && by_hold(&f->items[i], &f->items[i - 1]) == 0)) continue;
        if (!fills(f, x, y) || !is_alone(f, x, y) || !is_alone(f, y, x)) continue;
        struct candidate_join c = {x, y, SCORE_GAP, true, false, "each stands where the other is missing"};
        ARENA_PUSH(f->arena, f->out->items, f->out->count, f->out->capacity, c);
    }
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    struct finder *f = context;
    size_t         count = 0;
    for (size_t i = first; i < end; i++)
        count += postings_of(room + count, SLICE_NONE, f->clusters[i].object.core, (uint32_t)i);
    postings_pair(room, count, f, collect);
}

void gap_find(struct likely *out, const struct cluster *clusters, size_t n, const struct entries *entries,
              const struct metric_rules *rules, struct arena *arena) {
    const struct place *places = place_reports(entries, arena);
    struct finder       f = {.out = out, .clusters = clusters, .rules = rules, .arena = arena};
    f.in = ARENA_ARRAY(arena, uint64_t, n + 1);
    f.all = ARENA_ARRAY(arena, uint64_t, n + 1);
    for (size_t i = 0; i < n; i++) f.in[i] = f.all[i] = 0;
    for (size_t i = 0; i < n; i++)
        if (clusters[i].parent == i) read_series(&f, (uint32_t)i, places);
    gates_visit(clusters, n, &f, find_in_gate, arena);
    look(&f);
}
