/* Charts drawn from series made by hand, and read again: labels inside the canvas, gaps open, the same bytes every time, and no
 * label that gnuplot or a shell takes for code. Needs gnuplot and a Chinese font, as make check installs. */
#include "export/gather.h"
#include "extract/base/child.h"
#include "plots/chart.h"
#include "plots/text.h"
#include "tests/corpus.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

/* ---- a workbench: series by hand, drawn into a folder of its own ----------------------------------------------------------
 */

struct bench {
    struct arena      arena;
    struct claim      claims[2000];
    struct series     series[80];
    struct comparison comparison;
    char              dir[64];
    struct err        err;
    struct chart_list charts;
};

static struct bench *bench_new(void) {
    struct bench *b = calloc(1, sizeof *b);
    if (!b) abort();
    arena_init(&b->arena);
    snprintf(b->dir, sizeof b->dir, "/tmp/suanpan-chart-XXXXXX");
    if (!mkdtemp(b->dir)) abort();
    b->comparison.series = b->series;
    b->comparison.claims = b->claims;
    b->comparison.first_year = 1990;
    b->comparison.last_year = 2030;
    return b;
}

static size_t each_file(struct bench *b, bool removing, const char *suffix) {
    size_t n = 0;
    DIR   *dir = opendir(b->dir);
    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir)) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        n += slice_ends(slice_of(e->d_name), slice_of(suffix));
        if (removing) unlink(arena_format(&b->arena, "%s/%s", b->dir, e->d_name).ptr);
    }
    if (dir) closedir(dir);
    return n;
}

static void bench_free(struct bench *b) {
    each_file(b, true, "");
    CU_ASSERT_EQUAL(rmdir(b->dir), 0); /* no folder of work was left in it */
    arena_free(&b->arena);
    free(b);
}

static struct claim *add(struct bench *b, slice metric, const char *value, const char *unit, enum kind kind, int year) {
    struct claim *c = &b->claims[b->comparison.claim_count++];
    *c = (struct claim){.document = SLICE_LIT("报告/青禾县2020.txt"),
                        .body = SLICE_LIT("青禾县"),
                        .metric = metric,
                        .unit = slice_of(unit),
                        .value = decimal_read(slice_of(value)),
                        .kind = kind,
                        .year = year};
    return c;
}

static struct series *begin(struct bench *b, slice metric, const char *unit, enum kind kind, size_t room) {
    struct series *s = &b->series[b->comparison.count++];
    *s = (struct series){
        .metric = metric, .key = metric, .figure = metric, .unit = slice_of(unit), .body = SLICE_LIT("青禾县"), .kind = kind};
    s->in_points = kind == KIND_SHARE || kind == KIND_GROWTH;
    s->points = ARENA_ARRAY(&b->arena, struct point, room);
    return s;
}

static struct claim *point(struct bench *b, struct series *s, int year, const char *value) {
    struct claim *c = add(b, s->metric, value, s->unit.ptr, s->kind, year);
    c->status = s->status;
    s->points[s->point_count++] = (struct point){.claim = c, .year = year, .value = c->value};
    return c;
}

static bool draw(struct bench *b, const char *kind) {
    struct chart_style style = {.kind = kind};
    return charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err);
}

/* The bytes of the only file in the folder that ends in `suffix`. */
static slice only_file(struct bench *b, const char *suffix) {
    slice       bytes = SLICE_NONE;
    const char *found = NULL;
    DIR        *dir = opendir(b->dir);
    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir))
        if (slice_ends(slice_of(e->d_name), slice_of(suffix))) found = arena_format(&b->arena, "%s/%s", b->dir, e->d_name).ptr;
    if (dir) closedir(dir);
    CU_ASSERT(found != NULL);
    if (found) CU_ASSERT(file_load(&bytes, found, 1u << 26, &b->arena, &b->err));
    return bytes;
}

static bool holds(slice bytes, const char *text) { return slice_find(bytes, slice_of(text), 0) != SIZE_MAX; }

static double attribute(slice tag, const char *name) {
    size_t at = slice_find(tag, slice_of(name), 0);
    if (at == SIZE_MAX) return -1e9;
    slice  value = slice_from(tag, at + strlen(name));
    size_t end = 0;
    while (end < value.len &&
           (value.ptr[end] == '-' || value.ptr[end] == '.' || (value.ptr[end] >= '0' && value.ptr[end] <= '9')))
        end++;
    return decimal_double(decimal_read(slice_sub(value, 0, end)));
}

