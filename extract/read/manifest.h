/* --manifest FILE.csv: what a person says of each report of a folder, one a row: path, body, year. */
#ifndef SUANPAN_MANIFEST_H
#define SUANPAN_MANIFEST_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct manifest_row {
    slice path, body; /* body is empty when the row does not say */
    int   year;       /* 0 when the row does not say */
    int   line;       /* where it stands */
    bool  met;        /* a document is its */
};
struct manifest {
    struct manifest_row *rows;
    size_t               count, capacity;
    slice                folder; /* the manifest's own, with a slash; empty for the working folder */
    slice                unread; /* where body or year is wanting, the heading of a column that may be meant to be it: yaer */
    int                  unread_line;
};

/* Columns by heading: path, body, year or 文件, 主体, 年份, in any order, others left alone. False and `err` (ERR_USAGE, with
 * the line) when it cannot be read, lacks the path column or has a year that is none. */
bool manifest_load(struct manifest *out, const char *path, struct arena *run, struct err *err);
/* The row for this document, NULL when there is none: its path as given, or the end of it, or beside the manifest. */
const struct manifest_row *manifest_find(const struct manifest *manifest, slice path);
/* Notes that there is such a document. */
void manifest_meet(struct manifest *manifest, slice path);

#endif
