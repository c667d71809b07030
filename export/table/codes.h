/* The codes of the closed lists (level, actual, up) in words for people: rules/codes.tsv. */
#ifndef SUANPAN_CODES_H
#define SUANPAN_CODES_H

#include "extract/base/arena.h"

struct codes; /* its text lives in the arena that it was loaded into */

/* The installed table. One that is missing or broken leaves all codes as they are: nothing depends on their words. */
const struct codes *codes_load(struct arena *arena);
/* True when some code of the column has words. */
bool codes_has(const struct codes *codes, slice column);
/* kind, level → 数量; span, 年均5y → 5年年均; dimension, count/area → 计数/面积. `header`: zh (NULL too), en, both. The code
 * itself where the table has none: a basis may be a year. */
slice code_word(const struct codes *codes, slice column, slice code, const char *header, struct arena *arena);
/* The codes of a column with their Chinese, as in the table: level 数量，share 占比; empty when it has none. */
slice code_list(const struct codes *codes, slice column, struct arena *arena);

#endif
