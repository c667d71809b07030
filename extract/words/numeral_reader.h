/* The inside of figure_read, seen by numeral_digits.c and numeral_read.c only: digits are taken as a pending figure (三, 3,000,
 * 两三), and 百, 万 or the number's end say what it is worth. */
#ifndef SUANPAN_NUMERAL_READER_H
#define SUANPAN_NUMERAL_READER_H

#include "extract/words/numeral_table.h"

enum pending { PENDING_NONE, PENDING_DIGIT, PENDING_TWO, PENDING_STRING, PENDING_PAIR, PENDING_ARABIC, PENDING_FEW };
enum { MOST_PARTS = 4 };

struct part {
    decimal value;
    int     power;
};

/* In 二亿三千零五十万 the parts are 2×10^8 when 万 comes, and the section is 3050. */
struct reader {
    const struct scan          *s;
    const struct numeral_table *t;
    const uint16_t             *text;
    size_t                      start;
    size_t                      at;    /* what is before it belongs to the number */
    bool                        led;   /* see numeral_scan */
    struct part                *parts; /* finished scales, the largest first */
    int                         part_count;
    u128                        section;  /* below the next scale */
    int                         fraction; /* how many of its digits stand behind the point */
    int                         last;     /* the section's last place; 0: no place yet */
    bool                        in_section;
    size_t                      section_at;
    bool                        zero; /* 零 stood before the pending figure: it is ones */
    size_t                      zero_at;
    u128                        extra; /* the high end less the low one, where the number spreads */
    int                         extra_power;

    enum pending pending; /* the figure whose place is not known yet */
    u128         digits, digits_extra;
    int          digit_count, digit_fraction;
    bool         leading_zero;
    size_t       pending_at;

    enum qualifier qualifier;
    bool           closed; /* only scales may follow: 三十几|万, 五百多|亿 */
    bool           bare, capital, overflow, han, arabic, string, tailed;
    size_t         scale_end;
    int            figures, scale, place;
};

#define TEN_37 ((u128)UINT64_C(10000000000000000000) * UINT64_C(1000000000000000000))

static inline u128 ten_to(int power) {
    u128 value = 1;
    while (power-- > 0) value *= 10;
    return value;
}

/* 一天 in 三万一天: the 一 belongs to what follows; NULL when it does not. */
const struct glyph_word *tail_stop(const struct reader *r, size_t at);
/* A figure starts at r->at; its digits, so far. */
void pending_open(struct reader *r, enum pending kind, u128 digits);
void digit_push(struct reader *r, unsigned digit);
/* 1,234.5 and 1.2e5 at r->at; a digit, a pair or a string of digits: 三, 两三, 二〇二〇. */
void arabic_take(struct reader *r);
void han_take(struct reader *r, struct token token);

#endif
