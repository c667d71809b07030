/* The rows of units.tsv and measures.tsv become a trie, and the unit at a place of a text is the
 * longest row that stands there: 3元/吨 → 元/吨, 200辆（艘、架、列）次 → 辆次. Two units joined by / or 每 make a new one:
 * 50千米每小时 → 公里/小时. Scale words before a unit (万千瓦) belong to the numeral and are left alone. */
#include "extract/base/tsv.h"
#include "extract/headings.h"
#include "extract/lexicon.h"
#include "extract/neighbour.h"
#include "extract/unit.h"

#include "extract/base/banned.h"

struct row {
    enum unit_part    part;
    struct row       *next; /* the next row with the same surface: the other reading */
    struct neighbours near;
    struct unit       unit;
};
/* What a letter opens: a unit by itself, its first row where that is one behind a numeral; bits (letter % 64) of the letters
 * that longer units go on with. */
struct opens {
    uint64_t          seconds;
    const struct row *row;
};
struct unit_table {
    struct row            *rows, *behind; /* behind the last one */
    slice                  canonical[UNIT_CLASSES];
    const struct alphabet *alphabet;
    struct trie            trie;        /* values count the rows from the last: of a surface the first has the greatest */
    struct trie            prefixes;    /* the first row again, of units that stand before their numeral, written backwards */
    struct opens          *opens;       /* by letter, of those with MARK_UNIT */
    uint16_t               open, close; /* the letters of （ and ） */
};

/* Space, tab and their wide sisters; no line end. */
static const uint32_t blanks[][2] = {{'\t', '\t'}, {' ', ' '}, {0xA0, 0xA0}, {0x2002, 0x200B}, {0x3000, 0x3000}};

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

static bool is_digit(unsigned letter) { return letter - '0' < 10; }
static bool is_latin(unsigned letter) { return (letter | 32) - 'a' < 26; }

/* ---- loading ---- */

static u128 common_divisor(u128 a, u128 b) {
    while (b != 0) {
        u128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* `top` / `bottom` in lowest terms. */
static struct ratio ratio_of(u128 top, u128 bottom) {
    u128 divisor = common_divisor(top, bottom);
    if (divisor == 0) return (struct ratio){0, 0};
    return (struct ratio){top / divisor, bottom / divisor};
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

static void factor_set(struct unit *unit, struct ratio factor) {
    unit->factor = factor;
    unit->power = (int16_t)(tens_of(&factor.numerator) - tens_of(&factor.denominator));
    unit->tens = factor.numerator == 1 && factor.denominator == 1;
}

static struct ratio ratio_multiply(struct ratio a, struct ratio b) {
    u128 left = common_divisor(a.numerator, b.denominator), right = common_divisor(b.numerator, a.denominator);
    if (left == 0 || right == 0) return (struct ratio){0, 0};
    u128 p = a.numerator / left, q = b.numerator / right, r = a.denominator / right, s = b.denominator / left;
    u128 top, bottom;
    if (__builtin_mul_overflow(p, q, &top) || __builtin_mul_overflow(r, s, &bottom)) return (struct ratio){0, 0};
    return ratio_of(top, bottom);
}

/* "2000/3", "0.3048", "1": both parts are positive decimals. */
static bool ratio_read(struct ratio *out, slice cell) {
    size_t  slash = slice_find(cell, SLICE_LIT("/"), 0);
    decimal top = decimal_read(slash == SIZE_MAX ? cell : slice_sub(cell, 0, slash));
    decimal bottom = slash == SIZE_MAX ? decimal_int(1) : decimal_read(slice_from(cell, slash + 1));
    if (!top.present || !bottom.present || top.negative || bottom.negative || decimal_zero(bottom)) return false;
    u128 p = top.coefficient, q = bottom.coefficient;
    for (int e = top.exponent - bottom.exponent; e > 0 && p < (u128)1 << 120; e--) p *= 10;
    for (int e = bottom.exponent - top.exponent; e > 0 && q < (u128)1 << 120; e--) q *= 10;
    *out = ratio_of(p, q);
    return out->numerator != 0;
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

static bool class_read(struct row *row, slice cell) {
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
        if (!known)
            return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, cell), "%s has no such word: %.*s",
                           COLUMN_NOTE, SLICE_ARG(note));
    }
    return true;
}

static bool row_read(struct row *out, const struct tsv *table, const struct tsv_row *row, const struct columns *at,
                     struct arena *run, struct err *err) {
    struct unit *unit = &out->unit;
    slice        factor = tsv_cell(row, at->factor), class = tsv_cell(row, at->class), fold = tsv_cell(row, at->fold);
    *out = (struct row){.unit = {.surface = tsv_cell(row, at->surface),
                                 .canonical = tsv_cell(row, at->canonical),
                                 .dimension = tsv_cell(row, at->dimension),
                                 .base = tsv_cell(row, at->base),
                                 .tail = tsv_cell(row, at->tail).len > 0,
                                 .path = table->path,
                                 .line = row->line}};
    if (unit->surface.len == 0) return err_set(err, ERR_RULE, table->path, row->line, 1, "%s is empty", COLUMN_TEXT);
    if (!notes_read(unit, table, row, at->note, err)) return false;
    if (!class_read(out, class))
        return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, class), "%s has no such word: %.*s", COLUMN_CLASS,
                       SLICE_ARG(class));
    struct ratio base = {0, 0};
    if (factor.len > 0 && !ratio_read(&base, factor))
        return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, factor),
                       "%s must be a positive number or a fraction of two, like 2000/3: %.*s", COLUMN_FACTOR,
                       SLICE_ARG(factor));
    if (factor.len > 0 && out->part == PART_UNIT && (unit->dimension.len == 0 || unit->base.len == 0))
        return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, factor), "%s needs %s and %s", COLUMN_FACTOR,
                       COLUMN_DIMENSION, COLUMN_BASE);
    factor_set(unit, base);
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
    for (const struct row *row = units->behind; row-- > units->rows;)
        if (row->part != PART_JOIN && row->part != PART_SCALE) units->canonical[row->unit.class] = row->unit.canonical;
    return true;
}

