/* Names without when it was so. */
#ifndef SUANPAN_WHEN_H
#define SUANPAN_WHEN_H

#include "extract/naming/phrase.h"

/* Token `i` is one character that no table has by itself, and does this at an edge: 3年|里, 改造|后 close where or when
 * something is, 成立|才 hangs on its verb. NULL when it does not. */
const struct word *alone_at_edge(const struct sentence *s, size_t i, enum edge edge);
/* 3年|里|参加救援, 五年|中|取消, 改造|后|新增车位, 过去|三年|投资: without the words that say when. */
struct range without_when(const struct sentence *s, struct range r);
/* Where the deed before 后 starts that says only since when, or on what terms: 学校|改造后, 扣除减租|后; r.to when none does.
 */
size_t deed_before_after(const struct sentence *s, struct range r);
/* |技改后|，产量提高30%, |取消|门票|后|，游客多了三倍: do the words tell only since what deed? */
bool only_after(const struct sentence *s, struct range words);
/* 加装保温层后|室内温度|提高4度: `name` behind what was first done, for what moved by it. */
struct range behind_after(const struct sentence *s, struct range name);
/* Without what came first, 国家重点实验室|重组新建后: nothing is left of 整改后. */
struct range without_after(const struct sentence *s, struct range name);

#endif
