/* One chart drawn from series made by hand, and read again: labels inside the canvas, gaps open, marks that tell how sure a
 * figure is. Needs gnuplot and a Chinese font, as make check installs. */
#include "tests/chart_bench.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static void labels_of_any_length_stand_inside_the_canvas(void) {
    static const size_t lengths[] = {2, 7, 14, 15, 27, 40};
    struct bench       *b = bench_new();
    for (size_t i = 0; i < 6; i++)
        bench_add(b, (slice){bench_han, lengths[i] * 3}, i % 2 ? "10000000000000" : "3", "起", KIND_LEVEL, 2020)->low =
            decimal_int(3);
    CU_ASSERT(bench_draw(b, "bars"));
    slice svg = bench_file(b, ".svg");
    CU_ASSERT(svg_texts_inside(svg) >= 14);
    CU_ASSERT(text_holds(svg, "10万亿起"));
    CU_ASSERT(!text_holds(svg, "…")); /* forty characters need no cutting */
    bench_free(b);
}

static void sixty_bars_have_sixty_values(void) {
    for (size_t n = 1; n <= 60; n += 59) {
        struct bench *b = bench_new();
        for (size_t i = 0; i < n; i++)
            bench_add(b, arena_format(&b->arena, "第%zu类事项", i + 1), arena_format(&b->arena, "%zu.5", i).ptr, "亩",
                      KIND_LEVEL, 2020);
        CU_ASSERT(bench_draw(b, "bars"));
        CU_ASSERT_EQUAL(svg_texts_inside(bench_file(b, ".svg")), 2 + 2 * n); /* title, source; name and value of each */
        bench_free(b);
    }
}

static void bars_too_small_to_see_are_left_out_when_nobody_asks(void) {
    for (int asked = 0; asked < 2; asked++) {
        struct bench *b = bench_new();
        bench_add(b, SLICE_LIT("新增公路"), "9000", "公里", KIND_LEVEL, 2020);
        bench_add(b, SLICE_LIT("新增铁路"), "5000", "公里", KIND_LEVEL, 2020);
        bench_add(b, SLICE_LIT("新增管网"), "31", "公里", KIND_LEVEL, 2020);
        bench_add(b, SLICE_LIT("新增步道"), "29", "公里", KIND_LEVEL, 2020); /* less than a three-hundredth of the longest */
        CU_ASSERT(bench_draw(b, asked ? "bars" : NULL));
        size_t told = 0;
        for (size_t i = 0; i < b->charts.count; i++) {
            slice svg = SLICE_NONE, name = b->charts.charts[i].name;
            CU_ASSERT(file_load(&svg, arena_format(&b->arena, "%s/%.*s.svg", b->dir, SLICE_ARG(name)).ptr, 1u << 26, &b->arena,
                                &b->err));
            told += text_holds(svg, "另有1项太小，未画");
            if (asked) CU_ASSERT(text_holds(svg, "新增步道"));
        }
        CU_ASSERT_EQUAL(told, !asked);
        bench_free(b);
    }
}

/* Two to thirty years, results and targets near each other, values from 0.01 % to 10^13 元. */
static void lines_fit_from_two_to_thirty_years(void) {
    static const int spans[] = {3, 8, 17, 30};
    static const struct {
        const char *unit;
        long        scale;
        int         places;
    } sizes[] = {{"元", 9137000000, 0}, {"元", 1370000000001, 0}, {"%", 137, 2}, {"人", 2854, 0}, {"%", 1, 2}};
    for (size_t k = 0; k < sizeof spans / sizeof *spans; k++)
        for (size_t u = 0; u < sizeof sizes / sizeof *sizes; u++) {
            struct bench  *b = bench_new();
            struct series *s = bench_begin(b, SLICE_LIT("财政收入"), sizes[u].unit, KIND_LEVEL, 40);
            struct series *t = bench_begin(b, SLICE_LIT("财政收入"), sizes[u].unit, KIND_LEVEL, 40);
            t->status = STATUS_TARGET;
            for (int y = 0; y < spans[k]; y++) {
                decimal v = decimal_shift(decimal_int(sizes[u].scale * (1 + y * 37 % 11)), -sizes[u].places);
                char    digits[DECIMAL_TEXT];
                digits[decimal_write(digits, v)] = '\0';
                if (y % 7 != 5) bench_point(b, s, 1994 + y, digits);
                digits[decimal_write(digits,
                                     decimal_add(v, decimal_shift(decimal_int(sizes[u].scale / 9), -sizes[u].places)))] = '\0';
                if (y % 3) bench_point(b, t, 1994 + y, digits)->qualifier = (enum qualifier)(y % 5);
            }
            CU_ASSERT(bench_draw(b, "lines"));
            slice svg = bench_file(b, ".svg");
            CU_ASSERT(svg_texts_inside(svg) >= 8);
            CU_ASSERT(text_holds(svg, "青禾县：财政收入（"));
            CU_ASSERT(text_holds(svg, "来源：青禾县2020"));
            bench_free(b);
        }
}

