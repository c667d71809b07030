/* 体检6.4万人次 in one report, 健康体检7.1万人次 in the next: nothing else in either is called so, and they are near. */
#ifndef SUANPAN_SERIES_SOLE_H
#define SUANPAN_SERIES_SOLE_H

#include "export/series/likely.h"

/* No other thing than what the shorter names, as 规模以上企业联合会 is: it ends as the shorter does, 健康体检, or does not go
 * on behind it, or what they count has a counter of its own, 火化720具 and 火化遗体735具. */
bool clusters_one_thing(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y);
/* The pairs of clusters of which one's name holds the other's, alone in the reports of both. */
void sole_find(struct search *search);

#endif
