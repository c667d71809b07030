/* What a figure tells of itself where no card spoke: that it is a share or a rank, and which way it moved. */
#ifndef SUANPAN_KIND_H
#define SUANPAN_KIND_H

#include "extract/sentence/candidate.h"

/* 突破8万亿元、9万亿元: a bound that a list says once holds for each. */
void bounds_share(struct sentence *s);
/* Sets kind and direction of a figure whose kind no card has set; what moved it, 高 of 比全省高0.9个百分点, gets its class. */
void kind_tell(struct sentence *s, struct candidate *c);

#endif
