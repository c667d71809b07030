/* Some reports are written along last year's, bulletins and what a hospital or a court tells of its year: nine of ten figures
 * have one in the next, so what is left of both has, too, be it called 走访居民2.3万户 here and 入户走访2.5万户 there. Where
 * few are joined, as in a government's report on its work, what is left says nothing: most of it is told once. Leaves alone
 * what is as like a third. */
#include "export/series/ways.h"

#include "export/series/reports.h"
#include "export/series/wording.h"

#include "extract/base/banned.h"

enum {
    MOST = 64,  /* figures left of a report: of more nobody knows which is which */
    FEWEST = 8, /* figures that both state */
    ALIKE = 25, /* 走访居民, 入户走访 */
    LIKER = 10, /* than any other */
};

struct finder {
    const struct search *in;
    uint32_t            *stated[2]; /* by leader: the number of the last report that states it, and one */
};
/* What is left of a report: the first figure of each series that the other does not state. */
struct rest {
    const struct entry *items[MOST];
    size_t              count;
    bool                few; /* two of three at least are stated in both */
};

static uint32_t leader_of(const struct finder *f, const struct entry *e) { return cluster_leader(f->in->clusters, e->cluster); }

static bool has_leader(const struct finder *f, const struct rest *rest, uint32_t leader) {
    for (size_t i = 0; i < rest->count; i++)
        if (leader_of(f, rest->items[i]) == leader) return true;
    return false;
}

static struct rest rest_of(const struct finder *f, const struct report *report, int other, const struct report *in) {
    struct rest rest = {.few = false};
    size_t      left = 0;
    for (const struct entry *e = report->first; e < report->end; e++) {
        uint32_t leader = leader_of(f, e);
        if (f->stated[other][leader] == in->first->report + 1) continue;
        left++;
        if (rest.count < MOST && !has_leader(f, &rest, leader)) rest.items[rest.count++] = e;
    }
    size_t all = (size_t)(report->end - report->first);
    rest.few = left <= MOST && left * 3 <= all && all - left >= FEWEST;
    return rest;
}

/* How like the names of two are that may be one; 0 of others. */
static int likeness(const struct finder *f, const struct entry *x, const struct entry *y) {
    const struct cluster *a = &f->in->clusters[x->cluster], *b = &f->in->clusters[y->cluster];
    const struct cluster *p = &f->in->clusters[leader_of(f, x)], *q = &f->in->clusters[leader_of(f, y)];
    if (!slice_equal(x->gate, y->gate) || !slice_equal(x->unit, y->unit) || x->kind != KIND_LEVEL) return 0;
    if (a->inherited || b->inherited || !slice_equal(a->span, b->span) || points_few(p, q)) return 0;
    if (!points_continue(p, q, NEAR_CLOSELY) || points_contradict(p, q)) return 0;
    if (!words_nested(a->object.words, b->object.words) || !words_nested(a->object.deeds, b->object.deeds)) return 0;
    bool counted = slice_has(x->gate, SLICE_LIT("|n|")); /* 发放86万元 may be of anything, 发放津贴 not */
    if (!counted && metric_only_deed(&a->object) != metric_only_deed(&b->object)) return 0;
    return wording_similarity(x->metric, y->metric);
}

/* 走访居民 and 走访商户, alike as they are, name two things: each may be what the other is taken for, and is not. */
static bool name_two(const struct finder *f, const struct entry *x, const struct entry *y) {
    const struct cluster *a = &f->in->clusters[x->cluster], *b = &f->in->clusters[y->cluster];
    const struct cluster *p = &f->in->clusters[leader_of(f, x)], *q = &f->in->clusters[leader_of(f, y)];
    return clusters_parted(a, b, 2) && (verb_kept(a, b) || !points_continue(p, q, NEAR_TIGHTLY));
}

/* The most that items other than `j` in row or column `i` of the likenesses have; `step` from one to the next. */
static int next_best(const int *row, size_t n, size_t step, size_t j) {
    int best = 0;
    for (size_t k = 0; k < n; k++)
        if (k != j && row[k * step] > best) best = row[k * step];
    return best;
}

static void pair_up(const struct finder *f, const struct rest *here, const struct rest *there) {
    int *alike = ARENA_ARRAY(f->in->arena, int, here->count * there->count + 1);
    for (size_t i = 0; i < here->count; i++)
        for (size_t j = 0; j < there->count; j++) alike[i * there->count + j] = likeness(f, here->items[i], there->items[j]);
    for (size_t i = 0; i < here->count; i++)
        for (size_t j = 0; j < there->count; j++) {
            int best = alike[i * there->count + j];
            if (best < ALIKE || best < next_best(alike + i * there->count, there->count, 1, j) + LIKER ||
                best < next_best(alike + j, here->count, there->count, i) + LIKER ||
                name_two(f, here->items[i], there->items[j]))
                continue;
            search_push(f->in, here->items[i]->cluster, there->items[j]->cluster, SCORE_REST,
                        "all else of their reports is joined");
        }
}

static void state(struct finder *f, int which, const struct report *report) {
    for (const struct entry *e = report->first; e < report->end; e++)
        f->stated[which][leader_of(f, e)] = report->first->report + 1;
}

static void match_reports(void *context, const struct report *a, const struct report *b) {
    struct finder *f = context;
    state(f, 0, a);
    state(f, 1, b);
    struct rest here = rest_of(f, a, 1, b), there = rest_of(f, b, 0, a);
    if (here.few && there.few) pair_up(f, &here, &there);
}

void rest_find(struct search *s) {
    struct finder f = {.in = s};
    for (int i = 0; i < 2; i++) f.stated[i] = ARENA_ARRAY(s->arena, uint32_t, s->count + 1);
    reports_visit_following(s->entries, &f, match_reports, s->arena);
}
