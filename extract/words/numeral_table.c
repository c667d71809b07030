/* Rows of numerals.tsv become a table over letters: 壹 ⇥ 数字 ⇥ 1 is one lookup away. Longer rows (千瓦, 一半, 分之) hang on
 * their first character. What the characters mean together is numeral.c's business. */
#include "extract/words/mark.h"
#include "extract/words/numeral_table.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

static const struct {
    const char *word;
    uint8_t class, flag;
} class_words[] = {
#define CLASS(name, word, ...) {word, GLYPH_##name, 0},
#define FLAGGED(name, word, flag, ...) {word, GLYPH_##name, flag},
    GLYPH_CLASSES(CLASS, FLAGGED)
#undef CLASS
#undef FLAGGED
};
enum { CLASS_WORDS = sizeof class_words / sizeof *class_words };

struct list {
    struct glyph_word *items;
    size_t             count, capacity;
};
struct loader {
    struct arena    *run;
    struct alphabet *alphabet;
    struct glyph    *glyphs; /* by letter */
    size_t           room;
    struct list      words, tails, wholes;
    uint8_t          longest; /* letters of a word */
    const char      *path;
    struct err      *err;
};

static struct glyph *glyph_make(struct loader *l, uint32_t code) {
    uint32_t letter = alphabet_letter(l->alphabet, code, l->run);
    if (letter >= l->room) l->glyphs = arena_grow(l->run, l->glyphs, l->room, &l->room, letter + 1, sizeof *l->glyphs);
    return &l->glyphs[letter];
}

/* Index in class_words; CLASS_WORDS when there is no such class. */
static size_t class_read(slice cell) {
    size_t i = 0;
    while (i < CLASS_WORDS && !slice_equal(cell, slice_of(class_words[i].word))) i++;
    return i;
}

/* "10000" → 4; -1 when it is no power of ten. */
static int power_read(slice cell) {
    for (size_t i = 0; i < cell.len; i++)
        if (cell.ptr[i] != (i ? '0' : '1')) return -1;
    return (int)cell.len - 1;
}

/* "1/2" → 0x12: both parts fit four bits. */
static int vulgar_read(slice cell) {
    size_t slash = slice_find(cell, SLICE_LIT("/"), 0);
    if (slash == SIZE_MAX) return -1;
    int numerator = slice_int(slice_sub(cell, 0, slash)), denominator = slice_int(slice_from(cell, slash + 1));
    return numerator > 0 && numerator < 16 && denominator > 1 && denominator < 16 ? numerator * 16 + denominator : -1;
}

static int value_read(int class, slice cell) {
    if (class == GLYPH_DIGIT || class == GLYPH_TWO || class == GLYPH_FUSED || class == GLYPH_TENS || class == GLYPH_RAISED) {
        int digit = slice_int(cell);
        return digit >= 0 && digit < 100 ? digit : -1;
    }
    if (class == GLYPH_PLACE || class == GLYPH_SCALE) return power_read(cell);
    if (class == GLYPH_VULGAR) return vulgar_read(cell);
    return 0;
}

/* 值 of a 词: 50, 100%, 1/2, >1/2, ~100, 100..9000. */
static bool whole_read(struct numeral *out, slice cell) {
    *out = (struct numeral){.form = NUMERAL_HAN, .word = true};
    size_t dots = slice_find(cell, SLICE_LIT(".."), 0), slash = slice_find(cell, SLICE_LIT("/"), 0);
    if (dots != SIZE_MAX) {
        numeral_bound(out, decimal_read(slice_sub(cell, 0, dots)), decimal_read(slice_from(cell, dots + 2)));
        out->qualifier = QUALIFIER_RANGE;
        out->approximate = true;
        return out->bound.low.present && out->bound.high.present;
    }
    if (slice_starts(cell, SLICE_LIT(">"))) out->qualifier = QUALIFIER_OVER;
    if (slice_starts(cell, SLICE_LIT("<"))) out->qualifier = QUALIFIER_NEARLY;
    if (slice_starts(cell, SLICE_LIT("~"))) out->qualifier = QUALIFIER_ABOUT;
    if (out->qualifier != QUALIFIER_EXACT) cell = slice_from(cell, 1), slash -= slash != SIZE_MAX;
    if (slash != SIZE_MAX) {
        out->form = NUMERAL_FRACTION;
        out->unit = NUMERAL_SHARE;
        out->value = decimal_div(decimal_read(slice_sub(cell, 0, slash)), decimal_read(slice_from(cell, slash + 1)), 6);
    } else if (slice_ends(cell, SLICE_LIT("%"))) {
        out->form = NUMERAL_PERCENT;
        out->unit = NUMERAL_PER_CENT;
        out->value = decimal_read(slice_less(cell, 1));
    } else {
        out->value = decimal_read(cell);
    }
    if (out->qualifier == QUALIFIER_OVER || out->qualifier == QUALIFIER_NEARLY) numeral_bound_by(out, out->qualifier);
    return out->value.present;
}

