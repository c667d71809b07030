/* One series over years becomes a line: 志愿者注册 2016 3.2万人 … 2020 约5.1万人. A missing year breaks the line, approximate
 * points are hollow, ≥ and ≤ are triangles, targets diamonds. Labels go where nothing else is; those that find no room are left
 * out, the last, highest, lowest and first come first. */
#include "plots/lines.h"

#include "plots/text.h"

#include "extract/base/banned.h"

static double pixel_x(const struct panel *p, double x) {
    return p->left + (x - p->x0) / (p->x1 - p->x0) * (p->right - p->left);
}
static double pixel_y(const struct panel *p, double y) {
    return p->bottom - (y - p->y0) / (p->y1 - p->y0) * (p->bottom - p->top);
}
static double data_x(const struct panel *p, double px) {
    return p->x0 + (px - p->left) / (p->right - p->left) * (p->x1 - p->x0);
}
static double data_y(const struct panel *p, double py) {
    return p->y0 + (p->bottom - py) / (p->bottom - p->top) * (p->y1 - p->y0);
}

static bool is_range(const struct claim *c) {
    return c->low.present && c->high.present && !c->value.present && c->direction != DIRECTION_DOWN;
}

static enum shape shape_of(const struct claim *claim, bool target) {
    if (claim->qualifier == QUALIFIER_OVER) return claim->direction == DIRECTION_DOWN ? SHAPE_AT_MOST : SHAPE_AT_LEAST;
    if (claim->qualifier == QUALIFIER_UNDER) return claim->direction == DIRECTION_DOWN ? SHAPE_AT_LEAST : SHAPE_AT_MOST;
    if (target) return SHAPE_DIAMOND;
    return is_approximate(claim) ? SHAPE_RING : SHAPE_DOT;
}

/* Years under the axis: as many as fit, the last one among them. */
static void choose_years(struct panel *p, int first, int last) {
    static const int steps[] = {1, 2, 5, 10, 20, 50};
    double           room = (p->right - p->left) / (p->x1 - p->x0);
    size_t           i = 0;
    while (i < 5 && room * steps[i] < 38) i++;
    size_t n = (size_t)((last - first) / steps[i]) + 1;
    p->xticks = ARENA_ARRAY(p->arena, struct tick, n);
    for (int year = last; year >= first; year -= steps[i])
        p->xticks[p->xtick_count++] = (struct tick){year, arena_format(p->arena, "%d", year)};
}

void plot_axis(struct axis *out, const struct figure *f, size_t ticks, struct arena *arena) {
    slice  unit = f->series->unit;
    double low = 1e300, high = -1e300;
    bool   fine = false;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < f->counts[s]; i++) {
            const struct claim *c = f->sets[s][i].claim;
            double              v = decimal_double(f->sets[s][i].value), bottom = v, top = v;
            if (is_range(c)) {
                bottom = decimal_double(c->low);
                top = decimal_double(c->high);
            }
            if (bottom < low) low = bottom;
            if (top > high) high = top;
            fine |= is_fine(f->sets[s][i].value);
        }
    axis_choose(out, low, high, axis_shift(high > -low ? high : -low, unit, fine), ticks, arena);
}

static void choose_values(struct plot *plot, const struct figure *f, size_t ticks) {
    struct panel *p = plot->panel;
    plot_axis(&plot->axis, f, ticks, p->arena);
    p->yticks = ARENA_ARRAY(p->arena, struct tick, plot->axis.count);
    for (size_t i = 0; i < plot->axis.count; i++)
        if (plot->rank && plot->axis.ticks[i] <= 0)
            p->yticks[p->ytick_count++] = (struct tick){1, SLICE_LIT("1")};
        else
            p->yticks[p->ytick_count++] = (struct tick){plot->axis.ticks[i], plot->axis.labels[i]};
    p->y0 = plot->rank ? plot->axis.high : plot->axis.low;
    p->y1 = plot->rank ? (plot->axis.low > 0 ? plot->axis.low : 0.5) : plot->axis.high;
    if (!plot->rank && p->bottom > p->top) { /* a label stands above the highest, and below the lowest */
        double room = (p->y1 - p->y0) * 16 / (p->bottom - p->top);
        p->y1 += room;
        if (plot->axis.low != 0) p->y0 -= room;
    }
    p->grid_y = true;
    p->base_y = !plot->rank && !plot->axis.cut;
}

