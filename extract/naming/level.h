/* 国家级企业8家、省级66家: a level that stands alone is of what the figure before counts. */
#ifndef SUANPAN_LEVEL_H
#define SUANPAN_LEVEL_H

#include "extract/naming/naming.h"

/* `model`, the name before, with the level of token `level` in place of its own; empty when it has none. Text of the sentence,
 * or the arena's. */
slice with_level(const struct sentence *s, slice model, size_t level, struct arena *arena);

#endif
