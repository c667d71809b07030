/* Where a numeral may stand in text that is not spelt, told without reading it: 统计 and 成员 hold none, 一般 may, 第十二条 is
 * an ordinal. A few letters are spelt where a row longer than a character may go on. */
#include "extract/words/numeral_table.h"

#include "extract/base/banned.h"

enum { WINDOW = LONGEST_ROW + 2 };

/* The letter of any character at `at` and its bytes; 0 at the end. */
APART static uint16_t any_letter_at(const struct numeral_table *t, slice text, size_t at, size_t *size) {
    *size = 0;
    return at < text.len ? letter_of(t->alphabet, utf8_at(text.ptr + at, size)) : 0;
}

/* The same, told at once of one that has three bytes, as Han have. */
static inline uint16_t letter_at(const struct numeral_table *t, slice text, size_t at, size_t *size) {
    uint16_t han = at < text.len ? letter_of_han(t->alphabet, text.ptr + at) : 0;
    *size = 3;
    return han ? han : any_letter_at(t, text, at, size);
}

/* So many letters of text[at, …) that a row ends there, 0 behind them. */
static void window_spell(const struct numeral_table *t, slice text, size_t at, uint16_t out[WINDOW]) {
    size_t n = 0;
    for (size_t size; at < text.len && n <= t->longest; at += size) out[n++] = letter_at(t, text, at, &size);
    out[n] = 0;
}

/* As token_at; its size is bytes. */
static struct token token_in(const struct numeral_table *t, slice text, size_t at) {
    size_t                   one, two;
    uint16_t                 window[WINDOW];
    const struct glyph      *g = glyph_of(t, letter_at(t, text, at, &one));
    const struct glyph_word *w = NULL;
    if (g->words && row_goes_on(g, letter_at(t, text, at + one, &two))) {
        window_spell(t, text, at, window);
        w = word_among(t->words, g->words, window, 0);
    }
    return w ? (struct token){w->class, w->value, (uint8_t)w->text.len} : (struct token){g->class, g->value, (uint8_t)one};
}

bool numeral_heads_unit(const struct numeral_table *t, const uint16_t *text) { return place_of_unit(t, text, 0).size > 0; }

bool numeral_starts_spelt(const struct numeral_table *t, const uint16_t *text) {
    if (is_arabic(text, 0) || whole_at(t, text, 0)) return true;
    struct token token = token_at(t, text, 0);
    if (token.class != GLYPH_FEW && token.class != GLYPH_SEVERAL)
        return starts_numeral(token.class) || (token.class == GLYPH_STOP && place_of_unit(t, text, 0).size);
    unsigned behind = token_at(t, text, token.size).class; /* 几十, 数万, not 数字 */
    return behind == GLYPH_PLACE || behind == GLYPH_SCALE || (behind == GLYPH_STOP && place_of_unit(t, text, token.size).size);
}

bool numeral_starts(const struct numeral_table *t, slice text) {
    size_t   one, two;
    uint16_t window[WINDOW];
    if (digit_at(text, 0)) return true;
    const struct glyph *g = glyph_of(t, letter_at(t, text, 0, &one));
    if (g->class != GLYPH_FEW && g->class != GLYPH_SEVERAL) {
        if (!g->words && starts_numeral(g->class)) return true; /* 一 and most others, with 一半 or without */
        if (!g->seconds || !row_goes_on(g, letter_at(t, text, one, &two))) return starts_numeral(g->class);
    }
    window_spell(t, text, 0, window);
    return numeral_starts_spelt(t, window);
}

/* A letter of no number. */
static bool is_none(const struct glyph *g) { return g->class == GLYPH_NONE && !g->words && !g->of_number; }

bool numeral_ends_before(const struct numeral_table *t, uint32_t letter, uint32_t next) {
    const struct glyph *g = glyph_of(t, letter);
    if (is_none(g) || !next) return is_none(g);
    if (g->class == GLYPH_BASE) return is_none(glyph_of(t, next));
    return g->class == GLYPH_NONE && !g->of_number && !row_goes_on(g, (uint16_t)next);
}

enum numeral_told numeral_told(const struct numeral_table *t, uint32_t letter, uint32_t behind, uint32_t third) {
    const struct glyph *g = glyph_of(t, letter);
    if (!may_start(g, (uint16_t)behind)) return NUMERAL_NONE;
    if (g->class == GLYPH_ORDINAL) return NUMERAL_RANK;
    bool number = g->class < GLYPH_FEW && g->class != GLYPH_FUSED && g->value > 0; /* not 俩, not 零 */
    if (!number || row_goes_on(g, (uint16_t)behind) || !numeral_ends_before(t, behind, third)) return NUMERAL_UNTOLD;
    return g->class == GLYPH_DIGIT && g->value == 1 ? NUMERAL_ONE : NUMERAL_MORE;
}

size_t numeral_scan_text(const struct numeral_table *t, slice text, struct numeral *out) {
    struct spelling s;
    spell(&s, t->alphabet, text, 0);
    return s.at[numeral_scan(t, s.letters, s.count, false, out)];
}

const struct scan_set *numeral_set(const struct numeral_table *t) { return &t->starts; }

size_t numeral_ordinal(const struct numeral_table *t, slice text) {
    size_t              size, behind;
    uint16_t            letter = letter_at(t, text, 0, &size), next = letter_at(t, text, size, &behind);
    const struct glyph *first = glyph_of(t, letter);
    struct token        token = {first->class, first->value, (uint8_t)size};
    if (first->class != GLYPH_ORDINAL) return 0;
    if (first->words && row_goes_on(first, next)) token = token_in(t, text, 0);
    size_t start = token.size, at = start;
    bool   digit = false;
    if (token.class != GLYPH_ORDINAL) return 0;
    if (digit_at(text, at)) {
        while (digit_at(text, at)) at++;
        return at;
    }
    letter = letter_at(t, text, at, &size);
    for (unsigned place = UINT8_MAX;; letter = next, size = behind) {
        const struct glyph *g = glyph_of(t, letter);
        unsigned class = g->class, value = g->value;
        next = letter_at(t, text, at + size, &behind);
        if (g->words && row_goes_on(g, next)) {
            token = token_in(t, text, at);
            class = token.class;
            value = token.value;
            if (token.size != size) next = letter_at(t, text, at + (size = token.size), &behind);
        }
        if (class == GLYPH_PLACE && value < place)
            place = value, digit = false;
        else if (class == GLYPH_DIGIT && value < CAPITAL && !digit)
            digit = value > 0;
        else
            return at > start ? at : 0;
        at += size;
    }
}

bool numeral_ends(const struct numeral_table *t, slice text) {
    size_t one;
    utf8_decode(text, &one);
    return !digit_at(text, one) && token_in(t, text, one).class == GLYPH_NONE;
}
