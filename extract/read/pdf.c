/* A PDF → its paragraphs, from the lines that pdftotext reads: running heads and page numbers (— 2 —) are dropped by
 * pdf_furniture.c, the others joined by pdf_join.c. Two columns are read one behind the other. A PDF of pictures is said to be
 * one. */
#include "extract/base/bound.h"
#include "extract/base/child.h"
#include "extract/base/rules_dir.h"
#include "extract/base/tsv.h"
#include "extract/read/pdf_pages.h"
#include "extract/read/pdf_table.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    SECONDS = 30,
    FEWEST_LETTERS = 20, /* on a page, on the average; fewer are a stamp on a scan */
    FEWEST_ON_PAGE = 5,  /* fewer are the number of a page */
    NARROW = 54,         /* columns of digits; half a page of A4 has room for fewer */
};

static bool pdf_takes(slice bytes) {
    return slice_has(slice_sub(bytes, 0, bytes.len < 1024 ? bytes.len : 1024), SLICE_LIT("%PDF-"));
}

/* ---- pages and lines ---- */

static void cut_lines(struct pdf_pages *p, slice page) {
    struct pdf_page here = {.first = p->line_count};
    for (size_t at = 0; at < page.len;) {
        slice text = slice_take(page, '\n', &at);
        ARENA_PUSH(p->arena, p->lines, p->line_count, p->line_capacity, ((struct pdf_line){.text = text}));
    }
    here.count = p->line_count - here.first;
    ARENA_PUSH(p->arena, p->pages, p->count, p->capacity, here);
}

static void cut_pages(struct pdf_pages *p, slice text) {
    for (size_t at = 0; at < text.len;) cut_lines(p, slice_take(text, '\f', &at));
}

/* ---- tables ---- */

/* The longest word of the table that is not taken and that `rest` starts with; their number when there is none. */
static size_t longest_word(slice rest, const struct pdf_table *t, const bool *taken) {
    size_t best = t->word_count, size = 0;
    for (size_t i = 0; i < t->word_count; i++)
        if (!taken[i] && t->words[i].len > size && slice_starts(rest, t->words[i])) best = i, size = t->words[i].len;
    return best;
}

/* Takes the words of which `line` is made, blanks or none between them, from those of the table that are left; false, and none
 * is taken, when it holds others. */
static bool take_line(slice line, const struct pdf_table *t, bool *taken) {
    enum { MOST = 64 };
    size_t mine[MOST], n = 0;
    while ((line = slice_trim(line)).len) {
        size_t i = n < MOST ? longest_word(line, t, taken) : t->word_count;
        if (i == t->word_count) {
            while (n > 0) taken[mine[--n]] = false;
            return false;
        }
        taken[mine[n++] = i] = true;
        line = slice_from(line, t->words[i].len);
    }
    return n > 0;
}

/* Lines of the page that hold the words of a table are gone, and its rows stand where the first of them stood: where nearly all
 * were found. */
static bool place_table(struct pdf_pages *p, struct pdf_table *t) {
    const struct pdf_page *here = &p->pages[t->page];
    bool  *taken = ARENA_ARRAY(p->arena, bool, t->word_count + 1), *mine = ARENA_ARRAY(p->arena, bool, here->count + 1);
    size_t found = 0, first = SIZE_MAX;
    memset(taken, 0, t->word_count * sizeof *taken);
    for (size_t i = 0; i < here->count; i++) {
        struct pdf_line *line = &p->lines[here->first + i];
        mine[i] = !line->gone && take_line(slice_trim(line->text), t, taken);
        if (mine[i] && first == SIZE_MAX) first = i;
    }
    for (size_t i = 0; i < t->word_count; i++) found += taken[i];
    if (found * 20 < t->word_count * 19) return false;
    for (size_t i = 0; i < here->count; i++)
        if (mine[i]) p->lines[here->first + i].gone = true;
    p->lines[here->first + first] = (struct pdf_line){.text = slice_trim(t->rows), .rows = true};
    return true;
}