struct text_box {
    slice  text;
    double x0, y0, x1, y1;
};
enum { MOST_TEXTS = 400 };

/* The texts of an SVG, as wide as their characters are. Returns how many there are. */
static size_t texts_of(slice svg, struct text_box boxes[MOST_TEXTS]) {
    size_t n = 0;
    for (size_t at = slice_find(svg, SLICE_LIT("<text>"), 0); at != SIZE_MAX && n < MOST_TEXTS;
         at = slice_find(svg, SLICE_LIT("<text>"), at + 1)) {
        size_t g = at;
        while (g > 0 && memcmp(svg.ptr + g, "<g transform=\"translate(", 24)) g--;
        slice  tag = slice_sub(svg, g, at), text = slice_sub(svg, at + 6, slice_find(svg, SLICE_LIT("</text>"), at));
        double x = attribute(tag, "translate("), size = attribute(tag, "font-size=\""), wide = text_width(text) * size / 1000;
        double y = attribute(slice_from(tag, slice_find(tag, SLICE_LIT(","), 0)), ",");
        if (holds(tag, "text-anchor=\"middle\""))
            x -= wide / 2;
        else if (holds(tag, "text-anchor=\"end\""))
            x -= wide;
        boxes[n++] = (struct text_box){text, x, y - size * 0.9, x + wide, y + size * 0.2};
    }
    return n;
}

static bool lie_on_each_other(const struct text_box *a, const struct text_box *b) {
    enum { PIXELS = 2 }; /* the ink of a line is not as high as the line */
    return a->x0 + PIXELS < b->x1 && b->x0 + PIXELS < a->x1 && a->y0 + PIXELS < b->y1 && b->y0 + PIXELS < a->y1;
}

/* Every text stands inside the canvas, none lies on another. Returns how many there are. */
static size_t texts_inside(slice svg) {
    static struct text_box boxes[MOST_TEXTS];
    double                 width = attribute(svg, "<svg width=\""), height = attribute(svg, "\" height=\"");
    size_t                 n = texts_of(svg, boxes), wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const struct text_box *b = &boxes[i];
        bool                   inside = b->x0 >= -0.5 && b->x1 <= width + 0.5 && b->y0 >= -0.5 && b->y1 <= height + 0.5;
        if (!inside && ++wrong)
            printf("\n  outside: %.*s at %.1f to %.1f of %.0f, %.1f of %.0f\n", SLICE_ARG(b->text), b->x0, b->x1, width, b->y1,
                   height);
        for (size_t k = 0; k < i; k++)
            if (lie_on_each_other(b, &boxes[k]) && ++wrong)
                printf("\n  on each other: %.*s and %.*s\n", SLICE_ARG(b->text), SLICE_ARG(boxes[k].text));
    }
    CU_ASSERT_EQUAL(wrong, 0);
    return n;
}

/* ---- charts -----------------------------------------------------------------------------------------------------------------
 */

static const char han[] = "处置网络舆情信息工作机制建设和意识形态领域风险隐患排查化解专项行动累计完成各类任务事项";

static void labels_of_any_length_stand_inside_the_canvas(void) {
    static const size_t lengths[] = {2, 7, 14, 15, 27, 40};
    struct bench       *b = bench_new();
    for (size_t i = 0; i < 6; i++)
        add(b, (slice){han, lengths[i] * 3}, i % 2 ? "10000000000000" : "3", "起", KIND_LEVEL, 2020)->low = decimal_int(3);
    CU_ASSERT(draw(b, "bars"));
    slice svg = only_file(b, ".svg");
    CU_ASSERT(texts_inside(svg) >= 14);
    CU_ASSERT(holds(svg, "10万亿起"));
    CU_ASSERT(!holds(svg, "…")); /* forty characters need no cutting */
    bench_free(b);
}

static void sixty_bars_have_sixty_values(void) {
    for (size_t n = 1; n <= 60; n += 59) {
        struct bench *b = bench_new();
        for (size_t i = 0; i < n; i++)
            add(b, arena_format(&b->arena, "第%zu类事项", i + 1), arena_format(&b->arena, "%zu.5", i).ptr, "亩", KIND_LEVEL,
                2020);
        CU_ASSERT(draw(b, "bars"));
        CU_ASSERT_EQUAL(texts_inside(only_file(b, ".svg")), 2 + 2 * n); /* title, source; name and value of each */
        bench_free(b);
    }
}

