/* Headings → what they open: 2023年工作回顾 has a word of a review and names a year. Which line is a heading, and what it means
 * for the figures below it, is context.c's. */
#include "extract/text/outline.h"

#include "extract/base/tsv.h"
#include "extract/text/paragraph.h"
#include "extract/words/headings.h"
#include "extract/words/lexicon.h"

#include "extract/base/banned.h"

#define WORD(name, word, ...) word,
static const char *const place_words[] = {SECTION_PLACE_WORDS(WORD)};
#undef WORD

bool sections_load(struct section_words **out, const struct role_table *marks, const char *path, struct arena *run,
                   struct err *err) {
    struct tsv            table;
    struct section_words *w = *out = arena_new(run, sizeof *w);
    int                   text, place, status, offset;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_WHERE, &place},
                                                          {COLUMN_STATUS, &status}, {COLUMN_OFFSET, &offset}))
        return false;
    w->marks = marks;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        slice                 where = tsv_cell(row, place), says = tsv_cell(row, status);
        int                   at_place = name_index(place_words, sizeof place_words / sizeof *place_words, where);
        int                   number = name_index(status_names, STATUS_COUNT, says);
        struct section_word   word = {.status = number > 0 ? STATUS_TARGET : STATUS_ACTUAL, .dated = tsv_cell(row, offset).len};
        if (!tsv_filled(&table, row, COLUMN_TEXT, tsv_cell(row, text), err)) return false;
        if (at_place < 0) return tsv_unknown(&table, row, COLUMN_WHERE, where, err);
        if (number < 0) return tsv_unknown(&table, row, COLUMN_STATUS, says, err);
        if (!tsv_number(&table, row, COLUMN_OFFSET, &word.offset, err)) return false;
        if (at_place == SECTION_HEAD && word.status == STATUS_TARGET) at_place = SECTION_HEAD_PLAN;
        word.name = at_place == SECTION_NAME;
        if (word.name) at_place = SECTION_HEADING;
        struct section_list *list = &w->of[at_place];
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &word.text);) {
            size_t size = utf8_next(word.text, 0);
            word.first = sieve_bit(word.text.ptr + size, size);
            sieve_set(&list->firsts, word.first);
            sieve_set(&list->lasts, sieve_last(word.text));
            ARENA_PUSH(run, list->words, list->count, list->room, word);
        }
    }
    return true;
}

const struct section_word *section_word_in(const struct section_list *list, slice text, const struct sieve *sieve) {
    if (!sieve_meets(&list->firsts, sieve)) return NULL;
    for (size_t i = 0; i < list->count; i++)
        if (section_word_at(&list->words[i], text, sieve) != SIZE_MAX) return &list->words[i];
    return NULL;
}

/* Does a name end there, or go on with a word of the list? */
static bool goes_on(const struct section_list *list, slice behind) { return !behind.len || section_word_starts(list, behind); }

/* Does the word, whose first character stands in the heading, tell what that opens? 2024年重点工作和保障措施, not
 * 重点工作推进有力. */
static bool word_opens(const struct section_words *w, const struct section_word *word, slice heading,
                       const struct sieve *sieve) {
    size_t at = section_word_at(word, heading, sieve);
    if (at == SIZE_MAX || !word->name) return at != SIZE_MAX;
    return goes_on(&w->of[SECTION_BEHIND_NAME], slice_from(heading, at + word->text.len)) &&
           !section_word_starts(&w->of[SECTION_BEFORE_NAME], heading) &&
           !section_word_ends(&w->of[SECTION_BEFORE_NAME], slice_sub(heading, 0, at));
}

/* The same of any word: the first character of most stands nowhere. */
static inline bool opens_section(const struct section_words *w, const struct section_word *word, slice heading,
                                 const struct sieve *sieve) {
    return sieve_has(sieve, word->first) && word_opens(w, word, heading, sieve);
}

const struct section_word *section_of_heading(const struct section_words *w, slice heading, const struct sieve *sieve) {
    const struct section_list *l = &w->of[SECTION_HEADING];
    if (!sieve_meets(&l->firsts, sieve)) return NULL; /* most */
    for (size_t i = 0; i < l->count; i++)
        if (opens_section(w, &l->words[i], heading, sieve)) return &l->words[i];
    return NULL;
}

bool section_titles_plan(const struct section_words *w, slice title, const struct sieve *sieve) {
    const struct section_list *l = &w->of[SECTION_TITLE];
    if (!sieve_meets(&l->firsts, sieve)) return false; /* most */
    for (size_t i = 0, at; i < l->count; i++)
        if ((at = section_word_at(&l->words[i], title, sieve)) != SIZE_MAX &&
            goes_on(&w->of[SECTION_BEHIND_TITLE], slice_from(title, at + l->words[i].text.len)))
            return true;
    return false;
}

