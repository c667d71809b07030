/* What the figures of one series say against one another: two reports give 2020 two values, a from-value is not what last
 * year's own report said, 增长12.5% stands beside levels that grew by 10 %. */
#include "export/audit_checks.h"
#include "export/series_change.h"

#include "extract/base/banned.h"

static decimal magnitude(decimal d) {
    d.negative = false;
    return d;
}

/* ---- one year, two values --------------------------------------------------------------------------------------------------
 */

static bool one_document(const struct point *p, const struct point *q) {
    return slice_equal(p->claim->document, q->claim->document);
}

static bool agree(const struct point *p, const struct point *q) {
    return !leeway_gap(claim_leeway(p->claim, p->value), claim_leeway(q->claim, q->value)).present;
}

struct year { /* the points of a series that are of one year and body, the winner first */
    const struct series *series;
    const struct point  *points;
    size_t               count;
};

/* The report of `p` says elsewhere what `q` says: then the two do not contradict one another. */
static bool said_too(const struct year *y, const struct point *p, const struct point *q) {
    for (size_t i = 0; i < y->count; i++)
        if (one_document(&y->points[i], p) && agree(&y->points[i], q)) return true;
    return false;
}

/* a differs from b by less than `percent` of it. */
static bool within(decimal a, decimal b, int percent) {
    decimal allowed = decimal_shift(decimal_mul(magnitude(b), decimal_int(percent)), -2), gap = magnitude(decimal_sub(a, b));
    return allowed.present && gap.present && decimal_compare(gap, allowed) < 0;
}

/* 1186 and 1168, 12.5 and 125: the same digits in another order, or the point in another place. */
static bool is_slip(decimal a, decimal b) {
    char text[DECIMAL_TEXT];
    int  digits[10] = {0}, seen = 0;
    for (size_t i = 0, end = decimal_write(text, a); i < end; i++)
        if (text[i] > '0' && text[i] <= '9') digits[text[i] - '0']++, seen++;
    for (size_t i = 0, end = decimal_write(text, b); i < end; i++)
        if (text[i] > '0' && text[i] <= '9') digits[text[i] - '0']--;
    for (int i = 1; i < 10; i++)
        if (digits[i]) return false;
    return seen > 2;
}

/* Joins less sure than a synonym may set two figures side by side that only look alike. */
static bool is_sure(const struct point *p) { return decimal_compare(p->score, decimal_shift(decimal_int(9), -1)) >= 0; }

static void compare_points(struct audit *out, const struct year *y, const struct point *p, const struct point *q,
                           const struct audit_rules *rules, struct arena *arena) {
    if (one_document(p, q) || !p->value.present || !q->value.present || !is_sure(p) || !is_sure(q) || agree(p, q)) return;
    bool close = within(p->value, q->value, 10), slip = is_slip(p->value, q->value);
    if ((p->reckoned || q->reckoned) && !close) return; /* its year is a guess, and a wrong one */
    if (said_too(y, p, q) || said_too(y, q, p)) return;
    const struct point *later = p->claim > q->claim ? p : q, *earlier = later == p ? q : p;
    bool explained = y->series->status == STATUS_TARGET || audit_says(rules, SAYS_SCOPE, later->claim->sentence) ||
                     audit_says(rules, SAYS_SCOPE, earlier->claim->sentence);
    struct contradiction f = {.check = p->claim->role == ROLE_FROM || q->claim->role == ROLE_FROM ? CHECK_FROM : CHECK_VALUE,
                              .severity = explained ? SEVERITY_NOTE
                                          : slip    ? SEVERITY_ERROR
                                          : close   ? SEVERITY_NOTE
                                                    : SEVERITY_WARNING,
                              .claim = later->claim,
                              .other = earlier->claim,
                              .year = p->year,
                              .unit = y->series->unit,
                              .value = later->value,
                              .against = earlier->value,
                              .difference = decimal_sub(later->value, earlier->value)};
    f.note = explained ? SLICE_LIT("another plan or scope")
             : slip    ? SLICE_LIT("the same digits: a slip of the pen")
             : close   ? SLICE_LIT("revised, or another scope")
                       : SLICE_LIT("two reports, two values");
    audit_add(out, f, arena);
}

enum { MOST = 8 }; /* contradictions of one year of one series: among thousands of reports a person reads no more */

static void check_values(struct audit *out, const struct series *s, const struct audit_rules *rules, struct arena *arena) {
    struct year         y = {s, s->points, 0};
    const struct point *end = s->points + s->point_count;
    for (; y.points < end; y.points += y.count) {
        const struct point *winner = y.points;
        size_t              before = out->count;
        y.count = 1;
        while (winner + y.count < end && winner[y.count].year == winner->year &&
               slice_equal(winner[y.count].body, winner->body))
            y.count++;
        for (size_t i = 1; i < y.count && out->count < before + MOST; i++)
            if (!winner[i].duplicate) compare_points(out, &y, winner, &winner[i], rules, arena);
    }
}

/* ---- published growth ------------------------------------------------------------------------------------------------------
 */

