/* What goes on being said of the same amount behind a numeral and its unit: 123元1角1分 → 123.11 元, 两个半小时 → 2.5 小时,
 * 2×35万千瓦 → 700000 千瓦, 1米75. */
#include "extract/words/quantity.h"

#include "extract/base/ratio.h"

#include "extract/base/banned.h"

static bool plain(const struct numeral *n) {
    return n->value.present && !n->divided && n->qualifier == QUALIFIER_EXACT &&
           (n->form == NUMERAL_DIGITS || n->form == NUMERAL_HAN);
}

/* 2×35万千瓦: a number without a unit, × and a number with one. */
SELDOM void times_join(const struct quantity_text *s, struct part *p) {
    const struct qualifier_row *row;
    struct numeral              number;
    struct part                 more = {.numeral = &number};
    if (p->unit || !plain(p->numeral)) return;
    size_t at = blanks_end(s, p->end);
    size_t size = word_at(s, PLACE_JOIN, at, p->start, &row);
    if (size == 0 || row->effect != EFFECT_TIMES) return;
    at = blanks_end(s, at + size);
    if (!part_scan(s, at, true, &more) || !more.unit || more.unit->class != UNIT_PHYSICAL || !plain(more.numeral)) return;
    if (unit_measures(more.unit, "length")) return; /* 12×12厘米 is a format */
    decimal product = decimal_mul(p->numeral->value, more.numeral->value);
    if (!product.present) return;
    p->numeral->value = product;
    p->unit = p->last = more.unit;
    p->digits = more.digits;
    p->end = more.end;
}

/* 一个半月, 一个多小时: what stands behind 半 or 多 makes one unit with what stands before it. Returns the character behind it,
 * 0 if not so. */
SELDOM static size_t unit_around(const struct quantity_text *s, const struct part *p, size_t behind, const struct unit **unit) {
    enum { LONGEST = 24 }; /* bytes of what stands behind */
    char            joined[64];
    struct spelling spelling;
    slice           head = p->unit->surface;
    size_t          end = behind, start = s->text->at[behind];
    while (end < s->text->count && s->text->at[end + 1] - start <= LONGEST) end++;
    size_t tail = s->text->at[end] - start;
    if (tail == 0 || head.len + tail > sizeof joined) return 0;
    memcpy(joined, head.ptr, head.len);
    memcpy(joined + head.len, s->text->text.ptr + start, tail);
    spell(&spelling, s->v->alphabet, (slice){joined, head.len + tail}, 0);
    size_t size = unit_scan_at(s->v->units, &spelling, 0, 0, s->arena, unit), before = utf8_count(head);
    return size > before ? behind + size - before : 0;
}

/* Nothing goes on at `at`: 一个半。 and 一个半到两个小时, but 一个半圆. */
static bool count_ends(const struct quantity_text *s, size_t at, size_t start) {
    const struct qualifier_row *row;
    return phrase_breaks(s, at) || (word_at(s, PLACE_JOIN, at, start, &row) && row->effect == EFFECT_RANGE);
}

static void half_join(const struct quantity_text *s, struct part *p) {
    static const decimal        half = {5, -1, false, true};
    const struct qualifier_row *row;
    if (!p->unit || !p->numeral->value.present || p->numeral->form > NUMERAL_HAN) return;
    if (p->unit->class == UNIT_ORDINAL) return; /* 下午5点半， */
    size_t size = word_at(s, PLACE_BEHIND, p->end, p->start, &row);
    if (size == 0 || row->effect != EFFECT_HALF) return;
    const struct unit *unit = p->unit;
    size_t             end = unit_around(s, p, p->end + size, &unit);
    bool counts = p->unit->class == UNIT_MEASURE_WORD || p->unit->class == UNIT_PERSON || p->unit->class >= UNIT_RANK;
    if (end == 0 && counts && !count_ends(s, p->end + size, p->start)) return;
    decimal one_half = unit->fold.present ? decimal_mul(half, unit->fold) : half; /* 一打半 is 18 */
    p->numeral->value = unit->doubles ? DECIMAL_NONE : decimal_add(p->numeral->value, one_half);
    p->unit = p->last = unit;
    p->end = end ? end : p->end + size;
}

