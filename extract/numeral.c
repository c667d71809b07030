/* Numbers and the words round them become numerals: 百分之五点三 → 5.3 %, 三分之二 → 0.666667, 三成半 → 35 %, 第二十一,
 * 1:12, 3—5万 → 30000..50000. A number by itself is read by numeral_read.c. Units, 约 and 以上, dates and idioms are left
 * to others. */
#include "extract/numeral_table.h"

#include "extract/base/banned.h"

enum { RATIO_PLACES = 6 };

struct scan {
    const struct numeral_table *t;
    slice                       text;
};

static struct token token_of(const struct scan *s, size_t at) { return token_at(s->t, s->text, at); }

static bool is_blank(const struct scan *s, size_t at) { return at < s->text.len && s->text.ptr[at] == ' '; }

/* What the number says, as a numeral without a unit. */
static struct numeral numeral_of(const struct figure *f) {
    struct numeral n = {.value = f->value, .qualifier = f->qualifier, .scale_end = (uint32_t)f->scale_end};
    n.too_long = !f->value.present;
    n.form = f->arabic ? NUMERAL_DIGITS : NUMERAL_HAN;
    if (f->high.present) {
        n.low = f->value;
        n.high = f->high;
        n.value = DECIMAL_NONE;
        n.qualifier = QUALIFIER_RANGE;
        n.approximate = true;
    } else if (f->qualifier == QUALIFIER_OVER) {
        n.low = f->value;
    }
    return n;
}

static void numeral_shift(struct numeral *n, int power) {
    n->value = decimal_shift(n->value, power);
    n->low = decimal_shift(n->low, power);
    n->high = decimal_shift(n->high, power);
}

static void numeral_negate(struct numeral *n) {
    decimal low = n->low;
    n->low = n->high;
    n->high = low;
    n->value.negative = n->value.present;
    n->low.negative = n->low.present;
    n->high.negative = n->high.present;
}

static void unit_set(struct numeral *n, enum numeral_form form, slice unit) {
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
        n->top = decimal_shift(top, -bottom.exponent);
        n->bottom = bottom.coefficient;
        n->value = divided(top, bottom);
    }
    if (n->low.present) n->low = divided(n->low, bottom);
    if (n->high.present) n->high = divided(n->high, bottom);
    unit_set(n, NUMERAL_FRACTION, SLICE_LIT("ratio"));
    return true;
}

/* 之五 behind 百分: the numerator, 负 perhaps before it. Returns the byte behind it, 0 when none stands there. */
static size_t numerator_read(const struct scan *s, size_t at, struct numeral *n) {
    struct token  sign = token_of(s, at);
    bool          negative = sign.class == GLYPH_NEGATIVE || (sign.class == GLYPH_JOIN && sign.value == MINUS);
    struct figure f = {0};
    figure_read(s->t, s->text, at + (negative ? sign.size : 0), true, &f);
    if (f.end == 0) return 0;
    *n = numeral_of(&f);
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
        unit_set(&n, NUMERAL_PERCENT, SLICE_LIT("%"));
    else if (bottom->bare && whole.coefficient == 0 && decimal_compare(bottom->value, thousand) == 0)
        unit_set(&n, NUMERAL_PERCENT, SLICE_LIT("‰"));
    else if (!fraction_set(&n, whole, bottom->value))
        return 0;
    *out = n;
    return end;
}

/* 2014/15: a year and the next. Returns the byte behind it, 0 when it is none. */
static size_t school_year_end(const struct scan *s, const struct figure *f) {
    u128   year = f->value.coefficient;
    size_t at = f->end;
    if (f->han || f->value.exponent || year < 1900 || year > 2100 || at + 2 >= s->text.len || s->text.ptr[at] != '/') return 0;
    if (!is_arabic(s->text, at + 1) || !is_arabic(s->text, at + 2) || is_arabic(s->text, at + 3)) return 0;
    unsigned next = (unsigned)(s->text.ptr[at + 1] - '0') * 10 + (unsigned)(s->text.ptr[at + 2] - '0');
    return next == (year + 1) % 100 ? at + 3 : 0;
}

