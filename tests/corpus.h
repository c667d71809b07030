/* Runs a table of cases: one row of fixtures/NAME.tsv is one case, and a failing row names itself by file and line:
 * fixtures/numeral.tsv:37 - 三万五 => 35000, got 30005. */
#ifndef SUANPAN_TESTS_CORPUS_H
#define SUANPAN_TESTS_CORPUS_H

#include "extract/base/arena.h"
#include "extract/base/tsv.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>

struct corpus_row {
    const char           *path;
    int                   line; /* 1-based, in the file */
    const struct tsv     *table;
    const struct tsv_row *row;
    struct arena         *arena; /* for what the case builds; emptied after each row */
};
typedef void (*corpus_case)(const struct corpus_row *row);

/* Calls `run` for each row of the table. A table that cannot be read, or has no row, is a failure. */
void corpus_run(const char *path, corpus_case run);
/* The row's cell under `heading`; a heading that the table lacks is a failure. */
slice corpus_cell(const struct corpus_row *row, const char *heading);
/* One assertion: `got` must equal `want`, byte for byte. Shown on failure as "input => want, got got". */
void corpus_expect(const struct corpus_row *row, slice input, slice want, slice got);
/* The same for a bare truth: `what` says what should have held. */
void corpus_assert(const struct corpus_row *row, bool holds, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
