/* Which format is asked for, and a whole table to where the options say. */
#ifndef SUANPAN_WRITERS_H
#define SUANPAN_WRITERS_H

#include "export/table/writer.h"
#include "extract/options.h"

/* By name ("csv"), or by the suffix of `path` when name is NULL; NULL when there is no such format. */
const struct writer *writer_find(const char *name, const char *path);
/* 结果.json → .json; empty for 结果, 结果.2021 and .json. */
slice name_suffix(const char *path);

/* The writer that --format and --output ask for, csv when they do not say. NULL and `err` (ERR_USAGE) for a format or a suffix
 * that there is not, or one that needs a file and has none. */
const struct writer *writer_chosen(const struct options *options, struct err *err);
/* What the columns are called, in Chinese; notes too where the headings are (--header zh, a workbook). */
struct column_texts; /* column_texts.h */
const struct column_texts *table_texts(const struct options *options, struct arena *run);
/* A whole table to where `options` say: --format, --output, --header, --columns, --sort, --bom, --force, --dry-run. */
bool table_write(struct table *table, const struct options *options, struct arena *arena, struct err *err);
/* The same for the claims of these documents. */
bool claims_write(struct table *claims, const struct about *documents, size_t n, const struct options *options,
                  struct arena *arena, struct err *err);
/* True when rows went to a file, or none were written, or a person looks on; a filter in a pipe stays silent. */
bool summary_is_wanted(const struct options *options);

#endif
