/* 解决了3.8万人、2.1万头大牲畜的饮水困难: what all those suffer or need who are counted one after the other. */
#ifndef SUANPAN_PLIGHT_H
#define SUANPAN_PLIGHT_H

#include "extract/naming/naming.h"

/* The name of count `c` in such a list, 解决大牲畜饮水困难; empty when it stands in none. */
slice plight_shared(const struct naming *n, const struct candidate *c);

#endif
