/* A numeral, the unit behind it and the words glued round them become one quantity: 近 700 余平米 → over 700 平方米,
 * 3个到5个 → 3..5 个, 123元1角1分 → 123.11 元, 两个半小时 → 2.5 小时, 2×35万千瓦 → 700000 千瓦. What the quantity is said
 * of, and whether it is a claim at all, is left to the rules. */
#include "extract/qualifier.h"
#include "extract/unit.h"

#include "extract/base/banned.h"

/* One numeral and its unit. */
struct part {
    struct numeral     numeral;
    const struct unit *unit;               /* NULL: none stands there */
    size_t             start, digits, end; /* the numeral is [start, digits), with its unit [start, end) */
    int                inside_line;        /* row of the word between the two (700 余平米), 0 when none */
};

struct scan {
    const struct vocabulary *v;
    slice                    text;
    size_t                   floor;
    struct arena            *arena;
    struct quantity         *out;
};

/* What was found to the left and to the right; EFFECTS where nothing was. */
struct glued {
    enum effect before, behind;
    int         before_line, behind_line;
    bool        negative, ordinal;
    size_t      start;
};

static bool sets_bounds(enum effect effect) { return effect <= EFFECT_UNDER; }

static enum qualifier qualifier_of(enum effect effect) {
    static const enum qualifier qualifiers[] = {QUALIFIER_ABOUT, QUALIFIER_NEARLY, QUALIFIER_OVER, QUALIFIER_UNDER};
    return sets_bounds(effect) ? qualifiers[effect] : QUALIFIER_EXACT;
}

static bool plain(const struct numeral *n) {
    return n->value.present && n->qualifier == QUALIFIER_EXACT && (n->form == NUMERAL_DIGITS || n->form == NUMERAL_HAN);
}

/* 700 余平米, 3 多亩: the word stands apart from the numeral, else numeral_scan has it. */
static void inside_scan(const struct scan *s, struct part *p) {
    const struct qualifier_row *row;
    size_t                      at = p->end + blanks_at(s->text, p->end);
    size_t                      size = qualifier_at(s->v->qualifiers, PLACE_INSIDE, s->text, at, p->start, &row);
    if (size == 0 || !sets_bounds(row->effect) || !p->numeral.value.present) return;
    p->numeral.qualifier = qualifier_of(row->effect);
    if (row->effect == EFFECT_OVER) p->numeral.low = p->numeral.value;
    p->inside_line = row->line;
    p->end = at + size;
}

/* The unit's place in 第2名 is asked behind 第, so that 名 knows that it ranks. */
static size_t unit_anchor(const struct scan *s, const struct part *p) {
    const struct qualifier_row *row;
    if (p->numeral.form != NUMERAL_ORDINAL) return p->start;
    size_t size = qualifier_at(s->v->qualifiers, PLACE_BEFORE, s->text, p->start, p->start, &row);
    return p->start + (size && row->effect == EFFECT_ORDINAL ? size : 0);
}

static bool part_scan(const struct scan *s, size_t at, struct part *p) {
    *p = (struct part){0};
    size_t used = numeral_scan(s->v->numerals, slice_from(s->text, at), &p->numeral);
    if (used == 0) return false;
    p->start = at;
    p->digits = p->end = at + used;
    if (p->numeral.unit.len > 0) {
        p->unit = units_find(s->v->units, p->numeral.unit);
        return true;
    }
    if (p->numeral.form == NUMERAL_RATIO) return true;
    inside_scan(s, p);
    size_t unit_at = p->end + blanks_at(s->text, p->end);
    size_t size = unit_scan_at(s->v->units, s->text, unit_at, unit_anchor(s, p), s->arena, &p->unit);
    if (size == 0)
        p->unit = NULL;
    else
        p->end = unit_at + size;
    return true;
}