/* The line, broken where a year is missing; a lone point between two gaps is a dot only. */
static void put_line(struct plot *plot, const struct year_point *points, size_t n, struct layer *line) {
    for (size_t i = 0; i < n; i++) {
        bool joined = (i && points[i].year == points[i - 1].year + 1),
             joins = i + 1 < n && points[i + 1].year == points[i].year + 1;
        if (!joined && !joins) continue;
        layer_mark(line, points[i].year, decimal_double(points[i].value), SLICE_NONE);
        line->marks[line->count - 1].gap = !joined && line->count > 1;
        if (joined)
            place_segment(&plot->place, pixel_x(plot->panel, points[i - 1].year),
                          pixel_y(plot->panel, decimal_double(points[i - 1].value)), pixel_x(plot->panel, points[i].year),
                          pixel_y(plot->panel, decimal_double(points[i].value)));
    }
}

static const struct mark_word {
    enum shape  shape;
    const char *sign, *word;
} mark_words[] = {{SHAPE_DOT, "●", "legend.exact"},
                  {SHAPE_RING, "○", "legend.about"},
                  {SHAPE_AT_LEAST, "△", "legend.atleast"},
                  {SHAPE_AT_MOST, "▽", "legend.atmost"},
                  {SHAPE_DIAMOND, "◆", "legend.target"}};
_Static_assert(sizeof mark_words / sizeof *mark_words == MARK_WORDS, "lines.h says how many");

/* 约5.1: in the axis' scale, without the unit; 1.23456789亿 is 1.2346, the exact figure stands in the .tsv. */
static slice label_text(const struct plot *plot, const struct year_point *p) {
    struct arena       *arena = plot->desk->arena;
    const struct claim *c = p->claim;
    int                 shift = plot->axis.shift;
    if (is_range(c))
        return arena_format(arena, "%.*s–%.*s", SLICE_ARG(number_scaled(c->low, shift, arena)),
                            SLICE_ARG(number_scaled(c->high, shift, arena)));
    slice number = number_scaled(decimal_round(decimal_shift(p->value, -shift), 4), 0, arena);
    return arena_format(arena, "%s%.*s", qualifier_sign(c, p->value), SLICE_ARG(number));
}

/* Of set `s`. */
static void put_points(struct plot *plot, const struct figure *f, int s, struct layer *marks[MARK_WORDS],
                       struct layer *ranges) {
    const struct year_point *points = f->sets[s];
    for (size_t i = 0; i < f->counts[s]; i++) {
        const struct claim *c = points[i].claim;
        double              y = decimal_double(points[i].value);
        enum shape          shape = shape_of(c, s == 1);
        size_t              k = 0;
        while (mark_words[k].shape != shape) k++;
        layer_mark(marks[k], points[i].year, y,
                   point_text(c, f->series->kind, points[i].value, f->series->unit, true, MOST_SHIFT, plot->desk->arena));
        place_box(&plot->place, pixel_x(plot->panel, points[i].year), pixel_y(plot->panel, y), 5, 5);
        if (is_range(c)) {
            layer_mark(ranges, points[i].year, decimal_double(c->low), SLICE_NONE);
            ranges->marks[ranges->count - 1].y2 = decimal_double(c->high);
            double x = pixel_x(plot->panel, points[i].year);
            place_segment(&plot->place, x, pixel_y(plot->panel, decimal_double(c->low)), x,
                          pixel_y(plot->panel, decimal_double(c->high)));
        }
    }
}

/* How much a label is wanted: the last, the highest and lowest, the first, then from the right. */
static int wanted(const struct year_point *points, size_t n, size_t i) {
    size_t high = 0, low = 0;
    for (size_t k = 1; k < n; k++) {
        if (decimal_compare(points[k].value, points[high].value) >= 0) high = k;
        if (decimal_compare(points[k].value, points[low].value) < 0) low = k;
    }
    return i == n - 1 ? 4 : i == high ? 3 : i == 0 ? 2 : i == low ? 1 : 0;
}

/* Pixels from a point up to that of the same year in the other set; 0 when there is none near. */
static double other_above(const struct plot *plot, const struct year_point *p, const struct year_point *others, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (others[i].year != p->year) continue;
        double up = pixel_y(plot->panel, decimal_double(p->value)) - pixel_y(plot->panel, decimal_double(others[i].value));
        return up > -45 && up < 45 ? up : 0;
    }
    return 0;
}

/* A label at `*y` that a line of the grid runs through moves beyond it, up or down; `moves` 0: it stays. True when none does
 * now. */
static bool clear_grid(const struct panel *p, double *y, double half, int moves) {
    for (size_t i = 0; i < p->ytick_count; i++) {
        double line = pixel_y(p, p->yticks[i].at);
        if (*y + half <= line || line + half <= *y) continue;
        if (moves == 0) return false;
        *y = line + moves * half;
        return true;
    }
    return true;
}

