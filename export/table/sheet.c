/* Cells become rows become a table: put_word(s, "level") fills the next cell, and the heading 类别 of its column comes from
 * columns.tsv. Leaves alone what a row says (series/table.c, audit/table.c) and how it is written (the writers). */
#include "export/table/sheet.h"

#include "extract/base/banned.h"

struct sheet sheet_open(struct table *out, const char *name, const struct column_texts *texts, struct arena *arena) {
    *out = (struct table){.schema = {.name = name}};
    return (struct sheet){.table = out, .texts = texts, .arena = arena};
}

static void push_column(struct sheet *s, slice name, slice zh, enum cell_type type, const char *what) {
    struct column column = {name, zh, slice_of(what), type};
    ARENA_PUSH(s->arena, s->columns, s->count, s->capacity, column);
}

void sheet_columns(struct sheet *s, const struct sheet_column *columns, size_t n) {
    for (size_t i = 0; i < n; i++) {
        slice name = slice_of(columns[i].name), heading = column_texts_find(s->texts, name).heading;
        push_column(s, name, heading.len ? heading : name, columns[i].type, columns[i].what);
    }
}

void sheet_column_named(struct sheet *s, slice name, const char *what) { push_column(s, name, name, CELL_DECIMAL, what); }

void sheet_row(struct sheet *s) {
    s->row = ARENA_ARRAY(s->arena, struct cell, s->count);
    s->at = 0;
    ARENA_PUSH(s->arena, s->table->rows, s->table->row_count, s->table->capacity, s->row);
}

void sheet_close(struct sheet *s) {
    s->table->schema.columns = s->columns;
    s->table->schema.count = s->count;
}

static struct cell *next_cell(struct sheet *s) { return &s->row[s->at++]; }

void put_text(struct sheet *s, slice text) { *next_cell(s) = (struct cell){text.len ? CELL_TEXT : CELL_EMPTY, text, 0}; }
void put_word(struct sheet *s, const char *word) { put_text(s, slice_of(word)); }
void put_note(struct sheet *s, const char *english) { put_word(s, column_note(s->texts, english)); }
void put_integer(struct sheet *s, int64_t value) { *next_cell(s) = (struct cell){CELL_INTEGER, SLICE_NONE, value}; }
void put_boolean(struct sheet *s, bool value) { *next_cell(s) = (struct cell){CELL_BOOLEAN, SLICE_NONE, value}; }
void put_decimal(struct sheet *s, decimal d) {
    *next_cell(s) =
        d.present ? (struct cell){CELL_DECIMAL, decimal_text(d, s->arena), 0} : (struct cell){CELL_EMPTY, SLICE_NONE, 0};
}
