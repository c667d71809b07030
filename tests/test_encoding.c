/* Bytes in any encoding: the text and the encoding's name must come out of the bytes alone, six characters are enough. */
#include "extract/read/encoding.h"
#include "tests/corpus.h"

#include <iconv.h>

#include "extract/base/banned.h"

static int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

static slice from_hex(slice hex, struct arena *arena) {
    char *out = arena_text(arena, hex.len / 2 + 1);
    for (size_t i = 0; i + 1 < hex.len; i += 2) out[i / 2] = (char)(hex_digit(hex.ptr[i]) * 16 + hex_digit(hex.ptr[i + 1]));
    return (slice){out, hex.len / 2};
}

static bool is_hex(slice s) {
    for (size_t i = 0; i < s.len; i++)
        if (hex_digit(s.ptr[i]) < 0) return false;
    return s.len > 8;
}

static slice written_in(slice text, const char *encoding, struct arena *arena) {
    iconv_t cd = iconv_open(encoding, "UTF-8");
    size_t  left = text.len, room = text.len * 4 + 16;
    char   *out = arena_text(arena, room), *to = out, *from;
    slice   copy = arena_copy(arena, text);
    memcpy(&from, &copy.ptr, sizeof from);
    CU_ASSERT_FATAL(cd != (iconv_t)-1);
    CU_ASSERT_EQUAL(iconv(cd, &from, &left, &to, &room), 0);
    iconv_close(cd);
    return (slice){out, (size_t)(to - out)};
}

/* 写成 is hex, or a name with or without +BOM. */
static slice bytes_of(slice text, slice how, struct arena *arena) {
    if (is_hex(how)) return from_hex(how, arena);
    if (!slice_ends(how, SLICE_LIT("+BOM"))) return written_in(text, arena_copy(arena, how).ptr, arena);
    const char *name = arena_copy(arena, slice_sub(how, 0, how.len - 4)).ptr;
    return written_in(arena_format(arena, "\xEF\xBB\xBF%.*s", SLICE_ARG(text)), name, arena);
}

static void encoding_case(const struct corpus_row *row) {
    struct decoded out;
    slice          text = corpus_cell(row, "文字"), want = corpus_cell(row, "应得");
    slice          bytes = bytes_of(text, corpus_cell(row, "写成"), row->arena);
    bool           read = encoding_decode(&out, bytes, NULL, row->arena);
    corpus_expect(row, text, want, read ? slice_of(out.encoding) : SLICE_LIT("-"));
    if (!read) return;
    slice bad = out.bad ? arena_format(row->arena, "%zu@%zu", out.bad, out.first_bad) : SLICE_NONE;
    corpus_expect(row, corpus_cell(row, "写成"), text, out.text);
    corpus_expect(row, text, corpus_cell(row, "坏字节"), bad);
}

static void encoding_is_found_out_from_the_bytes(void) { corpus_run("fixtures/encoding.tsv", encoding_case); }

static void encoding_valid_utf8_is_borrowed_behind_its_mark(void) {
    struct arena   arena;
    struct decoded out;
    slice          bytes = SLICE_LIT("\xEF\xBB\xBF"
                                              "处置12起");
    arena_init(&arena);
    CU_ASSERT(encoding_decode(&out, bytes, NULL, &arena));
    CU_ASSERT_PTR_EQUAL(out.text.ptr, bytes.ptr + 3);
    CU_ASSERT_EQUAL(arena.total, 0);
    arena_free(&arena);
}

static void encoding_given_by_name_wins(void) {
    struct arena   arena;
    struct decoded out;
    arena_init(&arena);
    /* C2 B7 is · in UTF-8 and 路 in GB18030, which is what it is taken for; the person knows better. */
    CU_ASSERT(encoding_decode(&out, SLICE_LIT("\xC2\xB7"), NULL, &arena));
    CU_ASSERT(slice_equal(out.text, SLICE_LIT("路")));
    CU_ASSERT(encoding_decode(&out, SLICE_LIT("\xC2\xB7"), "utf-8", &arena));
    CU_ASSERT(slice_equal(out.text, SLICE_LIT("·")));
    CU_ASSERT(encoding_decode(&out, SLICE_LIT("\xE9\x46"), "gb2312", &arena));
    CU_ASSERT(slice_equal(out.text, SLICE_LIT("镕")) || out.bad == 0);
    CU_ASSERT_FALSE(encoding_known("klingon"));
    CU_ASSERT_TRUE(encoding_known("gbk"));
    arena_free(&arena);
}

CU_TestInfo test_encoding[] = {
    {"encoding_is_found_out_from_the_bytes", encoding_is_found_out_from_the_bytes},
    {"encoding_valid_utf8_is_borrowed_behind_its_mark", encoding_valid_utf8_is_borrowed_behind_its_mark},
    {"encoding_given_by_name_wins", encoding_given_by_name_wins},
    CU_TEST_INFO_NULL,
};
