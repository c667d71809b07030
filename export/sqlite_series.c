/* Claims of an archive come back as they went in, and are lined up: the series 处置网络舆情 of 青川县委 with a point a year,
 * each pointing to its claim. How claims join is series.c's business, the tables are sqlite_schema.h's. */
#include "export/sqlite_series.h"

#include "export/audit/audit.h"
#include "export/series/table.h"

#include <errno.h>

#include "extract/base/banned.h"

const char *sqlite_reason(sqlite3 *db) {
    if (!db) return "out of memory";
    if (sqlite.sqlite3_errcode(db) != SQLITE_FULL) return sqlite.sqlite3_errmsg(db);
    errno = ENOSPC;
    return err_reason(ERR_OUTPUT);
}

static bool fail(sqlite3 *db, const char *path, struct err *err) {
    return err_file(err, ERR_OUTPUT, path, "cannot be written: %s", sqlite_reason(db));
}

void sqlite_bind_text(sqlite3_stmt *s, int at, slice text) {
    sqlite.sqlite3_bind_text64(s, at, text.ptr ? text.ptr : "", text.len, SQLITE_STATIC, SQLITE_UTF8);
}

void sqlite_bind_text_or_null(sqlite3_stmt *s, int at, slice text) {
    if (text.len)
        sqlite_bind_text(s, at, text);
    else
        sqlite.sqlite3_bind_null(s, at);
}

/* True when SQLite gives the same digits back: 18 of a whole number, 15 of a fraction that it does not write with an exponent.
 */
static bool fits_sqlite(slice digits) {
    if (digits.len && digits.ptr[0] == '-') digits = slice_from(digits, 1);
    if (!memchr(digits.ptr, '.', digits.len)) return digits.len <= 18;
    return digits.len <= 16 && !slice_starts(digits, SLICE_LIT("0.000"));
}

void sqlite_bind_digits(sqlite3_stmt *s, int at, slice digits) {
    if (fits_sqlite(digits))
        sqlite_bind_text(s, at, digits);
    else
        sqlite.sqlite3_bind_blob64(s, at, digits.ptr, digits.len, SQLITE_STATIC);
}

/* ---- reading ---- */

#define NAME_COLUMN(field, type, heading, about) ", \"" #field "\""
static const char select_claims[] = "SELECT id" CLAIM_COLUMNS(NAME_COLUMN) " FROM claims ORDER BY document_id, id";

static slice column_text(sqlite3_stmt *s, int at) {
    if (sqlite.sqlite3_column_type(s, at) == SQLITE_BLOB)
        return (slice){sqlite.sqlite3_column_blob(s, at), (size_t)sqlite.sqlite3_column_bytes(s, at)};
    const char *text = (const char *)sqlite.sqlite3_column_text(s, at);
    return (slice){text, (size_t)sqlite.sqlite3_column_bytes(s, at)};
}

bool archive_claims(sqlite3 *db, const char *path, const struct archive_taker *to, struct arena *arena, struct err *err) {
    sqlite3_stmt *s = NULL;
    int           map[CLAIM_COLUMN_COUNT], state = SQLITE_ERROR;
    bool          going = sqlite.sqlite3_prepare_v2(db, select_claims, -1, &s, NULL) == SQLITE_OK;
    for (int i = 0; i < CLAIM_COLUMN_COUNT; i++) map[i] = i;
    while (going && (state = sqlite.sqlite3_step(s)) == SQLITE_ROW) {
        slice        cells[CLAIM_COLUMN_COUNT];
        struct claim claim;
        for (int i = 0; i < CLAIM_COLUMN_COUNT; i++) cells[i] = column_text(s, i + 1);
        if (to->ids) to->ids(to->context, sqlite.sqlite3_column_int64(s, 0));
        going = claim_from_cells(&claim, cells, CLAIM_COLUMN_COUNT, map, arena, err) && to->sink(to->context, &claim);
    }
    if (state != SQLITE_DONE && state != SQLITE_ROW)
        going = err_file(err, ERR_INPUT, path, "cannot be read: %s", sqlite.sqlite3_errmsg(db));
    if (err->kind && !err->path[0]) snprintf(err->path, sizeof err->path, "%s", path);
    sqlite.sqlite3_finalize(s);
    return going;
}

