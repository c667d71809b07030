/* Claims become series: 地区生产总值 of 甲县 is 198.5亿元 in 2011 and 235.2亿元 in 2012. Of two figures of one year the whole
 * body's and last stated wins, the other stays behind it. Leaves alone what joins (series/join.c) and how years are compared
 * (series/change.c). */
#include "export/series/series.h"
#include "export/series/aim.h"
#include "export/series/body.h"
#include "export/series/key.h"

#include "export/series/likely.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- which figure of a year wins -------------------------------------------------------------------------------------------
 */

static bool is_exact(const struct entry *e) { return e->claim->qualifier == QUALIFIER_EXACT; }

/* A guessed year is refuted where another report's own figure of it is far off: the 2.5万公里 of 由2.5万公里增加到4.2万公里
 * behind 五年…十年… is not of 2012. And of one year 67.7万亿元 says more than 不到70万亿元 does in a later report. */
static bool gives_way(const struct entry *x, const struct entry *y) {
    if (y->report == x->report || y->reckoned || !slice_equal(x->body, y->body)) return false;
    return figures_are_apart(x, y, 10) ? x->reckoned : !is_exact(x) && is_exact(y);
}

/* `points` are sorted by year, then place. */
static void refute_guesses(struct entry **points, size_t n) {
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && points[end]->year == points[first]->year; end++) {
        }
        bool one_report = points[first]->report == points[end - 1]->report; /* those of one stand together */
        for (size_t i = first; i < end && !one_report; i++) {
            if (!points[i]->reckoned && is_exact(points[i])) continue; /* most */
            for (size_t k = first; !points[i]->refuted && k < end; k++) points[i]->refuted = gives_way(points[i], points[k]);
        }
    }
}

/* Winner first: no repeated document, none that gives way, the whole body, the later report, exact over about, the first in its
 * report. */
static int by_claim_to_win(const struct entry *x, const struct entry *y) {
    if (x->duplicate != y->duplicate) return x->duplicate ? 1 : -1;
    if (x->refuted != y->refuted) return x->refuted ? 1 : -1;
    if (x->whole != y->whole) return x->whole ? -1 : 1;
    if (x->rank != y->rank) return y->rank - x->rank;
    if (x->report != y->report) return ORDER(y->report, x->report);
    if (is_exact(x) != is_exact(y)) return is_exact(x) ? -1 : 1;
    return ORDER(x->place, y->place);
}

static int by_year_then_winner(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    if (x->year != y->year) return x->year - y->year;
    int order = slice_compare(x->body, y->body);
    return order ? order : by_claim_to_win(x, y);
}

/* ---- one unit for a series -------------------------------------------------------------------------------------------------
 */

struct tally {
    slice  text;
    size_t count, first; /* points that have it, and the first of them */
};

static int tally_by_text(const void *a, const void *b) {
    const struct tally *x = a, *y = b;
    int                 order = slice_compare(x->text, y->text);
    return order ? order : ORDER(x->first, y->first);
}

static int tally_by_first(const void *a, const void *b) {
    const struct tally *x = a, *y = b;
    return ORDER(x->first, y->first);
}

/* The text that most points have. Of equals the one that says most, where `longest` (执行到位金额 before 到位金额), then the
 * first by bytes. */
static slice most_common(const struct tally *tallies, size_t n, bool longest) {
    size_t best = 0;
    for (size_t i = 1; i < n; i++) {
        const struct tally *x = &tallies[i], *y = &tallies[best];
        bool                even = x->count == y->count && (!longest || x->text.len == y->text.len);
        if (even ? slice_compare(x->text, y->text) < 0 : x->count != y->count ? x->count > y->count : x->text.len > y->text.len)
            best = i;
    }
    return n ? tallies[best].text : SLICE_NONE;
}

enum { WORDINGS = 12 }; /* of a series that are held against one another */

/* How like the wordings of all the points this one is. */
static size_t likeness_to_all(const struct tally *tallies, size_t n, size_t i) {
    size_t sum = 0;
    for (size_t k = 0; k < n && k < WORDINGS; k++)
        sum += tallies[k].count * (k == i ? 100 : (size_t)wording_similarity(tallies[i].text, tallies[k].text));
    return sum;
}

