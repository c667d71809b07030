/* The Chinese wordings: every row holds, and none can break printf. */
#include "extract/messages.h"
#include "tests/tables.h"

#include <stdio.h>

#include "extract/base/banned.h"

#define TABLE "extract/rules/messages.tsv"
#define BROKEN SUANPAN_BUILD "/messages.tsv"

static void load(const char *lang, const char *path, struct arena *arena) {
    arena_init(arena);
    messages_load(lang, path, arena);
}

static void unload(struct arena *arena) {
    messages_load("en", "", arena);
    arena_free(arena);
}

static void every_row_is_worded(const struct corpus_row *row) {
    char  english[512];
    slice key = corpus_cell(row, "英文");
    snprintf(english, sizeof english, "%.*s", SLICE_ARG(key));
    corpus_expect(row, key, corpus_cell(row, "中文"), slice_of(say(english)));
}

static void chinese_wordings_keep_the_conversions(void) {
    struct arena arena;
    load("zh", TABLE, &arena);
    corpus_run(TABLE, every_row_is_worded);
    unload(&arena);
}

static void english_stays_where_there_is_no_wording(void) {
    struct arena arena;
    load("zh", TABLE, &arena);
    CU_ASSERT_STRING_EQUAL(say("no such message %d"), "no such message %d");
    unload(&arena);
    load("en", TABLE, &arena);
    CU_ASSERT_STRING_EQUAL(say("%s takes no value"), "%s takes no value");
    unload(&arena);
}

static void a_row_with_other_conversions_is_left_out(void) {
    struct arena arena;
    FILE        *f = fopen(BROKEN, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    fputs("英文\t中文\n%s and %d\t%d 与 %s\nonly %s\t只有\n100%%, %s\t100%%，%s\nno %zu\t无 %zu %n\n", f);
    fclose(f);
    load("zh", BROKEN, &arena);
    CU_ASSERT_STRING_EQUAL(say("%s and %d"), "%s and %d");
    CU_ASSERT_STRING_EQUAL(say("only %s"), "only %s");
    CU_ASSERT_STRING_EQUAL(say("no %zu"), "no %zu");
    CU_ASSERT_STRING_EQUAL(say("100%%, %s"), "100%%，%s");
    unload(&arena);
    remove(BROKEN);
}

static slice program; /* its bytes: there a message ends with a NUL, an example's remark with its line */

static bool is_said(slice english, char end) {
    size_t at = slice_find(program, english, 0);
    while (at < program.len && program.ptr[at + english.len] != end) at = slice_find(program, english, at + 1);
    return at < program.len;
}

static void row_is_said(const struct corpus_row *row) {
    slice key = corpus_cell(row, "英文");
    bool  said = is_said(key, '\0') || is_said(key, '\n');
    corpus_expect(row, key, key, said ? key : slice_of("no message of the program"));
}

static void every_row_is_said_somewhere(void) {
    struct arena arena;
    arena_init(&arena);
    program = tables_load(SUANPAN_BUILD "/suanpan", &arena);
    CU_ASSERT_TRUE_FATAL(program.len > 0);
    corpus_run(TABLE, row_is_said);
    arena_free(&arena);
}

static void errors_are_worded(void) {
    struct arena arena;
    struct err   err = {0};
    load("zh", TABLE, &arena);
    err_set(&err, ERR_USAGE, NULL, 0, 0, "%s takes no value", "--quiet");
    CU_ASSERT_STRING_EQUAL(err.text, "--quiet 不带值");
    unload(&arena);
}

CU_TestInfo test_messages[] = {
    {"chinese_wordings_keep_the_conversions", chinese_wordings_keep_the_conversions},
    {"english_stays_where_there_is_no_wording", english_stays_where_there_is_no_wording},
    {"a_row_with_other_conversions_is_left_out", a_row_with_other_conversions_is_left_out},
    {"every_row_is_said_somewhere", every_row_is_said_somewhere},
    {"errors_are_worded", errors_are_worded},
    CU_TEST_INFO_NULL,
};
