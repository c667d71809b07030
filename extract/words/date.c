/* Months, days and hours in numbers: 1至9月 are the months 1 to 9, 2月3日至6日 and 十二月二十三日 days of theirs. What letter
 * does what is told by rules/dates.tsv; what a month has of days, and a day of hours, is arithmetic. */
#include "extract/words/date.h"
#include "extract/words/mark.h"

#include "extract/base/banned.h"

static const struct role_name roles[] = {
    /* in the order of enum date_role */
    {"数字", MARK_DATE_DIGIT | MARK_DATE_ON},
    {"十", MARK_DATE_DIGIT | MARK_DATE_ON},
    {"两", 0},
    {"年", MARK_YEAR_BEHIND},
    {"月", MARK_MONTH_BEHIND},
    {"日", 0},
    {"时", MARK_MONTH_BEHIND},
    {"分", 0},
    {"冒号", MARK_MONTH_BEHIND},
    {"至", MARK_DATE_ON | MARK_DATE_BEHIND},
    {"连", 0},
    {"号", MARK_YEAR_BEHIND},
    {"末", MARK_DATE_ON},
    {"初", MARK_DATE_ON},
    {"随年", MARK_DATE_ON},
    {"随月", 0},
    {"学", MARK_YEAR_BEHIND},
    {"起", MARK_DATE_ON},
    {"前", MARK_DATE_ON},
    {"引号", MARK_DATE_ON},
    {"月间", 0},
    {"年间", 0},
    {"钟", MARK_MONTH_BEHIND},
    {"代", MARK_DATE_ON},
    {"整月", 0},
    {"词", 0},
    {NULL, 0},
};

bool dates_load(struct role_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    for (uint32_t digit = '0'; digit <= '9'; digit++) alphabet_mark(alphabet, digit, roles[0].marks, run);
    *out = arena_new(run, sizeof **out);
    return roles_load(*out, alphabet, path, roles, run, err);
}

/* ---- numbers ---- */

size_t date_digits_take(const struct role_table *t, slice *s, size_t most, int *value) {
    const char *p = s->ptr, *end = p + s->len;
    size_t      count = 0, size;
    int         sum = 0;
    for (unsigned digit; count < most && p < end && (digit = (unsigned char)*p - (unsigned)'0') < 10; count++, p++)
        sum = sum * 10 + (int)digit;
    if (count == 0 && p < end && (unsigned char)*p >= 0x80)
        for (uint32_t found; count < most && (found = roles_at(t, (slice){p, (size_t)(end - p)}, &size)) & DATE_DIGIT;
             count++, p += size)
            sum = sum * 10 + (int)(found >> ROLE_VALUE);
    *value = sum;
    *s = (slice){p, (size_t)(end - p)};
    return count;
}

bool date_small_take(const struct role_table *t, slice *s, int most, int *value) {
    slice  rest = *s;
    int    head = 0, tail = 0;
    size_t digits = date_digits_take(t, &rest, 2, &head);
    if ((digits == 0 || (digits == 1 && (unsigned char)s->ptr[0] > '9')) && role_take(t, &rest, DATE_TEN)) {
        head = (digits ? head : 1) * 10;
        if (date_digits_take(t, &rest, 1, &tail)) head += tail;
    }
    if (head < 1 || head > most) return false;
    *s = rest;
    *value = head;
    return true;
}

bool date_year_take(const struct role_table *t, slice *s, int *year) {
    slice rest = *s;
    if (date_digits_take(t, &rest, 5, year) != 4 || *year < 1000 || *year > 2999) return false;
    *s = rest;
    return true;
}

bool date_to_take(const struct role_table *t, slice *s) {
    if (!role_take(t, s, DATE_TO)) return false;
    while (role_take(t, s, DATE_TO_MORE)) {
    }
    return true;
}

/* ---- months and days ---- */

static bool day_take(const struct role_table *t, slice *s, int *day) {
    slice rest = *s;
    int   number;
    if (!date_small_take(t, &rest, 31, &number) || !role_take(t, &rest, DATE_DAY)) return false;
    *s = rest;
    *day = number;
    return true;
}

