/* fixtures/claim.tsv: a sentence and all that it gives, in the words of the table's own head. A row with something in 待解决
 * is a gap that we know: it must still fail, and the day it holds it must lose its mark. */
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

#include <stdio.h>

static struct extractor *extractor;
static size_t            rows, gaps;

enum { MOST_CLAIMS = 40 };

struct got {
    struct arena *arena;
    int           year; /* of the report */
    size_t        count;
    slice         metric[MOST_CLAIMS], value[MOST_CLAIMS], unit[MOST_CLAIMS], marks[MOST_CLAIMS];
};

static slice number(struct arena *arena, decimal d) {
    char digits[DECIMAL_TEXT];
    if (!d.present) return SLICE_LIT("-");
    return arena_copy(arena, (slice){digits, decimal_write(digits, d)});
}

static void mark(struct got *g, const char *name, slice what) {
    slice *marks = &g->marks[g->count];
    if (what.len)
        *marks = arena_format(g->arena, "%.*s%s%s:%.*s", SLICE_ARG(*marks), marks->len ? " " : "", name, SLICE_ARG(what));
}

/* A bound that the value itself is goes without saying: 超过30万 has low 300000. That it has none would be told, low:-. */
static void mark_bound(struct got *g, const char *name, decimal bound, decimal value, bool said) {
    bool wanted = said && value.present;
    if (wanted && bound.present && decimal_compare(bound, value) == 0) return;
    if (wanted || bound.present) mark(g, name, number(g->arena, bound));
}

static bool collect(void *context, const struct claim *c) {
    struct got *g = context;
    if (g->count + 1 >= MOST_CLAIMS) return false;
    g->metric[g->count] = arena_copy(g->arena, c->metric);
    g->value[g->count] = number(g->arena, c->value);
    g->unit[g->count] = arena_copy(g->arena, c->unit);
    g->marks[g->count] = SLICE_LIT("");
    if (c->qualifier != QUALIFIER_EXACT) mark(g, "q", slice_of(qualifier_names[c->qualifier]));
    mark_bound(g, "low", c->low, c->value, c->qualifier == QUALIFIER_OVER);
    mark_bound(g, "high", c->high, c->value, c->qualifier == QUALIFIER_UNDER || c->qualifier == QUALIFIER_NEARLY);
    if (c->kind != KIND_LEVEL) mark(g, "kind", slice_of(kind_names[c->kind]));
    mark(g, "dir", slice_of(direction_names[c->direction]));
    mark(g, "basis", c->basis);
    mark(g, "role", slice_of(role_names[c->role]));
    if (c->status != STATUS_ACTUAL) mark(g, "status", slice_of(status_names[c->status]));
    if (c->year != g->year) mark(g, "year", arena_format(g->arena, "%d", c->year));
    mark(g, "period", c->period.len ? c->period : SLICE_LIT("-"));
    g->count++;
    return true;
}

/* The piece of `text` from `*at` to the next `between`; `*at` goes behind it, and to the end behind the last. */
static slice next_piece(slice text, const char *between, size_t *at) {
    slice  apart = slice_of(between);
    size_t end = slice_find(text, apart, *at);
    slice  piece = slice_sub(text, *at, end == SIZE_MAX ? text.len : end);
    *at = end == SIZE_MAX ? text.len + 1 : end + apart.len;
    return slice_trim(piece);
}

static bool has_piece(slice text, const char *between, slice what) {
    for (size_t at = 0; at <= text.len;)
        if (slice_equal(next_piece(text, between, &at), what)) return true;
    return false;
}

/* The same marks in any order; of periods only a row that tells one is asked. */
static bool same_marks(slice want, slice got) {
    const bool timed = slice_find(want, SLICE_LIT("period:"), 0) != SIZE_MAX;
    size_t     w = 0, g = 0;
    for (size_t at = 0; at <= want.len;) {
        slice piece = next_piece(want, " ", &at);
        if (!piece.len) continue;
        w++;
        if (!has_piece(got, " ", piece)) return false;
    }
    for (size_t at = 0; at <= got.len;) {
        slice piece = next_piece(got, " ", &at);
        g += piece.len > 0 && (timed || !slice_starts(piece, SLICE_LIT("period:")));
    }
    return w == g;
}

