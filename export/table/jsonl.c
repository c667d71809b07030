/* Rows become one JSON object a line: {"document":"a.txt",…,"value":"313","unit":"起","start":12,…}. Decimals are strings,
 * since a JSON reader would round them; integers are numbers; what does not apply is null. */
#include "export/table/jsonl.h"

#include "export/table/plain.h"

#include "extract/base/banned.h"

enum { KEY_BLOCK = 32 }; /* bytes of a key that are copied at once, whatever its length; as many may be read behind it */

struct jsonl {
    struct output     *out;
    struct picked      picked;
    slice             *keys; /* of the picked columns: {"document": and ,"body": */
    size_t             key_bytes;
    struct claim_words words;
    plain_putter      *put;
};

/* Room: six times the length. */
static char *put_escaped(char *to, slice text, const struct quoting *quoting) {
    (void)quoting;
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

static const struct quoting quoting = {.odd = {['"' & 15] = '"', ['\\' & 15] = '\\'}, .put = put_escaped};

static char *put_string(char *to, slice text, plain_putter *put) {
    *to++ = '"';
    if (text.len) to = put(to, text, &quoting);
    *to++ = '"';
    return to;
}

static inline char *put_null(char *to) {
    memcpy(to, "null", 4);
    return to + 4;
}

static inline char *put_key(char *to, slice key) {
    if (key.len > KEY_BLOCK)
        memcpy(to, key.ptr, key.len);
    else
        memcpy(to, key.ptr, KEY_BLOCK);
    return to + key.len;
}

static char *put_value(char *to, const struct cell *cell, plain_putter *put) {
    switch (cell->type) {
    case CELL_EMPTY: return put_null(to);
    case CELL_TEXT:
    case CELL_DECIMAL: return put_string(to, cell->text, put);
    case CELL_INTEGER: return integer_put(to, cell->integer);
    case CELL_BOOLEAN: return written_put(to, cell->integer ? &(struct written){"true", 4} : &(struct written){"false", 5});
    }
    return to;
}

/* Room for an object whose values hold so many bytes of text, each of which may take six. */
static size_t object_room(const struct jsonl *jsonl, size_t text) {
    return 6 * text + jsonl->key_bytes + jsonl->picked.count * CELL_ROOM + KEY_BLOCK + 3;
}

/* The object's end. */
static char *put_end(const char *start, char *end) {
    if (end == start) *end++ = '{'; /* no columns at all */
    *end++ = '}';
    return end;
}

static void end_line(struct output *rows, const char *start, char *end) {
    end = put_end(start, end);
    *end++ = '\n';
    output_take(rows, (size_t)(end - start));
}

bool jsonl_put_object(const void *layout, struct output *to, const struct cell *cells, struct err *err) {
    const struct jsonl *jsonl = layout;
    size_t              text = 0;
    for (size_t i = 0; i < jsonl->picked.count; i++) text += cells[jsonl->picked.column[i]].text.len;
    char *start = output_room(to, object_room(jsonl, text), err), *end = start;
    if (!start) return false;
    for (size_t i = 0; i < jsonl->picked.count; i++)
        end = put_value(put_key(end, jsonl->keys[i]), &cells[jsonl->picked.column[i]], jsonl->put);
    output_take(to, (size_t)(put_end(start, end) - start));
    return true;
}

static bool put_line(const struct jsonl *jsonl, struct output *rows, const struct cell *cells, struct err *err) {
    return jsonl_put_object(jsonl, rows, cells, err) && output_write(rows, "\n", 1, err);
}

static bool jsonl_row(void *state, const struct cell *cells, struct err *err) {
    return put_line(state, ((struct jsonl *)state)->out, cells, err);
}

/* ---- claims, straight from their fields ---- */

static inline char *put_decimal(char *to, decimal d) {
    *to++ = '"';
    to += decimal_write(to, d);
    *to++ = '"';
    return to;
}

#define PUT_TEXT(field) claim->field.len ? put_string(to, claim->field, jsonl->put) : put_null(to)
#define PUT_UNIT(field) put_string(to, claim->field, jsonl->put)
#define PUT_DECIMAL(field) claim->field.present ? put_decimal(to, claim->field) : put_null(to)
#define PUT_YEAR(field) claim->field ? integer_put(to, claim->field) : put_null(to)
#define PUT_COUNT(field) integer_put(to, claim->field)
#define PUT_WORD(field) written_put(to, &jsonl->words.field[claim->field])
#define PUT_WORD_OR_NONE(field) PUT_WORD(field)
#define PUT_FIELD(field, type, heading, about)                                                                                 \
    to = put_key(to, *key++);                                                                                                  \
    to = PUT_##type(field);

static char *jsonl_place(char *to, const struct claim *claim, const void *format) {
    const struct jsonl *jsonl = format;
    const slice        *key = jsonl->keys;
    CLAIM_PLACE_COLUMNS(PUT_FIELD)
    return to;
}

static bool jsonl_claim(const void *state, struct output *rows, struct place_cells *kept, const struct claim *claim,
                        struct err *err) {
    const struct jsonl *jsonl = state;
    const slice        *key = jsonl->keys + CLAIM_PLACE_COLUMN_COUNT;
    if (!rows) rows = jsonl->out;
    if (!jsonl->picked.all) {
        struct cell cells[CLAIM_COLUMN_COUNT];
        char        digits[4][DECIMAL_TEXT];
        claim_cells(claim, cells, digits);
        return put_line(jsonl, rows, cells, err);
    }
    char *start = output_room(rows, object_room(jsonl, claim_text_bytes(claim)), err), *to = start;
    if (!start) return false;
    to = place_put(to, claim, jsonl, jsonl_place, kept);
    CLAIM_FIGURE_COLUMNS(PUT_FIELD)
    end_line(rows, start, to);
    return true;
}

static bool jsonl_join(void *state, slice bytes, struct err *err) {
    return output_write(((struct jsonl *)state)->out, bytes.ptr, bytes.len, err);
}

static slice key_text(slice heading, bool first, struct arena *arena) {
    char *text = arena_text(arena, 6 * heading.len + 4 + KEY_BLOCK), *end = text;
    *end++ = first ? '{' : ',';
    end = put_string(end, heading, plain_putter_here());
    *end++ = ':';
    return (slice){text, (size_t)(end - text)};
}

void *jsonl_layout(const struct table_schema *schema, const struct write_options *options, struct arena *arena,
                   struct err *err) {
    struct jsonl *jsonl = arena_new(arena, sizeof *jsonl);
    if (!columns_pick(&jsonl->picked, schema, options->columns, arena, err)) return NULL;
    jsonl->keys = ARENA_ARRAY(arena, slice, jsonl->picked.count + 1);
    for (size_t i = 0; i < jsonl->picked.count; i++) {
        const struct column *column = &schema->columns[jsonl->picked.column[i]];
        jsonl->keys[i] = key_text(column_heading(column, options->header, arena), i == 0, arena);
        jsonl->key_bytes += jsonl->keys[i].len;
    }
    claim_words_make(&jsonl->words, "\"", "null");
    jsonl->put = plain_putter_here();
    return jsonl;
}

bool jsonl_put_string(struct output *to, slice text, struct err *err) {
    char *room = output_room(to, 6 * text.len + COPY_ROOM + 2, err);
    if (room) output_take(to, (size_t)(put_string(room, text, plain_putter_here()) - room));
    return room != NULL;
}

static bool jsonl_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                       struct arena *arena, struct err *err) {
    struct jsonl *jsonl = jsonl_layout(schema, options, arena, err);
    *state = jsonl;
    return jsonl && output_open(&jsonl->out, path, err);
}

static bool jsonl_close(void *state, struct err *err) { return output_commit(((struct jsonl *)state)->out, err); }

static bool jsonl_flush(void *state, struct err *err) { return output_flush(((struct jsonl *)state)->out, err); }

static void jsonl_abort(void *state) { output_abort(((struct jsonl *)state)->out); }

const struct writer jsonl_writer = {"jsonl",     ".jsonl",    false,       jsonl_open,  jsonl_row,
                                    jsonl_close, jsonl_abort, jsonl_flush, jsonl_claim, jsonl_join};
