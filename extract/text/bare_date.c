/* Digits → the year or the date that they are: news-20240112.md is of 2024-01-12. Dates that are written out, 2024年1月12日,
 * are words/period.c's. */
#include "extract/text/bare_date.h"

#include "extract/base/banned.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2099 };

static size_t digits_at(slice s, size_t i) {
    size_t n = 0;
    while (i + n < s.len && ascii_digit(s.ptr[i + n])) n++;
    return n;
}

static bool is_year(int year) { return year >= FIRST_YEAR && year <= LAST_YEAR; }
static bool is_date(int year, int month, int day) {
    return is_year(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* 年报|2018-19, |2018/19: how many bytes of the text from `at` on say that the year goes on into the next; 0: none do. 2011-12
 * may be a month. */
static size_t next_year_at(slice text, size_t at, int year) {
    enum { MONTHS = 12 };
    bool joined = at < text.len && (text.ptr[at] == '-' || text.ptr[at] == '/');
    int  next = (year + 1) % 100;
    bool two = joined && next > MONTHS && digits_at(text, at + 1) == 2;
    return two && slice_int(slice_sub(text, at + 1, at + 3)) == next ? 3 : 0;
}

/* What the digits at a place are: a year, 0: none, and the next where it goes on into that; the bytes that say so. */
struct bare {
    int    first, last;
    size_t size;
};

static struct bare year_at(slice text, size_t i) {
    size_t digits = digits_at(text, i);
    int    year = digits == 4 ? slice_int(slice_sub(text, i, i + 4)) : 0;
    if (!is_year(year)) return (struct bare){.size = digits};
    size_t more = next_year_at(text, i + digits, year);
    return (struct bare){year, year + (more > 0), digits + more};
}

static size_t step_over(struct bare y) { return y.size ? y.size : 1; }

int bare_year(slice text) {
    int         found = 0;
    struct bare y;
    for (size_t i = 0; i < text.len; i += step_over(y)) {
        y = year_at(text, i);
        if (y.first) found = y.last;
        if (y.size == 0 && text.ptr[i] == '/') found = 0;
    }
    return found;
}

int bare_year_first(slice text) {
    struct bare y = {0};
    for (size_t i = 0; i < text.len && !y.first; i += step_over(y)) y = year_at(text, i);
    return y.first;
}

int bare_year_apart(slice text) {
    struct bare y;
    for (size_t i = 0; i < text.len; i += step_over(y)) {
        y = year_at(text, i);
        slice behind = slice_from(text, i + y.size);
        if (y.first &&
            (!behind.len || strchr(" :-", behind.ptr[0]) || ((unsigned char)behind.ptr[0] >= 0x80 && !starts_han(behind.ptr))))
            return y.last;
    }
    return 0;
}

int bare_year_of_number(slice text) {
    static const char *const opens[] = {"〔", "[", "［", "【", NULL}, *const closes[] = {"〕", "]", "］", "】", NULL};
    struct bare y;
    for (size_t i = 0; i < text.len; i += step_over(y)) {
        y = year_at(text, i);
        bool closed = slice_ends_any(slice_sub(text, 0, i), opens) && slice_starts_any(slice_from(text, i + y.size), closes);
        if (y.first && closed) return y.first;
    }
    return 0;
}

int bare_year_of_month(slice text) {
    enum { MONTH_DIGITS = 6, FIRST_CLEAR = 2013 /* 201207 may be 7 December 2020 */ };
    for (size_t i = 0, n; i < text.len; i += n ? n : 1) {
        if ((n = digits_at(text, i)) != MONTH_DIGITS) continue;
        int year = slice_int(slice_sub(text, i, i + 4)), month = slice_int(slice_sub(text, i + 4, i + 6));
        if (year >= FIRST_CLEAR && is_date(year, month, 1)) return year;
    }
    return 0;
}

slice file_name(slice path) {
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/') from--;
    return slice_from(path, from);
}

struct period bare_date(slice text) {
    for (size_t i = 0, n; i < text.len; i += n ? n : 1) {
        if ((n = digits_at(text, i)) != 8) continue;
        int year = slice_int(slice_sub(text, i, i + 4)), month = slice_int(slice_sub(text, i + 4, i + 6)),
            day = slice_int(slice_sub(text, i + 6, i + 8));
        if (is_date(year, month, day))
            return (struct period){.first_year = year, .last_year = year, .month = month, .last_month = month, .day = day};
    }
    return (struct period){0};
}

slice iso_date(slice text, struct arena *arena) {
    int    part[3] = {0, 0, 0};
    size_t at = 0, n = 0;
    for (; n < 3 && at < text.len; n++) {
        size_t from = at, most = n == 0 ? 4 : 2;
        while (at < text.len && at - from < most && ascii_digit(text.ptr[at])) at++;
        if (at == from) break;
        part[n] = slice_int(slice_sub(text, from, at));
        while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9') && text.ptr[at] != ' ' && text.ptr[at] != 'T') at++;
    }
    if (n < 3 || !is_date(part[0], part[1], part[2])) return arena_copy(arena, text);
    return arena_format(arena, "%04d-%02d-%02d", part[0], part[1], part[2]);
}
