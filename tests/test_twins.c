/* A report that is written otherwise says the same: with １２３％ for 123%, 「」 for “”, blanks at its numbers and behind its
 * commas, lines that end as those of Windows do, on pages of print, in traditional characters, its headings too. Over the
 * reports of fixtures/reports; nobody has to write down what comes out. */
#include "tests/corpus.h"

#include <glob.h>

#include "extract/read/document.h"
#include "extract/suanpan.h"

#include "extract/base/banned.h"

#define REPORTS "fixtures/reports/*/*.txt"
#define SCRIPTS "extract/rules/scripts.tsv"

enum { CODES = 0x10000, LONGEST = 1 << 20, MOST_ROWS = 2000 };

static struct arena arena; /* of the test that runs */
static uint16_t     traditional[CODES], simple[CODES];

struct rows {
    slice  row[MOST_ROWS];
    size_t count;
};

/* Names are compared in simplified characters. */
static slice simplified(slice s) {
    char *out = arena_text(&arena, s.len + 1);
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t code = utf8_decode(slice_from(s, at), &size);
        utf8_encode(code < CODES && simple[code] ? simple[code] : code, out + at);
    }
    return (slice){out, s.len};
}

static bool take(void *context, const struct claim *c) {
    struct rows *rows = context;
    char         value[DECIMAL_TEXT], low[DECIMAL_TEXT], high[DECIMAL_TEXT];
    int n = (int)decimal_write(value, c->value), l = (int)decimal_write(low, c->low), h = (int)decimal_write(high, c->high);
    CU_ASSERT_FATAL(rows->count < MOST_ROWS);
    rows->row[rows->count++] = arena_format(
        &arena,
        "%.*s|%.*s|%.*s %.*s %.*s qualifier %d kind %d direction %d role %d basis %.*s status %d year %d section %.*s body %.*s",
        SLICE_ARG(simplified(c->metric)), n, value, l, low, h, high, SLICE_ARG(c->unit), (int)c->qualifier, (int)c->kind,
        (int)c->direction, (int)c->role, SLICE_ARG(c->basis), (int)c->status, c->year, SLICE_ARG(simplified(c->section)),
        SLICE_ARG(simplified(c->body)));
    return true;
}

static void read_text(struct extractor *extractor, const char *path, slice text, struct rows *rows) {
    struct document document = {.path = slice_of(path), .text = text};
    struct err      err = {0};
    rows->count = 0;
    CU_ASSERT_TRUE(extractor_run(extractor, &document, take, rows, NULL, &err));
}

/* Writes how the character `code` at byte `at` of the report is written otherwise; returns its bytes. */
typedef size_t rewriting(slice report, size_t at, uint32_t code, char *out);

static size_t full_width(slice report, size_t at, uint32_t code, char *out) {
    bool point = code == '.' && at > 0 && digit_at(report, at - 1) && digit_at(report, at + 1);
    return utf8_encode((code < 0x80 && ascii_digit((char)code)) || code == '%' || point ? code + 0xFEE0 : code, out);
}

static size_t corner_quotes(slice report, size_t at, uint32_t code, char *out) {
    (void)report, (void)at;
    return utf8_encode(code == 0x201C ? 0x300C : code == 0x201D ? 0x300D : code, out);
}

static size_t windows_lines(slice report, size_t at, uint32_t code, char *out) {
    (void)report, (void)at;
    if (code == '\n') *out++ = '\r';
    return utf8_encode(code, out) + (code == '\n');
}

/* 处置 313 起 */
static size_t spaced_numbers(slice report, size_t at, uint32_t code, char *out) {
    bool before = code < 0x80 && ascii_digit((char)code) && at >= HAN && starts_han(report.ptr + at - HAN);
    bool behind = starts_han(report.ptr + at) && at > 0 && digit_at(report, at - 1);
    if (before || behind) *out++ = ' ';
    return utf8_encode(code, out) + (before || behind);
}

/* 帐篷300顶、 棉被2000床， 饮用水3000箱 */
static size_t spaced_marks(slice report, size_t at, uint32_t code, char *out) {
    (void)report, (void)at;
    size_t size = utf8_encode(code, out);
    bool   mark = code == 0x3001 || code == 0xFF0C;
    if (mark) out[size] = ' ';
    return size + mark;
}

static size_t traditional_characters(slice report, size_t at, uint32_t code, char *out) {
    (void)report, (void)at;
    return utf8_encode(code < CODES && traditional[code] ? traditional[code] : code, out);
}

static slice rewritten(slice report, rewriting *rewrite) {
    char  *out = arena_text(&arena, 4 * report.len + 1);
    size_t n = 0;
    for (size_t at = 0, size; at < report.len; at += size) {
        uint32_t code = utf8_decode(slice_from(report, at), &size);
        n += rewrite(report, at, code, out + n);
    }
    return (slice){out, n};
}

