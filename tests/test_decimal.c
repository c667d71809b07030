/* Exact decimals: reading, writing, shifting and scaling never round but where they say so. 5.1 × 10^4 is 51000. */
#include "extract/base/decimal.h"
#include "extract/base/digits.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static decimal of(const char *text) { return decimal_read(slice_of(text)); }

static bool shows(decimal d, const char *want) {
    char text[DECIMAL_TEXT];
    return d.present && slice_equal((slice){text, decimal_write(text, d)}, slice_of(want));
}

static void decimal_reads_what_it_writes(void) {
    static const char *const same[] = {"0",
                                       "1",
                                       "-2.5",
                                       "0.000000000000000000000000000001",
                                       "12345678901234567890.5",
                                       "12345678901234567890123456789012345678",
                                       "-99999999999999999999999999999999999999"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) CU_ASSERT(shows(of(same[i]), same[i]));
    CU_ASSERT(shows(of("1.20"), "1.2"));
    CU_ASSERT(shows(of("-0.0"), "0"));
}

/* Every length of a number and both sides of each power of ten. */
static void digits_are_those_of_printf(void) {
    uint64_t seed = 7, power = 1;
    for (int places = 0; places < 20; places++, power *= 10)
        for (uint64_t i = 0; i < 2000; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            uint64_t value = i < 3 ? power + i - 1 : i == 3 ? UINT64_MAX : (seed >> 3) % power + (i % 2 ? power - 1 : 0);
            char     got[DIGITS_ROOM + 1], want[32];
            *digits_put(got, value) = '\0';
            snprintf(want, sizeof want, "%llu", (unsigned long long)value);
            CU_ASSERT_STRING_EQUAL(got, want);
        }
}

/* The point is put among the digits of 10^places × value, whose zeros at the end go. */
static slice shown_plainly(char out[DECIMAL_TEXT], uint64_t coefficient, int exponent, bool negative) {
    char digits[DECIMAL_TEXT];
    int n = snprintf(digits, sizeof digits, "%0*llu", exponent < 0 ? 1 - exponent : 1, (unsigned long long)coefficient), at = 0;
    if (coefficient == 0) return SLICE_LIT("0");
    if (negative) out[at++] = '-';
    for (int i = 0; i < n; i++) {
        if (exponent < 0 && i == n + exponent) out[at++] = '.';
        out[at++] = digits[i];
    }
    for (int i = 0; i < exponent; i++) out[at++] = '0';
    while (exponent < 0 && out[at - 1] == '0') at--;
    return (slice){out, (size_t)(out[at - 1] == '.' ? at - 1 : at)};
}

static void decimals_are_written_plainly(void) {
    uint64_t seed = 11, power = 1;
    for (int digits = 0; digits < 20; digits++, power *= 10)
        for (int exponent = -30; exponent <= 20; exponent++)
            for (int i = 0; i < 40; i++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                uint64_t coefficient = (seed >> 3) % power / (i % 3 ? 1 : 100) * (i % 3 ? 1 : 100);
                decimal  d = {coefficient, (int16_t)exponent, i % 2, true};
                char     got[DECIMAL_TEXT], want[DECIMAL_TEXT];
                CU_ASSERT(slice_equal((slice){got, decimal_write(got, d)}, shown_plainly(want, coefficient, exponent, i % 2)));
            }
}

static void decimal_refuses_what_is_no_number_or_too_long(void) {
    static const char *const bad[] = {
        "", "-", ".", "5.", ".5", "1e5", "1.2.3", "1 ", "123456789012345678901234567890123456789"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) CU_ASSERT(!of(bad[i]).present);
}

static void scaling_is_exact_or_rounded_once(void) {
    CU_ASSERT(shows(decimal_shift(of("1.13"), 8), "113000000"));
    CU_ASSERT(shows(decimal_scale(of("1"), (struct ratio){2000, 3}), "666.666666667"));
    CU_ASSERT(shows(decimal_scale(of("15"), (struct ratio){2000, 3}), "10000"));
    CU_ASSERT(shows(decimal_scale(of("7"), (struct ratio){1, 2}), "3.5"));
    CU_ASSERT(shows(decimal_div(of("1"), of("8"), 2), "0.12"));
    CU_ASSERT(shows(decimal_div(of("3"), of("8"), 2), "0.38"));
    CU_ASSERT(!decimal_div(of("3"), of("0"), 2).present);
    CU_ASSERT(shows(decimal_round(of("-2.5"), 0), "-2"));
}

static void sums_of_random_decimals_come_back(void) {
    uint64_t seed = 42;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        decimal a = decimal_shift(decimal_int((int64_t)(seed >> 20)), -(int)(seed % 9));
        decimal b = decimal_shift(decimal_int((int64_t)(seed >> 31)), -(int)(seed % 5));
        CU_ASSERT_FATAL(decimal_compare(decimal_sub(decimal_add(a, b), b), a) == 0);
        char   text[DECIMAL_TEXT];
        size_t n = decimal_write(text, a);
        CU_ASSERT_FATAL(decimal_compare(decimal_read((slice){text, n}), a) == 0);
    }
}

static void comparing_goes_by_value(void) {
    CU_ASSERT(decimal_compare(of("1.20"), of("1.2")) == 0);
    CU_ASSERT(decimal_compare(of("-10"), of("-9.99")) < 0);
    CU_ASSERT(decimal_compare(of("10000000000000000000000000000000000000"), of("0.5")) > 0);
}

static bool identical(decimal a, decimal b) {
    return a.present == b.present && a.coefficient == b.coefficient && a.exponent == b.exponent && a.negative == b.negative;
}

/* Numbers of every length by ratios of every length, halves and all nines among them. */
static void what_is_scaled_is_rounded_as_digit_by_digit(void) {
    uint64_t seed = 17;
    size_t   wrong = 0, rounded = 0;
    for (int i = 0; i < 200000; i++) {
        uint64_t part[3];
        for (int k = 0; k < 3; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            part[k] = (seed >> 3) >> (seed >> 58);
            if (i % 5 == 0 && k == 0) part[k] = UINT64_C(999999999999999999) / (1 + part[k] % 1000);
        }
        decimal      d = {part[0], (int16_t)(i % 40 - 20), i % 2, true};
        struct ratio ratio = {1 + part[1], i % 3 ? 1 + part[2] : 2 * (u128)(1 + part[2] % 50000)};
        decimal      got = decimal_scale(d, ratio), want = decimal_scale_plain(d, ratio);
        wrong += !identical(got, want);
        rounded += want.present && want.coefficient > 0;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(rounded > 100000);
}

CU_TestInfo test_decimal[] = {{"what_is_scaled_is_rounded_as_digit_by_digit", what_is_scaled_is_rounded_as_digit_by_digit},
                              {"decimal_reads_what_it_writes", decimal_reads_what_it_writes},
                              {"digits_are_those_of_printf", digits_are_those_of_printf},
                              {"decimals_are_written_plainly", decimals_are_written_plainly},
                              {"decimal_refuses_what_is_no_number_or_too_long", decimal_refuses_what_is_no_number_or_too_long},
                              {"scaling_is_exact_or_rounded_once", scaling_is_exact_or_rounded_once},
                              {"sums_of_random_decimals_come_back", sums_of_random_decimals_come_back},
                              {"comparing_goes_by_value", comparing_goes_by_value},
                              CU_TEST_INFO_NULL};