static void bars_too_small_to_see_are_left_out_when_nobody_asks(void) {
    for (int asked = 0; asked < 2; asked++) {
        struct bench *b = bench_new();
        add(b, SLICE_LIT("新增公路"), "9000", "公里", KIND_LEVEL, 2020);
        add(b, SLICE_LIT("新增铁路"), "5000", "公里", KIND_LEVEL, 2020);
        add(b, SLICE_LIT("新增管网"), "31", "公里", KIND_LEVEL, 2020);
        add(b, SLICE_LIT("新增步道"), "29", "公里", KIND_LEVEL, 2020); /* less than a three-hundredth of the longest */
        CU_ASSERT(draw(b, asked ? "bars" : NULL));
        size_t told = 0;
        for (size_t i = 0; i < b->charts.count; i++) {
            slice svg = SLICE_NONE, name = b->charts.charts[i].name;
            CU_ASSERT(file_load(&svg, arena_format(&b->arena, "%s/%.*s.svg", b->dir, SLICE_ARG(name)).ptr, 1u << 26, &b->arena,
                                &b->err));
            told += holds(svg, "另有1项太小，未画");
            if (asked) CU_ASSERT(holds(svg, "新增步道"));
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
            struct series *s = begin(b, SLICE_LIT("财政收入"), sizes[u].unit, KIND_LEVEL, 40);
            struct series *t = begin(b, SLICE_LIT("财政收入"), sizes[u].unit, KIND_LEVEL, 40);
            t->status = STATUS_TARGET;
            for (int y = 0; y < spans[k]; y++) {
                decimal v = decimal_shift(decimal_int(sizes[u].scale * (1 + y * 37 % 11)), -sizes[u].places);
                char    digits[DECIMAL_TEXT];
                digits[decimal_write(digits, v)] = '\0';
                if (y % 7 != 5) point(b, s, 1994 + y, digits);
                digits[decimal_write(digits,
                                     decimal_add(v, decimal_shift(decimal_int(sizes[u].scale / 9), -sizes[u].places)))] = '\0';
                if (y % 3) point(b, t, 1994 + y, digits)->qualifier = (enum qualifier)(y % 5);
            }
            CU_ASSERT(draw(b, "lines"));
            slice svg = only_file(b, ".svg");
            CU_ASSERT(texts_inside(svg) >= 8);
            CU_ASSERT(holds(svg, "青禾县：财政收入（"));
            CU_ASSERT(holds(svg, "来源：青禾县2020"));
            bench_free(b);
        }
}

static void a_missing_year_breaks_the_line_and_marks_tell_how_sure(void) {
    struct bench  *b = bench_new();
    struct series *s = begin(b, SLICE_LIT("志愿者注册"), "人", KIND_LEVEL, 8);
    point(b, s, 2015, "12000");
    point(b, s, 2016, "18500")->qualifier = QUALIFIER_ABOUT;
    point(b, s, 2018, "32000")->qualifier = QUALIFIER_OVER;
    point(b, s, 2019, "41000");
    struct series *t = begin(b, SLICE_LIT("志愿者注册"), "人", KIND_LEVEL, 8);
    t->status = STATUS_TARGET;
    point(b, t, 2019, "40000");
    CU_ASSERT(draw(b, "lines"));
    CU_ASSERT_EQUAL(b->charts.count, 1);
    slice data = only_file(b, ".tsv"), svg = only_file(b, ".svg");
    CU_ASSERT(holds(data, "2015\t12000\t\n2016\t18500\t\n\n2018\t32000\t\n2019\t41000\t\n"));
    CU_ASSERT(holds(data, "2016\t18500\t约1.85万人"));
    CU_ASSERT(holds(data, "2018\t32000\t≥3.2万人"));
    CU_ASSERT(holds(data, "# 目标：年份、数值\tx\ty\ttext\n2019\t40000\t4万人"));
    CU_ASSERT(holds(svg, "role=\"img\"") && holds(svg, "<title id=\"title\">青禾县：志愿者注册（万人），2015—2019年</title>"));
    CU_ASSERT(holds(svg, "<desc id=\"desc\">折线图。2015年1.2万人，2016年约1.85万人"));
    CU_ASSERT(!holds(svg, "Gnuplot</title>") && !holds(svg, "<title>gnuplot_plot"));
    bench_free(b);
}

/* The title of the one line of `metric`, counted in `unit`. */
static void title_is(slice metric, const char *unit, const char *title) {
    struct bench  *b = bench_new();
    struct series *s = begin(b, metric, unit, KIND_LEVEL, 8), *t = begin(b, metric, unit, KIND_LEVEL, 8);
    t->status = STATUS_TARGET;
    for (int year = 2017; year < 2020; year++) point(b, s, year, "410000");
    point(b, t, 2019, "410000");
    CU_ASSERT(draw(b, "lines"));
    slice svg = only_file(b, ".svg"), data = only_file(b, ".tsv");
    CU_ASSERT(holds(svg, title));
    CU_ASSERT(slice_find(data, SLICE_LIT("# 目标"), 0) < slice_find(data, SLICE_LIT("# 实绩"), 0)); /* which it would hide */
    bench_free(b);
}

static void a_title_says_its_unit_once(void) {
    title_is(SLICE_LIT("市场主体"), "市场主体", "青禾县：市场主体（万），");
    title_is(SLICE_LIT("搬迁户"), "户", "青禾县：搬迁户（万户），");
}

static void a_fall_is_below_zero_and_ranks_count_down(void) {
    struct bench *b = bench_new();
    add(b, SLICE_LIT("固定资产投资"), "6.1", "%", KIND_GROWTH, 2020)->direction = DIRECTION_UP;
    add(b, SLICE_LIT("进出口总额"), "3.4", "%", KIND_GROWTH, 2020)->direction = DIRECTION_DOWN;
    add(b, SLICE_LIT("贫困发生率"), "2", "百分点", KIND_CHANGE, 2020)->direction = DIRECTION_DOWN;
    CU_ASSERT(draw(b, "growth"));
    CU_ASSERT_EQUAL(b->charts.count, 2); /* percent and 百分点 never share an axis */
    CU_ASSERT_EQUAL(each_file(b, false, ".svg"), 2);
    bench_free(b);
    b = bench_new();
    struct series *s = begin(b, SLICE_LIT("综合竞争力"), "位", KIND_RANK, 4);
    for (int y = 0; y < 4; y++) point(b, s, 2016 + y, arena_format(&b->arena, "%d", 9 - 2 * y).ptr);
    CU_ASSERT(draw(b, "lines"));
    CU_ASSERT(holds(only_file(b, ".gp"), "set yrange [10:0.5]"));
    bench_free(b);
}

/* Rows that rose by 21% and 5%, and one that rose to `value` from 100: whether an arrow says that it goes off the axis. */
static bool goes_off_the_axis(const char *value) {
    static const char *const metrics[] = {"帮扶对象", "规上企业", "乡镇卫生院", "农家书屋"};
    const char *const        after[] = {value, "121", "105", "105"};
    struct bench            *b = bench_new();
    for (size_t i = 0; i < 4; i++) {
        struct series *s = begin(b, slice_of(metrics[i]), "家", KIND_LEVEL, 2);
        point(b, s, 2019, "100");
        point(b, s, 2020, after[i]);
    }
    CU_ASSERT(draw(b, "slope"));
    slice data = only_file(b, ".tsv"), svg = only_file(b, ".svg");
    bool  off = holds(data, "▶");
    CU_ASSERT_EQUAL(holds(svg, "超出坐标者以箭头表示"), off);
    bench_free(b);
    return off;
}

/* The axis of these rows is to reach 63% and ends at 80%. */
static void only_what_the_axis_does_not_hold_goes_off_it(void) {
    CU_ASSERT(!goes_off_the_axis("175"));
    CU_ASSERT(goes_off_the_axis("190"));
}

static void draws_inside(const char *kind, const char *size) {
    struct bench      *b = bench_new();
    struct chart_style style = {.kind = kind, .size = size};
    bool               over_bodies = !strcmp(kind, "bodies");
    for (size_t i = 0; i < 5; i++) {
        struct series *s = begin(b, (slice){han + 3 * i, 3 * (4 + 6 * i)}, i == 1 ? "元" : "家", KIND_LEVEL, 4);
        for (int y = 0; y < 3; y++)
            point(b, s, 2018 + y,
                  arena_format(&b->arena, "%s%zu", i == 1 ? "123456789" : "", (i + 1) * (i + 1) * 40 + (size_t)y * (9 - i * 3))
                      .ptr);
        if (!over_bodies) continue;
        s->key = s->figure = s->metric = SLICE_LIT("规上企业");
        s->unit = SLICE_LIT("家");
        s->body = arena_format(&b->arena, "%zu号县", i + 1);
        for (size_t p = 0; p < 3; p++) b->claims[i * 3 + p].body = s->body;
    }
    CU_ASSERT(charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err));
    CU_ASSERT(b->charts.count >= 1);
    for (size_t i = 0; i < b->charts.count; i++) {
        slice svg = SLICE_NONE;
        CU_ASSERT(file_load(&svg, arena_format(&b->arena, "%s/%.*s.svg", b->dir, SLICE_ARG(b->charts.charts[i].name)).ptr,
                            1 << 24, &b->arena, &b->err));
        CU_ASSERT(texts_inside(svg) >= 4);
    }
    CU_ASSERT_EQUAL(each_file(b, false, ".png"), b->charts.count);
    bench_free(b);
}

