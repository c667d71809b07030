/* Figures named by what stands behind them, with the words before that belong to it: 处置5个账号 → 处置账号. */
#ifndef SUANPAN_NOUN_H
#define SUANPAN_NOUN_H

#include "extract/naming.h"

/* The name by the noun behind (noun_behind): with the verb before the figure (处置5个账号), the noun before it (公安4项工作),
 * or what 等 lists. */
slice named_by_noun(struct naming *n, const struct candidate *c, struct range noun);
/* 惠及6600多万纳税人, 十万市民参与植树: the unit says who they are; empty when it does not. */
slice counted_people(struct naming *n, const struct candidate *c);

#endif
