/* A line of a document: how it ends, how wide it is, and where all of them are wrapped: 安装路灯1 ¶ 0盏. */
#include "extract/text/line.h"

#include "extract/words/class.h"
#include "extract/words/unit.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

slice line_at(slice text, size_t at) { return slice_take(text, '\n', &at); }

/* The last character of a line that is not empty. */
static uint32_t last_code(slice line) {
    size_t size;
    return utf8_decode(utf8_tail(line, 1), &size);
}

uint32_t line_mark(const struct vocabulary *rules, slice line) {
    const struct alphabet *alphabet = rules->alphabet;
    return alphabet->marks[letter_of(alphabet, last_code(line))] & MARK_PUNCTUATION;
}

uint32_t line_opening_mark(const struct vocabulary *rules, slice line) {
    const struct alphabet *alphabet = rules->alphabet;
    size_t                 size;
    return alphabet->marks[letter_of(alphabet, utf8_decode(line, &size))] & MARK_PUNCTUATION;
}

bool line_ends_sentence(const struct vocabulary *rules, slice line) {
    uint32_t mark = slice_ends(line, SLICE_LIT("。")) ? STOP : line_mark(rules, line); /* most lines */
    return mark == STOP || mark == COLON;
}

bool line_closes(const struct vocabulary *rules, slice line) {
    uint32_t mark = line_mark(rules, line);
    return mark == CLOSE || mark == UNQUOTE;
}

size_t line_width(slice line) { return 2 * utf8_count(line) - utf8_ascii(line); }

size_t line_reach(const struct wrap *wrap, slice line) { return wrap->letters ? 2 * utf8_count(line) : line_width(line); }

bool line_is_indented(slice line, slice shown) {
    enum { FEWEST = 2, MOST = 4 };
    size_t width = line_width(slice_sub(line, 0, (size_t)(shown.ptr - line.ptr)));
    return width >= FEWEST && width <= MOST;
}

enum { MOST_LINES = 2000, PAGE = 60 * 2, PAPER = 80, MAIL = 95 /* lines of 100 that are full */ };

/* A line as it is on paper: its width, its characters, and whether no sentence ends with it. */
struct shape {
    size_t width, letters;
    bool   open;
};

static int compare_widths(const void *a, const void *b) {
    size_t x = ((const struct shape *)a)->width, y = ((const struct shape *)b)->width;
    return ORDER(x, y);
}

/* The lines that no sentence ends with and that reach as far as the farthest of all, far by characters or by width. */
struct even {
    size_t full, least; /* how many, and the width of the narrowest; least is 0 when they tell nothing */
};

static struct even even_lines(const struct shape *lines, size_t n, bool by_letters) {
    enum { FEWEST = 4, NARROWEST = 40, RAGGED = 6, SURE = 6, SEVERAL = 3 };
    size_t      most = 0, open = 0, far = 0, wide = by_letters ? 2 : 1;
    struct even even = {0, PAGE};
    for (size_t i = 0; i < n; i++) {
        size_t size = wide * (by_letters ? lines[i].letters : lines[i].width);
        if (size > most) most = size;
    }
    for (size_t i = 0; i < n; i++) {
        size_t size = wide * (by_letters ? lines[i].letters : lines[i].width);
        open += lines[i].open;
        far += lines[i].open && size * 2 >= most; /* no heading */
        if (!lines[i].open || size + RAGGED < most) continue;
        even.full++;
        if (lines[i].width < even.least) even.least = lines[i].width;
    }
    size_t cut = even.full < SEVERAL ? open : far;
    bool   most_of_them = even.full > 1 && even.full * (even.full < SURE ? 2 : 3) >= cut;
    if (n < FEWEST || !most_of_them || most < NARROWEST || most > PAGE) even.least = 0;
    return even;
}

/* Where a short notice is wrapped, or news whose paragraphs have two lines each: half of the lines that are cut, or a third of
 * many, end within one width, as on a page, or behind as many characters, as in a mail. 0 when they do not. */
static size_t even_width(const struct shape *lines, size_t n) {
    struct even page = even_lines(lines, n, false), mail = even_lines(lines, n, true);
    return mail.least && (!page.least || mail.full > page.full) ? mail.least : page.least;
}

/* Of the lines that are cut, without headings, which reach no half of the page: how many, how many are as wide as the page, and
 * how many reach no seven tenths of it. */
struct cut_lines {
    size_t all, full, shorter;
};

static struct cut_lines cut_lines(const struct shape *lines, size_t n, size_t page) {
    enum { TWO_CHARACTERS = 4 };
    struct cut_lines cut = {0};
    for (size_t i = 0; i < n; i++) {
        if (!lines[i].open || lines[i].width * 2 < page) continue;
        cut.all++;
        cut.full += lines[i].width + TWO_CHARACTERS >= page;
        cut.shorter += lines[i].width * 10 < page * 7;
    }
    return cut;
}