/* 3/4: short whole numbers, no third one behind (3/4/5 is a date or a list). */
static size_t slash_read(const struct scan *s, const struct figure *top, size_t at, decimal whole, struct numeral *out) {
    struct figure bottom = {0};
    if (top->han || top->leading_zero || at >= s->text.len || s->text.ptr[at] != '/' || !is_arabic(s->text, at + 1)) return 0;
    figure_read(s->t, s->text, at + 1, false, &bottom);
    bool more = bottom.end < s->text.len && (s->text.ptr[bottom.end] == '/' || is_latin(s->text, bottom.end));
    if (more || bottom.han || bottom.leading_zero || bottom.end - at > 7 || top->value.exponent < 0 ||
        bottom.value.exponent < 0)
        return 0;
    if (school_year_end(s, top)) return 0;
    *out = numeral_of(top);
    return fraction_set(out, whole, bottom.value) ? bottom.end : 0;
}

static size_t vulgar_read(struct token token, size_t at, decimal whole, struct numeral *out) {
    *out = (struct numeral){.value = decimal_int(token.value >> 4)};
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
    figure_read(s->t, s->text, at, false, &part);
    if (part.end == 0) return 0;
    struct token of = token_of(s, part.end);
    if (of.class == GLYPH_OF && !spaced) return of_read(s, &part, part.end + of.size, whole->value, out);
    return slash_read(s, &part, part.end, whole->value, out);
}

/* ---- 成 and 折 ---- */

static bool at_most_ten(decimal d) { return !d.present || decimal_compare(d, decimal_int(10)) <= 0; }

/* 半 or a digit behind 三成: five or that many percent. */
static size_t tenth_tail(const struct scan *s, size_t at, struct numeral *n) {
    struct token tail = token_of(s, at), more = token_of(s, at + tail.size);
    if (tail.class == GLYPH_MORE && n->value.present && n->qualifier == QUALIFIER_EXACT) {
        n->qualifier = QUALIFIER_OVER;
        n->low = n->value;
        return tail.size;
    }
    bool digit = tail.class == GLYPH_DIGIT && tail.value > 0 && tail.value < CAPITAL && phrase_ends(s->text, at + tail.size);
    if (!n->value.present || n->qualifier != QUALIFIER_EXACT || more.class == GLYPH_OF || !(digit || tail.class == GLYPH_HALF))
        return 0;
    n->value = decimal_add(n->value, decimal_int(digit ? tail.value : 5));
    return tail.size;
}

/* 三成 → 30 %, 两三成, 八折 → 80 %, 八五折 and 85折 → 85 %. */
static size_t tenth_read(const struct scan *s, const struct figure *f, struct token token, struct numeral *out) {
    struct numeral n = numeral_of(f);
    if (f->scale_end || f->bare || (!n.value.present && !n.high.present)) return 0;
    bool tenths = at_most_ten(n.value) && at_most_ten(n.high);
    if (!tenths &&
        !(token.class == GLYPH_DISCOUNT && f->string && n.value.present && decimal_compare(n.value, decimal_int(100)) < 0))
        return 0;
    if (tenths) numeral_shift(&n, 1);
    unit_set(&n, NUMERAL_TENTHS, SLICE_LIT("%"));
    size_t end = f->end + token.size;
    if (tenths) end += tenth_tail(s, end, &n);
    *out = n;
    return end;
}

/* ---- powers ---- */

/* 的负三次方: the exponent, and the byte behind 次方; 0 when it is not said so. */
static size_t nth_read(const struct scan *s, size_t at, int *exponent) {
    struct numeral n;
    size_t         end = numerator_read(s, at, &n);
    struct token   nth = token_of(s, end);
    if (end == 0 || nth.class != GLYPH_NTH || !n.value.present || n.value.exponent != 0 || n.value.coefficient > 9999) return 0;
    *exponent = n.value.negative ? -(int)n.value.coefficient : (int)n.value.coefficient;
    return end + nth.size;
}

