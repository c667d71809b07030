/* The rows of qualifiers.tsv become a trie a place, the longest word first: at 大约30人 the word before 30 is 大约, not 约.
 * What a word does to the numbers is quantity.c's; that 节约30元 holds no 约 is the row's own 邻. */
#include "extract/words/qualifier.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

/* Words from left to right and from right to left; values are indexes of rows, plus one. */
struct place_rows {
    struct qualifier_row *rows; /* by word, then file order */
    size_t                count, capacity;
    struct trie           forth, back;
};
struct qualifier_table {
    const struct alphabet *alphabet;
    struct place_rows      places[PLACES];
};

#define WORD(name, word, ...) word,
static const char *const place_words[] = {QUALIFIER_PLACES(WORD)}, *const effect_words[] = {QUALIFIER_EFFECTS(WORD)};
#undef WORD

struct columns {
    int word, place, effect, near;
};

static bool row_read(struct qualifier_row *out, const struct tsv *table, const struct tsv_row *row, const struct columns *in,
                     struct arena *run, struct err *err) {
    slice place = tsv_cell(row, in->place), effect = tsv_cell(row, in->effect);
    int   at = name_index(place_words, PLACES, place), does = name_index(effect_words, EFFECTS, effect);
    *out = (struct qualifier_row){.word = tsv_cell(row, in->word), .line = row->line};
    if (!tsv_filled(table, row, COLUMN_TEXT, out->word, err)) return false;
    if (at < 0) return tsv_unknown(table, row, COLUMN_PLACE, place, err);
    if (does < 0) return tsv_unknown(table, row, COLUMN_EFFECT, effect, err);
    if (!neighbours_read(&out->near, table, row, in->near, run, err)) return false;
    out->place = (enum place)at;
    out->effect = (enum effect)does;
    return true;
}

static int by_word(const void *a, const void *b) {
    const struct qualifier_row *left = a, *right = b;
    int                         order = slice_compare(left->word, right->word);
    return order ? order : left->line - right->line;
}

/* The first row of each word stands for it; the others of the word follow. */
static void tries_build(struct place_rows *rows, struct alphabet *alphabet, struct arena *run) {
    struct trie_entry *forth = ARENA_ARRAY(run, struct trie_entry, rows->count + 1), *back = NULL;
    size_t             count = 0;
    if (rows->count) qsort(rows->rows, rows->count, sizeof *rows->rows, by_word);
    for (size_t i = 0; i < rows->count; i++)
        if (i == 0 || !slice_equal(rows->rows[i].word, rows->rows[i - 1].word))
            forth[count++] = (struct trie_entry){rows->rows[i].word, (uint32_t)i + 1};
    back = ARENA_ARRAY(run, struct trie_entry, count + 1);
    for (size_t i = 0; i < count; i++) back[i] = (struct trie_entry){slice_backwards(forth[i].key, run), forth[i].value};
    trie_build(&rows->forth, alphabet, forth, count, run);
    trie_build(&rows->back, alphabet, back, count, run);
}

/* The figure behind this word is looked at closely. */
static void before_mark(slice word, uint32_t mark, struct alphabet *alphabet, struct arena *run) {
    size_t size = utf8_size_before(word, word.len);
    alphabet_mark(alphabet, utf8_decode(slice_from(word, word.len - size), &size), mark, run);
    alphabet_word_before(alphabet, word, run);
}

/* Most characters open no word of a place, and none ends one: see mark.h. 大 counts behind 比300元 only: it is told by 比, for
 * few figures are compared and many have 大 behind. */
