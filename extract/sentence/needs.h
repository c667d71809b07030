/* What a sentence must hold for a pattern over its skeleton to match at all: the classes that 由期?的?(?<甲>数)升 cannot do
 * without, and two pairs that must stand side by side in it. Read from the pattern's letters; what is not understood is not
 * asked. */
#ifndef SUANPAN_NEEDS_H
#define SUANPAN_NEEDS_H

#include "extract/sentence/candidate.h"

/* One of `first` directly before one of `second`; NUL stands behind the last token. */
struct pair {
    u128 first, second;
};
struct needs {
    u128        classes;  /* all of these occur */
    struct pair pairs[2]; /* and both of these; all ones where no pair is known */
};

/* Of a pattern in letters, as class_letters writes it. */
struct needs needs_of(const char *letters);

/* What a group of a pattern may hold, and the tokens beside it where the pattern matches; all ones where nobody knows. */
struct group_needs {
    u128 holds, before, behind;
    u128 ahead; /* all of these stand somewhere before it */
};
/* Of the group of this number, from 1 on. */
struct group_needs needs_of_group(const char *letters, int number);

#endif
