/* Two series of figures become what their values say of their being one: that they contradict each other, confirm each other,
 * or follow one another over the years. A series may hold every figure of a long report, and be asked for each that might join
 * it: so it is looked up, by year and by figure, and never walked from end to end. Leaves alone what their names say
 * (likely.c). */
#include "export/series/points.h"
#include "export/series/span.h"

#include <stdlib.h>

#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

bool decimals_are_apart(decimal a, decimal b, int percent) {
    if (!a.present || !b.present) return false;
    decimal difference = decimal_magnitude(decimal_sub(a, b)),
            larger =
                decimal_compare(decimal_magnitude(a), decimal_magnitude(b)) > 0 ? decimal_magnitude(a) : decimal_magnitude(b);
    decimal allowed = decimal_shift(decimal_mul(larger, decimal_int(percent)), -2);
    return difference.present && allowed.present && decimal_compare(difference, allowed) > 0;
}

bool figures_are_apart(const struct entry *x, const struct entry *y, int percent) {
    return decimals_are_apart(x->figure, y->figure, percent);
}

/* ---- figures of one year ---------------------------------------------------------------------------------------------------
 */

static bool is_exact(const struct entry *e) { return e->claim->qualifier == QUALIFIER_EXACT; }

/* Who tells it of which year, and how: what `differ` asks but for the figure. */
static int by_teller(const struct entry *x, const struct entry *y) {
    if (x->year != y->year) return ORDER(x->year, y->year);
    int order = slice_compare(x->body, y->body);
    if (order) return order;
    if (x->report != y->report) return ORDER(x->report, y->report);
    if (x->reckoned != y->reckoned) return x->reckoned - y->reckoned;
    return is_exact(x) - is_exact(y);
}

static int by_figure(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    int                 order = by_teller(x, y);
    if (!order) order = decimal_compare(x->figure, y->figure);
    return order ? order : slice_compare(x->claim->sentence, y->claim->sentence);
}

/* The figures of a year that one teller has, the smallest first. */
struct told {
    struct entry *const *items;
    size_t               count;
};

static int against_year(const void *item, const void *wanted) {
    const struct entry *x = *(struct entry *const *)item, *y = wanted;
    return x->year != y->year ? ORDER(x->year, y->year) : slice_compare(x->body, y->body);
}

static int past_teller(const void *item, const void *wanted) {
    return by_teller(*(struct entry *const *)item, wanted) <= 0 ? -1 : 1;
}

/* What the teller of the figure at `at` has. */
static struct told told_from(const struct cluster *c, size_t at) {
    struct entry *const *first = c->told + at;
    return (struct told){first, first_not_before(*first, first, c->told_count - at, sizeof *first, past_teller)};
}

typedef bool (*teller_test)(struct told x, struct told y);

/* Asks of each two tellers of one year and body, until one says so. */
static bool any_same_year(const struct cluster *x, const struct cluster *y, teller_test holds) {
    if (x->told_count > y->told_count) return any_same_year(y, x, holds);
    for (size_t i = 0; i < x->told_count;) {
        struct told here = told_from(x, i);
        size_t      j = first_not_before(here.items[0], y->told, y->told_count, sizeof *y->told, against_year);
        while (j < y->told_count && !against_year(&y->told[j], here.items[0])) {
            struct told there = told_from(y, j);
            if (holds(here, there)) return true;
            j += there.count;
        }
        i += here.count;
    }
    return false;
}

static bool differ(const struct entry *p, const struct entry *q) {
    if (p->report != q->report && (p->reckoned || q->reckoned)) return false;
    return figures_are_apart(p, q, p->report == q->report && is_exact(p) && is_exact(q) ? 0 : 5);
}

/* What is farthest apart is the smallest of the one and the largest of the other. */
static bool tellers_differ(struct told x, struct told y) {
    return differ(x.items[0], y.items[y.count - 1]) || differ(x.items[x.count - 1], y.items[0]);
}

static int against_figure(const void *item, const void *wanted) {
    const struct entry *x = *(struct entry *const *)item, *y = wanted;
    return decimal_compare(x->figure, y->figure);
}

static bool tellers_agree(struct told x, struct told y) {
    if (x.items[0]->report == y.items[0]->report) return false;
    if (x.count > y.count) return tellers_agree(y, x);
    for (size_t i = 0; i < x.count; i++) {
        size_t at = first_not_before(x.items[i], y.items, y.count, sizeof *y.items, against_figure);
        if (at < y.count && !against_figure(&y.items[at], x.items[i])) return true;
    }
    return false;
}

