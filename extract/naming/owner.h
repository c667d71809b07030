/* Whose or what for a counted noun is: words before its figure. */
#ifndef SUANPAN_OWNER_H
#define SUANPAN_OWNER_H

#include "extract/naming/naming.h"

/* Do words with 的 tell what the counted noun is of: 促进经济增长的10条措施, 救援队的25名队员? What 推出 says of it is its
 * verb, and 过去 a time. */
bool told_by_of(const struct sentence *s, size_t k);
/* 法治政府|建设10项指标全部达标, 服务业综合改革|试点12项经验: the word before the figure is of a compound, and does nothing. */
bool closes_compound(const struct sentence *s, const struct candidate *c);
/* 推出进一步|扩大内需、促进增长|的十项措施: the deeds that the counted noun is for, as they are written, with the verb that
 * governs them; empty when no list of deeds with their objects stands before 的. */
slice deeds_before(const struct naming *n, size_t of);
/* 公安4项工作, 试点扩大到11个省份, 促进经济增长的10条措施: a bare noun behind takes along what stands before; empty when there
 * is none. */
slice owner_before(struct naming *n, const struct candidate *c);
/* 给予每家食堂5万元的|运营奖补, 给每户村民300元补助: to whom money is granted and what it is; empty when no word for granting
 * opens the words before it, or nothing behind it closes the phrase. */
slice granted_to(const struct naming *n, const struct candidate *c);

#endif
