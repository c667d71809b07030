/* What words.tsv tells of its words comes with their look-up; what is wrong with it is told by line. */
#include "extract/lexicon.h"

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "extract/base/banned.h"

#define FILE_NAME SUANPAN_BUILD "/words.tsv"

/* A lexicon of these words and no others. */
static bool load(struct lexicon **out, const char *words, struct arena *run, struct err *err) {
    struct alphabet *alphabet = arena_new(run, sizeof *alphabet);
    FILE            *f = fopen(FILE_NAME, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    fputs(words, f);
    fclose(f);
    *err = (struct err){0};
    alphabet_init(alphabet, run);
    bool good =
        lexicon_load(out, alphabet, "extract/rules/classes.tsv", run, err) && lexicon_add(*out, FILE_NAME, NULL, run, err);
    remove(FILE_NAME);
    if (!good) return false;
    if (!lexicon_close(*out, run, err)) return false;
    alphabet_close(alphabet, MARK_WORD, MARK_TOKEN);
    return true;
}

/* The word at the start of a text. */
static struct word_hit find(const struct lexicon *lexicon, slice text) {
    static struct spelling spelling;
    spell(&spelling, lexicon->alphabet, text, 0);
    return lexicon_spelt(lexicon, &spelling, 0);
}

static void the_longest_word_is_found(void) {
    struct arena    run;
    struct lexicon *lexicon;
    struct err      err;
    arena_init(&run);
    CU_ASSERT_FATAL(load(&lexicon, "写法\t类\t附\n提 提高 提高到\t名\t\n提醒过他\t名\tplan\n", &run, &err));
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("提高到三成")).size, 3);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("提高了")).size, 2);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("提醒过她")).size, 1);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("提醒过他")).notes, NOTE_PLAN);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("提")).size, 1);
    CU_ASSERT_PTR_NULL(find(lexicon, SLICE_LIT("高到")).word);
    CU_ASSERT_PTR_NULL(find(lexicon, SLICE_LIT("")).word);
    arena_free(&run);
}

static void words_bear_what_their_row_tells(void) {
    struct arena    run;
    struct lexicon *lexicon;
    struct err      err;
    arena_init(&run);
    CU_ASSERT_FATAL(load(&lexicon,
                         "写法\t类\t附\n乡镇\t名\n行动 工程\t名\tthing scheme\n同比\t同\tyoy\n城乡\t名\teach 城镇 农村\n", &run,
                         &err));
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("乡镇")).notes, 0);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("行动")).notes, NOTE_THING | NOTE_SCHEME);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("工程三项")).notes, NOTE_THING | NOTE_SCHEME);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("同比")).notes, NOTE_OTHER);
    CU_ASSERT(slice_equal(find(lexicon, SLICE_LIT("同比")).word->note, SLICE_LIT("yoy")));
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("城乡")).notes, NOTE_EACH | NOTE_OTHER);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT("水库")).notes, 0);
    arena_free(&run);
}

static void expect_fault(const char *words, int line, const char *text) {
    struct arena    run;
    struct lexicon *lexicon;
    struct err      err;
    arena_init(&run);
    CU_ASSERT_FALSE(load(&lexicon, words, &run, &err));
    CU_ASSERT_EQUAL(err.line, line);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, text));
    arena_free(&run);
}

static void faults_are_told_by_line(void) {
    expect_fault("写法\t类\t附\n乡镇\t名\n行动\t无\n", 3, "class 无 is not in classes.tsv");
    expect_fault("写法\t类\t附\n乡镇\t名\n青禾\t点\n", 3, "class 点 is of figures");
    /* Row `i` tells the notes whose bits `i` has: the words without any are a set, too. */
    static const char *const notes[] = {"actual", "adj", "at", "basis", "causes", "for", "frame"};
    char                     words[1 << 14] = "写法\t类\t附\n";
    size_t                   length = strlen(words);
    for (int row = 1; row <= NOTE_SETS; row++) {
        length += (size_t)snprintf(words + length, sizeof words - length, "乡镇\t名\t");
        for (int i = 0; i < 7; i++)
            if (row >> i & 1) length += (size_t)snprintf(words + length, sizeof words - length, "%s ", notes[i]);
        length += (size_t)snprintf(words + length, sizeof words - length, "\n");
    }
    expect_fault(words, NOTE_SETS + 1, "64 sets of what they tell");
}

CU_TestInfo test_lexicon[] = {
    {"the_longest_word_is_found", the_longest_word_is_found},
    {"words_bear_what_their_row_tells", words_bear_what_their_row_tells},
    {"faults_are_told_by_line", faults_are_told_by_line},
    CU_TEST_INFO_NULL,
};
