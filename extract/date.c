/* Months, days and hours in numbers: 1至9月 are the months 1 to 9, 2月3日至6日 and 十二月二十三日 days of theirs. What letter
 * does what is told by rules/dates.tsv; what a month has of days, and a day of hours, is arithmetic. */
#include "extract/date.h"
#include "extract/headings.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

static const struct {
    const char *name;
    uint32_t    marks;
} roles[DATE_ROLES] = {
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
    {"学", 0},
    {"起", MARK_DATE_ON},
    {"前", MARK_DATE_ON},
    {"引号", MARK_DATE_ON},
    {"月间", 0},
    {"年间", 0},
};

/* The roles of a row and its digit; their marks are added to `*marks`. */
static bool row_read(uint32_t *value, uint32_t *marks, const char *path, int line, slice classes, slice number,
                     struct err *err) {
    slice class;
    int digit = number.len ? slice_int(number) : 0;
    if (digit < 0 || digit > 9)
        return err_set(err, ERR_RULE, path, line, 0, "%s is a digit, not %.*s", COLUMN_VALUE, SLICE_ARG(number));
    *value = (uint32_t)digit << DATE_VALUE;
    for (size_t at = 0, i; tsv_word(classes, &at, &class); *value |= 1u << i, *marks |= roles[i].marks) {
        for (i = 0; i < DATE_ROLES && !slice_equal(class, slice_of(roles[i].name));) i++;
        if (i == DATE_ROLES)
            return err_set(err, ERR_RULE, path, line, 0, "%s has no such word: %.*s", COLUMN_CLASS, SLICE_ARG(class));
    }
    return true;
}

/* A character by its letter, what is longer in a list. False when it has a row already. */
static bool word_add(struct date_table *t, struct alphabet *alphabet, slice word, uint32_t value, uint32_t marks,
                     struct arena *run) {
    size_t   size;
    uint32_t code = utf8_decode(word, &size), letter = alphabet_letter(alphabet, code, run);
    alphabet_mark(alphabet, code, marks, run);
    if (letter >= t->letter_room)
        t->roles = arena_grow(run, t->roles, t->letters, &t->letter_room, letter + 1, sizeof *t->roles);
    if (letter >= t->letters) t->letters = letter + 1;
    if (size == word.len) {
        bool is_new = !(t->roles[letter] & ~DATE_LONGER);
        t->roles[letter] |= value;
        if (value & DATE_DIGIT && (value >> DATE_VALUE == 1 || value >> DATE_VALUE == 2))
            ARENA_PUSH(run, t->openers, t->opener_count, t->opener_room, letter);
        return is_new;
    }
    t->roles[letter] |= DATE_LONGER;
    for (size_t i = 0; i < t->count; i++)
        if (slice_equal(t->words[i].text, word)) return false;
    ARENA_PUSH(run, t->words, t->count, t->room, ((struct date_word){word, value}));
    return true;
}

bool dates_load(struct date_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    struct tsv         table;
    struct date_table *t = *out = arena_new(run, sizeof *t);
    int                text, class, number;
    t->alphabet = alphabet;
    if (!tsv_load(&table, path, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_CLASS, &class}, {COLUMN_VALUE, &number}))
        return false;
    for (uint32_t digit = '0'; digit <= '9'; digit++) alphabet_mark(alphabet, digit, roles[0].marks, run);
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        uint32_t              value = 0, marks = 0;
        slice                 word;
        if (!row_read(&value, &marks, path, row->line, tsv_cell(row, class), tsv_cell(row, number), err)) return false;
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &word);)
            if (!word_add(t, alphabet, word, value, marks, run))
                return err_set(err, ERR_RULE, path, row->line, 0, "%.*s has a row already", SLICE_ARG(word));
    }
    return true;
}

uint32_t date_longer(const struct date_table *t, slice s, size_t *size) {
    for (size_t i = 0; i < t->count; i++)
        if (slice_starts(s, t->words[i].text)) return *size = t->words[i].text.len, t->words[i].roles;
    return t->roles[letter_of(t->alphabet, utf8_at(s.ptr, size))];
}

/* ---- numbers ---- */

size_t date_digits_take(const struct date_table *t, slice *s, size_t most, int *value) {
    const char *p = s->ptr, *end = p + s->len;
    size_t      count = 0, size;
    int         sum = 0;
    for (unsigned digit; count < most && p < end && (digit = (unsigned char)*p - (unsigned)'0') < 10; count++, p++)
        sum = sum * 10 + (int)digit;
    if (count == 0 && p < end && (unsigned char)*p >= 0x80)
        for (uint32_t found; count < most && (found = date_roles(t, (slice){p, (size_t)(end - p)}, &size)) & DATE_DIGIT;
             count++, p += size)
            sum = sum * 10 + (int)(found >> DATE_VALUE);
    *value = sum;
    *s = (slice){p, (size_t)(end - p)};
    return count;
}