/* Of three wordings and more, none oftener than the others, the one that is likest them all: 高级职称 of 高级职称人员,
 * 正副高级职称 and 副高以上职称, where the one that says most says what only one year's report did. */
static slice most_typical(const struct tally *tallies, size_t n, bool longest) {
    size_t best = 0, likeness = 0, most = 0, same = 0;
    for (size_t i = 0; i < n; i++)
        if (tallies[i].count > most) most = tallies[i].count;
    for (size_t i = 0; i < n; i++) same += tallies[i].count == most;
    if (n < 3 || same < 2) return most_common(tallies, n, longest);
    for (size_t i = 0; i < n; i++) {
        size_t like = tallies[i].count == most ? likeness_to_all(tallies, n, i) : 0;
        if (like < likeness || (like == likeness && slice_compare(tallies[i].text, tallies[best].text) >= 0)) continue;
        best = i;
        likeness = like;
    }
    return tallies[best].text;
}

/* Each text once, in the order of the points. */
static size_t count_texts(struct tally *out, struct entry *const *points, size_t n, slice (*text)(const struct entry *)) {
    size_t kinds = 0;
    for (size_t i = 0; i < n; i++) out[i] = (struct tally){text(points[i]), 1, i};
    qsort(out, n, sizeof *out, tally_by_text);
    for (size_t i = 0; i < n; i++) {
        if (kinds && slice_equal(out[kinds - 1].text, out[i].text))
            out[kinds - 1].count++;
        else
            out[kinds++] = out[i];
    }
    qsort(out, kinds, sizeof *out, tally_by_first);
    return kinds;
}

static slice unit_text(const struct entry *e) { return e->measured->unit; }

/* 三分之二, 70% and 四分之三 are percentages: a fraction has six places, which others would be converted by. */
static size_t without_fractions(struct tally *units, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (slice_is(units[i].text, "ratio")) units[i--] = units[--n];
    return n;
}

/* 每月720元 beside 760元/月 is 720元/月. */
static size_t without_counted(struct tally *units, size_t n) {
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k && slice_equal(units[i].text, unit_counted(units[k].text))) {
                units[i--] = units[--n];
                break;
            }
    return n;
}

/* 青霞山机场旅客吞吐量 beside 机场旅客吞吐量 of as many bodies names one of them; 空气质量指数 beside 质量指数 says it in full.
 */
static bool names_one(const struct tally *more, const struct tally *less) {
    enum { NAME = 3 }; /* characters */
    return less->count >= more->count && slice_ends(more->text, less->text) &&
           utf8_count(slice_less(more->text, less->text.len)) >= NAME;
}

static size_t without_names(struct tally *metrics, size_t n) {
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (names_one(&metrics[i], &metrics[k])) {
                metrics[i--] = metrics[--n];
                break;
            }
    return n;
}

static slice metric_text(const struct entry *e) { return e->metric; }

/* What one of `unit` is in the base unit: read off a figure that is written in it. Absent when none tells. */
static decimal unit_factor(struct entry *const *points, size_t n, slice unit) {
    for (size_t i = 0; i < n; i++) {
        const struct claim *c = points[i]->measured;
        if (slice_equal(c->unit, unit) && c->base_value.present && c->value.present && !decimal_zero(c->value))
            return decimal_div(c->base_value, c->value, 12);
    }
    return DECIMAL_NONE;
}

/* 2公顷 in a series of 亩 is 30; a figure in the series' own unit stays as it is written. */
static decimal in_unit(const struct entry *e, slice unit, decimal factor) {
    const struct claim *c = e->measured;
    if (slice_equal(c->unit, unit) || !c->base_value.present || !factor.present) return e->value;
    decimal value = decimal_div(c->base_value, factor, 10);
    if (e->value.present && value.present) value.negative = e->value.negative;
    return value;
}

/* ---- from clusters to series -----------------------------------------------------------------------------------------------
 */

static decimal point_score(const struct cluster *c, const struct entry *e, slice metric) {
    int score = c->score < 100 ? c->score : slice_equal(e->metric, metric) ? 100 : 98;
    return decimal_shift(decimal_int(score), -2);
}

static void fill_aliases(struct series *s, const struct tally *metrics, size_t n, struct arena *arena) {
    s->aliases = ARENA_ARRAY(arena, slice, n + 1);
    for (size_t i = 0; i < n; i++)
        if (!slice_equal(metrics[i].text, s->metric)) s->aliases[s->alias_count++] = metrics[i].text;
    if (s->alias_count) qsort(s->aliases, s->alias_count, sizeof *s->aliases, slice_order);
}

