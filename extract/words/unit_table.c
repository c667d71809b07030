/* A row of units.tsv or measures.tsv → a unit and where it may stand: 亩 ⇥ 平方米 ⇥ 2000/3. The rows become a trie, those of
 * one spelling in a chain, and mark the characters that they start with. What stands in a text is unit.c's. */
#include "extract/words/unit_table.h"

#include "extract/base/tsv.h"
#include "extract/claim.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

/* Space, tab and their wide sisters; no line end. */
static const uint32_t blanks[][2] = {{'\t', '\t'},     {' ', ' '},       {0xA0, 0xA0},    {0x2000, 0x200F},
                                     {0x202A, 0x202F}, {0x2060, 0x206F}, {0x3000, 0x3000}};

bool letter_blank(const struct alphabet *alphabet, uint16_t letter) {
    uint32_t code = alphabet->codes[letter];
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (code >= blanks[i][0] && code <= blanks[i][1]) return true;
    return false;
}

#define WORD(name, word, ...) word,
static const char *const class_words[] = {UNIT_CLASS_WORDS(WORD)}, *const part_words[] = {UNIT_PART_WORDS(WORD)};
#undef WORD

enum unit_part unit_part_of(slice cell) {
    int part = name_index(part_words, PART_UNIT, cell);
    return part < 0 ? PART_UNIT : (enum unit_part)part;
}

/* How many times ten divides `*value`, which is divided by them. */
static int tens_of(u128 *value) {
    uint64_t rest = (uint64_t)*value;
    int      n = 0;
    if (rest != *value || rest == 0) return 0;
    for (; rest % 10 == 0; rest /= 10) n++;
    *value = rest;
    return n;
}

void unit_factor_set(struct unit *unit, struct ratio factor) {
    unit->factor = factor;
    unit->power = (int16_t)(tens_of(&factor.numerator) - tens_of(&factor.denominator));
    unit->tens = factor.numerator == 1 && factor.denominator == 1;
}

struct columns {
    int surface, canonical, dimension, base, factor, class, near, tail, note, fold;
};

static bool columns_find(struct columns *out, const struct tsv *table, struct err *err) {
    *out = (struct columns){.dimension = tsv_column(table, COLUMN_DIMENSION),
                            .base = tsv_column(table, COLUMN_BASE),
                            .factor = tsv_column(table, COLUMN_FACTOR),
                            .near = tsv_column(table, COLUMN_NEAR),
                            .tail = tsv_column(table, COLUMN_TAIL),
                            .note = tsv_column(table, COLUMN_NOTE),
                            .fold = tsv_column(table, COLUMN_FOLD)};
    return TSV_COLUMNS(table, err, {COLUMN_TEXT, &out->surface}, {COLUMN_CANONICAL, &out->canonical},
                       {COLUMN_CLASS, &out->class});
}

static bool class_read(struct unit_row *row, slice cell) {
    int class = name_index(class_words, UNIT_CLASSES, cell);
    row->part = class < 0 ? unit_part_of(cell) : PART_UNIT;
    row->unit.class = class < 0 ? UNIT_MEASURE_WORD : (enum unit_class) class;
    return class >= 0 || row->part != PART_UNIT;
}

