/* What can start or end at a character, told by one look at it: 约 may open a qualifier, 亩 a unit, 第 ends a word that stands
 * before a numeral. Every table marks its own characters in the alphabet (base/alphabet.h) as it is loaded, so that no table is
 * asked in vain. */
#ifndef SUANPAN_MARK_H
#define SUANPAN_MARK_H

#include "extract/base/trie.h"

enum mark {
    MARK_PUNCTUATION = 127, /* the class letter of a punctuation mark */
    MARK_NUMERAL = 1 << 7,  /* a numeral may start */
    MARK_PERIOD = 1 << 8,   /* a word of periods.tsv starts */
    MARK_DATE_ON = 1 << 9,  /* a date goes on with it behind its year: 末, 起, a month, a dash */
    MARK_LATIN = 1 << 10,   /* an ASCII letter or digit */
    MARK_DAYTIME = 1 << 11, /* a word of clock.tsv starts that stands before an hour: 下午 */
    MARK_EACH = 1 << 12,    /* what joins two units starts: 每 */
    MARK_UNIT = 1 << 13,    /* a unit starts that stands behind its numeral */
    MARK_PREFIX = 1 << 14,  /* a unit that stands before its numeral ends: ￥ */
    /* A word of qualifiers.tsv starts, by its place: MARK_QUALIFIER << PLACE_BEHIND. */
    MARK_QUALIFIER = 1 << 15,
    /* Or ends, for the two places before the numeral: 约, 第. */
    MARK_ENDS_BEFORE = 1 << 20,
    MARK_ENDS_OUTSIDE = 1 << 21,
    MARK_HOUR = 1 << 22,         /* a word of clock.tsv starts that stands behind an hour, or a colon: 点 */
    MARK_DATE_DIGIT = 1 << 23,   /* a digit of a date, or 十 */
    MARK_YEAR_BEHIND = 1 << 24,  /* stands behind the four digits of a year: 年, /, a dash */
    MARK_BLANK = 1 << 25,        /* it may stand between a numeral and what belongs to it */
    MARK_SPANS = 1 << 26,        /* a word of PLACE_JOIN starts that makes one of two numbers: 至, ×; not 且 */
    MARK_HALF = 1 << 27,         /* a word of PLACE_BEHIND starts that adds to the amount: 半 */
    MARK_ORDERS = 1 << 28,       /* a unit that an ordinal numbers, and ranks nothing: 条 of 第三条, not 位 or 名 */
    MARK_UNIT_MORE = 1 << 29,    /* a unit may go on behind itself: 每, / and a bracket */
    MARK_MONTH_BEHIND = 1 << 30, /* stands behind a month or an hour: 月, 时, a dash */
    MARK_DATE_BEHIND = MARK_YEAR_BEHIND | MARK_MONTH_BEHIND,
};

/* The marks of the character at byte `at`; 0 at the end of the text. */
static inline uint32_t marks_at(const struct alphabet *alphabet, slice text, size_t at) {
    size_t size;
    return at < text.len ? alphabet->marks[letter_of(alphabet, utf8_decode(slice_from(text, at), &size))] : 0;
}

#endif