static void every_kind_draws_inside_its_canvas(void) {
    static const char *const kinds[] = {"lines", "bars", "multiples", "slope", "overview", "bodies", "sheets"};
    static const char *const sizes[] = {NULL, "640x400", "480x320", "1600x900"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) draws_inside(kinds[k], sizes[i]);
}

/* Forty results and six figures with targets only: each has a line chart of its own or a panel on one sheet. */
static void every_figure_of_three_years_is_drawn_once(void) {
    enum { RESULTS = 40, FIGURES = 46 };
    struct bench *b = bench_new();
    for (size_t i = 0; i < FIGURES; i++) {
        struct series *s = begin(b, arena_format(&b->arena, "第%zu类事项", i), "件", KIND_LEVEL, 4);
        if (i >= RESULTS) s->status = STATUS_TARGET;
        for (int y = 0; y < 3; y++) point(b, s, 2018 + y, i % 2 ? "5" : "7");
    }
    struct series *two = begin(b, SLICE_LIT("两年的事项"), "件", KIND_LEVEL, 4);
    for (int y = 0; y < 2; y++) point(b, two, 2018 + y, "5");
    CU_ASSERT(draw(b, NULL));
    for (size_t i = 0; i <= FIGURES; i++) {
        size_t      drawn = 0;
        const char *target = i >= RESULTS ? "目标" : "";
        slice       lines = arena_format(&b->arena, "折线-青禾县-第%zu类事项%s-件", i, target);
        slice       panel = arena_format(&b->arena, "第%zu类事项%s：", i, target);
        for (size_t k = 0; k < b->charts.count; k++)
            drawn += slice_equal(b->charts.charts[k].name, lines) ||
                     (slice_find(b->charts.charts[k].name, SLICE_LIT("其余指标"), 0) != SIZE_MAX &&
                      slice_find(b->charts.charts[k].desc, panel, 0) != SIZE_MAX);
        CU_ASSERT_EQUAL(drawn, i < FIGURES);
    }
    for (size_t k = 0; k < b->charts.count; k++) CU_ASSERT(!holds(b->charts.charts[k].desc, "两年的事项："));
    bench_free(b);
}

