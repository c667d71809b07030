/* 处置网络舆情 51000 起 becomes 5.1万起 on a label and 5 under an axis that says 万起. Scaling is exact; binary fractions
 * only choose where the ticks stand, the ticks themselves are decimals. Knows no layout. */
#include "plots/axis.h"

#include "extract/base/banned.h"

/* Rates, multiples, ages and ranks are read as they stand. */
static bool is_scaled(slice unit) {
    static const char *const never[] = {"%", "‰", "百分点", "倍", "位", "岁", "年", "ratio"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (slice_is(unit, never[i])) return false;
    return true;
}

static size_t places(slice number) {
    const char *point = number.len ? memchr(number.ptr, '.', number.len) : NULL;
    return point ? number.len - (size_t)(point - number.ptr) - 1 : 0;
}

bool is_fine(decimal value) {
    char   digits[DECIMAL_TEXT] = "";
    size_t n = value.present ? decimal_write(digits, decimal_shift(value, -4)) : 0;
    return places((slice){digits, n}) > 2;
}

int axis_shift(double largest, slice unit, bool fine) {
    if (!is_scaled(unit) || (fine && largest < 1e5)) return 0;
    return largest >= 1e12 ? 12 : largest >= 1e8 ? 8 : largest >= 1e4 ? 4 : 0;
}

slice axis_scale_word(int shift) {
    return shift == 12 ? SLICE_LIT("万亿") : shift == 8 ? SLICE_LIT("亿") : shift == 4 ? SLICE_LIT("万") : SLICE_NONE;
}

slice number_scaled(decimal value, int shift, struct arena *arena) {
    slice digits = decimal_text(decimal_shift(value, -shift), arena);
    return slice_starts(digits, SLICE_LIT("-")) ? arena_format(arena, "−%.*s", SLICE_ARG(slice_from(digits, 1))) : digits;
}

/* The largest scale that leaves at most four digits behind the point. */
static int shift_of(decimal value, slice unit, struct arena *arena) {
    double size = decimal_double(value);
    int    shift = axis_shift(size < 0 ? -size : size, unit, is_fine(value));
    while (shift && places(number_scaled(value, shift, arena)) > 4) shift -= 4;
    return shift;
}

static slice number_up_to(decimal value, slice unit, int most, struct arena *arena) {
    int shift = shift_of(value, unit, arena);
    if (shift > most) shift = most;
    return arena_format(arena, "%.*s%.*s", SLICE_ARG(number_scaled(value, shift, arena)), SLICE_ARG(axis_scale_word(shift)));
}

slice number_text(decimal value, slice unit, struct arena *arena) { return number_up_to(value, unit, MOST_SHIFT, arena); }

decimal claim_signed(const struct claim *claim, decimal value) {
    if (!value.present && claim->low.present && claim->high.present)
        value = decimal_div(decimal_add(claim->low, claim->high), decimal_int(2), 18);
    if (!value.present) value = claim->low.present ? claim->low : claim->high;
    if (value.present && claim->direction == DIRECTION_DOWN && !decimal_zero(value)) value.negative = true;
    return value;
}

const struct claim *claim_told(const struct claim *claim, enum kind kind, struct arena *arena) {
    if (kind_moves(kind) || claim->direction == DIRECTION_NONE) return claim;
    struct claim *told = arena_new(arena, sizeof *told);
    *told = *claim;
    told->direction = DIRECTION_NONE;
    return told;
}

const char *bound_sign(enum qualifier bound) {
    switch (bound) {
    case QUALIFIER_ABOUT: return "约";
    case QUALIFIER_NEARLY: return "近";
    case QUALIFIER_OVER: return "≥";
    case QUALIFIER_UNDER: return "≤";
    case QUALIFIER_RANGE:
    case QUALIFIER_EXACT: break;
    }
    return "";
}

const char *qualifier_sign(const struct claim *claim, decimal value) {
    enum qualifier q = claim->qualifier;
    if (q == QUALIFIER_RANGE && value.present) q = QUALIFIER_ABOUT;
    if (value.negative && (q == QUALIFIER_OVER || q == QUALIFIER_UNDER))
        q = q == QUALIFIER_OVER ? QUALIFIER_UNDER : QUALIFIER_OVER;
    return bound_sign(q);
}

int quantity_shift(const struct claim *claim, decimal value, slice unit, struct arena *arena) {
    decimal v = claim_signed(claim, value);
    return v.present ? shift_of(v, unit, arena) : MOST_SHIFT;
}

static slice quantity_up_to(const struct claim *claim, decimal value, slice unit, bool with_unit, int most,
                            struct arena *arena) {
    bool        change = kind_moves(claim->kind);
    slice       shown = with_unit ? unit : SLICE_NONE, number;
    const char *sign = "";
    bool        range = !claim->value.present && claim->low.present && claim->high.present;
    if (range) {
        number = arena_format(arena, "%.*s–%.*s", SLICE_ARG(number_up_to(claim->low, unit, most, arena)),
                              SLICE_ARG(number_up_to(claim->high, unit, most, arena)));
        sign = change && claim->direction == DIRECTION_DOWN ? "−" : change ? "+" : "";
    } else {
        decimal v = claim_signed(claim, value);
        if (!v.present) return SLICE_LIT("—");
        number = number_up_to(v, unit, most, arena);
        sign = change && !v.negative && !decimal_zero(v) ? "+" : "";
        value = v;
    }
    return arena_format(arena, "%s%s%.*s%.*s", range ? "" : qualifier_sign(claim, value), sign, SLICE_ARG(number),
                        SLICE_ARG(shown));
}

slice quantity_text(const struct claim *claim, decimal value, slice unit, struct arena *arena) {
    return quantity_up_to(claim, value, unit, true, MOST_SHIFT, arena);
}

slice point_text(const struct claim *claim, enum kind kind, decimal value, slice unit, bool with_unit, int most,
                 struct arena *arena) {
    struct claim told = *claim_told(claim, kind, arena);
    told.kind = kind;
    return quantity_up_to(&told, value, unit, with_unit, most, arena);
}

/* Without libm: the values here are small multiples of a step. */
static int64_t floor_of(double x) {
    int64_t n = (int64_t)x;
    return n - (x < (double)n);
}
static double size_of(double x) { return x < 0 ? -x : x; }
static bool   is_whole(double x) { return size_of(x) < 1e15 && (double)floor_of(x) == x; }

/* The round step (1, 2 or 5 times a power of ten) that needs at most `most` ticks from below `low` to above `high`. */
static decimal step_of(double low, double high, size_t most, bool whole) {
    static const int factors[] = {1, 2, 5};
    int              power = 0;
    double           scale = 1;
    while (scale * (double)most < high - low) scale *= 10, power++;
    while (scale * (double)most > (high - low) * 10 && power > -30) scale /= 10, power--;
    scale /= 10, power--;
    for (;; scale *= 10, power++)
        for (size_t i = 0; i < 3; i++) {
            double step = scale * factors[i];
            if (power < 0 && whole) continue;
            if (-floor_of(-high / step + 1e-9) - floor_of(low / step + 1e-9) < (int64_t)most)
                return decimal_shift(decimal_int(factors[i]), power);
        }
}

void axis_choose(struct axis *out, double low, double high, int shift, size_t most, struct arena *arena) {
    *out = (struct axis){.shift = shift};
    if (most > AXIS_TICKS - 2) most = AXIS_TICKS - 2;
    if (low > high) low = high = 0;
    bool whole = is_whole(low) && is_whole(high);
    if ((low >= 0 && low < 0.6 * high) || (high <= 0 && high > 0.6 * low)) {
        if (low > 0) low = 0;
        if (high < 0) high = 0;
    }
    if (high == low) {
        double around = high == 0 ? 1 : size_of(high) * 0.1;
        high += around;
        if (low != 0) low -= around;
    }
    decimal step = step_of(low, high, most, whole);
    double  width = decimal_double(step);
    int64_t first = floor_of(low / width + 1e-9), last = -floor_of(-high / width + 1e-9);
    for (int64_t i = first; i <= last && out->count < AXIS_TICKS; i++) {
        decimal at = decimal_mul(step, decimal_int(i));
        out->ticks[out->count] = decimal_double(at);
        out->labels[out->count++] = number_scaled(at, out->shift, arena);
    }
    out->low = out->ticks[0];
    out->high = out->ticks[out->count - 1];
    out->cut = out->low > 0 || out->high < 0;
}
