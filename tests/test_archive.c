/* The archive grows, and is never damaged: the same document again changes no byte, a changed one replaces its claims, a newer
 * file is left alone, and whoever is killed in the middle loses nothing that was committed. */
#include "export/replace.h"
#include "export/sqlite.h"
#include "tests/tables.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

static bool add(const char *path, size_t from, size_t to, int round) {
    struct err err = {0};
    return tables_write(&sqlite_writer, path,
                        &(struct write_options){.metrics = "extract/rules/metrics.tsv", .scripts = "extract/rules/scripts.tsv"},
                        (struct invented){from, to, round}, &err);
}

/* The first value of the first row: "3", or "" for none; "(error)" when the statement fails. */
static slice ask(const char *path, const char *sql, struct arena *arena) {
    sqlite3      *db = NULL;
    sqlite3_stmt *s = NULL;
    slice         answer = SLICE_LIT("(error)");
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK) {
        int state = sqlite3_step(s);
        if (state == SQLITE_DONE) answer = SLICE_NONE;
        if (state == SQLITE_ROW) {
            const char *text = (const char *)sqlite3_column_text(s, 0);
            answer = arena_copy(arena, slice_of(text ? text : ""));
        }
    }
    sqlite3_finalize(s);
    sqlite3_close(db);
    return answer;
}

static void says(const char *path, const char *sql, const char *want) {
    struct arena arena;
    arena_init(&arena);
    slice got = ask(path, sql, &arena);
    CU_assertImplementation(slice_equal(got, slice_of(want)), __LINE__,
                            arena_format(&arena, "%s => %s, got %.*s", sql, want, SLICE_ARG(got)).ptr, path, "", CU_FALSE);
    arena_free(&arena);
}

static void the_same_again_changes_no_byte(void) {
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena);
    CU_ASSERT(add(path, 0, 40, 0));
    slice before = tables_load(path, &arena);
    CU_ASSERT(add(path, 0, 40, 0));
    CU_ASSERT(add(path, 10, 20, 0)); /* one of them alone */
    CU_ASSERT(slice_equal(before, tables_load(path, &arena)));
    arena_free(&arena);
}

static void a_changed_document_replaces_its_own_claims(void) {
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena);
    CU_ASSERT(add(path, 0, 40, 0) && add(path, 10, 15, 1) && add(path, 40, 50, 0));
    says(path, "SELECT count(*) FROM documents", "5");
    says(path, "SELECT count(*) FROM claims", "45");
    says(path, "SELECT claims FROM documents WHERE document = '报告/1.txt'", "5");
    says(path, "SELECT value FROM claims WHERE sentence LIKE '乡镇11宣讲%'", "1512");
    says(path, "SELECT value FROM claims WHERE sentence LIKE '乡镇21宣讲%'", "1521.25");
    says(path, "SELECT count(*) FROM sentences('宣讲1518')", "0"); /* of the claims that went */
    says(path, "SELECT count(*) FROM sentences('宣讲1511')", "1");
    says(path, "SELECT count(*) FROM points p LEFT JOIN claims c ON c.id = p.claim_id WHERE c.id IS NULL", "0");
    says(path, "PRAGMA integrity_check", "ok");
    says(path, "PRAGMA foreign_key_check", "");
    arena_free(&arena);
}

static void a_document_without_claims_is_known(void) {
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    tables_fresh();
    const char                *path = tables_path("a.db", &arena);
    const struct about         silent[] = {{.document = SLICE_LIT("报告/1.txt")}, {.document = SLICE_LIT("报告/空.txt")}};
    const struct write_options how = {.metrics = "extract/rules/metrics.tsv",
                                      .scripts = "extract/rules/scripts.tsv",
                                      .documents = silent,
                                      .document_count = 2};
    CU_ASSERT(add(path, 0, 20, 0));
    CU_ASSERT(
        tables_write(&sqlite_writer, path, &how, (struct invented){0, 0, 0}, &err)); /* 报告/1.txt says nothing any more */
    says(path, "SELECT group_concat(document || ':' || claims, ' ') FROM documents",
         "报告/0.txt:10 报告/1.txt:0 报告/空.txt:0");
    says(path, "SELECT count(*) FROM claims", "10");
    slice before = tables_load(path, &arena);
    CU_ASSERT(tables_write(&sqlite_writer, path, &how, (struct invented){0, 0, 0}, &err));
    CU_ASSERT(slice_equal(before, tables_load(path, &arena)));
    CU_ASSERT(add(path, 10, 20, 0)); /* and speaks again */
    says(path, "SELECT claims FROM documents WHERE document = '报告/1.txt'", "10");
    arena_free(&arena);
}

