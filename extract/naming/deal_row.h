/* A row of figures to which items are dealt out, and the ways in which that is done. Shared by deal.c and deal_figures.c. */
#ifndef SUANPAN_DEAL_ROW_H
#define SUANPAN_DEAL_ROW_H

#include "extract/naming/deal.h"
#include "extract/naming/items.h"
#include "extract/naming/naming.h"

/* A row of figures, and the words before it that may hold their items. */
struct row {
    const struct sentence *s;
    struct arena          *arena;
    struct candidate      *first;
    size_t                 count;
    size_t                 told;   /* token of 分别; SIZE_MAX: nothing deals out */
    struct range           before; /* the words of its clause */
    struct range           all;    /* those of them before 分别, and what is compared with */
    struct range           names;  /* narrowed to a name */
    struct range           head;  /* what is counted behind 分别: 煤炭、电解铝分别|淘汰产能|1亿吨和120万吨 */
    struct range           last;  /* the items that the row before was served from */
    bool                   own;   /* its names say something */
    bool                   total; /* 累计分别达到 */
    bool                   field; /* its ranks are taken among so many: 在全市12个县区中分别排 */
};

static inline bool is_told(const struct row *r) { return r->told != SIZE_MAX; }
/* 每千人口分别为3.6人, 月人均补差分别为310元: does its name open with per how many or per whom? */
static inline bool is_per(const struct row *r) {
    return r->names.to > r->names.from && has_note(&r->s->tokens[r->names.from], NOTE_PER);
}
/* Does the row have one bare head for a name that measures: 总数分别达到14个和27个? */
static inline bool has_generic_head(const struct row *r) {
    return r->names.to == r->names.from + 1u && is_bare_head(&r->s->tokens[r->names.from]) && !is_per(r);
}
/* 提及率, 参与率: what it is of stands before it. */
static inline bool is_short_rate(const struct row *r) {
    return lexicon_ending(r->s->lexicon, name_of(r->s, r->names, r->arena), EDGE_RATE) != NULL;
}
/* How much a count is; 0 when it is no plain count. */
size_t plain_count(const struct candidate *c);

/* deal_figures.c: the ways that name a row by the figures before it. False, and nothing is named, when they do not. */

/* 税收3亿元、非税收入1亿元，占年初预算的101%和96%, 完成年度预算的…: shares of amounts before them, of the same whole. What
 * stands before the verb has names of its own: 税收和非税收入占…. */
bool by_shared_whole(const struct row *r);
/* 城镇居民收入15781元，农村居民收入4761元，增长8.4%和8% */
bool by_figures_before(const struct row *r);
/* 死亡21人，受伤97人，损失38万元，三项指数分别下降11%、8%和15%: as many figures as are counted before 分别. */
bool by_counted_figures(const struct row *r);
/* 医师2.7万人、护士2.9万人，每千人口分别为3.6人和3.8人: the figures before, taken per so many. */
bool by_figures_each(const struct row *r);
/* 面积、金额分别下降11%、13%，降幅收窄5个和4个百分点: the names of a row as long as this one right before it, with the head
 * that this one has: 月人均补差. */
bool by_row_before(const struct row *r);
/* 城市标准790元，农村标准640元，月人均补差分别为486元、312元: the areas that the two figures before are told of. */
bool by_areas_before(const struct row *r);
/* 获批专科5个、学科8个，总数分别达到14个和27个; 排查隐患687条，其中重大隐患37条，（检查率均为100%，）整改率分别为98%和100% */
bool by_figures_with_head(const struct row *r);

#endif
