/* What money was put into names it: 投资58万元建成办公场地 → 办公场地投资. */
#ifndef SUANPAN_PURPOSE_H
#define SUANPAN_PURPOSE_H

#include "extract/naming/naming.h"

/* Only money is asked, and what 的 follows: few. */
static inline bool asks_purpose(const struct sentence *s, const struct candidate *c) {
    char next = tag_at(s, c->token + 1);
    if (is_one_of(next, OF, HEAD) && is_at_level(s, c->token)) return false; /* 均价稳定在3元左右|的水平 */
    size_t moves = c->kind == KIND_GROWTH && next == OF ? skip(s, c->token + 2, CLASSES(ADVERB, ON_YEAR, ON_PERIOD)) : s->count;
    if (is_one_of(tag_at(s, moves), GROW, FALL)) return false; /* 收入保持|7%以上|的增速 */
    if (tag_before(s, c->token) == HEAD && is_one_of(next, NOUN, HEAD)) return true;
    return money_unit(c) || next == OF || (next == LIST_COMMA && is_figure(s, c->token + 3));
}
/* 投资58万元建成办公场地 → 办公场地投资, of a figure that asks for it; empty when nothing tells. */
slice purpose_of(const struct naming *n, const struct candidate *c, struct words before);
/* 总投资52亿元的电池厂、|35亿元的产业园: what it is of the figure before, which has a name, it is of this one. */
slice purpose_again(const struct naming *n, const struct candidate *c);
/* 其中40亿元|用于支持企业技改: what the amount `c` is used for, where 专项资金40亿元用于… has a name; empty when no use stands
 * behind. */
slice put_to_use(const struct naming *n, const struct candidate *c, struct range before);
/* 按每人20元的标准|发放伙食补贴: what the amount `c` is given for by a rate; empty when none is told. */
slice given_by_rate(const struct naming *n, const struct candidate *c, struct range before);

#endif
