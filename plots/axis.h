/* Numbers as a reader of a Chinese newspaper expects them: 5.1万, 36.57亿元, ≥1500场次, and axes that end on round ones. */
#ifndef SUANPAN_AXIS_H
#define SUANPAN_AXIS_H

#include "extract/base/arena.h"
#include "extract/claim.h"

enum {
    AXIS_TICKS = 12,
    MOST_SHIFT = 12 /* 万亿 */
};

struct axis {
    double low, high; /* ends, both of them ticks */
    double ticks[AXIS_TICKS];
    slice  labels[AXIS_TICKS]; /* in units of 10^shift: 20000 is "2" when shift is 4 */
    size_t count;
    int    shift; /* 0, 4 (万), 8 (亿) or 12 (万亿) */
    bool   cut;   /* does not begin at zero */
};

/* 12, 8, 4 or 0: whether an axis that reaches `largest` of `unit` counts in 万亿, in 亿, in 万 or singly. % and 百分点 are
 * never scaled. `fine`: some value has more than two digits behind the point in 万; then what is below 10万 counts singly,
 * as incomes do: 28541元, not 2.8541万元. */
int axis_shift(double largest, slice unit, bool fine);
/* Whether the value has more than two digits behind the point in 万. */
bool is_fine(decimal value);
/* The word for it: 万亿, 亿, 万, or nothing. */
slice axis_scale_word(int shift);
/* About `most` ticks from `low` to `high`, their labels in units of 10^shift. The axis begins (or ends) at zero when the data
 * are not far from it. */
void axis_choose(struct axis *out, double low, double high, int shift, size_t most, struct arena *arena);

/* The value divided by 10^shift, exactly: 51000 by 4 → 5.1. */
slice number_scaled(decimal value, int shift, struct arena *arena);
/* The value with the scale word that suits it alone: 51000 → 5.1万, 99999 → 9.9999万, 123456789 → 12345.6789万, 313 → 313. */
slice number_text(decimal value, slice unit, struct arena *arena);
/* What stands at a bar's end: ≥1500, 约5.1万, 3万–5万, +8.2, with the unit when `unit` has one to show. */
slice quantity_text(const struct claim *claim, decimal value, slice unit, struct arena *arena);
/* The same of a series of such a `kind`, `with_unit` or without, 增加学位1860个 among 新增学位 is 1860, no +1860; and with no
 * scale word above 10^most: 3.42万 beside 35850 is 34200. Which it has by itself tells quantity_shift. */
slice point_text(const struct claim *claim, enum kind kind, decimal value, slice unit, bool with_unit, int most,
                 struct arena *arena);
int   quantity_shift(const struct claim *claim, decimal value, slice unit, struct arena *arena);

/* 约 近 ≥ ≤ or nothing. */
const char *bound_sign(enum qualifier bound);
/* That of a claim: at least 5% down is ≤−5, a negative `value` turns the sign; so that of a range with a value is 约. */
const char *qualifier_sign(const struct claim *claim, decimal value);

/* The claim's value with the sign of its direction: 下降5% → -5. Of a range the middle, absent when there is nothing. */
decimal claim_signed(const struct claim *claim, decimal value);
/* `claim` as a series of `kind` tells it: 减少贫困人口 as so many 脱贫, which are no less of anything. */
const struct claim *claim_told(const struct claim *claim, enum kind kind, struct arena *arena);

#endif
