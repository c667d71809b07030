/* The counts of one report as horizontal bars, one unit a chart, the longest on top: 通山县委 2020年，单位：起. Growth
 * (增长5.3%， 下降两成) becomes bars to both sides of zero, percent and 百分点 apart; one figure of one year over bodies is the
 * same picture. */
#include "plots/kinds.h"
#include "plots/text.h"

#include "extract/base/banned.h"

enum { MOST_BARS = 60, AUTO_UNITS = 6, LEAST_BARS = 3 };

struct row {
    struct bar          bar;
    decimal             value;
    const struct claim *claim;
};

static int by_value(const void *a, const void *b) {
    const struct row *x = a, *y = b;
    int               order = decimal_compare(y->value, x->value);
    if (order) return order;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

/* The row of a claim under `name`. */
static struct row row_of(const struct claim *c, decimal value, slice name, slice unit, struct arena *arena) {
    struct row r = {.claim = c, .value = claim_signed(c, value)};
    r.bar = (struct bar){.name = name,
                         .text = quantity_text(c, value, unit, true, arena),
                         .value = decimal_double(r.value),
                         .approximate = is_approximate(c)};
    if (!c->value.present && c->low.present && c->high.present) {
        double sign = r.value.negative ? -1 : 1, low = decimal_double(c->low), high = decimal_double(c->high);
        r.bar.low = sign < 0 ? -high : low;
        r.bar.high = sign < 0 ? -low : high;
    }
    return r;
}

/* Sorted, cut to what one chart holds. Returns how many are left. */
static size_t sorted_bars(struct row *rows, size_t n, struct bar *bars) {
    qsort(rows, n, sizeof *rows, by_value);
    if (n > MOST_BARS) n = MOST_BARS;
    for (size_t i = 0; i < n; i++) bars[i] = rows[i].bar;
    return n;
}

/* 处置网络舆情313起，宣传宣讲≥1500场次 */
static slice told(const struct bar *bars, size_t n, struct arena *arena) {
    slice out = SLICE_LIT("条形图。");
    for (size_t i = 0; i < n; i++)
        out = arena_format(arena, "%.*s%s%.*s%.*s", SLICE_ARG(out), i ? "，" : "", SLICE_ARG(bars[i].name),
                           SLICE_ARG(bars[i].text));
    return arena_format(arena, "%.*s。", SLICE_ARG(out));
}

static void draw_rows(struct desk *desk, struct row *rows, size_t n, struct bar_chart *chart, struct drawing *d) {
    struct bar *bars = ARENA_ARRAY(desk->arena, struct bar, n);
    size_t      kept = sorted_bars(rows, n, bars);
    if (kept < n) chart->note = arena_format(desk->arena, "最大的%zu项，另有%zu项未列", kept, n - kept);
    chart->bars = bars;
    chart->count = kept;
    chart->title = desk_title(desk, chart->title);
    chart->desc = told(bars, kept, desk->arena);
    rows_draw(desk, d, chart);
}

/* The same figure said twice is one bar. */
static bool is_repeated(const struct row *rows, size_t n, const struct claim *c) {
    for (size_t i = 0; i < n; i++)
        if (slice_equal(rows[i].claim->metric, c->metric) && rows[i].value.present &&
            decimal_compare(rows[i].value, claim_signed(c, c->value)) == 0)
            return true;
    return false;
}

/* All the report's rows of one kind and unit. */
static size_t rows_of(const struct report *r, enum kind kind, slice unit, struct row *rows, struct arena *arena) {
    size_t n = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if (c->kind != kind || !slice_equal(c->unit, unit) || !is_current(r, c) || c->metric.len == 0 ||
            is_repeated(rows, n, c))
            continue;
        rows[n++] = row_of(c, c->value, text_plain(c->metric, arena), unit, arena);
    }
    return n;
}

static slice when(int year, struct arena *arena) { return year ? arena_format(arena, "%d年", year) : SLICE_NONE; }

static void draw_report(struct desk *desk, const struct report *r, enum kind kind, slice unit, struct row *rows, size_t n) {
    struct arena   *arena = desk->arena;
    bool            growth = kind != KIND_LEVEL;
    slice           body = text_plain(r->body, arena), year = when(r->year, arena), plain = text_plain(unit, arena);
    struct drawing *d =
        desk_new(desk, growth ? "增减" : "条形", body.len ? body : document_label(r->document, arena), year, unit);
    struct bar_chart chart = {.source = source_label(&r->document, 1, arena), .diverging = growth};
    const char *what = kind == KIND_GROWTH ? "各项指标增速" : kind == KIND_CHANGE ? "各项指标变化" : "各项数量";
    slice       who = body.len ? body : arena_format(arena, "%.*s：", SLICE_ARG(document_label(r->document, arena)));
    chart.title = arena_format(arena, "%.*s%.*s%s%s%.*s%s", SLICE_ARG(who), SLICE_ARG(year), what, plain.len ? "（单位：" : "",
                               SLICE_ARG(plain), plain.len ? "）" : "");
    draw_rows(desk, rows, n, &chart, d);
}

