/* The inside of quantity_scan, seen by quantity*.c only; positions are characters of the spelt text. A part is one numeral and
 * its unit (3个), or several said as one (123元1角1分); a quantity is a part, or the range between two, and the words glued
 * round it. */
#ifndef SUANPAN_QUANTITY_H
#define SUANPAN_QUANTITY_H

#include "extract/words/qualifier.h"
#include "extract/words/unit.h"

struct part {
    struct numeral    *numeral;            /* kept by whoever has the part */
    const struct unit *unit;               /* NULL: none stands there */
    const struct unit *last;               /* the unit written last: 角 in 5元8角 */
    size_t             start, digits, end; /* the numeral is [start, digits), with its unit [start, end) */
    int                inside_line;        /* row of the word between the two (700 余平米), 0 when none */
};

/* One look at a character: most are followed, and led, by nothing that a table knows. */
static inline uint32_t marks_of(const struct quantity_text *s, size_t at) {
    return s->v->alphabet->marks[s->text->letters[at]];
}
static inline bool blank_at(const struct quantity_text *s, size_t at) {
    return marks_of(s, at) & MARK_BLANK && letter_blank(s->v->alphabet, s->text->letters[at]);
}
/* The character behind all blanks at `at`. */
static inline size_t blanks_end(const struct quantity_text *s, size_t at) {
    while (blank_at(s, at)) at++;
    return at;
}
static inline bool phrase_breaks(const struct quantity_text *s, size_t at) {
    return punctuation_at(s->text->text, s->text->at[at]);
}

/* The word of `place` at `at`, as qualifier_at has it. */
static inline size_t word_at(const struct quantity_text *s, enum place place, size_t at, size_t start,
                             const struct qualifier_row **row) {
    return marks_of(s, at) & qualifier_mark(place) ? qualifier_at(s->v->qualifiers, place, s->text, at, start, row) : 0;
}

static inline bool sets_bounds(enum effect effect) { return effect <= EFFECT_UNDER; }
enum qualifier     qualifier_of(enum effect effect);

/* 余 in 700 余平米 bounds the numeral. */
static inline void inside_set(struct numeral *n, enum effect effect) {
    n->qualifier = qualifier_of(effect);
    if (effect == EFFECT_OVER) numeral_over(n);
}
/* The numeral at `at` and the unit behind it; `led` as in numeral_scan. False when no numeral starts there. */
bool part_scan(const struct quantity_text *s, size_t at, bool led, struct part *p);
/* 2×35万千瓦: a number without a unit, × and a number with one. */
void times_join(const struct quantity_text *s, struct part *p);
/* What goes on behind the unit: 两个半小时, 123元1角1分, 1米75. */
void part_go_on(const struct quantity_text *s, struct part *p);
/* Joins what goes on. */
void part_join(const struct quantity_text *s, struct part *p);
/* 3个到5个, 5%—8%, 10000与20000之间. The numeral alone has 3—5万 already. `negative` says that of the first end. */
bool range_join(const struct quantity_text *s, struct part *p, bool negative);
void range_set(struct part *p, decimal low, decimal high);
/* `value` of unit `from`, said in `to`; absent when they do not compare or it would not be exact. */
decimal unit_converted(decimal value, const struct unit *from, const struct unit *to);

#endif
