/* The numerals that most figures are, read straight on: 313起, 5.1万人, 1,234.5, 2万亿元, 300多人 and 一是, 两个, 第十二, 百家.
 * Whatever may be more (3 万, 3—5, 三百, 1.2e5) is left to the readers that know all; a test holds the two equal. */
#include "extract/words/numeral_table.h"

#include "extract/base/banned.h"

enum { MOST_DIGITS = 18 };

/* Nothing at `at` goes on with the number before it. */
static bool ends_at(const struct numeral_table *t, const uint16_t *text, size_t at, bool arabic) {
    const struct glyph *g = glyph_of(t, text[at]);
    struct token        row = row_goes_on(g, text[at + 1]) ? token_at(t, text, at) : (struct token){0};
    if (row.size > 1 || (row.size && row.class != g->class)) return row.class == GLYPH_STOP; /* 30|千瓦, 百|参拾 */
    if (!g->of_number) return true;
    if (text[at] == ',' || text[at] == t->comma) return !is_arabic(text, at + 1);
    if (text[at] == '.') return !is_arabic(text, at + 1) && token_at(t, text, at + 1).class != GLYPH_DIGIT; /* 12. 规模 */
    return arabic && g->class == GLYPH_LIST; /* 3、4; but 三、四十 */
}

/* ",234" at `at`, and no fourth digit behind it. */
static bool is_group(const uint16_t *text, size_t at) {
    return is_arabic(text, at + 1) && is_arabic(text, at + 2) && is_arabic(text, at + 3) && !is_arabic(text, at + 4);
}

/* The power of 万 or 亿 at `at`; 0 when none stands there, or a longer row may: 万万. */
static unsigned scale_at(const struct numeral_table *t, const uint16_t *text, size_t at) {
    const struct glyph *g = glyph_of(t, text[at]);
    return g->class == GLYPH_SCALE && text[at] >= 0x80 && !row_goes_on(g, text[at + 1]) ? g->value : 0;
}

/* 余, 多 or + at `at`. */
static bool more_at(const struct numeral_table *t, const uint16_t *text, size_t at) {
    const struct glyph *g = glyph_of(t, text[at]);
    if (g->class != GLYPH_MORE || row_goes_on(g, text[at + 1])) return false; /* 余额 */
    return text[at] != '+' || !(is_arabic(text, at + 1) || is_latin(text, at + 1));
}

/* Digits as they stand, [0, end): so many of them are behind the point. */
struct digits {
    uint64_t value;
    uint32_t end;
    int      places;
};

/* 5.1万, 2万亿, 300多, 3万余 and 10多万: what is behind the digits may be of the number. */
APART static size_t arabic_goes_on(const struct numeral_table *t, const uint16_t *text, struct digits d, struct numeral *out) {
    size_t at = d.end, scale_end = 0;
    int    exponent = -d.places;
    bool   more = d.value && !d.places && more_at(t, text, at);
    at += more;
    unsigned scale = d.value ? scale_at(t, text, at) : 0, larger = scale ? scale_at(t, text, at + 1) : 0;
    if (scale) {
        exponent += (int)(larger > scale ? scale + larger : scale);
        at += larger > scale ? 2 : 1;
        scale_end = at;
        if (!more && more_at(t, text, at)) more = true, at++;
    }
    if (!ends_at(t, text, at, true)) return NUMERAL_LONG;
    numeral_put(out, NUMERAL_DIGITS, (decimal){d.value, (int16_t)exponent, false, true}, scale_end);
    if (more) numeral_over(out);
    return at;
}

/* The digits at `at` are put behind those of `value`; returns the letter behind them. */
static inline uint32_t digits_take(const uint16_t *text, uint32_t at, uint64_t *value) {
    for (unsigned digit; (digit = text[at] - (unsigned)'0') < 10; at++) *value = *value * 10 + digit;
    return at;
}

/* 313, 1,234.5 and what goes on behind them. */
static size_t arabic_short(const struct numeral_table *t, const uint16_t *text, struct numeral *out) {
    struct digits d = {0};
    uint32_t      marks = 0;
    d.end = digits_take(text, 0, &d.value);
    for (bool groups = d.end <= 3; groups && text[d.end] == ',' && is_group(text, d.end); marks++)
        d.end = digits_take(text, d.end + 1, &d.value);
    if (text[d.end] == '.' && is_arabic(text, d.end + 1)) {
        uint32_t point = d.end + 1;
        d.end = digits_take(text, point, &d.value);
        d.places = (int)(d.end - point);
        marks++;
    }
    if (d.end - marks > MOST_DIGITS) return NUMERAL_LONG;
    const struct glyph *g = glyph_of(t, text[d.end]);
    if (g->of_number || row_goes_on(g, text[d.end + 1])) return arabic_goes_on(t, text, d, out);
    numeral_put(out, NUMERAL_DIGITS, (decimal){d.value, (int16_t)-d.places, false, true}, 0);
    return d.end;
}

