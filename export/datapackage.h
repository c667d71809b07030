/* datapackage.json: what the CSV files of a folder hold, for machines (Frictionless Table Schema). */
#ifndef SUANPAN_DATAPACKAGE_H
#define SUANPAN_DATAPACKAGE_H

#include "export/table.h"
#include "extract/text/about.h"

struct resource {
    const char                *file; /* beside datapackage.json: "claims.csv" */
    const struct table_schema *schema;
};
/* What columns.tsv says of a column, empty when it says nothing. */
struct column_words {
    slice heading, about, unit; /* 表头, 说明, 单位 */
};
struct column_texts; /* columns.tsv, run lifetime */
/* A table that is missing or broken leaves all columns without words: nothing depends on them. */
struct column_texts *column_texts_load(const char *path, struct arena *arena);
/* True when a column has that name or that Chinese heading. */
bool                column_texts_has(const struct column_texts *texts, slice heading);
struct column_words column_texts_find(const struct column_texts *texts, slice column);
/* What it says of a column, with the words of its codes: 类别：level 数量，share 占比. */
slice column_about(const struct column_texts *texts, slice column, struct arena *arena);
/* The same table, for a file whose headings are Chinese: its notes are too. */
const struct column_texts *column_texts_chinese(const struct column_texts *texts, struct arena *arena);
/* A note (修订，或口径不同) or its printf format, in the language of the headings. `texts` NULL: English. */
const char *column_note(const struct column_texts *texts, const char *english) __attribute__((format_arg(2)));

/* What datapackage.json tells: the tables, and the documents that they were made of. */
struct package_parts {
    const struct resource     *resources;
    size_t                     count;
    const struct about        *documents; /* "documents": title, kind, body, report_year and date, each with its source */
    size_t                     document_count;
    const struct column_texts *texts;
};
bool datapackage_write(const char *path, const struct package_parts *parts, struct arena *arena, struct err *err);

#endif
