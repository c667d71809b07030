/* Which token has a numeral at which several start: 2025年 is a date, 四川 a word, 四家 a figure. skeleton.c reads by it;
 * glance.c asks first, so that what is no figure need not be read. */
#ifndef SUANPAN_TOKEN_CHOICE_H
#define SUANPAN_TOKEN_CHOICE_H

#include "extract/words/unit.h"

/* The bytes behind the word and the date that start there, 0: none does. `keeps`: the word has its numerals whatever stands
 * behind them, as 四川 has; a phrase of refusals.tsv has them but where a quantity reaches farther: 一批, but 一批次. */
struct rivals {
    size_t word_end, date_end;
    bool   keeps;
};
enum token_choice { CHOICE_NONE, CHOICE_DATE, CHOICE_WORD, CHOICE_FIGURE };

/* The byte that a quantity must reach to be read at all: behind a date or such a word no unit is looked for. */
static inline size_t choice_beyond(struct rivals r) { return r.date_end ? r.date_end : r.keeps ? r.word_end : 0; }

/* `end`: what quantity_scan returned for `q`. */
static inline enum token_choice token_choice(struct rivals r, size_t end, const struct quantity *q) {
    if (r.date_end && (!end || r.date_end >= q->digits.end || q->numeral.form == NUMERAL_RATIO)) return CHOICE_DATE;
    if (!end) return r.word_end ? CHOICE_WORD : CHOICE_NONE;
    if (!r.word_end) return CHOICE_FIGURE;
    const size_t core = quantity_core_end(q);
    bool         whole = r.word_end > core || (r.word_end == core && !q->ordinal);
    return whole || (r.keeps && r.word_end > q->digits.end) ? CHOICE_WORD : CHOICE_FIGURE;
}

#endif
