/* CSV or TSV text becomes rows of cells by libcsv: 处置舆情,"甲,乙",'=1+1 → 处置舆情 · 甲,乙 · =1+1. What a cell means is the
 * caller's business. */
#include "extract/read/csv.h"
#include "extract/claim.h"
#include "extract/read/encoding.h"
#include "extract/words/headings.h"

#include <csv.h>
#include <errno.h>

#include "extract/base/banned.h"

enum { CHUNK = 256 * 1024 };

struct reader {
    const char  *path;
    csv_row_sink sink;
    void        *context;
    struct err  *err;
    char        *text; /* the cells of the row, one behind the other */
    size_t       text_used, text_capacity;
    size_t      *ends; /* where each cell ends in `text` */
    slice       *cells;
    size_t       count, capacity, headings; /* headings: cells of the first row */
    int          line, row_line;
    bool         by_hand; /* its last line may lack cells and its end */
    bool         at_end;  /* of the file, in a row that has no line end */
    bool         stopped, out_of_memory;
};

/* Undoes the writer's guard: '=1+1 → =1+1, and ''=1+1 → '=1+1. Other apostrophes stay. */
static slice without_guard(slice cell) {
    size_t i = 0;
    while (i < cell.len && cell.ptr[i] == '\'') i++;
    bool guarded = i > 0 && i < cell.len && cell.ptr[i] && strchr("=+-@\t\r", cell.ptr[i]);
    return guarded ? slice_from(cell, 1) : cell;
}

static bool grow(struct reader *r, size_t bytes) {
    if (r->text_used + bytes > r->text_capacity) {
        size_t capacity = 2 * (r->text_used + bytes) + 4096;
        char  *text = realloc(r->text, capacity);
        if (!text) return false;
        r->text = text;
        r->text_capacity = capacity;
    }
    if (r->count == r->capacity) {
        size_t  capacity = 2 * r->capacity + 64;
        size_t *ends = realloc(r->ends, capacity * sizeof *ends);
        if (!ends) return false;
        r->ends = ends;
        slice *cells = realloc(r->cells, capacity * sizeof *cells);
        if (!cells) return false;
        r->cells = cells;
        r->capacity = capacity;
    }
    return true;
}

static void take_cell(void *bytes, size_t n, void *context) {
    struct reader *r = context;
    if (r->stopped || (r->out_of_memory |= !grow(r, n))) return;
    if (n) memcpy(r->text + r->text_used, bytes, n);
    r->text_used += n;
    r->ends[r->count++] = r->text_used;
}

/* What was cut short in the middle of 1200000 would be read as 120. */
static bool is_cut(const struct reader *r) { return r->at_end && !r->by_hand && r->count < r->headings; }

static bool cut(struct reader *r) {
    return err_set(r->err, ERR_INPUT, r->path, r->row_line, 0,
                   "is cut short: %zu cells of %zu and no line end; get the file again, or end the line", r->count,
                   r->headings);
}

static void take_row(int end, void *context) {
    struct reader *r = context;
    (void)end;
    if (!r->headings) r->headings = r->count;
    if (is_cut(r) && !r->stopped) r->stopped = !cut(r);
    if (!r->stopped && !r->out_of_memory) {
        size_t from = 0;
        for (size_t i = 0; i < r->count; i++) {
            r->cells[i] = without_guard((slice){r->text + from, r->ends[i] - from});
            from = r->ends[i];
        }
        r->stopped = !r->sink(r->context, r->cells, r->count, r->row_line, r->err);
    }
    r->count = r->text_used = 0;
    r->row_line = r->line + 1;
}

static int no_space(unsigned char c) { return (void)c, 0; } /* libcsv would trim blanks that belong to the cell */

static bool broken(struct reader *r, struct csv_parser *parser) {
    if (csv_error(parser) == CSV_EPARSE)
        return err_set(r->err, ERR_INPUT, r->path, r->row_line, 0,
                       "has a quotation mark that is not closed or stands inside a cell");
    return err_set(r->err, ERR_INPUT, r->path, r->row_line, 0, "is no CSV: %s", csv_strerror(csv_error(parser)));
}

/* Line by line, so that a row knows its line. */
static bool parse(struct reader *r, struct csv_parser *parser, slice bytes) {
    while (bytes.len && !r->stopped) {
        const char *stop = memchr(bytes.ptr, '\n', bytes.len);
        size_t      n = stop ? (size_t)(stop - bytes.ptr) + 1 : bytes.len;
        r->line += stop != NULL;
        if (csv_parse(parser, bytes.ptr, n, take_cell, take_row, r) != n) return broken(r, parser);
        bool blank = n <= 2 && (bytes.ptr[0] == '\n' || bytes.ptr[0] == '\r');
        if (blank && r->count == 0) r->row_line = r->line + 1;
        if (r->out_of_memory) return err_memory(r->err);
        bytes = slice_from(bytes, n);
    }
    return true;
}

char csv_delimiter(slice head) {
    slice line = slice_until(head, '\n');
    if (slice_count(line, '\t')) return '\t';
    return slice_count(line, ';') && !slice_count(line, ',') ? ';' : ',';
}

