/* A row of words.tsv → 来源：青禾县2021.txt: the wording in the language asked for, its {slots} filled. Sorted by key at load.
 */
#include "plots/words.h"

#include <stdlib.h>

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

struct word {
    slice key, text;
};
struct words {
    struct word *rows;
    size_t       count;
};

static int by_key(const void *a, const void *b) {
    return slice_compare(((const struct word *)a)->key, ((const struct word *)b)->key);
}

bool words_load(const struct words **out, const char *path, const char *header, struct arena *arena, struct err *err) {
    struct tsv    table;
    struct words *w = ARENA_ARRAY(arena, struct words, 1);
    *out = w;
    if (!tsv_load(&table, path, arena, err)) return false;
    if (!header) header = "zh";
    int key = tsv_column(&table, COLUMN_WORD), zh = tsv_column(&table, COLUMN_CHINESE), en = tsv_column(&table, COLUMN_ENGLISH);
    w->rows = ARENA_ARRAY(arena, struct word, table.rows + 1);
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *r = &table.row[i];
        slice                 text = tsv_cell(r, strcmp(header, "en") ? zh : en);
        if (!strcmp(header, "both") && tsv_cell(r, en).len && !slice_equal(text, tsv_cell(r, en)))
            text = arena_format(arena, "%.*s %.*s", SLICE_ARG(text), SLICE_ARG(tsv_cell(r, en)));
        w->rows[w->count++] = (struct word){tsv_cell(r, key), arena_copy(arena, text)};
    }
    if (w->count) qsort(w->rows, w->count, sizeof *w->rows, by_key);
    return true;
}

slice words_get(const struct words *w, slice key) {
    struct word        wanted = {.key = key};
    const struct word *found = w->count ? bsearch(&wanted, w->rows, w->count, sizeof *w->rows, by_key) : NULL;
    return found ? found->text : SLICE_NONE;
}

static slice value_of(const struct word_value *values, size_t n, slice name) {
    for (size_t i = 0; i < n; i++)
        if (slice_equal(slice_of(values[i].name), name)) return values[i].value;
    return SLICE_NONE;
}

/* hetai/indicators | 2023年: a number would go on with the value before it. */
static bool runs_on(slice before, slice value) {
    signed char last = before.len ? (signed char)before.ptr[before.len - 1] : 0; /* below 0 in Chinese */
    return value.len && ascii_digit(value.ptr[0]) && last > ' ';
}

slice words_fill(const struct words *w, const char *key, const struct word_value *values, size_t n, struct arena *arena) {
    slice rest = words_get(w, slice_of(key)), out = SLICE_LIT("");
    while (rest.len) {
        size_t open = slice_find(rest, SLICE_LIT("{"), 0), close;
        if (open == SIZE_MAX || (close = slice_find(rest, SLICE_LIT("}"), open)) == SIZE_MAX) open = close = rest.len;
        slice       value = open < rest.len ? value_of(values, n, slice_sub(rest, open + 1, close)) : SLICE_LIT("");
        const char *blank = open == 0 && runs_on(out, value) ? " " : "";
        out = arena_format(arena, "%.*s%.*s%s%.*s", SLICE_ARG(out), (int)open, rest.ptr, blank, SLICE_ARG(value));
        rest = slice_from(rest, close + (close < rest.len));
    }
    return out;
}
