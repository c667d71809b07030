/* Page furniture: ---- , ·3·, 云台年鉴 at the head of every page, 令他们有42 ¶ 机会. */
#include "extract/text/furniture.h"

#include "extract/words/page_number.h"
#include "extract/words/unit.h"

#include <uchar.h>

#include "extract/base/banned.h"

static bool is_of(const char32_t *set, uint32_t code) {
    while (*set && *set != code) set++;
    return *set != 0;
}

/* A line drawn over the page, ---- or · · ·, or one that shows nothing: no letter and no digit. */
static bool is_rule(slice line) {
    size_t size;
    if (line.len && starts_han(line.ptr)) return false; /* most lines */
    for (size_t at = 0; at < line.len; at += size)
        if (!is_of(U" -·—–─\r\u3000\u200b\ufeff", utf8_decode(slice_from(line, at), &size))) return false;
    return true;
}

bool is_seam(slice line) {
    const slice anchor = SLICE_LIT("\u200b");
    while (slice_starts(line, anchor)) line = slice_from(line, anchor.len);
    return line.len == 0;
}

enum { SHORTEST_HEAD = 4 * HAN };

/* A line without the number of a page at its ends and the marks round it: 2022年工作总结 · 1 ·, 1 云台年鉴. */
static slice without_number(slice line) {
    for (size_t size; line.len && is_of(U" \t\f-·—0123456789", utf8_decode(line, &size));) line = slice_from(line, size);
    for (size_t size; line.len; line.len -= size) {
        size = utf8_size_before(line, line.len);
        size_t same;
        if (!is_of(U" \t-·—0123456789", utf8_decode(utf8_tail(line, 1), &same))) break;
    }
    return line;
}

/* Does such a head stand in the lines from `at` on, not more than a few pages ahead? */
static bool comes_again(slice text, size_t at, slice head) {
    enum { PAGES = 16384 };
    text = slice_sub(text, 0, at + PAGES < text.len ? at + PAGES : text.len);
    if (slice_find(text, head, at) == SIZE_MAX) return false;
    for (slice line; at < text.len; at += line.len + 1) {
        line = line_at(text, at);
        if (slice_equal(without_number(slice_trim(line)), head)) return true;
    }
    return false;
}

void find_running_heads(struct text_reader *r, slice text) {
    slice before = SLICE_NONE;
    for (size_t at = 0; at < text.len && r->head_count < MOST_HEADS;) {
        slice line = line_at(text, at), shown = slice_trim(line), head = without_number(shown);
        at += line.len + 1;
        if (!shown.len || page_number_is(r->rules->pages, shown)) continue;
        bool open = before.len && !line_ends_sentence(r->rules, before) && line_reach(&r->wrap, before) >= r->wrap.width;
        bool may = open && head.len >= SHORTEST_HEAD && line_reach(&r->wrap, shown) < r->wrap.width &&
                   !line_ends_sentence(r->rules, shown);
        before = shown;
        if (!may || list_opens(r->rules->lists, head) || !comes_again(text, at, head)) continue;
        r->head_at[r->head_count] = (size_t)(shown.ptr - text.ptr);
        r->heads[r->head_count++] = arena_copy(r->kept, head);
    }
}

/* Above the number of a page, or below it, the title stands again, or another head. */
static bool is_running_head(const struct text_reader *r, slice line) {
    slice  head = r->head_count ? without_number(line) : SLICE_NONE;
    size_t at = (size_t)(line.ptr - r->document->text.ptr);
    for (size_t i = 0; i < r->head_count; i++)
        if (slice_equal(head, r->heads[i]) && at >= r->head_at[i]) return true;
    if (line.len < SHORTEST_HEAD || !slice_equal(line, r->title)) return false; /* most */
    return at > r->title_at;
}

bool ends_page(const struct text_reader *r, slice line) {
    return page_number_is(r->rules->pages, line) || is_running_head(r, line);
}

bool page_furniture(const struct text_reader *r, slice line) { return ends_page(r, line) || is_rule(line); }

void find_page_ends(struct text_reader *r, slice text) {
    struct page_ends ends = {0};
    uint32_t         number = 1;
    slice            line;
    for (size_t at = 0; at < text.len && ends.count < PAGE_ENDS_SURE; at += line.len + 1, number++) {
        line = line_at(text, at);
        page_end_taken(&ends, slice_trim(line), at, number);
    }
    for (size_t i = 0; ends.count == PAGE_ENDS_SURE && i + 1 < PAGE_ENDS_SURE; i++) r->first_pages[i] = ends.row[i];
}

slice without_page_end(struct text_reader *r, slice line, size_t at, uint32_t number) {
    if (!r->wrap.width || !line.len) return line; /* most */
    slice taken = page_end_taken(&r->pages, line, at, number);
    for (size_t i = 0; at && i + 1 < PAGE_ENDS_SURE; i++)
        if (at == r->first_pages[i]) return page_end_cut(line);
    return taken;
}
