/* The unit at a place of a text is the longest row of unit_table.c that stands there: 3元/吨 → 元/吨, 200辆（艘、架、列）次 →
 * 辆次. Two units joined by / or 每 make a new one: 50千米每小时 → 公里/小时. Scale words before a unit (万千瓦) belong to the
 * numeral and are left alone. */
#include "extract/words/unit_table.h"

#include "extract/base/banned.h"

/* 5km2 is no km, 3max no m: a symbol in Latin letters ends where the letters and digits end. */
static bool symbol_ends(const uint16_t *letters, size_t end) {
    return letters[end - 1] >= 0x80 || !is_latin(letters[end - 1]) || !(is_latin(letters[end]) || ascii_digit(letters[end]));
}

/* The bytes where the numeral, the unit and what is behind it start; the text ends where no more is to be asked about. */
struct unit_place {
    slice  text;
    size_t numeral, start, end;
    bool   twins; /* it is in traditional characters */
};

static const struct unit_row *row_among(const struct unit_row *rows, enum unit_part part, const struct unit_place *at) {
    for (; rows; rows = rows->next)
        if (rows->part == part && (at->twins || !rows->near.twins) &&
            neighbours_hold(&rows->near, at->text, at->numeral, at->start, at->end))
            return rows;
    return NULL;
}

enum { MOST_HITS = 16 }; /* surfaces that start at one place */

/* The longest row of `part` at character `at`; returns the character behind it, 0 when there is none. */
static size_t row_at(const struct unit_table *units, enum unit_part part, const struct spelling *s, size_t at, size_t numeral,
                     const struct unit_row **out) {
    struct trie_hit hits[MOST_HITS];
    for (size_t i = trie_hits_spelt(&units->trie, s->letters + at, hits, MOST_HITS); i-- > 0;) {
        size_t end = at + hits[i].size;
        if (!symbol_ends(s->letters, end)) continue;
        *out = row_among(units->behind - hits[i].value, part,
                         &(struct unit_place){s->text, s->at[numeral], s->at[at], s->at[end], s->twins || s->rewritten});
        if (*out) return end;
    }
    return 0;
}

