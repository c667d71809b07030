/* One look at a character tells which tables to ask (extract/words/mark.h). What is never asked must never have had an answer:
 * on text made of what the tables hold, a vocabulary whose every character bears every mark reads the same quantities. And what
 * is read straight on (extract/words/numeral_short.c) is read as the reader that knows all reads it. */
#include "extract/words/numeral_table.h"
#include "extract/words/unit.h"
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
           same_decimal(m->value, n->value) && same_decimal(numeral_low(m), numeral_low(n)) &&
           same_decimal(numeral_high(m), numeral_high(n));
}

static bool load(struct vocabulary *v) {
    struct err err = {0};
    bool       good = vocabulary_load(v, rules, 1, &run, &err);
    if (!good) err_print(&err);
    return good;
}

/* Asked with `beyond`, a quantity is the same or, when its numeral ends before that, none. */
static bool ends_before(const struct vocabulary *v, const struct spelling *s, size_t i, size_t end,
                        const struct quantity *whole, struct arena *arena) {
    struct numeral  n;
    struct quantity q;
    bool            led = numeral_heads_unit(v->numerals, s->letters + i); /* 近|千米 */
    size_t          digits = s->at[i + numeral_scan(v->numerals, s->letters + i, s->count - i, led, &n)];
    size_t beyond = s->at[i] + next_random(12), again = quantity_scan(&(struct quantity_text){v, s, 0, arena}, i, beyond, &q);
    return digits < beyond ? again == 0 : again == end && (end == 0 || same(&q, whole));
}

