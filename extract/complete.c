/* The verb and option tables become completions: suanpan extract --la⇥ → --lang, and zh or en behind it. Files are completed by
 * the shell itself. No option is named a second time here. */
#include "extract/options.h"

#include "extract/base/banned.h"

/* "zh|en" → "zh en" */
static void put_values(FILE *out, const struct option *o) {
    for (const char *c = option_values(o); *c; c++) fputc(*c == '|' ? ' ' : *c, out);
}

static void bash_values(FILE *out) {
    fputs("    case ${COMP_WORDS[COMP_CWORD-1]} in\n", out);
    for (const struct option *o = option_table; o < option_table + option_count; o++) {
        if (!option_values(o)) continue;
        if (o->letter) fprintf(out, "        -%c |", o->letter);
        fprintf(out, "        %s) COMPREPLY=($(compgen -W '", o->name);
        put_values(out, o);
        fputs("' -- \"$word\")); return ;;\n", out);
    }
    fputs("    esac\n", out);
}

/* What stands behind a verb and is no path: check, list and test of "check|list|test [FILE]". */
static void put_tasks(FILE *out, const struct verb *verb) {
    for (const char *c = verb->synopsis; *c && *c != ' '; c++) fputc(*c == '|' ? ' ' : *c, out);
}

static void bash_tasks(FILE *out, const struct verb *verb) {
    if (!strchr(verb->synopsis, '|')) return;
    fputs("tasks='", out);
    put_tasks(out, verb);
    fputs("' ", out);
}

static void bash(FILE *out, const struct verb *verbs, size_t n) {
    fputs("_suanpan() {\n    local verb=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]} words= tasks=\n    COMPREPLY=()\n",
          out);
    bash_values(out);
    fputs("    if [ \"$COMP_CWORD\" = 1 ]; then words='--help --version", out);
    for (size_t i = 0; i < n; i++) fprintf(out, " %s", verbs[i].name);
    fputs(" help'\n    else case $verb in\n        help) tasks='", out);
    for (size_t i = 0; i < n; i++) fprintf(out, "%s ", verbs[i].name);
    fputs("' ;;\n", out);
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "        %s) ", verbs[i].name);
        bash_tasks(out, &verbs[i]);
        fputs("words='", out);
        for (const struct option *o = option_table; o < option_table + option_count; o++)
            if (option_fits(o, verbs[i].name)) fprintf(out, "%s ", o->name);
        fputs("' ;;\n", out);
    }
    fputs("    esac; fi\n    case $COMP_CWORD:$word in *:-* | 1:*) ;; 2:*) words=$tasks ;; *) return ;; esac\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\ncomplete -o default -F _suanpan suanpan\n",
          out);
}

/* Inside '…[…]' of zsh: ' ends the word, ] the text. */
static void put_zsh(FILE *out, const char *text) {
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", out);
        else if (*text == ']' || *text == '[' || *text == ':')
            fprintf(out, "\\%c", *text);
        else
            fputc(*text, out);
    }
}

static void zsh_option(FILE *out, const struct option *o, const char *name) {
    fprintf(out, "            '%s[", name);
    put_zsh(out, o->help);
    fputc(']', out);
    if (option_values(o)) {
        fputs(":value:(", out);
        put_values(out, o);
        fputc(')', out);
    } else if (o->argument) {
        fprintf(out, ":%s:_files", o->argument);
    }
    fputs("' \\\n", out);
}

static void zsh(FILE *out, const struct verb *verbs, size_t n) {
    fputs("#compdef suanpan\nif (( CURRENT == 2 )); then\n    local -a verbs=(", out);
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "'%s:", verbs[i].name);
        put_zsh(out, verbs[i].help);
        fputs("' ", out);
    }
    fputs(")\n    _describe verb verbs\n    return\nfi\ncase $words[2] in\n", out);
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "    %s)\n        _arguments -s \\\n", verbs[i].name);
        for (const struct option *o = option_table; o < option_table + option_count; o++)
            if (option_fits(o, verbs[i].name)) {
                zsh_option(out, o, o->name);
                if (o->letter) zsh_option(out, o, (char[]){'-', o->letter, 0});
            }
        fputs("            '*:file:_files' ;;\n", out);
    }
    fputs("esac\n", out);
}

/* Inside '…' of fish. */
static void put_fish(FILE *out, const char *text) {
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\') fputc('\\', out);
        fputc(*text, out);
    }
}

static void fish_option(FILE *out, const struct option *o) {
    fputs("complete -c suanpan", out);
    if (o->verbs[0] != '*') fprintf(out, " -n '__fish_seen_subcommand_from%s'", o->verbs);
    fprintf(out, " -l %s", o->name + 2);
    if (o->letter) fprintf(out, " -s %c", o->letter);
    if (option_values(o)) {
        fputs(" -x -a '", out);
        put_values(out, o);
        fputc('\'', out);
    } else if (o->argument) {
        fputs(" -r", out); /* fish completes files there */
    }
    fputs(" -d '", out);
    put_fish(out, o->help);
    fputs("'\n", out);
}

static void fish(FILE *out, const struct verb *verbs, size_t n) {
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "complete -c suanpan -f -n __fish_use_subcommand -a %s -d '", verbs[i].name);
        put_fish(out, verbs[i].help);
        fputs("'\n", out);
        if (!strchr(verbs[i].synopsis, '|')) continue;
        fprintf(out, "complete -c suanpan -n '__fish_seen_subcommand_from %s' -a '", verbs[i].name);
        put_tasks(out, &verbs[i]);
        fputs("'\n", out);
    }
    for (const struct option *o = option_table; o < option_table + option_count; o++) fish_option(out, o);
}

bool complete_format(FILE *out, const struct verb *verbs, size_t n, const char *shell) {
    if (!strcmp(shell, "bash")) return bash(out, verbs, n), true;
    if (!strcmp(shell, "zsh")) return zsh(out, verbs, n), true;
    if (!strcmp(shell, "fish")) return fish(out, verbs, n), true;
    return false;
}
