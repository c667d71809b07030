/* Of how many years a growth is, where the figures beside it say so. */
#ifndef SUANPAN_SERIES_SEVERAL_H
#define SUANPAN_SERIES_SEVERAL_H

#include "export/series/entry.h"

/* Fills spans that nothing else filled; the entries' keys and openings are told by then. */
void several_tell(struct entries *entries, const struct metric_rules *rules, struct arena *arena);

#endif
