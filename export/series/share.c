/* 双师型教师占比68% in one report is 双师型教师占专任教师的71% in the next: of what it is a share may go without saying. Of two
 * wholes neither is the one that a third leaves out (series/rival.c). Leaves alone shares that both say their whole. */
#include "export/series/ways.h"

#include "export/series/key.h"

#include "extract/base/banned.h"

struct finder {
    const struct search *in;
    slice               *parts; /* by cluster: what it is a share for, where it says of what; else empty */
};

static void compare(void *context, uint32_t x, uint32_t y) {
    const struct finder  *f = context;
    const struct cluster *a = &f->in->clusters[x], *b = &f->in->clusters[y];
    bool                  one = !f->parts[x].len != !f->parts[y].len, told = !a->key->generic && !b->key->generic;
    if (one && told && points_adjoin(a, b)) search_push(f->in, x, y, SCORE_SOLE, "one does not say of what it is a share");
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    struct finder        *f = context;
    const struct cluster *clusters = f->in->clusters;
    size_t                count = 0;
    for (size_t i = first; i < end && clusters[i].first[0]->kind == KIND_SHARE; i++) {
        f->parts[i] = metric_share_near(f->in->rules, clusters[i].key, f->in->arena);
        room[count++] = (struct posting){.text = f->parts[i].len ? f->parts[i] : clusters[i].key->near, .place = (uint32_t)i};
    }
    postings_pair(room, count, f, compare, f->in->arena);
}

void share_find(struct search *s) {
    struct finder f = {s, ARENA_ARRAY(s->arena, slice, s->count + 1)};
    gates_visit(s, &f, find_in_gate);
}
