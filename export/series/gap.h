/* 文化惠民演出 142场, 156场, 88场 and in the fourth report 送戏下乡演出 148场: one row with a gap, and what fills it. */
#ifndef SUANPAN_SERIES_GAP_H
#define SUANPAN_SERIES_GAP_H

#include "export/series/likely.h"

/* Their names are alike enough for what nothing else might be, and they are counted alike: 文化惠民演出, 送戏下乡演出. */
bool clusters_alike(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y);
/* The pairs of series of which each stands in the reports that the other is missing from, and nothing else might. */
void gap_find(struct search *search);

#endif