/* ---- series ---- */

/* Runs a statement that gives no rows, and makes it ready for the next. */
static bool step(sqlite3_stmt *s) {
    bool done = sqlite.sqlite3_step(s) == SQLITE_DONE;
    sqlite.sqlite3_reset(s);
    return done;
}

static bool put_series(sqlite3_stmt *s, const struct series *series, int64_t id, struct arena *arena) {
    sqlite.sqlite3_bind_int64(s, 1, id);
    sqlite_bind_text(s, 2, series->id);
    sqlite_bind_text(s, 3, series->metric);
    sqlite_bind_text(s, 4, series->unit);
    sqlite_bind_text(s, 5, slice_of(kind_names[series->kind]));
    sqlite_bind_text(s, 6, slice_of(status_names[series->status]));
    sqlite_bind_text_or_null(s, 7, series->body);
    sqlite_bind_text_or_null(s, 8, series->dimension);
    sqlite_bind_text_or_null(s, 9, series->span);
    sqlite_bind_text_or_null(s, 10, alias_list(series, arena));
    return step(s);
}

static void bind_number(sqlite3_stmt *s, int at, decimal d, char digits[DECIMAL_TEXT]) {
    if (d.present)
        sqlite_bind_digits(s, at, (slice){digits, decimal_write(digits, d)});
    else
        sqlite.sqlite3_bind_null(s, at);
}

/* The row of a claim of the comparison. */
static int64_t claim_row(const struct claim *claim, const struct comparison *of, const int64_t *ids) {
    size_t index = (size_t)(claim - of->claims);
    return ids ? ids[index] : (int64_t)index + 1;
}

static bool put_points(sqlite3_stmt *s, const struct series *series, int64_t id, const struct comparison *of,
                       const int64_t *ids) {
    bool done = true;
    for (size_t i = 0, place = 0; i < series->point_count && done; i++) {
        const struct point *p = &series->points[i];
        char                value[DECIMAL_TEXT], score[DECIMAL_TEXT];
        place = i > 0 && p[-1].year == p->year ? place + 1 : 0;
        sqlite.sqlite3_bind_int64(s, 1, id);
        sqlite.sqlite3_bind_int64(s, 2, p->year);
        sqlite.sqlite3_bind_int64(s, 3, (int64_t)place);
        bind_number(s, 4, p->value, value);
        bind_number(s, 5, p->score, score);
        sqlite.sqlite3_bind_int64(s, 6, p->shadowed);
        sqlite.sqlite3_bind_int64(s, 7, claim_row(p->claim, of, ids));
        done = step(s);
    }
    return done;
}

static bool put_audit(sqlite3_stmt *s, const struct contradiction *found, const struct comparison *of, const int64_t *ids) {
    char value[DECIMAL_TEXT], against[DECIMAL_TEXT], difference[DECIMAL_TEXT];
    sqlite_bind_text(s, 1, slice_of(check_names[found->check]));
    sqlite_bind_text(s, 2, slice_of(severity_names[found->severity]));
    sqlite_bind_text_or_null(s, 3, found->claim->body);
    sqlite_bind_text(s, 4, found->claim->metric);
    sqlite_bind_text(s, 5, found->unit);
    sqlite.sqlite3_bind_int64(s, 6, found->year);
    bind_number(s, 7, found->value, value);
    bind_number(s, 8, found->against, against);
    bind_number(s, 9, found->difference, difference);
    sqlite_bind_text_or_null(s, 10, slice_of(found->note));
    sqlite.sqlite3_bind_int64(s, 11, claim_row(found->claim, of, ids));
    sqlite.sqlite3_bind_int64(s, 12, claim_row(found->other, of, ids));
    return step(s);
}

