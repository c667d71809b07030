/* Columns of a table by their names: which are wanted, and what stands at their head. */
#ifndef SUANPAN_COLUMNS_H
#define SUANPAN_COLUMNS_H

#include "export/table/table.h"

/* Index of the column with this English or Chinese name, -1 when there is none. */
int column_find(const struct table_schema *schema, slice name);
/* The columns to write, in the order of the comma list (English or Chinese headings), as indexes of the schema. */
struct picked {
    const uint16_t *column;
    size_t          count;
    bool            all; /* those of the schema, as they stand there */
};
bool columns_pick(struct picked *out, const struct table_schema *schema, const char *columns, struct arena *arena,
                  struct err *err);
/* False and `err`: `name` of --columns or --sort is none of the schema, but like one, or like none. */
bool column_unknown(const char *option, const struct table_schema *schema, slice name, struct err *err);
/* "metric", "指标" or, for both, "metric 指标". */
slice column_heading(const struct column *column, const char *header, struct arena *arena);

#endif
