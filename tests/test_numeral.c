/* Numerals: the rows of fixtures/numeral.tsv, and every integer to 10^6 printed in four ways (plain, capital, digits with
 * scales, as spoken) and read back. */
#include "extract/words/numeral.h"
#include "extract/words/scan.h"
#include "extract/words/scripts.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct arena          run;
static struct numeral_table *table;
static struct alphabet       alphabet;

static bool load(void) {
    struct err err = {0};
    if (table) return true;
    arena_init(&run);
    alphabet_init(&alphabet, &run);
    return scripts_load(&alphabet, "extract/rules/scripts.tsv", &run, &err) &&
           numerals_load(&table, &alphabet, "extract/rules/numerals.tsv", &run, &err);
}

/* 35000, >30000, ~110, 11..19, 5.3%, 0.5 ratio; - where no numeral takes the whole phrase. */
static void numeral_case(const struct corpus_row *row) {
    slice          text = corpus_cell(row, "写法");
    struct numeral n = {0};
    char           shown[3 * DECIMAL_TEXT], low[DECIMAL_TEXT], high[DECIMAL_TEXT];
    size_t         used = numeral_scan_text(table, text, &n);
    int            a = (int)decimal_write(low, n.value.present ? n.value : numeral_low(&n)),
        b = (int)decimal_write(high, numeral_high(&n));
    int length = used != text.len ? snprintf(shown, sizeof shown, "-")
                 : n.value.present
                     ? snprintf(shown, sizeof shown, "%s%.*s%.*s",
                                n.qualifier == QUALIFIER_OVER    ? ">"
                                : n.qualifier == QUALIFIER_ABOUT ? "~"
                                                                 : "",
                                a, low, SLICE_ARG(numeral_unit_name(&n)))
                     : snprintf(shown, sizeof shown, "%.*s..%.*s%.*s", a, low, b, high, SLICE_ARG(numeral_unit_name(&n)));
    corpus_expect(row, text, corpus_cell(row, "值"), (slice){shown, (size_t)length});
}

static void numeral_corpus_agrees(void) {
    CU_ASSERT_FATAL(load());
    corpus_run("fixtures/numeral.tsv", numeral_case);
}

static const char *const plain[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿"};
static const char *const capital[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "万", "亿"};

static size_t put(char *out, size_t at, const char *word) {
    memcpy(out + at, word, 3);
    return at + 3;
}

/* One section of four digits; `zero` says that 零 is owed before its first digit. */
static size_t put_section(char *out, size_t at, unsigned section, const char *const *words, bool zero, bool head) {
    static const unsigned units[] = {1000, 100, 10, 1};
    for (int i = 0; i < 4; i++) {
        unsigned digit = section / units[i] % 10;
        if (digit == 0) {
            zero |= !head;
            continue;
        }
        if (zero) at = put(out, at, words[0]);
        zero = false;
        at = put(out, at, words[digit]);
        if (i < 3) at = put(out, at, words[12 - i]);
        head = false;
    }
    return at;
}

static size_t put_integer(char *out, uint64_t value, const char *const *words) {
    static const uint64_t scales[] = {1000000000000, 100000000, 10000, 1};
    size_t                at = 0;
    bool                  zero = false;
    if (value == 0) return put(out, 0, words[0]);
    for (int i = 0; i < 4; i++) {
        unsigned section = (unsigned)(value / scales[i] % 10000);
        if (section == 0) {
            zero |= at > 0;
            if (i == 1 && value >= scales[0]) at = put(out, at, words[14]);
            continue;
        }
        at = put_section(out, at, section, words, zero || (at > 0 && section < 1000), at == 0);
        zero = false;
        if (i < 3) at = put(out, at, words[i == 1 ? 14 : 13]);
    }
    return at;
}

/* 3万4000, 25万6千, 12亿: digits before each scale; 千 where it ends in three zeros. */
static size_t put_digits(char *out, size_t room, uint64_t value) {
    static const struct {
        const char *word;
        uint64_t    one;
    } scales[] = {{"万亿", 1000000000000}, {"亿", 100000000}, {"万", 10000}, {"千", 1000}};
    size_t at = 0;
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (value < scales[i].one || (scales[i].one == 1000 && value % 1000)) continue;
        at += (size_t)snprintf(out + at, room - at, "%llu%s", (unsigned long long)(value / scales[i].one), scales[i].word);
        value %= scales[i].one;
    }
    if (value > 0 || at == 0)
        at += (size_t)snprintf(out + at, room - at, at && value < 10 ? "0%llu" : "%llu", (unsigned long long)value);
    return at;
}