/* Of point `i` of set `s`; `other`: how far the other set's point of that year is up. */
static void put_label(struct plot *plot, const struct figure *f, int s, size_t i, double other) {
    const struct year_point *points = f->sets[s];
    size_t                   n = f->counts[s];
    struct layer            *labels = plot->labels[s];
    struct panel            *p = plot->panel;
    slice                    text = label_text(plot, &points[i]);
    double                   size = labels->size, half = text_width(text) * size / 2000.0 + 1;
    double                   x = pixel_x(p, points[i].year), y = pixel_y(p, decimal_double(points[i].value));
    double                   before = i ? pixel_y(p, decimal_double(points[i - 1].value)) : y,
           after = i + 1 < n ? pixel_y(p, decimal_double(points[i + 1].value)) : y;
    bool   above = (before - y) + (after - y) >= 0; /* the line bends down from here: its upper side is free */
    double gap = size * 0.5 + 8;
    double spots[6][2] = {{x, y - gap},        {x, y + gap},      {x, y - gap - size},
                          {x, y + gap + size}, {x + half + 9, y}, {x - half - 9, y}};
    for (int k = 0; k < 12; k++) { /* clear of the grid at first */
        int spot = k % 6 < 4 && !above ? k % 6 ^ 1 : k % 6;
        if (other != 0 && spot < 4 && (spot % 2 == 0) == (other > 0))
            continue; /* beyond the other's point it would seem to be its label */
        double cx = spots[spot][0], cy = spots[spot][1];
        if (k < 6 && !clear_grid(p, &cy, size * 0.5, spot >= 4 ? 0 : spot % 2 ? 1 : -1)) continue;
        if (spot < 4 && cx - half < p->left) cx = p->left + half; /* not over the numbers of the axis */
        if (cx - half < p->left || cx > p->right || cx + half > plot->far_right || cy < p->top || cy > p->bottom - size * 0.4)
            continue;
        if (!place_is_free(&plot->place, cx, cy, half, size * 0.5 + 1)) continue;
        place_box(&plot->place, cx, cy, half, size * 0.5 + 1);
        layer_mark(labels, data_x(p, cx), data_y(p, cy), text);
        return;
    }
}

/* Labels of set `s`, those wanted most first. */
static void put_labels(struct plot *plot, const struct figure *f, int s) {
    for (int rank = 4; rank >= 0; rank--)
        for (size_t i = f->counts[s]; i > 0; i--)
            if (wanted(f->sets[s], f->counts[s], i - 1) == rank)
                put_label(plot, f, s, i - 1, other_above(plot, &f->sets[s][i - 1], f->sets[1 - s], f->counts[1 - s]));
}

/* 缺 under the years between the first and the last result that have none. */
static void put_gaps(struct plot *plot, const struct year_point *points, size_t n) {
    const struct look *look = plot->desk->look;
    struct panel      *p = plot->panel;
    slice              word = desk_word(plot->desk, "chart.gap");
    struct layer      *gaps = panel_text(p, ANCHOR_CENTER, COLOR_MUTED, look->note, word.ptr);
    double             y = p->bottom - look->note * 0.8, half = text_width(word) * look->note / 2000.0;
    clear_grid(p, &y, look->note * 0.5, -1);
    for (size_t i = 1; i < n; i++)
        for (int year = points[i - 1].year + 1; year < points[i].year; year++) {
            double x = pixel_x(p, year);
            if (!place_is_free(&plot->place, x, y, half, look->note * 0.5)) continue;
            place_box(&plot->place, x, y, half, look->note * 0.5);
            layer_mark(gaps, data_x(p, x), data_y(p, y), word);
        }
}

/* 2016年3.2万人，2017年约4万人 */
slice plot_told(const struct desk *desk, const struct figure *f, int s) {
    const struct year_point *points = f->sets[s];
    slice                    out = SLICE_NONE;
    for (size_t i = 0; i < f->counts[s]; i++)
        out = joined_list(desk, "chart.list", out,
                          WORDS_FILL(desk->words, "told.point", desk->arena,
                                     {"year", arena_format(desk->arena, "%d", points[i].year)},
                                     {"value", point_text(points[i].claim, f->series->kind, points[i].value, f->series->unit,
                                                          true, MOST_SHIFT, desk->arena)}));
    return out;
}

