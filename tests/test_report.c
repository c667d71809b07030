/* The page: what its template fills in, how a text is marked, that nothing a report says becomes markup, and that every link
 * leads somewhere. Rows: fixtures/plots/. How it behaves in a browser, make check-browser sees. */
#include "plots/document_names.h"
#include "plots/evidence.h"
#include "plots/picture.h"
#include "plots/report.h"
#include "plots/telling.h"
#include "plots/template.h"
#include "plots/words.h"
#include "tests/corpus.h"

#include <stdlib.h>
#include <unistd.h>

#include "extract/base/banned.h"

static bool holds(slice bytes, const char *text) { return slice_find(bytes, slice_of(text), 0) != SIZE_MAX; }

/* ---- templates, words, points
 * ------------------------------------------------------------------------------------------------
 */

/* A file of its own for a test; removed by `drop`. */
static const char *written(const char *text, struct arena *arena) {
    char *path = arena_text(arena, 40);
    memcpy(path, "/tmp/suanpan-report-test-XXXXXX", 32);
    int fd = mkstemp(path);
    if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text)) abort();
    close(fd);
    return path;
}

static bool three_rounds(void *context, slice section, size_t n) {
    return slice_equal(section, SLICE_LIT("row")) ? n < 3 : n < *(size_t *)context;
}
static slice slot_name(void *context, slice slot) { return context ? slot : SLICE_NONE; }

static slice filled(const char *text, size_t rounds, struct err *err, struct arena *arena) {
    const struct template *t;
    const char            *path = written(text, arena);
    struct filler          filler = {&rounds, three_rounds, slot_name};
    struct output         *out = output_memory();
    slice                  page = SLICE_NONE;
    if (template_load(&t, path, arena, err) && template_fill(t, &filler, out, err)) page = arena_copy(arena, output_bytes(out));
    output_abort(out);
    unlink(path);
    return page;
}

static void sections_repeat_and_conditions_hold(void) {
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    CU_ASSERT(slice_equal(filled("a{{#row}}<{{b}}>{{/row}}c", 0, &err, &arena), SLICE_LIT("a<b><b><b>c")));
    CU_ASSERT(slice_equal(filled("{{#no}}x{{#row}}y{{/row}}{{/no}}z", 0, &err, &arena), SLICE_LIT("z")));
    CU_ASSERT(slice_equal(filled("{{#so}}x{{#row}}{{#so}}y{{/so}}{{/row}}{{/so}}z", 1, &err, &arena), SLICE_LIT("xyyyz")));
    arena_free(&arena);
}

static void a_broken_template_is_told_by_line(void) {
    static const struct {
        const char *text, *says;
        int         line;
    } broken[] = {{"a\n{{#row}}\nb", "is not closed", 2},
                  {"a\nb\n{{/row}}", "closes no section", 3},
                  {"{{#a}}{{#b}}\n{{/a}}{{/b}}", "closes no section", 2},
                  {"a\n\n{{row", "is not closed by", 3},
                  {"{{#row\n}}{{/row\n}}", "is not closed by", 1}};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct arena arena;
        struct err   err = {0};
        arena_init(&arena);
        CU_ASSERT_EQUAL(filled(broken[i].text, 1, &err, &arena).len, 0);
        CU_ASSERT(err.kind == ERR_OUTPUT && err.line == broken[i].line && strstr(err.text, broken[i].says));
        arena_free(&arena);
    }
}

/* \x1b → the byte. */
static slice unescaped(slice s, struct arena *arena) {
    char  *out = arena_text(arena, s.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        static const char hex[] = "0123456789abcdef";
        if (i + 3 < s.len && s.ptr[i] == '\\' && s.ptr[i + 1] == 'x') {
            out[n++] = (char)((strchr(hex, s.ptr[i + 2]) - hex) * 16 + (strchr(hex, s.ptr[i + 3]) - hex));
            i += 3;
        } else
            out[n++] = s.ptr[i];
    }
    return (slice){out, n};
}

static slice given(void *context, slice slot) { return slot.len ? *(slice *)context : SLICE_NONE; }
static bool  never(void *context, slice section, size_t n) { return context && section.len && n > SIZE_MAX - 1; }

