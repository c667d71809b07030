/* Tables as people save them: with a BOM, with CRLF, with remarks; and what is wrong with them, by line. */
#include "extract/base/tsv.h"

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "extract/base/banned.h"

#define FILE_NAME SUANPAN_BUILD "/table.tsv"

/* Writes the bytes, loads them. */
static bool load(struct tsv *out, const char *bytes, struct arena *arena, struct err *err) {
    FILE *f = fopen(FILE_NAME, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    fputs(bytes, f);
    fclose(f);
    *err = (struct err){0};
    bool read = tsv_load(out, FILE_NAME, arena, err);
    remove(FILE_NAME);
    return read;
}

static void expect_fault(const char *bytes, int line, const char *text) {
    struct arena arena;
    struct tsv   table;
    struct err   err;
    arena_init(&arena);
    CU_ASSERT_FALSE(load(&table, bytes, &arena, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_RULE);
    CU_ASSERT_EQUAL(err.line, line);
    CU_ASSERT(strstr(err.text, text) != NULL);
    arena_free(&arena);
}

static void columns_are_found_by_heading(void) {
    struct arena arena;
    struct tsv   table;
    struct err   err;
    arena_init(&arena);
    CU_ASSERT_FATAL(load(&table, "# 单位\n写法\t倍数\n亩\t2000/3\n\n公顷 \t 10000\n", &arena, &err));
    CU_ASSERT_EQUAL(table.columns, 2);
    CU_ASSERT_EQUAL(table.rows, 2);
    CU_ASSERT_EQUAL(tsv_column(&table, "倍数"), 1);
    CU_ASSERT_EQUAL(tsv_column(&table, "量纲"), -1);
    int factor = -1, dimension = -1;
    CU_ASSERT(TSV_COLUMNS(&table, &err, {"倍数", &factor}) && factor == 1);
    CU_ASSERT(!TSV_COLUMNS(&table, &err, {"倍数", &factor}, {"量纲", &dimension}));
    CU_ASSERT(err.kind == ERR_RULE && strstr(err.text, "lacks the column 量纲") != NULL);
    err = (struct err){0};
    CU_ASSERT_EQUAL(table.row[1].line, 5);
    CU_ASSERT(slice_equal(tsv_cell(&table.row[1], 0), SLICE_LIT("公顷")));
    CU_ASSERT(slice_equal(tsv_cell(&table.row[1], 1), SLICE_LIT("10000")));
    CU_ASSERT_EQUAL(tsv_cell(&table.row[1], -1).len, 0);
    arena_free(&arena);
}

static void bom_and_crlf_are_forgiven(void) {
    struct arena arena;
    struct tsv   table;
    struct err   err;
    arena_init(&arena);
    CU_ASSERT_FATAL(load(&table, "\xEF\xBB\xBF写法\t倍数\r\n亩\t2000/3\r\n", &arena, &err));
    CU_ASSERT_EQUAL(tsv_column(&table, "写法"), 0);
    CU_ASSERT(slice_equal(tsv_cell(&table.row[0], 1), SLICE_LIT("2000/3")));
    arena_free(&arena);
}

static void missing_cells_at_the_end_are_empty(void) {
    struct arena arena;
    struct tsv   table;
    struct err   err;
    arena_init(&arena);
    CU_ASSERT_FATAL(load(&table, "甲\t乙\t丙\n1\n", &arena, &err));
    CU_ASSERT_EQUAL(tsv_cell(&table.row[0], 2).len, 0);
    arena_free(&arena);
}

/* Bytes of every kind, many of them tabs and line ends. */
static void stops_are_found_as_plainly(void) {
    uint64_t state = 20261130;
    size_t   wrong = 0, found = 0;
    for (int round = 0; round < 2000; round++) {
        char block[STOPS_BLOCK];
        for (size_t i = 0; i < STOPS_BLOCK; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            block[i] = (char)(round % 2 ? state >> 40 : state >> 40 & 15);
        }
        wrong += stops_in(block) != stops_in_plain(block);
        found += stops_in(block) != 0;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(found > 1000);
}

/* A table that ends within a block of 64 bytes, at its end and behind it, with and without a last line end. */
static void tables_of_any_length_are_read(void) {
    char text[200] = "a\tb\n";
    for (size_t n = 1; n < 150; n++) {
        struct arena arena;
        struct tsv   table;
        struct err   err;
        arena_init(&arena);
        memset(text + 4, 'x', n);
        memcpy(text + 4 + n, n % 2 ? "\ty\n" : "\ty", n % 2 ? 4 : 3);
        CU_ASSERT_FATAL(load(&table, text, &arena, &err));
        CU_ASSERT_EQUAL(table.rows, 1);
        CU_ASSERT_EQUAL(tsv_cell(&table.row[0], 0).len, n);
        CU_ASSERT(slice_equal(tsv_cell(&table.row[0], 1), SLICE_LIT("y")));
        arena_free(&arena);
    }
}

static void blanks_part_the_words_of_a_cell(void) {
    slice  cell = SLICE_LIT(" 市  盟 行署 "), word;
    size_t at = 0;
    CU_ASSERT(tsv_word(cell, &at, &word) && slice_equal(word, SLICE_LIT("市")));
    CU_ASSERT(tsv_word(cell, &at, &word) && slice_equal(word, SLICE_LIT("盟")));
    CU_ASSERT(tsv_word(cell, &at, &word) && slice_equal(word, SLICE_LIT("行署")));
    CU_ASSERT(!tsv_word(cell, &at, &word));
}

static void faults_are_told_by_line(void) {
    expect_fault("甲\t乙\n1\t2\n1\t2\t3\n", 3, "has 3 cells, but there are 2 headings");
    expect_fault("甲\t乙\n1\t\xff\n", 2, "is not UTF-8");
    expect_fault("\xEF\xBB\xBF甲\t乙\n1\t\xff", 2, "is not UTF-8");
    expect_fault("# nothing\n\n", 0, "has no heading line");
    struct arena arena;
    struct tsv   table;
    struct err   err = {0};
    arena_init(&arena);
    CU_ASSERT_FALSE(tsv_load(&table, "nowhere/at/all.tsv", &arena, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_RULE);
    CU_ASSERT_STRING_EQUAL(err.path, "nowhere/at/all.tsv");
    arena_free(&arena);
}

static void the_first_error_stays(void) {
    struct err err = {0};
    CU_ASSERT_FALSE(err_set(&err, ERR_RULE, "a.tsv", 3, 7, "no %s", "亩"));
    CU_ASSERT_FALSE(err_set(&err, ERR_OUTPUT, "b.csv", 1, 1, "later"));
    CU_ASSERT_EQUAL(err.kind, ERR_RULE);
    CU_ASSERT_EQUAL(err.line, 3);
    CU_ASSERT_EQUAL(err.column, 7);
    CU_ASSERT_STRING_EQUAL(err.path, "a.tsv");
    CU_ASSERT_STRING_EQUAL(err.text, "no 亩");
}

CU_TestInfo test_tsv[] = {
    {"columns_are_found_by_heading", columns_are_found_by_heading},
    {"bom_and_crlf_are_forgiven", bom_and_crlf_are_forgiven},
    {"missing_cells_at_the_end_are_empty", missing_cells_at_the_end_are_empty},
    {"stops_are_found_as_plainly", stops_are_found_as_plainly},
    {"tables_of_any_length_are_read", tables_of_any_length_are_read},
    {"blanks_part_the_words_of_a_cell", blanks_part_the_words_of_a_cell},
    {"faults_are_told_by_line", faults_are_told_by_line},
    {"the_first_error_stays", the_first_error_stays},
    CU_TEST_INFO_NULL,
};