void plot_years(const struct figure *f, int *first, int *last) {
    *first = 99999;
    *last = 0;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < f->counts[s]; i++) {
            if (f->sets[s][i].year < *first) *first = f->sets[s][i].year;
            if (f->sets[s][i].year > *last) *last = f->sets[s][i].year;
        }
}

/* A dot stands in this year, and no line passes it that tells which year it is: 2023 of 2020, 2023 and 2025; a target of 2026.
 */
static bool is_lone_year(const struct figure *f, int year) {
    bool there = false;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < f->counts[s]; i++) there |= f->sets[s][i].year == year;
    for (size_t i = 1; i < f->counts[0] && there; i++)
        there = f->sets[0][i].year > f->sets[0][i - 1].year + 1 || f->sets[0][i].year < year || f->sets[0][i - 1].year > year;
    return there;
}

/* Under a small panel: its first and last year, and those of lone dots, as far as they do not touch. */
static void choose_ends(struct panel *p, int first, int last, const struct figure *f) {
    double room = p->tick_size * 3, next = pixel_x(p, last);
    p->xticks = ARENA_ARRAY(p->arena, struct tick, f->counts[0] + f->counts[1] + 2);
    p->xticks[p->xtick_count++] = (struct tick){last, arena_format(p->arena, "%d", last)};
    for (int year = last - 1; year > first; year--) {
        double x = pixel_x(p, year);
        if (next - x < room || x - pixel_x(p, first) < room || !is_lone_year(f, year)) continue;
        p->xticks[p->xtick_count++] = (struct tick){year, arena_format(p->arena, "%d", year)};
        next = x;
    }
    if (next - pixel_x(p, first) >= room)
        p->xticks[p->xtick_count++] = (struct tick){first, arena_format(p->arena, "%d", first)};
}

/* The axes of the panel, whose left edge makes room for the values beside it. */
static void put_axes(struct plot *plot, const struct figure *f, bool small) {
    struct panel *p = plot->panel;
    int           first, last;
    plot_years(f, &first, &last);
    choose_values(plot, f, small ? 4 : 6);
    double widest = 0, pad = (last - first) * 0.03 > 0.35 ? (last - first) * 0.03 : 0.35;
    for (size_t i = 0; i < p->ytick_count; i++) {
        double w = text_width(p->yticks[i].label) * p->tick_size / 1000.0;
        if (w > widest) widest = w;
    }
    p->left += widest + 10;
    p->x0 = first - pad;
    p->x1 = last + pad;
    if (small)
        choose_ends(p, first, last, f);
    else
        choose_years(p, first, last);
    if (p->base_y) place_segment(&plot->place, p->left, pixel_y(p, 0), p->right, pixel_y(p, 0));
}

static void put_marks(struct plot *plot, const struct figure *f, bool small) {
    struct panel *p = plot->panel;
    double        diameter = small ? 6 : 8;
    struct layer *line = panel_layer(p, SHAPE_LINE, COLOR_MAIN, small ? 18 : 24, desk_word(plot->desk, "data.line").ptr);
    for (int s = 2; s-- > 0;) { /* a result that its target is stands on top: the corners of the diamond show behind it */
        enum color    color = s ? COLOR_TARGET : COLOR_MAIN;
        struct layer *ranges = panel_layer(p, SHAPE_SPAN, color, 30, desk_word(plot->desk, "data.range").ptr);
        struct layer *marks[MARK_WORDS];
        for (size_t k = 0; k < MARK_WORDS; k++)
            marks[k] = panel_layer(p, mark_words[k].shape, color, (int)diameter + (s ? 3 : 0),
                                   WORDS_FILL(plot->desk->words, s ? "data.target" : "data.actual", p->arena,
                                              {"mark", desk_word(plot->desk, mark_words[k].word)})
                                       .ptr);
        if (s == 0) put_line(plot, f->sets[0], f->counts[0], line);
        put_points(plot, f, s, marks, ranges);
    }
}

/* A small panel has room for the values of its first and last point. */
static void put_values(struct plot *plot, const struct figure *f, bool small) {
    for (int s = 0; s < 2; s++) {
        plot->labels[s] = panel_text(plot->panel, ANCHOR_CENTER, s ? COLOR_TARGET : COLOR_INK, plot->desk->look->note + !small,
                                     desk_word(plot->desk, "data.labels").ptr);
        if (!small)
            put_labels(plot, f, s);
        else if (f->counts[s]) {
            put_label(plot, f, s, f->counts[s] - 1, 0);
            if (f->counts[s] > 1) put_label(plot, f, s, 0, 0);
        }
    }
}

