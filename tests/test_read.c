/* Files as they come: each format gives the text that its reader sees, hostile ones give one line. */
#include "extract/base/child.h"
#include "extract/read/reader.h"
#include "tests/corpus.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

static const struct read_options nothing_asked = {0};

/* ---- formats, by rows ---- */

static bool read_fixture(struct document *out, slice file, struct arena *arena, struct err *err) {
    slice path = arena_format(arena, "fixtures/documents/%.*s", SLICE_ARG(file)), bytes;
    if (!file_load(&bytes, path.ptr, LARGEST_INPUT, arena, err)) return false;
    return document_from_bytes(out, bytes, path, &nothing_asked, arena, err);
}

/* Line ends as ⏎ and tabs as ⇥, as the table writes them. */
static slice shown(slice text, struct arena *arena) {
    char  *out = arena_text(arena, text.len * 3 + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *mark = text.ptr[i] == '\n' ? "⏎" : text.ptr[i] == '\t' ? "⇥" : NULL;
        if (mark)
            memcpy(out + n, mark, 3), n += 3;
        else
            out[n++] = text.ptr[i];
    }
    return (slice){out, n};
}

/* A letter a block, behind a heading its level: H1. */
static slice letters_of(const struct document *d, struct arena *arena) {
    char  *out = arena_text(arena, 2 * d->block_count + 1);
    size_t n = 0;
    for (size_t i = 0; i < d->block_count; i++) {
        out[n++] = "PHICN"[d->blocks[i].kind];
        if (d->blocks[i].kind == BLOCK_HEADING) out[n++] = (char)('0' + d->blocks[i].level);
    }
    return n ? (slice){out, n} : SLICE_LIT("-");
}

static void expect_pieces(const struct corpus_row *row, slice text, slice pieces, bool wanted) {
    for (size_t at = 0; at < pieces.len;) {
        size_t bar = slice_find(pieces, SLICE_LIT("|"), at), end = bar == SIZE_MAX ? pieces.len : bar;
        slice  piece = slice_sub(pieces, at, end);
        bool   found = slice_find(text, piece, 0) != SIZE_MAX;
        corpus_assert(row, found == wanted, "%.*s should %shold %.*s", SLICE_ARG(corpus_cell(row, "文件")),
                      wanted ? "" : "not ", SLICE_ARG(piece));
        at = end + 1;
    }
}

static void blocks_are_sound(const struct corpus_row *row, const struct document *d) {
    size_t at = 0;
    for (size_t i = 0; i < d->block_count; i++) {
        const struct block *b = &d->blocks[i];
        corpus_assert(row, b->at.start >= at && b->at.start < b->at.end && b->at.end <= d->text.len,
                      "block %zu stands at %u to %u", i, b->at.start, b->at.end);
        at = b->at.end;
    }
    corpus_assert(row, utf8_validate(d->text) == d->text.len, "the text is UTF-8");
}

static void read_case(const struct corpus_row *row) {
    struct document d;
    struct err      err = {0};
    slice           file = corpus_cell(row, "文件"), want = corpus_cell(row, "应得");
    bool            read = read_fixture(&d, file, row->arena, &err);
    corpus_assert(row, read, "%.*s is read: %s", SLICE_ARG(file), err.text);
    if (!read) return;
    slice text = shown(d.text, row->arena);
    corpus_expect(row, file, corpus_cell(row, "格式"), d.format);
    corpus_expect(row, file, corpus_cell(row, "块"), letters_of(&d, row->arena));
    if (want.len > 0) corpus_expect(row, file, want, text);
    expect_pieces(row, text, corpus_cell(row, "应含"), true);
    expect_pieces(row, text, corpus_cell(row, "不含"), false);
    blocks_are_sound(row, &d);
}

static void refused_case(const struct corpus_row *row) {
    struct document d;
    struct err      err = {0};
    slice           file = corpus_cell(row, "文件"), why = corpus_cell(row, "说明");
    corpus_assert(row, !read_fixture(&d, file, row->arena, &err), "%.*s is refused", SLICE_ARG(file));
    corpus_assert(row, slice_find(slice_of(err.text), why, 0) != SIZE_MAX, "%.*s => %.*s, got %s", SLICE_ARG(file),
                  SLICE_ARG(why), err.text);
    corpus_assert(row, err.kind == ERR_INPUT && slice_ends(slice_of(err.path), file), "%.*s is named in its own message",
                  SLICE_ARG(file));
}