static void escape_case(const struct corpus_row *row) {
    const struct template *t;
    struct err             err = {0};
    slice                  text = unescaped(corpus_cell(row, "文"), row->arena);
    struct filler          filler = {&text, never, given};
    struct output         *out = output_memory();
    const char            *path = written("{{x}}", row->arena);
    CU_ASSERT(template_load(&t, path, row->arena, &err) && template_fill(t, &filler, out, &err));
    corpus_expect(row, corpus_cell(row, "文"), corpus_cell(row, "应得"), arena_copy(row->arena, output_bytes(out)));
    output_abort(out);
    unlink(path);
}
static void what_a_report_says_is_no_markup(void) { corpus_run("fixtures/plots/escape.tsv", escape_case); }

static void figure_case(const struct corpus_row *row) {
    const struct telling *t;
    struct err            err = {0};
    slice                 first = corpus_cell(row, "先"), second = corpus_cell(row, "后");
    CU_ASSERT_FATAL(telling_load(&t, "plots/styles/figures.tsv", row->arena, &err));
    bool left_out = slice_equal(first, SLICE_LIT("未"));
    int  a = left_out ? TELLS_NOTHING + 1 : telling_points(t, first), b = telling_points(t, second);
    corpus_expect(row, second, SLICE_LIT("behind"), a > b ? SLICE_LIT("behind") : arena_format(row->arena, "%d, %d", a, b));
}
static void what_tells_more_comes_first(void) { corpus_run("fixtures/plots/figures.tsv", figure_case); }

static void document_case(const struct corpus_row *row) {
    slice  all[8] = {corpus_cell(row, "文件")}, rest = corpus_cell(row, "旁");
    size_t n = 1;
    for (size_t blank; rest.len && n < 8; rest = blank == SIZE_MAX ? SLICE_NONE : slice_from(rest, blank + 1)) {
        blank = slice_find(rest, SLICE_LIT(" "), 0);
        all[n++] = blank == SIZE_MAX ? rest : slice_sub(rest, 0, blank);
    }
    corpus_expect(row, all[0], corpus_cell(row, "应得"), document_name(document_names_make(all, n, row->arena), all[0]));
}
static void documents_are_told_apart(void) { corpus_run("fixtures/plots/documents.tsv", document_case); }

static void words_are_filled_in(void) {
    struct arena        arena;
    struct err          err = {0};
    const struct words *w;
    arena_init(&arena);
    const char *path =
        written("词\t中文\t英文\nb\t{who}的{what}\t{what} of {who}\na\t甲\ta\nc\t{who}{year}\t{who} {year}\n", &arena);
    CU_ASSERT(words_load(&w, path, NULL, &arena, &err));
    CU_ASSERT(slice_equal(words_get(w, SLICE_LIT("a")), SLICE_LIT("甲")) && words_get(w, SLICE_LIT("z")).len == 0);
    slice got = WORDS_FILL(w, "b", &arena, {"who", SLICE_LIT("青禾县")}, {"what", SLICE_LIT("{who}")});
    CU_ASSERT(slice_equal(got, SLICE_LIT("青禾县的{who}"))); /* a value is not read again */
    got = WORDS_FILL(w, "c", &arena, {"who", SLICE_LIT("a/2022")}, {"year", SLICE_LIT("2023年")});
    CU_ASSERT(slice_equal(got, SLICE_LIT("a/2022 2023年")));
    got = WORDS_FILL(w, "c", &arena, {"who", SLICE_LIT("青禾县")}, {"year", SLICE_LIT("2023年")});
    CU_ASSERT(slice_equal(got, SLICE_LIT("青禾县2023年")));
    CU_ASSERT(words_load(&w, path, "both", &arena, &err) && slice_equal(words_get(w, SLICE_LIT("a")), SLICE_LIT("甲 a")));
    CU_ASSERT(words_load(&w, path, "en", &arena, &err) && slice_equal(words_get(w, SLICE_LIT("a")), SLICE_LIT("a")));
    unlink(path);
    arena_free(&arena);
}

/* ---- evidence
 * ----------------------------------------------------------------------------------------------------------------
 */