static bool are_sharp(const struct cut_lines *cut, size_t percent) {
    enum { FEWEST = 6 };
    return cut->all >= FEWEST && cut->full * 100 >= cut->all * percent;
}

/* The width of the 90th line of 100 by characters, each counted as a Han, where the lines are sharp so; else 0. */
static size_t letters_page(const struct shape *lines, size_t n) {
    struct shape by_letters[MOST_LINES];
    memcpy(by_letters, lines, n * sizeof *lines);
    for (size_t i = 0; i < n; i++) by_letters[i].width = 2 * lines[i].letters;
    qsort(by_letters, n, sizeof *by_letters, compare_widths);
    size_t           page = by_letters[n * 9 / 10].width;
    struct cut_lines cut = cut_lines(by_letters, n, page);
    return page <= PAGE && are_sharp(&cut, MAIL) ? page : 0;
}

/* How the lines of a text begin that stand behind one that ends with a sentence, and behind one that does not. */
struct beginnings {
    size_t first, first_told, inner, inner_told; /* told: below a blank line, or indented */
};

/* Nearly all first lines of paragraphs are told, and hardly a line is within one. */
static bool tells_paragraphs(const struct beginnings *b) {
    enum { FEWEST = 2 };
    return b->first_told >= FEWEST && b->first_told * 5 >= b->first * 4 && b->inner_told * 4 <= b->inner;
}

/* The lines of a text that are not empty. */
struct page_lines {
    struct shape      lines[MOST_LINES];
    size_t            count, gaps, wider; /* gaps: of blank lines, before one; wider: than a page */
    struct beginnings begun;
};

static struct shape shape_of(const struct vocabulary *rules, slice shown, bool measured) {
    struct shape shape = {PAGE + 1, PAGE + 1, !line_ends_sentence(rules, shown) && !line_closes(rules, shown)};
    if (measured) shape.letters = utf8_count(shown), shape.width = 2 * shape.letters - utf8_ascii(shown);
    return shape;
}

/* `all`: lines that are longer than a page are measured, too. */
static void lines_read(struct page_lines *p, const struct vocabulary *rules, slice text, bool all) {
    enum { LONGEST_CHARACTER = 4 };
    bool blank = false;
    p->count = p->gaps = p->wider = 0;
    p->begun = (struct beginnings){0};
    for (size_t at = 0; at < text.len && p->count < MOST_LINES;) {
        slice line = line_at(text, at), shown = slice_trim(line);
        at += line.len + 1;
        if (shown.len > 0) {
            struct shape *s = &p->lines[p->count];
            bool          told = blank || line_is_indented(line, shown);
            *s = shape_of(rules, shown, all || shown.len <= PAGE / 2 * LONGEST_CHARACTER);
            if (p->count && s[-1].open) p->begun.inner++, p->begun.inner_told += told;
            if (p->count && !s[-1].open) p->begun.first++, p->begun.first_told += told;
            p->count++;
            p->gaps += blank;
            p->wider += s->width > PAGE;
        }
        blank = shown.len == 0;
    }
}

struct wrap wrap_find(const struct vocabulary *rules, slice text, bool known) {
    enum { MANY = 12 };
    struct page_lines p;
    lines_read(&p, rules, text, known);
    size_t low = p.count * 9 / 10, open = 0; /* low: so many lines are no wider than the page */
    if (p.count == 0 || (!known && p.count >= MANY && p.count - p.wider <= low)) return (struct wrap){0};
    for (size_t i = 0; i < p.count; i++) open += p.lines[i].open;
    qsort(p.lines, p.count, sizeof *p.lines, compare_widths);
    struct wrap      wrap = {.page = p.lines[low].width};
    struct cut_lines cut = cut_lines(p.lines, p.count, wrap.page);
    size_t           page = are_sharp(&cut, PAPER) || known ? 0 : letters_page(p.lines, p.count);
    bool             paged = known || (p.count >= MANY && p.lines[p.count / 2].width * 2 >= wrap.page && open * 2 >= p.count);
    wrap.letters = paged && page > 0;
    wrap.sharp = paged && !known && (wrap.letters || are_sharp(&cut, PAPER));
    if (wrap.letters) wrap.page = page;
    wrap.width = paged ? wrap.page * (cut.shorter * 10 <= cut.all ? 7 : 8) / 10 : even_width(p.lines, p.count);
    wrap.loose = wrap.width && p.count >= MANY && p.gaps * 5 >= p.count * 4;
    wrap.told = wrap.width && tells_paragraphs(&p.begun);
    return wrap;
}
