/* 体检6.4万人次 in one report is 健康体检7.1万人次 in the next, 重点项目186个 市级以上重点项目215个: one name holds the other,
 * no other figure in the reports of either holds it or is held by it, and the values are near. Of 城市低保对象 and 农村低保对象
 * neither is 低保对象, whatever their values. Leaves alone what is not counted: 住户存款余额 is as near to 存款余额 as last
 * year's, and rates are all alike. */
#include "export/series/ways.h"

#include <stdlib.h>

#include "export/series/pairs.h"
#include "export/series/rival.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* One cluster's name holds another's; both ways. */
struct hold {
    uint32_t from, to; /* clusters */
};
struct finder {
    const struct search *in;
    struct hold         *items;
    size_t               count, capacity;
};

static void collect(void *context, uint32_t x, uint32_t y) {
    struct finder              *f = context;
    const struct metric_object *a = &f->in->clusters[x].object, *b = &f->in->clusters[y].object;
    if (!words_nested(a->words, b->words)) return;
    if (!words_nested(a->deeds, b->deeds) || !sorted_within(a->match, b->match)) return;
    ARENA_PUSH(f->in->arena, f->items, f->count, f->capacity, ((struct hold){x, y}));
    ARENA_PUSH(f->in->arena, f->items, f->count, f->capacity, ((struct hold){y, x}));
}

static int by_hold(const void *a, const void *b) {
    const struct hold *x = a, *y = b;
    if (x->from != y->from) return ORDER(x->from, y->from);
    return ORDER(x->to, y->to);
}

static size_t holds_from(const struct finder *f, uint32_t from) {
    return first_not_before(&(struct hold){from, 0}, f->items, f->count, sizeof *f->items, by_hold);
}

/* 示范家庭农场 that were 培育 in the year are none of the 家庭农场 and 登记家庭农场 of which there are so many, nor are
 * 监测对象612户 those of 2038人. */
static bool may_be_mistaken(const struct finder *f, const struct cluster *other, const struct cluster *x,
                            const struct cluster *y) {
    bool done = slice_equal(x->object.deeds, y->object.deeds) && !slice_equal(x->object.deeds, other->object.deeds);
    return !done && units_grouped(f->in->rules, x->unit, other->unit);
}

/* Nothing that a cluster of x's series holds or is held by, and that may be taken for it, stands in a report of x or of y, but
 * for y. */
static bool is_sole(const struct finder *f, uint32_t x, uint32_t y) {
    for (uint32_t i = x; i != UINT32_MAX; i = f->in->clusters[i].next)
        for (size_t k = holds_from(f, i); k < f->count && f->items[k].from == i; k++) {
            uint32_t other = cluster_leader(f->in->clusters, f->items[k].to);
            if (other != x && other != y &&
                may_be_mistaken(f, &f->in->clusters[f->items[k].to], &f->in->clusters[x], &f->in->clusters[y]) &&
                (reports_shared(&f->in->clusters[other], &f->in->clusters[x]) ||
                 reports_shared(&f->in->clusters[other], &f->in->clusters[y])))
                return false;
        }
    return true;
}

bool clusters_one_thing(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y) {
    slice a = x->object.text, b = y->object.text;
    return wording_one_end(a, b) || (!slice_starts(a, b) && !slice_starts(b, a)) ||
           (slice_equal(x->unit, y->unit) && unit_is_special(rules, x->unit));
}

/* What is of the one sort may double; where one says more of what it counts, or of what was done, by three tenths. */
static enum nearness how_near(const struct cluster *x, const struct cluster *y) {
    bool same = slice_equal(x->object.words, y->object.words) && slice_equal(x->object.deeds, y->object.deeds) &&
                wording_one_end(x->object.text, y->object.text);
    return same ? NEAR_SPAN : NEAR_TIGHTLY;
}

/* Of years that are not far apart; and few of a thing, 3座, are near to any few of another. */
static bool says_much(const struct cluster *x, const struct cluster *y, enum nearness nearness) {
    return !(nearness == NEAR_TIGHTLY && points_few(x, y)) && points_adjoin(x, y);
}

/* 用作置安心计划土地 says four times what 土地 does, and of that much may be another. */
static bool says_enough(slice x, slice y) {
    size_t n = utf8_count(x), m = utf8_count(y);
    return n * 4 >= m && m * 4 >= n;
}

/* 城镇新增就业 has a row of its own; what says more is another figure. Amounts are of the same doing: 新增绿地42万平方米, but
 * 住户存款余额 is as near to 存款余额 as last year's is. */
static bool may_be_one(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y) {
    enum kind kind = x->points[0]->kind;
    bool      told = x->key->name || y->key->name, counted = slice_has(x->gate, SLICE_LIT("|n|"));
    bool      done = x->object.deeds.len && slice_equal(x->object.deeds, y->object.deeds);
    return kind == KIND_LEVEL && (counted || done) && says_enough(x->object.text, y->object.text) && !x->inherited &&
           !y->inherited && clusters_one_thing(rules, x, y) && !(told && !slice_equal(x->object.words, y->object.words));
}

static void look(struct finder *f) {
    if (f->count) qsort(f->items, f->count, sizeof *f->items, by_hold);
    for (size_t i = 0; i < f->count; i++) {
        const struct cluster *a = &f->in->clusters[f->items[i].from], *b = &f->in->clusters[f->items[i].to];
        uint32_t x = cluster_leader(f->in->clusters, f->items[i].from), y = cluster_leader(f->in->clusters, f->items[i].to);
        if (x == y || f->items[i].from > f->items[i].to || !may_be_one(f->in->rules, a, b)) continue;
        enum nearness nearness = how_near(a, b);
        if (!points_continue(&f->in->clusters[x], &f->in->clusters[y], nearness) ||
            !says_much(&f->in->clusters[x], &f->in->clusters[y], nearness) || !is_sole(f, x, y) || !is_sole(f, y, x))
            continue;
        search_push(f->in, f->items[i].from, f->items[i].to, SCORE_SOLE, "alone of its name in both");
    }
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    struct finder *f = context;
    size_t         count = 0;
    for (size_t i = first; i < end; i++)
        count += postings_of(room + count, SLICE_NONE, f->in->clusters[i].object.text, (uint32_t)i);
    postings_pair(room, count, f, collect, f->in->arena);
}

void sole_find(struct search *s) {
    struct finder f = {.in = s};
    gates_visit(s, &f, find_in_gate);
    look(&f);
}
