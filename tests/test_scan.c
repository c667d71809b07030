/* Finders: each gives what its plain twin gives, on bytes as they come and on text made of what it looks for. */
#include "extract/scan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { LENGTH = 4096, ROUNDS = 40 };

static struct scan_set set;
static char            text[LENGTH];
static uint64_t        state = 20201231;

static uint32_t next_random(uint32_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

/* Bytes that the finders look for come often, so that every pair and triple of them does. */
static size_t random_bytes(void) {
    static const unsigned char liked[] = {0xE2, 0xE3, 0xEF, 0xBC, 0x80, 0x81, 0x82, 0x8C, 0x9B, 0x9F, 0xC2,
                                          ' ',  '(',  ';',  'a',  '<',  '/',  0xBD, 0xA0, 0xBB, 0xBF};
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = (char)(next_random(3) ? liked[next_random(sizeof liked)] : 0x21 + next_random(0xDF));
    return LENGTH;
}

static size_t random_text(void) {
    static const char *const words[] = {"增长", "。", "；", "！", "？", "，", "，１",     "（",           "（ā",
                                        "（a",  "(é", "(b", "３", "％", "　", "\xC2\xA0", "\xE2\x80\x8B", "”",
                                        "三",   "亿", "½",  "5",  "a",  "𠀀", "<b>",      "</b",          "<5"};
    size_t                   n = 0;
    while (n + 8 < LENGTH) {
        slice word = slice_of(words[next_random(next_random(2) ? 1 : sizeof words / sizeof *words)]);
        memcpy(text + n, word.ptr, word.len);
        n += word.len;
    }
    return n;
}

/* Number of places at which a finder and its twin part, asked from every byte that starts a character. */
static size_t differences(slice s, size_t (*finder)(slice, size_t), size_t (*twin)(slice, size_t)) {
    size_t wrong = 0;
    for (size_t at = 0; at <= s.len; at += 1 + at % 3) wrong += finder(s, at) != twin(s, at);
    return wrong;
}

static size_t marked(slice s, size_t from) { return scan_marked(&set, s, from); }
static size_t marked_plain(slice s, size_t from) { return scan_marked_plain(&set, s, from); }

static void finders_agree_with_their_twins(void) {
    static const uint32_t numerals[] = {'0', '5', '9', 0xBD, 0x3007, 0x4E00, 0x4E07, 0x4E09, 0x4EBF, 0x5341, 0x96F6, 0xFF13};
    scan_set_build(&set, numerals, sizeof numerals / sizeof *numerals);
    for (int i = 0; i < ROUNDS; i++) {
        slice s = {text, i % 2 ? random_bytes() : random_text()};
        s.len -= next_random(70);
        CU_ASSERT_EQUAL(differences(s, scan_stop, scan_stop_plain), 0);
        CU_ASSERT_EQUAL(differences(s, scan_fold, scan_fold_plain), 0);
        if (i % 2 == 0) CU_ASSERT_EQUAL(differences(s, marked, marked_plain), 0);
    }
}

/* The same, for text that is nearly right: one byte of it changed. */
static void utf8_is_told_as_plainly(void) {
    size_t wrong = 0, bad = 0;
    for (int i = 0; i < 4000; i++) {
        slice s = {text, i % 8 ? random_text() : random_bytes()};
        s.len = next_random((uint32_t)s.len) % (i % 2 ? 200 : LENGTH);
        if (s.len && i % 3) text[next_random((uint32_t)s.len)] = (char)next_random(256);
        size_t plain = utf8_validate_plain(s);
        wrong += utf8_validate(s) != plain;
        wrong += utf8_count(s) != utf8_count_plain(s);
        bad += plain < s.len;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(bad > 1000 && bad < 3900);
    static const char *const refused[] = {
        "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\xF5\x80\x80\x80",
        "\x80",     "\xE4\xB8",     "\xFF",         "\xE4\xB8\xAD\x80"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        memset(text, 'a', 256);
        memcpy(text + 100, refused[i], strlen(refused[i]));
        size_t at = i + 1 == sizeof refused / sizeof *refused ? 103 : 100;
        CU_ASSERT_EQUAL(utf8_validate((slice){text, 256}), at);
        CU_ASSERT_EQUAL(utf8_validate_plain((slice){text, 256}), at);
    }
}

static void finders_find_what_they_are_for(void) {
    slice s = SLICE_LIT("全年处置网络舆情，新建公园。处置舆情３起；（全部）办结");
    CU_ASSERT_EQUAL(scan_stop_plain(s, 0), strlen("全年处置网络舆情，新建公园"));
    CU_ASSERT_EQUAL(scan_stop_plain(s, 50), strlen("全年处置网络舆情，新建公园。处置舆情３起"));
    CU_ASSERT_EQUAL(scan_fold_plain(s, 0), strlen("全年处置网络舆情，新建公园。处置舆情"));
    CU_ASSERT_EQUAL(scan_fold_plain(s, 55), s.len);
}

CU_TestInfo test_scan[] = {
    {"finders_agree_with_their_twins", finders_agree_with_their_twins},
    {"utf8_is_told_as_plainly", utf8_is_told_as_plainly},
    {"finders_find_what_they_are_for", finders_find_what_they_are_for},
    CU_TEST_INFO_NULL,
};
