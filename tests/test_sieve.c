/* A sieve may let a word pass that is not there; it never holds back one that is. */
#include "extract/base/sieve.h"

#include <CUnit/CUnit.h>

#include "extract/base/banned.h"

static void a_word_that_stands_there_passes(void) {
    slice        text = SLICE_LIT("各位代表：现在，我代表县人民政府向大会报告工作 (2023年, 𠮷é)。");
    struct sieve sieve = sieve_text(text);
    for (size_t from = 0; from < text.len; from += utf8_size((unsigned char)text.ptr[from]))
        for (size_t to = from; to < text.len;) {
            to += utf8_size((unsigned char)text.ptr[to]);
            slice word = slice_sub(text, from, to);
            CU_ASSERT(sieve_may_hold(&sieve, word));
            CU_ASSERT(sieve_find(&sieve, text, word) <= from);
        }
}

static void most_words_that_do_not_are_held_back(void) {
    slice        text = SLICE_LIT("全年共处置网络舆情313起，其中敏感舆情45起，宣讲1500余场次。");
    struct sieve sieve = sieve_text(text);
    CU_ASSERT(!sieve_may_hold(&sieve, SLICE_LIT("各位代表")));
    CU_ASSERT(!sieve_may_hold(&sieve, SLICE_LIT("政府工作报告")));
    CU_ASSERT(!sieve_may_hold(&sieve, SLICE_LIT("26")));
    CU_ASSERT_EQUAL(sieve_find(&sieve, text, SLICE_LIT("舆情网络")), SIZE_MAX);
}

CU_TestInfo test_sieve[] = {
    {"a_word_that_stands_there_passes", a_word_that_stands_there_passes},
    {"most_words_that_do_not_are_held_back", most_words_that_do_not_are_held_back},
    CU_TEST_INFO_NULL,
};
