/* Figures that count some of those which the figure before counts: what they are is told there. Each is empty when `c` counts
 * none of them, or says itself what it counts. */
#ifndef SUANPAN_SOME_H
#define SUANPAN_SOME_H

#include "extract/naming/naming.h"

/* 33个行业大类中，有24个|实现正增长: the count `c` of some of those that the figure before counts, by what
 * they did; empty when it is none. */
slice some_of(const struct naming *n, const struct candidate *c, struct range before);
/* 参训学员中有八成|找到工作, 受灾农户中九成|恢复生产: those of whom a share is told, with what it did; empty when `c` is no
 * share of any. */
slice part_did(const struct naming *n, const struct candidate *c, struct range before);
/* 签约项目56个，其中32个|开工、18个|投产: what some of them did is of what they are. */
slice some_did(const struct naming *n, const struct candidate *c, struct range noun);
/* What some of those have that the figure before told of: 其中3个|村超过100万元, 最高的|青石镇|达4860万元, 每个|小区|3名; empty
 * when the words `before` are none of these. */
slice some_have(const struct naming *n, const struct candidate *c, struct range before);
/* 他的|徒弟中，最小的|只有19岁, 参赛选手中最大的|80岁: which of those named before, and not counted, is of age `c`; empty when
 * none are. */
slice oldest_of(const struct naming *n, const struct candidate *c);
/* 土地6公顷、|用地5幅，选定|其中四幅|进行研究: those of which some are taken, by a verb that no table knows. */
slice some_taken(const struct naming *n, const struct candidate *c, struct range before);
/* 老人328人，其中|失能|的有38人、|独居|的45人: the short name `own` of some of those, with the noun that they bear. */
slice said_of_some(const struct naming *n, const struct candidate *c, slice own);
/* 老人93人，其中|高龄|的32人: an adverb before 的 tells which of those that the figure before counts. */
slice some_such(const struct naming *n, const struct candidate *c);
/* 整改隐患513处，其余16处|正在|整改|中: what is being done to those counted is no noun; 整改隐患, too. */
slice some_in_hand(const struct naming *n, const struct candidate *c);
/* 审议法规草案5件，|通过|3件: a preposition behind which only the figure stands is a deed, done to some of those before. */
slice some_passed(const struct naming *n, const struct candidate *c);
/* 民生实事10件，提前完成的|4件，达到序时进度的|5件: words that a name leaves out where they only lead to the figure tell which
 * of them the count `c` is of. */
slice some_told(const struct sentence *s, const struct candidate *c, struct range before);

/* 3间房屋倒塌、|17间|受损, 32个项目开工，18个投产、|9个|竣工: what others did of those that the figure before counts, where the
 * deed alone stands behind figure `c`; empty when it is no such. */
slice others_of_those(const struct naming *n, const struct candidate *c);

#endif