bool section_says_both(const struct section_words *w, slice heading, const struct sieve *sieve) {
    const struct section_list *l = &w->of[SECTION_HEADING];
    bool                       plan = false, review = false;
    for (size_t i = 0; i < l->count; i++)
        if (opens_section(w, &l->words[i], heading, sieve)) *(l->words[i].status == STATUS_TARGET ? &plan : &review) = true;
    return plan && review;
}

/* False where no word of the list ends `text`. */
static bool may_end(const struct section_list *list, slice text) {
    return text.len && sieve_has(&list->lasts, sieve_last(text));
}

bool section_word_ends(const struct section_list *list, slice text) {
    if (!may_end(list, text)) return false; /* most */
    for (size_t i = 0; i < list->count; i++)
        if (slice_ends(text, list->words[i].text)) return true;
    return false;
}

size_t section_word_size(const struct section_list *list, slice text) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_starts(text, list->words[i].text)) return list->words[i].text.len;
    return 0;
}

bool section_word_starts(const struct section_list *list, slice text) { return section_word_size(list, text) > 0; }

bool section_leads(const struct section_words *w, slice text) {
    static const char *const colons[] = {"：", ":", NULL};
    if (!slice_ends(text, SLICE_LIT("。"))) return slice_ends_any(text, colons);
    const struct section_list *l = &w->of[SECTION_LIST];
    text.len -= HAN;
    if (section_word_ends(&w->of[SECTION_LIST_ALONE], text)) return true;
    if (!may_end(l, text)) return false; /* most */
    for (size_t i = 0, size; i < l->count; i++) {
        if (!slice_ends(text, l->words[i].text)) continue;
        slice before = slice_less(text, l->words[i].text.len);
        if (before.len && (digit_at(before, before.len - 1) || roles_at(w->marks, utf8_tail(before, 1), &size) & LIST_DIGIT))
            return true;
    }
    return false;
}

const struct section_word *section_word_is(const struct section_list *list, slice text) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equal(text, list->words[i].text)) return &list->words[i];
    return NULL;
}

/* 目 录: of a short line, without its blanks. */
static bool opens_contents(const struct section_words *w, slice line) {
    char   bare[6 * HAN];
    size_t length = 0, size;
    for (size_t at = 0; at < line.len; at += size) {
        size = utf8_size((unsigned char)line.ptr[at]);
        if (line.ptr[at] == ' ' || slice_starts(slice_from(line, at), SLICE_LIT("　"))) continue;
        if (length + size > sizeof bare) return false;
        memcpy(bare + length, line.ptr + at, size);
        length += size;
    }
    return section_word_is(&w->of[SECTION_CONTENTS], (slice){bare, length});
}

/* 一、2023年工作回顾|……1: without its page. */
static slice without_leader(slice line) {
    static const char *const leaders[] = {"…", "．", "·", "—", "　", ".", "-", " ", "\t", NULL};
    size_t                   digits = line.len, end;
    while (digits > 0 && digit_at(line, digits - 1)) digits--;
    slice words = slice_sub(line, 0, digits);
    if (digits == line.len) return line;
    for (end = words.len; slice_ends_any(words, leaders); words.len -= utf8_size_before(words, words.len)) continue;
    return words.len < end ? words : line;
}

bool contents_take(struct contents *c, const struct section_words *w, slice line) {
    size_t mark;
    if (!c->open) return c->open = !c->length && opens_contents(w, line); /* most: no second one */
    slice entry = without_leader(line);
    bool  again = c->length && slice_equal(entry, (slice){c->first, c->length});
    bool  lists = entry.len < line.len || mark_level(w->marks, line, &mark) > 0;
    c->open = !again && lists && entry.len <= sizeof c->first && sentence_end(entry, 0) == entry.len;
    if (c->open && !c->length) memcpy(c->first, entry.ptr, c->length = entry.len);
    return c->open;
}

/* Where the first of two characters stands in `text` from `at` on, and how many bytes it has; text.len: nowhere. */
static size_t either(slice text, size_t at, slice one, slice other, size_t *size) {
    size_t a = slice_find(text, one, at), b = slice_find(text, other, at);
    *size = a < b ? one.len : other.len;
    return a < b ? a : b < text.len ? b : text.len;
}

size_t dateline_end(const struct section_words *words, slice paragraph) {
    enum { NEAR = 40 * 3 };
    slice  near = slice_sub(paragraph, 0, paragraph.len < NEAR ? paragraph.len : NEAR);
    size_t size, open = either(near, 0, SLICE_LIT("（"), SLICE_LIT("("), &size);
    if (open == near.len) return 0;
    if (!section_word_ends(&words->of[SECTION_DATELINE], slice_trim(slice_sub(near, 0, open)))) return 0;
    near = slice_sub(paragraph, 0, paragraph.len < open + NEAR ? paragraph.len : open + NEAR);
    size_t close = either(near, open, SLICE_LIT("）"), SLICE_LIT(")"), &size);
    return close == near.len ? 0 : close + size;
}

