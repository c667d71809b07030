/* What charts are made of before one is drawn: numbers as newspapers print them, round axes, labels that break where a reader
 * would, names of files, colours. Rows: fixtures/plots/. */
#include "plots/axis.h"
#include "plots/chart.h"
#include "plots/style.h"
#include "plots/text.h"
#include "tests/corpus.h"

#include <unistd.h>

#include "extract/base/banned.h"

static slice trimmed(const struct corpus_row *row, const char *heading) { return slice_trim(corpus_cell(row, heading)); }

static void number_case(const struct corpus_row *row) {
    struct claim c = {.value = decimal_read(trimmed(row, "数")),
                      .low = decimal_read(trimmed(row, "下限")),
                      .high = decimal_read(trimmed(row, "上限"))};
    c.qualifier = (enum qualifier)name_index(qualifier_names, QUALIFIER_COUNT, trimmed(row, "限定"));
    slice direction = trimmed(row, "方向");
    if (direction.len) {
        c.kind = KIND_GROWTH;
        c.direction = slice_equal(direction, SLICE_LIT("up")) ? DIRECTION_UP : DIRECTION_DOWN;
    }
    slice got = quantity_text(&c, c.value, trimmed(row, "单位"), row->arena);
    corpus_expect(row, trimmed(row, "数"), corpus_cell(row, "写法"), got);
}
static void numbers_read_as_newspapers_print_them(void) { corpus_run("fixtures/plots/numbers.tsv", number_case); }

static void axis_case(const struct corpus_row *row) {
    struct axis axis;
    slice       got = SLICE_NONE;
    double low = decimal_double(decimal_read(trimmed(row, "低"))), high = decimal_double(decimal_read(trimmed(row, "高")));
    bool   fine = is_fine(decimal_read(trimmed(row, "高")));
    axis_choose(&axis, low, high, axis_shift(high > -low ? high : -low, trimmed(row, "单位"), fine),
                (size_t)slice_int(trimmed(row, "最多")), row->arena);
    for (size_t i = 0; i < axis.count; i++)
        got = arena_format(row->arena, "%.*s%s%.*s", SLICE_ARG(got), i ? " " : "", SLICE_ARG(axis.labels[i]));
    corpus_expect(row, trimmed(row, "高"), corpus_cell(row, "刻度"), got);
    corpus_expect(row, trimmed(row, "高"), trimmed(row, "数量级"), axis_scale_word(axis.shift));
}
static void axes_end_on_round_numbers(void) { corpus_run("fixtures/plots/axes.tsv", axis_case); }

static void wrap_case(const struct corpus_row *row) {
    slice  lines[8], got = SLICE_NONE;
    int    width = slice_int(trimmed(row, "宽")) * 1000;
    size_t n = text_wrap(corpus_cell(row, "文"), width, lines, (size_t)slice_int(trimmed(row, "行数")), row->arena);
    for (size_t i = 0; i < n; i++)
        got = arena_format(row->arena, "%.*s%s%.*s", SLICE_ARG(got), i ? "|" : "", SLICE_ARG(lines[i]));
    corpus_expect(row, corpus_cell(row, "文"), corpus_cell(row, "应得"), got);
}
static void labels_break_where_a_reader_would(void) { corpus_run("fixtures/plots/wrap.tsv", wrap_case); }

static void name_case(const struct corpus_row *row) {
    slice got = text_file_name(corpus_cell(row, "文"), (size_t)slice_int(trimmed(row, "字节")), row->arena);
    corpus_expect(row, corpus_cell(row, "文"), corpus_cell(row, "应得"), got);
}
static void file_names_hold_no_path_and_no_code(void) { corpus_run("fixtures/plots/names.tsv", name_case); }

static void han_take_two_columns_and_marks_none(void) {
    CU_ASSERT_EQUAL(text_cells(SLICE_LIT("处置313起")), 9);
    CU_ASSERT_EQUAL(text_cells(SLICE_LIT("e\u0301")), 1);
    CU_ASSERT_EQUAL(text_cells(SLICE_LIT("（％）")), 6);
    CU_ASSERT_EQUAL(text_cells(SLICE_LIT("𠮷▇")), 3);
    CU_ASSERT_EQUAL(text_width(SLICE_LIT("处置313")), 2000 + 3 * 555);
}

static void plain_text_has_no_character_that_gnuplot_reads(void) {
    struct arena arena;
    arena_init(&arena);
    slice got = text_plain((slice){"a\"b'c`d\\e@f\ng\0h\x7Fi\xFF"
                                   "j",
                                   20},
                           &arena);
    CU_ASSERT(slice_equal(got, SLICE_LIT("a”b’c‘d＼e＠f g h i\uFFFDj")));
    got = text_xml(SLICE_LIT("<b>&'\"\uFFFE\uFFFF"), &arena);
    CU_ASSERT(slice_equal(got, SLICE_LIT("&lt;b&gt;&amp;’”\uFFFD\uFFFD")));
    arena_free(&arena);
}