static bool same_claim(slice want, const struct got *g, size_t i) {
    size_t at = 0;
    slice  metrics = next_piece(want, "|", &at), value = next_piece(want, "|", &at), unit = next_piece(want, "|", &at);
    slice  marks = slice_trim(slice_from(want, at < want.len ? at : want.len));
    return has_piece(metrics, "/", g->metric[i]) && slice_equal(value, g->value[i]) && slice_equal(unit, g->unit[i]) &&
           same_marks(marks, g->marks[i]);
}

/* Empty when all agree, else the first that does not: "want …, got …". */
static slice difference(slice want, const struct got *g) {
    size_t at = 0, i = 0;
    for (; want.len && at <= want.len; i++) {
        slice one = next_piece(want, " ; ", &at);
        if (i == g->count) return arena_format(g->arena, "want %.*s, got nothing", SLICE_ARG(one));
        if (!same_claim(one, g, i))
            return arena_format(g->arena, "want %.*s, got %.*s|%.*s|%.*s|%.*s", SLICE_ARG(one), SLICE_ARG(g->metric[i]),
                                SLICE_ARG(g->value[i]), SLICE_ARG(g->unit[i]), SLICE_ARG(g->marks[i]));
    }
    if (i < g->count)
        return arena_format(g->arena, "want no more, got %.*s|%.*s|%.*s|%.*s", SLICE_ARG(g->metric[i]), SLICE_ARG(g->value[i]),
                            SLICE_ARG(g->unit[i]), SLICE_ARG(g->marks[i]));
    return SLICE_NONE;
}

/* \n in a cell is a line end. */
static slice unescape(slice text, struct arena *arena) {
    char  *out = arena_text(arena, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool end = text.ptr[i] == '\\' && i + 1 < text.len && text.ptr[i + 1] == 'n';
        out[n++] = end ? '\n' : text.ptr[i];
        i += end;
    }
    return (slice){out, n};
}

static void claim_case(const struct corpus_row *row) {
    slice           text = corpus_cell(row, "句");
    struct document document = {.path = SLICE_LIT("句"), .text = unescape(text, row->arena)};
    struct got      got = {.arena = row->arena};
    struct err      err = {0};
    document.year = got.year = slice_int(corpus_cell(row, "报告年"));
    bool  ran = extractor_run(extractor, &document, collect, &got, NULL, &err);
    slice differs = difference(corpus_cell(row, "应得"), &got);
    bool  gap = corpus_cell(row, "待解决").len > 0;
    rows++;
    gaps += gap;
    if (!ran)
        corpus_assert(row, false, "%.*s: %s", SLICE_ARG(text), err.text);
    else if (gap)
        corpus_assert(row, differs.len > 0, "%.*s: holds now; take its mark out of 待解决", SLICE_ARG(text));
    else
        corpus_assert(row, differs.len == 0, "%.*s: %.*s", SLICE_ARG(text), SLICE_ARG(differs));
}

static void claim_corpus_agrees(void) {
    struct suanpan *suanpan;
    struct err      err = {0};
    bool            open = suanpan_open(&suanpan, NULL, 0, &err);
    if (!open) err_print(&err);
    CU_ASSERT_FATAL(open);
    extractor = extractor_new(suanpan);
    CU_ASSERT_FATAL(extractor != NULL);
    corpus_run("fixtures/claim.tsv", claim_case);
    printf("  %zu sentences, %zu of them gaps that we know\n", rows, gaps);
    extractor_free(extractor);
    suanpan_close(suanpan);
}

CU_TestInfo test_claim[] = {{"claim_corpus_agrees", claim_corpus_agrees}, CU_TEST_INFO_NULL};
