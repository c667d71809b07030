/* A table of reports → rows: path,body,year / 2020.txt,通山县委,2020. Written by people in spreadsheets, so a BOM, GB18030,
 * CRLF and quotes are forgiven. Says nothing of rows that fit no document: one manifest may serve many runs. */
#include "extract/read/manifest.h"

#include <csv.h>

#include "extract/base/tsv.h"
#include "extract/read/document.h"
#include "extract/read/encoding.h"
#include "extract/claim.h"

#include "extract/base/banned.h"

enum { MOST_CELLS = 64, LARGEST_MANIFEST = 16 * 1024 * 1024 };
enum { PATH, BODY, YEAR, COLUMNS };

struct reading {
    struct manifest *out;
    const char      *path;
    struct arena    *run;
    struct err      *err;
    slice            cells[MOST_CELLS];
    size_t           count;
    int              line, row_line;  /* of the bytes now read, of the row's first byte */
    int              column[COLUMNS]; /* -1: the table lacks it */
    bool             headed;
};

static void take_cell(void *bytes, size_t n, void *context) {
    struct reading *r = context;
    if (r->count == 0) r->row_line = r->line;
    if (r->count < MOST_CELLS) r->cells[r->count] = slice_trim(arena_copy(r->run, (slice){bytes, n}));
    r->count++;
}

static bool is_read(const struct reading *r, int column) {
    return column == r->column[PATH] || column == r->column[BODY] || column == r->column[YEAR];
}

static void take_heading(struct reading *r) {
    static const struct {
        const char *name; /* of the claim's column, too, which has a Chinese one */
        int         column;
    } names[] = {{"path", PATH}, {"document", PATH}, {"body", BODY}, {"year", YEAR}};
    r->headed = true;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        slice name = slice_of(names[k].name), chinese = slice_of(claim_heading(names[k].name));
        for (size_t i = 0; i < r->count && i < MOST_CELLS; i++)
            if (slice_equal(r->cells[i], name) || (chinese.len && slice_equal(r->cells[i], chinese)))
                r->column[names[k].column] = (int)i;
    }
    bool told = r->column[BODY] >= 0 && r->column[YEAR] >= 0;
    for (size_t i = 0; !told && !r->out->unread.len && i < r->count && i < MOST_CELLS; i++)
        if (r->cells[i].len && !is_read(r, (int)i)) r->out->unread = r->cells[i], r->out->unread_line = r->row_line;
    if (r->column[PATH] < 0)
        err_set(r->err, ERR_USAGE, r->path, r->row_line, 0, "has no column “path”; its first line must name path, body, year");
    else if (r->column[BODY] < 0 && r->column[YEAR] < 0)
        err_set(r->err, ERR_USAGE, r->path, r->row_line, 0,
                "says neither body nor year; its first line must name path, body, year");
}

static slice cell(const struct reading *r, int which) {
    int at = r->column[which];
    return at >= 0 && (size_t)at < r->count && at < MOST_CELLS ? r->cells[at] : SLICE_NONE;
}

static void take_row(int end, void *context) {
    struct reading *r = context;
    (void)end;
    if (r->err->kind != ERR_NONE) return;
    if (!r->headed) {
        take_heading(r);
    } else if (cell(r, PATH).len > 0) {
        struct manifest_row row = {.path = cell(r, PATH), .body = cell(r, BODY), .line = r->row_line};
        slice               year = cell(r, YEAR);
        row.year = year.len == 0 ? 0 : slice_int(year);
        if (year.len > 0 && (row.year < EARLIEST_YEAR || row.year > 9999))
            err_set(r->err, ERR_USAGE, r->path, r->row_line, 0, "“%.*s” is no year; write it as 2020 or leave it empty",
                    (int)(year.len > 40 ? 40 : year.len), year.ptr);
        if (slice_starts(row.path, SLICE_LIT("./"))) row.path = slice_from(row.path, 2);
        ARENA_PUSH(r->run, r->out->rows, r->out->count, r->out->capacity, row);
    }
    r->count = 0;
}

static void broken(struct reading *r) {
    err_set(r->err, ERR_USAGE, r->path, r->count ? r->row_line : r->line, 0,
            "has a quotation mark that is not closed or stands inside a cell");
}

/* Fed line by line, so that the line of a row is known: libcsv does not count them and passes over empty ones. */
static void parse(struct reading *r, slice text, struct csv_parser *parser) {
    for (size_t at = 0; at < text.len && r->err->kind == ERR_NONE; r->line++) {
        const char *stop = memchr(text.ptr + at, '\n', text.len - at);
        size_t      end = stop ? (size_t)(stop - text.ptr) + 1 : text.len;
        if (csv_parse(parser, text.ptr + at, end - at, take_cell, take_row, r) != end - at) broken(r);
        at = end;
    }
    if (r->err->kind == ERR_NONE && csv_fini(parser, take_cell, take_row, r) != 0) broken(r);
}

bool manifest_load(struct manifest *out, const char *path, struct arena *run, struct err *err) {
    struct reading r = {.out = out, .path = path, .run = run, .err = err, .line = 1, .column = {-1, -1, -1}};
    struct decoded decoded;
    slice          bytes;
    *out = (struct manifest){0};
    if (!file_load(&bytes, path, LARGEST_MANIFEST, run, err)) {
        err->kind = ERR_USAGE;
        return false;
    }
    if (!encoding_decode(&decoded, bytes, NULL, run)) return err_set(err, ERR_USAGE, path, 0, 0, "is no text; save it as CSV");
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        return err_set(err, ERR_MEMORY, path, 0, 0, "no memory to read it");
    parse(&r, decoded.text, &parser);
    csv_free(&parser);
    if (!r.headed) err_set(err, ERR_USAGE, path, 0, 0, "is empty; its first line must name path, body, year");
    const char *slash = strrchr(path, '/');
    out->folder = arena_copy(run, (slice){path, slash ? (size_t)(slash - path) + 1 : 0});
    return err->kind == ERR_NONE;
}

static bool is_row_of(const struct manifest *m, const struct manifest_row *row, slice path) {
    if (slice_starts(path, SLICE_LIT("./"))) path = slice_from(path, 2);
    if (!slice_ends(path, row->path)) return false;
    slice head = slice_less(path, row->path.len);
    return head.len == 0 || head.ptr[head.len - 1] == '/' || slice_equal(head, m->folder);
}

const struct manifest_row *manifest_find(const struct manifest *m, slice path) {
    const struct manifest_row *best = NULL;
    for (size_t i = 0; i < m->count; i++)
        if (is_row_of(m, &m->rows[i], path) && (!best || m->rows[i].path.len > best->path.len)) best = &m->rows[i];
    return best;
}

void manifest_meet(struct manifest *m, slice path) {
    for (size_t i = 0; i < m->count; i++) m->rows[i].met |= is_row_of(m, &m->rows[i], path);
}
