/* What the fuzzers of reports and of rules share: numbers by chance, damaged bytes, and what holds of every claim. */
#ifndef SUANPAN_FUZZ_DAMAGE_H
#define SUANPAN_FUZZ_DAMAGE_H

#include "extract/suanpan.h"

/* The same numbers for the same seed. */
void chance_seed(slice number);
/* A number from 0 to n - 1, 0 when n is 0. */
size_t below(size_t n);

/* Changes, cuts and repeats the `n` bytes at `out`, which has room for `room`, and puts some of the pieces in; at most `edits`
 * times. Returns how many bytes it is then. */
size_t damage(char *out, size_t n, size_t room, size_t edits, const char *const *pieces, size_t count);

/* The claims that the extractor makes of these bytes, each held against what always holds: positions inside the text, raw as
 * the text has it, names of whole characters. Ends the program when one is not so. */
uint64_t claims_of(struct extractor *extractor, slice bytes, struct arena *arena);

#endif
