/* Claims written in one line become series, changes and matches: 甲 2018 宣讲 1200 场次 level；乙 2019 … => +300, at least 25
 * %. Rows: fixtures/series.tsv; the examples of extract/rules/metrics.tsv are run too. */
#include "export/series/change.h"
#include "export/series/metric_examples.h"

#include <stdlib.h>
#include <unistd.h>

#include "export/series/table.h"
#include "plots/axis.h"
#include "tests/claim_lines.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static const char                 RULES[] = "extract/rules/metrics.tsv";
static const struct metric_tables TABLES = {RULES, "extract/rules/scripts.tsv"};

/* ---- what came out, in a line ----------------------------------------------------------------------------------------------
 */

static slice add(slice text, const char *between, slice more, struct arena *arena) {
    return text.len ? arena_format(arena, "%.*s%s%.*s", SLICE_ARG(text), between, SLICE_ARG(more)) : more;
}

static slice digits(decimal d, struct arena *arena) {
    char *room = arena_text(arena, DECIMAL_TEXT);
    return (slice){room, decimal_write(room, d)};
}

static slice show_series(const struct series *s, struct arena *arena) {
    slice points = SLICE_NONE;
    for (size_t i = 0; i < s->point_count; i++)
        points = add(points, ",",
                     arena_format(arena, "%d=%.*s%s", s->points[i].year, SLICE_ARG(digits(s->points[i].value, arena)),
                                  s->points[i].shadowed ? "*" : ""),
                     arena);
    return arena_format(arena, "%.*s(%.*s %s%s%s%.*s)%.*s", SLICE_ARG(s->metric), SLICE_ARG(s->unit), kind_names[s->kind],
                        s->status == STATUS_TARGET ? " target" : "", s->span.len ? " " : "", SLICE_ARG(s->span),
                        SLICE_ARG(points));
}

static int by_id(const void *a, const void *b) {
    const struct series *const *x = a, *const *y = b;
    return slice_compare((*x)->id, (*y)->id);
}

static slice show_all(const struct comparison *c, struct arena *arena) {
    const struct series **order = ARENA_ARRAY(arena, const struct series *, c->count + 1);
    slice                 out = SLICE_NONE;
    for (size_t i = 0; i < c->count; i++) order[i] = &c->series[i];
    qsort(order, c->count, sizeof *order, by_id);
    for (size_t i = 0; i < c->count; i++) {
        CU_ASSERT(!i || by_id(&order[i - 1], &order[i]) < 0); /* one id, one series: 投资 of roads and 投资 of schools */
        out = add(out, " / ", show_series(order[i], arena), arena);
    }
    return out;
}

static slice show_range(decimal low, decimal high, struct arena *arena) {
    if (!low.present && !high.present) return SLICE_NONE;
    return arena_format(arena, "%.*s..%.*s", SLICE_ARG(digits(low, arena)), SLICE_ARG(digits(high, arena)));
}

static slice show_change(const struct comparison *c, struct arena *arena) {
    const struct series *level = &c->series[0], *growth = NULL;
    struct change        change;
    for (size_t i = 1; i < c->count; i++)
        if (c->series[i].kind == KIND_GROWTH && level->kind == KIND_LEVEL) growth = &c->series[i];
    change_between(&change, level, growth, NULL, arena);
    slice       out = add(digits(change.amount, arena), " ", digits(change.percent, arena), arena);
    const slice more[] = {
        show_range(change.low, change.high, arena), show_range(change.percent_low, change.percent_high, arena),
        change.average.present ? arena_format(arena, "avg=%.*s", SLICE_ARG(digits(change.average, arena))) : SLICE_NONE,
        change.points && change.to ? SLICE_LIT("points") : SLICE_NONE, change.note};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (more[i].len) out = add(out, " ", more[i], arena);
    return slice_trim(out);
}

/* ≤7.8, as the page and the charts have it. */
static slice show_sign(const struct comparison *c, struct arena *arena) {
    struct change change;
    change_between(&change, &c->series[0], NULL, NULL, arena);
    return arena_format(arena, "%s%.*s", bound_sign(change.bound), SLICE_ARG(digits(change.amount, arena)));
}

