/* 0.3048 is 381/1250, and 100/3 of 3/10 is 10: exact, so that no conversion rounds twice. */
#include "extract/base/ratio.h"

#include "extract/base/banned.h"

static struct ratio ratio_of(u128 top, u128 bottom) {
    u128 divisor = common_divisor(top, bottom);
    if (divisor == 0) return (struct ratio){0, 0};
    return (struct ratio){top / divisor, bottom / divisor};
}

struct ratio ratio_multiply(struct ratio a, struct ratio b) {
    u128 left = common_divisor(a.numerator, b.denominator), right = common_divisor(b.numerator, a.denominator);
    if (left == 0 || right == 0) return (struct ratio){0, 0};
    u128 p = a.numerator / left, q = b.numerator / right, r = a.denominator / right, s = b.denominator / left;
    u128 top, bottom;
    if (__builtin_mul_overflow(p, q, &top) || __builtin_mul_overflow(r, s, &bottom)) return (struct ratio){0, 0};
    return ratio_of(top, bottom);
}

bool ratio_read(struct ratio *out, slice cell) {
    if (slice_equal(cell, SLICE_LIT("1"))) return *out = (struct ratio){1, 1}, true; /* as for most units */
    size_t  slash = slice_find(cell, SLICE_LIT("/"), 0);
    decimal top = decimal_read(slash == SIZE_MAX ? cell : slice_sub(cell, 0, slash));
    decimal bottom = slash == SIZE_MAX ? decimal_int(1) : decimal_read(slice_from(cell, slash + 1));
    if (!top.present || !bottom.present || top.negative || bottom.negative || decimal_zero(bottom)) return false;
    u128 p = top.coefficient, q = bottom.coefficient;
    for (int e = top.exponent - bottom.exponent; e > 0 && p < (u128)1 << 120; e--) p *= 10;
    for (int e = bottom.exponent - top.exponent; e > 0 && q < (u128)1 << 120; e--) q *= 10;
    *out = ratio_of(p, q);
    return out->numerator != 0;
}
