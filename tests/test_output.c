/* Files appear whole or not at all: a writer that is killed, or a disk that is full, leaves the old claims.csv as it was. */
#include "export/replace.h"
#include "tests/tables.h"

#include <limits.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

static void put_file(const char *path, const char *text) {
    FILE *f = fopen(path, "wb");
    fputs(text, f);
    fclose(f);
}

static void an_abandoned_file_leaves_nothing(void) {
    struct arena   arena;
    struct err     err = {0};
    struct output *o;
    arena_init(&arena);
    tables_fresh();
    CU_ASSERT(output_open(&o, tables_path("a.csv", &arena), &err) && output_write(o, "half", 4, &err));
    CU_ASSERT_EQUAL(tables_count(), 1); /* the temporary one */
    output_abort(o);
    CU_ASSERT_EQUAL(tables_count(), 0);
    arena_free(&arena);
}

static void a_file_keeps_its_mode_and_a_link_its_target(void) {
    struct arena   arena;
    struct err     err = {0};
    struct output *o;
    struct stat    about;
    arena_init(&arena);
    tables_fresh();
    const char *real = tables_path("real.csv", &arena), *link = tables_path("link.csv", &arena);
    put_file(real, "old");
    chmod(real, 0640);
    CU_ASSERT_EQUAL(symlink("real.csv", link), 0);
    CU_ASSERT(output_open(&o, link, &err) && output_write(o, "new", 3, &err) && output_commit(o, &err));
    CU_ASSERT(slice_equal(tables_load(real, &arena), SLICE_LIT("new")));
    CU_ASSERT(lstat(link, &about) == 0 && S_ISLNK(about.st_mode));
    CU_ASSERT(stat(real, &about) == 0 && (about.st_mode & 0777) == 0640);
    CU_ASSERT_EQUAL(tables_count(), 2);
    arena_free(&arena);
}

static void a_folder_is_no_file(void) {
    struct err     err = {0};
    struct output *o;
    tables_fresh();
    CU_ASSERT(!output_open(&o, SUANPAN_BUILD "/tables", &err));
    CU_ASSERT_EQUAL(err.kind, ERR_OUTPUT);
}

static void a_full_device_is_an_error(void) {
    struct err     err = {0};
    struct output *o;
    CU_ASSERT(output_open(&o, "/dev/full", &err) && output_write(o, "x", 1, &err));
    CU_ASSERT(!output_commit(o, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_OUTPUT);
    CU_ASSERT(strstr(err.path, "/dev/full") != NULL);
}

static void memory_outputs_grow_and_are_emptied(void) {
    struct err     err = {0};
    struct output *o = output_memory();
    for (int i = 0; i < 10000; i++) CU_ASSERT(output_write(o, "处置", 6, &err));
    CU_ASSERT_EQUAL(output_bytes(o).len, 60000);
    output_clear(o);
    CU_ASSERT_EQUAL(output_bytes(o).len, 0);
    output_abort(o);
}

/* ---- ended in the middle ---- */

struct job {
    const struct writer *writer;
    const char          *path;
    size_t               rows;
};

static void write_and_raise(struct job *job, int signal_number) {
    struct arena arena;
    struct err   err = {0};
    void        *state;
    arena_init(&arena);
    if (!job->writer->open(&state, job->path, &claim_schema, &(struct write_options){0}, &arena, &err)) _exit(3);
    for (size_t i = 0; i < job->rows; i++) {
        struct claim claim = tables_claim(i, 1, &arena);
        struct cell  cells[CLAIM_COLUMN_COUNT];
        char         digits[4][DECIMAL_TEXT];
        claim_cells(&claim, cells, digits);
        if (!job->writer->row(state, cells, &err)) _exit(4);
    }
    raise(signal_number);
}

static void write_and_die(void *context) { write_and_raise(context, SIGKILL); }
static void write_and_be_interrupted(void *context) { write_and_raise(context, SIGTERM); }

/* A disk of 20 KB: what is written beyond fails. */
static void write_on_a_small_disk(void *context) {
    struct job *job = context;
    struct err  err = {0};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){20000, 20000});
    bool done = tables_write(job->writer, job->path, &(struct write_options){0}, (struct invented){0, job->rows, 1}, &err);
    _exit(done ? 10 : err.kind == ERR_OUTPUT ? 2 : 11);
}

static const struct writer *const all_writers[] = {&csv_writer, &tsv_writer, &jsonl_writer, &xlsx_writer, &sqlite_writer};

