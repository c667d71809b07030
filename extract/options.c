/* The command line becomes struct options: `suanpan extract 2020.txt -f jsonl --year=2020` → format jsonl, year 2020, one path.
 * The same table makes --help, the manual page and the shell completions (help.c). What a path or a format means is the
 * verbs' business: here only spelling is judged. */
#include "extract/options.h"

#include <stdio.h>
#include <unistd.h>

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

#define READS " run extract compare audit plot report explain "
#define TABLES " extract compare audit "
#define DRAWS " run plot report "
#define AT(member) offsetof(struct options, member), NULL
#define OFFERS(member, values) offsetof(struct options, member), values

const struct option option_table[] = {
    {"--output", 'o', "FILE", "write to FILE (run and plot: to the folder DIR); its suffix picks the format",
     " run extract compare audit plot report normalize ", OPTION_TEXT, AT(output)},
    {"--format", 'f', "NAME", "csv (the default), tsv, jsonl, xlsx or sqlite; normalize writes plain lines by default",
     " extract compare audit normalize ", OPTION_TEXT, OFFERS(format, "csv|tsv|jsonl|xlsx|sqlite")},
    {"--header", 0, "en|zh|both", "column names: English, Chinese, or both", " report normalize" TABLES, OPTION_TEXT,
     AT(header)},
    {"--columns", 0, "LIST", "only these columns, in this order: metric,value,unit", TABLES, OPTION_TEXT, AT(columns)},
    {"--sort", 0, "LIST", "by these columns; - in front for the other way round: -value,metric", TABLES, OPTION_TEXT, AT(sort)},
    {"--bom", 0, "auto|yes|no", "byte order mark in CSV: in files, always, never", " run normalize" TABLES, OPTION_WHEN,
     AT(bom)},
    {"--long", 0, NULL, "one row a year instead of one column a year", " compare ", OPTION_SWITCH, AT(longform)},
    {"--across", 0, "bodies", "line up one metric of one year over the bodies", " compare audit plot ", OPTION_TEXT,
     AT(across)},
    {"--aliases", 0, "FILE.csv", "metric,alias,yes|no: joins confirmed or forbidden", " run compare audit plot report ",
     OPTION_TEXT, AT(aliases)},
    {"--stream", 0, NULL, "answer each .jsonl line of standard input before reading the next", " extract ", OPTION_SWITCH,
     AT(stream)},
    {"--year", 0, "N", "the year of the reports, where they do not say it", READS, OPTION_NUMBER, AT(read.year)},
    {"--body", 0, "NAME", "who reports", READS, OPTION_TEXT, AT(read.body)},
    {"--encoding", 0, "NAME", "the documents' encoding instead of what is found out", READS, OPTION_TEXT, AT(read.encoding)},
    {"--manifest", 0, "FILE.csv", "path,body,year: what the documents do not say of themselves", READS, OPTION_TEXT,
     AT(read.manifest)},
    {"--rules", 0, "DIR", "a folder of rule files over the installed ones; repeatable, later wins", "*", OPTION_LIST,
     AT(rules)},
    {"--review", 0, "FILE.csv", "corrections from the page, applied to the claims", READS, OPTION_TEXT, AT(review)},
    {"--include", 0, "LIST", "only these: target,actual,rank,share,growth,…", READS, OPTION_TEXT, AT(include)},
    {"--exclude", 0, "LIST", "all but these", READS, OPTION_TEXT, AT(exclude)},
    {"--chart", 0, "KIND", "only charts of this kind: bars, lines, slope, multiples, growth, bodies, overview, sheets",
     " plot ", OPTION_TEXT, OFFERS(chart, "bars|lines|slope|multiples|growth|bodies|overview|sheets")},
    {"--theme", 0, "NAME", "the colours of the charts: light, dark, print", DRAWS, OPTION_TEXT,
     OFFERS(theme, "light|dark|print")},
    {"--size", 0, "WxH", "the size of the charts in pixels: 960x600", DRAWS, OPTION_TEXT, AT(size)},
    {"--font", 0, "NAME", "a font with Chinese characters", DRAWS, OPTION_TEXT, AT(font)},
    {"--title", 0, "TEXT", "the title of a single chart, or of the page", " plot report ", OPTION_TEXT, AT(title)},
    {"--style", 0, "FILE.tsv", "colours and sizes: rows of styles/themes.tsv, changed", DRAWS, OPTION_TEXT, AT(style)},
    {"--pdf", 0, NULL, "a PDF of each chart too", " run plot ", OPTION_SWITCH, AT(pdf)},
    {"--preview", 0, NULL, "bars in the terminal, nothing written", " plot ", OPTION_SWITCH, AT(preview)},
    {"--jobs", 'j', "N", "threads; 0: one a core (the default)", READS, OPTION_NUMBER, AT(jobs)},
    {"--force", 0, NULL, "write over files that suanpan did not write", " run extract compare audit report normalize ",
     OPTION_SWITCH, AT(force)},
    {"--dry-run", 0, NULL, "read and count, write nothing", " run extract compare audit ", OPTION_SWITCH, AT(dry_run)},
    {"--quiet", 'q', NULL, "no summary and no progress, errors only", "*", OPTION_SWITCH, AT(quiet)},
    {"--progress", 0, "auto|always|never", "progress on standard error", READS, OPTION_WHEN, AT(progress)},
    {"--color", 0, "auto|always|never", "colours in the terminal (NO_COLOR is honoured)", "*", OPTION_WHEN, AT(color)},
    {"--lang", 0, "zh|en", "the language of messages; else the locale decides", "*", OPTION_TEXT, AT(lang)},
    {"--help", 'h', NULL, "this text", "*", OPTION_SWITCH, AT(help)},
    {"--version", 0, NULL, "the version", "*", OPTION_SWITCH, AT(version)},
};
const size_t option_count = sizeof option_table / sizeof *option_table;

