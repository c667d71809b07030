/* What dates in numbers are made of, and those parts of them that need no other word: 1-9月, 5月1日, .05.01, 07时41分.
 * Facts: rules/dates.tsv. Whole dates are read by period.h. */
#ifndef SUANPAN_DATE_H
#define SUANPAN_DATE_H

#include "extract/words/period.h"
#include "extract/words/roles.h"

/* What a word does in a date, a bit each; the head of dates.tsv says what they mean. */
enum date_role {
    DATE_DIGIT = 1 << 0,
    DATE_TEN = 1 << 1,
    DATE_TWO = 1 << 2,
    DATE_YEAR = 1 << 3,
    DATE_MONTH = 1 << 4,
    DATE_DAY = 1 << 5,
    DATE_HOUR = 1 << 6,
    DATE_MINUTE = 1 << 7,
    DATE_COLON = 1 << 8,
    DATE_TO = 1 << 9,
    DATE_TO_MORE = 1 << 10,
    DATE_POINT = 1 << 11,
    DATE_END = 1 << 12,
    DATE_START = 1 << 13,
    DATE_OF_YEAR = 1 << 14,
    DATE_OF_MONTH = 1 << 15,
    DATE_SCHOOL = 1 << 16,
    DATE_SINCE = 1 << 17,
    DATE_FIRST = 1 << 18,
    DATE_QUOTE = 1 << 19,
    DATE_MONTHS = 1 << 20,
    DATE_YEARS = 1 << 21,
    DATE_OCLOCK = 1 << 22,
    DATE_DECADE = 1 << 23,
    DATE_ALL_MONTH = 1 << 24,
    DATE_WORD = 1 << 25
};
_Static_assert((int)DATE_WORD < (int)ROLE_LONGER, "a role of dates has the bit of longer words");
bool dates_load(struct role_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err);

/* Each of these takes what it reads off the front of `s`, and false (or 0) leaves it as it was. */
/* Digits of one script, 2024 or 二〇二四, at most `most` of them; returns how many, their value in `*value`. */
size_t date_digits_take(const struct role_table *t, slice *s, size_t most, int *value);
/* 1 to `most`, which is below 100, in digits or Han with 十: 十二, 二十三. */
bool date_small_take(const struct role_table *t, slice *s, int most, int *value);
/* 1000 to 2999. */
bool date_year_take(const struct role_table *t, slice *s, int *year);
/* —, ——, 至 */
bool date_to_take(const struct role_table *t, slice *s);
/* 5月, 5月1日, 1-9月, 一至五月份, 2月3日至6日: sets its months and day. */
bool date_months_take(const struct role_table *t, slice *s, struct period *p);
/* .05.01 and -05-01, behind the year. */
bool date_month_and_day_take(const struct role_table *t, slice *s, struct period *p);
/* 11:44, 08:15:30, 07时41分, 九时三十分 */
bool date_clock_take(const struct role_table *t, slice *s);
#endif
