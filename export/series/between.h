/* 处罚金额 and 罚款 of two years, both between 查处案件 and 信访举报: one place, and one figure in it. */
#ifndef SUANPAN_SERIES_BETWEEN_H
#define SUANPAN_SERIES_BETWEEN_H

#include "export/series/likely.h"

/* Pairs of clusters that stand between the same two series in two reports, alone of their sort there. */
void between_find(struct search *search);

#endif
