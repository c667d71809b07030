/* The counts of one report as horizontal bars, one unit a chart, the longest on top: 通山县委 2020年，单位：起. Growth
 * (增长5.3%， 下降两成) becomes bars to both sides of zero, percent and 百分点 apart; one figure of one year over bodies is the
 * same picture. */
#include "plots/kinds.h"
#include "plots/text.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { MOST_BARS = 60, AUTO_BARS = 20, AUTO_UNITS = 3, LEAST_BARS = 3, SMALLEST_PART = 300, AUTO_BODIES = 8 };

struct row {
    struct bar          bar;
    decimal             value;
    const struct claim *claim;
    int                 points;
};

static int by_value(const void *a, const void *b) {
    const struct row *x = a, *y = b;
    int               order = decimal_compare(y->value, x->value);
    if (order) return order;
    return ORDER(x->claim, y->claim);
}

/* The row of a claim under `name`. */
static struct row row_of(const struct claim *c, decimal value, slice name, slice unit, struct arena *arena) {
    struct row r = {.claim = c, .value = claim_signed(c, value)};
    r.bar = (struct bar){.name = name,
                         .text = quantity_text(c, value, unit, arena),
                         .value = decimal_double(r.value),
                         .approximate = is_approximate(c)};
    if (!c->value.present && c->low.present && c->high.present) {
        double sign = r.value.negative ? -1 : 1, low = decimal_double(c->low), high = decimal_double(c->high);
        r.bar.low = sign < 0 ? -high : low;
        r.bar.high = sign < 0 ? -low : high;
    }
    return r;
}

static int by_points(const void *a, const void *b) {
    const struct row *x = a, *y = b;
    return x->points != y->points ? y->points - x->points : by_value(a, b);
}

/* 处置网络舆情313起，宣传宣讲≥1500场次 */
static slice told(const struct desk *desk, const struct bar *bars, size_t n) {
    slice out = SLICE_NONE;
    for (size_t i = 0; i < n; i++)
        out = joined_list(desk, "chart.list", out,
                          arena_format(desk->arena, "%.*s%.*s", SLICE_ARG(bars[i].name), SLICE_ARG(bars[i].text)));
    return WORDS_FILL(desk->words, "told.bars", desk->arena, {"rows", out});
}

static double length_of(const struct row *row) { return row->bar.value < 0 ? -row->bar.value : row->bar.value; }

/* When nobody asked for this chart: the most telling figures only, and none that would be no bar beside the longest. Returns
 * how many are left of `n`, at the head of `rows`; `*small`: how many were too small. */
static size_t choose_rows(const struct desk *desk, struct row *rows, size_t n, size_t *small) {
    size_t kept = 0;
    double longest = 0;
    *small = 0;
    qsort(rows, n, sizeof *rows, by_points);
    if (desk->asked) return n;
    while (n && rows[n - 1].points <= TELLS_NOTHING) n--;
    if (n > AUTO_BARS) n = AUTO_BARS;
    for (size_t i = 0; i < n; i++)
        if (length_of(&rows[i]) > longest) longest = length_of(&rows[i]);
    for (size_t i = 0; i < n; i++)
        if (length_of(&rows[i]) * SMALLEST_PART >= longest) rows[kept++] = rows[i];
    *small = n - kept;
    return kept;
}

static slice count_text(const struct desk *desk, size_t n) { return arena_format(desk->arena, "%zu", n); }

static bool are_twins(const struct row *x, const struct row *y) {
    return slice_equal(x->bar.name, y->bar.name) && slice_equal(x->claim->document, y->claim->document) &&
           x->claim->line != y->claim->line;
}

/* 开工项目 1213个 and, of something else that the report tells of, 开工项目 612个: the line says which is which. */
static slice own_name(const struct desk *desk, const struct row *rows, size_t n, const struct row *row) {
    for (size_t i = 0; i < n; i++)
        if (are_twins(&rows[i], row))
            return WORDS_FILL(desk->words, "label.twin", desk->arena, {"name", row->bar.name},
                              {"line", arena_format(desk->arena, "%d", (int)row->claim->line)});
    return row->bar.name;
}

