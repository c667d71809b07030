/* Two years of a series become a change: 1200 and 1500余 are +300, at least +25 %; 96.1% and 98.6% are +2.5 points; a base of
 * zero has no percentage. Exact throughout. Leaves alone how the change is laid out (series/table.c). */
#include "export/series/change.h"
#include "export/series/span.h"

#include "export/table/column_texts.h"

#include "extract/base/banned.h"

const struct point *series_point(const struct series *s, int year) {
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        if (p->year == year && !p->shadowed) return p;
    }
    return NULL;
}

/* Series of one figure stand together: those before and behind `s` are looked at, as long as they are of it. */
const struct series *series_beside(const struct comparison *c, const struct series *s, enum kind kind, enum status status) {
    for (int step = -1; step <= 1; step += 2)
        for (size_t k = (size_t)(s - c->series) + (size_t)step; k < c->count; k += (size_t)step) {
            const struct series *t = &c->series[k];
            if (!slice_equal(t->figure, s->figure)) break;
            bool unit = kind != s->kind || slice_equal(t->unit, s->unit);
            if (t->kind == kind && t->status == status && slice_equal(t->span, s->span) && unit) return t;
        }
    return NULL;
}

/* What a figure may be: 1500余 is 1500 or more, 约1500 is near it. Absent: no bound on that side. */
struct interval {
    decimal low, high;
    bool    about;
};

static struct interval interval_of(const struct point *p) {
    const struct claim *c = p->claim;
    struct interval     i = {p->value, p->value, false};
    bool                down = c->direction == DIRECTION_DOWN && (p->value.negative || !p->value.present);
    switch (c->qualifier) {
    case QUALIFIER_EXACT: return i;
    case QUALIFIER_ABOUT: i.about = true; return i;
    case QUALIFIER_NEARLY:
    case QUALIFIER_UNDER: i = (struct interval){DECIMAL_NONE, p->value, false}; break;
    case QUALIFIER_OVER: i = (struct interval){p->value, DECIMAL_NONE, false}; break;
    case QUALIFIER_RANGE:
        i = (struct interval){down ? decimal_negated(c->high) : c->low, down ? decimal_negated(c->low) : c->high, false};
        return i;
    }
    if (down) i = (struct interval){i.high, i.low, false}; /* 下降超过3% is at most -3 */
    return i;
}

/* (b - a) / |a| in percent, two places. */
static decimal percent_of(decimal a, decimal b) {
    if (!a.present || !b.present || decimal_zero(a)) return DECIMAL_NONE;
    return decimal_round(decimal_shift(decimal_div(decimal_sub(b, a), decimal_magnitude(a), 18), 2), 2);
}

static decimal rounded_product(decimal a, decimal b) { return decimal_div(decimal_mul(a, b), decimal_int(1), 18); }

static decimal power(decimal base, int n) {
    decimal result = decimal_int(1);
    for (int i = 0; i < n; i++) result = rounded_product(result, base);
    return result;
}

