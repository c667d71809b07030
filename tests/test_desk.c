/* Which charts there are, and their files: every figure on one of them, the same bytes every time, a name for each, and no
 * label that gnuplot or a shell takes for code. */
#include "export/gather.h"
#include "extract/base/child.h"
#include "plots/text.h"
#include "tests/chart_bench.h"
#include "tests/corpus.h"

#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

static void draws_inside(const char *kind, const char *size) {
    struct bench      *b = bench_new();
    struct chart_style style = {.kind = kind, .size = size};
    bool               over_bodies = !strcmp(kind, "bodies");
    for (size_t i = 0; i < 5; i++) {
        struct series *s = bench_begin(b, (slice){bench_han + 3 * i, 3 * (4 + 6 * i)}, i == 1 ? "元" : "家", KIND_LEVEL, 4);
        for (int y = 0; y < 3; y++)
            bench_point(
                b, s, 2018 + y,
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
        CU_ASSERT(svg_texts_inside(svg) >= 4);
    }
    CU_ASSERT_EQUAL(bench_count(b, ".png"), b->charts.count);
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
        struct series *s = bench_begin(b, arena_format(&b->arena, "第%zu类事项", i), "件", KIND_LEVEL, 4);
        if (i >= RESULTS) s->status = STATUS_TARGET;
        for (int y = 0; y < 3; y++) bench_point(b, s, 2018 + y, i % 2 ? "5" : "7");
    }
    struct series *two = bench_begin(b, SLICE_LIT("两年的事项"), "件", KIND_LEVEL, 4);
    for (int y = 0; y < 2; y++) bench_point(b, two, 2018 + y, "5");
    CU_ASSERT(bench_draw(b, NULL));
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
    for (size_t k = 0; k < b->charts.count; k++) CU_ASSERT(!text_holds(b->charts.charts[k].desc, "两年的事项："));
    bench_free(b);
}

/* Main figures show their targets on their own sheet, so the sheets of the rest repeat none. */
static void no_figure_stands_on_two_sheets(void) {
    struct bench *b = bench_new();
    for (size_t i = 0; i < 30; i++) {
        struct series *s = bench_begin(b, arena_format(&b->arena, "第%zu类企业", i / 2), "家", KIND_LEVEL, 4);
        if (i % 2) s->status = STATUS_TARGET;
        for (int y = 0; y < 3; y++) bench_point(b, s, 2018 + y, i % 2 ? "5" : "7");
    }
    CU_ASSERT(bench_draw(b, NULL));
    for (size_t i = 0; i < 15; i++) {
        size_t sheets = 0;
        slice  panel = arena_format(&b->arena, "第%zu类企业：", i);
        for (size_t k = 0; k < b->charts.count; k++)
            sheets += text_holds(b->charts.charts[k].name, "多图") && text_holds(b->charts.charts[k].desc, panel.ptr);
        CU_ASSERT(sheets <= 1);
    }
    bench_free(b);
}

/* 五年来，改造危房9326户 is no bar of 2020. */
static void bars_of_a_year_hold_no_sum_of_years(void) {
    struct bench *b = bench_new();
    for (int i = 0; i < 4; i++) bench_add(b, arena_format(&b->arena, "第%d类案件", i), "60", "件", KIND_LEVEL, 2020);
    struct series *sum = bench_begin(b, SLICE_LIT("五年的案件"), "件", KIND_LEVEL, 1);
    bench_point(b, sum, 2020, "300");
    sum->span = SLICE_LIT("5y");
    CU_ASSERT(bench_draw(b, "bars"));
    CU_ASSERT(text_holds(bench_file(b, ".svg"), "第3类案件") && !text_holds(bench_file(b, ".svg"), "五年的案件"));
    bench_free(b);
}

/* The page's are drawn in a size of their own, and nothing but what it shows. */
static void the_page_has_its_own_size(void) {
    struct bench      *b = bench_new();
    struct chart_style style = {.kind = "lines", .page = true};
    struct series     *s = bench_begin(b, SLICE_LIT("立案"), "起", KIND_LEVEL, 4);
    for (int y = 0; y < 3; y++) bench_point(b, s, 2018 + y, "5");
    CU_ASSERT(charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err));
    CU_ASSERT(b->charts.count == 1 && b->charts.charts[0].width == 520 && text_holds(bench_file(b, ".svg"), "width=\"520\""));
    CU_ASSERT(access(arena_format(&b->arena, "%s/%.*s.png", b->dir, SLICE_ARG(b->charts.charts[0].name)).ptr, F_OK) != 0);
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
            struct series *s = bench_begin(b, slice_of(hostile[i]), k == 0 ? "起" : hostile[(i + 3) % 13], KIND_LEVEL, 4);
            s->body = slice_of(hostile[(i + 5) % 13]);
            for (int y = 0; y < 3; y++) {
                struct claim *c = bench_point(b, s, 2018 + y, "7");
                if (k != 1) c->year = 2020;
                c->document = k == 1 ? slice_of(hostile[(i + 7) % 13]) : slice_of(hostile[0]);
                c->body = slice_of(hostile[1]);
            }
        }
        bench_add(b, (slice){"nul\0x", 5}, "8", "起", KIND_LEVEL, 2020)->document = slice_of(hostile[0]);
        CU_ASSERT(bench_draw(b, kinds[k]));
        CU_ASSERT(b->charts.count >= 1);
        CU_ASSERT_EQUAL(bench_count(b, "owned"), 0);
        CU_ASSERT(access("owned", F_OK) != 0);
        CU_ASSERT_EQUAL(bench_count(b, ".svg"), b->charts.count);
        if (k == 0) {
            slice svg = bench_file(b, ".svg"); /* drawn as they are, or as their twins */
            CU_ASSERT(text_holds(svg, "f{/:Bold") && text_holds(svg, "g%s%n%g") && text_holds(svg, "＠owned") &&
                      text_holds(svg, "&lt;script") && text_holds(svg, "# k"));
            CU_ASSERT(!text_holds(svg, "<script>x"));
        }
        bench_free(b);
    }
}

