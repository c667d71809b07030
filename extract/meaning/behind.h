/* What stands behind a figure and names it: 12个乡镇 → 乡镇, 连续五年参与普查 → 参与普查. */
#ifndef SUANPAN_BEHIND_H
#define SUANPAN_BEHIND_H

#include "extract/meaning/phrase.h"

/* The noun behind figure `c`, without what it did: 619个村|参与报名 → 村; empty when none stands there. */
struct range       noun_alone(const struct sentence *s, const struct candidate *c);
static inline bool counted(const struct candidate *c) { return !c->quantity.unit || c->quantity.unit->class <= UNIT_PERSON; }
static inline bool money_unit(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->class == UNIT_MONEY; }

#endif