static void a_missing_year_breaks_the_line_and_marks_tell_how_sure(void) {
    struct bench  *b = bench_new();
    struct series *s = bench_begin(b, SLICE_LIT("志愿者注册"), "人", KIND_LEVEL, 8);
    bench_point(b, s, 2015, "12000");
    bench_point(b, s, 2016, "18500")->qualifier = QUALIFIER_ABOUT;
    bench_point(b, s, 2018, "32000")->qualifier = QUALIFIER_OVER;
    bench_point(b, s, 2019, "41000");
    struct series *t = bench_begin(b, SLICE_LIT("志愿者注册"), "人", KIND_LEVEL, 8);
    t->status = STATUS_TARGET;
    bench_point(b, t, 2019, "40000");
    CU_ASSERT(bench_draw(b, "lines"));
    CU_ASSERT_EQUAL(b->charts.count, 1);
    slice data = bench_file(b, ".tsv"), svg = bench_file(b, ".svg");
    CU_ASSERT(text_holds(data, "2015\t12000\t\n2016\t18500\t\n\n2018\t32000\t\n2019\t41000\t\n"));
    CU_ASSERT(text_holds(data, "2016\t18500\t约1.85万人"));
    CU_ASSERT(text_holds(data, "2018\t32000\t≥3.2万人"));
    CU_ASSERT(text_holds(data, "# 目标：年份、数值\tx\ty\ttext\n2019\t40000\t4万人"));
    CU_ASSERT(text_holds(svg, "role=\"img\"") &&
              text_holds(svg, "<title id=\"title\">青禾县：志愿者注册（万人），2015—2019年</title>"));
    CU_ASSERT(text_holds(svg, "<desc id=\"desc\">折线图。2015年1.2万人，2016年约1.85万人"));
    CU_ASSERT(!text_holds(svg, "Gnuplot</title>") && !text_holds(svg, "<title>gnuplot_plot"));
    bench_free(b);
}

/* The title of the one line of `metric`, counted in `unit`. */
static void title_is(slice metric, const char *unit, const char *title) {
    struct bench  *b = bench_new();
    struct series *s = bench_begin(b, metric, unit, KIND_LEVEL, 8), *t = bench_begin(b, metric, unit, KIND_LEVEL, 8);
    t->status = STATUS_TARGET;
    for (int year = 2017; year < 2020; year++) bench_point(b, s, year, "410000");
    bench_point(b, t, 2019, "410000");
    CU_ASSERT(bench_draw(b, "lines"));
    slice svg = bench_file(b, ".svg"), data = bench_file(b, ".tsv");
    CU_ASSERT(text_holds(svg, title));
    CU_ASSERT(slice_find(data, SLICE_LIT("# 目标"), 0) < slice_find(data, SLICE_LIT("# 实绩"), 0)); /* which it would hide */
    bench_free(b);
}

static void a_title_says_its_unit_once(void) {
    title_is(SLICE_LIT("市场主体"), "市场主体", "青禾县：市场主体（万），");
    title_is(SLICE_LIT("搬迁户"), "户", "青禾县：搬迁户（万户），");
}