static void scripts_run_alone_and_give_the_same_bytes(void) {
    struct bench  *b = bench_new();
    struct series *s = bench_begin(b, SLICE_LIT("处置网络舆情"), "起", KIND_LEVEL, 4);
    for (int y = 0; y < 3; y++) bench_point(b, s, 2018 + y, arena_format(&b->arena, "%d", 280 + 33 * y).ptr);
    CU_ASSERT(bench_draw(b, "lines"));
    slice svg = bench_file(b, ".svg"), png = bench_file(b, ".png");
    CU_ASSERT(svg.len > 2000 && png.len > 4000);
    CU_ASSERT_EQUAL(
        system(arena_format(&b->arena, "cd %s && rm *.svg *.png && gnuplot 折线-青禾县-处置网络舆情-起.gp", b->dir).ptr), 0);
    CU_ASSERT(slice_equal(svg, bench_file(b, ".svg")) && slice_equal(png, bench_file(b, ".png")));
    CU_ASSERT(bench_draw(b, "lines"));
    CU_ASSERT(slice_equal(svg, bench_file(b, ".svg")) && slice_equal(png, bench_file(b, ".png")));
    CU_ASSERT_EQUAL(bench_count(b, ""), 4);
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
        CU_ASSERT(svg_texts_inside(svg) >= 6);
        CU_ASSERT(text_holds(
            svg, arena_format(&b->arena, "<title id=\"title\">%.*s</title>", SLICE_ARG(text_xml(c->title, &b->arena))).ptr));
        CU_ASSERT(c->desc.len > 20 && !text_holds(svg, "\xEF\xBF\xBD") && !text_holds(svg, "{"));
    }
    gathering_free(&g);
    bench_free(b);
}

/* pdftotext tells where each word stands: <word xMin="24.0" yMin="9.1" xMax="99.5" yMax="24.4">. */
static void words_of_a_pdf_stand_inside_the_page(void) {
    struct bench      *b = bench_new();
    struct chart_style style = {.kind = "bars", .pdf = true};
    for (size_t i = 0; i < 3; i++)
        bench_add(b, (slice){bench_han, (12 + i) * 3}, i ? "10000000000000" : "3", "起", KIND_LEVEL, 2020);
    CU_ASSERT(charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err));
    static const char *const argv[] = {"pdftotext", "-bbox", "-", "-", NULL};
    struct child             child = {.argv = argv, .input = bench_file(b, ".pdf"), .limit = 1 << 20, .seconds = 20};
    CU_ASSERT_EQUAL(child_run(&child, &b->arena), CHILD_DONE);
    double width = svg_number(child.output, "<page width=\""), height = svg_number(child.output, "\" height=\"");
    size_t n = 0;
    for (size_t at = slice_find(child.output, SLICE_LIT("<word "), 0); at != SIZE_MAX;
         at = slice_find(child.output, SLICE_LIT("<word "), at + 1), n++) {
        slice word = slice_from(child.output, at);
        CU_ASSERT(svg_number(word, "xMin=\"") > 0 && svg_number(word, "yMin=\"") > 0);
        CU_ASSERT(svg_number(word, "xMax=\"") < width && svg_number(word, "yMax=\"") < height);
    }
    CU_ASSERT(width > 700 && width < 730 && n >= 8); /* 960 pixels are 720 points */
    CU_ASSERT(text_holds(child.output, ">10万亿起<") && !text_holds(child.output, "\xEF\xBF\xBD"));
    bench_free(b);
}

static void two_charts_never_share_a_name(void) {
    struct bench *b = bench_new();
    for (size_t i = 0; i < 3; i++) {
        struct series *s = bench_begin(b, slice_of(i == 0 ? "甲/乙" : i == 1 ? "甲-乙" : "甲:乙"), "起", KIND_LEVEL, 4);
        for (int y = 0; y < 3; y++) bench_point(b, s, 2018 + y, "5");
    }
    CU_ASSERT(bench_draw(b, "lines"));
    CU_ASSERT_EQUAL(bench_count(b, ".svg"), 3);
    bench_free(b);
}

CU_TestInfo test_desk[] = {
    {"every_kind_draws_inside_its_canvas", every_kind_draws_inside_its_canvas},
    {"every_figure_of_three_years_is_drawn_once", every_figure_of_three_years_is_drawn_once},
    {"no_figure_stands_on_two_sheets", no_figure_stands_on_two_sheets},
    {"bars_of_a_year_hold_no_sum_of_years", bars_of_a_year_hold_no_sum_of_years},
    {"the_page_has_its_own_size", the_page_has_its_own_size},
    {"no_label_is_code", no_label_is_code},
    {"scripts_run_alone_and_give_the_same_bytes", scripts_run_alone_and_give_the_same_bytes},
    {"charts_of_the_fixtures_hold_together", charts_of_the_fixtures_hold_together},
    {"words_of_a_pdf_stand_inside_the_page", words_of_a_pdf_stand_inside_the_page},
    {"two_charts_never_share_a_name", two_charts_never_share_a_name},
    CU_TEST_INFO_NULL,
};