static void edges_mark(const struct qualifier_row *row, struct alphabet *alphabet, struct arena *run) {
    const struct neighbours *near = &row->near;
    size_t                   size;
    uint32_t                 first = utf8_decode(row->word, &size);
    bool behind = row->place == PLACE_BEHIND || row->place == PLACE_INSIDE, compared = near->sides & 1u << SIDE_GLUED;
    alphabet_mark(alphabet, first, qualifier_mark(row->place), run);
    if (row->place == PLACE_JOIN && row->effect != EFFECT_BOTH) alphabet_mark(alphabet, first, MARK_SPANS, run);
    if (row->effect == EFFECT_HALF) alphabet_mark(alphabet, first, MARK_HALF, run);
    if (row->place == PLACE_BEFORE) before_mark(row->word, MARK_ENDS_BEFORE, alphabet, run);
    if (row->place == PLACE_OUTSIDE) before_mark(row->word, MARK_ENDS_OUTSIDE, alphabet, run);
    if (behind && !compared) alphabet_word_behind(alphabet, row->word, run);
    for (size_t i = near->upto[SIDE_GLUED - 1]; behind && i < near->upto[SIDE_GLUED]; i++)
        before_mark(near->items[i].word, MARK_ENDS_OUTSIDE, alphabet, run);
}

bool qualifiers_load(struct qualifier_table **out, struct alphabet *alphabet, const char *path, struct arena *run,
                     struct err *err) {
    struct qualifier_table *table = arena_new(run, sizeof *table);
    struct tsv              file;
    struct columns          in;
    if (!tsv_load(&file, path, run, err) ||
        !TSV_COLUMNS(&file, err, {COLUMN_TEXT, &in.word}, {COLUMN_PLACE, &in.place}, {COLUMN_EFFECT, &in.effect}))
        return false;
    in.near = tsv_column(&file, COLUMN_NEAR);
    for (size_t i = 0; i < file.rows; i++) {
        struct qualifier_row row;
        if (!row_read(&row, &file, &file.row[i], &in, run, err)) return false;
        struct place_rows *at = &table->places[row.place];
        ARENA_PUSH(run, at->rows, at->count, at->capacity, row);
        edges_mark(&row, alphabet, run);
    }
    for (int i = 0; i < PLACES; i++) tries_build(&table->places[i], alphabet, run);
    table->alphabet = alphabet;
    *out = table;
    return true;
}

enum { MOST_HITS = 8 }; /* words that start at one place */

/* The row of the word rows->rows[value - 1] that holds at [at, end); NULL when none does. */
static const struct qualifier_row *row_holding(const struct place_rows *rows, uint32_t value, const struct spelling *s,
                                               size_t start, size_t at, size_t end) {
    const struct qualifier_row *row = &rows->rows[value - 1], *behind = rows->rows + rows->count;
    for (slice word = row->word; row < behind && slice_equal(row->word, word); row++)
        if (neighbours_hold(&row->near, s->text, s->at[start], s->at[at], s->at[end])) return row;
    return NULL;
}

size_t qualifier_at(const struct qualifier_table *table, enum place place, const struct spelling *s, size_t at, size_t start,
                    const struct qualifier_row **out) {
    const struct place_rows *rows = &table->places[place];
    struct trie_hit          hits[MOST_HITS];
    for (size_t i = trie_hits_spelt(&rows->forth, s->letters + at, hits, MOST_HITS); i-- > 0;)
        if ((*out = row_holding(rows, hits[i].value, s, start, at, at + hits[i].size)) != NULL) return hits[i].size;
    return 0;
}

size_t qualifier_before(const struct qualifier_table *table, enum place place, const struct spelling *s, size_t end,
                        size_t floor, const struct qualifier_row **out) {
    const struct place_rows *rows = &table->places[place];
    struct trie_hit          hits[MOST_HITS];
    uint32_t                 ends = place == PLACE_BEFORE ? MARK_ENDS_BEFORE : MARK_ENDS_OUTSIDE;
    if (end == 0 || !(table->alphabet->marks[s->letters[end - 1]] & ends)) return 0;
    for (size_t i = trie_hits_back_spelt(&rows->back, s->letters + end, end, hits, MOST_HITS); i-- > 0;) {
        size_t at = end - hits[i].size;
        if (s->at[at] >= floor && (*out = row_holding(rows, hits[i].value, s, at, at, end)) != NULL) return hits[i].size;
    }
    return 0;
}
