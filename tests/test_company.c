/* A sentence that says all by itself says the same in company: behind another that counts nothing and before one, as an item of
 * a list, and when somebody says it. Over the single sentences of fixtures/claim.tsv; nobody has to write down what comes out.
 */
#include "tests/corpus.h"

#include "extract/suanpan.h"

#include "extract/base/banned.h"

static struct extractor *extractor;

struct told {
    struct arena *arena;
    slice         rows; /* one behind the other */
};

static bool take(void *context, const struct claim *c) {
    struct told *told = context;
    char         value[DECIMAL_TEXT], low[DECIMAL_TEXT], high[DECIMAL_TEXT];
    int n = (int)decimal_write(value, c->value), l = (int)decimal_write(low, c->low), h = (int)decimal_write(high, c->high);
    told->rows = arena_format(
        told->arena, "%.*s; %.*s|%.*s|%.*s|%.*s %.*s qualifier %d kind %d direction %d role %d basis %.*s status %d year %d",
        SLICE_ARG(told->rows), SLICE_ARG(c->metric), n, value, SLICE_ARG(c->unit), l, low, h, high, (int)c->qualifier,
        (int)c->kind, (int)c->direction, (int)c->role, SLICE_ARG(c->basis), (int)c->status, c->year);
    return true;
}

static slice rows_of(const struct corpus_row *row, const char *before, slice sentence, const char *behind) {
    struct document document = {.path = SLICE_LIT("句"), .year = slice_int(corpus_cell(row, "报告年"))};
    struct told     told = {row->arena, SLICE_LIT("")};
    struct err      err = {0};
    document.text = arena_format(row->arena, "%s%.*s%s", before, SLICE_ARG(sentence), behind);
    corpus_assert(row, extractor_run(extractor, &document, take, &told, NULL, &err), "%.*s: %s", SLICE_ARG(sentence), err.text);
    return told.rows;
}

/* Does the cell hold one sentence and nothing else, which leans on none before it? One with a quotation in it is none in
 * another: which mark ends it, only its sense tells. */
static bool stands_alone(slice sentence) {
    static const char *const leans[] = {"下一步", "下步", "一是", "二是", "三是", NULL};
    static const char *const more[] = {"\\n", "；", ";", "！", "!", "？", "?", "“", "\"", "正文", "原标题", NULL};
    size_t                   stop = slice_find(sentence, SLICE_LIT("。"), 0);
    if (!sentence.len || !starts_han(sentence.ptr) || stop + strlen("。") != sentence.len) return false;
    for (size_t i = 0; leans[i]; i++)
        if (slice_starts(sentence, slice_of(leans[i]))) return false;
    for (size_t i = 0; more[i]; i++)
        if (slice_has(sentence, slice_of(more[i]))) return false;
    return true;
}

static void company_case(const struct corpus_row *row) {
    /* characters that both scripts write, so that traditional sentences stay such */
    static const struct company {
        const char *before, *behind;
    } all[] = {{"大家全力以赴。", ""}, {"", "大家全力以赴。"}, {"三是", ""}, {"● ", ""}, {"“", "”"}, {"李明说：“", "”"}};
    slice sentence = corpus_cell(row, "句");
    if (!slice_int(corpus_cell(row, "报告年")) || !stands_alone(sentence))
        return; /* a report's year, the first line may tell */
    slice want = rows_of(row, "", sentence, "");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        slice got = rows_of(row, all[i].before, sentence, all[i].behind);
        corpus_assert(row, slice_equal(want, got), "%s%.*s%s: %.*s, got %.*s", all[i].before, SLICE_ARG(sentence),
                      all[i].behind, SLICE_ARG(want), SLICE_ARG(got));
    }
}

static void sentences_say_the_same_in_company(void) {
    struct suanpan *suanpan;
    struct err      err = {0};
    CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
    extractor = extractor_new(suanpan);
    CU_ASSERT_FATAL(extractor != NULL);
    corpus_run("fixtures/claim.tsv", company_case);
    extractor_free(extractor);
    suanpan_close(suanpan);
}

CU_TestInfo test_company[] = {{"sentences_say_the_same_in_company", sentences_say_the_same_in_company}, CU_TEST_INFO_NULL};
