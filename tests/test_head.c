/* What a document is as a whole, and what told it: fixtures/head.tsv holds small documents, pages among them. */
#include "extract/suanpan.h"

#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct extractor *extractor;

static bool no_claim(void *context, const struct claim *claim) { return (void)context, (void)claim, true; }

/* ⏎ stands for a line end. */
static slice with_lines(slice cell, struct arena *arena) {
    static const slice mark = SLICE_LIT("⏎");
    char              *text = arena_text(arena, cell.len + 1);
    size_t             n = 0;
    for (size_t at = 0; at < cell.len;) {
        bool line = slice_starts(slice_from(cell, at), mark);
        text[n++] = line ? '\n' : cell.ptr[at];
        at += line ? mark.len : 1;
    }
    return (slice){text, n};
}

static slice shown(const struct about *about, struct arena *arena) {
    slice all = SLICE_LIT("");
#define ADD_FACT(field, type, zh)                                                                                              \
    if (about->field.text.len)                                                                                                 \
        all = arena_format(arena, "%.*s%s" #field "=%.*s (%s)", SLICE_ARG(all), all.len ? " " : "",                            \
                           SLICE_ARG(about->field.text), origin_name(about->field.origin));
    ABOUT_FACTS(ADD_FACT)
#undef ADD_FACT
    return all;
}

static void head_case(const struct corpus_row *row) {
    slice               text = corpus_cell(row, "文件"), year = corpus_cell(row, "年份"), body = corpus_cell(row, "主体");
    struct read_options options = {.body = body.len ? arena_copy(row->arena, body).ptr : NULL,
                                   .year = year.len ? slice_int(year) : 0};
    struct document     d;
    struct err          err = {0};
    bool read = document_from_bytes(&d, with_lines(text, row->arena), corpus_cell(row, "路径"), &options, row->arena, &err);
    corpus_assert(row, read && extractor_run(extractor, &d, no_claim, NULL, NULL, &err), "is read: %s", err.text);
    corpus_expect(row, text, corpus_cell(row, "应得"), shown(extractor_about(extractor), row->arena));
}

static void heads_tell_what_documents_are(void) {
    struct suanpan *suanpan;
    struct err      err = {0};
    if (!suanpan_open(&suanpan, NULL, 0, &err)) {
        CU_FAIL("the rules load");
        return;
    }
    extractor = extractor_new(suanpan);
    corpus_run("fixtures/head.tsv", head_case);
    extractor_free(extractor);
    suanpan_close(suanpan);
}

CU_TestInfo test_head[] = {
    {"heads_tell_what_documents_are", heads_tell_what_documents_are},
    CU_TEST_INFO_NULL,
};
