/* Clusters become likely pairs: those that share a key but not the counting word, a weak synonym, a person's alias, or pairs of
 * characters (旅客吞吐量, 机场旅客吞吐量). An index of character pairs keeps this near-linear. Decides nothing: series/join.c
 * does. */
#include "export/series/likely.h"

#include "export/series/pairs.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/base/bound.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- what the names say ----------------------------------------------------------------------------------------------------
 */

bool clusters_parted(const struct cluster *x, const struct cluster *y, size_t least) {
    return wording_parted(x->object.core, y->object.core, least) && wording_parted(x->object.text, y->object.text, least);
}

bool verb_kept(const struct cluster *x, const struct cluster *y) {
    enum { VERB = 6 }; /* bytes: two characters */
    slice a = x->first[0]->metric, b = y->first[0]->metric;
    return a.len >= VERB && slice_starts(b, slice_sub(a, 0, VERB));
}

/* ---- pairs ------------------------------------------------------------------------------------------------------------------
 */

/* The earlier cluster stands first. */
static void push(const struct search *s, uint32_t x, uint32_t y, struct candidate_join join) {
    join.x = x < y ? x : y;
    join.y = x < y ? y : x;
    ARENA_PUSH(s->arena, s->out->items, s->out->count, s->out->capacity, join);
}

void search_push(const struct search *s, uint32_t x, uint32_t y, int score, const char *reason) {
    push(s, x, y, (struct candidate_join){.score = score, .reason = reason, .join = true});
}

static void same_key(void *context, uint32_t x, uint32_t y) {
    const struct search  *s = context;
    const struct cluster *a = &s->clusters[x], *b = &s->clusters[y];
    if (a->key->generic) return;                              /* 泛: the words before it decide */
    if (a->first[0]->another || b->first[0]->another) return; /* it has the name of a thing that it is not */
    bool rate = !slice_equal(a->unit, b->unit) && slice_equal(unit_counted(a->unit), unit_counted(b->unit));
    if ((a->worded && b->worded) ||
        rate) { /* 提取 is 提取额 or 提取总额, 720元 of a month or a year: the values decide, the nearest first */
        search_push(s, x, y, SCORE_WEAK_SYNONYM - !points_continue(a, b, NEAR_CLOSELY), "same metric, told apart elsewhere");
        return;
    }
    if (units_but_for_times(s->rules, a->unit, b->unit)) {
        search_push(s, x, y, SCORE_TURNS, "same metric, counted now in all, now by occasions");
        return;
    }
    bool open =
        a->inherited && b->inherited && !points_continue(a, b, NEAR_CLOSELY); /* 五年…162个, 五年…586个: one may be a year's */
    int  score = !slice_equal(a->span, b->span) ? SCORE_SPAN : open ? SCORE_OPEN : SCORE_UNIT;
    bool counted = slice_equal(a->unit, b->unit) || points_continue(a, b, NEAR_AT_ALL); /* 老旧小区 71个, 1.5万户 */
    push(s, x, y, (struct candidate_join){.score = score, .reason = "same metric, another unit or span", .join = counted});
}

static void same_near(void *context, uint32_t x, uint32_t y) {
    const struct search     *s = context;
    const struct metric_key *a = s->clusters[x].key, *b = s->clusters[y].key;
    if (!a->generic && !b->generic && !slice_equal(a->match, b->match)) search_push(s, x, y, SCORE_WEAK_SYNONYM, "synonyms");
}

/* 安排资金3亿元，用于道路建设 is not 安排资金3亿元，用于学校建设; that nothing is said of it says nothing. */
static bool one_purpose(const struct entry *x, const struct entry *y) {
    return !x->purpose.len || !y->purpose.len || wording_similarity(x->purpose, y->purpose) >= SCORE_CLOSE;
}

/* How alike two wordings are; of a 泛 metric what they say of it, 旱灾造成 and 洪涝造成 of 直接经济损失, not what they share.
 */
static int likeness(const struct cluster *x, const struct cluster *y) {
    slice a = x->wording, b = y->wording, name = x->key->text;
    bool  told = x->key->generic && slice_equal(name, y->key->text) && slice_ends(a, name) && slice_ends(b, name) &&
                a.len > name.len && b.len > name.len;
    return told ? wording_similarity(slice_less(a, name.len), slice_less(b, name.len)) : wording_similarity(a, b);
}