/* 2月3日至6日, 1月26日—3月5日: the days from one to another are of their months. */
static void last_day_take(const struct role_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   month, day;
    if (!date_to_take(t, &rest)) return;
    slice days = rest;
    bool  named = date_small_take(t, &rest, 12, &month) && role_take(t, &rest, DATE_MONTH);
    if (!named) month = p->month, rest = days;
    if (!day_take(t, &rest, &day)) return;
    p->last_month = month;
    p->first_day = p->day;
    p->last_day = day;
    p->day = 0;
    *s = rest;
}

bool date_months_take(const struct role_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   first, last;
    if (!date_small_take(t, &rest, 12, &first)) return false;
    bool  marked = role_take(t, &rest, DATE_MONTH);
    slice second = rest;
    bool  joined = !marked || roles_at(t, rest, &(size_t){0}) & DATE_MONTHS;
    if (joined && date_to_take(t, &second) && date_small_take(t, &second, 12, &last) && role_take(t, &second, DATE_MONTH)) {
        rest = second;
        marked = true;
    } else {
        last = first;
    }
    if (!marked) return false;
    p->month = first;
    p->last_month = last;
    p->day = 0;
    if (first == last && day_take(t, &rest, &p->day)) last_day_take(t, &rest, p);
    size_t size;
    p->all_month = !p->day && roles_at(t, rest, &size) & DATE_ALL_MONTH;
    (void)role_take(t, &rest, DATE_OF_MONTH);
    *s = rest;
    return true;
}

bool date_month_and_day_take(const struct role_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   month, day;
    if (!role_take(t, &rest, DATE_POINT) || !date_small_take(t, &rest, 12, &month) || !role_take(t, &rest, DATE_POINT) ||
        !date_small_take(t, &rest, 31, &day))
        return false;
    p->month = p->last_month = month;
    p->day = day;
    *s = rest;
    return true;
}

/* ---- hours ---- */

/* 1 to 24 or 0 to 59 of a clock, in digits or Han: 07, 9, 九, 三十. */
static bool clock_number_take(const struct role_table *t, slice *s, int most, int *value) {
    slice rest = *s;
    if (date_digits_take(t, &rest, 2, value) == 2 && *value <= most) {
        *s = rest;
        return true;
    }
    return date_small_take(t, s, most, value);
}

bool date_clock_take(const struct role_table *t, slice *s) {
    slice rest = *s;
    int   part;
    if (clock_number_take(t, &rest, 24, &part) && role_take(t, &rest, DATE_HOUR) && clock_number_take(t, &rest, 59, &part) &&
        role_take(t, &rest, DATE_MINUTE)) {
        *s = rest;
        return true;
    }
    rest = *s; /* 6点20分, not 三点五五分 */
    if (s->len && (unsigned char)s->ptr[0] < 0x80 && date_digits_take(t, &rest, 2, &part) && part <= 24 &&
        role_take(t, &rest, DATE_OCLOCK) && date_digits_take(t, &rest, 2, &part) == 2 && part <= 59 &&
        role_take(t, &rest, DATE_MINUTE)) {
        *s = rest;
        return true;
    }
    rest = *s; /* 15:30 and 6:00, not the ratio 1:12 */
    size_t digits = date_digits_take(t, &rest, 2, &part);
    if (!digits || part > 24 || !role_take(t, &rest, DATE_COLON)) return false;
    if ((digits == 1 && rest.len && rest.ptr[0] != '0') || date_digits_take(t, &rest, 2, &part) != 2 || part > 59) return false;
    slice seconds = rest;
    if (role_take(t, &seconds, DATE_COLON) && date_digits_take(t, &seconds, 2, &part) == 2) rest = seconds;
    slice more = rest;
    if (role_take(t, &more, DATE_COLON) || date_digits_take(t, &more, 1, &part)) return false;
    *s = rest;
    return true;
}
