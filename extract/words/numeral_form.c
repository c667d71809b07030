/* What makes a number more than one: 百分之|五点三 → 5.3 %, 三分之|二, 三|又二分之一, 三|成半 → 35 %, 3|×10^8, 10|的6次方.
 * Ranges and ordinals are numeral.c's business. */
#include "extract/words/numeral_form.h"

#include "extract/base/banned.h"

enum { RATIO_PLACES = 6 };

void numeral_of(struct numeral *n, const struct figure *f) {
    numeral_put(n, f->arabic ? NUMERAL_DIGITS : NUMERAL_HAN, f->value, f->scale_end);
    n->qualifier = f->qualifier;
    n->too_long = !f->value.present;
    if (f->high.present) {
        numeral_bound(n, f->value, f->high);
        n->value = DECIMAL_NONE;
        n->qualifier = QUALIFIER_RANGE;
        n->approximate = true;
    } else if (f->qualifier == QUALIFIER_OVER) {
        numeral_over(n);
    }
}

void numeral_shift(struct numeral *n, int power) {
    n->value = decimal_shift(n->value, power);
    if (n->bounded) numeral_bound(n, decimal_shift(n->bound.low, power), decimal_shift(n->bound.high, power));
}

static void numeral_negate(struct numeral *n) {
    decimal low = numeral_high(n), high = numeral_low(n);
    n->value.negative = n->value.present;
    low.negative = low.present;
    high.negative = high.present;
    numeral_bound(n, low, high);
}

void unit_set(struct numeral *n, enum numeral_form form, enum numeral_unit unit) {
    n->form = form;
    n->unit = unit;
}

/* ---- fractions ---- */

/* Exact when finite, else to six places; what is smaller than a thousandth keeps six digits. */
static decimal divided(decimal top, decimal bottom) {
    decimal fine = decimal_div(top, bottom, 18), rounded = decimal_round(fine, RATIO_PLACES);
    if (!fine.present) return fine;
    if (decimal_compare(decimal_mul(fine, bottom), top) == 0) return fine;
    static const decimal thousandth = {1, -3, false, true};
    fine.negative = false;
    return decimal_compare(fine, thousandth) < 0 ? decimal_div(top, bottom, RATIO_PLACES) : rounded;
}

/* n becomes n / bottom, whole added (0 when there is none). */
static bool fraction_set(struct numeral *n, decimal whole, decimal bottom) {
    if (!bottom.present || bottom.coefficient == 0) return false;
    if (n->value.present) {
        decimal top = decimal_add(n->value, decimal_mul(whole, bottom));
        n->exactly.top = decimal_shift(top, -bottom.exponent);
        n->exactly.bottom = bottom.coefficient;
        n->divided = n->exactly.top.present;
        n->value = divided(top, bottom);
    }
    if (n->bounded) numeral_bound(n, divided(n->bound.low, bottom), divided(n->bound.high, bottom));
    unit_set(n, NUMERAL_FRACTION, NUMERAL_SHARE);
    return true;
}

/* 之五 behind 百分: the numerator, 负 perhaps before it. Returns the letter behind it, 0 when none stands there. */
static size_t numerator_read(const struct scan *s, size_t at, struct numeral *n) {
    struct token  sign = token_of(s, at);
    bool          negative = sign.class == GLYPH_NEGATIVE || (sign.class == GLYPH_JOIN && sign.value == MINUS);
    struct figure f = {0};
    figure_read(s, at + (negative ? sign.size : 0), true, &f);
    if (f.end == 0) return 0;
    numeral_of(n, &f);
    if (negative) numeral_negate(n);
    return f.end;
}

/* 百分之五 is a percentage, 千分之五 a permille, 五分之三 and 一百分之三 are fractions. 0: the number is no denominator. */
static size_t of_read(const struct scan *s, const struct figure *bottom, size_t at, decimal whole, struct numeral *out) {
    static const decimal hundred = {100, 0, false, true}, thousand = {1000, 0, false, true};
    struct numeral       n;
    size_t               end = numerator_read(s, at, &n);
    if (end == 0 || !bottom->value.present) return 0;
    if (bottom->bare && whole.coefficient == 0 && decimal_compare(bottom->value, hundred) == 0)
        unit_set(&n, NUMERAL_PERCENT, NUMERAL_PER_CENT);
    else if (bottom->bare && whole.coefficient == 0 && decimal_compare(bottom->value, thousand) == 0)
        unit_set(&n, NUMERAL_PERCENT, NUMERAL_PER_MILLE);
    else if (!fraction_set(&n, whole, bottom->value))
        return 0;
    *out = n;
    return end;
}

size_t school_year_end(const struct scan *s, const struct figure *f) {
    u128   year = f->value.coefficient;
    size_t at = f->end;
    if (f->han || f->value.exponent || year < 1900 || year > 2100 || s->text[at] != '/') return 0;
    if (!is_arabic(s->text, at + 1) || !is_arabic(s->text, at + 2) || is_arabic(s->text, at + 3)) return 0;
    unsigned next = (unsigned)(s->text[at + 1] - '0') * 10 + (unsigned)(s->text[at + 2] - '0');
    return next == (year + 1) % 100 ? at + 3 : 0;
}

