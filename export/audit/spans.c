/* What single years say of several: 五年新增就业5100万人 beside five years that come to 5197万, 年均增长9.3% beside growth of
 * 9, 8.7, 10.3, 9.2 and 7.8 %. All years must be there, each from a report of its own. */
#include "export/audit/checks.h"
#include "export/series/key.h"
#include "export/series/span.h"

#include "extract/base/banned.h"

enum { MOST_YEARS = 20 };

struct years { /* what single years come to together */
    decimal             sum;
    struct leeway       leeway;
    const struct claim *last;
};

/* 100 and 8% → 108. */
static decimal grown(decimal level, decimal percent) {
    return decimal_div(decimal_mul(level, decimal_add(decimal_int(100), percent)), decimal_int(100), 18);
}

static const struct point *yearly_point(const struct series *s, int year) {
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        if (p->year == year && !p->shadowed && p->value.present && !p->reckoned && is_sure(p)) return p;
    }
    return NULL;
}

/* Levels and changes are added up; growth is made from 1 to what it grows to. False where a year is missing. */
static bool add_years(struct years *out, const struct series *s, int first, int last) {
    bool    growth = s->kind == KIND_GROWTH;
    decimal start = growth ? decimal_int(1) : decimal_int(0);
    *out = (struct years){start, {start, start}, NULL};
    for (int year = first; year <= last; year++) {
        const struct point *p = yearly_point(s, year);
        if (!p) return false;
        decimal (*more)(decimal, decimal) = growth ? grown : decimal_add;
        struct leeway l = claim_leeway(p->claim, p->value);
        out->sum = more(out->sum, p->value);
        out->leeway = (struct leeway){more(out->leeway.low, l.low), more(out->leeway.high, l.high)};
        out->last = p->claim;
    }
    return true;
}

/* What the years make of the statement: their sum, their mean, the growth from the first to the last. */
static decimal made_of(const struct auditor *a, const struct series *t, decimal sum, int years) {
    bool average = span_is_average(a, t->span);
    if (t->kind == KIND_GROWTH) return growth_percent(decimal_int(1), sum, average ? years : 1);
    return average ? decimal_div(sum, decimal_int(years), 18) : sum;
}

static void compare_years(const struct auditor *a, const struct series *t, const struct point *p, const struct years *y,
                          int years) {
    struct leeway made = {made_of(a, t, y->leeway.low, years), made_of(a, t, y->leeway.high, years)};
    if (t->kind == KIND_GROWTH) {
        const decimal half = decimal_shift(decimal_int(5), -1);
        made = (struct leeway){decimal_sub(made.low, half), decimal_add(made.high, half)};
    }
    if (!leeway_gap(made, claim_leeway(p->claim, p->value)).present) return;
    decimal sum = decimal_round(made_of(a, t, y->sum, years), 2);
    audit_add(a, (struct contradiction){.check = CHECK_SUM,
                                        .severity = is_within_tenth(p->value, sum) ? SEVERITY_NOTE : SEVERITY_WARNING,
                                        .claim = p->claim,
                                        .other = y->last,
                                        .year = p->year,
                                        .unit = t->unit,
                                        .value = p->value,
                                        .against = sum,
                                        .difference = decimal_sub(p->value, sum),
                                        .note = "the single years make another sum or average"});
}

/* The statements of several years in `t`, against the single years in `s`. */
static void check_spans(const struct auditor *a, const struct series *t, const struct series *s) {
    for (size_t i = 0; i < t->point_count; i++) {
        const struct point *p = &t->points[i];
        int                 years = span_years(p->span.len ? p->span : t->span), base = slice_int(p->claim->basis);
        struct years        together;
        if (base > 0 && base != p->year - years) continue;
        if (p->duplicate || !p->value.present || !is_sure(p) || years < 2 || years > MOST_YEARS) continue;
        if (add_years(&together, s, p->year - years + 1, p->year)) compare_years(a, t, p, &together, years);
    }
}

void audit_spans(const struct auditor *a) {
    for (size_t i = 0; i < a->figure_count; i++) {
        const struct figure *f = &a->figures[i];
        for (size_t j = 0; j < f->count; j++)
            for (size_t k = 0; k < f->count; k++) {
                const struct series *t = &f->series[j], *s = &f->series[k];
                bool                 kind = t->kind == KIND_LEVEL || kind_moves(t->kind);
                if (kind && t->span.len && !s->span.len && t->kind == s->kind && t->status == STATUS_ACTUAL &&
                    s->status == STATUS_ACTUAL && slice_equal(t->unit, s->unit))
                    check_spans(a, t, s);
            }
    }
}
