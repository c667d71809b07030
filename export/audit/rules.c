/* rules/audit.tsv → words by kind: 首次突破 is a SAYS_FIRST. What follows from a word is the checks' business. */
#include "export/audit/rules.h"

#include "extract/base/tsv.h"
#include "extract/claim.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

#define NAME(name, word, ...) word,
static const char *const kinds[] = {AUDIT_WORD_CLASSES(NAME)};
#undef NAME

bool audit_rules_load(struct audit_rules **out, const char *path, struct arena *run, struct err *err) {
    struct tsv          table;
    struct audit_rules *rules = *out = arena_new(run, sizeof *rules);
    int                 text, kind, parts;
    if (!tsv_load(&table, path, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_CLASS, &kind}, {COLUMN_STANDS_FOR, &parts}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        struct audit_row row = {tsv_cell(&table.row[i], text), tsv_cell(&table.row[i], parts)};
        int              k = name_index(kinds, AUDIT_WORDS, tsv_cell(&table.row[i], kind));
        if (!row.text.len) return err_set(err, ERR_RULE, path, table.row[i].line, 0, "%s is empty", COLUMN_TEXT);
        if (k < 0)
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "%s is none of%s", COLUMN_CLASS,
                           AUDIT_WORD_CLASSES(LISTED));
        if ((k == SAYS_WHOLE) != (row.parts.len > 0))
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "only %s has %s, and must", kinds[SAYS_WHOLE],
                           COLUMN_STANDS_FOR);
        ARENA_PUSH(run, rules->rows[k], rules->count[k], rules->capacity[k], row);
    }
    return true;
}

bool audit_says(const struct audit_rules *rules, enum audit_word word, slice text) {
    for (size_t i = 0; i < rules->count[word]; i++)
        if (slice_has(text, rules->rows[word][i].text)) return true;
    return false;
}
