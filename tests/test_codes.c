/* Codes in words. Rows: fixtures/codes.tsv; and no code that the program has is left without. */
#include "export/audit/audit.h"
#include "export/table/codes.h"
#include "extract/claim.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static void code_case(const struct corpus_row *row) {
    const struct codes *codes = codes_load(row->arena);
    slice               column = corpus_cell(row, "列"), code = corpus_cell(row, "码");
    corpus_expect(row, code, corpus_cell(row, "应得"), code_word(codes, column, code, NULL, row->arena));
    corpus_expect(row, code, corpus_cell(row, "英文"), code_word(codes, column, code, "en", row->arena));
}
static void codes_are_said_in_words(void) { corpus_run("fixtures/codes.tsv", code_case); }

static void both_languages_stand_side_by_side(void) {
    struct arena arena;
    arena_init(&arena);
    const struct codes *codes = codes_load(&arena);
    CU_ASSERT(slice_equal(code_word(codes, SLICE_LIT("kind"), SLICE_LIT("level"), "both", &arena), SLICE_LIT("数量 level")));
    CU_ASSERT(slice_starts(code_list(codes, SLICE_LIT("kind"), &arena), SLICE_LIT("level 数量，share 占比，")));
    CU_ASSERT(codes_has(codes, SLICE_LIT("kind")) && !codes_has(codes, SLICE_LIT("metric")));
    CU_ASSERT_EQUAL(code_list(codes, SLICE_LIT("metric"), &arena).len, 0);
    arena_free(&arena);
}

static void no_code_is_left_without_words(void) {
    static const struct {
        const char        *column;
        const char *const *names;
        size_t             count;
    } lists[] = {{"kind", kind_names, KIND_COUNT},
                 {"status", status_names, STATUS_COUNT},
                 {"qualifier", qualifier_names, QUALIFIER_COUNT},
                 {"role", role_names + 1, ROLE_COUNT - 1},
                 {"direction", direction_names + 1, DIRECTION_COUNT - 1},
                 {"severity", severity_names, 3},
                 {"check", check_names, CHECKS}};
    struct arena arena;
    arena_init(&arena);
    const struct codes *codes = codes_load(&arena);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t k = 0; k < lists[i].count; k++) {
            slice word = code_word(codes, slice_of(lists[i].column), slice_of(lists[i].names[k]), "zh", &arena);
            bool  told = word.len > 0 && (unsigned char)word.ptr[0] >= 0x80;
            CU_assertImplementation(told, __LINE__, lists[i].names[k], lists[i].column, "", CU_FALSE);
        }
    arena_free(&arena);
}

CU_TestInfo test_codes[] = {
    {"codes_are_said_in_words", codes_are_said_in_words},
    {"both_languages_stand_side_by_side", both_languages_stand_side_by_side},
    {"no_code_is_left_without_words", no_code_is_left_without_words},
    CU_TEST_INFO_NULL,
};
