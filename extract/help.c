/* The verb and option tables become --help and the tables of the manual page:
 * {"--year", 0, "N", …} → "      --year N          the year of the reports, where …". No option is described twice;
 * the Chinese stands in rules/messages.tsv. */
#include "extract/messages.h"
#include "extract/options.h"

#include "extract/base/banned.h"

enum { TEXT_COLUMN = 32 }; /* where the explanation of an option starts */

static void put_option(FILE *out, const struct option *o) {
    char name[64];
    int  length = snprintf(name, sizeof name, "  %c%c%s %s%s%s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
                          o->letter ? "," : " ", o->name, o->argument ? " " : "", o->argument ? o->argument : "");
    if (length < TEXT_COLUMN)
        fprintf(out, "%-*s%s\n", TEXT_COLUMN, name, say(o->help));
    else
        fprintf(out, "%s\n%*s%s\n", name, TEXT_COLUMN, "", say(o->help));
}

static void put_options(FILE *out, const char *verb) {
    fprintf(out, "\n%s\n", say(verb ? "options:" : "options of every verb, behind it:"));
    for (size_t i = 0; i < option_count; i++)
        if (verb ? option_fits(&option_table[i], verb) : option_table[i].verbs[0] == '*') put_option(out, &option_table[i]);
}

/* What stands behind # is for the reader, in his language. */
static void put_examples(FILE *out, const struct verb *verb) {
    fprintf(out, "\n%s\n", say("examples:"));
    for (const char *line = verb->examples; *line;) {
        size_t length = strcspn(line, "\n"), told = strcspn(line, "#\n");
        char   remark[80];
        if (told < length) told += strlen("# ");
        snprintf(remark, sizeof remark, "%.*s", (int)(length - told), line + told);
        fprintf(out, "%.*s%s\n", (int)told, line, say(remark));
        line += length + (line[length] == '\n');
    }
}

static void put_program(FILE *out, const struct verb *verbs, size_t n) {
    fprintf(out, "%s\n\n%s\n",
            say("suanpan finds every quantitative claim in Chinese reports, exactly, with the sentence it rests on."),
            say("usage:"));
    for (size_t i = 0; i < n; i++)
        fprintf(out, "  suanpan %-10s%-24s%s\n", verbs[i].name, verbs[i].synopsis, say(verbs[i].help));
    put_options(out, NULL);
    put_examples(out, &verbs[0]);
    fprintf(
        out, "\n%s\n",
        say("suanpan VERB --help tells more. Exit status: 0 done, 1 an input was refused, 2 the command line, a rule file or the output is wrong."));
}

void help_print(FILE *out, const struct verb *verbs, size_t n, const struct verb *verb) {
    if (!verb) {
        put_program(out, verbs, n);
        return;
    }
    fprintf(out, say("usage: suanpan %s %s"), verb->name, verb->synopsis);
    fprintf(out, "\n\n%s\n", say(verb->help));
    put_options(out, verb->name);
    put_examples(out, verb);
}

/* roff reads a bare minus sign as a hyphen that nobody can paste. */
static void put_roff(FILE *out, const char *text) {
    for (; *text; text++) {
        if (*text == '-')
            fputs("\\-", out);
        else if (*text == '\\')
            fputs("\\e", out);
        else
            fputc(*text, out);
    }
}

static void roff_verbs(FILE *out, const struct verb *verbs, size_t n) {
    for (size_t i = 0; i < n; i++) {
        fputs(".TP\n.B ", out);
        put_roff(out, verbs[i].name);
        fputs(" \\fI", out);
        put_roff(out, verbs[i].synopsis);
        fputs("\\fP\n", out);
        put_roff(out, verbs[i].help);
        fputs(".\n", out);
    }
}

static void roff_options(FILE *out) {
    for (const struct option *o = option_table; o < option_table + option_count; o++) {
        fputs(".TP\n", out);
        if (o->letter) fprintf(out, "\\fB\\-%c\\fP, ", o->letter);
        fputs("\\fB", out);
        put_roff(out, o->name);
        fputs("\\fP", out);
        if (o->argument) {
            fputs(" \\fI", out);
            put_roff(out, o->argument);
            fputs("\\fP", out);
        }
        fputc('\n', out);
        put_roff(out, o->help);
        if (o->verbs[0] != '*') fprintf(out, " (%.*s)", (int)strlen(o->verbs) - 2, o->verbs + 1);
        fputs(".\n", out);
    }
}

bool help_format(FILE *out, const struct verb *verbs, size_t n, const char *format) {
    if (!strcmp(format, "roff-verbs")) return roff_verbs(out, verbs, n), true;
    if (!strcmp(format, "roff-options")) return roff_options(out), true;
    return complete_format(out, verbs, n, format);
}
