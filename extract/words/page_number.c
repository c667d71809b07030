/* rules/pages.tsv → shapes, which are read against a line: — 2 — is —#—. What a whole line is and what stands within one are
 * told by the same rows. */
#include "extract/words/page_number.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

enum { MOST_DIGITS = 4, NUMBER = '#' };

static void note_byte(struct page_shapes *all, char byte, unsigned told) {
    all->bytes[(unsigned char)byte] |= told;
    for (int digit = '0'; byte == NUMBER && digit <= '9'; digit++) all->bytes[digit] |= told;
}

static void add_shape(struct page_shapes *all, struct page_shape shape, struct arena *run) {
    ARENA_PUSH(run, all->shapes, all->count, all->room, shape);
    note_byte(all, shape.text.ptr[0], shape.within ? PAGE_STARTS | PAGE_STARTS_WITHIN : PAGE_STARTS);
    note_byte(all, shape.text.ptr[shape.text.len - 1], PAGE_ENDS);
}

bool pages_load(struct page_shapes **out, const char *path, struct arena *run, struct err *err) {
    struct page_shapes *all = *out = arena_new(run, sizeof *all);
    struct tsv          table;
    int                 text;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text})) return false;
    const int where = tsv_column(&table, COLUMN_WHERE);
    for (size_t i = 0; i < table.rows; i++) {
        slice             place = tsv_cell(&table.row[i], where);
        struct page_shape shape = {.within = slice_equal(place, SLICE_LIT(WITHIN_LINE))};
        if (place.len && !shape.within) return tsv_unknown(&table, &table.row[i], COLUMN_WHERE, place, err);
        for (size_t at = 0; tsv_word(tsv_cell(&table.row[i], text), &at, &shape.text);) add_shape(all, shape, run);
    }
    return true;
}

static size_t behind_blanks(slice s, size_t at) {
    const slice wide = SLICE_LIT("\u3000");
    while (at < s.len && (s.ptr[at] == ' ' || slice_starts(slice_from(s, at), wide))) at += s.ptr[at] == ' ' ? 1 : wide.len;
    return at;
}

/* The byte behind the number at `at`, 12 or 1 2; `at` itself when there is none. */
static size_t behind_number(slice s, size_t at) {
    size_t end = at, digits = 0;
    for (size_t next = at; digits <= MOST_DIGITS && next < s.len && ascii_digit(s.ptr[next]); digits++)
        next = behind_blanks(s, end = next + 1);
    return digits <= MOST_DIGITS ? end : at;
}

/* Bytes at the start of `s` that have this shape, blanks left out; 0: they have not. */
static size_t shape_size(slice shape, slice s) {
    size_t at = 0;
    for (size_t i = 0; i < shape.len; i++) {
        at = behind_blanks(s, at);
        size_t end = shape.ptr[i] == NUMBER ? behind_number(s, at) : at + (at < s.len && s.ptr[at] == shape.ptr[i]);
        if (end == at) return 0;
        at = end;
    }
    return at;
}

bool page_number_fills(const struct page_shapes *all, slice line) {
    for (size_t i = 0; i < all->count; i++)
        if (shape_size(all->shapes[i].text, line) == line.len) return true;
    return false;
}

size_t page_number_size(const struct page_shapes *all, slice s) {
    size_t longest = 0, size;
    for (size_t i = 0; i < all->count; i++)
        if (all->shapes[i].within && (size = shape_size(all->shapes[i].text, s)) > longest) longest = size;
    return longest;
}

/* The number of digits of either width glued to the end of a line, …机会。42, …机会。４２; 0 when none is. `end`: where it
 * starts. */
static uint32_t glued_number(slice line, size_t *end) {
    enum { MOST = 100 };
    uint32_t number = 0, worth = 1, code;
    size_t   size;
    for (*end = line.len; *end > 0; *end -= size, worth *= 10) {
        size = utf8_size_before(line, *end);
        code = utf8_decode(slice_from(line, *end - size), &size);
        uint32_t digit = code - (code < 0x80 ? '0' : 0xFF10);
        if (digit > 9) break;
        if (worth > MOST) return 0; /* 2014 */
        number += digit * worth;
    }
    slice before = slice_trim(slice_sub(line, 0, *end));
    return before.len && (unsigned char)before.ptr[before.len - 1] >= 0x80 ? number : 0;
}

slice page_end_cut(slice line) {
    size_t end = line.len;
    return glued_number(line, &end) ? slice_trim(slice_sub(line, 0, end)) : line;
}

slice page_end_taken(struct page_ends *p, slice line, size_t at, uint32_t number) {
    enum { FEWEST_LINES = 8, MOST_SKIPPED = 2 };
    size_t   end = line.len;
    uint32_t page = glued_number(line, &end);
    if (!page) return line; /* most */
    bool again = p->count && p->at == at, sure = p->count >= PAGE_ENDS_SURE;
    bool next = page > p->last && page - p->last <= (sure ? MOST_SKIPPED : 1) && number >= p->line + FEWEST_LINES;
    if (!again && sure && !next) return line;
    if (!again) {
        p->count = next ? p->count + 1 : 1;
        p->last = page;
        p->line = number;
        p->at = at;
        if (p->count <= PAGE_ENDS_SURE) p->row[p->count - 1] = at;
    }
    return p->count >= PAGE_ENDS_SURE ? slice_trim(slice_sub(line, 0, end)) : line;
}
