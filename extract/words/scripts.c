/* Reads rules/scripts.tsv into an alphabet: 增長 is found as 增长. */
#include "extract/words/scripts.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

bool scripts_load(struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    struct tsv table;
    int        text, same;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_SAME, &same}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        slice  twin = tsv_cell(&table.row[i], text);
        size_t size;
        if (twin.len) alphabet_letter(alphabet, utf8_decode(twin, &size), run);
    }
    for (size_t i = 0; i < table.rows; i++) {
        slice  twin = tsv_cell(&table.row[i], text), other = tsv_cell(&table.row[i], same);
        size_t twin_size = 0, other_size = 0;
        if (!twin.len || !other.len)
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "needs %s and %s", COLUMN_TEXT, COLUMN_SAME);
        uint32_t code = utf8_decode(twin, &twin_size), other_code = utf8_decode(other, &other_size);
        if (twin_size != twin.len || other_size != other.len || twin_size != other_size)
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "%s and %s are one character each, of one size in UTF-8",
                           COLUMN_TEXT, COLUMN_SAME);
        alphabet_twin(alphabet, code, other_code, run);
    }
    return true;
}
