/* Finders: each gives what its plain twin gives, on bytes as they come and on text made of what it looks for. */
#include "extract/words/scan.h"
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
                                          ' ',  '(',  ';',  'a',  '<',  '/',  0xBD, 0xA0, 0xBB, 0xBF, '\n'};
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = (char)(next_random(3) ? liked[next_random(sizeof liked)] : 0x21 + next_random(0xDF));
    return LENGTH;
}

/* Characters of one to three bytes, those near the ones that the finders look for among them. */
static size_t random_characters(void) {
    static const unsigned char leads[] = {0xE2, 0xE3, 0xE3, 0xE4, 0xE5, 0xE9, 0xEF, 0xEF},
                               seconds[] = {0x80, 0x80, 0x81, 0xBB, 0xBC, 0xBC, 0xBD, 0x96};
    size_t n = 0;
    while (n + 3 <= LENGTH) {
        char    *to = text + n;
        uint32_t size = next_random(8);
        if (size == 0) {
            n += utf8_encode(next_random(0x80), to);
        } else if (size == 1) {
            n += utf8_encode(0x80 + next_random(0x780), to);
        } else {
            to[0] = (char)leads[next_random(sizeof leads)];
            to[1] = (char)(next_random(4) ? seconds[next_random(sizeof seconds)] : 0x80 + next_random(64));
            to[2] = (char)(0x80 + next_random(64));
            n += 3;
        }
    }
    return n;
}

static size_t random_text(void) {
    static const char *const words[] = {"增长", "。", "；", "！", "？",  "，",       "，１",         "（", "（ā", "（a",
                                        "(é",   "(b", "３", "％", "　",  "\xC2\xA0", "\xE2\x80\x8B", "”",  "三",  "亿",
                                        "½",    "5",  "a",  "𠀀", "<b>", "</b",      "<5",           "\n"};
    size_t                   n = 0;
    while (n + 8 < LENGTH) {
        slice word = slice_of(words[next_random(next_random(2) ? 1 : sizeof words / sizeof *words)]);
        memcpy(text + n, word.ptr, word.len);
        n += word.len;
    }
    return n;
}

static bool stands(const struct scan_map *map, enum scan_kind kind, size_t at) {
    return map->words[at / 64][kind] >> at % 64 & 1;
}

/* Number of places that a map and its twin tell apart, once what only may stand there is asked for. */
static size_t differences(const struct scan_map *map, const struct scan_map *twin, slice s) {
    size_t wrong = map->length != s.len;
    for (size_t at = 0, size; at < s.len; at++) {
        slice rest = slice_from(s, at);
        bool  lead = ((unsigned char)rest.ptr[0] & 0xC0) != 0x80, folds = stands(map, SCAN_FOLD, at) && scan_folds(rest);
        bool  marked = lead && stands(map, SCAN_MARKED, at) && scan_set_holds(&set, utf8_decode(rest, &size));
        wrong += stands(map, SCAN_STOP, at) != stands(twin, SCAN_STOP, at);
        wrong += marked != stands(twin, SCAN_MARKED, at);
        wrong += folds != stands(twin, SCAN_FOLD, at);
        wrong += stands(map, SCAN_LINE, at) != (text[at] == '\n') || stands(twin, SCAN_LINE, at) != (text[at] == '\n');
    }
    return wrong;
}

static void maps_agree_with_their_twins(void) {
    static const uint32_t numerals[] = {'0', '5', '9', 0xBD, 0x3007, 0x4E00, 0x4E07, 0x4E09, 0x4EBF, 0x5341, 0x96F6};
    struct scan_map       map = {0}, twin = {0};
    struct alphabet       alphabet;
    struct arena          arena;
    bool                  wanted[0x100] = {false};
    arena_init(&arena);
    alphabet_init(&alphabet, &arena);
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        wanted[alphabet_letter(&alphabet, numerals[i], &arena)] = true;
    alphabet_twin(&alphabet, 0x842C, 0x4E07, &arena); /* 萬 万 */
    scan_set_build(&set, &alphabet, wanted, &arena);
    CU_ASSERT(scan_set_holds(&set, 0x842C) && scan_set_holds(&set, 0xFF15) && !scan_set_holds(&set, 0xFF13));
    for (int i = 0; i < ROUNDS; i++) {
        slice s = {text, i % 2 ? random_characters() : random_text()};
        s.len -= next_random(70);
        if (i % 5 == 0) s.len = next_random(70);
        s.len = utf8_whole(s, s.len);
        scan_map(&map, &set, s, i % 3 ? 0 : sizeof text - s.len, &arena);
        scan_map_plain(&twin, &set, s, &arena);
        CU_ASSERT_EQUAL(differences(&map, &twin, s), 0);
    }
    arena_free(&arena);
}

