/* rules/audit.tsv → words by kind: 首次突破 is a SAYS_FIRST. What follows from a word is the checks' business. */
#include "export/audit_rules.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

static const char *const kinds[AUDIT_WORDS] = {"部", "实", "价", "口", "年均", "首", "高", "低", "每", "整"};

bool audit_rules_load(struct audit_rules **out, const char *path, struct arena *run, struct err *err) {
    struct tsv          table;
    struct audit_rules *rules = *out = arena_new(run, sizeof *rules);
    int                 text, kind, parts;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {"写法", &text}, {"类", &kind}, {"归为", &parts}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        struct audit_row row = {tsv_cell(&table.row[i], text), tsv_cell(&table.row[i], parts)};
        int              k = 0;
        while (k < AUDIT_WORDS && !slice_equal(tsv_cell(&table.row[i], kind), slice_of(kinds[k]))) k++;
        if (k == AUDIT_WORDS || !row.text.len || (k == SAYS_WHOLE) != (row.parts.len > 0))
            return err_set(err, ERR_RULE, path, table.row[i].line, 0,
                           "needs 写法, a 类 of the table's head, and 归为 for 整 alone");
        ARENA_PUSH(run, rules->rows[k], rules->count[k], rules->capacity[k], row);
    }
    return true;
}

bool audit_says(const struct audit_rules *rules, enum audit_word word, slice text) {
    for (size_t i = 0; i < rules->count[word]; i++)
        if (slice_find(text, rules->rows[word][i].text, 0) != SIZE_MAX) return true;
    return false;
}
