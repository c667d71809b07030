/* Claims become entries that can be compared: 由54万亿元增加到82.7万亿元 in 五年来 gives 2012 and 2017, 五年年均增长7.1% is
 * gated from 增长6.9%, and a document met twice in two formats counts once. Leaves alone what is joined (series.c). */
#include "export/series/entry.h"

#include "export/series/sentence.h"
#include "export/series/act.h"
#include "export/series/body.h"
#include "export/series/listed.h"
#include "export/series/points.h"
#include "export/series/rate.h"
#include "export/series/several.h"
#include "export/series/span.h"
#include "export/series/vague.h"
#include "export/series/unit.h"
#include "export/series/wording.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- the words before a figure --------------------------------------------------------------------------------------------
 */

/* 可提供 says no more than 可提供单位 does: fewer than two characters that its name has not. */
static bool says_more(slice said, slice name) {
    size_t more = 0;
    for (size_t at = 0, next; at < said.len; at = next) {
        next = utf8_next(said, at);
        more += !slice_has(name, slice_sub(said, at, next));
    }
    return more >= 2;
}

/* The words that say what a 泛 metric is of: the clause before the figure, keyed as a metric is; when that says nothing either,
 * all of the sentence before it, its last 24 characters at most. 今年赤字率拟按2.6%安排 → 赤字率. A bare rate is of the figure
 * before: 食品抽检3860批次，合格率97.6%. */
static slice said_before(const struct figure_place *figure, const struct entry *e, const struct entry *last,
                         const struct metric_rules *rules, struct arena *arena) {
    const struct claim      *claim = e->claim;
    bool                     bare = rate_is_bare(e);
    static const char *const ends[] = {"，", ",", "、", "：", ":"};
    size_t                   end = figure->at, from = end, clause = 0;
    struct metric_key        key;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        for (size_t at = 0; (at = slice_find(slice_sub(claim->sentence, 0, end), slice_of(ends[k]), at)) != SIZE_MAX; at += 1)
            if (at + strlen(ends[k]) > clause) clause = at + strlen(ends[k]);
    metric_key_make(&key, rules, metric_unreached(rules, slice_sub(claim->sentence, clause, end)), e->stem, claim->kind, arena);
    if (!key.generic && says_more(key.core, e->key->text) && !slice_equal(key.match, e->key->match)) return key.text;
    if (bare && last && !last->key->generic)
        return arena_format(arena, "%.*s%.*s", SLICE_ARG(last->key->text), SLICE_ARG(e->key->text));
    for (int i = 0; i < 24 && from > 0; i++) from -= utf8_size_before(claim->sentence, from);
    return metric_unreached(rules, slice_sub(claim->sentence, from, end));
}

enum { PURPOSE = 16 }; /* characters */

/* And what it is for, as the words behind the figure say: 安排资金3亿元，【用于道路建设】 → 道路建设. A clause with a figure of
 * its own (比上年增加200亿元) says nothing of it. */
static slice said_behind(const struct figure_place *figure, const struct claim *claim, const struct metric_rules *rules,
                         struct arena *arena) {
    slice             behind = figure->after ? slice_from(claim->sentence, figure->after) : SLICE_NONE;
    size_t            to = 0, stop = slice_find(behind, SLICE_LIT("。"), 0);
    struct metric_key key;
    for (int i = 0; i < PURPOSE && to < behind.len && to < stop; i++) {
        if (ascii_digit(behind.ptr[to])) return SLICE_NONE;
        to = utf8_next(behind, to);
    }
    metric_key_make(&key, rules, slice_sub(behind, 0, to), SLICE_NONE, claim->kind, arena);
    return key.text;
}

/* ---- gates -----------------------------------------------------------------------------------------------------------------
 */

/* Units that can be brought together share a gate: 亩 and 公顷 do, and 每月720元 and 720元/月; 天 and 个月 do not, which no
 * number converts, nor does 工作日 with any. Counting words are told apart later (54个 and 54家 are one). */
