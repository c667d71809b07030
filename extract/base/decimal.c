/* Decimal text becomes an exact value and is written back: "5.1" shifted by 4 (5.1万) is 51000, 15 scaled by 2000/3 (15亩)
 * is 10000, 1 scaled by 2000/3 is 666.666666667. Knows no 万 and no units, and never sees a binary fraction: what would need
 * more than 38 digits comes back absent. */
#include "extract/base/decimal.h"

#include "extract/base/arena.h"
#include "extract/base/digits.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    DIGITS = 38,
    DIGITS_TEXT = DIGITS + 2 + 8 /* digits are stored eight at a time */,
    SCALE_DIGITS = 12,
    MOST_DIVIDE_DIGITS = 18
};

#define TEN_16 UINT64_C(10000000000000000)
#define TEN_18 UINT64_C(1000000000000000000)
#define TEN_19 UINT64_C(10000000000000000000)

static const uint64_t small_powers[20] = {1,
                                          10,
                                          100,
                                          1000,
                                          10000,
                                          100000,
                                          1000000,
                                          10000000,
                                          100000000,
                                          1000000000,
                                          UINT64_C(10000000000),
                                          UINT64_C(100000000000),
                                          UINT64_C(1000000000000),
                                          UINT64_C(10000000000000),
                                          UINT64_C(100000000000000),
                                          UINT64_C(1000000000000000),
                                          UINT64_C(10000000000000000),
                                          UINT64_C(100000000000000000),
                                          TEN_18,
                                          TEN_19};

/* 10^n for n from 0 to 38. */
static u128 power_of_ten(int n) { return n < 20 ? (u128)small_powers[n] : (u128)TEN_19 * small_powers[n - 19]; }

static int digits_of(u128 value) {
    int n = 0;
    if (value >= TEN_19) {
        value /= TEN_19;
        n = 19;
        if (value >= TEN_19) return DIGITS + 1;
    }
    for (uint64_t rest = (uint64_t)value; rest; rest /= 10) n++;
    return n;
}

static bool fits(u128 coefficient) { return coefficient < power_of_ten(DIGITS); }

static void drop_trailing_zeros(u128 *coefficient, int *exponent) {
    while (*coefficient && *coefficient % 10 == 0) {
        *coefficient /= 10;
        ++*exponent;
    }
}

/* The one gate to a result: absent unless it fits. Zeros at the end move into the exponent, or out of it, only where they
 * must. */
static decimal make(bool negative, u128 coefficient, int exponent) {
    if (coefficient == 0) {
        if (exponent < LOWEST_EXPONENT || exponent > 0) exponent = 0;
        return (decimal){0, (int16_t)exponent, false, true};
    }
    if (!fits(coefficient) || exponent < LOWEST_EXPONENT) drop_trailing_zeros(&coefficient, &exponent);
    while (exponent > HIGHEST_EXPONENT && coefficient < power_of_ten(DIGITS - 1)) {
        coefficient *= 10;
        exponent--;
    }
    if (!fits(coefficient) || exponent < LOWEST_EXPONENT || exponent > HIGHEST_EXPONENT) return DECIMAL_NONE;
    return (decimal){coefficient, (int16_t)exponent, negative, true};
}

decimal decimal_int(int64_t value) {
    uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
    return (decimal){magnitude, 0, value < 0, true};
}

decimal decimal_read(slice s) {
    size_t   i = 0;
    bool     negative = s.len && s.ptr[0] == '-', point = false;
    u128     coefficient = 0;
    uint64_t few = 0; /* up to 18 digits are gathered here first: one wide multiplication for all of them */
    int      gathered = 0, exponent = 0, zeros = 0;
    if (s.len && (s.ptr[0] == '-' || s.ptr[0] == '+')) i++;
    size_t first = i;
    for (; i < s.len; i++) {
        unsigned digit = (unsigned char)s.ptr[i] - '0';
        if (digit > 9) {
            if (s.ptr[i] != '.' || point || i == first || i + 1 == s.len) return DECIMAL_NONE;
            point = true;
            continue;
        }
        exponent -= point;
        if (exponent < -4096 || zeros > 4096) return DECIMAL_NONE;
        if (gathered == 18) {
            coefficient = few;
            gathered = 19;
        }
        if (gathered < 18) {
            few = few * 10 + digit;
            gathered += few != 0;
        } else if (coefficient < power_of_ten(DIGITS - 1)) {
            coefficient = coefficient * 10 + digit;
        } else if (digit == 0) { /* 38 digits and zeros behind them: still exact */
            zeros++;
        } else {
            return DECIMAL_NONE;
        }
    }
    if (i == first) return DECIMAL_NONE;
    return make(negative, gathered < 19 ? few : coefficient, exponent + zeros);
}

