/* 小学60所、学生3.95万人，初中22所、学生1.97万人: whose the 学生 are. */
#ifndef SUANPAN_SERIES_LISTED_H
#define SUANPAN_SERIES_LISTED_H

#include "export/series/entry.h"

/* Names what a list says of each of its things by the thing, 小学学生, 初中学生, and what the clauses of a sentence say of
 * several by what they say: 旱灾直接经济损失. The metrics and clauses of the claims are known, no keys yet; the names live in
 * `arena`. */
void listed_name(struct entries *entries, const struct metric_rules *rules, struct arena *arena);

#endif
