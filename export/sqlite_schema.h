/* The archive's tables, indexes and views, in SQL. Columns of claims are those of CLAIM_COLUMNS. */
#ifndef SUANPAN_SQLITE_SCHEMA_H
#define SUANPAN_SQLITE_SCHEMA_H

#include "extract/text/about.h"
#include "extract/claim.h"

enum { ARCHIVE_APPLICATION = 0x73756170 /* "suap" */, ARCHIVE_VERSION = 2 };

#define SQL_TEXT "TEXT"
#define SQL_UNIT "TEXT"
#define SQL_DECIMAL "NUMERIC"
#define SQL_YEAR "INTEGER"
#define SQL_COUNT "INTEGER NOT NULL"
#define SQL_WORD "TEXT NOT NULL"
#define SQL_WORD_OR_NONE "TEXT"
#define SQL_COLUMN(field, type, heading, about) "  \"" #field "\" " SQL_##type ", -- " heading "\n"

#define SQL_FACT(field, type, about) "  " #field " " SQL_##type ", " #field "_source TEXT, -- " about "\n"

/* `end` and `start` are words of SQL, hence the quotes. A number of more digits than SQLite's own numbers hold is kept as its
 * text in a BLOB, which NUMERIC leaves alone. */
// clang-format off
static const char archive_tables[] =
    "CREATE TABLE documents (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  document TEXT NOT NULL UNIQUE, -- 文件\n"
    ABOUT_FACTS(SQL_FACT)
    "  format TEXT, encoding TEXT, bad_bytes INTEGER, -- bytes replaced by U+FFFD\n"
    "  year INTEGER,                  -- 年份: the last that its claims speak of as actual\n"
    "  claims INTEGER NOT NULL,\n"
    "  fingerprint TEXT NOT NULL      -- of its claims: the same again changes nothing\n"
    ");\n"
    "CREATE TABLE claims (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,\n"
    CLAIM_COLUMNS(SQL_COLUMN)
    "  CHECK (\"start\" <= \"end\")\n"
    ");\n"
    "CREATE INDEX claims_by_document ON claims(document_id, id);\n"
    "CREATE INDEX claims_by_metric ON claims(metric, body, year);\n"
    "CREATE INDEX claims_by_year ON claims(year, body);\n"
    "CREATE TABLE series (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  series TEXT NOT NULL UNIQUE,   -- stable: the same metric of the same body keeps it\n"
    "  metric TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, body TEXT, dimension TEXT,\n"
    "  span TEXT, aliases TEXT\n"
    ");\n"
    "CREATE TABLE points (\n"
    "  series_id INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,\n"
    "  year INTEGER NOT NULL,\n"
    "  place INTEGER NOT NULL,        -- 0: the figure that counts; others are shadowed by it\n"
    "  value NUMERIC, score NUMERIC, shadowed INTEGER NOT NULL,\n"
    "  claim_id INTEGER REFERENCES claims(id) ON DELETE CASCADE,\n"
    "  PRIMARY KEY (series_id, year, place)\n"
    ") WITHOUT ROWID;\n"
    "CREATE INDEX points_by_claim ON points(claim_id);\n"
    "CREATE TABLE audit (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  \"check\" TEXT NOT NULL, severity TEXT NOT NULL, body TEXT, metric TEXT NOT NULL, unit TEXT NOT NULL, year INTEGER,\n"
    "  value NUMERIC, other_value NUMERIC, difference NUMERIC, note TEXT,\n"
    "  claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,\n"
    "  other_claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE -- both sentences stand in claims\n"
    ");\n"
    "CREATE INDEX audit_by_claim ON audit(claim_id);\n"
    "CREATE INDEX audit_by_other_claim ON audit(other_claim_id);\n"
    "CREATE VIRTUAL TABLE sentences USING fts5(sentence, metric, content='claims', content_rowid='id', tokenize='trigram');\n"
    "CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN\n"
    "  INSERT INTO sentences(rowid, sentence, metric) VALUES (new.id, new.sentence, new.metric);\n"
    "END;\n"
    "CREATE TRIGGER claims_removed AFTER DELETE ON claims BEGIN\n"
    "  INSERT INTO sentences(sentences, rowid, sentence, metric) VALUES ('delete', old.id, old.sentence, old.metric);\n"
    "END;\n"
    "CREATE TRIGGER claims_changed AFTER UPDATE OF sentence, metric ON claims BEGIN\n"
    "  INSERT INTO sentences(sentences, rowid, sentence, metric) VALUES ('delete', old.id, old.sentence, old.metric);\n"
    "  INSERT INTO sentences(rowid, sentence, metric) VALUES (new.id, new.sentence, new.metric);\n"
    "END;\n"
    "CREATE VIEW yoy AS\n"
    "  SELECT s.series, s.metric, s.unit, s.kind, s.status, s.body, p.year, p.value,\n"
    "         q.year AS previous_year, q.value AS previous, p.value - q.value AS change,\n"
    "         CASE WHEN q.value > 0 AND s.unit NOT IN ('%', '‰', '百分点') THEN round(100.0 * (p.value - q.value) / q.value, 2) END\n"
    "           AS change_pct\n"
    "  FROM points p JOIN series s ON s.id = p.series_id\n"
    "  LEFT JOIN points q ON q.series_id = p.series_id AND q.place = 0\n"
    "   AND q.year = (SELECT max(r.year) FROM points r WHERE r.series_id = p.series_id AND r.place = 0 AND r.year < p.year)\n"
    "  WHERE p.place = 0;\n";
// clang-format on

/* Archives of version 1 knew of a document only who reports. */
#define SQL_ADD_FACT(field, type, about)                                                                                       \
    "ALTER TABLE documents ADD COLUMN " #field " " SQL_##type "; ALTER TABLE documents ADD COLUMN " #field "_source TEXT; "
static const char archive_from_version_1[] = "ALTER TABLE documents RENAME COLUMN body TO old_body; " ABOUT_FACTS(
    SQL_ADD_FACT) "ALTER TABLE documents ADD COLUMN format TEXT; ALTER TABLE documents ADD COLUMN encoding TEXT; "
                  "ALTER TABLE documents ADD COLUMN bad_bytes INTEGER; "
                  "UPDATE documents SET body = old_body; ALTER TABLE documents DROP COLUMN old_body; PRAGMA user_version = 2";

#endif
