/* Where the noun that is counted ends. */
#ifndef SUANPAN_NOUN_END_H
#define SUANPAN_NOUN_END_H

#include "extract/naming/naming.h"

/* 210平方米的大厅摆|着方桌: bytes of the character at the end of `noun` that 着 or 了 behind it makes a verb, where no table
 * knows the words; 0 when there is none. */
size_t verb_made(const struct sentence *s, struct range noun);

/* The noun that figure `c` counts without what unknown words tell of it: 采茶工|穿梭在茶垄间. */
slice noun_of(const struct naming *n, const struct candidate *c, struct range noun);

/* 电杆|往山上挪, 献血车停|在: the thing whose size is told, without what it does; `next` is the token behind the name. */
slice thing_alone(const struct sentence *s, slice name, size_t next);
#endif