static void more_join(const struct quantity_text *s, struct part *p) {
    const struct qualifier_row *row;
    if (!p->unit || !plain(p->numeral)) return;
    size_t size = word_at(s, PLACE_INSIDE, p->end, p->start, &row);
    if (size == 0 || !sets_bounds(row->effect)) return;
    const struct unit *unit;
    size_t             end = unit_around(s, p, p->end + size, &unit);
    if (end == 0) return;
    inside_set(p->numeral, row->effect);
    p->inside_line = row->line;
    p->unit = p->last = unit;
    p->end = end;
}

/* How many powers of ten `ratio` is; -1 when it is no power of ten above 1. */
static int tens(struct ratio ratio) {
    int powers = 0;
    for (; ratio.numerator > 1 && ratio.numerator % 10 == 0; ratio.numerator /= 10) powers++;
    return ratio.numerator == 1 && ratio.denominator == 1 && powers > 0 ? powers : -1;
}

/* How many of `small` are one of `big`, in lowest terms; 0/0 when they do not compare. */
static struct ratio unit_ratio(const struct unit *big, const struct unit *small) {
    if (!small->factor.numerator || !slice_equal(big->dimension, small->dimension)) return (struct ratio){0, 0};
    return ratio_multiply(big->factor, (struct ratio){small->factor.denominator, small->factor.numerator});
}

decimal unit_converted(decimal value, const struct unit *from, const struct unit *to) {
    if (from == to) return value;
    if (from && to && slice_equal(from->canonical, to->canonical)) return value;
    if (!from || !to) return DECIMAL_NONE;
    struct ratio ratio = unit_ratio(from, to);
    if (ratio.denominator != 1) return DECIMAL_NONE;
    return decimal_mul(value, (decimal){ratio.numerator, 0, false, true});
}

/* 123元1角1分 is said in the larger unit, for a tenth is exact there; 两年零三个月 in the smaller: 27个月. */
static bool parts_add(struct part *big, const struct part *small) {
    struct ratio ratio = unit_ratio(big->unit, small->unit);
    if (ratio.denominator != 1 || ratio.numerator < 2) return false;
    if (decimal_compare(small->numeral->value, (decimal){ratio.numerator, 0, false, true}) >= 0) return false; /* 一天|24小时 */
    int     powers = tens(ratio);
    decimal sum = powers > 0 ? decimal_add(big->numeral->value, decimal_shift(small->numeral->value, -powers))
                             : decimal_add(decimal_scale(big->numeral->value, ratio), small->numeral->value);
    if (!sum.present) return false;
    big->numeral->value = sum;
    if (powers <= 0) big->unit = small->unit;
    big->last = small->unit;
    big->end = small->end;
    return true;
}

static bool has_parts(const struct part *p) {
    static const decimal calendar = {1000, 0, false, true};
    if (!p->unit || !plain(p->numeral)) return false;
    if (p->unit->class == UNIT_TIME) return decimal_compare(p->numeral->value, calendar) < 0; /* 2019年3个月 is no length */
    return p->unit->class == UNIT_MONEY || p->unit->class == UNIT_PHYSICAL || p->unit->class == UNIT_AGE;
}

/* 8分30秒: alone 8分 is a score; before 秒 it is time. 30度15分 is an angle. */
static void reading_join(const struct quantity_text *s, struct part *p) {
    struct numeral     number;
    struct part        more = {.numeral = &number};
    const struct unit *other;
    if (!p->unit || !p->unit->several || !plain(p->numeral)) return;
    if (!part_scan(s, p->end, true, &more) || !more.unit || !has_parts(&more)) return;
    if (unit_ratio(p->unit, more.unit).numerator) return; /* they go together as they are */
    other = units_reading(s->v->units, p->unit->surface, more.unit->dimension);
    if (other && unit_ratio(other, more.unit).numerator > unit_ratio(other, more.unit).denominator) p->unit = other;
}

