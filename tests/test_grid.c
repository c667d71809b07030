/* Tables: each row of fixtures/grid.tsv is a table and the claims that it makes. */
#include "extract/grid/grid.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { REVIEW_YEAR = 2023 };

struct loaded {
    struct arena         run;
    struct vocabulary    vocabulary;
    struct period_table *periods;
    struct grid_words   *words;
};
static struct loaded loaded;

static bool load(void) {
    static const char *const dirs[] = {"extract/rules"};
    struct err               err = {0};
    arena_init(&loaded.run);
    bool ok = vocabulary_load(&loaded.vocabulary, dirs, 1, &loaded.run, &err) &&
              periods_load(&loaded.periods, loaded.vocabulary.alphabet, loaded.vocabulary.dates, "extract/rules/periods.tsv",
                           &loaded.run, &err) &&
              grid_words_load(&loaded.words, "extract/rules/tables.tsv", &loaded.run, &err);
    if (!ok) err_print(&err);
    return ok;
}

/* "指标|单位⏎a|b" as Markdown, HTML as it is. */
static slice source_of(slice table, slice caption, struct arena *arena) {
    if (slice_starts(table, SLICE_LIT("<")))
        return arena_format(arena, "<p>%.*s</p>%.*s", SLICE_ARG(caption), SLICE_ARG(table));
    slice out = arena_format(arena, "%.*s\n\n", SLICE_ARG(caption));
    bool  first = true;
    for (size_t at = 0; at < table.len; first = false) {
        size_t hit = slice_find(table, SLICE_LIT("⏎"), at), end = hit == SIZE_MAX ? table.len : hit;
        out = arena_format(arena, "%.*s|%.*s|\n%s", SLICE_ARG(out), SLICE_ARG(slice_sub(table, at, end)),
                           first ? "|---|---|\n" : "");
        at = end + strlen("⏎");
    }
    return out;
}

static slice shown(const struct claim *c, struct arena *arena) {
    char   value[DECIMAL_TEXT];
    size_t n = decimal_write(value, c->value);
    return arena_format(arena, "%.*s=%.*s %.*s %s %d%s%s%s%.*s%s", SLICE_ARG(c->metric), (int)n, value, SLICE_ARG(c->unit),
                        kind_names[c->kind], c->year, c->direction ? " " : "", direction_names[c->direction],
                        c->basis.len ? " " : "", SLICE_ARG(c->basis), c->status == STATUS_TARGET ? " target" : "");
}

static void grid_case(const struct corpus_row *row) {
    struct grid_rules   rules = {loaded.words, &loaded.vocabulary, loaded.periods};
    struct read_options nothing = {0};
    struct document     d;
    struct grid         grid;
    struct err          err = {0};
    size_t              first = 0;
    slice               table = corpus_cell(row, "表"), got = SLICE_NONE;
    bool read = document_from_bytes(&d, source_of(table, corpus_cell(row, "题"), row->arena), SLICE_LIT("grid"), &nothing,
                                    row->arena, &err);
    corpus_assert(row, read, "%.*s is read: %s", SLICE_ARG(table), err.text);
    if (!read) return;
    while (first < d.block_count && d.blocks[first].kind != BLOCK_CELL) first++;
    corpus_assert(row, first < d.block_count, "%.*s is a table", SLICE_ARG(table));
    if (first == d.block_count) return;
    struct grid_source source = {&d, first, REVIEW_YEAR, REVIEW_YEAR + 1, NULL};
    if (!grid_read(&grid, &source, &rules, row->arena)) {
        got = SLICE_LIT("none");
        for (size_t i = 0; i < grid.blocks; i++) corpus_assert(row, !grid.taken[i], "no cell of what is no grid is taken");
    }
    for (size_t i = 0; i < grid.count; i++) {
        slice one = shown(&grid.claims[i].claim, row->arena);
        got = arena_format(row->arena, "%.*s%s%.*s", SLICE_ARG(got), i ? "；" : "", SLICE_ARG(one));
        corpus_assert(row, slice_equal(slice_span(d.text, grid.claims[i].at), grid.claims[i].claim.raw),
                      "raw is the text at its place");
    }
    corpus_expect(row, table, corpus_cell(row, "应得"), got);
}

static void grid_makes_claims_of_figures(void) {
    if (load())
        corpus_run("fixtures/grid.tsv", grid_case);
    else
        CU_FAIL("the rules load");
    arena_free(&loaded.run);
}

/* Each word's own example must be taken for what the row says. */
static void grid_words_case(const struct corpus_row *row) {
    static const struct {
        const char *name;
        enum heading_class class;
    } classes[] = {{"指标", HEADING_STUB},   {"单位", HEADING_UNIT},   {"略", HEADING_SKIP},    {"通用", HEADING_EMPTY},
                   {"增长", HEADING_GROWTH}, {"增减", HEADING_CHANGE}, {"占比", HEADING_SHARE}, {"位次", HEADING_RANK}};
    struct grid_rules rules = {loaded.words, &loaded.vocabulary, loaded.periods};
    struct heading    h;
    slice class = corpus_cell(row, "类"), example = corpus_cell(row, "例");
    heading_read(&h, cell_fold(example, NULL, row->arena), &rules, row->arena);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (slice_equal(class, slice_of(classes[i].name)))
            corpus_assert(row, h.class == classes[i].class, "%.*s => %.*s, got class %d, label %.*s", SLICE_ARG(example),
                          SLICE_ARG(class), (int)h.class, SLICE_ARG(h.label));
    if (slice_equal(class, SLICE_LIT("其中")) || slice_equal(class, SLICE_LIT("引领"))) /* 其中：水稻 */
        corpus_expect(row, example, SLICE_LIT("水稻"), h.label);
    if (slice_equal(class, SLICE_LIT("比较"))) corpus_expect(row, example, SLICE_LIT("start"), h.basis);
    if (slice_equal(class, SLICE_LIT("无值")))
        corpus_assert(row, grid_starts(loaded.words, GRID_NONE, example) == example.len, "%.*s tells no value",
                      SLICE_ARG(example));
    if (slice_equal(class, SLICE_LIT("目标"))) corpus_assert(row, h.target, "%.*s is a target", SLICE_ARG(example));
    if (slice_equal(class, SLICE_LIT("同比"))) corpus_expect(row, example, SLICE_LIT("yoy"), h.basis);
    if (slice_equal(class, SLICE_LIT("环比"))) corpus_expect(row, example, SLICE_LIT("mom"), h.basis);
}

static void grid_words_prove_themselves(void) {
    if (load())
        corpus_run("extract/rules/tables.tsv", grid_words_case);
    else
        CU_FAIL("the rules load");
    arena_free(&loaded.run);
}

CU_TestInfo test_grid[] = {
    {"grid_makes_claims_of_figures", grid_makes_claims_of_figures},
    {"grid_words_prove_themselves", grid_words_prove_themselves},
    CU_TEST_INFO_NULL,
};