/* The number of a page and, at the head of the next, the title. */
static size_t put_page(char *out, slice title, size_t page) {
    slice furniture = arena_format(&arena, "— %zu —\n%.*s\n", page, SLICE_ARG(title));
    memcpy(out, furniture.ptr, furniture.len);
    return furniture.len;
}

/* Pages of 18 lines of 36 Han, a paragraph's first indented by two, cut behind any character. What stands in the middle, and
 * what is marked (#, |), stays a line. */
static slice paged(slice report) {
    enum { WIDTH = 72, INDENT = 4, PAGE = 18 };
    size_t n = 0, width = 0, lines = 0, end = 0;
    bool   begins = true, whole = true; /* the first line is the title */
    slice  title = slice_trim(slice_take(report, '\n', &end));
    char  *out = arena_text(&arena, 4 * report.len + 4 * title.len + 64);
    for (size_t at = 0, size; at < report.len; at += size) {
        uint32_t code = utf8_decode(slice_from(report, at), &size);
        size_t   wide = code < 0x80 ? 1 : 2;
        if (begins && at > 0) {
            whole = strchr("\n#| -", code < 0x80 ? (int)code : 'x') || code == 0x3000;
            if (!whole) n += utf8_encode(0x3000, out + n), n += utf8_encode(0x3000, out + n);
            width = INDENT;
        }
        begins = code == '\n';
        if (!whole && !begins && width + wide > WIDTH) {
            out[n++] = '\n';
            width = 0;
            if (++lines % PAGE == 0) n += put_page(out + n, title, lines / PAGE);
        }
        width += wide;
        n += utf8_encode(code, out + n);
    }
    return (slice){out, n};
}

static void compare(const char *path, const struct rows *want, const struct rows *got) {
    for (size_t i = 0; i < want->count || i < got->count; i++) {
        slice a = i < want->count ? want->row[i] : SLICE_LIT("nothing"),
              b = i < got->count ? got->row[i] : SLICE_LIT("nothing");
        bool        same = slice_equal(a, b);
        const char *text = same ? "" : arena_format(&arena, "%.*s, got %.*s", SLICE_ARG(a), SLICE_ARG(b)).ptr;
        CU_assertImplementation(same, (unsigned)i, text, path, "", CU_FALSE);
    }
}

/* `rewrite` NULL: the reports are printed on pages. */
static void reports_say_the_same(rewriting *rewrite) {
    static struct rows want, got;
    struct err         err = {0};
    struct suanpan    *suanpan;
    glob_t             found;
    CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
    struct extractor *extractor = extractor_new(suanpan);
    CU_ASSERT_EQUAL_FATAL(glob(REPORTS, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        slice report;
        CU_ASSERT_FATAL(file_load(&report, found.gl_pathv[i], LONGEST, &arena, &err));
        read_text(extractor, found.gl_pathv[i], report, &want);
        read_text(extractor, found.gl_pathv[i], rewrite ? rewritten(report, rewrite) : paged(report), &got);
        compare(found.gl_pathv[i], &want, &got);
        arena_reset(&arena);
    }
    globfree(&found);
    extractor_free(extractor);
    suanpan_close(suanpan);
}

static void full_width_digits_say_the_same(void) { reports_say_the_same(full_width); }
static void corner_quotes_say_the_same(void) {
    simple[0x300C] = 0x201C;
    simple[0x300D] = 0x201D;
    reports_say_the_same(corner_quotes);
}
static void windows_lines_say_the_same(void) { reports_say_the_same(windows_lines); }
static void spaced_numbers_say_the_same(void) { reports_say_the_same(spaced_numbers); }
static void spaced_marks_say_the_same(void) { reports_say_the_same(spaced_marks); }

static void wrapped_pages_say_the_same(void) { reports_say_the_same(NULL); }

static void traditional_characters_say_the_same(void) {
    struct tsv table;
    struct err err = {0};
    CU_ASSERT_FATAL(tsv_load(&table, SCRIPTS, &arena, &err));
    for (size_t i = 0, size; i < table.rows; i++) {
        uint32_t one = utf8_decode(table.row[i].cells[0], &size), other = utf8_decode(table.row[i].cells[1], &size);
        if (one >= CODES || other >= CODES) continue;
        simple[one] = (uint16_t)other;
        if (!traditional[other]) traditional[other] = (uint16_t)one;
    }
    reports_say_the_same(traditional_characters);
}

CU_TestInfo test_twins[] = {
    {"full_width_digits_say_the_same", full_width_digits_say_the_same},
    {"corner_quotes_say_the_same", corner_quotes_say_the_same},
    {"windows_lines_say_the_same", windows_lines_say_the_same},
    {"spaced_numbers_say_the_same", spaced_numbers_say_the_same},
    {"spaced_marks_say_the_same", spaced_marks_say_the_same},
    {"wrapped_pages_say_the_same", wrapped_pages_say_the_same},
    {"traditional_characters_say_the_same", traditional_characters_say_the_same},
    CU_TEST_INFO_NULL,
};
