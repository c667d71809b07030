/* What a figure's levels say of its growth: 增长12.5% stands beside levels that grew by 10 %, 比2002年增长65.5% and
 * 年均增长10.6% beside those of 2002 and 2007. Growth at constant prices against levels at current ones is told apart by its
 * note. */
#include "export/audit/checks.h"
#include "export/series/entry.h"
#include "export/series/key.h"
#include "export/series/span.h"
#include "export/series/unit.h"

#include "extract/base/banned.h"

struct statement { /* a growth, change or multiple, and the years that it lies between */
    const struct series *series;
    const struct point  *point;
    int                  from, to;
    bool                 average; /* of one year of them */
};

/* The years: 比2002年增长65.5% says its base; 五年增长57% and 年均5y reach back as far as they say, growth that says nothing to
 * the year before, and so does a change that says 比上年. False: it cannot be told. */
static bool read_statement(const struct auditor *a, struct statement *out, const struct series *t, const struct point *p) {
    const struct claim *c = p->claim;
    slice               covers = t->span.len ? p->span.len ? p->span : t->span : SLICE_NONE;
    int                 said = slice_int(c->basis), years = span_years(covers);
    bool                yearly = !covers.len && (t->kind == KIND_GROWTH || slice_is(c->basis, "yoy"));
    *out = (struct statement){t, p, 0, p->year, span_is_average(a, covers)};
    out->from = said > 0 ? said : years > 1 ? p->year - years : yearly ? p->year - 1 : 0;
    return out->from > 0 && out->from < out->to && p->value.present;
}

/* Whether `t` says how the levels of `s` changed. */
static bool speaks_of(const struct series *t, const struct series *s, const struct metric_rules *rules) {
    if (t->status != s->status) return false;
    switch (t->kind) {
    case KIND_GROWTH: return s->kind == KIND_LEVEL && slice_is(t->unit, "%") && t->status == STATUS_ACTUAL;
    case KIND_MULTIPLE: return s->kind == KIND_LEVEL && t->status == STATUS_ACTUAL;
    case KIND_CHANGE: return s->kind == KIND_LEVEL ? slice_equal(t->unit, s->unit) : unit_is_points(rules, t->unit);
    default: return false;
    }
}

static decimal ratio_of(decimal from, decimal to) { return from.negative ? DECIMAL_NONE : decimal_div(to, from, 18); }

static decimal per_year(decimal d, const struct statement *g) {
    return g->average ? decimal_div(d, decimal_int(g->to - g->from), 18) : d;
}

/* What the two levels make of it. */
static decimal made_of(const struct statement *g, decimal from, decimal to) {
    switch (g->series->kind) {
    case KIND_GROWTH: return growth_percent(from, to, g->average ? g->to - g->from : 1);
    case KIND_MULTIPLE: return ratio_of(from, to);
    default: return per_year(decimal_sub(to, from), g);
    }
}

static struct leeway leeway_of(const struct statement *g, struct leeway from, struct leeway to) {
    switch (g->series->kind) {
    case KIND_GROWTH: return growth_leeway(from, to, g->average ? g->to - g->from : 1);
    case KIND_MULTIPLE: return (struct leeway){ratio_of(from.high, to.low), ratio_of(from.low, to.high)};
    default: return (struct leeway){per_year(decimal_sub(to.low, from.high), g), per_year(decimal_sub(to.high, from.low), g)};
    }
}

static bool bear_out(const struct statement *g, const struct point *from, const struct point *to) {
    struct leeway made = leeway_of(g, claim_leeway(from->claim, from->value), claim_leeway(to->claim, to->value));
    return !leeway_gap(made, claim_leeway(g->point->claim, g->point->value)).present;
}

static bool in_its_report(const struct point *p, const struct statement *g) {
    return slice_equal(p->claim->document, g->point->claim->document);
}

/* The level that it is held against: of two values of a year that of its own report, else the winner. With `to` the level of
 * the base year: any value of it may bear the statement out, for this year's report may count from a revised one. `sure`: what
 * a guess has joined holds nothing against it. */
static const struct point *level_at(const struct series *s, const struct statement *g, int year, const struct point *to,
                                    bool sure) {
    const struct point *best = NULL;
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        bool                guessed = p->reckoned && !in_its_report(p, g);
        bool                same_year = p->year == year && slice_equal(p->body, g->point->body);
        if (!same_year || !p->value.present || p->duplicate || guessed || (sure && !is_sure(p))) continue;
        if (to && bear_out(g, p, to)) return p;
        if (!best || (in_its_report(p, g) && !in_its_report(best, g))) best = p;
    }
    return best;
}

