/* 现场成交2.47亿元，比上届增长62.5% says what the figure was the year before, 1.52亿元, and so do 比上届增加0.95亿元 and
 * 由上届的1.52亿元增加到2.47亿元. Where of all that have a name with something in common one alone of another report is of that
 * year and just so much, 现场销售额1.52亿元, the two are one series, whatever their verbs and however far it moved; and so are
 * plans, 拟安排国债投资300亿元，比去年减少200亿元 and 拟发行长期建设国债500亿元. And where it was far from what the other
 * report has of that year, the two names are no weak synonyms of that body: 公共财政预算收入 5.64亿元, up 4.1%, was no 财政收入
 * of 9.86亿元. Leaves alone names that say the same: prices are made comparable, figures revised. */
#include "export/series/ways.h"

#include <stdlib.h>

#include "export/series/wording.h"
#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    ROUNDED = 4,     /* in a thousand: what two roundings leave open */
    ALIKE = 20,      /* 进馆观众 and 接待观众 */
    FEW = 10,        /* of them some figure is always just so many */
    LOOKED_BACK = 2, /* 158亿元，比上年增加12亿元、增长8.2% */
    REVISED = 20,    /* percent: more is no revision */
};

/* A level, exact: where it is looked up. */
struct level {
    uint32_t            gate; /* the first cluster of its gate */
    int                 year;
    decimal             figure;
    const struct entry *entry;
};
struct finder {
    const struct search *in;
    uint32_t            *gate_of; /* by cluster */
    struct level        *levels;  /* sorted */
    size_t               count;
};

static bool is_exact(const struct entry *e) {
    return e->value.present && e->claim->qualifier == QUALIFIER_EXACT && e->claim->role == ROLE_NONE && !e->duplicate;
}

static int by_figure(const void *a, const void *b) {
    const struct level *x = a, *y = b;
    if (x->gate != y->gate) return ORDER(x->gate, y->gate);
    if (x->year != y->year) return ORDER(x->year, y->year);
    return decimal_compare(x->figure, y->figure);
}

static void read_levels(struct finder *f) {
    const struct cluster *clusters = f->in->clusters;
    const struct entries *entries = f->in->entries;
    f->gate_of = ARENA_ARRAY(f->in->arena, uint32_t, f->in->count + 1);
    for (size_t i = 1; i < f->in->count; i++)
        f->gate_of[i] = slice_equal(clusters[i].gate, clusters[i - 1].gate) ? f->gate_of[i - 1] : (uint32_t)i;
    f->levels = ARENA_ARRAY(f->in->arena, struct level, entries->count + 1);
    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *e = &entries->items[i];
        if (e->kind != KIND_LEVEL || !is_exact(e)) continue;
        f->levels[f->count++] = (struct level){f->gate_of[e->cluster], e->year, e->figure, e};
    }
    if (f->count) qsort(f->levels, f->count, sizeof *f->levels, by_figure);
}

/* By how much a figure is more than it was the year before, in percent or in what it is counted in. */
static bool tells_move(const struct entry *e) {
    bool yearly = !e->claim->basis.len || slice_is(e->claim->basis, "yoy");
    bool percent = slice_is(e->claim->unit, "%");
    return yearly && is_exact(e) && (e->kind == KIND_GROWTH ? percent : e->kind == KIND_CHANGE && !percent);
}

/* The level that moved so, said before it; NULL when there is none. */
static struct entry *moved(const struct entries *entries, struct entry *move) {
    struct entry *e = move;
    if (!tells_move(move)) return NULL;
    for (int k = 0; k < LOOKED_BACK && e > entries->items; k++) {
        e--;
        if (!slice_equal(e->claim->sentence, move->claim->sentence) || !slice_equal(e->metric, move->metric)) return NULL;
        if (e->kind != KIND_CHANGE && e->year == move->year) break; /* 4.71亿元，较去年的|4.35亿元|增长8.3% */
    }
    bool level = e->kind == KIND_LEVEL && e->claim->status == move->claim->status && is_exact(e) && e->report == move->report;
    bool unit = move->kind == KIND_GROWTH || (slice_equal(move->claim->dimension, e->claim->dimension) &&
                                              slice_equal(move->claim->base_unit, e->claim->base_unit));
    return level && unit && e->year == move->year && slice_equal(e->span, move->span) ? e : NULL;
}

/* What `e` was the year before. */
static decimal before_move(const struct entry *e, const struct entry *move) {
    decimal figure = e->figure, by = move->figure;
    if (move->kind == KIND_GROWTH) return decimal_div(decimal_shift(figure, 2), decimal_add(decimal_int(100), move->value), 12);
    return move->value.negative ? decimal_add(figure, by) : decimal_sub(figure, by);
}

static bool names_meet(const struct entry *x, const struct entry *y) {
    return wording_one_end(x->metric, y->metric) || wording_similarity(x->metric, y->metric) >= ALIKE;
}

/* The other report's figure that `e` was the year before, `expected`, and that has a name with something in common; NULL where
 * several might be it, or one is of its series. */
static const struct entry *own_before(const struct finder *f, const struct entry *e, decimal expected) {
    decimal margin = decimal_shift(decimal_mul(expected, decimal_int(ROUNDED)), -3);
    if (!margin.present || expected.negative || decimal_zero(expected)) return NULL;
    if (decimal_compare(e->value, decimal_int(FEW)) < 0) return NULL;
    uint32_t     leader = cluster_leader(f->in->clusters, e->cluster), found = UINT32_MAX;
    struct level low = {f->gate_of[e->cluster], e->year - 1, decimal_sub(expected, margin), NULL}, high = low;
    high.figure = decimal_add(expected, margin);
    const struct entry *before = NULL;
    for (size_t i = first_not_before(&low, f->levels, f->count, sizeof low, by_figure);
         i < f->count && by_figure(&f->levels[i], &high) <= 0; i++) {
        const struct entry *other = f->levels[i].entry;
        uint32_t            its = cluster_leader(f->in->clusters, other->cluster);
        if (other->report == e->report || !slice_equal(other->body, e->body) || !names_meet(e, other)) continue;
        if (its == leader || (before && its != found)) return NULL;
        found = its;
        before = other;
    }
    return before;
}

