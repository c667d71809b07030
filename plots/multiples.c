/* The longest series of a body on one sheet, each in a panel with an axis and a unit of its own: 青禾县主要指标，2014—2020年.
 */
#include "plots/lines.h"

#include "plots/text.h"

#include <stdlib.h>

#include "extract/base/banned.h"

enum { COLUMNS = 3, MOST_PANELS = 12, LEAST_PANELS = 4, CELL_HEIGHT = 186 };

struct cell_series {
    const struct series *series;
    struct year_point   *points;
    size_t               count;
    int                  telling;
};

static int by_telling(const void *a, const void *b) {
    const struct cell_series *x = a, *y = b;
    if (x->telling != y->telling) return y->telling - x->telling;
    return x->series < y->series ? -1 : x->series > y->series;
}

/* The most telling results of `body` over three years or more. */
static size_t pick(const struct desk *desk, slice body, struct cell_series *out) {
    const struct comparison *c = desk->comparison;
    size_t                   n = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        if (s->status != STATUS_ACTUAL || !slice_equal(s->body, body) || s->point_count < 3) continue;
        struct cell_series cell = {.series = s, .telling = series_points(desk, s)};
        cell.count = series_years(s, &cell.points, desk->arena);
        if (cell.count >= 3 && (desk->asked || cell.telling > TELLS_NOTHING)) out[n++] = cell;
    }
    qsort(out, n, sizeof *out, by_telling);
    return n < MOST_PANELS ? n : MOST_PANELS;
}

static void put_cell(struct desk *desk, struct drawing *d, const struct cell_series *cell, double left, double top,
                     double width) {
    struct arena      *arena = desk->arena;
    const struct look *look = desk->look;
    struct plot        plot = {.desk = desk, .rank = cell->series->kind == KIND_RANK, .far_right = left + width};
    slice              lines[2], metric = series_label(desk, cell->series);
    struct axis        axis;

    const struct year_point *sets[2] = {cell->points, NULL};
    size_t                   counts[2] = {cell->count, 0};
    plot_axis(&axis, sets, counts, cell->series->unit, 4, arena);
    metric = arena_format(arena, "%.*s%.*s", SLICE_ARG(metric), SLICE_ARG(unit_label(desk, cell->series->unit, axis.shift)));
    size_t n = text_wrap(metric, (int)(width * 1000 / look->body), lines, 2, arena);
    for (size_t i = 0; i < n; i++)
        drawing_caption(d, left, top + look->body * (0.6 + 1.3 * (double)i), ANCHOR_LEFT, COLOR_INK, look->body, true, lines[i],
                        arena);
    plot.panel = drawing_panel(d, left, left + width - 24, top + look->body * 2.6 + 6, top + CELL_HEIGHT - 36, arena);
    plot.panel->tick_size = look->note;
    bool used[MARK_WORDS] = {false};
    plot_put(&plot, sets, counts, cell->series->unit, true, used, arena);
}

static void draw_sheet(struct desk *desk, slice body, const struct cell_series *cells, size_t n) {
    struct arena   *arena = desk->arena;
    struct drawing *d = desk_new(desk, "file.multiples", body, desk_word(desk, "file.main"), SLICE_NONE);
    int             first = 99999, last = 0;
    slice          *documents = NULL;
    size_t          document_count = 0, room = 0;
    slice           rows_told = SLICE_NONE;
    for (size_t i = 0; i < n; i++) {
        const struct cell_series *cell = &cells[i];
        if (cell->points[0].year < first) first = cell->points[0].year;
        if (cell->points[cell->count - 1].year > last) last = cell->points[cell->count - 1].year;
        for (size_t k = 0; k < cell->count; k++)
            source_add(&documents, &document_count, &room, cell->points[k].claim->document, arena);
        slice told = WORDS_FILL(desk->words, "told.series", arena, {"metric", series_label(desk, cell->series)},
                                {"years", plot_told(desk, cell->points, cell->count, cell->series->unit)});
        rows_told = arena_format(arena, "%.*s%.*s", SLICE_ARG(rows_told), SLICE_ARG(told));
    }
    d->desc = WORDS_FILL(desk->words, "told.multiples", arena, {"rows", rows_told});
    struct heading h = {.note = desk_word(desk, "note.multiples"), .source = source_label(desk, documents, document_count)};
    h.title = WORDS_FILL(desk->words, "title.multiples", arena, {"who", text_plain(body, arena)},
                         {"first", arena_format(arena, "%d", first)}, {"last", arena_format(arena, "%d", last)});
    h.title = desk_title(desk, h.title);
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
    struct cell_series      *cells = ARENA_ARRAY(desk->arena, struct cell_series, c->count + 1);
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