/* Main figures show their targets on their own sheet, so the sheets of the rest repeat none. */
static void no_figure_stands_on_two_sheets(void) {
    struct bench *b = bench_new();
    for (size_t i = 0; i < 30; i++) {
        struct series *s = begin(b, arena_format(&b->arena, "第%zu类企业", i / 2), "家", KIND_LEVEL, 4);
        if (i % 2) s->status = STATUS_TARGET;
        for (int y = 0; y < 3; y++) point(b, s, 2018 + y, i % 2 ? "5" : "7");
    }
    CU_ASSERT(draw(b, NULL));
    for (size_t i = 0; i < 15; i++) {
        size_t sheets = 0;
        slice  panel = arena_format(&b->arena, "第%zu类企业：", i);
        for (size_t k = 0; k < b->charts.count; k++)
            sheets += holds(b->charts.charts[k].name, "多图") && holds(b->charts.charts[k].desc, panel.ptr);
        CU_ASSERT(sheets <= 1);
    }
    bench_free(b);
}

static double next_number(slice *rest, const char *before) {
    double value = attribute(*rest, before);
    *rest = slice_from(*rest, slice_find(*rest, slice_of(before), 0) + strlen(before));
    return value;
}

/* As the script places them: no label's middle comes nearer to a line of the grid than half its height, 6 pixels of 540. */
static void labels_lie_on_no_line_of_the_grid(void) {
    static const char *const values[] = {"1230", "1240", "1254", "1262", "1270", "1272", "1280"};
    struct bench            *b = bench_new();
    struct series           *s = begin(b, SLICE_LIT("培训村干部"), "人次", KIND_LEVEL, 7);
    for (int y = 0; y < 7; y++) point(b, s, 2015 + y, values[y]);
    CU_ASSERT(draw(b, "lines"));
    slice  script = only_file(b, ".gp"), rest = script, data = only_file(b, ".tsv");
    double low = next_number(&rest, "set yrange ["), high = next_number(&rest, ":");
    double pixel =
        (high - low) / 540 / (attribute(script, "set tmargin at screen ") - attribute(script, "set bmargin at screen "));
    size_t labels = 0, ticks = 0;
    for (data = slice_from(data, slice_find(data, SLICE_LIT("# 标注"), 0)); holds(data, "\n20"); labels++) {
        next_number(&data, "\n20");
        double y = next_number(&data, "\t");
        slice  grid = slice_from(script, slice_find(script, SLICE_LIT("set ytics ("), 0));
        for (grid.len = slice_find(grid, SLICE_LIT(")"), 0); holds(grid, "' "); ticks++) {
            double off = (next_number(&grid, "' ") - y) / pixel;
            CU_ASSERT(off > 5.9 || off < -5.9);
        }
    }
    CU_ASSERT(labels == 7 && ticks >= 4 * labels);
    bench_free(b);
}

