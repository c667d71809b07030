/* Dates: most numbers are seen to be none by what stands behind their digits. That look must hide no date. */
#include "extract/period.h"
#include "extract/unit.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static bool same(const struct period *a, const struct period *b) {
    return a->first_year == b->first_year && a->last_year == b->last_year && a->month == b->month &&
           a->last_month == b->last_month && a->day == b->day && a->half == b->half && a->quarter == b->quarter &&
           a->end == b->end && a->start == b->start && a->relative == b->relative && a->line == b->line;
}

/* Every character there is behind numbers of every length, and what may follow it in a date. */
static void no_date_is_hidden_by_what_stands_behind_its_digits(void) {
    static const char *const rules[] = {"extract/rules"}, *const numbers[] = {"3", "12", "313", "2024", "20245", "十二"},
                             *const tails[] = {"", "3", "05", "9日", "05-12", "41分", "12年", "2025年", "25学年"};
    struct arena                    run;
    struct err                      err = {0};
    struct vocabulary               v;
    struct period_table            *periods;
    size_t                          wrong = 0, found = 0;
    arena_init(&run);
    bool good = vocabulary_load(&v, rules, 1, &run, &err) &&
                periods_load(&periods, v.alphabet, "extract/rules/periods.tsv", &run, &err);
    CU_ASSERT(good);
    for (uint32_t code = 0x20; good && code < 0xFF60; code += code == 0x2FF ? 0x1D00 : code == 0x9FFF ? 0x5F01 : 1)
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            for (size_t t = 0; t < sizeof tails / sizeof *tails; t++) {
                char          text[64], mark[5] = "";
                struct period a, b;
                utf8_encode(code, mark);
                slice  whole = {text, (size_t)snprintf(text, sizeof text, "%s%s%s", numbers[n], mark, tails[t])};
                size_t size = period_scan(periods, whole, &a), plain = period_scan_plain(periods, whole, &b);
                bool   agree = size == plain && (size == 0 || same(&a, &b));
                if (!agree && wrong++ == 0) printf("  hidden: %s\n", text);
                found += size > 0;
            }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(found > 50);
    arena_free(&run);
}

CU_TestInfo test_period[] = {
    {"no_date_is_hidden_by_what_stands_behind_its_digits", no_date_is_hidden_by_what_stands_behind_its_digits},
    CU_TEST_INFO_NULL,
};
