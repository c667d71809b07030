/* A figure that most reports of a body state, and a figure that the others state: 文化惠民演出 142场, 156场, 151场
 * and 送戏下乡演出 148场. They are one where their names share two characters that are no word of rules/metrics.tsv, or one is
 * short for the other (播面, 播种面积), what they count is counted alike and near in size, and nothing else in the reports of
 * either might be the other's. Leaves alone what names say of one another: series/likely.c, series/sole.c. */
#include "export/series/ways.h"

#include <stdlib.h>

#include "export/series/reports.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    FEWEST = 3, /* in fewer no row has a gap */
    ALIKE = 20, /* 国家规划免疫预防疾病 and 国家重大科技专项 share what they begin with, and no more */
    MOST_ALIKE = 50,
};

/* A series, and the reports that state it, the earliest first. */
struct row {
    uint64_t in;
    uint32_t leader;
};
struct finder {
    const struct search *in;
    struct report      **reports; /* by number */
    struct row          *rows;    /* of one gate, sorted */
    size_t               count;
    uint64_t             all; /* the reports of its body */
};

/* ---- what names say --------------------------------------------------------------------------------------------------------
 */

/* 粮食产量 is no 粮食生产能力, 社区养老食堂12个 no 社区养老站点11个: both end in one character, or have a counter that tells
 * something of what it counts, as 场 and 家 do and 个 does not. */
static bool one_sort(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y) {
    bool counted = x->points[0]->kind == KIND_LEVEL && slice_has(x->gate, SLICE_LIT("|n|"));
    return (counted && unit_tells(rules, x->unit) && unit_tells(rules, y->unit)) ||
           wording_one_end(x->object.text, y->object.text);
}

/* They share two characters side by side that are no word of the table, nor of their `body`: 检察听证 and 监外执行检察 are both
 * a 检察院's. Or one character and all such words: 药品抽检 and 药品抽样. */
static bool names_shared(const struct metric_object *a, const struct metric_object *b, slice body, int alike) {
    bool words = slice_equal(a->words, b->words) && alike >= MOST_ALIKE && wording_similarity(a->core, b->core) > 0;
    return alike >= ALIKE && (words || wording_pair_shared(a->core, b->core, body));
}

/* `whole`: a row of three reports and more has its only gap here, so what they end in matters no more. */
static bool are_alike(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y, bool whole) {
    const struct metric_object *a = &x->object, *b = &y->object;
    bool same = slice_equal(x->unit, y->unit), grouped = x->unit.len && y->unit.len && units_grouped(rules, x->unit, y->unit);
    if ((!same && !grouped) || !words_nested(a->words, b->words) || !words_nested(a->deeds, b->deeds)) return false;
    if (wording_short_for(a->text, b->text)) return true;
    bool enough =
        (whole && same && x->points[0]->kind == KIND_LEVEL) || (one_sort(rules, x, y) && clusters_one_thing(rules, x, y));
    return enough && names_shared(a, b, x->points[0]->body, wording_similarity(a->text, b->text));
}

bool clusters_alike(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y) {
    return are_alike(rules, x, y, false);
}

/* So are a name of the one and a name of the other, and their values are near. */
static bool may_be_one(const struct finder *f, uint32_t x, uint32_t y, bool whole) {
    if (!points_continue(&f->in->clusters[x], &f->in->clusters[y], NEAR_CLOSELY)) return false;
    for (uint32_t i = x; i != UINT32_MAX; i = f->in->clusters[i].next)
        for (uint32_t j = y; j != UINT32_MAX; j = f->in->clusters[j].next)
            if (are_alike(f->in->rules, &f->in->clusters[i], &f->in->clusters[j], whole)) return true;
    return false;
}

/* ---- rows with gaps --------------------------------------------------------------------------------------------------------
 */

static bool has_three(uint64_t reports) {
    reports &= reports - 1;
    return reports & (reports - 1);
}

/* Each stands where the other is missing, and together they stand in all reports but one. */
static bool fills(const struct finder *f, uint64_t x, uint64_t y) {
    uint64_t missing = f->all & ~(x | y);
    return !(x & y) && !(missing & (missing - 1)) && has_three(x | y);
}

/* Nothing else in a report of y might be x's. */
static bool is_alone(const struct finder *f, const struct row *x, const struct row *y) {
    for (size_t k = 0; k < f->count; k++) {
        const struct row *other = &f->rows[k];
        if (other != y && (other->in & y->in) && !(other->in & x->in) && may_be_one(f, x->leader, other->leader, false))
            return false;
    }
    return true;
}

static void compare(struct finder *f, const struct row *x, const struct row *y) {
    const struct cluster *a = &f->in->clusters[x->leader], *b = &f->in->clusters[y->leader];
    bool                  whole = (x->in | y->in) == f->all && f->all >> FEWEST && (has_three(x->in) || has_three(y->in));
    if (points_few(a, b) || !points_continue(a, b, NEAR_TIGHTLY) || !may_be_one(f, x->leader, y->leader, whole)) return;
    if (!is_alone(f, x, y) || !is_alone(f, y, x)) return;
    search_push(f->in, x->leader, y->leader, SCORE_GAP, "each stands where the other is missing");
}

static int by_reports(const void *a, const void *b) {
    const struct row *x = a, *y = b;
    if (x->in != y->in) return ORDER(x->in, y->in);
    return ORDER(x->leader, y->leader);
}

/* What leads a series of one body, and no growth: rates of growth are all alike. */
static void read_row(struct finder *f, uint32_t leader) {
    const struct cluster *c = &f->in->clusters[leader];
    enum kind             kind = c->points[0]->kind;
    uint64_t              in = 0;
    if (c->parent != leader || (kind != KIND_LEVEL && kind != KIND_SHARE)) return;
    for (size_t k = 0; k < c->count; k++) {
        if (!slice_equal(c->points[k]->body, c->points[0]->body)) return;
        in |= f->reports[c->points[k]->report]->place;
    }
    f->all = f->reports[c->points[0]->report]->all;
    if (f->all >> (FEWEST - 1)) f->rows[f->count++] = (struct row){in, leader};
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    struct finder *f = context;
    (void)room;
    f->count = 0;
    for (size_t i = first; i < end; i++) read_row(f, (uint32_t)i);
    if (f->count) qsort(f->rows, f->count, sizeof *f->rows, by_reports);
    for (size_t i = 0, past_i; i < f->count; i = past_i) { /* rows of the same reports are looked at together */
        for (past_i = i + 1; past_i < f->count && f->rows[past_i].in == f->rows[i].in;) past_i++;
        for (size_t j = past_i, past_j; j < f->count; j = past_j) {
            for (past_j = j + 1; past_j < f->count && f->rows[past_j].in == f->rows[j].in;) past_j++;
            if (!fills(f, f->rows[i].in, f->rows[j].in)) continue;
            for (size_t x = i; x < past_i; x++)
                for (size_t y = j; y < past_j; y++) compare(f, &f->rows[x], &f->rows[y]);
        }
    }
}

void gap_find(struct search *s) {
    struct finder f = {.in = s, .reports = reports_read(s->entries, s->arena).by_number};
    f.rows = ARENA_ARRAY(s->arena, struct row, s->count + 1);
    gates_visit(s, &f, find_in_gate);
}