static void read_every_format(void) { corpus_run("fixtures/read.tsv", read_case); }
static void read_refuses_with_a_reason(void) { corpus_run("fixtures/refused.tsv", refused_case); }

static void read_a_cut_file_never_crashes(void) {
    static const char *const files[] = {"report.docx", "report.odt", "report.xlsx", "article.html", "corpus.jsonl"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena    arena;
        struct document d;
        struct err      err = {0};
        slice           bytes;
        arena_init(&arena);
        slice path = arena_format(&arena, "fixtures/documents/%s", files[i]);
        CU_ASSERT_FATAL(file_load(&bytes, path.ptr, LARGEST_INPUT, &arena, &err));
        for (size_t n = 1; n < bytes.len; n += 97) {
            struct err cut = {0};
            bool       read = document_from_bytes(&d, slice_sub(bytes, 0, n), path, &nothing_asked, &arena, &cut);
            CU_ASSERT(read || cut.text[0] != '\0');
        }
        arena_free(&arena);
    }
}

/* ---- what a file says of itself ---- */

static void html_says_title_date_and_publisher(void) {
    struct arena    arena;
    struct document d;
    struct err      err = {0};
    arena_init(&arena);
    CU_ASSERT_FATAL(read_fixture(&d, SLICE_LIT("article.html"), &arena, &err));
    CU_ASSERT(slice_equal(d.title, SLICE_LIT("青禾县网信办2023年工作总结")));
    CU_ASSERT(slice_equal(d.date, SLICE_LIT("2024-01-15 09:30")));
    CU_ASSERT(slice_equal(d.publisher, SLICE_LIT("县网信办")));
    CU_ASSERT(slice_equal(d.encoding, SLICE_LIT("GB18030")));
    arena_free(&arena);
}

static void docx_cells_know_their_place_and_span(void) {
    struct arena    arena;
    struct document d;
    struct err      err = {0};
    arena_init(&arena);
    CU_ASSERT_FATAL(read_fixture(&d, SLICE_LIT("report.docx"), &arena, &err));
    for (size_t i = 0; i < d.block_count; i++) {
        const struct block *b = &d.blocks[i];
        slice               text = slice_span(d.text, b->at);
        if (slice_equal(text, SLICE_LIT("单位"))) CU_ASSERT(b->row == 0 && b->column == 1 && b->rows == 2 && b->header);
        if (slice_equal(text, SLICE_LIT("年份"))) CU_ASSERT(b->row == 0 && b->column == 2 && b->columns == 2 && b->header);
        if (slice_equal(text, SLICE_LIT("2023年"))) CU_ASSERT(b->row == 1 && b->column == 3);
        if (slice_equal(text, SLICE_LIT("313"))) CU_ASSERT(b->row == 2 && b->column == 3 && !b->header && b->table == 1);
    }
    arena_free(&arena);
}

static void html_deeper_than_a_page_is_refused(void) {
    struct arena    arena;
    struct document d;
    struct err      err = {0};
    size_t          n = 100000;
    arena_init(&arena);
    char *deep = arena_text(&arena, n * 5);
    for (size_t i = 0; i < n; i++) memcpy(deep + i * 5, "<div>", 5);
    CU_ASSERT_FALSE(document_from_bytes(&d, (slice){deep, n * 5}, SLICE_LIT("deep.html"), &nothing_asked, &arena, &err));
    CU_ASSERT(strstr(err.text, "nested too deeply") != NULL);
    arena_free(&arena);
}

/* ---- sources ---- */