enum { MOST = 8 };
struct desk_of_claims {
    struct arena         arena;
    struct claim         claims[MOST];
    struct gathered_text text;
    struct gathering     gathered;
};

static struct desk_of_claims *lay(const char *text) {
    struct desk_of_claims *d = calloc(1, sizeof *d);
    if (!d) abort();
    arena_init(&d->arena);
    d->text = (struct gathered_text){.about.document = SLICE_LIT("青禾县2021.txt"), .text = slice_of(text)};
    d->gathered = (struct gathering){.claims = d->claims, .texts = &d->text, .text_count = 1};
    return d;
}

static void clear(struct desk_of_claims *d) {
    arena_free(&d->arena);
    free(d);
}

static struct claim *put(struct desk_of_claims *d, uint32_t start, uint32_t end, const char *raw, const char *sentence) {
    struct claim *c = &d->claims[d->gathered.count++];
    *c = (struct claim){.document = d->text.about.document,
                        .body = SLICE_LIT("青禾县"),
                        .metric = SLICE_LIT("处置网络舆情"),
                        .unit = SLICE_LIT("起"),
                        .value = decimal_int(313),
                        .year = 2021,
                        .start = start,
                        .end = end,
                        .raw = slice_of(raw),
                        .sentence = slice_of(sentence),
                        .line = 1};
    d->text.count++;
    return c;
}

/* 处置[313起]，: the text with its marks in brackets. */
static slice marked(struct desk_of_claims *d, size_t mark_of[MOST]) {
    struct evidence e;
    size_t          total = 0, at = 0;
    slice           out = SLICE_LIT("");
    evidence_make(&e, &d->gathered, &d->text, mark_of, &total, &d->arena);
    CU_ASSERT_EQUAL(total, e.count);
    for (size_t i = 0; i < e.count; i++) {
        const struct mark_place *m = &e.marks[i];
        out = arena_format(&d->arena, "%.*s%.*s[%.*s]", SLICE_ARG(out), (int)(m->from - at), e.text.ptr + at,
                           (int)(m->to - m->from), e.text.ptr + m->from);
        at = m->to;
    }
    return arena_format(&d->arena, "%.*s%.*s", SLICE_ARG(out), (int)(e.text.len - at), e.text.ptr + at);
}

static slice page_of(struct desk_of_claims *d, const char *header, const char *failure, const char *title) {
    struct comparison   comparison = {0};
    struct audit        audit = {0};
    struct chart_list   charts = {0};
    struct err          err = {0};
    struct report_parts parts = {&d->gathered, &comparison, &audit, &charts, "/tmp", failure, title, header, "0.1"};
    const char         *path = written("", &d->arena);
    slice               page = SLICE_NONE;
    CU_ASSERT(report_write(path, &parts, &d->arena, &err));
    CU_ASSERT(file_load(&page, path, 1 << 22, &d->arena, &err));
    unlink(path);
    return page;
}

static void figures_are_marked_where_they_stand(void) {
    size_t                 mark_of[MOST] = {0};
    struct desk_of_claims *d = lay("𠮷县处置舆情313起，办理5件。");
    put(d, 13, 15, "5件", "");
    put(d, 6, 10, "313起", "");
    CU_ASSERT(slice_equal(marked(d, mark_of), SLICE_LIT("𠮷县处置舆情[313起]，办理[5件]。")));
    CU_ASSERT(mark_of[0] == 2 && mark_of[1] == 1);
    clear(d);
}

static void claims_of_the_same_words_share_a_mark(void) {
    size_t                 mark_of[MOST] = {0};
    struct desk_of_claims *d = lay("甲乙各3至5个");
    put(d, 3, 7, "3至5个", "");
    put(d, 3, 7, "3至5个", "");
    put(d, 5, 7, "5个", "");
    CU_ASSERT(slice_equal(marked(d, mark_of), SLICE_LIT("甲乙各[3至5个]")));
    CU_ASSERT(mark_of[0] == 1 && mark_of[1] == 1 && mark_of[2] == 1);
    CU_ASSERT(holds(page_of(d, NULL, NULL, NULL),
                    "甲乙各<mark id=\"m1\"><a href=\"#c1\">3至5个</a><sup><a href=\"#c2\">2</a></sup>"
                    "<sup><a href=\"#c3\">3</a></sup></mark>"));
    clear(d);
}

