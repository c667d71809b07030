/* One figure under two wordings becomes one: 旅客吞吐量 and 机场旅客吞吐量 join when their words that matter are the same, one
 * stands in the other and no report gives two different values for one year. What is likely but not sure is listed.
 * Leaves alone which value of a year wins (series.c). */
#include "export/series/join.h"

#include "export/series/other.h"
#include "export/series/rival.h"
#include "export/series/settle.h"
#include "export/series/unit.h"
#include "export/series/ways.h"
#include "export/series/wording.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- clusters -------------------------------------------------------------------------------------------------------------
 */

/* A 泛 metric (完成投资) is told apart by the words before it; so is a wording that a person keeps apart from its key. A figure
 * whose span is inherited stands alone until its value says what it spans; what there is of it in all (累计达到161项) apart
 * from what one year added. */
static slice detail_of(const struct entry *e, const struct aliases *aliases, struct arena *arena) {
    if (e->inherited) return arena_format(arena, "%u", (unsigned)e->place);
    if (e->item) return arena_format(arena, "#%u", (unsigned)e->item); /* 会议和发文分别减少10%、20%: two figures */
    slice told = e->key->generic ? arena_format(arena, "%.*s|%.*s", SLICE_ARG(e->wording), SLICE_ARG(e->purpose)) : SLICE_NONE;
    bool  bare = e->key->generic && !e->purpose.len &&
                slice_equal(e->wording, e->metric); /* 破案684起, and 破案135起 of who knows what */
    if (bare) return arena_format(arena, "#%u%.*s", (unsigned)e->report, SLICE_ARG(told));
    if (e->total) return arena_format(arena, "#total%.*s", SLICE_ARG(told));
    if (e->another) return arena_format(arena, "#another%u", (unsigned)e->place);
    if (e->key->generic) return told;
    return aliases_say(aliases, e->key->match, e->key->match) < 0 ? e->claim->metric : SLICE_NONE;
}

struct sortable {
    struct entry *entry;
    slice         detail, zone; /* zone: whose own figure it is, not the whole's */
    bool          worded;       /* its wording tells it from others of its key */
};

static int by_cluster(const void *a, const void *b) {
    const struct sortable *x = a, *y = b;
    int                    order = slice_compare(x->entry->gate, y->entry->gate);
    if (!order) order = slice_compare(x->entry->key->match, y->entry->key->match);
    if (!order) order = slice_compare(x->entry->unit, y->entry->unit);
    if (!order) order = slice_compare(x->entry->span, y->entry->span);
    if (!order) order = (int)x->entry->inherited - (int)y->entry->inherited;
    if (!order) order = slice_compare(x->detail, y->detail);
    if (!order) order = x->entry->year - y->entry->year;
    return order ? order : ORDER(x->entry->place, y->entry->place);
}

static bool one_cluster(const struct sortable *x, const struct sortable *y) {
    return slice_equal(x->entry->gate, y->entry->gate) && slice_equal(x->entry->key->match, y->entry->key->match) &&
           slice_equal(x->entry->unit, y->entry->unit) && slice_equal(x->entry->span, y->entry->span) &&
           x->entry->inherited == y->entry->inherited && slice_equal(x->detail, y->detail);
}

enum {
    ZONE_NEIGHBOURS = 64, /* figures of a cluster, by year, that one is held against */
    TOLD_APART = 5,       /* percent by which one figure told twice may differ */
};

/* Another figure of its report, year and cluster that is of no part, and not the same: 固定资产投资 up 13.8%, and in 青禾高新区
 * 10.3%. Or one of any report that says itself that it is of none: 全市法院审执结, and 市中院审执结 a year on. */
static bool is_parts_own(const struct sortable *order, size_t first, size_t end, size_t i) {
    const struct entry *part = order[i].entry;
    if (first + ZONE_NEIGHBOURS < i) first = i - ZONE_NEIGHBOURS;
    if (end > i + ZONE_NEIGHBOURS) end = i + ZONE_NEIGHBOURS;
    for (size_t k = first; k < end; k++) {
        const struct entry *whole = order[k].entry;
        bool                beside = whole->report == part->report && whole->year == part->year;
        if (!whole->zone.len && (whole->own || beside) && figures_are_apart(whole, part, TOLD_APART)) return true;
    }
    return false;
}