static slice unit_gate(const struct claim *claim, const struct metric_rules *rules) {
    static const char *const loose[] = {"", "count", "person"};
    slice                    counted = unit_counted(claim->unit);
    bool                     rate = counted.len < claim->unit.len;
    for (size_t i = 0; i < 3; i++)
        if (slice_is(claim->dimension, loose[i]) && !claim->base_value.present) {
            bool percent = slice_is(claim->unit, "%") || unit_is_points(rules, claim->unit);
            return percent || rate ? claim->unit : SLICE_LIT("n");
        }
    if (slice_is(claim->dimension, "count") || slice_is(claim->dimension, "person")) return SLICE_LIT("n");
    if (unit_is_points(rules, claim->unit)) return claim->unit;
    if (rate && slice_starts(claim->dimension, SLICE_LIT("money:"))) return counted;
    return claim->base_unit.len ? claim->base_unit : claim->unit;
}

static slice comparison_gate(const struct claim *claim) { return slice_is(claim->basis, "mom") ? claim->basis : SLICE_NONE; }

/* ---- keys, once for each wording -------------------------------------------------------------------------------------------
 */

/* A percentage that was read as a level or a share: 增速5% may be growth all the same. */
static bool is_rate(const struct claim *claim) {
    return (claim->kind == KIND_SHARE || claim->kind == KIND_LEVEL) && slice_is(claim->unit, "%");
}

static enum kind told_kind(const struct entry *e) { return e->told ? KIND_LEVEL : e->measured->kind; }

static enum kind kind_of(const struct entry *e) { return e->key->growth && is_rate(e->claim) ? KIND_GROWTH : told_kind(e); }

static int by_wording(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    int                 order = slice_compare(x->keyed, y->keyed);
    if (!order) order = slice_compare(x->stem, y->stem);
    if (!order) order = (int)told_kind(x) - (int)told_kind(y);
    if (!order) order = (int)is_rate(x->claim) - (int)is_rate(y->claim);
    return order ? order : ORDER(x->place, y->place);
}

static void make_keys(struct entries *entries, const struct metric_rules *rules, struct arena *arena) {
    struct entry     **order = ARENA_ARRAY(arena, struct entry *, entries->count + 1);
    struct metric_key *key = NULL;
    for (size_t i = 0; i < entries->count; i++) order[i] = &entries->items[i];
    qsort(order, entries->count, sizeof *order, by_wording);
    for (size_t i = 0; i < entries->count; i++) {
        const struct claim *claim = order[i]->claim;
        bool same = i && slice_equal(order[i]->keyed, order[i - 1]->keyed) && slice_equal(order[i]->stem, order[i - 1]->stem) &&
                    told_kind(order[i]) == told_kind(order[i - 1]) && is_rate(claim) == is_rate(order[i - 1]->claim);
        if (!same) {
            key = arena_new(arena, sizeof *key);
            bool rate = is_rate(claim);
            metric_key_make(key, rules, order[i]->keyed, order[i]->stem, rate ? KIND_GROWTH : told_kind(order[i]), arena);
            if (rate && !key->growth) metric_key_make(key, rules, order[i]->keyed, order[i]->stem, told_kind(order[i]), arena);
        }
        order[i]->key = key;
    }
}

/* ---- documents -------------------------------------------------------------------------------------------------------------
 */

/* A report speaks most of its year: the latest year that a tenth of its claims, and at least two, are of. */
static int rank_of(const struct entry *first, const struct entry *end) {
    int best = 0;
    for (const struct entry *e = first; e < end; e++) {
        if (e->year <= best) continue;
        size_t same = 0;
        for (const struct entry *f = first; f < end; f++) same += f->year == e->year;
        if (same * 10 >= (size_t)(end - first) && (same > 1 || end - first < 3)) best = e->year;
    }
    return best;
}

struct print {          /* of one document: what it says, whatever its format */
    slice         body; /* none where it does not say whose it is */
    uint64_t      smallest;
    struct entry *first, *end;
};

static uint64_t hash_text(uint64_t hash, slice text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != ' ') hash = (hash ^ (unsigned char)text.ptr[i]) * 1099511628211u;
    return hash;
}

