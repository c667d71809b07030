/* `suanpan explain FILE [OFFSET]`: every numeral of a report, the card that took it and why, or the card or row that refused
 * it, with the sentence as the rules see it. What an analyst reads before mending a row. */
#include "extract/messages.h"
#include "extract/verbs.h"

#include "extract/base/banned.h"

struct show {
    struct extractor *extractor;
    int               offset;        /* -1: all */
    bool              color, headed; /* headed: what the document is has been shown */
    slice             sentence;      /* shown last */
    size_t            files, shown;
};

static void print_number(const char *name, decimal d) {
    char   digits[DECIMAL_TEXT];
    size_t n = decimal_write(digits, d);
    if (n) printf(" %s=%.*s", name, (int)n, digits);
}

static void print_claim(const struct claim *c) {
    printf("    %.*s:", SLICE_ARG(c->metric));
    print_number("value", c->value);
    print_number("low", c->low);
    print_number("high", c->high);
    printf(" unit=%.*s qualifier=%s kind=%s", SLICE_ARG(c->unit), qualifier_names[c->qualifier], kind_names[c->kind]);
    if (c->direction) printf(" direction=%s", direction_names[c->direction]);
    if (c->basis.len) printf(" basis=%.*s", SLICE_ARG(c->basis));
    if (c->role) printf(" role=%s", role_names[c->role]);
    printf(" status=%s", status_names[c->status]);
    if (c->year) printf(" year=%d", c->year);
    putchar('\n');
}

/* What the document is, a line a fact, each with what told it: once, before the first numeral. */
static void show_about(struct show *show) {
    const struct about *about = extractor_about(show->extractor);
    if (show->headed) return;
    show->headed = true;
    printf("%s%.*s (%.*s%s%.*s)\n", show->files++ ? "\n" : "", SLICE_ARG(about->document), SLICE_ARG(about->format),
           about->encoding.len ? ", " : "", SLICE_ARG(about->encoding));
#define SHOW_FACT(field, type, zh)                                                                                             \
    if (about->field.text.len)                                                                                                 \
        printf("    " #field "=%.*s  %s\n", SLICE_ARG(about->field.text), say(origin_name(about->field.origin)));
    ABOUT_FACTS(SHOW_FACT)
#undef SHOW_FACT
}

static bool show_finding(void *context, const struct finding *f) {
    struct show *show = context;
    show_about(show);
    if (show->offset >= 0 && ((uint32_t)show->offset < f->start || (uint32_t)show->offset >= f->end)) return true;
    if (f->sentence.ptr != show->sentence.ptr || f->sentence.len != show->sentence.len) {
        printf("\n%u: %.*s\n    %.*s\n", f->line, SLICE_ARG(f->sentence), SLICE_ARG(f->skeleton));
        show->sentence = f->sentence;
    }
    show->shown++;
    const char *mark = f->taken ? (show->color ? "\033[32m+\033[0m" : "+") : (show->color ? "\033[31m-\033[0m" : "-");
    printf("  %s %u-%u %.*s  [%.*s]", mark, f->start, f->end, SLICE_ARG(f->text), SLICE_ARG(f->rule));
    if (f->reason.len) printf(" %.*s", SLICE_ARG(f->reason));
    putchar('\n');
    if (f->claim) print_claim(f->claim);
    if (f->why.len) printf("%.*s\n", SLICE_ARG(f->why));
    return true;
}

static void explain_all(struct source *source, struct show *show, int *status) {
    struct arena    report;
    struct unread   input;
    struct document document;
    struct err      err = {0};
    arena_init(&report);
    for (enum source_next next; (next = source_next(source, &input, &report, &err)) != SOURCE_END; arena_reset(&report)) {
        bool read = next == SOURCE_INPUT && source_read(source, &input, &document, &report, &err);
        if (err.kind) err_print(&err);
        err = (struct err){0};
        if (read) {
            show->headed = false;
            read = extractor_explain(show->extractor, &document, show_finding, show, &err);
            if (read) show_about(show);
            if (!read) err_print(&err);
            err = (struct err){0};
        }
        if (!unread_close(&input, &err)) err_print(&err), err = (struct err){0}, read = false;
        if (!read) *status = 1;
        show->sentence = SLICE_NONE;
    }
    arena_free(&report);
}

int verb_explain(const struct options *options, struct arena *run, struct err *err) {
    struct suanpan *s;
    struct source  *source;
    struct show     show = {.offset = -1};
    int             status = 0;
    size_t          paths = options->path_count;
    if (paths == 0) {
        err_set(err, ERR_USAGE, NULL, 0, 0, "explain needs a file; see suanpan explain --help");
        return 2;
    }
    if (paths == 2 && (show.offset = slice_int(slice_of(options->paths[1]))) >= 0) paths = 1;
    show.color = options_color(options, stdout);
    if (!suanpan_open(&s, options->rules, options->rule_count, err)) return 2;
    show.extractor = extractor_new(s);
    if (source_open(&source, options->paths, paths, &options->read, run, err)) {
        explain_all(source, &show, &status); /* a full disk is told by main.c, once for all verbs */
        for (struct err note = {0}; source_unmet(source, &note); note = (struct err){0}) err_print(&note);
        source_close(source);
    } else {
        status = 2;
    }
    if (show.offset >= 0 && show.shown == 0 && !status) {
        putchar('\n');
        printf(say("no numeral at %d"), show.offset);
        putchar('\n');
    }
    extractor_free(show.extractor);
    suanpan_close(s);
    return status;
}
