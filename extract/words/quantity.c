/* A numeral, the unit behind it and the words glued round them become one quantity: 近 700 余平米 → over 700 平方米,
 * 3个到5个 → 3..5 个, 大于5小于10 → 5..10. What the quantity is said of, and whether it is a claim at all, is left to the
 * rules. */
#include "extract/words/quantity.h"

#include "extract/base/banned.h"

/* What was found to the left and to the right; EFFECTS where nothing was. */
struct glued {
    enum effect before, behind;
    int         before_line, behind_line;
    bool        negative, ordinal, number, mirror; /* number: 加 and the like stand beside it */
    size_t      start;
};

enum qualifier qualifier_of(enum effect effect) {
    static const enum qualifier qualifiers[] = {QUALIFIER_ABOUT, QUALIFIER_NEARLY, QUALIFIER_OVER, QUALIFIER_UNDER};
    return sets_bounds(effect) ? qualifiers[effect] : QUALIFIER_EXACT;
}

/* ---- a numeral and its unit ---- */

/* 700 余平米, 3 多亩: the word stands apart from the numeral, else numeral_scan has it. Returns where the unit is to stand. */
SELDOM static size_t inside_scan(const struct quantity_text *s, struct part *p, size_t at) {
    const struct qualifier_row *row;
    size_t                      size = word_at(s, PLACE_INSIDE, at, p->start, &row);
    if (size == 0 || !sets_bounds(row->effect) || !p->numeral->value.present) return at;
    inside_set(p->numeral, row->effect);
    p->inside_line = row->line;
    p->end = at + size;
    return blanks_end(s, p->end);
}

/* The unit's place in 第2名 is asked behind 第, so that 名 knows that it ranks. */
static size_t unit_anchor(const struct quantity_text *s, const struct part *p) {
    const struct qualifier_row *row;
    if (p->numeral->form != NUMERAL_ORDINAL) return p->start;
    size_t size = word_at(s, PLACE_BEFORE, p->start, p->start, &row);
    return p->start + (size && row->effect == EFFECT_ORDINAL ? size : 0);
}

/* 两番 is four times, to the digit; of 1.5番 nobody can say that. */
static decimal doubled(decimal times) {
    enum { MOST_DOUBLINGS = 126 }; /* 2^126 has 38 digits */
    bool whole = times.present && !times.negative && times.exponent == 0 && times.coefficient <= MOST_DOUBLINGS;
    return whole ? (decimal){(u128)1 << (int)times.coefficient, 0, false, true} : DECIMAL_NONE;
}

/* 两打 is 24个 and 翻两番 four times: the unit's row says what one of it is worth. */
SELDOM static void fold(struct part *p) {
    struct numeral *n = p->numeral;
    decimal         one = p->unit->fold, low = numeral_low(n), high = numeral_high(n);
    bool            doubles = p->unit->doubles;
    n->value = doubles ? doubled(n->value) : decimal_mul(n->value, one);
    if (n->bounded)
        numeral_bound(n, doubles ? doubled(low) : decimal_mul(low, one), doubles ? doubled(high) : decimal_mul(high, one));
    if (n->divided) n->exactly.top = doubles ? DECIMAL_NONE : decimal_mul(n->exactly.top, one);
    n->divided = n->divided && n->exactly.top.present;
}

/* The numeral's last character is a unit here, and the numeral ends before it: 兆 in 宽带300兆, M in 100M光纤, 两 in
 * 三两饺子. */
SELDOM static bool last_is_unit(const struct quantity_text *s, struct part *p) {
    const struct unit *unit;
    struct numeral     shorter;
    size_t             last = p->digits - 1, count = last - p->start;
    size_t             size = unit_scan_at(s->v->units, s->text, last, p->start, s->arena, &unit);
    if (size == 0 || count == 0) return false; /* 兆 by itself */
    uint16_t *head = ARENA_ARRAY(s->arena, uint16_t, count + 1);
    memcpy(head, s->text->letters + p->start, count * sizeof *head);
    if (numeral_scan(s->v->numerals, head, count, false, &shorter) != count) return false;
    *p->numeral = shorter;
    p->unit = p->last = unit;
    p->digits = last;
    p->end = last + size;
    if (unit->folds) fold(p);
    return true;
}

