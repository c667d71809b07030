/* Which of two names a figure has: the words before it, or the noun behind it. */
#ifndef SUANPAN_BEFORE_OR_BEHIND_H
#define SUANPAN_BEFORE_OR_BEHIND_H

#include "extract/naming/naming.h"

/* Do the words before it name it, whatever noun stands behind it? */
bool named_before(const struct sentence *s, const struct candidate *c, struct words before);

#endif
