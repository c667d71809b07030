/* A table being made in memory, a row at a time: what comparison, matches and audit are written with. */
#ifndef SUANPAN_SHEET_H
#define SUANPAN_SHEET_H

#include "export/table/column_texts.h"
#include "export/table/table.h"

struct sheet {
    struct table              *table;
    const struct column_texts *texts; /* Chinese headings; NULL: the English ones stand alone */
    struct column             *columns;
    size_t                     count, capacity;
    struct cell               *row;
    size_t                     at;
    struct arena              *arena;
};

/* `out` is an empty table named `name`; columns come first, then rows, then sheet_close. */
struct sheet sheet_open(struct table *out, const char *name, const struct column_texts *texts, struct arena *arena);
struct sheet_column {
    const char    *name; /* English; the Chinese heading is a row of columns.tsv */
    enum cell_type type;
    const char    *what;
};
void sheet_columns(struct sheet *s, const struct sheet_column *columns, size_t n);
#define SHEET_COLUMNS(s, columns) sheet_columns((s), (columns), sizeof(columns) / sizeof *(columns))
/* A column of numbers whose name is data, the same in every language: a year, a body. */
void sheet_column_named(struct sheet *s, slice name, const char *what);
void sheet_row(struct sheet *s);
void sheet_close(struct sheet *s);

/* The next cell of the row; empty text and an absent decimal leave it empty. */
void put_text(struct sheet *s, slice text);
void put_word(struct sheet *s, const char *word);
/* In the language of the headings. */
void put_note(struct sheet *s, const char *english);
void put_integer(struct sheet *s, int64_t value);
void put_boolean(struct sheet *s, bool value);
void put_decimal(struct sheet *s, decimal d);

#endif