static uint64_t claim_print(const struct entry *e) {
    char  digits[DECIMAL_TEXT];
    slice value = {digits, decimal_write(digits, e->claim->value)};
    return hash_text(hash_text(hash_text(14695981039346656037u, e->claim->metric), value), e->claim->unit);
}

static int by_print(const void *a, const void *b) {
    const struct print *x = a, *y = b;
    int                 order = slice_compare(x->body, y->body);
    if (order) return order;
    if (x->smallest != y->smallest) return ORDER(x->smallest, y->smallest);
    return ORDER(x->first->place, y->first->place);
}

/* True when nine claims of ten are the same: the report once as text, once as a page of the web. */
static bool says_the_same(const struct print *a, const struct print *b, struct arena *arena) {
    size_t n = (size_t)(a->end - a->first), m = (size_t)(b->end - b->first), same = 0;
    if (a->first->rank != b->first->rank || n * 10 < m * 9 || m * 10 < n * 9) return false;
    uint64_t *x = ARENA_ARRAY(arena, uint64_t, n), *y = ARENA_ARRAY(arena, uint64_t, m);
    for (size_t i = 0; i < n; i++) x[i] = claim_print(a->first + i);
    for (size_t i = 0; i < m; i++) y[i] = claim_print(b->first + i);
    qsort(x, n, sizeof *x, order_64);
    qsort(y, m, sizeof *y, order_64);
    for (size_t i = 0, j = 0; i < n && j < m;)
        if (x[i] == y[j])
            same++, i++, j++;
        else if (x[i] < y[j])
            i++;
        else
            j++;
    return same * 10 >= (n > m ? n : m) * 9;
}

enum { NEIGHBOURS = 4 }; /* documents that a document is compared with: those of the same smallest print */

static void find_duplicates(struct entries *entries, struct print *prints, size_t n, struct arena *arena) {
    qsort(prints, n, sizeof *prints, by_print);
    for (size_t i = 1; i < n; i++)
        for (size_t j = i; j-- > 0 && i - j <= NEIGHBOURS;) {
            if (prints[j].smallest != prints[i].smallest || prints[j].first->duplicate) continue;
            if (prints[i].end - prints[i].first < 3 || !slice_equal(prints[i].body, prints[j].body)) continue;
            if (!says_the_same(&prints[j], &prints[i], arena)) continue;
            for (struct entry *e = prints[i].first; e < prints[i].end; e++) {
                e->duplicate = true;
                e->name = prints[j].first->name;
                e->shown = prints[j].first->shown;
                e->body = prints[j].first->body;
            }
            struct repeat repeat = {prints[i].first->claim->document, prints[j].first->claim->document};
            ARENA_PUSH(arena, entries->repeats, entries->repeat_count, entries->repeat_capacity, repeat);
            break;
        }
}

static void read_documents(struct entries *entries, struct arena *arena) {
    struct print *prints = ARENA_ARRAY(arena, struct print, entries->count + 1);
    struct entry *end = entries->items + entries->count;
    for (struct entry *first = entries->items, *next; first < end; first = next) {
        struct print print = {.body = first->nameless ? SLICE_NONE : first->body, .smallest = UINT64_MAX, .first = first};
        for (next = first; next < end && slice_equal(next->claim->document, first->claim->document); next++) {
            uint64_t hash = claim_print(next);
            if (hash < print.smallest) print.smallest = hash;
        }
        print.end = next;
        int rank = rank_of(first, next);
        for (struct entry *e = first; e < next; e++) {
            e->rank = rank;
            e->report = (uint32_t)entries->reports;
        }
        prints[entries->reports++] = print;
    }
    find_duplicates(entries, prints, entries->reports, arena);
}

/* ---- reports that do not say whose they are --------------------------------------------------------------------------------
 */

static int by_rank(const void *a, const void *b) {
    const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
    int                 order = slice_compare(x->body, y->body);
    if (!order) order = x->rank - y->rank;
    return order ? order : ORDER(x->place, y->place);
}