/* The zone of order[i] is told apart by a figure before it in its cluster. */
static bool zone_is_known(const struct sortable *order, const size_t *own, size_t count, size_t i) {
    while (count-- > 0)
        if (slice_equal(order[own[count]].entry->zone, order[i].entry->zone)) return true;
    return false;
}

/* What is a part's own leaves the cluster, and so do its figures of other years, whose reports tell nothing of the whole. True
 * when there is any: `order` is sorted no more then. */
static bool part_zones(struct sortable *order, size_t n, struct arena *arena) {
    size_t own[ZONE_NEIGHBOURS];
    bool   parted = false;
    for (size_t first = 0, end; first < n; first = end) {
        size_t zones = 0;
        for (end = first + 1; end < n && one_cluster(&order[first], &order[end]); end++) {
        }
        for (size_t i = first; i < end; i++)
            if (zones < ZONE_NEIGHBOURS && order[i].entry->zone.len && !zone_is_known(order, own, zones, i) &&
                is_parts_own(order, first, end, i))
                own[zones++] = i;
        for (size_t i = first; zones && i < end; i++)
            if (order[i].entry->zone.len && zone_is_known(order, own, zones, i)) {
                order[i].zone = order[i].entry->zone;
                order[i].detail = arena_format(arena, "%.*s#%.*s", SLICE_ARG(order[i].detail), SLICE_ARG(order[i].zone));
            }
        parted |= zones > 0;
    }
    return parted;
}

/* Two figures of one report and year that are written otherwise and are not the same. */
static bool are_worded_apart(const struct entry *x, const struct entry *y) {
    bool exact = x->claim->qualifier == QUALIFIER_EXACT && y->claim->qualifier == QUALIFIER_EXACT;
    return exact && x->report == y->report && x->year == y->year && x->kind == KIND_LEVEL &&
           !slice_equal(x->metric, y->metric) && figures_are_apart(x, y, TOLD_APART);
}

/* 缴存额38亿元 and, all told, 缴存总额286亿元 of one report: what 总 says matters here, so each wording is a cluster of its own
 * until the values say which go together. True when there is any such. */
static bool part_wordings(struct sortable *order, size_t n, struct arena *arena) {
    bool parted = false;
    for (size_t first = 0, end; first < n; first = end) {
        bool apart = false;
        for (end = first + 1; end < n && one_cluster(&order[first], &order[end]); end++)
            for (size_t k = end; k-- > first && order[k].entry->year == order[end].entry->year && end - k < ZONE_NEIGHBOURS;)
                apart = apart || are_worded_apart(order[k].entry, order[end].entry);
        for (size_t i = first; apart && i < end; i++) {
            order[i].detail = arena_format(arena, "%.*s#%.*s", SLICE_ARG(order[i].detail), SLICE_ARG(order[i].entry->metric));
            order[i].worded = true;
        }
        parted = parted || apart;
    }
    return parted;
}

/* A cluster that leads itself, of which `first` is the first point. */
static struct cluster cluster_of(const struct sortable *first, uint32_t self, struct entry **points) {
    const struct entry *e = first->entry;
    return (struct cluster){.points = points,
                            .first = points,
                            .key = e->key,
                            .gate = e->gate,
                            .wording = e->wording,
                            .zone = first->zone,
                            .unit = e->unit,
                            .span = e->span,
                            .inherited = e->inherited,
                            .open = e->inherited,
                            .total = e->total,
                            .worded = first->worded,
                            .parent = self,
                            .next = UINT32_MAX,
                            .last = self,
                            .next_sort = UINT32_MAX,
                            .score = 100};
}

/* What series_agree, names_contrast and deeds_contrast ask of a cluster, but for its span: a series of thousands has few sorts.
 */
static slice sort_of(const struct cluster *c, const struct metric_rules *rules, struct arena *arena) {
    const struct entry *e = c->first[0];
    return arena_format(arena, "%.*s|%.*s|%d%d%d|%.*s|%.*s", SLICE_ARG(c->unit), SLICE_ARG(cluster_since(c)), e->own,
                        e->zone.len > 0, metric_act(rules, e->metric).len > 0, SLICE_ARG(c->object.deeds),
                        SLICE_ARG(metric_contrast_text(rules, e->metric, arena)));
}