/* Several words of the column 附 are parted by blanks. */
static bool notes_read(struct unit *unit, const struct tsv *table, const struct tsv_row *row, int column, struct err *err) {
    slice cell = tsv_cell(row, column), note;
    for (size_t at = 0; tsv_word(cell, &at, &note);) {
        bool known = false;
#define NOTE(name, ...)                                                                                                        \
    if (slice_equal(note, SLICE_LIT(#name))) unit->name = known = true;
        UNIT_NOTES(NOTE)
#undef NOTE
        if (!known) return tsv_unknown(table, row, COLUMN_NOTE, note, err);
    }
    return true;
}

static bool row_read(struct unit_row *out, const struct tsv *table, const struct tsv_row *row, const struct columns *at,
                     struct arena *run, struct err *err) {
    struct unit *unit = &out->unit;
    slice        factor = tsv_cell(row, at->factor), class = tsv_cell(row, at->class), fold = tsv_cell(row, at->fold);
    *out = (struct unit_row){.unit = {.surface = tsv_cell(row, at->surface),
                                      .canonical = tsv_cell(row, at->canonical),
                                      .dimension = tsv_cell(row, at->dimension),
                                      .base = tsv_cell(row, at->base),
                                      .tail = tsv_cell(row, at->tail).len > 0,
                                      .path = table->path,
                                      .line = row->line}};
    if (!tsv_filled(table, row, COLUMN_TEXT, unit->surface, err) || !notes_read(unit, table, row, at->note, err)) return false;
    if (!class_read(out, class)) return tsv_unknown(table, row, COLUMN_CLASS, class, err);
    struct ratio base = {0, 0};
    if (factor.len > 0 && !ratio_read(&base, factor))
        return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, factor),
                       "%s must be a positive number or a fraction of two, like 2000/3: %.*s", COLUMN_FACTOR,
                       SLICE_ARG(factor));
    if (factor.len > 0 && out->part == PART_UNIT && (unit->dimension.len == 0 || unit->base.len == 0))
        return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, factor), "%s needs %s and %s", COLUMN_FACTOR,
                       COLUMN_DIMENSION, COLUMN_BASE);
    unit_factor_set(unit, base);
    unit->doubles = slice_equal(fold, SLICE_LIT("2^"));
    unit->folds = fold.len > 0;
    unit->fold = decimal_read(fold);
    if (fold.len > 0 && !unit->doubles && (!unit->fold.present || unit->fold.negative || decimal_zero(unit->fold)))
        return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, fold), "%s must be a positive number or 2^: %.*s",
                       COLUMN_FOLD, SLICE_ARG(fold));
    if (!neighbours_read(&out->near, table, row, at->near, run, err)) return false;
    if (out->near.prefix) out->part = PART_PREFIX;
    if (unit->canonical.len == 0 && out->part == PART_UNIT) unit->canonical = unit->surface;
    if (unit->dimension.len == 0 && out->part == PART_UNIT && unit->class == UNIT_MEASURE_WORD)
        unit->dimension = SLICE_LIT("count");
    return true;
}

static bool rows_read(struct unit_table *units, const struct tsv *table, struct arena *run, struct err *err) {
    struct columns at;
    if (!columns_find(&at, table, err)) return false;
    for (size_t i = 0; i < table->rows; i++)
        if (!row_read(units->behind++, table, &table->row[i], &at, run, err)) return false;
    for (const struct unit_row *row = units->behind; row-- > units->rows;)
        if (row->part != PART_JOIN && row->part != PART_SCALE && row->unit.class == UNIT_RANK) units->rank = &row->unit;
    return true;
}

/* The first row of a surface; NULL when there is none. */
static struct unit_row *unit_rows_of(const struct unit_table *table, slice surface) {
    size_t   size = 0;
    uint32_t found = trie_longest(&table->trie, table->alphabet, surface, &size);
    return found && size == surface.len ? table->behind - found : NULL;
}

/* The rows of a surface are chained in file order: 分 as time, 分 as score. */
static void readings_chain(struct unit_table *units) {
    for (struct unit_row *row = units->rows; row < units->behind; row++) {
        struct unit_row *last = unit_rows_of(units, row->unit.surface);
        while (last && last->next) last = last->next;
        if (!last || last == row) continue;
        last->next = row;
        last->unit.several = row->unit.several = true;
    }
}

static void tries_build(struct unit_table *units, struct alphabet *alphabet, struct arena *run) {
    size_t             count = 0, prefixes = 0, rows = units_count(units);
    struct trie_entry *entries = ARENA_ARRAY(run, struct trie_entry, rows + 1);
    for (const struct unit_row *row = units->rows; row < units->behind; row++)
        entries[count++] = (struct trie_entry){row->unit.surface, (uint32_t)(units->behind - row)};
    units->alphabet = alphabet;
    trie_build(&units->trie, alphabet, entries, count, run);
    readings_chain(units);
    for (const struct unit_row *row = units->rows, *first; row < units->behind; row++)
        if (row->part == PART_PREFIX && (first = unit_rows_of(units, row->unit.surface)) != NULL)
            entries[prefixes++] =
                (struct trie_entry){slice_backwards(row->unit.surface, run), (uint32_t)(units->behind - first)};
    trie_build(&units->prefixes, alphabet, entries, prefixes, run);
}

