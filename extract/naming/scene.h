/* Who or where opens a clause of news is no part of what it counts: 村医刘长水|走山路21年, 广场上|聚集300多人. */
#ifndef SUANPAN_SCENE_H
#define SUANPAN_SCENE_H

#include "extract/naming/phrase.h"

/* `name`, which the words before figure `k` told, without the person or the place that they open with: 广场上聚集 → 聚集. As
 * it was when they open with none, or nothing else is told. */
slice without_scene(const struct sentence *s, struct words before, slice name, size_t least);

/* 码头边的|冷库: the token behind the place that stands at token `from` with the 的 that it closes with; `from` where none
 * does. */
size_t behind_place(const struct sentence *s, size_t from);

/* 水利局整修渠道 → 整修渠道, 道路两侧栽种海棠 → 栽种海棠: `name` without who did it or where, behind whom one of the words
 * stands that then tell a deed; no table need know them. */
slice without_doing(const struct sentence *s, struct range before, slice name);

/* 为牧民|送书 → 送书, 给绣娘|发工资 → 发工资: `name` without those for whom or to whom it was done, though no table knows the
 * deed. */
slice without_served(const struct sentence *s, struct words before, slice name);

/* 卓世良的|孙子卓远|今年24岁: `name`, which the words before an age told, without whose child or wife the person is that is
 * named behind 的. */
slice without_kin(const struct sentence *s, struct words before, slice name);

/* 结果慢了半拍——瑜伽班 → 瑜伽班: a name starts behind a dash that parts what the sentence says, as that of 青禾——云岭线 does
 * not. */
slice behind_dash(const struct lexicon *lexicon, slice name);

/* 63岁的钱桂香…，|钱桂香|当社区干部28年: the name without the `person` whose age was told last. */
slice without_aged(const struct lexicon *x, slice person, slice name);

/* 老马在渡口|摆渡|35年: `name` less who is where, told in the words `before` a length of time, where a deed that no table knows
 * stands behind it. */
slice without_stay(const struct sentence *s, struct words before, slice name);

#endif
