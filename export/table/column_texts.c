/* columns.tsv: value is headed 数值 where Chinese is wanted, and what it means is said there. */
#include "export/table/column_texts.h"

#include "export/table/codes.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

struct column_texts {
    struct tsv          table;
    int                 column, heading, about, unit;
    bool                chinese; /* notes too */
    const struct codes *codes;
};

struct column_texts *column_texts_load(const char *path, struct arena *arena) {
    struct column_texts *t = arena_new(arena, sizeof *t);
    struct err           ignored = {0};
    t->codes = codes_load(arena);
    if (!tsv_load(&t->table, path, arena, &ignored)) t->table.rows = 0;
    t->column = t->table.rows ? tsv_column(&t->table, COLUMN_COLUMN) : -1;
    t->heading = t->table.rows ? tsv_column(&t->table, COLUMN_HEADING) : -1;
    t->about = t->table.rows ? tsv_column(&t->table, COLUMN_ABOUT) : -1;
    t->unit = t->table.rows ? tsv_column(&t->table, COLUMN_UNIT) : -1;
    return t;
}

bool column_texts_has(const struct column_texts *t, slice heading) {
    for (size_t i = 0; i < t->table.rows; i++)
        if (slice_equal(tsv_cell(&t->table.row[i], t->column), heading) ||
            slice_equal(tsv_cell(&t->table.row[i], t->heading), heading))
            return true;
    return false;
}

struct column_words column_texts_find(const struct column_texts *t, slice column) {
    for (size_t i = 0; t && i < t->table.rows; i++)
        if (slice_equal(tsv_cell(&t->table.row[i], t->column), column))
            return (struct column_words){tsv_cell(&t->table.row[i], t->heading), tsv_cell(&t->table.row[i], t->about),
                                         tsv_cell(&t->table.row[i], t->unit)};
    return (struct column_words){SLICE_NONE, SLICE_NONE, SLICE_NONE};
}

slice column_about(const struct column_texts *t, slice column, struct arena *arena) {
    slice about = column_texts_find(t, column).about, codes = t ? code_list(t->codes, column, arena) : SLICE_NONE;
    return codes.len ? arena_format(arena, "%.*s：%.*s", SLICE_ARG(about), SLICE_ARG(codes)) : about;
}

const struct column_texts *column_texts_chinese(const struct column_texts *texts, struct arena *arena) {
    struct column_texts *t = arena_new(arena, sizeof *t);
    *t = *texts;
    t->chinese = true;
    return t;
}

const char *column_note(const struct column_texts *texts, const char *english) {
    return texts && texts->chinese ? chinese(english) : english;
}
