/* （一）, 二、, ——, ### 3.3 and 2.1: what a sentence is marked with as an item or a heading is no part of it. */
#include "extract/sentence/item_mark.h"

#include "extract/words/list_mark.h"

#include "extract/base/banned.h"

/* 2022年, where 3.5 and 1.2022 are numbers. */
static bool year_starts(const struct ruleset *rules, slice text) {
    struct period p;
    return period_scan(rules->periods, text, &p) && p.last_year;
}

/* The end of 12. or 12、 at the head of a paragraph, before text or a year, 1.2022年: the number of a list; 0 when there is
 * none. */
static size_t list_number(const struct ruleset *rules, slice text, size_t end) {
    size_t i = 0;
    while (i < end && i < 3 && ascii_digit(text.ptr[i])) i++;
    slice mark = slice_from(text, i);
    if (i == 0 || (!slice_starts(mark, SLICE_LIT(".")) && !slice_starts(mark, SLICE_LIT("、")))) return 0;
    i += mark.ptr[0] == '.' ? 1 : strlen("、");
    bool text_behind = i < end && (!ascii_digit(text.ptr[i]) || year_starts(rules, slice_from(text, i)));
    return text_behind ? i : 0;
}

/* The end of the dashes at `from`, ——一般公共预算收入增长5%, ——6个部门超标准列支; `from` itself behind a single one before a
 * number, which may be below zero. */
static size_t behind_dashes(slice text, size_t from, size_t end) {
    size_t size, at = from, dashes = 0;
    for (uint32_t code; at < end && ((code = utf8_decode(slice_from(text, at), &size)) == 0x2014 || code == 0x2015); at += size)
        dashes++;
    return at < end && (dashes > 1 || !ascii_digit(text.ptr[at])) ? at : from;
}

/* Does the number at `rest` stay below that of `mark`, 二、? Numbers of one list rise: 二、|一季度 opens an item, 二、|三季度
 * lists two. */
static bool number_falls(const struct numeral_table *t, slice mark, slice rest) {
    struct numeral mine, next;
    if (!slice_ends(mark, SLICE_LIT("、"))) return false; /* 1. */
    mark.len -= strlen("、");
    return numeral_scan_text(t, mark, &mine) && numeral_scan_text(t, rest, &next) && mine.value.present && next.value.present &&
           decimal_compare(next.value, mine.value) < 0;
}

/* (一) and （一）, does such a mark end at byte `end`? */
static bool ends_bracketed(slice text, size_t end) {
    slice mark = slice_sub(text, 0, end);
    return slice_ends(mark, SLICE_LIT(")")) || slice_ends(mark, SLICE_LIT("）"));
}

/* The end of one list mark at the head of `at`, (一), 二、 or ——; 二、三产业 and 1、2号线 are lists of their own. */
static size_t one_mark(const struct ruleset *rules, slice text, span at) {
    size_t size = 0, from = at.start;
    while (from < at.end && text.ptr[from] == ' ') from++;
    size_t dashes = behind_dashes(text, from, at.end);
    if (dashes > from) return dashes;
    slice here = slice_sub(text, from, at.end);
    if (mark_level(rules->vocabulary.lists, here, &size) == 0 || size >= here.len) return at.start;
    slice rest = slice_from(here, size);
    bool  closes = ends_bracketed(here, size); /* (一)一般性工作, （二）十年前 */
    if (closes || (ascii_digit(rest.ptr[0]) && !ascii_digit(here.ptr[0]))) return from + size;
    const struct numeral_table *numerals = rules->vocabulary.numerals;
    bool lists = numeral_starts(numerals, rest) && !number_falls(numerals, slice_sub(here, 0, size), rest);
    return lists ? at.start : from + size;
}

/* The end of the list mark at the head of a sentence, of which a bracket may have another behind it: （一）1、新建学校. */
static size_t list_mark(const struct ruleset *rules, slice text, span at) {
    size_t end = one_mark(rules, text, at);
    return end > at.start && ends_bracketed(text, end) ? one_mark(rules, text, (span){(uint32_t)end, at.end}) : end;
}

/* The end of the marks of a Markdown heading and of its number: ### 3.3 行业, ## 1.行业; ### 2022年 and ## 1.5亿元 have none.
 */
static size_t hashes_end(const struct ruleset *rules, slice text, size_t end) {
    size_t i = 0;
    while (i < end && strchr("#* ", text.ptr[i])) i++;
    size_t number = i, dots = 0;
    for (; number < end && strchr(".0123456789", text.ptr[number]); number++) dots += text.ptr[number] == '.';
    slice behind = slice_from(text, number);
    return dots && behind.len && behind.ptr[0] != '%' && !numeral_starts(rules->vocabulary.numerals, behind) ? number : i;
}

size_t item_mark(const struct ruleset *rules, slice text, span at) {
    size_t i = list_mark(rules, text, at);
    if (i == 0 && at.end > 0 && text.ptr[0] == '#')
        i = hashes_end(rules, text, at.end);
    else if (i == 0)
        i = list_number(rules, text, at.end);
    return i || at.start ? i : list_section(rules->vocabulary.lists, slice_sub(text, 0, at.end));
}
