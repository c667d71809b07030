/* Running heads, page numbers and what a browser prints around a page: lines that belong to the paper, not to the text. */
#include "extract/read/pdf_pages.h"

#include "extract/base/banned.h"

enum {
    EDGE = 2, /* lines where heads stand */
    LONGEST_HEAD = 160,
    LONGEST_TIME = 24, /* #/#/#下午#:# */
};

/* The n-th line of the page that is not blank, from above or from below; NULL when there are not so many. */
static struct pdf_line *edge_line(const struct pdf_pages *p, size_t page, size_t n, bool below) {
    const struct pdf_page *here = &p->pages[page];
    for (size_t i = 0; i < here->count; i++) {
        struct pdf_line *line = &p->lines[here->first + (below ? here->count - 1 - i : i)];
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

bool pdf_is_number(slice line) {
    size_t digits = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (!ascii_digit(line.ptr[i]) && !strchr(".,-%", line.ptr[i])) return false;
        digits += ascii_digit(line.ptr[i]);
    }
    return digits > 0;
}

/* On how many pages the line at this place has this shape. */
static size_t count_alike(const struct pdf_pages *p, slice shape, size_t n, bool below) {
    char   other[LONGEST_HEAD];
    size_t alike = 0;
    for (size_t page = 0; page < p->count; page++) {
        const struct pdf_line *line = edge_line(p, page, n, below);
        size_t                 length = line ? shape_of(line->text, other) : 0;
        alike += length > 0 && slice_equal((slice){other, length}, shape);
    }
    return alike;
}

/* The second page of two begins, or ends, as the first does: its head is said already. */
static bool is_said_before(const struct pdf_pages *p, size_t page, size_t n, bool below) {
    const struct pdf_line *here = edge_line(p, page, n, below), *first = edge_line(p, 0, n, below);
    return p->count == 2 && page == 1 && first && slice_equal(slice_trim(here->text), slice_trim(first->text));
}

/* A head runs over at least three pages and a third of them all, odd and even pages having their own. */
static void drop_at(struct pdf_pages *p, size_t n, bool below) {
    char   shape[LONGEST_HEAD], known[LONGEST_HEAD];
    size_t known_length = 0;
    bool   known_runs = false;
    for (size_t page = 0; page < p->count; page++) {
        struct pdf_line *line = edge_line(p, page, n, below);
        size_t           length = line ? shape_of(line->text, shape) : 0;
        if (length == 0) continue;
        if (n == 0 && page_number_is(p->numbers, line->text)) line->gone = true;
        if (is_said_before(p, page, n, below)) line->gone = true;
        if (p->count < 3 || pdf_is_number(slice_trim(line->text))) continue;
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
static void drop_printed(struct pdf_pages *p) {
    static const char *const schemes[] = {"https://", "http://", "file:///", NULL};
    const struct pdf_line   *title = edge_line(p, 0, 1, false);
    for (size_t page = 0; page < p->count; page++) {
        struct pdf_line *first = edge_line(p, page, 0, false), *second = edge_line(p, page, 1, false);
        char             shape[LONGEST_HEAD];
        bool             printed = false;
        for (size_t n = 0; n < EDGE; n++) {
            struct pdf_line *line = edge_line(p, page, n, true);
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
static void drop_numbers(struct pdf_pages *p) {
    for (size_t i = 0; i < p->line_count; i++) {
        slice  text = slice_trim(p->lines[i].text);
        size_t size = page_number_within(p->numbers, text);
        if (size > 0 && size == text.len) p->lines[i].gone = true;
    }
}

/* 令他们有 42 at the end of a line, some lines behind one that ends in 41, counts pages of the paper that the PDF is made of.
 */
static void take_page_ends(struct pdf_pages *p) {
    struct page_ends ends = {0};
    for (size_t i = 0; i < p->line_count; i++) {
        slice line = slice_trim(p->lines[i].text);
        if (p->lines[i].gone || !line.len) continue;
        p->lines[i].text = page_end_taken(&ends, line, i, (uint32_t)i);
        for (size_t k = 0; ends.count == PAGE_ENDS_SURE && ends.at == i && k + 1 < PAGE_ENDS_SURE; k++)
            p->lines[ends.row[k]].text = page_end_cut(p->lines[ends.row[k]].text);
    }
}

/* From the edge inwards: a head above the page number hides it no longer once it is gone. */
void pdf_drop_furniture(struct pdf_pages *p) {
    drop_printed(p);
    drop_numbers(p);
    take_page_ends(p);
    for (int below = 0; below < 2; below++)
        for (size_t n = EDGE; n > 0; n--) drop_at(p, n - 1, below != 0);
    for (size_t page = 0; page < p->count; page++) {
        const struct pdf_page *here = &p->pages[page];
        for (int below = 0; below < 2; below++)
            for (size_t i = 0; i < here->count; i++) {
                struct pdf_line *line = &p->lines[here->first + (below ? here->count - 1 - i : i)];
                if (line->gone || slice_trim(line->text).len == 0) continue;
                if (page_number_is(p->numbers, line->text)) line->gone = true;
                break;
            }
    }
}
