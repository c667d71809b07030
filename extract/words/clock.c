/* 下午3点20分 becomes T15:20, 三点一刻 T03:15, 差五分八点 T07:55, 15:30:05 itself. A bare 三点 is left alone (it may be a third
 * point), and so is 三点五 (a decimal) and 1:12 (a ratio); 下午三点 and 8:05 tell the time. */
#include "extract/words/clock.h"
#include "extract/words/lexicon.h"

#include <limits.h>

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

enum clock_class {
    CLOCK_DAYTIME,
    CLOCK_HOUR,
    CLOCK_FORMAL,
    CLOCK_PAST,
    CLOCK_MINUTE,
    CLOCK_SECOND,
    CLOCK_ZERO,
    CLOCK_SHORT,
    CLOCK_UNTIL,
    CLOCK_COLON,
    CLOCK_CLASSES
};

static const char *const class_words[CLOCK_CLASSES] = {"时段", "点", "时", "又", "分", "秒", "零", "差", "至", "冒号"};

struct clock_word {
    enum clock_class class;
    int value;  /* minutes past the hour; of a daytime: hours below it are of the afternoon */
    int twelve; /* of a daytime: what its 十二点 is */
};
struct clock_table {
    const struct alphabet *alphabet;
    struct trie            trie; /* values are indexes of words, plus one */
    struct clock_word     *words;
    size_t                 count, room;
};

/* What is read of a time. */
struct clock {
    const struct clock_table   *t;
    const struct numeral_table *numerals;
    slice                       rest;
    int                         part[3], count;
    int                         short_of; /* 差五分: minutes before the hour */
};

static bool row_take(struct clock_word *out, const struct tsv *file, const struct tsv_row *row, struct err *err) {
    slice class = tsv_cell(row, tsv_column(file, COLUMN_CLASS)), value = tsv_cell(row, tsv_column(file, COLUMN_VALUE)),
          twelve = tsv_cell(row, tsv_column(file, COLUMN_MIDNIGHT));
    int at = name_index(class_words, CLOCK_CLASSES, class);
    if (at < 0) return tsv_unknown(file, row, COLUMN_CLASS, class, err);
    *out = (struct clock_word){(enum clock_class)at, value.len ? slice_int(value) : 0, twelve.len ? slice_int(twelve) : 0};
    if (out->value < 0 || out->value > 59 || out->twelve < 0 || out->twelve > 24)
        return err_set(err, ERR_RULE, file->path, row->line, 0, "%s and %s are hours and minutes", COLUMN_VALUE,
                       COLUMN_MIDNIGHT);
    return true;
}

bool clock_load(struct clock_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    struct tsv          file;
    struct clock_table *t = *out = arena_new(run, sizeof *t);
    struct trie_entry  *entries = NULL;
    size_t              count = 0, room = 0;
    if (!tsv_load(&file, path, run, err)) return false;
    for (size_t i = 0; i < file.rows; i++) {
        struct clock_word word;
        slice             cell = tsv_cell(&file.row[i], tsv_column(&file, COLUMN_TEXT)), text;
        if (!row_take(&word, &file, &file.row[i], err)) return false;
        ARENA_PUSH(run, t->words, t->count, t->room, word);
        for (size_t at = 0; tsv_word(cell, &at, &text);) {
            struct trie_entry entry = {text, (uint32_t)t->count};
            ARENA_PUSH(run, entries, count, room, entry);
            uint32_t first = utf8_decode(entry.key, &(size_t){0});
            bool     hour = word.class == CLOCK_HOUR || word.class == CLOCK_FORMAL || word.class == CLOCK_COLON;
            if (word.class == CLOCK_DAYTIME || word.class == CLOCK_SHORT) alphabet_mark(alphabet, first, MARK_DAYTIME, run);
            if (hour) alphabet_mark(alphabet, first, MARK_HOUR, run);
        }
    }
    t->alphabet = alphabet;
    trie_build(&t->trie, alphabet, entries, count, run);
    return true;
}

/* The longest word at the start of `text`, when it is of `class`; its bytes in `*size`. */
static const struct clock_word *word_at(const struct clock_table *t, slice text, enum clock_class class, size_t *size) {
    uint32_t found = trie_longest(&t->trie, t->alphabet, text, size);
    return found && t->words[found - 1].class == class ? &t->words[found - 1] : NULL;
}

