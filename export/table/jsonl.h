/* What the .jsonl writer shares with those who write JSON lines of their own. */
#ifndef SUANPAN_EXPORT_JSONL_H
#define SUANPAN_EXPORT_JSONL_H

#include "export/table/writer.h"

/* The state that jsonl_writer.claim wants, without a file behind it. NULL and `err` when a column does not exist. */
void *jsonl_layout(const struct table_schema *schema, const struct write_options *options, struct arena *arena,
                   struct err *err);
/* A row as such an object, with no line end behind it. */
bool jsonl_put_object(const void *layout, struct output *to, const struct cell *cells, struct err *err);
/* "text", escaped and quoted. */
bool jsonl_put_string(struct output *to, slice text, struct err *err);

#endif
