/* The words round a figure: 约 近 超过 不到 before it, 余 多 inside it, 以上 左右 半 behind it, 至 与 — between two. */
#ifndef SUANPAN_QUALIFIER_H
#define SUANPAN_QUALIFIER_H

#include "extract/base/err.h"
#include "extract/words/mark.h"
#include "extract/claim.h"
#include "extract/words/neighbour.h"

/* Column 位置. */
#define QUALIFIER_PLACES(X)                                                                                                    \
    X(BEFORE, "前", "glued before the numeral, part of raw: 近700人")                                                          \
    X(OUTSIDE, "前外", "before the numeral but no part of raw: 最高3000万元")                                                  \
    X(INSIDE, "中", "between numeral and unit: 700 余平米; between two parts: 两年零三个月")                                   \
    X(BEHIND, "后", "behind the unit: 80%以上")                                                                                \
    X(JOIN, "连", "between the ends of a range: 3个到5个")
#define PLACE(name, ...) PLACE_##name,
enum place { QUALIFIER_PLACES(PLACE) PLACES };
#undef PLACE

/* Column 限定. */
#define QUALIFIER_EFFECTS(X)                                                                                                   \
    X(ABOUT, "about", "约")                                                                                                    \
    X(NEARLY, "nearly", "近")                                                                                                  \
    X(OVER, "over", "超过")                                                                                                    \
    X(UNDER, "under", "不足")                                                                                                  \
    X(RANGE, "range", "至, 到, —; behind: 之间")                                                                               \
    X(ONWARD, "onward", "至 behind 增加120件: what it came to; a range where both ends share a unit, 增加10至20件")            \
    X(NONE, "none", "says nothing but belongs to raw: 整")                                                                     \
    X(NEGATIVE, "negative", "零下, 负, -")                                                                                     \
    X(ORDINAL, "ordinal", "第")                                                                                                \
    X(HALF, "half", "三斤半")                                                                                                  \
    X(AND, "and", "零 and 又 between two parts")                                                                               \
    X(BETWEEN, "between", "与, 和: a range only when 之间 follows")                                                            \
    X(TIMES, "times", "2×35万千瓦")                                                                                            \
    X(BOTH, "both", "且, between two bounds: 大于5且小于10")                                                                   \
    X(NUMBER, "number", "加 等于: what stands here is a number, were it one digit only")                                       \
    X(MIRROR, "mirror", "正负, ±: as far below as above")                                                                      \
    X(ARTICLE, "article", "这, 另: 一 behind it counts nothing")                                                               \
    X(CODE, "code", "电话 邮编: what stands here counts nothing")
#define EFFECT(name, ...) EFFECT_##name,
enum effect { QUALIFIER_EFFECTS(EFFECT) EFFECTS };
#undef EFFECT

struct qualifier_row {
    slice             word;
    enum place        place;
    enum effect       effect;
    struct neighbours near;
    int               line;
};
struct qualifier_table; /* run lifetime */

/* What alphabet marks say of characters that a word of `place` starts with. */
static inline uint32_t qualifier_mark(enum place place) { return (uint32_t)MARK_QUALIFIER << place; }

/* Reads qualifiers.tsv at `path` into `run`, its characters into `alphabet`. False with `err` set when it is missing or broken.
 */
bool qualifiers_load(struct qualifier_table **out, struct alphabet *alphabet, const char *path, struct arena *run,
                     struct err *err);
/* The longest word of `place` that starts at character `at`; returns its characters, 0 when there is none. `start` is where the
 * quantity starts: what the row's 邻 asks of the words before is asked there. */
size_t qualifier_at(const struct qualifier_table *table, enum place place, const struct spelling *s, size_t at, size_t start,
                    const struct qualifier_row **out);
/* The longest word of `place` that ends before character `end` and does not start before byte `floor`; returns its characters,
 * 0 for none. */
size_t qualifier_before(const struct qualifier_table *table, enum place place, const struct spelling *s, size_t end,
                        size_t floor, const struct qualifier_row **out);

#endif
