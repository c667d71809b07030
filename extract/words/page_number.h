/* The page numbers that a page leaves in its text: — 2 —, 第 2 页 共 15 页. How they look and where: rules/pages.tsv. */
#ifndef SUANPAN_PAGE_NUMBER_H
#define SUANPAN_PAGE_NUMBER_H

#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/base/slice.h"

struct page_shape {
    slice text;
    bool  within; /* a line, too */
};
struct page_shapes { /* run lifetime */
    struct page_shape *shapes;
    size_t             count, room;
    uint8_t            bytes[256]; /* what they are to a shape: */
};
enum {
    PAGE_STARTS = 1 /* its first */,
    PAGE_STARTS_WITHIN = 2 /* the same of one within a line */,
    PAGE_ENDS = 4 /* its last */
};
bool pages_load(struct page_shapes **out, const char *path, struct arena *run, struct err *err);

/* The line, without blanks round it, is a page number and nothing else. */
bool               page_number_fills(const struct page_shapes *shapes, slice line);
static inline bool page_number_is(const struct page_shapes *shapes, slice line) {
    return line.len && shapes->bytes[(unsigned char)line.ptr[0]] & PAGE_STARTS &&
           shapes->bytes[(unsigned char)line.ptr[line.len - 1]] & PAGE_ENDS && page_number_fills(shapes, line);
}
/* Bytes of the page number at the start of `s` that may stand within a line, 一 — 1 — 般公共预算收入; 0: none does. */
size_t               page_number_size(const struct page_shapes *shapes, slice s);
static inline size_t page_number_within(const struct page_shapes *shapes, slice s) {
    return s.len && shapes->bytes[(unsigned char)s.ptr[0]] & PAGE_STARTS_WITHIN ? page_number_size(shapes, s) : 0;
}

enum { PAGE_ENDS_SURE = 3 };
/* The numbers that stand at the end of the last line of a page, 令他们有42 ¶ 机会: each is one more than that before. Zeroed at
 * the start of a text. */
struct page_ends {
    uint32_t last, line;          /* the number, and the line that it ended */
    size_t   at;                  /* where that line starts */
    uint32_t count;               /* in a row */
    size_t   row[PAGE_ENDS_SURE]; /* where the lines of the first of them start */
};
/* `line`, number `number`, which starts at `at`, without the page number that it ends with: such numbers stand far from each
 * other and count up, 合共130 ¶ 公頃 does not. Taken off from the third on. The same line may be asked again. */
slice page_end_taken(struct page_ends *ends, slice line, size_t at, uint32_t number);
/* `line` without the number that it ends with. */
slice page_end_cut(slice line);

#endif
