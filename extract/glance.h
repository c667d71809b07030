/* One look at the numerals of a sentence, before it is read. */
#ifndef SUANPAN_GLANCE_H
#define SUANPAN_GLANCE_H

#include "extract/rule.h"

/* The first numeral of a sentence at or behind byte `numeral` that does not number an article, as 第三百二十一条 does; at or
 * behind `end`, where the sentence ends, when all do. `arena` takes composed units here and below. */
size_t behind_articles(const struct ruleset *rules, const struct paragraph *p, size_t numeral, size_t end, struct arena *arena);
/* False when no numeral of a sentence that is spelt can be a figure, byte `numeral` being that of the first: 统一 and 进一步
 * are words, 2020年 is a date. */
bool figure_may_stand(const struct ruleset *rules, const struct paragraph *p, const struct sentence *s, size_t numeral,
                      struct arena *arena);

#endif
