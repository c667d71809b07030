/* Dates: most numbers are seen to be none by what stands behind their digits. That look must hide no date, and let few pass. */
#include "extract/text/outline.h"
#include "extract/words/unit.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

/* Every character there is behind numbers of every length, and what may follow it in a date. */
static void no_date_is_hidden_by_what_stands_behind_its_digits(void) {
    static const char *const rules[] = {"extract/rules"}, *const numbers[] = {"3", "12", "313", "2024", "20245", "十二"},
                             *const tails[] = {"", "3", "05", "9日", "05-12", "41分", "12年", "2025年", "25学年"};
    struct arena                    run;
    struct err                      err = {0};
    struct vocabulary               v;
    struct period_table            *periods;
    size_t                          wrong = 0, found = 0, refused = 0;
    static struct spelling          spelling;
    arena_init(&run);
    bool good = vocabulary_load(&v, rules, 1, &run, &err) &&
                periods_load(&periods, v.alphabet, v.dates, "extract/rules/periods.tsv", &run, &err);
    CU_ASSERT(good);
    for (uint32_t code = 0x20; good && code < 0xFF60; code += code == 0x2FF ? 0x1D00 : code == 0x9FFF ? 0x5F01 : 1)
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            for (size_t t = 0; t < sizeof tails / sizeof *tails; t++) {
                char          text[64], mark[5] = "";
                struct period date;
                utf8_encode(code, mark);
                slice whole = {text, (size_t)snprintf(text, sizeof text, "%s%s%s", numbers[n], mark, tails[t])};
                spell(&spelling, v.alphabet, whole, 0);
                bool may = period_may_start(periods, &spelling, 0), is = period_scan(periods, whole, &date) > 0;
                if (is && !may && wrong++ == 0) printf("  hidden: %s\n", text);
                found += is;
                refused += !may;
            }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(found > 50);
    CU_ASSERT(refused > 100 * found);
    arena_free(&run);
}

/* A year is looked for where the set has a character, and in long texts part by part. */
static void no_year_is_passed_by(void) {
    static const char *const rules[] = {"extract/rules"}, *const tails[] = {"",       "023年",        "九八七年", "十三五”",
                                                                            "十四五", "一個五年計劃", "世纪末"},
                             *const years[] = {"2023年", "二〇二三年", "第十四届2023年"};
    enum { PART = 4096, AROUND = 24 };
    static char          text[PART + 4 * AROUND];
    struct arena         run;
    struct err           err = {0};
    struct vocabulary    v;
    struct period_table *periods;
    size_t               wrong = 0, found = 0;
    arena_init(&run);
    bool good = vocabulary_load(&v, rules, 1, &run, &err) &&
                periods_load(&periods, v.alphabet, v.dates, "extract/rules/periods.tsv", &run, &err);
    CU_ASSERT(good);
    for (uint32_t code = 0x20; good && code < 0xFF60; code += code == 0x9FFF ? 0x5F01 : 1)
        for (size_t t = 0; t < sizeof tails / sizeof *tails; t++) {
            char mark[5] = "";
            utf8_encode(code, mark);
            slice whole = {text, (size_t)snprintf(text, sizeof text, "%s%s", mark, tails[t])};
            bool  is = period_names_year(periods, whole);
            if (is && !scan_set_holds(period_years(periods), code) && wrong++ == 0) printf("  passed by: %s\n", text);
            found += is;
        }
    CU_ASSERT(found > 6);
    for (size_t n = PART - AROUND; good && n < PART + AROUND; n++)
        for (size_t y = 0; y < sizeof years / sizeof *years; y++) {
            memset(text, '.', n);
            slice whole = {text, n + (size_t)snprintf(text + n, sizeof text - n, "%s", years[y])};
            wrong += years_in(periods, whole, NULL).first != 2023;
        }
    CU_ASSERT_EQUAL(wrong, 0);
    arena_free(&run);
}

static struct vocabulary    words;
static struct period_table *dates;

static void date_case(const struct corpus_row *row) {
    slice         text = corpus_cell(row, "写法");
    struct period p;
    char          iso[PERIOD_TEXT];
    size_t        size = period_scan(dates, text, &p), length = size ? period_iso(&p, p.last_year, iso) : 0;
    slice         means = length ? (slice){iso, length} : SLICE_LIT("T");
    corpus_expect(row, text, corpus_cell(row, "应得"),
                  size ? arena_format(row->arena, "%.*s = %.*s", (int)size, text.ptr, SLICE_ARG(means)) : SLICE_NONE);
}

static void list_case(const struct corpus_row *row) {
    slice  text = corpus_cell(row, "写法");
    size_t size;
    corpus_expect(row, text, corpus_cell(row, "应得"),
                  arena_format(row->arena, "%d%s%s", mark_level(words.lists, text, &size),
                               list_opens(words.lists, text) ? " 起" : "", list_numbered(words.lists, text) ? " 号" : ""));
}

static void dates_and_lists_agree(void) {
    static const char *const rules[] = {"extract/rules"};
    struct arena             run;
    struct err               err = {0};
    arena_init(&run);
    bool good = vocabulary_load(&words, rules, 1, &run, &err) &&
                periods_load(&dates, words.alphabet, words.dates, "extract/rules/periods.tsv", &run, &err);
    CU_ASSERT(good);
    if (good) corpus_run("fixtures/date.tsv", date_case);
    if (good) corpus_run("fixtures/list.tsv", list_case);
    arena_free(&run);
}

CU_TestInfo test_period[] = {
    {"no_date_is_hidden_by_what_stands_behind_its_digits", no_date_is_hidden_by_what_stands_behind_its_digits},
    {"no_year_is_passed_by", no_year_is_passed_by},
    {"dates_and_lists_agree", dates_and_lists_agree},
    CU_TEST_INFO_NULL,
};