/* Lines that are but a number: pdftotext prints the cells of a table so. */
static bool may_have_tables(const struct pdf_pages *p) {
    enum { FEWEST = 3 };
    size_t numbers = 0;
    for (size_t i = 0; i < p->line_count && numbers < FEWEST; i++)
        numbers += !p->lines[i].gone && pdf_is_number(slice_trim(p->lines[i].text));
    return numbers >= FEWEST;
}

/* True when tables were found and their rows stand in the text. */
static bool find_tables(struct pdf_pages *p, slice bytes, struct arena *report) {
    static const char *const command[] = {"pdftotext", "-q", "-tsv", "-enc", "UTF-8", "-", "-", NULL};
    struct pdf_table        *tables;
    struct child             child = {.argv = command, .input = bytes, .limit = LARGEST_INFLATED, .seconds = SECONDS};
    bool                     placed = false;
    if (!may_have_tables(p) || child_run(&child, report) != CHILD_DONE || utf8_validate(child.output) != child.output.len)
        return false;
    size_t count = pdf_tables(&tables, child.output, report);
    for (size_t i = 0; i < count; i++)
        if (tables[i].page < p->count) placed |= place_table(p, &tables[i]);
    return placed;
}

static size_t count_letters(slice text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80 && (unsigned char)text.ptr[i] > ' ';
    return n;
}

/* ---- pages that are pictures ---- */

static size_t letters_of(const struct pdf_pages *p, const struct pdf_page *page) {
    size_t n = 0;
    for (size_t i = 0; i < page->count; i++) n += count_letters(p->lines[page->first + i].text);
    return n;
}

/* “   2     0 image     661   935  rgb …” of what pdfimages lists → the pixels of the picture, and its page; else 0. */
static size_t picture_of(slice line, size_t *page) {
    enum { PAGE, NUMBER, TYPE, WIDTH, HEIGHT, CELLS };
    slice  cell[CELLS];
    size_t at = 0, n = 0;
    while (n < CELLS && tsv_word(line, &at, &cell[n])) n++;
    int number = n == CELLS ? slice_int(cell[PAGE]) : -1, width = n == CELLS ? slice_int(cell[WIDTH]) : -1,
        height = n == CELLS ? slice_int(cell[HEIGHT]) : -1;
    if (number < 1 || width < 1 || height < 1 || slice_is(cell[TYPE], "smask")) return 0;
    *page = (size_t)number - 1;
    return (size_t)width * (size_t)height;
}

/* The scanned annex of a report that has text: a page of as good as no letters that a picture, or its stripes, fill. */
static void find_pictures(struct document *out, const struct pdf_pages *p, slice bytes) {
    enum { FEWEST_PIXELS = 250000 };
    static const char *const command[] = {"pdfimages", "-list", "-", NULL};
    struct child             child = {.argv = command, .input = bytes, .limit = MEGABYTE, .seconds = SECONDS};
    size_t                  *pixels = ARENA_ARRAY(p->arena, size_t, p->count + 1), blank = 0, page;
    memset(pixels, 0, p->count * sizeof *pixels);
    for (size_t i = 0; i < p->count; i++) blank += letters_of(p, &p->pages[i]) < FEWEST_ON_PAGE;
    if (!blank || child_run(&child, p->arena) == CHILD_MISSING) return;
    for (size_t at = 0; at < child.output.len;) {
        size_t area = picture_of(slice_take(child.output, '\n', &at), &page);
        if (area && page < p->count) pixels[page] += area;
    }
    for (size_t i = 0; i < p->count; i++) {
        if (pixels[i] < FEWEST_PIXELS || letters_of(p, &p->pages[i]) >= FEWEST_ON_PAGE) continue;
        out->lost = LOSS_PAGES;
        if (!out->lost_count++) out->first_lost = i + 1;
    }
}

/* A font that does not tell which characters its glyphs are leaves their numbers: ^A^B^C for 工作报. No report that does tell
 * it has one in twenty of these: C0 and C1, private use, U+FFFD. */
