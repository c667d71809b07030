/* rules/dates.tsv and rules/lists.tsv → by letter what it does: 月 MONTH, 、 CLOSES. */
#include "extract/words/roles.h"
#include "extract/words/headings.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

struct loader {
    struct role_table      *t;
    const struct role_name *roles;
    struct arena           *run;
    struct err             *err;
};

/* The bits of a row, and its value; the marks in `*marks`. False when one is none. */
static bool row_read(const struct loader *l, const struct tsv *table, const struct tsv_row *row, uint32_t *bits,
                     uint32_t *marks) {
    slice class, classes = tsv_cell(row, tsv_column(table, COLUMN_CLASS)),
                 number = tsv_cell(row, tsv_column(table, COLUMN_VALUE));
    int digit = number.len ? slice_int(number) : 0;
    if (digit < 0 || digit > 9)
        return err_set(l->err, ERR_RULE, table->path, row->line, tsv_place(row, number), "%s is a digit, not %.*s",
                       COLUMN_VALUE, SLICE_ARG(number));
    if (!tsv_filled(table, row, COLUMN_CLASS, classes, l->err)) return false;
    *bits = (uint32_t)digit << ROLE_VALUE;
    *marks = 0;
    for (size_t at = 0, i; tsv_word(classes, &at, &class); *bits |= 1u << i, *marks |= l->roles[i].marks) {
        for (i = 0; l->roles[i].name && !slice_equal(class, slice_of(l->roles[i].name));) i++;
        if (!l->roles[i].name) return tsv_unknown(table, row, COLUMN_CLASS, class, l->err);
    }
    return true;
}

/* A character by its letter, what is longer in a list. False when it has a row already. */
static bool word_add(const struct loader *l, slice word, uint32_t bits, uint32_t marks) {
    struct role_table *t = l->t;
    size_t             size;
    uint32_t           code = utf8_decode(word, &size), letter = alphabet_letter(t->alphabet, code, l->run);
    alphabet_mark(t->alphabet, code, marks, l->run);
    if (letter >= t->letter_room) {
        t->roles = arena_grow(l->run, t->roles, t->letters, &t->letter_room, letter + 1, sizeof *t->roles);
        t->longer = arena_grow(l->run, t->longer, t->letters, &t->longer_room, letter + 1, sizeof *t->longer);
    }
    if (letter >= t->letters) t->letters = letter + 1;
    if (size == word.len) {
        bool is_new = !(t->roles[letter] & ~(uint32_t)ROLE_LONGER);
        t->roles[letter] |= bits;
        return is_new;
    }
    t->roles[letter] |= ROLE_LONGER;
    size_t last = 0;
    for (size_t i = t->longer[letter]; i; i = t->words[(last = i) - 1].next)
        if (slice_equal(t->words[i - 1].text, word)) return false;
    ARENA_PUSH(l->run, t->words, t->count, t->room, ((struct role_word){word, bits, 0}));
    *(last ? &t->words[last - 1].next : &t->longer[letter]) = t->count;
    return true;
}

bool roles_load(struct role_table *t, struct alphabet *alphabet, const char *path, const struct role_name *roles,
                struct arena *run, struct err *err) {
    struct tsv          table;
    const struct loader l = {t, roles, run, err};
    int                 text, class;
    *t = (struct role_table){.alphabet = alphabet};
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_CLASS, &class}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        uint32_t              bits = 0, marks = 0;
        slice                 word;
        if (!tsv_filled(&table, row, COLUMN_TEXT, tsv_cell(row, text), err) || !row_read(&l, &table, row, &bits, &marks))
            return false;
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &word);)
            if (!word_add(&l, word, bits, marks))
                return err_set(err, ERR_RULE, path, row->line, tsv_place(row, word), "%.*s has a row already", SLICE_ARG(word));
    }
    return true;
}

uint32_t role_longer(const struct role_table *t, slice s, uint32_t letter, size_t *size) {
    for (size_t i = t->longer[letter]; i; i = t->words[i - 1].next)
        if (slice_starts(s, t->words[i - 1].text)) return *size = t->words[i - 1].text.len, t->words[i - 1].roles;
    return t->roles[letter];
}
