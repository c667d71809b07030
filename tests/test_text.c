/* Lines become paragraphs: what is told ahead of a paragraph is true of it, wherever the bounds of what is looked at at once
 * fall. */
#include "extract/text/text.h"
#include "extract/sentence/rule.h"
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { LONG = 400 * 1024 };

static struct suanpan *suanpan;
static char           *bytes;
static uint64_t        state = 7;

static uint32_t next_random(uint32_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

static const struct vocabulary *vocabulary(void) {
    struct err err = {0};
    if (!suanpan) CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
    return &suanpan_ruleset(suanpan)->vocabulary;
}

/* Lines with numerals and without, finished and cut, with what folds in some, and blank ones; now and then a very long one. */
static slice random_lines(size_t length) {
    static const char *const words[] = {"全县", "推进", "成效", "成百", "多边", "个亿", "好",   "，",   "；",   "三",   "3",
                                        "３",   "　",   " ",    "（",   "<b>",  "</b>", "文化", "旅游", "发展", "学校", "第"};
    static const char *const ends[] = {"。\n", "。\n", "。\n", "！\n", "：\n", "\n", "\n\n", "。 \r\n", "。”\n", "—3—\n"};
    size_t                   n = 0;
    while (n + 64 < length) {
        size_t plain = next_random(3), most = next_random(40) ? 60 : 20000;
        for (size_t left = next_random((uint32_t)most); left > 0 && n + 64 < length; left--) {
            slice word = slice_of(words[plain ? 17 + next_random(4) : next_random(sizeof words / sizeof *words)]);
            memcpy(bytes + n, word.ptr, word.len);
            n += word.len;
        }
        slice end = slice_of(ends[next_random(sizeof ends / sizeof *ends)]);
        memcpy(bytes + n, end.ptr, end.len);
        n += end.len;
    }
    memset(bytes + n, 0, SCAN_BEHIND);
    return (slice){bytes, n};
}

static void open_reader(struct text_reader *r, const struct document *d, struct arena *arena, struct arena *kept) {
    const struct vocabulary *v = vocabulary();
    text_open(r, d, v, numeral_set(v->numerals), arena, kept);
    r->numerals = v->numerals;
}

/* Faults in what was told of a paragraph. */
static size_t untrue(const struct text_ahead *told, const struct paragraph *p, const struct document *d) {
    const struct numeral_table *numerals = vocabulary()->numerals;
    slice                       line = slice_sub(d->text, p->source.start, p->source.start + told->line.len);
    size_t                      wrong = line.ptr != told->line.ptr;
    if (told->whole) return wrong + (p->source.end != p->source.start + line.len || !slice_ends(line, SLICE_LIT("。")));
    for (size_t at = 0; !told->marked && at < p->text.len; at += utf8_size((unsigned char)p->text.ptr[at]))
        wrong += numeral_starts(numerals, slice_from(p->text, at));
    return wrong + (told->least > p->text.len);
}

/* Faults in what `r` skips, which the reader `alone` reads. */
static size_t wrongly_skipped(struct text_reader *r, struct text_reader *alone, size_t *skipped) {
    struct paragraph p;
    size_t           wrong = 0;
    text_skip(r);
    for (; alone->at < r->at; (*skipped)++) {
        wrong += !text_next(alone, &p) || !slice_ends(p.text, SLICE_LIT("。"));
        for (size_t at = 0; at < p.text.len; at += utf8_size((unsigned char)p.text.ptr[at]))
            wrong += numeral_starts(vocabulary()->numerals, slice_from(p.text, at));
    }
    return wrong + (alone->at != r->at || alone->line != r->line);
}

static void what_is_told_ahead_is_true(void) {
    struct arena       arena, kept, other;
    struct text_reader r, alone;
    struct paragraph   p, q;
    size_t             wrong = 0, skipped = 0, passed = 0, read = 0;
    arena_init(&arena);
    arena_init(&kept);
    arena_init(&other);
    bytes = arena_text(&kept, LONG + SCAN_BEHIND);
    for (int i = 0; i < 20; i++) {
        struct document   d = {.text = random_lines(i < 4 ? LONG : 65536 + next_random(200))};
        struct text_ahead told;
        open_reader(&r, &d, &arena, &kept);
        open_reader(&alone, &d, &other, &kept);
        for (;;) {
            if (next_random(3)) wrong += wrongly_skipped(&r, &alone, &skipped);
            if (!text_ahead(&r, &told)) break;
            wrong += !text_next(&alone, &p) || untrue(&told, &p, &d);
            if (next_random(2)) {
                text_pass(&r);
                passed++;
                continue;
            }
            wrong += !text_next(&r, &q) || !slice_equal(p.text, q.text) || p.line != q.line || p.source.end != q.source.end;
            read++;
            arena_reset(&arena);
            arena_reset(&other);
        }
        wrong += text_next(&r, &q) || text_next(&alone, &p);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(skipped > 50 && passed > 500 && read > 500);
    arena_free(&arena);
    arena_free(&kept);
    arena_free(&other);
    suanpan_close(suanpan);
    suanpan = NULL;
}

CU_TestInfo test_text[] = {{"what_is_told_ahead_is_true", what_is_told_ahead_is_true}, CU_TEST_INFO_NULL};
