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
static void choose_years(struct panel *p, int first, int last, struct arena *arena) {
    static const int steps[] = {1, 2, 5, 10, 20, 50};
    double           room = (p->right - p->left) / (p->x1 - p->x0);
    size_t           i = 0;
    while (i < 5 && room * steps[i] < 38) i++;
    size_t n = (size_t)((last - first) / steps[i]) + 1;
    p->xticks = ARENA_ARRAY(arena, struct tick, n);
    for (int year = last; year >= first; year -= steps[i])
        p->xticks[p->xtick_count++] = (struct tick){year, arena_format(arena, "%d", year)};
}

static void choose_values(struct plot *plot, const struct year_point *const sets[2], const size_t counts[2], slice unit,
                          size_t ticks, struct arena *arena) {
    struct panel *p = plot->panel;
    double        low = 1e300, high = -1e300;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < counts[s]; i++) {
            const struct claim *c = sets[s][i].claim;
            double              v = decimal_double(sets[s][i].value), bottom = v, top = v;
            if (is_range(c)) {
                bottom = decimal_double(c->low);
                top = decimal_double(c->high);
            }
            if (bottom < low) low = bottom;
            if (top > high) high = top;
        }
    axis_choose(&plot->axis, low, high, unit, false, ticks, arena);
    p->yticks = ARENA_ARRAY(arena, struct tick, plot->axis.count);
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
static void put_line(struct plot *plot, const struct year_point *points, size_t n, struct layer *line, struct arena *arena) {
    for (size_t i = 0; i < n; i++) {
        bool joined = (i && points[i].year == points[i - 1].year + 1),
             joins = i + 1 < n && points[i + 1].year == points[i].year + 1;
        if (!joined && !joins) continue;
        layer_mark(line, points[i].year, decimal_double(points[i].value), SLICE_NONE, arena);
        line->marks[line->count - 1].gap = !joined && line->count > 1;
        if (joined)
            place_segment(&plot->place, pixel_x(plot->panel, points[i - 1].year),
                          pixel_y(plot->panel, decimal_double(points[i - 1].value)), pixel_x(plot->panel, points[i].year),
                          pixel_y(plot->panel, decimal_double(points[i].value)), arena);
    }
}

static const struct mark_word {
    enum shape  shape;
    const char *what, *sign, *word;
} mark_words[] = {{SHAPE_DOT, "准数", "●", "准数"},
                  {SHAPE_RING, "概数", "○", "概数"},
                  {SHAPE_AT_LEAST, "至少", "△", "至少"},
                  {SHAPE_AT_MOST, "至多", "▽", "至多"},
                  {SHAPE_DIAMOND, "目标", "◆", "目标"}};
_Static_assert(sizeof mark_words / sizeof *mark_words == MARK_WORDS, "lines.h says how many");

/* 约5.1: in the axis' scale, without the unit; 1.23456789亿 is 1.2346, the exact figure stands in the .tsv. */
static slice label_text(const struct plot *plot, const struct year_point *p, struct arena *arena) {
    const struct claim *c = p->claim;
    int                 shift = plot->axis.shift;
    if (is_range(c))
        return arena_format(arena, "%.*s–%.*s", SLICE_ARG(number_scaled(c->low, shift, arena)),
                            SLICE_ARG(number_scaled(c->high, shift, arena)));
    slice number = number_scaled(decimal_round(decimal_shift(p->value, -shift), 4), 0, arena);
    return arena_format(arena, "%s%.*s", qualifier_sign(c, p->value), SLICE_ARG(number));
}

