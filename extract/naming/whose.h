/* Whose an average or a rate is that does not say it. */
#ifndef SUANPAN_WHOSE_H
#define SUANPAN_WHOSE_H

#include "extract/naming/naming.h"

/* 健康档案管理进一步规范，|建档|率|达92%: how often it was done, of that which the clause before tells. */
bool is_bare_rate(const struct naming *n, const struct candidate *c, struct range name);
/* 完善大病保险，|报销比例|由50%提高到60%: a name that only says on what terms something is given is of what the clause before
 * makes better; `name` when it is no such name, or nothing is. */
slice of_terms(const struct naming *n, const struct candidate *c, slice name);
/* 第一产业增加值增长7%，贡献率19%，|拉动经济增长1.5个百分点: what grew does it, where a comma opens the clause; else empty. */
slice who_drives(const struct naming *n, const struct candidate *c, struct range name);
/* 城镇居民|人均可支配收入4万元，|人均消费支出2万元，|恩格尔系数30%; 医保码激活率88%、|使用率61%: whose it is by what the figure
 * before tells of an average, or of a rate listed before; empty when nobody is told. Few names ask. */
slice              told_before(const struct naming *n, struct range before, struct range name, slice own);
static inline bool asks_whose(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    return note_at(n->s, name.from, NOTE_PER | NOTE_INDEX) || (c->kind == KIND_SHARE && own.len == 3 * HAN);
}

#endif
