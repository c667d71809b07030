/* A PDF → its paragraphs, from the lines that pdftotext reads: running heads and page numbers (— 2 —) are dropped, then lines
 * that reach the margin are joined, over a page's end too: 敏感舆 / 情 45 起. Two columns are read one behind the other. A PDF
 * of pictures is said to be one. */
#include "extract/base/child.h"
#include "extract/base/rules_dir.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/words/list_mark.h"
#include "extract/words/page_number.h"
#include "extract/read/pdf_table.h"
#include "extract/read/reader.h"

#include "extract/base/banned.h"

enum {
    SECONDS = 30,
    FEWEST_LETTERS = 20 /* on a page, on the average; fewer are a stamp on a scan */,
    EDGE = 2 /* lines where heads stand */,
    NARROW = 54 /* columns of digits; half a page of A4 has room for fewer */,
    LONGEST_HEAD = 160,
    LONGEST_TIME = 24, /* #/#/#下午#:# */
    MOST_PAGES = 20000,
    FIRST_RADICAL = 0x2E80,
    BEHIND_RADICALS = 0x3000
};

static bool pdf_takes(slice bytes) {
    return slice_find(slice_sub(bytes, 0, bytes.len < 1024 ? bytes.len : 1024), SLICE_LIT("%PDF-"), 0) != SIZE_MAX;
}

/* ---- pages and lines ---- */

struct line {
    slice text;       /* trimmed */
    bool  gone, rows; /* rows of a table, several lines: nothing is joined to them */
};
struct page {
    size_t first, count; /* its lines */
};
struct pages {
    struct arena            *arena;
    struct line             *lines;
    struct page             *pages;
    size_t                   line_count, line_capacity, count, capacity;
    const struct role_table *lists;   /* 一、 opens a paragraph: lists.tsv */
    struct page_shapes      *numbers; /* pages.tsv */
};

static void cut_lines(struct pages *p, slice page) {
    struct page here = {.first = p->line_count};
    for (size_t at = 0; at < page.len;) {
        const char *stop = memchr(page.ptr + at, '\n', page.len - at);
        size_t      end = stop ? (size_t)(stop - page.ptr) : page.len;
        slice       text = slice_sub(page, at, end);
        ARENA_PUSH(p->arena, p->lines, p->line_count, p->line_capacity, ((struct line){.text = text}));
        at = end + 1;
    }
    here.count = p->line_count - here.first;
    ARENA_PUSH(p->arena, p->pages, p->count, p->capacity, here);
}

static void cut_pages(struct pages *p, slice text) {
    for (size_t at = 0; at < text.len;) {
        const char *stop = memchr(text.ptr + at, '\f', text.len - at);
        size_t      end = stop ? (size_t)(stop - text.ptr) : text.len;
        cut_lines(p, slice_sub(text, at, end));
        at = end + 1;
    }
}

/* ---- furniture ---- */

/* The n-th line of the page that is not blank, from above or from below; NULL when there are not so many. */
static struct line *edge_line(const struct pages *p, size_t page, size_t n, bool below) {
    const struct page *here = &p->pages[page];
    for (size_t i = 0; i < here->count; i++) {
        struct line *line = &p->lines[here->first + (below ? here->count - 1 - i : i)];
        if (slice_trim(line->text).len > 0 && n-- == 0) return line;
    }
    return NULL;
}

/* The line with its numbers taken out, so that “第 2 页” and “第 3 页” are alike. Returns the length. */
static size_t shape_of(slice line, char out[LONGEST_HEAD]) {
    size_t n = 0;
    line = slice_trim(line);
    if (line.len >= LONGEST_HEAD) return 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (c == ' ' || (ascii_digit(c) && n > 0 && out[n - 1] == '#')) continue;
        out[n++] = ascii_digit(c) ? '#' : c;
    }
    return n;
}

/* A number and its signs, 79.9: a table may end with one on each page. Page numbers are known by themselves. */
static bool is_number(slice line) {
    size_t digits = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (!ascii_digit(line.ptr[i]) && !strchr(".,-%", line.ptr[i])) return false;
        digits += ascii_digit(line.ptr[i]);
    }
    return digits > 0;
}

