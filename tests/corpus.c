/* fixtures/NAME.tsv → one CUnit assertion a row, reported by file and line.
 * 三万五 <tab> 35000 is one case; adding a case needs no C.
 * What a column means is each suite's business: only the headings are looked up here. */
#include "tests/corpus.h"

#include <stdarg.h>
#include <stdio.h>

#include "extract/base/banned.h"

static void report(const char *path, int line, bool holds, const char *shown) {
    CU_assertImplementation(holds, (unsigned)line, shown, path, "", CU_FALSE);
}

void corpus_run(const char *path, corpus_case run) {
    struct arena table_arena, row_arena;
    struct tsv   table;
    struct err   err = {0};
    arena_init(&table_arena);
    arena_init(&row_arena);
    if (!tsv_load(&table, path, &table_arena, &err)) {
        report(path, err.line, false, err.text);
    } else if (table.rows == 0) {
        report(path, 0, false, "the table has no rows");
    } else {
        for (size_t i = 0; i < table.rows; i++) {
            run(&(struct corpus_row){path, table.row[i].line, &table, &table.row[i], &row_arena});
            arena_reset(&row_arena);
        }
    }
    arena_free(&row_arena);
    arena_free(&table_arena);
}

slice corpus_cell(const struct corpus_row *row, const char *heading) {
    int column = tsv_column(row->table, heading);
    if (column < 0) corpus_assert(row, false, "the table has no column %s", heading);
    return tsv_cell(row->row, column);
}

void corpus_expect(const struct corpus_row *row, slice input, slice want, slice got) {
    corpus_assert(row, slice_equal(want, got), "%.*s => %.*s, got %.*s", SLICE_ARG(input), SLICE_ARG(want), SLICE_ARG(got));
}

void corpus_assert(const struct corpus_row *row, bool holds, const char *format, ...) {
    char    shown[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(shown, sizeof shown, format, arguments);
    va_end(arguments);
    report(row->path, row->line, holds, shown);
}