/* The figures of each, once its points are known. */
static void tell_figures(struct joins *out, const struct metric_rules *rules, struct arena *arena) {
    for (size_t i = 0; i < out->count; i++) {
        struct cluster *c = &out->clusters[i];
        c->sort = sort_of(c, rules, arena);
        c->told = ARENA_BARE_ARRAY(arena, struct entry *, c->count);
        for (size_t k = 0; k < c->count; k++)
            if (c->points[k]->figure.present) c->told[c->told_count++] = c->points[k];
        points_sort_told(c->told, c->told_count);
    }
}

static void make_clusters(struct joins *out, const struct entries *entries, const struct metric_rules *rules,
                          const struct aliases *aliases, struct arena *arena) {
    struct sortable *order = ARENA_ARRAY(arena, struct sortable, entries->count + 1);
    struct entry   **points = ARENA_ARRAY(arena, struct entry *, entries->count + 1);
    for (size_t i = 0; i < entries->count; i++)
        order[i] = (struct sortable){&entries->items[i], detail_of(&entries->items[i], aliases, arena), SLICE_NONE, false};
    qsort(order, entries->count, sizeof *order, by_cluster);
    if (part_zones(order, entries->count, arena)) qsort(order, entries->count, sizeof *order, by_cluster);
    if (part_wordings(order, entries->count, arena)) qsort(order, entries->count, sizeof *order, by_cluster);
    out->clusters = ARENA_ARRAY(arena, struct cluster, entries->count + 1);
    for (size_t i = 0; i < entries->count; i++) {
        struct entry *e = points[i] = order[i].entry;
        if (!i || !one_cluster(&order[i - 1], &order[i])) {
            struct cluster *c = &out->clusters[out->count];
            *c = cluster_of(&order[i], (uint32_t)out->count++, points + i);
            metric_object_make(&c->object, rules, e->key, arena);
        }
        e->cluster = (uint32_t)out->count - 1;
        out->clusters[e->cluster].count++;
        out->clusters[e->cluster].tells_stood |= e->stood.present;
    }
    tell_figures(out, rules, arena);
}

/* Of each body, whose clusters stand together. */
static void tell_usual(struct cluster *clusters, size_t n, const struct metric_rules *rules) {
    for (size_t first = 0, end; first < n; first = end) {
        struct usual usual = {0};
        slice        body = gate_body(clusters[first].gate);
        for (end = first; end < n && slice_equal(gate_body(clusters[end].gate), body); end++)
            usual_count(&usual, rules, clusters[end].first[0]->metric);
        for (size_t i = first; i < end; i++) clusters[i].usual = usual_word(&usual);
    }
}

/* ---- what units and spans go together --------------------------------------------------------------------------------------
 */

/* 54个 and 54家 of one key are one; 人 and 户, 人 and 人次 never. Units of a dimension are converted, so they all go together.
 */
static bool units_agree(const struct cluster *x, const struct cluster *y, const struct metric_rules *rules) {
    if (slice_equal(x->unit, y->unit)) return true;
    if (!slice_has(x->gate, SLICE_LIT("|n|"))) return true;
    return units_grouped(rules, x->unit, y->unit);
}

slice cluster_since(const struct cluster *c) {
    slice basis = c->first[0]->claim->basis;
    return slice_int(basis) > 0 ? basis : SLICE_NONE;
}

/* 较2017年压缩71%, 较2017年压缩74%: years that follow one another, all measured against one. */
static bool since_one_year(const struct cluster *x, const struct cluster *y) {
    slice since = cluster_since(x);
    return since.len && slice_equal(since, cluster_since(y));
}

/* 年均 of a text that does not say how many years goes with any number of them. A span that the sentence itself does not say
 * may be no span, if the values bear it out (is_sure); but 五年 is not 八年. */
