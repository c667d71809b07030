/* Rows of a bar chart: names at the left, wrapped, a bar as long as the figure, the figure itself at its end: 处置网络舆情 ▇▇▇
 * 313起. Ranges show their second end pale, approximate figures are pale with an outline. Sorting is the caller's. */
#include "plots/kinds.h"
#include "plots/text.h"

#include "extract/base/banned.h"

enum { LEAST_AXIS = 100 };

void rows_layout(struct row_layout *out, const slice *names, size_t n, const struct look *look, struct arena *arena) {
    *out = (struct row_layout){.lines = arena_new(arena, n * sizeof *out->lines),
                               .line_counts = ARENA_ARRAY(arena, size_t, n),
                               .centers = ARENA_ARRAY(arena, double, n),
                               .heights = ARENA_ARRAY(arena, double, n)};
    double size = look->body, line = size * 1.3, widest = look->width * 0.34;
    for (size_t i = 0; i < n; i++) {
        int most = text_width(names[i]) > 39000 ? 16000 : 13000;
        if (most * size / 1000 > widest) most = (int)(widest * 1000 / size);
        out->line_counts[i] = text_wrap(names[i], most, out->lines[i], 4, arena);
        for (size_t k = 0; k < out->line_counts[i]; k++) {
            double w = text_width(out->lines[i][k]) * size / 1000;
            if (w > out->name_width) out->name_width = w;
        }
        double height = (double)out->line_counts[i] * line + 10;
        out->heights[i] = height > look->row ? height : look->row;
        out->centers[i] = out->total + out->heights[i] / 2;
        out->total += out->heights[i];
    }
}

void rows_names(struct desk *desk, struct drawing *d, const struct row_layout *rows, size_t n, double x, double top) {
    const struct look *look = desk->look;
    struct panel      *p = drawing_panel(d, 0, x, top, top + rows->total);
    p->x1 = x;
    p->y0 = rows->total;
    struct layer *layer = panel_text(p, ANCHOR_RIGHT, COLOR_INK, look->body, desk_word(desk, "data.names").ptr);
    double        line = look->body * 1.3;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < rows->line_counts[i]; k++)
            layer_mark(layer, x - 10, rows->centers[i] + ((double)k - (double)(rows->line_counts[i] - 1) / 2) * line,
                       rows->lines[i][k]);
}

static double least(double a, double b) { return a < b ? a : b; }
static double most(double a, double b) { return a > b ? a : b; }

/* The ends of the axis, and how many pixels of text stand beyond each. */
static void extent(const struct bar_chart *chart, int size, double *low, double *high, double *left_text, double *right_text) {
    *low = *high = *left_text = *right_text = 0;
    for (size_t i = 0; i < chart->count; i++) {
        const struct bar *b = &chart->bars[i];
        *low = least(*low, least(b->value, b->low));
        *high = most(*high, most(b->value, b->high));
        double w = text_width(b->text) * size / 1000.0 + 12;
        if (b->value < 0)
            *left_text = most(*left_text, w);
        else
            *right_text = most(*right_text, w);
    }
    if (*low == 0 && *high == 0) *high = 1;
}

/* The heading, the source and the names; the panel between them, whose axis goes on beyond the bars for as long as their texts
 * are: gnuplot leaves out labels that stand outside. */
static struct panel *draw_frame(struct desk *desk, struct drawing *d, const struct bar_chart *chart, struct row_layout *rows) {
    struct arena      *arena = desk->arena;
    const struct look *look = desk->look;
    slice             *names = ARENA_ARRAY(arena, slice, chart->count);
    bool               pale = false;
    for (size_t i = 0; i < chart->count; i++) {
        names[i] = chart->bars[i].name;
        pale |= chart->bars[i].approximate;
    }
    rows_layout(rows, names, chart->count, look, arena);

