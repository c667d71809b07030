/* 古籍修复叶片 640叶 in one report, 馆藏古籍修复 720叶 in the next: no other figure of either speaks of 古籍. */
#ifndef SUANPAN_SERIES_RARE_H
#define SUANPAN_SERIES_RARE_H

#include "export/series/likely.h"

/* The pairs of clusters whose names share two characters that no other name in the reports of either has. */
void rare_find(struct search *search);

#endif