void plot_put(struct plot *plot, const struct figure *f, bool small) {
    put_axes(plot, f, small);
    put_marks(plot, f, small);
    put_values(plot, f, small);
    if (!small) put_gaps(plot, f->sets[0], f->counts[0]);
}

void plot_marks(const struct figure *f, struct mark_use used[MARK_WORDS]) {
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < f->counts[s]; i++)
            for (size_t k = 0; k < MARK_WORDS; k++)
                if (mark_words[k].shape == shape_of(f->sets[s][i].claim, s == 1)) used[k].by[s] = true;
    if (f->counts[1]) used[MARK_WORDS - 1].by[1] = true; /* says what the colour means, also where all are bounds */
}

size_t plot_legend(const struct desk *desk, const struct mark_use used[MARK_WORDS], struct legend out[MARK_WORDS]) {
    size_t kinds = 0, n = 0;
    bool   targets = used[MARK_WORDS - 1].by[1];
    for (size_t k = 0; k < MARK_WORDS; k++) kinds += used[k].by[0] || used[k].by[1];
    if (kinds == 1 && used[0].by[0]) return 0;
    for (size_t k = 0; k < MARK_WORDS; k++)
        if (used[k].by[0] || used[k].by[1])
            out[n++] = (struct legend){mark_words[k].sign, used[k].by[0] ? COLOR_MAIN : COLOR_TARGET,
                                       desk_word(desk, k == 0 && targets ? "legend.actual" : mark_words[k].word).ptr};
    return n;
}

slice figure_label(const struct desk *desk, const struct figure *f) {
    slice metric = series_label(desk, f->series), target = f->counts[0] ? SLICE_NONE : desk_word(desk, "metric.target");
    return arena_format(desk->arena, "%.*s%.*s", SLICE_ARG(metric), SLICE_ARG(target));
}

void figure_sources(struct name_list *out, const struct figure *figure, struct arena *arena) {
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < figure->counts[s]; i++) name_add(out, figure->sets[s][i].claim->document, arena);
}

static slice figure_told(const struct desk *desk, const struct figure *figure) {
    const char *how = figure->counts[0] && figure->counts[1] ? "told.both" : figure->counts[0] ? "told.lines" : "told.targets";
    return WORDS_FILL(desk->words, how, desk->arena, {"results", plot_told(desk, figure, 0)},
                      {"targets", plot_told(desk, figure, 1)});
}

static void draw_series(struct desk *desk, const struct figure *figure) {
    struct arena        *arena = desk->arena;
    const struct look   *look = desk->look;
    const struct series *shown = figure->series;
    int                  first, last;
    plot_years(figure, &first, &last);
    slice           metric = figure_label(desk, figure), body = text_plain(shown->body, arena);
    struct drawing *d = desk_new(desk, "file.lines", body, metric, shown->unit);
    struct plot     plot = {.desk = desk, .rank = shown->kind == KIND_RANK, .far_right = look->width - 6, .place.arena = arena};
    double          top;
    struct panel   *p = plot.panel = drawing_panel(d, 24, look->width - 36, 0, 0);
    struct plot     probe = plot; /* the scale, before the heading that names it */
    struct panel    scratch = *p;
    probe.panel = &scratch;
    choose_values(&probe, figure, 6);

    struct name_list sources = {0};
    figure_sources(&sources, figure, arena);
    struct heading h = {.source = source_label(desk, &sources)};
    h.title = WORDS_FILL(desk->words, "title.lines", arena, {"who", who_label(desk, body)}, {"metric", metric},
                         {"unit", unit_label(desk, metric, shown->unit, probe.axis.shift)},
                         {"first", arena_format(arena, "%d", first)}, {"last", arena_format(arena, "%d", last)});
    h.title = desk_title(desk, h.title);
    h.note = probe.axis.cut && !plot.rank ? desk_word(desk, "note.cut") : SLICE_NONE;

    struct mark_use used[MARK_WORDS] = {0};
    struct legend   legend[MARK_WORDS];
    plot_marks(figure, used);
    h.legend_count = plot_legend(desk, used, legend);
    h.legend = legend;
    drawing_head(d, &h, look, &top);
    double foot = drawing_foot(d, look->height, h.source, look);
    p->top = top + 14;
    p->bottom = look->height - foot - 34;
    p->tick_size = look->note + 1;
    plot_put(&plot, figure, false);
    d->desc = figure_told(desk, figure);
}

void lines_draw(struct desk *desk) {
    for (size_t i = 0; i < desk->figure_count; i++)
        if (desk->asked || desk->figures[i].telling) draw_series(desk, &desk->figures[i]);
}
