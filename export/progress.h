/* One line on the terminal while work takes longer than a second: 12 of 40 files, 31 MB, 2048 claims, 9 s left. */
#ifndef SUANPAN_PROGRESS_H
#define SUANPAN_PROGRESS_H

#include "extract/options.h"

struct progress; /* one thread at a time */

/* NULL when nobody would see it: auto and stderr is no terminal, never, or --quiet. Counts the files of the paths first. */
struct progress *progress_new(const struct options *options, struct arena *run);
/* What is done so far, all counted from the start. A NULL progress is silent. */
void progress_show(struct progress *progress, uint64_t documents, uint64_t bytes, uint64_t claims);
/* Takes the line away, so that what comes next stands alone; it comes back at the next progress_show. */
void progress_clear(struct progress *progress);

#endif