/* The words that a chart's file is named with (desk_new). */
struct file_words {
    const char *kind;
    slice       body, what, unit;
};

/* False, and nothing is drawn, when too few rows are worth it. */
static bool draw_rows(struct desk *desk, struct row *rows, size_t n, struct bar_chart *chart, const struct file_words *file) {
    size_t small, found = choose_rows(desk, rows, n, &small), least = desk->asked ? 1 : LEAST_BARS;
    if (found < least) return false;
    struct drawing *d = desk_new(desk, file->kind, file->body, file->what, file->unit);
    struct bar     *bars = ARENA_ARRAY(desk->arena, struct bar, found);
    qsort(rows, found, sizeof *rows, by_value);
    chart->count = found < MOST_BARS ? found : MOST_BARS;
    for (size_t i = 0; i < chart->count; i++) {
        bars[i] = rows[i].bar;
        bars[i].name = own_name(desk, rows, chart->count, &rows[i]);
    }
    if (chart->count < found)
        chart->note = WORDS_FILL(desk->words, "note.bars.cut", desk->arena, {"count", count_text(desk, chart->count)},
                                 {"left", count_text(desk, found - chart->count)});
    else if (small)
        chart->note = WORDS_FILL(desk->words, "note.bars.small", desk->arena, {"left", count_text(desk, small)});
    chart->bars = bars;
    chart->title = desk_title(desk, chart->title);
    chart->desc = told(desk, bars, chart->count);
    rows_draw(desk, d, chart);
    return true;
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
static size_t rows_of(const struct desk *desk, const struct report *r, enum kind kind, slice unit, struct row *rows) {
    struct arena *arena = desk->arena;
    size_t        n = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if (c->kind != kind || !slice_equal(c->unit, unit) || !is_current(r, c) || c->metric.len == 0 ||
            is_repeated(rows, n, c))
            continue;
        rows[n] = row_of(c, c->value, text_plain(c->metric, arena), unit, arena);
        rows[n++].points = telling_points(desk->telling, c->metric);
    }
    return n;
}

static bool draw_report(struct desk *desk, const struct report *r, enum kind kind, slice unit, struct row *rows, size_t n) {
    bool  growth = kind != KIND_LEVEL;
    slice year = year_label(desk, r->year);

    struct name_list sources = {0};
    name_add(&sources, r->document, desk->arena);
    struct bar_chart chart = {.source = source_label(desk, &sources), .diverging = growth};
    const char      *title = kind == KIND_GROWTH ? "title.growth" : kind == KIND_CHANGE ? "title.change" : "title.bars";
    chart.title =
        WORDS_FILL(desk->words, title, desk->arena, {"who", r->who}, {"year", year}, {"unit", text_plain(unit, desk->arena)});
    return draw_rows(desk, rows, n, &chart, &(struct file_words){growth ? "file.growth" : "file.bars", r->name, year, unit});
}

struct unit_count {
    slice  unit;
    size_t count;
    int    points; /* of its best figures */
};

