/* `suanpan explain FILE [OFFSET]`: every numeral of a report, the card that took it and why, or the card or row that refused
 * it, with the sentence as the rules see it, and what a person corrected. What an analyst reads before mending a row. */
#include "export/verbs.h"

#include "export/claims_read.h"
#include "export/filter.h"
#include "export/progress.h"

#include "extract/messages.h"

#include "extract/base/banned.h"

struct show {
    struct extractor   *extractor;
    struct claim_filter filter; /* what is no claim bears no word of it */
    const char         *review_path;
    int                 offset;        /* -1: all */
    bool                color, headed; /* headed: what the document is has been shown */
    slice               sentence;      /* shown last */
    size_t              files, shown, taken;
    uint64_t            bytes;
    struct progress    *progress;
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

static bool is_asked_for(const struct show *show, const struct finding *f, const struct claim *corrected) {
    if (show->offset >= 0 && ((uint32_t)show->offset < f->start || (uint32_t)show->offset >= f->end)) return false;
    return f->claim ? filter_keeps(&show->filter, corrected) : !show->filter.include;
}

static bool show_finding(void *context, const struct finding *f) {
    struct show *show = context;
    struct claim corrected = f->claim ? *f->claim : (struct claim){0};
    bool         taken = f->claim && review_apply(show->filter.review, &corrected);
    int          row = f->claim ? review_line(show->filter.review, f->claim) : 0;
    show_about(show);
    if (!is_asked_for(show, f, &corrected)) return true;
    if (f->sentence.ptr != show->sentence.ptr || f->sentence.len != show->sentence.len) {
        printf("\n%u: %.*s\n    %.*s\n", f->line, SLICE_ARG(f->sentence), SLICE_ARG(f->skeleton));
        show->sentence = f->sentence;
    }
    show->shown++;
    show->taken += taken;
    const char *mark = taken ? (show->color ? "\033[32m+\033[0m" : "+") : (show->color ? "\033[31m-\033[0m" : "-");
    printf("  %s %u-%u %.*s  [%.*s]", mark, f->start, f->end, SLICE_ARG(f->text), SLICE_ARG(f->rule));
    if (f->reason.len) printf(" %.*s", SLICE_ARG(f->reason));
    putchar('\n');
    if (f->claim) print_claim(f->claim);
    if (f->why.len) printf("%.*s\n", SLICE_ARG(f->why));
    if (!row) return true;
    printf("    [%s:%d] %s\n", show->review_path, row, say(taken ? "a person keeps it as" : "a person dropped it"));
    if (taken) print_claim(&corrected);
    return true;
}

static bool tell(struct show *show, struct err *err) {
    progress_clear(show->progress);
    err_print(err);
    *err = (struct err){0};
    return false;
}

static bool explain_document(struct show *show, const struct document *document, struct err *err) {
    show->headed = false;
    show->sentence = SLICE_NONE;
    if (!extractor_explain(show->extractor, document, show_finding, show, err)) return tell(show, err);
    show_about(show);
    show->bytes += document->text.len;
    progress_show(show->progress, show->files, show->bytes, show->taken);
    return true;
}

/* Returns the exit status. */
static int explain_all(struct source *source, struct show *show) {
    struct arena    report;
    struct unread   input;
    struct document document;
    struct err      err = {0};
    int             status = 0;
    arena_init(&report);
    for (enum source_next next; (next = source_next(source, &input, &report, &err)) != SOURCE_END; arena_reset(&report)) {
        bool read = next == SOURCE_INPUT && source_read(source, &input, &document, &report, &err);
        if (err.kind) tell(show, &err);
        if (read) read = explain_document(show, &document, &err);
        if (!unread_close(&input, &err)) read = tell(show, &err);
        if (!read) status = 1;
    }
    arena_free(&report);
    progress_clear(show->progress);
    for (struct err note = {0}; source_note(source, &note);) tell(show, &note);
    review_tell_unmet(show->filter.review);
    return status;
}

/* The paths that are no claim files, which hold no sentence to explain; those are told. */
static const char *const *documents_of(struct show *show, const char *const *paths, size_t *n, struct arena *run) {
    const char **documents = ARENA_ARRAY(run, const char *, *n);
    struct err   err = {0};
    size_t       kept = 0;
    for (size_t i = 0; i < *n; i++) {
        if (claims_probe(paths[i])) {
            err_file(&err, ERR_INPUT, paths[i], "holds claims, no report; explain the report that they are of");
            tell(show, &err);
        } else {
            documents[kept++] = paths[i];
        }
    }
    *n = kept;
    return documents;
}

int verb_explain(const struct options *options, struct arena *run, struct err *err) {
    struct suanpan *s = NULL;
    struct source  *source;
    struct show     show = {.offset = -1, .review_path = options->review, .color = options_color(options, stdout)};
    int             status = 2;
    size_t          paths = options->path_count;
    if (paths == 0) {
        err_usage(err, "explain needs a file; see suanpan explain --help");
        return 2;
    }
    if (paths == 2 && (show.offset = slice_int(slice_of(options->paths[1]))) >= 0) paths = 1;
    if (!filter_read(&show.filter, options, &s, run, err)) return 2;
    if (!s && !suanpan_open(&s, options->rules, options->rule_count, err)) return 2;
    show.extractor = extractor_new(s);
    show.progress = progress_of_rows(options, run);
    size_t             documents = paths;
    const char *const *named = documents_of(&show, options->paths, &documents, run);
    if (source_open(&source, named, documents, &options->read, run, err)) {
        status = explain_all(source, &show) || documents < paths; /* a full disk is told by main.c, once for all verbs */
        source_close(source);
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
