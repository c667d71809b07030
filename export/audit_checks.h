/* What the checks of an audit share: how exact a statement is, and a place to put findings. */
#ifndef SUANPAN_AUDIT_CHECKS_H
#define SUANPAN_AUDIT_CHECKS_H

#include "export/audit.h"
#include "export/audit_rules.h"

void audit_add(struct audit *out, struct contradiction finding, struct arena *arena);

/* The step that a statement is written in: 99.1万亿元 → 0.1万亿, 4000多 → 1000, 5.2% → 0.1, 105个 → 0. In the claim's unit. */
decimal written_step(const struct claim *c);
/* What the words leave open: 约100 is 95 to 105, 超过90 is 90 or more, 5.2 is 5.1 to 5.3. A side that is open is absent. */
struct leeway {
    decimal low, high;
};
/* `value` is the claim's in another unit or with a sign; the leeway is in the same. */
struct leeway claim_leeway(const struct claim *c, decimal value);
/* (to / from - 1) in percent; absent when from is zero or negative. */
decimal growth_percent(decimal from, decimal to);
/* What two levels leave open for the growth between them, half a point more on each side. */
struct leeway growth_leeway(struct leeway from, struct leeway to);
/* How far the two lie apart, absent when they may be one. */
decimal leeway_gap(struct leeway a, struct leeway b);

/* One year with two values; growth that the levels do not bear out. */
void audit_series(struct audit *out, const struct comparison *c, const struct audit_rules *rules, struct arena *arena);
/* 首次, 历史新高 that an earlier year refutes. */
void audit_records(struct audit *out, const struct comparison *c, const struct audit_rules *rules, struct arena *arena);
/* 进出口 that is not 进口 and 出口 together in the same report. */
void audit_wholes(struct audit *out, const struct comparison *c, const struct audit_rules *rules, struct arena *arena);
void audit_sentences(struct audit *out, const struct claim *claims, size_t n, const struct audit_rules *rules,
                     struct arena *arena);

#endif
