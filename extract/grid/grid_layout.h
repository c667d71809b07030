/* A table laid out: what each of its cells holds, and what the headings beside and above say. */
#ifndef SUANPAN_GRID_LAYOUT_H
#define SUANPAN_GRID_LAYOUT_H

#include "extract/grid/grid.h"

enum content { CONTENT_NONE, CONTENT_FIGURE, CONTENT_YEAR, CONTENT_WORDS };

struct cell {
    const struct block *block;
    slice               text; /* folded */
    enum content        content;
    bool                negative;
    slice               digits;                     /* of a figure: without sign */
    size_t              row, rows, columns, column; /* dense rows */
};

struct grid_layout {
    struct grid_source       source;
    const struct grid_rules *rules;
    struct arena            *arena;
    struct cell             *cells;
    size_t                   count, rows, columns;
    struct cell            **at; /* rows × columns, a merged cell at each of its places */
    size_t                   heading_rows;
    size_t                   stub, unit; /* the columns of names and of units; `columns` when there is none */
    struct heading          *column_head, *row_head, caption;
    bool                     own_units; /* 12.5亿元 stands in a cell with its unit */
};

/* What stands at a place, NULL for nothing. */
static inline struct cell *layout_at(const struct grid_layout *t, size_t row, size_t column) {
    return t->at[row * t->columns + column];
}

static inline bool is_ratio(slice unit) { return slice_equal(unit, SLICE_LIT("%")) || slice_equal(unit, SLICE_LIT("‰")); }

/* Lays out the table of `blocks` cells. False when it is no grid of figures with headings, or one whose headings say neither
 * what nor when its figures are. */
bool layout_read(struct grid_layout *out, const struct grid_source *source, size_t blocks, const struct grid_rules *rules,
                 struct arena *arena);

#endif