/* As it is spoken: 两千两百, and the last place unsaid where a lone digit follows its neighbour: 三万五, 一千二. */
static size_t put_spoken(char *out, uint64_t value) {
    size_t length = put_integer(out, value, plain), kept = 0;
    for (size_t at = 0; at < length; at += 3) {
        bool big = at + 3 < length && (!memcmp(out + at + 3, "百", 3) || !memcmp(out + at + 3, "千", 3) ||
                                       !memcmp(out + at + 3, "万", 3) || !memcmp(out + at + 3, "亿", 3));
        bool alone = at == 0 || memcmp(out + at - 3, "十", 3) != 0;
        if (big && alone && !memcmp(out + at, "二", 3)) memcpy(out + at, "两", 3);
    }
    for (int i = 11; i < 14 && kept == 0; i++) /* 百 千 万 behind one digit, that behind the next larger place */
        if (length > 9 && !memcmp(out + length - 3, plain[i], 3) && !memcmp(out + length - 9, plain[i + 1], 3))
            kept = length - 3;
    if (kept == 0 && length > 9 && !memcmp(out + length - 3, "十", 3) && !memcmp(out + length - 9, "百", 3)) kept = length - 3;
    if (kept == 0) return length;
    if (!memcmp(out + kept - 3, "两", 3)) memcpy(out + kept - 3, "二", 3); /* 一万二 */
    return kept;
}

static bool reads_as(const char *text, size_t length, decimal want) {
    struct numeral n = {0};
    return numeral_scan_text(table, (slice){text, length}, &n) == length && n.value.present &&
           decimal_compare(n.value, want) == 0;
}

static void expect_value(const char *text, size_t length, decimal want) {
    if (reads_as(text, length, want)) return;
    char digits[DECIMAL_TEXT];
    fprintf(stderr, "%.*s is not read as %.*s\n", (int)length, text, (int)decimal_write(digits, want), digits);
    CU_FAIL("a printed number is read back differently");
}

static void every_integer_to_a_million_comes_back(void) {
    char text[128];
    CU_ASSERT_FATAL(load());
    for (uint64_t i = 1; i <= 1000000; i++) {
        decimal want = decimal_int((int64_t)i);
        if (i > 9) expect_value(text, put_integer(text, i, capital), want);
        expect_value(text, put_integer(text, i, plain), want);
        expect_value(text, put_digits(text, sizeof text, i), want);
        expect_value(text, put_spoken(text, i), want);
    }
}

static uint64_t next_random(uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 8;
}

static void random_integers_to_ten_to_sixteen_come_back(void) {
    char     text[256];
    uint64_t seed = 7;
    CU_ASSERT_FATAL(load());
    for (int i = 0; i < 20000; i++) {
        uint64_t value = next_random(&seed) % (i % 2 ? 10000000000000000u : 1000000000000u) + 10;
        expect_value(text, put_integer(text, value, plain), decimal_int((int64_t)value));
        expect_value(text, put_integer(text, value, capital), decimal_int((int64_t)value));
        expect_value(text, put_digits(text, sizeof text, value), decimal_int((int64_t)value));
        expect_value(text, put_spoken(text, value), decimal_int((int64_t)value));
        expect_value(text,
                     (size_t)snprintf(text, sizeof text, "%llu.%03llu亿", (unsigned long long)value / 1000,
                                      (unsigned long long)value % 1000),
                     decimal_shift(decimal_int((int64_t)value), 5));
    }
}

/* 三百二十点零五, 320.05, 320.05万: up to sixteen digits before the point and eighteen behind it. */
static void random_decimals_come_back(void) {
    char     text[256], digits[32];
    uint64_t seed = 11;
    CU_ASSERT_FATAL(load());
    for (int i = 0; i < 20000; i++) {
        uint64_t whole = next_random(&seed) % (i % 3 ? 100000u : 10000000000000000u), part = next_random(&seed);
        int      places = 1 + (int)(part % 18);
        snprintf(digits, sizeof digits, "%018llu", (unsigned long long)(part % 1000000000000000000u));
        size_t  length = (size_t)snprintf(text, sizeof text, "%llu.%.*s", (unsigned long long)whole, places, digits), han;
        decimal want = decimal_read((slice){text, length});
        expect_value(text, length, want);
        memcpy(text + length, "万", 3);
        expect_value(text, length + 3, decimal_shift(want, 4));
        han = put(text, put_integer(text, whole, plain), "点");
        for (int k = 0; k < places; k++) han = put(text, han, plain[digits[k] - '0']);
        expect_value(text, han, want);
    }
}

/* 三亿五 is said of any scale, 十二万三 of any number before it. */
static void random_colloquial_tails_come_back(void) {
    static const struct {
        const char *word;
        int64_t     one;
    } scales[] = {{"万", 10000}, {"亿", 100000000}};
    char     text[128];
    uint64_t seed = 13;
    CU_ASSERT_FATAL(load());
    for (int i = 0; i < 20000; i++) {
        int     which = i % 2;
        int64_t head = 1 + (int64_t)(next_random(&seed) % 9999), tail = 1 + (int64_t)(next_random(&seed) % 9);
        size_t  at = put(text, put_integer(text, (uint64_t)head, plain), scales[which].word);
        expect_value(text, put(text, at, plain[tail]), decimal_int(head * scales[which].one + tail * scales[which].one / 10));
        at = (size_t)snprintf(text, sizeof text, "%lld%s%lld", (long long)head, scales[which].word, (long long)tail * 1000);
        expect_value(text, at, decimal_int(head * scales[which].one + tail * 1000));
    }
}

