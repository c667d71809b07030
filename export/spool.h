/* suanpan extract 报告 | suanpan compare -: what a pipe holds, claims or a document, is told by its beginning, and it is read
 * once. */
#ifndef SUANPAN_SPOOL_H
#define SUANPAN_SPOOL_H

#include "extract/base/err.h"

/* "-", /dev/stdin and /dev/fd/63 of <(…), where they are pipes, become files without a name under the same descriptor. False
 * and `err` (ERR_OUTPUT) when there is no room for one. */
bool pipe_to_file(const char *path, struct err *err);

#endif
