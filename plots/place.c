/* Labels such as 5.1万 must not lie on each other, on a point or across a line. Keeps what is taken and answers whether a box
 * is still free; where to try, the caller knows. */
#include "plots/place.h"

#include "extract/base/banned.h"

void place_box(struct place *place, double x, double y, double half_width, double half_height) {
    struct place_box box = {x - half_width, y - half_height, x + half_width, y + half_height};
    ARENA_PUSH(place->arena, place->boxes, place->box_count, place->box_capacity, box);
}

void place_segment(struct place *place, double x0, double y0, double x1, double y1) {
    struct place_segment segment = {x0, y0, x1, y1};
    ARENA_PUSH(place->arena, place->segments, place->segment_count, place->segment_capacity, segment);
}

/* Narrows the part [*from, *to] of a line to where start + t·step lies in [low, high]. False when nothing is left. */
static bool clip(double start, double step, double low, double high, double *from, double *to) {
    if (step == 0) return start >= low && start <= high;
    double a = (low - start) / step, b = (high - start) / step;
    if (a > b) {
        double swap = a;
        a = b;
        b = swap;
    }
    if (a > *from) *from = a;
    if (b < *to) *to = b;
    return *from <= *to;
}

static bool crosses(const struct place_segment *s, const struct place_box *b) {
    double from = 0, to = 1;
    return clip(s->x0, s->x1 - s->x0, b->x0, b->x1, &from, &to) && clip(s->y0, s->y1 - s->y0, b->y0, b->y1, &from, &to);
}

bool place_is_free(const struct place *place, double x, double y, double half_width, double half_height) {
    struct place_box box = {x - half_width, y - half_height, x + half_width, y + half_height};
    for (size_t i = 0; i < place->box_count; i++) {
        const struct place_box *b = &place->boxes[i];
        if (box.x0 < b->x1 && b->x0 < box.x1 && box.y0 < b->y1 && b->y0 < box.y1) return false;
    }
    for (size_t i = 0; i < place->segment_count; i++)
        if (crosses(&place->segments[i], &box)) return false;
    return true;
}
