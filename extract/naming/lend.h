/* What a name lends the next one: 工业|增加值 its head (建筑业 is 建筑业增加值), 商品房|施工|面积 what it stands on (竣工面积
 * is 商品房竣工面积). */
#ifndef SUANPAN_LEND_H
#define SUANPAN_LEND_H

#include "extract/naming/naming.h"

/* 粮食播种面积 → 粮食播种: its own generic head goes before another one comes. */
slice metric_without_head(const struct sentence *s, slice metric);
/* And 一般公共预算收入 → 一般公共预算, before another amount of the same unit: 支出. */
slice amount_without_head(const struct sentence *s, slice metric);
/* Remembers what the words `name` of figure `c` may lend. */
void lend_note(struct naming *n, const struct candidate *c, struct range name);
/* Does the sentence go on with the one before: …；私营企业增长4%, or 。分门类看，制造业增长5%? */
bool sentence_goes_on(const struct sentence *s);
/* 城镇, 农村: one area of those that are told apart. */
bool is_area(const struct lexicon *x, slice name);
/* The name `own` with the head of the one before, where the words `before` the figure, or its like, tell that it is of it,
 * too. */
slice with_head(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);
/* 水产品总产量61万吨，其中|海水养殖|34.9万吨: the deed that is the name of a part with the head by which the whole is
 * measured, 海水养殖产量; empty when the whole has none. */
slice deed_measured(struct naming *n, const struct candidate *c, struct range before, struct range name);
/* 其中采矿业、制造业分别增长3%、6%: the same for each of the `count` figures of a row, which `items` have named. */
void lend_to_row(struct naming *n, struct candidate *first, size_t count, struct range before, struct range items);
/* 施工|面积: what a deed with a head is done to, as the name before has it; empty when that ended with another head. */
slice stem_of_deed(const struct naming *n, struct range name);
/* 支出 behind 基金收入…；: what the head of the sentence before was said of, and 总数 behind 新设村卫生室20个；: what it
 * counted. Empty when there is none. */
slice owner_of_head(const struct naming *n, const struct candidate *c, struct range name);
/* 支出|安排96亿元 behind 一般公共预算收入安排43亿元，其中税收30亿元；: 一般公共预算. Empty when nothing was so arranged. */
slice owner_of_arranged(const struct naming *n, const struct candidate *c, struct range name);

#endif