/* What series are made of. */
struct making {
    struct joins *joins;
    bool          across;
    struct tally *room; /* for all wordings of a series */
};

static void fill_points(struct series *s, const struct cluster *c, const struct making *m, struct arena *arena) {
    decimal factor = unit_factor(c->points, c->count, s->unit);
    s->points = ARENA_ARRAY(arena, struct point, c->count);
    for (size_t i = 0; i < c->count; i++) {
        const struct entry *e = c->points[i];
        bool                again = i && c->points[i - 1]->year == e->year && slice_equal(c->points[i - 1]->body, e->body);
        s->points[i] = (struct point){.claim = e->claim,
                                      .year = e->year,
                                      .name = e->name,
                                      .body = e->body,
                                      .value = in_unit(e, s->unit, factor),
                                      .reckoned = e->reckoned,
                                      .shadowed = again,
                                      .duplicate = e->duplicate,
                                      .score = point_score(&m->joins->clusters[e->cluster], e, s->metric),
                                      .span = e->span};
    }
    s->point_count = c->count;
}

static slice body_name(struct entry *const *points, size_t n, bool across) {
    if (across) return SLICE_NONE;
    for (size_t i = n; i-- > 0;)
        if (points[i]->shown.len) return points[i]->shown;
    return SLICE_NONE;
}

static slice make_id(const struct series *s, slice body, struct arena *arena) {
    return arena_format(arena, "%.*s|%.*s|%s|%s|%.*s%s%.*s", SLICE_ARG(s->key), SLICE_ARG(s->unit), kind_names[s->kind],
                        status_names[s->status], SLICE_ARG(body), s->span.len ? "|" : "", SLICE_ARG(s->span));
}

/* What the sentences themselves say outweighs what they inherit; 年均5y says more than 年均; 4y and 5y of 较2017年压缩 are
 * since2017. */
static slice span_of_all(const struct joins *joins, uint32_t head, struct arena *arena) {
    const struct cluster *best = &joins->clusters[head];
    for (uint32_t i = head; i != UINT32_MAX; i = joins->clusters[i].next) {
        const struct cluster *c = &joins->clusters[i];
        bool                  more = c->inherited == best->inherited && (c->span.len > best->span.len) == !c->inherited;
        slice                 since = slice_equal(c->span, best->span) ? SLICE_NONE : cluster_since(c);
        if (since.len && slice_equal(since, cluster_since(best))) return arena_format(arena, "since%.*s", SLICE_ARG(since));
        if ((best->inherited && !c->inherited) || (more && c->span.len != best->span.len)) best = c;
    }
    return best->span;
}

/* The most common wording of the points; what stands in m->room is counted anew. */
static slice usual_wording(struct entry *const *points, size_t n, const struct making *m) {
    size_t metrics = count_texts(m->room, points, n, metric_text);
    if (m->across) metrics = without_names(m->room, metrics);
    bool longest = points[0]->kind != KIND_GROWTH; /* not 居民消费价格涨幅, which says its kind */
    return points[0]->kind == KIND_SHARE ? most_common(m->room, metrics, longest) : most_typical(m->room, metrics, longest);
}

/* The points whose metrics say more than `brief`, which is 泛, and end in it: 水利投资, where others have 完成投资. */
static size_t points_saying_more(struct entry **out, const struct cluster *c, const struct metric_key *brief) {
    size_t n = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct metric_key *key = c->points[i]->key;
        if (!key->generic && slice_ends(key->text, brief->text)) out[n++] = c->points[i];
    }
    return n;
}

static slice name_of(const struct cluster *c, const struct making *m, struct arena *arena) {
    slice  name = usual_wording(c->points, c->count, m);
    size_t i = 0;
    while (!slice_equal(c->points[i]->metric, name)) i++;
    if (!c->points[i]->key->generic) return name;
    struct entry **more = ARENA_ARRAY(arena, struct entry *, c->count);
    size_t         n = points_saying_more(more, c, c->points[i]->key);
    return n ? usual_wording(more, n, m) : name;
}