static slice show_weak(const struct comparison *c, struct arena *arena) {
    slice out = SLICE_NONE;
    for (size_t i = 0; i < c->weak_count; i++)
        out = add(out, " / ",
                  arena_format(arena, "%.*s ? %.*s", SLICE_ARG(c->weak[i].a->metric), SLICE_ARG(c->weak[i].b->metric)), arena);
    return out;
}

static bool build(struct comparison *out, slice text, const char *aliases, const char *across, struct arena *arena) {
    struct metric_rules *rules;
    struct claim        *claims;
    struct err           err = {0};
    size_t               n = claim_lines_read(&claims, text, arena);
    bool                 built = metric_rules_load(&rules, &TABLES, arena, &err) &&
                 series_build(out, claims, n, &(struct joined_by){rules, aliases, across}, arena, &err);
    if (!built) err_print(&err);
    CU_ASSERT(built);
    return built;
}

static void series_case(const struct corpus_row *row) {
    struct comparison c;
    slice             input = corpus_cell(row, "说法"), look = corpus_cell(row, "看");
    bool              across = slice_equal(look, SLICE_LIT("across"));
    if (!build(&c, input, NULL, across ? "bodies" : NULL, row->arena)) return;
    slice got = across || slice_equal(look, SLICE_LIT("series")) ? show_all(&c, row->arena)
                : slice_equal(look, SLICE_LIT("change"))         ? show_change(&c, row->arena)
                : slice_equal(look, SLICE_LIT("sign"))           ? show_sign(&c, row->arena)
                                                                 : show_weak(&c, row->arena);
    corpus_expect(row, input, corpus_cell(row, "应得"), got);
}
static void series_corpus_agrees(void) { corpus_run("fixtures/series.tsv", series_case); }

/* ---- metrics.tsv proves itself ---------------------------------------------------------------------------------------------
 */

static void check_example(void *context, int line, slice example, char sign, bool holds) {
    char shown[600];
    int *seen = context;
    ++*seen;
    (void)sign;
    snprintf(shown, sizeof shown, "%s:%d - %.*s", RULES, line, SLICE_ARG(example));
    CU_assertImplementation(holds, (unsigned)line, shown, RULES, "", CU_FALSE);
}

static void metrics_examples_hold(void) {
    struct arena arena;
    struct err   err = {0};
    int          seen = 0;
    arena_init(&arena);
    CU_ASSERT(metric_rules_examples(&TABLES, check_example, &seen, &arena, &err));
    CU_ASSERT(seen > 300);
    arena_free(&arena);
}

/* ---- what a table of rows does not say --------------------------------------------------------------------------------------
 */

static const char TWO_WORDINGS[] = "甲 2018 网评员 30 人 level；乙 2019 网络评论员 36 人 level";

static char aliases_path[40]; /* a name of its own: suites run beside one another */

static const char *write_file(const char *bytes, size_t n) {
    memcpy(aliases_path, "/tmp/suanpan-aliases-XXXXXX", sizeof "/tmp/suanpan-aliases-XXXXXX");
    int file = mkstemp(aliases_path);
    CU_ASSERT_FATAL(file >= 0);
    CU_ASSERT_EQUAL(write(file, bytes, n), (ssize_t)n);
    close(file);
    return aliases_path;
}

static void aliases_join_and_forbid(void) {
    struct arena      arena;
    struct comparison c;
    arena_init(&arena);
    if (build(&c, slice_of(TWO_WORDINGS), NULL, NULL, &arena)) CU_ASSERT_EQUAL(c.count, 2);
    static const char yes[] = "\xEF\xBB\xBFmetric,alias,join\r\n\"网评员\",网络评论员,yes\r\n";
    if (build(&c, slice_of(TWO_WORDINGS), write_file(yes, sizeof yes - 1), NULL, &arena)) CU_ASSERT_EQUAL(c.count, 1);
    remove(aliases_path);
    static const char gdp[] = "甲 2018 GDP 30 元 level；乙 2019 地区生产总值 36 元 level", no[] = "GDP,地区生产总值,no\n";
    if (build(&c, slice_of(gdp), write_file(no, sizeof no - 1), NULL, &arena)) CU_ASSERT_EQUAL(c.count, 2);
    remove(aliases_path);
    arena_free(&arena);
}

