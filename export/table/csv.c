/* Rows become CSV or TSV lines: the claim 处置舆情，313起 with the raw text "甲",乙 is written …,"""甲"",乙",… and ends in
 * CRLF, in TSV in LF: the last column that cut and awk see bears no CR. A cell with nothing to quote is copied; libcsv quotes
 * the others. No cell holds a line end, and no text cell starts like a formula: =1+1 is written '=1+1. Numbers are bare digits,
 * blanks are blank. Reading is claims_read.c's. */
#include "export/table/writer.h"

#include <csv.h>

#include "export/table/plain.h"

#include "extract/base/banned.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

struct csv {
    struct output        *out;
    struct picked         picked;
    char                  delimiter;
    const struct quoting *quoting;
    plain_putter         *put;
    struct claim_words    words;
};

/* -2.5, +3: what stands in a table's cell runs nothing. */
static bool is_number(slice text) {
    slice s = slice_from(text, text.ptr[0] == '-' || text.ptr[0] == '+');
    bool  point = false;
    for (size_t i = 0; i < s.len; i++) {
        bool first_point = s.ptr[i] == '.' && i > 0 && i + 1 < s.len && !point;
        if (!first_point && !ascii_digit(s.ptr[i])) return false;
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
static char *put_blanks(char *to, slice text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '\n' && i > 0 && text.ptr[i - 1] == '\r') continue;
        *to++ = c < 0x20 ? ' ' : (char)c;
    }
    return to;
}

static bool needs_quotes(slice text, char delimiter) {
    if (memchr(text.ptr, '"', text.len)) return true;
    if (delimiter == '\t') return false; /* a tab was folded away, and blanks are safe between tabs */
    return memchr(text.ptr, delimiter, text.len) || text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ';
}

/* The rare cell. Room: three times its length, and a little. */
static char *put_odd(char *to, slice text, char delimiter) {
    char *cell = to + 2 * text.len + 4, *end = cell;
    if (needs_guard(text)) *end++ = '\'';
    end = put_blanks(end, text);
    size_t n = (size_t)(end - cell);
    bool   quotes = needs_quotes((slice){cell, n}, delimiter);
    if (quotes && memchr(cell, '"', n)) return to + csv_write(to, 2 * n + 2, cell, n);
    if (quotes) *to++ = '"';
    memmove(to, cell, n);
    to += n;
    if (quotes) *to++ = '"';
    return to;
}

static char *put_nothing(char *to, slice text, const struct quoting *quoting) { return (void)text, (void)quoting, to; }

static char *put_odd_tsv(char *to, slice text, const struct quoting *quoting) { return (void)quoting, put_odd(to, text, '\t'); }

/* What starts a formula, and blanks at an end that readers would trim. */
#define ODD_FIRST                                                                                                              \
    { ['='] = true, ['+'] = true, ['-'] = true, ['@'] = true, ['\''] = true, [' '] = true }

static const struct quoting tsv_quoting = {{['"' & 15] = '"'}, ODD_FIRST, ' ', put_odd_tsv},
                            in_quotes = {{['"' & 15] = '"'}, ODD_FIRST, ' ', put_nothing};

/* 局党组集中学习26次,开展警示教育4次。 needs no more than its quotes. */
static char *put_odd_csv(char *to, slice text, const struct quoting *quoting) {
    (void)quoting;
    char *end = plain_putter_here()(to + 1, text, &in_quotes);
    if (end == to + 1) return put_odd(to, text, ',');
    *to = *end++ = '"';
    return end;
}

static const struct quoting csv_quoting = {{['"' & 15] = '"', [',' & 15] = ','}, ODD_FIRST, ' ', put_odd_csv};

static inline char *put_text(char *to, slice text, const struct csv *csv) {
    return text.len ? csv->put(to, text, csv->quoting) : to;
}

/* One place for all numbers of a row: their code is longer than the rest of it. */
APART static char *put_integer(char *to, int64_t value) { return integer_put(to, value); }

static char *put_cell(char *to, const struct cell *cell, const struct csv *csv) {
    switch (cell->type) {
    case CELL_EMPTY: return to;
    case CELL_TEXT: return put_text(to, cell->text, csv);
    case CELL_DECIMAL: memcpy(to, cell->text.ptr, cell->text.len); return to + cell->text.len;
    case CELL_INTEGER: return put_integer(to, cell->integer);
    case CELL_BOOLEAN: return put_text(to, cell->integer ? SLICE_LIT("true") : SLICE_LIT("false"), csv);
    }
    return to;
}

/* Room for a row whose cells hold so many bytes of text, each of which may be doubled and moved. */
static size_t row_room(size_t cells, size_t text) { return 3 * text + cells * CELL_ROOM + 2; }

/* The row stands from `start` to behind its last delimiter, which the line's end takes the place of. */
static void end_row(const struct csv *csv, struct output *rows, const char *start, char *end) {
    if (end > start) end--;
    if (end == start) end += csv_write(end, 2, "", 0); /* an only cell that is empty: readers skip blank lines */
    if (csv->delimiter == ',') *end++ = '\r';
    *end++ = '\n';
    output_take(rows, (size_t)(end - start));
}

