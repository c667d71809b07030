/* A table's figures become claims: the row's heading names the metric, a column or bracket the unit, the column's heading the
 * year. 指标 | 单位 | 2022年 | 2023年 over 处置舆情 | 起 | 280 | 313 is 处置舆情 280 起 in 2022 and 313 起 in 2023. */
#ifndef SUANPAN_GRID_H
#define SUANPAN_GRID_H

#include "extract/grid/grid_heading.h"
#include "extract/read/document.h"

struct grid_claim {
    struct claim claim; /* metric, value, low, high, qualifier, unit, kind, direction, basis, status, year, period, base_value,
                           base_unit, dimension, raw, sentence (the row) and rule are set; the caller adds document, body,
                           section, start, end, line */
    span   at;          /* bytes of raw in document.text */
    size_t block;       /* of the cell, in document.blocks */
};
struct grid {
    struct grid_claim *claims; /* in text order */
    size_t             count, capacity;
    size_t             first, blocks; /* the table's cells: document.blocks[first .. first + blocks) */
    bool              *taken;         /* by cell, from 0: it is a heading, a unit or a figure that a claim stands for. The other
                                         cells are sentences or words and are read like paragraphs */
};

/* A table, and what is known of the report that it stands in. */
struct grid_source {
    const struct document *document;
    size_t                 first;                    /* its first cell in document.blocks */
    int                    review_year, report_year; /* see period_year */
    const struct alphabet *plain;                    /* cells are read with 长 for 長; NULL: as they are */
};

/* Reads a table, with the paragraphs straight before it that belong to it (“单位：亿元”, “2012年主要农产品产量”). True when it
 * is a grid of figures with headings; false, with `blocks` set and nothing taken, when it is not: all its cells are then read
 * like paragraphs. All that is handed out lives in `arena` or the document. */
bool grid_read(struct grid *out, const struct grid_source *source, const struct grid_rules *rules, struct arena *arena);

#endif
