/* How alike two wordings are, by their characters. */
#ifndef SUANPAN_WORDING_H
#define SUANPAN_WORDING_H

#include "extract/base/slice.h"

/* The characters of a text, `limit` at most. Returns how many. */
size_t code_points(slice text, uint32_t *out, size_t limit);
/* 0..100: characters and pairs of characters in common (Dice), the mean of the two. */
int wording_similarity(slice a, slice b);
/* True when every character of one stands in the other: 参合率 and 新农合参合率. */
bool wording_within(slice a, slice b);
/* True when three of four of the shorter's characters do. */
bool wording_covered(slice a, slice b);
/* The same of the characters of two wordings in the order of their codes. */
bool sorted_within(slice a, slice b);
/* And what it adds is at most three fifths of the longer, and two characters at least are shared. */
bool wording_shortened(slice a, slice b);
/* All characters of `less` stand in `more`, in their order: 高新区 in 高新技术产业开发区. */
bool wording_in_order(slice less, slice more);
/* True when `text` has all words of `words` in it, a list as metric_key.words is: 城镇·就业. */
bool words_within(slice words, slice text);
/* True when one list of words has all of the other's, be it none. */
bool words_nested(slice a, slice b);
/* True when the two share two characters that stand side by side, and do not in `besides`. */
bool wording_pair_shared(slice a, slice b, slice besides);
/* True when one is short for the other, 播面 for 播种面积 and 快检 for 快速检测: its characters stand in the other in their
 * order, the last as one of the last two. 重点项目, beside 重点农牧业项目, lacks a word and is no short form. */
bool wording_short_for(slice a, slice b);
/* Before what both end in, and behind what both begin with, they share no character: 篮球场 and 足球场, 治疗白内障患者 and
 * 治疗尿毒症患者. Of each `least` characters are left, two where they begin alike: 皮影作坊 and 皮影工坊 are not parted. */
bool wording_parted(slice a, slice b, size_t least);
/* True when both end in one character. */
bool wording_one_end(slice a, slice b);
/* True when the last two characters of one stand in the other: 茶旅直播间 and 直播间同步开播, not 社区养老站点 and
 * 社区养老食堂. */
bool wording_end_shared(slice a, slice b);
/* True when the two lists of words share one: 改·增 and 改. */
bool words_shared(slice a, slice b);

#endif