/* What a walk over `paths` gives: "+id" for a document, "-why" for a refusal, one a line. */
static slice walked(const char *const *paths, size_t n, const struct read_options *options, struct arena *run) {
    struct source  *source;
    struct document d;
    struct arena    report;
    struct err      err = {0};
    char           *out = arena_text(run, 4096);
    size_t          used = 0;
    arena_init(&report);
    if (!source_open(&source, paths, n, options, run, &err))
        return arena_format(run, "!%s:%d: %s", err.path, err.line, err.text);
    for (;;) {
        struct err       one = {0};
        struct unread    input;
        enum source_next next = source_next(source, &input, &report, &one);
        if (next == SOURCE_END || used > 3000) break;
        bool  read = next == SOURCE_INPUT && source_read(source, &input, &d, &report, &one);
        slice name = d.id.len ? d.id : d.path;
        if (read)
            used += (size_t)snprintf(out + used, 1000, "+%.*s %d %.*s\n", SLICE_ARG(name), d.year, SLICE_ARG(d.body));
        else
            used += (size_t)snprintf(out + used, 1000, "-%s:%d %s\n", one.path, one.line, one.text);
        unread_close(&input, &one);
        arena_reset(&report);
    }
    source_close(source);
    arena_free(&report);
    return (slice){out, used};
}

static bool has(slice text, const char *piece) { return slice_find(text, slice_of(piece), 0) != SIZE_MAX; }

static void jsonl_records_come_one_by_one_and_bad_lines_alone(void) {
    const char  *path = "fixtures/documents/corpus.jsonl";
    struct arena run;
    arena_init(&run);
    slice got = walked(&path, 1, &nothing_asked, &run);
    CU_ASSERT(has(got, "+a1 2020 青禾县\n+7 2021 \n-fixtures/documents/corpus.jsonl:4 "));
    CU_ASSERT(has(got, "jsonl:5 has no “text”"));
    CU_ASSERT(has(got, "+fixtures/documents/corpus.jsonl:6 0 \n"));
    arena_free(&run);
}

static void put_file(const char *folder, const char *name, const char *text) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
}

/* A folder with all that lies about in folders. */
static void make_folder(char folder[40]) {
    char path[600];
    snprintf(folder, 40, "/tmp/suanpan-read-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    put_file(folder, "b.txt", "处置12起");
    put_file(folder, "a.txt", "处置11起");
    put_file(folder, "-x.md", "处置13起");
    put_file(folder, "line\nend.txt", "处置14起");
    put_file(folder, "empty.txt", "");
    put_file(folder, "picture.png", "no report");
    put_file(folder, ".hidden.txt", "处置99起");
    put_file(folder, "~$b.docx", "lock");
    snprintf(path, sizeof path, "%s/pipe.txt", folder);
    CU_ASSERT_EQUAL(mkfifo(path, 0600), 0);
    snprintf(path, sizeof path, "%s/loop", folder);
    CU_ASSERT_EQUAL(symlink(".", path), 0);
    snprintf(path, sizeof path, "%s/self.txt", folder);
    CU_ASSERT_EQUAL(symlink("self.txt", path), 0);
    snprintf(path, sizeof path, "%s/none", folder);
    CU_ASSERT_EQUAL(mkdir(path, 0700), 0);
}

static void remove_folder(const char *folder) {
    static const char *const names[] = {"b.txt",       "a.txt",    "-x.md",    "line\nend.txt", "empty.txt", "picture.png",
                                        ".hidden.txt", "~$b.docx", "pipe.txt", "loop",          "self.txt",  "m.csv"};
    char                     path[600];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/none", folder);
    rmdir(path);
    CU_ASSERT_EQUAL(rmdir(folder), 0);
}

static void source_walks_in_name_order_past_pipes_and_loops(void) {
    struct arena run;
    char         folder[40];
    arena_init(&run);
    make_folder(folder);
    const char *path = arena_format(&run, "%s//", folder).ptr;
    slice       got = walked(&path, 1, &nothing_asked, &run);
    slice       order[] = {arena_format(&run, "+%s/-x.md 0", folder),
                           arena_format(&run, "+%s/a.txt 0", folder),
                           arena_format(&run, "+%s/b.txt 0", folder),
                           arena_format(&run, "-%s/empty.txt:0 is empty", folder),
                           arena_format(&run, "+%s/line\nend.txt 0", folder),
                           arena_format(&run, "-%s/loop:0 leads to a folder that was read already", folder),
                           arena_format(&run, "-%s/pipe.txt:0 is a pipe", folder),
                           arena_format(&run, "-%s/self.txt:0 cannot be read", folder)};
    size_t      at = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t hit = slice_find(got, order[i], at);
        CU_ASSERT_NOT_EQUAL(hit, SIZE_MAX);
        if (hit != SIZE_MAX) at = hit;
    }
    CU_ASSERT_FALSE(has(got, "hidden") || has(got, "~$") || has(got, "picture"));
    const char *none = arena_format(&run, "%s/none", folder).ptr;
    CU_ASSERT(has(walked(&none, 1, &nothing_asked, &run), "holds no report"));
    remove_folder(folder);
    arena_free(&run);
}

