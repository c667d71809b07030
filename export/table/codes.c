/* kind, growth → 增幅: a row of rules/codes.tsv. Digits are looked up as *, so that 5y and 12y are one row; count/area has no
 * row of its own, and is worded part by part. */
#include "export/table/codes.h"

#include <stdlib.h>

#include "extract/base/rules_dir.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

struct code {
    slice column, code, chinese, english;
};
struct codes {
    struct code *rows, *told; /* by column, then code; as they stand in the table */
    size_t       count;
};

static int by_code(const void *a, const void *b) {
    const struct code *x = a, *y = b;
    int                order = slice_compare(x->column, y->column);
    return order ? order : slice_compare(x->code, y->code);
}

const struct codes *codes_load(struct arena *arena) {
    struct codes *codes = arena_new(arena, sizeof *codes);
    struct err    ignored = {0};
    struct tsv    t;
    *codes = (struct codes){0};
    if (!tsv_load(&t, arena_format(arena, "%s/codes.tsv", suanpan_rules_dir()).ptr, arena, &ignored)) return codes;
    int column = tsv_column(&t, COLUMN_COLUMN), code = tsv_column(&t, COLUMN_CODE), zh = tsv_column(&t, COLUMN_CHINESE),
        en = tsv_column(&t, COLUMN_ENGLISH);
    codes->rows = ARENA_ARRAY(arena, struct code, t.rows + 1);
    codes->told = ARENA_ARRAY(arena, struct code, t.rows + 1);
    for (; codes->count < t.rows; codes->count++) {
        const struct tsv_row *r = &t.row[codes->count];
        codes->told[codes->count] = codes->rows[codes->count] =
            (struct code){tsv_cell(r, column), tsv_cell(r, code), tsv_cell(r, zh), tsv_cell(r, en)};
    }
    if (codes->count) qsort(codes->rows, codes->count, sizeof *codes->rows, by_code);
    return codes;
}

bool codes_has(const struct codes *codes, slice column) {
    for (size_t i = 0; i < codes->count; i++)
        if (slice_equal(codes->rows[i].column, column)) return true;
    return false;
}

static const struct code *find(const struct codes *codes, slice column, slice code) {
    const struct code wanted = {.column = column, .code = code};
    return codes->count ? bsearch(&wanted, codes->rows, codes->count, sizeof wanted, by_code) : NULL;
}

/* 年均5y → 年均*y, and the 5. */
static slice starred(slice code, slice *digits, struct arena *arena) {
    size_t from = 0, to;
    while (from < code.len && !ascii_digit(code.ptr[from])) from++;
    for (to = from; to < code.len && ascii_digit(code.ptr[to]);) to++;
    *digits = slice_sub(code, from, to);
    return digits->len ? arena_format(arena, "%.*s*%.*s", (int)from, code.ptr, (int)(code.len - to), code.ptr + to)
                       : SLICE_NONE;
}

static slice unstarred(slice words, slice digits, struct arena *arena) {
    size_t star = slice_find(words, SLICE_LIT("*"), 0);
    if (star == SIZE_MAX) return words;
    return arena_format(arena, "%.*s%.*s%.*s", (int)star, words.ptr, SLICE_ARG(digits), (int)(words.len - star - 1),
                        words.ptr + star + 1);
}

static slice in_language(const struct code *c, const char *header, struct arena *arena) {
    if (!header || !strcmp(header, "zh") || slice_equal(c->chinese, c->english)) return c->chinese;
    return strcmp(header, "both") ? c->english : arena_format(arena, "%.*s %.*s", SLICE_ARG(c->chinese), SLICE_ARG(c->english));
}

enum {
    LONGEST_CODE = 120
}; /* bytes of one in a claim file, which may hold anything: a longer one would be told part by part */

slice code_word(const struct codes *codes, slice column, slice code, const char *header, struct arena *arena) {
    slice digits = SLICE_NONE, star;
    if (code.len > LONGEST_CODE) return code;
    const struct code *found = find(codes, column, code);
    if (found) return in_language(found, header, arena);
    if ((star = starred(code, &digits, arena)).len && (found = find(codes, column, star)))
        return unstarred(in_language(found, header, arena), digits, arena);
    for (const char *mark = "/:"; *mark; mark++)
        for (size_t i = 1; i + 1 < code.len; i++)
            if (code.ptr[i] == *mark) {
                slice first = code_word(codes, column, slice_sub(code, 0, i), header, arena),
                      rest = code_word(codes, column, slice_from(code, i + 1), header, arena);
                return arena_format(arena, "%.*s%c%.*s", SLICE_ARG(first), *mark, SLICE_ARG(rest));
            }
    return code;
}

slice code_list(const struct codes *codes, slice column, struct arena *arena) {
    slice out = SLICE_NONE;
    for (size_t i = 0; i < codes->count; i++) {
        const struct code *c = &codes->told[i];
        if (slice_equal(c->column, column))
            out = arena_format(arena, "%.*s%s%.*s %.*s", SLICE_ARG(out), out.len ? "，" : "", SLICE_ARG(c->code),
                               SLICE_ARG(c->chinese));
    }
    return out;
}