/* The root is found by halving whole hundredths of a percent: no binary fraction on the way. */
decimal yearly_growth(decimal a, decimal b, int n) {
    if (!a.present || !b.present || n < 2 || n > 100 || a.negative || b.negative || decimal_zero(a) || decimal_zero(b))
        return DECIMAL_NONE;
    decimal ratio = decimal_div(b, a, 18);
    int64_t low = 0, high = 100 * 100 * 1000; /* a thousandfold a year, in ten-thousandths */
    while (low < high) {                      /* the least r with (r + 1/2)^n above the ratio: r is rounded to the nearest */
        int64_t middle = low + (high - low) / 2;
        decimal grown = power(decimal_shift(decimal_int(middle * 10 + 5), -5), n);
        if (!grown.present || decimal_compare(grown, ratio) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return decimal_shift(decimal_int(low - 10000), -2);
}

static bool has_figure(const struct point *p) {
    return !p->shadowed && (p->value.present || p->claim->low.present || p->claim->high.present);
}

/* The last two years that have a value. */
static bool last_two(const struct series *s, const struct point **a, const struct point **b) {
    *a = *b = NULL;
    for (size_t i = 0; i < s->point_count; i++)
        if (has_figure(&s->points[i])) {
            *a = *b;
            *b = &s->points[i];
        }
    return *a != NULL;
}

static void add_note(struct change *out, slice more, struct arena *arena) {
    out->note = out->note.len ? arena_format(arena, "%.*s; %.*s", SLICE_ARG(out->note), SLICE_ARG(more)) : more;
}

/* How far the bounds let one speak of the change: at least, at most, about, between. */
static const char *bound_note(struct interval a, struct interval b, decimal low, decimal high) {
    if (low.present && high.present) {
        if (decimal_compare(low, high) != 0) return "between change_low and change_high";
        return a.about || b.about ? "about" : "";
    }
    if (!low.present && !high.present) return "about: both figures are bounds";
    return low.present ? "at least" : "at most";
}

static enum qualifier bound_of(struct interval a, struct interval b) {
    decimal low = decimal_sub(b.low, a.high), high = decimal_sub(b.high, a.low);
    if (low.present != high.present) return low.present ? QUALIFIER_OVER : QUALIFIER_UNDER;
    bool exact = low.present && decimal_compare(low, high) == 0 && !a.about && !b.about;
    return exact ? QUALIFIER_EXACT : QUALIFIER_ABOUT;
}

enum qualifier change_bound(const struct point *before, const struct point *after) {
    return bound_of(interval_of(before), interval_of(after));
}

static bool is_positive(decimal d) { return d.present && !d.negative && !decimal_zero(d); }

/* Why there is no percentage of the two, NULL where there may be one. */
static const char *no_percent(decimal a, decimal b) {
    if (a.present && decimal_zero(a)) return "no percentage: base is zero";
    bool turned = a.present && b.present && !decimal_zero(b) && a.negative != b.negative;
    return turned ? "no percentage: sign changes" : NULL;
}

static void fill_percent(struct change *out, const struct point *before, const struct point *after) {
    struct interval ia = interval_of(before), ib = interval_of(after);
    out->percent = percent_of(before->value, after->value);
    bool bounded = out->low.present != out->high.present || (out->low.present && decimal_compare(out->low, out->high) != 0);
    if (bounded && is_positive(ia.high)) out->percent_low = percent_of(ia.high, ib.low);
    if (bounded && is_positive(ia.low)) out->percent_high = percent_of(ia.low, ib.high);
}

static bool is_exact(struct interval i) { return i.low.present && i.high.present && !i.about; }

/* 公布增速 beside the computed one; said when they are more than half a point apart (可比口径, 可比价格) and both figures
 * `exact`. */
static void fill_published(struct change *out, const struct series *s, const struct series *growth, bool exact,
                           const struct column_texts *texts, struct arena *arena) {
    const struct point *p = growth ? series_point(growth, out->to) : NULL;
    if (!p || s->kind != KIND_LEVEL) return;
    out->published = p->value;
    if (s->status == STATUS_TARGET) return; /* a plan counts from what was done, not from the plan before */
    if (!exact || !out->percent.present || out->to - out->from != 1 || !p->value.present ||
        p->claim->qualifier != QUALIFIER_EXACT)
        return;
    decimal gap = decimal_magnitude(decimal_sub(out->percent, p->value));
    if (decimal_compare(decimal_mul(gap, decimal_int(2)), decimal_int(1)) <= 0) return;
    slice said = decimal_text(p->value, arena), computed = decimal_text(out->percent, arena);
    add_note(out,
             arena_format(arena, column_note(texts, "published growth %.*s%%, computed %.*s%%"), SLICE_ARG(said),
                          SLICE_ARG(computed)),
             arena);
}

void change_between(struct change *out, const struct series *s, const struct series *growth, const struct column_texts *texts,
                    struct arena *arena) {
    const struct point *a, *b;
    *out = (struct change){.points = s->in_points};
    if (!last_two(s, &a, &b)) {
        if (s->point_count) out->note = slice_of(column_note(texts, "one year only"));
        return;
    }
    struct interval ia = interval_of(a), ib = interval_of(b);
    out->from = a->year;
    out->to = b->year;
    out->amount = decimal_sub(b->value, a->value);
    out->low = decimal_sub(ib.low, ia.high);
    out->high = decimal_sub(ib.high, ia.low);
    out->bound = bound_of(ia, ib);
    out->note = slice_of(column_note(texts, bound_note(ia, ib, out->low, out->high)));
    if (s->kind == KIND_RANK) return;
    if (a->recounted != b->recounted) {
        slice was = a->claim->unit, is = b->claim->unit;
        add_note(out, arena_format(arena, column_note(texts, "counted in %.*s, then in %.*s"), SLICE_ARG(was), SLICE_ARG(is)),
                 arena);
    }
    if (!out->points) {
        const char *why = no_percent(a->value, b->value);
        if (why) add_note(out, slice_of(column_note(texts, why)), arena);
        if (!why && s->kind != KIND_CHANGE) fill_percent(out, a, b); /* 增加349亿元, 增加422亿元 */
    }
    bool yearly = out->percent.present && !s->span.len; /* not 五年 4200万人, and the next five */
    if (yearly && out->to - out->from > 1) out->average = yearly_growth(a->value, b->value, out->to - out->from);
    if (out->to - out->from > 1)
        add_note(out, arena_format(arena, column_note(texts, "over %d years"), out->to - out->from), arena);
    if (span_years(s->span) > out->to - out->from)
        add_note(out, slice_of(column_note(texts, "the years that they are of overlap")), arena);
    fill_published(out, s, growth, is_exact(ia) && is_exact(ib), texts, arena);
    if (out->low.present && out->high.present && decimal_compare(out->low, out->high) == 0) out->low = out->high = DECIMAL_NONE;
}
