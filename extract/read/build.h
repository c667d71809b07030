/* What the readers of web pages and Word files share: they say "a paragraph begins, this text, it ends", and document.text
 * and its blocks come out. Paragraphs are parted by a line end, cells by a tab, rows by a line end. */
#ifndef SUANPAN_BUILD_H
#define SUANPAN_BUILD_H

#include "extract/read/document.h"

enum {
    MOST_COLUMNS = 256,
    MOST_SPAN = 1000,
    LONGEST_CELL = 1200 /* bytes; a table with a longer cell lays out, it does not tabulate */
};

struct grid_state {              /* the table that is being built */
    uint32_t number;             /* 0: none */
    uint16_t row, column;        /* of the next cell */
    uint16_t busy[MOST_COLUMNS]; /* rows for which a cell from above still fills this column */
    bool     row_open, cell_open;
};
struct build {
    struct arena     *arena;
    char             *text;
    size_t            length, capacity;
    struct block     *blocks;
    size_t            count, block_capacity;
    struct block      open; /* the block that text goes to; at.start is set */
    bool              opened;
    bool              pad; /* a blank is due before the next text */
    struct grid_state grid;
    uint32_t          tables, page;
};

/* The text and its blocks will live in `arena`; `expected` bytes of text are a guess that saves copies. */
void build_init(struct build *b, struct arena *arena, size_t expected);
/* Ends the block that is open, if one is, and begins another. */
void build_begin(struct build *b, enum block_kind kind, int level);
/* Text as a browser would lay it out: white space folded into one blank, none at a block's ends, no zero-width characters.
 * Outside of a block it opens a paragraph. */
void build_text(struct build *b, slice s);
/* The same of what stands higher: 2 of km<sup>2</sup> is ², so that no digit glues to the figure before it. */
void build_raised(struct build *b, slice s);
/* Ends the block: trimmed, and gone when nothing is left of it. Inside a cell it is only a blank. */
void build_end(struct build *b);
/* A line break within a paragraph parts it: 一、经济<br>二、社会 are two lines to a reader. */
void build_break(struct build *b);
void build_table(struct build *b);
void build_row(struct build *b);
/* The next free place of the row; spans of 0 are 1. */
void build_cell(struct build *b, unsigned rows, unsigned columns, bool header);
/* A cell at a place of its own, of a sheet that leaves empty ones out; rows come in order. */
void build_cell_at(struct build *b, unsigned row, unsigned column, unsigned rows, unsigned columns);
void build_cell_end(struct build *b);
void build_table_end(struct build *b);
/* Hands text and blocks over. */
void build_finish(struct build *b, struct document *out);

#endif
