/* The front door: the verb table, and `run`, the one verb that sees all rooms. suanpan run 报告/ -o 结果 → claims.csv,
 * comparison.csv, charts and the rest in 结果. What a verb does stands in the room where its work ends. */
#include "export/audit/audit.h"
#include "export/table/column_texts.h"
#include "export/table/datapackage.h"
#include "export/folder.h"
#include "export/gather.h"
#include "export/replace.h"
#include "export/series/series.h"
#include "export/series/table.h"
#include "export/sqlite.h"
#include "export/summary.h"
#include "export/verbs.h"
#include "export/workbook.h"
#include "export/writers.h"
#include "extract/messages.h"
#include "extract/options.h"
#include "plots/chart.h"
#include "plots/report.h"
#include "plots/verbs.h"

#include <errno.h>
#include <inttypes.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

/* ---- run ---- */

/* Everything that `run` holds while it writes. */
struct result {
    const struct options *options;
    struct gathering      claims;
    struct comparison     comparison;
    struct audit          audit;
    struct chart_list     charts;
    struct column_texts  *texts; /* what columns mean, in Chinese */
    struct arena         *run;
};

static const char *inside(const struct result *r, const char *name) {
    return arena_format(r->run, "%s/%s", r->options->output, name).ptr;
}

/* A cell row for each claim, or the rows of a table, to the format that the name's suffix picks. */
static bool write_rows(const struct result *r, const char *name, const struct table *table, struct err *err) {
    struct write_options how = {.bom = r->options->bom};
    const char          *path = inside(r, name);
    const struct writer *writer = writer_find(NULL, path);
    struct cell          cells[CLAIM_COLUMN_COUNT];
    char                 digits[4][DECIMAL_TEXT];
    void                *state;
    size_t               n = table ? table->row_count : r->claims.count;
    bool                 good = true;
    if (!writer->open(&state, path, table ? &table->schema : &claim_schema, &how, r->run, err)) return false;
    for (size_t i = 0; i < n && good; i++) {
        if (!table) claim_cells(&r->claims.claims[i], cells, digits);
        good = writer->row(state, table ? table->rows[i] : cells, err);
    }
    if (good) return writer->close(state, err);
    writer->abort(state);
    return false;
}

static bool write_book(const struct result *r, struct err *err) {
    struct workbook_parts parts = {&r->comparison, &r->audit, SUANPAN_VERSION, r->texts};
    return workbook_write(inside(r, "claims.xlsx"), &parts, r->run, err);
}

static bool write_package(const struct result *r, const struct table *wide, const struct table *in_rows,
                          const struct table *matches, const struct table *audit, struct err *err) {
    const struct resource      all[] = {{"claims.csv", &claim_schema},
                                        {"comparison.csv", &wide->schema},
                                        {"comparison-long.csv", &in_rows->schema},
                                        {"matches.csv", &matches->schema},
                                        {"audit.csv", &audit->schema}};
    const struct package_parts parts = {all, sizeof all / sizeof *all, gathered_documents(&r->claims, r->run),
                                        r->claims.text_count, r->texts};
    return datapackage_write(inside(r, "datapackage.json"), &parts, r->run, err);
}

/* What a person did to the tables of the last run, yes and no in matches.csv, is not lost. */
static bool keep_changed(const struct result *r, struct err *err) {
    static const char *const names[] = {"claims.csv",  "comparison.csv", "comparison-long.csv",
                                        "matches.csv", "audit.csv",      "claims.xlsx"};
    bool                     good = true;
    for (size_t i = 0; i < sizeof names / sizeof *names && good && !r->options->force; i++)
        good = output_keep_changed(inside(r, names[i]), inside(r, "datapackage.json"), r->run, err);
    return good;
}

static bool write_tables(struct result *r, struct err *err) {
    struct table wide, in_rows, matches, audit;
    comparison_wide(&wide, &r->comparison, r->texts, r->run);
    comparison_long(&in_rows, &r->comparison, r->texts, r->run);
    matches_table(&matches, &r->comparison, r->texts, r->run);
    audit_table(&audit, &r->audit, r->texts, r->run);
    return keep_changed(r, err) && write_rows(r, "claims.csv", NULL, err) && write_rows(r, "comparison.csv", &wide, err) &&
           write_rows(r, "comparison-long.csv", &in_rows, err) && write_rows(r, "matches.csv", &matches, err) &&
           write_rows(r, "audit.csv", &audit, err) &&
           archive_write(inside(r, "claims.db"), gathered_documents(&r->claims, r->run), r->claims.text_count, &r->comparison,
                         r->run, err) &&
           write_book(r, err) && write_package(r, &wide, &in_rows, &matches, &audit, err);
}