APART static char *put_long(char *to, u128 value) {
    if (value <= UINT64_MAX) return digits_put(to, (uint64_t)value);
    to = put_long(to, value / TEN_16);
    uint64_t last = (uint64_t)(value % TEN_16);
    return digits_put_eight(digits_put_eight(to, last / EIGHT_DIGITS), last % EIGHT_DIGITS);
}

static inline char *put_coefficient(char *to, u128 value) {
    return value < EIGHT_DIGITS ? digits_put_short(to, (uint64_t)value) : put_long(to, value);
}

/* The digits of `value`, most significant first, none for 0. */
static size_t write_digits(char out[DIGITS_TEXT], u128 value) {
    return value ? (size_t)(put_coefficient(out, value) - out) : 0;
}

/* 25 × 10^-3: the digits up to `end` get a point among them, or 0. and zeros before them. */
static char *put_point(char *digits, char *end, int places) {
    for (; places > 0 && end[-1] == '0'; places--) end--;
    if (places == 0) return end;
    int before = places - (int)(end - digits) + 2; /* of 0.0 in 0.025 */
    if (before < 2) {
        memmove(end - places + 1, end - places, (size_t)places);
        end[-places] = '.';
        return end + 1;
    }
    memmove(digits + before, digits, (size_t)(end - digits));
    memset(digits, '0', (size_t)before);
    digits[1] = '.';
    return end + before;
}

APART static char *put_any(char *to, const decimal *d) {
    if (d->coefficient == 0) return digits_put_short(to, 0);
    if (d->negative) *to++ = '-';
    char *end = put_coefficient(to, d->coefficient);
    if (d->exponent < 0) return put_point(to, end, -d->exponent);
    memset(end, '0', HIGHEST_EXPONENT);
    return end + d->exponent;
}

/* Most are whole and short: 1206, 54 × 10^3. */
size_t decimal_write(char out[DECIMAL_TEXT], decimal d) {
    if (!d.present) return 0;
    if (d.coefficient - 1 >= EIGHT_DIGITS - 1 || d.exponent < 0 || d.negative) return (size_t)(put_any(out, &d) - out);
    char *end = digits_put_short(out, (uint64_t)d.coefficient);
    memset(end, '0', HIGHEST_EXPONENT);
    return (size_t)(end + d.exponent - out);
}

int decimal_whole(decimal d) {
    char   digits[DECIMAL_TEXT];
    size_t size = decimal_write(digits, d);
    return slice_int((slice){digits, size});
}

/* |a| against |b|. */
static int compare_magnitude(decimal a, decimal b) {
    if (a.exponent == b.exponent || a.coefficient == 0 || b.coefficient == 0) return ORDER(a.coefficient, b.coefficient);
    int places_a = digits_of(a.coefficient) + a.exponent, places_b = digits_of(b.coefficient) + b.exponent;
    if (places_a != places_b) return ORDER(places_a, places_b);
    if (a.exponent > b.exponent) a.coefficient *= power_of_ten(a.exponent - b.exponent);
    if (b.exponent > a.exponent) b.coefficient *= power_of_ten(b.exponent - a.exponent);
    return ORDER(a.coefficient, b.coefficient);
}

int decimal_compare(decimal a, decimal b) {
    bool below_a = a.negative && a.coefficient, below_b = b.negative && b.coefficient;
    if (below_a != below_b) return below_a ? -1 : 1;
    return below_a ? compare_magnitude(b, a) : compare_magnitude(a, b);
}