static void a_place_beyond_the_text_has_no_mark(void) {
    size_t                 mark_of[MOST] = {0};
    struct desk_of_claims *d = lay("处置舆情");
    put(d, 90, 95, "313起", "");
    put(d, 2, 2, "", "");
    CU_ASSERT(slice_equal(marked(d, mark_of), SLICE_LIT("处置舆情")));
    CU_ASSERT(mark_of[0] == 0 && mark_of[1] == 0);
    clear(d);
}

static void a_claim_file_shows_its_sentences(void) {
    size_t                 mark_of[MOST] = {0};
    struct desk_of_claims *d = lay("");
    put(d, 4, 6, "3起", "全年处置3起，办理3起。");
    put(d, 9, 11, "3起", "全年处置3起，办理3起。");
    put(d, 20, 22, "8件", "另有案件。");
    CU_ASSERT(slice_equal(marked(d, mark_of), SLICE_LIT("全年处置[3起]，办理[3起]。\n另有案件。\n")));
    CU_ASSERT(mark_of[0] == 1 && mark_of[1] == 2 && mark_of[2] == 0);
    clear(d);
}

/* ---- the page
 * ----------------------------------------------------------------------------------------------------------------
 */

static void a_hostile_report_stays_text(void) {
    struct desk_of_claims *d = lay("</div><script>x()</script>313起");
    struct claim          *c = put(d, 26, 30, "313起", "");
    c->metric = SLICE_LIT("<img src=x onerror=y()>");
    c->body = SLICE_LIT("\"><b>");
    c->unit = SLICE_LIT("'&<");
    slice page = page_of(d, NULL, "<i>why</i>", NULL);
    CU_ASSERT(!holds(page, "<script>x") && !holds(page, "<img") && !holds(page, "<b>") && !holds(page, "<i>"));
    CU_ASSERT(holds(page, "&lt;/div&gt;&lt;script&gt;x()&lt;/script&gt;<mark id=\"m1\"><a href=\"#c1\">313起</a></mark>"));
    CU_ASSERT(holds(page, "没有画图：</strong>&lt;i&gt;why"));
    CU_ASSERT(holds(page, "default-src 'none'") && !holds(page, "http:") && !holds(page, "https:") && !holds(page, "{{"));
    clear(d);
}

/* Ids stand once, and each href="#…" has one. */
static void every_link_leads_somewhere(void) {
    struct desk_of_claims *d = lay("处置3起，办理5件，培训8人，目标9个");
    put(d, 2, 4, "3起", "");
    put(d, 7, 9, "5件", "");
    put(d, 12, 14, "8人", "");
    put(d, 17, 19, "9个", "")->status = STATUS_TARGET;
    slice  page = page_of(d, NULL, NULL, NULL), link = SLICE_LIT("href=\"#");
    size_t links = 0;
    for (size_t at = slice_find(page, link, 0); at != SIZE_MAX; at = slice_find(page, link, at + 1), links++) {
        slice  name = slice_from(page, at + link.len);
        size_t end = slice_find(name, SLICE_LIT("\""), 0);
        slice  id = arena_format(&d->arena, " id=\"%.*s\"", (int)end, name.ptr);
        size_t first = slice_find(page, id, 0);
        CU_ASSERT(first != SIZE_MAX && slice_find(page, id, first + 1) == SIZE_MAX);
    }
    CU_ASSERT_EQUAL(links, 4 + 4 + 3); /* marks, rows, and what the page begins with */
    CU_ASSERT(holds(page, "<mark id=\"m4\" class=\"aim\">") && holds(page, "<td class=\"nw\">目标"));
    clear(d);
}