/* Two reports are of two bodies when they share three figures of one year at least and differ on most of them. */
static bool are_two_bodies(const struct entry *x, const struct entry *y, const struct entry *end) {
    size_t shared = 0, differ = 0;
    for (const struct entry *p = x; p < end && p->report == x->report; p++)
        for (const struct entry *q = y; q < end && q->report == y->report; q++) {
            if (p->key != q->key || p->year != q->year || p->claim->kind != q->claim->kind) continue;
            if (!p->value.present || !q->value.present || !slice_equal(p->unit, q->unit)) continue;
            shared++;
            differ += decimal_compare(p->value, q->value) != 0;
        }
    return shared >= 3 && differ * 2 > shared;
}

enum { COMPARED = 32 }; /* pairs of reports: those of one year that say nothing of whose they are are mostly all of one sort */

/* Two reports on one year that contradict one another are of two bodies, though their paths differ in the date alone:
 * t20240115_1.html, t20240118_2.html. Of that path none is joined with another. */
static void part_nameless(struct entries *entries, struct arena *arena) {
    struct entry **first = ARENA_ARRAY(arena, struct entry *, entries->reports + 1), *end = entries->items + entries->count;
    size_t         n = 0, compared = 0;
    for (struct entry *e = entries->items; e < end; e++)
        if ((e == entries->items || e->report != e[-1].report) && !e->duplicate && e->nameless) first[n++] = e;
    if (n) qsort(first, n, sizeof *first, by_rank);
    for (size_t i = 1; i < n && compared < COMPARED; i++) {
        if (first[i]->rank != first[i - 1]->rank || !slice_equal(first[i]->body, first[i - 1]->body)) continue;
        compared++;
        if (!are_two_bodies(first[i - 1], first[i], end)) continue;
        slice body = first[i]->body;
        for (struct entry *e = entries->items; e < end; e++)
            if (e->nameless && slice_equal(e->body, body)) e->name = e->shown = e->body = e->claim->document;
    }
}

/* ---- all together ----------------------------------------------------------------------------------------------------------
 */

static bool is_comparable(const struct claim *claim) {
    return claim->year && claim->kind != KIND_DATE && claim->kind != KIND_RATIO && claim->metric.len &&
           (claim->value.present || claim->low.present || claim->high.present);
}

decimal signed_value(const struct claim *c) {
    return c->direction == DIRECTION_DOWN && !c->value.negative ? decimal_negated(c->value)
                                                                : c->value; /* −3.1% says so itself */
}

/* The years of the period are a heading's or an earlier sentence's: 国内生产总值增长6.9% behind 过去五年…。, not 五年来增长40%
 * nor, behind 过去五年…；, what comes in them: 新增铁路2万公里. A from-value's are its other end's. */
static bool inherits_years(const struct entry *e, const struct claim *end, slice said, const struct metric_rules *rules) {
    int                 first, last;
    const struct claim *claim = e->claim, *to = claim->role == ROLE_FROM ? claim_other_end(claim, end) : claim;
    if (!to || !period_spans(to->period, &first, &last)) return false;
    bool led = e->opening != claim && metric_flows(rules, e->key->text) && metric_spans_years(rules, e->opening->sentence);
    return last > first && !led && !metric_spans_years(rules, said);
}

/* 过去五年，新增公路12万公里；新增铁路2万公里: the first claim of such a row of which `e`, behind `last`, is. */
static const struct claim *opening_of(const struct entry *e, const struct entry *last) {
    const struct claim *c = e->claim;
    bool                on = last && last->report == e->report && last->claim->line == c->line;
    bool                one = on && slice_equal(last->claim->sentence, c->sentence);
    bool row = on && (slice_ends(last->claim->sentence, SLICE_LIT("；")) || slice_ends(last->claim->sentence, SLICE_LIT(";")));
    return one || row ? last->opening : c;
}

/* What stands before a figure with the last character of the figure before that: 连续6【年|稳定在】1万亿斤. */
static slice joined_on(slice before, slice sentence) {
    size_t from = before.len ? (size_t)(before.ptr - sentence.ptr) : 0;
    return from ? slice_sub(sentence, from - utf8_size_before(sentence, from), from + before.len) : before;
}

