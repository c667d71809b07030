/* One line on the terminal while work takes longer than a second: 12 of 40 files, 31 MB, 2048 claims, 9 s left; then 30 of 60
 * charts, 2 s left. */
#ifndef SUANPAN_PROGRESS_H
#define SUANPAN_PROGRESS_H

#include "extract/options.h"

struct progress; /* one thread at a time */

/* False when nobody would see it: auto and stderr is no terminal, never, or --quiet. */
bool progress_is_seen(const struct options *options);
/* NULL when nobody would see it. Counts the files of the paths first. */
struct progress *progress_new(const struct options *options, struct arena *run);
/* The same where rows are written as they are read: those that pass on the terminal tell enough. */
struct progress *progress_of_rows(const struct options *options, struct arena *run);
/* What is done so far, all counted from the start. A NULL progress is silent. */
void progress_show(struct progress *progress, uint64_t documents, uint64_t bytes, uint64_t claims);
/* The same for charts: `all` of them, and how many are drawn. */
struct progress *progress_of_charts(uint64_t all, struct arena *run);
void             progress_show_charts(struct progress *progress, uint64_t drawn);
/* Takes the line away, so that what comes next stands alone; it comes back when more is done. */
void progress_clear(struct progress *progress);

#endif