/* On how many pages the line at this place has this shape. */
static size_t count_alike(const struct pages *p, slice shape, size_t n, bool below) {
    char   other[LONGEST_HEAD];
    size_t alike = 0;
    for (size_t page = 0; page < p->count; page++) {
        const struct line *line = edge_line(p, page, n, below);
        size_t             length = line ? shape_of(line->text, other) : 0;
        alike += length > 0 && slice_equal((slice){other, length}, shape);
    }
    return alike;
}

/* The second page of two begins, or ends, as the first does: its head is said already. */
static bool is_said_before(const struct pages *p, size_t page, size_t n, bool below) {
    const struct line *here = edge_line(p, page, n, below), *first = edge_line(p, 0, n, below);
    return p->count == 2 && page == 1 && first && slice_equal(slice_trim(here->text), slice_trim(first->text));
}

/* A head runs over at least three pages and a third of them all, odd and even pages having their own. */
static void drop_at(struct pages *p, size_t n, bool below) {
    char   shape[LONGEST_HEAD], known[LONGEST_HEAD];
    size_t known_length = 0;
    bool   known_runs = false;
    for (size_t page = 0; page < p->count; page++) {
        struct line *line = edge_line(p, page, n, below);
        size_t       length = line ? shape_of(line->text, shape) : 0;
        if (length == 0) continue;
        if (n == 0 && page_number_is(p->numbers, line->text)) line->gone = true;
        if (is_said_before(p, page, n, below)) line->gone = true;
        if (p->count < 3 || is_number(slice_trim(line->text))) continue;
        if (!slice_equal((slice){shape, length}, (slice){known, known_length})) {
            if (page > 200) continue; /* by then the heads are known; a book with none must not take pages² */
            size_t alike = count_alike(p, (slice){shape, length}, n, below);
            memcpy(known, shape, length);
            known_length = length;
            known_runs = alike >= 3 && alike * 3 >= p->count;
        }
        if (known_runs) line->gone = true;
    }
}

/* What a browser prints around each page: 2023/1/18 09:05 and the title of the web page above, its address and 1/2 below. On
 * the first page the title stays: it may be all that says whose report this is. */
static void drop_printed(struct pages *p) {
    static const char *const schemes[] = {"https://", "http://", "file:///", NULL};
    const struct line       *title = edge_line(p, 0, 1, false);
    for (size_t page = 0; page < p->count; page++) {
        struct line *first = edge_line(p, page, 0, false), *second = edge_line(p, page, 1, false);
        char         shape[LONGEST_HEAD];
        bool         printed = false;
        for (size_t n = 0; n < EDGE; n++) {
            struct line *line = edge_line(p, page, n, true);
            if (line && slice_starts_any(slice_trim(line->text), schemes)) printed = line->gone = true;
        }
        if (!printed) continue;
        size_t length = shape_of(first->text, shape);
        if (length <= LONGEST_TIME && slice_starts((slice){shape, length}, SLICE_LIT("#/#/#"))) first->gone = true;
        if (page > 0 && second && title && slice_equal(second->text, title->text)) second->gone = true;
    }
}

/* — 6 — can be nothing else, wherever on the page it stands: above what a letter ends with, or between two pages of one sheet.
 */
static void drop_numbers(struct pages *p) {
    for (size_t i = 0; i < p->line_count; i++) {
        slice  text = slice_trim(p->lines[i].text);
        size_t size = page_number_within(p->numbers, text);
        if (size > 0 && size == text.len) p->lines[i].gone = true;
    }
}

/* From the edge inwards: a head above the page number hides it no longer once it is gone. */
static void drop_furniture(struct pages *p) {
    drop_printed(p);
    drop_numbers(p);
    for (int below = 0; below < 2; below++)
        for (size_t n = EDGE; n > 0; n--) drop_at(p, n - 1, below != 0);
    for (size_t page = 0; page < p->count; page++) {
        const struct page *here = &p->pages[page];
        for (int below = 0; below < 2; below++)
            for (size_t i = 0; i < here->count; i++) {
                struct line *line = &p->lines[here->first + (below ? here->count - 1 - i : i)];
                if (line->gone || slice_trim(line->text).len == 0) continue;
                if (page_number_is(p->numbers, line->text)) line->gone = true;
                break;
            }
    }
}

/* ---- the text ---- */

