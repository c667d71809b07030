/* A list says the same of each of its things, 医院5家、床位1200张，卫生院12家、床位860张: of which the 床位 are the figure
 * before them tells, and next year's report says 卫生院床位. Leaves alone what the report states once more elsewhere, which is
 * of all of them. */
#include "export/series/listed.h"

#include "extract/base/banned.h"

enum {
    SHORT = 4,    /* characters of what is said of each, */
    BRIEF = 3,    /* and where it is said in several sentences: 死亡, not 提供单位 */
    LIST = 16,    /* things */
    REPORT = 2000 /* figures on either side in its report that are looked at */
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

/* The thing that `e` is said of, as the last figure before it in its sentence that is no money counts it:
 * 发生火灾42起，损失210万元， 死亡1人. NULL where that is none. */
static const struct entry *thing_of(const struct entry *e, const struct entry *first) {
    const struct entry *thing = e - (e > first);
    while (thing > first && slice_starts(thing->claim->dimension, SLICE_LIT("money:"))) thing--;
    if (thing == e || thing->claim->kind != KIND_LEVEL) return NULL;
    return slice_equal(thing->unit, e->unit) || slice_equal(thing->metric, e->metric) ? NULL : thing;
}

/* What a stretch of a report says as `e` does, of a thing of its own each; how many, 0 where one has none. */
struct said {
    struct entry       *items[LIST];
    const struct entry *things[LIST];
    size_t              count;
    bool                bare; /* of one nothing tells what it is said of, or two are said of one thing */
};

static void note_said(struct said *said, struct entry *x, const struct entry *first) {
    const struct entry *thing = said->count < LIST ? thing_of(x, first) : NULL;
    for (size_t k = 0; thing && k < said->count; k++)
        if (slice_equal(said->things[k]->metric, thing->metric)) thing = NULL;
    if (!thing) {
        said->bare = true;
        return;
    }
    said->things[said->count] = thing;
    said->items[said->count++] = x;
    bool far = !of_one_sentence(said->items[0], x);
    said->bare |= far && utf8_count(x->metric) > BRIEF;
}

/* In its report, sentence [first, end) or not: 生产安全事故71起、死亡45人。其中工矿商贸事故15起，死亡16人。 */
static struct said find_said(const struct entries *entries, struct entry *e) {
    struct said   said = {.bare = false};
    struct entry *last = entries->items + entries->count, *x = e, *first;
    while (x > entries->items && e - x < REPORT && of_one_report(x - 1, e)) x--;
    for (first = x; x < last && x - e < REPORT && of_one_report(x, e) && !said.bare; x++) {
        if (!of_one_sentence(first, x)) first = x;
        if (say_the_same(e, x)) note_said(&said, x, first);
    }
    return said;
}

static void name_by_things(struct entries *entries, struct arena *arena) {
    struct entry *last = entries->items + entries->count;
    for (struct entry *e = entries->items; e < last; e++) {
        if (e->claim->kind != KIND_LEVEL || e->claim->role != ROLE_NONE || utf8_count(e->metric) > SHORT) continue;
        struct said said = find_said(entries, e);
        for (size_t k = said.count; k-- > 0 && said.count > 1 && !said.bare;) {
            struct entry *x = said.items[k];
            x->metric = x->keyed = arena_format(arena, "%.*s%.*s", SLICE_ARG(said.things[k]->metric), SLICE_ARG(x->metric));
        }
    }
}

/* ---- and of what each clause says that it is -------------------------------------------------------------------------------
 */

/* 旱灾 of 全年旱灾造成|直接经济损失1.2亿元: what its clause says before its name, as a key has it. Empty where the name does
 * not stand before the figure, and of 市中院审结案件120件, whose zone tells it from all. */
static slice said_first(const struct entry *e, const struct metric_rules *rules, struct arena *arena) {
    struct zone zone = metric_zone(rules, e->clause[0]);
    if (!slice_ends(e->clause[0], e->claim->metric) || zone.name.len || zone.own) return SLICE_NONE;
    struct metric_key key;
    metric_key_make(&key, rules, slice_less(e->clause[0], e->claim->metric.len), e->stem, e->claim->kind, arena);
    return key.generic ? SLICE_NONE : key.text;
}

static bool may_be_told(const struct entry *x, const struct entry *y) {
    return say_the_same(x, y) && x->claim->role == ROLE_NONE && y->claim->role == ROLE_NONE && x->value.present &&
           y->value.present && decimal_compare(x->value, y->value) != 0;
}

/* 旱灾造成直接经济损失1.2亿元，洪涝造成直接经济损失2.3亿元 are of 旱灾 and of 洪涝. */
static void name_by_clauses(struct entries *entries, const struct metric_rules *rules, struct arena *arena) {
    struct entry *last = entries->items + entries->count;
    for (struct entry *x = entries->items; x < last; x++) {
        slice first = SLICE_NONE;
        for (struct entry *y = x + 1; y < last && y - x < LIST && of_one_sentence(x, y); y++) {
            if (!may_be_told(x, y)) continue;
            slice a = first.len ? first : said_first(x, rules, arena), b = said_first(y, rules, arena);
            if (!a.len || !b.len || slice_equal(a, b)) break;
            first = a;
            y->metric = y->keyed = arena_format(arena, "%.*s%.*s", SLICE_ARG(b), SLICE_ARG(y->metric));
        }
        if (first.len) x->metric = x->keyed = arena_format(arena, "%.*s%.*s", SLICE_ARG(first), SLICE_ARG(x->metric));
    }
}

void listed_name(struct entries *entries, const struct metric_rules *rules, struct arena *arena) {
    name_by_things(entries, arena);
    name_by_clauses(entries, rules, arena);
}
