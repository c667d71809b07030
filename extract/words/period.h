/* Dates and periods: 2020年上半年 is 2020-H1, 去年 the year before the report's, “十三五”期间 2016/2020. They are no claims;
 * they tell the year of the claims behind them. Facts: rules/periods.tsv, rules/dates.tsv. */
#ifndef SUANPAN_PERIOD_H
#define SUANPAN_PERIOD_H

#include "extract/words/scan.h"

#include "extract/base/err.h"
#include "extract/base/trie.h"

struct period {
    int  first_year, last_year; /* absolute years; equal unless it is a span; 0: it names none */
    int  offset;                /* 去年 -1, 今年 0, 明年 1, when relative */
    bool relative;              /* its year counts from the report's year */
    bool told;                  /* or, 上年, from the year that is spoken of */
    bool running;               /* 今年以来: as this was written it was not over */
    bool frame;                 /* 五年来, 近三年: frames, states no year of its own */
    bool whole;                 /* 全年: a frame of all the year */
    int  half, quarter;         /* 1, 2; 1 to 4; 0: none */
    int  last_quarter;          /* 一至四季度: 4; 0: it is no span */
    int  month, last_month, day;
    int  first_day, last_day; /* of a span of days, whose day is 0: 2月3日至6日 3 and 6 */
    bool end, start;          /* 年末, 年初 */
    bool all_month;           /* 11月份: a month that is spoken of, and no date */
    bool behind;              /* 第二季: a part that is none but behind a year */
    bool pair;                /* 今明两年: the year of offset and the one before it */
    bool ends;                /* 1978年到1986年: from one year to the other, where 1979—1986年 is all of them */
    bool fiscal;              /* 2018-19年度: one year that goes on into the next */
    bool since;               /* 1999年起: from then on, not then alone */
    bool era;                 /* 民国: the year in front of its first is first_year, its own number stands behind it */
    bool century;             /* 本世纪末, 23年5月: last_year counts from the start of the report's century */
    bool ahead;               /* 未来五年: first_year and last_year, 1 and 5, count from the year of the plan */
    int  line;                /* of periods.tsv, for explain; 0: a date */
    char year_text[8];        /* last_year in digits, for a basis */
};

struct period_table; /* run lifetime */
struct role_table;   /* roles.h */

/* Reads periods.tsv at `path` into `run`; `dates` are the signs of dates.tsv, which the table borrows. False with `err` set
 * when it is missing or broken. */
bool periods_load(struct period_table **out, struct alphabet *alphabet, const struct role_table *dates, const char *path,
                  struct arena *run, struct err *err);
/* Reads the longest date or period at the start of `text` (folded): 2023年, 2016—2020年, 5月1日, 1-9月, 一季度, 二〇二四年.
 * Returns bytes consumed, 0 when there is none. */
size_t period_scan(const struct period_table *table, slice text, struct period *out);
/* 111年1月1日 in a document that counts its years so: of 民国. Three digits are a year there, fewer may be a length of time. */
size_t period_scan_era(const struct period_table *table, slice text, struct period *out);
/* 108年度施政報告, 一一二年度施政總報告: the year of a title, or, where it must be `dated`, of any text (113年上半年, 113年度,
 * not 113年歷史), in the characters of those who count so, though it does not say so; 0: none. */
int period_era_year(const struct period_table *table, slice text, bool dated);
/* False where period_scan finds nothing at character `i` of a text that is spelt: most numbers are no dates, for behind the
 * digits of one stands 年, 月, 时, a dash or a mark. */
bool period_may_start(const struct period_table *table, const struct spelling *spelling, size_t i);
/* What a word beside a year makes of it: behind 较 it is only compared with, behind 力争到 it only bounds a time, before 以来
 * a time begins with it, before 第2号 it numbers what is issued. 那年 is the year that was told last, 第二年 the one after,
 * whatever leads up to them (就是在那年), and 如今 ends the time of 那年. Years that are counted behind 过去 or before 来 are
 * over. */
