/* Spelling: the wide way gives what the plain one gives, on characters of every size in any order, at every length. */
#include "extract/base/trie.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { LENGTH = 4096, ROUNDS = 400 };

static struct arena    run;
static struct alphabet alphabet;
static struct spelling wide, plain;
static char            text[SPELLING * 4];
static uint64_t        state = 20201231;

static uint32_t next_random(uint32_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

static void fill_alphabet(void) {
    arena_init(&run);
    alphabet_init(&alphabet, &run);
    for (uint32_t code = 0x4E00; code < 0x5000; code += 3) alphabet_mark(&alphabet, code, 1, &run);
    alphabet_mark(&alphabet, 0xB7, 1, &run);
    alphabet_mark(&alphabet, 0xFFFD, 1, &run);
    alphabet_mark(&alphabet, 0x20000, 1, &run);
    alphabet_twin(&alphabet, 0x9577, 0x957F, &run); /* 長 长 */
}

static uint32_t random_code(uint32_t kind) {
    switch (kind) {
    case 0: return next_random(0x80);
    case 1: return 0x80 + next_random(0x780);
    case 2: return 0x800 + next_random(0xC000); /* below the surrogates */
    case 3: return 0xE000 + next_random(0x2000);
    case 4: return 0x10000 + next_random(0x100000);
    case 5: return next_random(200) ? 0x957F : 0x9577;
    case 6: return 0x20000;
    case 12: return '0' + next_random(10);
    default: return 0x4E00 + next_random(0x200);
    }
}

/* Runs of one kind, of any length: most of Han and ASCII, as reports are. */
static size_t random_text(size_t length) {
    size_t n = 0;
    while (n < length) {
        uint32_t kind = next_random(20);
        for (uint32_t run_length = 1 + next_random(next_random(2) ? 3 : 40); run_length > 0 && n < length; run_length--)
            n += utf8_encode(random_code(kind > 12 ? 0 : kind), text + n);
    }
    return n;
}

static bool spelt_alike(slice s, size_t from) {
    memset(&wide, 0xAA, sizeof wide);
    memset(&plain, 0x55, sizeof plain);
    spell(&wide, &alphabet, s, from);
    spell_plain(&plain, &alphabet, s, from);
    size_t count = plain.count, twin_words = plain.twins ? (count + 63) / 64 : 0;
    return wide.count == count && wide.whole == plain.whole &&
           memcmp(wide.twin, plain.twin, twin_words * sizeof *plain.twin) == 0 &&
           memcmp(wide.at, plain.at, (count + 1) * sizeof *plain.at) == 0 &&
           memcmp(wide.letters, plain.letters, (count + 1) * sizeof *plain.letters) == 0 && wide.twins == plain.twins;
}

/* Every byte is found from every eighth character on, and digits from every one. */
static bool found_alike(void) {
    bool good = true;
    for (size_t i = 0; i <= plain.count; i++)
        good &= letters_digits(wide.letters + i) == letters_digits_plain(plain.letters + i);
    for (size_t i = 0; i <= plain.count; i += 8)
        for (uint32_t byte = 0; byte < plain.at[plain.count] + 40 && byte < 400; byte++)
            good &= spelling_from(&wide, i, byte) == spelling_from_plain(&plain, i, byte);
    return good;
}

static void spelling_agrees_with_its_twin(void) {
    size_t wrong = 0;
    fill_alphabet();
    for (int i = 0; i < ROUNDS; i++) {
        size_t length = random_text(next_random(i % 2 ? 100 : LENGTH)), from = 0;
        if (i % 3 == 0 && length) from = utf8_size((unsigned char)text[0]);
        char *exact = malloc(length + 1); /* not a byte behind it may be looked at */
        memcpy(exact, text, length);
        wrong += !spelt_alike((slice){exact, length}, from) || !found_alike();
        free(exact);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    arena_free(&run);
}

static void spelling_tells_letters_and_bytes(void) {
    fill_alphabet();
    slice s = SLICE_LIT("5增长·𠀀 一");
    spell(&plain, &alphabet, s, 1);
    CU_ASSERT_EQUAL(plain.count, 6);
    CU_ASSERT(plain.whole);
    CU_ASSERT_EQUAL(plain.letters[0], 0); /* nobody told of 增 */
    CU_ASSERT_EQUAL(plain.letters[1], letter_of(&alphabet, 0x957F));
    CU_ASSERT_EQUAL(plain.letters[4], ' ');
    CU_ASSERT_EQUAL(plain.letters[6], 0);
    static const uint32_t at[] = {1, 4, 7, 9, 13, 14, 17};
    CU_ASSERT_EQUAL(memcmp(plain.at, at, sizeof at), 0);
    CU_ASSERT(!plain.twins);
    spell(&plain, &alphabet, SLICE_LIT("增長"), 0);
    CU_ASSERT(plain.twins);
    CU_ASSERT_EQUAL(plain.twin[0], 2);
    CU_ASSERT_EQUAL(plain.letters[1], letter_of(&alphabet, 0x957F));
    arena_free(&run);
}

/* A text longer than a spelling: it is told, and a word may be cut only near its end. */
static void long_text_is_spelt_in_parts(void) {
    fill_alphabet();
    size_t wrong = 0;
    for (size_t count = SPELLING - 20; count < SPELLING + 20; count++) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++) n += utf8_encode(random_code(i % 16 ? 7 : i % 32 ? 0 : 1), text + n);
        wrong += !spelt_alike((slice){text, n}, 0) || wide.whole != (count <= SPELLING) ||
                 wide.count != (count < SPELLING ? count : SPELLING) || wide.letters[wide.count] != 0;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(spelling_reach(&wide), SPELLING - SPELLING_MARGIN);
    arena_free(&run);
}

static void tries_walk_letters(void) {
    struct trie       trie = {0}, back = {0};
    struct trie_hit   hits[4];
    size_t            size = 0;
    struct trie_entry words[] = {{SLICE_LIT("长"), 1}, {SLICE_LIT("长期"), 2}, {SLICE_LIT("长期性"), 3}};
    struct trie_entry backward[] = {{SLICE_LIT("约"), 1}, {SLICE_LIT("约大"), 2}};
    fill_alphabet();
    trie_build(&trie, &alphabet, words, 3, &run);
    trie_build(&back, &alphabet, backward, 2, &run);
    spell(&wide, &alphabet, SLICE_LIT("長期大约"), 0);
    CU_ASSERT_EQUAL(trie_longest_spelt(&trie, wide.letters, &size), 2);
    CU_ASSERT_EQUAL(size, 2);
    CU_ASSERT_EQUAL(trie_longest_spelt(&trie, wide.letters + wide.count, &size), 0);
    CU_ASSERT_EQUAL(trie_hits_spelt(&trie, wide.letters, hits, 4), 2);
    CU_ASSERT_EQUAL(hits[1].size, 2);
    CU_ASSERT_EQUAL(trie_hits_back_spelt(&back, wide.letters + 4, 4, hits, 4), 2);
    CU_ASSERT_EQUAL(hits[1].size, 2);
    CU_ASSERT_EQUAL(trie_hits_back_spelt(&back, wide.letters + 4, 1, hits, 4), 1); /* 大 is out of reach */
    arena_free(&run);
}

CU_TestInfo test_spell[] = {
    {"spelling_agrees_with_its_twin", spelling_agrees_with_its_twin},
    {"spelling_tells_letters_and_bytes", spelling_tells_letters_and_bytes},
    {"long_text_is_spelt_in_parts", long_text_is_spelt_in_parts},
    {"tries_walk_letters", tries_walk_letters},
    CU_TEST_INFO_NULL,
};
