/* --include target,rank and --exclude growth: which claims go on, by the words of their closed lists. */
#ifndef SUANPAN_FILTER_H
#define SUANPAN_FILTER_H

#include "extract/base/err.h"
#include "extract/claim.h"

/* One bit for each word of kind, status, qualifier, role and direction. */
struct claim_filter {
    uint32_t include, exclude; /* include 0: all */
};

/* Comma lists, NULL when not given; Chinese words (目标) are not taken. False and `err` (ERR_USAGE) at a word that no claim
 * bears. */
bool filter_read(struct claim_filter *out, const char *include, const char *exclude, struct err *err);
/* True when the claim bears a word of `include` (or there is none) and no word of `exclude`. */
bool               filter_takes(const struct claim_filter *filter, const struct claim *claim);
static inline bool filter_keeps(const struct claim_filter *filter, const struct claim *claim) {
    return (!filter->include && !filter->exclude) || filter_takes(filter, claim);
}

#endif
