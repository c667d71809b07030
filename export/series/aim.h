/* Which result a target is the target of. */
#ifndef SUANPAN_SERIES_AIM_H
#define SUANPAN_SERIES_AIM_H

#include "export/series/join.h"

/* A series, and the cluster that leads it. */
struct led_series {
    struct series *series;
    uint32_t       head;
};

/* 新增就业目标, in one plan 城镇新增就业目标, is of the figure 城镇新增就业: a target that bears no result's name, and of whose
 * wordings one is a result's and none another's, takes that result's `figure`. */
void aims_follow(const struct led_series *all, size_t count, const struct joins *joins, struct arena *arena);

#endif
