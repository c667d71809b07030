/* CSV and TSV that suanpan, a spreadsheet or a person wrote, row by row. */
#ifndef SUANPAN_READ_CSV_H
#define SUANPAN_READ_CSV_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

/* One row; the cells are valid until the call returns. `line`: 1-based, where the row starts. False stops the reading. */
typedef bool (*csv_row_sink)(void *context, const slice *cells, size_t n, int line, struct err *err);

/* Reads all rows of `path` ("-" is standard input), the header among them; a BOM is skipped, GB18030 and UTF-16 are decoded,
 * blank lines are no rows, the apostrophe of the formula guard is taken off. `delimiter` 0: what csv_delimiter finds.
 * False and `err` (ERR_INPUT) when the file cannot be read or a quote has no end. */
bool csv_read(const char *path, char delimiter, csv_row_sink sink, void *context, struct err *err);
/* The same of a table that an option names, --manifest, --aliases or --review: what is wrong with it is ERR_USAGE. The last
 * line of one that was written `by_hand` may end early. */
bool csv_read_option(const char *path, bool by_hand, csv_row_sink sink, void *context, struct err *err);
/* What parts the cells of a table that begins so: a tab when its first line holds one, the semicolon of many a spreadsheet when
 * it holds no comma, else a comma. */
char csv_delimiter(slice head);
/* The encoding of a table that begins so, as a spreadsheet saves it: GB18030, UTF-16LE. NULL: UTF-8. `cut`: there is more of it
 * than `head`, which may end within a character. */
const char *csv_encoding(slice head, bool cut);
/* Index of the heading among the cells, -1 when it is not there. `heading` may be met as it is or, written by --header both,
 * before or behind a blank: metric, 指标, "metric 指标". */
int csv_heading(const slice *cells, size_t n, slice heading);
/* The same for one of its two names, the Chinese of which may be NULL. */
int csv_heading_either(const slice *cells, size_t n, const char *heading, const char *chinese);
/* What a person says of a row: yes is 1, no is 0; -1 for anything else. */
int csv_answer(slice cell);

#endif
