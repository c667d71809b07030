/* The archive: one SQLite file of documents, claims, series and points that grows with every report. */
#ifndef SUANPAN_EXPORT_SQLITE_H
#define SUANPAN_EXPORT_SQLITE_H

#include "export/series/series.h"
#include "export/table/writer.h"
#include "extract/suanpan.h"

/* Claims of an archive, document after document. False and `err` when it is no archive, a newer one, or damaged. */
bool sqlite_claims_read(const char *path, claim_sink sink, void *context, struct arena *arena, struct err *err);
/* True when the file at `path` is an archive, or a table, that suanpan wrote. */
bool sqlite_is_ours(const char *path);
/* A fresh archive of all claims, of the `n` documents that they are of and of the series made from them: claims.db of `run`.
 * Same input, same bytes. */
bool archive_write(const char *path, const struct about *documents, size_t n, const struct comparison *comparison,
                   struct arena *arena, struct err *err);

#endif