/* The unit at `at` of the numeral that starts at `anchor`. */
static inline void unit_take(const struct quantity_text *s, struct part *p, size_t at, size_t anchor) {
    size_t size = marks_of(s, at) & MARK_UNIT ? unit_scan_at(s->v->units, s->text, at, anchor, s->arena, &p->unit) : 0;
    if (size == 0) return;
    p->end = at + size;
    p->last = p->unit;
    if (p->unit->folds) fold(p);
}

/* 一又二分之一英里, 四分之三小时 and 近半|个月 are amounts; 三分之二人口 is a share. */
SELDOM static void fraction_unit(const struct quantity_text *s, struct part *p) {
    size_t size = unit_scan_at(s->v->units, s->text, p->end, p->start, s->arena, &p->unit);
    bool   mixed = p->numeral->divided &&
                 decimal_compare(p->numeral->exactly.top, (decimal){p->numeral->exactly.bottom, 0, false, true}) > 0;
    bool amount = size > 0 && (p->unit->class == UNIT_PHYSICAL || p->unit->class == UNIT_TIME || p->unit->class == UNIT_MONEY ||
                               (mixed && p->unit->class == UNIT_MEASURE_WORD));
    if (!amount) {
        p->unit = NULL;
        return;
    }
    p->last = p->unit;
    p->numeral->form = NUMERAL_HAN;
    p->numeral->unit = NUMERAL_BARE;
    p->end += size;
    if (p->unit->folds) fold(p);
}

/* Any unit behind any numeral, a word between them perhaps. */
APART static void odd_unit(const struct quantity_text *s, struct part *p) {
    if (p->numeral->unit) {
        if (p->numeral->form == NUMERAL_FRACTION) fraction_unit(s, p);
        if (!p->unit) p->unit = p->last = units_find(s->v->units, numeral_unit_name(p->numeral));
        return;
    }
    if (p->numeral->form == NUMERAL_RATIO) return;
    bool last = p->start + p->numeral->scale_end == p->digits && marks_of(s, p->digits - 1) & MARK_UNIT;
    if (last && last_is_unit(s, p)) return;
    size_t at = blanks_end(s, p->end);
    if (marks_of(s, at) & qualifier_mark(PLACE_INSIDE)) at = inside_scan(s, p, at);
    unit_take(s, p, at, unit_anchor(s, p));
    if (!p->unit && p->numeral->approximate && p->end == p->digits) last_is_unit(s, p);
}

/* Most units stand right behind a plain number. */
static inline void part_unit(const struct quantity_text *s, struct part *p) {
    const struct numeral *n = p->numeral;
    bool                  odd = n->form > NUMERAL_HAN || n->approximate;
    odd |= marks_of(s, p->digits) & (MARK_BLANK | qualifier_mark(PLACE_INSIDE));
    odd |= n->scale_end && marks_of(s, p->digits - 1) & MARK_UNIT; /* 300兆 */
    if (odd)
        odd_unit(s, p);
    else
        unit_take(s, p, p->digits, p->start);
}

static inline bool part_numeral(const struct quantity_text *s, size_t at, bool led, struct part *p) {
    size_t used = numeral_scan(s->v->numerals, s->text->letters + at, s->text->count - at, led, p->numeral);
    p->unit = p->last = NULL;
    p->start = at;
    p->digits = p->end = at + used;
    p->inside_line = 0;
    return used > 0;
}

bool part_scan(const struct quantity_text *s, size_t at, bool led, struct part *p) {
    if (!part_numeral(s, at, led, p)) return false;
    part_unit(s, p);
    return true;
}

