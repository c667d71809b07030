/* Lines → what they open: 一、2023年工作回顾 is a mark of level 1 and a word of a review. Which line is a heading, and what it
 * means for the figures below it, is context.c's. */
#include "extract/outline.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

bool sections_load(struct section_words **out, const char *path, struct arena *run, struct err *err) {
    struct tsv            table;
    struct section_words *w = *out = arena_new(run, sizeof *w);
    int                   text, place, status, offset;
    if (!tsv_load(&table, path, run, err) ||
        !TSV_COLUMNS(&table, err, {"写法", &text}, {"处", &place}, {"性质", &status}, {"年差", &offset}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        slice                 where = tsv_cell(row, place), years = tsv_cell(row, offset);
        int                   number = name_index(status_names, 2, tsv_cell(row, status));
        bool                  minus = years.len && years.ptr[0] == '-';
        bool                  ends = slice_equal(where, SLICE_LIT("题末"));
        struct section_word   word = {.head = ends || slice_equal(where, SLICE_LIT("文首")),
                                      .ends = ends,
                                      .status = number > 0 ? STATUS_TARGET : STATUS_ACTUAL};
        word.dated = years.len > 0;
        word.offset = slice_int(minus ? slice_from(years, 1) : years);
        if (minus) word.offset = -word.offset;
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &word.text);) ARENA_PUSH(run, w->words, w->count, w->room, word);
    }
    return true;
}

const struct section_word *section_word_in(const struct section_words *w, slice text, const struct sieve *sieve, bool head) {
    for (size_t i = 0; i < w->count; i++)
        if (w->words[i].head == head && !(head && w->words[i].status == STATUS_TARGET) &&
            sieve_find(sieve, text, w->words[i].text) != SIZE_MAX)
            return &w->words[i];
    return NULL;
}

/* ---- list marks ---- */

static bool is_han_digit(uint32_t code) {
    return code == U'一' || code == U'二' || code == U'三' || code == U'四' || code == U'五' || code == U'六' ||
           code == U'七' || code == U'八' || code == U'九' || code == U'十';
}

int mark_level(slice s, size_t *size) {
    bool   bracket = slice_starts(s, SLICE_LIT("（")) || slice_starts(s, SLICE_LIT("("));
    size_t at = bracket ? utf8_size((unsigned char)s.ptr[0]) : 0, digits = 0, han = 0, bytes;
    if (!bracket && slice_starts(s, SLICE_LIT("第"))) at = 3;
    bool numbered = at == 3 && !bracket;
    while (at < s.len) {
        if (s.ptr[at] >= '0' && s.ptr[at] <= '9' && !han) {
            digits++;
            at++;
        } else if (!digits && is_han_digit(utf8_decode(slice_from(s, at), &bytes))) {
            han++;
            at += bytes;
        } else {
            break;
        }
    }
    if ((!han && !digits) || han > 3 || digits > 2) return 0;
    slice rest = slice_from(s, at);
    if (bracket) {
        if (!slice_starts(rest, SLICE_LIT("）")) && !slice_starts(rest, SLICE_LIT(")"))) return 0;
        *size = at + utf8_size((unsigned char)rest.ptr[0]);
        return han ? 2 : 4;
    }
    if (numbered) {
        if (!slice_starts(rest, SLICE_LIT("章")) && !slice_starts(rest, SLICE_LIT("部分")) &&
            !slice_starts(rest, SLICE_LIT("节")))
            return 0;
        *size = at + (slice_starts(rest, SLICE_LIT("部分")) ? 6 : 3);
        return 1;
    }
    if (slice_starts(rest, SLICE_LIT("、"))) {
        *size = at + 3;
        return han ? 1 : 3;
    }
    if (digits && rest.len > 1 && rest.ptr[0] == '.' && (unsigned char)rest.ptr[1] > 0x80) {
        *size = at + 1;
        return 3;
    }
    return 0;
}

/* ---- years ---- */

struct years years_in(const struct period_table *periods, slice text) {
    struct years y = {0};
    for (size_t at = 0, size; (at = period_next_year(periods, text, at)) < text.len; at += size) {
        struct period p;
        size = period_scan(periods, slice_from(text, at), &p);
        if (!size) utf8_decode(slice_from(text, at), &size);
        if (p.last_year < 1949 || p.relative || period_compares(periods, slice_sub(text, 0, at))) continue;
        if (p.last_year != p.first_year) {
            y.span_from = p.first_year;
            y.span = p.last_year;
            continue;
        }
        if (p.month) {
            if (!y.dated) y.dated = p.last_year, y.date = p;
            continue;
        }
        if (!y.first) y.first = p.last_year;
        y.last = p.last_year;
    }
    return y;
}
