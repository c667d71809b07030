/* One look at a character tells which tables to ask (extract/mark.h). What is never asked must never have had an answer: on
 * text made of what the tables hold, a vocabulary whose every character bears every mark reads the same quantities. */
#include "extract/unit.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { ROUNDS = 3000, PIECES = 24, LONGEST = 4096 };

static const char *const rules[] = {"extract/rules"};
static struct arena      run;
static uint64_t          state = 20260105;

static uint32_t next_random(uint32_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

static struct tsv qualifiers, numerals;

static slice random_cell(const struct tsv *table) {
    slice  cell = tsv_cell(&table->row[next_random((uint32_t)table->rows)], tsv_column(table, "写法"));
    size_t end = slice_find(cell, SLICE_LIT(" "), 0);
    return end == SIZE_MAX ? cell : slice_sub(cell, 0, end);
}

/* Numerals, units, qualifiers and what stands between them, in no order that anyone would write. */
static slice random_text(const struct vocabulary *v, char *out) {
    static const char *const between[] = {".5角", "米", "3",  "17", "2025", "1.5", "三",   "十",      "五百", "万",
                                          "，",   "。", " ",  "　", "（",   "）",  "元",   "个",      "半",   "多",
                                          "×",    ".",  "-",  "每", "/",    "零",  "至",   "约",      "以上", "第",
                                          "￥",   "成", "点", ":",  "余",   "几",  "人民", "\xC2\xA0"};
    size_t                   n = 0;
    for (size_t i = 1 + next_random(PIECES); i > 0; i--) {
        slice piece = slice_of(between[next_random(sizeof between / sizeof *between)]);
        switch (next_random(6)) {
        case 0: piece = units_at(v->units, next_random((uint32_t)units_count(v->units)))->surface; break;
        case 1: piece = random_cell(&qualifiers); break;
        case 2: piece = random_cell(&numerals); break;
        default: break;
        }
        if (n + piece.len > LONGEST) break;
        if (piece.len) memcpy(out + n, piece.ptr, piece.len);
        n += piece.len;
    }
    return (slice){out, n};
}

static bool same_decimal(decimal a, decimal b) { return a.present == b.present && (!a.present || decimal_compare(a, b) == 0); }

static bool same(const struct quantity *a, const struct quantity *b) {
    const struct numeral *m = &a->numeral, *n = &b->numeral;
    return a->raw.start == b->raw.start && a->raw.end == b->raw.end && a->digits.start == b->digits.start &&
           a->digits.end == b->digits.end && slice_equal(a->unit_name, b->unit_name) && a->ordinal == b->ordinal &&
           a->negative == b->negative && a->said == b->said && a->code == b->code && a->qualifier_line == b->qualifier_line &&
           m->form == n->form && m->qualifier == n->qualifier && m->scale_end == n->scale_end &&
           same_decimal(m->value, n->value) && same_decimal(m->low, n->low) && same_decimal(m->high, n->high);
}

static bool load(struct vocabulary *v) {
    struct err err = {0};
    bool       good = vocabulary_load(v, rules, 1, &run, &err);
    if (!good) err_print(&err);
    return good;
}

/* Asked with `beyond`, a quantity is the same or, when its numeral ends before that, none. */
static bool ends_before(const struct vocabulary *v, slice text, size_t at, size_t end, const struct quantity *whole,
                        struct arena *arena) {
    struct numeral  n;
    struct quantity q;
    size_t          digits = at + numeral_scan(v->numerals, slice_from(text, at), false, &n), beyond = at + next_random(12);
    size_t          again = quantity_scan(v, text, at, 0, beyond, arena, &q);
    return digits < beyond ? again == 0 : again == end && (end == 0 || same(&q, whole));
}

static void marks_hide_no_quantity(void) {
    struct vocabulary v, blind;
    struct arena      scratch;
    struct err        err = {0};
    char              out[LONGEST];
    size_t            found = 0, joined = 0, wrong = 0, cut = 0;
    arena_init(&run);
    arena_init(&scratch);
    bool good = load(&v) && load(&blind) && tsv_load(&qualifiers, v.qualifiers_path, &run, &err) &&
                tsv_load(&numerals, v.numerals_path, &run, &err);
    CU_ASSERT(good);
    for (size_t i = 0; good && i < blind.alphabet->count; i++) blind.alphabet->marks[i] = UINT32_MAX;
    for (int i = 0; good && i < ROUNDS; i++) {
        slice text = random_text(&v, out);
        for (size_t at = 0, floor = 0; at < text.len; at += utf8_size((unsigned char)text.ptr[at])) {
            struct quantity a, b;
            if (!numeral_starts(v.numerals, slice_from(text, at))) continue;
            size_t end = quantity_scan(&v, text, at, floor, 0, &scratch, &a);
            size_t other = quantity_scan(&blind, text, at, floor, 0, &scratch, &b);
            bool   agree = end == other && (end == 0 || same(&a, &b));
            if (!agree && wrong++ == 0) printf("  differs at byte %zu of %.*s\n", at, SLICE_ARG(text));
            found += end > 0;
            joined += end > 0 && (a.raw.start < a.digits.start || a.numeral.qualifier == QUALIFIER_RANGE);
            end = quantity_scan(&v, text, at, 0, 0, &scratch, &a);
            cut += !ends_before(&v, text, at, end, &a, &scratch);
            floor = next_random(4) ? floor : at;
        }
        arena_reset(&scratch);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(cut, 0);
    CU_ASSERT(found > ROUNDS && joined > ROUNDS / 10);
    arena_free(&scratch);
    arena_free(&run);
}

CU_TestInfo test_quantity[] = {
    {"marks_hide_no_quantity", marks_hide_no_quantity},
    CU_TEST_INFO_NULL,
};