static bool put_cells(const struct csv *csv, struct output *rows, const struct cell *cells, struct err *err) {
    size_t text = 0;
    for (size_t i = 0; i < csv->picked.count; i++) text += cells[csv->picked.column[i]].text.len;
    char *start = output_room(rows, row_room(csv->picked.count, text), err), *to = start;
    if (!start) return false;
    for (size_t i = 0; i < csv->picked.count; i++) {
        to = put_cell(to, &cells[csv->picked.column[i]], csv);
        *to++ = csv->delimiter;
    }
    end_row(csv, rows, start, to);
    return true;
}

static bool csv_row(void *state, const struct cell *cells, struct err *err) {
    return put_cells(state, ((struct csv *)state)->out, cells, err);
}

/* ---- claims, straight from their fields ---- */

#define PUT_TEXT(field) put_text(to, claim->field, csv)
#define PUT_UNIT(field) PUT_TEXT(field)
#define PUT_DECIMAL(field) (claim->field.present ? to + decimal_write(to, claim->field) : to)
#define PUT_YEAR(field) (claim->field ? put_integer(to, claim->field) : to)
#define PUT_COUNT(field) put_integer(to, claim->field)
#define PUT_WORD(field) written_put(to, &csv->words.field[claim->field])
#define PUT_WORD_OR_NONE(field) PUT_WORD(field)
#define PUT_FIELD(field, type, heading, about)                                                                                 \
    to = PUT_##type(field);                                                                                                    \
    *to++ = csv->delimiter;

static char *csv_place(char *to, const struct claim *claim, const void *format) {
    const struct csv *csv = format;
    CLAIM_PLACE_COLUMNS(PUT_FIELD)
    return to;
}

APART static bool put_picked(const struct csv *csv, struct output *rows, const struct claim *claim, struct err *err) {
    struct cell cells[CLAIM_COLUMN_COUNT];
    char        digits[4][DECIMAL_TEXT];
    claim_cells(claim, cells, digits);
    return put_cells(csv, rows, cells, err);
}

static bool csv_claim(const void *state, struct output *rows, struct place_cells *kept, const struct claim *claim,
                      struct err *err) {
    const struct csv *csv = state;
    if (!rows) rows = csv->out;
    if (!csv->picked.all) return put_picked(csv, rows, claim, err);
    char *start = output_room(rows, row_room(CLAIM_COLUMN_COUNT, claim_text_bytes(claim)), err), *to = start;
    if (!start) return false;
    to = place_put(to, claim, csv, csv_place, kept);
    CLAIM_FIGURE_COLUMNS(PUT_FIELD)
    end_row(csv, rows, start, to);
    return true;
}

static bool csv_join(void *state, slice bytes, struct err *err) {
    return output_write(((struct csv *)state)->out, bytes.ptr, bytes.len, err);
}

static bool write_header(const struct csv *csv, const struct table_schema *schema, const char *header, struct arena *arena,
                         struct err *err) {
    struct cell *cells = ARENA_ARRAY(arena, struct cell, schema->count + 1);
    for (size_t i = 0; i < schema->count; i++)
        cells[i] = (struct cell){CELL_TEXT, column_heading(&schema->columns[i], header, arena), 0};
    return put_cells(csv, csv->out, cells, err);
}

static struct csv *csv_new(char delimiter, struct arena *arena) {
    struct csv *csv = arena_new(arena, sizeof *csv);
    csv->delimiter = delimiter;
    csv->quoting = delimiter == '\t' ? &tsv_quoting : &csv_quoting;
    csv->put = plain_putter_here();
    claim_words_make(&csv->words, "", "");
    return csv;
}

static bool open_delimited(struct csv *csv, const char *path, const struct table_schema *schema,
                           const struct write_options *options, struct arena *arena, struct err *err) {
    if (!columns_pick(&csv->picked, schema, options->columns, arena, err) || !output_open(&csv->out, path, err)) return false;
    bool mark = options->bom == WHEN_ALWAYS || (options->bom == WHEN_AUTO && output_is_file(csv->out));
    if ((mark && !output_write(csv->out, byte_order_mark, 3, err)) || !write_header(csv, schema, options->header, arena, err)) {
        output_abort(csv->out);
        return false;
    }
    return true;
}

static bool csv_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                     struct arena *arena, struct err *err) {
    return open_delimited(*state = csv_new(',', arena), path, schema, options, arena, err);
}

static bool tsv_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                     struct arena *arena, struct err *err) {
    return open_delimited(*state = csv_new('\t', arena), path, schema, options, arena, err);
}

static bool csv_close(void *state, struct err *err) { return output_commit(((struct csv *)state)->out, err); }

static bool csv_flush(void *state, struct err *err) { return output_flush(((struct csv *)state)->out, err); }

static void csv_abort(void *state) { output_abort(((struct csv *)state)->out); }

const struct writer csv_writer = {"csv",     ".csv",    false,     csv_open,  csv_row,
                                  csv_close, csv_abort, csv_flush, csv_claim, csv_join};
const struct writer tsv_writer = {"tsv",     ".tsv",    false,     tsv_open,  csv_row,
                                  csv_close, csv_abort, csv_flush, csv_claim, csv_join};