static void source_refuses_devices_and_what_is_not_there(void) {
    const char  *paths[] = {"/nonexistent/x.txt", "/dev/zero", "/dev/null"};
    struct arena run;
    arena_init(&run);
    slice got = walked(paths, 3, &nothing_asked, &run);
    CU_ASSERT(has(got, "-/nonexistent/x.txt:0 cannot be opened"));
    CU_ASSERT(has(got, "-/dev/zero:0 is a device"));
    CU_ASSERT(has(got, "-/dev/null:0 is a device"));
    arena_free(&run);
}

static void manifest_says_body_and_year_but_options_win(void) {
    struct arena run;
    char         folder[40];
    arena_init(&run);
    make_folder(folder);
    put_file(folder, "m.csv", "\xEF\xBB\xBFyear,path,body,note\r\n2019,a.txt,\"青禾,县委\",x\r\n\r\n,b.txt,乌兰市\r\n");
    const char         *path = folder, *manifest = arena_format(&run, "%s/m.csv", folder).ptr;
    struct read_options options = {.manifest = manifest};
    slice               got = walked(&path, 1, &options, &run);
    CU_ASSERT(has(got, "/a.txt 2019 青禾,县委\n"));
    CU_ASSERT(has(got, "/b.txt 0 乌兰市\n"));
    options.year = 2020;
    options.body = "白水县";
    CU_ASSERT(has(walked(&path, 1, &options, &run), "/a.txt 2020 白水县\n"));
    put_file(folder, "m.csv", "path,year\n\na.txt,202x\n");
    CU_ASSERT(has(walked(&path, 1, &options, &run), "m.csv:3: “202x” is no year"));
    put_file(folder, "m.csv", "file,year\na.txt,2020\n");
    CU_ASSERT(has(walked(&path, 1, &options, &run), "m.csv:1: has no column “path”"));
    remove_folder(folder);
    arena_free(&run);
}

/* ---- children ---- */

static enum child_end ended(struct child *child, const char *const *argv, size_t limit, int seconds, struct arena *arena) {
    child->argv = argv;
    child->limit = limit;
    child->seconds = seconds;
    return child_run(child, arena);
}

static void keep_heard(void *who, slice output) { *(slice *)who = output; }

static void what_a_child_says_is_heard_as_it_comes(void) {
    static const char *const two_words[] = {"sh", "-c", "echo 第一; sleep 0.1; echo 第二", NULL}, *const mute[] = {"true",
                                                                                                                   NULL};
    struct arena arena;
    slice        heard = SLICE_LIT("nothing");
    struct child child = {.heard = keep_heard, .who = &heard};
    arena_init(&arena);
    CU_ASSERT_EQUAL(ended(&child, mute, 1000, 5, &arena), CHILD_DONE);
    CU_ASSERT(slice_equal(heard, SLICE_LIT("nothing")));
    CU_ASSERT_EQUAL(ended(&child, two_words, 1000, 5, &arena), CHILD_DONE);
    CU_ASSERT(slice_equal(heard, SLICE_LIT("第一\n第二\n")));
    arena_free(&arena);
}