/* Brings `high` down to the exponent of `low`. False when the sum cannot fit: then the result is absent. */
static bool align(decimal *high, decimal *low) {
    if (high->coefficient == 0) {
        high->exponent = low->exponent;
        return true;
    }
    int exponent = low->exponent;
    while (low->coefficient && exponent < high->exponent && low->coefficient % 10 == 0 &&
           (high->exponent - exponent > DIGITS || high->coefficient >= power_of_ten(DIGITS - (high->exponent - exponent)))) {
        low->coefficient /= 10;
        exponent++;
    }
    if (low->coefficient == 0) exponent = high->exponent;
    low->exponent = (int16_t)exponent;
    int  gap = high->exponent - exponent;
    u128 coefficient;
    if (gap > DIGITS || __builtin_mul_overflow(high->coefficient, power_of_ten(gap), &coefficient)) return false;
    high->coefficient = coefficient;
    high->exponent = low->exponent;
    return coefficient < 2 * power_of_ten(DIGITS);
}

decimal decimal_add(decimal a, decimal b) {
    if (!a.present || !b.present) return DECIMAL_NONE;
    if (!(a.exponent >= b.exponent ? align(&a, &b) : align(&b, &a))) return DECIMAL_NONE;
    if (a.negative == b.negative) return make(a.negative, a.coefficient + b.coefficient, a.exponent);
    if (a.coefficient >= b.coefficient) return make(a.negative, a.coefficient - b.coefficient, a.exponent);
    return make(b.negative, b.coefficient - a.coefficient, a.exponent);
}

decimal decimal_sub(decimal a, decimal b) {
    b.negative = !b.negative;
    return decimal_add(a, b);
}

/* Moves factors 2 of `a` and 5 of `b` into the exponent: what is left makes no further zeros at the end. */
static void pair_twos_and_fives(u128 *a, u128 *b, int *exponent) {
    while (*a && *a % 2 == 0 && *b && *b % 5 == 0) {
        *a /= 2;
        *b /= 5;
        ++*exponent;
    }
}

/* True when the product does not fit. Most factors are short: one multiplication. */
static bool multiply(u128 a, u128 b, u128 *product) {
    if ((a | b) > UINT64_MAX) return __builtin_mul_overflow(a, b, product);
    *product = (u128)(uint64_t)a * (uint64_t)b;
    return false;
}

decimal decimal_mul(decimal a, decimal b) {
    if (!a.present || !b.present) return DECIMAL_NONE;
    bool negative = a.negative != b.negative;
    int  exponent = a.exponent + b.exponent;
    u128 product, left = a.coefficient, right = b.coefficient;
    if (multiply(left, right, &product) || !fits(product)) {
        drop_trailing_zeros(&left, &exponent);
        drop_trailing_zeros(&right, &exponent);
        pair_twos_and_fives(&left, &right, &exponent);
        pair_twos_and_fives(&right, &left, &exponent);
        if (multiply(left, right, &product)) return DECIMAL_NONE;
    }
    return make(negative, product, exponent);
}

decimal decimal_shift_any(decimal d, int powers_of_ten) {
    if (!d.present || powers_of_ten > 4096 || powers_of_ten < -4096) return DECIMAL_NONE;
    return make(d.negative, d.coefficient, d.exponent + powers_of_ten);
}

/* (remainder × 10 + digit) / divisor, for remainder < divisor < 2^127; the remainder is replaced. */
static unsigned divide_step(u128 *remainder, unsigned digit, u128 divisor) {
    u128 widened;
    if (!__builtin_mul_overflow(*remainder, (u128)10, &widened) && !__builtin_add_overflow(widened, (u128)digit, &widened)) {
        *remainder = widened % divisor;
        return (unsigned)(widened / divisor);
    }
    u128     sum = digit; /* 10 × remainder does not fit: add it up ten times, taking the divisor off as it is passed */
    unsigned quotient = 0;
    for (int i = 0; i < 10; i++) {
        sum += *remainder;
        if (sum >= divisor) {
            sum -= divisor;
            quotient++;
        }
    }
    *remainder = sum;
    return quotient;
}

