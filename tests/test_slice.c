/* Borrowed text: what slice.c promises about finding, trimming and counting. */
#include "extract/base/slice.h"

#include <CUnit/CUnit.h>

#include "extract/base/banned.h"

static void slice_compares_bytes_the_shorter_first(void) {
    CU_ASSERT(slice_compare(SLICE_LIT("亿"), SLICE_LIT("亿元")) < 0);
    CU_ASSERT(slice_compare(SLICE_LIT("万"), SLICE_LIT("万")) == 0);
    CU_ASSERT(slice_compare(SLICE_LIT("b"), SLICE_LIT("a")) > 0);
    CU_ASSERT(slice_compare(SLICE_NONE, SLICE_LIT("a")) < 0);
}

static void slice_find_starts_where_it_is_told(void) {
    slice  text = SLICE_LIT("增长5%，其中出口增长6%");
    size_t first = slice_find(text, SLICE_LIT("增长"), 0);
    CU_ASSERT_EQUAL(first, 0);
    CU_ASSERT_EQUAL(slice_find(text, SLICE_LIT("增长"), 1), strlen("增长5%，其中出口"));
    CU_ASSERT_EQUAL(slice_find(text, SLICE_LIT("下降"), 0), SIZE_MAX);
    CU_ASSERT_EQUAL(slice_find(SLICE_LIT("a"), SLICE_LIT("ab"), 0), SIZE_MAX);
}

/* Many places are passed at once where the machine can. */
static void slice_find_finds_a_word_at_every_place(void) {
    enum { LENGTH = 150 };
    static const char *const words[] = {"a", "ab", "cab"};
    char                     text[LENGTH];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        slice word = slice_of(words[i]);
        for (size_t at = 0; at + word.len <= LENGTH; at++) {
            memset(text, 'b', LENGTH);
            memcpy(text + at, word.ptr, word.len);
            CU_ASSERT_EQUAL(slice_find((slice){text, LENGTH}, word, 0), at);
            CU_ASSERT_EQUAL(slice_find((slice){text, LENGTH}, word, at), at);
            CU_ASSERT_EQUAL(slice_find((slice){text, LENGTH}, word, at + 1), SIZE_MAX);
            CU_ASSERT_EQUAL(slice_find((slice){text, at + word.len - 1}, word, 0), SIZE_MAX);
        }
    }
}

static void slice_trim_takes_wide_blanks_too(void) {
    CU_ASSERT(slice_equal(slice_trim(SLICE_LIT("　 \t处置 12 起\r\n　")), SLICE_LIT("处置 12 起")));
    CU_ASSERT_EQUAL(slice_trim(SLICE_LIT(" 　 ")).len, 0);
}

static void slice_int_reads_nine_digits_at_most(void) {
    CU_ASSERT_EQUAL(slice_int(SLICE_LIT("2024")), 2024);
    CU_ASSERT_EQUAL(slice_int(SLICE_LIT("999999999")), 999999999);
    CU_ASSERT_EQUAL(slice_int(SLICE_LIT("1000000000")), -1);
    CU_ASSERT_EQUAL(slice_int(SLICE_LIT("-1")), -1);
    CU_ASSERT_EQUAL(slice_int(SLICE_LIT("")), -1);
    CU_ASSERT_EQUAL(slice_int(SLICE_LIT("１２")), -1);
}

static void utf8_decode_and_encode_are_inverse(void) {
    static const uint32_t codes[] = {0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x4E07, 0xFFFD, 0x10000, 0x20000, 0x10FFFF};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        char   bytes[4];
        size_t size, written = utf8_encode(codes[i], bytes);
        CU_ASSERT_EQUAL(utf8_decode((slice){bytes, written}, &size), codes[i]);
        CU_ASSERT_EQUAL(size, written);
        CU_ASSERT_EQUAL(utf8_size((unsigned char)bytes[0]), written);
        CU_ASSERT_EQUAL(utf8_size_before((slice){bytes, written}, written), written);
        CU_ASSERT_EQUAL(utf8_validate((slice){bytes, written}), written);
    }
}

static void utf8_validate_points_at_the_first_bad_byte(void) {
    static const struct {
        const char *bytes;
        size_t      good;
    } cases[] = {{"全年\xff", 6},         {"万\xe4\xb8", 3},    {"\xc0\xaf", 0}, {"\xed\xa0\x80", 0},
                 {"\xf4\x90\x80\x80", 0}, {"a\xe0\x80\x80", 1}, {"\x80", 0},     {"\xf0\x9f\x98\x80", 4}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_EQUAL(utf8_validate(slice_of(cases[i].bytes)), cases[i].good);
}

static void utf8_count_counts_code_points(void) {
    CU_ASSERT_EQUAL(utf8_count(SLICE_LIT("5.1万余人")), 6);
    CU_ASSERT_EQUAL(utf8_count(SLICE_LIT("\xf0\xa0\x80\x80")), 1);
    CU_ASSERT_EQUAL(utf8_count(SLICE_NONE), 0);
    CU_ASSERT_EQUAL(utf8_ascii(SLICE_LIT("5.1万余人，全年处置网络舆情313起，宣讲1500余场次")), 10);
}

static void one_of_a_list_is_enough(void) {
    static const char *const marks[] = {"。", "——", NULL}, *const none[] = {NULL};
    CU_ASSERT(slice_starts_any(SLICE_LIT("——在会议上"), marks) && slice_ends_any(SLICE_LIT("在会议上——"), marks));
    CU_ASSERT_FALSE(slice_starts_any(SLICE_LIT("在——"), marks) || slice_ends_any(SLICE_LIT("。在"), marks));
    CU_ASSERT_FALSE(slice_starts_any(SLICE_LIT("。"), none) || slice_ends_any(SLICE_NONE, marks));
}

CU_TestInfo test_slice[] = {
    {"slice_compares_bytes_the_shorter_first", slice_compares_bytes_the_shorter_first},
    {"slice_find_starts_where_it_is_told", slice_find_starts_where_it_is_told},
    {"slice_find_finds_a_word_at_every_place", slice_find_finds_a_word_at_every_place},
    {"slice_trim_takes_wide_blanks_too", slice_trim_takes_wide_blanks_too},
    {"slice_int_reads_nine_digits_at_most", slice_int_reads_nine_digits_at_most},
    {"one_of_a_list_is_enough", one_of_a_list_is_enough},
    {"utf8_decode_and_encode_are_inverse", utf8_decode_and_encode_are_inverse},
    {"utf8_validate_points_at_the_first_bad_byte", utf8_validate_points_at_the_first_bad_byte},
    {"utf8_count_counts_code_points", utf8_count_counts_code_points},
    CU_TEST_INFO_NULL,
};
