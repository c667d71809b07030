/* Cells through CSV, TSV and JSONL and back: =1+1 → '=1+1 → =1+1. Rows: fixtures/csv.tsv. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "extract/read/csv.h"
#include "export/table/plain.h"
#include "tests/tables.h"

#include <sys/mman.h>

#include "extract/base/banned.h"

static const struct column text_column = {{"metric", 6}, {"指标", 6}, {"", 0}, CELL_TEXT};

/* ␣ ⏎ ␍ ⇥ ␀ become what they stand for. */
static slice unshow(slice shown, struct arena *arena) {
    static const struct {
        const char *sign;
        char        byte;
    } signs[] = {{"␣", ' '}, {"⏎", '\n'}, {"␍", '\r'}, {"⇥", '\t'}, {"␀", '\0'}};
    char  *out = arena_text(arena, shown.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < shown.len;) {
        size_t s = 0;
        while (s < 5 && !slice_starts(slice_from(shown, i), slice_of(signs[s].sign))) s++;
        out[n++] = s < 5 ? signs[s].byte : shown.ptr[i];
        i += s < 5 ? 3 : 1;
    }
    return (slice){out, n};
}

/* The cell as it stands in the file, without what stands before and behind it. */
static slice written(const struct writer *writer, slice text, slice before, slice behind, struct arena *arena) {
    const struct table_schema  schema = {"cell", &text_column, 1};
    const struct write_options how = {.bom = WHEN_NEVER};
    const struct cell          cell = {CELL_TEXT, text, 0};
    const char                *path = SUANPAN_BUILD "/cell";
    struct err                 err = {0};
    void                      *state;
    if (!writer->open(&state, path, &schema, &how, arena, &err) || !writer->row(state, &cell, &err) ||
        !writer->close(state, &err))
        return slice_of(err.text);
    slice all = tables_load(path, arena);
    if (!slice_starts(all, before) || !slice_ends(all, behind)) return all;
    return slice_sub(all, before.len, all.len - behind.len);
}

static bool second_row(void *context, const slice *cells, size_t n, int line, struct err *err) {
    struct {
        struct arena *arena;
        slice         cell;
    } *seen = context;
    (void)err;
    if (line == 2) seen->cell = n == 1 ? arena_copy(seen->arena, cells[0]) : SLICE_LIT("(not one cell)");
    return true;
}

static slice read_back(char delimiter, struct arena *arena) {
    struct {
        struct arena *arena;
        slice         cell;
    } seen = {arena, SLICE_NONE};
    struct err err = {0};
    return csv_read(SUANPAN_BUILD "/cell", delimiter, second_row, &seen, &err) ? seen.cell : slice_of(err.text);
}

static void cell_case(const struct corpus_row *row) {
    struct arena *a = row->arena;
    slice         shown = corpus_cell(row, "文本"), text = unshow(shown, a), back = unshow(corpus_cell(row, "读回"), a);
    corpus_expect(row, shown, unshow(corpus_cell(row, "JSONL"), a),
                  written(&jsonl_writer, text, SLICE_LIT("{\"metric\":"), SLICE_LIT("}\n"), a));
    corpus_expect(row, shown, unshow(corpus_cell(row, "CSV"), a),
                  written(&csv_writer, text, SLICE_LIT("metric\r\n"), SLICE_LIT("\r\n"), a));
    corpus_expect(row, shown, back.len ? back : text, read_back(',', a));
    corpus_expect(row, shown, unshow(corpus_cell(row, "TSV"), a),
                  written(&tsv_writer, text, SLICE_LIT("metric\n"), SLICE_LIT("\n"), a));
    corpus_expect(row, shown, back.len ? back : text, read_back('\t', a));
}

static void cells_survive_csv_tsv_and_jsonl(void) { corpus_run("fixtures/csv.tsv", cell_case); }

static void an_only_cell_that_is_empty_is_no_blank_line(void) {
    struct arena arena;
    arena_init(&arena);
    slice cell = written(&csv_writer, SLICE_NONE, SLICE_LIT("metric\r\n"), SLICE_LIT("\r\n"), &arena);
    CU_ASSERT(slice_equal(cell, SLICE_LIT("\"\"")));
    arena_free(&arena);
}

static char *nothing(char *to, slice text, const struct quoting *quoting) {
    (void)text, (void)quoting;
    return to;
}

/* Every length to 100, the odd byte at every place, and random bytes: the wide copy says what the scalar one says. Text stands
 * at the end of a page, where nothing may be read behind it, and in its middle. */