static bool row_take(struct loader *l, const struct tsv_row *row, slice surface, slice class_cell, slice cell) {
    struct glyph_word word = {.text = surface};
    size_t            kind = class_read(class_cell), size;
    if (kind == CLASS_WORDS)
        return err_set(l->err, ERR_RULE, l->path, row->line, 0, "%s has no such word: %.*s", COLUMN_CLASS,
                       SLICE_ARG(class_cell));
    int class = class_words[kind].class, value = value_read(class, cell);
    if (utf8_count(surface) > LONGEST_ROW)
        return err_set(l->err, ERR_RULE, l->path, row->line, 0, "%s is too long", COLUMN_TEXT);
    struct numeral *numeral = class == GLYPH_WORD ? arena_new(l->run, sizeof *numeral) : NULL;
    if (value < 0 || (numeral && !whole_read(numeral, cell)))
        return err_set(l->err, ERR_RULE, l->path, row->line, 0, "%s does not fit the class %.*s: %.*s", COLUMN_VALUE,
                       SLICE_ARG(class_cell), SLICE_ARG(cell));
    uint32_t code = utf8_decode(surface, &size);
    if (code > 0xFFFF)
        return err_set(l->err, ERR_RULE, l->path, row->line, 0, "characters beyond U+FFFF cannot start a numeral");
    word.class = (uint8_t) class;
    word.value = (uint8_t)(value | class_words[kind].flag);
    word.numeral = numeral;
    struct list *list = class == GLYPH_TAIL_STOP ? &l->tails : class == GLYPH_WORD ? &l->wholes : &l->words;
    if (size < surface.len) {
        ARENA_PUSH(l->run, list->items, list->count, list->capacity, word);
        return true;
    }
    if (list != &l->words)
        return err_set(l->err, ERR_RULE, l->path, row->line, 0, "a row of the class %.*s has two characters at least",
                       SLICE_ARG(class_cell));
    struct glyph *glyph = glyph_make(l, code);
    glyph->class = word.class;
    glyph->value = word.value;
    glyph->of_number = class != GLYPH_MONEY && class != GLYPH_STOP;
    return true;
}

/* By first letter, then the longest first. */
static int word_order(const void *left, const void *right) {
    const struct glyph_word *a = left, *b = right;
    int                      order = a->letters[0] - b->letters[0];
    if (order == 0) order = ORDER(b->text.len, a->text.len);
    return order ? order : slice_compare(a->text, b->text);
}

/* The letters of a word, and 0 behind them. */
static void word_spell(struct loader *l, struct glyph_word *word) {
    uint16_t *letters = ARENA_ARRAY(l->run, uint16_t, utf8_count(word->text) + 1);
    for (size_t at = 0, size; at < word->text.len; at += size)
        letters[word->size++] = (uint16_t)alphabet_letter(l->alphabet, utf8_decode(slice_from(word->text, at), &size), l->run);
    word->letters = letters;
    word->second = letters[1];
    if (word->size > l->longest) l->longest = word->size;
}

/* Sorts a list and notes in each first character's glyph where its words start; `field` is the offset in struct glyph. */
static const struct glyph_word *list_close(struct loader *l, struct list *list, size_t field) {
    for (size_t i = 0; i < list->count; i++) word_spell(l, &list->items[i]);
    if (list->count) qsort(list->items, list->count, sizeof *list->items, word_order);
    for (size_t i = list->count; i-- > 0;) {
        struct glyph_word *word = &list->items[i];
        word->more = i + 1 < list->count && word[1].letters[0] == word->letters[0];
        struct glyph *first = glyph_make(l, l->alphabet->codes[word->letters[0]]);
        *(uint16_t *)(void *)((char *)first + field) = (uint16_t)(i + 1);
        if (list != &l->tails) first->seconds |= UINT64_C(1) << second_bit(word->letters[1]);
    }
    return list->items;
}

/* A place or a scale: 几 and 数 start a numeral before one. */
static bool weighs(unsigned class) { return class == GLYPH_PLACE || class == GLYPH_SCALE; }

/* The bits of the letters that the rows from `first` on go on with, of those that `wanted` has the classes of. */
static uint64_t seconds_of(const struct glyph_word *words, uint16_t first, bool (*wanted)(unsigned class)) {
    uint64_t bits = 0;
    for (size_t i = first; i; i = words[i - 1].more ? i + 1 : 0)
        if (wanted(words[i - 1].class)) bits |= UINT64_C(1) << second_bit(words[i - 1].second);
    return bits;
}

