/* One look at the numerals of a sentence, before it is read. */
#ifndef SUANPAN_GLANCE_H
#define SUANPAN_GLANCE_H

#include "extract/rule.h"

/* False when no numeral of p->text[at), the first of which starts at byte `numeral`, can be a figure: 第三百二十一条 numbers an
 * article, 统一 and 进一步 are words. `arena` takes composed units. */
bool figure_may_stand(const struct ruleset *rules, const struct paragraph *p, span at, size_t numeral, struct arena *arena);

#endif
