/* Documents become rows as they are read: several threads extract and format, the rows reach the file in document order, and
 * memory does not grow with the number of documents. What must see all claims at once starts from gather.h. */
#ifndef SUANPAN_HARVEST_H
#define SUANPAN_HARVEST_H

#include "export/filter.h"
#include "export/summary.h"
#include "export/table/writer.h"

struct progress;
struct harvest {
    const struct suanpan *suanpan;
    struct claim_filter   filter;
    struct progress      *progress; /* NULL: none */
    const struct writer  *writer;   /* one with `format` */
    void                 *state;    /* the writer's, open */
};

/* Writes a row for each claim of the documents of `options`. Refused inputs are printed in their turn, counted, and no reason
 * to stop. False and `err` when the work cannot go on: a full disk, a broken manifest. */
bool harvest_run(const struct harvest *harvest, const struct options *options, struct harvest_counts *counts, struct arena *run,
                 struct err *err);

#endif
