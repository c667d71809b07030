/* One format, one file, one row of writers. Outputs appear whole or not at all: written beside, synced, renamed. */
#ifndef SUANPAN_WRITER_H
#define SUANPAN_WRITER_H

#include "export/series.h"
#include "export/table.h"
#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/options.h"

struct output; /* a file that is renamed into place at output_commit, or standard output */

/* `path` NULL or "-": standard output. Writes PATH beside it as a temporary name; refuses a path that is a directory. */
bool output_open(struct output **out, const char *path, struct err *err);
bool output_write(struct output *o, const char *bytes, size_t n, struct err *err); /* buffered, 256 KB */
bool output_flush(struct output *o, struct err *err);
bool output_is_file(const struct output *o); /* decides the BOM */
/* Flush, fsync, rename. After it, and after output_abort, `o` is gone. */
bool output_commit(struct output *o, struct err *err);
void output_abort(struct output *o);

/* Bytes that grow in memory and go nowhere: a thread formats its rows into one. Never fails but for want of memory. */
struct output *output_memory(void);
slice          output_bytes(const struct output *o); /* what a memory output holds; gone after output_clear and output_abort */
void           output_clear(struct output *o);
/* Room for `n` more bytes, flushed or grown as needed; NULL and `err` when that fails. output_take says how many were used. */
char *output_room(struct output *o, size_t n, struct err *err);
void  output_take(struct output *o, size_t n);
/* The temporary name, for libraries that open files themselves; output_commit then syncs and renames what they wrote. */
const char *output_temporary(const struct output *o);
/* True when each heads a column of one of our tables (columns.tsv), in either language or both, or is a year. */
bool headings_are_ours(const slice *headings, size_t n);
/* False and `err` (ERR_OUTPUT) when `path` holds something that suanpan did not write and `force` is not given. */
bool output_may_replace(const char *path, bool force, struct err *err);

struct write_options {
    enum when            bom;
    const char          *header;    /* en, zh, both; NULL: the format's own */
    const char          *columns;   /* comma list, NULL: all */
    struct metric_tables tables;    /* for the series of an archive; NULLs: the installed ones */
    const struct about  *documents; /* all that were read: an archive has rows of those without a claim too */
    size_t               document_count;
};
/* The columns to write, in the order of the comma list (English or Chinese headings), as indexes of the schema. */
struct picked {
    const uint16_t *column;
    size_t          count;
    bool            all; /* those of the schema, as they stand there */
};
bool columns_pick(struct picked *out, const struct table_schema *schema, const char *columns, struct arena *arena,
                  struct err *err);
/* False and `err`: `name` of --columns or --sort is none of the schema, but like one, or like none. */
bool column_unknown(const char *option, const struct table_schema *schema, slice name, struct err *err);
/* "metric", "指标" or, for both, "metric 指标". */
slice column_heading(const struct column *column, const char *header, struct arena *arena);

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
/* By name ("csv"), or by the suffix of `path` when name is NULL; NULL when there is no such format. */
const struct writer *writer_find(const char *name, const char *path);
/* 结果.json → .json; empty for 结果, 结果.2021 and .json. */
slice name_suffix(const char *path);

/* The writer that --format and --output ask for, csv when they do not say. NULL and `err` (ERR_USAGE) for a format or a suffix
 * that there is not, or one that needs a file and has none. */
const struct writer *writer_chosen(const struct options *options, struct err *err);
/* What the columns are called, in Chinese; notes too where the headings are (--header zh, a workbook). */
struct column_texts;
const struct column_texts *table_texts(const struct options *options, struct arena *run);
/* A whole table to where `options` say: --format, --output, --header, --columns, --sort, --bom, --force, --dry-run. */
bool table_write(struct table *table, const struct options *options, struct arena *arena, struct err *err);
/* The same for the claims of these documents. */
bool claims_write(struct table *claims, const struct about *documents, size_t n, const struct options *options,
                  struct arena *arena, struct err *err);

/* True when rows went to a file, or none were written, or a person looks on; a filter in a pipe stays silent. */
bool summary_is_wanted(const struct options *options);

/* Reads claims back from a .csv, .tsv, .jsonl (claims) or .db file. Calls the sink for each; what a
 * claim says lives in `arena`. False without `err` when the sink stopped it. */
bool claims_read(const char *path, claim_sink sink, void *context, struct arena *arena, struct err *err);
/* True when the file's content is a claim file that suanpan wrote (a header with metric and value; SQLite magic). */
bool claims_probe(const char *path);

#endif
