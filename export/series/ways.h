/* The ways in which two series are found to be one where their wordings do not say so (likely.c), a file each: alone_find is in
 * alone.c, which shows what it finds. They are called when what the wordings say has been joined, and each pushes the pairs
 * that the joins made so far speak for. */
#ifndef SUANPAN_SERIES_WAYS_H
#define SUANPAN_SERIES_WAYS_H

#include "export/series/likely.h"

/* Nothing else in the reports of either is as like the other: 查处非法采砂案件, 查办非法采砂. */
void alone_find(struct search *search);
/* One's name holds the other's, alone in the reports of both, and they are near: 体检6.4万人次, 健康体检7.1万人次. */
void sole_find(struct search *search);
/* Their names share two characters that no other name in the reports of either has: 古籍修复叶片, 馆藏古籍修复. */
void rare_find(struct search *search);
/* Of two shares one alone says its whole: 双师型教师占比68%, 双师型教师占专任教师的71%. */
void share_find(struct search *search);
/* The one grew, and what it grew from is the one figure of another report. */
void grown_find(struct search *search);
/* One figure is told again in words that are alike, whatever either is called: 257公顷. */
void restate_find(struct search *search);
/* Each stands in the reports that the other is missing from, and nothing else might: 文化惠民演出, 送戏下乡演出. */
void gap_find(struct search *search);
/* They stand between the same two series in two reports, alone of their sort there: 处罚金额, 罚款. */
void between_find(struct search *search);
/* They are what is left of two reports of years that follow one another, of whose figures two of three are joined, and more
 * alike than either is to anything else that is left: 查处窃电, 查处违约用电及窃电. */
void rest_find(struct search *search);
/* What two names are in one gate they are in the next, and the figure behind a figure goes with it. */
void follow_find(struct search *search);

/* What each figure was the year before, as its own report tells its growth or change. */
void grown_tell(const struct entries *entries);
/* `likely`, sorted by pair: names that differ are not one, at no level and in no rate, where a figure was far from what the
 * other name's report has of the year before. A person's word stands. */
void grown_part(struct likely *likely, const struct cluster *clusters);
/* Their names are alike enough for what nothing else might be, and they are counted alike: 文化惠民演出, 送戏下乡演出. */
bool clusters_alike(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y);
/* No other thing than what the shorter names, as 规模以上企业联合会 is: it ends as the shorter does, 健康体检, or does not go
 * on behind it, or what they count has a counter of its own, 火化720具 and 火化遗体735具. */
bool clusters_one_thing(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y);

#endif