/* Files of a person that would be lost: told before the work begins. */
static bool may_write(const struct options *options, struct arena *run, struct err *err) {
    static const char *const names[] = {"claims.csv",  "comparison.csv", "comparison-long.csv", "matches.csv",     "audit.csv",
                                        "claims.xlsx", "claims.db",      "report.html",         "datapackage.json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!output_may_replace(arena_format(run, "%s/%s", options->output, names[i]).ptr, options->force, err)) return false;
    return true;
}

static bool draw(struct result *r, struct err *err) {
    const struct options *o = r->options;
    struct chart_style    style = chart_style_of(o);
    style.alone = true;
    return charts_draw(inside(r, "charts"), &r->comparison, &style, &r->charts, r->run, err);
}

/* report.html, also when there are no charts; then `err` says why, and so does the page. Its charts are drawn in its own size.
 */
static bool write_page(const struct result *r, struct err *err) {
    struct chart_list   charts = {0};
    struct chart_style  style = chart_style_of(r->options);
    struct err          unwritten = {0};
    const char         *folder = err->kind ? NULL : folder_new(r->options->output, r->run, err);
    struct report_parts parts = {.gathered = &r->claims,
                                 .comparison = &r->comparison,
                                 .audit = &r->audit,
                                 .charts = &charts,
                                 .chart_folder = folder,
                                 .version = SUANPAN_VERSION};
    style.page = true;
    style.size = NULL;
    if (folder) charts_draw(folder, &r->comparison, &style, &charts, r->run, err);
    parts.failure = err->kind ? err->text : NULL;
    bool written = report_write(inside(r, "report.html"), &parts, r->run, &unwritten);
    if (folder) folder_remove(folder, r->run);
    if (!err->kind) *err = unwritten;
    return written && !err->kind;
}

static void summary(const struct result *r) {
    struct harvest_counts counts = gathered_counts(&r->claims);
    counts.series = r->comparison.count;
    counts.charts = r->charts.count;
    summary_tell(&counts, r->options->dry_run ? NULL : r->options->output);
    comparison_tell(stderr, &r->comparison);
    audit_tell(stderr, &r->audit, r->run);
}

/* The whole flow on one screen: documents → claims → series → tables → charts → the page. */
static int verb_run(const struct options *options, struct arena *run, struct err *err) {
    struct result r = {.options = options, .run = run};
    if (options->path_count == 0)
        err_usage(err, "%s needs a file, a folder or - for standard input", options->verb);
    else if (!options->dry_run && !options->output)
        err_usage(err, "%s needs a folder to write to; name it with -o", options->verb);
    r.texts = column_texts_load(options_rule(options, "columns.tsv", run), run);
    bool dry = options->dry_run;
    bool good = !err->kind && (dry || (folder_make(options->output, run, err) && may_write(options, run, err))) &&
                texts_gather(&r.claims, options, run, err) && claims_compare(&r.comparison, &r.claims, options, run, err);
    if (good) audit_make(&r.audit, &r.comparison, run);
    good = good && (dry || write_tables(&r, err));
    if (good && !dry) {
        draw(&r, err);
        good = write_page(&r, err);
    }
    if (good && !options->quiet) summary(&r);
    size_t refused = r.claims.refused;
    gathering_free(&r.claims);
    return !good ? 2 : refused > 0;
}

/* ---- the verbs ---- */

static const struct verb verbs[] = {
    {"run", "PATH... -o DIR", "everything: claims, comparison, charts, report",
     "  suanpan run 报告/ -o 结果                         # then open 结果/report.html\n"
     "  suanpan run 青禾县2020.txt 青禾县2021.txt -o 结果 --body 青禾县",
     verb_run},
    {"extract", "PATH...", "documents -> claims",
     "  suanpan extract 青禾县2021.txt -o 表述.csv       # one row a claim\n"
     "  suanpan extract 报告/ -f jsonl | jq .metric       # every document of a folder\n"
     "  iconv -f GBK 旧稿.txt | suanpan extract - --year 2019",
     verb_extract},
    {"compare", "PATH...", "documents or claim files -> one row a metric, one column a year",
     "  suanpan compare 青禾县2019.txt 青禾县2020.txt 青禾县2021.txt\n"
     "  suanpan compare 表述.csv -o 对照.xlsx\n"
     "  suanpan compare 各县/ --across bodies -o 各县.xlsx",
     verb_compare},
    {"audit", "PATH...", "contradictions between and within reports, both sentences beside each other",
     "  suanpan audit 青禾县2020.txt 青禾县2021.txt\n"
     "  suanpan audit 报告/ -o 核对.xlsx",
     verb_audit},
    {"plot", "PATH... -o DIR", "claims or series -> gnuplot scripts and images",
     "  suanpan plot 报告/ -o 图 --chart lines\n"
     "  suanpan plot 表述.csv --preview",
     verb_plot},
    {"report", "PATH... -o FILE.html", "one self-contained page: evidence, table, charts",
     "  suanpan report 报告/ -o 核对.html\n"
     "  suanpan report 青禾县2021.txt -o 核对.html --review review.csv   # corrections from the page",
     verb_report},
    {"normalize", "[TEXT...]", "every numeral and quantity of a text, one a line",
     "  suanpan normalize 三万五 百分之五点三 两三个\n"
     "  echo 处置网络舆情313起，约5.1万余人 | suanpan normalize -f jsonl",
     verb_normalize},
    {"explain", "PATH [OFFSET]", "every numeral: the rule that took it or the rule that refused it",
     "  suanpan explain 青禾县2021.txt\n"
     "  suanpan explain 青禾县2021.txt 1204              # the numeral at character 1204",
     verb_explain},
    {"rules", "check|list|test [FILE]", "the rule files: compile, show, run their own examples",
     "  suanpan rules check --rules 我的规则\n"
     "  suanpan rules test 我的规则/营收.rules",
     verb_rules},
};
static const size_t verb_count = sizeof verbs / sizeof *verbs;

static const struct verb *verb_named(const char *name) {
    for (size_t i = 0; i < verb_count; i++)
        if (!strcmp(name, verbs[i].name)) return &verbs[i];
    return NULL;
}

/* extrakt → did you mean extract? 报告.pdf → suanpan run 报告.pdf */
static bool unknown_verb(const char *name, struct err *err) {
    const char *meant = NULL;
    size_t      least = 3;
    if (option_spelt(name)) return err_usage(err, "%s: options stand behind the verb; see suanpan --help", name);
    if (*name == '-') return err_usage(err, "there is no option %s; see suanpan --help", name);
    if (access(name, F_OK) == 0) return err_usage(err, "%s: a verb comes first, such as: suanpan run %s -o DIR", name, name);
    for (size_t i = 0; i < verb_count; i++) {
        size_t d = word_distance(slice_of(name), slice_of(verbs[i].name));
        if (d < least) {
            least = d;
            meant = verbs[i].name;
        }
    }
    if (meant) return err_usage(err, "there is no verb %s; did you mean %s?", name, meant);
    return err_usage(err, "there is no verb %s; see suanpan --help", name);
}

/* The verb with its options read; whatever goes wrong is told here, in one line. */
static int run_verb(const char *name, int argc, char **argv, struct arena *run) {
    struct options     options;
    struct err         err = {0};
    const struct verb *verb = verb_named(name);
    int                status = 2;
    if (!verb) {
        unknown_verb(name, &err);
    } else if (options_read(&options, verb->name, argc, argv, run, &err)) {
        status = 0;
        err_in_color = options_color(&options, stderr);
        if (options.help)
            help_print(stdout, verbs, verb_count, verb);
        else if (options.version)
            puts("suanpan " SUANPAN_VERSION);
        else
            status = verb->run(&options, run, &err);
    }
    if (err.kind) err_print(&err);
    return status;
}

static int run_program(int argc, char **argv, struct arena *run) {
    const char *lang = options_language(argc, argv), *word = argc > 1 ? argv[1] : "";
    messages_load(lang, arena_format(run, "%s/messages.tsv", suanpan_rules_dir()).ptr, run);
    if (argc < 2) return help_print(stderr, verbs, verb_count, NULL), 2;
    if (!strcmp(word, "--version") || !strcmp(word, "version")) return puts("suanpan " SUANPAN_VERSION), 0;
    if (!strcmp(word, "--help") || !strcmp(word, "-h") || !strcmp(word, "help")) {
        const struct verb *verb = argc > 2 ? verb_named(argv[2]) : NULL;
        if (argc > 2 && !verb && argv[2][0] != '-') return run_verb(argv[2], argc, argv, run);
        return help_print(stdout, verbs, verb_count, verb), 0;
    }
    if (!strncmp(word, "--help=", 7) && help_format(stdout, verbs, verb_count, word + 7)) return 0;
    return run_verb(word, argc, argv, run);
}

/* Standard output that could not be written is told at the end. */
int main(int argc, char **argv) {
    struct arena run;
    struct err   err = {0};
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1); /* what one thread gave back of a large page the next may use */
#endif
    signal(SIGXFSZ, SIG_IGN); /* what may not grow is an output that cannot be written (EFBIG), and nothing of it is left */
    arena_init(&run);
    int status = run_program(argc, argv, &run);
    if (fflush(stdout) || ferror(stdout)) {
        err_file(&err, ERR_OUTPUT, NULL, "standard output cannot be written; is the disk full?");
        err_print(&err);
        status = 2;
    }
    arena_free(&run);
    return status;
}
