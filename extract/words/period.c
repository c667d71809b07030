/* Dates and periods are read by hand: 2016—2020年, 二〇二四年上半年; words such as 去年 and “十三五”期间 are rows of
 * rules/periods.tsv, and what stands in numbers, 1至9月, is date.h's. Lengths of time (5年, 三个月) are quantities and not its
 * business. */
#include "extract/words/date.h"
#include "extract/words/mark.h"
#include "extract/words/period_table.h"

#include "extract/base/banned.h"

bool year_word_before(const struct period_table *t, enum year_word word, slice before) {
    for (size_t i = 0; i < t->beside[word].count; i++)
        if (slice_ends(before, t->beside[word].items[i])) return true;
    return false;
}

/* Bytes of such a word at the start of `text`; 0: it starts with none. */
static size_t year_word_size(const struct period_table *t, enum year_word word, slice text) {
    for (size_t i = 0; i < t->beside[word].count; i++)
        if (slice_starts(text, t->beside[word].items[i])) return t->beside[word].items[i].len;
    return 0;
}

bool year_word_behind(const struct period_table *t, enum year_word word, slice behind) {
    return year_word_size(t, word, behind) > 0;
}

bool year_word_opens(const struct period_table *t, enum year_word word, slice text) {
    for (size_t lead; (lead = year_word_size(t, YEAR_LEAD, text)) > 0;) text = slice_from(text, lead);
    return year_word_behind(t, word, text);
}

bool year_is_compared(const struct period_table *t, slice before, slice behind) {
    if (year_word_before(t, YEAR_THAN, before)) return true;
    if (!year_word_before(t, YEAR_WITH, before)) return false; /* most */
    size_t comma = slice_find(behind, SLICE_LIT("，"), 0);
    behind.len = comma < behind.len ? comma : behind.len;
    for (size_t i = 0; i < t->beside[YEAR_LIKE].count; i++)
        if (slice_has(behind, t->beside[YEAR_LIKE].items[i])) return true;
    return false;
}

bool period_joins(const struct period_table *t, slice before) {
    size_t size = before.len ? utf8_size_before(before, before.len) : 0;
    return size && roles_at(t->dates, slice_from(before, before.len - size), &size) & DATE_TO;
}

enum { MOST_WORDS = 8 }; /* words that start at one place */

/* The longest word at the start of `text`, of those that name a part of a year when `part`; NULL when there is none. */
static const struct period_word *word_at(const struct period_table *t, slice text, bool part) {
    struct trie_hit hits[MOST_WORDS];
    for (size_t i = trie_hits(&t->trie, t->alphabet, text, hits, MOST_WORDS); i-- > 0;) {
        const struct period_word *word = &t->words[hits[i].value - 1];
        if (part ? period_names_part(&word->means) : !word->means.behind) return word;
    }
    return NULL;
}

static bool take_part(const struct period_table *t, slice *s, struct period *p) {
    slice    rest = *s;
    size_t   size;
    uint32_t roles = roles_at(t->dates, rest, &size);
    if (roles & (DATE_END | DATE_START | DATE_OF_YEAR)) {
        if (roles & DATE_END) p->end = true;
        if (roles & DATE_START) p->start = true;
        rest = slice_from(rest, size);
    } else if (!date_months_take(t->dates, &rest, p)) {
        const struct period_word *word = word_at(t, rest, true);
        if (!word) return false;
        p->half = word->means.half;
        p->quarter = word->means.quarter;
        p->last_quarter = word->means.last_quarter;
        p->month = word->means.month;
        p->last_month = word->means.last_month;
        p->end = word->means.end;
        p->start = word->means.start;
        rest = slice_from(rest, word->text.len);
    }
    *s = rest;
    return true;
}

/* “十一五”前四年: the first years of a span end it earlier. */
static bool take_first_years(const struct role_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   years;
    (void)role_take(t, &rest, DATE_QUOTE);
    if (p->first_year == p->last_year || !role_take(t, &rest, DATE_FIRST)) return false;
    if (role_take(t, &rest, DATE_TWO))
        years = 2;
    else if (!date_small_take(t, &rest, p->last_year - p->first_year, &years))
        return false;
    if (!role_take(t, &rest, DATE_YEAR)) return false;
    p->last_year = p->first_year + years - 1;
    period_name_year(p);
    *s = rest;
    return true;
}

/* 年, 学年, 财政年; `school`: one of the latter. */
static bool take_year_word(const struct role_table *t, slice *s, bool *school) {
    slice rest = *s;
    *school = role_take(t, &rest, DATE_SCHOOL);
    if (!role_take(t, &rest, DATE_YEAR)) return false;
    *s = rest;
    return true;
}

