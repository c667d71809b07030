/* The clause before a figure is walked once; what that walk tells of its words is what a walk over them alone tells. */
#include "extract/naming/before.h"
#include "extract/sentence/rule.h"
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct suanpan *suanpan;
static struct sentence sentence;

static bool same_words(struct words a, struct words b) {
    return a.from == b.from && a.to == b.to && a.traits == b.traits && a.notes == b.notes;
}

static void words_case(const struct corpus_row *row) {
    slice text = corpus_cell(row, "句");
    sentence_spell(&sentence, suanpan_ruleset(suanpan), text, (span){0, (uint32_t)text.len});
    sentence_read(&sentence, suanpan_ruleset(suanpan), row->arena);
    bool same = true, starts = true;
    for (size_t k = 0; k < sentence.count; k++) {
        struct words w = words_before(&sentence, k);
        same &= same_words(w, words_of(&sentence, range_of_words(w)));
        starts &= w.to <= k && w.from == clause_start(&sentence, w.to);
    }
    corpus_expect(row, text, SLICE_LIT("the same words, from the clause's start on"),
                  !same    ? SLICE_LIT("other words")
                  : starts ? SLICE_LIT("the same words, from the clause's start on")
                           : SLICE_LIT("another start"));
}

static void one_walk_tells_what_two_tell(void) {
    struct err   err = {0};
    struct arena arena;
    arena_init(&arena);
    CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
    sentence_init(&sentence, &arena);
    corpus_run("fixtures/claim.tsv", words_case);
    suanpan_close(suanpan);
    arena_free(&arena);
}

CU_TestInfo test_before[] = {
    {"one_walk_tells_what_two_tell", one_walk_tells_what_two_tell},
    CU_TEST_INFO_NULL,
};