/* Two hexadecimal digits. */
static int hex(const char *at) { return (int)strtol((const char[]){at[0], at[1], 0}, NULL, 16); }

/* One channel of sRGB, from 0 to 255, as light from 0 to 1. */
static double linear(int value) {
    double c = value / 255.0;
    if (c <= 0.04045) return c / 12.92;
    double x = (c + 0.055) / 1.055, root = 1; /* x^2.4 = x^2 · (x^2)^(1/5), the fifth root by Newton */
    for (int i = 0; i < 60; i++) root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root);
    return x * x * root;
}

static double luminance(const char *color) {
    static const double weights[3] = {0.2126, 0.7152, 0.0722};
    double              sum = 0;
    for (int i = 0; i < 3; i++) sum += weights[i] * linear(hex(color + 1 + 2 * i));
    return sum;
}

/* Contrast of two colours as WCAG 2 has it, in hundredths: black on white is 2100. */
static int contrast(const char *a, const char *b) {
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return (int)((x > y ? x / y : y / x) * 100 + 0.5);
}

static void colours_stand_out_in_every_theme(void) {
    static const char *const themes[] = {"light", "dark", "print"};
    CU_ASSERT_EQUAL(contrast("#000000", "#FFFFFF"), 2100);
    CU_ASSERT_EQUAL(contrast("#777777", "#FFFFFF"), 448);
    for (size_t i = 0; i < 3; i++) {
        struct arena       arena;
        struct err         err = {0};
        struct look        look;
        struct chart_style style = {.theme = themes[i]};
        arena_init(&arena);
        CU_ASSERT_FATAL(look_load(&look, &style, "plots/styles/themes.tsv", &arena, &err));
        static const enum color texts[] = {COLOR_INK, COLOR_MUTED},
                                marks[] = {COLOR_AXIS, COLOR_MAIN, COLOR_TARGET, COLOR_UP, COLOR_DOWN};
        for (size_t k = 0; k < 2; k++) CU_ASSERT(contrast(look.colors[texts[k]], look.colors[COLOR_PAPER]) >= 450);
        for (size_t k = 0; k < 5; k++) CU_ASSERT(contrast(look.colors[marks[k]], look.colors[COLOR_PAPER]) >= 300);
        arena_free(&arena);
    }
}

static void a_style_file_changes_single_rows_and_tells_its_faults(void) {
    struct arena arena;
    struct look  look;
    struct err   err = {0};
    char         path[] = "/tmp/suanpan-style-XXXXXX";
    int          fd = mkstemp(path);
    arena_init(&arena);
    CU_ASSERT_FATAL(fd >= 0);
    static const char good[] = "项目\t值\n主色\t#123456\n宽\t800\n", bad[] = "项目\t值\n主色\tblue'; !id\n";
    CU_ASSERT_EQUAL(write(fd, good, sizeof good - 1), (ssize_t)sizeof good - 1);
    struct chart_style style = {.style = path};
    CU_ASSERT(look_load(&look, &style, "plots/styles/themes.tsv", &arena, &err));
    CU_ASSERT_STRING_EQUAL(look.colors[COLOR_MAIN], "#123456");
    CU_ASSERT_EQUAL(look.width, 800);
    CU_ASSERT_EQUAL(look.height, 540);
    CU_ASSERT_EQUAL(ftruncate(fd, 0), 0);
    CU_ASSERT_EQUAL(pwrite(fd, bad, sizeof bad - 1, 0), (ssize_t)sizeof bad - 1);
    CU_ASSERT(!look_load(&look, &style, "plots/styles/themes.tsv", &arena, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_USAGE);
    CU_ASSERT_EQUAL(err.line, 2);
    close(fd);
    unlink(path);
    static const char *const sizes[] = {"960", "960x", "0x0", "99999x500", "a'x600", "-1x500"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        err = (struct err){0};
        style = (struct chart_style){.size = sizes[i]};
        CU_ASSERT(!look_load(&look, &style, "plots/styles/themes.tsv", &arena, &err));
    }
    err = (struct err){0};
    style = (struct chart_style){.font = "x'; system('id"};
    CU_ASSERT(!look_load(&look, &style, "plots/styles/themes.tsv", &arena, &err));
    arena_free(&arena);
}

CU_TestInfo test_labels[] = {
    {"numbers_read_as_newspapers_print_them", numbers_read_as_newspapers_print_them},
    {"axes_end_on_round_numbers", axes_end_on_round_numbers},
    {"labels_break_where_a_reader_would", labels_break_where_a_reader_would},
    {"file_names_hold_no_path_and_no_code", file_names_hold_no_path_and_no_code},
    {"han_take_two_columns_and_marks_none", han_take_two_columns_and_marks_none},
    {"plain_text_has_no_character_that_gnuplot_reads", plain_text_has_no_character_that_gnuplot_reads},
    {"colours_stand_out_in_every_theme", colours_stand_out_in_every_theme},
    {"a_style_file_changes_single_rows_and_tells_its_faults", a_style_file_changes_single_rows_and_tells_its_faults},
    CU_TEST_INFO_NULL,
};
