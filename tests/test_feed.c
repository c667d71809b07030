/* A large text that is fed in small steps says what it says when it stands in memory at once, and takes no more memory. */
#include "tests/corpus.h"

#include <iconv.h>
#include <stdio.h>
#include <unistd.h>

#include "extract/read/document.h"
#include "extract/suanpan.h"

#include "extract/base/banned.h"

enum {
    STEPS = 16 * 1024,
    HUGE_STEPS = 4 * 1024 * 1024 /* of huge pages, which are moved on */,
    REPORTS = 120,
    LONG_LINE = 1300 * 1000,
    CHANGE = 2000000
};
#define REPORT "fixtures/reports/yuntai-city-2021/report.txt"

static struct arena arena; /* of the test that runs */

struct text {
    char  *bytes;
    size_t length, room;
};

static void add(struct text *t, slice s) {
    t->bytes = arena_grow(&arena, t->bytes, t->length, &t->room, t->length + s.len, 1);
    memcpy(t->bytes + t->length, s.ptr, s.len);
    t->length += s.len;
}

/* The report in lines of at most 42 bytes, as a PDF's text is cut. */
static void add_wrapped(struct text *t, slice report) {
    for (size_t at = 0, in_line = 0, size; at < report.len; at += size) {
        size = utf8_size((unsigned char)report.ptr[at]);
        in_line = report.ptr[at] == '\n' ? 0 : in_line + size;
        add(t, slice_sub(report, at, at + size));
        if (in_line >= 42) add(t, SLICE_LIT("\r\n")), in_line = 0;
    }
}

/* Reports behind one another, a very long line, many blank ones, and lines that were cut within a sentence. */
static slice large_text(void) {
    struct text t = {0};
    struct err  err = {0};
    slice       report;
    CU_ASSERT_FATAL(file_load(&report, REPORT, 1 << 20, &arena, &err));
    add(&t, SLICE_LIT("\xEF\xBB\xBF"));
    for (int i = 0; i < REPORTS; i++) {
        add(&t, report);
        add(&t, SLICE_LIT("\n"));
        add_wrapped(&t, report);
        for (int blank = 0; blank < 300; blank++) add(&t, SLICE_LIT(" 　\n"));
    }
    for (size_t from = t.length; t.length < from + LONG_LINE;)
        add(&t, SLICE_LIT("全年处置舆情３１２起，其中涉水1.2 万件；新建学校3所。"));
    add(&t, SLICE_LIT("\n三、2022年工作安排\n新建泵站2座，"));
    add(&t, SLICE_LIT("改造3座"));
    return (slice){t.bytes, t.length};
}

struct said {
    struct text text;
    size_t      claims;
};

static bool say(void *context, const struct claim *c) {
    struct said *said = context;
    char         value[DECIMAL_TEXT];
    size_t       n = decimal_write(value, c->value);
    said->claims++;
    add(&said->text, arena_format(&arena, "%u-%u:%u %d %d %.*s|%.*s|%.*s|%.*s|%.*s|%.*s\n", c->start, c->end, c->line, c->year,
                                  (int)c->status, (int)n, value, SLICE_ARG(c->metric), SLICE_ARG(c->unit),
                                  SLICE_ARG(c->section), SLICE_ARG(c->raw), SLICE_ARG(c->sentence)));
    return true;
}

/* What becomes of the file while it is read. */
enum event { NOTHING, CUT, OVERWRITTEN };

static void happens(enum event event, const char *path) {
    FILE *file = fopen(path, "r+b");
    CU_ASSERT_FATAL(file != NULL);
    if (event == CUT) CU_ASSERT_EQUAL(ftruncate(fileno(file), CHANGE), 0);
    if (event == OVERWRITTEN) CU_ASSERT_TRUE(fseek(file, CHANGE, SEEK_SET) == 0 && fputs("\xFF\xFE", file) > 0);
    fclose(file);
}

/* All claims of the file; `fed` must be so. `err` tells when it ended early. */
static struct said read_file(const char *path, size_t hold, bool fed, enum event event, struct err *err) {
    const struct read_options options = {.hold = hold};
    struct suanpan           *suanpan;
    struct source            *source;
    struct unread             input;
    struct document           document;
    struct said               said = {0};
    CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, err) && source_open(&source, &path, 1, &options, &arena, err));
    struct extractor *extractor = extractor_new(suanpan);
    CU_ASSERT_EQUAL_FATAL(source_next(source, &input, &arena, err), SOURCE_INPUT);
    CU_ASSERT_FATAL(source_read(source, &input, &document, &arena, err));
    CU_ASSERT_EQUAL(document.feed != NULL, fed);
    if (event) happens(event, path);
    CU_ASSERT_TRUE(extractor_run(extractor, &document, say, &said, NULL, err));
    unread_close(&input, err);
    source_close(source);
    extractor_free(extractor);
    suanpan_close(suanpan);
    return said;
}

