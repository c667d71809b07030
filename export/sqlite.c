/* Rows become SQLite tables, and claims an archive that grows: the claims of 2020.txt are put in, the same again changes
 * nothing, a changed 2020.txt replaces its own, all in one transaction. Tables and views stand in sqlite_schema.h. Joining
 * claims into series is series.c's. */
#include "export/sqlite.h"

#include "export/sqlite_schema.h"
#include "export/sqlite_series.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { WAIT_MS = 10000, DOCUMENT_AT = 0, BODY_AT = 1, YEAR_AT = 2 };

struct archive {
    const char          *path;
    struct output       *fresh; /* a file that is not there yet is made beside and renamed; NULL: it is changed in place */
    sqlite3             *db;
    sqlite3_stmt        *insert;
    struct table_schema  schema;
    struct picked        picked;
    struct arena        *arena;
    struct metric_tables tables;
    const struct about  *documents; /* all that were read */
    size_t               document_count;
    bool                 is_archive, changed, replaced; /* replaced: a document came twice */
    /* the document that is coming in */
    slice    document, body;
    int64_t  document_id, year, count;
    uint64_t print[2];
    bool     open;
    int64_t *come; /* the documents that came with rows */
    size_t   come_count, come_capacity;
};

struct sqlite        sqlite;
const struct library sqlite_library = LIBRARY(LIBSQLITE_FILE, sqlite, SQLITE_CALLS);

static bool fail(const struct archive *a, struct err *err) {
    return err_file(err, ERR_OUTPUT, a->path, "cannot be written: %s", sqlite_reason(a->db));
}

