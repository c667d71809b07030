/* 体检6.4万人次 in one report, 健康体检7.1万人次 in the next: nothing else in either is called so, and they are near. */
#ifndef SUANPAN_SERIES_SOLE_H
#define SUANPAN_SERIES_SOLE_H

#include "export/series_likely.h"

/* The pairs of clusters of which one's name holds the other's, alone in the reports of both. */
void sole_find(struct likely *out, const struct cluster *clusters, size_t n, const struct metric_rules *rules,
               struct arena *arena);

#endif
