/* Where the noun stands that a figure counts, behind what describes it: 红白相间的|教学楼. */
#ifndef SUANPAN_DESCRIBED_H
#define SUANPAN_DESCRIBED_H

#include "extract/naming/phrase.h"

/* What ends the nouns that the unit of `c` counts, EDGE_PERSON or EDGE_ITEM; EDGE_NONE when anything may: 名, not 人次 and 人.
 */
enum edge noun_edge(const struct candidate *c);
/* The token behind the 的 of what describes such a noun from token `i` on; `i` when nothing does, or one of them stands before:
 * 村民的|房屋. */
size_t behind_described(const struct sentence *s, const struct candidate *c, size_t i);
/* 组织干部群众900人|上路除雪, not 教师120人参训: persons are counted by `c` who stand before it, and what they did behind. */
bool persons_before(const struct sentence *s, const struct candidate *c);

#endif