static void wide_copy_agrees_with_its_scalar_twin(void) {
    static const struct quoting quoted = {{['"' & 15] = '"', [',' & 15] = ','}, {['+'] = true}, 'l', nothing};
    plain_putter               *put_wide = plain_putter_here();
    static const unsigned char  odd[] = {'"', ',', '\t', '\n', 0, 0x1F, 0x20, 0x7F, 0x80, 0xA2, 0xAC, 0xFF, '!', '+', '2', 'l'};
    enum { PAGE = 4096, LONGEST = 100 };
    char    *pages = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    uint64_t seed = 20260101;
    size_t   wrong = 0;
    CU_ASSERT_FATAL(pages != MAP_FAILED && mprotect(pages + PAGE, PAGE, PROT_NONE) == 0);
    for (size_t n = 1; n <= LONGEST; n++)
        for (size_t at = 0; at <= n; at++)
            for (size_t o = 0; o < sizeof odd; o++) {
                char *from = pages + (o % 2 ? PAGE - n : PAGE / 2), wide[LONGEST + COPY_ROOM], scalar[LONGEST];
                for (size_t i = 0; i < n; i++) {
                    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
                    unsigned char byte = (unsigned char)(seed >> 33);
                    from[i] = (char)(byte < 0x20 || byte == '"' || byte == ',' ? 'a' : byte);
                }
                if (at < n) from[at] = (char)odd[o];
                size_t a = (size_t)(put_wide(wide, (slice){from, n}, &quoted) - wide),
                       b = (size_t)(put_plain_scalar(scalar, (slice){from, n}, &quoted) - scalar);
                wrong += a != b || (a != n && a != 0) || memcmp(wide, from, a) != 0 || memcmp(scalar, from, a) != 0;
            }
    CU_ASSERT_EQUAL(wrong, 0);
    munmap(pages, 2 * PAGE);
}

static void integers_are_written_in_full(void) {
    static const int64_t values[] = {0,         7,  10,  99,       100, 2020, 12345, 4294967295, 999999999999999999,
                                     INT64_MAX, -1, -10, INT64_MIN};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char got[32], want[32];
        *integer_put(got, values[i]) = '\0';
        snprintf(want, sizeof want, "%lld", (long long)values[i]);
        CU_ASSERT_STRING_EQUAL(got, want);
    }
}

static bool starts_with(const char *path, const char *head, struct arena *arena) {
    return slice_starts(tables_load(path, arena), slice_of(head));
}

static void a_file_has_a_bom_unless_told_otherwise(void) {
    static const struct {
        enum when   bom;
        const char *head;
    } cases[] = {{WHEN_AUTO, "\xEF\xBB\xBF"
                             "document,"},
                 {WHEN_ALWAYS, "\xEF\xBB\xBF"
                               "document,"},
                 {WHEN_NEVER, "document,"}};
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    for (size_t i = 0; i < 3; i++) {
        struct err err = {0};
        CU_ASSERT(tables_write(&csv_writer, tables_path("a.csv", &arena), &(struct write_options){.bom = cases[i].bom},
                               (struct invented){0, 3, 0}, &err));
        CU_ASSERT(starts_with(tables_path("a.csv", &arena), cases[i].head, &arena));
    }
    arena_free(&arena);
}

static void headings_come_in_either_language_or_both(void) {
    static const char *const cases[][2] = {
        {"en", "document,body,year"}, {"zh", "文件,主体,年份"}, {"both", "document 文件,body 主体,year 年份"}};
    struct arena arena;
    arena_init(&arena);
    tables_fresh();
    for (size_t i = 0; i < 3; i++) {
        struct err err = {0};
        CU_ASSERT(tables_write(&csv_writer, tables_path("a.csv", &arena),
                               &(struct write_options){.bom = WHEN_NEVER, .header = cases[i][0]}, (struct invented){0, 3, 0},
                               &err));
        CU_ASSERT(starts_with(tables_path("a.csv", &arena), cases[i][1], &arena));
    }
    arena_free(&arena);
}

