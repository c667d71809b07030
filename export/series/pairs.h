/* What may be one is found by what it shares: an index of pairs of characters keeps looking near-linear. */
#ifndef SUANPAN_SERIES_PAIRS_H
#define SUANPAN_SERIES_PAIRS_H

#include "extract/base/arena.h"

enum { POSTINGS_OF_WORDING = 32 }; /* pairs of one wording that are looked at */

struct posting {
    slice    text; /* and pair: equal, the two are looked at together */
    uint64_t pair;
    uint32_t place;
};
typedef void (*pair_found)(void *context, uint32_t x, uint32_t y);

/* A posting for each pair of characters of `wording`, under `text`. Returns how many, POSTINGS_OF_WORDING at most. */
size_t postings_of(struct posting *out, slice text, slice wording, uint32_t place);
/* Equal ones stand together, by their places. */
void postings_sort(struct posting *postings, size_t n);
/* How many of the sorted `postings`, one at least, are equal to the first. */
size_t postings_alike(const struct posting *postings, size_t n);
/* Sorts the postings and calls `found` once for any two places that a run of equal ones holds, x < y, in their order; of a run
 * that is too long, for each with the few behind it. */
void postings_pair(struct posting *postings, size_t n, void *context, pair_found found, struct arena *arena);

#endif