static void documents_tell_what_they_are(void) {
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    tables_fresh();
    const char                *path = tables_path("a.db", &arena);
    const struct about         report[] = {{.document = SLICE_LIT("报告/1.txt"),
                                            .title = {SLICE_LIT("2023年工作总结"), ORIGIN_LINES},
                                            .body = {SLICE_LIT("青禾县教育局"), ORIGIN_OPTION},
                                            .report_year = {SLICE_LIT("2023"), ORIGIN_PATH},
                                            .format = SLICE_LIT("text"),
                                            .encoding = SLICE_LIT("GB18030")},
                                           {.document = SLICE_LIT("报告/0.txt")}}; /* of a claim file: nothing is known */
    const struct write_options how = {.metrics = "extract/rules/metrics.tsv",
                                      .scripts = "extract/rules/scripts.tsv",
                                      .documents = report,
                                      .document_count = 2};
    CU_ASSERT(tables_write(&sqlite_writer, path, &how, (struct invented){0, 20, 0}, &err));
    says(path,
         "SELECT title || title_source || body || body_source || report_year || report_year_source || encoding || bad_bytes "
         "FROM documents WHERE document = '报告/1.txt'",
         "2023年工作总结first lines青禾县教育局option2023file nameGB180300");
    says(path, "SELECT typeof(report_year) FROM documents WHERE document = '报告/1.txt'", "integer");
    says(path, "SELECT coalesce(title, format, '-') FROM documents WHERE document = '报告/0.txt'", "-");
    slice before = tables_load(path, &arena);
    CU_ASSERT(tables_write(&sqlite_writer, path, &how, (struct invented){0, 20, 0}, &err));
    CU_ASSERT(slice_equal(before, tables_load(path, &arena)));
    arena_free(&arena);
}

/* An archive of version 1, as its documents table was. */
static void an_older_archive_is_brought_up(void) {
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena), *down = "PRAGMA user_version = 1";
    CU_ASSERT(add(path, 0, 20, 0));
    for (const char *const *column = (const char *const[]){"title", "kind", "report_year", "date", NULL}; *column; column++) {
        says(path, arena_format(&arena, "ALTER TABLE documents DROP COLUMN %s", *column).ptr, "");
        says(path, arena_format(&arena, "ALTER TABLE documents DROP COLUMN %s_source", *column).ptr, "");
    }
    for (const char *const *column = (const char *const[]){"body_source", "format", "encoding", "bad_bytes", NULL}; *column;
         column++)
        says(path, arena_format(&arena, "ALTER TABLE documents DROP COLUMN %s", *column).ptr, "");
    says(path, down, "");
    CU_ASSERT(add(path, 20, 30, 0));
    says(path, "PRAGMA user_version", "2");
    says(path, "SELECT count(*) FROM documents WHERE body IS NOT NULL", "3");
    says(path, "SELECT count(*) FROM pragma_table_info('documents') WHERE name IN ('title', 'date_source', 'old_body')", "2");
    says(path, "PRAGMA foreign_key_check", "");
    arena_free(&arena);
}

static bool no_claim(void *context, const struct claim *claim) { return (void)claim, (*(int *)context)++, true; }

static void a_newer_archive_is_refused_undamaged(void) {
    struct arena arena;
    struct err   err = {0};
    int          seen = 0;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena);
    CU_ASSERT(add(path, 0, 20, 0));
    CU_ASSERT(slice_equal(ask(path, "PRAGMA user_version = 99", &arena), SLICE_NONE));
    slice before = tables_load(path, &arena);
    CU_ASSERT(!add(path, 20, 30, 0));
    CU_ASSERT(!sqlite_claims_read(path, no_claim, &seen, &arena, &err) && seen == 0);
    CU_ASSERT_EQUAL(err.kind, ERR_INPUT);
    CU_ASSERT(strstr(err.text, "newer") != NULL);
    CU_ASSERT(slice_equal(before, tables_load(path, &arena)));
    CU_ASSERT_EQUAL(tables_count(), 1);
    arena_free(&arena);
}