static int against_sentence(const void *item, const void *wanted) {
    const struct entry *x = *(struct entry *const *)item, *y = wanted;
    int                 order = decimal_compare(x->figure, y->figure);
    return order ? order : slice_compare(x->claim->sentence, y->claim->sentence);
}

/* 投资8亿元的轮胎二期、投资8亿元的涂料项目: of two figures of one sentence that are the same neither is told twice. */
static bool tellers_stand_beside(struct told x, struct told y) {
    if (x.items[0]->report != y.items[0]->report || !is_exact(x.items[0]) || !is_exact(y.items[0])) return false;
    if (x.count > y.count) return tellers_stand_beside(y, x);
    for (size_t i = 0; i < x.count; i++) {
        size_t at = first_not_before(x.items[i], y.items, y.count, sizeof *y.items, against_sentence);
        for (; at < y.count && !against_sentence(&y.items[at], x.items[i]); at++)
            if (y.items[at]->claim != x.items[i]->claim) return true;
    }
    return false;
}

bool points_beside(const struct cluster *x, const struct cluster *y) { return any_same_year(x, y, tellers_stand_beside); }
bool points_contradict(const struct cluster *x, const struct cluster *y) { return any_same_year(x, y, tellers_differ); }
bool points_confirm(const struct cluster *x, const struct cluster *y) { return any_same_year(x, y, tellers_agree); }

/* ---- figures of years that follow one another -------------------------------------------------------------------------------
 */

enum { FAR_APART = 5 }; /* reports: a thing has changed by then */

/* How many times the smaller of two figures, `gap` reports apart, the larger may be; in tenths. */
static int tenths_allowed(enum nearness nearness, int gap) {
    switch (nearness) {
    case NEAR_TIGHTLY: return 13;
    case NEAR_CLOSELY: return 15;
    case NEAR_SPAN: return 20;
    case NEAR_ROUGHLY: return gap >= FAR_APART ? 160 : 40;
    default: return 100;
    }
}

static bool near_in_size(const struct entry *p, const struct entry *q, enum nearness nearness) {
    decimal a = decimal_magnitude(p->figure), b = decimal_magnitude(q->figure),
            difference = decimal_magnitude(decimal_sub(a, b));
    bool loosely = nearness <= NEAR_ROUGHLY;
    if (!a.present || !b.present || !difference.present) return loosely;
    if (nearness == NEAR_AT_ALL && (decimal_zero(a) || decimal_zero(b))) return true; /* 安全事故 0 */
    int points = loosely ? 30 : nearness == NEAR_TIGHTLY ? 3 : 5;
    if (p->kind == KIND_SHARE) return nearness == NEAR_AT_ALL || decimal_compare(difference, decimal_int(points)) <= 0;
    if (p->kind == KIND_GROWTH && (loosely || decimal_compare(difference, decimal_int(1)) <= 0)) return true;
    int gap = p->year > q->year ? p->year - q->year : q->year - p->year, years = span_years(p->span);
    if (years > 1) gap /= years; /* five years' sums stand in every fifth report */
    decimal times = decimal_shift(decimal_int(tenths_allowed(nearness, gap)), -1);
    return decimal_compare(decimal_mul(a, times), b) >= 0 && decimal_compare(decimal_mul(b, times), a) >= 0;
}

static int past_year(const void *item, const void *wanted) {
    const struct entry *x = *(struct entry *const *)item, *y = wanted;
    return x->year <= y->year ? -1 : 1;
}

static int past_report(const void *item, const void *wanted) {
    const struct entry *x = *(struct entry *const *)item, *y = wanted;
    return x->year < y->year || (x->year == y->year && x->report <= y->report) ? -1 : 1;
}

/* Behind the points from `i` on that are like it. */
static size_t points_past(const struct cluster *c, size_t i, int (*past)(const void *item, const void *wanted)) {
    struct entry *const *next = c->points + i + 1;
    if (i + 1 == c->count || past(next, c->points[i]) > 0) return i + 1; /* mostly */
    return i + 1 + first_not_before(c->points[i], next, c->count - i - 1, sizeof *next, past);
}