static void a_fall_is_below_zero_and_ranks_count_down(void) {
    struct bench *b = bench_new();
    bench_add(b, SLICE_LIT("固定资产投资"), "6.1", "%", KIND_GROWTH, 2020)->direction = DIRECTION_UP;
    bench_add(b, SLICE_LIT("进出口总额"), "3.4", "%", KIND_GROWTH, 2020)->direction = DIRECTION_DOWN;
    bench_add(b, SLICE_LIT("贫困发生率"), "2", "百分点", KIND_CHANGE, 2020)->direction = DIRECTION_DOWN;
    CU_ASSERT(bench_draw(b, "growth"));
    CU_ASSERT_EQUAL(b->charts.count, 2); /* percent and 百分点 never share an axis */
    CU_ASSERT_EQUAL(bench_count(b, ".svg"), 2);
    bench_free(b);
    b = bench_new();
    struct series *s = bench_begin(b, SLICE_LIT("综合竞争力"), "位", KIND_RANK, 4);
    for (int y = 0; y < 4; y++) bench_point(b, s, 2016 + y, arena_format(&b->arena, "%d", 9 - 2 * y).ptr);
    CU_ASSERT(bench_draw(b, "lines"));
    CU_ASSERT(text_holds(bench_file(b, ".gp"), "set yrange [10:0.5]"));
    bench_free(b);
}

static void labels_stand_where_years_are_nearly_alike(void) {
    struct bench  *b = bench_new();
    struct series *s = bench_begin(b, SLICE_LIT("地区生产总值"), "元", KIND_LEVEL, 4);
    for (int y = 0; y < 4; y++) bench_point(b, s, 2019 + y, arena_format(&b->arena, "12345671%d0000", y).ptr);
    CU_ASSERT(bench_draw(b, "lines"));
    CU_ASSERT_EQUAL(svg_texts_inside(bench_file(b, ".svg")), 15); /* title, note, source; four years, ticks and labels */
    bench_free(b);
}

/* Rows that rose by 21% and 5%, and one that rose to `value` from 100: whether an arrow says that it goes off the axis. */
static bool goes_off_the_axis(const char *value) {
    static const char *const metrics[] = {"帮扶对象", "规上企业", "乡镇卫生院", "农家书屋"};
    const char *const        after[] = {value, "121", "105", "105"};
    struct bench            *b = bench_new();
    for (size_t i = 0; i < 4; i++) {
        struct series *s = bench_begin(b, slice_of(metrics[i]), "家", KIND_LEVEL, 2);
        bench_point(b, s, 2019, "100");
        bench_point(b, s, 2020, after[i]);
    }
    CU_ASSERT(bench_draw(b, "slope"));
    slice data = bench_file(b, ".tsv"), svg = bench_file(b, ".svg");
    bool  off = text_holds(data, "▶");
    CU_ASSERT_EQUAL(text_holds(svg, "超出坐标者以箭头表示"), off);
    bench_free(b);
    return off;
}

/* The axis of these rows is to reach 63% and ends at 80%. */
static void only_what_the_axis_does_not_hold_goes_off_it(void) {
    CU_ASSERT(!goes_off_the_axis("175"));
    CU_ASSERT(goes_off_the_axis("190"));
}

/* 34200 alone is 3.42万, and 35850 is 35850; 8万 and 12.3亿 keep their own. */
static void a_pair_has_one_scale(void) {
    static const struct {
        const char *metric, *before, *after;
    } rows[] = {
        {"人均收入", "34200", "35850"}, {"产业投资", "80000", "1230000000"}, {"税收", "120", "121"}, {"外资", "100", "105"}};
    struct bench *b = bench_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct series *s = bench_begin(b, slice_of(rows[i].metric), "元", KIND_LEVEL, 2);
        bench_point(b, s, 2019, rows[i].before);
        bench_point(b, s, 2020, rows[i].after);
    }
    CU_ASSERT(bench_draw(b, "slope"));
    slice data = bench_file(b, ".tsv");
    CU_ASSERT(text_holds(data, "34200 → 35850元"));
    CU_ASSERT(text_holds(data, "8万 → 12.3亿元"));
    bench_free(b);
}

