/* A chart is put together from panels, layers, marks and captions; title 通山县：处置网络舆情 on top, 来源 at the bottom.
 * Decides no figures and writes no files. */
#include "plots/drawing.h"

#include "plots/text.h"

#include "extract/base/banned.h"

struct panel *drawing_panel(struct drawing *d, double left, double right, double top, double bottom) {
    struct panel *p = arena_new(d->arena, sizeof *p);
    *p = (struct panel){.left = left, .right = right, .top = top, .bottom = bottom, .tick_size = 11, .arena = d->arena};
    ARENA_PUSH(d->arena, d->panels, d->panel_count, d->panel_capacity, p);
    return p;
}

void drawing_caption(struct drawing *d, struct caption caption) {
    ARENA_PUSH(d->arena, d->captions, d->caption_count, d->caption_capacity, caption);
}

struct layer *panel_layer(struct panel *p, enum shape shape, enum color color, int size, const char *what) {
    struct layer *layer = arena_new(p->arena, sizeof *layer);
    *layer = (struct layer){.shape = shape, .color = color, .size = size, .what = what, .arena = p->arena};
    ARENA_PUSH(p->arena, p->layers, p->count, p->capacity, layer);
    return layer;
}

struct layer *panel_text(struct panel *p, enum anchor anchor, enum color color, int size, const char *what) {
    struct layer *layer = panel_layer(p, SHAPE_TEXT, color, size, what);
    layer->anchor = anchor;
    return layer;
}

void layer_box(struct layer *layer, struct mark box) {
    ARENA_PUSH(layer->arena, layer->marks, layer->count, layer->capacity, box);
}

void layer_mark(struct layer *layer, double x, double y, slice text) {
    layer_box(layer, (struct mark){x, y, x, y, text, false});
}

enum { MARGIN = 24 };

/* ● 实绩  ○ 概数, set from the right edge to the left. Returns the pixels taken. */
static double put_legend(struct drawing *d, const struct heading *h, double y, int size) {
    double x = d->width - MARGIN;
    for (size_t i = h->legend_count; i > 0; i--) {
        const struct legend *l = &h->legend[i - 1];
        x -= text_width(slice_of(l->text)) * size / 1000.0;
        drawing_caption(d, (struct caption){x, y, ANCHOR_LEFT, COLOR_INK, size, false, slice_of(l->text)});
        x -= 4;
        drawing_caption(d, (struct caption){x, y, ANCHOR_RIGHT, l->color, size, false, slice_of(l->sign)});
        x -= text_width(slice_of(l->sign)) * size / 1000.0 + 14;
    }
    return d->width - MARGIN - x;
}

void drawing_head(struct drawing *d, const struct heading *h, const struct look *look, double *top) {
    slice  lines[3];
    double y = 16 + look->heading * 0.5;
    size_t n = text_wrap(h->title, (int)((d->width - 2 * MARGIN) * 1000 / look->heading), lines, 2, d->arena);
    for (size_t i = 0; i < n; i++, y += look->heading * 1.35)
        drawing_caption(d, (struct caption){MARGIN, y, ANCHOR_LEFT, COLOR_INK, look->heading, true, lines[i]});
    d->title = h->title;
    y += 2;
    double taken = put_legend(d, h, y, look->note + 1);
    if (h->note.len) {
        int size = look->note + 1;
        n = text_wrap(h->note, (int)((d->width - 2 * MARGIN - taken) * 1000 / size), lines, 2, d->arena);
        for (size_t i = 0; i < n; i++, y += size * 1.45)
            drawing_caption(d, (struct caption){MARGIN, y, ANCHOR_LEFT, COLOR_MUTED, size, false, lines[i]});
        y -= size * 1.45;
    }
    *top = y + look->note * 1.4;
}

double drawing_foot(struct drawing *d, double height, slice source, const struct look *look) {
    slice  lines[2];
    size_t n = text_wrap(source, (int)((d->width - 2 * MARGIN) * 1000 / look->note), lines, 2, d->arena);
    double line = look->note * 1.45, needed = (double)n * line + 14;
    if (height == 0) return needed;
    d->height = height;
    for (size_t i = 0; i < n; i++)
        drawing_caption(d, (struct caption){MARGIN, height - 12 - line * ((double)(n - i) - 0.5), ANCHOR_LEFT, COLOR_MUTED,
                                            look->note, false, lines[i]});
    return needed;
}
