/* Damaged tables and cards: rules SECONDS SEED REPORT FILE... puts a changed copy of one of the files, those of rules/ and of
 * plots/, into a folder of its own and loads it, one of rules/ as an analyst's --rules. What is damaged is loaded, and then a
 * report is read by it, or it is told by a line of an error. Built with the sanitizers (make fuzz-rules); the folder
 * damaged-rules beside the program holds what broke it. No load takes longer than SLOWEST seconds. */
#include "export/audit/rules.h"
#include "export/table/codes.h"
#include "export/table/column_texts.h"
#include "export/series/metric_examples.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/messages.h"
#include "extract/sentence/rule.h"
#include "plots/style.h"
#include "plots/telling.h"
#include "plots/template.h"
#include "plots/words.h"
#include "tests/fuzz/damage.h"

#include <stdlib.h>
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
                                     "{{#甲}}",
                                     "{",
                                     "%s%n",
                                     "\xF0\xA0\x80\x80"};

struct trial {
    const char *from, *path; /* the file; its damaged copy, of the same name */
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

/* ---- the tables that nothing but one reader asks for; each is asked, too ---- */

static void load_audit(struct trial *t, struct arena *arena) {
    struct err          err = {0};
    struct audit_rules *words;
    count(t, audit_rules_load(&words, t->path, arena, &err), &err);
}

static void load_metrics(struct trial *t, struct arena *arena) {
    struct err                 err = {0};
    const struct metric_tables tables = {suanpan_table(dirs, 1, "metrics.tsv", arena),
                                         suanpan_table(dirs, 1, "scripts.tsv", arena)};
    count(t, metric_rules_examples(&tables, see_example, NULL, arena, &err), &err);
}

static void load_columns(struct trial *t, struct arena *arena) {
    const struct column_texts *texts = column_texts_load(t->path, arena);
    column_about(texts, SLICE_LIT("metric"), arena);
    t->loaded++;
}

static void load_codes(struct trial *t, struct arena *arena) {
    setenv("SUANPAN_RULES", FOLDER, 1);
    const struct codes *codes = codes_load(arena);
    unsetenv("SUANPAN_RULES");
    code_list(codes, SLICE_LIT("kind"), arena);
    code_word(codes, SLICE_LIT("span"), SLICE_LIT("年均5y"), "both", arena);
    code_word(codes, SLICE_LIT("dimension"), SLICE_LIT("count/area"), "zh", arena);
    t->loaded++;
}

/* What it says in Chinese is printed with the arguments of the English. */
static void load_messages(struct trial *t, struct arena *arena) {
    struct err err = {0};
    messages_load("zh", t->path, arena);
    count(t, err_set(&err, ERR_RULE, t->path, 1, 1, "%s is a digit, not %.*s", COLUMN_VALUE, 1, "甲"), &err);
    check_error(&err);
    messages_load("en", "", arena); /* its words go with the arena */
    t->loaded++;
}

static void load_words(struct trial *t, struct arena *arena) {
    struct err          err = {0};
    const struct words *words;
    bool                loaded = words_load(&words, t->path, "both", arena, &err);
    count(t, loaded, &err);
    if (loaded) WORDS_FILL(words, "title.lines", arena, {"who", SLICE_LIT("青禾县")}, {"metric", SLICE_LIT("粮食产量")});
}

static void load_figures(struct trial *t, struct arena *arena) {
    struct err            err = {0};
    const struct telling *telling;
    bool                  loaded = telling_load(&telling, t->path, arena, &err);
    count(t, loaded, &err);
    if (loaded) telling_points(telling, SLICE_LIT("地区生产总值"));
}

static void load_themes(struct trial *t, struct arena *arena) {
    struct err               err = {0};
    struct look              look;
    const struct chart_style style = {.theme = "dark"};
    count(t, look_load(&look, &style, t->path, arena, &err), &err);
}

static void load_template(struct trial *t, struct arena *arena) {
    struct err             err = {0};
    const struct template *page;
    count(t, template_load(&page, t->path, arena, &err), &err);
}

static const struct {
    const char *of;
    void (*load)(struct trial *t, struct arena *arena);
} readers[] = {{"/rules/audit.tsv", load_audit},     {"/rules/metrics.tsv", load_metrics},
               {"/rules/scripts.tsv", load_metrics}, {"/rules/columns.tsv", load_columns},
               {"/rules/codes.tsv", load_codes},     {"/rules/messages.tsv", load_messages},
               {"/templates/words.tsv", load_words}, {"/styles/figures.tsv", load_figures},
               {"/styles/themes.tsv", load_themes},  {"/templates/report.html", load_template}};

static void run_one(struct trial *t, slice bytes, struct arena *arena) {
    FILE *file = fopen(t->path, "wb");
    if (!file || fwrite(bytes.ptr, 1, bytes.len, file) < bytes.len) abort();
    fclose(file);
    alarm(SLOWEST);
    if (strstr(t->from, "/rules/")) open_rules(t, arena);
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (slice_ends(slice_of(t->from), slice_of(readers[i].of))) readers[i].load(t, arena);
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
        t.from = argv[4 + i];
        t.path = arena_format(&arena, FOLDER "/%s", strrchr(t.from, '/') ? strrchr(t.from, '/') + 1 : t.from).ptr;
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