bool date_small_take(const struct date_table *t, slice *s, int most, int *value) {
    slice  rest = *s;
    int    head = 0, tail = 0;
    size_t digits = date_digits_take(t, &rest, 2, &head);
    if ((digits == 0 || (digits == 1 && (unsigned char)s->ptr[0] > '9')) && date_take(t, &rest, DATE_TEN)) {
        head = (digits ? head : 1) * 10;
        if (date_digits_take(t, &rest, 1, &tail)) head += tail;
    }
    if (head < 1 || head > most) return false;
    *s = rest;
    *value = head;
    return true;
}

bool date_year_take(const struct date_table *t, slice *s, int *year) {
    slice rest = *s;
    if (date_digits_take(t, &rest, 5, year) != 4 || *year < 1000 || *year > 2999) return false;
    *s = rest;
    return true;
}

bool date_to_take(const struct date_table *t, slice *s) {
    if (!date_take(t, s, DATE_TO)) return false;
    while (date_take(t, s, DATE_TO_MORE)) {
    }
    return true;
}

/* ---- months and days ---- */

static bool day_take(const struct date_table *t, slice *s, int *day) {
    slice rest = *s;
    if (!date_small_take(t, &rest, 31, day) || !date_take(t, &rest, DATE_DAY)) return false;
    *s = rest;
    return true;
}

/* 2月3日至6日, 1月26日—3月5日: the days from one to another are of their months. */
static void last_day_take(const struct date_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   month, day;
    if (!date_to_take(t, &rest)) return;
    slice days = rest;
    bool  named = date_small_take(t, &rest, 12, &month) && date_take(t, &rest, DATE_MONTH);
    if (!named) month = p->month, rest = days;
    if (!day_take(t, &rest, &day)) return;
    p->last_month = month;
    p->day = 0;
    *s = rest;
}

bool date_months_take(const struct date_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   first, last;
    if (!date_small_take(t, &rest, 12, &first)) return false;
    bool  marked = date_take(t, &rest, DATE_MONTH);
    slice second = rest;
    bool  joined = !marked || date_roles(t, rest, &(size_t){0}) & DATE_MONTHS;
    if (joined && date_to_take(t, &second) && date_small_take(t, &second, 12, &last) && date_take(t, &second, DATE_MONTH)) {
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
    (void)date_take(t, &rest, DATE_OF_MONTH);
    *s = rest;
    return true;
}

bool date_month_and_day_take(const struct date_table *t, slice *s, struct period *p) {
    slice rest = *s;
    int   month, day;
    if (!date_take(t, &rest, DATE_POINT) || !date_small_take(t, &rest, 12, &month) || !date_take(t, &rest, DATE_POINT) ||
        !date_small_take(t, &rest, 31, &day))
        return false;
    p->month = p->last_month = month;
    p->day = day;
    *s = rest;
    return true;
}

/* ---- hours ---- */

/* 1 to 24 or 0 to 59 of a clock, in digits or Han: 07, 9, 九, 三十. */
static bool clock_number_take(const struct date_table *t, slice *s, int most, int *value) {
    slice rest = *s;
    if (date_digits_take(t, &rest, 2, value) == 2 && *value <= most) {
        *s = rest;
        return true;
    }
    return date_small_take(t, s, most, value);
}

bool date_clock_take(const struct date_table *t, slice *s) {
    slice rest = *s;
    int   part;
    if (clock_number_take(t, &rest, 24, &part) && date_take(t, &rest, DATE_HOUR) && clock_number_take(t, &rest, 59, &part) &&
        date_take(t, &rest, DATE_MINUTE)) {
        *s = rest;
        return true;
    }
    rest = *s;
    if (date_digits_take(t, &rest, 2, &part) != 2 || part > 23 || !date_take(t, &rest, DATE_COLON) ||
        date_digits_take(t, &rest, 2, &part) != 2 || part > 59)
        return false;
    slice seconds = rest;
    if (date_take(t, &seconds, DATE_COLON) && date_digits_take(t, &seconds, 2, &part) == 2) rest = seconds;
    slice more = rest;
    if (date_take(t, &more, DATE_COLON) || date_digits_take(t, &more, 1, &part)) return false;
    *s = rest;
    return true;
}