static bool spans_agree(const struct cluster *x, const struct cluster *y, const struct metric_rules *rules) {
    if (slice_equal(x->span, y->span) || since_one_year(x, y)) return true;
    slice average = metric_average(rules);
    bool  a = slice_starts(x->span, average), b = slice_starts(y->span, average);
    bool  open = (x->inherited && !y->span.len) || (y->inherited && !x->span.len);
    return a == b && (open || (a && (x->span.len == average.len || y->span.len == average.len)));
}

/* The values have settled what it spans: the others of its `series` say it. */
static bool span_is_settled(const struct cluster *c, const struct cluster *series) { return c->inherited && !series->open; }

/* One tells what 全市法院 did, the other what 市中院 itself did. */
static bool zones_clash(const struct cluster *x, const struct cluster *y) {
    const struct entry *a = x->first[0], *b = y->first[0];
    return (a->own && b->zone.len) || (b->own && a->zone.len);
}

static bool one_sort(const struct cluster *x, const struct cluster *y) {
    return slice_equal(x->sort, y->sort) && slice_equal(x->span, y->span) && x->inherited == y->inherited;
}

/* 培训学员1200人, 1350人次, 1400人: one name, counted by turns. Of all of the two series that are as `a` and `b` are. */
static bool turns_agree(const struct cluster *clusters, uint32_t x, uint32_t y, const struct cluster *a,
                        const struct cluster *b, const struct metric_rules *rules) {
    if (!units_but_for_times(rules, a->unit, b->unit)) return false;
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next)
        for (uint32_t j = y; one_sort(&clusters[i], a) && j != UINT32_MAX; j = clusters[j].next) {
            const struct cluster *p = &clusters[i], *q = &clusters[j];
            bool                  turns = slice_equal(p->key->match, q->key->match) && points_take_turns(p, q);
            if (one_sort(q, b) && !turns) return false;
        }
    return true;
}

/* Units, spans and whose they are of all clusters of the two series go together. */
static bool series_agree(const struct cluster *clusters, uint32_t x, uint32_t y, const struct metric_rules *rules) {
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next_sort)
        for (uint32_t j = y; j != UINT32_MAX; j = clusters[j].next_sort) {
            const struct cluster *a = &clusters[i], *b = &clusters[j];
            bool                  settled = span_is_settled(a, &clusters[x]) || span_is_settled(b, &clusters[y]);
            bool                  units = units_agree(a, b, rules) || turns_agree(clusters, x, y, a, b, rules);
            if (!units || !(settled || spans_agree(a, b, rules)) || zones_clash(a, b)) return false;
        }
    return true;
}

/* What is told again in the words of last year is of no month and no years that the one alone names: 去年8月宣布. */
static void settle_restated(struct cluster *clusters, const struct candidate_join *c) {
    struct cluster *x = &clusters[c->x], *y = &clusters[c->y];
    bool            less = x->span.len < y->span.len;
    struct cluster *more = less ? y : x;
    bool            alone = more->count == 1 && more->parent == (less ? c->y : c->x) && more->next == UINT32_MAX;
    if (c->score == SCORE_RESTATED && alone) more->span = less ? x->span : y->span;
}

static bool person_forbids(const struct cluster *clusters, uint32_t x, uint32_t y, const struct aliases *aliases) {
    if (!aliases->count) return false;
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next)
        for (uint32_t j = y; j != UINT32_MAX; j = clusters[j].next)
            if (aliases_say(aliases, clusters[i].key->match, clusters[j].key->match) < 0) return true;
    return false;
}

/* ---- joining ---------------------------------------------------------------------------------------------------------------
 */

static int by_score(const void *a, const void *b) {
    const struct candidate_join *x = a, *y = b;
    if (x->person != y->person) return x->person ? -1 : 1;
    if (x->score != y->score) return y->score - x->score;
    if (x->x != y->x) return ORDER(x->x, y->x);
    return ORDER(x->y, y->y);
}

/* The sorts of y's series that x's has not, behind those that it has. */
static void add_sorts(struct cluster *clusters, uint32_t x, uint32_t y) {
    for (uint32_t j = y, after; j != UINT32_MAX; j = after) {
        uint32_t i = x;
        after = clusters[j].next_sort;
        while (!one_sort(&clusters[i], &clusters[j]) && clusters[i].next_sort != UINT32_MAX) i = clusters[i].next_sort;
        if (one_sort(&clusters[i], &clusters[j])) continue;
        clusters[i].next_sort = j;
        clusters[j].next_sort = UINT32_MAX;
    }
}