/* The page's are drawn in a size of their own, and nothing but what it shows. */
static void the_page_has_its_own_size(void) {
    struct bench      *b = bench_new();
    struct chart_style style = {.kind = "lines", .page = true};
    struct series     *s = begin(b, SLICE_LIT("立案"), "起", KIND_LEVEL, 4);
    for (int y = 0; y < 3; y++) point(b, s, 2018 + y, "5");
    CU_ASSERT(charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err));
    CU_ASSERT(b->charts.count == 1 && b->charts.charts[0].width == 520 && holds(only_file(b, ".svg"), "width=\"520\""));
    CU_ASSERT(access(arena_format(&b->arena, "%s/%.*s.png", b->dir, SLICE_ARG(b->charts.charts[0].name)).ptr, F_OK) != 0);
    bench_free(b);
}

/* 2020, 2023 and 2025 make no line: four of them have a sheet and are on no other, and each dot's year is told. */
static void dots_apart_are_drawn_once_with_their_years(void) {
    static const int years[] = {2020, 2023, 2025};
    struct bench    *b = bench_new();
    for (size_t i = 0; i < 4; i++) {
        struct series *s = begin(b, arena_format(&b->arena, "第%zu类企业", i), "家", KIND_LEVEL, 4);
        for (size_t y = 0; y < 3; y++) point(b, s, years[y], arena_format(&b->arena, "%zu", 500 + y * 100 + i).ptr);
    }
    CU_ASSERT(draw(b, NULL));
    size_t sheets = 0;
    for (size_t k = 0; k < b->charts.count; k++) sheets += holds(b->charts.charts[k].name, "多图");
    CU_ASSERT_EQUAL(sheets, 1);
    slice script = SLICE_NONE;
    CU_ASSERT(
        file_load(&script, arena_format(&b->arena, "%s/多图-青禾县-主要指标.gp", b->dir).ptr, 1 << 20, &b->arena, &b->err));
    CU_ASSERT(holds(script, "'2023' 2023"));
    bench_free(b);
}

/* Targets of 2024, 2026 and 2030 stand on no line either. */
static void lone_targets_have_their_years(void) {
    struct bench  *b = bench_new();
    struct series *result = begin(b, SLICE_LIT("失业率"), "%", KIND_SHARE, 2), *target;
    for (int y = 0; y < 2; y++) point(b, result, 2023 + 2 * y, "4.2");
    target = begin(b, SLICE_LIT("失业率"), "%", KIND_SHARE, 3);
    target->status = STATUS_TARGET;
    for (int y = 0; y < 2; y++) point(b, target, 2024 + 2 * y, "5");
    point(b, target, 2030, "5");
    CU_ASSERT(draw(b, NULL));
    slice script = SLICE_NONE;
    CU_ASSERT(
        file_load(&script, arena_format(&b->arena, "%s/多图-青禾县-其余指标.gp", b->dir).ptr, 1 << 20, &b->arena, &b->err));
    CU_ASSERT(holds(script, "'2026' 2026"));
    CU_ASSERT(!holds(script, "'2027' 2027"));
    bench_free(b);
}

/* 城镇新增就业 and the target for 新增城镇就业 are one figure, whose key the words' order does not change. */
static void a_target_worded_otherwise_stands_with_its_results(void) {
    struct bench  *b = bench_new();
    struct series *result = begin(b, SLICE_LIT("城镇新增就业"), "人", KIND_LEVEL, 4);
    for (int y = 0; y < 3; y++) point(b, result, 2018 + y, "5200");
    struct series *target = begin(b, SLICE_LIT("新增城镇就业"), "人", KIND_LEVEL, 4);
    target->status = STATUS_TARGET;
    target->figure = result->figure;
    for (int y = 0; y < 3; y++) point(b, target, 2018 + y, "5000");
    CU_ASSERT(draw(b, "lines"));
    CU_ASSERT_EQUAL(b->charts.count, 1);
    CU_ASSERT(b->charts.count && holds(b->charts.charts[0].desc, "5000"));
    bench_free(b);
}