static void aliases_are_read_as_excel_saves_them_in_chinese(void) {
    static const char gbk[] =
        "\"\xCD\xF8\xC6\xC0\xD4\xB1\",\xCD\xF8\xC2\xE7\xC6\xC0\xC2\xDB\xD4\xB1,\xCA\xC7"; /* "网评员",网络评论员,是 */
    struct arena      arena;
    struct comparison c;
    arena_init(&arena);
    if (build(&c, slice_of(TWO_WORDINGS), write_file(gbk, sizeof gbk - 1), NULL, &arena)) CU_ASSERT_EQUAL(c.count, 1);
    remove(aliases_path);
    arena_free(&arena);
}

static void a_broken_alias_says_its_line(void) {
    struct arena         arena;
    struct metric_rules *rules;
    struct comparison    c;
    struct err           err = {0};
    arena_init(&arena);
    static const char broken[] = "metric,alias,join\n甲,乙,yes\n丙,丁,maybe\n";
    CU_ASSERT(metric_rules_load(&rules, &TABLES, &arena, &err));
    struct joined_by by = {.rules = rules, .aliases = write_file(broken, sizeof broken - 1)};
    CU_ASSERT_FALSE(series_build(&c, NULL, 0, &by, &arena, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_USAGE);
    CU_ASSERT_EQUAL(err.line, 3);
    remove(aliases_path);
    arena_free(&arena);
}

static void bodies_stand_side_by_side(void) {
    struct arena      arena;
    struct comparison c;
    struct table      t;
    arena_init(&arena);
    static const char text[] =
        "甲 2018 信访事项 3 件 level body=青禾县；乙 2018 信访事项 5 件 level body=白石县；乙 2019 信访事项 6 件 level body=白石县";
    if (build(&c, slice_of(text), NULL, "bodies", &arena)) {
        comparison_wide(&t, &c, NULL, &arena);
        CU_ASSERT_EQUAL(t.row_count, 2);
        CU_ASSERT(slice_equal(t.schema.columns[5].name, SLICE_LIT("白石县")));
        CU_ASSERT(slice_equal(t.rows[0][5].text, SLICE_LIT("5")));
        CU_ASSERT(slice_equal(t.rows[0][6].text, SLICE_LIT("3")));
        CU_ASSERT(slice_equal(t.rows[0][7].text, SLICE_LIT("2"))); /* spread */
    }
    arena_free(&arena);
}

static slice cell_of(const struct table *t, size_t row, const char *name) {
    for (size_t i = 0; i < t->schema.count; i++)
        if (slice_equal(t->schema.columns[i].name, slice_of(name))) return t->rows[row][i].text;
    CU_FAIL("no such column");
    return SLICE_NONE;
}

static void wide_table_tells_gaps_targets_and_published_growth(void) {
    struct arena      arena;
    struct comparison c;
    struct table      t;
    arena_init(&arena);
    static const char text[] =
        "甲 2013 粮食产量 90 吨 level；甲 2016 粮食产量 100 吨 level；乙 2018 粮食产量 120 吨 level；乙 2018 粮食产量 9.1 % growth；甲 2018 粮食产量 130 吨 level target";
    if (build(&c, slice_of(text), NULL, NULL, &arena)) {
        comparison_wide(&t, &c, NULL, &arena);
        CU_ASSERT_EQUAL(t.row_count, 3);
        CU_ASSERT(slice_equal(t.schema.columns[6].name, SLICE_LIT("2016")));
        CU_ASSERT(slice_equal(t.schema.columns[7].name, SLICE_LIT("2018")));
        CU_ASSERT(slice_equal(cell_of(&t, 0, "gaps"), SLICE_LIT("2014 to 2015: not stated; 2017: not stated")));
        CU_ASSERT(slice_equal(cell_of(&t, 0, "published_growth"), SLICE_LIT("9.1")));
        CU_ASSERT(slice_equal(cell_of(&t, 0, "target"), SLICE_LIT("130")));
        CU_ASSERT(slice_equal(cell_of(&t, 0, "avg_growth"), SLICE_LIT("9.54")));
        CU_ASSERT(slice_equal(cell_of(&t, 1, "status"), SLICE_LIT("target"))); /* beside its result */
    }
    arena_free(&arena);
}

/* Most plans call it 新增就业, one as the reviews do. */
static void targets_follow_the_result_that_one_of_their_wordings_names(void) {
    struct arena      arena;
    struct comparison c;
    struct table      t;
    arena_init(&arena);
    static const char text[] =
        "甲 2012 新增就业 5000 人 level target；甲 2011 城镇新增就业 5527 人 level；乙 2013 城镇新增就业 5400 人 level target；乙 2012 城镇新增就业 6128 人 level；丙 2014 新增就业 5100 人 level target；丙 2013 城镇新增就业 5611 人 level";
    if (build(&c, slice_of(text), NULL, NULL, &arena)) {
        comparison_wide(&t, &c, NULL, &arena);
        CU_ASSERT_EQUAL(t.row_count, 2);
        CU_ASSERT(slice_equal(c.series[0].figure, c.series[1].figure));
        CU_ASSERT(slice_equal(cell_of(&t, 0, "target"), SLICE_LIT("5400")));
        CU_ASSERT(slice_equal(cell_of(&t, 1, "metric"), SLICE_LIT("新增就业")));
    }
    arena_free(&arena);
}

static void long_table_keeps_what_was_stated(void) {
    struct arena      arena;
    struct comparison c;
    struct table      t;
    arena_init(&arena);
    if (build(&c, SLICE_LIT("甲 2018 能耗 3.1 % growth dir=down；乙 2018 能耗 3.2 % growth dir=down"), NULL, NULL, &arena)) {
        comparison_long(&t, &c, NULL, &arena);
        CU_ASSERT_EQUAL(t.row_count, 2);
        CU_ASSERT(slice_equal(cell_of(&t, 0, "value"), SLICE_LIT("3.2")));
        CU_ASSERT(slice_equal(cell_of(&t, 0, "direction"), SLICE_LIT("down")));
        CU_ASSERT(slice_equal(cell_of(&t, 1, "value"), SLICE_LIT("3.1")));
    }
    arena_free(&arena);
}

static void no_claims_make_an_empty_table(void) {
    struct arena      arena;
    struct comparison c;
    struct table      t;
    arena_init(&arena);
    if (build(&c, SLICE_NONE, NULL, NULL, &arena)) {
        comparison_wide(&t, &c, NULL, &arena);
        CU_ASSERT_EQUAL(t.row_count, 0);
        CU_ASSERT_EQUAL(t.schema.count > 9, true);
    }
    arena_free(&arena);
}

static void yearly_growth_is_rounded_to_the_nearest(void) {
    static const struct {
        int64_t     a, b;
        int         n;
        const char *want;
    } cases[] = {
        {100, 121, 2, "10"}, {100, 200, 10, "7.18"}, {100, 50, 3, "-20.63"}, {100, 100, 5, "0"}, {1, 1000, 5, "298.11"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char   room[DECIMAL_TEXT];
        size_t n = decimal_write(room, yearly_growth(decimal_int(cases[i].a), decimal_int(cases[i].b), cases[i].n));
        CU_ASSERT(slice_equal((slice){room, n}, slice_of(cases[i].want)));
    }
    CU_ASSERT_FALSE(yearly_growth(decimal_int(0), decimal_int(5), 3).present);
}

CU_TestInfo test_series[] = {
    {"series_corpus_agrees", series_corpus_agrees},
    {"metrics_examples_hold", metrics_examples_hold},
    {"aliases_join_and_forbid", aliases_join_and_forbid},
    {"aliases_are_read_as_excel_saves_them_in_chinese", aliases_are_read_as_excel_saves_them_in_chinese},
    {"a_broken_alias_says_its_line", a_broken_alias_says_its_line},
    {"bodies_stand_side_by_side", bodies_stand_side_by_side},
    {"wide_table_tells_gaps_targets_and_published_growth", wide_table_tells_gaps_targets_and_published_growth},
    {"targets_follow_the_result_that_one_of_their_wordings_names", targets_follow_the_result_that_one_of_their_wordings_names},
    {"long_table_keeps_what_was_stated", long_table_keeps_what_was_stated},
    {"no_claims_make_an_empty_table", no_claims_make_an_empty_table},
    {"yearly_growth_is_rounded_to_the_nearest", yearly_growth_is_rounded_to_the_nearest},
    CU_TEST_INFO_NULL,
};
