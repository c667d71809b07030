/* The command line, read once: one table of options serves parsing, --help and the manual page. */
#ifndef SUANPAN_OPTIONS_H
#define SUANPAN_OPTIONS_H

#include "extract/suanpan.h"

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct options {
    const char        *verb;
    const char *const *paths; /* what is left after the options; "-" is standard input */
    size_t             path_count;
    const char        *output, *format, *header, *columns, *sort, *aliases, *review, *include, *exclude, *across, *chart, *theme,
        *size, *font, *title, *lang, *style; /* NULL when not given */
    const char *const  *rules;
    size_t             rule_count;
    struct read_options read;
    int                jobs; /* 0: one a core */
    enum when          progress, color, bom;
    bool               quiet, stream, longform, preview, dry_run, force, version, help;
};

struct option {
    const char *name;     /* "--year" */
    char        letter;   /* 'o' for -o, 0 for none */
    const char *argument; /* "N", "FILE"; NULL for a switch */
    const char *help, *help_zh;
    const char *verbs;    /* " run extract " the verbs that have it, "*" for all */
};
extern const struct option option_table[];
extern const size_t        option_count;

/* Reads argv[2..] for `verb`. False and `err` (ERR_USAGE) for an option that the verb lacks or a missing argument. */
bool options_read(struct options *out, const char *verb, int argc, char **argv, struct arena *run, struct err *err);

/* A verb's body returns the exit status of the contract: 0, 1 or 2. */
struct verb {
    const char *name, *synopsis, *help, *help_zh;
    int (*run)(const struct options *options, struct arena *run, struct err *err);
};

#endif