/* 2×35万千瓦: a number without a unit, × and a number with one. */
static void times_join(const struct scan *s, struct part *p) {
    const struct qualifier_row *row;
    struct part                 more;
    if (p->unit || !plain(&p->numeral)) return;
    size_t at = p->end + blanks_at(s->text, p->end);
    size_t size = qualifier_at(s->v->qualifiers, PLACE_JOIN, s->text, at, p->start, &row);
    if (size == 0 || row->effect != EFFECT_TIMES) return;
    at += size + blanks_at(s->text, at + size);
    if (!part_scan(s, at, &more) || !more.unit || more.unit->class != UNIT_PHYSICAL || !plain(&more.numeral)) return;
    if (slice_equal(more.unit->dimension, SLICE_LIT("length"))) return; /* 12×12厘米 is a format */
    decimal product = decimal_mul(p->numeral.value, more.numeral.value);
    if (!product.present) return;
    p->numeral.value = product;
    p->unit = more.unit;
    p->digits = more.digits;
    p->end = more.end;
}

/* 一个半月: what stands behind 半 makes one unit with what stands before it. Returns the byte behind it, 0 if not so. */
static size_t half_inside(const struct scan *s, const struct part *p, size_t behind, const struct unit **unit) {
    char   joined[64];
    slice  head = p->unit->surface;
    size_t tail = s->text.len - behind < 24 ? s->text.len - behind : 24;
    if (tail == 0 || head.len + tail > sizeof joined) return 0;
    memcpy(joined, head.ptr, head.len);
    memcpy(joined + head.len, s->text.ptr + behind, tail);
    while (tail > 0 && behind + tail < s->text.len && ((unsigned char)s->text.ptr[behind + tail] & 0xC0) == 0x80) tail--;
    size_t size = unit_scan(s->v->units, (slice){joined, head.len + tail}, s->arena, unit);
    return size > head.len ? behind + size - head.len : 0;
}

static void half_join(const struct scan *s, struct part *p) {
    static const decimal        half = {5, -1, false, true};
    const struct qualifier_row *row;
    if (!p->unit || !p->numeral.value.present || p->numeral.form > NUMERAL_HAN) return;
    size_t size = qualifier_at(s->v->qualifiers, PLACE_BEHIND, s->text, p->end, p->start, &row);
    if (size == 0 || row->effect != EFFECT_HALF) return;
    const struct unit *unit = p->unit;
    size_t             end = half_inside(s, p, p->end + size, &unit);
    bool counts = p->unit->class == UNIT_MEASURE_WORD || p->unit->class == UNIT_PERSON || p->unit->class >= UNIT_RANK;
    if (end == 0 && counts && !punctuation_at(s->text, p->end + size)) return;
    p->numeral.value = decimal_add(p->numeral.value, half);
    p->unit = unit;
    p->end = end ? end : p->end + size;
}

/* How many powers of ten `ratio` is; -1 when it is no power of ten above 1. */
static int tens(struct ratio ratio) {
    int powers = 0;
    for (; ratio.numerator > 1 && ratio.numerator % 10 == 0; ratio.numerator /= 10) powers++;
    return ratio.numerator == 1 && ratio.denominator == 1 && powers > 0 ? powers : -1;
}

/* How many of `small` are one of `big`, in lowest terms; 0/0 when they do not compare. */
static struct ratio unit_ratio(const struct unit *big, const struct unit *small) {
    struct ratio a = big->factor, b = small->factor, none = {0, 0};
    u128         top, bottom;
    if (!a.numerator || !b.numerator || !slice_equal(big->dimension, small->dimension)) return none;
    if (__builtin_mul_overflow(a.numerator, b.denominator, &top)) return none;
    if (__builtin_mul_overflow(a.denominator, b.numerator, &bottom)) return none;
    u128 p = top, q = bottom;
    while (q != 0) {
        u128 rest = p % q;
        p = q;
        q = rest;
    }
    return (struct ratio){top / p, bottom / p};
}

