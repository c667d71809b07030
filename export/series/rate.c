/* 每亩补贴85元 and 补贴85元/亩 are measured alike where reports of one run have both: what the words say of the one, 每亩, the
 * unit says of the other. Leaves alone figures whose words nobody writes as a unit, 人均可支配收入, and whether the two are one
 * (series/join.c). */
#include "export/series/rate.h"

#include <stdlib.h>

#include "export/series/metric_rules.h"
#include "export/series/sentence.h"
#include "export/series/key.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/base/bound.h"

#include "extract/base/banned.h"

enum {
    SHARED = 65,    /* of a hundred characters, before it is worth a closer look */
    ALIKE = 70,     /* 耕地地力保护补贴标准 and 耕地地力保护补贴, as SCORE_JOIN has it */
    LOOKED_AT = 64, /* names of one unit that a figure is held against */
};

struct name {
    struct metric_key key;
    uint64_t          characters; /* a bit for each */
};
/* A name of figures of one unit, 元/亩, with what of the unit the words may say too and without. */
struct rate {
    const struct claim *claim;
    struct name         names[2];
    bool                less; /* the second is what its key is made of */
};
struct reader {
    struct rates              *out;
    const struct claim        *claims;
    const struct metric_rules *rules;
    struct arena              *arena;
    struct rate               *rates; /* sorted by unit, then metric */
    size_t                     count, capacity;
    slice                      each; /* what the figure before is of each of, as its words say */
};

static bool has_rate(const struct claim *claim) { return unit_counted(claim->unit).len < claim->unit.len; }

/* The word of `metric` that says of what each, and where it stands. */
static const struct word *each_within(const struct metric_rules *rules, slice metric, size_t *at) {
    for (*at = 0; *at < metric.len; *at += utf8_size((unsigned char)metric.ptr[*at])) {
        const struct word *word = word_at(&rules->of[EACH], slice_from(metric, *at), KIND_LEVEL, *at == 0);
        if (word) return word;
    }
    return NULL;
}

slice rate_less(const struct metric_rules *rules, slice metric, struct arena *arena) {
    size_t             at;
    const struct word *word = each_within(rules, metric, &at);
    if (!word || word->text.len == metric.len) return metric;
    return arena_format(arena, "%.*s%.*s", (int)at, metric.ptr, SLICE_ARG(slice_from(metric, at + word->text.len)));
}

/* ---- names of figures whose units are such ---------------------------------------------------------------------------------
 */

static int by_unit(const void *a, const void *b) {
    const struct rate *x = a, *y = b;
    int                order = slice_compare(x->claim->unit, y->claim->unit);
    return order ? order : slice_compare(x->claim->metric, y->claim->metric);
}

static bool one_name(const struct rate *x, const struct rate *y) { return !by_unit(x, y); }

static uint64_t characters_of(slice text) {
    uint64_t bits = 0;
    size_t   size;
    for (size_t at = 0; at < text.len; at += size)
        bits |= (uint64_t)1 << (utf8_decode(slice_from(text, at), &size) * 2654435761u >> 26);
    return bits;
}

static void read_names(struct name names[2], struct reader *r, const struct claim *claim) {
    for (size_t i = 0; i < 2; i++) {
        slice metric = i ? rate_less(r->rules, claim->metric, r->arena) : claim->metric;
        metric_key_make(&names[i].key, r->rules, metric, SLICE_NONE, claim->kind, r->arena);
        names[i].characters = characters_of(names[i].key.text);
    }
}

static void collect(struct reader *r, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (has_rate(&r->claims[i]))
            ARENA_PUSH(r->arena, r->rates, r->count, r->capacity, (struct rate){.claim = &r->claims[i]});
    if (r->count) qsort(r->rates, r->count, sizeof *r->rates, by_unit);
    for (size_t i = 0; i < r->count; i++)
        if (!kept || !one_name(&r->rates[kept - 1], &r->rates[i])) r->rates[kept++] = r->rates[i];
    r->count = kept;
    for (size_t i = 0; i < kept; i++) read_names(r->rates[i].names, r, r->rates[i].claim);
}

/* Those in `unit` whose names stand next to `metric`: what begins alike stands near. */
static struct rate *rates_in(const struct reader *r, slice unit, slice metric, size_t *n) {
    struct claim claim = {.unit = unit, .metric = metric};
    struct rate  wanted = {.claim = &claim};
    size_t       first = r->count ? first_not_before(&wanted, r->rates, r->count, sizeof wanted, by_unit) : 0, end = first;
    while (end < r->count && end - first < LOOKED_AT / 2 && slice_equal(r->rates[end].claim->unit, unit)) end++;
    while (first > 0 && end - first < LOOKED_AT && slice_equal(r->rates[first - 1].claim->unit, unit)) first--;
    *n = end - first;
    return r->rates + first;
}

/* ---- figures whose words say so --------------------------------------------------------------------------------------------
 */

