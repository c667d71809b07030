/* What leads up to the words that name a figure. */
#ifndef SUANPAN_PREAMBLE_H
#define SUANPAN_PREAMBLE_H

#include "extract/naming/phrase.h"

/* `words`, those before a figure of that kind, from where they begin to tell of it. */
struct words without_preamble(const struct sentence *s, struct words words, enum kind kind);
#endif
