/* Plain text with tables in it → the same text with blocks: lines of as many fields, parted by tabs, bars (| │) or by two
 * blanks and more, are the rows of a table, 指标  2022年  2023年 ⏎ 处置舆情（起）  280  313; every other line is a paragraph,
 * of which text.c joins those that a wrap broke. Leaves text without such rows to itself. */
#include "extract/read/reader.h"
#include "extract/read/spans.h"

#include "extract/base/banned.h"

enum {
    LARGEST_LOOKED_AT = 4 * MEGABYTE, /* bytes; more is no report but a corpus */
    FEWEST_ROWS = 3,
    MOST_FIELDS = 32,
    LONGEST_FIELD = 120
};
enum separator {
    BY_TAB,
    BY_BAR,
    BY_SPREAD, /* by blanks, with 粮　　食 one field: characters spread to the width of a name */
    BY_BLANKS,
    SEPARATORS
};

static const slice bars[] = {SLICE_LIT("|"), SLICE_LIT("│"), SLICE_LIT("┃"), SLICE_LIT("｜")};
enum { BARS = sizeof bars / sizeof *bars };

static size_t bar_size(slice s) {
    for (size_t i = 0; i < BARS; i++)
        if (slice_starts(s, bars[i])) return bars[i].len;
    return 0;
}

/* Bytes of two blanks and more at the start of `s`, an ideographic one counting for two; 0 when there are not so many. */
static size_t gap_size(slice s) {
    static const slice wide = SLICE_LIT("　");
    size_t             at = 0, width = 0;
    for (; at < s.len; width++) {
        if (s.ptr[at] == ' ' || s.ptr[at] == '\t')
            at++;
        else if (slice_starts(slice_from(s, at), wide))
            at += wide.len, width++;
        else
            break;
    }
    return width >= 2 ? at : 0;
}

static size_t separator_size(slice s, enum separator by) {
    if (by == BY_TAB) return s.ptr[0] == '\t';
    return by == BY_BAR ? bar_size(s) : gap_size(s);
}

static bool is_one_character(slice field) { return field.len > 1 && utf8_next(field, 0) == field.len; }

/* Parts a line; 0 when it has a field that is longer than a cell, or too many. */
static size_t split(slice line, enum separator by, slice fields[MOST_FIELDS]) {
    size_t n = 0, from = 0, size;
    slice  last = SLICE_NONE;
    line = slice_trim(line);
    if (by == BY_BAR && (size = line.len ? bar_size(line) : 0)) line = slice_from(line, size);
    for (size_t at = 0; at <= line.len; at += size) {
        size_t part = at < line.len ? separator_size(slice_from(line, at), by) : 0;
        size = part ? part : at < line.len ? utf8_size((unsigned char)line.ptr[at]) : 1;
        if (!part && at < line.len) continue;
        if (at == line.len && by == BY_BAR && from == at) break; /* a bar closed the line */
        slice field = slice_trim(slice_sub(line, from, at));
        if (n == MOST_FIELDS || field.len > LONGEST_FIELD) return 0;
        if (by == BY_SPREAD && is_one_character(field) && is_one_character(last))
            fields[n - 1].len = (size_t)(field.ptr + field.len - fields[n - 1].ptr);
        else
            fields[n++] = field;
        last = field;
        from = at + part;
    }
    return n;
}

/* The `wanted` fields of a row: one that lacks its first and starts further in, as a row of headings does, has it empty. */
static size_t split_row(slice line, enum separator by, size_t wanted, slice fields[MOST_FIELDS]) {
    size_t n = split(line, by, fields);
    if (n + 1 != wanted || !separator_size(line, by)) return n;
    memmove(fields + 1, fields, n * sizeof *fields);
    fields[0] = SLICE_NONE;
    return wanted;
}

/* +----+, ├──┼──┤, |---|: it rules, and parts no rows. */
static bool is_rule(slice line) {
    size_t size, marks = 0;
    for (size_t at = 0; at < line.len; at += size, marks++) {
        uint32_t c = utf8_decode(slice_from(line, at), &size);
        if (!(c >= 0x2500 && c <= 0x257F) && !strchr("+-=| \t\r", c < 0x80 ? (int)c : 'x')) return false;
    }
    return marks >= 3 && slice_trim(line).len > 0;
}

static bool is_figure(slice field) {
    if (field.len > 0 && (field.ptr[0] == '+' || field.ptr[0] == '-')) field = slice_from(field, 1);
    size_t   size;
    uint32_t c = field.len ? utf8_decode(field, &size) : 0;
    return ascii_digit(c) || (c >= 0xFF10 && c <= 0xFF19);
}

