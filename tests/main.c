/* All suites → CUnit's listing of failures, its summary, and a last line "N passed, N failed".
 * A suite is a module: tests/test_numeral.c defines `CU_TestInfo test_numeral[]`, and the Makefile writes SUITE(numeral)
 * into suites.h. `build/test numeral unit` runs these two only; `build/test --without cli` all but this one. */
#include <CUnit/Basic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define SUITE(module) extern CU_TestInfo test_##module[];
#include "suites.h"
#undef SUITE

static CU_SuiteInfo suites[] = {
#define SUITE(module) {#module, NULL, NULL, NULL, NULL, test_##module},
#include "suites.h"
#undef SUITE
    CU_SUITE_INFO_NULL,
};

static bool named(const char *suite, int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        if (!strcmp(argv[i], suite)) return true;
    return false;
}

/* Keeps what the command line asks for, in place. False when a name fits no suite. */
static bool choose(int argc, char **argv) {
    bool without = argc > 1 && !strcmp(argv[1], "--without");
    int  kept = 0, found = 0;
    for (const CU_SuiteInfo *s = suites; s->pName; s++) {
        bool is_named = named(s->pName, argc, argv);
        found += is_named;
        if (argc == 1 || is_named != without) suites[kept++] = *s;
    }
    suites[kept] = (CU_SuiteInfo)CU_SUITE_INFO_NULL;
    return argc == 1 || found == argc - 1 - without;
}

int main(int argc, char **argv) {
    if (!choose(argc, argv)) return fprintf(stderr, "test: no suite of that name\n"), 2;
    if (CU_initialize_registry() != CUE_SUCCESS || CU_register_suites(suites) != CUE_SUCCESS)
        return fprintf(stderr, "test: %s\n", CU_get_error_msg()), 2;
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
    unsigned failed = CU_get_number_of_failures(), passed = CU_get_number_of_successes();
    CU_cleanup_registry();
    printf("%u passed, %u failed\n", passed, failed);
    return failed > 0;
}

#include "extract/base/banned.h"
