/* Which figure before it a figure goes on from: in 事故14起，死亡9人，起数减少3起 it is the 14 that fell. */
#ifndef SUANPAN_ANTECEDENT_H
#define SUANPAN_ANTECEDENT_H

#include "extract/naming/naming.h"

/* What a figure has in common with the one that it goes on from, and those between have not. */
enum relation {
    SAME_UNIT, /* 奖学金6840万元，惠及1.6万人，人均4196元 */
    WHOLE,     /* 党员3万名，女党员占28%，35岁以下占19%: shares in a row are of what was counted before them */
    A_SHARE,   /* 优良天数247天，优良率90%，增加11天，提升4个百分点: points are of a share, not of days */
    SAID_OF,   /* 最高负荷162万千瓦，7次刷新纪录，同比增长11.2%: how often it was so is said in passing */
};
/* 83座 behind 6座: do both figures count by one unit, and `c` more than `part`? */
bool is_more(const struct candidate *c, const struct candidate *part);
/* The nearest figure before `c` that stands in this relation to it; the last that has a name where none does, NULL where none
 * has. One that was refused ends the search, but for a unit: 收入均超10万元，其中100万元以上村7个，村均|26万元. */
const struct candidate *antecedent(const struct naming *n, const struct candidate *c, enum relation relation);
/* The figure of which figure `c`, whose clause starts at token `from`, may go on to speak: the last that has a name; the one
 * before it where that is only its average per head, or says who its persons are, or stands in the bracket behind it; the whole
 * that both are some of, 老人328人，失能的38人、|独居的|45人. NULL when none has a name. */
const struct candidate *spoken_of(const struct naming *n, const struct candidate *c, size_t from);
/* 失能|的|38人, 收尾|的有|21个: does figure `c` tell of how many it is so? */
bool is_of_such(const struct sentence *s, const struct candidate *c);
/* 老人328人，失能的38人，独居的45人: the figure of the whole that `c` counts in one unit with, from `p` before it on; NULL when
 * there is none. */
const struct candidate *whole_of_such(const struct sentence *s, const struct candidate *p, const struct candidate *c);
/* 发生火灾3126起，损失4260万元，起数下降12%: the last figure counted in the unit that `head` begins with; NULL where none is.
 */
const struct candidate *counted_in(const struct naming *n, slice head);
/* The figure before a bracket of which `c`, whose clause starts at token `from`, counts a part in the same unit within it,
 * 公厕318座(城区122座、乡镇196座); NULL when there is none. */
const struct candidate *whole_of_bracket(const struct sentence *s, const struct candidate *c, size_t from);

#endif
