/* 古籍修复叶片 640叶 in one report and 馆藏古籍修复 720叶 in the next: two characters that stand side by side in one name of
 * each report, and in no other, say that they are one, where the names share most of what the shorter says and the values are
 * near. Leaves alone what one name's holding the other's says: series/sole.c. */
#include "export/series/ways.h"

#include "export/series/rival.h"
#include "export/series/unit.h"
#include "export/series/wording.h"

#include "extract/base/banned.h"

enum {
    MOST = 24,  /* names that have two characters in common: more, and they are no rare ones */
    ALIKE = 40, /* 水库大坝安全鉴定 and 水库 share what they begin with, and no more */
};

/* The two characters of a posting stand side by side in `text`. */
static bool stands_in(uint64_t pair, slice text) {
    char   both[8];
    size_t n = utf8_encode((uint32_t)(pair >> 32), both);
    n += utf8_encode((uint32_t)pair, both + n);
    return slice_has(text, (slice){both, n});
}

/* No other series of the run, counted alike, is in a report of x or of y. */
static bool is_rare(const struct search *s, const struct posting *run, size_t n, uint32_t x, uint32_t y) {
    const struct cluster *clusters = s->clusters;
    for (size_t k = 0; k < n; k++) {
        uint32_t other = cluster_leader(clusters, run[k].place);
        if (other != x && other != y && units_grouped(s->rules, clusters[run[k].place].unit, clusters[x].unit) &&
            (reports_shared(&clusters[other], &clusters[x]) || reports_shared(&clusters[other], &clusters[y])))
            return false;
    }
    return true;
}

/* What is done may differ by a verb that one has and the other lacks, and so may what tells figures apart. */
static bool names_agree(const struct cluster *a, const struct cluster *b) {
    const struct metric_object *x = &a->object, *y = &b->object;
    int                         alike = wording_similarity(x->text, y->text);
    return words_nested(x->words, y->words) && words_nested(x->deeds, y->deeds) &&
           (alike >= SCORE_CLOSE || (alike >= ALIKE && wording_covered(x->text, y->text)));
}

/* 社区养老站点 are no 社区养老食堂; and of amounts one may be part of the other, 住户存款余额 of 存款余额, unless each says
 * what the other does not. */
static bool may_be_one(const struct metric_rules *rules, const struct cluster *a, const struct cluster *b) {
    slice x = a->object.text, y = b->object.text;
    bool  counted = slice_has(a->gate, SLICE_LIT("|n|"));
    if (a->points[0]->kind != KIND_LEVEL || a->inherited || b->inherited) return false;
    if (counted) return unit_tells(rules, a->unit) || wording_end_shared(x, y);
    return slice_equal(a->object.deeds, b->object.deeds) && !wording_within(x, y) && wording_similarity(x, y) >= SCORE_CLOSE;
}

static void compare(const struct search *s, const struct posting *run, size_t n, uint32_t i, uint32_t j) {
    const struct cluster *a = &s->clusters[i], *b = &s->clusters[j];
    uint32_t              x = cluster_leader(s->clusters, i), y = cluster_leader(s->clusters, j);
    if (x == y || !may_be_one(s->rules, a, b) || clusters_parted(a, b, 1)) return;
    if (!stands_in(run->pair, a->object.core) || !stands_in(run->pair, b->object.core)) return;
    if (points_few(&s->clusters[x], &s->clusters[y]) || !points_adjoin(&s->clusters[x], &s->clusters[y]) ||
        !points_continue(&s->clusters[x], &s->clusters[y], NEAR_CLOSELY))
        return;
    if (!names_agree(a, b) || !is_rare(s, run, n, x, y)) return;
    search_push(s, i, j, SCORE_RARE, "nothing else in their reports is called so");
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    const struct search *s = context;
    size_t               count = 0;
    for (size_t i = first; i < end; i++) count += postings_of(room + count, SLICE_NONE, s->clusters[i].key->text, (uint32_t)i);
    postings_sort(room, count);
    for (size_t from = 0, to; from < count; from = to) {
        to = from + postings_alike(room + from, count - from);
        for (size_t i = from; i < to && to - from <= MOST; i++)
            for (size_t j = i + 1; j < to; j++) compare(s, room + from, to - from, room[i].place, room[j].place);
    }
}

void rare_find(struct search *s) { gates_visit(s, s, find_in_gate); }