/* y's points and clusters become x's. */
static void join(struct cluster *clusters, uint32_t x, uint32_t y, int score, struct arena *arena) {
    struct cluster *into = &clusters[x], *from = &clusters[y];
    points_take(into, from, arena);
    into->open = into->open && from->open;
    into->total = into->total || from->total;
    into->tells_stood = into->tells_stood || from->tells_stood;
    from->parent = x;
    for (uint32_t k = y; k != UINT32_MAX; k = clusters[k].next)
        if (score < clusters[k].score) clusters[k].score = score;
    add_sorts(clusters, x, y);
    clusters[into->last].next = y;
    into->last = from->last;
}

/* 一流专业31个, of which nothing says that it is what came, may be all there are beside 获批一流专业11个. */
static bool may_be_all(const struct cluster *bare, const struct cluster *came, const struct metric_rules *rules) {
    const struct entry *e, *f;
    points_nearest(bare, came, &e, &f);
    slice name = e->claim->metric, more = f->claim->metric;
    return !metric_flows(rules, bare->key->text) && slice_equal(e->clause[0], name) && name.len < more.len &&
           slice_ends(more, name) && decimal_compare(e->figure, f->figure) > 0;
}

/* How near the values of a pair that a likeness speaks for must be: 培育家庭农场 may be a year's, and 入境游客 a part of all.
 */
static enum nearness needed_nearness(const struct candidate_join *c, const struct cluster *clusters,
                                     const struct metric_rules *rules) {
    const struct cluster *x = &clusters[c->x], *y = &clusters[c->y];
    bool                  level = x->points[0]->kind == KIND_LEVEL;
    bool                  more = metric_flows(rules, x->key->text) != metric_flows(rules, y->key->text) ||
                (c->score == SCORE_BEHIND && !slice_equal(x->object.words, y->object.words));
    if (level && more && c->score < SCORE_JOIN) return NEAR_TIGHTLY;
    bool holds = c->score == SCORE_LED || c->score == SCORE_WITHIN || c->score == SCORE_SOLE; /* 大型义诊, 义诊 */
    bool all = slice_has(x->gate, SLICE_LIT("|n|")) && (may_be_all(x, y, rules) || may_be_all(y, x, rules));
    if (level && (holds || all)) return NEAR_SPAN;
    return c->score < SCORE_JOIN ? NEAR_CLOSELY : NEAR_ROUGHLY;
}

/* 过去五年，…。新增公路19.2万公里 and the next five years' 63.9万公里: what came is of as many years in both, and so it is
 * where the larger does not say it. */
static bool are_sums(const struct cluster *x, const struct cluster *y, const struct metric_rules *rules) {
    const struct entry *p, *q;
    bool                level = slice_equal(x->span, y->span) && x->points[0]->kind == KIND_LEVEL;
    if (!level || !metric_flows(rules, x->key->text) || !metric_flows(rules, y->key->text)) return false;
    points_nearest(x, y, &p, &q);
    int order = decimal_compare(p->figure, q->figure);
    return (x->open && y->open) || (x->open ? order > 0 : order < 0);
}

/* 连续7年增产, 连续5年超万亿斤: few years of one thing are near to few of any, and what lasts is told by more than their names.
 */
static bool last_alike(const struct cluster *x, const struct cluster *y, const struct metric_rules *rules) {
    return slice_is(x->points[0]->claim->dimension, "time") && unit_is_year(rules, x->unit) && points_few(x, y);
}

/* 肉类产量, 禽蛋产量, 肉类产量, 禽蛋产量 of four reports are two things: where they stand says nothing of names that have so
 * little in common. */
static bool alternate_apart(const struct cluster *a, const struct cluster *b, const struct cluster *x,
                            const struct cluster *y) {
    enum { ALIKE = 45 }; /* 农村公路, 四好农村路 */
    bool things = a->object.text.len && b->object.text.len && !slice_equal(a->key->match, b->key->match);
    return things && wording_similarity(a->object.text, b->object.text) < ALIKE && points_alternate(x, y);
}

