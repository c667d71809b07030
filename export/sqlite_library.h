/* SQLite, loaded by the first database that is written or read: sqlite.sqlite3_step(statement). */
#ifndef SUANPAN_SQLITE_LIBRARY_H
#define SUANPAN_SQLITE_LIBRARY_H

#include "extract/base/library.h"

#include <sqlite3.h>

// clang-format off
#define SQLITE_CALLS(X) \
    X(sqlite3_bind_blob64) X(sqlite3_bind_int64) X(sqlite3_bind_null) X(sqlite3_bind_text64) \
    X(sqlite3_busy_timeout) X(sqlite3_changes) X(sqlite3_close) X(sqlite3_column_blob) X(sqlite3_column_bytes) \
    X(sqlite3_column_int64) X(sqlite3_column_text) X(sqlite3_column_type) X(sqlite3_errcode) X(sqlite3_errmsg) X(sqlite3_exec) \
    X(sqlite3_finalize) X(sqlite3_last_insert_rowid) X(sqlite3_open_v2) X(sqlite3_prepare_v2) X(sqlite3_reset) \
    X(sqlite3_step)
// clang-format on

extern struct sqlite { SQLITE_CALLS(LIBRARY_POINTER) } sqlite;
extern const struct library sqlite_library;

#endif