/* Old rows, then `work` over them: they must stand there as before, byte for byte where nothing needs rolling back. */
static void old_rows_survive(void (*work)(void *context), int status, int leftover) {
    for (size_t i = 0; i < sizeof all_writers / sizeof *all_writers; i++) {
        struct arena         arena;
        struct err           err = {0};
        const struct writer *w = all_writers[i];
        arena_init(&arena);
        tables_fresh();
        struct job job = {w, tables_path(arena_format(&arena, "a%s", w->suffix).ptr, &arena), 3000};
        CU_ASSERT(tables_write(w, job.path, &(struct write_options){0}, (struct invented){0, 20, 0}, &err));
        slice before = tables_load(job.path, &arena);
        CU_ASSERT_EQUAL(tables_child(work, &job), status);
        if (w == &sqlite_writer) { /* the journal, if there is one, is rolled back by whoever opens the file next */
            CU_ASSERT(tables_write(w, job.path, &(struct write_options){0}, (struct invented){0, 20, 0}, &err));
            CU_ASSERT_EQUAL(tables_count(), 1);
        } else {
            CU_ASSERT(tables_count() <= 1 + leftover);
        }
        CU_ASSERT(slice_equal(before, tables_load(job.path, &arena)));
        arena_free(&arena);
    }
}

static void a_killed_writer_leaves_the_old_file(void) { old_rows_survive(write_and_die, 128 + SIGKILL, 1); }
static void a_full_disk_leaves_the_old_file(void) { old_rows_survive(write_on_a_small_disk, 2, 0); }

/* Each writer ends within `rows` rows by a signal, and no file stands under the name it was given; files that do at all are
 * `left` at most. */
static void ended_writers_leave(void (*ends)(void *), size_t rows, int signal_number, int left) {
    for (size_t i = 0; i < sizeof all_writers / sizeof *all_writers; i++) {
        struct arena arena;
        arena_init(&arena);
        tables_fresh();
        struct job job = {all_writers[i], tables_path("new", &arena), rows};
        CU_ASSERT_EQUAL(tables_child(ends, &job), 128 + signal_number);
        CU_ASSERT_NOT_EQUAL(access(job.path, F_OK), 0);
        CU_ASSERT(tables_count() <= left);
        arena_free(&arena);
    }
}

static void a_killed_writer_leaves_no_new_file(void) { ended_writers_leave(write_and_die, 3000, SIGKILL, INT_MAX); }
static void an_interrupted_writer_leaves_nothing(void) { ended_writers_leave(write_and_be_interrupted, 30000, SIGTERM, 0); }

/* ---- whose file is it ---- */

static void files_of_others_are_not_written_over(void) {
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    const char *other = tables_path("年终总结.csv", &arena);
    put_file(other, "姓名,电话\n甲,1\n");
    struct err err = {0};
    CU_ASSERT(!output_may_replace(other, false, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_OUTPUT);
    CU_ASSERT(output_may_replace(other, true, &err));
    CU_ASSERT(output_may_replace(NULL, false, &err) && output_may_replace("-", false, &err) &&
              output_may_replace("/dev/null", false, &err));
    CU_ASSERT(output_may_replace(tables_path("not-there", &arena), false, &err));
    put_file(other, "指标,备注\n处置舆情,待核\n"); /* one heading of ours is not enough */
    CU_ASSERT(!output_may_replace(other, false, &err));
    put_file(other, "{\"姓名\":\"甲\"}\n");
    CU_ASSERT(!output_may_replace(other, false, &err));
    put_file(other, "");
    CU_ASSERT(output_may_replace(other, false, &err));
    arena_free(&arena);
}

static void files_of_our_own_are(void) {
    static const char *const headers[] = {"en", "zh", "both"};
    struct arena             arena;
    arena_init(&arena);
    tables_fresh();
    for (size_t i = 0; i < sizeof all_writers / sizeof *all_writers; i++)
        for (size_t h = 0; h < 3; h++) {
            struct err  err = {0};
            const char *path = tables_path(arena_format(&arena, "%zu%s%s", i, headers[h], all_writers[i]->suffix).ptr, &arena);
            CU_ASSERT(tables_write(all_writers[i], path, &(struct write_options){.header = headers[h]},
                                   (struct invented){0, 5, 0}, &err));
            CU_ASSERT(output_may_replace(path, false, &err));
        }
    arena_free(&arena);
}

CU_TestInfo test_output[] = {
    {"an_abandoned_file_leaves_nothing", an_abandoned_file_leaves_nothing},
    {"a_file_keeps_its_mode_and_a_link_its_target", a_file_keeps_its_mode_and_a_link_its_target},
    {"a_folder_is_no_file", a_folder_is_no_file},
    {"a_full_device_is_an_error", a_full_device_is_an_error},
    {"memory_outputs_grow_and_are_emptied", memory_outputs_grow_and_are_emptied},
    {"a_killed_writer_leaves_the_old_file", a_killed_writer_leaves_the_old_file},
    {"a_full_disk_leaves_the_old_file", a_full_disk_leaves_the_old_file},
    {"a_killed_writer_leaves_no_new_file", a_killed_writer_leaves_no_new_file},
    {"an_interrupted_writer_leaves_nothing", an_interrupted_writer_leaves_nothing},
    {"files_of_others_are_not_written_over", files_of_others_are_not_written_over},
    {"files_of_our_own_are", files_of_our_own_are},
    CU_TEST_INFO_NULL,
};