static void no_label_is_code(void) {
    static const char *const hostile[] = {"a'; system('touch owned'); '",
                                          "b`touch owned`",
                                          "c\"; !touch owned\n\"",
                                          "d$(touch owned)",
                                          "@owned",
                                          "e\nEOD\nsystem('touch owned')",
                                          "f{/:Bold x}^2_3",
                                          "g%s%n%g",
                                          "h\\\nset output 'owned'",
                                          "i\t9\t9",
                                          "j</text><script>x</script>",
                                          "# k",
                                          "../../owned"};
    for (size_t k = 0; k < 3; k++) {
        static const char *const kinds[] = {"bars", "lines", "overview"};
        struct bench            *b = bench_new();
        for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
            struct series *s = begin(b, slice_of(hostile[i]), k == 0 ? "起" : hostile[(i + 3) % 13], KIND_LEVEL, 4);
            s->body = slice_of(hostile[(i + 5) % 13]);
            for (int y = 0; y < 3; y++) {
                struct claim *c = point(b, s, 2018 + y, "7");
                if (k != 1) c->year = 2020;
                c->document = k == 1 ? slice_of(hostile[(i + 7) % 13]) : slice_of(hostile[0]);
                c->body = slice_of(hostile[1]);
            }
        }
        add(b, (slice){"nul\0x", 5}, "8", "起", KIND_LEVEL, 2020)->document = slice_of(hostile[0]);
        CU_ASSERT(draw(b, kinds[k]));
        CU_ASSERT(b->charts.count >= 1);
        CU_ASSERT_EQUAL(each_file(b, false, "owned"), 0);
        CU_ASSERT(access("owned", F_OK) != 0);
        CU_ASSERT_EQUAL(each_file(b, false, ".svg"), b->charts.count);
        if (k == 0) {
            slice svg = only_file(b, ".svg"); /* drawn as they are, or as their twins */
            CU_ASSERT(holds(svg, "f{/:Bold") && holds(svg, "g%s%n%g") && holds(svg, "＠owned") && holds(svg, "&lt;script") &&
                      holds(svg, "# k"));
            CU_ASSERT(!holds(svg, "<script>x"));
        }
        bench_free(b);
    }
}

static void scripts_run_alone_and_give_the_same_bytes(void) {
    struct bench  *b = bench_new();
    struct series *s = begin(b, SLICE_LIT("处置网络舆情"), "起", KIND_LEVEL, 4);
    for (int y = 0; y < 3; y++) point(b, s, 2018 + y, arena_format(&b->arena, "%d", 280 + 33 * y).ptr);
    CU_ASSERT(draw(b, "lines"));
    slice svg = only_file(b, ".svg"), png = only_file(b, ".png");
    CU_ASSERT(svg.len > 2000 && png.len > 4000);
    CU_ASSERT_EQUAL(
        system(arena_format(&b->arena, "cd %s && rm *.svg *.png && gnuplot 折线-青禾县-处置网络舆情-起.gp", b->dir).ptr), 0);
    CU_ASSERT(slice_equal(svg, only_file(b, ".svg")) && slice_equal(png, only_file(b, ".png")));
    CU_ASSERT(draw(b, "lines"));
    CU_ASSERT(slice_equal(svg, only_file(b, ".svg")) && slice_equal(png, only_file(b, ".png")));
    CU_ASSERT_EQUAL(each_file(b, false, ""), 4);
    bench_free(b);
}

