/* 地区生产总值 before 农家书屋, and 投资 not at all: the rows of figures.tsv give points to the words of a metric. Knows
 * nothing of how often a figure was counted or how large it is: that the kinds add. */
#include "plots/telling.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

struct telling_row {
    slice word, where; /* 整 头 尾 含 */
    int   points;
};
struct telling {
    struct telling_row *rows;
    size_t              count;
};

static bool read_points(int *out, slice cell) {
    bool minus = slice_starts(cell, SLICE_LIT("-"));
    int  n = slice_int(minus ? slice_from(cell, 1) : cell);
    *out = minus ? -n : n;
    return n >= 0;
}

bool telling_load(const struct telling **out, const char *path, struct arena *arena, struct err *err) {
    struct tsv      table;
    struct telling *t = ARENA_ARRAY(arena, struct telling, 1);
    *out = t;
    int word, where, points;
    if (!tsv_load(&table, path, arena, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &word}, {COLUMN_END, &where}, {COLUMN_POINTS, &points}))
        return false;
    t->rows = ARENA_ARRAY(arena, struct telling_row, table.rows + 1);
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *r = &table.row[i];
        struct telling_row    row = {.word = slice_trim(tsv_cell(r, word)), .where = slice_trim(tsv_cell(r, where))};
        if (!row.word.len || !read_points(&row.points, slice_trim(tsv_cell(r, points))))
            return err_set(err, ERR_OUTPUT, path, r->line, 0, "needs %s and a whole number as %s", COLUMN_TEXT, COLUMN_POINTS);
        t->rows[t->count++] = row;
    }
    return true;
}

static bool fits(const struct telling_row *r, slice metric) {
    if (slice_is(r->where, "整")) return slice_equal(metric, r->word);
    if (slice_is(r->where, "头")) return slice_starts(metric, r->word);
    if (slice_is(r->where, "尾")) return slice_ends(metric, r->word);
    return slice_has(metric, r->word);
}

int telling_points(const struct telling *t, slice metric) {
    int    best = 0, lost = 0;
    size_t length = utf8_count(metric);
    for (size_t i = 0; i < t->count; i++) {
        const struct telling_row *r = &t->rows[i];
        if (!fits(r, metric)) continue;
        if (r->points > best) best = r->points;
        if (r->points < 0) lost += r->points;
    }
    if (length > 10) lost -= (int)(length - 10) * 2;
    if (length < 2) lost -= 30;
    return best + lost;
}