static bool run(struct archive *a, const char *sql, struct err *err) {
    return sqlite.sqlite3_exec(a->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail(a, err);
}

static bool prepare(struct archive *a, sqlite3_stmt **out, const char *sql, struct err *err) {
    return sqlite.sqlite3_prepare_v2(a->db, sql, -1, out, NULL) == SQLITE_OK || fail(a, err);
}

/* Runs a statement that gives no rows, and makes it ready for the next. */
static bool step(struct archive *a, sqlite3_stmt *s, struct err *err) {
    bool done = sqlite.sqlite3_step(s) == SQLITE_DONE || fail(a, err);
    sqlite.sqlite3_reset(s);
    return done;
}

static void bind_cell(sqlite3_stmt *s, int at, const struct cell *cell) {
    switch (cell->type) {
    case CELL_EMPTY: sqlite.sqlite3_bind_null(s, at); break;
    case CELL_TEXT: sqlite_bind_text(s, at, cell->text); break;
    case CELL_DECIMAL: sqlite_bind_digits(s, at, cell->text); break;
    case CELL_INTEGER:
    case CELL_BOOLEAN: sqlite.sqlite3_bind_int64(s, at, cell->integer); break;
    }
}

/* ---- opening ---- */

/* What a query of one number gives; -1: nothing. */
static int64_t ask(sqlite3 *db, const char *sql) {
    sqlite3_stmt *s = NULL;
    int64_t       value = -1;
    if (sqlite.sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK && sqlite.sqlite3_step(s) == SQLITE_ROW)
        value = sqlite.sqlite3_column_int64(s, 0);
    sqlite.sqlite3_finalize(s);
    return value;
}

static bool has_claims(sqlite3 *db) { return ask(db, "SELECT 1 FROM sqlite_master WHERE type='table' AND name='claims'") == 1; }

/* False for a database of someone else's, or one that a newer suanpan made. */
static bool check_version(sqlite3 *db, const char *path, enum err_kind kind, struct err *err) {
    int64_t version = ask(db, "PRAGMA user_version");
    if (ask(db, "PRAGMA application_id") != ARCHIVE_APPLICATION)
        return err_file(err, kind, path, "is no database that suanpan wrote; name another file");
    if (version > ARCHIVE_VERSION)
        return err_file(err, kind, path,
                        "was made by a newer suanpan (version %d of the archive, this one knows %d); use that one",
                        (int)version, ARCHIVE_VERSION);
    return true;
}

/* A journal in memory: nothing of a fresh file needs rolling back, and an interrupt would leave one on the disk behind. */
static bool begin_fresh(struct archive *a, struct err *err) {
    char settings[200];
    snprintf(settings, sizeof settings,
             "PRAGMA page_size=4096; PRAGMA journal_mode=MEMORY; PRAGMA application_id=%d; PRAGMA user_version=%d; "
             "PRAGMA foreign_keys=ON; BEGIN",
             ARCHIVE_APPLICATION, ARCHIVE_VERSION);
    a->changed = true;
    return run(a, settings, err);
}

static bool begin(struct archive *a, bool fresh, struct err *err) {
    if (fresh || !sqlite_is_ours(a->path)) { /* what is someone else's, output_may_replace has let go */
        if (!output_open(&a->fresh, a->path, err)) return false;
        if (!output_temporary(a->fresh)) return err_file(err, ERR_OUTPUT, a->path, "is no place for a database; name a file");
    }
    const char *file = a->fresh ? output_temporary(a->fresh) : a->path;
    if (sqlite.sqlite3_open_v2(file, &a->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) return fail(a, err);
    sqlite.sqlite3_busy_timeout(a->db, WAIT_MS);
    if (a->fresh) return begin_fresh(a, err);
    if (!check_version(a->db, a->path, ERR_OUTPUT, err) || !run(a, "PRAGMA foreign_keys=ON; BEGIN IMMEDIATE", err))
        return false;
    return ask(a->db, "PRAGMA user_version") != 1 || run(a, archive_from_version_1, err);
}

/* ---- documents and their claims ---- */

#define NAME_COLUMN(field, type, heading, about) ", \"" #field "\""
static const char insert_claim[] = "INSERT INTO claims (document_id" CLAIM_COLUMNS(
    NAME_COLUMN) ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
_Static_assert(CLAIM_COLUMN_COUNT == 25, "as many question marks as columns, and one for the document");

static bool open_claims(struct archive *a, struct err *err) {
    if (!has_claims(a->db) && !run(a, archive_tables, err)) return false;
    return prepare(a, &a->insert, insert_claim, err);
}

/* FNV-1a, two of it with different beginnings. */
static void add_print(uint64_t print[2], const struct cell *cells, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const char *bytes = cells[i].text.len ? cells[i].text.ptr : (const char *)&cells[i].integer;
        size_t      count = cells[i].text.len ? cells[i].text.len : sizeof cells[i].integer;
        for (size_t k = 0; k <= count; k++) {
            unsigned char c = k < count ? (unsigned char)bytes[k] : 0xFF; /* no byte of UTF-8: ends the cell */
            print[0] = (print[0] ^ c) * UINT64_C(1099511628211);
            print[1] = (print[1] ^ (unsigned)(c + 7)) * UINT64_C(1099511628211);
        }
    }
}

static int64_t find_document(struct archive *a, slice document, char print[40]) {
    sqlite3_stmt *s = NULL;
    int64_t       id = 0;
    if (sqlite.sqlite3_prepare_v2(a->db, "SELECT id, fingerprint FROM documents WHERE document = ?", -1, &s, NULL) ==
        SQLITE_OK) {
        sqlite_bind_text(s, 1, document);
        if (sqlite.sqlite3_step(s) == SQLITE_ROW) {
            id = sqlite.sqlite3_column_int64(s, 0);
            snprintf(print, 40, "%s", (const char *)sqlite.sqlite3_column_text(s, 1));
        }
    }
    sqlite.sqlite3_finalize(s);
    return id;
}

/* The claims go in under a savepoint: what turns out to be known is rolled back. A new document gets its row when it is whole.
 */
static bool begin_document(struct archive *a, slice document, slice body, struct err *err) {
    char print[40];
    a->document = arena_copy(a->arena, document);
    a->body = arena_copy(a->arena, body);
    a->year = a->count = 0;
    a->print[0] = UINT64_C(14695981039346656037);
    a->print[1] = UINT64_C(88172645463325252);
    a->open = true;
    a->document_id = find_document(a, a->document, print);
    if (!run(a, "SAVEPOINT document", err)) return false;
    sqlite3_stmt *s = NULL;
    bool          ready;
    a->replaced |= a->document_id != 0;
    if (a->document_id) {
        ready = prepare(a, &s, "DELETE FROM claims WHERE document_id = ?", err);
        if (ready) sqlite.sqlite3_bind_int64(s, 1, a->document_id);
    } else {
        ready = prepare(a, &s, "INSERT INTO documents (document, claims, fingerprint) VALUES (?, 0, '')", err);
        if (ready) sqlite_bind_text(s, 1, a->document);
    }
    ready = ready && step(a, s, err);
    sqlite.sqlite3_finalize(s);
    if (!a->document_id) a->document_id = sqlite.sqlite3_last_insert_rowid(a->db);
    ARENA_PUSH(a->arena, a->come, a->come_count, a->come_capacity, a->document_id);
    return ready;
}

static bool end_document(struct archive *a, struct err *err) {
    char          print[40], old[40] = "";
    sqlite3_stmt *s = NULL;
    if (!a->open) return true;
    a->open = false;
    snprintf(print, sizeof print, "%016llx%016llx", (unsigned long long)a->print[0], (unsigned long long)a->print[1]);
    find_document(a, a->document, old);
    if (strcmp(print, old) == 0) return run(a, "ROLLBACK TO document; RELEASE document", err);
    a->changed = true;
    bool ready = prepare(a, &s, "UPDATE documents SET body = ?, year = ?, claims = ?, fingerprint = ? WHERE id = ?", err);
    if (ready) {
        sqlite_bind_text_or_null(s, 1, a->body);
        if (a->year) sqlite.sqlite3_bind_int64(s, 2, a->year);
        sqlite.sqlite3_bind_int64(s, 3, a->count);
        sqlite_bind_text(s, 4, slice_of(print));
        sqlite.sqlite3_bind_int64(s, 5, a->document_id);
        ready = step(a, s, err);
    }
    sqlite.sqlite3_finalize(s);
    return ready && run(a, "RELEASE document", err);
}

static bool archive_row(struct archive *a, const struct cell *cells, struct err *err) {
    if (a->open && !slice_equal(a->document, cells[DOCUMENT_AT].text) && !end_document(a, err)) return false;
    if (!a->open && !begin_document(a, cells[DOCUMENT_AT].text, cells[BODY_AT].text, err)) return false;
    add_print(a->print, cells, CLAIM_COLUMN_COUNT);
    a->count++;
    bool actual = slice_is(cells[column_find(&claim_schema, SLICE_LIT("status"))].text, "actual");
    if (actual && cells[YEAR_AT].type == CELL_INTEGER && cells[YEAR_AT].integer > a->year) a->year = cells[YEAR_AT].integer;
    sqlite.sqlite3_bind_int64(a->insert, 1, a->document_id);
    for (int i = 0; i < CLAIM_COLUMN_COUNT; i++) bind_cell(a->insert, i + 2, &cells[i]);
    return step(a, a->insert, err);
}

/* A document that was read and said nothing has no row: it is put in as it is, and loses what it once said. */
static bool put_silent(struct archive *a, struct err *err) {
    size_t rows = a->come_count;
    if (rows) qsort(a->come, rows, sizeof *a->come, order_64);
    for (size_t i = 0; i < a->document_count; i++) {
        slice   document = a->documents[i].document;
        char    print[40];
        int64_t id = find_document(a, document, print);
        if (id && rows && bsearch(&id, a->come, rows, sizeof *a->come, order_64)) continue;
        if (!begin_document(a, document, SLICE_NONE, err) || !end_document(a, err)) return false;
    }
    return true;
}

/* What the documents are. Nothing is changed where nothing is new. */
#define SET_FACT(field, type, about) #field " = ?, " #field "_source = ?, "
#define OLD_FACT(field, type, about) #field ", " #field "_source, "
#define NEW_FACT(field, type, about) "?, ?, "
static const char update_about[] = "UPDATE documents SET " ABOUT_FACTS(
    SET_FACT) "format = ?, encoding = ?, bad_bytes = ? WHERE document = ? "
              "AND (" ABOUT_FACTS(OLD_FACT) "format, encoding, bad_bytes) IS NOT (" ABOUT_FACTS(NEW_FACT) "?, ?, ?)";

static void bind_about(sqlite3_stmt *s, int *at, const struct about *about) {
#define BIND_FACT(field, type, zh)                                                                                             \
    sqlite_bind_text_or_null(s, ++*at, about->field.text);                                                                     \
    sqlite_bind_text_or_null(s, ++*at, about->field.text.len ? slice_of(origin_name(about->field.origin)) : SLICE_NONE);
    ABOUT_FACTS(BIND_FACT)
#undef BIND_FACT
    sqlite_bind_text_or_null(s, ++*at, about->format);
    sqlite_bind_text_or_null(s, ++*at, about->encoding);
    sqlite.sqlite3_bind_int64(s, ++*at, (int64_t)about->bad_bytes);
}

static bool put_about(struct archive *a, struct err *err) {
    sqlite3_stmt *s = NULL;
    bool          done = prepare(a, &s, update_about, err);
    for (size_t i = 0; done && i < a->document_count; i++) {
        const struct about *about = &a->documents[i];
        int                 at = 0;
        if (!about->format.len) continue;
        bind_about(s, &at, about);
        sqlite_bind_text(s, ++at, about->document);
        bind_about(s, &at, about);
        done = step(a, s, err);
        a->changed |= sqlite.sqlite3_changes(a->db) > 0;
    }
    sqlite.sqlite3_finalize(s);
    return done;
}

/* Behind the last claim. */
static bool end_claims(struct archive *a, struct err *err) {
    return end_document(a, err) && put_silent(a, err) && put_about(a, err);
}

/* ---- other tables ---- */

static slice quoted(slice name, struct arena *arena) {
    char  *text = arena_text(arena, 2 * name.len + 2);
    size_t n = 0;
    text[n++] = '"';
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] == '"') text[n++] = '"';
        text[n++] = name.ptr[i];
    }
    text[n++] = '"';
    return (slice){text, n};
}