static bool is_cipher(const struct pdf_pages *p) {
    enum { FEWEST = 20, ONE_IN = 20 };
    size_t odd = 0, all = 0, size;
    for (size_t i = 0; i < p->line_count; i++)
        for (slice rest = p->lines[i].text; rest.len > 0; rest = slice_from(rest, size), all++) {
            uint32_t c = utf8_decode(rest, &size);
            bool     control = c < 0x20 && !(c >= '\t' && c <= '\r');
            odd += control || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c < 0xF900) || c == 0xFFFD;
        }
    return odd > FEWEST && odd * ONE_IN > all;
}

/* ---- two columns ---- */

struct place {
    slice  line; /* without blanks */
    size_t at;   /* its number among the lines */
};

static int by_line(const void *a, const void *b) {
    const struct place *x = a, *y = b;
    int                 order = slice_compare(x->line, y->line);
    return order ? order : ORDER(x->at, y->at);
}

static slice without_blanks(slice line, struct arena *arena) {
    char  *out = arena_text(arena, line.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < line.len; i++)
        if ((unsigned char)line.ptr[i] > ' ') out[n++] = line.ptr[i];
    return (slice){out, n};
}

/* The lines that are not blank and where they stand. */
static size_t list_lines(const struct pdf_pages *p, struct place **out) {
    size_t n = 0;
    *out = ARENA_ARRAY(p->arena, struct place, p->line_count + 1);
    for (size_t i = 0; i < p->line_count; i++) {
        slice line = without_blanks(p->lines[i].text, p->arena);
        if (line.len) (*out)[n++] = (struct place){line, i};
    }
    return n;
}

/* pdftotext takes lines of two columns that stand side by side one after the other: then every other step from a line to the
 * next is one backwards in the order in which the PDF draws them, which is that of the columns. */
static bool jumps_about(const struct pdf_pages *shown, const struct pdf_pages *drawn) {
    struct place *lines, *order;
    size_t        n = list_lines(shown, &lines), m = list_lines(drawn, &order), last = 0, steps = 0, back = 0;
    qsort(order, m, sizeof *order, by_line);
    for (size_t i = 0; i < n; i++) {
        const struct place first = {lines[i].line, 0};
        size_t             low = first_not_before(&first, order, m, sizeof first, by_line);
        if (low == m || !slice_equal(order[low].line, lines[i].line)) continue;
        steps++;
        back += order[low].at < last;
        last = order[low].at;
    }
    return back * 5 > steps;
}

/* A PDF that was cut off while it was copied lacks its end; pdftotext would give the pages that are there without a word. */
static bool is_cut(slice bytes) {
    slice tail = bytes.len > 4096 ? slice_from(bytes, bytes.len - 4096) : bytes;
    return !slice_has(tail, SLICE_LIT("%%EOF")) && !slice_has(tail, SLICE_LIT("startxref"));
}

/* Runs pdftotext over the PDF and cuts what it prints into lines. */
static enum child_end lines_of(struct pdf_pages *pages, const char *const *command, slice bytes, struct arena *report) {
    struct child   child = {.argv = command, .input = bytes, .limit = LARGEST_INFLATED, .seconds = SECONDS};
    enum child_end end = child_run(&child, report);
    *pages = (struct pdf_pages){.arena = report};
    if (end == CHILD_DONE) cut_pages(pages, slice_sub(child.output, 0, utf8_validate(child.output)));
    return end;
}