/* claims_wide: one row a series, one column a year. */
static bool put_view(sqlite3 *db, const struct comparison *c, struct arena *arena) {
    slice years = SLICE_NONE;
    bool *met = ARENA_ARRAY(arena, bool, 10000);
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++) {
            int year = c->series[i].points[k].year;
            if (year > 0 && year < 10000) met[year] = true;
        }
    for (int year = 1; year < 10000; year++)
        if (met[year])
            years = arena_format(arena, "%.*s, max(CASE WHEN p.year = %d THEN p.value END) AS \"%d\"", SLICE_ARG(years), year,
                                 year);
    slice sql = arena_format(
        arena,
        "DROP VIEW IF EXISTS claims_wide; CREATE VIEW claims_wide AS SELECT s.series, s.metric, s.unit, s.kind, "
        "s.status, s.body%.*s FROM series s LEFT JOIN points p ON p.series_id = s.id AND p.place = 0 GROUP BY s.id",
        SLICE_ARG(years));
    return sqlite.sqlite3_exec(db, sql.ptr, NULL, NULL, NULL) == SQLITE_OK;
}

bool archive_put_series(sqlite3 *db, const char *path, const struct comparison *c, const int64_t *ids, struct arena *arena,
                        struct err *err) {
    sqlite3_stmt *series = NULL, *points = NULL, *findings = NULL;
    struct audit  audit;
    audit_make(&audit, c, arena);
    bool done =
        sqlite.sqlite3_exec(db, "DELETE FROM audit; DELETE FROM points; DELETE FROM series", NULL, NULL, NULL) == SQLITE_OK &&
        sqlite.sqlite3_prepare_v2(db, "INSERT INTO series VALUES (?,?,?,?,?,?,?,?,?,?)", -1, &series, NULL) == SQLITE_OK &&
        sqlite.sqlite3_prepare_v2(db, "INSERT INTO points VALUES (?,?,?,?,?,?,?)", -1, &points, NULL) == SQLITE_OK &&
        sqlite.sqlite3_prepare_v2(db, "INSERT INTO audit VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?)", -1, &findings, NULL) ==
            SQLITE_OK;
    for (size_t i = 0; i < c->count && done; i++)
        done = put_series(series, &c->series[i], (int64_t)i + 1, arena) &&
               put_points(points, &c->series[i], (int64_t)i + 1, c, ids);
    for (size_t i = 0; i < audit.count && done; i++) done = put_audit(findings, &audit.items[i], c, ids);
    if (!(done = done && put_view(db, c, arena))) fail(db, path, err);
    sqlite.sqlite3_finalize(series);
    sqlite.sqlite3_finalize(points);
    sqlite.sqlite3_finalize(findings);
    return done;
}

struct kept {
    struct arena *arena;
    struct claim *claims;
    int64_t      *ids;
    size_t        count, capacity, id_count, id_capacity;
};

static bool keep_claim(void *context, const struct claim *claim) {
    struct kept *k = context;
    ARENA_PUSH(k->arena, k->claims, k->count, k->capacity, *claim);
    return true;
}

static void keep_id(void *context, int64_t id) {
    struct kept *k = context;
    ARENA_PUSH(k->arena, k->ids, k->id_count, k->id_capacity, id);
}

bool archive_join(sqlite3 *db, const char *path, struct metric_tables tables, struct arena *arena, struct err *err) {
    struct kept          kept = {.arena = arena};
    struct metric_rules *rules;
    struct comparison    comparison;
    if (!tables.metrics) tables.metrics = arena_format(arena, "%s/metrics.tsv", suanpan_rules_dir()).ptr;
    if (!tables.scripts) tables.scripts = arena_format(arena, "%s/scripts.tsv", suanpan_rules_dir()).ptr;
    return metric_rules_load(&rules, &tables, arena, err) &&
           archive_claims(db, path, &(struct archive_taker){keep_claim, keep_id, &kept}, arena, err) &&
           series_build(&comparison, kept.claims, kept.count, &(struct joined_by){.rules = rules}, arena, err) &&
           archive_put_series(db, path, &comparison, kept.ids, arena, err);
}
