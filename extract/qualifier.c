/* The rows of qualifiers.tsv become a list a place, the longest word first: at 大约30人 the word before 30 is 大约, not 约.
 * What a word does to the numbers is quantity.c's; that 节约30元 holds no 约 is the row's own 邻. */
#include "extract/qualifier.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

#define PLACES (PLACE_JOIN + 1)

struct place_rows {
    struct qualifier_row *rows; /* longest word first, then file order */
    size_t                count, capacity;
    uint64_t              edges; /* one bit for each value of the byte that a word shows first (mod 64) */
};
struct qualifier_table {
    struct place_rows places[PLACES];
};

static const char *const place_words[PLACES] = {"前", "前外", "中", "后", "连"};
static const char *const effect_words[EFFECTS] = {"about",    "nearly",  "over", "under", "range",   "none",
                                                  "negative", "ordinal", "half", "and",   "between", "times"};

/* The byte by which most places are told to hold no word at all: the last one before the numeral, else that which ends
 * the first code point. */
static unsigned char edge_of(enum place place, slice word) {
    if (place <= PLACE_OUTSIDE) return (unsigned char)word.ptr[word.len - 1];
    return (unsigned char)word.ptr[utf8_size((unsigned char)word.ptr[0]) - 1];
}

static bool row_read(struct qualifier_row *out, const struct tsv *table, const struct tsv_row *row, struct arena *run,
                     struct err *err) {
    slice place = tsv_cell(row, tsv_column(table, "位置")), effect = tsv_cell(row, tsv_column(table, "限定")), fault;
    int   at = name_index(place_words, PLACES, place), does = name_index(effect_words, EFFECTS, effect);
    *out = (struct qualifier_row){.word = tsv_cell(row, tsv_column(table, "写法")), .line = row->line};
    if (out->word.len == 0) return err_set(err, ERR_RULE, table->path, row->line, 1, "写法 is empty");
    if (at < 0) return err_set(err, ERR_RULE, table->path, row->line, 0, "位置 has no such word: %.*s", SLICE_ARG(place));
    if (does < 0) return err_set(err, ERR_RULE, table->path, row->line, 0, "限定 has no such word: %.*s", SLICE_ARG(effect));
    if (!neighbours_read(&out->near, tsv_cell(row, tsv_column(table, "邻")), run, &fault))
        return err_set(err, ERR_RULE, table->path, row->line, 0,
                       "邻 must open with 前有, 前接, 后接, 数为 or their opposites, not with %.*s", SLICE_ARG(fault));
    out->place = (enum place)at;
    out->effect = (enum effect)does;
    return true;
}

static int longest_first(const void *a, const void *b) {
    const struct qualifier_row *left = a, *right = b;
    if (left->word.len != right->word.len) return left->word.len < right->word.len ? 1 : -1;
    return left->line - right->line;
}

bool qualifiers_load(struct qualifier_table **out, const char *path, struct arena *run, struct err *err) {
    struct qualifier_table *table = arena_new(run, sizeof *table);
    struct tsv              file;
    if (!tsv_load(&file, path, run, err)) return false;
    for (size_t i = 0; i < file.rows; i++) {
        struct qualifier_row row;
        if (!row_read(&row, &file, &file.row[i], run, err)) return false;
        struct place_rows *at = &table->places[row.place];
        ARENA_PUSH(run, at->rows, at->count, at->capacity, row);
        at->edges |= 1ull << (edge_of(row.place, row.word) & 63);
    }
    for (int i = 0; i < PLACES; i++)
        if (table->places[i].count)
            qsort(table->places[i].rows, table->places[i].count, sizeof(struct qualifier_row), longest_first);
    *out = table;
    return true;
}

size_t qualifier_at(const struct qualifier_table *table, enum place place, slice text, size_t at, size_t start,
                    const struct qualifier_row **out) {
    const struct place_rows *rows = &table->places[place];
    if (at >= text.len) return 0;
    slice here = slice_from(text, at);
    if (!(rows->edges >> (edge_of(place, here) & 63) & 1)) return 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct qualifier_row *row = &rows->rows[i];
        if (!slice_starts(here, row->word) || !neighbours_hold(&row->near, text, start, at, at + row->word.len)) continue;
        *out = row;
        return row->word.len;
    }
    return 0;
}

size_t qualifier_before(const struct qualifier_table *table, enum place place, slice text, size_t end, size_t floor,
                        const struct qualifier_row **out) {
    const struct place_rows *rows = &table->places[place];
    if (end <= floor || !(rows->edges >> ((unsigned char)text.ptr[end - 1] & 63) & 1)) return 0;
    slice here = slice_sub(text, floor, end);
    for (size_t i = 0; i < rows->count; i++) {
        const struct qualifier_row *row = &rows->rows[i];
        if (!slice_ends(here, row->word) || !neighbours_hold(&row->near, text, end - row->word.len, end - row->word.len, end))
            continue;
        *out = row;
        return row->word.len;
    }
    return 0;
}
