/* Clock times: 下午3点20分 is T15:20, 三点半 T03:30, 15:30 T15:30. Lengths of time (3小时20分) are quantities. */
#ifndef SUANPAN_CLOCK_H
#define SUANPAN_CLOCK_H

#include "extract/numeral.h"

enum { CLOCK_TEXT = 16 };

/* Reads the clock time at the start of `text` (folded). Writes its ISO 8601 form without a NUL to `out` and the length to
 * `*length`. Returns bytes consumed, 0 when there is none. */
size_t clock_scan(const struct numeral_table *numerals, slice text, char out[CLOCK_TEXT], size_t *length);

#endif
