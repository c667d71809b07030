/* A statement becomes the interval it leaves open: 99.1万亿元 is 99.0 to 99.2, 超过126万亿元 is 126 or more. Two reports
 * contradict one another only where their intervals do not meet. */
#include "export/audit/checks.h"
#include "export/series/key.h"
#include "export/series/change.h"

#include "extract/base/banned.h"

/* The digits at the start of the numeral in `raw`: 超过99.1万亿元 → 99.1, 1,234.5 → 1234.5. Absent when there are none. */
static decimal leading_number(slice raw) {
    char   digits[48];
    size_t n = 0;
    for (size_t at = 0, size; at < raw.len && n < sizeof digits; at += size) {
        uint32_t c = utf8_decode(slice_from(raw, at), &size);
        if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
        bool digit = ascii_digit(c);
        if (n && c == ',') continue;
        if (n && !digit && c != '.') break;
        if (digit || n) digits[n++] = (char)c;
    }
    return decimal_read((slice){digits, n});
}

/* 51000 → 1000: the place of the last digit that is not zero. */
static decimal last_place(decimal value) {
    decimal step = {.coefficient = 1, .exponent = value.exponent, .present = true};
    for (u128 c = value.coefficient; c && c % 10 == 0; c /= 10) step.exponent++;
    return step;
}

static bool is_power_of_ten(decimal d) {
    u128 c = d.coefficient;
    while (c && c % 10 == 0) c /= 10;
    return d.present && c == 1;
}

decimal written_step(const struct claim *c) {
    if (c->kind == KIND_RANK) return decimal_int(0);
    decimal value = c->value.present ? c->value : c->low.present ? c->low : c->high;
    decimal number = leading_number(c->raw);
    if (!value.present || decimal_zero(value)) return decimal_int(1);
    if (!number.present || decimal_zero(number)) return last_place(value);
    decimal scale = decimal_div(decimal_magnitude(value), number, 18);
    if (!is_power_of_ten(scale)) return last_place(value);
    bool counted = number.exponent >= 0 && decimal_compare(scale, decimal_int(1)) == 0 && !slice_is(c->unit, "%");
    if (counted) return decimal_int(0); /* 105个 is 105; 5% may have been 5.2 */
    return decimal_mul(scale, (decimal){.coefficient = 1, .exponent = number.exponent, .present = true});
}

/* The bounds of the figure's size, without its sign. */
static struct leeway size_leeway(const struct claim *c, decimal size, decimal times) {
    decimal step = decimal_mul(written_step(c), times), twentieth = decimal_shift(decimal_mul(size, decimal_int(5)), -2);
    switch (c->qualifier) {
    case QUALIFIER_EXACT: return (struct leeway){decimal_sub(size, step), decimal_add(size, step)};
    case QUALIFIER_ABOUT:
        return (struct leeway){decimal_sub(decimal_sub(size, twentieth), step),
                               decimal_add(decimal_add(size, twentieth), step)};
    case QUALIFIER_NEARLY:
        return (struct leeway){decimal_sub(decimal_sub(size, decimal_mul(twentieth, decimal_int(2))), step), size};
    case QUALIFIER_UNDER: return (struct leeway){DECIMAL_NONE, size};
    case QUALIFIER_OVER: return (struct leeway){size, DECIMAL_NONE};
    case QUALIFIER_RANGE: return (struct leeway){decimal_mul(c->low, times), decimal_mul(c->high, times)};
    }
    return (struct leeway){DECIMAL_NONE, DECIMAL_NONE};
}

struct leeway claim_leeway(const struct claim *c, decimal value) {
    decimal own = decimal_magnitude(c->value), times = decimal_int(1);
    if (own.present && value.present && !decimal_zero(own) && decimal_compare(own, decimal_magnitude(value)) != 0)
        times = decimal_div(decimal_magnitude(value), own, 18);
    struct leeway l = size_leeway(c, value.present ? decimal_magnitude(value) : DECIMAL_NONE, times);
    bool          down = value.present ? value.negative : c->direction == DIRECTION_DOWN;
    return down ? (struct leeway){decimal_negated(l.high), decimal_negated(l.low)} : l;
}

decimal leeway_gap(struct leeway a, struct leeway b) {
    if (a.high.present && b.low.present && decimal_compare(a.high, b.low) < 0) return decimal_sub(b.low, a.high);
    if (b.high.present && a.low.present && decimal_compare(b.high, a.low) < 0) return decimal_sub(a.low, b.high);
    return DECIMAL_NONE;
}

bool is_within_tenth(decimal a, decimal b) {
    decimal allowed = decimal_shift(decimal_magnitude(b), -1), gap = decimal_magnitude(decimal_sub(a, b));
    return allowed.present && gap.present && decimal_compare(gap, allowed) < 0;
}

decimal growth_percent(decimal from, decimal to, int years) {
    if (!from.present || !to.present || from.negative || decimal_zero(from)) return DECIMAL_NONE;
    if (years > 1) return yearly_growth(from, to, years);
    return decimal_shift(decimal_sub(decimal_div(to, from, 18), decimal_int(1)), 2);
}

struct leeway growth_leeway(struct leeway from, struct leeway to, int years) {
    const decimal half = decimal_shift(decimal_int(5), -1);
    return (struct leeway){decimal_sub(growth_percent(from.high, to.low, years), half),
                           decimal_add(growth_percent(from.low, to.high, years), half)};
}

bool is_sure(const struct point *p) { return decimal_compare(p->score, decimal_shift(decimal_int(85), -2)) >= 0; }

/* ---- spans -----------------------------------------------------------------------------------------------------------------
 */

bool span_is_average(const struct auditor *a, slice text) { return slice_starts(text, metric_average(a->comparison->rules)); }
