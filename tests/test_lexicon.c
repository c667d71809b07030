/* What words.tsv tells of its words comes with their look-up; what is wrong with it is told by line. */
#include "extract/sentence/candidate.h"

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
    skeleton_marks(alphabet, run);
    bool good = lexicon_load(out, alphabet, "extract/rules/classes.tsv", run, err) && lexicon_add(*out, FILE_NAME, 0, run, err);
    remove(FILE_NAME);
    if (!good) return false;
    if (!lexicon_close(*out, run, err)) return false;
    alphabet->closed = true;
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

/* words/class.h and rules/classes.tsv name the same classes. */
static void classes_are_those_of_the_table(void) {
    static const struct {
        char        letter;
        const char *han;
    } classes[] = {
#define WORD_CLASS(name, letter, han) {letter, han},
        WORD_CLASSES(WORD_CLASS)
#undef WORD_CLASS
    };
    struct arena    run;
    struct lexicon *lexicon;
    struct err      err;
    size_t          in_table = 0;
    arena_init(&run);
    CU_ASSERT_FATAL(load(&lexicon, "写法\t类\t附\n提\t名\t\n", &run, &err));
    for (size_t i = 0; i < 128; i++) in_table += lexicon->classes[i].han != 0;
    CU_ASSERT_EQUAL(in_table, sizeof classes / sizeof *classes);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        CU_ASSERT_TRUE(slice_equal(class_name(lexicon, classes[i].letter), slice_of(classes[i].han)));
    arena_free(&run);
}

/* Of classes that a name holds, none may be missing, and 量 in a set is no 计 of its own. */
static void a_set_that_spells_a_name_out_is_told(void) {
    static const char *const cases[][2] = {{"[逗顿句闭收]", "止"}, {"[^名句收闭逗顿]", "止"}, {"[逗顿句]", ""},
                                           {"[止和]", ""},         {"[数小时]", "计"},        {"[量数]", ""},
                                           {"[计裸]", ""}};
    struct arena             run;
    struct lexicon          *lexicon;
    struct err               err;
    arena_init(&run);
    CU_ASSERT_FATAL(load(&lexicon, "写法\t类\t附\n提\t名\t\n", &run, &err));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_TRUE(slice_equal(classes_spelled_out(lexicon, slice_of(cases[i][0])), slice_of(cases[i][1])));
    arena_free(&run);
}

/* 提 and 提高 open, 高 before 到 does not; a mark and what the marks promise do before anything. */
static void what_opens_is_told_by_two_letters(void) {
    struct arena    run;
    struct lexicon *lexicon;
    struct err      err;
    struct spelling s;
    bool            opens[8];
    arena_init(&run);
    CU_ASSERT_FATAL(load(&lexicon, "写法\t类\t附\n提 高峰\t名\t\n", &run, &err));
    spell(&s, lexicon->alphabet, SLICE_LIT("提高到高峰,3"), 0);
    for (size_t i = 0; i < s.count; i++) opens[i] = lexicon_opens(lexicon, &s, i);
    static const bool want[] = {true, false, false, true, false, true, true};
    CU_ASSERT_EQUAL_FATAL(s.count, 7);
    CU_ASSERT_EQUAL(memcmp(opens, want, sizeof want), 0);
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT(",提")).tag, ',');
    CU_ASSERT_EQUAL(find(lexicon, SLICE_LIT(",提")).size, 1);
    CU_ASSERT_PTR_NULL(find(lexicon, SLICE_LIT(",提")).word);
    arena_free(&run);
}

static uint32_t next_random(uint32_t below) {
    static uint64_t state = 20201231;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

/* Of words of few characters, so that many start alike: what is found is the longest that stands there. */
static void what_stands_there_is_found_and_nothing_else(void) {
    enum { WORDS = 2000, LONGEST = 6, TEXTS = 3000 };
    static char     table[WORDS * (LONGEST * 3 + 8) + 64];
    struct arena    run;
    struct lexicon *lexicon;
    struct err      err;
    size_t          n = (size_t)snprintf(table, sizeof table, "写法\t类\t附\n"), wrong = 0, found = 0;
    for (int i = 0; i < WORDS; i++) {
        uint32_t breadth = i % 2 ? 12 : 300; /* characters of which it is made */
        for (uint32_t k = 1 + next_random(LONGEST); k > 0; k--) n += utf8_encode(0x4E00 + next_random(breadth), table + n);
        n += (size_t)snprintf(table + n, sizeof table - n, "\t名\t\n");
    }
    arena_init(&run);
    CU_ASSERT_FATAL(load(&lexicon, table, &run, &err));
    for (int i = 0; i < TEXTS; i++) {
        char   text[(LONGEST + 2) * 3];
        size_t length = 0, longest = 0;
        for (int k = 0; k < LONGEST + 2; k++) length += utf8_encode(0x4E00 + next_random(i % 2 ? 12 : 300), text + length);
        for (size_t k = 1; k < lexicon->word_count; k++)
            if (lexicon->words[k].text.len > longest && slice_starts((slice){text, length}, lexicon->words[k].text))
                longest = lexicon->words[k].text.len;
        wrong += find(lexicon, (slice){text, length}).size != longest / 3;
        found += longest / 3 > 1;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(found > TEXTS / 4);
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
    CU_ASSERT(slice_equal(find(lexicon, SLICE_LIT("同比")).word->row->note, SLICE_LIT("yoy")));
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
    static const char *const notes[] = {"actual", "adj", "at", "basis", "causes", "for", "frame", "goal"};
    char                     words[1 << 14] = "写法\t类\t附\n";
    size_t                   length = strlen(words);
    for (int row = 1; row <= NOTE_SETS; row++) {
        length += (size_t)snprintf(words + length, sizeof words - length, "乡镇\t名\t");
        for (int i = 0; i < 8; i++)
            if (row >> i & 1) length += (size_t)snprintf(words + length, sizeof words - length, "%s ", notes[i]);
        length += (size_t)snprintf(words + length, sizeof words - length, "\n");
    }
    expect_fault(words, NOTE_SETS + 1, "128 sets of what they tell");
}

CU_TestInfo test_lexicon[] = {
    {"the_longest_word_is_found", the_longest_word_is_found},
    {"classes_are_those_of_the_table", classes_are_those_of_the_table},
    {"a_set_that_spells_a_name_out_is_told", a_set_that_spells_a_name_out_is_told},
    {"what_opens_is_told_by_two_letters", what_opens_is_told_by_two_letters},
    {"what_stands_there_is_found_and_nothing_else", what_stands_there_is_found_and_nothing_else},
    {"words_bear_what_their_row_tells", words_bear_what_their_row_tells},
    {"faults_are_told_by_line", faults_are_told_by_line},
    CU_TEST_INFO_NULL,
};
