/* The front door: the verb table, and `run`, the one verb that sees all rooms. suanpan run 报告/ -o 结果 → claims.csv,
 * comparison.csv, charts and the rest in 结果. What a verb does stands in the room where its work ends. */
#include "export/verbs.h"
#include "extract/options.h"
#include "extract/verbs.h"
#include "plots/verbs.h"

#include <signal.h>
#include <stdio.h>

#include "extract/base/banned.h"

/* while rooms are being built: a verb whose room is not there yet stays out of sight */
#define LATER(name) int name(const struct options *, struct arena *, struct err *) __attribute__((weak))
LATER(verb_extract);
LATER(verb_compare);
LATER(verb_plot);
LATER(verb_audit);
LATER(verb_report);
LATER(verb_normalize);
LATER(verb_explain);
LATER(verb_rules);

static const struct verb verbs[] = {
    {"extract", "PATH...", "documents -> claims", "文档 → 数量表述",
     "  suanpan extract 青禾县2021.txt -o 表述.csv       # one row a claim\n"
     "  suanpan extract 报告/ -f jsonl | jq .metric       # every document of a folder\n"
     "  iconv -f GBK 旧稿.txt | suanpan extract - --year 2019",
     verb_extract},
    {"compare", "PATH...", "documents or claim files -> one row a metric, one column a year", "文档或表述文件 → 历年对照",
     "  suanpan compare 青禾县2019.txt 青禾县2020.txt 青禾县2021.txt\n"
     "  suanpan compare 表述.csv -o 对照.xlsx\n"
     "  suanpan compare 各县/ --across bodies --year 2021",
     verb_compare},
    {"plot", "PATH... -o DIR", "claims or series -> gnuplot scripts and images", "表述或对照 → gnuplot 脚本与图",
     "  suanpan plot 报告/ -o 图 --chart lines\n"
     "  suanpan plot 表述.csv --preview",
     verb_plot},
    {"audit", "PATH...", "contradictions between and within reports, both sentences side by side", "前后矛盾之处，两句并列",
     "  suanpan audit 报告/", verb_audit},
    {"report", "PATH... -o FILE.html", "one self-contained page: evidence, table, charts", "一页 HTML：原文、表格、图",
     "  suanpan report 报告/ -o 核对.html", verb_report},
    {"normalize", "[TEXT...]", "every numeral and quantity of a text, one a line", "逐行规范数词与数量",
     "  suanpan normalize 三万五 百分之五点三 两三个\n"
     "  echo 处置网络舆情313起，约5.1万余人 | suanpan normalize -f jsonl",
     verb_normalize},
    {"explain", "PATH [OFFSET]", "every numeral: the rule that took it or the rule that refused it",
     "每个数词：哪条规则取了或为何不取",
     "  suanpan explain 青禾县2021.txt\n"
     "  suanpan explain 青禾县2021.txt 1204              # the numeral at character 1204",
     verb_explain},
    {"rules", "check|list|test [FILE]", "the rule files: compile, show, run their own examples",
     "规则文件：检查、列出、跑自带例句",
     "  suanpan rules check --rules 我的规则\n"
     "  suanpan rules test 我的规则/营收.rules",
     verb_rules},
};
static const size_t verb_count = sizeof verbs / sizeof *verbs;

static const struct verb *verb_named(const char *name) {
    for (size_t i = 0; i < verb_count; i++)
        if (verbs[i].run && !strcmp(name, verbs[i].name)) return &verbs[i];
    return NULL;
}

/* Standard output that cannot be written is told at the end, as a full disk would be. */
static int finish(int status) {
    if (!fflush(stdout) && !ferror(stdout)) return status;
    struct err err = {0};
    err_set(&err, ERR_OUTPUT, NULL, 0, 0, "standard output cannot be written; is the disk full?");
    err_print(&err);
    return 2;
}

static int run_verb(const struct verb *verb, int argc, char **argv) {
    struct arena   run;
    struct options options;
    struct err     err = {0};
    int            status = 2;
    arena_init(&run);
    if (!options_read(&options, verb->name, argc, argv, &run, &err))
        err_print(&err);
    else if (options.help)
        help_print(stdout, verbs, verb_count, verb, !strcmp(options.lang, "zh")), status = 0;
    else if (options.version)
        puts("suanpan " SUANPAN_VERSION), status = 0;
    else {
        status = verb->run(&options, &run, &err);
        if (err.kind) err_print(&err);
    }
    arena_free(&run);
    return finish(status);
}

int main(int argc, char **argv) {
    const char *lang = options_language(argc, argv), *word = argc > 1 ? argv[1] : "";
    bool        zh = !strcmp(lang, "zh");
    if (!strcmp(word, "--version")) return puts("suanpan " SUANPAN_VERSION), finish(0);
    if (!strcmp(word, "--help") || !strcmp(word, "-h") || !strcmp(word, "help")) {
        const struct verb *verb = argc > 2 ? verb_named(argv[2]) : NULL;
        return help_print(stdout, verbs, verb_count, verb, zh), finish(0);
    }
    if (!strncmp(word, "--help=", 7) && help_format(stdout, verbs, verb_count, word + 7)) return finish(0);
    if (argc < 2) return help_print(stderr, verbs, verb_count, NULL, zh), 2;

    const struct verb *verb = verb_named(word);
    if (verb) return run_verb(verb, argc, argv);
    struct err err = {0};
    err_set(&err, ERR_USAGE, NULL, 0, 0, "there is no verb %s; see suanpan --help", word);
    err_print(&err);
    return 2;
}
