/* The noun that a figure shares with the one behind it. */
#ifndef SUANPAN_SHARED_NOUN_H
#define SUANPAN_SHARED_NOUN_H

#include "extract/naming/naming.h"

/* 3800户|、58万平方米, 4条|210公里, 5支|共60人: the next figure stands beside `c`, so that both may have one noun; few have. */
static inline bool figure_beside(const struct sentence *s, const struct candidate *c) {
    return c + 1 < s->candidates + s->candidate_count && c[1].token <= c->token + 2u;
}
/* 200元或|300元的|消费券: one or the other, of one thing. */
bool one_or_other(const struct sentence *s, const struct candidate *c);
/* 完成3800户、58万平方米|棚户区改造, 1260户4390名|贫困人口脱贫: the noun behind the figure beside `c` that is listed with it;
 * empty when none is. */
slice shared_noun(struct naming *n, const struct candidate *c);
/* 剩余|12户31人低收入人口|脱贫: a short word that says which of them. */
slice left_of(struct naming *n, const struct candidate *c, struct words words);
/* 新建4条|210公里高速公路, 办结5类|16件事项: another figure stands between the count and what it counts, or
 * 组建5支|共60人的队伍. */
bool counted_next(const struct sentence *s, const struct candidate *c);
/* 解决了3.8万人、2.1万头|大牲畜的饮水困难: the verb and what all those suffer or need who are counted one after the other, with
 * those that `c` counts, 解决大牲畜饮水困难; empty when it stands in no such list. */
slice plight_shared(const struct naming *n, const struct candidate *c);

#endif