/* 辆（艘、架、列）次 → 辆次, consumed to its end; 0 when the text at `end` goes on in another way. */
SELDOM static size_t bracketed(const struct unit_table *units, const struct spelling *s, size_t end,
                               const struct unit_row **row) {
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
    const struct unit_row *found;
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

const struct unit *unit_per(const struct unit_table *table, const struct unit *top, const struct unit *bottom,
                            struct arena *arena) {
    slice              name = arena_format(arena, "%.*s/%.*s", SLICE_ARG(top->canonical), SLICE_ARG(bottom->canonical));
    const struct unit *known = units_find(table, name);
    if (known) return known;
    struct unit *unit = arena_new(arena, sizeof *unit);
    struct ratio below = factor_of(bottom);
    *unit = *top;
    unit->model = unit->year = unit->any = false; /* 元/吨 is no 元 */
    unit_factor_set(unit, ratio_multiply(factor_of(top), (struct ratio){below.denominator, below.numerator}));
    unit->canonical = unit->surface = name;
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
    unit_factor_set(out, ratio_multiply(factor_of(unit), scale->factor));
    out->canonical = arena_format(arena, "%.*s%.*s", SLICE_ARG(scale->canonical), SLICE_ARG(unit->canonical));
    return out;
}

static size_t each_scan(const struct unit_table *units, const struct spelling *s, size_t at, size_t numeral,
                        struct arena *arena, const struct unit **out) {
    const struct unit_row *link, *scale, *bottom;
    size_t                 from = row_at(units, PART_JOIN, s, at, numeral, &link);
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

/* 50千米每小时, 8元/万千瓦时: makes one unit of `*out` and the second, perhaps with a scale word. 3次每次2人 is no unit, nor is
 * 12%每周锻炼, 1人每年奖励5000元, 80至89周岁每人50元: a percentage is of persons, persons are none of a time, and ages of
 * nobody. */
SELDOM static size_t joined(const struct unit_table *units, const struct spelling *s, size_t end, size_t numeral,
                            struct arena *arena, const struct unit **out) {
    const struct unit *bottom = NULL;
    bool               han = s->letters[end] >= 0x80;
    if (((*out)->class == UNIT_PERCENT || (*out)->class == UNIT_AGE) && han) return 0;
    size_t behind = each_scan(units, s, end, numeral, arena, &bottom);
    bool   timeless = (*out)->class == UNIT_PERSON || (*out)->class == UNIT_TIME; /* 连续14年每月|捐款500元 */
    if (behind && timeless && (bottom->class == UNIT_TIME || bottom->class == UNIT_ORDINAL) && han) return 0;
    if (behind == 0 || slice_equal((*out)->canonical, bottom->canonical)) return 0;
    *out = unit_per(units, *out, bottom, arena);
    return behind;
}

/* Any unit: the longest of several, one in brackets, two that are joined. */
APART static size_t unit_scan_any(const struct unit_table *table, const struct spelling *s, size_t at, size_t numeral,
                                  struct arena *arena, const struct unit **out) {
    const struct unit_row *row;
    size_t                 end = row_at(table, PART_UNIT, s, at, numeral, &row), more;
    if (end == 0) return 0;
    if ((s->letters[end] == '(' || s->letters[end] == table->open) && (more = bracketed(table, s, end, &row)) > 0) end = more;
    *out = &row->unit;
    if (table->alphabet->marks[s->letters[end]] & MARK_EACH && (more = joined(table, s, end, numeral, arena, out)) > 0)
        end = more;
    return end - at;
}

/* A longer unit may stand where one of the first letter does: 个|月, 元|/. */
static inline bool may_go_on(const struct unit_table *table, uint32_t letter, uint32_t next) {
    struct trie_node node = trie_first(&table->trie, letter);
    return table->alphabet->marks[next] & MARK_UNIT_MORE || trie_next(&table->trie, &node, next);
}

/* In every reading. */
static bool counts_things(const struct unit_row *row) {
    static const bool counts[UNIT_CLASSES] = {
        [UNIT_MEASURE_WORD] = true, [UNIT_PERSON] = true, [UNIT_ORDINAL] = true, [UNIT_PHYSICAL] = true, [UNIT_MONEY] = true};
    while (row && (row->part != PART_UNIT || counts[row->unit.class])) row = row->next;
    return !row;
}

bool unit_step(const struct unit_table *table, struct trie_node *node, uint32_t letter, enum unit_told *told) {
    if (!node->value && !node->behind)
        *node = trie_first(&table->trie, letter);
    else if (!trie_next(&table->trie, node, letter))
        return false;
    *told = !node->value ? UNIT_NONE : counts_things(table->behind - node->value) ? UNIT_COUNTS : UNIT_UNTOLD;
    return node->value || node->behind;
}

bool unit_orders(const struct unit_table *table, slice text, size_t numeral, size_t at, uint32_t letter, uint32_t next) {
    const struct unit_row *row = table->alone[letter];
    bool                   read = false;
    if (!row || may_go_on(table, letter, next)) return false;
    for (const size_t end = at + utf8_size((unsigned char)text.ptr[at]); row; row = row->next) {
        if (row->part == PART_UNIT && row->unit.class != UNIT_MEASURE_WORD && row->unit.class != UNIT_ORDINAL) return false;
        read |= row->part == PART_UNIT && !row->near.twins && neighbours_open(&row->near, text, numeral, end);
    }
    return read;
}

size_t unit_scan_at(const struct unit_table *table, const struct spelling *s, size_t at, size_t numeral, struct arena *arena,
                    const struct unit **out) {
    const uint16_t *letters = s->letters + at;
    if (!(table->alphabet->marks[letters[0]] & MARK_UNIT)) return 0;
    const struct unit_row *row = table->alone[letters[0]]; /* 313|起 */
    if (!row || may_go_on(table, letters[0], letters[1])) return unit_scan_any(table, s, at, numeral, arena, out);
    if (!neighbours_open(&row->near, s->text, s->at[numeral], s->at[at + 1])) {
        row = row_among(row, PART_UNIT,
                        &(struct unit_place){s->text, s->at[numeral], s->at[at], s->at[at + 1], s->twins || s->rewritten});
        if (!row) return 0;
    }
    *out = &row->unit;
    return 1;
}

size_t unit_scan_before(const struct unit_table *table, const struct spelling *s, size_t end, size_t floor,
                        const struct unit **out) {
    struct trie_hit hits[MOST_HITS];
    if (end == 0 || !(table->alphabet->marks[s->letters[end - 1]] & MARK_PREFIX)) return 0;
    slice head = slice_sub(s->text, 0, s->at[end]);
    for (size_t i = trie_hits_back_spelt(&table->prefixes, s->letters + end, end, hits, MOST_HITS); i-- > 0;) {
        size_t at = end - hits[i].size;
        if (s->at[at] < floor) continue;
        const struct unit_row *row =
            row_among(table->behind - hits[i].value, PART_PREFIX,
                      &(struct unit_place){head, s->at[at], s->at[at], s->at[end], s->twins || s->rewritten});
        if (!row) continue;
        *out = &row->unit;
        return hits[i].size;
    }
    return 0;
}

size_t unit_scan_prefix(const struct unit_table *table, const struct spelling *s, size_t at, const struct unit **out) {
    const struct unit_row *row;
    size_t                 end = row_at(table, PART_PREFIX, s, at, at, &row);
    if (end == 0) return 0;
    *out = &row->unit;
    return end - at;
}