/* 五年来，…。固定资产投资增长4.5% is of the last year where other years' 9.8% and 8.2% are not half of it: what five years come
 * to is five times that, or so. */
static bool grows_in_a_year(const struct cluster *open, const struct cluster *others) {
    decimal all = decimal_int(0), times = decimal_int((int)others->count);
    if (open->points[0]->kind != KIND_GROWTH || others->open || others->span.len) return false;
    for (size_t i = 0; i < others->count; i++) all = decimal_add(all, decimal_magnitude(others->points[i]->figure));
    for (size_t i = 0; i < open->count; i++) {
        decimal own = decimal_mul(decimal_magnitude(open->points[i]->figure), times);
        if (!own.present || !all.present || decimal_compare(own, decimal_mul(all, decimal_int(2))) > 0) return false;
    }
    return true;
}

/* What the values say of the years that a sentence before told. */
static bool years_agree(const struct cluster *x, const struct cluster *y, const struct metric_rules *rules) {
    return points_continue(x, y, are_sums(x, y, rules) ? NEAR_ROUGHLY : NEAR_SPAN) ||
           (x->open ? grows_in_a_year(x, y) : grows_in_a_year(y, x));
}

/* Within so many tenths of one another. */
static bool within_tenths(decimal a, decimal b, int tenths) {
    decimal times = decimal_shift(decimal_int(tenths), -1);
    return decimal_compare(decimal_mul(a, times), b) >= 0 && decimal_compare(decimal_mul(b, times), a) >= 0;
}

/* What there was, and not what came: as much as there is said to have been the year before `came`, or some years before that
 * near to it, and far from what came. */
static bool is_what_stood(const struct entry *was, const struct entry *came) {
    enum { YEARS = 3, NEAR = 15, FAR = 20 };
    int     gap = came->year - was->year;
    decimal a = was->figure, b = came->figure;
    if (gap < 1 || gap > YEARS || !a.present || !b.present) return false;
    if (gap == 1 && !decimal_compare(a, came->stood)) return true;
    return within_tenths(a, came->stood, NEAR) && !within_tenths(a, b, FAR);
}

/* 建成中心7个, and next year 新增中心3个、总数10个: of the year before stands what there was, not what came. */
static bool stood_before(const struct cluster *came, const struct cluster *stands) {
    for (size_t i = 0; came->tells_stood && i < came->count; i++) {
        const struct entry *e = came->points[i];
        for (size_t j = 0; e->stood.present && e->came && j < stands->count; j++)
            if (is_what_stood(stands->points[j], e)) return true;
    }
    return false;
}

/* How sure a likely pair is: the figures may confirm it or speak against it. */
static bool is_sure(const struct candidate_join *c, const struct cluster *clusters, uint32_t at_x, uint32_t at_y,
                    const struct metric_rules *rules) {
    const struct cluster *x = &clusters[at_x], *y = &clusters[at_y];
    if (c->person) return true;
    if (points_contradict(x, y) || stood_before(x, y) || stood_before(y, x)) return false;
    if (c->score <= SCORE_BEHIND && alternate_apart(&clusters[c->x], &clusters[c->y], x, y)) return false;
    if (c->score < SCORE_WEAK_SYNONYM && (last_alike(x, y, rules) || points_beside(x, y))) return false;
    if ((x->open || y->open) && !years_agree(x, y, rules)) return false; /* 五年 6600万 is not one year's 1350万 */
    if (x->total != y->total && !points_continue(x, y, NEAR_CLOSELY)) return false; /* 推出6项, 累计达到22项 */
    bool doubtful =
        c->score <= SCORE_LED && x->points[0]->kind == KIND_LEVEL; /* 興建1.5万個單位, four years on 可供興建1.3万個 */
    if (c->join && doubtful && !points_adjoin(x, y)) return false;
    if (c->join) return c->score > SCORE_WEAK_SYNONYM || points_continue(x, y, needed_nearness(c, clusters, rules));
    return c->score >= SCORE_CONFIRMED && points_confirm(x, y);
}

/* No report has figures of both series, and both clusters are of the whole or of one part, the first of a sentence or the
 * second. */