decimal growth_percent(decimal from, decimal to) {
    if (!from.present || !to.present || from.negative || decimal_zero(from)) return DECIMAL_NONE;
    return decimal_shift(decimal_sub(decimal_div(to, from, 18), decimal_int(1)), 2);
}

struct leeway growth_leeway(struct leeway from, struct leeway to) {
    const decimal half = decimal_shift(decimal_int(5), -1);
    return (struct leeway){decimal_sub(growth_percent(from.high, to.low), half),
                           decimal_add(growth_percent(from.low, to.high), half)};
}

/* Growth at constant prices against levels at current ones: what prices and a year's change of scope may make of it; of several
 * years' nobody can tell. */
static bool prices_explain(const struct claim *growth, decimal gap, int years, const struct audit_rules *rules) {
    bool real = audit_says(rules, SAYS_REAL, growth->metric) || audit_says(rules, SAYS_PRICES, growth->sentence);
    bool little = gap.present && decimal_compare(gap, decimal_int(-4)) > 0 && decimal_compare(gap, decimal_int(12)) < 0;
    return real && (years > 1 || little);
}

/* The year that growth and change count from: 比2002年增长65.5% says so; growth that says nothing counts from the year before,
 * a change does only where it says 比上年. 0: it cannot be told. */
static int base_year(const struct series *growth, const struct point *g) {
    int  said = slice_int(g->claim->basis);
    bool yearly = growth->kind == KIND_GROWTH ? !growth->span.len : slice_equal(g->claim->basis, SLICE_LIT("yoy"));
    return said > 0 ? said : yearly ? g->year - 1 : 0;
}

static void judge_growth(struct audit *out, const struct series *growth, const struct point *g, const struct point *from,
                         const struct point *to, const struct audit_rules *rules, struct arena *arena) {
    struct leeway a = claim_leeway(from->claim, from->value), b = claim_leeway(to->claim, to->value), borne;
    decimal       made;
    if (growth->kind == KIND_GROWTH) {
        borne = growth_leeway(a, b);
        made = decimal_round(growth_percent(from->value, to->value), 2);
    } else {
        borne = (struct leeway){decimal_sub(b.low, a.high), decimal_sub(b.high, a.low)};
        made = decimal_sub(to->value, from->value);
    }
    if (!borne.low.present || !borne.high.present || !leeway_gap(borne, claim_leeway(g->claim, g->value)).present) return;
    if (growth->kind == KIND_GROWTH && prices_explain(g->claim, decimal_sub(made, g->value), g->year - from->year, rules))
        return;
    bool plan = growth->status == STATUS_TARGET; /* a plan may count from what was done, not from the plan before */
    bool explained =
        plan || audit_says(rules, SAYS_SCOPE, g->claim->sentence) || audit_says(rules, SAYS_PRICES, g->claim->sentence);
    audit_add(out,
              (struct contradiction){.check = CHECK_GROWTH,
                                     .severity = explained ? SEVERITY_NOTE : SEVERITY_WARNING,
                                     .claim = g->claim,
                                     .other = from->claim,
                                     .year = g->year,
                                     .unit = growth->unit,
                                     .value = g->value,
                                     .against = made,
                                     .difference = decimal_sub(g->value, made),
                                     .note = SLICE_LIT("the levels of the two years make another growth")},
              arena);
}

/* Every growth and change that is stated of the level's figure. Series of one figure stand together. */
static void check_growth(struct audit *out, const struct comparison *c, size_t at, const struct audit_rules *rules,
                         struct arena *arena) {
    const struct series *s = &c->series[at];
    if (s->kind != KIND_LEVEL || s->span.len) return;
    size_t first = at;
    while (first > 0 && slice_equal(c->series[first - 1].key, s->key)) first--;
    for (size_t k = first; k < c->count && slice_equal(c->series[k].key, s->key); k++) {
        const struct series *t = &c->series[k];
        bool growth = t->kind == KIND_GROWTH && slice_equal(t->unit, SLICE_LIT("%")) && t->status == STATUS_ACTUAL;
        bool change = t->kind == KIND_CHANGE && slice_equal(t->unit, s->unit);
        if ((!growth && !change) || t->status != s->status || !slice_equal(t->body, s->body)) continue;
        for (size_t i = 0; i < t->point_count; i++) {
            const struct point *g = &t->points[i];
            if (g->shadowed) continue;
            const struct point *to = series_point(s, g->year, g->body), *from = series_point(s, base_year(t, g), g->body);
            if (!to || !from || !g->value.present || !to->value.present || !from->value.present || from->reckoned) continue;
            if (is_sure(g) && is_sure(to) && is_sure(from)) judge_growth(out, t, g, from, to, rules, arena);
        }
    }
}

void audit_series(struct audit *out, const struct comparison *c, const struct audit_rules *rules, struct arena *arena) {
    for (size_t i = 0; i < c->count; i++) {
        check_values(out, &c->series[i], rules, arena);
        check_growth(out, c, i, rules, arena);
    }
}