static const char *const sql_types[] = {[CELL_EMPTY] = "",
                                        [CELL_TEXT] = " TEXT",
                                        [CELL_DECIMAL] = " NUMERIC",
                                        [CELL_INTEGER] = " INTEGER",
                                        [CELL_BOOLEAN] = " INTEGER"};

/* A table of its own name, made anew. */
static bool open_table(struct archive *a, const struct write_options *how, struct err *err) {
    slice name = quoted(slice_of(a->schema.name), a->arena), columns = SLICE_NONE, marks = SLICE_NONE;
    for (size_t i = 0; i < a->picked.count; i++) {
        const struct column *c = &a->schema.columns[a->picked.column[i]];
        slice                heading = quoted(column_heading(c, how->header, a->arena), a->arena);
        columns =
            arena_format(a->arena, "%.*s%s%.*s%s", SLICE_ARG(columns), i ? ", " : "", SLICE_ARG(heading), sql_types[c->type]);
        marks = arena_format(a->arena, "%.*s%s", SLICE_ARG(marks), i ? ",?" : "?");
    }
    a->changed = true;
    const char *make = arena_format(a->arena, "DROP TABLE IF EXISTS %.*s; CREATE TABLE %.*s (%.*s)", SLICE_ARG(name),
                                    SLICE_ARG(name), SLICE_ARG(columns))
                           .ptr;
    return run(a, make, err) &&
           prepare(a, &a->insert,
                   arena_format(a->arena, "INSERT INTO %.*s VALUES (%.*s)", SLICE_ARG(name), SLICE_ARG(marks)).ptr, err);
}