/* Long division of the number that `digits` spell, × 10^exponent, rounded half-even at `significant` digits. */
static decimal divide_digits(const char *digits, size_t n, int exponent, u128 divisor, int significant, bool negative) {
    u128   quotient = 0, remainder = 0;
    int    count = 0;
    size_t i = 0;
    exponent += (int)n;
    for (; count < significant && (i < n || remainder); i++) {
        quotient = quotient * 10 + divide_step(&remainder, i < n ? (unsigned)(digits[i] - '0') : 0, divisor);
        count += quotient != 0;
        exponent--;
    }
    unsigned next = divide_step(&remainder, i < n ? (unsigned)(digits[i] - '0') : 0, divisor);
    bool     beyond = remainder != 0;
    for (i++; i < n && !beyond; i++) beyond = digits[i] != '0';
    if (next > 5 || (next == 5 && (beyond || quotient % 2))) quotient++;
    drop_trailing_zeros(&quotient, &exponent);
    return make(negative, quotient, exponent);
}

decimal decimal_div(decimal a, decimal b, int digits) {
    if (!a.present || !b.present || b.coefficient == 0 || digits < 1) return DECIMAL_NONE;
    char   text[DIGITS_TEXT];
    size_t n = write_digits(text, a.coefficient);
    if (digits > MOST_DIVIDE_DIGITS) digits = MOST_DIVIDE_DIGITS;
    return divide_digits(text, n, a.exponent - b.exponent, b.coefficient, digits, a.negative != b.negative);
}

u128 common_divisor(u128 a, u128 b) {
    while (b) {
        u128 rest = (a | b) > UINT64_MAX ? a % b : (uint64_t)a % (uint64_t)b;
        a = b;
        b = rest;
    }
    return a;
}

/* a × b written out in digits, up to 77 of them: more than any integer type holds. */
static size_t multiply_digits(char out[2 * DIGITS + 4], u128 a, u128 b) {
    enum { LIMBS = 5, LIMB_DIGITS = 9 };
    const uint32_t base = 1000000000;
    uint64_t       left[LIMBS], right[LIMBS], product[2 * LIMBS] = {0};
    for (int i = 0; i < LIMBS; i++, a /= base, b /= base) {
        left[i] = (uint64_t)(a % base);
        right[i] = (uint64_t)(b % base);
    }
    for (int i = 0; i < LIMBS; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < LIMBS; j++) {
            uint64_t sum = product[i + j] + left[i] * right[j] + carry;
            product[i + j] = sum % base;
            carry = sum / base;
        }
        product[i + LIMBS] = carry;
    }
    char   all[2 * LIMBS * LIMB_DIGITS];
    size_t first = 0;
    for (int i = 0; i < 2 * LIMBS; i++)
        for (int j = LIMB_DIGITS - 1, at = (2 * LIMBS - 1 - i) * LIMB_DIGITS; j >= 0; j--, product[i] /= 10)
            all[at + j] = (char)('0' + product[i] % 10);
    while (first < sizeof all && all[first] == '0') first++;
    memcpy(out, all + first, sizeof all - first);
    return sizeof all - first;
}

/* A fraction in lowest terms is a finite decimal: 3/40 is, 2000/3 is not. */
static bool ends(u128 denominator) {
    while (denominator % 2 == 0) denominator /= 2;
    while (denominator % 5 == 0) denominator /= 5;
    return denominator == 1;
}

/* d × numerator / denominator, which ends; absent when it needs more than 38 digits. */
static decimal scale_exactly(decimal d, struct ratio ratio) {
    decimal factor = {ratio.numerator, 0, false, true};
    while (ratio.denominator % 2 == 0 || ratio.denominator % 5 == 0) {
        int odd = ratio.denominator % 2 == 0 ? 5 : 2; /* 1/2 is 5/10 */
        ratio.denominator /= ratio.denominator % 2 == 0 ? 2 : 5;
        d = decimal_shift(decimal_mul(d, decimal_int(odd)), -1);
    }
    return decimal_mul(d, factor);
}