/* The units of a report's figures of one kind, those with most rows first; ties in text order. */
static size_t units_of(const struct report *r, enum kind kind, slice *units, size_t *counts) {
    size_t n = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if (c->kind != kind || !is_current(r, c)) continue;
        size_t k = 0;
        while (k < n && !slice_equal(units[k], c->unit)) k++;
        if (k == n) {
            units[n] = c->unit;
            counts[n++] = 0;
        }
        counts[k]++;
    }
    for (size_t i = 1; i < n; i++) /* stable, and short */
        for (size_t k = i; k > 0 && counts[k] > counts[k - 1]; k--) {
            slice  unit = units[k];
            size_t count = counts[k];
            units[k] = units[k - 1], counts[k] = counts[k - 1];
            units[k - 1] = unit, counts[k - 1] = count;
        }
    return n;
}

/* `kind` of every report that is due, a chart for each unit with rows enough. */
static void draw_reports(struct desk *desk, enum kind kind, slice only_unit) {
    struct report *reports;
    size_t         n = reports_find(desk, &reports);
    for (size_t i = 0; i < n; i++) {
        const struct report *r = &reports[i];
        if (!desk->asked && !r->newest) continue;
        slice  *units = ARENA_ARRAY(desk->arena, slice, r->count + 1);
        size_t *counts = ARENA_ARRAY(desk->arena, size_t, r->count + 1), least = desk->asked ? 1 : LEAST_BARS;
        size_t  unit_count = units_of(r, kind, units, counts);
        for (size_t k = 0; k < unit_count && (desk->asked || k < AUTO_UNITS); k++) {
            if (units[k].len == 0 || (only_unit.len && !slice_equal(units[k], only_unit))) continue;
            struct row *rows = ARENA_ARRAY(desk->arena, struct row, counts[k] + 1);
            size_t      found = rows_of(r, kind, units[k], rows, desk->arena);
            if (found >= least)
                draw_report(desk, r, kind, units[k], rows, found);
            else
                desk->skipped++;
        }
    }
}

void bars_draw(struct desk *desk) { draw_reports(desk, KIND_LEVEL, SLICE_NONE); }

void growth_draw(struct desk *desk) {
    draw_reports(desk, KIND_GROWTH, SLICE_LIT("%"));
    draw_reports(desk, KIND_CHANGE, SLICE_LIT("百分点"));
}

/* ---- over bodies --------------------------------------------------------------------------------------------------------- */

static bool is_same_figure(const struct series *a, const struct series *b) {
    return a->status == b->status && a->kind == b->kind && slice_equal(a->key, b->key) && slice_equal(a->unit, b->unit);
}

/* The series of one figure from place `at` on; none when an earlier series began it. */
static size_t figure_series(const struct comparison *c, size_t at, const struct series **out) {
    size_t n = 0;
    for (size_t i = 0; i < at; i++)
        if (is_same_figure(&c->series[i], &c->series[at])) return 0;
    for (size_t i = at; i < c->count; i++)
        if (is_same_figure(&c->series[i], &c->series[at])) out[n++] = &c->series[i];
    return n;
}

enum { MOST_BODIES = 400 };

/* Rows of one figure in `year`: one a body, the first that wins. */
static size_t body_rows(const struct series *const *series, size_t count, int year, struct row *rows, struct arena *arena) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < series[i]->point_count && n < MOST_BODIES; k++) {
            const struct point *p = &series[i]->points[k];
            bool                seen = p->shadowed || p->year != year || !is_drawable(p->claim) || p->claim->body.len == 0;
            for (size_t j = 0; j < n && !seen; j++) seen = slice_equal(rows[j].claim->body, p->claim->body);
            if (!seen) rows[n++] = row_of(p->claim, p->value, text_plain(p->claim->body, arena), series[i]->unit, arena);
        }
    return n;
}

static void draw_bodies(struct desk *desk, const struct series *s, int year, struct row *rows, size_t n) {
    struct arena    *arena = desk->arena;
    slice            metric = metric_label(s->metric, s->kind, arena), *documents = NULL;
    size_t           count = 0, room = 0;
    struct drawing  *d = desk_new(desk, "各地", SLICE_NONE, metric, arena_format(arena, "%.*s%d", SLICE_ARG(s->unit), year));
    struct bar_chart chart = {.diverging = s->kind == KIND_GROWTH || s->kind == KIND_CHANGE};
    for (size_t k = 0; k < n; k++) source_add(&documents, &count, &room, rows[k].claim->document, arena);
    chart.source = source_label(documents, count, arena);
    chart.title = arena_format(arena, "%d年各地%.*s%.*s", year, SLICE_ARG(metric), SLICE_ARG(unit_label(s->unit, 0, arena)));
    draw_rows(desk, rows, n, &chart, d);
}

void bodies_draw(struct desk *desk) {
    const struct comparison *c = desk->comparison;
    struct row              *rows = ARENA_ARRAY(desk->arena, struct row, MOST_BODIES);
    const struct series    **series = ARENA_ARRAY(desk->arena, const struct series *, c->count + 1);
    size_t                   least = desk->asked ? 2 : 3;
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        if (s->status != STATUS_ACTUAL || s->unit.len == 0) continue;
        size_t count = figure_series(c, i, series);
        if (count == 0 || (count == 1 && s->point_count < least)) continue;
        for (int year = c->last_year; year >= c->first_year && year; year--) {
            size_t n = body_rows(series, count, year, rows, desk->arena);
            if (n < least) continue;
            draw_bodies(desk, s, year, rows, n);
            break; /* the newest year that has enough */
        }
    }
}
