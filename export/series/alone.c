/* A report that states a figure year after year states it once a year, in the words of whoever writes: 新增停车位860个,
 * 增设停车泊位 1260个. Two series that no report has both of, whose verbs are of one sort and whose things are the same or one
 * within the other, are one when there is nothing else that it could be: of 公共停车位 and 校园停车位 neither is 停车位. Leaves
 * alone what the values say to it (series/join.c). */
#include "export/series/ways.h"

#include "export/series/pairs.h"

#include "extract/base/banned.h"

static void compare(void *context, uint32_t x, uint32_t y) {
    const struct search *s = context;
    enum object_likeness likeness = metric_objects_alike(&s->clusters[x].object, &s->clusters[y].object);
    bool growth = s->clusters[x].points[0]->kind == KIND_GROWTH; /* rates of growth are all alike: they bear nothing out */
    if (likeness == OBJECT_OTHER || (growth && likeness != OBJECT_SAME)) return;
    search_push(s, x, y, likeness == OBJECT_SAME ? SCORE_OBJECT : SCORE_WITHIN, "the same done to the same thing");
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    struct search *s = context;
    size_t         count = 0;
    for (size_t i = first; i < end; i++) {
        const struct metric_object *object = &s->clusters[i].object;
        if (metric_only_deed(object))
            room[count++] = (struct posting){.text = SLICE_NONE, .place = (uint32_t)i};
        else
            count += postings_of(room + count, object->words, object->text, (uint32_t)i);
    }
    postings_pair(room, count, s, compare, s->arena);
}

void alone_find(struct search *s) { gates_visit(s, s, find_in_gate); }