static void look(const struct finder *f, const struct entry *e) {
    const struct entry *before = e->was.present ? own_before(f, e, e->was) : NULL;
    if (before) search_push(f->in, e->cluster, before->cluster, SCORE_GROWN, "its growth leads to the other's figure");
}

static bool is_level(const struct entry *e) {
    return e->kind == KIND_LEVEL && e->claim->status == STATUS_ACTUAL && e->value.present &&
           e->claim->qualifier == QUALIFIER_EXACT && !e->duplicate;
}

/* What one sentence tells of the year behind that of `was`, of one name: 4.71亿元 of 较去年的|4.35亿元. NULL: nothing. */
static const struct entry *became(const struct finder *f, const struct entry *was) {
    const struct entries *entries = f->in->entries;
    for (int step = -1; step <= 1 && is_level(was); step += 2) {
        size_t at = (size_t)(was - entries->items);
        if (step < 0 ? at == 0 : at + 1 == entries->count) continue;
        const struct entry *e = was + step;
        if (is_level(e) && e->report == was->report && e->year == was->year + 1 && slice_equal(e->gate, was->gate) &&
            slice_equal(e->metric, was->metric) && slice_equal(e->claim->sentence, was->claim->sentence))
            return e;
    }
    return NULL;
}

static void look_back(const struct finder *f, const struct entry *was) {
    const struct entry *e = became(f, was), *before = e ? own_before(f, e, was->figure) : NULL;
    if (!before) return;
    search_push(f->in, e->cluster, before->cluster, SCORE_GROWN, "the other's figure is told as last year's");
    search_push(f->in, was->cluster, before->cluster, SCORE_GROWN, "the other's figure is told as last year's");
}

/* 新增3个、总数10个 of a thing of which a report had 7 the year before. */
static void look_stood(const struct finder *f, const struct entry *all) {
    const struct entry *before = all->stood.present && !all->came ? own_before(f, all, all->stood) : NULL;
    if (before) search_push(f->in, all->cluster, before->cluster, SCORE_GROWN, "its growth leads to the other's figure");
}

void grown_find(struct search *s) {
    struct finder f = {.in = s};
    read_levels(&f);
    for (size_t i = 0; i < s->entries->count; i++) {
        look(&f, &s->entries->items[i]);
        look_back(&f, &s->entries->items[i]);
        look_stood(&f, &s->entries->items[i]);
    }
}

/* ---- what it says against a join -------------------------------------------------------------------------------------------
 */

void grown_tell(const struct entries *entries) {
    for (size_t i = 0; i < entries->count; i++) {
        struct entry *e = moved(entries, &entries->items[i]);
        if (e && !e->was.present) e->was = before_move(e, &entries->items[i]);
    }
}

/* A figure of `after` was far from what another report has of the year before among those of `before`. */
static bool was_another(const struct cluster *after, const struct cluster *before) {
    for (size_t i = 0, k = 0; i < after->count; i++) {
        const struct entry *e = after->points[i];
        if (!e->was.present || e->claim->status != STATUS_ACTUAL) continue; /* a plan goes on from what was done */
        while (k > 0 && before->points[k - 1]->year >= e->year - 1) k--;
        for (; k < before->count && before->points[k]->year < e->year; k++) {
            const struct entry *other = before->points[k];
            bool                told = other->year == e->year - 1 && other->report != e->report && is_exact(other);
            if (told && decimals_are_apart(e->was, other->figure, REVISED)) return true;
        }
    }
    return false;
}

static bool same_names(const struct cluster *clusters, const struct candidate_join *a, const struct candidate_join *b) {
    slice x = clusters[a->x].key->match, y = clusters[a->y].key->match;
    slice v = clusters[b->x].key->match, w = clusters[b->y].key->match;
    return (slice_equal(x, v) && slice_equal(y, w)) || (slice_equal(x, w) && slice_equal(y, v));
}

/* The likely pairs of the body of pair `at`, which stand together. */
static void body_pairs(const struct likely *likely, const struct cluster *clusters, size_t at, size_t *first, size_t *end) {
    slice body = gate_body(clusters[likely->items[at].x].gate);
    for (*first = at; *first > 0 && slice_equal(gate_body(clusters[likely->items[*first - 1].x].gate), body);) --*first;
    for (*end = at; *end < likely->count && slice_equal(gate_body(clusters[likely->items[*end].x].gate), body);) ++*end;
}

void grown_part(struct likely *likely, const struct cluster *clusters) {
    size_t first, end;
    for (size_t i = 0; i < likely->count; i++) {
        const struct candidate_join *c = &likely->items[i];
        const struct cluster        *x = &clusters[c->x], *y = &clusters[c->y];
        bool weak = c->join && !c->person && c->score <= SCORE_WEAK_SYNONYM && !slice_equal(x->key->match, y->key->match);
        bool levels = x->points[0]->kind == KIND_LEVEL && !x->span.len && !y->span.len;
        if (!weak || !levels || !(was_another(x, y) || was_another(y, x))) continue;
        body_pairs(likely, clusters, i, &first, &end);
        for (size_t k = first; k < end; k++)
            if (same_names(clusters, c, &likely->items[k])) likely->items[k].join = likely->items[k].person;
    }
}