static int names_alike(const struct name *x, const struct name *y) {
    if (slice_equal(x->key.near, y->key.near)) return 100;
    int all = __builtin_popcountll(x->characters) + __builtin_popcountll(y->characters);
    if (__builtin_popcountll(x->characters & y->characters) * 200 < all * SHARED) return 0;
    return wording_similarity(x->key.text, y->key.text);
}

/* The likest name of one in `unit`; NULL when none is like it. `*less`: without the word that says of what each. */
static struct rate *likest(struct reader *r, const struct claim *claim, slice unit, bool *less) {
    size_t       n;
    struct rate *rates = rates_in(r, unit, claim->metric, &n), *best = NULL;
    struct name  names[2];
    int          most = ALIKE - 1;
    if (n) read_names(names, r, claim);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < 4; k++) {
            int alike = names_alike(&names[k & 1], &rates[i].names[k >> 1]);
            if (alike <= most) continue;
            most = alike;
            best = &rates[i];
            best->less = k >> 1;
            *less = k & 1;
        }
    return best;
}

/* `claim` in the unit of `rate`. */
static const struct claim *measured_as(const struct claim *claim, const struct claim *rate, struct arena *arena) {
    struct claim *out = arena_new(arena, sizeof *out);
    *out = *claim;
    out->unit = rate->unit;
    out->dimension = rate->dimension;
    out->base_unit = rate->base_unit;
    bool told = rate->base_value.present && rate->value.present && !decimal_zero(rate->value) && claim->value.present;
    out->base_value = told ? decimal_mul(claim->value, decimal_div(rate->base_value, rate->value, 12)) : DECIMAL_NONE;
    return out;
}

/* 由每月520元|提高到560元: the figure is the other end of the one before it, so it is of as long. */
static bool is_other_end(const struct reader *r, size_t i) {
    const struct claim *claim = &r->claims[i], *from = claim - 1;
    return i && claim->role == ROLE_TO && from->role == ROLE_FROM && slice_equal(from->metric, claim->metric) &&
           slice_equal(from->sentence, claim->sentence);
}

/* What the words say each is of: in the metric, or before the figure, 每月520元, 每人每月提高到520元. `before`: what stands
 * there. */
static slice each_said(struct reader *r, size_t i, slice before) {
    const struct claim *claim = &r->claims[i];
    size_t              at;
    if (!claim->unit.len || has_rate(claim)) return SLICE_NONE;
    const struct word *word = each_within(r->rules, claim->metric, &at);
    if (!word) word = word_before(&r->rules->of[EACH], before, KIND_LEVEL);
    if (!word) word = word_before(&r->rules->of[EACH], metric_unreached(r->rules, before), KIND_LEVEL);
    return word ? word->to : is_other_end(r, i) ? r->each : SLICE_NONE;
}

/* `before`: what stands before the figure. */
static void read_claim(struct reader *r, size_t i, slice before) {
    const struct claim *claim = &r->claims[i];
    slice               each = r->each = each_said(r, i, before), of;
    for (size_t at = 0; tsv_word(each, &at, &of);) {
        slice        unit = arena_format(r->arena, "%.*s/%.*s", SLICE_ARG(claim->unit), SLICE_ARG(of));
        bool         less = false;
        struct rate *rate = likest(r, claim, unit, &less);
        if (!rate) continue;
        r->out->measured[i] = measured_as(claim, rate->claim, r->arena);
        r->out->keyed[i] = less ? rate_less(r->rules, claim->metric, r->arena) : SLICE_NONE;
        return;
    }
}

/* And those whose unit says it, if the words do besides. */
static void key_rates(struct reader *r, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct rate        wanted = {.claim = &r->claims[i]};
        const struct rate *rate = has_rate(wanted.claim) ? bsearch(&wanted, r->rates, r->count, sizeof wanted, by_unit) : NULL;
        if (rate && rate->less) r->out->keyed[i] = rate_less(r->rules, wanted.claim->metric, r->arena);
    }
}

void rates_read(struct rates *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                struct arena *arena) {
    struct reader       r = {.out = out, .claims = claims, .rules = rules, .arena = arena};
    struct figure_place figure = {0};
    *out = (struct rates){0};
    collect(&r, n);
    if (!r.count) return;
    out->measured = ARENA_ARRAY(arena, const struct claim *, n);
    out->keyed = ARENA_ARRAY(arena, slice, n);
    for (size_t i = 0; i < n; i++) read_claim(&r, i, figure_next(&figure, &claims[i]));
    key_rates(&r, n);
}

const struct claim *rate_measured(const struct rates *rates, const struct claim *claims, size_t i) {
    return rates->measured && rates->measured[i] ? rates->measured[i] : &claims[i];
}

slice rate_keyed(const struct rates *rates, size_t i, slice metric) {
    return rates->keyed && rates->keyed[i].len ? rates->keyed[i] : metric;
}
