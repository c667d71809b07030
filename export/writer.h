/* One format, one file, one row in writer_table. Outputs appear whole or not at all: written beside, synced, renamed. */
#ifndef SUANPAN_WRITER_H
#define SUANPAN_WRITER_H

#include "export/table.h"
#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/options.h"

struct output; /* a file that is renamed into place at output_commit, or standard output */

/* `path` NULL or "-": standard output. Writes PATH beside it as a temporary name; refuses a path that is a directory. */
bool output_open(struct output **out, const char *path, struct err *err);
bool output_write(struct output *o, const char *bytes, size_t n, struct err *err); /* buffered, 1 MiB */
bool output_flush(struct output *o, struct err *err);
bool output_is_file(const struct output *o); /* decides the BOM */
/* Flush, fsync, rename. After it, and after output_abort, `o` is gone. */
bool output_commit(struct output *o, struct err *err);
void output_abort(struct output *o);

struct write_options {
    enum when   bom;
    const char *header;  /* en, zh, both; NULL: the format's own */
    const char *columns; /* comma list, NULL: all */
};

struct writer {
    const char *name, *suffix, *what; /* csv, .csv */
    bool        needs_file;           /* xlsx and sqlite cannot go to a pipe */
    /* `state` is the writer's own, from `arena`. rows come in order; close writes what is left; abort throws it away. */
    bool (*open)(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                 struct arena *arena, struct err *err);
    bool (*row)(void *state, const struct cell *cells, struct err *err);
    bool (*close)(void *state, struct err *err);
    void (*abort)(void *state);
};
extern const struct writer csv_writer, tsv_writer, jsonl_writer, xlsx_writer, sqlite_writer;
/* By name ("csv"), or by the suffix of `path` when name is NULL; NULL when there is no such format. */
const struct writer *writer_find(const char *name, const char *path);

/* Reads claims back from a .csv, .tsv, .jsonl (claims) or .db file. Calls the sink for each. */
bool claims_read(const char *path, claim_sink sink, void *context, struct arena *arena, struct err *err);
/* True when the file's content is a claim file that suanpan wrote (a header with metric and value; SQLite magic). */
bool claims_probe(const char *path);

#endif