    struct legend  legend[2] = {{"■", COLOR_MAIN, desk_word(desk, "legend.exact").ptr},
                                {"□", COLOR_MAIN, desk_word(desk, "legend.about").ptr}};
    struct heading h = {chart->title, chart->note, chart->source, legend, pale ? 2 : 0};
    double         top, low, high, left_text, right_text, left = 24 + rows->name_width + 12;
    extent(chart, look->body, &low, &high, &left_text, &right_text);
    double needed = left + left_text + LEAST_AXIS + right_text + 24;
    if (d->width < needed) d->width = needed; /* a chart may grow beyond --size; its words are not cut */
    drawing_head(d, &h, look, &top);
    double foot = drawing_foot(d, 0, chart->source, look);
    drawing_foot(d, (double)(int)(top + rows->total + foot + 20), chart->source, look);
    rows_names(desk, d, rows, chart->count, left, top + 4);
    double        pixel = (high - low) / (d->width - 24 - right_text - left - left_text);
    struct panel *p = drawing_panel(d, left, d->width - 24, top + 4, top + 4 + rows->total);
    p->x0 = low - left_text * pixel;
    p->x1 = high + right_text * pixel;
    p->y0 = rows->total;
    p->base_x = true;
    return p;
}

/* Exact and approximate ones. */
struct bar_layers {
    struct layer *solid, *hollow;
};

static struct bar_layers bar_layers(struct desk *desk, struct panel *p, enum color color, const char *exact,
                                    const char *about) {
    return (struct bar_layers){panel_layer(p, SHAPE_BOX, color, 0, desk_word(desk, exact).ptr),
                               panel_layer(p, SHAPE_BOX_OPEN, color, 0, desk_word(desk, about).ptr)};
}

/* A bar from nothing to its figure, `half` its height; of a range the second end pale. Returns where it ends. */
static double put_bar(const struct bar *b, double y, double half, struct bar_layers to) {
    slice note = arena_format(to.solid->arena, "%.*s %.*s", SLICE_ARG(b->name), SLICE_ARG(b->text));
    if (b->low < b->high) {
        layer_box(to.solid, (struct mark){least(0, b->low), y - half, most(0, b->low), y + half, note, false});
        layer_box(to.hollow, (struct mark){b->low, y - half, b->high, y + half, note, false});
        return b->value < 0 ? b->low : b->high;
    }
    layer_box(b->approximate ? to.hollow : to.solid,
              (struct mark){least(0, b->value), y - half, most(0, b->value), y + half, note, false});
    return b->value;
}

void rows_draw(struct desk *desk, struct drawing *d, const struct bar_chart *chart) {
    struct row_layout rows;
    struct panel     *p = draw_frame(desk, d, chart, &rows);
    bool              both = chart->diverging;
    double            gap = 6 * (p->x1 - p->x0) / (p->right - p->left);
    struct bar_layers rises = bar_layers(desk, p, both ? COLOR_UP : COLOR_MAIN, both ? "data.up" : "legend.exact",
                                         both ? "data.up.about" : "legend.about");
    struct bar_layers falls = bar_layers(desk, p, COLOR_DOWN, "data.down", "data.down.about");
    const char       *values = desk_word(desk, "data.values").ptr;
    struct layer     *left_texts = panel_text(p, ANCHOR_RIGHT, COLOR_INK, desk->look->body, values);
    struct layer     *right_texts = panel_text(p, ANCHOR_LEFT, COLOR_INK, desk->look->body, values);
    d->desc = chart->desc;
    for (size_t i = 0; i < chart->count; i++) {
        const struct bar *b = &chart->bars[i];
        double            half = least(desk->look->row * 0.33, rows.heights[i] / 2 - 3), y = rows.centers[i];
        double            end = put_bar(b, y, half, b->value < 0 && both ? falls : rises);
        if (b->value < 0)
            layer_mark(left_texts, end - gap, y, b->text);
        else
            layer_mark(right_texts, end + gap, y, b->text);
    }
}