static struct row *rows_of(const struct unit_table *table, slice surface) {
    size_t   size = 0;
    uint32_t found = trie_longest(&table->trie, table->alphabet, surface, &size);
    return found && size == surface.len ? table->behind - found : NULL;
}

/* The rows of a surface are chained in file order: 分 as time, 分 as score. */
static void readings_chain(struct unit_table *units) {
    for (struct row *row = units->rows; row < units->behind; row++) {
        struct row *last = rows_of(units, row->unit.surface);
        while (last && last->next) last = last->next;
        if (!last || last == row) continue;
        last->next = row;
        last->unit.several = row->unit.several = true;
    }
}

static void tries_build(struct unit_table *units, struct alphabet *alphabet, struct arena *run) {
    size_t             count = 0, prefixes = 0, rows = units_count(units);
    struct trie_entry *entries = ARENA_ARRAY(run, struct trie_entry, rows + 1);
    for (const struct row *row = units->rows; row < units->behind; row++)
        entries[count++] = (struct trie_entry){row->unit.surface, (uint32_t)(units->behind - row)};
    units->alphabet = alphabet;
    trie_build(&units->trie, alphabet, entries, count, run);
    readings_chain(units);
    for (const struct row *row = units->rows, *first; row < units->behind; row++)
        if (row->part == PART_PREFIX && (first = rows_of(units, row->unit.surface)) != NULL)
            entries[prefixes++] =
                (struct trie_entry){slice_backwards(row->unit.surface, run), (uint32_t)(units->behind - first)};
    trie_build(&units->prefixes, alphabet, entries, prefixes, run);
}

