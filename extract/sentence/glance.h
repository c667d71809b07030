/* One look at the numerals of a sentence, before it is read. */
#ifndef SUANPAN_GLANCE_H
#define SUANPAN_GLANCE_H

#include "extract/sentence/rule.h"

/* What numerals are looked at with. */
struct glance {
    const struct ruleset *rules;
    bool                  dates;    /* dates are wanted, too: they stay in doubt */
    bool                  folded;   /* false: the text is a line that is still to be folded */
    struct spelling      *spelling; /* may be written to */
    struct arena         *arena;    /* takes composed units */
};
/* The first numeral of a text at or behind `from`, where a sentence starts, that is more than part of a word, as far as the few
 * characters round it tell: 进一步, 统一, 一批 and 第十二条 are passed over; text.len when none is. */
size_t numeral_in_doubt(const struct glance *glance, const struct scan_map *map, slice text, size_t from);

#endif