static const char *write_file(slice text) {
    const char *path = SUANPAN_BUILD "/feed.txt";
    FILE       *file = fopen(path, "wb");
    CU_ASSERT_FATAL(file && fwrite(text.ptr, 1, text.len, file) == text.len && fclose(file) == 0);
    return path;
}

static void a_fed_text_says_what_it_says_at_once(void) {
    struct err  err = {0};
    struct text t = {0};
    add(&t, large_text());
    while (t.length < 4 * HUGE_STEPS) add(&t, SLICE_LIT("全区各项事业稳步发展。\n"));
    add(&t, large_text());
    const char *path = write_file((slice){t.bytes, t.length});
    struct said whole = read_file(path, SIZE_MAX, false, NOTHING, &err);
    CU_ASSERT_TRUE(whole.claims > 10000);
    for (size_t hold = STEPS; hold <= HUGE_STEPS; hold += HUGE_STEPS - STEPS) {
        struct said fed = read_file(path, hold, true, NOTHING, &err);
        CU_ASSERT_EQUAL(whole.claims, fed.claims);
        CU_ASSERT_TRUE(slice_equal((slice){whole.text.bytes, whole.text.length}, (slice){fed.text.bytes, fed.text.length}));
        CU_ASSERT_EQUAL(err.kind, ERR_NONE);
    }
    arena_free(&arena);
}

/* A table needs all its rows. */
static void what_needs_all_of_a_text_has_it(void) {
    struct err  err = {0};
    struct text t = {0};
    add(&t, large_text());
    add(&t, SLICE_LIT("\n完<br>\n"));
    CU_ASSERT_TRUE(read_file(write_file((slice){t.bytes, t.length}), STEPS, false, NOTHING, &err).claims > 10000);
    CU_ASSERT_EQUAL(err.kind, ERR_NONE);
    arena_free(&arena);
}

static slice encoded(slice text, const char *name) {
    iconv_t cd = iconv_open(name, "UTF-8");
    size_t  left = text.len, room = text.len * 2;
    char   *from = arena_text(&arena, text.len), *bytes = arena_text(&arena, room), *to = bytes;
    memcpy(from, text.ptr, text.len);
    CU_ASSERT_FATAL(cd != (iconv_t)-1 && iconv(cd, &from, &left, &to, &room) != (size_t)-1);
    iconv_close(cd);
    return (slice){bytes, (size_t)(to - bytes)};
}

static slice damaged(slice text) {
    struct text t = {0};
    add(&t, slice_sub(text, 0, text.len / 2));
    add(&t, (slice){"\xFF\0\xE5", 3});
    add(&t, slice_from(text, text.len / 2));
    add(&t, SLICE_LIT("\xE5\x85"));
    return (slice){t.bytes, t.length};
}

static void what_is_no_utf8_is_decoded_and_fed(void) {
    const slice text = large_text(), plain = slice_from(text, 3);
    const slice forms[] = {encoded(plain, "GB18030"), encoded(text, "UTF-16LE"), damaged(text),
                           damaged(encoded(plain, "GB18030"))};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct err  once = {0}, err = {0};
        const char *path = write_file(forms[i]);
        struct said whole = read_file(path, SIZE_MAX, false, NOTHING, &once), fed = read_file(path, STEPS, true, NOTHING, &err);
        CU_ASSERT_TRUE(whole.claims > 10000);
        CU_ASSERT_EQUAL(whole.claims, fed.claims);
        CU_ASSERT_TRUE(slice_equal((slice){whole.text.bytes, whole.text.length}, (slice){fed.text.bytes, fed.text.length}));
        CU_ASSERT_EQUAL(once.kind, err.kind);
        CU_ASSERT_STRING_EQUAL(once.text, err.text);
    }
    arena_free(&arena);
}

static void a_file_that_changes_while_it_is_read_is_told(void) {
    for (enum event event = CUT; event <= OVERWRITTEN; event++) {
        struct err  err = {0};
        struct said said = read_file(write_file(large_text()), STEPS, true, event, &err);
        CU_ASSERT_TRUE(said.claims > 1000);
        CU_ASSERT_EQUAL(err.kind, ERR_INPUT);
        arena_free(&arena);
    }
}

CU_TestInfo test_feed[] = {
    {"a_fed_text_says_what_it_says_at_once", a_fed_text_says_what_it_says_at_once},
    {"what_needs_all_of_a_text_has_it", what_needs_all_of_a_text_has_it},
    {"what_is_no_utf8_is_decoded_and_fed", what_is_no_utf8_is_decoded_and_fed},
    {"a_file_that_changes_while_it_is_read_is_told", a_file_that_changes_while_it_is_read_is_told},
    CU_TEST_INFO_NULL,
};
