/* Markdown that holds a table or HTML's tags → the same text with blocks: | 指标 | 2022年 | over |---|---| is a grid, # 下一步
 * a heading, - 投资2亿元 an item, 开幕<br></p><p>全国 two paragraphs. Other Markdown is plain text, whose headings and wraps
 * text.c knows. Leaves emphasis (fold.c) and links alone. */
#include "extract/read/reader.h"
#include "extract/read/spans.h"

#include "extract/base/banned.h"

enum { MOST_COLUMNS = 256, LONGEST_TAG = 300 };

static bool is_delimiter_line(slice line) {
    size_t dashes = 0, bars = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (!strchr("|-: \t\r", c)) return false;
        dashes += c == '-';
        bars += c == '|';
    }
    return dashes >= 2 && bars >= 1;
}

/* Bytes of a tag at the start of `text` that ends a paragraph, <br> or </p>; 0 when there is none. */
static size_t break_tag(slice text) {
    static const slice names[] = {SLICE_LIT("p"), SLICE_LIT("br"), SLICE_LIT("div"), SLICE_LIT("li"), SLICE_LIT("tr")};
    size_t             from = text.len > 1 && text.ptr[1] == '/' ? 2 : 1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t at = from + names[i].len;
        if (!slice_starts(slice_from(text, from), names[i]) || at >= text.len || !strchr("> /", text.ptr[at])) continue;
        slice       rest = slice_sub(text, at, at + LONGEST_TAG < text.len ? at + LONGEST_TAG : text.len);
        const char *close = memchr(rest.ptr, '>', rest.len);
        return close ? (size_t)(close - text.ptr) + 1 : 0;
    }
    return 0;
}

/* The first such tag at or behind `at`: its place, and its bytes in `*size`; text.len when there is none. */
static size_t next_break(slice text, size_t at, size_t *size) {
    for (const char *open; at < text.len && (open = memchr(text.ptr + at, '<', text.len - at)); at++) {
        at = (size_t)(open - text.ptr);
        if ((*size = break_tag(slice_from(text, at))) > 0) return at;
    }
    *size = 0;
    return text.len;
}

static bool holds_tags(slice text) {
    size_t size;
    return next_break(text, 0, &size) < text.len;
}

/* A delimiter line shows a table; its first bar is found by memchr, so that plain text costs next to nothing. */
static bool holds_table(slice text) {
    for (size_t at = 0; at < text.len;) {
        const char *bar = memchr(text.ptr + at, '|', text.len - at);
        if (!bar) return false;
        size_t start = (size_t)(bar - text.ptr);
        while (start > 0 && text.ptr[start - 1] != '\n') start--;
        slice line = line_of(text, start);
        if (is_delimiter_line(line)) return true;
        at = start + line.len + 1;
    }
    return false;
}

static bool markdown_takes(slice text) { return holds_table(text) || holds_tags(text); }

/* | a | b\|c | → two cells. */
static void add_row(struct spans *w, slice line, uint16_t row, bool header) {
    uint16_t column = 0;
    size_t   from;
    line = slice_trim(line);
    from = line.len > 0 && line.ptr[0] == '|';
    for (size_t i = from; i <= line.len && column < MOST_COLUMNS; i++) {
        if (i < line.len && line.ptr[i] == '\\')
            i++;
        else if (i == line.len ? i > from : line.ptr[i] == '|') {
            spans_add_cell(w, slice_sub(line, from, i), row, column, header);
            column++;
            from = i + 1;
        }
    }
}

/* Takes the table whose heading line starts at `at`; returns the byte behind it. */
static size_t add_table(struct spans *w, size_t at) {
    uint16_t row = 0;
    w->tables++;
    while (at < w->text.len) {
        slice line = line_of(w->text, at);
        if (row > 0 && !memchr(line.ptr, '|', line.len)) break;
        if (!(row == 1 && is_delimiter_line(line))) add_row(w, line, row, row == 0);
        at += line.len + 1;
        if (row < UINT16_MAX) row++;
    }
    return at;
}

/* The bytes of the number at the start of a heading that a blank parts from its words, 1 概览 and 1.2 规模; 0: none. */
static size_t heading_number(slice words) {
    enum { MOST_DIGITS = 2 };
    size_t n = 0, digits = 0;        /* of its last part */
    while (words.ptr[n] == ' ') n++; /* they are trimmed at their end */
    for (; n < words.len && digits <= MOST_DIGITS && (ascii_digit(words.ptr[n]) || words.ptr[n] == '.'); n++)
        digits = words.ptr[n] == '.' ? 0 : digits + 1;
    return digits > 0 && digits <= MOST_DIGITS && n < words.len && words.ptr[n] == ' ' ? n : 0;
}

/* "## 下一步" is a heading of level 2, "- " and "* " begin an item; the marks stay outside the block, and so does a heading's
 * number: ## 2 社区规模 counts none. */
static void add_line(struct spans *w, slice line) {
    size_t marks = 0;
    line = slice_trim(line);
    while (marks < line.len && marks < 7 && line.ptr[marks] == '#') marks++;
    if (marks > 0 && marks < 7 && marks < line.len && line.ptr[marks] == ' ') {
        marks += heading_number(slice_from(line, marks));
        spans_add(w, slice_from(line, marks), (struct block){.kind = BLOCK_HEADING, .level = (uint8_t)marks});
    } else if (line.len > 2 && strchr("-*+", line.ptr[0]) && line.ptr[1] == ' ') {
        spans_add(w, slice_from(line, 2), (struct block){.kind = BLOCK_ITEM});
    } else {
        spans_add(w, line, (struct block){.kind = BLOCK_PARAGRAPH});
    }
}

static bool markdown_read(struct document *out, slice text, const struct read_options *options, struct arena *report,
                          struct err *err) {
    struct spans w = {.arena = report, .text = text};
    (void)options;
    (void)err;
    for (size_t at = 0; at < text.len;) {
        slice  line = line_of(text, at);
        size_t next = at + line.len + 1;
        if (next < text.len && memchr(line.ptr, '|', line.len) && is_delimiter_line(line_of(text, next))) {
            at = add_table(&w, at);
            continue;
        }
        for (size_t from = 0, size, stop; from < line.len; from = stop + size) {
            stop = next_break(line, from, &size);
            add_line(&w, slice_sub(line, from, stop));
        }
        at = next;
    }
    spans_finish(&w, out);
    return true;
}

const struct reader markdown_reader = {"markdown", markdown_takes, markdown_read};
