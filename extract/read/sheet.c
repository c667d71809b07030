/* Text that is a table and nothing else, parted by tabs or commas: 指标,2022年,2023年 ⏎ 处置舆情,280,313. Titles may stand
 * above it and notes below. A sheet of paragraphs, 3,全年新建水库3座。, is their text. A report whose lines hold commas is
 * none: its lines have this many here and that many there. */
#include "extract/read/build.h"
#include "extract/read/reader.h"

#include "extract/base/banned.h"

enum { FEWEST_ROWS = 2, MOST_TITLES = 3, LONGEST_ROW = 4000, LOOKED_AT = 50 };

/* The line at `*at` without its end, be it LF or CRLF; `*at` goes to the next. */
static slice next_line(slice text, size_t *at) {
    slice line = slice_take(text, '\n', at);
    if (slice_ends(line, SLICE_LIT("\r"))) line.len--;
    return line;
}

/* The field at `*at` without its quotes; `*at` goes behind the separator, SIZE_MAX behind the last field. */
static slice next_field(slice line, char separator, size_t *at) {
    size_t from = *at, end = from;
    bool   quoted = from < line.len && line.ptr[from] == '"';
    for (bool inside = false; end < line.len && (inside || line.ptr[end] != separator); end++) inside ^= line.ptr[end] == '"';
    *at = end < line.len ? end + 1 : SIZE_MAX;
    slice field = slice_sub(line, from, end);
    if (quoted && field.len >= 2 && slice_ends(field, SLICE_LIT("\""))) field = slice_sub(field, 1, field.len - 1);
    return field;
}

static size_t count_fields(slice line, char separator) {
    size_t n = 0;
    if (!memchr(line.ptr, separator, line.len)) return 1; /* every line of every report but of a table */
    for (size_t at = 0; at != SIZE_MAX && n < MOST_COLUMNS; n++) next_field(line, separator, &at);
    return n;
}

/* 资产2,865亿元，增长8%。 ends in a sentence where a row does not, unless a cell is quoted. */
static bool is_prose(slice line) { return slice_has(line, SLICE_LIT("。")) && !slice_has(line, SLICE_LIT("\"")); }

/* Tabs open it and none stands behind them: a paragraph that they indent. */
static bool is_tabbed_in(slice line) {
    size_t at = 0;
    while (at < line.len && line.ptr[at] == '\t') at++;
    return at > 0 && !memchr(line.ptr + at, '\t', line.len - at);
}

/* The separator, when the rows that are looked at have the same number of fields, at least two; else 0. */
static char separator_of(slice text) {
    static const char separators[] = "\t,";
    for (const char *s = separators; *s; s++) {
        size_t rows = 0, fields = 0, others = 0, looked = 0, tabbed = 0;
        for (size_t at = 0; at < text.len && looked < LOOKED_AT; looked++) {
            slice  line = next_line(text, &at);
            size_t n = line.len > LONGEST_ROW || (*s == ',' && is_prose(line)) ? 1 : count_fields(line, *s);
            if (slice_trim(line).len == 0) continue;
            if (n > 1 && fields == 0) fields = n;
            rows += n > 1 && n == fields;
            tabbed += *s == '\t' && is_tabbed_in(line);
            others += n != fields;
            if (others > MOST_TITLES || (n > 1 && n != fields)) {
                rows = 0;
                break;
            }
        }
        if (rows >= FEWEST_ROWS && rows > others && others <= MOST_TITLES && fields > 1 && rows > tabbed) return *s;
    }
    return 0;
}

/* "2023年工作总结" ⏎ "全年新建水库3座，…。": each line is one field in quotes, a column of a sheet. */
static bool is_column(slice text) {
    size_t rows = 0;
    for (size_t at = 0; at < text.len && rows < LOOKED_AT;) {
        slice line = next_line(text, &at);
        if (slice_trim(line).len == 0) continue;
        if (line.len < 2 || line.ptr[0] != '"' || !slice_ends(line, SLICE_LIT("\""))) return false;
        rows++;
    }
    return rows >= FEWEST_ROWS;
}

