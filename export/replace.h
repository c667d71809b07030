/* Which files may be written over. */
#ifndef SUANPAN_REPLACE_H
#define SUANPAN_REPLACE_H

#include "extract/base/err.h"
#include "extract/base/slice.h"

/* True when each heads a column of one of our tables (columns.tsv), in either language or both, or is a year. */
bool headings_are_ours(const slice *headings, size_t n);
/* False and `err` (ERR_OUTPUT) when `path` holds something that suanpan did not write and `force` is not given. */
bool output_may_replace(const char *path, bool force, struct err *err);
/* A person wrote in `path` since suanpan did, as `last`, which it wrote behind it, is older: what is there becomes path~, which
 * is told on stderr. False and `err` (ERR_OUTPUT) where it cannot be kept. */
struct arena;
bool output_keep_changed(const char *path, const char *last, struct arena *arena, struct err *err);

#endif