/* A sentence has its end in it, most often as the last character; a row has not. */
static bool is_row(slice line) { return !slice_ends(line, SLICE_LIT("。")) && !slice_has(line, SLICE_LIT("。")); }

struct table {
    size_t         end; /* byte behind its last row */
    enum separator by;
    size_t         fields;
};

/* The table whose first row is the line at `at`: three rows and more of one number of fields, half of them with figures, or,
 * parted by tabs or bars, one with figures below one without: 信息内容 | 处理决定数量 ⏎ 行政许可 | 1326. Where a blank line
 * stands below the first row, one stands below each. */
static bool table_at(struct table *out, slice text, size_t at, enum separator by) {
    slice  fields[MOST_FIELDS];
    size_t rows = 0, figures = 0;
    bool   heads = true;                                   /* the first row has no figure */
    size_t led = separator_size(slice_from(text, at), by); /* what the first row starts further in by may be a field */
    bool   spaced = false, blank = false;
    *out = (struct table){.by = by};
    for (slice line; at < text.len; at += line.len + 1) {
        line = line_of(text, at);
        if (rows && is_rule(line)) {
            blank = false;
            continue;
        }
        bool empty = slice_trim(line).len == 0;
        if (empty && !blank && (spaced || rows == 1)) {
            spaced = blank = true;
            continue;
        }
        if (rows && spaced != blank) break;
        blank = false;
        size_t n = is_row(line) ? split_row(line, by, out->fields, fields) : 0;
        if (rows == 1 && led > separator_size(line, by) && n == out->fields + 1) out->fields = n;
        if (n < 2 || (out->fields && n != out->fields)) break;
        out->fields = n;
        out->end = at + line.len;
        bool figure = false;
        for (size_t i = 1; i < n; i++) figure = figure || is_figure(fields[i]);
        figures += rows && figure;
        heads &= rows || !figure;
        rows++;
    }
    bool pair = rows == 2 && by < BY_SPREAD && heads;
    return (rows >= FEWEST_ROWS || pair) && figures * 2 >= rows;
}

/* Whether the line holds what parts it at all: asked of every line of every report. */
static bool may_part(slice line, enum separator by) {
    if (by == BY_TAB) return memchr(line.ptr, '\t', line.len);
    for (size_t i = 0; by == BY_BAR && i < BARS; i++)
        if (slice_has(line, bars[i])) return true;
    if (by == BY_BAR) return false;
    return slice_has(line, SLICE_LIT("  ")) || slice_has(line, SLICE_LIT("　"));
}

/* Where the first table at or behind the line at `at` begins; text.len when there is none. */
static size_t next_table(struct table *out, slice text, size_t at) {
    for (slice line; at < text.len; at += line.len + 1) {
        line = line_of(text, at);
        slice shown = slice_trim(line);
        if (shown.len == 0 || !is_row(shown)) continue;
        for (enum separator by = 0; by < SEPARATORS; by++)
            if (may_part(shown, by) && table_at(out, text, at, by)) return at;
    }
    return text.len;
}

static bool textgrid_takes(slice text) {
    struct table table;
    return text.len <= LARGEST_LOOKED_AT && next_table(&table, text, 0) < text.len;
}

/* ---- reading ---- */

static void add_table(struct spans *w, size_t at, const struct table *table) {
    slice    fields[MOST_FIELDS];
    uint16_t row = 0;
    w->tables++;
    for (slice line; at < table->end; at += line.len + 1) {
        line = line_of(w->text, at);
        if (is_rule(line) || slice_trim(line).len == 0) continue;
        size_t n = split_row(line, table->by, table->fields, fields);
        for (size_t i = 0; i < n; i++) spans_add_cell(w, fields[i], row, (uint16_t)i, false);
        if (row < UINT16_MAX) row++;
    }
}

static bool textgrid_read(struct document *out, slice text, const struct read_options *options, struct arena *report,
                          struct err *err) {
    struct spans w = {.arena = report, .text = text};
    struct table table;
    (void)options;
    (void)err;
    for (size_t at = 0; at < text.len;) {
        size_t start = next_table(&table, text, at);
        for (slice line; at < start; at += line.len + 1) {
            line = line_of(text, at);
            if (!is_rule(line)) spans_add(&w, line, (struct block){.kind = BLOCK_PARAGRAPH});
        }
        if (start == text.len) break;
        add_table(&w, start, &table);
        at = table.end + 1;
    }
    spans_finish(&w, out);
    out->lined = true;
    return true;
}

const struct reader textgrid_reader = {"text", textgrid_takes, textgrid_read};
