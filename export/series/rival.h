/* Of two figures of one report that could each be a third, neither is: likely pairs that have a rival are not joined. */
#ifndef SUANPAN_SERIES_RIVAL_H
#define SUANPAN_SERIES_RIVAL_H

#include "export/series/likely.h"

/* Takes the join from each pair that a likeness alone speaks for, as the joins made so far have the series: of 青年志愿服务队
 * and 巾帼志愿服务队, both of one report, neither is 志愿服务队 of the report before. */
void rivals_part(struct likely *likely, const struct cluster *clusters, struct arena *arena);
/* And from each of which one is a kind of the other, beside another kind: 新建城市消防站3座、小型消防站5座, or 住院直接结算
 * 2.9万人次，门诊直接结算5.8万人次, of which neither is last year's 直接结算. */
void siblings_part(struct likely *likely, const struct joins *joins, const struct metric_rules *rules);
/* True when a report of the one of two series tells apart what the other has as one: 新建农村公路31公里、改造农村公路58公里 and
 * 新建改建农村公路76公里. Both lead. */
bool series_told_apart(const struct joins *joins, const struct metric_rules *rules, uint32_t x, uint32_t y);

#endif
