/* What a sentence must hold for a pattern over its skeleton to match at all: the classes that 由期?的?(?<甲>数)升 cannot do
 * without, and two that must stand side by side in it. Read from the pattern's letters; what is not understood is not asked. */
#ifndef SUANPAN_NEEDS_H
#define SUANPAN_NEEDS_H

#include "extract/candidate.h"

struct needs {
    u128 classes;       /* all of these occur */
    u128 first, second; /* and one of these directly before one of those; all ones when no such pair is known */
};

struct needs needs_of(const char *letters);

#endif