static void alike(void *context, uint32_t x, uint32_t y) {
    const struct search  *s = context;
    const struct cluster *a = &s->clusters[x], *b = &s->clusters[y];
    if (a->key->generic != b->key->generic || slice_equal(a->key->match, b->key->match) != a->key->generic) return;
    int score = likeness(a, b);
    if (score >= SCORE_WEAK_SYNONYM) score = SCORE_WEAK_SYNONYM - 1; /* a likeness is never surer than a synonym */
    if (score < SCORE_LIST) return;
    bool deed = a->object.deeds.len,
         other_deed = b->object.deeds.len; /* 培育家庭农场 may be a year's, 家庭农场 all there are */
    bool flow = metric_flows(s->rules, a->key->text) && metric_flows(s->rules, b->key->text); /* 稳岗补贴 is a year's anyhow */
    if (score >= SCORE_JOIN && deed != other_deed && !flow) score = SCORE_JOIN - 1;
    bool led = slice_ends(a->wording, b->wording) || slice_ends(b->wording, a->wording); /* 招收本科生 may not be all of them */
    if (score > SCORE_LED && led && !flow && a->points[0]->kind == KIND_LEVEL) score = SCORE_LED;
    bool growth = a->points[0]->kind == KIND_GROWTH; /* rates of growth are all alike: they confirm no wording */
    bool close = score >= (growth ? SCORE_JOIN : SCORE_CLOSE);
    bool sure = a->key->generic ? (close || wording_shortened(a->wording, b->wording)) && one_purpose(a->first[0], b->first[0])
                                : close && wording_shortened(a->key->core, b->key->core);
    const char *reason = sure ? "one wording stands in the other" : "similar wording";
    push(s, x, y, (struct candidate_join){.score = score, .reason = reason, .join = sure});
}

/* ---- what the clause says -------------------------------------------------------------------------------------------------
 */

/* The key that words beside a cluster's first figure would have. */
static void key_of_words(struct metric_key *out, const struct search *s, slice said, const struct cluster *c) {
    metric_key_make(out, s->rules, said, c->first[0]->stem, c->first[0]->kind, s->arena);
}

static int cluster_and_match(const void *cluster, const void *match) {
    return slice_compare(((const struct cluster *)cluster)->key->match, *(const slice *)match);
}

/* 新台阶 of 粮食产量首次跃上【1.4万亿斤】新台阶 is 粮食产量: what stands before the figure is another cluster's key. */
static void said_before_it(const struct search *s, size_t first, size_t end, size_t i) {
    const struct cluster *clusters = s->clusters, *c = &clusters[i];
    slice                 before = c->first[0]->clause[0];
    struct metric_key     said;
    if (c->points[0]->kind == KIND_GROWTH || !before.len) return;
    key_of_words(&said, s, metric_unreached(s->rules, before), c);
    bool less = said.text.len < c->key->text.len && slice_ends(c->key->text, said.text); /* 新增合作社5个、家庭农场【7个】 */
    if (less || said.generic || slice_equal(said.match, c->key->match) || metric_goes_on(s->rules, before)) return;
    size_t low = first + first_not_before(&said.match, clusters + first, end - first, sizeof *clusters, cluster_and_match);
    for (; low < end && slice_equal(clusters[low].key->match, said.match); low++)
        search_push(s, (uint32_t)low, (uint32_t)i, SCORE_SAID, "the words before the figure say it");
}

/* What `more` has between the beginning and the end that it shares with `less`, all of which stands there: 城中村 of
 * 启动城中村改造项目 beside 启动改造项目. Empty where that is not so, or a single character. */
static slice said_besides(slice more, slice less) {
    enum { TWO = 6 }; /* bytes */
    size_t head = 0;
    if (more.len < less.len + TWO) return SLICE_NONE;
    for (size_t next; head < less.len && (next = utf8_next(less, head)) <= less.len; head = next)
        if (!slice_equal(slice_sub(less, head, next), slice_sub(more, head, next))) break;
    slice tail = slice_from(less, head);
    return slice_ends(more, tail) ? slice_sub(more, head, more.len - tail.len) : SLICE_NONE;
}

/* 财政补助标准 is 居民医保财政补助标准 where the clause before it ends in 居民医保, and 启动改造项目 启动城中村改造项目 behind
 * 城中村改造加快. */
static void led_in(void *context, uint32_t x, uint32_t y) {
    const struct search  *s = context;
    const struct cluster *a = &s->clusters[x], *b = &s->clusters[y];
    const struct cluster *brief = a->key->text.len < b->key->text.len ? a : b, *full = brief == a ? b : a;
    const struct entry   *e = brief->first[0];
    slice                 besides = said_besides(full->key->text, brief->key->text);
    if (brief->key->generic || full->key->generic || !besides.len) return;
    if (!e->clause[0].len) return;
    struct metric_key led, own;
    key_of_words(&own, s, e->clause[0], brief);
    bool all = slice_starts(e->clause[0], e->claim->metric) || slice_starts(brief->key->text, own.text);
    if (!all) return; /* its own clause says something else besides */
    key_of_words(&led, s, e->lead, brief);
    if (slice_has(led.text, besides)) search_push(s, x, y, SCORE_SAID - 1, "the clause before says of what it is");
}