/* The series of the clusters that are joined to `head`. */
static void fill_series(struct series *s, const struct making *m, uint32_t head, struct arena *arena) {
    struct cluster *c = &m->joins->clusters[head];
    refute_guesses(c->points, c->count);
    qsort(c->points, c->count, sizeof *c->points, by_year_then_winner);
    const struct entry *e = c->points[0];
    *s = (struct series){.key = c->key->text, .kind = e->kind, .status = e->claim->status, .span = c->span};
    s->span = span_of_all(m->joins, head, arena);
    s->broad = c->key->generic;
    size_t units = count_texts(m->room, c->points, c->count, unit_text);
    if (units > 1) units = without_counted(m->room, without_fractions(m->room, units));
    s->unit = most_common(m->room, units, false);
    for (size_t i = 0; !s->unit.len && i < units; i++) s->unit = m->room[i].text;
    s->metric = name_of(c, m, arena);
    fill_aliases(s, m->room, count_texts(m->room, c->points, c->count, metric_text), arena);
    s->body = body_name(c->points, c->count, m->across);
    for (size_t i = 0; i < c->count && !s->dimension.len; i++) s->dimension = c->points[i]->measured->dimension;
    fill_points(s, c, m, arena);
    s->id = make_id(s, m->across ? SLICE_NONE : e->body, arena);
    s->figure = figure_name(c->key, c->wording, m->across ? SLICE_NONE : e->body, arena);
    if (c->zone.len) s->figure = arena_format(arena, "%.*s#%.*s", SLICE_ARG(s->figure), SLICE_ARG(c->zone));
}

static void tell_change(struct series *s, const struct metric_rules *rules) {
    for (size_t i = 0; i < s->point_count; i++)
        s->points[i].recounted = units_but_for_times(rules, s->points[i].claim->unit, s->unit);
    s->in_points = s->kind == KIND_SHARE || s->kind == KIND_GROWTH || slice_is(s->unit, "%") || unit_is_points(rules, s->unit);
    s->change_unit = s->in_points ? metric_points(rules) : s->unit;
}

/* ---- order ------------------------------------------------------------------------------------------------------------------
 */

struct ranked {
    struct series series;
    uint32_t      head;        /* its cluster */
    size_t        years, best; /* of this series; of its figure */
    size_t        first;       /* text order of its figure */
};

static size_t count_years(const struct series *s) {
    size_t n = 0;
    for (size_t i = 0; i < s->point_count; i++) n += i == 0 || s->points[i].year != s->points[i - 1].year;
    return n;
}

static int by_id(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    int                  order = slice_compare(x->series.id, y->series.id);
    return order ? order : ORDER(x->head, y->head);
}

static int by_figure(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    int                  order = slice_compare(x->series.figure, y->series.figure);
    return order ? order : by_id(a, b);
}

static int by_rank(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->best != y->best) return ORDER(y->best, x->best);
    if (x->first != y->first) return ORDER(x->first, y->first);
    int order = slice_compare(x->series.figure, y->series.figure);
    if (order) return order;
    if (x->series.kind != y->series.kind) return (int)x->series.kind - (int)y->series.kind;
    order = slice_compare(x->series.span, y->series.span);
    if (order) return order;
    if (x->series.status != y->series.status) return (int)x->series.status - (int)y->series.status;
    order = slice_compare(x->series.id, y->series.id);
    return order ? order : ORDER(x->head, y->head);
}

/* Two series of one id (泛 metrics told apart by their sentences) get #2, #3 …, in the order of their clusters. */
static void make_ids_unique(struct ranked *ranked, size_t n, struct arena *arena) {
    qsort(ranked, n, sizeof *ranked, by_id);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && slice_equal(ranked[i].series.id, ranked[end].series.id); end++) {
        }
        for (size_t k = i + 1; k < end; k++)
            ranked[k].series.id = arena_format(arena, "%.*s#%zu", SLICE_ARG(ranked[k].series.id), k - i + 1);
    }
}

static void rank_figures(struct ranked *ranked, size_t n, const struct claim *claims) {
    qsort(ranked, n, sizeof *ranked, by_figure);
    for (size_t i = 0, end; i < n; i = end) {
        size_t best = 0, first = SIZE_MAX;
        for (end = i; end < n && slice_equal(ranked[end].series.figure, ranked[i].series.figure); end++) {
            if (ranked[end].years > best) best = ranked[end].years;
            for (size_t k = 0; k < ranked[end].series.point_count; k++) {
                size_t place = (size_t)(ranked[end].series.points[k].claim - claims);
                if (place < first) first = place;
            }
        }
        for (size_t k = i; k < end; k++) {
            ranked[k].best = best;
            ranked[k].first = first;
        }
    }
    qsort(ranked, n, sizeof *ranked, by_rank);
}

