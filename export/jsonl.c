/* Rows become one JSON object a line: {"document":"a.txt",…,"value":"313","unit":"起","start":12,…}. Decimals are strings,
 * since a JSON reader would round them; integers are numbers; what does not apply is null. */
#include "export/jsonl.h"

#include "export/plain.h"

#include "extract/base/banned.h"

struct jsonl {
    struct output *out;
    struct picked  picked;
    slice         *keys; /* of the picked columns: {"document": and ,"body": */
};

/* Room: six times the length. */
static char *put_escaped(char *to, slice text) {
    static const char hex[] = "0123456789abcdef";
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '"' || c == '\\') {
            *to++ = '\\';
            *to++ = (char)c;
        } else if (c == '\n' || c == '\t' || c == '\r') {
            *to++ = '\\';
            *to++ = c == '\n' ? 'n' : c == '\t' ? 't' : 'r';
        } else if (c < 0x20) {
            memcpy(to, "\\u00", 4);
            to[4] = hex[c >> 4];
            to[5] = hex[c & 15];
            to += 6;
        } else {
            *to++ = (char)c;
        }
    }
    return to;
}

static inline char *put_string(char *to, slice text) {
    *to++ = '"';
    if (copy_plain(to, text, '"', '\\'))
        to += text.len;
    else
        to = put_escaped(to, text);
    *to++ = '"';
    return to;
}

static inline char *put_value(char *to, const struct cell *cell) {
    switch (cell->type) {
    case CELL_EMPTY: return put_short(to, SLICE_LIT("null"));
    case CELL_TEXT:
    case CELL_DECIMAL: return put_string(to, cell->text);
    case CELL_INTEGER: return put_integer(to, cell->integer);
    case CELL_BOOLEAN: return put_short(to, cell->integer ? SLICE_LIT("true") : SLICE_LIT("false"));
    }
    return to;
}

static bool jsonl_format(const void *state, struct output *to, const struct cell *cells, struct err *err) {
    const struct jsonl *jsonl = state;
    size_t              need = 4;
    for (size_t i = 0; i < jsonl->picked.count; i++)
        need += 6 * cells[jsonl->picked.column[i]].text.len + jsonl->keys[i].len + 24;
    char *start = output_room(to, need, err), *end = start;
    if (!start) return false;
    for (size_t i = 0; i < jsonl->picked.count; i++) {
        end = put_short(end, jsonl->keys[i]);
        end = put_value(end, &cells[jsonl->picked.column[i]]);
    }
    if (jsonl->picked.count == 0) *end++ = '{';
    *end++ = '}';
    *end++ = '\n';
    output_take(to, (size_t)(end - start));
    return true;
}

static bool jsonl_row(void *state, const struct cell *cells, struct err *err) {
    return jsonl_format(state, ((struct jsonl *)state)->out, cells, err);
}

static bool jsonl_join(void *state, slice bytes, struct err *err) {
    return output_write(((struct jsonl *)state)->out, bytes.ptr, bytes.len, err);
}

static slice key_text(slice heading, bool first, struct arena *arena) {
    char *text = arena_text(arena, 6 * heading.len + 4), *end = text;
    *end++ = first ? '{' : ',';
    end = put_string(end, heading);
    *end++ = ':';
    return (slice){text, (size_t)(end - text)};
}

void *jsonl_layout(const struct table_schema *schema, const struct write_options *options, struct arena *arena,
                   struct err *err) {
    struct jsonl *jsonl = arena_new(arena, sizeof *jsonl);
    if (!columns_pick(&jsonl->picked, schema, options->columns, arena, err)) return NULL;
    jsonl->keys = ARENA_ARRAY(arena, slice, jsonl->picked.count + 1);
    for (size_t i = 0; i < jsonl->picked.count; i++)
        jsonl->keys[i] =
            key_text(column_heading(&schema->columns[jsonl->picked.column[i]], options->header, arena), i == 0, arena);
    return jsonl;
}

bool jsonl_put_string(struct output *to, slice text, struct err *err) {
    char *room = output_room(to, 6 * text.len + 2, err);
    if (room) output_take(to, (size_t)(put_string(room, text) - room));
    return room != NULL;
}

static bool jsonl_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                       struct arena *arena, struct err *err) {
    struct jsonl *jsonl = jsonl_layout(schema, options, arena, err);
    *state = jsonl;
    return jsonl && output_open(&jsonl->out, path, err);
}

static bool jsonl_close(void *state, struct err *err) { return output_commit(((struct jsonl *)state)->out, err); }

static void jsonl_abort(void *state) { output_abort(((struct jsonl *)state)->out); }

const struct writer jsonl_writer = {
    "jsonl",      ".jsonl",  "one JSON object a line", false, jsonl_open, jsonl_row, jsonl_close, jsonl_abort,
    jsonl_format, jsonl_join};