/* Bytes of the place that opens a title, 云台县; 0 when none does. */
static size_t place_bytes(const struct lexicon *places, slice title) {
    enum { LEAST = 3, MOST = 6 }; /* characters */
    size_t end = 0;
    for (int n = 1; n <= MOST && end < title.len; n++) {
        end = utf8_next(title, end);
        if (n >= LEAST && lexicon_ending(places, slice_sub(title, 0, end), EDGE_PLACE)) return end;
    }
    return 0;
}

/* 设站31座|“坐上地铁去看海，等了整整五年！”: does a speech open at `at` of `paragraph`, which no colon or comma leads to? Its
 * quotation closes behind the end of a sentence, as that of a name does not. */
static bool opens_speech(slice paragraph, size_t at) {
    static const char *const leads[] = {"：", ":", "，", "、", NULL}, *const stops[] = {"。", "！", "？", "…", NULL};
    enum { LONGEST = 80 * 3 };
    slice text = slice_from(paragraph, at);
    if (!slice_starts(text, SLICE_LIT("“")) || slice_ends_any(slice_sub(paragraph, 0, at), leads)) return false; /* most */
    slice  near = slice_sub(text, 0, utf8_whole(text, text.len < LONGEST ? text.len : LONGEST));
    size_t close = slice_find(near, SLICE_LIT("”"), 0);
    return close < near.len && slice_ends_any(slice_sub(near, 0, close), stops);
}

/* A text starts at `at` of `line`: 近日，…, 8月11日|上午，…, 7月30日至8月1日|，…, and not 春运将从|7月1日开始. */
static bool opens_text(const struct section_words *words, const struct period_table *periods, slice line, size_t at) {
    slice         text = slice_from(line, at);
    struct period p;
    bool          number = digit_at(line, at), inside = at && digit_at(line, at - 1);
    bool          bound = number && year_word_before(periods, YEAR_BOUND, slice_sub(line, 0, at));
    size_t        date = number && !inside && !bound ? period_scan(periods, text, &p) : 0;
    bool          clock = date && digit_at(text, date); /* 12月11日|10时26分， */
    if (date && (p.day || p.last_day) && !p.last_year &&
        (clock || section_word_starts(&words->of[SECTION_TEXT_DAY], slice_from(text, date))))
        return true;
    return section_word_starts(&words->of[SECTION_TEXT], text) &&
           !section_word_ends(&words->of[SECTION_TEXT_INSIDE], slice_sub(line, 0, at));
}

/* 大众日报青禾讯|（记者…, 羊城晚报讯| 记者…, 央广网青禾8月20日消息| “…: does `text`, which opens with who reports, go on as a
 * dateline up to its bracket, or to the blank or the speech behind it? */
static bool is_dateline(const struct section_words *words, slice text) {
    enum { NEAR = 40 * 3 };
    slice  near = slice_sub(text, 0, utf8_whole(text, text.len < NEAR ? text.len : NEAR));
    size_t size, open = either(near, 0, SLICE_LIT("（"), SLICE_LIT("("), &size);
    if (open < near.len && section_word_ends(&words->of[SECTION_WIRE], slice_trim(slice_sub(near, 0, open))) &&
        sentence_end(near, 0) > open)
        return true;
    size_t bare = either(near, 0, SLICE_LIT(" "), SLICE_LIT("“"), &size);
    return bare < near.len && section_word_ends(&words->of[SECTION_DATELINE], slice_sub(near, 0, bare));
}

/* 光明日报|记者 李青: does who writes stand right behind the agency that `text` opens with? */
static bool is_signed(const struct section_words *words, slice text) {
    enum { NEAR = 12 };
    size_t at = section_word_size(&words->of[SECTION_AGENCY], text);
    for (int n = 0; n < NEAR && at < text.len; n++) {
        if (section_word_starts(&words->of[SECTION_REPORTER], slice_from(text, at))) return true;
        at = utf8_next(text, at);
    }
    return false;
}

/* …抢收小麦|大众日报青禾讯（记者…: where a dateline starts in `title`, whose agency a row tells or whose newspaper ends as such
 * do; 0: nowhere. */
static size_t dateline_starts(const struct section_words *words, slice paragraph, size_t from, size_t end) {
    size_t before[2] = {from, from}; /* the two characters before */
    for (size_t at = from; at < end; at = utf8_next(paragraph, at)) {
        slice text = slice_from(paragraph, at);
        if (at > from && section_word_starts(&words->of[SECTION_AGENCY], text) &&
            (is_dateline(words, text) || is_signed(words, text)))
            return at;
        if (before[0] > from && section_word_starts(&words->of[SECTION_PAPER], text) && is_dateline(words, text))
            return before[0];
        before[0] = before[1];
        before[1] = at;
    }
    return 0;
}

