/* Tries: every word is found at its longest, no other is, also where the array had to be dug through for room. */
#include "extract/base/trie.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct arena    run;
static struct alphabet alphabet;

static uint32_t longest(const struct trie *trie, const char *text, size_t *size) {
    *size = 0;
    return trie_longest(trie, &alphabet, slice_of(text), size);
}

static void trie_finds_the_longest_word(void) {
    struct trie       trie = {0};
    size_t            size;
    struct trie_entry words[] = {
        {SLICE_LIT("提高"), 1}, {SLICE_LIT("提高到"), 2}, {SLICE_LIT("到"), 3}, {SLICE_LIT("提高"), 4}, {SLICE_LIT("𠀀a"), 5}};
    arena_init(&run);
    alphabet_init(&alphabet, &run);
    trie_build(&trie, &alphabet, words, sizeof words / sizeof *words, &run);
    CU_ASSERT_EQUAL(longest(&trie, "提高到八成", &size), 2);
    CU_ASSERT_EQUAL(size, 9);
    CU_ASSERT_EQUAL(longest(&trie, "提高了", &size), 4); /* of two rows the greater value */
    CU_ASSERT_EQUAL(size, 6);
    CU_ASSERT_EQUAL(longest(&trie, "到", &size), 3);
    CU_ASSERT_EQUAL(longest(&trie, "𠀀ab", &size), 5);
    CU_ASSERT_EQUAL(longest(&trie, "提", &size), 0);
    CU_ASSERT_EQUAL(longest(&trie, "高到", &size), 0);
    CU_ASSERT_EQUAL(longest(&trie, "", &size), 0);
    struct trie_hit hits[4];
    CU_ASSERT_EQUAL(trie_hits(&trie, &alphabet, SLICE_LIT("提高到八成"), hits, 4), 2);
    CU_ASSERT_EQUAL(trie_hits(&trie, &alphabet, SLICE_LIT("了到"), hits, 4), 0); /* nobody knows 了 */
    alphabet_mark(&alphabet, 0x9AD8, 7, &run);                                   /* 高 */
    CU_ASSERT_EQUAL(alphabet.marks[letter_of(&alphabet, 0x9AD8)], 7);
    CU_ASSERT_EQUAL(letter_of(&alphabet, 0x10FFFF), 0);
    arena_free(&run);
}

/* All words of three letters out of sixteen whose numbers have a sum that 3 divides, and no others. */
static void trie_holds_what_it_was_given(void) {
    struct trie        trie = {0};
    struct trie_entry *words;
    size_t             count = 0, wrong = 0, size;
    char               text[4] = {0};
    arena_init(&run);
    alphabet_init(&alphabet, &run);
    words = ARENA_ARRAY(&run, struct trie_entry, 4096);
    for (int i = 0; i < 4096; i++) {
        char word[3] = {(char)('a' + i / 256), (char)('a' + i / 16 % 16), (char)('a' + i % 16)};
        if ((i / 256 + i / 16 % 16 + i % 16) % 3 == 0)
            words[count++] = (struct trie_entry){arena_copy(&run, (slice){word, 3}), (uint32_t)i + 1};
    }
    trie_build(&trie, &alphabet, words, count, &run);
    for (int i = 0; i < 4096; i++) {
        text[0] = (char)('a' + i / 256), text[1] = (char)('a' + i / 16 % 16), text[2] = (char)('a' + i % 16);
        uint32_t want = (i / 256 + i / 16 % 16 + i % 16) % 3 == 0 ? (uint32_t)i + 1 : 0;
        wrong += longest(&trie, text, &size) != want;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    arena_free(&run);
}

/* 工作… and thousands more that begin so, in no order, some of them the beginning of others: all are found. */
static void many_that_begin_alike_are_found(void) {
    enum { COUNT = 4096, STEP = 1237 }; /* without a common factor: each number once */
    struct trie        trie = {0};
    struct trie_entry *words;
    size_t             wrong = 0, size = 0;
    arena_init(&run);
    alphabet_init(&alphabet, &run);
    words = ARENA_ARRAY(&run, struct trie_entry, COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        uint32_t n = i * STEP % COUNT;
        char     word[] = {'a', 'b', (char)('a' + n / 256), (char)('a' + n / 16 % 16), (char)('a' + n % 16)};
        words[i] = (struct trie_entry){arena_copy(&run, (slice){word, n % 3 ? 5 : n % 7 ? 4 : 3}), n + 1};
    }
    trie_build(&trie, &alphabet, words, COUNT, &run);
    for (size_t i = 0; i < COUNT; i++) {
        uint32_t found = trie_longest(&trie, &alphabet, words[i].key, &size);
        wrong += size != words[i].key.len || found < words[i].value;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    arena_free(&run);
}

/* Rows of every length, letters that stand in them and letters that do not. */
static void rows_are_searched_as_plainly(void) {
    uint64_t state = 20201231;
    size_t   wrong = 0, found = 0;
    for (int round = 0; round < 2000; round++) {
        uint16_t row[64]; /* of forty letters at most, for they are read sixteen at a time */
        size_t   count = (size_t)round % 40;
        uint32_t letter = 0, step = round % 3 ? 3 : 3000;
        for (size_t i = 0; i < 64; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            letter += 1 + (uint32_t)(state >> 33) % step;
            row[i] = i < count && letter < UINT16_MAX ? (uint16_t)letter : UINT16_MAX;
        }
        for (uint32_t wanted = 0; wanted < UINT16_MAX; wanted += 1 + step / 8) {
            size_t at = trie_reach_plain(row, (uint16_t)wanted);
            wrong += trie_reach(row, (uint16_t)wanted) != at;
            found += row[at] == wanted;
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(found > 1000);
}

CU_TestInfo test_trie[] = {
    {"trie_finds_the_longest_word", trie_finds_the_longest_word},
    {"trie_holds_what_it_was_given", trie_holds_what_it_was_given},
    {"many_that_begin_alike_are_found", many_that_begin_alike_are_found},
    {"rows_are_searched_as_plainly", rows_are_searched_as_plainly},
    CU_TEST_INFO_NULL,
};
