/* Years and plans. 政府工作报告 of 2024 counts 2023; under 2024年工作安排 its figures are targets of 2024; 去年 is 2023, and
 * 到2025年 is a year of its own. Words that open reviews and plans are rows of rules/sections.tsv. */
#include "extract/context.h"
#include "extract/classes.h"

#include "extract/base/banned.h"

void context_open(struct context *c, const struct head_rules *rules, const struct document *d, struct arena *arena) {
    struct head_years years;
    *c = (struct context){.status = STATUS_ACTUAL};
    head_read(&c->about, &years, rules, d, arena);
    c->report_year = years.report;
    c->review_year = years.review;
    c->plan_year = years.plan;
    c->year = years.plan ? years.plan : years.review;
    if (years.plan) c->status = STATUS_TARGET;
}

/* ---- headings ---- */

enum { LONGEST_MARKED_HEADING = 60 * 3 }; /* of a line that only its list mark makes one; longer, it is a paragraph */

static size_t keep(char *out, slice text, size_t most) {
    while (text.len > most) text.len -= utf8_size_before(text, text.len);
    if (text.len) memcpy(out, text.ptr, text.len);
    return text.len;
}

static bool says_both(const struct section_words *w, slice heading, const struct sieve *sieve) {
    bool plan = false, review = false;
    for (size_t i = 0; i < w->count; i++) {
        const struct section_word *word = &w->words[i];
        if (word->head || sieve_find(sieve, heading, word->text) == SIZE_MAX) continue;
        *(word->status == STATUS_TARGET ? &plan : &review) = true;
    }
    return plan && review;
}

static void set_heading(struct context *c, const struct section_words *w, const struct period_table *periods, int level,
                        slice text) {
    if (level < 1) level = 1;
    if (level > MOST_LEVELS) level = MOST_LEVELS;
    struct section_heading *heading = &c->headings[level - 1];
    heading->length = keep(heading->text, text, LONGEST_HEADING);
    text = (slice){heading->text, heading->length};
    struct sieve sieve = sieve_text(text);
    heading->says = section_word_in(w, text, &sieve, false);
    heading->both = heading->says && heading->says->status == STATUS_TARGET && says_both(w, text, &sieve);
    heading->years = years_in(periods, text);
    for (int i = level; i < MOST_LEVELS; i++) {
        c->headings[i].length = 0;
        c->headings[i].plan_before = false;
    }
    c->section_length = 0;
    for (int i = 0; i < MOST_LEVELS; i++) {
        const struct section_heading *h = &c->headings[i];
        if (!h->length || c->section_length + h->length + 3 > LONGEST_SECTION) continue;
        if (c->section_length) {
            memcpy(c->section + c->section_length, " / ", 3);
            c->section_length += 3;
        }
        memcpy(c->section + c->section_length, h->text, h->length);
        c->section_length += h->length;
    }
}

/* Plan or review, and of which year, as the headings say, the deepest one that says it. */
static void section_meaning(struct context *c) {
    c->status = c->plan_year ? STATUS_TARGET : STATUS_ACTUAL;
    c->year = c->plan_year ? c->plan_year : c->review_year;
    c->said_by_heading = c->both = false;
    for (int i = 0; i < MOST_LEVELS; i++) {
        struct section_heading    *heading = &c->headings[i];
        const struct section_word *hit = heading->says;
        int                        named = heading->years.first;
        bool                       says = hit != NULL;
        if (!heading->length) continue;
        c->said_by_heading |= says || named;
        if (!says && !named && heading->plan_before && c->report_year > c->review_year) {
            c->status = STATUS_TARGET;
            c->year = c->report_year;
        }
        if (says) heading->plan_before = hit->status == STATUS_TARGET && !heading->both;
        if (says) {
            c->status = hit->status;
            if (heading->both) {
                c->both = true;
                c->status = STATUS_ACTUAL; /* 发展成就和目标任务: its sentences tell which */
                c->year = c->review_year;
                continue;
            }
            c->year = hit->status == STATUS_TARGET ? c->report_year : c->review_year;
            if (hit->status == STATUS_TARGET && c->report_year && c->report_year == c->review_year)
                c->year = c->plan_year > c->report_year ? c->plan_year : c->report_year + 1;
            if (hit->dated && c->report_year) c->year = c->report_year + hit->offset;
            /* “十二五”时期的主要目标 are to be reached by its end */
            if (hit->status == STATUS_TARGET && heading->years.span > c->year) c->year = heading->years.span;
        }
        if (named) {
            /* 2021年工作回顾 says which year is reviewed, whatever the title or the file's name say. */
            if (hit && hit->status == STATUS_ACTUAL && named != c->review_year) {
                if (c->report_year <= named && c->report_year != c->review_year) c->report_year = named + 1;
                c->review_year = named;
            }
            c->year = named;
            if (c->review_year && named > c->review_year) {
                c->status = STATUS_TARGET;
                heading->plan_before = true;
            }
        }
    }
}

