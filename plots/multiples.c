/* The longest series of a body on one sheet, each in a panel with an axis and a unit of its own: 青禾县主要指标，2014—2020年.
 */
#include "plots/lines.h"

#include "plots/text.h"

#include "extract/base/banned.h"

enum { COLUMNS = 3, MOST_PANELS = 12, LEAST_PANELS = 4, CELL_HEIGHT = 186 };

struct cell_series {
    const struct series *series;
    struct year_point   *points;
    size_t               count;
};

/* The results of `body` over three years or more, the longest first as the comparison has them. */
static size_t pick(const struct desk *desk, slice body, struct cell_series *out) {
    const struct comparison *c = desk->comparison;
    size_t                   n = 0;
    for (size_t i = 0; i < c->count && n < MOST_PANELS; i++) {
        const struct series *s = &c->series[i];
        if (s->status != STATUS_ACTUAL || !slice_equal(s->body, body) || s->point_count < 3) continue;
        struct cell_series cell = {.series = s};
        cell.count = series_years(s, &cell.points, desk->arena);
        if (cell.count >= 3) out[n++] = cell;
    }
    return n;
}

static void put_cell(struct desk *desk, struct drawing *d, const struct cell_series *cell, double left, double top,
                     double width) {
    struct arena      *arena = desk->arena;
    const struct look *look = desk->look;
    struct plot        plot = {.look = look, .rank = cell->series->kind == KIND_RANK, .far_right = left + width};
    slice              lines[2], metric = metric_label(cell->series->metric, cell->series->kind, arena);
    struct axis        axis;
    double             low = 1e300, high = -1e300;
    for (size_t i = 0; i < cell->count; i++) {
        double v = decimal_double(cell->points[i].value);
        if (v < low) low = v;
        if (v > high) high = v;
    }
    axis_choose(&axis, low, high, cell->series->unit, false, 4, arena);
    metric = arena_format(arena, "%.*s%.*s", SLICE_ARG(metric), SLICE_ARG(unit_label(cell->series->unit, axis.shift, arena)));
    size_t n = text_wrap(metric, (int)(width * 1000 / look->body), lines, 2, arena);
    for (size_t i = 0; i < n; i++)
        drawing_caption(d, left, top + look->body * (0.6 + 1.3 * (double)i), ANCHOR_LEFT, COLOR_INK, look->body, true, lines[i],
                        arena);
    plot.panel = drawing_panel(d, left, left + width - 24, top + look->body * 2.6 + 6, top + CELL_HEIGHT - 36, arena);
    plot.panel->tick_size = look->note;
    const struct year_point *sets[2] = {cell->points, NULL};
    size_t                   counts[2] = {cell->count, 0};
    bool                     used[MARK_WORDS] = {false};
    plot_put(&plot, sets, counts, cell->series->unit, true, used, arena);
}

static void draw_sheet(struct desk *desk, slice body, const struct cell_series *cells, size_t n) {
    struct arena   *arena = desk->arena;
    struct drawing *d = desk_new(desk, "多图", body, SLICE_LIT("主要指标"), SLICE_NONE);
    int             first = 99999, last = 0;
    slice          *documents = NULL, plain = text_plain(body, arena);
    size_t          document_count = 0, room = 0;
    d->desc = SLICE_LIT("多幅小图。");
    for (size_t i = 0; i < n; i++) {
        const struct cell_series *cell = &cells[i];
        if (cell->points[0].year < first) first = cell->points[0].year;
        if (cell->points[cell->count - 1].year > last) last = cell->points[cell->count - 1].year;
        for (size_t k = 0; k < cell->count; k++)
            source_add(&documents, &document_count, &room, cell->points[k].claim->document, arena);
        d->desc = arena_format(arena, "%.*s%.*s：%.*s。", SLICE_ARG(d->desc),
                               SLICE_ARG(metric_label(cell->series->metric, cell->series->kind, arena)),
                               SLICE_ARG(plot_told(cell->points, cell->count, cell->series->unit, arena)));
    }
    struct heading h = {.title = desk_title(desk, arena_format(arena, "%.*s主要指标，%d—%d年", SLICE_ARG(plain), first, last)),
                        .note = SLICE_LIT("各图单位不同，纵轴各自取值，有的不从零起")};
    h.source = source_label(documents, document_count, arena);
    double top, foot = drawing_foot(d, 0, h.source, desk->look, arena), rows = (double)((n + COLUMNS - 1) / COLUMNS);
    drawing_head(d, &h, desk->look, &top, arena);
    drawing_foot(d, (double)(int)(top + 10 + rows * CELL_HEIGHT + foot), h.source, desk->look, arena);
    double width = (d->width - 48.0 - (COLUMNS - 1) * 28) / COLUMNS;
    for (size_t i = 0; i < n; i++)
        put_cell(desk, d, &cells[i], 24 + (double)(i % COLUMNS) * (width + 28), top + 8 + (double)(i / COLUMNS) * CELL_HEIGHT,
                 width);
}

void multiples_draw(struct desk *desk) {
    const struct comparison *c = desk->comparison;
    struct cell_series       cells[MOST_PANELS];
    for (size_t i = 0; i < c->count; i++) {
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++) seen = slice_equal(c->series[k].body, c->series[i].body);
        if (seen) continue;
        size_t n = pick(desk, c->series[i].body, cells);
        if (n >= (desk->asked ? 2u : (size_t)LEAST_PANELS))
            draw_sheet(desk, c->series[i].body, cells, n);
        else
            desk->skipped += n > 0;
    }
}
