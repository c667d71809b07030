/* The formats, one row each: `-f csv` or `-o claims.csv` finds the writer that fills claims.csv. What a format does with a
 * row is its own file's business. */
#include "export/writer.h"

#include <strings.h>

#include "extract/base/banned.h"

static const struct writer *const writers[] = {&csv_writer, &tsv_writer, &jsonl_writer, &xlsx_writer, &sqlite_writer};

static bool ends_in(const char *path, const char *suffix) {
    size_t length = strlen(path), tail = strlen(suffix);
    return length > tail && strcasecmp(path + length - tail, suffix) == 0;
}

static const struct {
    const char          *suffix;
    const struct writer *writer;
} other_suffixes[] = {{".ndjson", &jsonl_writer}, {".sqlite", &sqlite_writer}, {".sqlite3", &sqlite_writer}, {".tab", &tsv_writer}};

const struct writer *writer_find(const char *name, const char *path) {
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (name ? strcmp(name, writers[i]->name) == 0 : path && ends_in(path, writers[i]->suffix)) return writers[i];
    for (size_t i = 0; !name && path && i < sizeof other_suffixes / sizeof *other_suffixes; i++)
        if (ends_in(path, other_suffixes[i].suffix)) return other_suffixes[i].writer;
    return NULL;
}

static int find_column(const struct table_schema *schema, slice name) {
    for (size_t i = 0; i < schema->count; i++)
        if (slice_equal(schema->columns[i].name, name) || slice_equal(schema->columns[i].zh, name)) return (int)i;
    return -1;
}

bool columns_pick(struct picked *out, const struct table_schema *schema, const char *columns, struct arena *arena, struct err *err) {
    slice     rest = slice_of(columns);
    size_t    most = 1;
    uint16_t *column;
    for (size_t i = 0; i < rest.len; i++) most += rest.ptr[i] == ',';
    if (!columns) most = schema->count;
    column = ARENA_ARRAY(arena, uint16_t, most);
    *out = (struct picked){column, 0};
    if (!columns)
        for (; out->count < most; out->count++) column[out->count] = (uint16_t)out->count;
    while (columns && rest.ptr) {
        size_t comma = slice_find(rest, SLICE_LIT(","), 0);
        slice  name = slice_trim(comma == SIZE_MAX ? rest : slice_sub(rest, 0, comma));
        int    index = find_column(schema, name);
        if (index < 0) return err_set(err, ERR_USAGE, NULL, 0, 0, "--columns: there is no column \"%.*s\"", SLICE_ARG(name));
        column[out->count++] = (uint16_t)index;
        rest = comma == SIZE_MAX ? SLICE_NONE : slice_from(rest, comma + 1);
    }
    return true;
}

slice column_heading(const struct column *column, const char *header, struct arena *arena) {
    if (!header || strcmp(header, "en") == 0 || !column->zh.len) return column->name;
    if (strcmp(header, "zh") == 0 || slice_equal(column->name, column->zh)) return column->zh;
    return arena_format(arena, "%.*s %.*s", SLICE_ARG(column->name), SLICE_ARG(column->zh));
}
