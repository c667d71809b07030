/* A helper program (pdftotext, catdoc) run as a bounded child: what goes in, what comes out, how long, how much. */
#ifndef SUANPAN_CHILD_H
#define SUANPAN_CHILD_H

#include "extract/base/arena.h"

enum child_end {
    CHILD_DONE,    /* it ended by itself with status 0 */
    CHILD_FAILED,  /* it ended with another status, or by a signal; `*out` holds what it wrote until then */
    CHILD_MISSING, /* there is no such program */
    CHILD_LATE,    /* it was killed: the time was up */
    CHILD_FLOODED, /* it was killed: more than `limit` bytes came out */
    CHILD_UNABLE,  /* no memory, no place for a temporary file, no process */
};

/* Runs argv[0] (found on PATH, no shell) with `input` as its standard input and its messages thrown away; `*out` is what it
 * writes to standard output, in `arena`. It is always ended and waited for, its children too. No file name is ever passed
 * to it, so one that begins with “-” means nothing. */
enum child_end child_run(slice *out, const char *const *argv, slice input, size_t limit, int seconds, struct arena *arena);

#endif
