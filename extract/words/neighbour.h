/* The simple condition of a table row: words that must or must not stand beside a figure. 度 is electricity where 电
 * stands before the numeral, 台 is no measure word before 山. The column 邻 holds blanks between words; a side word
 * opens a list: 前有 (somewhere before in the clause), 前接 (directly before), 后接 (directly behind), 数为 (the numeral
 * is written just so), 数含 (the numeral holds it), or the opposite: 前无 前不接 后不接 数非 数不含. 标点, 数字 and 字母 stand
 * for a class of characters; 标点 is also the end of the text. Within a list one word is enough; all lists must agree. */
#ifndef SUANPAN_NEIGHBOUR_H
#define SUANPAN_NEIGHBOUR_H

#include "extract/base/tsv.h"

struct neighbour {
    slice   word;
    uint8_t side, sort; /* enum side, enum sort of neighbour.c */
};
/* Each side and its opposite. */
#define NEIGHBOUR_SIDES(X)                                                                                                     \
    X(BEFORE, "前有")                                                                                                          \
    X(NOT_BEFORE, "前无")                                                                                                      \
    X(GLUED, "前接")                                                                                                           \
    X(NOT_GLUED, "前不接")                                                                                                     \
    X(BEHIND, "后接")                                                                                                          \
    X(NOT_BEHIND, "后不接")                                                                                                    \
    X(NUMERAL, "数为")                                                                                                         \
    X(NOT_NUMERAL, "数非")                                                                                                     \
    X(WITHIN, "数含")                                                                                                          \
    X(NOT_WITHIN, "数不含")
#define NEIGHBOUR_PREFIX "前置" /* opens no list: the unit stands before its numeral */
#define NEIGHBOUR_TWINS "繁体"  /* nor does it: the text is in traditional characters */
#define SIDE(name, word) SIDE_##name,
/* SIDES_REFUSING: bits of those that must not be met */
enum side { NEIGHBOUR_SIDES(SIDE) SIDES, SIDES_REFUSING = 0x2AA };
#undef SIDE
struct neighbours {
    const struct neighbour *items;         /* grouped by side */
    const uint8_t          *sieves;        /* of each, on the sides glued and behind: of the character next to the figure */
    uint64_t                behind, glued; /* bits (sieve_of) of the characters that can be met there */
    uint16_t                upto[SIDES];   /* where the words of a side end */
    uint16_t                sides;         /* bit (side): it has words */
    bool                    prefix;        /* 前置: the unit stands before its numeral: ￥300 */
    bool                    twins;         /* 繁体: of texts in traditional characters alone, which the caller looks at */
};

/* Reads the cell of a row under 邻, which is `column`. False and `err` when a word stands before any side word. */
bool neighbours_read(struct neighbours *out, const struct tsv *table, const struct tsv_row *row, int column, struct arena *run,
                     struct err *err);
/* Where a character falls in a sieve of 64 holes, by its bytes. All but Han fall through one, for 标点, 数字 and 字母 are of
 * them, and so does the end of the text. */
static inline uint8_t sieve_of(const char *bytes) {
    const unsigned char *p = (const unsigned char *)bytes;
    return p[0] - 0xE4u <= 0xE9 - 0xE4u ? (p[2] + 5u * p[1]) % 64 : 0;
}
static inline uint8_t sieve_at(slice text, size_t at) { return at < text.len ? sieve_of(text.ptr + at) : 0; }
static inline uint8_t sieve_before(slice text, size_t end) { return end < 3 ? 0 : sieve_of(text.ptr + end - 3); }

/* True when what stands at text[start, end) has the neighbours that it must have and none that it must not. `start` is
 * where the numeral (or the qualifier) starts, `word` where the unit (or the qualifier) itself does, `end` where it ends. */
bool neighbours_meet(const struct neighbours *near, unsigned sides, slice text, size_t start, size_t word, size_t end);
/* The sides whose words may be met there, bit (side). */
static inline unsigned neighbours_near(const struct neighbours *near, slice text, size_t start, size_t end) {
    unsigned sides = near->sides;
    if (near->behind && !(near->behind >> sieve_at(text, end) & 1)) sides &= ~(1u << SIDE_BEHIND | 1u << SIDE_NOT_BEHIND);
    if (near->glued && !(near->glued >> sieve_before(text, start) & 1)) sides &= ~(1u << SIDE_GLUED | 1u << SIDE_NOT_GLUED);
    return sides;
}
static inline bool neighbours_hold(const struct neighbours *near, slice text, size_t start, size_t word, size_t end) {
    unsigned sides = neighbours_near(near, text, start, end);
    if ((near->sides ^ sides) & ~SIDES_REFUSING) return false; /* what it asks for cannot be there */
    return sides == 0 || neighbours_meet(near, sides, text, start, word, end);
}
/* True when it asks for nothing, and what it refuses cannot be there: most. Says nothing where it is false. */
static inline bool neighbours_open(const struct neighbours *near, slice text, size_t start, size_t end) {
    return !(near->sides & ~SIDES_REFUSING) && (near->sides == 0 || neighbours_near(near, text, start, end) == 0);
}
/* True at the end of `text`, at a blank and at punctuation of either script. */
bool punctuation_at(slice text, size_t at);
#endif