size_t train_pair_end(const struct scan *s, const struct figure *f) {
    static const decimal shortest = {1000, 0, false, true}, one = {1, 0, false, true};
    struct figure        back = {0};
    if (f->han || s->text[f->end] != '/' || !is_arabic(s->text, f->end + 1)) return 0;
    figure_read(s, f->end + 1, false, &back);
    if (back.han || back.value.exponent < 0 || decimal_compare(f->value, shortest) < 0) return 0;
    bool next = decimal_compare(decimal_add(f->value, one), back.value) == 0;
    return next || decimal_compare(decimal_add(back.value, one), f->value) == 0 ? back.end : 0;
}

/* 3/4: short whole numbers, no third one behind (3/4/5 is a date or a list). */
static size_t slash_read(const struct scan *s, const struct figure *top, size_t at, decimal whole, struct numeral *out) {
    struct figure bottom = {0};
    if (top->han || top->leading_zero || s->text[at] != '/' || !is_arabic(s->text, at + 1)) return 0;
    figure_read(s, at + 1, false, &bottom);
    bool more = s->text[bottom.end] == '/' || is_latin(s->text, bottom.end);
    more |= s->text[bottom.end] == '-' && bottom.end - at == 5; /* CB(4)512/2021-22(03)号文件 */
    if (more || bottom.han || bottom.leading_zero || bottom.end - at > 7 || top->value.exponent < 0 ||
        bottom.value.exponent < 0)
        return 0;
    if (school_year_end(s, top) || train_pair_end(s, top)) return 0;
    numeral_of(out, top);
    return fraction_set(out, whole, bottom.value) ? bottom.end : 0;
}

size_t vulgar_read(struct token token, size_t at, decimal whole, struct numeral *out) {
    numeral_put(out, NUMERAL_DIGITS, decimal_int(token.value >> 4), 0);
    fraction_set(out, whole, decimal_int(token.value & 15));
    return at + token.size;
}

/* 又二分之一 behind 三, 又1/2 and ½ behind 3, 1/2 behind "3 ". */
static size_t mixed_read(const struct scan *s, const struct figure *whole, size_t at, struct token next, struct numeral *out) {
    struct figure part = {0};
    bool          spaced = is_blank(s, at) && !whole->han;
    if (!whole->value.present || whole->value.exponent < 0 || whole->scale_end || whole->high.present) return 0;
    if (next.class == GLYPH_VULGAR) return whole->han ? 0 : vulgar_read(next, at, whole->value, out);
    if (next.class != GLYPH_AND && !spaced) return 0;
    at += spaced ? 1 : next.size;
    struct token first = token_of(s, at);
    if (first.class == GLYPH_VULGAR) return vulgar_read(first, at, whole->value, out);
    figure_read(s, at, false, &part);
    if (part.end == 0) return 0;
    struct token of = token_of(s, part.end);
    if (of.class == GLYPH_OF && !spaced) return of_read(s, &part, part.end + of.size, whole->value, out);
    return slash_read(s, &part, part.end, whole->value, out);
}

/* ---- 成 and 折 ---- */

bool at_most_ten(decimal d) { return !d.present || decimal_compare(d, decimal_int(10)) <= 0; }

/* Is the digit before `at` that of 三成五: at the end of a phrase, 三成五的人, and 由五成二|升到, where 二升 is no two litres?
 */
static bool tail_ends(const struct scan *s, size_t at) {
    struct token behind = token_of(s, at), next = token_of(s, at + 1);
    if (phrase_ends(s, at) || behind.class == GLYPH_BASE || behind.class == GLYPH_STOP) return true; /* 八成五|左右 */
    if (behind.class == GLYPH_JOIN && behind.value != MINUS) return true; /* 收窄八成三|至3.5亿元 */
    return behind.class == GLYPH_NONE && next.class == GLYPH_JOIN && next.value != MINUS;
}

/* 半 or a digit behind 三成: five or that many percent. */
static size_t tenth_tail(const struct scan *s, size_t at, struct numeral *n) {
    struct token tail = token_of(s, at), more = token_of(s, at + tail.size);
    if (tail.class == GLYPH_MORE && n->value.present && n->qualifier == QUALIFIER_EXACT) {
        numeral_over(n);
        return tail.size;
    }
    bool digit = tail.class == GLYPH_DIGIT && tail.value > 0 && tail.value < CAPITAL && tail_ends(s, at + tail.size);
    if (!n->value.present || n->qualifier != QUALIFIER_EXACT || more.class == GLYPH_OF || !(digit || tail.class == GLYPH_HALF))
        return 0;
    n->value = decimal_add(n->value, decimal_int(digit ? tail.value : 5));
    return tail.size;
}