bool reports_shared(const struct cluster *x, const struct cluster *y) {
    for (size_t i = 0; i < x->count; i = points_past(x, i, past_report))
        for (size_t j = 0; j < y->count; j = points_past(y, j, past_report))
            if (x->points[i]->report == y->points[j]->report) return true;
    return false;
}

void points_nearest(const struct cluster *x, const struct cluster *y, const struct entry **p, const struct entry **q) {
    int nearest = -1;
    *p = x->points[0];
    *q = y->points[0];
    for (size_t i = 0, j = 0; nearest && i < x->count && j < y->count;) {
        int gap = x->points[i]->year - y->points[j]->year;
        if (nearest < 0 || (gap < 0 ? -gap : gap) < nearest) {
            nearest = gap < 0 ? -gap : gap;
            *p = x->points[i];
            *q = y->points[j];
        }
        if (gap <= 0)
            i = points_past(x, i, past_year);
        else
            j = points_past(y, j, past_year);
    }
}

bool points_adjoin(const struct cluster *x, const struct cluster *y) {
    enum { FAR = 3 };
    const struct entry *p, *q;
    points_nearest(x, y, &p, &q);
    int gap = p->year > q->year ? p->year - q->year : q->year - p->year, length = span_years(p->span);
    return gap <= (length > FAR ? length : FAR);
}

bool points_few(const struct cluster *x, const struct cluster *y) {
    enum { FEW = 10 };
    const struct entry *p, *q;
    points_nearest(x, y, &p, &q);
    return p->kind == KIND_LEVEL && decimal_compare(p->value, decimal_int(FEW)) < 0;
}

/* How often the years go over from one to the other, the first counted too; `near`: each time to a value near the last. */
static int turns_of(const struct cluster *x, const struct cluster *y, bool *near) {
    const struct entry *last = NULL;
    int                 turns = 0, side = -1;
    *near = true;
    for (size_t i = 0, j = 0; i < x->count || j < y->count;) {
        bool                  first = j == y->count || (i < x->count && x->points[i]->year < y->points[j]->year);
        const struct cluster *c = first ? x : y;
        size_t               *at = first ? &i : &j;
        turns += side != first;
        if (last && side != first) *near = *near && near_in_size(last, c->points[*at], NEAR_CLOSELY);
        side = first;
        *at = points_past(c, *at, past_year);
        last = c->points[*at - 1];
    }
    return turns;
}

bool points_alternate(const struct cluster *x, const struct cluster *y) {
    enum { TURNS = 4 };
    bool near;
    return turns_of(x, y, &near) >= TURNS;
}

bool points_take_turns(const struct cluster *x, const struct cluster *y) {
    enum { TURNS = 3 };
    bool near;
    bool one = gate_body(x->gate).len > 0; /* not across bodies */
    return one && turns_of(x, y, &near) >= TURNS && near && !reports_shared(x, y);
}

bool points_continue(const struct cluster *x, const struct cluster *y, enum nearness nearness) {
    const struct entry *p, *q;
    points_nearest(x, y, &p, &q);
    return near_in_size(p, q, nearness);
}

/* ---- what a series holds ----------------------------------------------------------------------------------------------------
 */

void points_sort_told(struct entry **told, size_t n) {
    if (n) qsort(told, n, sizeof *told, by_figure);
}

static int by_place(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    return x->year != y->year ? ORDER(x->year, y->year) : ORDER(x->place, y->place);
}

/* Puts what is sorted among what is: only what stands behind the first of it moves. */
static void put_among(struct entry ***items, size_t *count, size_t *capacity, struct entry *const *more, size_t n,
                      int (*compare)(const void *, const void *), struct arena *arena) {
    size_t i = *count, all = *count + n;
    if (all > *capacity) *items = arena_grow(arena, *items, *count, capacity, all, sizeof **items);
    *count = all;
    while (n > 0) {
        struct entry *last = i > 0 && compare(&(*items)[i - 1], &more[n - 1]) > 0 ? (*items)[--i] : more[--n];
        (*items)[--all] = last;
    }
}

void points_take(struct cluster *into, const struct cluster *from, struct arena *arena) {
    put_among(&into->points, &into->count, &into->capacity, from->points, from->count, by_place, arena);
    put_among(&into->told, &into->told_count, &into->told_capacity, from->told, from->told_count, by_figure, arena);
}