void part_join(const struct quantity_text *s, struct part *p) {
    const uint32_t goes_on = MARK_NUMERAL | MARK_HALF | qualifier_mark(PLACE_INSIDE);
    if (!p->unit && marks_of(s, blanks_end(s, p->end)) & MARK_SPANS) times_join(s, p);
    if (!p->unit) return;
    if (marks_of(s, p->end) & goes_on || s->text->letters[p->end] == '.') part_go_on(s, p); /* .5 is a numeral */
}

/* ---- the words round them ---- */

static decimal negative_of(decimal d) {
    d.negative = d.present && !d.negative && !decimal_zero(d);
    return d;
}

/* The first of the blanks that end before `at`. */
static size_t blanks_start(const struct quantity_text *s, size_t at) {
    while (at > 0 && s->text->at[at - 1] >= s->floor && blank_at(s, at - 1)) at--;
    return at;
}

/* A word that belongs to the numeral may end before `at`, blanks between: 超过, not 经过. */
static bool word_ends(const struct quantity_text *s, size_t at) {
    const uint16_t *letters = s->text->letters + at;
    uint32_t        marks = at > 0 ? marks_of(s, at - 1) : 0;
    if (!(marks & (MARK_ENDS_BEFORE | MARK_ENDS_OUTSIDE | MARK_PREFIX | MARK_BLANK))) return false;
    return marks & MARK_BLANK || alphabet_ends(s->v->alphabet, at > 1 ? letters[-2] : 0, letters[-1]);
}

/* The words to the left of the numeral, the nearest first: 第, 零下, ￥, then one of 约 近 超过 不到. */
APART static void left_scan(const struct quantity_text *s, struct part *p, struct glued *g) {
    const struct qualifier_row *row;
    const struct unit          *unit;
    size_t                      at = blanks_start(s, p->start);
    for (int i = 0; i < 4; i++, at = blanks_start(s, g->start)) {
        size_t size = qualifier_before(s->v->qualifiers, PLACE_BEFORE, s->text, at, s->floor, &row);
        if (size == 0) {
            size = unit_scan_before(s->v->units, s->text, at, s->floor, &unit);
            if (size == 0) break;
            if (p->unit) { /* 人民币5亿元 says it twice, in 港币10元 the first says more */
                bool money = p->unit->class == UNIT_MONEY && !slice_equal(p->unit->dimension, unit->dimension);
                if (!money || !p->unit->any) break;
            }
            p->unit = unit;
            g->start = at - size;
            continue;
        }
        if ((row->effect == EFFECT_NEGATIVE && at != g->start) || (row->effect == EFFECT_ORDINAL && at != g->start)) break;
        g->start = at - size;
        g->negative |= row->effect == EFFECT_NEGATIVE;
        g->ordinal |= row->effect == EFFECT_ORDINAL;
        g->mirror |= row->effect == EFFECT_MIRROR;
        if (!sets_bounds(row->effect)) continue;
        g->before = row->effect;
        g->before_line = row->line;
        return;
    }
    if (!qualifier_before(s->v->qualifiers, PLACE_OUTSIDE, s->text, g->start, s->floor, &row)) return;
    g->before = row->effect;
    g->before_line = row->line;
}

/* 以上, 左右, 之间 behind the unit. */
APART static void right_scan(const struct quantity_text *s, struct part *p, struct glued *g) {
    const struct qualifier_row *row;
    for (int i = 0; i < 2; i++) {
        size_t at = blanks_end(s, p->end);
        size_t size = word_at(s, PLACE_BEHIND, at, p->start, &row);
        if (size == 0 || row->effect == EFFECT_HALF) return;
        if (row->effect == EFFECT_NUMBER) {
            g->number = true;
            return;
        }
        if (row->effect == EFFECT_RANGE && p->numeral->qualifier != QUALIFIER_RANGE) return;
        p->end = at + size;
        if (sets_bounds(row->effect)) g->behind = row->effect, g->behind_line = row->line;
    }
}