/* The units of a report's figures of one kind, those that tell most first; ties in text order. */
static size_t units_of(const struct desk *desk, const struct report *r, enum kind kind, struct unit_count *units) {
    size_t n = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if (c->kind != kind || !is_current(r, c)) continue;
        size_t k = 0;
        while (k < n && !slice_equal(units[k].unit, c->unit)) k++;
        if (k == n) units[n++] = (struct unit_count){.unit = c->unit};
        int points = telling_points(desk->telling, c->metric);
        units[k].count++;
        units[k].points += points > TELLS_NOTHING ? 4 + (points > 0 ? points : 0) : 0;
    }
    for (size_t i = 1; i < n; i++) /* stable, and short */
        for (size_t k = i; k > 0 && units[k].points > units[k - 1].points; k--) {
            struct unit_count unit = units[k];
            units[k] = units[k - 1];
            units[k - 1] = unit;
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
        struct unit_count *units = ARENA_ARRAY(desk->arena, struct unit_count, r->count + 1);
        size_t             unit_count = units_of(desk, r, kind, units), drawn = 0;
        for (size_t k = 0; k < unit_count && (desk->asked || drawn < AUTO_UNITS); k++) {
            slice unit = units[k].unit;
            if (unit.len == 0 || (only_unit.len && !slice_equal(unit, only_unit))) continue;
            struct row *rows = ARENA_ARRAY(desk->arena, struct row, units[k].count + 1);
            size_t      found = rows_of(desk, r, kind, unit, rows);
            drawn += draw_report(desk, r, kind, unit, rows, found);
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
    return a->status == b->status && a->kind == b->kind && slice_equal(a->key, b->key) && slice_equal(a->unit, b->unit) &&
           slice_equal(a->span, b->span);
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

/* The one that is called as most of them are, of equals the first. */
static const struct series *usual_named(const struct series *const *series, size_t count) {
    const struct series *best = series[0];
    size_t               most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        for (size_t k = 0; k < count; k++) same += slice_equal(series[i]->metric, series[k]->metric);
        if (same <= most) continue;
        best = series[i];
        most = same;
    }
    return best;
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
    struct name_list sources = {0};
    slice            metric = series_label(desk, s);
    for (size_t k = 0; k < n; k++) name_add(&sources, rows[k].claim->document, arena);
    struct bar_chart chart = {.diverging = kind_moves(s->kind), .source = source_label(desk, &sources)};
    chart.title = WORDS_FILL(desk->words, "title.bodies", arena, {"year", year_label(desk, year)}, {"metric", metric});
    slice unit = arena_format(arena, "%.*s%d", SLICE_ARG(s->unit), year);
    draw_rows(desk, rows, n, &chart, &(struct file_words){"file.bodies", SLICE_NONE, metric, unit});
}

struct figure {
    const struct series *series;
    int                  year, points;
};

static int by_figure_points(const void *a, const void *b) {
    const struct figure *x = a, *y = b;
    if (x->points != y->points) return y->points - x->points;
    return ORDER(x->series, y->series);
}

/* The newest year in which bodies enough have the figure; 0 when there is none. */
static int body_year(const struct desk *desk, const struct series *const *series, size_t count, struct row *rows,
                     size_t least) {
    const struct comparison *c = desk->comparison;
    for (int year = c->last_year; year >= c->first_year && year; year--)
        if (body_rows(series, count, year, rows, desk->arena) >= least) return year;
    return 0;
}

void bodies_draw(struct desk *desk) {
    const struct comparison *c = desk->comparison;
    struct row              *rows = ARENA_ARRAY(desk->arena, struct row, MOST_BODIES);
    const struct series    **series = ARENA_ARRAY(desk->arena, const struct series *, c->count + 1);
    struct figure           *figures = ARENA_ARRAY(desk->arena, struct figure, c->count + 1);
    size_t                   least = desk->asked ? 2 : LEAST_BARS, n = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        if (s->status != STATUS_ACTUAL || s->unit.len == 0) continue;
        size_t        count = figure_series(c, i, series);
        struct figure f = {s, 0, series_points(desk, s)};
        if (count == 0 || (count == 1 && s->point_count < least) || (!desk->asked && f.points <= TELLS_NOTHING)) continue;
        f.year = body_year(desk, series, count, rows, least);
        if (f.year) figures[n++] = f;
    }
    qsort(figures, n, sizeof *figures, by_figure_points);
    if (!desk->asked && n > AUTO_BODIES) n = AUTO_BODIES;
    for (size_t i = 0; i < n; i++) {
        size_t count = figure_series(c, (size_t)(figures[i].series - c->series), series);
        draw_bodies(desk, usual_named(series, count), figures[i].year, rows,
                    body_rows(series, count, figures[i].year, rows, desk->arena));
    }
}