static bool may_follow(const struct cluster *clusters, const struct candidate_join *c, uint32_t x, uint32_t y) {
    const struct cluster *a = &clusters[c->x], *b = &clusters[c->y];
    return slice_equal(a->zone, b->zone) && a->first[0]->item == b->first[0]->item &&
           !reports_shared(&clusters[x], &clusters[y]);
}

/* 培育家庭农场35家, 全县共有家庭农场42家: what came within the year, and what there is at its end. */
static bool comes_and_stands(const struct entry *comes, const struct entry *stands, const struct metric_rules *rules) {
    return metric_flows(rules, comes->key->text) && !metric_flows(rules, stands->key->text) &&
           metric_stands(rules, stands->clause[0]);
}

static bool are_apart(const struct cluster *x, const struct cluster *y, int score, const struct metric_rules *rules) {
    const struct entry *a = x->first[0], *b = y->first[0];
    bool                replaced = score != SCORE_BEHIND && metric_replaces(rules, a->metric, b->metric, a->kind); /* 工业用水量, 生活用水量 */
    return replaced || metric_lists_apart(rules, a->metric, b->metric) || metric_contrasts(rules, a->metric, b->metric) ||
           metric_things_apart(rules, &x->object, &y->object) || comes_and_stands(a, b, rules) || comes_and_stands(b, a, rules);
}

/* 授权专利, 授权发明专利. */
static bool are_whole_and_part(const struct cluster *x, const struct cluster *y, int score, const struct metric_rules *rules) {
    (void)score;
    return metric_restricts(rules, x->first[0]->metric, y->first[0]->metric, x->usual);
}

/* What one names is not what the other does, however alike the words: a person decides. */
static void others_part(struct likely *likely, const struct cluster *clusters, const struct metric_rules *rules,
                        bool (*others)(const struct cluster *, const struct cluster *, int, const struct metric_rules *)) {
    for (size_t i = 0; i < likely->count; i++) {
        struct candidate_join *c = &likely->items[i];
        if (c->score < SCORE_WEAK_SYNONYM) c->join = c->join && !others(&clusters[c->x], &clusters[c->y], c->score, rules);
    }
}

/* 门诊患者满意度 and 住院患者满意度 do not meet in the series of a 患者满意度 that either may be. */
static bool names_contrast(const struct cluster *clusters, uint32_t x, uint32_t y, const struct metric_rules *rules) {
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next_sort)
        for (uint32_t j = y; j != UINT32_MAX; j = clusters[j].next_sort)
            if (metric_contrasts(rules, clusters[i].first[0]->metric, clusters[j].first[0]->metric)) return true;
    return false;
}

/* One of the series that `head` leads is of both doings. */
static bool does_both(const struct cluster *clusters, uint32_t head, slice a, slice b) {
    for (uint32_t i = head; i != UINT32_MAX; i = clusters[i].next_sort)
        if (words_within(a, clusters[i].object.deeds) && words_within(b, clusters[i].object.deeds)) return true;
    return false;
}

/* What is made anew is told apart from what is done to what there is: 新建堤防, 加固堤防. 更新管网 and 改造管网 are not. */
static bool one_is_new(const struct metric_rules *rules, const struct cluster *x, const struct cluster *y) {
    return (metric_act(rules, x->first[0]->metric).len > 0) != (metric_act(rules, y->first[0]->metric).len > 0);
}

/* 新建堤防 and 加固堤防 do not meet in the series of a 新建加固堤防 that each is a part of. */
static bool deeds_contrast(const struct cluster *clusters, uint32_t x, uint32_t y, const struct metric_rules *rules) {
    for (uint32_t i = x; i != UINT32_MAX; i = clusters[i].next_sort)
        for (uint32_t j = y; j != UINT32_MAX; j = clusters[j].next_sort) {
            slice a = clusters[i].object.deeds, b = clusters[j].object.deeds;
            bool  other = a.len && b.len && !words_shared(a, b) && one_is_new(rules, &clusters[i], &clusters[j]);
            if (other && (does_both(clusters, x, a, b) || does_both(clusters, y, a, b))) return true;
        }
    return false;
}