SELDOM static void bounds_set(struct numeral *n, enum qualifier qualifier) {
    n->qualifier = qualifier;
    numeral_bound_by(n, qualifier);
}

/* Which word decides: a range stays one; then 以上 and 以内; then what the numeral holds (余); then what stands before; then
 * 左右. */
static int qualifier_settle(struct part *p, const struct glued *g) {
    struct numeral *n = p->numeral;
    bool            bounds = n->value.present || n->form == NUMERAL_RATIO; /* 1:1.1以内 */
    if (n->qualifier == QUALIFIER_RANGE || !bounds) return 0;
    bool firm = g->behind == EFFECT_OVER || g->behind == EFFECT_UNDER;
    if (!firm && n->qualifier != QUALIFIER_EXACT) return p->inside_line;
    if (!sets_bounds(g->before) && !sets_bounds(g->behind)) return 0;
    bool behind = firm || !sets_bounds(g->before); /* 近一半左右 is nearly */
    bounds_set(n, qualifier_of(behind ? g->behind : g->before));
    return behind ? g->behind_line : g->before_line;
}

SELDOM static void negate(struct numeral *n) {
    decimal low = numeral_high(n), high = numeral_low(n);
    if (n->value.present) n->value.negative = !n->value.negative;
    if (n->divided) n->exactly.top.negative = !n->exactly.top.negative;
    if (low.present) low.negative = !low.negative;
    if (high.present) high.negative = !high.negative;
    numeral_bound(n, low, high);
}

/* What belongs to the part on either side; `*line` is the row of qualifiers.tsv that decided. */
static void part_round(const struct quantity_text *s, struct part *p, struct glued *g, int *line) {
    *g = (struct glued){.before = EFFECTS, .behind = EFFECTS, .start = p->start};
    part_join(s, p);
    if (word_ends(s, p->start)) left_scan(s, p, g);
    uint32_t behind = marks_of(s, blanks_end(s, p->end));
    bool     range = behind & MARK_SPANS && range_join(s, p, g->negative);
    if (range || behind & qualifier_mark(PLACE_BEHIND)) right_scan(s, p, g);
    *line = qualifier_settle(p, g);
    if (g->negative && !range) negate(p->numeral);
    if (g->mirror && p->numeral->value.present) range_set(p, negative_of(p->numeral->value), p->numeral->value);
}

/* Nothing on either side belongs to it, as most: 新增就业1206万人。 */
static inline bool stands_alone(const struct quantity_text *s, const struct part *p) {
    const uint32_t more = MARK_NUMERAL | MARK_HALF | MARK_SPANS | MARK_BLANK,
                   word = qualifier_mark(PLACE_INSIDE) | qualifier_mark(PLACE_BEHIND);
    const uint16_t *behind = s->text->letters + p->end;
    uint32_t        marks = s->v->alphabet->marks[behind[0]];
    return !(marks & more || (marks & word && alphabet_heads(s->v->alphabet, behind[0], behind[1])) || behind[0] == '.' ||
             word_ends(s, p->start));
}

static bool is_bound(const struct glued *g) {
    return g->before == EFFECT_OVER || g->before == EFFECT_UNDER || g->behind == EFFECT_OVER || g->behind == EFFECT_UNDER;
}

/* The character behind all words that may stand between two bounds, 且 in 大于5且小于10. */
static size_t both_end(const struct quantity_text *s, size_t at, size_t start) {
    const struct qualifier_row *row;
    for (size_t size; (size = word_at(s, PLACE_JOIN, at, start, &row)) > 0; at += size)
        if (row->effect != EFFECT_BOTH && row->effect != EFFECT_BETWEEN) break;
    return at;
}

/* The character where the numeral starts whose qualifiers start at `at`. */
static size_t bound_numeral(const struct quantity_text *s, size_t at) {
    const struct qualifier_row *row;
    for (size_t size = 1; size > 0; at += size) {
        size = word_at(s, PLACE_BEFORE, at, at, &row);
        if (size == 0) size = word_at(s, PLACE_OUTSIDE, at, at, &row);
    }
    return at;
}

