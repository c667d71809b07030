/* A name as a row header says it. */
#ifndef SUANPAN_ROW_HEADER_H
#define SUANPAN_ROW_HEADER_H

#include "extract/naming/naming.h"

/* `name` of figure `c`, which the words `before` it or others told, as `by` says, without what no row header has: 处理垃圾 of
 * 每年可处理垃圾12万吨. Borrowed or in the arena of `n`. */
slice as_header(const struct naming *n, const struct candidate *c, struct words before, enum named_by by, slice name);

#endif
