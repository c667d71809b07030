/* Command lines of fixtures/options.tsv: what they mean, or the one line that says why they mean nothing. */
#include "extract/messages.h"
#include "extract/options.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { MOST_WORDS = 16 };

/* "extract -q a.txt" → argv, words parted by one blank. */
static int split(char **argv, slice line, struct arena *arena) {
    int   argc = 1;
    char *word = arena_text(arena, line.len + 1);
    memcpy(word, line.ptr, line.len);
    word[line.len] = '\0';
    argv[0] = word;
    while (word && argc < MOST_WORDS) {
        argv[argc++] = word;
        word = strchr(word, ' ');
        if (word) *word++ = '\0';
    }
    return argc;
}

static slice shown_option(const struct options *given, const struct option *o, struct arena *arena) {
    const void *field = (const char *)given + o->field;
    switch (o->type) {
    case OPTION_SWITCH: return *(const bool *)field ? arena_format(arena, "%s ", o->name) : SLICE_NONE;
    case OPTION_TEXT: {
        const char *text = *(const char *const *)field;
        return text ? arena_format(arena, "%s=%s ", o->name, text) : SLICE_NONE;
    }
    case OPTION_NUMBER: return *(const int *)field ? arena_format(arena, "%s=%d ", o->name, *(const int *)field) : SLICE_NONE;
    case OPTION_WHEN: {
        static const char *const words[] = {"auto", "always", "never"};
        enum when                when = *(const enum when *)field;
        return when ? arena_format(arena, "%s=%s ", o->name, words[when]) : SLICE_NONE;
    }
    case OPTION_LIST: {
        slice all = SLICE_NONE;
        for (size_t i = 0; i < given->rule_count; i++)
            all = arena_format(arena, "%.*s%s=%s ", SLICE_ARG(all), o->name, given->rules[i]);
        return all;
    }
    }
    return SLICE_NONE;
}

/* Every option that was given, in the table's order, then the paths. --lang is always there and left out. */
static slice shown(const struct options *given, struct arena *arena) {
    slice all = SLICE_NONE;
    for (size_t i = 0; i < option_count; i++) {
        if (!strcmp(option_table[i].name, "--lang")) continue;
        all = arena_format(arena, "%.*s%.*s", SLICE_ARG(all), SLICE_ARG(shown_option(given, &option_table[i], arena)));
    }
    for (size_t i = 0; i < given->path_count; i++) all = arena_format(arena, "%.*s<%s> ", SLICE_ARG(all), given->paths[i]);
    return slice_trim(all);
}

static void option_case(const struct corpus_row *row) {
    char          *argv[MOST_WORDS];
    slice          line = corpus_cell(row, "命令行");
    struct options given;
    struct err     err = {0};
    int            argc = split(argv, line, row->arena);
    bool           read = options_read(&given, argv[1], argc, argv, row->arena, &err);
    corpus_assert(row, read || err.kind == ERR_USAGE, "an error of the command line is ERR_USAGE");
    corpus_expect(row, line, corpus_cell(row, "应得"), read ? shown(&given, row->arena) : slice_of(err.text));
}

static void options_corpus_agrees(void) { corpus_run("fixtures/options.tsv", option_case); }

static void lang_option_wins_over_the_locale(void) {
    char *zh[] = {"suanpan", "extract", "--lang", "zh"}, *en[] = {"suanpan", "extract", "--lang=en"},
         *none[] = {"suanpan", "--", "--lang=zh"};
    CU_ASSERT_STRING_EQUAL(options_language(4, zh), "zh");
    CU_ASSERT_STRING_EQUAL(options_language(3, en), "en");
    const char *before = getenv("LC_ALL");
    setenv("LC_ALL", "zh_CN.UTF-8", 1);
    CU_ASSERT_STRING_EQUAL(options_language(3, en), "en");
    CU_ASSERT_STRING_EQUAL(options_language(1, en), "zh");
    setenv("LC_ALL", "C.UTF-8", 1);
    CU_ASSERT_STRING_EQUAL(options_language(3, none), "en");
    if (before)
        setenv("LC_ALL", before, 1);
    else
        unsetenv("LC_ALL");
}

static void every_option_is_told_in_both_languages(void) {
    struct arena arena;
    arena_init(&arena);
    messages_load("en", "extract/rules/messages.tsv", &arena);
    for (size_t i = 0; i < option_count; i++) {
        CU_ASSERT(chinese(option_table[i].help) != option_table[i].help);
        CU_ASSERT(!strncmp(option_table[i].name, "--", 2));
        CU_ASSERT((option_table[i].type == OPTION_SWITCH) == !option_table[i].argument);
        for (size_t j = 0; j < i; j++) {
            CU_ASSERT(strcmp(option_table[i].name, option_table[j].name) != 0);
            CU_ASSERT(!option_table[i].letter || option_table[i].letter != option_table[j].letter);
        }
    }
    messages_load("en", "", &arena);
    arena_free(&arena);
}

CU_TestInfo test_options[] = {
    {"options_corpus_agrees", options_corpus_agrees},
    {"lang_option_wins_over_the_locale", lang_option_wins_over_the_locale},
    {"every_option_is_told_in_both_languages", every_option_is_told_in_both_languages},
    CU_TEST_INFO_NULL,
};
