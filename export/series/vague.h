/* Which metrics say nothing without the words round them, as the reports themselves show. */
#ifndef SUANPAN_SERIES_VAGUE_H
#define SUANPAN_SERIES_VAGUE_H

#include "export/series/entry.h"

/* Makes their keys generic. Keys, years and reports are known. */
void vague_find(struct entries *entries, struct arena *arena);
/* 合格率, 覆盖率: a rate that says not of what. */
bool rate_is_bare(const struct entry *e);

#endif
