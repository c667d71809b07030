/* rules/metrics.tsv → words by class, sorted: the longest word at a place is found by its length. */
#include "export/series/metric_rules.h"
#include "extract/base/bound.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

#define NAME(name, word) word,
static const char *const class_names[] = {METRIC_CLASSES(NAME)}, *const end_names[] = {METRIC_ENDS(NAME)};
#undef NAME

/* ---- loading ------------------------------------------------------------------------------------------------------------- */

/* Where the words of a class stand. */
static struct lexicon *lexicon_of(struct metric_rules *rules, enum class class) {
    bool part = class == WORD || class == BROAD || class == GROWTH;
    return &rules->of[part ? DROP : class == AVERAGE ? CONTEXT : class == TOTAL ? REACH : class];
}

static int by_text(const void *a, const void *b) {
    const struct word *x = a, *y = b;
    int                order = slice_compare(x->text, y->text);
    return order ? order : x->line - y->line;
}

/* "level growth" → bits; an empty cell is every kind. False when a word is no kind. */
static bool read_kinds(unsigned *out, slice cell) {
    slice word;
    *out = 0;
    for (size_t at = 0; tsv_word(cell, &at, &word);) {
        int kind = name_index(kind_names, KIND_COUNT, word);
        if (kind < 0) return false;
        *out |= 1u << kind;
    }
    if (!*out) *out = ~0u;
    return true;
}

bool word_read(struct word *out, const struct tsv *table, const struct tsv_row *row, struct err *err) {
    slice to = tsv_cell(row, tsv_column(table, COLUMN_STANDS_FOR)), place = tsv_cell(row, tsv_column(table, COLUMN_END));
    int   end = name_index(end_names, ANYWHERE, place);
    int class = name_index(class_names, CLASSES, tsv_cell(row, tsv_column(table, COLUMN_CLASS)));
    *out = (struct word){.text = tsv_cell(row, tsv_column(table, COLUMN_TEXT)), .line = row->line};
    if (!out->text.len) return err_set(err, ERR_RULE, table->path, row->line, 0, "%s is empty", COLUMN_TEXT);
    if (class < 0)
        return err_set(err, ERR_RULE, table->path, row->line, 0, "%s is none of%s", COLUMN_CLASS, METRIC_CLASSES(LISTED));
    if (!read_kinds(&out->kinds, tsv_cell(row, tsv_column(table, COLUMN_KINDS))))
        return err_set(err, ERR_RULE, table->path, row->line, 0, "%s holds a word that is no kind; level share growth change …",
                       COLUMN_KINDS);
    out->class = (enum class) class;
    out->place = end < 0 ? ANYWHERE : (enum place)end;
    if (place.len && end < 0)
        return err_set(err, ERR_RULE, table->path, row->line, 0, "%s is none of%s", COLUMN_END, METRIC_ENDS(LISTED));
    bool itself = class == WORD || class == BROAD || class == CONTEXT || (class >= SPAN && class != LIGHT);
    out->to = slice_is(to, "-") ? SLICE_NONE : to.len || !itself ? to : out->text;
    return true;
}

bool metric_rules_load(struct metric_rules **out, const struct metric_tables *tables, struct arena *run, struct err *err) {
    struct tsv           table;
    struct metric_rules *rules = arena_new(run, sizeof *rules);
    int                  at; /* word_read finds them again */
    alphabet_init(&rules->scripts, run);
    if (!scripts_load(&rules->scripts, tables->scripts, run, err) || !tsv_load(&table, tables->metrics, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &at}, {COLUMN_CLASS, &at}, {COLUMN_STANDS_FOR, &at}, {COLUMN_END, &at},
                     {COLUMN_KINDS, &at}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        struct word word;
        if (!word_read(&word, &table, &table.row[i], err)) return false;
        struct lexicon *lexicon = lexicon_of(rules, word.class);
        if (word.class == AVERAGE) rules->average = word.to;
        if (word.class == POINTS) rules->points = word.to;
        ARENA_PUSH(run, lexicon->words, lexicon->count, lexicon->capacity, word);
        size_t first = utf8_next(word.text, 0);
        sieve_set(&lexicon->first, sieve_bit(word.text.ptr + first, first));
        sieve_set(&lexicon->last, sieve_last(word.text));
        if (word.text.len > lexicon->longest) lexicon->longest = word.text.len;
    }
    for (int class = 0; class < CLASSES; class ++) {
        struct lexicon *lexicon = lexicon_of(rules, (enum class) class);
        if (lexicon->count) qsort(lexicon->words, lexicon->count, sizeof *lexicon->words, by_text);
    }
    *out = rules;
    return true;
}

/* ---- looking words up ---------------------------------------------------------------------------------------------------- */

static int word_and_text(const void *word, const void *text) {
    return slice_compare(((const struct word *)word)->text, *(const slice *)text);
}

/* The first row whose text is not before `text`. */
static const struct word *word_from(const struct lexicon *lexicon, slice text) {
    return lexicon->words + first_not_before(&text, lexicon->words, lexicon->count, sizeof *lexicon->words, word_and_text);
}

const struct word *word_find(const struct lexicon *lexicon, slice text) {
    const struct word *word = word_from(lexicon, text);
    return word < lexicon->words + lexicon->count && slice_equal(word->text, text) ? word : NULL;
}

/* A row of that text may hold for this kind and place, and another not. */
static bool word_holds(const struct word *word, enum kind kind, bool head, bool tail) {
    return word->kinds & 1u << kind &&
           (word->place == ANYWHERE || (word->place == HEAD && head) || (word->place == TAIL && tail));
}

const struct word *word_at(const struct lexicon *lexicon, slice text, enum kind kind, bool head) {
    const struct word *best = NULL, *end = lexicon->words + lexicon->count;
    if (!text.len || !lexicon->count) return NULL;
    slice first = slice_sub(text, 0, utf8_next(text, 0));
    if (!sieve_has(&lexicon->first, sieve_bit(first.ptr + first.len, first.len))) return NULL;
    for (const struct word *word = word_from(lexicon, first); word < end && slice_starts(word->text, first); word++)
        if ((!best || word->text.len > best->text.len) && slice_starts(text, word->text) &&
            word_holds(word, kind, head, word->text.len == text.len))
            best = word;
    return best;
}

const struct word *word_before(const struct lexicon *lexicon, slice text, enum kind kind) {
    if (!text.len || !sieve_has(&lexicon->last, sieve_last(text))) return NULL;
    for (size_t n = text.len < lexicon->longest ? text.len : lexicon->longest; n > 0; n--) {
        if (((unsigned char)text.ptr[text.len - n] & 0xC0) == 0x80) continue;
        slice tail = slice_from(text, text.len - n);
        for (const struct word *word = word_from(lexicon, tail);
             word < lexicon->words + lexicon->count && slice_equal(word->text, tail); word++)
            if (word_holds(word, kind, false, true)) return word;
    }
    return NULL;
}

const struct word *word_next(const struct lexicon *lexicon, slice text, size_t *at) {
    while (*at < text.len) {
        const struct word *word = word_at(lexicon, slice_from(text, *at), KIND_LEVEL, true);
        if (word && word->to.len) return word;
        *at = word ? *at + word->text.len : utf8_next(text, *at);
    }
    return NULL;
}