static const struct clock_word *take(struct clock *c, enum clock_class class) {
    size_t                   size;
    const struct clock_word *word = word_at(c->t, c->rest, class, &size);
    if (word) c->rest = slice_from(c->rest, size);
    return word;
}

/* A whole number, at most `most`, into part[i]. At 三点 it ends before 点, for 三点五 is a number too. */
static bool number_take(struct clock *c, int i, int most) {
    struct numeral n;
    size_t         size, end = 0;
    slice          rest = c->rest;
    while (take(c, CLOCK_ZERO) && c->rest.len) rest = c->rest;
    while (end < rest.len && end < 12 &&
           !(marks_at(c->t->alphabet, rest, end) & MARK_HOUR && word_at(c->t, slice_from(rest, end), CLOCK_HOUR, &size)))
        end = utf8_next(rest, end);
    size = numeral_scan_text(c->numerals, end < rest.len ? slice_sub(rest, 0, end) : rest, &n);
    if (size == 0 || !n.value.present || n.value.exponent || n.value.negative || n.value.coefficient > (unsigned)most ||
        n.qualifier != QUALIFIER_EXACT || (n.form != NUMERAL_DIGITS && n.form != NUMERAL_HAN))
        return false;
    c->rest = slice_from(rest, size);
    c->part[i] = (int)n.value.coefficient;
    return true;
}

/* 15:30 and 15:30:05: two digits behind each colon. */
static bool colons_take(struct clock *c) {
    slice rest = c->rest;
    for (c->count = 0; c->count < 3; c->count++) {
        size_t digits = 0, colon;
        int   *part = &c->part[c->count];
        if (c->count && !word_at(c->t, rest, CLOCK_COLON, &colon)) break;
        if (c->count) rest = slice_from(rest, colon);
        for (*part = 0; digits < rest.len && ascii_digit(rest.ptr[digits]) && digits < 3; digits++)
            *part = *part * 10 + rest.ptr[digits] - '0';
        if (digits == 0 || digits > 2 || (c->count && digits != 2) || *part > (c->count ? 59 : 24)) return false;
        rest = slice_from(rest, digits);
    }
    if (c->count < 2) return false;
    c->rest = rest;
    return true;
}

/* 差五分, 差一刻. */
static bool short_take(struct clock *c) {
    slice                    rest = c->rest;
    const struct clock_word *past;
    if (!take(c, CLOCK_SHORT)) return false;
    c->short_of = 0;
    if ((past = take(c, CLOCK_PAST)))
        c->short_of = past->value;
    else if (number_take(c, 1, 59) && take(c, CLOCK_MINUTE))
        c->short_of = c->part[1];
    if (c->short_of == 0) c->rest = rest;
    return c->short_of > 0;
}

/* Behind 点 or, where minutes must follow, 时: 半, 一刻, 20分, 20分30秒, 钟, 整; nothing or 30 alone only behind a daytime:
 * 晚上8点30. */
static bool minutes_take(struct clock *c, bool named) {
    slice                    hour = c->rest, minute;
    const struct clock_word *past = take(c, CLOCK_PAST);
    c->count = 2;
    c->part[1] = past ? past->value : 0;
    if (past) return true;
    if (!number_take(c, 1, 59)) {
        c->rest = hour;
        return named;
    }
    bool one = c->rest.ptr - hour.ptr == 3 && c->part[1] < 10; /* 九点五分 is a mark, 九点零五分 and 9点5分 are times */
    if (!take(c, CLOCK_MINUTE) || (one && !named)) return named;
    minute = c->rest;
    if (number_take(c, 2, 59) && take(c, CLOCK_SECOND))
        c->count = 3;
    else
        c->rest = minute;
    return true;
}

/* 差五分八点 and 八点差五分, else the hour and its minutes. */
static bool words_take(struct clock *c, bool named) {
    bool before = short_take(c);
    if (before) take(c, CLOCK_UNTIL);
    if (!number_take(c, 0, 24)) return false;
    if (before) c->count = 2, c->part[1] = 0;
    if (before) return take(c, CLOCK_HOUR);
    slice hour = c->rest;
    if (take(c, CLOCK_HOUR) && short_take(c)) return c->count = 2, c->part[1] = 0, true;
    c->rest = hour;
    return take(c, CLOCK_HOUR) ? minutes_take(c, named) : take(c, CLOCK_FORMAL) && minutes_take(c, named);
}

