/* Two numbers that are the ends of one: 3个到5个 → 3..5 个, 500米到1公里 → 500..1000 米, 20±2℃ → 18..22 ℃. Whether
 * 增加120件|至560件 is one at all is told by what stands between and by their sizes. */
#include "extract/words/quantity.h"

#include "extract/base/banned.h"

/* The end of a range behind its joining word: 5个 in 3个到5个, 零下3度 in 零下5度到零下3度, ￥200 in ￥100到￥200.
 * `*signed_end` says that a sign or a unit stands before its numeral. */
SELDOM static bool far_end(const struct quantity_text *s, size_t at, struct part *p, bool *signed_end) {
    const struct qualifier_row *row;
    const struct unit          *unit = NULL;
    size_t                      size = word_at(s, PLACE_BEFORE, at, at, &row);
    bool negative = size > 0 && row->effect == EFFECT_NEGATIVE, above = size > 0 && row->effect == EFFECT_NONE;
    at += negative || above ? size : unit_scan_prefix(s->v->units, s->text, at, &unit);
    if (!part_scan(s, at, false, p)) return false;
    if (!p->unit) p->unit = p->last = unit;
    part_join(s, p);
    if (negative && p->numeral->value.present) p->numeral->value.negative = !p->numeral->value.negative;
    *signed_end = negative || above || unit;
    return p->numeral->value.present;
}

void range_set(struct part *p, decimal low, decimal high) {
    numeral_bound(p->numeral, low, high);
    p->numeral->value = DECIMAL_NONE;
    p->numeral->qualifier = QUALIFIER_RANGE;
}

/* 20±2℃ is 18 to 22. */
SELDOM static bool spread_join(const struct quantity_text *s, struct part *p, size_t at) {
    struct numeral number;
    struct part    more = {.numeral = &number};
    bool           signed_end;
    if (!far_end(s, at, &more, &signed_end) || signed_end || more.numeral->qualifier != QUALIFIER_EXACT) return false;
    if (p->unit && more.unit != p->unit) return false;
    decimal low = decimal_sub(p->numeral->value, more.numeral->value),
            high = decimal_add(p->numeral->value, more.numeral->value);
    if (!low.present || !high.present || decimal_compare(low, high) >= 0) return false;
    range_set(p, low, high);
    p->unit = more.unit;
    p->end = more.end;
    return true;
}

/* 一个半到两个小时: the unit of the first end is said in full at the second. */
static void unit_fill(struct part *p, const struct unit *far) {
    if (p->unit && far && p->unit->class == UNIT_MEASURE_WORD && slice_starts(far->surface, p->unit->surface)) p->unit = far;
}

/* 增加120件|至560件 is no range: what came to it is a small part of all. 增加10至20件, 提高200元至300元 and 减少8%至10% are. */
static bool goes_onward(const struct part *p, const struct qualifier_row *row, decimal low, decimal high) {
    enum { PART = 3 };
    if (row->effect != EFFECT_ONWARD || !p->unit) return false;
    enum unit_class class = p->unit->class;
    bool amount = class == UNIT_MEASURE_WORD || class == UNIT_PERSON || class == UNIT_MONEY || class == UNIT_PHYSICAL;
    return amount && decimal_compare(decimal_mul(low, decimal_int(PART)), high) < 0;
}

/* 延长两年|至二零二六年: a year behind so many years is no end of theirs. */
static bool runs_into_year(const struct unit *unit, decimal low, decimal high) {
    enum { LONGEST_SPAN = 100, EARLIEST_YEAR = 1800 };
    return unit && unit->year && decimal_compare(low, decimal_int(LONGEST_SPAN)) < 0 &&
           decimal_compare(high, decimal_int(EARLIEST_YEAR)) >= 0;
}

SELDOM bool range_join(const struct quantity_text *s, struct part *p, bool negative) {
    const struct qualifier_row *row, *closing;
    struct numeral              number;
    struct part                 more = {.numeral = &number};
    bool                        signed_end;
    size_t                      at = blanks_end(s, p->end);
    size_t                      size = word_at(s, PLACE_JOIN, at, p->start, &row);
    bool                        between = size > 0 && row->effect == EFFECT_BETWEEN;
    if (size == 0 || !p->numeral->value.present || p->numeral->qualifier != QUALIFIER_EXACT) return false;
    if (row->effect == EFFECT_MIRROR) return spread_join(s, p, blanks_end(s, at + size));
    if (!between && row->effect != EFFECT_RANGE && row->effect != EFFECT_ONWARD) return false;
    if (!far_end(s, blanks_end(s, at + size), &more, &signed_end) || more.numeral->qualifier != QUALIFIER_EXACT) return false;
    size_t close = word_at(s, PLACE_BEHIND, more.end, p->start, &closing);
    bool   closed = close && closing->effect == EFFECT_RANGE;
    if (between && !closed) return false;
    if (!p->unit && more.unit && !between && !negative && !signed_end && !p->numeral->single) return false;
    unit_fill(p, more.unit);
    const struct unit *unit = p->unit ? p->unit : more.unit;
    decimal            low = p->numeral->value, high = unit_converted(more.numeral->value, more.unit, unit);
    if (!high.present && more.unit && p->unit) { /* 500米到1公里 said in 米, 30米到500厘米 not at all */
        low = unit_converted(low, unit, more.unit), high = more.numeral->value, unit = more.unit;
    }
    if (!low.present || !high.present) return false;
    if (negative) low.negative = !low.negative;
    if (runs_into_year(unit, low, high)) return false;
    if (decimal_compare(low, high) >= 0 || (!closed && goes_onward(p, row, low, high))) return false;
    range_set(p, low, high);
    p->unit = unit;
    p->end = more.end;
    return true;
}
