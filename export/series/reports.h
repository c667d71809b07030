/* The reports of a body, in the order of their years. */
#ifndef SUANPAN_SERIES_REPORTS_H
#define SUANPAN_SERIES_REPORTS_H

#include "export/series/entry.h"

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

/* Of entries that stand report by report, which they borrow; they live in `arena`. */
struct reports reports_read(const struct entries *entries, struct arena *arena);
/* Visits each two of one body of which the second is of the year behind the first's. */
typedef void (*following_visitor)(void *context, const struct report *a, const struct report *b);
void reports_visit_following(const struct entries *entries, void *context, following_visitor visit, struct arena *arena);

#endif
