/* 水利投资 and 水利建设投资 have been joined by their levels, so their growth and what is planned of them are joined too; and
 * 合同资金68.5亿元 behind 签约项目42个 is 签约资金83.2亿元 behind 签约项目51个, where alone neither says of what it is. */
#include "export/series/ways.h"

#include <stdlib.h>

#include "export/series/pairs.h"
#include "export/series/wording.h"
#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- names ----------------------------------------------------------------------------------------------------------------
 */

/* A cluster under its body and name: in all gates, those of one name stand together. */
struct named {
    slice    body, match;
    uint32_t place;
};

static int by_name(const void *a, const void *b) {
    const struct named *x = a, *y = b;
    int                 order = slice_compare(x->body, y->body);
    if (!order) order = slice_compare(x->match, y->match);
    return order ? order : ORDER(x->place, y->place);
}

static size_t name_from(const struct named *named, size_t count, const struct named *name) {
    return first_not_before(name, named, count, sizeof *named, by_name);
}

/* x and y, of one series: all that bear their two names in another gate. */
static void carry(const struct search *s, const struct named *named, size_t count, uint32_t x, uint32_t y) {
    const struct cluster *clusters = s->clusters;
    struct named          a = {gate_body(clusters[x].gate), clusters[x].key->match, 0}, b = {a.body, clusters[y].key->match, 0};
    if (slice_equal(a.match, b.match)) return;
    size_t of_b = name_from(named, count, &b);
    for (size_t i = name_from(named, count, &a);
         i < count && slice_equal(named[i].match, a.match) && slice_equal(named[i].body, a.body); i++)
        for (size_t j = of_b; j < count && slice_equal(named[j].match, b.match) && slice_equal(named[j].body, b.body); j++)
            if (slice_equal(clusters[named[i].place].gate, clusters[named[j].place].gate))
                search_push(s, named[i].place, named[j].place, SCORE_CARRIED, "the same two names are one elsewhere");
}

enum { NAMES = 8 }; /* of one series that are carried */

static void carry_names(const struct search *s) {
    size_t        n = s->count;
    struct named *named = ARENA_ARRAY(s->arena, struct named, n + 1);
    size_t        count = 0;
    for (size_t i = 0; i < n; i++)
        if (!s->clusters[i].key->generic)
            named[count++] = (struct named){gate_body(s->clusters[i].gate), s->clusters[i].key->match, (uint32_t)i};
    if (count) qsort(named, count, sizeof *named, by_name);
    for (size_t i = 0; i < n; i++) {
        if (s->clusters[i].key->generic) continue;
        uint32_t next = s->clusters[i].next;
        for (int k = 0; k < NAMES && next != UINT32_MAX; k++, next = s->clusters[next].next)
            if (!s->clusters[next].key->generic) carry(s, named, count, (uint32_t)i, next);
    }
}

/* ---- figures round it ------------------------------------------------------------------------------------------------------
 */

/* Both end in one character, or share a 辨 or 泛 word: 合同资金 and 引资, 年度投资 and 项目投资. Of rates all do, 满意率 and
 * 办结率: they share two characters side by side. */
static bool one_sort(const struct cluster *a, const struct cluster *b) {
    slice x = a->first[0]->metric, y = b->first[0]->metric;
    if (a->first[0]->kind == KIND_SHARE) return wording_pair_shared(x, y, SLICE_NONE);
    bool done = a->object.deeds.len && b->object.deeds.len && a->object.text.len && b->object.text.len;
    if (done) x = a->object.text, y = b->object.text; /* 危房改造 and 厕所改造 end in what was done */
    return words_shared(a->key->words, b->key->words) || wording_one_end(x, y);
}

/* And what tells figures apart is all said of one of them: 市区供水 and 供水, not 城市供水 and 农村供水. */
static bool one_name(const struct cluster *a, const struct cluster *b) {
    bool other = clusters_parted(a, b, 2); /* 营救被困人员 and 营救遇险群众, or 红歌比赛 and 拔河比赛 */
    return words_nested(a->object.words, b->object.words) && words_nested(a->object.deeds, b->object.deeds) &&
           !(other && (verb_kept(a, b) || points_few(a, b) || !points_continue(a, b, NEAR_TIGHTLY)));
}

/* 义诊24场，惠及3800人次 and 义诊27场，服务群众3900人次: the one says no more than that they are persons. */
static bool one_is_bare(const struct cluster *a, const struct cluster *b) {
    const struct entry *x = a->first[0], *y = b->first[0];
    bool                bare = (a->key->generic && !a->object.text.len) || (b->key->generic && !b->object.text.len);
    return bare && slice_is(x->claim->dimension, "person") && slice_equal(x->unit, y->unit) && !points_few(a, b) &&
           points_continue(a, b, NEAR_TIGHTLY);
}

