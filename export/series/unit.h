/* Which counting words may count one thing: 家 and 户, 部 and 项. */
#ifndef SUANPAN_SERIES_UNIT_H
#define SUANPAN_SERIES_UNIT_H

#include "export/series/series.h"

/* What a figure is counted in: its `unit`, or where it has none what its metric ends in, 人次 of 门诊人次达30.1万. */
slice unit_said(const struct metric_rules *rules, slice unit, slice metric);
/* What a rate counts: 元 of 元/月, 元/人·月 and 元/亩; the unit itself where it is none. */
slice unit_counted(slice unit);
/* True when the two counting words may count one thing: they are grouped under one, 幢 and 栋, 户 and 家, 部 (规章, 电梯) with
 * 项 and with 台, or one of them says nothing, as 个 does; 人次 goes with 次 only. */
bool units_grouped(const struct metric_rules *rules, slice a, slice b);
/* True when it tells something of what it counts: 家 and 场 do, 个 does not. */
bool unit_tells(const struct metric_rules *rules, slice unit);
/* True when a counting word is grouped with no other: 具, 对, 人次. */
bool unit_is_special(const struct metric_rules *rules, slice unit);
/* 年. */
bool unit_is_year(const struct metric_rules *rules, slice unit);
/* True when it counts so many times: 人次, 场次. */
bool unit_counts_times(const struct metric_rules *rules, slice unit);
/* True when one counts the occasions of what the other counts: 人 and 人次, 家 and 家次. */
bool units_but_for_times(const struct metric_rules *rules, slice a, slice b);
/* 百分点: what shares and growth change in. */
slice metric_points(const struct metric_rules *rules);
bool  unit_is_points(const struct metric_rules *rules, slice unit);

#endif
