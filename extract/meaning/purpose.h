/* What money was put into names it: 投资58万元建成办公场地 → 办公场地投资. */
#ifndef SUANPAN_PURPOSE_H
#define SUANPAN_PURPOSE_H

#include "extract/meaning/behind.h"

/* What money was put into, by the words `before` it too; empty when that is not told. `verb` is the word it was put in by:
 * 投资, 总投资, 投入. Only money is asked, and what 的 follows: 总面积30公顷的用地, 惠及3万人的引水工程,
 * at the end of a list too: 一条长80米、宽4米的吊桥; and a noun between what is measured and what has it:
 * 总库容800万立方米水库. */
struct range purpose_behind(const struct sentence *s, const struct candidate *c, struct words before, size_t *verb);
/* 安排200万元专项资金，用于道路改造: the noun of the money behind `c`, and `what` it is for; empty when either is not told. */
struct range       fund_behind(const struct sentence *s, const struct candidate *c, struct range *what);
static inline bool asks_purpose(const struct sentence *s, const struct candidate *c) {
    char next = tag_at(s, c->token + 1);
    if (c->token > 0 && s->tokens[c->token - 1].tag == HEAD && is_one_of(next, NOUN, HEAD)) return true;
    return money_unit(c) || next == OF || (next == LIST_COMMA && c->token + 3 < s->count && is_figure(s, c->token + 3));
}

/* 为淘汰旧式渡轮，政府将|投入2.6亿元: what the clause before says it is for; empty when it says nothing of that. */
struct range aim_before(const struct sentence *s, const struct candidate *c, struct words words, size_t *verb);

/* 其中40亿元|用于支持企业技改, where 专项资金40亿元用于… has a name; empty when no use stands behind. */
slice put_to_use(const struct sentence *s, const struct candidate *c, struct range before);

#endif