/* `body` is none across bodies. */
static slice make_gate(const struct entry *e, slice body, const struct metric_rules *rules, struct arena *arena) {
    slice unit = unit_gate(e->measured, rules), comparison = comparison_gate(e->claim);
    return arena_format(arena, "%.*s|%s|%s|%.*s|%.*s", SLICE_ARG(body), kind_names[e->kind], status_names[e->claim->status],
                        SLICE_ARG(unit), SLICE_ARG(comparison));
}

/* What a 泛 metric is of, and for. 完成投资4.71亿元，较去年的4.35亿元: what it was in another year is of the same. */
static void read_context(struct entry *e, const struct figure_place *figure, const struct entry *last,
                         const struct metric_rules *rules, struct arena *arena) {
    bool again = last && last->key == e->key && last->year != e->year;
    e->wording = again ? last->wording : said_before(figure, e, last, rules, arena);
    e->purpose = again ? last->purpose : said_behind(figure, e->claim, rules, arena);
}

/* 从1997年的7.4万亿元增加到2002年的10.2万亿元，平均每年增长7.7%: the years between the two figures before `e` in its sentence.
 */
static int years_between_ends(const struct entry *items, const struct entry *e) {
    if (e - items < 2 || e[-1].claim->role != ROLE_TO || e[-2].claim->role != ROLE_FROM) return 0;
    bool one = slice_equal(e[-2].claim->sentence, e->claim->sentence) && e[-2].report == e->report;
    return one ? e[-1].year - e[-2].year : 0;
}

/* `last`: the figure before it in its sentence, NULL when there is none; `dated`: the first of its report that its period was
 * told for. */
static void read_said(struct entry *e, const struct figure_place *figure, const struct entry *last, int years,
                      const struct claim *dated, slice before, const struct claim *end, const struct metric_rules *rules,
                      struct arena *arena) {
    const struct claim *c = e->claim;
    slice               context = metric_context(rules, joined_on(before, c->sentence), c->kind, arena);
    slice               serves = figure->after ? metric_serves(rules, slice_from(c->sentence, figure->after)) : SLICE_NONE;
    if (serves.len) context = serves;
    /* 新增就业达到6600万人 is what five years added; 市场主体达到9800万户 is what there was at their end. */
    bool state = metric_reaches(rules, before) && !metric_flows(rules, e->key->text);
    e->kind = kind_of(e);
    bool             average = slice_has(context, metric_average(rules));
    struct span_said said = {context, average, state, years};
    e->span = claim_span(c, dated, e->kind, &said, rules, arena);
    bool before_it = inherits_years(e, end, slice_sub(c->sentence, 0, figure->at), rules);
    e->inherited = before_it && e->span.len && !average; /* 年均 is of several years, whatever it comes to */
    e->reckoned = before_it && c->role == ROLE_FROM;
    e->behind = figure->after;
    e->lead = figure_lead(figure, e->clause[0]);
    struct zone zone = metric_zone(rules, figure->after ? slice_sub(c->sentence, 0, figure->at) : c->sentence);
    bool        named = slice_has(c->metric, zone.name);
    bool        bodys = (e->stem.len && slice_has(zone.name, e->stem)) || metric_self(rules, zone.name, e->body).len;
    if (zone.name.len && !bodys && !named) e->zone = zone.name;
    e->own = zone.own;
    e->total = e->kind == KIND_LEVEL && metric_totals(rules, before);
    bool  adds = (e->kind == KIND_LEVEL || e->kind == KIND_GROWTH) && !e->total;
    slice sum = adds ? metric_sum(rules, e->clause[0]) : SLICE_NONE;
    e->summed = sum.len > 0;
    if (e->summed && !e->span.len) {
        e->span = sum;
        e->inherited = true;
    }
    e->wording = e->key->text;
    if (e->key->generic) read_context(e, figure, last, rules, arena);
}

enum { ITEMS = 64 }; /* figures of a sentence that are looked back at */

