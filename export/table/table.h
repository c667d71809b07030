/* Rows for export: what every writer, reader and chart sees. Claims and series are two tables of the same kind. */
#ifndef SUANPAN_TABLE_H
#define SUANPAN_TABLE_H

#include "export/table/plain.h"
#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/claim.h"

enum cell_type { CELL_EMPTY, CELL_TEXT, CELL_DECIMAL, CELL_INTEGER, CELL_BOOLEAN };

struct cell {
    enum cell_type type;
    slice          text;    /* TEXT: as is · DECIMAL: plain digits ("51000") · else unused */
    int64_t        integer; /* INTEGER, BOOLEAN */
};
struct column {
    slice          name, zh, what; /* name: the contract's; zh: 指标 */
    enum cell_type type;
};
struct table_schema {
    const char          *name; /* claims, comparison, matches, contradictions, quantities */
    const struct column *columns;
    size_t               count;
};

/* Empty where there is nothing. */
static inline struct cell text_cell(slice text) { return (struct cell){text.len ? CELL_TEXT : CELL_EMPTY, text, 0}; }
static inline struct cell decimal_cell(decimal d, char digits[DECIMAL_TEXT]) {
    if (!d.present) return (struct cell){CELL_EMPTY, SLICE_NONE, 0};
    return (struct cell){CELL_DECIMAL, {digits, decimal_write(digits, d)}, 0};
}

/* A table in memory (small ones: comparison, matches, audit; claims stream). rows[i] has schema->count cells. */
struct table {
    struct table_schema schema;
    struct cell       **rows;
    size_t              row_count, capacity;
};

/* What a format may write for a cell, apart from its text: a decimal, a delimiter, what copying writes to behind its end. */
enum { CELL_ROOM = DECIMAL_TEXT + 4 };

extern const struct table_schema claim_schema; /* made from CLAIM_COLUMNS */
#define CLAIM_COLUMN_COUNT 25
#define CLAIM_PLACE_COLUMN_COUNT 4 /* those of CLAIM_PLACE_COLUMNS, which come first */
/* One claim as cells; decimals are written into `digits`, which must live as long as the cells. */
void claim_cells(const struct claim *claim, struct cell cells[CLAIM_COLUMN_COUNT], char digits[4][DECIMAL_TEXT]);
/* Bytes of all its texts: what a row of them takes at least. */
size_t claim_text_bytes(const struct claim *claim);
/* The words of a claim's enums as a format writes them: growth, "growth"; `none` where there is none. */
struct claim_words {
    struct written qualifier[QUALIFIER_COUNT], kind[KIND_COUNT], direction[DIRECTION_COUNT], role[ROLE_COUNT],
        status[STATUS_COUNT];
};
void claim_words_make(struct claim_words *out, const char *quote, const char *none);
/* What comes first in the rows of all claims of a section, written: a.txt,青禾县委,2020,全年工作, is written once and copied.
 * Whoever hands claims to a writer has one of these for each extractor they come from, which starts with zeros. */
struct place_cells {
    uint64_t place; /* the claim's; 0: none is kept */
    int      year;
    uint32_t length;
    char     bytes[2048];
};
/* Writes those cells for a format; returns the byte after them. */
typedef char       *place_writer(char *to, const struct claim *claim, const void *format);
static inline char *place_put(char *to, const struct claim *claim, const void *format, place_writer *write,
                              struct place_cells *kept) {
    if (claim->place && kept->place == claim->place && kept->year == claim->year) {
        memcpy(to, kept->bytes, kept->length);
        return to + kept->length;
    }
    char  *end = write(to, claim, format);
    size_t length = (size_t)(end - to);
    kept->place = length <= sizeof kept->bytes ? claim->place : 0;
    kept->year = claim->year;
    kept->length = (uint32_t)length;
    if (kept->place) memcpy(kept->bytes, to, length);
    return end;
}
/* A row of a claim file back into a claim: `map[i]` is the place of column i in the file, -1 when the file lacks it.
 * Text is copied into `arena`. False and `err` when a cell does not fit its column. */
bool claim_from_cells(struct claim *out, const slice *cells, size_t n, const int map[CLAIM_COLUMN_COUNT], struct arena *arena,
                      struct err *err);
/* Sorts by a comma list of columns, - in front for the other way round: -value,metric. Numbers by value, empty cells last,
 * equal rows keep their order. False and `err` (ERR_USAGE) when there is no such column. */
bool table_sort(struct table *table, const char *columns, struct arena *arena, struct err *err);

#endif
