/* Rows become CSV or TSV lines: the claim 处置舆情，313起 with the raw text "甲",乙 is written …,"""甲"",乙",… and ends in
 * CRLF. A cell with nothing to quote is copied; libcsv quotes the others. No cell holds a line end, and no text cell starts
 * like a formula: =1+1 is written '=1+1. Numbers are bare digits, blanks are blank. Reading is claims_read.c's. */
#include "export/writer.h"

#include <csv.h>

#include "export/plain.h"

#include "extract/base/banned.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

struct csv {
    struct output *out;
    struct picked  picked;
    char           delimiter;
};

/* -2.5, +3: what stands in a table's cell runs nothing. */
static bool is_number(slice text) {
    slice s = slice_from(text, text.ptr[0] == '-' || text.ptr[0] == '+');
    bool  point = false;
    for (size_t i = 0; i < s.len; i++) {
        bool first_point = s.ptr[i] == '.' && i > 0 && i + 1 < s.len && !point;
        if (!first_point && !(s.ptr[i] >= '0' && s.ptr[i] <= '9')) return false;
        point |= first_point;
    }
    return s.len > 0;
}

/* Text that a spreadsheet would run: = + - @ TAB CR in front. Apostrophes before one of those get one more, so that taking
 * one off always gives the text back. */
static bool needs_guard(slice text) {
    size_t i = 0;
    if (is_number(text)) return false;
    while (i < text.len && text.ptr[i] == '\'') i++;
    return i < text.len && text.ptr[i] && strchr("=+-@\t\r", text.ptr[i]) != NULL;
}

/* Control characters become blanks, a line end of two characters one blank. */
static size_t fold_controls(char *to, slice text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '\n' && i > 0 && text.ptr[i - 1] == '\r') continue;
        to[n++] = c < 0x20 ? ' ' : (char)c;
    }
    return n;
}

static bool needs_quotes(slice text, char delimiter) {
    if (memchr(text.ptr, '"', text.len)) return true;
    if (delimiter == '\t') return false; /* a tab was folded away, and blanks are safe between tabs */
    return memchr(text.ptr, delimiter, text.len) || text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ';
}

/* The rare cell. Room: three times its length and five bytes. */
__attribute__((noinline)) static char *put_odd_text(char *to, slice text, char delimiter) {
    char  *cell = to + 2 * text.len + 4;
    size_t n = 0;
    if (needs_guard(text)) cell[n++] = '\'';
    n += fold_controls(cell + n, text);
    bool quotes = needs_quotes((slice){cell, n}, delimiter);
    if (quotes && memchr(cell, '"', n)) return to + csv_write(to, 2 * n + 2, cell, n);
    if (quotes) *to++ = '"';
    memmove(to, cell, n);
    to += n;
    if (quotes) *to++ = '"';
    return to;
}

/* Bytes that make a cell odd when it starts, or ends, with them: what starts a formula, and blanks that readers would trim. */
static const bool odd_edge[256] = {['='] = true, ['+'] = true, ['-'] = true, ['@'] = true, ['\''] = true, [' '] = true};

static inline char *put_text(char *to, slice text, char delimiter) {
    if (text.len == 0) return to;
    bool odd = odd_edge[(unsigned char)text.ptr[0]] | (text.ptr[text.len - 1] == ' ');
    if (!odd && copy_plain(to, text, '"', delimiter)) return to + text.len;
    return put_odd_text(to, text, delimiter);
}

static inline char *put_cell(char *to, const struct cell *cell, char delimiter) {
    if (cell->type == CELL_TEXT) return put_text(to, cell->text, delimiter);
    switch (cell->type) {
    case CELL_EMPTY:
    case CELL_TEXT: return to;
    case CELL_DECIMAL: return put_short(to, cell->text);
    case CELL_INTEGER: return put_integer(to, cell->integer);
    case CELL_BOOLEAN: return put_text(to, cell->integer ? SLICE_LIT("true") : SLICE_LIT("false"), delimiter);
    }
    return to;
}

static bool csv_format(const void *state, struct output *to, const struct cell *cells, struct err *err) {
    const struct csv *csv = state;
    size_t            need = 2;
    for (size_t i = 0; i < csv->picked.count; i++) need += 3 * cells[csv->picked.column[i]].text.len + 24;
    char *start = output_room(to, need, err), *end = start;
    if (!start) return false;
    for (size_t i = 0; i < csv->picked.count; i++) {
        end = put_cell(end, &cells[csv->picked.column[i]], csv->delimiter);
        *end++ = csv->delimiter;
    }
    end -= csv->picked.count > 0;
    if (end == start) end += csv_write(end, 2, "", 0); /* an only cell that is empty: readers skip blank lines */
    *end++ = '\r';
    *end++ = '\n';
    output_take(to, (size_t)(end - start));
    return true;
}

static bool csv_row(void *state, const struct cell *cells, struct err *err) {
    return csv_format(state, ((struct csv *)state)->out, cells, err);
}

static bool csv_join(void *state, slice bytes, struct err *err) {
    return output_write(((struct csv *)state)->out, bytes.ptr, bytes.len, err);
}

static bool write_header(const struct csv *csv, const struct table_schema *schema, const char *header, struct arena *arena,
                         struct err *err) {
    struct cell *cells = ARENA_ARRAY(arena, struct cell, schema->count + 1);
    for (size_t i = 0; i < schema->count; i++)
        cells[i] = (struct cell){CELL_TEXT, column_heading(&schema->columns[i], header, arena), 0};
    return csv_format(csv, csv->out, cells, err);
}

static bool open_delimited(void **state, const char *path, const struct table_schema *schema,
                           const struct write_options *options, struct arena *arena, struct err *err, char delimiter) {
    struct csv *csv = arena_new(arena, sizeof *csv);
    csv->delimiter = delimiter;
    if (!columns_pick(&csv->picked, schema, options->columns, arena, err) || !output_open(&csv->out, path, err)) return false;
    bool mark = options->bom == WHEN_ALWAYS || (options->bom == WHEN_AUTO && output_is_file(csv->out));
    if ((mark && !output_write(csv->out, byte_order_mark, 3, err)) || !write_header(csv, schema, options->header, arena, err)) {
        output_abort(csv->out);
        return false;
    }
    *state = csv;
    return true;
}

static bool csv_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                     struct arena *arena, struct err *err) {
    return open_delimited(state, path, schema, options, arena, err, ',');
}

static bool tsv_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                     struct arena *arena, struct err *err) {
    return open_delimited(state, path, schema, options, arena, err, '\t');
}

static bool csv_close(void *state, struct err *err) { return output_commit(((struct csv *)state)->out, err); }

static void csv_abort(void *state) { output_abort(((struct csv *)state)->out); }

const struct writer csv_writer = {"csv",   ".csv",    "RFC 4180, CRLF", false,      csv_open,
                                  csv_row, csv_close, csv_abort,        csv_format, csv_join};
const struct writer tsv_writer = {"tsv",   ".tsv",    "tabs, CRLF", false,      tsv_open,
                                  csv_row, csv_close, csv_abort,    csv_format, csv_join};