/* 生产总值迈上2万亿元台阶，达到21340亿元: one figure told twice, a bound first; 突破万亿元大关，达到11377亿元, too. */
static bool told_twice(const struct entry *x, const struct entry *y) {
    enum { NEAR = 10, BOUNDED = 30 };
    bool over = x->claim->qualifier == QUALIFIER_OVER && y->value.present && x->value.present &&
                decimal_compare(y->figure, x->figure) > 0;
    return x->claim->qualifier != QUALIFIER_EXACT && y->claim->qualifier == QUALIFIER_EXACT &&
           !figures_are_apart(x, y, over ? BOUNDED : NEAR);
}

/* x stands before y in one sentence, which is not said again: of a line that a text repeats each has its own first figure. */
static bool share_sentence(const struct entry *x, const struct entry *y) {
    return x->behind < y->behind && slice_equal(x->claim->sentence, y->claim->sentence);
}

/* Of one metric, or of two that say the same, of which the second is part of the first: 捐赠款物326万元，其中资金218万元. Not
 * 旱灾造成直接经济损失 and 洪涝造成直接经济损失, which the words before a 泛 metric tell apart. */
static bool one_name(const struct entry *x, const struct entry *y) {
    if (x->key->generic && y->key->generic && !slice_equal(x->wording, y->wording)) return false;
    return x->key == y->key || (!y->whole && slice_equal(x->key->match, y->key->match));
}

/* 会议和发文分别减少10%和20% has one metric for both: the second is the second also in next year's report. */
static void count_items(struct entries *entries) {
    for (size_t i = 1; i < entries->count; i++) {
        struct entry *e = &entries->items[i];
        if (e->claim->role != ROLE_NONE) continue;
        for (size_t k = i; k-- > 0 && i - k <= ITEMS && share_sentence(&entries->items[k], e);) {
            const struct entry *f = &entries->items[k];
            bool same = f->report == e->report && f->year == e->year && one_name(f, e) && f->claim->role == ROLE_NONE &&
                        slice_equal(f->gate, e->gate) && slice_equal(f->span, e->span) && slice_equal(f->zone, e->zone) &&
                        slice_equal(f->unit, e->unit);
            if (!same || told_twice(f, e)) continue;
            e->item = f->item + 1;
            break;
        }
    }
}

/* 新增3个、总数10个: what there was before is what there is, less what came. */
static void tell_stood(struct entries *entries, const struct metric_rules *rules) {
    enum { ALIKE = 45 }; /* 新增规上企业, 企业总数 */
    for (size_t i = 1; i < entries->count; i++) {
        struct entry *x = &entries->items[i - 1], *y = &entries->items[i];
        bool          together = x->kind == KIND_LEVEL && x->report == y->report && x->year == y->year &&
                        slice_equal(x->gate, y->gate) && slice_equal(x->unit, y->unit) &&
                        slice_equal(x->claim->sentence, y->claim->sentence);
        bool one = together && metric_flows(rules, x->key->text) != metric_flows(rules, y->key->text) &&
                   wording_similarity(x->metric, y->metric) >= ALIKE;
        if (!one || !x->value.present || !y->value.present) continue;
        y->came = metric_flows(rules, y->key->text);
        x->came = !y->came;
        x->stood = y->stood = x->came ? decimal_sub(y->figure, x->figure) : decimal_sub(x->figure, y->figure);
    }
}

/* 贫困发生率降为0 is 0%, as other years have it. */
static const struct claim *nought_measured(const struct claim *claim, const struct metric_rules *rules, struct arena *arena) {
    bool bare = claim->kind == KIND_LEVEL && !claim->unit.len && claim->value.present && decimal_zero(claim->value);
    if (!bare || !metric_is_percent(rules, claim->metric)) return claim;
    struct claim *percent = arena_new(arena, sizeof *percent);
    *percent = *claim;
    percent->kind = KIND_SHARE;
    percent->unit = SLICE_LIT("%");
    percent->dimension = percent->base_unit = SLICE_LIT("ratio");
    percent->base_value = claim->value;
    return percent;
}

