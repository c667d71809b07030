/* A program from outside (pdftotext, catdoc, gnuplot, fc-list) run as a bounded child: what goes in, what comes out, how long,
 * how much. */
#ifndef SUANPAN_CHILD_H
#define SUANPAN_CHILD_H

#include "extract/base/arena.h"

enum child_end {
    CHILD_DONE,    /* it ended by itself with status 0 */
    CHILD_FAILED,  /* it ended with another status, or by a signal; `output` holds what it wrote until then */
    CHILD_MISSING, /* there is no such program */
    CHILD_LATE,    /* it was killed: the time was up */
    CHILD_FLOODED, /* it was killed: more than `limit` bytes came out */
    CHILD_UNABLE,  /* no memory, no place for a temporary file, no process */
};

struct child {
    const char *const *argv; /* argv[0] is found on PATH, no shell */
    const char        *dir;  /* where it runs; NULL: here */
    slice  input;    /* its standard input: no file name is ever passed, so one that begins with “-” means nothing */
    size_t limit;    /* bytes that may come out */
    int    seconds;  /* how long it may take, or be silent */
    bool   renews;   /* `seconds` begin anew with each word from it; its processor time is not limited then */
    bool   messages; /* standard error is taken too; else it is thrown away */
    void (*heard)(void *who, slice output); /* NULL, or told all that it wrote so far, each time that there is more */
    void *who;
    slice output; /* what it wrote */
    int   status; /* its exit status, 128 + signal when one ended it */
};

/* Milliseconds on a clock that nobody sets. */
int64_t now_ms(void);
/* Runs it to its end and fills `output` (in `arena`) and `status`. It is always waited for, and killed with all its children
 * when it goes beyond its bounds. */
enum child_end child_run(struct child *child, struct arena *arena);

#endif
