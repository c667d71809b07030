/* Whose an average or a rate is that does not say it. */
#ifndef SUANPAN_WHOSE_H
#define SUANPAN_WHOSE_H

#include "extract/meaning/naming.h"

/* 城镇居民|人均可支配收入4万元，|人均消费支出2万元: whose it is that is taken per head of the figure before; empty when nobody
 * is told. */
slice per_head_of(const struct naming *n, struct range name);
/* 健康档案管理进一步规范，|建档|率|达92%: how often it was done, of that which the clause before tells. */
bool is_bare_rate(const struct naming *n, const struct candidate *c, struct range name);
/* 医保码激活率88%、|使用率61%: a rate of what else was done, of that which the rate listed before is of; empty when it is none.
 */
slice rated_beside(const struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);

#endif
