/* datapackage.json: what the CSV files of a folder hold, for machines (Frictionless Table Schema). */
#ifndef SUANPAN_DATAPACKAGE_H
#define SUANPAN_DATAPACKAGE_H

#include "export/table.h"

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

bool datapackage_write(const char *path, const struct resource *resources, size_t n, const struct column_texts *texts,
                       struct arena *arena, struct err *err);

#endif
