/* Names without those who did what is counted. */
#ifndef SUANPAN_DOER_H
#define SUANPAN_DOER_H

#include "extract/naming/phrase.h"

/* More than twelve characters, which few names are. */
bool is_long(const struct sentence *s, struct range r);
/* 居民|免费|体检, 居民|测|血压: does what was done for the persons before token `i` start there, told by an adverb that names
 * keep or by a character that no table has? */
bool deed_of_no_table(const struct sentence *s, size_t i);
/* 为1300名农民工追回欠薪: for whom something is done, who stand from the start on when they were `counted`, goes when a verb
 * and its object follow; 培训12期 is no object. */
struct range without_beneficiary(const struct sentence *s, struct range r, bool counted);
/* 市民政局, 环卫工人: do the words [from, to) end as those do who did it? */
bool names_doer(const struct sentence *s, size_t from, size_t to);
/* 市农业农村局|发放种子, 县农业农村局|发放种子: does another doer of the same sort as `who` do something, outside of `r`? */
bool told_apart(const struct sentence *s, struct range r, struct range who);
/* 县医院|迁建项目|总投资3亿元, not 住建局|新建项目|12个: is the deed at token `verb` one of a work of which more is told than
 * how many there are, as figure `k` does, so that who stands before is what is built? */
bool works_on(const struct sentence *s, struct range r, size_t verb, size_t k);
/* 检察机关|受理案件: those who report tell nothing of what they did. */
struct range without_organ(const struct sentence *s, struct range r);
/* 市民政局|发放棉被, 工作人员先后|召开协调会: who did it is no part of what a figure counts, unless another stands beside. */
struct range without_doer(const struct sentence *s, struct range r, size_t k);
/* 公司计划投资建设厂房, 学校计划新建教室: who plans is no name of what is planned. */
struct range without_planner(const struct sentence *s, struct range r);
/* 带动|固定资产投资|增长: what made it grow is no part of what has grown. */
struct range without_driver(const struct sentence *s, struct range r);
/* 闵行各镇、街道举办阅读活动: a long subject goes when verb and object say it all, so does a list of them. */
struct range without_subject(const struct sentence *s, struct range r);

#endif
