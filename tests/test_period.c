/* Dates: most numbers are seen to be none by what stands behind their digits. That look must hide no date, and let few pass. */
#include "extract/period.h"
#include "extract/unit.h"
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
                periods_load(&periods, v.alphabet, "extract/rules/periods.tsv", &run, &err);
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

CU_TestInfo test_period[] = {
    {"no_date_is_hidden_by_what_stands_behind_its_digits", no_date_is_hidden_by_what_stands_behind_its_digits},
    CU_TEST_INFO_NULL,
};