/* 三万五, 两千六, 一百二: a lone last digit is one place below. */
static void colloquial_tails_come_back(void) {
    static const struct {
        const char *word;
        int64_t     one;
    } places[] = {{"百", 100}, {"千", 1000}, {"万", 10000}, {"亿", 100000000}};
    char text[32];
    CU_ASSERT_FATAL(load());
    for (int head = 1; head < 10; head++)
        for (int tail = 1; tail < 10; tail++)
            for (int p = 0; p < 4; p++) {
                size_t  at = put(text, put(text, put(text, 0, plain[head]), places[p].word), plain[tail]);
                int64_t want = head * places[p].one + tail * places[p].one / 10;
                expect_value(text, at, decimal_int(want));
                at = put(text, put(text, put(text, put(text, 0, plain[head]), places[p].word), plain[0]), plain[tail]);
                expect_value(text, at, decimal_int(head * places[p].one + tail));
            }
}

static void bytes_of_every_kind_are_survived(void) {
    static const char *const pieces[] = {"三",   "十", "百", "万", "亿", "零", "两",   "几", "半", "点",
                                         "分之", "第", "成", "折", "余", "多", "至",   "-",  ".",  "1",
                                         "0",    ",",  ":",  "/",  "负", "又", "千瓦", "兆", "廿", " "};
    char                     text[256];
    uint64_t                 seed = 99;
    CU_ASSERT_FATAL(load());
    for (int i = 0; i < 100000; i++) {
        size_t length = 0;
        for (int k = 0; k < 8; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            slice piece = slice_of(pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]);
            memcpy(text + length, piece.ptr, piece.len);
            length += piece.len;
        }
        struct numeral n = {0};
        CU_ASSERT_FATAL(numeral_scan_text(table, (slice){text, length}, &n) <= length);
    }
}

static bool is_marked(const struct scan_map *map, size_t at) { return map->words[at / 64][SCAN_MARKED] >> at % 64 & 1; }

/* Of what the map marks, 成员 loses its mark, 成百 and the 成 before a blank that may be folded away keep theirs. */
static void marks_stay_where_numerals_may_start(void) {
    static char     text[4096];
    struct scan_map map = {0};
    struct numeral  numeral;
    uint64_t        state = 11;
    size_t          n = 0, lost = 0, taken_off = 0, size;
    CU_ASSERT_FATAL(load());
    while (n + 8 < sizeof text) {
        static const char *const others[] = {"员", "的", "　", "\n", "，", "人", "G"};
        state = state * 6364136223846793005u + 1442695040888963407u;
        uint32_t random = (uint32_t)(state >> 33);
        slice    other = slice_of(others[random / 2 % (sizeof others / sizeof *others)]);
        if (random % 2)
            n += utf8_encode(alphabet.codes[random / 2 % alphabet.count], text + n);
        else
            memcpy(text + n, other.ptr, other.len), n += other.len;
    }
    slice s = {text, n};
    scan_map_plain(&map, numeral_set(table), s, &run);
    numeral_thin(table, &map, s);
    for (size_t at = 0; at < n; at += size) {
        slice rest = slice_from(s, at);
        bool  marked = scan_set_holds(numeral_set(table), utf8_decode(rest, &size)), latin = (rest.ptr[0] | 32) >= 'a';
        bool  starts = latin ? numeral_scan_text(table, rest, &numeral) > 0 : numeral_starts(table, rest);
        lost += marked && starts && !is_marked(&map, at);
        taken_off += marked && !is_marked(&map, at);
    }
    CU_ASSERT_EQUAL(lost, 0);
    CU_ASSERT(taken_off > 0);
    s = SLICE_LIT("成员成果成百成　成效多边多数个人个亿好的好几员好　员的员的员的员的员的员的员的员的员的员的员的");
    scan_map_plain(&map, numeral_set(table), s, &run);
    numeral_thin(table, &map, s);
    n = 0;
    for (size_t at = 0; at < s.len; at++) n += is_marked(&map, at);
    CU_ASSERT_EQUAL(n, 8); /* 成百, 百, 成 , 数个, 个亿, 亿, 好几, 好  */
}

CU_TestInfo test_numeral[] = {{"marks_stay_where_numerals_may_start", marks_stay_where_numerals_may_start},
                              {"numeral_corpus_agrees", numeral_corpus_agrees},
                              {"every_integer_to_a_million_comes_back", every_integer_to_a_million_comes_back},
                              {"random_integers_to_ten_to_sixteen_come_back", random_integers_to_ten_to_sixteen_come_back},
                              {"random_decimals_come_back", random_decimals_come_back},
                              {"random_colloquial_tails_come_back", random_colloquial_tails_come_back},
                              {"colloquial_tails_come_back", colloquial_tails_come_back},
                              {"bytes_of_every_kind_are_survived", bytes_of_every_kind_are_survived},
                              CU_TEST_INFO_NULL};