/* Bytes of this number, and of what parts it from the text of its row, 3,全年新建水库3座。; 0 when the line has no such head.
 */
static size_t head_of_row(slice line, size_t number) {
    enum { MOST_DIGITS = 6 };
    size_t at = 0, value = 0;
    for (; digit_at(line, at) && at < MOST_DIGITS; at++) value = value * 10 + (size_t)(line.ptr[at] - '0');
    return at > 0 && value == number && at < line.len && (line.ptr[at] == ',' || line.ptr[at] == '\t') ? at + 1 : 0;
}

/* The same of the next row: `*next` is its number, 0 or 1 where no row has been yet. */
static size_t next_head(slice line, size_t *next) {
    size_t head = head_of_row(line, *next);
    if (!head && *next == 0) head = head_of_row(line, *next = 1);
    *next = head ? *next + 1 : 0;
    return head;
}

/* 序号,内容 ⏎ 1,2023年工作总结 ⏎ 2,全年新建水库3座。: a column of text whose rows are counted, below a heading or none. */
static bool is_counted(slice text) {
    size_t rows = 0, next = 0, sentences = 0;
    for (size_t at = 0, lines = 0; at < text.len && rows < LOOKED_AT;) {
        slice line = slice_trim(next_line(text, &at));
        if (line.len == 0) continue;
        size_t head = next_head(line, &next);
        if (head ? memchr(line.ptr + head, '\t', line.len - head) != NULL : lines > 0) return false;
        sentences += slice_has(line, SLICE_LIT("。"));
        rows += head > 0;
        lines++;
    }
    return rows > FEWEST_ROWS && sentences * 2 > rows;
}

static bool sheet_takes(slice text) { return separator_of(text) != 0 || is_column(text) || is_counted(text); }

static void put_paragraph(struct build *b, slice text) {
    build_begin(b, BLOCK_PARAGRAPH, 0);
    build_text(b, text);
    build_end(b);
}

/* The rows of such a column without their numbers and quotes. A heading, 序号,内容, is none of the text. */
static void put_counted(struct build *b, slice text) {
    size_t next = 0;
    for (size_t at = 0; at < text.len;) {
        slice line = slice_trim(next_line(text, &at));
        if (line.len == 0) continue;
        size_t head = next_head(line, &next), field = 0;
        if (!head && b->count == 0 && !slice_has(line, SLICE_LIT("。"))) continue;
        line = slice_from(line, head);
        put_paragraph(b, line.len && line.ptr[0] == '"' ? next_field(line, 0, &field) : line);
    }
}

static void put_row(struct build *b, slice line, char separator) {
    if (b->grid.number == 0) build_table(b);
    build_row(b);
    for (size_t at = 0; at != SIZE_MAX;) {
        slice field = next_field(line, separator, &at);
        build_cell(b, 1, 1, false);
        build_text(b, field);
        build_cell_end(b);
    }
}

/* Its rows are those of tables, what stands between them are paragraphs. */
static void put_lines(struct build *b, slice text) {
    char separator = separator_of(text);
    for (size_t at = 0; at < text.len;) {
        slice line = next_line(text, &at);
        if (count_fields(line, separator) > 1 && !(separator == ',' && is_prose(line))) {
            put_row(b, line, separator);
        } else {
            if (b->grid.number) build_table_end(b);
            size_t field = 0;
            put_paragraph(b, next_field(line, separator, &field));
        }
    }
}

static bool sheet_read(struct document *out, slice text, const struct read_options *options, struct arena *report,
                       struct err *err) {
    struct build b;
    (void)options;
    (void)err;
    build_init(&b, report, text.len);
    if (is_counted(text))
        put_counted(&b, text);
    else
        put_lines(&b, text);
    build_finish(&b, out);
    return true;
}

const struct reader sheet_reader = {"sheet", sheet_takes, sheet_read};