/* The year behind the first of a span, 2020年 of 2016—2020年 or 20年 of 2016-20年; false when there is none. */
static bool take_last_year(const struct role_table *t, slice *s, struct period *p, bool marked) {
    slice two = *s, four;
    int   last;
    bool  school;
    if (!date_to_take(t, &two)) return false;
    four = two;
    if (date_year_take(t, &four, &last) && take_year_word(t, &four, &school))
        two = four;
    else if (marked || date_digits_take(t, &two, 2, &last) != 2 || !take_year_word(t, &two, &school))
        return false;
    bool short_form = last < 100;
    if (short_form) last += p->first_year / 100 * 100;
    if (last <= p->first_year) return false;
    p->last_year = last;
    bool one = school || (short_form && roles_at(t, two, &(size_t){0}) & DATE_OF_YEAR); /* 2023—2024学年, 2018-19年|度 */
    p->fiscal = one && last == p->first_year + 1;
    *s = two;
    return true;
}

/* /15 or -15 behind 2014 */
static bool take_next_year(const struct role_table *t, slice *s, int year) {
    slice rest = *s;
    int   next;
    if (!(role_take(t, &rest, DATE_YEARS) || role_take(t, &rest, DATE_TO)) || date_digits_take(t, &rest, 2, &next) != 2 ||
        next != (year + 1) % 100)
        return false;
    *s = rest;
    return true;
}

/* 至2017-18年度 behind 2015-16, with or without 年度 */
static bool take_last_fiscal_year(const struct role_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   last;
    if (!date_to_take(t, &rest) || !date_year_take(t, &rest, &last) || last <= p->first_year || !take_next_year(t, &rest, last))
        return false;
    if (take_year_word(t, &rest, &(bool){0})) (void)role_take(t, &rest, DATE_OF_YEAR);
    p->last_year = last + 1;
    *s = rest;
    return true;
}

/* 2014/15學年, 2015-16至2017-18, 2024/25年度至2028/29年度 */
static bool take_fiscal_year(const struct role_table *t, slice *s, struct period *p) {
    slice rest = *s;
    if (!take_next_year(t, &rest, p->first_year)) return false;
    slice behind = rest;
    bool  school = role_take(t, &behind, DATE_SCHOOL);
    bool  whole = role_take(t, &behind, DATE_YEAR) && (role_take(t, &behind, DATE_OF_YEAR) || school);
    if (whole) rest = behind;
    if (!take_last_fiscal_year(t, &rest, p)) {
        if (!whole) return false;
        p->last_year = p->first_year + 1;
        p->fiscal = true;
    }
    *s = rest;
    return true;
}

static bool date_goes_on(const struct period_table *t, slice s) { return marks_at(t->alphabet, s, 0) & MARK_DATE_ON; }

/* 代 behind 1990年, 2000年: not 代 of 2010年代建工程, a word of its own. */
static bool take_decade(const struct period_table *t, slice *s, struct period *p) {
    slice rest = *s;
    if (p->first_year % 10 || !role_take(t->dates, &rest, DATE_DECADE)) return false;
    size_t size;
    if (rest.len && starts_han(rest.ptr) && !(roles_at(t->dates, rest, &size) & (DATE_END | DATE_START | DATE_TO)))
        return false;
    p->last_year = p->first_year + 9;
    *s = rest;
    return true;
}

/* 年, 年末, —2020年上半年, .05.01: what stands behind the year that is read. */
static bool take_behind_year(const struct period_table *t, slice *s, struct period *p) {
    p->last_year = p->first_year;
    bool marked = take_year_word(t->dates, s, &(bool){0});
    if (!marked || date_goes_on(t, *s)) {
        p->ends = marked && take_last_year(t->dates, s, p, marked);
        marked |= take_last_year(t->dates, s, p, marked) || (!marked && take_fiscal_year(t->dates, s, p));
        if (marked) {
            if (p->first_year != p->last_year || !take_decade(t, s, p)) (void)take_part(t, s, p);
            p->since = role_take(t->dates, s, DATE_SINCE);
        } else if (!date_month_and_day_take(t->dates, s, p)) {
            return false;
        }
    }
    period_name_year(p);
    return true;
}

/* 年5月 behind 23: a year of the report's century. 23年 alone, and 23年5个月, last so long. */
static bool take_short_year(const struct period_table *t, slice *s, int year, struct period *p) {
    slice rest = *s;
    if (!role_take(t->dates, &rest, DATE_YEAR) || !date_months_take(t->dates, &rest, p)) return false;
    p->first_year = p->last_year = year;
    p->century = true;
    *s = rest;
    return true;
}