static bool table_row(struct archive *a, const struct cell *cells, struct err *err) {
    for (size_t i = 0; i < a->picked.count; i++) bind_cell(a->insert, (int)i + 1, &cells[a->picked.column[i]]);
    return step(a, a->insert, err);
}

/* ---- the writer ---- */

static void sqlite_abort(void *state) {
    struct archive *a = state;
    sqlite.sqlite3_finalize(a->insert);
    sqlite.sqlite3_close(a->db); /* rolls back */
    if (a->fresh) output_abort(a->fresh);
}

static bool sqlite_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                        struct arena *arena, struct err *err) {
    if (!library_load(&sqlite_library, ERR_OUTPUT, path, err)) return false;
    struct archive *a = arena_new(arena, sizeof *a);
    *a = (struct archive){.path = path,
                          .schema = *schema,
                          .arena = arena,
                          .tables = {options->metrics, options->scripts},
                          .documents = options->documents,
                          .document_count = options->document_count};
    a->is_archive = schema->columns == claim_schema.columns;
    if (a->is_archive && options->columns)
        return err_usage(err, "--columns: an archive holds all columns; leave it away, or write another format");
    if (columns_pick(&a->picked, schema, options->columns, arena, err) && begin(a, false, err) &&
        (a->is_archive ? open_claims(a, err) : open_table(a, options, err))) {
        *state = a;
        return true;
    }
    sqlite_abort(a);
    return false;
}

