/* To whom, by whom and where something was done. */
#ifndef SUANPAN_DIRECTION_H
#define SUANPAN_DIRECTION_H

#include "extract/naming/phrase.h"

/* What frames the words, before anything else is taken off them: whose money it is, 在…背景下, to whom when that opens them. */
struct range without_direction(const struct sentence *s, struct range r);
/* A phrase before the deed, and where it was done; `k` is the token of the figure. */
struct range without_phrase(const struct sentence *s, struct range r, size_t k);
/* 房租|由镇政府|减免50万元, 学费|由慈善总会|资助: who did it, between what it was done to and the deed. */
struct range without_agent(const struct sentence *s, struct range r);
/* 财政局向|医院基金注资, 政府向|医管局拨付: the name says to whom, not who gave. */
struct range without_giver(const struct sentence *s, struct range r);
#endif
