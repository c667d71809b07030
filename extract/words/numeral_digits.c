/* Digits as they stand, before a place says what they are worth: 1,234.5, 1.2e5, 三, 二〇二〇; 两三 and 四五 are 2 to 3 and 4
 * to 5. Places and scales are numeral_read.c's business. */
#include "extract/words/numeral_reader.h"

#include "extract/base/banned.h"

const struct glyph_word *tail_stop(const struct reader *r, size_t at) {
    uint16_t first = glyph_of(r->t, r->text[at])->tails;
    return first ? word_among(r->t->tails, first, r->text, at) : NULL;
}

void digit_push(struct reader *r, unsigned digit) {
    if (r->digits >= TEN_37)
        r->overflow = true;
    else
        r->digits = r->digits * 10 + digit;
    r->digit_count++;
}

void pending_open(struct reader *r, enum pending kind, u128 digits) {
    r->pending = kind;
    r->pending_at = r->at;
    r->digits = digits;
    r->digits_extra = 0;
    r->digit_count = 1;
    r->digit_fraction = 0;
    r->leading_zero = false;
    r->figures++;
}

/* Letters of ",234" with no fourth digit behind it, 0 when it is not there. */
static size_t group_size(const struct reader *r, size_t at) {
    const uint16_t *p = r->text + at;
    bool            group = (p[0] == ',' || p[0] == r->t->comma) && is_arabic(p, 1) && is_arabic(p, 2) && is_arabic(p, 3);
    return group && !is_arabic(p, 4) ? 4 : 0;
}

/* e5 and E-3 behind 1.2: the power of ten. Letters of it, 0 when there is none; past 10^60 it is a name. */
static size_t exponent_at(const uint16_t *text, size_t at, int *power) {
    if (text[at] != 'e' && text[at] != 'E') return 0;
    size_t sign = text[at + 1] == '+' || text[at + 1] == '-', from = at + 1 + sign, end = from;
    for (*power = 0; is_arabic(text, end) && end < from + 3; end++) *power = *power * 10 + (text[end] - '0');
    if (end == from || *power > 60 || is_arabic(text, end) || is_latin(text, end)) return 0;
    if (text[at + 1] == '-') *power = -*power;
    return end - at;
}

static void exponent_take(struct reader *r) {
    int    power;
    size_t size = exponent_at(r->text, r->at, &power);
    if (size == 0) return;
    r->at += size;
    for (; power > r->digit_fraction; power--) digit_push(r, 0);
    r->digit_fraction -= power;
}

/* Where a scanner read O for 0, 1O.5亿元 and 8O%, as it stands behind a digit: what goes on behind it, or ends, is no word. Not
 * 2O of O2O, nor 5OMB. */
static bool is_misread_zero(const struct reader *r, size_t at) {
    if (r->text[at] != 'O' || (r->start && is_latin(r->text, r->start - 1))) return false;
    while (r->text[at] == 'O' || is_arabic(r->text, at)) at++;
    return r->text[at] >= 0x80 || r->text[at] == '%' || (r->text[at] == '.' && is_arabic(r->text, at + 1));
}

static bool     is_digit_read(const struct reader *r, size_t at) { return is_arabic(r->text, at) || is_misread_zero(r, at); }
static unsigned digit_read(const struct reader *r, size_t at) { return r->text[at] == 'O' ? 0 : (unsigned)(r->text[at] - '0'); }

/* 1,234.5: digits, thousands, a point with digits behind it; 1.2e5. */
void arabic_take(struct reader *r) {
    size_t   at = r->at;
    uint64_t few = 0;
    pending_open(r, PENDING_ARABIC, 0);
    r->arabic = true;
    r->digit_count = 0;
    r->leading_zero = r->text[at] == '0' && is_arabic(r->text, at + 1);
    for (; r->digit_count < 18 && is_digit_read(r, at); at++, r->digit_count++) few = few * 10 + digit_read(r, at);
    r->digits = few;
    for (; is_digit_read(r, at); at++) digit_push(r, digit_read(r, at));
    size_t size = r->digit_count <= 3 ? group_size(r, at) : 0;
    for (; size > 0; size = group_size(r, at))
        for (at += size, size = 3; size > 0; size--) digit_push(r, (unsigned)(r->text[at - size] - '0'));
    if (r->text[at] == '.' && is_arabic(r->text, at + 1))
        for (at++; is_digit_read(r, at); at++, r->digit_fraction++) digit_push(r, digit_read(r, at));
    r->at = at;
    exponent_take(r);
}

/* A zero written 0 or O inside Han digits: 二0二0, 二OO八. It is none where Latin letters or other digits go on. */
static bool zero_stands(const struct reader *r, size_t at, struct token token) {
    if (token.class != GLYPH_LOOKALIKE && r->text[at] != '0') return false;
    while (r->text[at] == '0' || (r->text[at] | 32) == 'o') at++;
    return r->text[at] == 0 || r->text[at] >= 0x80;
}

static void pair_set(struct reader *r, unsigned first, unsigned second, size_t end) {
    r->pending = PENDING_PAIR;
    r->digits = first;
    r->digits_extra = second - first;
    r->digit_count = 2;
    r->at = end;
}

/* 一两 and 三两 count when something countable follows; 三两。 is a weight. */
static bool pair_with_two(struct reader *r, unsigned first, size_t behind) {
    if ((first != 1 && first != 3) || r->in_section || r->part_count || phrase_ends(r->s, behind)) return false;
    pair_set(r, first == 1 ? 1 : 2, first == 1 ? 2 : 3, behind);
    return true;
}

/* The point of 三四点五; that of 三四点钟 tells the hour. */
static bool point_goes_on(const struct reader *r, struct token point) {
    size_t at = r->at + point.size;
    return point.class == GLYPH_POINT && (is_arabic(r->text, at) || token_at(r->t, r->text, at).class == GLYPH_DIGIT);
}

/* 二三 is 2 to 3, 三五 is 3 to 5 where nothing stands before it; 五八 is 58. */
static bool pair_spreads(const struct reader *r, unsigned first, unsigned second) {
    return first > 0 && (second == first + 1 || (first == 3 && second == 5 && !r->in_section && !r->part_count));
}

void han_take(struct reader *r, struct token token) {
    unsigned first = token.value & 15u, second = 0;
    pending_open(r, token.class == GLYPH_TWO ? PENDING_TWO : PENDING_DIGIT, first);
    r->han = true;
    r->capital = token.class == GLYPH_DIGIT && (token.value & CAPITAL);
    r->leading_zero = first == 0;
    r->at += token.size;
    struct token next = token_at(r->t, r->text, r->at);
    if (r->pending == PENDING_TWO) {
        if (next.class == GLYPH_DIGIT && next.value == 3) pair_set(r, 2, 3, r->at + next.size);
        return;
    }
    if (next.class == GLYPH_TWO && pair_with_two(r, first, r->at + next.size)) return;
    for (; next.class == GLYPH_DIGIT || zero_stands(r, r->at, next); next = token_at(r->t, r->text, r->at)) {
        if (r->digit_count == 1 && tail_stop(r, r->at)) break; /* 八块五|一升 */
        second = next.class == GLYPH_DIGIT ? next.value & 15u : 0;
        r->pending = PENDING_STRING;
        digit_push(r, second);
        r->at += next.size;
    }
    if (r->digit_count == 2 && !point_goes_on(r, next) && pair_spreads(r, first, second)) pair_set(r, first, second, r->at);
}