static void add_growth(const struct auditor *a, const struct statement *g, const struct point *from, const struct point *to) {
    const struct claim *c = g->point->claim;
    decimal             made = decimal_round(made_of(g, from->value, to->value), 2);
    decimal             gap = decimal_sub(made, g->point->value);
    bool plan = g->series->status == STATUS_TARGET; /* it may count from what was done, not from the plan before */
    bool real = audit_says(a->rules, SAYS_REAL, c->metric) || audit_says(a->rules, SAYS_REAL, to->claim->metric) ||
                audit_says(a->rules, SAYS_PRICES, c->sentence);
    bool scope = audit_says(a->rules, SAYS_SCOPE, c->sentence) || audit_says(a->rules, SAYS_SCOPE, to->claim->sentence);
    /* what prices make of a year's growth; of several years' nobody can tell */
    bool little = gap.present && decimal_compare(gap, decimal_int(-4)) > 0 && decimal_compare(gap, decimal_int(12)) < 0;
    bool prices = real && g->series->kind == KIND_GROWTH && (little || g->to - g->from > 1);
    audit_add(a, (struct contradiction){.check = CHECK_GROWTH,
                                        .severity = plan || prices || scope ? SEVERITY_NOTE : SEVERITY_WARNING,
                                        .claim = c,
                                        .other = from->claim,
                                        .year = g->to,
                                        .unit = g->series->unit,
                                        .value = g->point->value,
                                        .against = made,
                                        .difference = decimal_sub(g->point->value, made),
                                        .note = prices          ? "growth at constant prices, levels at current ones"
                                                : plan || scope ? "another plan or scope"
                                                                : "the levels of the two years make another growth"});
}

/* 比上年增加1206亿元 of a plan counts from what the year before came to: where no report says that, nobody can tell. */
static bool result_bears_out(const struct figure *f, const struct series *plan, const struct statement *g,
                             const struct point *to) {
    bool known = false;
    for (size_t i = 0; i < f->count; i++) {
        const struct series *s = &f->series[i];
        bool                 result = s->status == STATUS_ACTUAL && s->kind == plan->kind && !s->span.len;
        const struct point  *from = result && slice_equal(s->unit, plan->unit) ? level_at(s, g, g->from, to, true) : NULL;
        if (from && bear_out(g, from, to)) return true;
        known |= from != NULL;
    }
    return !known;
}

/* 缴存额增长9.74% is of 缴存额42亿元, though 缴存总额328亿元 is of the same figure; and of 分别下降12.05%、7.47% one is of the
 * 笔, one of the 元: other levels of the figure than `s` bear it out. */
static bool others_bear_out(const struct auditor *a, const struct figure *f, const struct series *s,
                            const struct statement *g) {
    for (size_t i = 0; i < f->count; i++) {
        const struct series *other = &f->series[i];
        if (other == s || other->span.len || !speaks_of(g->series, other, a->comparison->rules)) continue;
        const struct point *to = level_at(other, g, g->to, NULL, false),
                           *from = to ? level_at(other, g, g->from, to, false) : NULL;
        if (from && bear_out(g, from, to)) return true;
    }
    return false;
}

/* 全市法院受理案件2万件，其中市中院3000件, and 受理案件同比增长4.4%: the growth does not say whose it is, and the levels of
 * those that are told apart by name (figure#法院, sorted behind the figure) may bear it out too. */
static bool zones_bear_out(const struct auditor *a, const struct figure *f, const struct statement *g) {
    const struct figure *end = a->figures + a->figure_count;
    slice                name = f->series->figure;
    for (const struct figure *zone = f + 1; zone < end && slice_starts(zone->series->figure, name); zone++)
        if (zone->series->figure.len > name.len && zone->series->figure.ptr[name.len] == '#' &&
            others_bear_out(a, zone, NULL, g))
            return true;
    return false;
}

/* 中欧班列406列、3.9万标箱，分别增长30.1%、32.4%: the claims beside that of `g` in its sentence state another of its name,
 * which the levels bear out. */
static bool twin_borne_out(const struct auditor *a, const struct statement *g, const struct point *from,
                           const struct point *to) {
    const struct claim *own = g->point->claim, *first = a->comparison->claims, *end = first + a->comparison->claim_count;
    const struct claim *c = own;
    while (c > first && slice_equal(c[-1].sentence, own->sentence)) c--;
    for (; c < end && slice_equal(c->sentence, own->sentence); c++) {
        struct point     point = *g->point;
        struct statement twin = *g;
        point.claim = c;
        point.value = signed_value(c);
        twin.point = &point;
        bool beside = c != own && c->kind == own->kind && c->year == own->year && slice_equal(c->metric, own->metric);
        if (beside && point.value.present && bear_out(&twin, from, to)) return true;
    }
    return false;
}

/* Every growth, change and multiple that is stated of the figure, against its levels `s`. */
static void check_levels(const struct auditor *a, const struct figure *f, const struct series *s) {
    for (size_t k = 0; k < f->count; k++) {
        const struct series *t = &f->series[k];
        if (!speaks_of(t, s, a->comparison->rules)) continue;
        for (size_t i = 0; i < t->point_count; i++) {
            struct statement    g;
            const struct point *p = &t->points[i], *from, *to;
            if (p->duplicate || !is_sure(p) || !read_statement(a, &g, t, p)) continue;
            if (!(to = level_at(s, &g, g.to, NULL, true))) continue;
            if (s->status == STATUS_TARGET && result_bears_out(f, s, &g, to)) continue;
            if (!(from = level_at(s, &g, g.from, to, true)) || bear_out(&g, from, to) || others_bear_out(a, f, s, &g) ||
                zones_bear_out(a, f, &g) || twin_borne_out(a, &g, from, to))
                continue;
            add_growth(a, &g, from, to);
        }
    }
}

void audit_growth(const struct auditor *a) {
    for (size_t i = 0; i < a->figure_count; i++)
        for (size_t k = 0; k < a->figures[i].count; k++) {
            const struct series *s = &a->figures[i].series[k];
            if ((s->kind == KIND_LEVEL || s->kind == KIND_SHARE) && !s->span.len) check_levels(a, &a->figures[i], s);
        }
}
