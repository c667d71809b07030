/* What the tests of the writers share: invented claims, files of the build folder, a child that is ended. */
#ifndef SUANPAN_TESTS_TABLES_H
#define SUANPAN_TESTS_TABLES_H

#include "export/table/writer.h"
#include "tests/corpus.h"

/* Claim `i` of 青禾县: differs from the others in every column that can. `round` 1: the same with another value. */
struct claim tables_claim(size_t i, int round, struct arena *arena);
/* Claims `from` to `to` of `round`. */
struct invented {
    size_t from, to;
    int    round;
};
/* Writes them; false and `err` as the writer says. */
bool tables_write(const struct writer *writer, const char *path, const struct write_options *how, struct invented claims,
                  struct err *err);
/* All of a file; empty when it is not there. */
slice tables_load(const char *path, struct arena *arena);
/* SUANPAN_BUILD/tables/NAME, in a folder that is emptied by tables_fresh. */
const char *tables_path(const char *name, struct arena *arena);
void        tables_fresh(void);
/* How many files the folder holds: temporary ones count too. */
int tables_count(void);
/* Runs `work` in a child; returns its exit status, 128 + N when signal N ended it. */
int tables_child(void (*work)(void *context), void *context);

#endif