/* 居民医保标准 is 居民医保人均财政补助标准 where its clause has the words that it lacks. */
static void framed(void *context, uint32_t x, uint32_t y) {
    const struct search     *s = context;
    const struct cluster    *a = &s->clusters[x], *b = &s->clusters[y];
    size_t                   n = utf8_count(a->key->text), m = utf8_count(b->key->text);
    const struct cluster    *brief = n < m ? a : b;
    const struct metric_key *less = brief->key, *more = n < m ? b->key : a->key;
    if (n == m || less->generic || more->generic || brief->points[0]->kind == KIND_GROWTH) return;
    if (slice_equal(less->words, more->words) || !words_within(less->words, more->text)) return;
    if (!wording_within(less->core, more->core) || utf8_count(less->core) > utf8_count(more->core)) return;
    const slice      *clause = brief->first[0]->clause; /* before the figure, and behind it */
    struct metric_key said;
    key_of_words(&said, s, arena_format(s->arena, "%.*s%.*s", SLICE_ARG(clause[0]), SLICE_ARG(clause[1])), brief);
    if (words_within(more->words, said.text) && wording_within(more->core, said.text) &&
        utf8_count(more->core) <= utf8_count(said.text))
        search_push(s, x, y, SCORE_SAID - 1, "the clause has the words that it lacks");
}

static int by_pair(const void *a, const void *b) {
    const struct candidate_join *x = a, *y = b;
    if (x->x != y->x) return ORDER(x->x, y->x);
    if (x->y != y->y) return ORDER(x->y, y->y);
    if (x->person != y->person) return x->person ? -1 : 1;
    if (x->join != y->join) return x->join ? -1 : 1; /* what says that they are one outweighs a likeness that does not */
    return y->score - x->score;
}

void likely_keep_once(struct likely *out) {
    size_t kept = 0;
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_pair);
    for (size_t i = 0; i < out->count; i++)
        if (!kept || out->items[kept - 1].x != out->items[i].x || out->items[kept - 1].y != out->items[i].y)
            out->items[kept++] = out->items[i];
    out->count = kept;
}

static void from_aliases(const struct search *s, const struct aliases *aliases) {
    const struct cluster *clusters = s->clusters;
    for (size_t k = 0; k < aliases->count; k++) {
        if (!aliases->items[k].join) continue;
        for (size_t i = 0; i < s->count; i++) {
            if (!slice_equal(clusters[i].key->match, aliases->items[k].a)) continue;
            for (size_t j = 0; j < s->count; j++)
                if (j != i && slice_equal(clusters[j].gate, clusters[i].gate) &&
                    slice_equal(clusters[j].key->match, aliases->items[k].b)) {
                    push(
                        s, (uint32_t)i, (uint32_t)j,
                        (struct candidate_join){.score = 100, .reason = "an alias file says so", .join = true, .person = true});
                    aliases->items[k].met = true;
                }
        }
    }
}

void gates_visit(const struct search *s, void *context, gate_visitor visit) {
    const struct cluster *clusters = s->clusters;
    struct posting       *room = NULL;
    size_t                capacity = 0;
    for (size_t first = 0, end; first < s->count; first = end) {
        for (end = first + 1; end < s->count && slice_equal(clusters[first].gate, clusters[end].gate); end++) {
        }
        room = arena_grow(s->arena, room, 0, &capacity, (end - first) * POSTINGS_OF_WORDING + 1, sizeof *room);
        visit(context, first, end, room);
    }
}

static void find_in_gate(void *context, size_t first, size_t end, struct posting *room) {
    struct search        *s = context;
    const struct cluster *clusters = s->clusters;
    size_t                n = end - first, count = 0, settled = first;
    while (s->again && settled < end && !clusters[settled].settled) settled++;
    if (settled == end) return;
    for (size_t i = 0; i < n; i++)
        room[i] = (struct posting){.text = clusters[first + i].key->match, .place = (uint32_t)(first + i)};
    postings_pair(room, n, s, same_key, s->arena);
    for (size_t i = 0; i < n; i++)
        room[i] = (struct posting){.text = clusters[first + i].key->near, .place = (uint32_t)(first + i)};
    postings_pair(room, n, s, same_near, s->arena);
    for (size_t i = first; i < end; i++) said_before_it(s, first, end, i);
    for (size_t i = first; i < end; i++)
        count += postings_of(room + count, clusters[i].key->words, clusters[i].wording, (uint32_t)i);
    postings_pair(room, count, s, alike, s->arena);
    for (size_t i = 0; i < count; i++) room[i].text = SLICE_NONE;
    postings_pair(room, count, s, framed, s->arena);
    postings_pair(room, count, s, led_in, s->arena);
}

void likely_find(struct search *s, const struct aliases *aliases) {
    from_aliases(s, aliases);
    gates_visit(s, s, find_in_gate);
}
