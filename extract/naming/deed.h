/* The noun behind a figure with what it did. */
#ifndef SUANPAN_DEED_H
#define SUANPAN_DEED_H

#include "extract/naming/naming.h"

/* The tokens behind figure `c` that name it; empty when none do, as where it ends its clause. */
struct range               told_noun(const struct sentence *s, const struct candidate *c);
static inline struct range noun_behind(const struct sentence *s, const struct candidate *c) {
    bool ends = ends_phrase(s, c->token + 1) && tag_at(s, c->token + 1) != OPEN; /* 2400户（累计3600户）|餐饮单位 */
    return ends ? range_of(0, 0) : told_noun(s, c);
}
/* What those did whom the unit itself names: 十万市民参与植树 → 参与植树; empty when that is not told. */
struct range deed_behind(const struct sentence *s, const struct candidate *c);
/* What went on for a length of time, which `c` is: 连续五年参与普查; empty when that is not told. */
struct range doing_behind(const struct sentence *s, const struct candidate *c);
/* What was done in less than a day: 不到20分钟就|打完疫苗, 用40分钟|化解纠纷; empty when no verb or adverb opens it. */
struct range done_briefly(const struct sentence *s, const struct candidate *c);
/* 下岗职工2700万人，90%以上进入服务中心; 82万人通过搬迁告别山区: what those who open a clause did, and of whom they are when
 * those are counted before. */
slice deed_of(const struct naming *n, const struct candidate *c);
/* 引导|3000人|在县城|就近就业, 帮助|1.2万人|实现稳定|就业: what the persons of `c`, whom no noun names, are led to do, without
 * where; empty when no verb leads them. */
slice sent_to_do(const struct naming *n, const struct candidate *c);
/* 青龙村|326人|全部撤离: persons of a place are told apart by what they did. */
slice deed_there(const struct naming *n, const struct candidate *c, struct range before);
/* 带动2316户11078人|增收: what persons or homes gain behind the verb that leads them; empty when nothing tells that. */
slice gained_there(const struct naming *n, const struct candidate *c);
/* 3人|因酒驾|被拘留, 2人|被清华、北大录取: what was done to persons whom no noun names, whatever moved it; empty when that
 * needs no telling apart from its cause or its list. */
slice undergone(const struct naming *n, const struct candidate *c);
/* 18.7%|独自居住: the words behind the share `c` up to the end of its clause; empty when they are no deed. They are borrowed.
 */
slice said_behind(const struct sentence *s, const struct candidate *c);
/* 六成企业|表示，订单有所增加, 八成居民|认为在社区里，步行更好: what so many think, where it stands behind a comma; empty where
 * it does not. */
slice opinion_told(const struct naming *n, const struct candidate *c);
/* 36%的单位预计增加，52%|预计持平，|8%尚未考虑: what those say or do of whom the share `c` tells, the next of a row, or one
 * that is `known`, 发现|六成有结节; empty when it is neither. */
slice answered(const struct naming *n, const struct candidate *c, bool known);
/* 用|3天左右|挖出水渠: does the word before figure `k` tell how long it took? */
bool spends_time(const struct sentence *s, size_t k);

#endif