static void marks_set(const struct unit_row *row, struct alphabet *alphabet, struct arena *run) {
    slice  surface = row->unit.surface;
    size_t size, last = surface.len - utf8_size_before(surface, surface.len);
    if (row->part == PART_UNIT) alphabet_mark(alphabet, utf8_decode(surface, &size), MARK_UNIT, run);
    bool orders = row->unit.class != UNIT_RANK && row->unit.class != UNIT_PERSON;
    if (row->part == PART_UNIT && orders && size == surface.len)
        alphabet_mark(alphabet, utf8_decode(surface, &size), MARK_ORDERS, run);
    if (row->part == PART_JOIN) alphabet_mark(alphabet, utf8_decode(surface, &size), MARK_EACH | MARK_UNIT_MORE, run);
    if (row->part != PART_PREFIX) return;
    alphabet_mark(alphabet, utf8_decode(slice_from(surface, last), &size), MARK_PREFIX, run);
    alphabet_word_before(alphabet, surface, run);
}

/* 亿|元: units of one letter. One in Latin letters asks what stands behind, whatever its neighbours. */
static void alone_build(struct unit_table *units, struct alphabet *alphabet, struct arena *run) {
    units->alone = ARENA_ARRAY(run, const struct unit_row *, alphabet->count);
    for (const struct unit_row *row = units->rows; row < units->behind; row++) {
        size_t   size;
        slice    surface = row->unit.surface;
        uint32_t code = utf8_decode(surface, &size);
        if (size == surface.len && row == unit_rows_of(units, surface) && row->part == PART_UNIT && !is_latin(code))
            units->alone[letter_of(alphabet, code)] = row;
    }
}

bool units_load(struct unit_table **out, struct alphabet *alphabet, const char *units_path, const char *measures_path,
                struct arena *run, struct err *err) {
    struct unit_table       *units = arena_new(run, sizeof *units);
    struct tsv               first, second;
    static const struct unit none; /* of a table of one's own that has no places */
    units->rank = &none;
    if (!tsv_load(&first, units_path, run, err) || !tsv_load(&second, measures_path, run, err)) return false;
    units->rows = units->behind = ARENA_ARRAY(run, struct unit_row, first.rows + second.rows + 1);
    if (!rows_read(units, &first, run, err) || !rows_read(units, &second, run, err)) return false;
    tries_build(units, alphabet, run);
    units->open = (uint16_t)alphabet_letter(alphabet, 0xFF08, run);
    units->close = (uint16_t)alphabet_letter(alphabet, 0xFF09, run);
    alphabet_mark(alphabet, '(', MARK_UNIT_MORE, run);
    alphabet_mark(alphabet, 0xFF08, MARK_UNIT_MORE, run);
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        for (uint32_t code = blanks[i][0]; code <= blanks[i][1]; code++) alphabet_mark(alphabet, code, MARK_BLANK, run);
    for (const struct unit_row *row = units->rows; row < units->behind; row++) marks_set(row, alphabet, run);
    alone_build(units, alphabet, run);
    *out = units;
    return true;
}

const struct unit *units_rank(const struct unit_table *table) { return table->rank; }

const struct unit *units_find(const struct unit_table *table, slice surface) {
    for (const struct unit_row *row = unit_rows_of(table, surface); row; row = row->next)
        if (row->part == PART_UNIT) return &row->unit;
    return NULL;
}

const struct unit *units_reading(const struct unit_table *table, slice surface, slice dimension) {
    for (const struct unit_row *row = unit_rows_of(table, surface); row; row = row->next)
        if (row->part == PART_UNIT && slice_equal(row->unit.dimension, dimension)) return &row->unit;
    return NULL;
}

size_t             units_count(const struct unit_table *table) { return (size_t)(table->behind - table->rows); }
const struct unit *units_at(const struct unit_table *table, size_t i) { return &table->rows[i].unit; }
