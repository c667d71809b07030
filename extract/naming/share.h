/* What a share is of, and whose. */
#ifndef SUANPAN_SHARE_H
#define SUANPAN_SHARE_H

#include "extract/naming/naming.h"

/* 男性占62%，其余|占3%; 处罚32件、认定19件，其余|66件: what is left bears no other name; empty when more is said of it. */
slice the_rest(const struct naming *n, const struct candidate *c);
/* 隐患29处，已整改26处，|其余|3处|落实了专人值守; 212个停电台区已恢复198个，|剩余|14个|因杆塔冲毁仍在抢修: what is left of
 * those that the first figure in its unit counts, where what was done stands behind figure `c`; empty when it is no such. */
slice rest_of_whole(const struct naming *n, const struct candidate *c);

/* 受访老人中，|88.5%|对护理人员的态度表示满意: what those hold of something of whom the share `c` is; empty when it tells no
 * such thing. */
slice regards(const struct naming *n, const struct candidate *c, struct range before);
/* 近四成青年首选机关（|39.7%|）: the name of the share before, which the share `c` in the bracket tells to the point; empty
 * when it does not. */
slice said_exactly(const struct naming *n, const struct candidate *c);
/* 完成投资6545亿元，占规划总投资的65.5%; 增加值增长4.5%，对经济增长的贡献率为16.8%: the part that the figure or the clause
 * before names, with the whole that the words `before` the share name. Empty when `c` is no share or they tell none. */
slice share_before(struct naming *n, const struct candidate *c, struct range before);
/* 完成投资6.3亿元，占总投资|9.8亿元|的|64.3%: the name of either figure, where a share is of an amount that is told. That of a
 * goal, and its share, are of what was done: 完成造林2万亩，占年度任务|2.3万亩|的|87%. Empty when `c` is neither. */
slice share_of_amount(struct naming *n, const struct candidate *c);
/* 占据三成的份额, 占出口总额近一半的民营企业, 财政支出的80%以上用于民生: the share that stands before the `noun` behind it,
 * with whose it is. Empty when `c` is no share or the noun names it. */
slice share_behind(const struct naming *n, const struct candidate *c, struct words words, struct range noun);

/* 有|6%的|增速|就能稳住就业: a pace of which nothing tells whose it is. Empty when it is none. */
slice pace_alone(const struct sentence *s, const struct candidate *c);

#endif