/* The bits of the letters that 几十, 数万 and 数个亿 go on with behind 几 and 数. */
static uint64_t weighing(const struct numeral_table *t) {
    uint64_t bits = 0;
    for (uint32_t letter = 0; letter < t->count; letter++)
        if (weighs(t->glyphs[letter].class) || seconds_of(t->words, t->glyphs[letter].words, weighs))
            bits |= UINT64_C(1) << second_bit((uint16_t)letter);
    return bits;
}

static bool is_whole(unsigned class) { return class == GLYPH_WORD; }

/* What a numeral may start with: 一 whatever follows, 几 before 十 only, 好 as 好几; 多 never does: 多边 merely stops one, and
 * G only ends one. */
static uint64_t starts_of(const struct numeral_table *t, uint32_t letter, uint64_t weights) {
    const struct glyph *g = &t->glyphs[letter];
    uint64_t            rows = seconds_of(t->words, g->words, starts_numeral) | seconds_of(t->wholes, g->wholes, is_whole);
    if (ascii_digit(letter) || letter == '.') return UINT64_MAX; /* .5 */
    if (g->class == GLYPH_FEW || g->class == GLYPH_SEVERAL) return rows | weights;
    return starts_numeral(g->class) && (letter >= 0x80 || g->class != GLYPH_SCALE) ? UINT64_MAX : rows;
}

static void starts_build(struct loader *l, struct numeral_table *t) {
    bool    *starts = ARENA_ARRAY(l->run, bool, t->count);
    uint64_t weights = weighing(t);
    for (uint32_t letter = 0; letter < t->count; letter++) {
        struct glyph *g = &l->glyphs[letter];
        g->starts = starts_of(t, letter, weights);
        starts[letter] = starts_numeral(g->class) || (g->starts && letter != '.');
        if (starts[letter]) alphabet_mark(l->alphabet, t->alphabet->codes[letter], MARK_NUMERAL, l->run);
    }
    scan_set_build(&t->starts, l->alphabet, starts, l->run);
}

/* What ends a phrase, and what a number may go on with that no row tells of. */
static void borders_set(struct loader *l) {
    static const char *const marks = "，。、；！？）”：", *const within = " ,-./eE0123456789，";
    for (uint32_t code = 1; code < 0x80; code++) glyph_make(l, code)->ends = (code | 32) - 'a' >= 26;
    size_t size;
    for (slice rest = slice_of(marks); rest.len; rest = slice_from(rest, size))
        glyph_make(l, utf8_decode(rest, &size))->ends = true;
    for (slice rest = slice_of(within); rest.len; rest = slice_from(rest, size))
        glyph_make(l, utf8_decode(rest, &size))->of_number = true;
}

bool numerals_load(struct numeral_table **out, struct alphabet *alphabet, const char *path, struct arena *run,
                   struct err *err) {
    struct loader         l = {.run = run, .alphabet = alphabet, .path = path, .err = err};
    struct tsv            rows;
    struct numeral_table *table = arena_new(run, sizeof *table);
    int                   surface, class, value;
    if (!tsv_load(&rows, path, run, err) ||
        !TSV_COLUMNS(&rows, err, {COLUMN_TEXT, &surface}, {COLUMN_CLASS, &class}, {COLUMN_VALUE, &value}))
        return false;
    for (size_t i = 0; i < rows.rows; i++) {
        const struct tsv_row *row = &rows.row[i];
        slice                 cell = tsv_cell(row, surface), spelling;
        if (!tsv_filled(&rows, row, COLUMN_TEXT, cell, err)) return false;
        /* Several spellings of one thing share a row, parted by blanks. */
        for (size_t at = 0; tsv_word(cell, &at, &spelling);)
            if (!row_take(&l, row, spelling, tsv_cell(row, class), tsv_cell(row, value))) return false;
    }
    if (l.words.count > UINT16_MAX || l.tails.count > UINT16_MAX || l.wholes.count > UINT16_MAX)
        return err_file(err, ERR_RULE, path, "has more than %d rows", UINT16_MAX);
    table->words = list_close(&l, &l.words, offsetof(struct glyph, words));
    table->tails = list_close(&l, &l.tails, offsetof(struct glyph, tails));
    table->wholes = list_close(&l, &l.wholes, offsetof(struct glyph, wholes));
    borders_set(&l);
    table->alphabet = alphabet;
    table->comma = (uint16_t)letter_of(alphabet, 0xFF0C);
    table->longest = l.longest;
    table->count = (uint32_t)alphabet->count;
    l.glyphs = arena_grow(run, l.glyphs, l.room, &l.room, table->count + 1, sizeof *l.glyphs);
    table->glyphs = l.glyphs;
    starts_build(&l, table);
    *out = table;
    return true;
}
