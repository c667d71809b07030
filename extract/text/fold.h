/* Puts a paragraph together from pieces of a document, folding each: half-width digits, no blanks between Han. */
#ifndef SUANPAN_FOLD_H
#define SUANPAN_FOLD_H

#include "extract/text/text.h"

/* Where the paragraph is put together: its text, the way back and the map of it. */
struct folder {
    char                     *out;
    size_t                    length;
    struct shift             *shifts;
    size_t                    count, room;
    struct scan_map          *map;
    struct arena             *arena;
    const struct vocabulary  *rules;
    const struct page_shapes *pages;
    const struct role_table  *lists;
    size_t                    spaced;       /* behind so many bytes of `out` the last blank was dropped */
    bool                      alone;        /* the paragraph is one line */
    bool                      spaces;       /* digits of a number stood apart in it: 1 9 9 2 */
    size_t                    apart;        /* letters before here that stand apart in the piece, 工　作　总　结 */
    size_t                    behind_blank; /* byte of the piece behind the last blanks */
};

/* A piece of the document, where it starts there, and the map of it. */
struct piece {
    slice                  text;
    size_t                 source;
    const struct scan_map *map;
};

/* The first byte at or behind `at` that folding may change, piece.len when there is none. */
size_t fold_next(const struct scan_map *map, slice piece, size_t at);
/* True when folding changes anything in a piece; its map shows where it may. */
bool fold_changes(const struct scan_map *map, slice piece);
/* Bytes that a paragraph of this text may have once folded: “ has more than ". */
size_t fold_room(slice text);
/* Folds a piece onto what there is; a blank stands between it and the one before where they would run into one word. */
void fold_piece(struct folder *f, const struct piece *piece);
/* All pieces are folded, the first of which starts at byte `source`: there is a way back even when nothing is left of them. */
void fold_close(struct folder *f, size_t source);

#endif
