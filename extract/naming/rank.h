/* What a rank is of. */
#ifndef SUANPAN_RANK_H
#define SUANPAN_RANK_H

#include "extract/naming/naming.h"

/* 热线质量在349个城市中居第46: the rank `c` belongs to the subject before the field it is taken in.
 * 增长6.8%，居全市9个县区第4位: to what the figure before the field is of. */
slice ranked_subject(struct naming *n, const struct candidate *c, struct range before);
/* 满意度94分，在绩效考核中位列第48; 满意率96%，综合排名第3: what ranks in an assessment and is not named there is the one who
 * reports, not the figure before; the assessment names it. */
slice assessed(const struct naming *n, const struct candidate *c, struct range before);

/* 排名第一的|江宁市|得分89分: who stands behind the place, where its clause says nothing before; empty when nobody does. */
slice holds_place(const struct naming *n, const struct candidate *c, struct range before);

/* 完成整改任务，并连续4年|在国家测评中位列第一: what ranks are given in from token `at` on, where the clause that ends before
 * token `from` tells a deed, whose object does not rank; empty elsewhere. */
slice contest_of_deed(const struct naming *n, size_t from, size_t at);

/* Does token `i` close what ranks are given in: 在创新能力|排名|中居第24位? */
bool is_ranking_within(const struct sentence *s, size_t i);

#endif