static void marks_set(const struct row *row, struct alphabet *alphabet, struct arena *run) {
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

/* What each unit's first letter opens. A unit in Latin letters asks what stands behind, whatever its neighbours. */
static void opens_build(struct unit_table *units, struct alphabet *alphabet, struct arena *run) {
    units->opens = ARENA_ARRAY(run, struct opens, alphabet->count);
    for (const struct row *row = units->rows; row < units->behind; row++) {
        size_t        size, more;
        slice         surface = row->unit.surface;
        uint32_t      code = utf8_decode(surface, &size);
        struct opens *first = &units->opens[letter_of(alphabet, code)];
        if (size < surface.len)
            first->seconds |= UINT64_C(1) << letter_of(alphabet, utf8_decode(slice_from(surface, size), &more)) % 64;
        else if (row == rows_of(units, surface) && row->part == PART_UNIT && !is_latin(code))
            first->row = row;
    }
}

bool units_load(struct unit_table **out, struct alphabet *alphabet, const char *units_path, const char *measures_path,
                struct arena *run, struct err *err) {
    struct unit_table *units = arena_new(run, sizeof *units);
    struct tsv         first, second;
    if (!tsv_load(&first, units_path, run, err) || !tsv_load(&second, measures_path, run, err)) return false;
    units->rows = units->behind = ARENA_ARRAY(run, struct row, first.rows + second.rows + 1);
    if (!rows_read(units, &first, run, err) || !rows_read(units, &second, run, err)) return false;
    tries_build(units, alphabet, run);
    units->open = (uint16_t)alphabet_letter(alphabet, 0xFF08, run);
    units->close = (uint16_t)alphabet_letter(alphabet, 0xFF09, run);
    alphabet_mark(alphabet, '(', MARK_UNIT_MORE, run);
    alphabet_mark(alphabet, 0xFF08, MARK_UNIT_MORE, run);
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        for (uint32_t code = blanks[i][0]; code <= blanks[i][1]; code++) alphabet_mark(alphabet, code, MARK_BLANK, run);
    for (const struct row *row = units->rows; row < units->behind; row++) marks_set(row, alphabet, run);
    opens_build(units, alphabet, run);
    *out = units;
    return true;
}

slice units_canonical(const struct unit_table *table, enum unit_class class) { return table->canonical[class]; }

/* ---- scanning ---- */

/* 5km2 is no km, 3max no m: a symbol in Latin letters ends where the letters and digits end. */
static bool symbol_ends(const uint16_t *letters, size_t end) {
    return letters[end - 1] >= 0x80 || !is_latin(letters[end - 1]) || !(is_latin(letters[end]) || is_digit(letters[end]));
}

/* `text` ends where what stands behind the unit is not to be asked about. */
static const struct row *row_among(const struct row *rows, enum unit_part part, const struct spelling *s, slice text,
                                   size_t numeral, size_t at, size_t end) {
    for (; rows; rows = rows->next)
        if (rows->part == part && neighbours_hold(&rows->near, text, s->at[numeral], s->at[at], s->at[end])) return rows;
    return NULL;
}

enum { MOST_HITS = 16 }; /* surfaces that start at one place */

/* The longest row of `part` at character `at`; returns the character behind it, 0 when there is none. */
static size_t row_at(const struct unit_table *units, enum unit_part part, const struct spelling *s, size_t at, size_t numeral,
                     const struct row **out) {
    struct trie_hit hits[MOST_HITS];
    for (size_t i = trie_hits_spelt(&units->trie, s->letters + at, hits, MOST_HITS); i-- > 0;) {
        size_t end = at + hits[i].size;
        if (!symbol_ends(s->letters, end)) continue;
        *out = row_among(units->behind - hits[i].value, part, s, s->text, numeral, at, end);
        if (*out) return end;
    }
    return 0;
}

/* 辆（艘、架、列）次 → 辆次, consumed to its end; 0 when the text at `end` goes on in another way. */
SELDOM static size_t bracketed(const struct unit_table *units, const struct spelling *s, size_t end, const struct row **row) {
    enum { FARTHEST = 60 };
    bool   wide = s->letters[end] == units->open;
    size_t close = end + 1, head = (*row)->unit.surface.len;
    while (close + 1 < s->count && s->at[close] - s->at[end] < FARTHEST && s->letters[close] != (wide ? units->close : ')'))
        close++;
    size_t          behind = close + 1;
    char            joined[64];
    struct spelling whole;
    if (behind >= s->count || s->letters[close] != (wide ? units->close : ')') || s->at[behind] - s->at[end] > FARTHEST)
        return 0;
    size_t size = s->at[behind + 1] - s->at[behind];
    if (head + size > sizeof joined) return 0;
    memcpy(joined, (*row)->unit.surface.ptr, head);
    memcpy(joined + head, s->text.ptr + s->at[behind], size);
    spell(&whole, units->alphabet, (slice){joined, head + size}, 0);
    const struct row *found;
    if (row_at(units, PART_UNIT, &whole, 0, 0, &found) != whole.count) return 0;
    *row = found;
    return behind + 1;
}

/* The factor and the base of a composed unit; a counted thing is its own base: 人/平方公里 → 人/平方米. */
static slice base_of(const struct unit *unit) {
    return unit->base.len > 0 && unit->factor.numerator != 0 ? unit->base : unit->canonical;
}
static struct ratio factor_of(const struct unit *unit) {
    return unit->factor.numerator != 0 ? unit->factor : (struct ratio){1, 1};
}

const struct unit *unit_per(const struct unit *top, const struct unit *bottom, struct arena *arena) {
    struct unit *unit = arena_new(arena, sizeof *unit);
    struct ratio below = factor_of(bottom);
    *unit = *top;
    unit->model = unit->year = unit->any = false; /* 元/吨 is no 元 */
    factor_set(unit, ratio_multiply(factor_of(top), (struct ratio){below.denominator, below.numerator}));
    unit->canonical = arena_format(arena, "%.*s/%.*s", SLICE_ARG(top->canonical), SLICE_ARG(bottom->canonical));
    unit->surface = unit->canonical;
    unit->dimension = arena_format(arena, "%.*s/%.*s", SLICE_ARG(top->dimension), SLICE_ARG(bottom->dimension));
    unit->base = arena_format(arena, "%.*s/%.*s", SLICE_ARG(base_of(top)), SLICE_ARG(base_of(bottom)));
    if (unit->class == UNIT_MEASURE_WORD || unit->class == UNIT_PERSON || unit->class == UNIT_TIME) unit->class = UNIT_PHYSICAL;
    unit->path = NULL;
    unit->line = 0;
    unit->tail = false;
    return unit;
}

/* 万人 is a unit of ten thousand persons; its base is what it counts. */
static const struct unit *scaled_unit(const struct unit *scale, const struct unit *unit, struct arena *arena) {
    struct unit *out = arena_new(arena, sizeof *out);
    *out = *unit;
    out->base = base_of(unit);
    factor_set(out, ratio_multiply(factor_of(unit), scale->factor));
    out->canonical = arena_format(arena, "%.*s%.*s", SLICE_ARG(scale->canonical), SLICE_ARG(unit->canonical));
    return out;
}

static size_t each_scan(const struct unit_table *units, const struct spelling *s, size_t at, size_t numeral,
                        struct arena *arena, const struct unit **out) {
    const struct row *link, *scale, *bottom;
    size_t            from = row_at(units, PART_JOIN, s, at, numeral, &link);
    if (from == 0) return 0;
    size_t scaled = row_at(units, PART_SCALE, s, from, numeral, &scale);
    size_t end = row_at(units, PART_UNIT, s, scaled ? scaled : from, numeral, &bottom);
    if (end == 0) return 0;
    *out = scaled ? scaled_unit(&scale->unit, &bottom->unit, arena) : &bottom->unit;
    return end;
}

size_t unit_scan_each(const struct unit_table *table, const struct spelling *s, size_t at, struct arena *arena,
                      const struct unit **out) {
    size_t end = each_scan(table, s, at, at, arena, out);
    return end ? end - at : 0;
}

/* 50千米每小时, 8元/万千瓦时: the second unit, a scale word perhaps before it. 3次每次2人 is no unit. */
SELDOM static size_t joined(const struct unit_table *units, const struct spelling *s, size_t end, size_t numeral,
                            const struct row *top, struct arena *arena, const struct unit **out) {
    const struct unit *bottom;
    size_t             behind = each_scan(units, s, end, numeral, arena, &bottom);
    if (behind == 0 || slice_equal(top->unit.canonical, bottom->canonical)) return 0;
    *out = unit_per(&top->unit, bottom, arena);
    return behind;
}

/* Any unit: the longest of several, one in brackets, two that are joined. */
APART static size_t unit_scan_any(const struct unit_table *table, const struct spelling *s, size_t at, size_t numeral,
                                  struct arena *arena, const struct unit **out) {
    const struct row *row;
    size_t            end = row_at(table, PART_UNIT, s, at, numeral, &row), more;
    if (end == 0) return 0;
    if ((s->letters[end] == '(' || s->letters[end] == table->open) && (more = bracketed(table, s, end, &row)) > 0) end = more;
    *out = &row->unit;
    if (table->alphabet->marks[s->letters[end]] & MARK_EACH && (more = joined(table, s, end, numeral, row, arena, out)) > 0)
        end = more;
    return end - at;
}

static inline bool may_go_on(const struct unit_table *table, const struct opens *first, uint16_t behind) {
    return first->seconds >> behind % 64 & 1 || table->alphabet->marks[behind] & MARK_UNIT_MORE;
}

bool unit_may_go_on(const struct unit_table *table, uint16_t letter, uint16_t behind) {
    return may_go_on(table, &table->opens[letter], behind);
}

size_t unit_scan_at(const struct unit_table *table, const struct spelling *s, size_t at, size_t numeral, struct arena *arena,
                    const struct unit **out) {
    const uint16_t     *letters = s->letters + at;
    const uint32_t     *marks = table->alphabet->marks;
    const struct opens *first = &table->opens[letters[0]];
    if (!(marks[letters[0]] & MARK_UNIT)) return 0;
    if (may_go_on(table, first, letters[1]) || !first->row) return unit_scan_any(table, s, at, numeral, arena, out);
    const struct row *row = first->row; /* 313|起: no longer one starts so */
    if (!neighbours_open(&row->near, s->text, s->at[numeral], s->at[at + 1])) {
        row = row_among(row, PART_UNIT, s, s->text, numeral, at, at + 1);
        if (!row) return 0;
    }
    *out = &row->unit;
    return 1;
}

size_t unit_scan(const struct unit_table *table, slice text, struct arena *arena, const struct unit **out) {
    enum { FARTHEST = 128 }; /* bytes: no unit is as long */
    struct spelling s;
    if (text.len > FARTHEST) {
        text.len = FARTHEST;
        while (((unsigned char)text.ptr[text.len] & 0xC0) == 0x80) text.len--;
    }
    spell(&s, table->alphabet, text, 0);
    return s.at[unit_scan_at(table, &s, 0, 0, arena, out)];
}

size_t unit_scan_before(const struct unit_table *table, const struct spelling *s, size_t end, size_t floor,
                        const struct unit **out) {
    struct trie_hit hits[MOST_HITS];
    if (end == 0 || !(table->alphabet->marks[s->letters[end - 1]] & MARK_PREFIX)) return 0;
    slice head = slice_sub(s->text, 0, s->at[end]);
    for (size_t i = trie_hits_back_spelt(&table->prefixes, s->letters + end, end, hits, MOST_HITS); i-- > 0;) {
        size_t at = end - hits[i].size;
        if (s->at[at] < floor) continue;
        const struct row *row = row_among(table->behind - hits[i].value, PART_PREFIX, s, head, at, at, end);
        if (!row) continue;
        *out = &row->unit;
        return hits[i].size;
    }
    return 0;
}

size_t unit_scan_prefix(const struct unit_table *table, const struct spelling *s, size_t at, const struct unit **out) {
    const struct row *row;
    size_t            end = row_at(table, PART_PREFIX, s, at, at, &row);
    if (end == 0) return 0;
    *out = &row->unit;
    return end - at;
}

const struct unit *units_find(const struct unit_table *table, slice surface) {
    for (const struct row *row = rows_of(table, surface); row; row = row->next)
        if (row->part == PART_UNIT) return &row->unit;
    return NULL;
}

const struct unit *units_reading(const struct unit_table *table, slice surface, slice dimension) {
    for (const struct row *row = rows_of(table, surface); row; row = row->next)
        if (row->part == PART_UNIT && slice_equal(row->unit.dimension, dimension)) return &row->unit;
    return NULL;
}

size_t             units_count(const struct unit_table *table) { return (size_t)(table->behind - table->rows); }
const struct unit *units_at(const struct unit_table *table, size_t i) { return &table->rows[i].unit; }
