/* 低保标准提高到|城市490元、农村400元: what is measured is told once, and of each whose it is. */
#ifndef SUANPAN_MEASURED_EACH_H
#define SUANPAN_MEASURED_EACH_H

#include "extract/naming/naming.h"

/* Names figure `first`, whose words are `before`, and those of its list: 城市低保标准, 农村低保标准. How many it named; 0 where
 * no such list stands there. */
size_t measured_each(const struct sentence *s, struct candidate *first, struct words before, struct arena *arena);

#endif
