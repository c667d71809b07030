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

/* The report of `p` says elsewhere what `q` says: then the two do not contradict one another. */
static bool said_too(const struct series *s, const struct point *p, const struct point *q) {
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *r = &s->points[i];
        if (r->year == q->year && one_document(r, p) &&
            !leeway_gap(claim_leeway(r->claim, r->value), claim_leeway(q->claim, q->value)).present)
            return true;
    }
    return false;
}

/* a differs from b by less than `percent` of it. */
static bool within(decimal a, decimal b, int percent) {
    decimal allowed = decimal_shift(decimal_mul(magnitude(b), decimal_int(percent)), -2);
    decimal gap = magnitude(decimal_sub(a, b));
    return allowed.present && gap.present && decimal_compare(gap, allowed) < 0;
}

/* 1186 and 1168, 12.5 and 125: the same digits in another order, or the point in another place. */
static bool is_slip(decimal a, decimal b) {
    char   x[DECIMAL_TEXT], y[DECIMAL_TEXT];
    int    digits[10] = {0};
    size_t n = 0;
    for (size_t i = 0, end = decimal_write(x, a); i < end; i++)
        if (x[i] > '0' && x[i] <= '9') digits[x[i] - '0']++, n++;
    for (size_t i = 0, end = decimal_write(y, b); i < end; i++)
        if (y[i] > '0' && y[i] <= '9') digits[y[i] - '0']--;
    for (int i = 1; i < 10; i++)
        if (digits[i]) return false;
    return n > 1;
}

static void compare_points(struct audit *out, const struct series *s, const struct point *p, const struct point *q,
                           struct arena *arena) {
    if (slice_equal(p->claim->document, q->claim->document) || !p->value.present || !q->value.present) return;
    if (!leeway_gap(claim_leeway(p->claim, p->value), claim_leeway(q->claim, q->value)).present) return;
    if (said_too(s, p, q) || said_too(s, q, p)) return;
    const struct point  *later = p->claim > q->claim ? p : q, *earlier = later == p ? q : p;
    bool                 slip = is_slip(p->value, q->value), close = within(p->value, q->value, 10);
    struct contradiction f = {.check = p->claim->role == ROLE_FROM || q->claim->role == ROLE_FROM ? CHECK_FROM : CHECK_VALUE,
                              .severity = slip                                  ? SEVERITY_ERROR
                                          : close || s->status == STATUS_TARGET ? SEVERITY_NOTE
                                                                                : SEVERITY_WARNING,
                              .claim = later->claim,
                              .other = earlier->claim,
                              .year = p->year,
                              .unit = s->unit,
                              .value = later->value,
                              .against = earlier->value,
                              .difference = decimal_sub(later->value, earlier->value)};
    f.note = slip    ? SLICE_LIT("the same digits: a slip of the pen")
             : close ? SLICE_LIT("revised, or another scope")
                     : SLICE_LIT("two reports, two values");
    audit_add(out, f, arena);
}

static void check_values(struct audit *out, const struct series *s, struct arena *arena) {
    size_t first = 0;
    for (size_t i = 1; i < s->point_count; i++) {
        const struct point *p = &s->points[i], *winner = &s->points[first];
        if (p->year != winner->year || !slice_equal(p->body, winner->body))
            first = i;
        else if (!p->duplicate && !winner->duplicate)
            compare_points(out, s, winner, p, arena);
    }
}

/* ---- published growth ------------------------------------------------------------------------------------------------------
 */

static decimal growth_percent(decimal from, decimal to) {
    if (!from.present || !to.present || from.negative || decimal_zero(from)) return DECIMAL_NONE;
    return decimal_shift(decimal_sub(decimal_div(to, from, 18), decimal_int(1)), 2);
}

/* What two levels leave open for the growth between them, half a point more on each side. */
static struct leeway levels_growth(const struct point *from, const struct point *to) {
    const decimal half = decimal_shift(decimal_int(5), -1);
    struct leeway a = claim_leeway(from->claim, from->value), b = claim_leeway(to->claim, to->value);
    return (struct leeway){decimal_sub(growth_percent(a.high, b.low), half), decimal_add(growth_percent(a.low, b.high), half)};
}

static void check_growth(struct audit *out, const struct comparison *c, const struct series *s, struct arena *arena) {
    const struct series *growth = s->kind == KIND_LEVEL ? series_beside(c, s, KIND_GROWTH, s->status) : NULL;
    if (!growth || s->status != STATUS_ACTUAL) return;
    for (size_t i = 0; i < growth->point_count; i++) {
        const struct point *g = &growth->points[i], *to = series_point(s, g->year, g->body),
                           *from = series_point(s, g->year - 1, g->body);
        if (g->shadowed || !g->value.present || !to || !from || !to->value.present || !from->value.present) continue;
        struct leeway borne = levels_growth(from, to);
        if (!leeway_gap(borne, claim_leeway(g->claim, g->value)).present) continue;
        decimal computed = decimal_round(growth_percent(from->value, to->value), 2);
        char    said[DECIMAL_TEXT], shown[DECIMAL_TEXT];
        int     n = (int)decimal_write(said, g->value), m = (int)decimal_write(shown, computed);
        audit_add(
            out,
            (struct contradiction){.check = CHECK_GROWTH,
                                   .severity = SEVERITY_WARNING,
                                   .claim = g->claim,
                                   .other = from->claim,
                                   .year = g->year,
                                   .unit = growth->unit,
                                   .value = g->value,
                                   .against = computed,
                                   .difference = decimal_sub(g->value, computed),
                                   .note = arena_format(arena, "published growth %.*s%%, computed %.*s%%", n, said, m, shown)},
            arena);
    }
}

void audit_series(struct audit *out, const struct comparison *c, struct arena *arena) {
    for (size_t i = 0; i < c->count; i++) {
        check_values(out, &c->series[i], arena);
        check_growth(out, c, &c->series[i], arena);
    }
}