/* 2016—2020年, 1至9月, 8:05: a date in digits. What stands behind its first number tells nearly all that are none. */
static size_t date_scan(const struct period_table *t, slice text, struct period *out) {
    slice  s = text;
    int    number, more;
    size_t digits = date_digits_take(t->dates, &s, 5, &number);
    *out = (struct period){0};
    if (digits == 4 && number >= 1000 && number <= 2999) {
        out->first_year = number;
        if (take_behind_year(t, &s, out)) return (size_t)(s.ptr - text.ptr);
        *out = (struct period){0};
        return 0;
    }
    uint32_t behind = marks_at(t->alphabet, s, 0);
    if (digits == 2 && behind & MARK_YEAR_BEHIND && take_short_year(t, &s, number, out)) return (size_t)(s.ptr - text.ptr);
    if (digits < 2 && behind & MARK_DATE_DIGIT && role_take(t->dates, &s, DATE_TEN)) { /* 二十三时 */
        (void)date_digits_take(t->dates, &s, 1, &more);
        behind = marks_at(t->alphabet, s, 0);
    }
    if (digits > 2 || !(behind & MARK_MONTH_BEHIND)) return 0;
    s = text;
    if (!date_months_take(t->dates, &s, out) && !date_clock_take(t->dates, &s)) return 0;
    if (out->day) (void)role_take(t->dates, &s, DATE_SINCE); /* 自3月1日起月薪调至2万元 */
    return (size_t)(s.ptr - text.ptr);
}

/* 113年 of 民国113年 counts from the year before the first of the era. False where no such year stands there. */
static bool take_long_era_year(const struct period_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   number;
    if (date_digits_take(t->dates, &rest, 4, &number) != 3 || !role_take(t->dates, &rest, DATE_YEAR)) return false;
    p->first_year = p->last_year = p->first_year + number;
    period_name_year(p);
    *s = rest;
    return true;
}

/* 民国|三十八年 */
static bool take_era_year(const struct period_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   number;
    if (!date_small_take(t->dates, &rest, 99, &number) || !role_take(t->dates, &rest, DATE_YEAR))
        return take_long_era_year(t, s, p);
    p->first_year = p->last_year = p->first_year + number;
    period_name_year(p);
    *s = rest;
    return true;
}

/* 2, 两, 十五 */
static bool take_count(const struct role_table *t, slice *s, int *count) {
    enum { MOST_YEARS = 50 };
    if (!role_take(t, s, DATE_TWO)) return date_small_take(t, s, MOST_YEARS, count);
    *count = 2;
    return true;
}

/* 未来|五年, 未来|三至四年: years 1 to 5 and 1 to 4 of a plan. */
static bool take_years_ahead(const struct period_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   first, last;
    if (!take_count(t->dates, &rest, &first)) return false;
    last = first;
    if (date_to_take(t->dates, &rest) && !take_count(t->dates, &rest, &last)) return false;
    if (last < first || !role_take(t->dates, &rest, DATE_YEAR)) return false;
    p->first_year = 1;
    p->last_year = last;
    *s = rest;
    return true;
}

/* 年, 年底, 年第2季起: what stands behind a word that tells a year. */
static size_t behind_word(const struct period_table *t, slice text, slice s, struct period *out) {
    if (!date_goes_on(t, s)) return (size_t)(s.ptr - text.ptr);
    if (out->relative || out->last_year) (void)(take_first_years(t->dates, &s, out) || take_part(t, &s, out));
    out->since = !out->frame && role_take(t->dates, &s, DATE_SINCE); /* 全年|起降航班 */
    return (size_t)(s.ptr - text.ptr);
}

static size_t word_scan(const struct period_table *t, slice text, struct period *out) {
    const struct period_word *word = word_at(t, text, false);
    *out = (struct period){0};
    if (!word) return 0;
    *out = word->means;
    slice s = slice_from(text, word->text.len);
    if (out->era && !take_era_year(t, &s, out)) return 0;
    if (out->ahead) return take_years_ahead(t, &s, out) ? (size_t)(s.ptr - text.ptr) : 0;
    return behind_word(t, text, s, out);
}

size_t period_scan_era(const struct period_table *t, slice text, struct period *out) {
    slice s = text;
    if (!t->era) return 0;
    *out = t->words[t->era - 1].means;
    return take_long_era_year(t, &s, out) ? behind_word(t, text, s, out) : 0;
}

/* The next character from `at` on that has one of these marks; the end of the text: none has. */
static size_t next_marked(const struct alphabet *a, slice text, size_t at, uint32_t marks) {
    for (size_t size; at < text.len; at += size) {
        const bool     han = starts_han(text.ptr + at);
        const uint32_t letter = han ? letter_of_han(a, text.ptr + at) : letter_of(a, utf8_at(text.ptr + at, &size));
        if (han) size = HAN;
        if (a->marks[letter] & marks) return at;
    }
    return at;
}