/* 大于5小于10, 18岁以上60岁以下: a lower and an upper bound of one thing make a range. */
SELDOM static void bounds_join(const struct quantity_text *s, struct part *p) {
    struct numeral       number;
    struct part          more = {.numeral = &number};
    struct glued         around;
    int                  line;
    struct quantity_text behind = *s;
    enum qualifier       first = p->numeral->qualifier;
    if (first != QUALIFIER_OVER && first != QUALIFIER_UNDER) return;
    size_t         from = both_end(s, p->end, p->start);
    const uint32_t bound = MARK_NUMERAL | qualifier_mark(PLACE_BEFORE) | qualifier_mark(PLACE_OUTSIDE);
    if (!(marks_of(s, from) & bound) && s->text->letters[from] != '.') return;
    const struct qualifier_row *row; /* 最高92分，|最低58分 are two; 最低3000元，最高5000元 is from the one to the other */
    if (first == QUALIFIER_UNDER && !word_at(s, PLACE_BEFORE, from, from, &row) && word_at(s, PLACE_OUTSIDE, from, from, &row))
        return;
    behind.floor = s->text->at[from];
    if (!part_scan(&behind, bound_numeral(s, from), false, &more)) return;
    part_round(&behind, &more, &around, &line);
    if (!is_bound(&around)) return;
    if (more.numeral->qualifier != (first == QUALIFIER_OVER ? QUALIFIER_UNDER : QUALIFIER_OVER)) return;
    const struct unit *unit = p->unit ? p->unit : more.unit;
    decimal            one = p->numeral->value, other = unit_converted(more.numeral->value, more.unit ? more.unit : unit, unit);
    if (!one.present || !other.present) return;
    bool ascends = first == QUALIFIER_OVER;
    if (decimal_compare(ascends ? one : other, ascends ? other : one) >= 0) return;
    range_set(p, ascends ? one : other, ascends ? other : one);
    p->unit = unit;
    p->end = more.end;
}

/* A number that goes on behind what is spelt says nothing, and what is left of it is no number of its own. */
SELDOM static void overrun(const struct quantity_text *s, struct quantity *q) {
    struct spelling more;
    struct numeral  n;
    size_t          size, end = q->digits.end;
    do {
        spell(&more, s->v->alphabet, s->text->text, end);
        end = more.at[size = numeral_scan(s->v->numerals, more.letters, more.count, true, &n)];
    } while (size == more.count && !more.whole);
    q->numeral = (struct numeral){.form = q->numeral.form, .too_long = true};
    q->digits.end = q->raw.end = (uint32_t)end;
}

APART static void quantity_round(const struct quantity_text *s, struct part *p, struct quantity *q) {
    struct glued g;
    part_round(s, p, &g, &q->qualifier_line);
    if (is_bound(&g)) bounds_join(s, p);
    q->raw.start = s->text->at[g.start];
    q->ordinal = g.ordinal;
    q->said = g.number || g.before == EFFECT_NUMBER;
    q->code = g.before == EFFECT_CODE;
    q->article = g.before == EFFECT_ARTICLE;
    q->negative = g.negative;
}

/* Told without reading it: a date or a word that goes on behind it has the numeral at `at`. */
SELDOM static bool ends_before(const struct quantity_text *s, size_t at, size_t byte) {
    size_t reach = 1; /* letters up to there */
    while (at + reach < s->text->count && s->text->at[at + reach] < byte) reach++;
    return numeral_most(s->v->numerals, s->text->letters + at, reach) < reach;
}

