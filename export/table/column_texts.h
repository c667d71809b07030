/* What the columns of our tables are called and mean, in Chinese. */
#ifndef SUANPAN_COLUMN_TEXTS_H
#define SUANPAN_COLUMN_TEXTS_H

#include "extract/base/arena.h"
#include "extract/base/slice.h"

/* What columns.tsv says of a column, empty when it says nothing. */
struct column_words {
    slice heading, about, unit; /* 表头, 说明, 单位 */
};
struct column_texts; /* columns.tsv, run lifetime */
/* A table that is missing or broken leaves all columns without words: nothing depends on them. */
struct column_texts *column_texts_load(const char *path, struct arena *arena);
/* True when a column has that name or that Chinese heading. */
bool                column_texts_has(const struct column_texts *texts, slice heading);
struct column_words column_texts_find(const struct column_texts *texts, slice column);
/* What it says of a column, with the words of its codes: 类别：level 数量，share 占比. */
slice column_about(const struct column_texts *texts, slice column, struct arena *arena);
/* The same table, for a file whose headings are Chinese: its notes are too. */
const struct column_texts *column_texts_chinese(const struct column_texts *texts, struct arena *arena);
/* A note (修订，或口径不同) or its printf format, in the language of the headings. `texts` NULL: English. */
const char *column_note(const struct column_texts *texts, const char *english) __attribute__((format_arg(2)));

#endif
