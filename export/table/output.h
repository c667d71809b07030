/* A file that appears whole or not at all: written beside, synced, renamed. */
#ifndef SUANPAN_OUTPUT_H
#define SUANPAN_OUTPUT_H

#include "extract/base/err.h"
#include "extract/base/slice.h"

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

#endif