static bool run(struct document *out, slice bytes, struct pdf_pages *pages, struct arena *report, struct err *err) {
    static const char *const shown[] = {"pdftotext", "-q", "-enc", "UTF-8", "-", "-", NULL}, *const drawn[] = {
                                                                                                 "pdftotext", "-q",    "-raw",
                                                                                                 "-enc",      "UTF-8", "-",
                                                                                                 "-",         NULL};
    struct pdf_pages raw;
    switch (lines_of(pages, shown, bytes, report)) {
    case CHILD_DONE:
        if (pdf_usual_width(pages) < NARROW && lines_of(&raw, drawn, bytes, report) == CHILD_DONE && jumps_about(pages, &raw))
            *pages = raw;
        return true;
    case CHILD_FAILED:
        return REFUSE(out, err, "is a PDF that is damaged or locked by a password; get it again or save it without");
    case CHILD_MISSING: return REFUSE(out, err, "is a PDF and pdftotext is missing; install poppler-utils");
    case CHILD_LATE: return REFUSE(out, err, "is a PDF that took longer than %d seconds; split it", SECONDS);
    case CHILD_FLOODED: return REFUSE(out, err, "is a PDF with more than %d MB of text; split it", LARGEST_INFLATED / MEGABYTE);
    case CHILD_UNABLE: break;
    }
    return REFUSE(out, err, "could not be handed to pdftotext; is there room in the temporary folder?");
}

/* “Title:          2023年工作总结” of what pdfinfo prints; empty when there is no such line. */
static slice info_of(slice info, slice name) {
    for (size_t at = 0; at < info.len;) {
        slice line = slice_take(info, '\n', &at);
        if (slice_starts(line, name)) return slice_trim(slice_from(line, name.len));
    }
    return SLICE_NONE;
}

/* Title and date as the program that made the PDF noted them. One without them, or no pdfinfo, is no fault. */
static void read_info(struct document *out, slice bytes, struct arena *report) {
    static const char *const command[] = {"pdfinfo", "-enc", "UTF-8", "-isodates", "-", NULL};
    struct child             child = {.argv = command, .input = bytes, .limit = MEGABYTE, .seconds = SECONDS};
    if (child_run(&child, report) != CHILD_DONE || utf8_validate(child.output) != child.output.len) return;
    out->title = info_of(child.output, SLICE_LIT("Title:"));
    out->date = info_of(child.output, SLICE_LIT("CreationDate:"));
    out->title_from = out->date_from = ORIGIN_PROPERTIES;
}

static bool tables_load(struct pdf_pages *p, const struct read_options *options, struct err *err) {
    struct alphabet   *alphabet = arena_new(p->arena, sizeof *alphabet);
    struct role_table *lists;
    alphabet_init(alphabet, p->arena);
    if (!lists_load(&lists, alphabet, suanpan_table(options->rules, options->rule_count, "lists.tsv", p->arena), p->arena, err))
        return false;
    p->lists = lists;
    return pages_load(&p->numbers, suanpan_table(options->rules, options->rule_count, "pages.tsv", p->arena), p->arena, err);
}

static bool pdf_read(struct document *out, slice bytes, const struct read_options *options, struct arena *report,
                     struct err *err) {
    struct pdf_pages pages;
    size_t           letters = 0;
    if (is_cut(bytes)) return REFUSE(out, err, "is a PDF that is cut short; get it again");
    if (!run(out, bytes, &pages, report, err)) return false;
    for (size_t i = 0; i < pages.count; i++) letters += letters_of(&pages, &pages.pages[i]);
    if (is_cipher(&pages))
        return REFUSE(out, err, "is a PDF whose fonts do not tell which characters they draw; run OCR over it first");
    if (letters < FEWEST_LETTERS * (pages.count ? pages.count : 1) && letters < 2000)
        return REFUSE(out, err, "is a scanned PDF, pictures without text (pages: %zu); run OCR over it first", pages.count);
    if (!tables_load(&pages, options, err)) return false;
    read_info(out, bytes, report);
    find_pictures(out, &pages, bytes);
    pdf_drop_furniture(&pages);
    bool tables = find_tables(&pages, bytes, report);
    if (!pdf_join(out, &pages, options, report, err)) return false;
    if (tables && !textgrid_reader.read(out, out->text, options, report, err)) return false;
    out->lined = false; /* the lines of paragraphs are joined already */
    return true;
}

const struct reader pdf_reader = {"pdf", pdf_takes, pdf_read};
