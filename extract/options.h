/* The command line, read once: one table of options serves parsing, --help and the manual page. */
#ifndef SUANPAN_OPTIONS_H
#define SUANPAN_OPTIONS_H

#include "extract/suanpan.h"

#include <stdio.h>

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct options {
    const char        *verb;
    const char *const *paths; /* what is left after the options; "-" is standard input */
    size_t             path_count;
    const char *output, *format, *header, *columns, *sort, *aliases, *review, *include, *exclude, *across, *chart, *theme,
        *size, *font, *title, *lang, *style; /* NULL when not given */
    const char *const  *rules;
    size_t              rule_count;
    struct read_options read;
    int                 jobs; /* 0: one a core */
    enum when           progress, color, bom;
    bool                quiet, stream, longform, preview, pdf, dry_run, force, version, help;
};

enum option_type { OPTION_SWITCH, OPTION_TEXT, OPTION_NUMBER, OPTION_WHEN, OPTION_LIST };
struct option {
    const char      *name;     /* "--year" */
    char             letter;   /* 'o' for -o, 0 for none */
    const char      *argument; /* "N", "FILE", "zh|en" (then nothing else is taken); NULL for a switch */
    const char      *help;     /* its Chinese is a row of rules/messages.tsv */
    const char      *verbs;    /* " run extract " the verbs that have it, "*" for all */
    enum option_type type;
    size_t           field;  /* where in struct options it goes: an offset */
    const char      *values; /* "csv|tsv|…" of NAME, for completions: whether there is such a one, its verb judges; or NULL */
};
extern const struct option option_table[];
extern const size_t        option_count;

enum { MOST_JOBS = 64 };
/* How many threads: --jobs, else one a core. */
size_t options_jobs(const struct options *options);
/* Reads argv[2..] for `verb`, options and paths in any order; "--" ends the options, and what starts with a minus sign and
 * a digit (-2.5) is none. `lang` is never NULL after it: --lang, else what the locale says. False and `err` (ERR_USAGE)
 * for an option that the verb lacks, a missing argument or one that does not fit. */
bool options_read(struct options *out, const char *verb, int argc, char **argv, struct arena *run, struct err *err);
/* "zh" or "en": the value of --lang among the arguments, else LC_ALL, LC_MESSAGES, LANG. */
const char *options_language(int argc, char **argv);
/* The rule table of that name ("metrics.tsv"): of the last --rules folder that holds it, else of the installed rules. */
const char *options_rule(const struct options *options, const char *name, struct arena *run);
/* --color; where it does not say, a terminal that can, and no NO_COLOR. */
bool options_color(const struct options *options, FILE *out);
/* True when `word` begins with an option of any verb: --year=2020, -qj4. */
bool option_spelt(const char *word);
/* True when the verb has the option. */
bool option_fits(const struct option *option, const char *verb);
/* True when its argument is one of the values listed, zh|en; FILE and the like are words of one's own. */
bool option_has_values(const struct option *option);
/* What completions offer behind it, "zh|en", or for NAME "csv|tsv|…"; NULL for words of one's own. */
const char *option_values(const struct option *option);
/* Steps from one word to the other: a letter more, less or other. */
size_t word_distance(slice a, slice b);

/* A verb's body returns the exit status of the contract: 0, 1 or 2. */
struct verb {
    const char *name, *synopsis, *help;
    const char *examples; /* shown by --help: lines of commands, Chinese reports */
    int (*run)(const struct options *options, struct arena *run, struct err *err);
};

/* extract/help.c: the texts that are made from these two tables. `verb` NULL: the program. */
void help_print(FILE *out, const struct verb *verbs, size_t n, const struct verb *verb);
/* For the manual page: the options and verbs as the Makefile puts them into suanpan.1. */
bool help_format(FILE *out, const struct verb *verbs, size_t n, const char *format);
/* extract/complete.c: what a shell ("bash", "zsh") needs to complete verbs, options and their values. */
bool complete_format(FILE *out, const struct verb *verbs, size_t n, const char *shell);

#endif
