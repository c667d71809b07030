/* What was done, in one line at the end: the last that a run says. */
#ifndef SUANPAN_SUMMARY_H
#define SUANPAN_SUMMARY_H

#include "extract/claim.h"

struct harvest_counts {
    uint64_t documents, refused, bytes, claims, kinds[KIND_COUNT]; /* kinds: claims by enum kind, those that were written */
    uint64_t series, charts;                                       /* of a whole run */
};

/* "suanpan: 3 documents, 120 claims (level 100, growth 20), 90 series, 12 charts, 1 inputs refused -> out", on standard error.
 * What there is none of is left out, and so is `where` when it is NULL. */
void summary_tell(const struct harvest_counts *counts, const char *where);

#endif