/* 近|千米 is of 1000 米, where a bare 千米 is a unit. */
SELDOM static bool place_scan(const struct quantity_text *s, size_t at, struct part *p) {
    const struct qualifier_row *row;
    if (!numeral_heads_unit(s->v->numerals, s->text->letters + at) || !word_ends(s, at)) return false;
    size_t size = qualifier_before(s->v->qualifiers, PLACE_BEFORE, s->text, blanks_start(s, at), s->floor, &row);
    return size && sets_bounds(row->effect) && part_numeral(s, at, true, p);
}

size_t quantity_scan(const struct quantity_text *s, size_t at, size_t beyond, struct quantity *out) {
    const struct spelling *text = s->text;
    struct part            p;
    p.numeral = &out->numeral;
    if (beyond && ends_before(s, at, beyond)) return 0;
    if (!(part_numeral(s, at, false, &p) || place_scan(s, at, &p)) || text->at[p.digits] < beyond) return 0;
    part_unit(s, &p);
    out->raw.start = text->at[at];
    out->ordinal = out->said = out->code = out->article = out->negative = false;
    out->qualifier_line = p.inside_line;
    if (!stands_alone(s, &p)) quantity_round(s, &p, out);
    out->raw.end = text->at[p.end];
    out->digits = (span){text->at[at], text->at[p.digits]};
    out->unit = p.unit;
    out->unit_name = p.unit ? p.unit->canonical : numeral_unit_name(p.numeral);
    out->ordinal |= p.numeral->form == NUMERAL_ORDINAL;
    out->negative |= p.numeral->value.present && p.numeral->value.negative;
    if (p.digits == text->count && !text->whole) overrun(s, out);
    return out->raw.end;
}

bool quantity_whole(const struct vocabulary *v, slice text, struct arena *arena, struct quantity *out) {
    enum { MOST_BEFORE = 4 }; /* letters: 不超过|300 */
    struct spelling      spelling;
    struct quantity_text s = {v, &spelling, 0, arena};
    spell(&spelling, v->alphabet, text, 0);
    for (size_t at = 0; at < spelling.count && at <= MOST_BEFORE; at++)
        if (quantity_scan(&s, at, 0, out) == text.len && out->raw.start == 0) return true;
    return false;
}

/* The power of ten that the scale words of a number make of its digits, 4 of 1,234万; -1 of 1亿2000万, which is none. */
static int scale_of(const struct numeral *n, slice digits) {
    u128    bare = 0;
    int     places = 0;
    bool    point = false;
    decimal value = n->value;
    for (size_t i = 0; i < digits.len && strchr("0123456789., ", digits.ptr[i]); i++) {
        point |= digits.ptr[i] == '.';
        if (!ascii_digit(digits.ptr[i])) continue;
        bare = bare * 10 + (u128)(digits.ptr[i] - '0');
        places += point;
    }
    int power = value.exponent + places;
    for (; bare && value.coefficient > bare && value.coefficient % 10 == 0; power++) value.coefficient /= 10;
    return value.present && value.coefficient == bare && power >= 0 ? power : -1;
}

bool quantity_scale(struct quantity *q, const struct quantity *model, slice text) {
    const struct numeral *n = &model->numeral;
    bool                  digits = n->form == NUMERAL_DIGITS && n->value.present;
    int                   power = digits ? scale_of(n, slice_span(text, model->digits)) : n->scale_end ? -1 : 0;
    if (power <= 0) return power == 0;
    decimal value = decimal_shift(q->numeral.value, power);
    if (!value.present || q->numeral.form != NUMERAL_DIGITS) return false;
    q->numeral.value = value;
    numeral_bound_as(&q->numeral, &q->numeral);
    return true;
}

decimal quantity_base(const struct quantity *q) {
    const struct numeral *n = &q->numeral;
    if (!q->unit || !n->value.present) return DECIMAL_NONE;
    if (q->unit->tens && !n->divided) return decimal_shift(n->value, q->unit->power);
    if (q->unit->factor.numerator == 0) return DECIMAL_NONE;
    return n->divided ? numeral_fraction(n, q->unit->factor) : decimal_scale(n->value, q->unit->factor);
}