static void child_that_hangs_or_floods_is_ended(void) {
    static const char *const sleeper[] = {"sh", "-c", "sleep 60 & sleep 60", NULL}, *const flood[] = {"yes", NULL},
                             *const silent[] = {"sh", "-c", "exec >&-; sleep 60", NULL},
                             *const missing[] = {"suanpan-no-such-program", NULL}, *const failing[] = {"false", NULL},
                             *const killed[] = {"sh", "-c", "kill -9 $$", NULL}, *const echo[] = {"cat", NULL};
    struct arena arena;
    struct child child = {.input = SLICE_LIT("处置12起")};
    time_t       begun = time(NULL);
    arena_init(&arena);
    CU_ASSERT_EQUAL(ended(&child, sleeper, 1000, 1, &arena), CHILD_LATE);
    CU_ASSERT_EQUAL(ended(&child, flood, 100000, 5, &arena), CHILD_FLOODED);
    CU_ASSERT_EQUAL(ended(&child, silent, 1000, 5, &arena), CHILD_LATE);
    CU_ASSERT_EQUAL(ended(&child, missing, 1000, 5, &arena), CHILD_MISSING);
    CU_ASSERT_EQUAL(ended(&child, failing, 1000, 5, &arena), CHILD_FAILED);
    CU_ASSERT_EQUAL(child.status, 1);
    CU_ASSERT_EQUAL(ended(&child, killed, 1000, 5, &arena), CHILD_FAILED);
    CU_ASSERT_EQUAL(child.status, 128 + 9);
    CU_ASSERT_EQUAL(ended(&child, echo, 1000, 5, &arena), CHILD_DONE);
    CU_ASSERT(slice_equal(child.output, SLICE_LIT("处置12起")));
    CU_ASSERT(time(NULL) - begun < 12);
    arena_free(&arena);
}

/* With `renews` only silence ends it; its messages are read where they are asked for. */
static void child_that_keeps_talking_may_go_on(void) {
    static const char *const        slow[] = {"sh", "-c", "for i in 1 2 3; do echo $i; sleep 0.6; done", NULL},
                             *const loud[] = {"sh", "-c", "echo no >&2", NULL}, *const where[] = {"pwd", NULL};
    struct arena arena;
    struct child child = {.renews = true, .dir = "/usr"};
    arena_init(&arena);
    CU_ASSERT_EQUAL(ended(&child, slow, 1000, 1, &arena), CHILD_DONE);
    CU_ASSERT(slice_equal(child.output, SLICE_LIT("1\n2\n3\n")));
    CU_ASSERT_EQUAL(ended(&child, where, 1000, 1, &arena), CHILD_DONE);
    CU_ASSERT(slice_equal(child.output, SLICE_LIT("/usr\n")));
    CU_ASSERT_EQUAL(ended(&child, loud, 1000, 1, &arena), CHILD_DONE);
    CU_ASSERT_EQUAL(child.output.len, 0);
    child.messages = true;
    CU_ASSERT_EQUAL(ended(&child, loud, 1000, 1, &arena), CHILD_DONE);
    CU_ASSERT(slice_equal(child.output, SLICE_LIT("no\n")));
    arena_free(&arena);
}

CU_TestInfo test_read[] = {
    {"read_every_format", read_every_format},
    {"read_refuses_with_a_reason", read_refuses_with_a_reason},
    {"read_a_cut_file_never_crashes", read_a_cut_file_never_crashes},
    {"html_says_title_date_and_publisher", html_says_title_date_and_publisher},
    {"docx_cells_know_their_place_and_span", docx_cells_know_their_place_and_span},
    {"html_deeper_than_a_page_is_refused", html_deeper_than_a_page_is_refused},
    {"jsonl_records_come_one_by_one_and_bad_lines_alone", jsonl_records_come_one_by_one_and_bad_lines_alone},
    {"source_walks_in_name_order_past_pipes_and_loops", source_walks_in_name_order_past_pipes_and_loops},
    {"source_refuses_devices_and_what_is_not_there", source_refuses_devices_and_what_is_not_there},
    {"manifest_says_body_and_year_but_options_win", manifest_says_body_and_year_but_options_win},
    {"what_a_child_says_is_heard_as_it_comes", what_a_child_says_is_heard_as_it_comes},
    {"child_that_hangs_or_floods_is_ended", child_that_hangs_or_floods_is_ended},
    {"child_that_keeps_talking_may_go_on", child_that_keeps_talking_may_go_on},
    CU_TEST_INFO_NULL,
};
