/* Damaged tables and cards: rules SECONDS SEED REPORT FILE... puts a changed copy of one of the files, rows of rules/, into a
 * folder of its own and loads it as an analyst's --rules. What is damaged is loaded, and then a report is read by it, or it is
 * told by a line of an error. Built with the sanitizers (make fuzz-rules); the folder damaged-rules beside the program holds
 * what broke it. No load takes longer than SLOWEST seconds. */
#include "export/audit_rules.h"
#include "export/series_key.h"
#include "export/datapackage.h"
#include "extract/base/tsv.h"
#include "extract/rule.h"
#include "tests/fuzz/damage.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

#define FOLDER "damaged-rules"
enum { LARGEST = 1 << 20, MOST_FILES = 64, MOST_EDITS = 6, SLOWEST = 60 };

/* Pieces that tables and cards trip over, put anywhere. */
static const char *const pieces[] = {"\t",
                                     "\n",
                                     "\r\n",
                                     " ",
                                     "#",
                                     " = ",
                                     "1/0",
                                     "-1",
                                     "99999999999999999999",
                                     "0.0000000000000000000000000000000000000001",
                                     "名",
                                     "数",
                                     "句式 ",
                                     "应取 ",
                                     "不取 ",
                                     "判 ",
                                     "记 甲 kind=rank\n",
                                     "规则 甲.乙\n",
                                     "(",
                                     ")",
                                     "[",
                                     "(?<甲>",
                                     "(?&数)",
                                     "*+",
                                     "{9999}",
                                     "\\",
                                     "=> ",
                                     "!",
                                     "\xEF\xBB\xBF",
                                     "\xFF",
                                     "長",
                                     "\xF0\xA0\x80\x80"};

struct trial {
    const char *path, *name;
    slice       report;
    uint64_t    loaded, told, claims;
};

static void check(bool holds, const struct err *err, const char *what) {
    if (holds) return;
    fprintf(stderr, "fuzz: %s: %s:%d:%d: %s\n", what, err->path, err->line, err->column, err->text);
    abort();
}

/* One line that says where. */
static void check_error(const struct err *err) {
    check(err->kind != ERR_NONE && err->path[0] && err->text[0], err, "an error says nothing");
    check(!strchr(err->text, '\n') && err->line >= 0 && err->column >= 0, err, "an error is no line, or stands nowhere");
}

static void count(struct trial *t, bool loaded, const struct err *err) {
    if (loaded)
        t->loaded++;
    else
        check_error(err), t->told++;
}

static void see_fault(void *context, const struct err *fault) {
    (void)context;
    check_error(fault);
}

static void see_example(void *context, int line, slice example, char sign, bool holds) {
    (void)context, (void)line, (void)example, (void)sign, (void)holds;
}

/* What suanpan_open loads proves its rows and reads a report. */
static const char *const dirs[] = {FOLDER};

static void open_rules(struct trial *t, struct arena *arena) {
    struct suanpan *suanpan;
    struct err      err = {0};
    bool            loaded = suanpan_open(&suanpan, dirs, 1, &err);
    count(t, loaded, &err);
    if (!loaded) return;
    const struct ruleset *rules = suanpan_ruleset(suanpan);
    struct extractor     *extractor = extractor_new(suanpan);
    vocabulary_check(&rules->vocabulary, rules->periods, arena, see_fault, NULL);
    t->claims += claims_of(extractor, t->report, arena);
    extractor_free(extractor);
    suanpan_close(suanpan);
}

/* The tables that the other rooms read. */
static void load_table(struct trial *t, struct arena *arena) {
    struct err          err = {0};
    struct audit_rules *words;
    if (strcmp(t->name, "audit.tsv") == 0)
        count(t, audit_rules_load(&words, t->path, arena, &err), &err);
    else if (strcmp(t->name, "columns.tsv") == 0)
        column_texts_load(t->path, arena), t->loaded++;
    if (strcmp(t->name, "scripts.tsv") != 0 && strcmp(t->name, "metrics.tsv") != 0) return;
    const struct metric_tables tables = {suanpan_table(dirs, 1, "metrics.tsv", arena),
                                         suanpan_table(dirs, 1, "scripts.tsv", arena)};
    count(t, metric_rules_examples(&tables, see_example, NULL, arena, &err), &err);
}

static void run_one(struct trial *t, slice bytes, struct arena *arena) {
    FILE *file = fopen(t->path, "wb");
    if (!file || fwrite(bytes.ptr, 1, bytes.len, file) < bytes.len) abort();
    fclose(file);
    alarm(SLOWEST);
    open_rules(t, arena);
    load_table(t, arena);
    alarm(0);
    remove(t->path);
}

int main(int argc, char **argv) {
    static char  bytes[LARGEST];
    struct arena files, arena;
    struct err   err = {0};
    slice        in[MOST_FILES];
    int          seconds = argc > 4 ? slice_int(slice_of(argv[1])) : -1, all = argc - 4 < MOST_FILES ? argc - 4 : MOST_FILES;
    struct trial t = {0};
    arena_init(&files);
    arena_init(&arena);
    if (seconds < 1 || !file_load(&t.report, argv[3], LARGEST, &files, &err))
        return fprintf(stderr, "rules SECONDS SEED REPORT FILE...: %s\n", err.text), 2;
    for (int i = 0; i < all; i++)
        if (!file_load(&in[i], argv[4 + i], LARGEST / 2, &files, &err)) return err_print(&err), 2;
    chance_seed(slice_of(argv[2]));
    mkdir(FOLDER, 0777);
    for (time_t end = time(NULL) + seconds; time(NULL) < end; arena_reset(&arena)) {
        size_t i = below((size_t)all);
        t.name = strrchr(argv[4 + i], '/') ? strrchr(argv[4 + i], '/') + 1 : argv[4 + i];
        t.path = arena_format(&arena, FOLDER "/%s", t.name).ptr;
        memcpy(bytes, in[i].ptr, in[i].len);
        slice one = {bytes, damage(bytes, in[i].len, LARGEST, MOST_EDITS, pieces, sizeof pieces / sizeof *pieces)};
        run_one(&t, one, &arena);
    }
    rmdir(FOLDER);
    arena_free(&arena);
    arena_free(&files);
    printf("damaged rules: %llu loaded, %llu claims by them; %llu told in a line; nothing broke\n",
           (unsigned long long)t.loaded, (unsigned long long)t.claims, (unsigned long long)t.told);
    return t.loaded && t.told ? 0 : 2;
}
