/* One JSON object a line: what json.c undoes, keeps as written, and refuses. */
#include "extract/base/json.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>

#include "extract/base/banned.h"

static void json_undoes_escapes_and_keeps_numbers_as_written(void) {
    struct arena        arena;
    struct json_members m;
    struct json_fault   fault;
    arena_init(&arena);
    CU_ASSERT_FATAL(json_object(
        &m, SLICE_LIT(" {\"a\":\"\\u8d77\\n\\\"\\ud842\\udfb7\",\"n\":-1.20e+3,\"l\":[1,{\"x\":[]}],\"t\":true,\"a\":\"后\"} "),
        &arena, &fault));
    CU_ASSERT_EQUAL(m.count, 5);
    CU_ASSERT(slice_equal(m.items[0].value, SLICE_LIT("起\n\"𠮷")));
    CU_ASSERT(slice_equal(json_find(&m, "n")->value, SLICE_LIT("-1.20e+3")));
    CU_ASSERT(slice_equal(json_find(&m, "l")->value, SLICE_LIT("[1,{\"x\":[]}]")));
    CU_ASSERT_EQUAL(json_find(&m, "t")->kind, JSON_TRUE);
    CU_ASSERT(slice_equal(json_find(&m, "a")->value, SLICE_LIT("后")));
    CU_ASSERT_PTR_NULL(json_find(&m, "z"));
    arena_free(&arena);
}

static void json_lone_surrogates_become_one_character(void) {
    struct arena        arena;
    struct json_members m;
    struct json_fault   fault;
    arena_init(&arena);
    CU_ASSERT_FATAL(json_object(&m, SLICE_LIT("{\"a\":\"\\ud800x\\udc00\"}"), &arena, &fault));
    CU_ASSERT(slice_equal(m.items[0].value, SLICE_LIT("\xEF\xBF\xBDx\xEF\xBF\xBD")));
    arena_free(&arena);
}

static void json_refuses_what_is_no_object(void) {
    static const char *const broken[] = {"",
                                         "{",
                                         "[]",
                                         "{\"a\"}",
                                         "{\"a\":}",
                                         "{\"a\":1,}",
                                         "{\"a\":01}",
                                         "{\"a\":1.}",
                                         "{\"a\":\"\\x\"}",
                                         "{\"a\":\"\\u12\"}",
                                         "{\"a\":\"\n\"}",
                                         "{\"a\":\"",
                                         "{\"a\":1}x",
                                         "{\"a\":nul}",
                                         "{'a':1}",
                                         "{\"a\":+1}",
                                         "{\"a\":1e}"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct arena        arena;
        struct json_members m;
        struct json_fault   fault = {0, NULL};
        arena_init(&arena);
        CU_ASSERT_FALSE(json_object(&m, slice_of(broken[i]), &arena, &fault));
        CU_ASSERT_PTR_NOT_NULL(fault.what);
        CU_ASSERT(fault.at <= strlen(broken[i]));
        arena_free(&arena);
    }
}

static void json_nesting_ends_before_the_stack_does(void) {
    struct arena        arena;
    struct json_members m;
    struct json_fault   fault;
    char                deep[4000] = "{\"a\":";
    arena_init(&arena);
    memset(deep + 5, '[', sizeof deep - 6);
    CU_ASSERT_FALSE(json_object(&m, slice_of(deep), &arena, &fault));
    CU_ASSERT_STRING_EQUAL(fault.what, "is nested too deeply");
    arena_free(&arena);
}

/* Every odd byte at every place of texts up to 100 bytes, and bytes that are nearly odd around it. */
static void strings_end_where_their_twin_says(void) {
    static const unsigned char bytes[] = {'"', '\\', '\n', 0, 0x1F, 0x20, '!', ']', 0x7F, 0x80, 0xA2, 0xDC, 0xFF};
    size_t                     wrong = 0;
    for (size_t n = 0; n <= 100; n++)
        for (size_t at = 0; at < n; at++)
            for (size_t odd = 0; odd < sizeof bytes; odd++) {
                char text[100];
                for (size_t i = 0; i < n; i++) text[i] = (char)bytes[5 + (i + at) % (sizeof bytes - 5)];
                text[at] = (char)bytes[odd];
                size_t from = (at * 7 + n) % (n + 1);
                wrong += json_plain_end((slice){text, n}, from) != json_plain_end_plain((slice){text, n}, from);
                wrong += odd < 5 && json_plain_end((slice){text, n}, 0) != at;
            }
    CU_ASSERT_EQUAL(wrong, 0);
}

CU_TestInfo test_json[] = {
    {"json_undoes_escapes_and_keeps_numbers_as_written", json_undoes_escapes_and_keeps_numbers_as_written},
    {"json_lone_surrogates_become_one_character", json_lone_surrogates_become_one_character},
    {"json_refuses_what_is_no_object", json_refuses_what_is_no_object},
    {"strings_end_where_their_twin_says", strings_end_where_their_twin_says},
    {"json_nesting_ends_before_the_stack_does", json_nesting_ends_before_the_stack_does},
    CU_TEST_INFO_NULL,
};
