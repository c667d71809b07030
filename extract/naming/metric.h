/* The words that name a figure: the row header that a yearbook would give it. */
#ifndef SUANPAN_METRIC_H
#define SUANPAN_METRIC_H

#include "extract/naming/basis.h"

/* What a name lends the next: 商品房施工面积 its head 面积 and what was done by it, 商品房. */
struct lent {
    slice  head, stem; /* stem: empty when no deed stands before the head */
    slice  unit;       /* the figure's */
    size_t added;  /* bytes of the word that its name opened with, where that tells of what came to it: 新增|通车里程 */
    bool   within; /* it stands within a word, of which the rest owns nothing else: 固定资产投资 */
    bool   part;   /* it has been lent to a part: 其中夏粮, 秋粮 */
    bool   announced; /* it is of all that follows: 主要产品产量：原煤…，水泥… */
    bool   average;   /* and tells what is taken per head: 人均收入：城镇居民…；农村居民… */
};
/* What a unit counted last, without its verb; the units that were counted last, in the order in which they came. */
struct counted_name {
    slice unit, object;
    bool  done; /* a verb stood before it */
};
enum { COUNTED_NAMES = 16 };
/* What is carried from the sentence before, for a sentence whose subject is left out. */
struct carry {
    slice               metric;
    slice               money;  /* of the last amount of money */
    slice               person; /* of the last age */
    struct lent         lent;
    slice               whole;  /* the last name that is of no part */
    slice               places; /* counted first in a part of the sentence before: 小学9126所；招生84万人 */
    struct held_basis   basis;
    struct counted_name counted[COUNTED_NAMES];
    unsigned            units; /* that were counted so far: the next takes the place of the oldest */
    enum direction      grows; /* the way that the figure moved which the metric is of; DIRECTION_NONE: it did not */
};

/* What `unit` counted in sentences before; NULL when nothing is remembered of it. */
const struct counted_name *counted_by(const struct carry *carry, slice unit);

/* Sets the metric of every candidate that is not refused: 依法依规处置网络舆情313起 → 处置网络舆情, 12个乡镇 → 乡镇,
 * A、B分别增长6%、5% → each its own. Text lives in `arena`; `carry` is updated. */
void metrics_find(struct sentence *s, struct carry *carry, struct arena *arena);

#endif
