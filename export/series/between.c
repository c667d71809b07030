/* Who writes this year's report writes it along last year's: 处罚金额1480万元 stands between 查处案件 and 信访举报, as
 * 罚款1620万元 does in the next. Of two reports of years that follow one another, what is between the same two figures, counted
 * alike, near in size and alone of its sort in both places is one series, if the names have anything in common. Leaves alone
 * what names alone say: series/likely.c. */
#include "export/series/ways.h"

#include "export/series/reports.h"
#include "export/series/unit.h"
#include "export/series/wording.h"

#include "extract/base/banned.h"

enum { LONGEST = 8 }; /* figures between the two */

/* Where a series is stated in a report. */
struct stand {
    const struct entry *first;
    uint32_t            report, times;
};
struct finder {
    const struct search *in;
    struct stand        *stands[2]; /* by leader: in the earlier report, in the later */
    const struct report *reports[2];
};
/* What stands between two figures. */
struct stretch {
    const struct entry *first, *end;
};

static void read_stands(struct finder *f, int which, const struct report *report) {
    f->reports[which] = report;
    for (const struct entry *e = report->first; e < report->end; e++) {
        struct stand *s = &f->stands[which][cluster_leader(f->in->clusters, e->cluster)];
        if (!s->first || s->report != e->report) *s = (struct stand){e, e->report, 0};
        s->times++;
    }
}

/* The series of `e` in one of the two reports; NULL where that does not state it. */
static const struct stand *stand_of(const struct finder *f, int which, const struct entry *e) {
    const struct stand *s = &f->stands[which][cluster_leader(f->in->clusters, e->cluster)];
    return s->first && s->report == f->reports[which]->first->report ? s : NULL;
}

/* Both reports state it once: where the later does. */
static const struct entry *anchored(const struct finder *f, const struct entry *e) {
    const struct stand *here = stand_of(f, 0, e), *there = stand_of(f, 1, e);
    return there && here->times == 1 && there->times == 1 ? there->first : NULL;
}

static bool one_sort(const struct entry *x, const struct entry *y) {
    return slice_equal(x->gate, y->gate) && slice_equal(x->unit, y->unit);
}

/* The figure of x's sort in the stretch that the other report does not state; NULL when there are several. */
static const struct entry *only_one(const struct finder *f, struct stretch in, int which, const struct entry *x) {
    const struct entry *only = NULL;
    for (const struct entry *e = in.first; e < in.end; e++) {
        if (stand_of(f, !which, e) || !one_sort(x, e)) continue;
        if (only) return NULL;
        only = e;
    }
    return only;
}

/* The names have a character in common, rates two side by side, and tell of no two things; what came within the year is not
 * what there is. */
static bool names_agree(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y) {
    bool  things = x->object.text.len && y->object.text.len && !unit_is_special(rules, x->unit);
    slice a = things ? x->object.text : x->first[0]->metric, b = things ? y->object.text : y->first[0]->metric;
    bool  shared = x->first[0]->kind == KIND_SHARE ? wording_pair_shared(a, b, SLICE_NONE) : wording_similarity(a, b) > 15;
    return shared && !clusters_parted(x, y, 1) && words_nested(x->object.words, y->object.words) &&
           words_nested(x->object.deeds, y->object.deeds) &&
           metric_flows(rules, x->key->text) == metric_flows(rules, y->key->text);
}

static void pair_up(const struct finder *f, const struct entry *x, const struct entry *y) {
    const struct cluster *clusters = f->in->clusters;
    const struct cluster *a = &clusters[cluster_leader(clusters, x->cluster)],
                         *b = &clusters[cluster_leader(clusters, y->cluster)];
    if ((x->kind != KIND_LEVEL && x->kind != KIND_SHARE) || points_few(a, b) || !points_continue(a, b, NEAR_TIGHTLY)) return;
    if (names_agree(f->in->rules, &clusters[x->cluster], &clusters[y->cluster]))
        search_push(f->in, x->cluster, y->cluster, SCORE_GAP, "both stand between the same two figures");
}

static void match_stretches(const struct finder *f, struct stretch here, struct stretch there) {
    if (there.first > there.end || here.end - here.first > LONGEST || there.end - there.first > LONGEST) return;
    for (const struct entry *x = here.first; x < here.end; x++) {
        if (stand_of(f, 1, x) || only_one(f, here, 0, x) != x) continue;
        const struct entry *y = only_one(f, there, 1, x);
        if (y) pair_up(f, x, y);
    }
}

/* Of two reports of one body and of years that follow one another. */
static void match_reports(void *context, const struct report *a, const struct report *b) {
    struct finder *f = context;
    struct stretch here = {NULL, NULL}, there = {NULL, NULL};
    read_stands(f, 0, a);
    read_stands(f, 1, b);
    for (const struct entry *e = a->first; e < a->end; e++) {
        const struct entry *other = anchored(f, e);
        if (!other) continue;
        here.end = e;
        there.end = other;
        if (here.first) match_stretches(f, here, there);
        here.first = e + 1;
        there.first = other + 1;
    }
}

void between_find(struct search *s) {
    struct finder f = {.in = s};
    for (int i = 0; i < 2; i++) f.stands[i] = ARENA_ARRAY(s->arena, struct stand, s->count + 1);
    reports_visit_following(s->entries, &f, match_reports, s->arena);
}
