/* Which claims go on, and as what: --include target,rank and --exclude growth by the words of their closed lists, --review by
 * what a person said of each. */
#ifndef SUANPAN_FILTER_H
#define SUANPAN_FILTER_H

#include "export/review.h"
#include "extract/options.h"

struct claim_filter {
    uint32_t       include, exclude; /* a bit for each word of kind, status, qualifier, role and direction; include 0: all */
    struct review *review;           /* NULL: none */
};

/* What the options say, `*suanpan` as review_load has it; Chinese words (目标) are not taken. False and `err` (ERR_USAGE) at a
 * word that no claim bears, or a review that cannot be read. */
bool filter_read(struct claim_filter *out, const struct options *options, struct suanpan **suanpan, struct arena *run,
                 struct err *err);
/* True when the claim bears a word of `include` (or there is none) and no word of `exclude`. */
bool               filter_takes(const struct claim_filter *filter, const struct claim *claim);
static inline bool filter_keeps(const struct claim_filter *filter, const struct claim *claim) {
    return (!filter->include && !filter->exclude) || filter_takes(filter, claim);
}
/* The claim that goes on: `found` or, where a person corrected it, `corrected`; NULL when none does. */
static inline const struct claim *filter_claim(const struct claim_filter *filter, const struct claim *found,
                                               struct claim *corrected) {
    if (filter->review) {
        *corrected = *found;
        found = corrected;
        if (!review_apply(filter->review, corrected)) return NULL;
    }
    return filter_keeps(filter, found) ? found : NULL;
}

#endif