/* Output fell while its report says that it grew, and income by far more than it rose: both stand in the row. Where levels rose
 * by 12% and are said to have grown by 9%, prices may have. */
static void growth_against_the_levels_stands_beside_them(void) {
    static const struct {
        const char *metric, *after, *growth;
    } rows[] = {{"工业产值", "80", "16.2"}, {"生产总值", "112", "9"}, {"财政收入", "105", "25"}, {"零售总额", "104", "4"}};
    struct bench *b = bench_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct series *s = bench_begin(b, slice_of(rows[i].metric), "元", KIND_LEVEL, 2);
        bench_point(b, s, 2019, "100");
        bench_point(b, s, 2020, rows[i].after);
        bench_point(b, bench_begin(b, slice_of(rows[i].metric), "%", KIND_GROWTH, 1), 2020, rows[i].growth);
    }
    CU_ASSERT(bench_draw(b, "slope"));
    slice data = bench_file(b, ".tsv");
    CU_ASSERT(text_holds(data, "100 → 80元（−20%，公布+16.2%）"));
    CU_ASSERT(text_holds(data, "100 → 112元（+12%）"));
    CU_ASSERT(text_holds(data, "100 → 105元（+5%，公布+25%）"));
    CU_ASSERT(text_holds(data, "100 → 104元（+4%）"));
    bench_free(b);
}

static double next_number(slice *rest, const char *before) {
    double value = svg_number(*rest, before);
    *rest = slice_from(*rest, slice_find(*rest, slice_of(before), 0) + strlen(before));
    return value;
}

/* As the script places them: no label's middle comes nearer to a line of the grid than half its height, 6 pixels of 540. */
static void labels_lie_on_no_line_of_the_grid(void) {
    static const char *const values[] = {"1230", "1240", "1254", "1262", "1270", "1272", "1280"};
    struct bench            *b = bench_new();
    struct series           *s = bench_begin(b, SLICE_LIT("培训村干部"), "人次", KIND_LEVEL, 7);
    for (int y = 0; y < 7; y++) bench_point(b, s, 2015 + y, values[y]);
    CU_ASSERT(bench_draw(b, "lines"));
    slice  script = bench_file(b, ".gp"), rest = script, data = bench_file(b, ".tsv");
    double low = next_number(&rest, "set yrange ["), high = next_number(&rest, ":");
    double pixel =
        (high - low) / 540 / (svg_number(script, "set tmargin at screen ") - svg_number(script, "set bmargin at screen "));
    size_t labels = 0, ticks = 0;
    for (data = slice_from(data, slice_find(data, SLICE_LIT("# 标注"), 0)); text_holds(data, "\n20"); labels++) {
        next_number(&data, "\n20");
        double y = next_number(&data, "\t");
        slice  grid = slice_from(script, slice_find(script, SLICE_LIT("set ytics ("), 0));
        for (grid.len = slice_find(grid, SLICE_LIT(")"), 0); text_holds(grid, "' "); ticks++) {
            double off = (next_number(&grid, "' ") - y) / pixel;
            CU_ASSERT(off > 5.9 || off < -5.9);
        }
    }
    CU_ASSERT(labels == 7 && ticks >= 4 * labels);
    bench_free(b);
}

/* 2020, 2023 and 2025 make no line: four of them have a sheet and are on no other, and each dot's year is told. */
static void dots_apart_are_drawn_once_with_their_years(void) {
    static const int years[] = {2020, 2023, 2025};
    struct bench    *b = bench_new();
    for (size_t i = 0; i < 4; i++) {
        struct series *s = bench_begin(b, arena_format(&b->arena, "第%zu类企业", i), "家", KIND_LEVEL, 4);
        for (size_t y = 0; y < 3; y++) bench_point(b, s, years[y], arena_format(&b->arena, "%zu", 500 + y * 100 + i).ptr);
    }
    CU_ASSERT(bench_draw(b, NULL));
    size_t sheets = 0;
    for (size_t k = 0; k < b->charts.count; k++) sheets += text_holds(b->charts.charts[k].name, "多图");
    CU_ASSERT_EQUAL(sheets, 1);
    slice script = SLICE_NONE;
    CU_ASSERT(
        file_load(&script, arena_format(&b->arena, "%s/多图-青禾县-主要指标.gp", b->dir).ptr, 1 << 20, &b->arena, &b->err));
    CU_ASSERT(text_holds(script, "'2023' 2023"));
    bench_free(b);
}