static void put_points(struct plot *plot, const struct year_point *points, size_t n, bool target,
                       struct layer *marks[MARK_WORDS], struct layer *ranges, slice unit, struct arena *arena) {
    for (size_t i = 0; i < n; i++) {
        const struct claim *c = points[i].claim;
        double              y = decimal_double(points[i].value);
        enum shape          shape = shape_of(c, target);
        size_t              k = 0;
        while (mark_words[k].shape != shape) k++;
        layer_mark(marks[k], points[i].year, y, quantity_text(c, points[i].value, unit, true, arena), arena);
        place_box(&plot->place, pixel_x(plot->panel, points[i].year), pixel_y(plot->panel, y), 5, 5, arena);
        if (is_range(c)) {
            layer_mark(ranges, points[i].year, decimal_double(c->low), SLICE_NONE, arena);
            ranges->marks[ranges->count - 1].y2 = decimal_double(c->high);
            double x = pixel_x(plot->panel, points[i].year);
            place_segment(&plot->place, x, pixel_y(plot->panel, decimal_double(c->low)), x,
                          pixel_y(plot->panel, decimal_double(c->high)), arena);
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

static void put_label(struct plot *plot, const struct year_point *points, size_t n, size_t i, double other,
                      struct layer *labels, struct arena *arena) {
    struct panel *p = plot->panel;
    slice         text = label_text(plot, &points[i], arena);
    double        size = labels->size, half = text_width(text) * size / 2000.0 + 1;
    double        x = pixel_x(p, points[i].year), y = pixel_y(p, decimal_double(points[i].value));
    double        before = i ? pixel_y(p, decimal_double(points[i - 1].value)) : y,
           after = i + 1 < n ? pixel_y(p, decimal_double(points[i + 1].value)) : y;
    bool   above = (before - y) + (after - y) >= 0; /* the line bends down from here: its upper side is free */
    double gap = size * 0.5 + 8;
    double spots[6][2] = {{x, y - gap},        {x, y + gap},      {x, y - gap - size},
                          {x, y + gap + size}, {x + half + 9, y}, {x - half - 9, y}};
    for (int k = 0; k < 6; k++) {
        int s = k < 4 && !above ? k ^ 1 : k;
        if (other != 0 && s < 4 && (s % 2 == 0) == (other > 0))
            continue; /* beyond the other's point it would seem to be its label */
        double cx = spots[s][0], cy = spots[s][1];
        if (cx < p->left || cx > p->right || cx + half > plot->far_right || cy < p->top || cy > p->bottom - size * 0.4)
            continue;
        if (!place_is_free(&plot->place, cx, cy, half, size * 0.5 + 1)) continue;
        place_box(&plot->place, cx, cy, half, size * 0.5 + 1, arena);
        layer_mark(labels, data_x(p, cx), data_y(p, cy), text, arena);
        return;
    }
}

/* Labels of set `s`, those wanted most first. */
static void put_labels(struct plot *plot, const struct year_point *const sets[2], const size_t counts[2], int s,
                       struct layer *labels, struct arena *arena) {
    for (int rank = 4; rank >= 0; rank--)
        for (size_t i = counts[s]; i > 0; i--)
            if (wanted(sets[s], counts[s], i - 1) == rank)
                put_label(plot, sets[s], counts[s], i - 1, other_above(plot, &sets[s][i - 1], sets[1 - s], counts[1 - s]),
                          labels, arena);
}

/* 2016年3.2万人，2017年约4万人 */
slice plot_told(const struct year_point *points, size_t n, slice unit, struct arena *arena) {
    slice out = SLICE_NONE;
    for (size_t i = 0; i < n; i++) {
        slice text = quantity_text(points[i].claim, points[i].value, unit, true, arena);
        out = arena_format(arena, "%.*s%s%d年%.*s", SLICE_ARG(out), i ? "，" : "", points[i].year, SLICE_ARG(text));
    }
    return out;
}

void plot_years(const struct year_point *const sets[2], const size_t counts[2], int *first, int *last) {
    *first = 99999;
    *last = 0;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < counts[s]; i++) {
            if (sets[s][i].year < *first) *first = sets[s][i].year;
            if (sets[s][i].year > *last) *last = sets[s][i].year;
        }
}

void plot_put(struct plot *plot, const struct year_point *const sets[2], const size_t counts[2], slice unit, bool small,
              bool used[MARK_WORDS], struct arena *arena) {
    struct panel *p = plot->panel;
    int           first, last;
    plot_years(sets, counts, &first, &last);
    choose_values(plot, sets, counts, unit, small ? 4 : 6, arena);
    double widest = 0, pad = (last - first) * 0.03 > 0.35 ? (last - first) * 0.03 : 0.35;
    for (size_t i = 0; i < p->ytick_count; i++) {
        double w = text_width(p->yticks[i].label) * p->tick_size / 1000.0;
        if (w > widest) widest = w;
    }
    p->left += widest + 10;
    p->x0 = first - pad;
    p->x1 = last + pad;
    if (small) {
        p->xticks = ARENA_ARRAY(arena, struct tick, 2);
        p->xticks[p->xtick_count++] = (struct tick){first, arena_format(arena, "%d", first)};
        if (last > first) p->xticks[p->xtick_count++] = (struct tick){last, arena_format(arena, "%d", last)};
    } else
        choose_years(p, first, last, arena);
    double        diameter = small ? 6 : 8;
    struct layer *ranges = panel_layer(p, SHAPE_SPAN, COLOR_MAIN, 30, "区间", arena);
    struct layer *line = panel_layer(p, SHAPE_LINE, COLOR_MAIN, small ? 18 : 24, "连线（缺年断开）", arena);
    for (int s = 0; s < 2; s++) {
        struct layer *marks[MARK_WORDS];
        for (size_t k = 0; k < MARK_WORDS; k++)
            marks[k] = panel_layer(
                p, mark_words[k].shape, s ? COLOR_TARGET : COLOR_MAIN, (int)diameter + (s ? 3 : 0),
                arena_format(arena, "%s%s：年份、数值", s ? "目标" : "实绩", s ? "" : mark_words[k].what).ptr, arena);
        if (s == 0) put_line(plot, sets[0], counts[0], line, arena);
        put_points(plot, sets[s], counts[s], s == 1, marks, ranges, unit, arena);
        for (size_t k = 0; k < MARK_WORDS; k++)
            if (marks[k]->count) used[s && k != MARK_WORDS - 1 ? MARK_WORDS - 1 : k] = true;
    }
    for (int s = 0; s < 2; s++) {
        struct layer *labels = panel_text(p, ANCHOR_CENTER, s ? COLOR_TARGET : COLOR_INK,
                                          small ? plot->look->note : plot->look->note + 1, "标注", arena);
        if (!small)
            put_labels(plot, sets, counts, s, labels, arena);
        else if (counts[s]) {
            put_label(plot, sets[s], counts[s], counts[s] - 1, 0, labels, arena);
            if (counts[s] > 1) put_label(plot, sets[s], counts[s], 0, 0, labels, arena);
        }
    }
}

static void draw_series(struct desk *desk, const struct series *shown, const struct year_point *const sets[2],
                        const size_t counts[2]) {
    struct arena      *arena = desk->arena;
    const struct look *look = desk->look;
    int                first, last;
    plot_years(sets, counts, &first, &last);
    slice           metric = metric_label(shown->metric, shown->kind, arena), body = text_plain(shown->body, arena);
    struct drawing *d = desk_new(desk, "折线", body, metric, shown->unit);
    struct plot     plot = {.look = look, .rank = shown->kind == KIND_RANK, .far_right = look->width - 6};
    double          top;
    struct panel   *p = plot.panel = drawing_panel(d, 24, look->width - 36, 0, 0, arena);
    struct plot     probe = plot; /* the scale, before the heading that names it */
    struct panel    scratch = *p;
    probe.panel = &scratch;
    choose_values(&probe, sets, counts, shown->unit, 6, arena);

    slice *documents = NULL;
    size_t n = 0, room = 0;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < counts[s]; i++) source_add(&documents, &n, &room, sets[s][i].claim->document, arena);
    slice          source = source_label(documents, n, arena);
    struct heading h = {.source = source};
    h.title = arena_format(arena, "%.*s%s%.*s%.*s，%d—%d年", SLICE_ARG(body), body.len ? "：" : "", SLICE_ARG(metric),
                           SLICE_ARG(unit_label(shown->unit, probe.axis.shift, arena)), first, last);
    h.title = desk_title(desk, h.title);
    h.note = probe.axis.cut && !plot.rank ? SLICE_LIT("纵轴不从零起") : SLICE_NONE;

    bool          used[MARK_WORDS] = {false};
    struct legend legend[MARK_WORDS];
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < counts[s]; i++)
            for (size_t k = 0; k < MARK_WORDS; k++)
                if (mark_words[k].shape == shape_of(sets[s][i].claim, s == 1)) used[s ? MARK_WORDS - 1 : k] = true;
    size_t kinds = 0;
    for (size_t k = 0; k < MARK_WORDS; k++) kinds += used[k];
    if (kinds > 1 || used[MARK_WORDS - 1] || !used[0])
        for (size_t k = 0; k < MARK_WORDS; k++)
            if (used[k])
                legend[h.legend_count++] = (struct legend){mark_words[k].sign, k == MARK_WORDS - 1 ? COLOR_TARGET : COLOR_MAIN,
                                                           k == 0 && used[MARK_WORDS - 1] ? "实绩" : mark_words[k].word};
    h.legend = legend;
    drawing_head(d, &h, look, &top, arena);
    double foot = drawing_foot(d, look->height, source, look, arena);
    p->top = top + 14;
    p->bottom = look->height - foot - 34;
    p->tick_size = look->note + 1;
    plot_put(&plot, sets, counts, shown->unit, false, used, arena);
    d->desc =
        arena_format(arena, "折线图。%.*s%s%.*s。", SLICE_ARG(plot_told(sets[0], counts[0], shown->unit, arena)),
                     counts[0] && counts[1] ? "；目标：" : "", SLICE_ARG(plot_told(sets[1], counts[1], shown->unit, arena)));
}

void lines_draw(struct desk *desk) {
    const struct comparison *c = desk->comparison;
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        struct year_point   *points[2] = {NULL, NULL};
        size_t               counts[2] = {0, 0};
        bool                 is_target = s->status == STATUS_TARGET;
        counts[is_target] = series_years(s, &points[is_target], desk->arena);
        if (!is_target) {
            const struct series *target = series_target(c, s);
            if (target) counts[1] = series_years(target, &points[1], desk->arena);
        } else if (series_result(c, s))
            continue; /* drawn with the result */
        if (counts[0] < 3 && counts[1] < 3) {
            desk->skipped++;
            continue;
        }
        const struct year_point *sets[2] = {points[0], points[1]};
        draw_series(desk, s, sets, counts);
    }
}