/* 一、压实责任 (一)落实主体责任: where a deeper heading starts on the same line, with the size of its mark; 0: nowhere. */
static size_t inner_heading(slice title, int level, size_t *size) {
    for (size_t at = 0; at < title.len; at += utf8_size((unsigned char)title.ptr[at])) {
        slice rest = slice_from(title, at);
        if (at > 0 && (rest.ptr[0] == '(' || slice_starts(rest, SLICE_LIT("（"))) && mark_level(rest, size) > level) return at;
    }
    return 0;
}

bool context_heading(struct context *c, const struct section_words *w, const struct period_table *periods,
                     const struct paragraph *p) {
    size_t size = 0;
    slice  text = p->text;
    while (text.len && text.ptr[0] == '#') text = slice_trim(slice_from(text, 1));
    int   hashes = (int)(text.ptr - p->text.ptr);
    int   level = mark_level(text, &size);
    slice words = slice_trim(slice_from(text, size));
    bool  whole = p->level > 0 || (hashes > 0 && hashes <= 6);
    if (!whole && !level) {
        /* A short line without an end mark and without a list mark is a heading when it names a plan or a review. */
        if (text.len > LONGEST_BARE_HEADING || sentence_end(text, 0) < text.len || slice_ends(text, SLICE_LIT("。")))
            return false;
        struct sieve sieve = sieve_text(text);
        if (!section_word_in(w, text, &sieve, false)) return false;
        level = 1;
        words = text;
    }
    size_t stop = sentence_end(words, 0);
    slice  title = slice_sub(words, 0, stop);
    if (title.len > LONGEST_MARKED_HEADING && !whole) return false;
    while (slice_ends(title, SLICE_LIT("。")) || slice_ends(title, SLICE_LIT("；"))) title.len -= 3;
    if (title.len == 0) return false;
    level = level ? level : whole ? (p->level ? p->level : hashes) : 1;
    for (size_t at; (at = inner_heading(title, level, &size)) > 0; title = slice_from(title, at + size)) {
        set_heading(c, w, periods, level, slice_trim(slice_sub(title, 0, at)));
        level = mark_level(slice_from(title, at), &size);
    }
    set_heading(c, w, periods, level, slice_trim(title));
    section_meaning(c);
    return stop >= words.len;
}

/* Bytes of the title that `text` starts with: up to the end of the last word for plan or review before any mark; 0: none. */
static size_t title_length(const struct section_words *w, slice text) {
    enum { LONGEST_TITLE = 75 };
    size_t length = 0, stop = 0, at;
    while (stop < text.len && stop < LONGEST_TITLE && !slice_starts(slice_from(text, stop), SLICE_LIT("，")))
        stop += utf8_size((unsigned char)text.ptr[stop]);
    text.len = stop < sentence_end(text, 0) ? stop : sentence_end(text, 0);
    struct sieve sieve = sieve_text(text);
    for (size_t i = 0; i < w->count; i++) {
        const struct section_word *word = &w->words[i];
        if (word->head || (at = sieve_find(&sieve, text, word->text)) == SIZE_MAX) continue;
        if (at + word->text.len > length) length = at + word->text.len;
    }
    return length;
}

bool context_run_in(struct context *c, const struct section_words *w, const struct period_table *periods, slice text,
                    size_t numeral) {
    slice  marked = slice_trim(text);
    size_t size = 0, blanks = (size_t)(marked.ptr - text.ptr);
    if (numeral > blanks + strlen("第") || mark_level(marked, &size) != 1) return false;
    slice  words = slice_trim(slice_from(marked, size));
    size_t length = title_length(w, words);
    if (length == 0) return false;
    set_heading(c, w, periods, 1, slice_sub(words, 0, length));
    section_meaning(c);
    return true;
}