/* 一天八小时, 一周五天: so much in a day, not a day and so much. */
static bool is_rate(const struct part *p) {
    enum { DAY = 24 }; /* hours; years are counted in months */
    const struct ratio *f = &p->unit->factor;
    return p->numeral->single && p->unit->class == UNIT_TIME && f->denominator == 1 && f->numerator >= DAY &&
           decimal_compare(p->numeral->value, decimal_int(1)) == 0;
}

static void parts_join(const struct quantity_text *s, struct part *p) {
    const struct qualifier_row *row;
    struct numeral              number;
    struct part                 more = {.numeral = &number};
    reading_join(s, p);
    const struct unit *last = p->unit;
    while (has_parts(p)) {
        size_t size = word_at(s, PLACE_INSIDE, p->end, p->start, &row);
        bool   joint = size && row->effect == EFFECT_AND;
        size_t at = p->end + (joint ? size : 0);
        if (!joint && is_rate(p)) return;
        if (!part_scan(s, at, true, &more) && !(at > p->end && part_scan(s, p->end, true, &more))) return;
        if (!more.unit || !plain(more.numeral) || unit_ratio(last, more.unit).numerator < 2) return;
        last = more.unit;
        if (!parts_add(p, &more)) return;
    }
}

/* The digits of 75 in 1米75 as written; 五六 (read as 5 to 6) too. */
static decimal tail_digits(const struct numeral *n, size_t count) {
    if (n->approximate && n->bounded && count == 2)
        return decimal_add(decimal_mul(n->bound.low, decimal_int(10)), n->bound.high);
    return n->scale_end == 0 && plain(n) && n->value.exponent == 0 ? n->value : DECIMAL_NONE;
}

/* 1米75 → 1.75, 五块八 → 5.8, 五块八毛五 → 5.85: one or two digits, and no unit of their own behind them. */
static void tail_join(const struct quantity_text *s, struct part *p) {
    static const decimal ten = {10, 0, false, true}, hundred = {100, 0, false, true};
    struct numeral       number;
    struct part          more = {.numeral = &number};
    if (!p->unit || !p->last->tail || !plain(p->numeral)) return;
    int finer = p->last == p->unit ? 0 : tens(unit_ratio(p->unit, p->last)); /* places of the unit written last */
    if (finer < 0 || p->numeral->value.exponent < -finer) return;
    if (!part_scan(s, p->end, true, &more)) return;
    if (more.unit && blanks_end(s, more.digits) > more.digits) more.unit = NULL, more.end = more.digits; /* 三毛八 排骨 */
    if (more.unit || more.end != more.digits) return;
    if (more.numeral->form != p->numeral->form) return; /* 5000亩三山绿化 */
    size_t  count = more.digits - more.start;
    decimal digits = tail_digits(more.numeral, count);
    if (!digits.present || count > 2 || decimal_compare(digits, count == 1 ? ten : hundred) >= 0) return;
    if (!phrase_breaks(s, more.end) && (unsigned char)s->text->text.ptr[s->text->at[more.end]] < 0x80) return;
    p->numeral->value = decimal_add(p->numeral->value, decimal_shift(digits, -(int)count - finer));
    p->end = more.end;
    const struct unit *each; /* 三块五每斤 */
    size_t             size = unit_scan_each(s->v->units, s->text, p->end, s->arena, &each);
    if (size == 0) return;
    p->unit = unit_per(s->v->units, p->unit, each, s->arena);
    p->end += size;
}

void part_go_on(const struct quantity_text *s, struct part *p) {
    half_join(s, p);
    more_join(s, p);
    parts_join(s, p);
    tail_join(s, p);
}
