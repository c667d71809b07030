/* An error says where, in the reader's own file. Owned by the caller, propagated untouched, printed once by main.c. */
#ifndef SUANPAN_ERR_H
#define SUANPAN_ERR_H

#include <stdbool.h>

enum err_kind {
    ERR_NONE,
    ERR_INPUT,  /* one input refused: exit status 1, the others go on */
    ERR_NOTE,   /* an input that was read, with something to say of it: no failure */
    ERR_RULE,   /* a broken rule file: exit status 2 */
    ERR_OUTPUT, /* an output that cannot be written: exit status 2 */
    ERR_USAGE,  /* the command line: exit status 2 */
    ERR_MEMORY, /* exit status 2 */
};

struct err {
    enum err_kind kind;
    int           line, column; /* 1-based; 0: the whole file */
    char          path[512], text[512];
};

/* Fills `err` (the first error stays: a filled one is not overwritten) and returns false. */
bool err_set(struct err *err, enum err_kind kind, const char *path, int line, int column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
/* The same of the command line, of a file as a whole (or of none: NULL), and of memory that has run out. */
#define err_usage(err, ...) err_set((err), ERR_USAGE, NULL, 0, 0, __VA_ARGS__)
#define err_file(err, kind, path, ...) err_set((err), (kind), (path), 0, 0, __VA_ARGS__)
#define err_memory(err) err_set((err), ERR_MEMORY, NULL, 0, 0, "out of memory")
/* Why the system call before this one failed (errno), and what to do: the disk is full; make room. ERR_OUTPUT: of what was to
 * be written, else of what was to be read. Lives as long as the messages. */
const char *err_reason(enum err_kind kind);
/* Called with each format before it is filled, when set: the program puts its Chinese messages here. A host leaves it NULL. */
extern const char *(*err_wording)(const char *format);
/* When set, err_print's first word is red: for a terminal. */
extern bool err_in_color;
/* "suanpan: PATH:LINE:COLUMN: TEXT" and a newline, to stderr; control characters in PATH are shown as ?. */
void err_print(const struct err *err);

#endif