static void marks_hide_no_quantity(void) {
    struct vocabulary v, blind;
    struct spelling   s;
    struct arena      scratch;
    struct err        err = {0};
    char              out[LONGEST];
    size_t            found = 0, joined = 0, wrong = 0, cut = 0;
    arena_init(&run);
    arena_init(&scratch);
    bool good = load(&v) && load(&blind) && tsv_load(&qualifiers, v.qualifiers_path, &run, &err) &&
                tsv_load(&numerals, v.numerals_path, &run, &err);
    CU_ASSERT(good);
    for (size_t i = 0; good && i < blind.alphabet->count; i++)
        blind.alphabet->marks[i] = UINT32_MAX, blind.alphabet->ends[i] = blind.alphabet->heads[i] = UINT64_MAX;
    for (int i = 0; good && i < ROUNDS; i++) {
        slice text = random_text(&v, out);
        spell(&s, v.alphabet, text, 0);
        for (size_t at = 0, floor = 0; at < s.count; at++) {
            struct quantity a, b;
            if (!numeral_starts_spelt(v.numerals, s.letters + at)) continue;
            size_t end = quantity_scan(&(struct quantity_text){&v, &s, floor, &scratch}, at, 0, &a);
            size_t other = quantity_scan(&(struct quantity_text){&blind, &s, floor, &scratch}, at, 0, &b);
            bool   agree = end == other && (end == 0 || same(&a, &b));
            if (!agree && wrong++ == 0) printf("  differs at byte %u of %.*s\n", s.at[at], SLICE_ARG(text));
            found += end > 0;
            joined += end > 0 && (a.raw.start < a.digits.start || a.numeral.qualifier == QUALIFIER_RANGE);
            end = quantity_scan(&(struct quantity_text){&v, &s, 0, &scratch}, at, 0, &a);
            cut += !ends_before(&v, &s, at, end, &a, &scratch);
            floor = next_random(4) ? floor : s.at[at];
        }
        arena_reset(&scratch);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(cut, 0);
    CU_ASSERT(found > ROUNDS && joined > ROUNDS / 10);
    arena_free(&scratch);
    arena_free(&run);
}

static bool identical(decimal a, decimal b) {
    return a.present == b.present && a.coefficient == b.coefficient && a.exponent == b.exponent && a.negative == b.negative;
}

/* At every place of `text` numeral_scan says what the reader without shortcut says, to the last zero. Returns how many short
 * ones there are; `*wrong` counts those that differ. */
static size_t short_numerals(const struct numeral_table *t, slice text, size_t *wrong) {
    size_t          found = 0;
    struct spelling s;
    spell(&s, t->alphabet, text, 0);
    for (size_t at = 0; at < s.count; at++) {
        struct numeral m = {0}, n = {0};
        bool           led = at % 2;
        size_t         size = numeral_short(t, s.letters + at, &m);
        bool           starts = numeral_starts_spelt(t, s.letters + at) || s.letters[at] == '.';
        *wrong += !starts && numeral_scan_whole(t, s.letters + at, s.count - at, led, &n) > 0;
        if (size == NUMERAL_LONG) continue;
        bool agree = size == numeral_scan_whole(t, s.letters + at, s.count - at, led, &n) && identical(m.value, n.value) &&
                     identical(numeral_low(&m), numeral_low(&n)) && m.form == n.form && m.qualifier == n.qualifier &&
                     m.single == n.single && m.scale_end == n.scale_end && !numeral_high(&n).present && !n.divided && !n.unit &&
                     !n.approximate && !n.fused && !n.word && !n.too_long;
        if (!agree && (*wrong)++ == 0) printf("  differs: %.*s\n", SLICE_ARG(slice_from(text, s.at[at])));
        found++;
    }
    return found;
}

static void short_numerals_are_read_as_all_are(void) {
    static const char *const tables[] = {"numeral", "unit", "legal_units", "claim", "refused", "series", "grid", "body"};
    static const char *const pieces[] = {"0",  "1",      "7",  "12",   "300",  "007",  "1234567890", ".",    ".5", ",",  ",234",
                                         "，", "，567",  "万", "亿",   "兆",   "千瓦", "k",          "e5",   "E",  "/",  "-",
                                         " ",  "%",      "三", "两",   "零",   "〇",   "一",         "半",   "般", "上", "亿元",
                                         "、", "、四十", "至", "个",   "个亿", "余",   "成",         "成立", "点", "元", "多",
                                         "+",  "百",     "千", "余额", "几",   "数",   "多万"};
    struct vocabulary        v;
    struct arena             scratch;
    struct err               err = {0};
    char                     out[LONGEST];
    size_t                   random = 0, written = 0, wrong = 0;
    arena_init(&run);
    arena_init(&scratch);
    bool good =
        load(&v) && tsv_load(&qualifiers, v.qualifiers_path, &run, &err) && tsv_load(&numerals, v.numerals_path, &run, &err);
    CU_ASSERT(good);
    for (int i = 0; good && i < ROUNDS; i++) random += short_numerals(v.numerals, random_text(&v, out), &wrong);
    for (int i = 0; good && i < 20 * ROUNDS; i++) {
        size_t n = 0;
        for (uint32_t left = 1 + next_random(5); left; left--)
            n += (size_t)snprintf(out + n, sizeof out - n, "%s", pieces[next_random(sizeof pieces / sizeof *pieces)]);
        random += short_numerals(v.numerals, (slice){out, n}, &wrong);
    }
    for (size_t i = 0; good && i < sizeof tables / sizeof *tables; i++) {
        struct tsv table;
        slice      path = arena_format(&scratch, "fixtures/%s.tsv", tables[i]);
        good = tsv_load(&table, path.ptr, &scratch, &err);
        for (size_t row = 0; good && row < table.rows; row++)
            for (size_t cell = 0; cell < table.columns; cell++)
                written += short_numerals(v.numerals, table.row[row].cells[cell], &wrong);
    }
    CU_ASSERT(good);
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(random > ROUNDS && written > 1000);
    arena_free(&scratch);
    arena_free(&run);
}

/* Sixteen thousand ones and 个: what is spelt first ends within them, and no 111个 is left over. */
static void a_number_past_what_is_spelt_is_read_to_its_end(void) {
    static const char *const ones[] = {"1", "三"};
    struct vocabulary        v;
    struct arena             scratch;
    arena_init(&run);
    arena_init(&scratch);
    bool good = load(&v);
    CU_ASSERT(good);
    for (size_t k = 0; good && k < sizeof ones / sizeof *ones; k++) {
        struct spelling s;
        struct quantity q;
        size_t          one = strlen(ones[k]), n = 0;
        char           *text = arena_text(&scratch, 2 * SPELLING * one + 16);
        for (int i = 0; i < 2 * SPELLING - 7; i++, n += one) memcpy(text + n, ones[k], one);
        memcpy(text + n, "个", strlen("个"));
        spell(&s, v.alphabet, (slice){text, n + strlen("个")}, 0);
        CU_ASSERT_EQUAL(quantity_scan(&(struct quantity_text){&v, &s, 0, &scratch}, 0, 0, &q), n);
        CU_ASSERT(!q.numeral.value.present && q.numeral.too_long && q.digits.end == n);
    }
    arena_free(&scratch);
    arena_free(&run);
}

CU_TestInfo test_quantity[] = {
    {"a_number_past_what_is_spelt_is_read_to_its_end", a_number_past_what_is_spelt_is_read_to_its_end},
    {"short_numerals_are_read_as_all_are", short_numerals_are_read_as_all_are},
    {"marks_hide_no_quantity", marks_hide_no_quantity},
    CU_TEST_INFO_NULL,
};