/* What run draws of the invented reports: every text in its place, every word a character that the font has. */
static void charts_of_the_fixtures_hold_together(void) {
    static const char *const paths[] = {"fixtures/reports"};
    struct bench            *b = bench_new();
    struct options           options = {.paths = paths, .path_count = 1, .quiet = true, .progress = WHEN_NEVER};
    struct gathering         g;
    struct comparison        comparison;
    struct chart_style       style = {.kind = NULL};
    CU_ASSERT(claims_gather(&g, &options, &b->arena, &b->err) && claims_compare(&comparison, &g, &options, &b->arena, &b->err));
    CU_ASSERT(charts_draw(b->dir, &comparison, &style, &b->charts, &b->arena, &b->err));
    CU_ASSERT(b->charts.count >= 10);
    for (size_t i = 0; i < b->charts.count; i++) {
        const struct chart *c = &b->charts.charts[i];
        slice               svg = SLICE_NONE;
        CU_ASSERT(file_load(&svg, arena_format(&b->arena, "%s/%.*s.svg", b->dir, SLICE_ARG(c->name)).ptr, 1 << 24, &b->arena,
                            &b->err));
        CU_ASSERT(texts_inside(svg) >= 6);
        CU_ASSERT(holds(
            svg, arena_format(&b->arena, "<title id=\"title\">%.*s</title>", SLICE_ARG(text_xml(c->title, &b->arena))).ptr));
        CU_ASSERT(c->desc.len > 20 && !holds(svg, "\xEF\xBF\xBD") && !holds(svg, "{"));
    }
    gathering_free(&g);
    bench_free(b);
}

/* pdftotext tells where each word stands: <word xMin="24.0" yMin="9.1" xMax="99.5" yMax="24.4">. */
static void words_of_a_pdf_stand_inside_the_page(void) {
    struct bench      *b = bench_new();
    struct chart_style style = {.kind = "bars", .pdf = true};
    for (size_t i = 0; i < 3; i++) add(b, (slice){han, (12 + i) * 3}, i ? "10000000000000" : "3", "起", KIND_LEVEL, 2020);
    CU_ASSERT(charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err));
    static const char *const argv[] = {"pdftotext", "-bbox", "-", "-", NULL};
    struct child             child = {.argv = argv, .input = only_file(b, ".pdf"), .limit = 1 << 20, .seconds = 20};
    CU_ASSERT_EQUAL(child_run(&child, &b->arena), CHILD_DONE);
    double width = attribute(child.output, "<page width=\""), height = attribute(child.output, "\" height=\"");
    size_t n = 0;
    for (size_t at = slice_find(child.output, SLICE_LIT("<word "), 0); at != SIZE_MAX;
         at = slice_find(child.output, SLICE_LIT("<word "), at + 1), n++) {
        slice word = slice_from(child.output, at);
        CU_ASSERT(attribute(word, "xMin=\"") > 0 && attribute(word, "yMin=\"") > 0);
        CU_ASSERT(attribute(word, "xMax=\"") < width && attribute(word, "yMax=\"") < height);
    }
    CU_ASSERT(width > 700 && width < 730 && n >= 8); /* 960 pixels are 720 points */
    CU_ASSERT(holds(child.output, ">10万亿起<") && !holds(child.output, "\xEF\xBF\xBD"));
    bench_free(b);
}

static void two_charts_never_share_a_name(void) {
    struct bench *b = bench_new();
    for (size_t i = 0; i < 3; i++) {
        struct series *s = begin(b, slice_of(i == 0 ? "甲/乙" : i == 1 ? "甲-乙" : "甲:乙"), "起", KIND_LEVEL, 4);
        for (int y = 0; y < 3; y++) point(b, s, 2018 + y, "5");
    }
    CU_ASSERT(draw(b, "lines"));
    CU_ASSERT_EQUAL(each_file(b, false, ".svg"), 3);
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
    {"only_what_the_axis_does_not_hold_goes_off_it", only_what_the_axis_does_not_hold_goes_off_it},
    {"every_kind_draws_inside_its_canvas", every_kind_draws_inside_its_canvas},
    {"every_figure_of_three_years_is_drawn_once", every_figure_of_three_years_is_drawn_once},
    {"no_figure_stands_on_two_sheets", no_figure_stands_on_two_sheets},
    {"labels_lie_on_no_line_of_the_grid", labels_lie_on_no_line_of_the_grid},
    {"the_page_has_its_own_size", the_page_has_its_own_size},
    {"dots_apart_are_drawn_once_with_their_years", dots_apart_are_drawn_once_with_their_years},
    {"lone_targets_have_their_years", lone_targets_have_their_years},
    {"a_target_worded_otherwise_stands_with_its_results", a_target_worded_otherwise_stands_with_its_results},
    {"no_label_is_code", no_label_is_code},
    {"scripts_run_alone_and_give_the_same_bytes", scripts_run_alone_and_give_the_same_bytes},
    {"charts_of_the_fixtures_hold_together", charts_of_the_fixtures_hold_together},
    {"words_of_a_pdf_stand_inside_the_page", words_of_a_pdf_stand_inside_the_page},
    {"two_charts_never_share_a_name", two_charts_never_share_a_name},
    CU_TEST_INFO_NULL,
};