/* Of one sort, and one may say what the other does. */
static void push_sort(const struct search *s, uint32_t x, uint32_t y, const char *reason) {
    const struct cluster *a = &s->clusters[x], *b = &s->clusters[y];
    if (a->first[0]->kind != KIND_GROWTH && ((one_sort(a, b) && one_name(a, b)) || one_is_bare(a, b)))
        search_push(s, x, y, SCORE_BEHIND, reason);
}

static void behind_one(void *context, uint32_t x, uint32_t y) {
    const struct search *s = context;
    const struct entry  *e = s->clusters[x].first[0], *g = s->clusters[y].first[0];
    if (slice_equal(e->metric, e[-1].metric) && slice_equal(g->metric, g[-1].metric))
        search_push(s, x, y, SCORE_CARRIED, "both are of the figure before");
    else
        push_sort(s, x, y, "both stand behind one figure");
}

static void before_one(void *context, uint32_t x, uint32_t y) { push_sort(context, x, y, "both stand before one figure"); }

/* In a sentence 合同资金 and 签约资金 are of the projects before them; between figures that tell nothing of them 篮球场 and
 * 足球场 are two things. */
static void between_two(void *context, uint32_t x, uint32_t y) {
    const struct search *s = context;
    if (!clusters_parted(&s->clusters[x], &s->clusters[y], 1)) push_sort(s, x, y, "both stand between the same figures");
}

/* The figure beside `e`, -1 before it, 1 behind it: in its report, or `near`, in its sentence. NULL when there is none. */
static const struct entry *neighbour(const struct entries *entries, const struct entry *e, int step, bool near) {
    size_t at = (size_t)(e - entries->items);
    if (step < 0 ? at == 0 : at + 1 == entries->count) return NULL;
    const struct entry *other = e + step;
    bool                same = other->report == e->report && (!near || slice_equal(other->claim->sentence, e->claim->sentence));
    return same ? other : NULL;
}

enum side { BEFORE, BEHIND, BETWEEN, SIDES };
static const pair_found beside[SIDES] = {before_one, behind_one, between_two};

/* The figures round a cluster's first: in its sentence one is enough, in its report it takes both. */
static void by_neighbours(struct search *s) {
    const struct cluster *clusters = s->clusters;
    size_t                n = s->count;
    for (enum side side = BEFORE; side < SIDES; side++) {
        struct posting *room = ARENA_ARRAY(s->arena, struct posting, n + 1);
        size_t          count = 0;
        for (size_t i = 0; i < n; i++) {
            const struct entry *e = s->clusters[i].first[0];
            const struct entry *left = neighbour(s->entries, e, -1, side != BETWEEN);
            const struct entry *right = neighbour(s->entries, e, 1, side != BETWEEN);
            if ((side != BEFORE && !left) || (side != BEHIND && !right)) continue;
            uint64_t of_left = side == BEFORE ? 0 : cluster_leader(clusters, left->cluster);
            uint64_t of_right = side == BEHIND ? 0 : cluster_leader(clusters, right->cluster);
            room[count++] = (struct posting){s->clusters[i].gate, of_left << 32 | of_right, (uint32_t)i};
        }
        postings_pair(room, count, s, beside[side], s->arena);
    }
}

/* ---- figures near it -------------------------------------------------------------------------------------------------------
 */

static void near_one(void *context, uint32_t x, uint32_t y) {
    const struct search  *s = context;
    const struct cluster *a = &s->clusters[x], *b = &s->clusters[y];
    uint32_t              i = cluster_leader(s->clusters, x), j = cluster_leader(s->clusters, y);
    if (i == j || a->first[0]->kind != KIND_LEVEL || reports_shared(&s->clusters[i], &s->clusters[j])) return;
    if (clusters_parted(a, b, 1) && !(a->object.deeds.len && slice_equal(a->object.deeds, b->object.deeds) && !verb_kept(a, b)))
        return;
    if (!points_few(a, b) && points_continue(a, b, NEAR_TIGHTLY) && clusters_alike(s->rules, a, b))
        search_push(s, x, y, SCORE_GAP, "both stand near one figure");
}

enum { NEAR_BY = 2 }; /* figures before and behind */

/* 整改消防隐患1120处 and 整治火灾隐患1240处, in one place of two reports, as a figure near both shows: alike is enough. */
static void by_places(struct search *s) {
    const struct cluster *clusters = s->clusters;
    size_t                n = s->count;
    struct posting       *room = ARENA_ARRAY(s->arena, struct posting, n * 2 * NEAR_BY + 1);
    size_t                count = 0;
    for (size_t i = 0; i < n; i++) {
        const struct entry *first = s->clusters[i].first[0];
        for (int step = -1; step <= 1; step += 2) {
            const struct entry *e = first;
            for (int k = 0; k < NEAR_BY && (e = neighbour(s->entries, e, step, false)); k++)
                room[count++] = (struct posting){s->clusters[i].gate, cluster_leader(clusters, e->cluster), (uint32_t)i};
        }
    }
    postings_pair(room, count, s, near_one, s->arena);
}

void follow_find(struct search *s) {
    carry_names(s);
    by_neighbours(s);
    by_places(s);
}