static void fill_weak(struct comparison *out, const struct joins *joins, const uint32_t *series_of, struct arena *arena) {
    out->weak = ARENA_ARRAY(arena, struct weak_match, joins->weak_count + 1);
    for (size_t i = 0; i < joins->weak_count; i++) {
        const struct candidate_join *w = &joins->weak[i];
        uint32_t                     a = series_of[w->x], b = series_of[w->y];
        bool known = a == b || slice_equal(out->series[a].metric, out->series[b].metric); /* an alias cannot tell them apart */
        for (size_t k = out->weak_count; k-- > 0 && !known && out->weak_count - k < 64;)
            known = (out->weak[k].a == &out->series[a] && out->weak[k].b == &out->series[b]) ||
                    (out->weak[k].a == &out->series[b] && out->weak[k].b == &out->series[a]);
        if (known) continue;
        out->weak[out->weak_count++] =
            (struct weak_match){&out->series[a], &out->series[b], decimal_shift(decimal_int(w->score), -2), w->reason};
    }
}

slice comparison_body(const struct comparison *c, const struct claim *claim) {
    return c->bodies ? bodies_find(c->bodies, claim).shown : claim->body;
}

/* The series that joined clusters make, best first. */
static void make_series(struct comparison *out, struct joins *joins, size_t entries, struct arena *arena) {
    const struct making making = {joins, out->across, ARENA_ARRAY(arena, struct tally, entries + 1)};
    uint32_t           *series_of = ARENA_ARRAY(arena, uint32_t, joins->count + 1);
    struct ranked      *ranked = ARENA_ARRAY(arena, struct ranked, joins->count + 1);
    struct led_series  *led = ARENA_ARRAY(arena, struct led_series, joins->count + 1);
    for (size_t i = 0; i < joins->count; i++) {
        if (joins->clusters[i].parent != i) continue;
        struct ranked *r = &ranked[out->count];
        fill_series(&r->series, &making, (uint32_t)i, arena);
        tell_change(&r->series, out->rules);
        r->head = (uint32_t)i;
        r->years = count_years(&r->series);
        led[out->count++] = (struct led_series){&r->series, r->head};
    }
    aims_follow(led, out->count, joins, arena);
    make_ids_unique(ranked, out->count, arena);
    rank_figures(ranked, out->count, out->claims);
    out->series = ARENA_ARRAY(arena, struct series, out->count + 1);
    for (size_t i = 0; i < out->count; i++) {
        out->series[i] = ranked[i].series;
        for (uint32_t k = ranked[i].head; k != UINT32_MAX; k = joins->clusters[k].next) series_of[k] = (uint32_t)i;
    }
    fill_weak(out, joins, series_of, arena);
}

static void tell_years(struct comparison *out, const struct entries *entries) {
    for (size_t i = 0; i < entries->count; i++) {
        int year = entries->items[i].year;
        if (!out->first_year || year < out->first_year) out->first_year = year;
        if (year > out->last_year) out->last_year = year;
    }
}

bool series_build(struct comparison *out, const struct claim *claims, size_t n, const struct joined_by *by, struct arena *arena,
                  struct err *err) {
    const struct metric_rules *rules = by->rules;
    struct entries             entries;
    struct aliases             said;
    struct joins               joins;
    *out = (struct comparison){.rules = rules, .claims = claims, .claim_count = n, .across = by->across != NULL};
    if (!aliases_load(&said, by->aliases, rules, arena, err)) return false;
    entries_make(&entries, claims, n, rules, out->across, arena);
    joins_make(&joins, &entries, rules, &said, arena);
    if (by->aliases) aliases_tell_idle(&said, by->aliases);
    make_series(out, &joins, entries.count, arena);
    tell_years(out, &entries);
    out->bodies = entries.bodies;
    out->reports = entries.reports;
    out->repeats = entries.repeats;
    out->repeat_count = entries.repeat_count;
    out->missing_year = entries.missing_year;
    return true;
}