/* 123元1角1分 is said in the larger unit, for a tenth is exact there; 两年零三个月 in the smaller: 27个月. */
static bool parts_add(struct part *big, const struct part *small) {
    struct ratio ratio = unit_ratio(big->unit, small->unit);
    if (ratio.denominator != 1 || ratio.numerator < 2) return false;
    int     powers = tens(ratio);
    decimal sum = powers > 0 ? decimal_add(big->numeral.value, decimal_shift(small->numeral.value, -powers))
                             : decimal_add(decimal_scale(big->numeral.value, ratio), small->numeral.value);
    if (!sum.present) return false;
    big->numeral.value = sum;
    if (powers <= 0) big->unit = small->unit;
    big->end = small->end;
    return true;
}

static bool has_parts(const struct part *p) {
    static const decimal calendar = {1000, 0, false, true};
    if (!p->unit || !plain(&p->numeral)) return false;
    if (p->unit->class == UNIT_TIME) return decimal_compare(p->numeral.value, calendar) < 0; /* 2019年3个月 is no length */
    return p->unit->class == UNIT_MONEY || p->unit->class == UNIT_PHYSICAL;
}

/* 8分30秒: alone 8分 is a score; before 秒 it is time. */
static void reading_join(const struct scan *s, struct part *p) {
    struct part        more;
    const struct unit *other;
    if (!p->unit || !p->unit->ambiguous || p->unit->factor.numerator || !plain(&p->numeral)) return;
    if (!part_scan(s, p->end, &more) || !more.unit || !has_parts(&more)) return;
    other = units_reading(s->v->units, p->unit->surface, more.unit->dimension);
    if (other && unit_ratio(other, more.unit).numerator > unit_ratio(other, more.unit).denominator) p->unit = other;
}

static void parts_join(const struct scan *s, struct part *p) {
    const struct qualifier_row *row;
    struct part                 more;
    reading_join(s, p);
    const struct unit *last = p->unit;
    while (has_parts(p)) {
        size_t size = qualifier_at(s->v->qualifiers, PLACE_INSIDE, s->text, p->end, p->start, &row);
        size_t at = p->end + (size && row->effect == EFFECT_AND ? size : 0);
        if (!part_scan(s, at, &more) && !(at > p->end && part_scan(s, p->end, &more))) return;
        if (!more.unit || !plain(&more.numeral) || unit_ratio(last, more.unit).numerator < 2) return;
        last = more.unit;
        if (!parts_add(p, &more)) return;
    }
}

/* The digits of 75 in 1米75 as written; 五六 (read as 5 to 6) too. */
static decimal tail_digits(const struct numeral *n, size_t count) {
    if (n->approximate && n->low.present && n->high.present && count == 2)
        return decimal_add(decimal_mul(n->low, decimal_int(10)), n->high);
    return n->scale_end == 0 && plain(n) && n->value.exponent == 0 ? n->value : DECIMAL_NONE;
}

/* 1米75 → 1.75, 五块八 → 5.8: one or two digits, and no unit of their own behind them. */
static void tail_join(const struct scan *s, struct part *p) {
    static const decimal ten = {10, 0, false, true}, hundred = {100, 0, false, true};
    struct part          more;
    if (!p->unit || !p->unit->tail || !plain(&p->numeral) || p->numeral.value.exponent < 0) return;
    if (!part_scan(s, p->end, &more) || more.unit || more.end != more.digits) return;
    size_t  count = utf8_count(slice_sub(s->text, more.start, more.digits));
    decimal digits = tail_digits(&more.numeral, count);
    if (!digits.present || count > 2 || decimal_compare(digits, count == 1 ? ten : hundred) >= 0) return;
    if (more.end < s->text.len && !punctuation_at(s->text, more.end) && (unsigned char)s->text.ptr[more.end] < 0x80) return;
    p->numeral.value = decimal_add(p->numeral.value, decimal_shift(digits, -(int)count));
    p->end = more.end;
}

/* `value` of unit `from`, said in `to`; absent when they do not compare or it would not be exact. */
static decimal converted(decimal value, const struct unit *from, const struct unit *to) {
    if (from == to) return value;
    if (from && to && slice_equal(from->canonical, to->canonical)) return value;
    if (!from || !to) return DECIMAL_NONE;
    struct ratio ratio = unit_ratio(from, to);
    if (ratio.denominator != 1) return DECIMAL_NONE;
    return decimal_mul(value, (decimal){ratio.numerator, 0, false, true});
}

