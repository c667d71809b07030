/* Tables that an analyst edits become rows of slices: 亩 ⇥ 平方米 ⇥ area ⇥ 2000/3. Knows no column by name. */
#include "extract/base/tsv.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { LARGEST_TABLE = 64 * 1024 * 1024 };

/* All that can be read, with room for a NUL behind it; -1 and errno when it cannot. */
static ssize_t read_all(int file, char **out, size_t limit, struct arena *arena) {
    struct stat about;
    bool        regular = fstat(file, &about) == 0 && S_ISREG(about.st_mode) && (size_t)about.st_size <= limit;
    size_t      count = 0, capacity = 0, more = regular ? (size_t)about.st_size + 2 : 65536; /* 2: its end, and a NUL */
    ssize_t     got;
    *out = NULL;
    do {
        if (capacity - count < 2) *out = arena_grow(arena, *out, count, &capacity, count + more, 1);
        do got = read(file, *out + count, capacity - count - 1);
        while (got < 0 && errno == EINTR);
        if (got > 0) count += (size_t)got;
    } while (got > 0 && count <= limit);
    return got < 0 ? got : (ssize_t)count;
}

bool file_load(slice *out, const char *path, size_t limit, struct arena *arena, struct err *err) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return err_file(err, ERR_INPUT, path, "cannot be opened: %s", err_reason(ERR_INPUT));
    char   *bytes;
    ssize_t count = read_all(file, &bytes, limit, arena);
    if (count < 0) err_file(err, ERR_INPUT, path, "cannot be read: %s", err_reason(ERR_INPUT));
    close(file);
    if (count < 0) return false;
    if ((size_t)count > limit) return err_file(err, ERR_INPUT, path, "is larger than %zu bytes", limit);
    bytes[count] = '\0';
    *out = (slice){bytes, (size_t)count};
    return true;
}

const char *tsv_find(const char *const *dirs, size_t n, const char *name, struct arena *arena) {
    while (n-- > 0) {
        const char *path = arena_format(arena, "%s/%s", dirs[n], name).ptr;
        if (access(path, F_OK) == 0) return path;
    }
    return NULL;
}

/* Cuts the line of headings at its tabs. Returns how many there are. */
static size_t cut_headings(slice line, slice *headings) {
    size_t n = 0;
    for (size_t at = 0; at <= line.len;) headings[n++] = slice_trim(slice_take(line, '\t', &at));
    return n;
}

/* Where the tabs and line ends of a text stand: a block of it is looked at once. The end of the text is one, too. */
struct stops {
    slice    text;
    size_t   block; /* where it starts */
    uint64_t there; /* its bits that are still to come */
};

static inline size_t stop_next(struct stops *s) {
    while (!s->there) {
        s->block += STOPS_BLOCK;
        s->there = stops_in(s->text.ptr + s->block);
        if (s->text.len - s->block < STOPS_BLOCK) s->there |= UINT64_C(1) << (s->text.len - s->block);
    }
    size_t stop = s->block + (size_t)__builtin_ctzll(s->there);
    s->there &= s->there - 1;
    return stop;
}

/* Cuts the line at `*at` into `cells`, at most `most` of them, blanks around a cell taken off, as is the \r of CRLF; `*at`
 * moves behind its end. Returns how many there are. */
static size_t cut_cells(struct stops *stops, size_t *at, slice *cells, size_t most) {
    for (size_t n = 0;; n++) {
        size_t stop = stop_next(stops), from = *at;
        if (n < most) cells[n] = slice_trim(slice_sub(stops->text, from, stop));
        *at = stop + 1;
        if (stops->text.ptr[stop] != '\t') return n + 1;
    }
}

