/* Names of deeds of one character. */
#ifndef SUANPAN_BARE_DEED_H
#define SUANPAN_BARE_DEED_H

#include "extract/naming/naming.h"

/* `name`, what figure `c` is named by, or, where that ends with a verb of one character which tells nothing alone, the verb
 * with what it is done to: 这座桥，乡亲们|盼|了14年 → 盼这座桥. Of the sentence's text or the arena's. */
slice with_its_thing(const struct naming *n, const struct candidate *c, slice name);

/* 一天|少说要|跑|十几公里, 上岸渔民一家|一年|能挣|10万元: a deed that has no object is told apart by what so much
 * of it is taken by, right before it, better than by who does it. */
slice with_what_for(const struct naming *n, const struct candidate *c, slice name);

#endif
