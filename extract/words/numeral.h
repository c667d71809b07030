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

/* The unit that some forms bring: "%", "‰", "ratio"; the others "". */
enum numeral_unit { NUMERAL_BARE, NUMERAL_PER_CENT, NUMERAL_PER_MILLE, NUMERAL_SHARE };

struct numeral {
    decimal           value;     /* as GUIDELINES: 十几 has none but 11 and 19 for bounds, 3—5万 has 30000 and 50000 */
    uint32_t          scale_end; /* letters of it just after the last scale word (万, 亿), 0 when there is none */
    enum numeral_form form : 8;
    enum qualifier    qualifier : 8;   /* from what is written inside: 余 多 几 → over or range; else exact */
    enum numeral_unit unit : 9;        /* set by PERCENT, FRACTION and TENTHS; with it and all bits a word is full */
    bool              approximate : 1; /* 两三个, 十几, 几十, 数百: a range made by the words themselves */
    bool              single : 1;      /* one Han character: 一 三 两 半: needs a unit behind it to count */
    bool              fused : 1;       /* 俩 仨: persons, counted already */
    bool              word : 1;        /* a row of its own: 成千上万, 一半 */
    bool              too_long : 1;    /* more than 38 digits: no value */
    bool              bounded : 1;     /* `bound` holds something; few are, and of all others it is not even written */
    bool              divided : 1;     /* so is `exactly`: of FRACTION top / bottom is what `value` shows to 6 places */
    struct {
        decimal low, high;
    } bound;
    struct __attribute__((packed, aligned(8))) {
        decimal top;
        u128    bottom;
    } exactly;
};

struct numeral_table; /* loaded numerals.tsv, run lifetime */
struct scan_set;
struct scan_map;

/* Marks what may start a numeral, full-width characters too: a digit, a Han numeral, 第, 负, 数, 几, 半 … */
bool numerals_load(struct numeral_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err);
slice numeral_unit_name(const struct numeral *n);

static inline decimal numeral_low(const struct numeral *n) { return n->bounded ? n->bound.low : DECIMAL_NONE; }
static inline decimal numeral_high(const struct numeral *n) { return n->bounded ? n->bound.high : DECIMAL_NONE; }
/* Either may be absent. */
static inline bool numeral_is_one(const struct numeral *n) {
    return n->value.present && decimal_compare(n->value, decimal_int(1)) == 0;
}
static inline void numeral_bound(struct numeral *n, decimal low, decimal high) {
    n->bounded = low.present || high.present;
    n->bound.low = low;
    n->bound.high = high;
}
/* Its value is the least that it may be (300多, 超过300), or the most (近300). */
static inline void numeral_bound_by(struct numeral *n, enum qualifier qualifier) {
    numeral_bound(n, qualifier == QUALIFIER_OVER ? n->value : DECIMAL_NONE,
                  qualifier == QUALIFIER_UNDER || qualifier == QUALIFIER_NEARLY ? n->value : DECIMAL_NONE);
}
static inline void numeral_over(struct numeral *n) { numeral_bound_by(n, n->qualifier = QUALIFIER_OVER); }
/* 9万亿 of 突破8万亿、9万亿 is bounded as the one before. */
static inline void numeral_bound_as(struct numeral *n, const struct numeral *other) {
    if (!other->bounded) return;
    numeral_bound(n, other->bound.low.present ? n->value : numeral_low(n),
                  other->bound.high.present ? n->value : numeral_high(n));
}
/* A plain number: `bound` and `exactly` stay as they were. */
static inline void numeral_put(struct numeral *out, enum numeral_form form, decimal value, size_t scale_end) {
    out->value = value;
    out->scale_end = (uint32_t)scale_end;
    out->form = form;
    out->qualifier = QUALIFIER_EXACT;
    out->unit = NUMERAL_BARE;
    out->approximate = out->single = out->fused = out->word = out->too_long = out->bounded = out->divided = false;
}
/* The fraction times `factor`, rounded once: 三分之二 of 1609.344 is 1072.896. Absent when it is none. */
static inline decimal numeral_fraction(const struct numeral *n, struct ratio factor) {
    u128 bottom;
    if (!n->divided || __builtin_mul_overflow(factor.denominator, n->exactly.bottom, &bottom)) return DECIMAL_NONE;
    return decimal_scale(n->exactly.top, (struct ratio){factor.numerator, bottom});
}
/* In text that is spelt, 0 standing behind the last letter. False when no numeral starts it, and its first character is one
 * that may start one: 成员, 对外, 千瓦. */
bool numeral_starts_spelt(const struct numeral_table *table, const uint16_t *text);
/* Letters that a numeral at the start of `text` holds at most, told without reading it: 4 of 2025年; `enough` where there may
 * be as many, or where that cannot be told so. */
size_t numeral_most(const struct numeral_table *table, const uint16_t *text, size_t enough);
/* Reads the longest numeral at the start of `count` letters (余/多/几 behind or within the scale included: 3万余, 50多亿).
 * Ranges are one numeral when their two ends stand at a dash or 至/到 and the second end is a numeral too: 3—5万, 5-20
 * (the unit between the ends, 3个到5个 or 5%—8%, is the caller's: see quantity_scan in unit.h).
 * `led`: what stands before makes a lone capital digit a number, 柒 in 陆角柒分, no number in 柒牌; and 千 before 米: 上|千米.
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

/* 千米 starts here, whose 千 may be a number where what stands before leads to one. */
bool numeral_heads_unit(const struct numeral_table *table, const uint16_t *text);

/* In text that is not spelt; sizes are bytes. */

bool   numeral_starts(const struct numeral_table *table, slice text);                         /* as numeral_starts_spelt */
size_t numeral_scan_text(const struct numeral_table *table, slice text, struct numeral *out); /* as numeral_scan, not led */
/* The characters that a numeral may start with, ３ and its like too: what a map (scan.h) has marked for the next. */
const struct scan_set *numeral_set(const struct numeral_table *table);
/* Of a map that has them marked, and of all of `text`, takes the marks off those with which what stands behind them tells that
 * none starts, 成员, as long as it is not folded. */
void numeral_thin(const struct numeral_table *table, struct scan_map *map, slice text);
/* What a character of numeral_set that is no ASCII and the two behind it tell, by their letters: none starts there, 成员; 第,
 * behind which a number may stand; the first is all of a number word that needs a unit, one or more; or more must be read,
 * 一百. `third` 0: it is not known. */
enum numeral_told { NUMERAL_NONE, NUMERAL_RANK, NUMERAL_ONE, NUMERAL_MORE, NUMERAL_UNTOLD };
enum numeral_told numeral_told(const struct numeral_table *table, uint32_t letter, uint32_t behind, uint32_t third);
/* No number goes on with the letter: 一|步, and 一|个|平 but 一个亿, 一|的|水 but 一的六次方. */
bool numeral_ends_before(const struct numeral_table *table, uint32_t letter, uint32_t next);
/* Bytes of 第三百二十一 or 第12 at the start of `text`; 0 when it starts otherwise. */
size_t numeral_ordinal(const struct numeral_table *table, slice text);
/* True when no numeral goes on behind the first character of `text`: 一般, not 一百 or 一点. */
bool numeral_ends(const struct numeral_table *table, slice text);

#endif