static void a_database_of_others_needs_force(void) {
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena);
    sqlite3    *db = NULL;
    CU_ASSERT(sqlite3_open(path, &db) == SQLITE_OK &&
              sqlite3_exec(db, "CREATE TABLE claims (mine); INSERT INTO claims VALUES (1)", NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(db);
    slice      before = tables_load(path, &arena);
    struct err err = {0};
    CU_ASSERT(!output_may_replace(path, false, &err));
    CU_ASSERT(slice_equal(before, tables_load(path, &arena)));
    CU_ASSERT(output_may_replace(path, true, &err) && add(path, 0, 20, 0));
    says(path, "SELECT count(*) FROM documents", "2");
    arena_free(&arena);
}

static void views_answer(void) {
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena);
    CU_ASSERT(add(path, 0, 60, 0));
    says(path, "SELECT count(*) > 0 FROM claims_wide WHERE \"2016\" IS NOT NULL", "1");
    says(path, "SELECT count(*) FROM yoy WHERE change IS NOT NULL AND change <> value - previous", "0");
    says(path, "SELECT (SELECT count(*) FROM claims_wide) = (SELECT count(*) FROM series)", "1");
    says(path, "SELECT typeof(value) FROM claims WHERE sentence LIKE '乡镇1宣讲%'", "integer");
    says(path, "SELECT typeof(high) FROM claims WHERE high IS NOT NULL LIMIT 1",
         "blob"); /* more digits than SQLite's numbers */
    says(path, "SELECT CAST(high AS TEXT) FROM claims WHERE high IS NOT NULL LIMIT 1", "12345678901234567890.123456789");
    arena_free(&arena);
}

/* ---- killed in the middle ---- */

enum { KILLS = 40, PER_ROUND = 30 };

struct growth {
    const char *path;
    int         done; /* where to tell each round that is committed */
    int         from; /* the first round */
};

static void grow(const struct growth *g) {
    for (int round = g->from; round < g->from + 1000; round++) {
        if (!add(g->path, (size_t)round * PER_ROUND, (size_t)(round + 1) * PER_ROUND, 0)) _exit(3);
        if (write(g->done, &round, sizeof round) != sizeof round) _exit(4);
    }
}

/* Lets a child add documents until it is killed, some microseconds after it began or, `later`, after its first commit; returns
 * the rounds that it had committed. */
static int grow_and_kill(const char *path, int from, bool later, long microseconds) {
    int ends[2], committed = from, round;
    if (pipe(ends)) return -1;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        grow(&(struct growth){path, ends[1], from});
        _exit(0);
    }
    close(ends[1]);
    if (later && read(ends[0], &round, sizeof round) == sizeof round) committed = round + 1;
    nanosleep(&(struct timespec){.tv_nsec = microseconds * 1000}, NULL);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    while (read(ends[0], &round, sizeof round) == sizeof round) committed = round + 1;
    close(ends[0]);
    return committed;
}

static void what_was_committed_survives_any_kill(void) {
    struct arena arena;
    uint64_t     seed = 20260101;
    int          committed = 0;
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("a.db", &arena);
    for (int i = 0; i < KILLS; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        committed = grow_and_kill(path, committed, i % 4 > 0, (long)(seed >> 33) % 40000);
        if (committed == 0) continue; /* killed before there was a file */
        says(path, "PRAGMA integrity_check", "ok");
        says(path, "PRAGMA foreign_key_check", "");
        says(path, arena_format(&arena, "SELECT count(*) >= %d FROM claims", committed * PER_ROUND).ptr, "1");
        says(path, "SELECT sum(d.claims) = (SELECT count(*) FROM claims) FROM documents d", "1");
        says(path, "INSERT INTO sentences(sentences) VALUES ('integrity-check')", "");
    }
    CU_ASSERT(committed >= KILLS * 3 / 4);
    arena_free(&arena);
}

CU_TestInfo test_archive[] = {
    {"the_same_again_changes_no_byte", the_same_again_changes_no_byte},
    {"a_changed_document_replaces_its_own_claims", a_changed_document_replaces_its_own_claims},
    {"a_document_without_claims_is_known", a_document_without_claims_is_known},
    {"documents_tell_what_they_are", documents_tell_what_they_are},
    {"an_older_archive_is_brought_up", an_older_archive_is_brought_up},
    {"a_newer_archive_is_refused_undamaged", a_newer_archive_is_refused_undamaged},
    {"a_database_of_others_needs_force", a_database_of_others_needs_force},
    {"views_answer", views_answer},
    {"what_was_committed_survives_any_kill", what_was_committed_survives_any_kill},
    CU_TEST_INFO_NULL,
};