/* ^-3, ^8, ⁴ at `at`: the exponent, and the byte behind it; 0 when none stands there. */
static size_t exponent_read(const struct scan *s, size_t at, int *exponent) {
    struct token token = token_of(s, at);
    bool         raised = token.class == GLYPH_RAISED, minus = false;
    *exponent = 0;
    if (token.class == GLYPH_BASE) return nth_read(s, at + token.size, exponent);
    if (token.class == GLYPH_POWER) {
        at += token.size;
        minus = at < s->text.len && s->text.ptr[at] == '-';
        if (at < s->text.len && (s->text.ptr[at] == '+' || minus)) at++;
    } else if (!raised)
        return 0;
    size_t from = at;
    for (token = token_of(s, at); raised ? token.class == GLYPH_RAISED : is_arabic(s->text, at); token = token_of(s, at)) {
        *exponent = *exponent * 10 + (raised ? token.value : s->text.ptr[at] - '0');
        at += raised ? token.size : 1;
        if (at - from > 9 || *exponent > 9999) return 0;
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
    *out = numeral_of(base);
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
    figure_read(s->t, s->text, at, false, &base);
    if (base.end == 0 || !base.value.present || decimal_compare(base.value, ten) != 0) return 0;
    size_t end = power_read(s, &base, base.end, &power);
    if (end == 0 || times->scale_end || times->high.present) return 0;
    *out = numeral_of(times);
    out->value = decimal_mul(out->value, power.value);
    out->too_long = !out->value.present;
    return end;
}

/* ---- one end of a range: a number with what makes it a percentage, a fraction, tenths ---- */

struct end {
    struct numeral numeral;
    struct figure  figure;
    size_t         end; /* byte behind it, 0: none starts there */
};

static size_t form_read(const struct scan *s, struct end *e) {
    const struct figure *f = &e->figure;
    struct token         next = token_of(s, f->end);
    size_t               end = 0;
    switch (next.class) {
    case GLYPH_OF:
        end = of_read(s, f, f->end + next.size, decimal_int(0), &e->numeral);
        return end ? end : SIZE_MAX; /* 百分之 and nothing to count: no numeral at all */
    case GLYPH_TENTH:
    case GLYPH_DISCOUNT: return tenth_read(s, f, next, &e->numeral);
    case GLYPH_AND:
    case GLYPH_VULGAR: return mixed_read(s, f, f->end, next, &e->numeral);
    case GLYPH_TIMES: return ten_power_read(s, f, f->end + next.size, &e->numeral);
    case GLYPH_POWER:
    case GLYPH_BASE:
    case GLYPH_RAISED: return power_read(s, f, f->end, &e->numeral);
    default: break;
    }
    if (f->end >= s->text.len) return 0;
    if (s->text.ptr[f->end] == '/') return slash_read(s, f, f->end, decimal_int(0), &e->numeral);
    return s->text.ptr[f->end] == ' ' ? mixed_read(s, f, f->end, next, &e->numeral) : 0;
}

/* A numeral that needs no number: 一半, 半, ½, .5. */
static size_t whole_read(const struct scan *s, size_t at, struct token token, struct numeral *out) {
    size_t                   size;
    const struct glyph      *g = glyph_of(s->t, code_at(s->text, at, &size));
    const struct glyph_word *w = word_at(s->t->wholes, g->wholes, s->text, at);
    if (w) {
        *out = w->numeral;
        return at + w->text.len;
    }
    if (token.class == GLYPH_VULGAR) return vulgar_read(token, at, decimal_int(0), out);
    if (token.class != GLYPH_HALF && token.class != GLYPH_FUSED) return 0;
    *out = (struct numeral){.form = NUMERAL_HAN, .single = true, .fused = token.class == GLYPH_FUSED};
    out->value = token.class == GLYPH_HALF ? (decimal){5, -1, false, true} : decimal_int(token.value);
    return at + token.size;
}

static bool end_read(const struct scan *s, size_t at, struct token token, bool led, struct end *e) {
    e->end = 0;
    e->figure.end = 0;
    e->figure.scale = e->figure.place = 0;
    if ((e->end = whole_read(s, at, token, &e->numeral)) > 0) return true;
    figure_read(s->t, s->text, at, led, &e->figure);
    if (e->figure.end == 0) return false;
    e->end = form_read(s, e);
    if (e->end == SIZE_MAX) return e->end = 0, false;
    if (e->end == 0) {
        e->end = e->figure.end;
        e->numeral = numeral_of(&e->figure);
        e->numeral.single = e->figure.han && !e->figure.arabic && e->end - at <= 3;
    }
    return true;
}

/* ---- ranges and ratios ---- */

static bool is_plain(enum numeral_form form) {
    return form == NUMERAL_DIGITS || form == NUMERAL_HAN || form == NUMERAL_ORDINAL;
}
static decimal low_of(const struct numeral *n) { return n->low.present ? n->low : n->value; }
static decimal high_of(const struct numeral *n) { return n->high.present ? n->high : n->value; }

/* 3—5万 means 3万; 三到五百 means 三百; 5000—1万 and 1到100 share nothing. Powers of ten that `a` takes over from `b`. */
static int shared_power(const struct end *a, const struct end *b) {
    decimal low = low_of(&a->numeral);
    if (b->figure.end == 0 || a->figure.end == 0 || a->figure.scale_end || low.exponent > 0) return 0;
    int  place = b->figure.place, scale = b->figure.scale;
    bool digit = low.coefficient > 0 && low.coefficient < b->figure.digit && low.exponent == 0;
    if (place == 1) digit = digit && low.coefficient > 1 && low.coefficient + 1 == b->figure.digit && a->figure.han;
    if (place && digit) return place + scale;
    if (scale == 0 || decimal_compare(low, decimal_shift(high_of(&b->numeral), -scale)) >= 0) return 0;
    return scale;
}

/* Makes a's form that of b: 三到五成, 百分之三到五. False when they do not go together. */
static bool forms_join(struct end *a, struct end *b) {
    if (a->numeral.form == b->numeral.form) return true;
    if (is_plain(a->numeral.form) && is_plain(b->numeral.form)) return true;
    if (is_plain(a->numeral.form) && b->numeral.form == NUMERAL_TENTHS && at_most_ten(high_of(&a->numeral))) {
        numeral_shift(&a->numeral, 1);
        unit_set(&a->numeral, NUMERAL_TENTHS, b->numeral.unit);
        return true;
    }
    return a->numeral.form == NUMERAL_PERCENT && is_plain(b->numeral.form) && b->figure.scale_end == 0;
}

static bool range_set(struct end *a, struct end *b) {
    if (!forms_join(a, b)) return false;
    int power = is_plain(a->numeral.form) ? shared_power(a, b) : 0;
    if (power) numeral_shift(&a->numeral, power);
    decimal low = low_of(&a->numeral), high = high_of(&b->numeral);
    if (!low.present || !high.present || decimal_compare(low, high) >= 0) return false;
    a->numeral.low = low;
    a->numeral.high = high;
    a->numeral.value = a->numeral.top = DECIMAL_NONE;
    a->numeral.qualifier = QUALIFIER_RANGE;
    a->numeral.approximate = a->numeral.single = false;
    if (b->numeral.scale_end) a->numeral.scale_end = b->numeral.scale_end;
    a->end = b->end;
    return true;
}

/* The byte behind 至 or — at `at`, blanks round it too; 0 when none stands there. */
static size_t join_end(const struct scan *s, size_t at, struct token *join) {
    size_t from = at + (is_blank(s, at) ? 1 : 0);
    *join = token_of(s, from);
    if (join->class != GLYPH_JOIN && join->class != GLYPH_LIST) return 0;
    from += join->size;
    return from + (is_blank(s, from) ? 1 : 0);
}

/* 2020-05-01, 0731-8888888, 1.2.3, 2014/15: no numbers but codes. Returns the byte behind such a code, 0 when it is none. */
static size_t code_end(const struct scan *s, const struct end *a) {
    size_t at = a->figure.end, marks = 0;
    if (a->figure.end == 0 || a->figure.han || a->end != a->figure.end) return 0;
    if (school_year_end(s, &a->figure)) return a->end + 3;
    bool dots = at < s->text.len && s->text.ptr[at] == '.';
    while (at + 1 < s->text.len && (s->text.ptr[at] == '-' || (dots && s->text.ptr[at] == '.')) && is_arabic(s->text, at + 1)) {
        marks++;
        while (is_arabic(s->text, ++at)) {
        }
    }
    return dots ? (marks ? at : 0) : marks > 1 || (marks && a->figure.leading_zero) ? at : 0;
}

/* 三、四十 is 30 to 40; 三、四 and 三、五十 are two numbers. */
static bool list_spreads(const struct end *a, const struct end *b) {
    int power = a->numeral.single && a->figure.end == a->end ? shared_power(a, b) : 0;
    if (power == 0 || !b->numeral.value.present) return false;
    decimal next = decimal_shift(decimal_add(a->numeral.value, decimal_int(1)), power);
    return decimal_compare(next, b->numeral.value) == 0;
}

static void range_read(const struct scan *s, struct end *a) {
    struct token join, first;
    struct end   b;
    size_t       at = join_end(s, a->end, &join);
    if (at == 0) return;
    first = token_of(s, at);
    if (first.class == GLYPH_ORDINAL && a->numeral.form == NUMERAL_ORDINAL) at += first.size, first = token_of(s, at);
    if (!end_read(s, at, first, false, &b) || (join.class == GLYPH_LIST && !list_spreads(a, &b))) return;
    range_set(a, &b);
}

/* 1:12, 4.0∶37.7∶58.3, 三比二. */
static void ratio_read(const struct scan *s, struct end *a) {
    struct token versus = token_of(s, a->end);
    size_t       end = a->end, count = 0;
    if (versus.class != GLYPH_VERSUS || a->figure.end != a->end || a->figure.scale_end || !a->numeral.value.present ||
        a->numeral.qualifier != QUALIFIER_EXACT)
        return; /* 比三千多|比五千少 */
    bool arabic = !a->figure.han;
    for (struct token next = versus; next.class == GLYPH_VERSUS; next = token_of(s, end), count++) {
        struct figure f = {0};
        figure_read(s->t, s->text, end + next.size, false, &f);
        arabic = arabic && !f.han;
        if (f.end == 0 || f.scale_end || f.high.present || f.qualifier != QUALIFIER_EXACT || (next.value == COLON && !arabic))
            break;
        end = f.end;
    }
    if (count == 0) return;
    a->numeral = (struct numeral){.form = NUMERAL_RATIO};
    a->end = end;
}

bool numeral_may_start(const struct numeral_table *table, uint32_t code_point) {
    return code_point < 0x10000 && table->starts.bits[code_point / 64] >> code_point % 64 & 1;
}

bool numeral_starts(const struct numeral_table *table, slice text) {
    size_t size;
    if (is_arabic(text, 0) || word_at(table->wholes, glyph_of(table, code_at(text, 0, &size))->wholes, text, 0)) return true;
    struct token token = token_at(table, text, 0);
    if (token.class != GLYPH_FEW && token.class != GLYPH_SEVERAL) return starts_numeral(token.class);
    unsigned behind = token_at(table, text, token.size).class; /* 几十, 数万, not 数字 */
    return behind == GLYPH_PLACE || behind == GLYPH_SCALE;
}

/* One of the words has the first two characters of `text`. */
static bool two_stand(const struct glyph_word *words, uint16_t first, slice text, size_t one, size_t two) {
    if (!first) return false;
    for (const struct glyph_word *w = &words[first - 1];; w++) {
        if (slice_starts(w->text, slice_sub(text, 0, one + two))) return true;
        if (!w->more) return false;
    }
}

/* `text` starts with a character that may start a numeral: alone, or with the one behind it (好几), which may be folded away.
 */
static bool may_open(const struct numeral_table *t, slice text) {
    size_t              one, two;
    uint32_t            code = code_at(text, 0, &one);
    const struct glyph *g = glyph_of(t, code);
    if (code < 0x80 || starts_numeral(g->class) || code > 0xFF00) return true;
    slice rest = slice_from(text, one);
    if (rest.len == 0) return false;
    code_at(rest, 0, &two);
    return scan_folds(rest) || two_stand(t->wholes, g->wholes, text, one, two) || two_stand(t->words, g->words, text, one, two);
}

size_t numeral_ordinal(const struct numeral_table *table, slice text) {
    struct token token = token_at(table, text, 0);
    size_t       start = token.size, at = start;
    bool         digit = false;
    if (token.class != GLYPH_ORDINAL) return 0;
    if (is_arabic(text, at)) {
        while (is_arabic(text, at)) at++;
        return at;
    }
    for (unsigned place = UINT8_MAX; (token = token_at(table, text, at)).size > 0; at += token.size) {
        bool falls = token.class == GLYPH_PLACE && token.value < place;
        bool stands = token.class == GLYPH_DIGIT && token.value < CAPITAL && !digit;
        if (!falls && !stands) break;
        digit = stands && token.value > 0;
        if (falls) place = token.value;
    }
    return at > start ? at : 0;
}

bool numeral_ends(const struct numeral_table *table, slice text) {
    size_t one;
    code_at(text, 0, &one);
    return !is_arabic(text, one) && token_at(table, text, one).class == GLYPH_NONE;
}

bool numeral_may_stand(const struct numeral_table *table, slice text) {
    size_t at = 0;
    while ((at = scan_marked(&table->starts, text, at)) < text.len && !may_open(table, slice_from(text, at))) at++;
    return at < text.len;
}

size_t numeral_find(const struct numeral_table *table, slice text, size_t from) {
    while ((from = scan_marked(&table->starts, text, from)) < text.len && !numeral_starts(table, slice_from(text, from)))
        from++;
    return from;
}

/* What makes a code, a ratio or a range of a number stands right behind it, or behind a blank; most numbers end at a unit. */
static bool goes_on(const struct scan *s, size_t at) {
    if (at >= s->text.len) return false;
    char c = s->text.ptr[at];
    return c == ' ' || c == '-' || c == '.' || c == '/' || token_of(s, at).class != GLYPH_NONE;
}

size_t numeral_scan(const struct numeral_table *table, slice text, bool led, struct numeral *out) {
    struct scan  s = {table, text};
    struct token first = token_at(table, text, 0);
    struct end   e; /* end_read fills what is asked of it */
    bool         digit = is_arabic(text, 0), ordinal = first.class == GLYPH_ORDINAL;
    if (!digit && first.class == GLYPH_NONE) {
        size_t size;
        if (text.len == 0 || glyph_of(table, code_at(text, 0, &size))->wholes == 0) return 0;
    }
    if (!end_read(&s, ordinal ? first.size : 0, ordinal ? token_of(&s, first.size) : first, led || ordinal, &e)) return 0;
    if (ordinal && e.numeral.form != NUMERAL_DIGITS && e.numeral.form != NUMERAL_HAN) return 0;
    if (ordinal) e.numeral.form = NUMERAL_ORDINAL, e.numeral.single = false;
    bool   more = goes_on(&s, e.end);
    size_t code = more ? code_end(&s, &e) : 0;
    if (code) {
        e.numeral = (struct numeral){.form = NUMERAL_DIGITS};
        e.end = code;
    } else if (more) {
        ratio_read(&s, &e);
        if (e.numeral.form != NUMERAL_RATIO) range_read(&s, &e);
    }
    *out = e.numeral;
    return e.end;
}
