/* datapackage.json: what the CSV files of a folder hold, for machines (Frictionless Table Schema). */
#ifndef SUANPAN_DATAPACKAGE_H
#define SUANPAN_DATAPACKAGE_H

#include "export/table/table.h"
#include "extract/text/about.h"

struct column_texts; /* column_texts.h */
struct resource {
    const char                *file; /* beside datapackage.json: "claims.csv" */
    const struct table_schema *schema;
};
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
