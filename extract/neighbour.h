/* The simple condition of a table row: words that must or must not stand beside a figure. 度 is electricity where 电
 * stands before the numeral, 台 is no measure word before 山. The column 邻 holds blanks between words; a side word
 * opens a list: 前有 (somewhere before in the clause), 前接 (directly before), 后接 (directly behind), 数为 (the numeral
 * is written just so), 数含 (the numeral holds it), or the opposite: 前无 前不接 后不接 数非 数不含. 标点, 数字 and 字母 stand
 * for a class of characters; 标点 is also the end of the text. Within a list one word is enough; all lists must agree. */
#ifndef SUANPAN_NEIGHBOUR_H
#define SUANPAN_NEIGHBOUR_H

#include "extract/base/alphabet.h"

struct neighbour {
    slice   word;
    uint8_t side, sort; /* enum side, enum sort of neighbour.c */
};
enum side {
    SIDE_BEFORE,
    SIDE_NOT_BEFORE,
    SIDE_GLUED,
    SIDE_NOT_GLUED,
    SIDE_BEHIND,
    SIDE_NOT_BEHIND,
    SIDE_NUMERAL,
    SIDE_NOT_NUMERAL,
    SIDE_WITHIN,
    SIDE_NOT_WITHIN,
    SIDES,
    SIDES_REFUSING = 0x2AA /* bits of those that must not be met */
};
struct neighbours {
    const struct neighbour *items;         /* grouped by side */
    uint64_t                behind, glued; /* bits of the characters that can be met there: sieve_bit */
    uint16_t                upto[SIDES];   /* where the words of a side end */
    uint16_t                sides;         /* bit (side): it has words */
    bool                    prefix;        /* 前置: the unit stands before its numeral: ￥300 */
};

/* Reads a cell of the column 邻. False when a word stands before any side word: `*fault` is that word. */
bool neighbours_read(struct neighbours *out, slice cell, struct arena *run, slice *fault);
/* The bit of a character in a sieve, made of its bytes. All but Han share one, for 标点, 数字 and 字母 are of them, and so is
 * the end of the text. */
static inline uint64_t sieve_bit(const char *bytes) {
    const unsigned char *p = (const unsigned char *)bytes;
    return (uint64_t)1 << (p && p[0] - 0xE4u <= 0xE9 - 0xE4u ? (p[2] + 5u * p[1]) % 64 : 0);
}
static inline uint64_t sieve_at(slice text, size_t at) { return sieve_bit(at < text.len ? text.ptr + at : NULL); }
static inline uint64_t sieve_before(slice text, size_t end) { return sieve_bit(end < 3 ? NULL : text.ptr + end - 3); }

/* True when what stands at text[start, end) has the neighbours that it must have and none that it must not. `start` is
 * where the numeral (or the qualifier) starts, `word` where the unit (or the qualifier) itself does, `end` where it ends. */
bool neighbours_meet(const struct neighbours *near, unsigned sides, slice text, size_t start, size_t word, size_t end);
static inline bool neighbours_hold(const struct neighbours *near, slice text, size_t start, size_t word, size_t end) {
    unsigned sides = near->sides;
    if (near->behind && !(near->behind & sieve_at(text, end))) sides &= ~(1u << SIDE_BEHIND | 1u << SIDE_NOT_BEHIND);
    if (near->glued && !(near->glued & sieve_before(text, start))) sides &= ~(1u << SIDE_GLUED | 1u << SIDE_NOT_GLUED);
    if ((near->sides ^ sides) & ~SIDES_REFUSING) return false; /* what it asks for cannot be there */
    return sides == 0 || neighbours_meet(near, sides, text, start, word, end);
}
/* True at the end of `text`, at a blank and at punctuation of either script. */
bool punctuation_at(slice text, size_t at);
/* Character `i` is a blank: space, tab, U+00A0, U+2002-200B, U+3000; no line end. */
bool               blank_wide(const struct spelling *s, size_t i);
static inline bool blank_at(const struct spelling *s, size_t i) {
    unsigned char c = i < s->count ? (unsigned char)s->text.ptr[s->at[i]] : 0xFF;
    return c == ' ' || c == '\t' || (c >= 0xC2 && c <= 0xE3 && blank_wide(s, i));
}
/* The character behind all blanks at `i`. */
static inline size_t blanks_end(const struct spelling *s, size_t i) {
    while (blank_at(s, i)) i++;
    return i;
}

#endif
