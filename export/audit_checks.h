/* What the checks of an audit share: how exact a statement is, and a place to put findings. */
#ifndef SUANPAN_AUDIT_CHECKS_H
#define SUANPAN_AUDIT_CHECKS_H

#include "export/audit.h"

void audit_add(struct audit *out, struct contradiction finding, struct arena *arena);

/* The step that a statement is written in: 99.1万亿元 → 0.1万亿, 4000多 → 1000, 5.2% → 0.1. Positive, in the claim's unit. */
decimal written_step(const struct claim *c);
/* What the words leave open: 约100 is 95 to 105, 超过90 is 90 or more, 5.2 is 5.1 to 5.3. A side that is open is absent. */
struct leeway {
    decimal low, high;
};
/* `value` is the claim's in another unit or with a sign; the leeway is in the same. */
struct leeway claim_leeway(const struct claim *c, decimal value);
/* How far the two lie apart, absent when they may be one. */
decimal leeway_gap(struct leeway a, struct leeway b);

void audit_series(struct audit *out, const struct comparison *c, struct arena *arena);

#endif
