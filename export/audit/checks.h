/* What the checks of an audit share: how exact a statement is, the series of one figure, and a place to put findings. */
#ifndef SUANPAN_AUDIT_CHECKS_H
#define SUANPAN_AUDIT_CHECKS_H

#include "export/audit/audit.h"
#include "export/audit/rules.h"
#include "export/series/entry.h"

struct figure { /* its result, target, growth and sums: they stand together in the comparison */
    const struct series *series;
    size_t               count;
};
struct auditor { /* what every check is given */
    struct audit             *out;
    const struct comparison  *comparison;
    const struct audit_rules *rules;
    struct figure            *figures; /* sorted by their name */
    size_t                    figure_count;
    struct arena             *arena;
};

/* Lists the figures of a->comparison by their names, in a->arena; the series are borrowed. */
void figures_list(struct auditor *a);
/* Adds the finding to a->out; what it points at is borrowed. */
void audit_add(const struct auditor *a, struct contradiction finding);
/* The figure of that name (series.h); NULL when there is none. */
const struct figure *figure_find(const struct auditor *a, slice name);

/* The step that a statement is written in: 99.1万亿元 → 0.1万亿, 4000多 → 1000, 5.2% → 0.1, 105个 → 0. In the claim's unit. */
decimal written_step(const struct claim *c);
/* What the words leave open: 约100 is 95 to 105, 超过90 is 90 or more, 5.2 is 5.1 to 5.3. A side that is open is absent. */
struct leeway {
    decimal low, high;
};
/* `value` is the claim's in another unit or with a sign; the leeway is in the same. */
struct leeway claim_leeway(const struct claim *c, decimal value);
/* (to / from - 1) in percent, over several `years` that of one of them on average; absent when from is zero or negative. */
decimal growth_percent(decimal from, decimal to, int years);
/* What two levels leave open for the growth between them, half a point more on each side. */
struct leeway growth_leeway(struct leeway from, struct leeway to, int years);
/* How far the two lie apart, absent when they may be one. */
decimal leeway_gap(struct leeway a, struct leeway b);
/* a differs from b by less than a tenth of it. */
bool is_within_tenth(decimal a, decimal b);
/* True when the join that brought it in is as sure as a synonym: less sure ones may set two figures side by side that only
 * look alike. */
bool is_sure(const struct point *p);
/* 年均, 年均5y. */
bool span_is_average(const struct auditor *a, slice text);

/* One year with two values, in two reports or in one. */
void audit_values(const struct auditor *a);
/* Growth and change that the levels do not bear out. */
void audit_growth(const struct auditor *a);
/* Sums, averages and growth of several years that those of the years do not bear out. */
void audit_spans(const struct auditor *a);
/* 首次, 历史新高 that an earlier year refutes. */
void audit_records(const struct auditor *a);
/* 进出口 that is not 进口 and 出口 together in the same report. */
void audit_wholes(const struct auditor *a);
/* What a sentence says against itself. */
void audit_sentences(const struct auditor *a);

#endif
