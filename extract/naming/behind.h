/* What stands behind a figure and names it: 12个乡镇 → 乡镇, 连续五年参与普查 → 参与普查. */
#ifndef SUANPAN_BEHIND_H
#define SUANPAN_BEHIND_H

#include "extract/naming/phrase.h"

/* The noun behind figure `c`, without what it did: 619个村|参与报名 → 村; empty when none stands there. */
struct range noun_alone(const struct sentence *s, const struct candidate *c);

/* 从9省|调入蔬菜8万吨, 8村|联合建成冷库1座: do places, which the unit of `c` is, do what is counted itself? */
bool units_do(const struct sentence *s, const struct candidate *c);

#endif