static bool sqlite_row(void *state, const struct cell *cells, struct err *err) {
    struct archive *a = state;
    return a->is_archive ? archive_row(a, cells, err) : table_row(a, cells, err);
}

/* Nothing new: nothing is written, not even a change counter. */
static bool commit(struct archive *a, struct err *err) {
    bool done = run(a, a->changed ? "COMMIT" : "ROLLBACK", err);
    if (!done) return false;
    sqlite.sqlite3_finalize(a->insert);
    a->insert = NULL;
    done = sqlite.sqlite3_close(a->db) == SQLITE_OK || fail(a, err);
    a->db = NULL;
    if (!a->fresh || !done) return done;
    struct output *fresh = a->fresh;
    a->fresh = NULL;
    return output_commit(fresh, err);
}

/* What the documents are, and the series of all claims, when anything is new. */
static bool finish_archive(struct archive *a, struct err *err) {
    return end_claims(a, err) && (!a->changed || archive_join(a->db, a->path, a->tables, a->arena, err));
}

static bool sqlite_finish(void *state, struct err *err) {
    struct archive *a = state;
    if ((!a->is_archive || finish_archive(a, err)) && commit(a, err)) return true;
    sqlite_abort(a);
    return false;
}

const struct writer sqlite_writer = {"sqlite",      ".db",        true, sqlite_open, sqlite_row,
                                     sqlite_finish, sqlite_abort, NULL, NULL,        NULL};

/* ---- a whole archive at once, and back ---- */

static bool put_all(struct archive *a, const struct comparison *c, struct err *err) {
    for (size_t i = 0; i < c->claim_count; i++) {
        struct cell cells[CLAIM_COLUMN_COUNT];
        char        digits[4][DECIMAL_TEXT];
        claim_cells(&c->claims[i], cells, digits);
        if (!archive_row(a, cells, err)) return false;
    }
    return end_claims(a, err);
}

bool archive_write(const char *path, const struct about *documents, size_t n, const struct comparison *comparison,
                   struct arena *arena, struct err *err) {
    if (!library_load(&sqlite_library, ERR_OUTPUT, path, err)) return false;
    struct archive a = {
        .path = path, .schema = claim_schema, .arena = arena, .documents = documents, .document_count = n, .is_archive = true};
    bool done = begin(&a, true, err) && open_claims(&a, err) && put_all(&a, comparison, err);
    /* rows are numbered as the claims are, unless a document that came twice replaced its own */
    if (done && !a.replaced)
        done = archive_put_series(a.db, path, comparison, NULL, arena, err);
    else if (done)
        done = archive_join(a.db, path, (struct metric_tables){0}, arena, err);
    if (done && commit(&a, err)) return true;
    sqlite_abort(&a);
    return false;
}

bool sqlite_is_ours(const char *path) {
    sqlite3   *db = NULL;
    struct err ignored = {0};
    if (!library_load(&sqlite_library, ERR_INPUT, path, &ignored)) return false;
    bool ours = sqlite.sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
                ask(db, "PRAGMA application_id") == ARCHIVE_APPLICATION;
    sqlite.sqlite3_close(db);
    return ours;
}

bool sqlite_claims_read(const char *path, claim_sink sink, void *context, struct arena *arena, struct err *err) {
    sqlite3 *db = NULL;
    if (!library_load(&sqlite_library, ERR_INPUT, path, err)) return false;
    bool done = sqlite.sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
    if (!done) err_file(err, ERR_INPUT, path, "cannot be opened: %s", db ? sqlite.sqlite3_errmsg(db) : "out of memory");
    if (done) sqlite.sqlite3_busy_timeout(db, WAIT_MS);
    done = done && check_version(db, path, ERR_INPUT, err) &&
           (has_claims(db) || err_file(err, ERR_INPUT, path, "holds a table and no claims; give what suanpan extract wrote")) &&
           archive_claims(db, path, &(struct archive_taker){sink, NULL, context}, arena, err);
    sqlite.sqlite3_close(db);
    return done;
}
