/* Who reports: fixtures/body.tsv holds heads of documents, each row of rules/bodies.tsv an example of its own. */
#include "extract/text/body.h"

#include "extract/claim.h"

#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct arena       run;
static struct body_words *words;

struct told {
    slice body, kind;
};

/* Every line of the head is looked at as a title too. */
static struct told told_by(slice head, slice publisher, slice path, slice text, struct arena *arena) {
    struct body_search search = {.alone = false};
    struct document    document = {.path = path, .publisher = publisher, .text = text};
    struct told        told;
    for (size_t at = 0, end; at < head.len; at = end + strlen("⏎")) {
        end = slice_find(head, SLICE_LIT("⏎"), at);
        if (end == SIZE_MAX) end = head.len;
        slice        line = slice_sub(head, at, end);
        struct sieve sieve = sieve_text(line);
        body_look(&search, words, line, &sieve, ORIGIN_LINES);
        body_look_at_title(&search, words, slice_sub(head, at, end), ORIGIN_LINES);
    }
    told.body = body_found(&search, words, &document, text, arena).text;
    told.kind = kind_found(&search, words, told.body).text;
    return told;
}

static void head_case(const struct corpus_row *row) {
    slice       head = corpus_cell(row, "文首");
    struct told told = told_by(head, corpus_cell(row, "发布"), corpus_cell(row, "路径"), corpus_cell(row, "全文"), row->arena);
    corpus_expect(row, head, corpus_cell(row, "应得"), told.body);
    corpus_expect(row, head, corpus_cell(row, "种类"), told.kind);
}

/* A row's example: the head of a document = its body or its kind. */
static void example_case(const struct corpus_row *row, bool kind) {
    slice  example = corpus_cell(row, "例");
    size_t equal = slice_find(example, SLICE_LIT(" ="), 0);
    corpus_assert(row, equal != SIZE_MAX, "has an example: line = body or kind");
    if (equal == SIZE_MAX) return;
    slice       line = slice_sub(example, 0, equal);
    struct told told = told_by(line, SLICE_NONE, SLICE_NONE, line, row->arena);
    corpus_expect(row, line, slice_trim(slice_from(example, equal + 2)), kind ? told.kind : told.body);
}

static void word_case(const struct corpus_row *row) {
    static const char *const kinds[] = {"文种", "规章", "报告语"};
    example_case(row, name_index(kinds, 3, corpus_cell(row, "类")) >= 0);
}
static void place_case(const struct corpus_row *row) { example_case(row, false); }

static void with_words(corpus_case run_case, const char *path) {
    struct err err = {0};
    arena_init(&run);
    if (bodies_load(&words, "extract/rules/bodies.tsv", "extract/rules/places.tsv", &run, &err))
        corpus_run(path, run_case);
    else
        CU_FAIL("the tables load");
    arena_free(&run);
}

static void body_is_read_from_the_head(void) { with_words(head_case, "fixtures/body.tsv"); }
static void body_words_prove_themselves(void) { with_words(word_case, "extract/rules/bodies.tsv"); }
static void places_prove_themselves(void) { with_words(place_case, "extract/rules/places.tsv"); }

CU_TestInfo test_body[] = {
    {"body_is_read_from_the_head", body_is_read_from_the_head},
    {"body_words_prove_themselves", body_words_prove_themselves},
    {"places_prove_themselves", places_prove_themselves},
    CU_TEST_INFO_NULL,
};
