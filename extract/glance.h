/* One look at the numerals of a sentence, before it is read. */
#ifndef SUANPAN_GLANCE_H
#define SUANPAN_GLANCE_H

#include "extract/rule.h"

/* The first numeral of a text at or behind `from`, where a sentence starts, that is more than part of a word, as far as the few
 * characters round it tell: 进一步, 统一, 一批 and 第十二条 are passed over; text.len when none is. The text may be a line that
 * is still to be folded. `spelling` may be written to. `arena` takes composed units. */
size_t numeral_in_doubt(const struct ruleset *rules, const struct scan_map *map, slice text, size_t from, bool folded,
                        bool dates, struct spelling *spelling, struct arena *arena);

#endif