static void the_page_speaks_the_language_asked_for(void) {
    struct desk_of_claims *d = lay("处置3起");
    put(d, 2, 4, "3起", "");
    slice zh = page_of(d, NULL, NULL, NULL), en = page_of(d, "en", NULL, NULL), both = page_of(d, "both", NULL, "年终");
    CU_ASSERT(holds(zh, "<html lang=\"zh-CN\">") && holds(zh, "<h1>青禾县 数量表述</h1>") && holds(zh, ">指标<"));
    CU_ASSERT(holds(en, "<html lang=\"en\">") && holds(en, ">Metric<") && !holds(en, ">指标<"));
    CU_ASSERT(holds(both, ">指标 Metric<") && holds(both, "<h1>年终</h1>") && holds(both, "<title>年终</title>"));
    clear(d);
}

static void blank_lines_in_a_row_are_one(void) {
    struct desk_of_claims *d = lay("题目\n\n \n\u3000\n处置3起\n\n\n\n办理");
    put(d, 10, 12, "3起", "");
    slice page = page_of(d, NULL, NULL, NULL);
    CU_ASSERT(holds(page, "题目\n\n处置<mark") && holds(page, "</mark>\n\n办理</div>"));
    clear(d);
}

static void a_report_without_claims_says_so(void) {
    struct desk_of_claims *d = lay("无事");
    slice                  page = page_of(d, NULL, NULL, NULL);
    CU_ASSERT(holds(page, "没有找到数量表述") && holds(page, "无事") && !holds(page, "<table"));
    clear(d);
}

static void a_picture_is_one_attribute(void) {
    struct arena arena;
    arena_init(&arena);
    const char *path =
                   written("<?xml version=\"1.0\"?>\n<svg a=\"b\">\n\n\t<path id='gpPt1' d='M0'/>\n<path id='gpPt2' d='M0'/>\n"
                           "<filter id='textbox'>\n<feFlood/>\n</filter>\n<g fill=\"none\">\n</g>\n<use xlink:href='#gpPt2'/>\n"
                           "<path d='M1\nL2'/><text>50% &amp; 3起</text>\n</svg>\n",
                           &arena),
               *svg = arena_format(&arena, "%s.svg", path).ptr;
    CU_ASSERT_EQUAL(rename(path, svg), 0);
    slice uri = picture_uri("/tmp", slice_of(path + 5), &arena);
    CU_ASSERT(slice_equal(
        uri, SLICE_LIT("data:image/svg+xml,%3Csvg a=%22b%22%3E%3Cpath id=%27gpPt2%27 d=%27M0%27/%3E"
                       "%3Cuse xlink:href=%27%23gpPt2%27/%3E%3Cpath d=%27M1 L2%27/%3E%3Ctext%3E50%25 %26amp; 3起%3C/text%3E"
                       "%3C/svg%3E")));
    CU_ASSERT_EQUAL(picture_uri("/tmp", SLICE_LIT("no-such-picture"), &arena).len, 0);
    unlink(svg);
    arena_free(&arena);
}

CU_TestInfo test_report[] = {
    {"sections_repeat_and_conditions_hold", sections_repeat_and_conditions_hold},
    {"a_broken_template_is_told_by_line", a_broken_template_is_told_by_line},
    {"what_a_report_says_is_no_markup", what_a_report_says_is_no_markup},
    {"what_tells_more_comes_first", what_tells_more_comes_first},
    {"documents_are_told_apart", documents_are_told_apart},
    {"words_are_filled_in", words_are_filled_in},
    {"figures_are_marked_where_they_stand", figures_are_marked_where_they_stand},
    {"claims_of_the_same_words_share_a_mark", claims_of_the_same_words_share_a_mark},
    {"a_place_beyond_the_text_has_no_mark", a_place_beyond_the_text_has_no_mark},
    {"a_claim_file_shows_its_sentences", a_claim_file_shows_its_sentences},
    {"a_hostile_report_stays_text", a_hostile_report_stays_text},
    {"every_link_leads_somewhere", every_link_leads_somewhere},
    {"the_page_speaks_the_language_asked_for", the_page_speaks_the_language_asked_for},
    {"blank_lines_in_a_row_are_one", blank_lines_in_a_row_are_one},
    {"a_report_without_claims_says_so", a_report_without_claims_says_so},
    {"a_picture_is_one_attribute", a_picture_is_one_attribute},
    CU_TEST_INFO_NULL,
};