/* By radical, what it is to be; NULL with `err` set when the table is broken. */
static const char *const *radicals_load(const struct read_options *options, struct arena *report, struct err *err) {
    struct tsv   table;
    const char **same = ARENA_ARRAY(report, const char *, BEHIND_RADICALS - FIRST_RADICAL);
    const char  *path = suanpan_table(options->rules, options->rule_count, "radicals.tsv", report);
    int          from, to;
    if (!tsv_load(&table, path, report, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &from}, {COLUMN_SAME, &to}))
        return NULL;
    for (size_t i = 0; i < table.rows; i++) {
        slice    radical = tsv_cell(&table.row[i], from), other = tsv_cell(&table.row[i], to);
        size_t   size = 0;
        uint32_t code = radical.len == 3 ? utf8_decode(radical, &size) : 0;
        if (code < FIRST_RADICAL || code >= BEHIND_RADICALS || other.len != 3) {
            err_set(err, ERR_RULE, path, table.row[i].line, 0, "%s is a radical, %s the character that it is", COLUMN_TEXT,
                    COLUMN_SAME);
            return NULL;
        }
        same[code - FIRST_RADICAL] = other.ptr;
    }
    return same;
}

/* ⼀ (U+2F00) of the text becomes 一 (U+4E00), which is a numeral; in place, for both forms are three bytes. The table is asked
 * for by the first of them. */
static bool unify_radicals(char *text, size_t n, const struct read_options *options, struct arena *report, struct err *err) {
    const char *const *same = NULL;
    for (size_t i = 0; i + 3 <= n; i++) {
        if (text[i] != '\xE2' || (unsigned char)text[i + 1] < 0xBA || (unsigned char)text[i + 1] > 0xBF) continue;
        if (!same && !(same = radicals_load(options, report, err))) return false;
        size_t   size;
        uint32_t code = utf8_decode((slice){text + i, n - i}, &size);
        if (code < BEHIND_RADICALS && same[code - FIRST_RADICAL]) memcpy(text + i, same[code - FIRST_RADICAL], 3);
    }
    return true;
}

/* U+00AD is how some fonts name the hyphen of 2014-2020; at a line's end it is a real soft hyphen. */
static size_t put_line(char *to, slice line) {
    static const slice soft = SLICE_LIT("\xC2\xAD");
    size_t             used = 0;
    for (size_t at = 0; at < line.len;) {
        size_t hit = slice_find(line, soft, at), end = hit == SIZE_MAX ? line.len : hit;
        memcpy(to + used, line.ptr + at, end - at);
        used += end - at;
        if (hit != SIZE_MAX && hit + soft.len < line.len) to[used++] = '-';
        at = hit == SIZE_MAX ? line.len : hit + soft.len;
    }
    to[used++] = '\n';
    return used;
}

/* Columns of a line, two for a Han. */
static size_t width_of(slice line) {
    size_t n = 0;
    for (size_t i = 0; i < line.len; i++)
        n += (unsigned char)line.ptr[i] < 0x80 ? 1 : (unsigned char)line.ptr[i] >= 0xE0 ? 2 : 0;
    return n;
}

static int by_size(const void *a, const void *b) {
    return (*(const size_t *)a > *(const size_t *)b) - (*(const size_t *)a < *(const size_t *)b);
}

/* The width that nine lines in ten stay within. */
static size_t usual_width(const struct pages *p) {
    if (p->line_count == 0) return 0;
    size_t *widths = ARENA_ARRAY(p->arena, size_t, p->line_count), n = 0;
    for (size_t i = 0; i < p->line_count; i++)
        if (slice_trim(p->lines[i].text).len > 0) widths[n++] = width_of(p->lines[i].text);
    if (n == 0) return 0;
    qsort(widths, n, sizeof *widths, by_size);
    return widths[n * 9 / 10];
}

/* True when `after` goes on with the sentence of `before`: 敏感舆 / 情 45 起. Lines that reach the margin go on; so do short
 * ones that stop at a comma, where pdftotext cuts a line at a change of font. */
