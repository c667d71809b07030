/* What a figure tells of itself where no card spoke: that it is a share or a rank, and which way it moved. */
#ifndef SUANPAN_KIND_H
#define SUANPAN_KIND_H

#include "extract/sentence/candidate.h"

/* 突破8万亿元、9万亿元: a bound that a list says once holds for each. */
void bounds_share(struct sentence *s);
/* Sets kind and direction of a figure whose kind no card has set; what moved it, 高 of 比全省高0.9个百分点, gets its class. */
void kind_tell(struct sentence *s, struct candidate *c);
/* 增速|比上年的8%回落2个百分点: the token that tells how fast what share `c` stands for grew or fell; s->count when none does.
 */
size_t pace_compared(const struct sentence *s, const struct candidate *c);
/* 增长2.3%，较2001年的|0.6%|为高, 增长3%，比上年的|5%|低2个百分点: is `c` the growth that the growth before it is held against?
 */
bool is_growth_compared(const struct sentence *s, const struct candidate *c);

#endif
