/* Who reports: fixtures/body.tsv holds heads of documents, each row of rules/bodies.tsv an example of its own. */
#include "extract/body.h"

#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct arena       run;
static struct body_words *words;

static slice body_of(slice head, slice publisher, slice path, struct arena *arena) {
    struct body_search search = {.spoken = SLICE_NONE};
    for (size_t at = 0, end; at < head.len; at = end + strlen("⏎")) {
        end = slice_find(head, SLICE_LIT("⏎"), at);
        if (end == SIZE_MAX) end = head.len;
        body_look(&search, words, slice_sub(head, at, end));
    }
    return body_found(&search, words, publisher, path, arena);
}

static void head_case(const struct corpus_row *row) {
    slice head = corpus_cell(row, "文首");
    corpus_expect(row, head, corpus_cell(row, "应得"),
                  body_of(head, corpus_cell(row, "发布"), corpus_cell(row, "路径"), row->arena));
}

static void word_case(const struct corpus_row *row) {
    slice  example = corpus_cell(row, "例");
    size_t equal = slice_find(example, SLICE_LIT(" = "), 0);
    corpus_assert(row, equal != SIZE_MAX, "has an example: line = body");
    if (equal == SIZE_MAX) return;
    slice line = slice_sub(example, 0, equal);
    corpus_expect(row, line, slice_from(example, equal + 3), body_of(line, SLICE_NONE, SLICE_NONE, row->arena));
}

static void with_words(corpus_case run_case, const char *path) {
    struct err err = {0};
    arena_init(&run);
    if (bodies_load(&words, "extract/rules/bodies.tsv", &run, &err))
        corpus_run(path, run_case);
    else
        CU_FAIL("the table loads");
    arena_free(&run);
}

static void body_is_read_from_the_head(void) { with_words(head_case, "fixtures/body.tsv"); }
static void body_words_prove_themselves(void) { with_words(word_case, "extract/rules/bodies.tsv"); }

CU_TestInfo test_body[] = {
    {"body_is_read_from_the_head", body_is_read_from_the_head},
    {"body_words_prove_themselves", body_words_prove_themselves},
    CU_TEST_INFO_NULL,
};
