/* Years and dates that stand bare, without 年: in the names of files, in titles, in what a page says of itself. */
#ifndef SUANPAN_BARE_DATE_H
#define SUANPAN_BARE_DATE_H

#include "extract/words/period.h"

/* What stands behind the last slash. */
slice file_name(slice path);
/* A four-digit year in a file's name or a title that is no part of a longer number: hailar-2013.txt, 年度调查报告（2021）. The
 * last of them, of 2018-19 the second, none that a slash follows; 0: none. */
int bare_year(slice text);
/* The first of them: 2023工作总结暨2024工作计划. */
int bare_year_first(slice text);
/* The first that no word stands behind, 回眸2023：我们这一年: it counts nothing. */
int bare_year_apart(slice text);
/* That of a line that is the number of an official document: 青政发〔2023〕12号. */
int bare_year_of_number(slice text);
/* 简报202407.txt: that of the first six digits by themselves that are a year and a month, and not 201012, which may be a day of
 * 2020; 0: none. */
int bare_year_of_month(slice text);
/* 《青禾新闻》 (20240112), news-20240112.md: eight digits by themselves that are a date. Its day is 0: there is none. */
struct period bare_date(slice text);
/* 2023-04-07 10:21:33, 2023/4/7, 2023年4月7日, 20230407 → 2023-04-07 in `arena`; what is no such date is copied as it is. */
slice iso_date(slice text, struct arena *arena);

#endif
