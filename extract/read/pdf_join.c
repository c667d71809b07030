/* The lines of a PDF → paragraphs: those that reach the margin go on in the next, over a page's end too: 敏感舆 / 情 45 起. */
#include "extract/read/pdf_pages.h"

#include "extract/base/rules_dir.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/words/list_mark.h"

#include "extract/base/banned.h"

enum { FIRST_RADICAL = 0x2E80, BEHIND_RADICALS = 0x3000 };

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

size_t pdf_usual_width(const struct pdf_pages *p) {
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
static bool line_goes_on(const struct pdf_pages *p, slice before, slice after, size_t width) {
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

static bool is_word(char c) { return ascii_digit(c) || ascii_letter((unsigned char)c); }
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

/* Adds the lines of a page that are left. */
static void join_page(struct joined *j, const struct pdf_pages *p, const struct pdf_page *page) {
    bool parted = false, begun = false;
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
        j->used += put_line(j->text + j->used, line);
        j->last = rows ? SLICE_NONE : line;
        parted = false;
        begun = true;
    }
}

bool pdf_join(struct document *out, const struct pdf_pages *p, const struct read_options *options, struct arena *report,
              struct err *err) {
    size_t room = 1;
    for (size_t i = 0; i < p->line_count; i++) room += p->lines[i].text.len + 2;
    struct joined j = {.text = arena_text(report, room), .width = pdf_usual_width(p)};
    for (size_t page = 0; page < p->count; page++) join_page(&j, p, &p->pages[page]);
    out->text = (slice){j.text, j.used};
    return unify_radicals(j.text, j.used, options, report, err);
}