bool option_fits(const struct option *option, const char *verb) {
    char key[32];
    snprintf(key, sizeof key, " %s ", verb);
    return option->verbs[0] == '*' || strstr(option->verbs, key);
}

bool option_has_values(const struct option *option) {
    return option->argument && option->argument[0] >= 'a' && option->argument[0] <= 'z';
}

const char *option_values(const struct option *option) { return option_has_values(option) ? option->argument : option->values; }

static const struct option *option_named(slice name) {
    for (size_t i = 0; i < option_count; i++)
        if (slice_equal(name, slice_of(option_table[i].name))) return &option_table[i];
    return NULL;
}

static const struct option *option_lettered(char letter) {
    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].letter == letter) return &option_table[i];
    return NULL;
}

bool option_spelt(const char *word) {
    if (word[0] == '-' && word[1] != '-') return option_lettered(word[1]) != NULL;
    return option_named((slice){word, strcspn(word, "=")}) != NULL;
}

/* Words longer than the row count as far apart. */
size_t word_distance(slice a, slice b) {
    size_t row[32];
    if (b.len >= sizeof row / sizeof *row) return SIZE_MAX;
    for (size_t j = 0; j <= b.len; j++) row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t corner = row[0]++;
        for (size_t j = 1; j <= b.len; j++) {
            size_t best = corner + (a.ptr[i - 1] != b.ptr[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            corner = row[j];
            row[j] = best;
        }
    }
    return row[b.len];
}

/* --formt → --format; NULL when nothing of the verb's is within two letters. */
static const char *nearest(const char *verb, slice name) {
    const char *best = NULL;
    size_t      least = 3;
    for (size_t i = 0; i < option_count; i++) {
        size_t d = word_distance(name, slice_of(option_table[i].name));
        if (option_fits(&option_table[i], verb) && d < least) {
            least = d;
            best = option_table[i].name;
        }
    }
    return best;
}

static bool unknown_option(const char *verb, slice name, struct err *err) {
    const char *meant = option_named(name) ? NULL : nearest(verb, name);
    if (meant) return err_usage(err, "%s has no option %.*s; did you mean %s?", verb, SLICE_ARG(name), meant);
    return err_usage(err, "%s has no option %.*s; see suanpan %s --help", verb, SLICE_ARG(name), verb);
}

static bool bad_value(const struct option *o, const char *value, struct err *err) {
    return err_usage(err, "%s %s: not one of its values; it takes %s", o->name, value, o->argument);
}

/* True when `word` is one of "zh|en". */
static bool one_of(const char *choices, const char *word) {
    slice all = slice_of(choices);
    for (size_t at = 0; at < all.len;)
        if (slice_equal(slice_take(all, '|', &at), slice_of(word))) return true;
    return false;
}

static bool take_when(enum when *out, const struct option *o, const char *value, struct err *err) {
    static const struct {
        const char *word;
        enum when   when;
    } words[] = {{"auto", WHEN_AUTO}, {"always", WHEN_ALWAYS}, {"yes", WHEN_ALWAYS}, {"never", WHEN_NEVER}, {"no", WHEN_NEVER}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(value, words[i].word)) return *out = words[i].when, true;
    return bad_value(o, value, err);
}

static bool missing_argument(const struct option *o, struct err *err) {
    return err_usage(err, "%s needs %s behind it", o->name, o->argument);
}

/* Paths are any bytes; words, such as who reports, go into the tables, which are UTF-8. A list said twice is one list:
 * --include rank --include target is --include rank,target. */
static bool take_text(const char **field, const struct option *o, const char *value, struct arena *run, struct err *err) {
    bool is_path = !strncmp(o->argument, "FILE", 4);
    if (is_path && !*value) return missing_argument(o, err); /* -o "$NAME" of a script */
    if (!is_path && utf8_validate(slice_of(value)) < strlen(value))
        return err_usage(err, "%s: its value is not UTF-8; set the terminal to UTF-8", o->name);
    if (option_has_values(o) && !one_of(o->argument, value)) return bad_value(o, value, err);
    bool goes_on = *field && !strcmp(o->argument, "LIST");
    *field = goes_on ? arena_format(run, "%s,%s", *field, value).ptr : value;
    return true;
}

/* Puts the value where the table says. */
static bool take(struct options *out, const struct option *o, const char *value, struct arena *run, struct err *err) {
    void *field = (char *)out + o->field;
    switch (o->type) {
    case OPTION_SWITCH: *(bool *)field = true; return true;
    case OPTION_WHEN: return take_when(field, o, value, err);
    case OPTION_NUMBER: {
        int number = slice_int(slice_of(value));
        if (number < 0 || number > 9999) return err_usage(err, "%s %s: not a number from 0 to 9999", o->name, value);
        *(int *)field = number;
        return true;
    }
    case OPTION_LIST: {
        const char **list = ARENA_ARRAY(run, const char *, out->rule_count + 1);
        for (size_t i = 0; i < out->rule_count; i++) list[i] = out->rules[i];
        list[out->rule_count++] = value;
        out->rules = list;
        return true;
    }
    case OPTION_TEXT: return take_text(field, o, value, run, err);
    }
    return false;
}

/* --name, --name value, --name=value at argv[*i]. */
static bool read_long(struct options *out, int argc, char **argv, int *i, struct arena *run, struct err *err) {
    slice word = slice_of(argv[*i]), name = slice_until(word, '=');

    const struct option *o = option_named(name);
    const char          *value = name.len < word.len ? word.ptr + name.len + 1 : NULL;
    if (!o || !option_fits(o, out->verb)) return unknown_option(out->verb, name, err);
    if (!o->argument && value) return err_usage(err, "%s takes no value", o->name);
    if (o->argument && !value) {
        if (*i + 1 >= argc) return missing_argument(o, err);
        value = argv[++*i];
    }
    return take(out, o, value, run, err);
}

/* -q, -o value, -ovalue, -qj4 at argv[*i]. */
static bool read_letters(struct options *out, int argc, char **argv, int *i, struct arena *run, struct err *err) {
    for (const char *at = argv[*i] + 1; *at; at++) {
        const struct option *o = option_lettered(*at);
        if (!o || !option_fits(o, out->verb)) return unknown_option(out->verb, slice_of(argv[*i]), err);
        if (o->argument) {
            const char *value = at[1] ? at + 1 : *i + 1 < argc ? argv[++*i] : NULL;
            return value ? take(out, o, value, run, err) : missing_argument(o, err);
        }
        if (!take(out, o, NULL, run, err)) return false;
    }
    return true;
}

static bool is_option(const char *word) { return word[0] == '-' && word[1] && !ascii_digit(word[1]); }

bool options_read(struct options *out, const char *verb, int argc, char **argv, struct arena *run, struct err *err) {
    *out = (struct options){.verb = verb};
    const char **paths = ARENA_ARRAY(run, const char *, (size_t)(argc > 0 ? argc : 1));
    bool         ended = false;
    for (int i = 2; i < argc; i++) {
        if (ended || !is_option(argv[i]))
            paths[out->path_count++] = argv[i];
        else if (!strcmp(argv[i], "--"))
            ended = true;
        else if (!(argv[i][1] == '-' ? read_long : read_letters)(out, argc, argv, &i, run, err))
            return false;
    }
    if (out->read.year && out->read.year < EARLIEST_YEAR)
        return err_usage(err, "--year %d: write all four digits, such as 2023", out->read.year);
    out->paths = paths;
    out->read.rules = out->rules;
    out->read.rule_count = out->rule_count;
    out->read.quiet = out->quiet;
    if (!out->lang) out->lang = options_language(argc, argv);
    return true;
}

size_t options_jobs(const struct options *options) {
    long n = options->jobs ? options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > MOST_JOBS ? MOST_JOBS : (size_t)n;
}

const char *options_rule(const struct options *options, const char *name, struct arena *run) {
    return suanpan_table(options->rules, options->rule_count, name, run);
}

const char *options_language(int argc, char **argv) {
    for (int i = 1; i < argc && strcmp(argv[i], "--"); i++) {
        if (!strcmp(argv[i], "--lang=zh") || (!strcmp(argv[i], "--lang") && i + 1 < argc && !strcmp(argv[i + 1], "zh")))
            return "zh";
        if (!strncmp(argv[i], "--lang", 6)) return "en";
    }
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return strncmp(value, "zh", 2) ? "en" : "zh";
    }
    return "en";
}

bool options_color(const struct options *options, FILE *out) {
    const char *never = getenv("NO_COLOR"), *term = getenv("TERM");
    if (options->color != WHEN_AUTO) return options->color == WHEN_ALWAYS;
    return isatty(fileno(out)) && (!never || !*never) && term && strcmp(term, "dumb") != 0;
}
