/* A report says again what last year's said: 去年8月宣布将36幅用地改作房屋发展 in one, 将36幅用地改作住宅用途 in the next. That
 * the same figure stands in words so like says more than what either calls it, and than 8月 does of its span: no month's figure
 * is told again as a year's. Leaves alone figures of one digit, 1000万, which come again by themselves, and rates, which all
 * do; 投资1.3亿元的管网改造 and 投资1.3亿元的客运站 share no more than 投资. */
#include "export/series/ways.h"

#include <stdlib.h>

#include "export/series/reports.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    BEFORE = 40, /* characters of the sentence up to the end of the figure, and behind it */
    BEHIND = 24,
    ALIKE = 38, /* what stands there is, of 100 */
};

struct finder {
    const struct search *in;
    const struct entry **told; /* by the later report, sorted */
};

/* 36, 257 and 1.3亿; not 4, 1000万. */
static bool is_telling(const struct entry *e) {
    u128 digits = e->claim->value.coefficient;
    if (!e->claim->value.present || (e->kind != KIND_LEVEL && e->kind != KIND_CHANGE) || e->claim->role != ROLE_NONE)
        return false;
    while (digits && digits % 10 == 0) digits /= 10;
    return digits > 9 && e->behind;
}

static int by_figure(const struct entry *x, const struct entry *y) {
    int order = slice_compare(x->gate, y->gate);
    return order ? order : decimal_compare(x->figure, y->figure);
}

static int by_figure_and_place(const void *a, const void *b) {
    const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
    int                 order = by_figure(x, y);
    return order ? order : ORDER(x->place, y->place);
}

static int against_figure(const void *item, const void *wanted) {
    return by_figure(*(const struct entry *const *)item, wanted);
}

static slice words_around(const struct entry *e) {
    slice  sentence = e->claim->sentence;
    size_t from = e->behind, to = from;
    for (int i = 0; i < BEFORE && from; i++) from -= utf8_size_before(sentence, from);
    for (int i = 0; i < BEHIND && to < sentence.len; i++) to = utf8_next(sentence, to);
    return slice_sub(sentence, from, to);
}

static bool may_be_one(const struct finder *f, const struct entry *x, const struct entry *y) {
    return units_grouped(f->in->rules, x->unit, y->unit) && wording_pair_shared(x->key->core, y->key->core, SLICE_NONE) &&
           wording_similarity(words_around(x), words_around(y)) >= ALIKE;
}

/* The only one of `n` that may be `e` told again; NULL where there is none, or several. */
static const struct entry *only_one(const struct finder *f, const struct entry *e, const struct entry **told, size_t n) {
    const struct entry *only = NULL;
    for (size_t i = 0; i < n; i++) {
        if (!may_be_one(f, e, told[i])) continue;
        if (only) return NULL;
        only = told[i];
    }
    return only;
}

static void match_reports(void *context, const struct report *a, const struct report *b) {
    const struct finder *f = context;
    size_t               n = 0;
    for (const struct entry *e = b->first; e < b->end; e++)
        if (is_telling(e)) f->told[n++] = e;
    if (n) qsort(f->told, n, sizeof *f->told, by_figure_and_place);
    for (const struct entry *e = a->first; e < a->end; e++) {
        if (!is_telling(e)) continue;
        size_t first = first_not_before(e, f->told, n, sizeof *f->told, against_figure), end = first;
        while (end < n && !by_figure(f->told[end], e)) end++;
        const struct entry *other = only_one(f, e, f->told + first, end - first);
        if (other) search_push(f->in, e->cluster, other->cluster, SCORE_RESTATED, "the same figure is told again");
    }
}

void restate_find(struct search *s) {
    struct finder f = {s, ARENA_ARRAY(s->arena, const struct entry *, s->entries->count + 1)};
    reports_visit_following(s->entries, &f, match_reports, s->arena);
}
