/* Blocks over a text that stays as it is, for Markdown and plain text with tables: each is a piece of a line. Inside
 * extract/read/ only. */
#ifndef SUANPAN_SPANS_H
#define SUANPAN_SPANS_H

#include "extract/read/document.h"

struct spans {
    struct arena *arena;
    slice         text;
    struct block *blocks;
    size_t        count, capacity;
    uint32_t      tables; /* so far */
};

/* `piece` of the text, trimmed, as a block like `kind`; nothing when nothing is left of it. */
void spans_add(struct spans *s, slice piece, struct block kind);
/* A cell of the table that s->tables counts. */
void spans_add_cell(struct spans *s, slice piece, uint16_t row, uint16_t column, bool header);
void spans_finish(const struct spans *s, struct document *out);

/* The line at `at` without its end. */
static inline slice line_of(slice text, size_t at) {
    const char *stop = memchr(text.ptr + at, '\n', text.len - at);
    return slice_sub(text, at, stop ? (size_t)(stop - text.ptr) : text.len);
}

#endif
