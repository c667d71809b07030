/* The numerals that most figures are, read straight on: 313起, 5.1万人, 1,234.5 and 一是, 两个. Whatever may be more (3 万,
 * 3—5, 三十, 1.2e5, 3万余) is left to the readers that know all; a test holds the two equal. */
#include "extract/numeral_table.h"

#include "extract/base/banned.h"

enum { MOST_DIGITS = 18 };

/* Nothing at `at` goes on with a number. Where a comma, a point, a blank or an e stands, more than one look would tell. `list`:
 * 、 does not either, as it may behind a Han digit: 三、四十. */
static bool ends_at(const struct numeral_table *t, slice text, size_t at, bool list) {
    static const slice wide_comma = {"，", 3};
    if (at >= text.len) return true;
    char c = text.ptr[at];
    if (c == ' ' || c == '.' || c == '-' || c == '/' || (c | 32) == 'e' || is_arabic(text, at)) return false;
    if (c == ',' && is_arabic(text, at + 1)) return false;
    if (is_arabic(text, at + wide_comma.len) && slice_starts(slice_from(text, at), wide_comma)) return false;
    unsigned class = token_at(t, text, at).class;
    return class == GLYPH_NONE || class == GLYPH_MONEY || class == GLYPH_STOP || (list && class == GLYPH_LIST);
}

/* ",234" at `at`, and no fourth digit behind it. */
static bool is_group(slice text, size_t at) {
    return at < text.len && text.ptr[at] == ',' && is_arabic(text, at + 1) && is_arabic(text, at + 2) &&
           is_arabic(text, at + 3) && !is_arabic(text, at + 4);
}

/* Takes digits into `*value` and `*count`, at most MOST_DIGITS in all. Returns the byte behind them. */
static size_t digits_take(slice text, size_t at, uint64_t *value, int *count) {
    for (unsigned digit; at < text.len && (digit = (unsigned)(text.ptr[at] - '0')) < 10 && *count < MOST_DIGITS; at++, ++*count)
        *value = *value * 10 + digit;
    return at;
}

/* 313, 1,234.5 and 5.1万. */
static size_t arabic_short(const struct numeral_table *t, slice text, struct numeral *out) {
    uint64_t value = 0;
    int      count = 0, whole;
    size_t   at = digits_take(text, 0, &value, &count), scale_end = 0;
    while (count <= MOST_DIGITS - 3 && (at <= 3 || text.ptr[at - 4] == ',') && is_group(text, at))
        at = digits_take(text, at + 1, &value, &count);
    whole = count;
    if (at < text.len && text.ptr[at] == '.' && is_arabic(text, at + 1)) at = digits_take(text, at + 1, &value, &count);
    int          exponent = whole - count;
    struct token scale = token_at(t, text, at);
    if (scale.class == GLYPH_SCALE && scale.size == 3 && value > 0) {
        at = scale_end = at + scale.size;
        exponent += scale.value;
    }
    if (!ends_at(t, text, at, true)) return 0;
    *out = (struct numeral){
        .form = NUMERAL_DIGITS, .value = {value, (int16_t)exponent, false, true}, .scale_end = (uint32_t)scale_end};
    return at;
}

/* 一, 两: most of them count nothing, 一般. */
static size_t han_short(const struct numeral_table *t, slice text, struct token digit, struct numeral *out) {
    if (!ends_at(t, text, digit.size, false)) return 0;
    *out = (struct numeral){.form = NUMERAL_HAN, .value = {digit.value, 0, false, true}, .single = true};
    return digit.size;
}

size_t numeral_short(const struct numeral_table *t, slice text, struct numeral *out) {
    if (text.len == 0) return 0;
    size_t              size;
    const struct glyph *g = glyph_of(t, code_at(text, 0, &size));
    if (g->wholes && row_goes_on(t, text, size)) return 0; /* 一半 */
    if (is_arabic(text, 0)) return arabic_short(t, text, out);
    struct token token = token_at(t, text, 0);
    if ((token.class == GLYPH_DIGIT && token.value < CAPITAL) || token.class == GLYPH_TWO)
        return han_short(t, text, token, out);
    return 0;
}
