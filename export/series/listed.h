/* 小学60所、学生3.95万人，初中22所、学生1.97万人: whose the 学生 are. */
#ifndef SUANPAN_SERIES_LISTED_H
#define SUANPAN_SERIES_LISTED_H

#include "export/series/entry.h"

/* Names what a list says of each of its things by the thing: 小学学生, 初中学生. The metrics of the claims are known, no keys
 * yet; the names live in `arena`. */
void listed_name(struct entries *entries, struct arena *arena);

#endif