/* Surest first. What is not sure is listed, unless `alone`: then it is made only where no report has both. Returns how many are
 * made. */
static size_t make_joins(struct joins *out, struct likely *likely, bool alone, const struct metric_rules *rules,
                         const struct aliases *aliases, struct arena *arena) {
    likely_keep_once(likely);
    others_part(likely, out->clusters, rules, are_apart);
    grown_part(likely, out->clusters);
    siblings_part(likely, out, rules);
    rivals_part(likely, out->clusters, arena);
    others_part(likely, out->clusters, rules, are_whole_and_part); /* a part is a rival all the same */
    size_t made = 0;
    if (likely->count) qsort(likely->items, likely->count, sizeof *likely->items, by_score);
    for (size_t i = 0; i < likely->count; i++) {
        const struct candidate_join *c = &likely->items[i];
        uint32_t                     x = cluster_leader(out->clusters, c->x), y = cluster_leader(out->clusters, c->y);
        if (x == y || (alone && !(c->join && may_follow(out->clusters, c, x, y)))) continue;
        settle_restated(out->clusters, c);
        bool allowed = series_agree(out->clusters, x, y, rules) && !person_forbids(out->clusters, x, y, aliases);
        bool contrast = c->score < SCORE_WEAK_SYNONYM &&
                        (names_contrast(out->clusters, x, y, rules) || deeds_contrast(out->clusters, x, y, rules));
        if (!allowed || contrast || (!c->person && series_told_apart(out, rules, x, y))) continue;
        bool bigger = out->clusters[x].count >= out->clusters[y].count;
        if (is_sure(c, out->clusters, x, y, rules)) {
            join(out->clusters, bigger ? x : y, bigger ? y : x, c->score, arena);
            made++;
        } else if (!alone && !points_contradict(&out->clusters[x], &out->clusters[y]))
            ARENA_PUSH(arena, out->weak, out->weak_count, out->weak_capacity, *c);
    }
    return made;
}

/* What the ways find one after the other, each as the joins made before it have the series. Returns how many joins are made. */
static size_t join_by(struct joins *out, const struct search *search, const pair_finder *ways, size_t n,
                      const struct aliases *aliases) {
    size_t made = 0;
    for (size_t i = 0; i < n; i++) {
        struct likely found = {0};
        struct search here = *search;
        here.out = &found;
        ways[i](&here);
        made += make_joins(out, &found, true, search->rules, aliases, search->arena);
    }
    return made;
}

enum { ROUNDS = 3 };

/* What is left when the wordings have spoken. A body keeps to its words and its order from year to year; that two bodies each
 * have one 科技成果 that nothing else is like says nothing. */
static void join_the_rest(struct joins *out, const struct search *search, const struct aliases *aliases) {
    static const pair_finder several[] = {alone_find, share_find};
    static const pair_finder once[] = {restate_find, grown_find, alone_find, sole_find, rare_find, share_find};
    /* what follows from a join may be what the next stands behind */
    static const pair_finder again[] = {follow_find, gap_find, between_find, rest_find};
    if (search->entries->across) {
        join_by(out, search, several, sizeof several / sizeof *several, aliases);
        return;
    }
    join_by(out, search, once, sizeof once / sizeof *once, aliases);
    size_t made = 1;
    for (int round = 0; made && round < ROUNDS; round++)
        made = join_by(out, search, again, sizeof again / sizeof *again, aliases);
}

void joins_make(struct joins *out, const struct entries *entries, const struct metric_rules *rules,
                const struct aliases *aliases, struct arena *arena) {
    struct likely likely = {0};
    *out = (struct joins){.entries = entries};
    grown_tell(entries);
    make_clusters(out, entries, rules, aliases, arena);
    tell_usual(out->clusters, out->count, rules);
    struct search search = {&likely, out->clusters, out->count, entries, rules, arena, false};
    likely_find(&search, aliases);
    make_joins(out, &likely, false, rules, aliases, arena);
    if (spans_settle(out, entries)) {
        likely.count = 0;
        search.again = true;
        likely_find(&search, aliases);
        make_joins(out, &likely, true, rules, aliases, arena);
        search.again = false;
    }
    join_the_rest(out, &search, aliases);
}
