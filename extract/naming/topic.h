/* What a sentence speaks of from its head on: 纺织产业，以工业园为核心构建生态圈，力争实现产值80亿元. */
#ifndef SUANPAN_TOPIC_H
#define SUANPAN_TOPIC_H

#include "extract/naming/naming.h"

/* What the bare head that stands before figure `c`, 产值, is of: the words that a comma parts from all that is said of them,
 * where no figure of the clause before took part. Empty when none do. */
slice topic_of_head(const struct naming *n, const struct candidate *c, size_t clause);
/* 疫苗接种率，18岁以上|达96.4%，老年人|达91.2%: the rate that the sentence opens with, where share `c` is of the group `name`.
 * Empty when it opens with none. */
slice rate_of_topic(const struct sentence *s, const struct candidate *c, struct range name, struct arena *arena);
/* 绿道|建设提速，建成|32公里: what the clause before token `from` says goes on faster; empty when it says something else. */
slice sped_up(const struct sentence *s, size_t from, struct arena *arena);
/* 事故起数、死亡人数“双下降”，降幅均|超过30%: all that the clause before lists, where 均 takes them up. */
slice all_of_clause(const struct sentence *s, const struct candidate *c, size_t from, struct arena *arena);
/* 新馆二期（|建筑面积4.2万平方米）: what the bracket right before token `from` says more of; empty where that counts something.
 */
slice measured_in_bracket(const struct sentence *s, size_t from, struct arena *arena);
/* 订单增加的有120家，持平的有36家，减少的有44家: who moves is said of the first alone. Empty where `name` tells no movement
 * that 的 makes a thing. */
slice mover_before(const struct sentence *s, struct range name, struct arena *arena);
/* Those whom the clause before `before`, the words of figure `c`, tells by what they are like:
 * 像老李这样的|护林员，林场还有23名; empty where it tells of none, or the figure counts something else. */
slice likened_before(const struct naming *n, const struct candidate *c, struct range before);

#endif
