/* Dates that tell nothing of the figures behind them. Token `i` is the date. */
#ifndef SUANPAN_DATE_ASIDE_H
#define SUANPAN_DATE_ASIDE_H

#include "extract/naming/phrase.h"

/* 与2010年普查的3187654人相比，增加5万人: the clause goes on to 相比. */
bool date_is_compared(const struct sentence *s, size_t i);
/* 比2015年增长, 与2015年相比, 由2015年的41%, 达到2015年的2倍, 是1950年到1997年总和的1.7倍: a basis, not the year of what
 * follows. */
bool date_is_basis(const struct sentence *s, size_t i);
/* 执行去年出台的减税政策, but 去年出台的|12条政策: what stands before 的 dates the noun behind it alone. */
bool date_of_noun(const struct sentence *s, size_t i);
/* 落实县委|2024年|会议精神, 续建|2024年|结转项目: a date inside what something is done to is of that alone. */
bool date_in_object(const struct sentence *s, size_t i);
/* 2023年启动的|老旧小区改造|惠及居民2.6万户, 2016年成立的|车队现有出租车86辆: does that noun do something itself, of another
 * time? 2023年发放的贷款达3亿元 is of 2023. */
bool date_acts_later(const struct sentence *s, size_t i);
/* “新十二月市”品牌, “建功‘十四五’、奋进新征程”竞赛, 获评“2022年度优秀单位”: a date inside a name, whose words stand in the
 * quotation marks beside it; “十四五”规划 is none. */
bool date_inside_name(const struct sentence *s, size_t i);

#endif
