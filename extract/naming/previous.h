/* What the figure before names. */
#ifndef SUANPAN_PREVIOUS_H
#define SUANPAN_PREVIOUS_H

#include "extract/naming/naming.h"

/* The verb of growing or falling that opens the name of a change, 净增 of 净增养殖大户; empty when none does. */
slice opening_verb_of(const struct sentence *s, const struct candidate *c);
/* The metric of figure `c` for `next` behind it: in 税收139亿元，占总收入的47%，增长9% not the part has grown, where 提高0.7个
 * 百分点 is of the part; in 航线新增3条、达到 54条 all of them are not new. */
slice metric_of(const struct naming *n, const struct candidate *c, const struct candidate *next);
/* The clause between the figure before and what starts behind the comma before token `from`; empty where none stands there. */
struct range clause_between(const struct naming *n, size_t from);
/* `metric` without the share that it tells, for a figure of that kind. 教育经费占财政支出比重提高到15%，三年增加12亿元: money
 * is no share, but of what the share is of; 教育经费所占比例. */
slice without_share(const struct sentence *s, slice metric, enum kind kind);
/* 外送煤756万吨、外送电81亿度，均居第2位; 津贴3亿元、补贴2亿元，合计占|支出的9%: what the clause of figure `of`, which starts
 * at token `from`, says of all that a list before it names; empty when it does not. */
slice all_before(const struct naming *n, const struct candidate *of, size_t from);
/* 脱贫户1283户4916人|全部纳入监测: of two counts behind each other the second has the name of the first, and what they did is
 * no name of it; empty when `c` is no second. */
slice of_pair(const struct naming *n, const struct candidate *c);
/* 预算15亿元，仍有|2.6亿元|未分配; 预算中，有4200万元未落实: an amount of what the figure or the clause before tells, by what
 * was not done with it; empty when it is told otherwise. */
slice amount_denied(const struct naming *n, const struct candidate *c, struct range before);
/* 26个项目开工，|4个尚未开工, 其中|52条被采纳: what those did not do, or what was done to them, who open their clause, and of
 * what they are that is counted before them; empty when neither is told. */
slice denied_of(const struct naming *n, const struct candidate *c, struct range before);
/* The name of figure `c` by what the figure before it is of, which the words `before` go on from; empty when none stands
 * before. */
slice named_by_previous(struct naming *n, const struct candidate *c, struct words before);
/* 本科为主（58%），硕士次之（|24%|）; 硕士次之，为|24%|: what comes next, where its figure stands in a bracket or a clause with
 * nothing else; empty when nothing does. */
slice told_second(const struct naming *n, const struct candidate *c);
/* 其次为电器（上升5%）、服装（|上升4%|）: the item of a list that a bracket tells the growth of; empty where it stands in none.
 */
slice grown_in_bracket(const struct naming *n, const struct candidate *c);
/* 工业增长7%，完成年初确定的增长|5%|的目标; 下降18%，超额完成国家下达的|16%|的目标任务: a goal that nothing names is of the
 * figure before; empty when it is none. */
slice of_goal(const struct naming *n, const struct candidate *c);
/* 拿出40万元|给老人发放高龄补贴，|每人600元: money per head is what is done with the sum before it, and
 * 为20户居民|发放补贴，共3万元 for those before it; empty when nothing is. */
slice given_each(const struct naming *n, const struct candidate *c, struct range before);

#endif