/* The end of a range behind its joining word: 5个 in 3个到5个, 零下3度 in 零下5度到零下3度. */
static bool far_end(const struct scan *s, size_t at, struct part *p) {
    const struct qualifier_row *row;
    size_t                      size = qualifier_at(s->v->qualifiers, PLACE_BEFORE, s->text, at, at, &row);
    bool                        negative = size > 0 && row->effect == EFFECT_NEGATIVE;
    if (!part_scan(s, at + (negative ? size : 0), p)) return false;
    if (negative && p->numeral.value.present) p->numeral.value.negative = !p->numeral.value.negative;
    return p->numeral.value.present;
}

static void range_set(struct part *p, decimal low, decimal high) {
    p->numeral.low = low;
    p->numeral.high = high;
    p->numeral.value = DECIMAL_NONE;
    p->numeral.qualifier = QUALIFIER_RANGE;
}

/* 3个到5个, 5%—8%, 10000与20000之间. The numeral alone has 3—5万 already. `negative` says that of the first end. */
static bool range_join(const struct scan *s, struct part *p, bool negative) {
    const struct qualifier_row *row, *closing;
    struct part                 more;
    size_t                      at = p->end + blanks_at(s->text, p->end);
    size_t                      size = qualifier_at(s->v->qualifiers, PLACE_JOIN, s->text, at, p->start, &row);
    if (size == 0 || row->effect == EFFECT_TIMES || !p->numeral.value.present || p->numeral.qualifier != QUALIFIER_EXACT)
        return false;
    if (!far_end(s, at + size + blanks_at(s->text, at + size), &more) || more.numeral.qualifier != QUALIFIER_EXACT)
        return false;
    bool   between = row->effect == EFFECT_BETWEEN;
    size_t close = qualifier_at(s->v->qualifiers, PLACE_BEHIND, s->text, more.end, p->start, &closing);
    if (between && !(close && closing->effect == EFFECT_RANGE)) return false;
    if (!p->unit && more.unit && !between) return false;
    const struct unit *unit = p->unit ? p->unit : more.unit;
    decimal            low = p->numeral.value, high = converted(more.numeral.value, more.unit, unit);
    if (!high.present && more.unit && p->unit) { /* 500米到1公里 said in 米, 30米到500厘米 not at all */
        low = converted(low, unit, more.unit), high = more.numeral.value, unit = more.unit;
    }
    if (!low.present || !high.present) return false;
    if (negative) low.negative = !low.negative;
    if (decimal_compare(low, high) > 0) return false;
    range_set(p, low, high);
    p->unit = unit;
    p->end = more.end;
    return true;
}

static size_t blanks_before(slice text, size_t at, size_t floor) {
    size_t from = at;
    while (from > floor) {
        size_t size = utf8_size_before(text, from);
        if (from - size < floor || blanks_at(slice_sub(text, 0, from), from - size) != size) break;
        from -= size;
    }
    return at - from;
}

