/* A table of reports → rows: path,body,year / 2020.txt,通山县委,2020. Written by people in spreadsheets, so a BOM, GB18030,
 * CRLF and quotes are forgiven. Says nothing of rows that fit no document: one manifest may serve many runs. */
#include "extract/read/manifest.h"

#include "extract/claim.h"
#include "extract/read/csv.h"
#include "extract/read/document.h"

#include "extract/base/banned.h"

enum { PATH, BODY, YEAR, COLUMNS };

struct reading {
    struct manifest *out;
    const char      *path;
    struct arena    *run;
    int              column[COLUMNS]; /* -1: the table lacks it */
    bool             headed;
};

static bool is_read(const struct reading *r, int column) {
    return column == r->column[PATH] || column == r->column[BODY] || column == r->column[YEAR];
}

static bool take_heading(struct reading *r, const slice *cells, size_t n, int line, struct err *err) {
    static const struct {
        const char *name; /* of the claim's column, too, which has a Chinese one */
        int         column;
    } names[] = {{"path", PATH}, {"document", PATH}, {"body", BODY}, {"year", YEAR}};
    r->headed = true;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        int at = csv_heading_either(cells, n, names[k].name, claim_heading(names[k].name));
        if (at >= 0) r->column[names[k].column] = at;
    }
    bool told = r->column[BODY] >= 0 && r->column[YEAR] >= 0;
    for (size_t i = 0; !told && !r->out->unread.len && i < n; i++)
        if (slice_trim(cells[i]).len && !is_read(r, (int)i))
            r->out->unread = arena_copy(r->run, slice_trim(cells[i])), r->out->unread_line = line;
    if (r->column[PATH] < 0)
        return err_set(err, ERR_USAGE, r->path, line, 0, "has no column “path”; its first line must name path, body, year");
    return r->column[BODY] >= 0 || r->column[YEAR] >= 0 ||
           err_set(err, ERR_USAGE, r->path, line, 0, "says neither body nor year; its first line must name path, body, year");
}

static slice cell(const struct reading *r, const slice *cells, size_t n, int which) {
    int at = r->column[which];
    return at >= 0 && (size_t)at < n ? slice_trim(cells[at]) : SLICE_NONE;
}

static bool take_row(void *context, const slice *cells, size_t n, int line, struct err *err) {
    struct reading *r = context;
    if (!r->headed) return take_heading(r, cells, n, line, err);
    slice path = cell(r, cells, n, PATH), year = cell(r, cells, n, YEAR);
    if (!path.len) return true;
    if (slice_starts(path, SLICE_LIT("./"))) path = slice_from(path, 2);
    struct manifest_row row = {.path = arena_copy(r->run, path), .line = line};
    row.body = arena_copy(r->run, cell(r, cells, n, BODY));
    row.year = year.len == 0 ? 0 : slice_int(year);
    if (year.len > 0 && (row.year < EARLIEST_YEAR || row.year > 9999))
        return err_set(err, ERR_USAGE, r->path, line, 0, "“%.*s” is no year; write it as 2020 or leave it empty",
                       (int)(year.len > 40 ? 40 : year.len), year.ptr);
    ARENA_PUSH(r->run, r->out->rows, r->out->count, r->out->capacity, row);
    return true;
}

bool manifest_load(struct manifest *out, const char *path, struct arena *run, struct err *err) {
    struct reading r = {.out = out, .path = path, .run = run, .column = {-1, -1, -1}};
    *out = (struct manifest){0};
    if (!csv_read_option(path, true, take_row, &r, err)) return false;
    if (!r.headed) return err_file(err, ERR_USAGE, path, "is empty; its first line must name path, body, year");
    const char *slash = strrchr(path, '/');
    out->folder = arena_copy(run, (slice){path, slash ? (size_t)(slash - path) + 1 : 0});
    return true;
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
