/* The inside of numeral_scan, seen by numeral.c and numeral_form.c only: a number and what makes it a percentage, a fraction,
 * tenths or a power. */
#ifndef SUANPAN_NUMERAL_FORM_H
#define SUANPAN_NUMERAL_FORM_H

#include "extract/words/numeral_table.h"

static inline struct token token_of(const struct scan *s, size_t at) { return token_at(s->t, s->text, at); }
static inline bool         is_blank(const struct scan *s, size_t at) { return s->text[at] == ' '; }

/* One end of a range: a number with what makes it more than one. */
struct end {
    struct numeral *numeral;
    struct figure   figure;
    size_t          end; /* letter behind it, 0: none starts there */
};

/* Reads on behind e->figure: 分之五, 成半, 又二分之一, /4, ×10^8. Fills e->numeral and returns the letter behind it; 0 when
 * nothing of the kind stands there, SIZE_MAX when the figure is no numeral at all (百分之 and nothing to count). */
size_t form_read(const struct scan *s, struct end *e);
/* What the number says, as a numeral without a unit. */
void numeral_of(struct numeral *out, const struct figure *f);
/* ½ at `at`, added to `whole`. Returns the letter behind it. */
size_t vulgar_read(struct token token, size_t at, decimal whole, struct numeral *out);
/* 2014/15: a year and the next. Returns the letter behind it, 0 when it is none. */
size_t school_year_end(const struct scan *s, const struct figure *f);
/* 5633/5634 and 5634/5633: one train there and back. Returns the letter behind it, 0 when it is none. */
size_t train_pair_end(const struct scan *s, const struct figure *f);
bool   at_most_ten(decimal d);
void   numeral_shift(struct numeral *n, int power);
void   unit_set(struct numeral *n, enum numeral_form form, enum numeral_unit unit);

#endif