enum year_word {
    YEAR_THAN,
    YEAR_WITH,
    YEAR_LIKE,
    YEAR_BOUND,
    YEAR_SINCE,
    YEAR_ISSUE,
    YEAR_AS_OF,
    YEAR_THEN,
    YEAR_NEXT,
    YEAR_LATER,
    YEAR_PRESENT,
    YEAR_TOPIC,
    YEAR_PAST,
    YEAR_TERM,
    YEAR_LEAD,
    YEAR_TURN,
    YEAR_WORDS
};
/* Does `before` end with such a word, does `behind` start with one; and does `text`, behind what leads up to it: 也是在|那年?
 */
bool year_word_before(const struct period_table *table, enum year_word word, slice before);
bool year_word_behind(const struct period_table *table, enum year_word word, slice behind);
bool year_word_opens(const struct period_table *table, enum year_word word, slice text);
/* 比|2022年, 与|2022年|相比 and not 2023年工作总结与|2024年工作要点: is the year between the two only compared with? */
bool year_is_compared(const struct period_table *table, slice before, slice behind);
/* `before` ends with what joins a date to the one before it: 2021年1月至|2023年12月. */
bool period_joins(const struct period_table *table, slice before);
/* Does 年 stand there? */
bool period_year_stands(const struct period_table *table, slice text);
/* `text` starts with a period that names its own year: 2023年, “十三五”; not 12月, not 去年. Where one may is told by a map
 * (scan.h) with this set. */
bool                   period_names_year(const struct period_table *table, slice text);
const struct scan_set *period_years(const struct period_table *table);
/* The bytes of the next period in `text` from `*at` on, which goes behind it; 0: there is none. */
size_t period_next(const struct period_table *table, slice text, size_t *at, struct period *out);
/* How many years ahead the text speaks of: 今后五年的目标 5; 0: of none. */
int period_years_ahead(const struct period_table *table, slice text);
/* How many years back the heading looks: 过去五年工作回顾, 五年来的工作 5; 0: none. */
int period_years_back(const struct period_table *table, slice text);
/* Year or quarter `i` of a span of them, from 0 on: 2019—2021年, 一至四季度. */
struct period period_part(const struct period *all, int i);
/* The year it speaks of in a report that reviews `review_year`, where `told_year` is spoken of; 0 when it names none. */
int period_year(const struct period *p, int told_year, int review_year, int report_year);
/* 5月, 二季度, 上半年: is it a part of its year that has so many months; and does it name any part of one, 年底 and 年初, too?
 */
static inline bool period_is_part(const struct period *p) { return p->month || p->quarter || p->half; }
static inline bool period_names_part(const struct period *p) { return period_is_part(p) || p->end || p->start; }
/* The months with which it begins and ends, where it is a part of a year: 上半年 1 and 6, 三季度 7 and 9, 年底 12; 0: it is
 * none. */
int period_first_month(const struct period *p);
int period_last_month(const struct period *p);
/* 本世纪末 of a report of 1982 is 2000, 今明两年 of it 1982 and 1983, 未来五年 of one that plans 1983 1983 to 1987; no year
 * where the report's is not known, nor a decade that is over (80年代建成的小区). */
void period_settle(struct period *p, int report_year, int plan_year);
/* Once last_year is set: its digits. */
void                period_name_year(struct period *p);
static inline slice period_year_text(const struct period *p) { return slice_of(p->year_text); }
enum { PERIOD_TEXT = 32 };
/* ISO 8601 into `out` (2020, 2020-H1, 2020-Q3, 2020-05, 2020-05-01, 2016/2020), `year` being period_year's answer; returns the
 * length, 0 when no year is known. */
size_t period_iso(const struct period *p, int year, char out[PERIOD_TEXT]);
/* 2016/2020 */
size_t period_years_iso(int first, int last, char out[PERIOD_TEXT]);

#endif
