/* A claim file becomes claims again: claims.csv, .tsv or .jsonl that suanpan wrote, with English, Chinese or both headings, or
 * an archive.db. 处置网络舆情,313,…,起 → the claim that it was. Columns that a file lacks are empty; others are left alone. */
#include "export/claims_read.h"

#include <sys/stat.h>
#include <unistd.h>

#include "extract/read/csv.h"
#include "export/replace.h"
#include "export/sqlite.h"
#include "extract/base/json.h"
#include "extract/base/tsv.h"
#include "extract/messages.h"
#include "extract/read/encoding.h"
#include "extract/read/ours.h"

#include "extract/base/banned.h"

enum { PROBE_BYTES = 64 * 1024, LARGEST_CLAIM_FILE = 1024 * 1024 * 1024 };

struct claim_reader {
    claim_sink    sink;
    void         *context;
    struct arena *arena;
    const char   *path;
    int           map[CLAIM_COLUMN_COUNT];
    bool          started;
};

static bool take_row(const struct claim_reader *r, const slice *cells, size_t n, int line, struct err *err) {
    struct claim claim;
    if (claim_from_cells(&claim, cells, n, r->map, r->arena, err)) return r->sink(r->context, &claim);
    if (!err->path[0]) snprintf(err->path, sizeof err->path, "%s", r->path);
    if (!err->line) err->line = line;
    return false;
}

/* False when the row is no heading of claims: metric and value must be there. */
static bool read_headings(int map[CLAIM_COLUMN_COUNT], const slice *cells, size_t n) {
    for (size_t i = 0; i < CLAIM_COLUMN_COUNT; i++) {
        map[i] = csv_heading(cells, n, claim_schema.columns[i].name);
        if (map[i] < 0) map[i] = csv_heading(cells, n, claim_schema.columns[i].zh);
    }
    return map[column_find(&claim_schema, SLICE_LIT("metric"))] >= 0 &&
           map[column_find(&claim_schema, SLICE_LIT("value"))] >= 0;
}

static bool take_csv_row(void *context, const slice *cells, size_t n, int line, struct err *err) {
    struct claim_reader *r = context;
    if (r->started) return take_row(r, cells, n, line, err);
    r->started = true;
    return read_headings(r->map, cells, n) ||
           err_set(err, ERR_INPUT, r->path, line, 0, "is no claim file: it lacks the columns metric and value");
}

/* One object a line; what --stream says between the claims ({"id":…,"claims":3}) is passed over. */
static bool take_json_line(struct claim_reader *r, slice text, int line, struct err *err) {
    struct json_members members;
    struct json_fault   fault;
    slice               cells[CLAIM_COLUMN_COUNT] = {{0}};
    bool                is_claim = false;
    if (!json_object(&members, text, r->arena, &fault))
        return err_set(err, ERR_INPUT, r->path, line, (int)fault.at + 1, "%s; each line must be one JSON object",
                       say(fault.what));
    for (size_t i = 0; i < members.count; i++) {
        const struct json_member *m = &members.items[i];
        int column = column_find(&claim_schema, slice_until(m->key, ' ')); /* --header both: metric 指标 */
        if (column < 0) continue;
        is_claim |= slice_is(claim_schema.columns[column].name, "metric");
        if (m->kind == JSON_STRING || m->kind == JSON_NUMBER) cells[column] = m->value;
    }
    return !is_claim || take_row(r, cells, CLAIM_COLUMN_COUNT, line, err);
}

static bool read_jsonl(struct claim_reader *r, struct err *err) {
    struct arena arena;
    slice        file;
    int          number = 0;
    arena_init(&arena);
    bool going = file_load(&file, r->path, LARGEST_CLAIM_FILE, &arena, err);
    for (int i = 0; i < CLAIM_COLUMN_COUNT; i++) r->map[i] = i;
    if (going) file = utf8_unmarked(file);
    for (size_t at = 0; going && at < file.len;) {
        slice line = slice_trim(slice_take(file, '\n', &at));
        number++;
        if (line.len) going = take_json_line(r, line, number, err);
    }
    arena_free(&arena);
    return going;
}

enum claim_file { NO_CLAIMS, CLAIMS_CSV, CLAIMS_JSONL, CLAIMS_SQLITE, CLAIMS_XLSX, CLAIMS_PAGE, OTHER_TABLE };
enum { TABLE_COLUMNS = 9 }; /* comparison, matches and audit have more; a table of a person's with as many has others */

