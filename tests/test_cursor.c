/* A cursor counts characters and lines the same way on and back, in blocks and byte after byte. */
#include "extract/base/cursor.h"

#include <CUnit/CUnit.h>

#include "extract/base/banned.h"

static void a_cursor_tells_characters_and_lines(void) {
    slice         text = SLICE_LIT("全年\n处置3起𠮷\n");
    struct cursor at = CURSOR_START;
    cursor_move(&at, text, strlen("全年\n"));
    CU_ASSERT(at.point == 3 && at.line == 2);
    cursor_move(&at, text, text.len);
    CU_ASSERT(at.byte == text.len && at.point == 9 && at.line == 3);
    cursor_move(&at, text, strlen("全"));
    CU_ASSERT(at.point == 1 && at.line == 1);
    cursor_move(&at, text, 0);
    CU_ASSERT(at.point == 0 && at.line == 1);
}

/* Far and near moves, both ways, over every kind of byte: what is told never depends on the way there. */
static void blocks_agree_with_single_bytes(void) {
    static const unsigned char liked[] = {'\n', '\r', 'a', 0x7F, 0x80, 0xBF, 0xC0, 0xE4, 0xF0, 0xFF, 0};
    char                       bytes[1000];
    uint64_t                   seed = 20261126;
    size_t                     wrong = 0;
    for (int round = 0; round < 200; round++) {
        struct cursor wide = CURSOR_START, plain = CURSOR_START;
        slice         text = {bytes, 1 + (size_t)round * 5};
        for (size_t i = 0; i < text.len; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            bytes[i] = (char)(seed >> 60 < 8 ? liked[(seed >> 33) % sizeof liked] : seed >> 40);
        }
        for (int move = 0; move < 100; move++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            size_t near = (seed >> 33) % 70, far = (seed >> 33) % (text.len + 1);
            size_t to = move % 3 == 0 ? far : move % 3 == 1 ? wide.byte + near : wide.byte - near;
            if (to > text.len) to = far;
            cursor_move(&wide, text, to);
            cursor_move_plain(&plain, text, to);
            wrong += wide.byte != plain.byte || wide.point != plain.point || wide.line != plain.line;
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

/* More lines than a sum of bytes holds. */
static void no_block_is_lost_in_a_long_text(void) {
    enum { LONG = 100 * 1024 };
    static char   bytes[LONG];
    struct cursor wide = CURSOR_START, plain = CURSOR_START;
    memset(bytes, '\n', LONG);
    for (size_t to = LONG - 40; to <= LONG; to++) {
        wide = CURSOR_START;
        cursor_move(&wide, (slice){bytes, LONG}, to);
        CU_ASSERT(wide.point == to && wide.line == to + 1);
    }
    memset(bytes + 100, 0xE4, 9000);
    cursor_move_plain(&plain, (slice){bytes, LONG}, LONG);
    wide = CURSOR_START;
    cursor_move(&wide, (slice){bytes, LONG}, LONG);
    CU_ASSERT(wide.point == plain.point && wide.line == plain.line);
}

CU_TestInfo test_cursor[] = {
    {"a_cursor_tells_characters_and_lines", a_cursor_tells_characters_and_lines},
    {"blocks_agree_with_single_bytes", blocks_agree_with_single_bytes},
    {"no_block_is_lost_in_a_long_text", no_block_is_lost_in_a_long_text},
    CU_TEST_INFO_NULL,
};
