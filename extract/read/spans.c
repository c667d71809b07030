/* | 处置舆情 | 起 | → the cells 处置舆情 and 起, where they stand in the text. Which lines are rows is the readers' business.
 */
#include "extract/read/spans.h"

#include "extract/base/banned.h"

void spans_add(struct spans *s, slice piece, struct block kind) {
    piece = slice_trim(piece);
    if (piece.len == 0) return;
    kind.at.start = (uint32_t)(piece.ptr - s->text.ptr);
    kind.at.end = kind.at.start + (uint32_t)piece.len;
    ARENA_PUSH(s->arena, s->blocks, s->count, s->capacity, kind);
}

void spans_add_cell(struct spans *s, slice piece, uint16_t row, uint16_t column, bool header) {
    spans_add(
        s, piece,
        (struct block){
            .kind = BLOCK_CELL, .header = header, .row = row, .column = column, .rows = 1, .columns = 1, .table = s->tables});
}

void spans_finish(const struct spans *s, struct document *out) {
    out->blocks = s->blocks;
    out->block_count = s->count;
}