/* The line at `*at`, which moves behind its end; without the \r of CRLF. */
static slice line_take(slice text, size_t *at) {
    slice line = slice_take(text, '\n', at);
    if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

static bool not_utf8(const char *path, int line, struct err *err) {
    return err_set(err, ERR_RULE, path, line, 0, "is not UTF-8; save it as UTF-8");
}

/* It is neither blank nor a remark. */
static bool holds_cells(slice line) { return slice_trim(line).len > 0 && line.ptr[0] != '#'; }

bool tsv_load(struct tsv *out, const char *path, struct arena *arena, struct err *err) {
    slice text;
    *out = (struct tsv){.path = arena_copy(arena, slice_of(path)).ptr};
    if (!file_load(&text, path, LARGEST_TABLE, arena, err)) {
        err->kind = ERR_RULE;
        return false;
    }
    text = utf8_unmarked(text);
    size_t bad = utf8_validate(text), at = 0;
    int    number = 0;
    while (at < text.len && out->columns == 0) {
        slice line = line_take(text, &at);
        number++;
        if (bad < text.len && bad < at) return not_utf8(path, number, err);
        if (!holds_cells(line)) continue;
        slice *headings = ARENA_ARRAY(arena, slice, 1 + slice_count(line, '\t'));
        out->columns = cut_headings(line, headings);
        out->headings = headings;
    }
    size_t          lines = at < text.len ? 1 + slice_count(slice_from(text, at), '\n') : 0;
    struct tsv_row *rows = ARENA_ARRAY(arena, struct tsv_row, lines);
    slice          *cells = ARENA_ARRAY(arena, slice, lines * out->columns);
    struct stops    stops = {.text = text, .block = at - STOPS_BLOCK};
    while (at < text.len) {
        size_t from = at, count = cut_cells(&stops, &at, cells, out->columns);
        number++;
        if (bad < text.len && bad < at) return not_utf8(path, number, err);
        if (!holds_cells(slice_sub(text, from, at - 1))) {
            memset(cells, 0, out->columns * sizeof *cells);
            continue;
        }
        if (count > out->columns)
            return err_set(err, ERR_RULE, path, number, 0, "has %zu cells, but there are %zu headings; take the extra tabs out",
                           count, out->columns);
        rows[out->rows++] = (struct tsv_row){number, cells};
        cells += out->columns;
    }
    out->row = rows;
    if (!out->headings)
        return err_file(err, ERR_RULE, path, "has no heading line; the first line that is no comment names the columns");
    return true;
}

int tsv_column(const struct tsv *table, const char *heading) {
    for (size_t i = 0; i < table->columns; i++)
        if (slice_equal(table->headings[i], slice_of(heading))) return (int)i;
    return -1;
}

/* The one heading of a table whose tabs an editor made blanks of, or that a spreadsheet saved with commas, holds them all. */
static bool lacks_tabs(const struct tsv *table, const char *heading) {
    return table->columns == 1 && slice_has(table->headings[0], slice_of(heading));
}

bool tsv_columns(const struct tsv *table, struct err *err, const struct tsv_needed *needed, size_t n) {
    for (size_t i = 0; i < n; i++) {
        *needed[i].column = tsv_column(table, needed[i].heading);
        if (*needed[i].column >= 0) continue;
        if (lacks_tabs(table, needed[i].heading))
            return err_file(err, ERR_RULE, table->path, "has no tabs between its columns; put one there");
        return err_file(err, ERR_RULE, table->path, "lacks the column %s", needed[i].heading);
    }
    return true;
}

int tsv_place(const struct tsv_row *row, slice cell) {
    if (cell.ptr == NULL || cell.ptr < row->cells[0].ptr) return 0;
    return 1 + (int)utf8_count((slice){row->cells[0].ptr, (size_t)(cell.ptr - row->cells[0].ptr)});
}

bool tsv_filled(const struct tsv *table, const struct tsv_row *row, const char *heading, slice cell, struct err *err) {
    return cell.len > 0 || err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, cell), "%s is empty", heading);
}

bool tsv_unknown(const struct tsv *table, const struct tsv_row *row, const char *heading, slice word, struct err *err) {
    return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, word), "%s has no such word: %.*s", heading,
                   SLICE_ARG(word));
}

bool tsv_number(const struct tsv *table, const struct tsv_row *row, const char *heading, int *number, struct err *err) {
    slice cell = tsv_cell(row, tsv_column(table, heading));
    bool  minus = cell.len && cell.ptr[0] == '-';
    int   value = cell.len ? slice_int(minus ? slice_from(cell, 1) : cell) : 0;
    *number = minus ? -value : value;
    return value >= 0 || err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, cell), "%s is a whole number, not %.*s",
                                 heading, SLICE_ARG(cell));
}
