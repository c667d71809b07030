/* Exact decimals: sign × coefficient × 10^exponent, up to 38 digits. What needs more is refused, never rounded.
 * 1.13 × 10^8 is 113000000 here; in a double it is 112999999.99999999. */
#ifndef SUANPAN_DECIMAL_H
#define SUANPAN_DECIMAL_H

#include "extract/base/slice.h"

__extension__ typedef unsigned __int128 u128;

/* Packed into three words: claims, numerals and candidates hold several. */
typedef struct __attribute__((packed, aligned(8))) {
    u128    coefficient;
    int16_t exponent; /* the source's precision is kept: 1.20 is 120 × 10^-2 */
    bool    negative;
    bool    present; /* false: there is no number here (an empty cell) */
} decimal;

/* An exact factor, 亩 → 平方米 is 2000/3. Both positive. */
struct ratio {
    u128 numerator, denominator;
};

enum { LOWEST_EXPONENT = -64, HIGHEST_EXPONENT = 48 };
#define DECIMAL_NONE ((decimal){0})
#define DECIMAL_TEXT 96 /* enough for any decimal that decimal_write writes */

/* As a decimal of exponent 0; present. */
decimal decimal_int(int64_t value);
/* Reads all of `s`: optional sign, digits, optional point and digits: "-2.50". `present` is false when `s` is anything
 * else or has more than 38 significant digits. */
decimal decimal_read(slice s);
/* Writes plainly, never with an exponent: 5.1 × 10^4 → "51000"; trailing zeros after the point are dropped. Returns the
 * length; no NUL. An absent decimal writes nothing. */
size_t decimal_write(char out[DECIMAL_TEXT], decimal d);
/* The same into the arena. */
struct arena;
slice decimal_text(decimal d, struct arena *arena);
/* 12 → 12; -1 when it is absent, no whole number from 0 on, or has more than nine digits. */
int decimal_whole(decimal d);
/* -1, 0, 1 by value: 1.20 equals 1.2. Both present. */
int decimal_compare(decimal a, decimal b);
/* Exact or absent: each answers an absent decimal when the result would need more than 38 digits, or an operand is absent. */
decimal decimal_add(decimal a, decimal b);
decimal decimal_sub(decimal a, decimal b);
decimal decimal_mul(decimal a, decimal b);
decimal decimal_shift_any(decimal d, int powers_of_ten);
/* Most only move the point. */
static inline decimal decimal_shift(decimal d, int powers_of_ten) {
    int exponent = d.exponent + powers_of_ten;
    if (!d.present || d.coefficient == 0 || exponent < LOWEST_EXPONENT || exponent > HIGHEST_EXPONENT)
        return decimal_shift_any(d, powers_of_ten);
    d.exponent = (int16_t)exponent;
    return d;
}
/* a / b rounded half-even at `digits` significant digits (at most 18); absent when b is 0. */
decimal decimal_div(decimal a, decimal b, int digits);
/* The greatest number that divides both; where one is 0, the other. */
u128 common_divisor(u128 a, u128 b);
/* d × ratio, exact when it ends, else rounded once, half-even, at 12 significant digits: 1亩 → 666.666666667. Absent when it
 * ends but needs more than 38 digits. */
decimal decimal_scale(decimal d, struct ratio ratio);
decimal decimal_scale_plain(decimal d, struct ratio ratio); /* its twin, a digit after the other */
/* Rounded half-even to `places` digits after the point. */
decimal decimal_round(decimal d, int places);
/* For drawing and sorting only, never on the way to a cell. */
double             decimal_double(decimal d);
static inline bool decimal_zero(decimal d) { return d.coefficient == 0; }
/* Without its sign. */
static inline decimal decimal_magnitude(decimal d) {
    d.negative = false;
    return d;
}
/* With the other sign; nothing and zero have none. */
static inline decimal decimal_negated(decimal d) {
    if (d.present && !decimal_zero(d)) d.negative = !d.negative;
    return d;
}

#endif
