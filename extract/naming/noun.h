/* Figures named by what stands behind them, with the words before that belong to it: 处置5个账号 → 处置账号. */
#ifndef SUANPAN_NOUN_H
#define SUANPAN_NOUN_H

#include "extract/naming/naming.h"

/* The name by the noun behind (noun_behind): with the verb before the figure (处置5个账号), the noun before it (公安4项工作),
 * or what 等 lists. */
slice named_by_noun(struct naming *n, const struct candidate *c, struct range noun);
/* 市民, 农户, 市场主体: a unit that says by itself what is counted, as 位 and 批次 do not. */
static inline bool names_itself(const struct unit *unit) {
    if (unit->class == UNIT_MEASURE_WORD) return unit->canonical.len >= (unit->homes ? 2u : 4u) * HAN;
    return unit->class == UNIT_PERSON && unit->canonical.len > HAN && unit_measures(unit, "person");
}
/* 惠及6600多万纳税人, 十万市民参与植树: the unit of `c` says who they are. */
slice counted_people(struct naming *n, const struct candidate *c);
/* 52岁的|他, 她|今年57岁: whose age it is, when a pronoun tells; else empty. */
slice aged_pronoun(const struct naming *n, const struct candidate *c);
/* 38名|平均年龄65岁的|合唱队员: of whom the head before an age tells it, with that head; else empty. */
slice mean_age(const struct naming *n, const struct candidate *c);

#endif
