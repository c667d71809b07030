/* A library that is loaded late: all its functions or none. */
#include "extract/read/libraries.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

#define SOME_CALLS(X) X(zip_open) X(zip_discard)
#define OTHER_CALLS(X) X(zip_open) X(xmlFreeDoc)

static void functions_can_be_called_once_it_is_there(void) {
    static struct { SOME_CALLS(LIBRARY_POINTER) } some;
    const struct library library = LIBRARY(LIBZIP_FILE, some, SOME_CALLS);
    struct err           err = {0};
    int                  reason = 0;
    for (int time = 0; time < 2; time++) CU_ASSERT_TRUE(library_load(&library, ERR_INPUT, "报告.docx", &err));
    CU_ASSERT_PTR_NULL(some.zip_open("nowhere/at/all.zip", ZIP_RDONLY, &reason));
    CU_ASSERT_EQUAL(reason, ZIP_ER_NOENT);
    CU_ASSERT_EQUAL(err.kind, ERR_NONE);
}

static void a_library_that_is_missing_is_told(void) {
    static struct { SOME_CALLS(LIBRARY_POINTER) } some;
    const struct library library = LIBRARY("libnowhere.so.0", some, SOME_CALLS);
    struct err           err = {0};
    CU_ASSERT_FALSE(library_load(&library, ERR_INPUT, "报告.docx", &err));
    CU_ASSERT_EQUAL(err.kind, ERR_INPUT);
    CU_ASSERT_STRING_EQUAL(err.path, "报告.docx");
    CU_ASSERT_STRING_EQUAL(err.text, "needs the library libnowhere.so.0, which cannot be loaded; install it");
}

static void a_library_that_lacks_a_function_gives_none(void) {
    static struct { OTHER_CALLS(LIBRARY_POINTER) } other;
    const struct library library = LIBRARY(LIBZIP_FILE, other, OTHER_CALLS);
    struct err           err = {0};
    CU_ASSERT_FALSE(library_load(&library, ERR_OUTPUT, NULL, &err));
    CU_ASSERT_PTR_NULL(other.zip_open);
    CU_ASSERT_EQUAL(err.kind, ERR_OUTPUT);
}

CU_TestInfo test_library[] = {
    {"functions_can_be_called_once_it_is_there", functions_can_be_called_once_it_is_there},
    {"a_library_that_is_missing_is_told", a_library_that_is_missing_is_told},
    {"a_library_that_lacks_a_function_gives_none", a_library_that_lacks_a_function_gives_none},
    CU_TEST_INFO_NULL,
};
