/* A list says the same of each of its things, 医院5家、床位1200张，卫生院12家、床位860张: of which the 床位 are the figure
 * before them tells, and next year's report says 卫生院床位. Leaves alone what the report states once more elsewhere, which is
 * of all of them. */
#include "export/series/listed.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    SHORT = 4, /* characters of what is said of each, */
    BRIEF = 3, /* and where it is said in several sentences: 死亡, not 提供单位 */
    LIST = 16  /* things */
};

static bool of_one_sentence(const struct entry *x, const struct entry *y) {
    return x->report == y->report && slice_equal(x->claim->sentence, y->claim->sentence);
}

static int by_what_is_said(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    int                 order = ORDER(x->report, y->report);
    if (!order) order = slice_compare(x->metric, y->metric);
    if (!order) order = slice_compare(x->unit, y->unit);
    if (!order) order = x->year - y->year;
    if (!order) order = (int)x->claim->kind - (int)y->claim->kind;
    return order ? order : (int)x->claim->status - (int)y->claim->status;
}

static bool say_the_same(const struct entry *x, const struct entry *y) { return by_what_is_said(&x, &y) == 0; }

static int by_what_and_where(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    int                 order = by_what_is_said(a, b);
    return order ? order : ORDER(x->place, y->place);
}

/* The thing that `e` is said of, as the last figure before it in its sentence that is no money counts it:
 * 发生火灾42起，损失210万元， 死亡1人. NULL where that is none. */
static const struct entry *thing_of(const struct entry *e, const struct entry *first) {
    const struct entry *thing = e;
    while (thing > first && of_one_sentence(thing - 1, e))
        if (!slice_starts((--thing)->claim->dimension, SLICE_LIT("money:"))) break;
    if (thing == e || thing->claim->kind != KIND_LEVEL) return NULL;
    return slice_equal(thing->unit, e->unit) || slice_equal(thing->metric, e->metric) ? NULL : thing;
}

/* What a report says alike, in the order of the text. */
struct alike {
    struct entry **items;
    size_t         count;
};

static int by_first(const void *a, const void *b) {
    const struct alike *x = a, *y = b;
    return ORDER(x->items[0]->place, y->items[0]->place);
}

/* Names each by the thing that it is said of, where all have one of their own:
 * 生产安全事故71起、死亡45人。其中工矿商贸事故15起，死亡16人。 */
static void name_alike(const struct alike *said, const struct entry *first, struct arena *arena) {
    const struct entry *things[LIST];
    struct entry      **items = said->items;
    if (said->count < 2 || said->count > LIST) return; /* most */
    if (utf8_count(items[0]->metric) > BRIEF && !of_one_sentence(items[0], items[said->count - 1])) return;
    for (size_t i = 0; i < said->count; i++) {
        things[i] = thing_of(items[i], first);
        if (!things[i]) return;
        for (size_t k = 0; k < i; k++)
            if (slice_equal(things[k]->metric, things[i]->metric)) return;
    }
    for (size_t i = said->count; i-- > 0;)
        items[i]->metric = items[i]->keyed =
            arena_format(arena, "%.*s%.*s", SLICE_ARG(things[i]->metric), SLICE_ARG(items[i]->metric));
}

/* What stands first in the text is named first: it may be the thing of another. */
static void name_by_things(struct entries *entries, struct arena *arena) {
    struct entry **items = ARENA_ARRAY(arena, struct entry *, entries->count + 1);
    struct alike  *alike = ARENA_ARRAY(arena, struct alike, entries->count + 1);
    size_t         n = 0, groups = 0;
    for (struct entry *e = entries->items; e < entries->items + entries->count; e++)
        if (e->claim->kind == KIND_LEVEL && utf8_count(e->metric) <= SHORT) items[n++] = e;
    if (!n) return;
    qsort(items, n, sizeof *items, by_what_and_where);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !say_the_same(items[i - 1], items[i])) alike[groups++] = (struct alike){items + i, 0};
        alike[groups - 1].count++;
    }
    qsort(alike, groups, sizeof *alike, by_first);
    for (size_t i = 0; i < groups; i++) name_alike(&alike[i], entries->items, arena);
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