/* 8:30 is a time where —17:30 follows, 1:10 none where —1:12 does. */
static bool span_follows(const struct clock *c) {
    struct clock until = *c;
    return take(&until, CLOCK_UNTIL) && colons_take(&until) && until.part[0] > c->part[0];
}

size_t clock_scan(const struct clock_table *table, const struct numeral_table *numerals, slice text, char out[CLOCK_TEXT],
                  size_t *length) {
    struct clock             c = {.t = table, .numerals = numerals, .rest = text};
    const struct clock_word *daytime = take(&c, CLOCK_DAYTIME);
    slice                    start = c.rest;
    if (c.rest.len == 0 || (!colons_take(&c) && !words_take(&c, daytime))) return 0;
    bool colons = start.len > 1 && start.ptr[1] == ':';
    bool ratio =
        (colons && start.ptr[2] != '0' && !span_follows(&c)) || (c.rest.len && c.rest.ptr[0] == ':'); /* 1:12 and 11:20:3 */
    if (!daytime && ratio) return 0;
    if (daytime && c.part[0] == 12)
        c.part[0] = daytime->twelve;
    else if (daytime && c.part[0] < daytime->value)
        c.part[0] += 12;
    if (c.short_of) c.part[0] = (c.part[0] + 23) % 24, c.part[1] = 60 - c.short_of;
    int n = c.count == 3 ? snprintf(out, CLOCK_TEXT, "T%02d:%02d:%02d", c.part[0] % 100, c.part[1] % 100, c.part[2] % 100)
                         : snprintf(out, CLOCK_TEXT, "T%02d:%02d", c.part[0] % 100, c.part[1] % 100);
    *length = n > 0 ? (size_t)n : 0;
    return (size_t)(c.rest.ptr - text.ptr);
}

/* Reads 10点, 八点半, 8点20分 off the start of what is left. */
static bool hour_take(struct clock *c) {
    if (!number_take(c, 0, 24) || !take(c, CLOCK_HOUR)) return false;
    slice hour = c->rest;
    if (!take(c, CLOCK_PAST) && !(number_take(c, 1, 59) && take(c, CLOCK_MINUTE))) c->rest = hour;
    return true;
}

/* 10点|12人: a count behind an hour, for 10点12 counts nothing; 3点至5点建议 are points. */
static bool count_follows(const struct clock *c) {
    struct clock count = *c;
    return number_take(&count, 1, INT_MAX);
}

/* 8点|至10点12人: does an hour follow that it lasts until? */
static bool hour_follows(const struct clock *c) {
    struct clock until = *c;
    if (!take(&until, CLOCK_UNTIL)) return false;
    take(&until, CLOCK_DAYTIME);
    return hour_take(&until) && count_follows(&until);
}

/* 8点至|10点|12人, 8点半到|10点|12人: does an hour stand before that it began at? */
static bool follows_hour(const struct clock *c, slice before) {
    enum { LONGEST_HOUR = 6, LONGEST_UNTIL = 2 }; /* characters: 二十三点一刻 */
    slice near = utf8_tail(before, LONGEST_HOUR + LONGEST_UNTIL);
    for (size_t at = 0; at < near.len; at = utf8_next(near, at)) {
        struct clock from = *c;
        from.rest = slice_from(near, at);
        if (hour_take(&from) && take(&from, CLOCK_UNTIL) && !from.rest.len) return true;
    }
    return false;
}

size_t clock_hour(const struct clock_table *table, const struct numeral_table *numerals, slice before, slice text, bool dated) {
    enum { LONGEST_DAYTIME = 2 }; /* characters: 上午 */
    struct clock c = {.t = table, .numerals = numerals, .rest = text};
    slice        daytime = utf8_tail(before, LONGEST_DAYTIME);
    bool         told = dated || word_at(table, daytime, CLOCK_DAYTIME, &(size_t){0});
    if (colons_take(&c)) {
        told |= span_follows(&c) || (!before.len && slice_starts(c.rest, SLICE_LIT("，")));
        return told ? (size_t)(c.rest.ptr - text.ptr) : 0;
    }
    if (!hour_take(&c) || (!told && !hour_follows(&c) && !(count_follows(&c) && follows_hour(&c, before)))) return 0;
    return (size_t)(c.rest.ptr - text.ptr);
}