size_t title_end(const struct section_words *words, const struct lexicon *places, const struct period_table *periods,
                 slice paragraph) {
    enum { NEAR = 100 * 3 };
    slice        near = slice_sub(paragraph, 0, utf8_whole(paragraph, paragraph.len < NEAR ? paragraph.len : NEAR));
    struct sieve sieve = sieve_text(near);
    const struct section_word *label = section_word_in(&words->of[SECTION_LABEL], near, &sieve);
    if (!label) return 0; /* most */
    size_t at = slice_find(near, label->text, 0) + label->text.len, comma = slice_find(near, SLICE_LIT("，"), at);
    size_t end = sentence_end(near, at);
    slice  first = slice_sub(near, 0, end);
    bool exclaims = slice_ends(first, SLICE_LIT("！")) || slice_ends(first, SLICE_LIT("？")); /* 夏收结束！全县机收64万亩 */
    size_t dateline = dateline_starts(words, paragraph, at, near.len);
    near.len = exclaims ? sentence_end(near, end) : end;
    if (comma < near.len) near.len = comma;
    if (dateline && dateline < near.len) near.len = dateline;
    for (size_t from = at, opens = true; at < near.len; at = utf8_next(near, at)) {
        if (at > from && (opens_text(words, periods, paragraph, at) || opens_speech(paragraph, at))) return at;
        size_t bytes = opens ? place_bytes(places, slice_from(near, at)) : 0;
        size_t again = bytes ? slice_find(near, slice_sub(near, at, at + bytes), at + bytes) : SIZE_MAX;
        if (again != SIZE_MAX) return again;
        opens = near.ptr[at] == ' ';
    }
    return dateline;
}

/* ---- years ---- */

/* Takes in the period at the start of `text`; `before`: what stands before it. Returns its bytes. */
static size_t year_take(struct years *y, const struct period_table *periods, slice before, slice text) {
    struct period p;
    size_t        size = period_names_year(periods, text) ? period_scan(periods, text, &p) : 0;
    if (!size) return 1;
    y->era |= p.era;
    if (p.since || year_word_behind(periods, YEAR_SINCE, slice_from(text, size))) {
        y->since = p.last_year; /* 2016年以来工作情况: up to when, it does not tell */
        return size;
    }
    if (p.last_year < 1949 || p.relative || year_is_compared(periods, before, slice_from(text, size))) return size;
    if (year_word_behind(periods, YEAR_ISSUE, slice_from(text, size))) { /* 2022年第2号 tells of whatever year */
        y->issued = p.last_year;
        if (!y->dated) y->dated = p.last_year;
        return size;
    }
    if (!y->as_of && year_word_before(periods, YEAR_AS_OF, before)) y->as_of = p.last_year;
    bool part = p.half || p.quarter || p.month != p.last_month || p.all_month; /* 2023年11月份运行情况 */
    if (part && !y->until) y->until = period_last_month(&p);
    if (p.last_year != p.first_year) {
        y->span_over = y->span && p.first_year == y->span + 1 ? y->span : 0;
        y->span_from = p.first_year;
        y->span = p.last_year;
    } else if (p.month && !part) {
        bool last = y->dated && p.last_year > y->dated && period_joins(periods, before);
        if (!y->dated || last) y->dated = p.last_year, y->date = p;
    } else {
        if (!y->first) y->first = p.last_year;
        if (!y->stated && !year_word_before(periods, YEAR_BOUND, before)) y->stated = p.last_year;
        y->last = p.last_year;
    }
    return size;
}

/* What the map tells of text[from, …). */
static void years_take(struct years *y, const struct period_table *periods, slice text, size_t from, size_t *at,
                       const struct scan_map *map) {
    if (*at < from) *at = from;
    while ((*at = from + scan_next(map, SCAN_MARKED, *at - from)) < from + map->length)
        *at += year_take(y, periods, slice_sub(text, 0, *at), slice_from(text, *at));
}

struct years years_in(const struct period_table *periods, slice text, const struct scan_map *map) {
    enum { PART = 4096, WORDS = PART / 64 + 3 };
    uint64_t        words[WORDS][SCAN_KINDS];
    struct scan_map part = {.words = words, .room = WORDS};
    struct years    y = {0};
    size_t          at = 0;
    if (map) years_take(&y, periods, text, 0, &at, map);
    for (size_t from = 0, end; !map && from < text.len; from = end) {
        end = text.len - from < PART ? text.len : from + PART;
        scan_map(&part, period_years(periods), slice_sub(text, from, end), text.len - end, NULL);
        years_take(&y, periods, text, from, &at, &part);
    }
    return y;
}
