/* Metrics that name several figures: 可提供单位1.4万个 here, 可提供单位5800个 there, 4700个 elsewhere. Three sentences of one
 * report with three figures for one year are of three things, and what they are of the words round the figure must say, as they
 * do for a 泛 metric. Where there are two, far from one another, the second is of another thing than the first:
 * 9880万人领取养老金 behind 641万人领取养老金. Leaves alone what has a row of its own in metrics.tsv: 地区生产总值 is stated
 * twice and revised once. */
#include "export/series/vague.h"
#include "export/series/points.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

static int by_match(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    int                 order = slice_compare(x->body, y->body);
    if (!order) order = slice_compare(x->key->match, y->key->match);
    if (!order) order = (int)x->claim->kind - (int)y->claim->kind;
    if (!order) order = (int)x->claim->status - (int)y->claim->status;
    if (!order) order = slice_compare(x->unit, y->unit);
    if (!order) order = slice_compare(x->claim->period, y->claim->period);
    if (!order) order = ORDER(x->report, y->report);
    if (!order) order = x->year - y->year;
    return order ? order : ORDER(x->place, y->place);
}

static bool same_figure(const struct entry *x, const struct entry *y) {
    return slice_equal(x->key->match, y->key->match) && x->claim->kind == y->claim->kind && slice_equal(x->body, y->body);
}

static bool same_of_report(const struct entry *x, const struct entry *y) {
    return same_figure(x, y) && x->claim->status == y->claim->status && slice_equal(x->unit, y->unit) &&
           slice_equal(x->claim->period, y->claim->period) && x->report == y->report && x->year == y->year;
}

enum { VAGUE = 3, LOOKED_AT = 64, BARE = 4 };

bool rate_is_bare(const struct entry *e) { return e->claim->kind == KIND_SHARE && utf8_count(e->key->text) <= BARE; }

/* True for the figures of one report and year where three sentences give three, or two of a bare rate. */
static bool is_vague(struct entry *const *of_report, size_t n) {
    size_t distinct = 0, vague = rate_is_bare(of_report[0]) ? VAGUE - 1 : VAGUE;
    for (size_t i = 0; i < n && i < LOOKED_AT && distinct < vague; i++) {
        bool other = of_report[i]->value.present && of_report[i]->claim->role == ROLE_NONE;
        for (size_t k = 0; k < i && other; k++)
            other = decimal_compare(of_report[k]->value, of_report[i]->value) != 0 &&
                    !slice_equal(of_report[k]->claim->sentence, of_report[i]->claim->sentence);
        distinct += other;
    }
    return distinct >= vague;
}

/* Of another thing than one that another sentence tells before it. */
static bool is_another(struct entry *const *of_report, size_t i) {
    enum { FAR = 50 }; /* percent: a sum told round and told to the last digit is one */
    const struct entry *e = of_report[i];
    bool                one_of_all = e->key->name || e->claim->role != ROLE_NONE || e->claim->kind != KIND_LEVEL;
    for (size_t k = 0; k < i && k < LOOKED_AT && !one_of_all; k++)
        if (of_report[k]->claim->role == ROLE_NONE && of_report[k]->whole == e->whole &&
            slice_equal(of_report[k]->metric, e->metric) && !slice_equal(of_report[k]->claim->sentence, e->claim->sentence) &&
            figures_are_apart(of_report[k], e, FAR))
            return true;
    return false;
}

void vague_find(struct entries *entries, struct arena *arena) {
    struct entry **order = ARENA_ARRAY(arena, struct entry *, entries->count + 1);
    size_t         n = entries->count;
    for (size_t i = 0; i < n; i++) order[i] = &entries->items[i];
    if (n) qsort(order, n, sizeof *order, by_match);
    for (size_t first = 0, end; first < n; first = end) {
        bool vague = false;
        for (end = first; end < n && same_figure(order[first], order[end]);) {
            size_t next = end + 1;
            while (next < n && same_of_report(order[end], order[next])) next++;
            vague |= is_vague(order + end, next - end);
            for (size_t i = end + 1; i < next; i++) order[i]->another = is_another(order + end, i - end);
            end = next;
        }
        for (size_t i = first; vague && i < end; i++) order[i]->key->generic |= !order[i]->key->name;
    }
}
