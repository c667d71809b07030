/* Where the figures of a sentence stand in it, and the words that stand by them. */
#ifndef SUANPAN_SENTENCE_H
#define SUANPAN_SENTENCE_H

#include "extract/claim.h"

struct figure_place { /* zeroed before the first claim; claims come in the order of the text */
    slice     sentence;
    size_t    at, after; /* the figure itself, and its end: bytes of the sentence. Both 0 when it is not found. */
    slice     region;    /* the words it is read with */
    enum kind kind;
};

/* Goes on to `claim`. What stands between the figure before, or the last 。；, and this one; a second figure of a list
 * (增长9.4%、9.1%) is read with the words of the first. Borrowed from the sentence. */
slice figure_next(struct figure_place *figure, const struct claim *claim);
/* What the figure's own clause says before it and behind it: 完成【16条】背街巷道的综合改造. */
void figure_clause(slice clause[2], const struct figure_place *figure);
/* The clause before `clause`, as figure_clause gave it: 完善居民医保 of 完善居民医保，【标准提高到】380元. Empty when it is the
 * first. */
slice figure_lead(const struct figure_place *figure, slice clause);

#endif
