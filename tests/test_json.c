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

CU_TestInfo test_json[] = {
    {"json_undoes_escapes_and_keeps_numbers_as_written", json_undoes_escapes_and_keeps_numbers_as_written},
    {"json_lone_surrogates_become_one_character", json_lone_surrogates_become_one_character},
    {"json_refuses_what_is_no_object", json_refuses_what_is_no_object},
    {"json_nesting_ends_before_the_stack_does", json_nesting_ends_before_the_stack_does},
    CU_TEST_INFO_NULL,
};
