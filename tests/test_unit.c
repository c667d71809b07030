/* Units, their tables and the choice between readings: fixtures/unit.tsv, and what the tables promise of themselves. */
#include "extract/words/period.h"
#include "extract/words/qualifier.h"
#include "extract/words/unit.h"
#include "tests/corpus.h"

#include <stdio.h>
#include <unistd.h>

#include "extract/base/banned.h"

static const char *const rules[] = {"extract/rules"};

static struct vocabulary vocabulary;
static struct arena      run;

static bool loaded(void) {
    struct err err = {0};
    if (vocabulary.units) return true;
    arena_init(&run);
    bool good = vocabulary_load(&vocabulary, rules, 1, &run, &err);
    if (!good) err_print(&err);
    CU_ASSERT(good);
    return good;
}

static slice one_in_base(const struct unit *unit, struct arena *arena) {
    char            text[DECIMAL_TEXT];
    struct quantity q = {.unit = unit, .numeral.value = decimal_int(1)};
    size_t          size = decimal_write(text, quantity_base(&q));
    if (size == 0) return SLICE_LIT("");
    return arena_format(arena, "%.*s %.*s", (int)size, text, SLICE_ARG(unit->base));
}

static void unit_case(const struct corpus_row *row) {
    slice before = corpus_cell(row, "前文"), numeral = corpus_cell(row, "数"), behind = corpus_cell(row, "后文");
    slice text = arena_format(row->arena, "%.*s%.*s%.*s", SLICE_ARG(before), SLICE_ARG(numeral), SLICE_ARG(behind));
    const struct unit *unit = NULL;
    size_t             at = before.len + numeral.len;
    struct spelling    s;
    spell(&s, vocabulary.alphabet, text, 0);
    size_t start = utf8_count(before), from = start + utf8_count(numeral);
    size_t used = s.at[from + unit_scan_at(vocabulary.units, &s, from, start, row->arena, &unit)] - at;
    corpus_expect(row, text, corpus_cell(row, "取"), slice_sub(text, at, at + used));
    corpus_expect(row, text, corpus_cell(row, "规范"), used ? unit->canonical : SLICE_LIT(""));
    corpus_expect(row, text, corpus_cell(row, "量纲"), used ? unit->dimension : SLICE_LIT(""));
    corpus_expect(row, text, corpus_cell(row, "一基准"), used ? one_in_base(unit, row->arena) : SLICE_LIT(""));
}

static void unit_corpus_agrees(void) {
    if (loaded()) corpus_run("fixtures/unit.tsv", unit_case);
}

/* Each name, short name and symbol that the law lists, and a unit for each prefix. */
static void legal_units_are_all_there(void) {
    if (loaded()) corpus_run("fixtures/legal_units.tsv", unit_case);
}

static void show_fault(void *context, const struct err *fault) {
    (void)context;
    err_print(fault);
}

static void vocabulary_rows_prove_themselves(void) {
    struct period_table *periods;
    struct err           err = {0};
    if (!loaded()) return;
    CU_ASSERT_FATAL(periods_load(&periods, vocabulary.alphabet, vocabulary.dates, "extract/rules/periods.tsv", &run, &err));
    CU_ASSERT(vocabulary_check(&vocabulary, periods, &run, show_fault, NULL));
}

static void units_are_many_enough(void) {
    size_t measures = 0, currencies = 0;
    if (!loaded()) return;
    for (size_t i = 0; i < units_count(vocabulary.units); i++) {
        const struct unit *unit = units_at(vocabulary.units, i);
        measures += unit->class == UNIT_MEASURE_WORD && unit->dimension.len > 0 && !unit->factor.numerator;
        currencies += unit->class == UNIT_MONEY && slice_equal(unit->canonical, unit->surface);
    }
    CU_ASSERT(measures >= 450);
    CU_ASSERT(currencies >= 30);
}

/* Loads a units.tsv of one line beside the real measures.tsv. */
static bool units_of(const char *line, struct err *err) {
    char path[] = "/tmp/suanpan-unit-XXXXXX";
    int  handle = mkstemp(path);
    CU_ASSERT_FATAL(handle >= 0);
    FILE *file = fdopen(handle, "wb");
    fprintf(file, "写法\t规范\t量纲\t基准单位\t倍数\t类\t邻\n%s\n", line);
    fclose(file);
    struct unit_table *units;
    struct arena       scratch;
    struct alphabet    alphabet;
    arena_init(&scratch);
    alphabet_init(&alphabet, &scratch);
    bool good = units_load(&units, &alphabet, path, "extract/rules/measures.tsv", &scratch, err);
    arena_free(&scratch);
    unlink(path);
    return good;
}

static void units_load_names_line_and_column_of_a_fault(void) {
    static const struct {
        const char *line;
        int         column;
    } faults[] = {
        {"亩\t亩\t面积\t平方米\t三\t计量\t", 12},     {"亩\t亩\t面积\t平方米\t2000/0\t计量\t", 12},
        {"亩\t亩\t面积\t平方米\t-3\t计量\t", 12},     {"亩\t亩\t面积\t平方米\t3\t度量\t", 14},
        {"\t亩\t面积\t平方米\t3\t计量\t", 1},         {"亩\t亩\t\t\t3\t计量\t", 7},
        {"亩\t亩\t面积\t平方米\t3\t计量\t产 均", 17},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct err err = {0};
        CU_ASSERT(!units_of(faults[i].line, &err));
        CU_ASSERT_EQUAL(err.kind, ERR_RULE);
        CU_ASSERT_EQUAL(err.line, 2);
        CU_ASSERT_EQUAL(err.column, faults[i].column);
    }
    struct err err = {0};
    CU_ASSERT(units_of("亩\t亩\tarea\t平方米\t2000/3\t计量\t后不接 产 均", &err));
}

static void unit_factors_are_exact_ratios(void) {
    if (!loaded()) return;
    const struct unit *mu = units_find(vocabulary.units, SLICE_LIT("亩")),
                      *foot = units_find(vocabulary.units, SLICE_LIT("英尺"));
    CU_ASSERT_FATAL(mu && foot);
    CU_ASSERT(mu->factor.numerator == 2000 && mu->factor.denominator == 3);
    CU_ASSERT(foot->factor.numerator == 381 && foot->factor.denominator == 1250);
    CU_ASSERT_PTR_NULL(units_find(vocabulary.units, SLICE_LIT("亩产")));
    CU_ASSERT_PTR_NULL(units_find(vocabulary.units, SLICE_LIT("/")));
}

CU_TestInfo test_unit[] = {
    {"unit_corpus_agrees", unit_corpus_agrees},
    {"legal_units_are_all_there", legal_units_are_all_there},
    {"vocabulary_rows_prove_themselves", vocabulary_rows_prove_themselves},
    {"units_are_many_enough", units_are_many_enough},
    {"units_load_names_line_and_column_of_a_fault", units_load_names_line_and_column_of_a_fault},
    {"unit_factors_are_exact_ratios", unit_factors_are_exact_ratios},
    CU_TEST_INFO_NULL,
};
