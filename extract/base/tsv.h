/* Tables that an analyst edits: UTF-8 (a BOM and CRLF are forgiven), one tab between columns, `#` lines on top are
 * comments, the first other line holds the headings. Columns are found by heading, never by place. */
#ifndef SUANPAN_TSV_H
#define SUANPAN_TSV_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct tsv_row {
    int          line;  /* 1-based, in the file */
    const slice *cells; /* tsv.columns of them; missing ones at the end are empty */
};
struct tsv {
    const char           *path; /* lives in the arena */
    size_t                columns, rows;
    const slice          *headings;
    const struct tsv_row *row;
};

/* Reads the whole file into `arena`. False and `err` when it cannot be read, is not UTF-8, has no heading line or a row
 * with more cells than headings. */
bool tsv_load(struct tsv *out, const char *path, struct arena *arena, struct err *err);
/* DIR/NAME of the last of the folders that has it, NULL when none has. */
const char *tsv_find(const char *const *dirs, size_t n, const char *name, struct arena *arena);
/* Index of the column under `heading`; -1 when the table lacks it. */
int tsv_column(const struct tsv *table, const char *heading);
/* Columns that a table cannot do without: TSV_COLUMNS(&table, err, {"写法", &text}, {"类", &class}). False and `err` (ERR_RULE)
 * when one is missing. */
struct tsv_needed {
    const char *heading;
    int        *column;
};
bool tsv_columns(const struct tsv *table, struct err *err, const struct tsv_needed *needed, size_t n);
#define TSV_COLUMNS(table, err, ...)                                                                                           \
    tsv_columns(table, err, (const struct tsv_needed[]){__VA_ARGS__},                                                          \
                sizeof((const struct tsv_needed[]){__VA_ARGS__}) / sizeof(struct tsv_needed))
/* The cell of column `column` (from tsv_column); empty when column is -1. */
static inline slice tsv_cell(const struct tsv_row *row, int column) { return column < 0 ? SLICE_NONE : row->cells[column]; }
/* Where a cell lies in its line, for an error: 1-based, in characters; 0 for one that is missing at its end. */
int tsv_place(const struct tsv_row *row, slice cell);
/* False and `err` when the cell under `heading` is empty. */
bool tsv_filled(const struct tsv *table, const struct tsv_row *row, const char *heading, slice cell, struct err *err);
/* False and `err`: the cell under `heading` holds, or is, the word `word` that may not stand there. */
bool tsv_unknown(const struct tsv *table, const struct tsv_row *row, const char *heading, slice word, struct err *err);
/* A whole number of at most nine digits, -1 or 2016; 0 where the cell under `heading` is empty. False and `err` when it holds
 * something else. */
bool tsv_number(const struct tsv *table, const struct tsv_row *row, const char *heading, int *number, struct err *err);
/* The next word of a cell in which blanks part words; `*at` is 0 at first. Most are Han, looked at once a character. */
static inline bool tsv_word(slice cell, size_t *at, slice *word) {
    while (*at < cell.len && cell.ptr[*at] == ' ') ++*at;
    size_t from = *at;
    while (*at < cell.len && cell.ptr[*at] != ' ') *at += starts_han(cell.ptr + *at) ? HAN : 1;
    *word = slice_sub(cell, from, *at);
    return *at > from;
}
/* Tabs and line ends among the bytes of a block: a bit each. */
enum { STOPS_BLOCK = 64 };
static inline uint64_t stops_in_plain(const char *block) {
    uint64_t there = 0;
    for (size_t i = 0; i < STOPS_BLOCK; i++) there |= (uint64_t)(block[i] == '\t' || block[i] == '\n') << i;
    return there;
}
#ifdef __SSE2__
/* Its twin: sixteen bytes at once. */
static inline uint64_t stops_in(const char *block) {
    const __m128i tab = _mm_set1_epi8('\t'), end = _mm_set1_epi8('\n');
    uint64_t      there = 0;
    for (size_t i = 0; i < STOPS_BLOCK; i += 16) {
        __m128i bytes = _mm_loadu_si128((const void *)(block + i));
        __m128i stops = _mm_or_si128(_mm_cmpeq_epi8(bytes, tab), _mm_cmpeq_epi8(bytes, end));
        there |= (uint64_t)(unsigned)_mm_movemask_epi8(stops) << i;
    }
    return there;
}
#else
static inline uint64_t stops_in(const char *block) { return stops_in_plain(block); }
#endif
/* All of a file in the arena, a NUL behind it; false and `err` when it cannot be read or is larger than `limit` bytes. */
bool file_load(slice *out, const char *path, size_t limit, struct arena *arena, struct err *err);

#endif
