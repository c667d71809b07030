/* --columns 年份,value: columns by either name, and "did you mean" for one that there is not. */
#include "export/table/columns.h"

#include <string.h>

#include "extract/options.h"

#include "extract/base/banned.h"

int column_find(const struct table_schema *schema, slice name) {
    for (size_t i = 0; i < schema->count; i++)
        if (slice_equal(schema->columns[i].name, name) || slice_equal(schema->columns[i].zh, name)) return (int)i;
    return -1;
}

bool column_unknown(const char *option, const struct table_schema *schema, slice name, struct err *err) {
    const struct column *meant = NULL;
    size_t               least = name.len / 2 < 2 ? name.len / 2 + 1 : 3; /* foo is not meant to be low */
    for (size_t i = 0; i < schema->count; i++) {
        size_t d = word_distance(name, schema->columns[i].name);
        if (d < least) least = d, meant = &schema->columns[i];
    }
    if (meant)
        return err_usage(err, "%s: there is no column \"%.*s\"; did you mean %.*s?", option, SLICE_ARG(name),
                         SLICE_ARG(meant->name));
    return err_usage(err, "%s: there is no column \"%.*s\"; the first line of the CSV names them", option, SLICE_ARG(name));
}

bool columns_pick(struct picked *out, const struct table_schema *schema, const char *columns, struct arena *arena,
                  struct err *err) {
    slice     list = slice_of(columns);
    size_t    most = columns ? slice_count(list, ',') + 1 : schema->count;
    uint16_t *column = ARENA_ARRAY(arena, uint16_t, most);
    *out = (struct picked){column, 0, columns == NULL};
    if (!columns)
        for (; out->count < most; out->count++) column[out->count] = (uint16_t)out->count;
    for (size_t at = 0; columns && at <= list.len;) {
        slice name = slice_trim(slice_take(list, ',', &at));
        int   index = column_find(schema, name);
        if (index < 0) return column_unknown("--columns", schema, name, err);
        column[out->count++] = (uint16_t)index;
    }
    return true;
}

slice column_heading(const struct column *column, const char *header, struct arena *arena) {
    if (!header || strcmp(header, "en") == 0 || !column->zh.len) return column->name;
    if (strcmp(header, "zh") == 0 || slice_equal(column->name, column->zh)) return column->zh;
    return arena_format(arena, "%.*s %.*s", SLICE_ARG(column->name), SLICE_ARG(column->zh));
}
