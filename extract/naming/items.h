/* The items of a list and what they share: 城镇、农村居民人均可支配收入 is 城镇居民… and 农村居民人均可支配收入. */
#ifndef SUANPAN_ITEMS_H
#define SUANPAN_ITEMS_H

#include "extract/naming/naming.h"

enum { MOST_ITEMS = 12 };

struct items {
    struct range at[MOST_ITEMS];
    size_t       count;
};

/* Cuts 一、二、三产业增加值 at the marks `at`; what stands behind 等 is of all. */
struct items cut_items(const struct sentence *s, struct range r, u128 at);
/* The words of measuring that the range ends with, behind at least one other word: 二氧化硫|平均浓度. */
struct range measured_tail(const struct sentence *s, struct range r);
/* 存款、贷款余额: a word of the last item ends as the first item does, and behind it stands what is of both: 余额. Empty when
 * none does. */
slice parallel_tail(const struct sentence *s, struct range last, struct range first);
/* The token with which the rate that ends `r` begins, 合格率 or 优良|率; r.to when it ends with none. */
size_t rate_of(const struct sentence *s, struct range r);
/* Item `i` with what the first and the last of them have for it. `alike`: the figures of all bear one unit. */
slice item_name(const struct sentence *s, const struct items *items, size_t i, bool alike, struct arena *arena);
/* 总量, 增速: it names nothing by itself. */
static inline bool is_bare_head(const struct token *t) { return has_note(t, NOTE_GENERIC) || is_one_of(t->tag, GROW, FALL); }
/* 科学决策、依法行政和行政|监督|三项准则: the list right before a small count that has as many items, where a verb ends the
 * last; empty when it has not. */
struct range apposed(const struct sentence *s, const struct candidate *c, size_t verb);
/* 方针和|青禾、云岭|两个园区, 扩大就业、改善民生|两项工程: the name of that list, where `owner`, what would stand before the
 * noun, is none of its own or less than it; else `owner`. */
slice items_apposed(const struct naming *n, const struct candidate *c, slice owner);
/* Names figure `first`, whose words are `before`, and those of its list: 城市低保标准, 农村低保标准. How many it named; 0 where
 * no such list stands there. */
size_t measured_each(const struct sentence *s, struct candidate *first, struct words before, struct arena *arena);

#endif