/* The words to the left of the numeral, the nearest first: 第, 零下, ￥, then one of 约 近 超过 不到. */
static void left_scan(const struct scan *s, struct part *p, struct glued *g) {
    const struct qualifier_row *row;
    const struct unit          *unit;
    g->start = p->start;
    for (int i = 0; i < 4; i++) {
        size_t at = g->start - blanks_before(s->text, g->start, s->floor);
        size_t size = qualifier_before(s->v->qualifiers, PLACE_BEFORE, s->text, at, s->floor, &row);
        if (size == 0) {
            size = unit_scan_before(s->v->units, s->text, at, s->floor, &unit);
            if (size == 0 || p->unit) break; /* 人民币5亿元: the unit behind the numeral is enough */
            p->unit = unit;
            g->start = at - size;
            continue;
        }
        if ((row->effect == EFFECT_NEGATIVE && at != g->start) || (row->effect == EFFECT_ORDINAL && at != g->start)) break;
        g->start = at - size;
        g->negative |= row->effect == EFFECT_NEGATIVE;
        g->ordinal |= row->effect == EFFECT_ORDINAL;
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
static void right_scan(const struct scan *s, struct part *p, struct glued *g) {
    const struct qualifier_row *row;
    for (int i = 0; i < 2; i++) {
        size_t at = p->end + blanks_at(s->text, p->end);
        size_t size = qualifier_at(s->v->qualifiers, PLACE_BEHIND, s->text, at, p->start, &row);
        if (size == 0 || row->effect == EFFECT_HALF) return;
        if (row->effect == EFFECT_RANGE && p->numeral.qualifier != QUALIFIER_RANGE) return;
        p->end = at + size;
        if (sets_bounds(row->effect)) g->behind = row->effect, g->behind_line = row->line;
    }
}

static void bounds_set(struct numeral *n, enum qualifier qualifier) {
    n->qualifier = qualifier;
    n->low = qualifier == QUALIFIER_OVER ? n->value : DECIMAL_NONE;
    n->high = qualifier == QUALIFIER_UNDER || qualifier == QUALIFIER_NEARLY ? n->value : DECIMAL_NONE;
}

/* Which word decides: a range stays one; then 以上 and 以内; then what the numeral holds (余); then what stands before. */
static int qualifier_settle(struct part *p, const struct glued *g) {
    struct numeral *n = &p->numeral;
    if (n->qualifier == QUALIFIER_RANGE || !n->value.present) return 0;
    bool firm = g->behind == EFFECT_OVER || g->behind == EFFECT_UNDER;
    if (!firm && n->qualifier != QUALIFIER_EXACT) return p->inside_line;
    bool behind = firm || (sets_bounds(g->behind) && g->before != EFFECT_OVER && g->before != EFFECT_UNDER);
    if (!behind && !sets_bounds(g->before)) return 0;
    bounds_set(n, qualifier_of(behind ? g->behind : g->before));
    return behind ? g->behind_line : g->before_line;
}

static void negate(struct numeral *n) {
    decimal low = n->low;
    if (n->value.present) n->value.negative = !n->value.negative;
    n->low = n->high;
    n->high = low;
    if (n->low.present) n->low.negative = !n->low.negative;
    if (n->high.present) n->high.negative = !n->high.negative;
}

size_t quantity_scan(const struct vocabulary *v, slice text, size_t at, size_t floor, struct arena *arena,
                     struct quantity *out) {
    // cppcheck-suppress ctuuninitvar ; out is only written
    struct scan  s = {v, text, floor < at ? floor : at, arena, out};
    struct glued g = {.before = EFFECTS, .behind = EFFECTS};
    struct part  p;
    if (!part_scan(&s, at, &p)) return 0;
    *out = (struct quantity){0};
    times_join(&s, &p);
    half_join(&s, &p);
    parts_join(&s, &p);
    tail_join(&s, &p);
    left_scan(&s, &p, &g);
    bool range = range_join(&s, &p, g.negative);
    right_scan(&s, &p, &g);
    out->qualifier_line = qualifier_settle(&p, &g);
    if (g.negative && !range) negate(&p.numeral);
    out->numeral = p.numeral;
    out->unit = p.unit;
    out->unit_name = p.unit ? p.unit->canonical : p.numeral.unit.len > 0 ? p.numeral.unit : SLICE_LIT("");
    out->digits = (span){(uint32_t)p.start, (uint32_t)p.digits};
    out->raw = (span){(uint32_t)g.start, (uint32_t)p.end};
    out->ordinal = g.ordinal || p.numeral.form == NUMERAL_ORDINAL;
    out->negative = g.negative || (p.numeral.value.present && p.numeral.value.negative);
    return p.end;
}

decimal quantity_base(const struct quantity *q) {
    if (!q->unit || q->unit->factor.numerator == 0 || !q->numeral.value.present) return DECIMAL_NONE;
    return decimal_scale(q->numeral.value, q->unit->factor);
}
