/* Claims written in a line become contradictions, or none: fixtures/audit.tsv. The rows of rules/audit.tsv stand in it too. */
#include "export/audit/audit.h"
#include "export/audit/rules.h"
#include "tests/claim_lines.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static const struct metric_tables TABLES = {"extract/rules/metrics.tsv", "extract/rules/scripts.tsv"};

static slice number(decimal d, struct arena *arena) {
    char *room = arena_text(arena, DECIMAL_TEXT);
    return (slice){room, decimal_write(room, d)};
}

/* value error 2020 粮食产量 90 / 80 */
static slice show(const struct audit *audit, struct arena *arena) {
    slice out = SLICE_NONE;
    for (size_t i = 0; i < audit->count; i++) {
        const struct contradiction *f = &audit->items[i];
        out = arena_format(arena, "%.*s%s%s %s %d %.*s %.*s / %.*s", SLICE_ARG(out), i ? "；" : "", check_names[f->check],
                           severity_names[f->severity], f->year, SLICE_ARG(f->claim->metric),
                           SLICE_ARG(number(f->value, arena)), SLICE_ARG(number(f->against, arena)));
    }
    return audit->count ? out : SLICE_LIT("-");
}

static void audit_case(const struct corpus_row *row) {
    struct metric_rules *metrics;
    struct audit_rules  *words;
    struct comparison    comparison;
    struct audit         audit;
    struct claim        *claims;
    struct err           err = {0};
    slice                input = corpus_cell(row, "说法");
    size_t               n = claim_lines_read(&claims, input, row->arena);
    bool                 made = metric_rules_load(&metrics, &TABLES, row->arena, &err) &&
                audit_rules_load(&words, "extract/rules/audit.tsv", row->arena, &err) &&
                series_build(&comparison, claims, n, &(struct joined_by){.rules = metrics}, row->arena, &err);
    if (!made) err_print(&err);
    CU_ASSERT(made);
    if (!made) return;
    comparison.audit = words;
    audit_make(&audit, &comparison, row->arena);
    corpus_expect(row, input, corpus_cell(row, "应得"), show(&audit, row->arena));
}
static void audit_corpus_agrees(void) { corpus_run("fixtures/audit.tsv", audit_case); }

static void an_audit_without_words_finds_less_and_does_not_fail(void) {
    struct arena      arena;
    struct comparison nothing = {0};
    struct audit      audit;
    arena_init(&arena);
    audit_make(&audit, &nothing, &arena);
    CU_ASSERT_EQUAL(audit.count, 0);
    arena_free(&arena);
}

CU_TestInfo test_audit[] = {
    {"audit_corpus_agrees", audit_corpus_agrees},
    {"an_audit_without_words_finds_less_and_does_not_fail", an_audit_without_words_finds_less_and_does_not_fail},
    CU_TEST_INFO_NULL,
};