static void columns_come_as_asked_for(void) {
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    tables_fresh();
    CU_ASSERT(tables_write(&csv_writer, tables_path("a.csv", &arena),
                           &(struct write_options){.bom = WHEN_NEVER, .columns = "unit, 指标,line"}, (struct invented){1, 2, 0},
                           &err));
    CU_ASSERT(
        slice_equal(tables_load(tables_path("a.csv", &arena), &arena), SLICE_LIT("unit,metric,line\r\n场次,\"甲,乙\",2\r\n")));
    CU_ASSERT(!tables_write(&csv_writer, tables_path("b.csv", &arena), &(struct write_options){.columns = "metric,nothing"},
                            (struct invented){1, 2, 0}, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_USAGE);
    CU_ASSERT_EQUAL(tables_count(), 1);
    arena_free(&arena);
}

/* Claims with odd cells, empty ones, and every word of their enums; four stand at one place, which some do not tell. */
static struct claim odd_claim(size_t i, struct arena *arena) {
    static const char *const odd[] = {"", "甲,乙", "\"甲\"", "=1+1", " 甲", "甲\r\n乙", "-2.5", "a\\b", "处置网络舆情"};
    struct claim             c = tables_claim(i, 1, arena);
    c.place = i / 4 % 5 ? i / 4 : 0;
    c.document = arena_format(arena, "报告/%zu.txt", i / 4);
    c.section = i / 4 % 8 ? slice_of(odd[i / 4 % 9]) : arena_format(arena, "%02500zu", i / 4);
    c.unit = slice_of(odd[i / 9 % 9]);
    c.sentence = arena_format(arena, "%s，全年共处置网络舆情%zu起，其中敏感舆情%zu起%s", odd[i % 9], i, i / 2, odd[i / 3 % 9]);
    c.year = i % 5 ? 2000 + (int)(i + 2) / 4 : 0;
    c.qualifier = i % 6;
    c.kind = i % 8;
    c.direction = i % 3;
    c.role = i / 3 % 3;
    c.status = i % 2;
    return c;
}

static slice odd_claims(const struct writer *writer, const char *columns, bool straight, struct arena *arena) {
    const struct write_options how = {.bom = WHEN_NEVER, .columns = columns};
    const char                *path = tables_path("claims", arena);
    struct err                 err = {0};
    struct place_cells         kept = {0};
    void                      *state;
    bool                       good = writer->open(&state, path, &claim_schema, &how, arena, &err);
    for (size_t i = 0; i < 400 && good; i++) {
        struct claim claim = odd_claim(i, arena);
        struct cell  cells[CLAIM_COLUMN_COUNT];
        char         digits[4][DECIMAL_TEXT];
        claim_cells(&claim, cells, digits);
        good = straight ? writer->claim(state, NULL, &kept, &claim, &err) : writer->row(state, cells, &err);
    }
    CU_ASSERT(good && writer->close(state, &err));
    return tables_load(path, arena);
}

static void a_claim_is_written_as_its_cells_are(void) {
    static const struct writer *const writers[] = {&csv_writer, &tsv_writer, &jsonl_writer};
    struct arena                      arena;
    arena_init(&arena);
    tables_fresh();
    for (size_t i = 0; i < 3; i++) {
        slice straight = odd_claims(writers[i], NULL, true, &arena),
              some = odd_claims(writers[i], "unit,value,unit", true, &arena);
        CU_ASSERT(straight.len > 50000 && slice_equal(straight, odd_claims(writers[i], NULL, false, &arena)));
        CU_ASSERT(some.len > 1000 && slice_equal(some, odd_claims(writers[i], "unit,value,unit", false, &arena)));
    }
    arena_free(&arena);
}

static void a_quote_without_end_is_told_by_its_line(void) {
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    tables_fresh();
    const char *path = tables_path("bad.csv", &arena);
    FILE       *f = fopen(path, "wb");
    fputs("metric,value\r\n甲,1\r\n\"乙,2\r\n", f);
    fclose(f);
    slice last = SLICE_NONE;
    struct {
        struct arena *arena;
        slice         cell;
    } seen = {&arena, last};
    CU_ASSERT(!csv_read(path, 0, second_row, &seen, &err));
    CU_ASSERT_EQUAL(err.kind, ERR_INPUT);
    CU_ASSERT_EQUAL(err.line, 3);
    arena_free(&arena);
}

CU_TestInfo test_csv[] = {
    {"cells_survive_csv_tsv_and_jsonl", cells_survive_csv_tsv_and_jsonl},
    {"an_only_cell_that_is_empty_is_no_blank_line", an_only_cell_that_is_empty_is_no_blank_line},
    {"wide_copy_agrees_with_its_scalar_twin", wide_copy_agrees_with_its_scalar_twin},
    {"integers_are_written_in_full", integers_are_written_in_full},
    {"a_file_has_a_bom_unless_told_otherwise", a_file_has_a_bom_unless_told_otherwise},
    {"headings_come_in_either_language_or_both", headings_come_in_either_language_or_both},
    {"columns_come_as_asked_for", columns_come_as_asked_for},
    {"a_claim_is_written_as_its_cells_are", a_claim_is_written_as_its_cells_are},
    {"a_quote_without_end_is_told_by_its_line", a_quote_without_end_is_told_by_its_line},
    CU_TEST_INFO_NULL,
};
