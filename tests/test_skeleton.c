/* A sentence becomes tokens; one too long for a spelling is read in parts, and no figure is lost or cut at their ends. */
#include "extract/sentence/rule.h"
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct suanpan *suanpan;
static struct arena    arena;
static struct sentence sentence;

static void open_rules(void) {
    struct err err = {0};
    arena_init(&arena);
    CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
    sentence_init(&sentence, &arena);
}
static void close_rules(void) {
    suanpan_close(suanpan);
    arena_free(&arena);
}

static const char *skeleton_of(slice text) {
    sentence_spell(&sentence, suanpan_ruleset(suanpan), text, (span){0, (uint32_t)text.len});
    sentence_read(&sentence, suanpan_ruleset(suanpan), &arena);
    return sentence.tags;
}

static void tokens_reach_as_far_as_they_can(void) {
    open_rules();
    CU_ASSERT_STRING_EQUAL(skeleton_of(SLICE_LIT("增长5.6%")), "uP.");
    CU_ASSERT_STRING_EQUAL(skeleton_of(SLICE_LIT("增長5.6%")), "uP.");     /* in either writing */
    CU_ASSERT_STRING_EQUAL(skeleton_of(SLICE_LIT("PM2.5、统一")), "n;n."); /* no figures: a name and a word */
    CU_ASSERT_STRING_EQUAL(skeleton_of(SLICE_LIT("囧囧3个")), "nQ.");
    CU_ASSERT_STRING_EQUAL(skeleton_of(SLICE_LIT("2020年3个")), "YQ.");
    CU_ASSERT_STRING_EQUAL(skeleton_of(SLICE_LIT("")), "");
    close_rules();
}

/* The figures of all parts of a text; false when one is not 313. */
static bool figures_of(slice text, size_t *figures) {
    bool right = true;
    for (span rest = {0, (uint32_t)text.len}; rest.start < rest.end; rest.start = sentence.at.end) {
        sentence_spell(&sentence, suanpan_ruleset(suanpan), text, rest);
        sentence_read(&sentence, suanpan_ruleset(suanpan), &arena);
        if (sentence.at.end <= rest.start) return false;
        for (size_t i = 0; i < sentence.candidate_count; i++)
            right &= decimal_compare(sentence.candidates[i].quantity.numeral.value, decimal_int(313)) == 0;
        *figures += sentence.candidate_count;
    }
    return right;
}

/* What nobody knows makes one token, however long. */
static void no_figure_is_lost_in_a_long_sentence(void) {
    static char text[3 * SPELLING * 2 + 64];
    size_t      wrong = 0;
    open_rules();
    for (size_t before = SPELLING - 2 * SPELLING_MARGIN; before < SPELLING + SPELLING_MARGIN; before += 5) {
        size_t n = 0, figures = 0;
        for (size_t i = 0; i < before; i++) n += utf8_encode(0x56E7, text + n); /* 囧 */
        n += (size_t)snprintf(text + n, sizeof text - n, "新建学校313所，维修313所。");
        wrong += !figures_of((slice){text, n}, &figures) || figures != 2;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    close_rules();
}

CU_TestInfo test_skeleton[] = {
    {"tokens_reach_as_far_as_they_can", tokens_reach_as_far_as_they_can},
    {"no_figure_is_lost_in_a_long_sentence", no_figure_is_lost_in_a_long_sentence},
    CU_TEST_INFO_NULL,
};
