/* The archive's other half: its claims read back, and the series that are made from them. */
#ifndef SUANPAN_SQLITE_SERIES_H
#define SUANPAN_SQLITE_SERIES_H

#include "export/series/series.h"
#include "export/sqlite_library.h"
#include "extract/suanpan.h"

/* Why its last call failed, and what to do; NULL: it could not be opened. */
const char *sqlite_reason(sqlite3 *db);
/* Text that outlives the statement's next step; empty text stays text. */
void sqlite_bind_text(sqlite3_stmt *s, int at, slice text);
void sqlite_bind_text_or_null(sqlite3_stmt *s, int at, slice text);
/* Digits as a number where SQLite gives the same digits back, else as a BLOB of their text. */
void sqlite_bind_digits(sqlite3_stmt *s, int at, slice digits);

/* Who takes the claims of an archive: `ids`, when not NULL, the row of each, then `sink` the claim. */
struct archive_taker {
    claim_sink sink;
    void (*ids)(void *context, int64_t id);
    void *context;
};
/* The claims, document after document. */
bool archive_claims(sqlite3 *db, const char *path, const struct archive_taker *to, struct arena *arena, struct err *err);
/* Makes series, points and audit anew from all claims that stand in the archive. NULLs of `tables`: the
 * installed ones. */
bool archive_join(sqlite3 *db, const char *path, struct metric_tables tables, struct arena *arena, struct err *err);
/* Series and points as they are, and what they refute. ids[i] is the row of c->claims[i]; NULL: i + 1. */
bool archive_put_series(sqlite3 *db, const char *path, const struct comparison *c, const int64_t *ids, struct arena *arena,
                        struct err *err);

#endif
