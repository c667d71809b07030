/* Words narrowed to a name. */
#ifndef SUANPAN_NARROW_H
#define SUANPAN_NARROW_H

#include "extract/naming/phrase.h"

/* Narrows the words before a figure to its name. */
struct range               narrow(const struct sentence *s, struct words words, enum kind kind);
static inline struct range name_range(const struct sentence *s, struct range r, enum kind kind) {
    return narrow(s, words_of(s, r), kind);
}

#endif