const char *csv_encoding(slice head, bool cut) {
    struct encoding_look look = {0};
    while (cut && head.len && head.ptr[head.len - 1] != '\n') head.len--; /* whole lines, of whole characters */
    encoding_look(&look, head);
    const char *told = head.len ? encoding_told(&look, head) : NULL;
    return told && !encoding_is_utf8(told) ? told : NULL;
}

/* All of a file in this encoding: a spreadsheet's, which is not large. `head` was read of it. */
static bool read_decoded(struct reader *r, struct csv_parser *parser, char delimiter, FILE *file, slice head,
                         const char *encoding) {
    struct arena   arena;
    struct decoded decoded;
    size_t         count = 0, capacity = 0;
    char          *all = NULL, chunk[4096];
    arena_init(&arena);
    for (slice piece = head; piece.len; piece = (slice){chunk, fread(chunk, 1, sizeof chunk, file)}) {
        arena_append(&arena, &all, &count, &capacity, piece);
    }
    bool done = encoding_decode(&decoded, (slice){all, count}, encoding, &arena) && !decoded.too_large;
    if (done) {
        csv_set_delim(parser, (unsigned char)(delimiter ? delimiter : csv_delimiter(decoded.text)));
        done = parse(r, parser, decoded.text);
    } else {
        err_file(r->err, ERR_INPUT, r->path, "is not UTF-8; save it as UTF-8");
    }
    arena_free(&arena);
    return done;
}

static bool read_all(struct reader *r, struct csv_parser *parser, char delimiter, FILE *file, char *chunk) {
    bool first = true;
    for (size_t got; !r->stopped && (got = fread(chunk, 1, CHUNK, file)) > 0; first = false) {
        slice       bytes = {chunk, got};
        const char *encoding = first ? csv_encoding(bytes, got == CHUNK) : NULL;
        if (encoding) {
            if (!read_decoded(r, parser, delimiter, file, bytes, encoding)) return false;
            break;
        }
        if (first) {
            bytes = utf8_unmarked(bytes);
            csv_set_delim(parser, (unsigned char)(delimiter ? delimiter : csv_delimiter(bytes)));
        }
        if (!parse(r, parser, bytes)) return false;
    }
    if (ferror(file)) return err_file(r->err, ERR_INPUT, r->path, "cannot be read: %s", err_reason(ERR_INPUT));
    r->at_end = true;
    if (!r->stopped && csv_fini(parser, take_cell, take_row, r) != 0) return broken(r, parser);
    return !r->stopped;
}

static bool read_file(struct reader *r, char delimiter) {
    struct csv_parser parser;
    FILE             *file = strcmp(r->path, "-") == 0 ? stdin : fopen(r->path, "rb");
    if (!file) return err_file(r->err, ERR_INPUT, r->path, "cannot be opened: %s", err_reason(ERR_INPUT));
    char *chunk = malloc(CHUNK);
    bool  done = false;
    if (chunk && csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0) {
        csv_set_space_func(&parser, no_space);
        done = read_all(r, &parser, delimiter, file, chunk);
        csv_free(&parser);
    } else {
        err_memory(r->err);
    }
    free(chunk);
    free(r->text);
    free(r->ends);
    free(r->cells);
    if (file != stdin) fclose(file);
    return done;
}

bool csv_read(const char *path, char delimiter, csv_row_sink sink, void *context, struct err *err) {
    struct reader r = {.path = path, .sink = sink, .context = context, .err = err, .row_line = 1};
    return read_file(&r, delimiter);
}

bool csv_read_option(const char *path, bool by_hand, csv_row_sink sink, void *context, struct err *err) {
    struct reader r = {.path = path, .sink = sink, .context = context, .err = err, .row_line = 1, .by_hand = by_hand};
    if (read_file(&r, 0)) return true;
    if (err->kind == ERR_INPUT) err->kind = ERR_USAGE;
    return false;
}

int csv_heading(const slice *cells, size_t n, slice heading) {
    for (size_t i = 0; i < n; i++) {
        slice cell = slice_trim(cells[i]);
        if (slice_equal(cell, heading)) return (int)i;
    }
    for (size_t i = 0; i < n; i++) {
        slice cell = slice_trim(cells[i]), first = slice_until(cell, ' ');
        if (first.len == cell.len) continue;
        if (slice_equal(first, heading) || slice_equal(slice_from(cell, first.len + 1), heading)) return (int)i;
    }
    return -1;
}

int csv_heading_either(const slice *cells, size_t n, const char *heading, const char *chinese) {
    int at = csv_heading(cells, n, slice_of(heading));
    return at < 0 && chinese ? csv_heading(cells, n, slice_of(chinese)) : at;
}

int csv_answer(slice cell) {
    static const char *const yes[] = {ANSWERS_YES}, *const no[] = {ANSWERS_NO};
    if (name_index(yes, sizeof yes / sizeof *yes, cell) >= 0) return 1;
    return name_index(no, sizeof no / sizeof *no, cell) >= 0 ? 0 : -1;
}
