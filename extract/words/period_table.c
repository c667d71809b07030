/* The rows of periods.tsv become a trie of the words that name a period, and lists of those that stand beside a year. What
 * they mean in a text is period.c's. */
#include "extract/words/period_table.h"

#include "extract/base/tsv.h"
#include "extract/words/date.h"
#include "extract/words/headings.h"
#include "extract/words/mark.h"

#include "extract/base/banned.h"

/* 1987, 二〇二四, “十三五”: a year of four digits starts with 1 or 2, and a word may in either writing; what is to be folded,
 * １, in full width. */
static void years_start(struct period_table *t, struct arena *run) {
    const struct alphabet *a = t->alphabet;
    bool                  *starts = ARENA_ARRAY(run, bool, a->count);
    size_t                 size;
    starts['1'] = starts['2'] = true;
    for (size_t letter = 1; letter < t->dates->letters; letter++) {
        uint32_t roles = t->dates->roles[letter], value = roles >> ROLE_VALUE;
        starts[letter] |= roles & DATE_DIGIT && (value == 1 || value == 2);
    }
    for (size_t i = 0; i < t->count; i++)
        if (t->words[i].means.last_year) starts[letter_of(a, utf8_decode(t->words[i].text, &size))] = true;
    scan_set_build(&t->years, a, starts, run);
}

static int digit_of(slice s, size_t at, int most) {
    int digit = slice_int(slice_sub(s, at, at + 1));
    return digit <= most ? digit : 0;
}

/* M1-M9, M9-M12; not all of the year. */
static bool months_read(struct period *p, slice cell) {
    size_t to = slice_find(cell, SLICE_LIT("-M"), 0);
    p->month = slice_int(slice_sub(cell, 1, to));
    p->last_month = slice_int(slice_from(cell, to + 2));
    return p->month > 0 && p->month < p->last_month && p->last_month <= 12 && p->last_month - p->month < 11;
}

/* The part of a year that a cell of the column 部分 names, what else it tells, or nothing. False when it is none of these. */
static bool part_read(struct period *p, slice cell) {
    p->behind = slice_ends(cell, SLICE_LIT("*"));
    cell.len -= p->behind;
    bool half = cell.len == 2 && cell.ptr[0] == 'H', quarter = cell.len == 2 && cell.ptr[0] == 'Q',
         quarters = cell.len == 5 && slice_starts(slice_from(cell, 2), SLICE_LIT("-Q")) && cell.ptr[0] == 'Q',
         months = cell.len >= 5 && cell.ptr[0] == 'M' && slice_has(cell, SLICE_LIT("-M"));
    if (half) return (p->half = digit_of(cell, 1, 2)) > 0;
    if (quarter || quarters) p->quarter = digit_of(cell, 1, 4);
    if (quarters) p->last_quarter = digit_of(cell, 4, 4);
    if (quarters) return p->quarter > 0 && p->last_quarter > p->quarter;
    if (months) return months_read(p, cell);
    if (quarter) return p->quarter > 0;
    p->end = slice_equal(cell, SLICE_LIT("end"));
    p->start = slice_equal(cell, SLICE_LIT("start"));
    p->whole = slice_equal(cell, SLICE_LIT("whole"));
    p->frame = p->whole || slice_equal(cell, SLICE_LIT("frame"));
    p->told = slice_equal(cell, SLICE_LIT("told"));
    p->running = slice_equal(cell, SLICE_LIT("running"));
    p->era = slice_equal(cell, SLICE_LIT("era"));
    p->ahead = slice_equal(cell, SLICE_LIT("ahead"));
    p->pair = slice_equal(cell, SLICE_LIT("pair"));
    return cell.len == 0 || p->end || p->start || p->frame || p->told || p->running || p->era || p->ahead || p->pair;
}

/* What the words of a row do to a year beside them; YEAR_WORDS for those that name a period. */
static enum year_word year_word_of(slice kind) {
    static const char *const names[YEAR_WORDS] = {"than", "with",  "like",    "bound", "since", "issue", "as_of", "then",
                                                  "next", "later", "present", "topic", "past",  "term",  "lead",  "turn"};
    enum year_word           word = 0;
    while (word < YEAR_WORDS && !slice_equal(kind, slice_of(names[word]))) word++;
    return word;
}

/* Several spellings share a cell, parted by blanks. */
static void year_words_add(struct year_words *to, slice cell, struct arena *run) {
    slice word;
    for (size_t at = 0; tsv_word(cell, &at, &word);) ARENA_PUSH(run, to->items, to->count, to->room, word);
}

static void period_add(struct period_table *t, struct alphabet *alphabet, slice cell, const struct period *means,
                       struct arena *run) {
    struct period_word w = {.means = *means};
    w.means.century = means->last_year > 0 && means->last_year < 1000;
    period_name_year(&w.means);
    for (size_t at = 0, size; tsv_word(cell, &at, &w.text);) {
        alphabet_mark(alphabet, utf8_decode(w.text, &size), MARK_PERIOD | MARK_DATE_ON, run);
        ARENA_PUSH(run, t->words, t->count, t->room, w);
        if (means->era) t->era = t->count;
    }
}

static void words_join(struct period_table *t, struct alphabet *alphabet, struct arena *run) {
    struct trie_entry *entries = ARENA_ARRAY(run, struct trie_entry, t->count + 1);
    for (size_t i = 0; i < t->count; i++) entries[i] = (struct trie_entry){t->words[i].text, (uint32_t)i + 1};
    t->trie.joins = true;
    trie_build(&t->trie, alphabet, entries, t->count, run);
}

bool periods_load(struct period_table **out, struct alphabet *alphabet, const struct role_table *dates, const char *path,
                  struct arena *run, struct err *err) {
    struct tsv           table;
    struct period_table *t = *out = arena_new(run, sizeof *t);
    int                  text, offset, part, first, last;
    if (!tsv_load(&table, path, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_OFFSET, &offset}, {COLUMN_PART, &part},
                     {COLUMN_FIRST_YEAR, &first}, {COLUMN_LAST_YEAR, &last}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        slice                 cell = tsv_cell(row, text), kind = tsv_cell(row, part);
        struct period         means = {.line = row->line, .relative = tsv_cell(row, offset).len > 0};
        if (!tsv_filled(&table, row, COLUMN_TEXT, cell, err) || !tsv_number(&table, row, COLUMN_OFFSET, &means.offset, err) ||
            !tsv_number(&table, row, COLUMN_FIRST_YEAR, &means.first_year, err) ||
            !tsv_number(&table, row, COLUMN_LAST_YEAR, &means.last_year, err))
            return false;
        enum year_word beside = year_word_of(kind);
        if (beside < YEAR_WORDS)
            year_words_add(&t->beside[beside], cell, run);
        else if (part_read(&means, kind))
            period_add(t, alphabet, cell, &means, run);
        else
            return err_set(
                err, ERR_RULE, path, row->line, tsv_place(row, kind),
                "%s is H1, H2, Q1 to Q4, Q1-Q4, M1-M11, start, end, frame, whole, told, running, era, ahead, pair, than, bound, since, issue, then, next, later, topic, past, term, lead or turn, not %.*s",
                COLUMN_PART, SLICE_ARG(kind));
    }
    words_join(t, alphabet, run);
    t->alphabet = alphabet;
    t->dates = dates;
    years_start(t, run);
    return true;
}
