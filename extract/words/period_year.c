/* What a period says once it is read: 上半年 in a report of 2020 is 2020-H1, 去年 2019, 本世纪末 2000 or 2100. */
#include "extract/words/period.h"

#include "extract/base/digits.h"

#include "extract/base/banned.h"

void period_name_year(struct period *p) {
    p->year_text[0] = '\0';
    if (p->last_year < 1000 || p->last_year > 9999) return;
    for (int i = 3, rest = p->last_year; i >= 0; i--, rest /= 10) p->year_text[i] = (char)('0' + rest % 10);
}

struct period period_part(const struct period *all, int i) {
    struct period part = *all;
    if (part.last_quarter) {
        part.quarter += i;
        part.last_quarter = 0;
    } else {
        part.first_year = part.last_year = part.first_year + i;
        period_name_year(&part);
    }
    return part;
}

int period_year(const struct period *p, int told_year, int review_year, int report_year) {
    if (p->told && told_year) return told_year + p->offset;
    if (p->relative) return report_year ? report_year + p->offset : 0;
    if (p->last_year) return p->last_year;
    return period_names_part(p) ? review_year : 0;
}

int period_first_month(const struct period *p) {
    if (p->month) return p->month;
    if (p->quarter) return 3 * p->quarter - 2;
    return p->half ? 6 * p->half - 5 : p->end ? 12 : p->start ? 1 : 0;
}

int period_last_month(const struct period *p) {
    if (p->month) return p->last_month;
    if (p->quarter) return 3 * (p->last_quarter ? p->last_quarter : p->quarter);
    return p->half ? 6 * p->half : p->end ? 12 : p->start ? 1 : 0;
}

static void settle_ahead(struct period *p, int report_year, int plan_year) {
    p->first_year = report_year ? plan_year : 0;
    p->last_year = report_year ? plan_year + p->last_year - 1 : 0;
    period_name_year(p);
}

static void settle_pair(struct period *p, int report_year) {
    if (!report_year) return;
    p->relative = p->pair = false;
    p->last_year = report_year + p->offset;
    p->first_year = p->last_year - 1;
    period_name_year(p);
}

void period_settle(struct period *p, int report_year, int plan_year) {
    if (p->ahead) settle_ahead(p, report_year, plan_year);
    if (p->pair) settle_pair(p, report_year);
    if (!p->century) return;
    p->century = false;
    int start = report_year / 100 * 100;
    if (p->month && p->last_year + start > report_year + 10) start -= 100; /* 98年7月 of a report of 2008 */
    p->first_year += start;
    p->last_year += start;
    bool decade = p->last_year - p->first_year == 9, ahead = p->first_year > report_year + 10;
    if (!report_year || (decade && (ahead || p->last_year < report_year))) p->first_year = p->last_year = 0;
    period_name_year(p);
}

/* -05: a month or a day. */
static char *put_part(char *to, int value) {
    to[0] = '-';
    to[1] = (char)('0' + value / 10);
    to[2] = (char)('0' + value % 10);
    return to + 3;
}

static char *put_year(char *to, int year) { return digits_put(to, (uint64_t)year); }

size_t period_years_iso(int first, int last, char out[PERIOD_TEXT]) {
    char *to = put_year(out, first);
    *to++ = '/';
    return (size_t)(put_year(to, last) - out);
}

size_t period_iso(const struct period *p, int year, char out[PERIOD_TEXT]) {
    if (year <= 0) return 0;
    bool years = p->first_year && p->first_year != p->last_year;
    if (years && !p->month) return period_years_iso(p->first_year, p->last_year, out);
    char *to = put_year(out, years ? p->first_year : year);
    if (p->half || p->quarter) {
        *to++ = '-';
        *to++ = p->half ? 'H' : 'Q';
        *to++ = (char)('0' + (p->half ? p->half : p->quarter));
        if (p->last_quarter) {
            *to++ = '/';
            to = put_year(to, year);
            *to++ = '-';
            *to++ = 'Q';
            *to++ = (char)('0' + p->last_quarter);
        }
    } else if (p->month) {
        to = put_part(to, p->month);
        if (years || p->month != p->last_month) {
            *to++ = '/';
            to = put_part(put_year(to, year), p->last_month);
        } else if (p->day) {
            to = put_part(to, p->day);
        }
    }
    return (size_t)(to - out);
}
