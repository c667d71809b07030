/* Clock times: 下午3点20分 is T15:20, 三点半 T03:30, 15:30 T15:30. Lengths of time (3小时20分) are quantities.
 * The words: rules/clock.tsv. */
#ifndef SUANPAN_CLOCK_H
#define SUANPAN_CLOCK_H

#include "extract/base/trie.h"
#include "extract/words/numeral.h"

enum { CLOCK_TEXT = 16 };

struct clock_table; /* run lifetime */

/* Reads clock.tsv at `path` into `run`, its characters into `alphabet`. False with `err` set when it is missing or broken. */
bool clock_load(struct clock_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err);
/* Reads the clock time at the start of `text` (folded). Writes its ISO 8601 form without a NUL to `out` and the length to
 * `*length`. Returns bytes consumed, 0 when there is none. */
size_t clock_scan(const struct clock_table *table, const struct numeral_table *numerals, slice text, char out[CLOCK_TEXT],
                  size_t *length);
/* Reads the hour at the start of `text`, without the minutes that no 分 tells: 10点 of 10点12家, 3点半, 8:30, 8点20分. `before`
 * is the text before it in its sentence, which tells that it is one: 上午|10点, or it is `dated`, 6月3日|10点, or one of a
 * span, 8:30—17:30, 8点至10点12人, or opens the sentence, 8:30，. Returns bytes consumed, 0 when there is none: 三点一吨, 1:12.
 */
size_t clock_hour(const struct clock_table *table, const struct numeral_table *numerals, slice before, slice text, bool dated);

#endif
