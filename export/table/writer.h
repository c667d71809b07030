/* What a format does with rows: one file each, one row each in writers.c. */
#ifndef SUANPAN_WRITER_H
#define SUANPAN_WRITER_H

#include "export/table/columns.h"
#include "export/table/output.h"
#include "export/table/table.h"
#include "extract/options.h"

struct write_options {
    enum when   bom;
    const char *header;            /* en, zh, both; NULL: the format's own */
    const char *columns;           /* comma list, NULL: all */
    const char *metrics, *scripts; /* paths of the tables that join the series of an archive; NULLs: the installed ones */
    const struct about *documents; /* all that were read: an archive has rows of those without a claim too */
    size_t              document_count;
};
struct writer {
    const char *name, *suffix; /* csv, .csv */
    bool        needs_file;    /* xlsx and sqlite cannot go to a pipe */
    /* `state` is the writer's own, from `arena`. rows come in order; close writes what is left; abort throws it away. */
    bool (*open)(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                 struct arena *arena, struct err *err);
    bool (*row)(void *state, const struct cell *cells, struct err *err);
    bool (*close)(void *state, struct err *err);
    void (*abort)(void *state);
    bool (*flush)(void *state, struct err *err); /* for who waits for what was written so far; NULL where a format cannot */
    /* A claim as a row into `rows`, whose bytes go to the file later, by join, in order; or straight to the file when that is
     * NULL. `state` is only read, so threads may share it; `kept` is the caller's, one for each extractor. NULL where a format
     * cannot. */
    bool (*claim)(const void *state, struct output *rows, struct place_cells *kept, const struct claim *claim, struct err *err);
    bool (*join)(void *state, slice bytes, struct err *err);
};
extern const struct writer csv_writer, tsv_writer, jsonl_writer, xlsx_writer, sqlite_writer;

#endif