/* 三成 → 30 %, 两三成, 八折 → 80 %, 八五折 and 85折 → 85 %. */
static size_t tenth_read(const struct scan *s, const struct figure *f, struct token token, struct numeral *out) {
    struct numeral n;
    numeral_of(&n, f);
    if (f->scale_end || f->bare || (!n.value.present && !n.bounded)) return 0;
    bool tenths = at_most_ten(n.value) && at_most_ten(numeral_high(&n));
    if (!tenths &&
        !(token.class == GLYPH_DISCOUNT && f->string && n.value.present && decimal_compare(n.value, decimal_int(100)) < 0))
        return 0;
    if (tenths) numeral_shift(&n, 1);
    unit_set(&n, NUMERAL_TENTHS, NUMERAL_PER_CENT);
    size_t end = f->end + token.size;
    if (tenths) end += tenth_tail(s, end, &n);
    *out = n;
    return end;
}

/* ---- powers ---- */

/* 的负三次方: the exponent, and the letter behind 次方; 0 when it is not said so. */
static size_t nth_read(const struct scan *s, size_t at, int *exponent) {
    struct numeral n;
    size_t         end = numerator_read(s, at, &n);
    struct token   nth = token_of(s, end);
    if (end == 0 || nth.class != GLYPH_NTH || !n.value.present || n.value.exponent != 0 || n.value.coefficient > 9999) return 0;
    *exponent = n.value.negative ? -(int)n.value.coefficient : (int)n.value.coefficient;
    return end + nth.size;
}

/* ^-3, ^8, ⁴ at `at`: the exponent, and the letter behind it; 0 when none stands there. */
static size_t exponent_read(const struct scan *s, size_t at, int *exponent) {
    struct token token = token_of(s, at);
    bool         raised = token.class == GLYPH_RAISED, minus = false;
    *exponent = 0;
    if (token.class == GLYPH_BASE) return nth_read(s, at + token.size, exponent);
    if (token.class == GLYPH_POWER) {
        at += token.size;
        minus = s->text[at] == '-';
        if (s->text[at] == '+' || minus) at++;
    } else if (!raised)
        return 0;
    size_t from = at;
    for (token = token_of(s, at); raised ? token.class == GLYPH_RAISED : is_arabic(s->text, at); token = token_of(s, at)) {
        *exponent = *exponent * 10 + (raised ? token.value : s->text[at] - '0');
        at += raised ? token.size : 1;
        if (at - from > (raised ? 3 : 9) || *exponent > 9999) return 0;
    }
    if (minus) *exponent = -*exponent;
    return at > from && !is_latin(s->text, at) ? at : 0;
}

/* 2^10 → 1024, 10^-3 → 0.001. Another base below zero is no decimal: it is left alone. */
static size_t power_read(const struct scan *s, const struct figure *base, size_t at, struct numeral *out) {
    static const decimal ten = {10, 0, false, true};
    int                  exponent;
    size_t               end = exponent_read(s, at, &exponent);
    bool                 tens = base->value.present && decimal_compare(base->value, ten) == 0;
    if (end == 0 || base->scale_end || base->high.present || base->qualifier != QUALIFIER_EXACT) return 0;
    if (exponent < 0 && (!tens || exponent < -60)) return 0;
    numeral_of(out, base);
    out->value = decimal_int(1);
    if (tens) out->value = exponent > 60 ? DECIMAL_NONE : decimal_shift(out->value, exponent);
    for (int i = 0; i < exponent && !tens && out->value.present; i++) out->value = decimal_mul(out->value, base->value);
    out->too_long = !out->value.present;
    return end;
}

/* 10^8 behind 3×. */
static size_t ten_power_read(const struct scan *s, const struct figure *times, size_t at, struct numeral *out) {
    static const decimal ten = {10, 0, false, true};
    struct figure        base = {0};
    struct numeral       power;
    figure_read(s, at, false, &base);
    if (base.end == 0 || !base.value.present || decimal_compare(base.value, ten) != 0) return 0;
    size_t end = power_read(s, &base, base.end, &power);
    if (end == 0 || times->scale_end || times->high.present) return 0;
    numeral_of(out, times);
    out->value = decimal_mul(out->value, power.value);
    out->too_long = !out->value.present;
    return end;
}

/* ---- all of them ---- */

size_t form_read(const struct scan *s, struct end *e) {
    const struct figure *f = &e->figure;
    struct token         next = token_of(s, f->end);
    size_t               end = 0;
    switch (next.class) {
    case GLYPH_OF:
        end = of_read(s, f, f->end + next.size, decimal_int(0), e->numeral);
        return end ? end : f->arabic ? 0 : SIZE_MAX; /* 1200份|之多; 百分之 and nothing to count: no numeral at all */
    case GLYPH_TENTH:
    case GLYPH_DISCOUNT: return tenth_read(s, f, next, e->numeral);
    case GLYPH_AND:
    case GLYPH_VULGAR: return mixed_read(s, f, f->end, next, e->numeral);
    case GLYPH_TIMES: return ten_power_read(s, f, f->end + next.size, e->numeral);
    case GLYPH_POWER:
    case GLYPH_BASE:
    case GLYPH_RAISED: return power_read(s, f, f->end, e->numeral);
    default: break;
    }
    if (s->text[f->end] == '/') return slash_read(s, f, f->end, decimal_int(0), e->numeral);
    return s->text[f->end] == ' ' ? mixed_read(s, f, f->end, next, e->numeral) : 0;
}