int period_era_year(const struct period_table *t, slice text, bool dated) {
    struct period p;
    int           number;
    enum { MOST_DIGITS = 9, YEAR_ALONE = 3 + HAN };
    for (size_t at = 0; (at = next_marked(t->alphabet, text, at, MARK_DATE_DIGIT)) < text.len;) {
        slice  rest = slice_from(text, at);
        size_t digits = date_digits_take(t->dates, &rest, MOST_DIGITS, &number);
        if (digits && period_scan_era(t, slice_from(text, at), &p) > (dated ? YEAR_ALONE : 0)) return p.last_year;
        at = digits ? text.len - rest.len : utf8_next(text, at);
    }
    return 0;
}

size_t period_scan(const struct period_table *t, slice text, struct period *out) {
    uint32_t marks = marks_at(t->alphabet, text, 0);
    size_t   date = marks & MARK_DATE_DIGIT ? date_scan(t, text, out) : 0;
    return date ? date : marks & MARK_PERIOD ? word_scan(t, text, out) : 0;
}

/* How many digits of a date the letters begin with; of more than four, which none has: five or more. */
static size_t date_digits(const uint32_t *marks, const uint16_t *letters) {
    size_t count = 1;
    if (letters[0] < 0x80) return letters_digits(letters);
    while (count < 5 && marks[letters[count]] & MARK_DATE_DIGIT) count++;
    return count;
}

/* The four digits of a year end before 年, a dash, a point or a stroke; fewer before 月, 时 or a dash. */
bool period_may_start(const struct period_table *t, const struct spelling *s, size_t i) {
    const uint32_t *marks = t->alphabet->marks;
    const uint16_t *letters = s->letters + i;
    size_t          size;
    if (marks[letters[0]] & MARK_DATE_DIGIT) {
        size_t digits = date_digits(marks, letters);
        if (digits < 5 && marks[letters[digits]] & (digits == 4 ? MARK_YEAR_BEHIND : MARK_MONTH_BEHIND)) return true;
        bool years = digits == 2 && letters[2] < t->dates->letters && t->dates->roles[letters[2]] & DATE_YEAR;
        if (years && marks[letters[3]] & MARK_DATE_DIGIT) return true; /* 23年5月 */
    }
    return marks[letters[0]] & MARK_PERIOD && trie_longest_spelt(&t->trie, s->letters + i, &size);
}

bool period_year_stands(const struct period_table *t, slice text) { return role_take(t->dates, &text, DATE_YEAR); }

int period_years_ahead(const struct period_table *t, slice text) {
    for (size_t at = 0; at < text.len; at = utf8_next(text, at)) {
        struct period p;
        if (marks_at(t->alphabet, text, at) & MARK_PERIOD && word_scan(t, slice_from(text, at), &p) && p.ahead)
            return p.last_year;
    }
    return 0;
}

size_t period_next(const struct period_table *t, slice text, size_t *at, struct period *p) {
    const uint32_t starts = MARK_DATE_DIGIT | MARK_PERIOD;
    for (size_t size; (*at = next_marked(t->alphabet, text, *at, starts)) < text.len; *at = utf8_next(text, *at))
        if ((size = period_scan(t, slice_from(text, *at), p))) {
            *at += size;
            return size;
        }
    return 0;
}

/* 过去|五年, 五年|来的工作: the years counted at the start of `s` are over; 0: no years, or too many for a term. */
static int years_over(const struct period_table *t, slice before, slice s, int count) {
    enum { SHORTEST = 2, LONGEST = 10 };
    if (count < SHORTEST || count > LONGEST || !role_take(t->dates, &s, DATE_YEAR)) return 0;
    return year_word_before(t, YEAR_PAST, before) || year_word_behind(t, YEAR_TERM, s) ? count : 0;
}

int period_years_back(const struct period_table *t, slice text) {
    for (size_t at = 0; at < text.len;) {
        slice s = slice_from(text, at);
        int   count;
        if (!take_count(t->dates, &s, &count)) {
            at = utf8_next(text, at);
            continue;
        }
        bool one = count == 1 && period_year_stands(t, s); /* 过去一年和五年工作回顾 is of both */
        int  years = years_over(t, slice_sub(text, 0, at), s, count);
        if (one || years) return years;
        at = text.len - s.len;
    }
    return 0;
}

const struct scan_set *period_years(const struct period_table *t) { return &t->years; }

bool period_names_year(const struct period_table *t, slice text) {
    int year;
    if (date_year_take(t->dates, &text, &year)) return true;
    const struct period_word *word = word_at(t, text, false);
    return word && word->means.last_year;
}