static void maps_are_asked_forwards_and_backwards(void) {
    uint64_t        words[3][SCAN_KINDS] = {{1u << 5}, {1}, {0}};
    struct scan_map map = {words, 3, 130, 0};
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_STOP, 0), 5);
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_STOP, 6), 64);
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_STOP, 65), 130);
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_FOLD, 0), 130);
    CU_ASSERT_EQUAL(scan_last(&map, SCAN_STOP, 0, 130), 64);
    CU_ASSERT_EQUAL(scan_last(&map, SCAN_STOP, 0, 64), 5);
    CU_ASSERT_EQUAL(scan_last(&map, SCAN_STOP, 6, 64), SIZE_MAX);
    CU_ASSERT_EQUAL(scan_last(&map, SCAN_STOP, 5, 5), SIZE_MAX);
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

/* Parts of a text with a 5 between them: the map put together from its map is the one that a look at them gives. */
static void maps_are_put_together(void) {
    static char     parts[2 * LENGTH];
    struct scan_map whole = {0}, joined = {0}, looked_at = {0};
    struct arena    arena;
    size_t          wrong = 0;
    arena_init(&arena);
    for (int i = 0; i < ROUNDS; i++) {
        slice  s = {text, random_text()};
        size_t n = 0;
        scan_map_plain(&whole, &set, s, &arena);
        scan_map_open(&joined, sizeof parts, &arena);
        for (size_t at = 0, end; at < s.len; at = end) {
            end = at + 1 + next_random(i % 2 ? 8 : 300);
            while (end < s.len && ((unsigned char)text[end] & 0xC0) == 0x80) end++;
            if (end > s.len) end = s.len;
            memcpy(parts + n, text + at, end - at);
            scan_map_copy(&joined, &whole, at, end);
            n += end - at;
            parts[n++] = '5';
            scan_map_byte(&joined, true);
        }
        scan_map_plain(&looked_at, &set, (slice){parts, n}, &arena);
        CU_ASSERT_EQUAL(joined.length, n);
        for (size_t at = 0; at < n; at++)
            for (enum scan_kind kind = SCAN_STOP; kind <= SCAN_MARKED; kind++)
                wrong += stands(&joined, kind, at) != stands(&looked_at, kind, at);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    arena_free(&arena);
}

static void maps_show_what_they_are_for(void) {
    slice           s = SLICE_LIT("全年处置网络舆情，新建公园。处置舆情３起；（全部）办结");
    struct scan_map map = {0};
    struct arena    arena;
    arena_init(&arena);
    scan_map_plain(&map, NULL, s, &arena);
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_STOP, 0), strlen("全年处置网络舆情，新建公园"));
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_STOP, 50), strlen("全年处置网络舆情，新建公园。处置舆情３起"));
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_FOLD, 0), strlen("全年处置网络舆情，新建公园。处置舆情"));
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_FOLD, 55), s.len);
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_MARKED, 0), s.len);
    CU_ASSERT_EQUAL(scan_next(&map, SCAN_LINE, 0), s.len);
    CU_ASSERT_EQUAL(scan_stop(s, 50), strlen("全年处置网络舆情，新建公园。处置舆情３起"));
    arena_free(&arena);
}

CU_TestInfo test_scan[] = {
    {"maps_agree_with_their_twins", maps_agree_with_their_twins},
    {"maps_are_asked_forwards_and_backwards", maps_are_asked_forwards_and_backwards},
    {"utf8_is_told_as_plainly", utf8_is_told_as_plainly},
    {"maps_are_put_together", maps_are_put_together},
    {"maps_show_what_they_are_for", maps_show_what_they_are_for},
    CU_TEST_INFO_NULL,
};