/* A Han digit from 1 to 9 at `at`, 0 when there is none. */
static unsigned digit_value(const struct numeral_table *t, const uint16_t *text, size_t at) {
    const struct glyph *g = glyph_of(t, text[at]);
    return g->class == GLYPH_DIGIT && g->value < CAPITAL && !row_goes_on(g, text[at + 1]) ? g->value : 0;
}

/* 百家, 万人: one of it. */
static size_t bare_short(const struct numeral_table *t, const uint16_t *text, struct numeral *out) {
    static const unsigned powers[] = {1, 10, 100, 1000};
    const struct glyph   *g = glyph_of(t, text[0]);
    if (!ends_at(t, text, 1, false)) return NUMERAL_LONG;
    bool scale = g->class == GLYPH_SCALE;
    numeral_put(out, NUMERAL_HAN, (decimal){scale ? 1 : powers[g->value], scale ? g->value : 0, false, true}, scale);
    out->single = true;
    return 1;
}

/* 十, 十一, 二十 and 二十一; 一 and 两 where no 十 stands. */
static size_t han_short(const struct numeral_table *t, const uint16_t *text, struct numeral *out) {
    const struct glyph *g = glyph_of(t, text[0]);
    unsigned            first = digit_value(t, text, 0), value = g->value;
    size_t              at = g->class == GLYPH_PLACE ? 0 : 1;
    const struct glyph *ten = glyph_of(t, text[at]);
    if (ten->class == GLYPH_PLACE && ten->value == 1 && (at == 0 || first) && !row_goes_on(ten, text[at + 1])) {
        unsigned last = digit_value(t, text, ++at);
        value = (first ? first : 1) * 10 + last;
        at += last > 0;
    } else if (at == 0) {
        return NUMERAL_LONG;
    }
    if (!ends_at(t, text, at, false)) return NUMERAL_LONG;
    numeral_put(out, NUMERAL_HAN, (decimal){value, 0, false, true}, 0);
    out->single = at == 1;
    return at;
}

/* A Han number: 一 and 两, 十二, 百. */
static size_t han_number(const struct numeral_table *t, const uint16_t *text, struct numeral *out) {
    const struct glyph *g = glyph_of(t, text[0]);
    if (row_goes_on(g, text[1])) return NUMERAL_LONG; /* 一半 */
    bool digit = g->class == GLYPH_TWO || (g->class == GLYPH_DIGIT && g->value < CAPITAL);
    if (digit || (g->class == GLYPH_PLACE && g->value == 1)) return han_short(t, text, out);
    bool bare = (g->class == GLYPH_SCALE && text[0] >= 0x80) || (g->class == GLYPH_PLACE && g->value < CAPITAL);
    return bare ? bare_short(t, text, out) : NUMERAL_LONG;
}

/* 第2, 第十二: the number behind 第. */
static size_t ordinal_short(const struct numeral_table *t, const uint16_t *text, struct numeral *out) {
    const struct glyph *g = glyph_of(t, text[1]);
    bool                arabic = is_arabic(text, 1) && !row_goes_on(g, text[2]);
    size_t              size = arabic ? arabic_short(t, text + 1, out) : han_number(t, text + 1, out);
    if (size == NUMERAL_LONG) return NUMERAL_LONG;
    out->form = NUMERAL_ORDINAL;
    out->single = false;
    out->scale_end += out->scale_end > 0;
    return size + 1;
}

size_t numeral_most(const struct numeral_table *t, const uint16_t *text, size_t enough) {
    for (size_t at = 0; at < enough; at++) {
        const struct glyph *g = glyph_of(t, text[at]);
        if (row_goes_on(g, text[at + 1])) return enough;
        if (!g->of_number) return at;
    }
    return enough;
}

size_t numeral_short(const struct numeral_table *t, const uint16_t *text, struct numeral *out) {
    const struct glyph *g = glyph_of(t, text[0]);
    bool                row = row_goes_on(g, text[1]);
    if (is_arabic(text, 0)) return row ? NUMERAL_LONG : arabic_short(t, text, out); /* 1半 */
    if (!may_start(g, text[1])) return 0;                                           /* 成果 */
    size_t size = row ? NUMERAL_LONG : g->class == GLYPH_ORDINAL ? ordinal_short(t, text, out) : han_number(t, text, out);
    if (size != NUMERAL_LONG) return size; /* 零售 is none, 一半 one of another kind */
    return numeral_starts_spelt(t, text) || text[0] == '.' ? NUMERAL_LONG : 0;
}