/* number / divisor × 10^exponent, rounded at SCALE_DIGITS: what divide_digits says, told without spelling the digits. It does
 * not end, so that it is nowhere half. */
static decimal divide_short(u128 number, uint64_t divisor, int exponent, bool negative) {
    u128     quotient = number / divisor;
    uint64_t rest = (uint64_t)(number % divisor);
    int      count = digits_of(quotient);
    bool     up;
    for (int more; (more = SCALE_DIGITS - count) > 0; count = digits_of(quotient), exponent -= more) {
        u128 widened = (u128)rest * small_powers[more];
        quotient = quotient * small_powers[more] + widened / divisor;
        rest = (uint64_t)(widened % divisor);
    }
    if (count > SCALE_DIGITS) {
        u128 unit = power_of_ten(count - SCALE_DIGITS), dropped = quotient % unit;
        quotient /= unit;
        exponent += count - SCALE_DIGITS;
        up = dropped >= unit / 2;
    } else {
        up = rest > divisor - rest;
    }
    quotient += up;
    drop_trailing_zeros(&quotient, &exponent);
    return make(negative, quotient, exponent);
}

static decimal scale(decimal d, struct ratio ratio, bool spelt) {
    if (!d.present) return DECIMAL_NONE;
    if (ratio.numerator == 1 && ratio.denominator == 1) return d; /* most units are their own base */
    if (ratio.denominator == 0 || !fits(ratio.denominator) || !fits(ratio.numerator)) return DECIMAL_NONE;
    if (ratio.denominator <= UINT64_MAX) { /* 1/100 moves the point */
        uint64_t rest = (uint64_t)ratio.denominator;
        int      places = 0;
        for (; rest % 10 == 0; rest /= 10) places++;
        if (places) d = decimal_shift(d, -places);
        if (rest == 1) return ratio.numerator == 1 ? d : decimal_mul(d, (decimal){ratio.numerator, 0, false, true});
        ratio.denominator = rest;
    }
    u128 common = common_divisor(ratio.numerator, ratio.denominator);
    ratio.numerator /= common;
    ratio.denominator /= common;
    common = common_divisor(d.coefficient, ratio.denominator);
    d.coefficient /= common;
    ratio.denominator /= common;
    if (ends(ratio.denominator)) return scale_exactly(d, ratio);
    if (!spelt && (d.coefficient | ratio.numerator | ratio.denominator) <= UINT64_MAX)
        return divide_short((u128)(uint64_t)d.coefficient * (uint64_t)ratio.numerator, (uint64_t)ratio.denominator, d.exponent,
                            d.negative);
    char   digits[2 * DIGITS + 16];
    size_t n = multiply_digits(digits, d.coefficient, ratio.numerator);
    return divide_digits(digits, n, d.exponent, ratio.denominator, SCALE_DIGITS, d.negative);
}

decimal decimal_scale(decimal d, struct ratio ratio) { return scale(d, ratio, false); }
decimal decimal_scale_plain(decimal d, struct ratio ratio) { return scale(d, ratio, true); }

decimal decimal_round(decimal d, int places) {
    if (!d.present || -d.exponent <= places) return d;
    int drop = -d.exponent - places;
    if (drop > DIGITS) return make(false, 0, 0);
    u128 unit = power_of_ten(drop), kept = d.coefficient / unit, rest = d.coefficient % unit;
    if (rest > unit / 2 || (rest == unit / 2 && kept % 2)) kept++;
    return make(d.negative, kept, -places);
}

double decimal_double(decimal d) {
    long double value = (long double)d.coefficient;
    if (!d.present) return 0;
    for (int i = 0; i < d.exponent; i++) value *= 10;
    long double divisor = 1;
    for (int i = 0; i > d.exponent; i--) divisor *= 10;
    value /= divisor;
    return d.negative ? -(double)value : (double)value;
}

slice decimal_text(decimal d, struct arena *arena) {
    char   digits[DECIMAL_TEXT];
    size_t n = decimal_write(digits, d);
    return arena_copy(arena, (slice){digits, n});
}
