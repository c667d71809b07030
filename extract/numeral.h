/* Words for a number become an exact value: 5.1万 → 51000, 三万五 → 35000, 十几 → 11..19, 1500余 → ≥1500.
 * Facts: rules/numerals.tsv. Reads folded text (half-width digits); full-width digits are folded by text.c before.
 * Text that is spelt (base/alphabet.h) is read by its letters, and positions are letters. */
#ifndef SUANPAN_NUMERAL_H
#define SUANPAN_NUMERAL_H

#include "extract/base/alphabet.h"
#include "extract/base/err.h"
#include "extract/claim.h"

enum numeral_form {
    NUMERAL_DIGITS,   /* 313, 1,234.5, 5.1万, 3万4000 */
    NUMERAL_HAN,      /* 一百二十, 三万五, 两, 廿, 壹佰 */
    NUMERAL_PERCENT,  /* 百分之五点三 → 5.3, unit %; 千分之三 → ‰; 5% is digits and the unit %, not this */
    NUMERAL_FRACTION, /* 三分之二 → 0.666667, 3/4, unit ratio */
    NUMERAL_TENTHS,   /* 三成 → 30 unit %, 三成半 → 35, 八折 → 80, 八五折 → 85 */
    NUMERAL_ORDINAL,  /* 第2, 第二十一 */
    NUMERAL_RATIO,    /* 1:12, 4.0∶37.7∶58.3: no value */
};

struct numeral {
    decimal        value, low, high; /* as GUIDELINES: 十几 has no value, low 11, high 19; 3—5万 no value, 30000, 50000 */
    decimal        top;              /* FRACTION: top / bottom is exactly what `value` shows to 6 places; else absent and 0 */
    u128           bottom;
    enum qualifier qualifier; /* from what is written inside: 余 多 几 → over or range; else exact */
    enum numeral_form form;
    slice             unit;        /* set by PERCENT, FRACTION and TENTHS: "%", "‰", "ratio"; else empty */
    bool              approximate; /* 两三个, 十几, 几十, 数百: a range made by the words themselves */
    bool              single;      /* one Han character: 一 三 两 半: needs a unit behind it to count */
    bool              fused;       /* 俩 仨: persons, counted already */
    bool              word;        /* a row of its own: 成千上万, 一半 */
    bool              too_long;    /* more than 38 digits: no value */
    uint32_t          scale_end;   /* letters of it just after the last scale word (万, 亿), 0 when there is none */
};

struct numeral_table; /* loaded numerals.tsv, run lifetime */
struct scan_set;
struct scan_map;

/* Marks what may start a numeral, full-width characters too: a digit, a Han numeral, 第, 负, 数, 几, 半 … */
bool numerals_load(struct numeral_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err);
/* The fraction times `factor`, rounded once: 三分之二 of 1609.344 is 1072.896. Absent when it is none. */
static inline decimal numeral_fraction(const struct numeral *n, struct ratio factor) {
    u128 bottom;
    if (!n->top.present || __builtin_mul_overflow(factor.denominator, n->bottom, &bottom)) return DECIMAL_NONE;
    return decimal_scale(n->top, (struct ratio){factor.numerator, bottom});
}
/* In text that is spelt, 0 standing behind the last letter. False when no numeral starts it, and its first character is one
 * that may start one: 成员, 对外, 千瓦. */
bool numeral_starts_spelt(const struct numeral_table *table, const uint16_t *text);
/* True when it starts with a Han digit and no number goes on behind: 一般, 两个. */
bool numeral_alone(const struct numeral_table *table, const uint16_t *text);
/* Reads the longest numeral at the start of `count` letters (余/多/几 behind or within the scale included: 3万余, 50多亿).
 * Ranges are one numeral when their two ends stand at a dash or 至/到 and the second end is a numeral too: 3—5万, 5-20
 * (the unit between the ends, 3个到5个 or 5%—8%, is the caller's: see quantity_scan in unit.h).
 * `led`: what stands before makes a lone capital digit a number: 柒 in 陆角柒分, no number in 柒牌.
 * Returns letters consumed, 0 when `text` does not start with a numeral. Dates are not told apart here. Never fails:
 * a numeral of more than 38 digits returns its length with value absent. */
static inline size_t numeral_scan(const struct numeral_table *table, const uint16_t *text, size_t count, bool led,
                                  struct numeral *out);
/* How it does so: what most numerals are, and what no other reader goes on with, is read straight on: 313, 1,234.5 and 5.1万,
 * or one Han digit. NUMERAL_LONG: it is none of these, or more may follow; then the reader that knows all is asked. */
#define NUMERAL_LONG SIZE_MAX
size_t numeral_short(const struct numeral_table *table, const uint16_t *text, struct numeral *out);
size_t numeral_scan_whole(const struct numeral_table *table, const uint16_t *text, size_t count, bool led, struct numeral *out);
static inline size_t numeral_scan(const struct numeral_table *table, const uint16_t *text, size_t count, bool led,
                                  struct numeral *out) {
    size_t size = numeral_short(table, text, out);
    return size != NUMERAL_LONG ? size : numeral_scan_whole(table, text, count, led, out);
}

/* In text that is not spelt; sizes are bytes. */

bool   numeral_starts(const struct numeral_table *table, slice text);                         /* as numeral_starts_spelt */
size_t numeral_scan_text(const struct numeral_table *table, slice text, struct numeral *out); /* as numeral_scan, not led */
/* The characters that a numeral may start with, ３ and its like too: what a map (scan.h) has marked for the next. */
const struct scan_set *numeral_set(const struct numeral_table *table);
/* The first place at or behind `from` where a numeral starts; text.len when there is none. */
size_t numeral_find(const struct numeral_table *table, const struct scan_map *map, slice text, size_t from);
/* Bytes of 第三百二十一 or 第12 at the start of `text`; 0 when it starts otherwise. */
size_t numeral_ordinal(const struct numeral_table *table, slice text);
/* True when no numeral goes on behind the first character of `text`: 一般, not 一百 or 一点. */
bool numeral_ends(const struct numeral_table *table, slice text);

#endif