/* 地区生产总值 of 高新区地区生产总值, where 青禾高新区 reports. */
static slice less_self(slice metric, slice body, const struct metric_rules *rules) {
    size_t self = metric_self(rules, metric, body).len;
    return self < metric.len ? slice_from(metric, self) : metric;
}

/* 80亩 and 5公顷, 0.5‰ and 0.05%. */
static decimal figure_of(const struct claim *c) {
    if (!c->base_value.present) return c->value;
    return slice_is(c->base_unit, "ratio") ? decimal_shift(c->base_value, 2) : c->base_value;
}

/* What each claim says by itself, and whose it is. */
static void read_claims(struct entries *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                        struct arena *arena) {
    struct figure_place said = {0};
    struct act          act = {0};
    struct whose        whose = {0};
    struct rates        rates;
    rates_read(&rates, claims, n, rules, arena);
    for (size_t i = 0; i < n; i++) {
        slice metric = act_metric(&act, &claims[i], figure_next(&said, &claims[i]), rules, arena);
        out->missing_year += !claims[i].year && claims[i].kind != KIND_DATE && claims[i].kind != KIND_RATIO;
        if (!is_comparable(&claims[i])) continue;
        const struct claim *last = out->count ? out->items[out->count - 1].claim : NULL;
        if (!last || !slice_equal(last->document, claims[i].document) || !slice_equal(last->body, claims[i].body))
            whose = bodies_find(out->bodies, &claims[i]);
        const struct claim *measured = nought_measured(rate_measured(&rates, claims, i), rules, arena);
        struct entry       *e = &out->items[out->count++];
        *e = (struct entry){.claim = &claims[i],
                            .measured = measured,
                            .metric = metric,
                            .keyed = less_self(rate_keyed(&rates, i, metric), whose.body, rules),
                            .figure = figure_of(measured),
                            .unit = unit_said(rules, measured->unit, metric),
                            .told = act.added || act.undone,
                            .whole = act.whole,
                            .body = whose.body,
                            .name = whose.name,
                            .shown = whose.shown,
                            .nameless = whose.nameless,
                            .stem = whose.nameless ? SLICE_NONE : body_stem(rules, whose.body),
                            .year = claim_year(&claims[i], claims + n),
                            .place = (uint32_t)i,
                            .value = act.undone ? claims[i].value : signed_value(&claims[i])};
        figure_clause(e->clause, &said);
    }
}

/* What its sentence says of each, and the gate that follows from it. */
static void read_sentences(struct entries *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                           bool across, struct arena *arena) {
    struct figure_place figure = {0};
    struct entry       *e = out->items;
    const struct claim *dated = NULL;
    for (size_t i = 0; i < n && e < out->items + out->count; i++) {
        slice before = figure_next(&figure, &claims[i]);
        if (e->place != i) continue;
        if (e == out->items || e[-1].report != e->report || !slice_equal(dated->period, e->claim->period)) dated = e->claim;
        bool first = e == out->items || e[-1].report != e->report || !slice_equal(e[-1].claim->sentence, e->claim->sentence);
        int  years = years_between_ends(out->items, e);
        e->opening = opening_of(e, e == out->items ? NULL : e - 1);
        read_said(e, &figure, first ? NULL : e - 1, years, dated, before, claims + n, rules, arena);
        e->gate = make_gate(e, across ? SLICE_NONE : e->body, rules, arena);
        e++;
    }
}

void entries_make(struct entries *out, const struct claim *claims, size_t n, const struct metric_rules *rules, bool across,
                  struct arena *arena) {
    *out = (struct entries){.items = ARENA_ARRAY(arena, struct entry, n + 1), .across = across};
    struct bodies *bodies = arena_new(arena, sizeof *bodies);
    bodies_read(bodies, claims, n, rules, arena);
    out->bodies = bodies;
    read_claims(out, claims, n, rules, arena);
    read_documents(out, arena);
    listed_name(out, rules, arena);
    make_keys(out, rules, arena);
    part_nameless(out, arena);
    vague_find(out, arena);
    read_sentences(out, claims, n, rules, across, arena);
    several_tell(out, rules, arena);
    count_items(out);
    tell_stood(out, rules);
}