static bool line_goes_on(const struct pages *p, slice before, slice after, size_t width) {
    static const char *const ends[] = {"。", "！", "？", "；", "：", "。”", "！”", ".", ";", ":", NULL};
    static const char *const open[] = {"，", "、", "（", "《", "“", "〔", "(", ",", "—", NULL};
    static const char *const tail[] = {"，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "〕", "％", "%", NULL};
    static const char *const closed[] = {"》", "”", "）", "〕", NULL}, *const opening[] = {"（", "《", "“", "〔", NULL};
    size_t used = width_of(before);
    bool   to_margin = used + 3 >= width, numbered = list_numbered(p->lists, after);
    if (before.len == 0 || width < 30) return false;
    bool ended = slice_ends_any(before, ends);
    if (slice_ends_any(before, open) || (slice_starts_any(after, tail) && (!ended || to_margin))) return true;
    if (ended) return to_margin && !numbered;
    if (used * 5 >= width * 4) return !numbered || to_margin;
    return slice_ends_any(before, closed) && slice_starts_any(after, opening);
}

static bool is_word(char c) { return ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_figure(char c) { return ascii_digit(c) || c == '.' || c == ',' || c == '%'; }

/* Between two words stands a blank, but a figure broken by the margin is one: 累计15 / 0项, 4. / 5%. */
static bool needs_blank(slice before, slice after) {
    char left = before.ptr[before.len - 1], right = after.ptr[0];
    return is_word(left) && is_word(right) && !(is_figure(left) && is_figure(right));
}

/* The text as far as it is joined. */
struct joined {
    char  *text;
    size_t used, width; /* bytes; what nine lines in ten stay within */
    slice  last;        /* the line before */
};

/* Adds the lines of a page that are left. Returns where it begins. */
static size_t join_page(struct joined *j, const struct pages *p, const struct page *page) {
    size_t start = j->used;
    bool   parted = false, begun = false;
    for (size_t i = 0; i < page->count; i++) {
        slice line = slice_trim(p->lines[page->first + i].text);
        if (p->lines[page->first + i].gone) continue;
        if (line.len == 0) {
            parted = begun; /* at a page's top it parts nothing */
            continue;
        }
        bool rows = p->lines[page->first + i].rows;
        if (parted)
            j->text[j->used++] = '\n';
        else if (!rows && line_goes_on(p, j->last, line, j->width)) {
            j->used--;
            if (needs_blank(j->last, line)) j->text[j->used++] = ' ';
        }
        if (!begun) start = j->used;
        j->used += put_line(j->text + j->used, line);
        j->last = rows ? SLICE_NONE : line;
        parted = false;
        begun = true;
    }
    return start;
}

/* The lines that are left, joined to paragraphs, and where each page begins. */
static bool join(struct document *out, const struct pages *p, const struct read_options *options, struct arena *report,
                 struct err *err) {
    size_t room = 1;
    for (size_t i = 0; i < p->line_count; i++) room += p->lines[i].text.len + 2;
    struct joined j = {.text = arena_text(report, room), .width = usual_width(p)};
    uint32_t     *starts = ARENA_ARRAY(report, uint32_t, p->count + 1);
    for (size_t page = 0; page < p->count; page++) starts[page] = (uint32_t)join_page(&j, p, &p->pages[page]);
    out->page_starts = starts;
    out->page_count = p->count;
    out->text = (slice){j.text, j.used};
    return unify_radicals(j.text, j.used, options, report, err);
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
static bool place_table(struct pages *p, struct pdf_table *t) {
    const struct page *here = &p->pages[t->page];
    bool  *taken = ARENA_ARRAY(p->arena, bool, t->word_count + 1), *mine = ARENA_ARRAY(p->arena, bool, here->count + 1);
    size_t found = 0, first = SIZE_MAX;
    memset(taken, 0, t->word_count * sizeof *taken);
    for (size_t i = 0; i < here->count; i++) {
        struct line *line = &p->lines[here->first + i];
        mine[i] = !line->gone && take_line(slice_trim(line->text), t, taken);
        if (mine[i] && first == SIZE_MAX) first = i;
    }
    for (size_t i = 0; i < t->word_count; i++) found += taken[i];
    if (found * 20 < t->word_count * 19) return false;
    for (size_t i = 0; i < here->count; i++)
        if (mine[i]) p->lines[here->first + i].gone = true;
    p->lines[here->first + first] = (struct line){.text = slice_trim(t->rows), .rows = true};
    return true;
}

/* Lines that are but a number: pdftotext prints the cells of a table so. */
static bool may_have_tables(const struct pages *p) {
    enum { FEWEST = 3 };
    size_t numbers = 0;
    for (size_t i = 0; i < p->line_count && numbers < FEWEST; i++)
        numbers += !p->lines[i].gone && is_number(slice_trim(p->lines[i].text));
    return numbers >= FEWEST;
}

/* True when tables were found and their rows stand in the text. */
static bool find_tables(struct pages *p, slice bytes, struct arena *report) {
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

/* ---- two columns ---- */

struct place {
    slice  line; /* without blanks */
    size_t at;   /* its number among the lines */
};

static int by_line(const void *a, const void *b) {
    const struct place *x = a, *y = b;
    int                 order = slice_compare(x->line, y->line);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static slice without_blanks(slice line, struct arena *arena) {
    char  *out = arena_text(arena, line.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < line.len; i++)
        if ((unsigned char)line.ptr[i] > ' ') out[n++] = line.ptr[i];
    return (slice){out, n};
}

/* The lines that are not blank and where they stand. */
static size_t list_lines(const struct pages *p, struct place **out) {
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
static bool jumps_about(const struct pages *shown, const struct pages *drawn) {
    struct place *lines, *order;
    size_t        n = list_lines(shown, &lines), m = list_lines(drawn, &order), last = 0, steps = 0, back = 0;
    qsort(order, m, sizeof *order, by_line);
    for (size_t i = 0; i < n; i++) {
        size_t low = 0, high = m;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (slice_compare(order[middle].line, lines[i].line) < 0)
                low = middle + 1;
            else
                high = middle;
        }
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
    return slice_find(tail, SLICE_LIT("%%EOF"), 0) == SIZE_MAX && slice_find(tail, SLICE_LIT("startxref"), 0) == SIZE_MAX;
}

/* Runs pdftotext over the PDF and cuts what it prints into lines. */
static enum child_end lines_of(struct pages *pages, const char *const *command, slice bytes, struct arena *report) {
    struct child   child = {.argv = command, .input = bytes, .limit = LARGEST_INFLATED, .seconds = SECONDS};
    enum child_end end = child_run(&child, report);
    *pages = (struct pages){.arena = report};
    if (end == CHILD_DONE) cut_pages(pages, slice_sub(child.output, 0, utf8_validate(child.output)));
    return end;
}

static bool run(struct document *out, slice bytes, struct pages *pages, struct arena *report, struct err *err) {
    static const char *const shown[] = {"pdftotext", "-q", "-enc", "UTF-8", "-", "-", NULL}, *const drawn[] = {
                                                                                                 "pdftotext", "-q",    "-raw",
                                                                                                 "-enc",      "UTF-8", "-",
                                                                                                 "-",         NULL};
    struct pages raw;
    switch (lines_of(pages, shown, bytes, report)) {
    case CHILD_DONE:
        if (usual_width(pages) < NARROW && lines_of(&raw, drawn, bytes, report) == CHILD_DONE && jumps_about(pages, &raw))
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
        const char *stop = memchr(info.ptr + at, '\n', info.len - at);
        size_t      end = stop ? (size_t)(stop - info.ptr) : info.len;
        slice       line = slice_sub(info, at, end);
        if (slice_starts(line, name)) return slice_trim(slice_from(line, name.len));
        at = end + 1;
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

static bool tables_load(struct pages *p, const struct read_options *options, struct err *err) {
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
    struct pages pages;
    size_t       letters = 0;
    if (is_cut(bytes)) return REFUSE(out, err, "is a PDF that is cut short; get it again");
    if (!run(out, bytes, &pages, report, err)) return false;
    for (size_t i = 0; i < pages.line_count; i++) letters += count_letters(pages.lines[i].text);
    if (letters < FEWEST_LETTERS * (pages.count ? pages.count : 1) && letters < 2000)
        return REFUSE(out, err, "is a scanned PDF, pictures of %zu pages without text; run OCR over it first", pages.count);
    if (!tables_load(&pages, options, err)) return false;
    read_info(out, bytes, report);
    drop_furniture(&pages);
    bool tables = find_tables(&pages, bytes, report);
    if (!join(out, &pages, options, report, err)) return false;
    if (tables && !textgrid_reader.read(out, out->text, options, report, err)) return false;
    out->lined = false; /* the lines of paragraphs are joined already */
    return true;
}

const struct reader pdf_reader = {"pdf", pdf_takes, pdf_read};