/* Targets of 2024, 2026 and 2030 stand on no line either. */
static void lone_targets_have_their_years(void) {
    struct bench  *b = bench_new();
    struct series *result = bench_begin(b, SLICE_LIT("失业率"), "%", KIND_SHARE, 2), *target;
    for (int y = 0; y < 2; y++) bench_point(b, result, 2023 + 2 * y, "4.2");
    target = bench_begin(b, SLICE_LIT("失业率"), "%", KIND_SHARE, 3);
    target->status = STATUS_TARGET;
    for (int y = 0; y < 2; y++) bench_point(b, target, 2024 + 2 * y, "5");
    bench_point(b, target, 2030, "5");
    CU_ASSERT(bench_draw(b, NULL));
    slice script = SLICE_NONE;
    CU_ASSERT(
        file_load(&script, arena_format(&b->arena, "%s/多图-青禾县-其余指标.gp", b->dir).ptr, 1 << 20, &b->arena, &b->err));
    CU_ASSERT(text_holds(script, "'2026' 2026"));
    CU_ASSERT(!text_holds(script, "'2027' 2027"));
    bench_free(b);
}

/* 城镇新增就业 and the target for 新增城镇就业 are one figure, whose key the words' order does not change. */
static void a_target_worded_otherwise_stands_with_its_results(void) {
    struct bench  *b = bench_new();
    struct series *result = bench_begin(b, SLICE_LIT("城镇新增就业"), "人", KIND_LEVEL, 4);
    for (int y = 0; y < 3; y++) bench_point(b, result, 2018 + y, "5200");
    struct series *target = bench_begin(b, SLICE_LIT("新增城镇就业"), "人", KIND_LEVEL, 4);
    target->status = STATUS_TARGET;
    target->figure = result->figure;
    for (int y = 0; y < 3; y++) bench_point(b, target, 2018 + y, "5000");
    CU_ASSERT(bench_draw(b, "lines"));
    CU_ASSERT_EQUAL(b->charts.count, 1);
    CU_ASSERT(b->charts.count && text_holds(b->charts.charts[0].desc, "5000"));
    bench_free(b);
}

CU_TestInfo test_chart[] = {
    {"labels_of_any_length_stand_inside_the_canvas", labels_of_any_length_stand_inside_the_canvas},
    {"sixty_bars_have_sixty_values", sixty_bars_have_sixty_values},
    {"bars_too_small_to_see_are_left_out_when_nobody_asks", bars_too_small_to_see_are_left_out_when_nobody_asks},
    {"lines_fit_from_two_to_thirty_years", lines_fit_from_two_to_thirty_years},
    {"a_missing_year_breaks_the_line_and_marks_tell_how_sure", a_missing_year_breaks_the_line_and_marks_tell_how_sure},
    {"a_title_says_its_unit_once", a_title_says_its_unit_once},
    {"a_fall_is_below_zero_and_ranks_count_down", a_fall_is_below_zero_and_ranks_count_down},
    {"labels_stand_where_years_are_nearly_alike", labels_stand_where_years_are_nearly_alike},
    {"only_what_the_axis_does_not_hold_goes_off_it", only_what_the_axis_does_not_hold_goes_off_it},
    {"a_pair_has_one_scale", a_pair_has_one_scale},
    {"growth_against_the_levels_stands_beside_them", growth_against_the_levels_stands_beside_them},
    {"labels_lie_on_no_line_of_the_grid", labels_lie_on_no_line_of_the_grid},
    {"dots_apart_are_drawn_once_with_their_years", dots_apart_are_drawn_once_with_their_years},
    {"lone_targets_have_their_years", lone_targets_have_their_years},
    {"a_target_worded_otherwise_stands_with_its_results", a_target_worded_otherwise_stands_with_its_results},
    CU_TEST_INFO_NULL,
};
