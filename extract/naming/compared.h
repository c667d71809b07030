/* Words before a figure less what the figure is compared with. */
#ifndef SUANPAN_COMPARED_H
#define SUANPAN_COMPARED_H

#include "extract/naming/phrase.h"

/* 为|全国平均水平的75%: less what a multiple, share or rank is taken of. */
struct range without_measure(const struct sentence *s, struct range r, enum kind kind);
/* 投资增速|高于全省平均水平: less what it is compared with. `moves`: the figure says how much something moved. */
struct range without_comparison(const struct sentence *s, struct range r, bool moves);
/* 上市公司数量|增至开市时: less what it became. */
struct range before_becoming(const struct sentence *s, struct range r);
/* 工业总产值|完成了原定计划: less the plan that it fulfilled. */
struct range without_plan(const struct sentence *s, struct range r);

#endif
