/* A list says the same of each of its things, 医院5家、床位1200张，卫生院12家、床位860张: of which the 床位 are the figure
 * before them tells, and next year's report says 卫生院床位. Leaves alone what the report states once more elsewhere, which is
 * of all of them. */
#include "export/series/listed.h"

#include "extract/base/banned.h"

enum {
    SHORT = 4,    /* characters of what is said of each */
    LIST = 16,    /* things */
    LONGEST = 64, /* figures of a sentence, */
    REPORT = 2000 /* and on either side of it in its report, that are looked at */
};

static bool of_one_report(const struct entry *x, const struct entry *y) {
    return slice_equal(x->claim->document, y->claim->document);
}

static bool of_one_sentence(const struct entry *x, const struct entry *y) {
    return of_one_report(x, y) && slice_equal(x->claim->sentence, y->claim->sentence);
}

static bool say_the_same(const struct entry *x, const struct entry *y) {
    return slice_equal(x->metric, y->metric) && slice_equal(x->unit, y->unit) && x->year == y->year &&
           x->claim->kind == y->claim->kind && x->claim->status == y->claim->status;
}

/* The thing that `e` is said of, as the figure before it in its sentence counts it; NULL where that is none. */
static const struct entry *thing_of(const struct entry *e, const struct entry *first) {
    if (e == first || e[-1].claim->kind != KIND_LEVEL) return NULL;
    return slice_equal(e[-1].unit, e->unit) || slice_equal(e[-1].metric, e->metric) ? NULL : e - 1;
}

/* What is said as `e` is of each thing of its sentence [first, end): how many, 0 where one has none of its own. */
static size_t find_said(struct entry **said, struct entry *e, struct entry *first, struct entry *end) {
    size_t n = 0;
    for (struct entry *other = first; other < end; other++) {
        if (!say_the_same(e, other)) continue;
        const struct entry *thing = n < LIST ? thing_of(other, first) : NULL;
        for (size_t k = 0; thing && k < n; k++)
            if (slice_equal(said[k][-1].metric, thing->metric)) thing = NULL;
        if (!thing) return 0;
        said[n++] = other;
    }
    return n;
}

/* Its report says so outside [first, end), too. */
static bool is_said_elsewhere(const struct entries *entries, const struct entry *e, const struct entry *first,
                              const struct entry *end) {
    const struct entry *last = entries->items + entries->count;
    for (const struct entry *x = first; x > entries->items && first - x < REPORT && of_one_report(x - 1, e); x--)
        if (say_the_same(x - 1, e)) return true;
    for (const struct entry *x = end; x < last && x - end < REPORT && of_one_report(x, e); x++)
        if (say_the_same(x, e)) return true;
    return false;
}

void listed_name(struct entries *entries, struct arena *arena) {
    struct entry *last = entries->items + entries->count, *said[LIST];
    for (struct entry *first = entries->items, *end; first < last; first = end) {
        for (end = first + 1; end < last && of_one_sentence(first, end);) end++;
        for (struct entry *e = first; e < end && end - first <= LONGEST; e++) {
            if (e->claim->kind != KIND_LEVEL || e->claim->role != ROLE_NONE || utf8_count(e->metric) > SHORT) continue;
            size_t n = find_said(said, e, first, end);
            if (n < 2 || is_said_elsewhere(entries, e, first, end)) continue;
            for (size_t k = n; k-- > 0;) {
                const struct entry *thing = said[k] - 1;
                slice name = arena_format(arena, "%.*s%.*s", SLICE_ARG(thing->metric), SLICE_ARG(said[k]->metric));
                said[k]->metric = said[k]->keyed = name;
            }
        }
    }
}