/* What contradicts has metric and value too, but no kind, and columns that no claim has. */
static bool is_audit(const int map[CLAIM_COLUMN_COUNT], size_t count) {
    size_t known = 0;
    for (size_t i = 0; i < CLAIM_COLUMN_COUNT; i++) known += map[i] >= 0;
    return map[column_find(&claim_schema, SLICE_LIT("kind"))] < 0 && known < count;
}

/* What the first bytes say that the file is. */
static enum claim_file probe(slice head, struct arena *arena) {
    if (slice_starts(head, SLICE_LIT("SQLite format 3\0"))) return CLAIMS_SQLITE;
    struct decoded decoded;
    const char    *encoding = csv_encoding(head, head.len == PROBE_BYTES);
    if (encoding && encoding_decode(&decoded, head, encoding, arena)) head = decoded.text;
    slice line = slice_until(slice_trim(utf8_unmarked(head)), '\n');
    if (slice_starts(line, SLICE_LIT("{"))) return row_is_ours(line) ? CLAIMS_JSONL : NO_CLAIMS;
    char   delimiter = csv_delimiter(line);
    slice *cells = NULL;
    size_t count = 0, capacity = 0;
    int    map[CLAIM_COLUMN_COUNT];
    for (size_t at = 0; at <= line.len && count < 256;) {
        slice cell = slice_trim(slice_take(line, delimiter, &at));
        if (cell.len >= 2 && cell.ptr[0] == '"') cell = slice_sub(cell, 1, cell.len - 1);
        ARENA_PUSH(arena, cells, count, capacity, cell);
    }
    bool claims = count > 1 && read_headings(map, cells, count);
    if ((!claims || is_audit(map, count)) && count >= TABLE_COLUMNS && headings_are_ours(cells, count)) return OTHER_TABLE;
    return claims ? CLAIMS_CSV : NO_CLAIMS;
}

/* Of "-" while nothing of it was read. */
static const char *place_of(const char *path) {
    if (strcmp(path, "-") != 0) return path;
    return lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 ? "/dev/stdin" : "";
}

/* Only of regular files: what a pipe gives can be read once, see pipe_to_file. */
static enum claim_file probe_file(const char *path) {
    path = place_of(path);
    struct stat     about;
    bool            regular = stat(path, &about) == 0 && S_ISREG(about.st_mode);
    FILE           *file = regular ? fopen(path, "rb") : NULL;
    char           *head = file ? malloc(PROBE_BYTES) : NULL;
    enum claim_file found = NO_CLAIMS;
    if (head) {
        struct arena arena;
        arena_init(&arena);
        slice begin = {head, fread(head, 1, PROBE_BYTES, file)};
        found = probe(begin, &arena);
        if (slice_starts(begin, SLICE_LIT("PK\3\4")) && workbook_is_ours(path)) found = CLAIMS_XLSX;
        if (slice_starts(begin, SLICE_LIT("<!doctype html>")) && page_is_ours(path)) found = CLAIMS_PAGE;
        arena_free(&arena);
    }
    free(head);
    if (file) fclose(file);
    return found;
}

bool claims_probe(const char *path) { return probe_file(path) != NO_CLAIMS; }

bool claims_read(const char *path, claim_sink sink, void *context, struct arena *arena, struct err *err) {
    struct claim_reader r = {.sink = sink, .context = context, .arena = arena, .path = path};
    enum claim_file     holds = probe_file(path);
    r.path = path = place_of(path);
    switch (holds) {
    case CLAIMS_SQLITE: return sqlite_claims_read(path, sink, context, arena, err);
    case CLAIMS_JSONL: return read_jsonl(&r, err);
    case CLAIMS_XLSX:
        return err_file(err, ERR_INPUT, path,
                        "is a workbook that suanpan made for people; give the .csv, .jsonl or .db beside it");
    case CLAIMS_PAGE:
        return err_file(err, ERR_INPUT, path,
                        "is a page that suanpan made for people; give the reports it shows, or their claims");
    case OTHER_TABLE:
        return err_file(err, ERR_INPUT, path,
                        "is made of claims and holds none; give the claims, or what suanpan compare --long writes");
    case CLAIMS_CSV:
    case NO_CLAIMS: break;
    }
    return csv_read(path, 0, take_csv_row, &r, err);
}
