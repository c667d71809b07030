/* Of how many years a growth is, where the figures beside it say so: 增长21.7%，平均每年递增4% is of five years, which alone
 * make the one of the other; and in 粮食比1980年增长12.3%；棉花增长33% cotton, too, has grown since 1980. Leaves alone what the
 * words before a figure say of it: series/span.c. */
#include "export/series/several.h"

#include "export/series/change.h"

#include "extract/base/banned.h"

enum { YEARS = 20 }; /* at most */

static bool is_growth(const struct entry *e) { return e->kind == KIND_GROWTH && e->value.present && !e->value.negative; }

static bool one_sentence(const struct entry *x, const struct entry *y) {
    return x->report == y->report && slice_equal(x->claim->sentence, y->claim->sentence);
}

/* In how many years `yearly` percent a year come to `all`; 0 where in no number of them. */
static int years_to_grow(decimal all, decimal yearly) {
    const decimal hundred = decimal_int(100), rounded = decimal_shift(decimal_int(6), -2);
    for (int n = 2; n <= YEARS; n++) {
        decimal off = decimal_magnitude(decimal_sub(yearly_growth(hundred, decimal_add(hundred, all), n), yearly));
        if (off.present && decimal_compare(off, rounded) <= 0) return n;
    }
    return 0;
}

static void tell_by_average(struct entry *e, struct entry *next, slice average, struct arena *arena) {
    if (e->span.len || !slice_starts(next->span, average) || !slice_equal(e->key->match, next->key->match)) return;
    int years = years_to_grow(e->value, next->value);
    if (!years) return;
    e->span = arena_format(arena, "%dy", years);
    if (slice_equal(next->span, average)) next->span = arena_format(arena, "%.*s%dy", SLICE_ARG(average), years);
}

/* `since`: the last growth before `e` in its row that says since which year. */
static bool goes_on_from(const struct entry *e, const struct entry *since) {
    return since && since->opening == e->opening && since->year == e->year && !e->span.len && !e->claim->basis.len &&
           (!e->claim->period.len || slice_equal(e->claim->period, since->claim->period));
}

void several_tell(struct entries *entries, const struct metric_rules *rules, struct arena *arena) {
    slice               average = metric_average(rules);
    const struct entry *since = NULL;
    for (size_t i = 0; i < entries->count; i++) {
        struct entry *e = &entries->items[i], *next = i + 1 < entries->count ? e + 1 : NULL;
        if (!is_growth(e)) continue;
        if (next && is_growth(next) && one_sentence(e, next)) tell_by_average(e, next, average, arena);
        if (goes_on_from(e, since))
            e->span = since->span;
        else if (e->claim->basis.len)
            since = slice_int(e->claim->basis) > 0 && e->span.len && !slice_starts(e->span, average) ? e : NULL;
    }
}
