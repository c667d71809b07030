/* normalize: the rows of the tables in fixtures/normalize, one line of text and all that it holds. */
#include "extract/normalize.h"
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static const char *const topics[] = {
    "fixtures/normalize/age.tsv",      "fixtures/normalize/dimension.tsv",   "fixtures/normalize/fraction.tsv",
    "fixtures/normalize/mixed.tsv",    "fixtures/normalize/money.tsv",       "fixtures/normalize/negative.tsv",
    "fixtures/normalize/number.tsv",   "fixtures/normalize/ordinal.tsv",     "fixtures/normalize/range.tsv",
    "fixtures/normalize/sentence.tsv", "fixtures/normalize/temperature.tsv", "fixtures/normalize/time.tsv",
};

static struct suanpan *suanpan;

struct answer {
    char   text[2048];
    size_t length;
    slice  line;
};

static void append(struct answer *a, slice what) {
    if (a->length + what.len > sizeof a->text) return;
    if (what.len) memcpy(a->text + a->length, what.ptr, what.len);
    a->length += what.len;
}

static void append_number(struct answer *a, decimal d) {
    char digits[DECIMAL_TEXT];
    append(a, (slice){digits, decimal_write(digits, d)});
}

/* raw = value unit, without the raw where it is the whole line; up, down, about, nearly, over and under by name; ; between
 * two. */
static bool collect(void *context, const struct reading *r) {
    struct answer *a = context;
    if (a->length) append(a, SLICE_LIT("; "));
    if (!slice_equal(r->raw, a->line)) append(a, r->raw), append(a, SLICE_LIT(" "));
    append(a, SLICE_LIT("= "));
    if (r->direction != DIRECTION_NONE) append(a, slice_of(direction_names[r->direction])), append(a, SLICE_LIT(" "));
    if (r->kind == KIND_RANK) append(a, SLICE_LIT("rank "));
    if (r->kind == KIND_DATE)
        append(a, r->date);
    else if (r->kind == KIND_RATIO)
        append(a, SLICE_LIT("ratio"));
    else if (r->qualifier == QUALIFIER_RANGE) {
        append_number(a, r->low);
        append(a, SLICE_LIT(".."));
        append_number(a, r->high);
    } else {
        if (r->qualifier != QUALIFIER_EXACT) append(a, slice_of(qualifier_names[r->qualifier])), append(a, SLICE_LIT(" "));
        append_number(a, r->value);
    }
    if (r->unit.len) append(a, SLICE_LIT(" ")), append(a, r->unit);
    return true;
}

static void normalize_case(const struct corpus_row *row) {
    slice         text = corpus_cell(row, "原文");
    struct answer a = {.line = text};
    normalize_line(suanpan_ruleset(suanpan), text, collect, &a, row->arena);
    corpus_expect(row, text, corpus_cell(row, "应得"), (slice){a.text, a.length});
}

static void normalize_corpus_agrees(void) {
    struct err err = {0};
    bool       open = suanpan_open(&suanpan, NULL, 0, &err);
    if (!open) err_print(&err);
    CU_ASSERT_FATAL(open);
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) corpus_run(topics[i], normalize_case);
    suanpan_close(suanpan);
}

CU_TestInfo test_normalize[] = {{"normalize_corpus_agrees", normalize_corpus_agrees}, CU_TEST_INFO_NULL};
