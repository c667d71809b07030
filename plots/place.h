/* Which spots of a picture are taken: labels look here for a free one. Pixels, from the upper left corner. */
#ifndef SUANPAN_PLACE_H
#define SUANPAN_PLACE_H

#include "extract/base/arena.h"

struct place {
    struct place_box {
        double x0, y0, x1, y1;
    } * boxes;
    size_t box_count, box_capacity;
    struct place_segment {
        double x0, y0, x1, y1;
    } * segments;
    size_t segment_count, segment_capacity;

    struct arena *arena;
};

/* Takes the box around a middle point. */
void place_box(struct place *place, double x, double y, double half_width, double half_height);
/* Takes a line: no label may lie across it. */
void place_segment(struct place *place, double x0, double y0, double x1, double y1);
bool place_is_free(const struct place *place, double x, double y, double half_width, double half_height);

#endif
