/* The reports of a body, in the order of their years. */
#ifndef SUANPAN_SERIES_REPORTS_H
#define SUANPAN_SERIES_REPORTS_H

#include "export/series_entry.h"

struct report {
    const struct entry *first, *end; /* what it states, in the order of the text */
    uint64_t            place;       /* among its body's, a bit, the earliest lowest; two of one year have one */
    uint64_t            all;         /* all places of these; none when there are too many */
};
struct reports {
    struct report  *items;     /* sorted by body and year */
    struct report **by_number; /* entry.report */
    size_t          count;
};

struct reports reports_read(const struct entries *entries, struct arena *arena);
/* Are two of one body, and the second of the year behind the first's? */
static inline bool reports_follow(const struct report *a, const struct report *b) {
    return slice_equal(a->first->body, b->first->body) && b->first->rank == a->first->rank + 1;
}

#endif
