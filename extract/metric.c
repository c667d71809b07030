/* Which words name a figure. A figure is named by the noun behind it (12个乡镇), by the words before it in its clause
 * (处置网络舆情313起), by what 分别 deals out, or, when its own clause names nothing, by the figure or the clause before.
 * Knows only classes of words (rules/words.tsv); the words themselves are data. */
#include "extract/metric.h"

#include "extract/base/banned.h"

enum { LONGEST_METRIC = 60 * 3, MOST_ITEMS = 12 };

/* ---- classes ---- */

static bool is_one_of(char tag, const char *tags) { return tag && strchr(tags, tag) != NULL; }
/* What ends a clause. */
static bool is_boundary(char tag) { return is_one_of(tag, ",.:_()"); }
/* What can carry meaning in a metric. */
static bool is_content(char tag) { return is_one_of(tag, "nhvZGujKwBqxC1NQSPDMRTA"); }
/* What a metric leaves out wherever it stands. */
static bool is_dropped(char tag) { return is_one_of(tag, "adYgeEFclHtfbymsiILOpzr<>_,W"); }

static bool is_figure(const struct sentence *s, size_t i) {
    int c = s->tokens[i].candidate;
    return c >= 0 && !s->candidates[c].refused;
}

static char tag_at(const struct sentence *s, size_t i) { return i < s->count ? s->tokens[i].tag : '.'; }

/* 增加值, 总量, 面积: heads that name nothing until it is said of what. */
static bool is_generic(const struct token *t) {
    return t->tag == 'h' && t->word && slice_equal(t->word->note, SLICE_LIT("generic"));
}

/* ---- building ---- */

struct builder {
    char  *out;
    size_t length;
};

static void add_slice(struct builder *b, slice text) {
    if (b->length + text.len > LONGEST_METRIC) return;
    memcpy(b->out + b->length, text.ptr, text.len);
    b->length += text.len;
}

static void add_tokens(struct builder *b, const struct sentence *s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (!is_dropped(s->tokens[i].tag)) add_slice(b, sentence_text(s, i, i + 1));
}

static struct builder builder_new(struct arena *arena) { return (struct builder){arena_text(arena, LONGEST_METRIC), 0}; }
static slice          built(const struct builder *b) { return (slice){b->out, b->length}; }

/* ---- the range of words before a figure ---- */

struct range {
    size_t from, to;
};

/* First token of the figure's clause: behind the last boundary or figure before token `k`. */
static size_t clause_start(const struct sentence *s, size_t k) {
    size_t i = k;
    while (i > 0 && !is_boundary(s->tokens[i - 1].tag) && !is_figure(s, i - 1)) i--;
    if (i > 0 && is_figure(s, i - 1)) {
        /* 4个村获评文明村、11个单位: what stands before the last 、 belongs to the figure before. */
        for (size_t j = k; j > i; j--)
            if (s->tokens[j - 1].tag == ';' || s->tokens[j - 1].tag == 'k') return j;
    }
    return i;
}

static bool has_class(const struct sentence *s, struct range r, const char *tags) {
    for (size_t i = r.from; i < r.to; i++)
        if (is_one_of(s->tokens[i].tag, tags)) return true;
    return false;
}

static size_t content_bytes(const struct sentence *s, struct range r) {
    size_t n = 0;
    for (size_t i = r.from; i < r.to; i++)
        if (!is_dropped(s->tokens[i].tag) && is_content(s->tokens[i].tag)) n += s->tokens[i].end - s->tokens[i].start;
    return n;
}

static struct range strip(const struct sentence *s, struct range r, const char *head, const char *tail) {
    while (r.to > r.from && is_one_of(s->tokens[r.to - 1].tag, tail)) r.to--;
    while (r.from < r.to && is_one_of(s->tokens[r.from].tag, head)) r.from++;
    return r;
}

static size_t last_of(const struct sentence *s, struct range r, const char *tags) {
    for (size_t i = r.to; i > r.from; i--)
        if (is_one_of(s->tokens[i - 1].tag, tags)) return i - 1;
    return SIZE_MAX;
}

#define HEAD "aYgHpteikcFElfbyms;OIqzd,_>WUJCo"
#define TAIL "daeEztpOoYcfFblyms;kirL<_HWC"

/* Is a quotation that opened behind `from` still open at `at`? */
static bool inside_quotes(const struct sentence *s, size_t from, size_t at) {
    int open = 0;
    for (size_t i = from; i < at; i++) open += (s->tokens[i].tag == '<') - (s->tokens[i].tag == '>');
    return open > 0;
}

/* Narrows the words before a figure to its name. */
static struct range name_range(const struct sentence *s, struct range r, enum kind kind) {
    bool items_told = has_class(s, r, "F");
    r = strip(s, r, HEAD, TAIL);
    r = strip(s, r, "", kind == KIND_GROWTH || kind == KIND_CHANGE ? TAIL "ujUJK" : TAIL "UJ");
    /* 上市公司数量增至开市时: what grows is named before the verb. */
    size_t to = last_of(s, r, "UJ");
    if (to != SIZE_MAX && content_bytes(s, (struct range){r.from, to}) >= 6)
        r = strip(s, (struct range){r.from, to}, HEAD, TAIL);
    /* 支持企业扩容、公司数量: an item behind a clause of its own stands alone. */
    size_t item = last_of(s, r, ";");
    if (item != SIZE_MAX && !items_told && !inside_quotes(s, r.from, item) &&
        has_class(s, (struct range){r.from, item}, "vuKw") && content_bytes(s, (struct range){item + 1, r.to}) >= 12)
        r.from = item + 1;
    /* 书法、声乐等各类专业课程: behind a list of examples stands what they are of. */
    size_t list = last_of(s, r, "W");
    if (list != SIZE_MAX && content_bytes(s, (struct range){list + 1, r.to}) >= 6) r.from = list + 1;
    /* 建设和打造的景观雕塑: behind a clause with a verb, the noun behind 的 is the name; 居民的收入 stays whole. */
    size_t particle = last_of(s, r, "c");
    if (particle != SIZE_MAX) {
        struct range before = {r.from, particle}, after = {particle + 1, r.to};
        if (content_bytes(s, after) >= 6 && has_class(s, before, "vwGujp,")) r = after;
    }
    /* 用大白话开展宣传宣讲: behind a light verb stands what was done. */
    size_t light = last_of(s, r, "w");
    if (light != SIZE_MAX) {
        struct range after = {light + 1, r.to}, before = {r.from, light};
        if (content_bytes(s, after) >= 6)
            r = after;
        else if (content_bytes(s, before) >= 6)
            r = before;
    }
    /* 向平台报送稿件: a phrase with a preposition goes when a verb follows it. */
    size_t preposition = last_of(s, r, "p");
    if (preposition != SIZE_MAX) {
        struct range after = {preposition + 1, r.to};
        for (size_t i = after.from; i < after.to; i++)
            if (is_one_of(s->tokens[i].tag, "vG") && content_bytes(s, (struct range){i + 1, r.to}) >= 3) {
                r.from = i;
                break;
            }
    }
    /* 闵行各镇、街道举办阅读活动: a long subject goes when verb and object say it all. */
    size_t verb = last_of(s, r, "v");
    if (verb != SIZE_MAX && verb > r.from && content_bytes(s, r) > 12 * 3 &&
        content_bytes(s, (struct range){verb + 1, r.to}) >= 9)
        r.from = verb;
    return strip(s, r, HEAD, TAIL);
}

/* ---- the noun behind a figure ---- */

static struct range words_before(const struct sentence *s, size_t k);

/* First token behind figure `k` that is no 的, adverb or place. */
static size_t behind(const struct sentence *s, size_t k) {
    size_t i = k + 1;
    while (is_one_of(tag_at(s, i), "cag")) i++;
    return i;
}

static bool event_unit(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->event; }

/* Counting units take the noun behind them as their name; amounts do when it follows at once. */
static bool takes_noun(const struct sentence *s, const struct candidate *c) {
    char tag = s->tokens[c->token].tag, next = tag_at(s, behind(s, c->token));
    if (event_unit(c) && is_one_of(next, "ujK")) return true;
    if (is_one_of(tag, "QSN")) return is_one_of(next, "nhvZwGBC1<q");
    if (tag == 'A') return is_one_of(next, "nhZ");
    if (tag == 'P' && c->kind == KIND_SHARE) return is_one_of(next, "nhZ1") && !is_one_of(tag_at(s, c->token + 1), "ag");
    return false;
}

/* The words of the clause before figure `k`, without a bracket that stands at the figure: 学校（幼儿园）22所. */
static struct range words_before(const struct sentence *s, size_t k) {
    if (k > 0 && s->tokens[k - 1].tag == ')') {
        size_t open = k - 1;
        while (open > 0 && k - open < 10 && s->tokens[open].tag != '(') open--;
        if (s->tokens[open].tag == '(' && !is_figure(s, k - 2)) return (struct range){clause_start(s, open), open};
    }
    return (struct range){clause_start(s, k), k};
}

/* Does what stands at `i` end the phrase for good? */
static bool ends_phrase(const struct sentence *s, size_t i) {
    return i >= s->count || is_figure(s, i) || is_one_of(s->tokens[i].tag, ",.;:()_");
}

/* 619个村踊跃参与报名: a short noun that does something is named with what it does. */
static size_t predicate_end(const struct sentence *s, struct range noun, bool share) {
    size_t i = noun.to;
    while (is_one_of(tag_at(s, i), "aEegcK") && !is_figure(s, i)) i++;
    size_t bytes = content_bytes(s, noun);
    if (!is_one_of(tag_at(s, i), "vZGwdrp") || (bytes > 9 && !share)) return noun.to;
    size_t end = i + 1;
    while (!ends_phrase(s, end) && content_bytes(s, (struct range){i, end}) < 14 * 3) end++;
    if (end < s->count && is_figure(s, end)) return noun.to;
    size_t said = is_one_of(s->tokens[i].tag, "wd") ? i + 1 : i; /* 活动扎实推进 says no more than 活动 */
    return end > said && content_bytes(s, (struct range){i, end}) >= 9 ? end : noun.to;
}

/* 县（市）: one word in brackets inside a name. */
static bool short_bracket(const struct sentence *s, size_t i) {
    return tag_at(s, i) == '(' && tag_at(s, i + 2) == ')' && !is_figure(s, i + 1) &&
           s->tokens[i + 1].end - s->tokens[i + 1].start <= 9 && is_one_of(tag_at(s, i + 3), "nhvZGdw");
}

/* The tokens behind figure `k` that name it; empty when none do. */
static struct range noun_behind(const struct sentence *s, const struct candidate *c) {
    size_t       k = c->token;
    struct range none = {k + 1, k + 1}, r = {behind(s, k), behind(s, k)};
    if (!takes_noun(s, c)) return none;
    bool         event = event_unit(c), share = s->tokens[k].tag == 'P';
    struct range before = words_before(s, k);
    if (is_one_of(tag_at(s, r.from), "vw") && !event && content_bytes(s, strip(s, before, HEAD, TAIL)) >= 6) return none;
    for (;; r.to++) {
        if (content_bytes(s, r) > 0 && short_bracket(s, r.to)) r.to += 2;
        if (ends_phrase(s, r.to)) break;
        char   tag = s->tokens[r.to].tag;
        size_t bytes = content_bytes(s, r);
        if (tag == 'c') {
            /* 25个开展巡察的党组织: a clause before 的 is no name; 17个学习组的架构: the nearest noun is; 新的举措 goes on. */
            if (bytes > 3 && !has_class(s, r, "vwGuj")) break;
            r.from = r.to + 1;
            continue;
        }
        if (event && is_one_of(tag, "vwpdujK")) continue;
        bool amount = c->quantity.unit && c->quantity.unit->class == UNIT_MONEY && tag_at(s, k + 1) != 'c';
        if (amount && tag == 'Z' && bytes >= 6 && !ends_phrase(s, r.to + 1) && !ends_phrase(s, r.to + 2)) break;
        if (bytes > 0 && is_one_of(tag, "ujK") && ends_phrase(s, r.to + 1)) continue;
        if (bytes > 0 && is_one_of(tag, "wdpEYujKyterazOFoW")) break;
        if (bytes > 6 && tag == 'G') break;
        if (bytes >= 6 && tag == 'v' && !event) {
            if (!ends_phrase(s, r.to + 1)) break;
        }
        if (tag == 'k') {
            size_t i = r.to + 1;
            while (i < s->count && !is_one_of(s->tokens[i].tag, ",.;:") && !is_figure(s, i)) i++;
            if (i < s->count && is_figure(s, i)) break;
        }
    }
    r = strip(s, r, "<gcak", "kacdepg<");
    bool person = c->quantity.unit && c->quantity.unit->class <= UNIT_PERSON;
    if (share || person) r.to = predicate_end(s, r, share);
    return r;
}

/* 连续五年参与普查: a length of time is named by what went on. */
static struct range doing_behind(const struct sentence *s, const struct candidate *c) {
    size_t       k = c->token;
    struct range r = {k + 1, k + 1};
    if (s->tokens[k].tag != 'T' || k == 0 || s->tokens[k - 1].tag != 'L') return r;
    while (!ends_phrase(s, r.to)) r.to++;
    r = strip(s, r, "agcep", "");
    return has_class(s, r, "vZGrwd") && content_bytes(s, r) >= 9 ? r : (struct range){k + 1, k + 1};
}

/* The verb that stands at the figure: 处置5个账号 → 处置. */
static size_t verb_before(const struct sentence *s, size_t k) {
    size_t i = k;
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "aYgEec<Od")) i--;
    return i > 0 && is_one_of(s->tokens[i - 1].tag, "vGZ") ? i - 1 : SIZE_MAX;
}

/* ---- lists ---- */

/* True when only list marks stand between two figures: 6%、5.2%和5.2%. */
static bool directly_listed(const struct sentence *s, size_t a, size_t b) {
    for (size_t i = a + 1; i < b; i++)
        if (!is_one_of(s->tokens[i].tag, ";k,aE")) return false;
    return b > a + 1;
}

struct items {
    struct range at[MOST_ITEMS];
    size_t       count;
};

/* Cuts 一、二、三产业增加值 at 、 and 和. */
static struct items cut_items(const struct sentence *s, struct range r) {
    struct items items = {.count = 0};
    size_t       from = r.from;
    for (size_t i = r.from; i <= r.to; i++) {
        if (i < r.to && !is_one_of(s->tokens[i].tag, ";k")) continue;
        if (i > from && items.count < MOST_ITEMS) items.at[items.count++] = (struct range){from, i};
        from = i + 1;
    }
    return items;
}

/* What the last item has for all of them: 农村|居民人均可支配收入 behind 城镇 gives 居民人均可支配收入. */
static slice shared_tail(const struct sentence *s, struct range last, struct range first) {
    slice whole = sentence_text(s, last.from, last.to), head = sentence_text(s, first.from, first.to);
    slice opening = sentence_text(s, last.from, last.from + 1);
    if (head.len <= 9 && opening.len >= head.len + 12 && s->tokens[last.from].tag == 'n') return slice_from(whole, head.len);
    for (size_t i = last.from; i < last.to; i++)
        if (s->tokens[i].tag == 'h') {
            bool all = true;
            for (size_t j = i; j < last.to; j++) all &= is_one_of(s->tokens[j].tag, "hc");
            if (all && i > last.from) return sentence_text(s, i, last.to);
        }
    return whole.len >= head.len + 6 && head.len <= 12 ? slice_from(whole, head.len) : SLICE_NONE;
}

static slice item_name(const struct sentence *s, const struct items *items, size_t i, struct arena *arena) {
    struct builder b = builder_new(arena);
    add_tokens(&b, s, items->at[i].from, items->at[i].to);
    if (i + 1 < items->count) {
        slice tail = shared_tail(s, items->at[items->count - 1], items->at[i]);
        if (tail.len && !slice_ends(built(&b), tail) && tag_at(s, items->at[i].to - 1) != 'h') add_slice(&b, tail);
    }
    return built(&b);
}

/* Deals the items named before the first of a row of figures out to them: A、B分别增长6%、5%. Returns how many figures were
 * served. */
static size_t deal_items(struct sentence *s, size_t first, struct range names, bool told, struct arena *arena) {
    struct items items = cut_items(s, names);
    size_t       count = 1, c = first;
    while (c + 1 < s->candidate_count && !s->candidates[c + 1].refused &&
           directly_listed(s, s->candidates[c].token, s->candidates[c + 1].token) && count < MOST_ITEMS) {
        c++;
        count++;
    }
    if (count < 2 || items.count != count) return 0;
    if (!told && s->candidates[first].metric.len) return 0;
    for (size_t i = 0; i < count; i++) s->candidates[first + i].metric = item_name(s, &items, i, arena);
    return count;
}

/* ---- one figure ---- */

static slice name_of(const struct sentence *s, struct range r, struct arena *arena) {
    struct builder b = builder_new(arena);
    add_tokens(&b, s, r.from, r.to);
    return built(&b);
}

/* The clause before token `from` that names something, for 治愈率，达100%. */
static slice clause_before(const struct sentence *s, size_t from, enum kind kind, struct arena *arena) {
    while (from > 0) {
        size_t end = from;
        while (end > 0 && is_boundary(s->tokens[end - 1].tag)) end--;
        if (end == 0 || is_figure(s, end - 1)) return SLICE_NONE;
        struct range r = {clause_start(s, end), end};
        struct range n = name_range(s, r, kind);
        if (content_bytes(s, n) >= 6) return name_of(s, n, arena);
        if (r.from >= from) return SLICE_NONE;
        from = r.from;
    }
    return SLICE_NONE;
}

static slice named_behind(const struct sentence *s, const struct candidate *c, struct range noun, slice shared_verb,
                          struct arena *arena) {
    struct builder b = builder_new(arena);
    size_t         verb = verb_before(s, c->token);
    if (verb != SIZE_MAX)
        add_slice(&b, sentence_text(s, verb, verb + 1));
    else if (shared_verb.len)
        add_slice(&b, shared_verb);
    add_tokens(&b, s, noun.from, noun.to);
    return built(&b);
}

/* 投资58万元建成办公场地: what the money was put into, and 投资 behind it. */
static slice named_by_purpose(const struct sentence *s, const struct candidate *c, struct arena *arena) {
    size_t verb = verb_before(s, c->token);
    if (verb == SIZE_MAX || !c->quantity.unit || c->quantity.unit->class != UNIT_MONEY) return SLICE_NONE;
    struct range r = {c->token + 1, c->token + 1};
    if (tag_at(s, r.from) == 'c') r.from = r.to = c->token + 2;
    while (r.to < s->count && !is_boundary(s->tokens[r.to].tag) && s->tokens[r.to].tag != ';') r.to++;
    struct builder b = builder_new(arena);
    for (size_t i = r.from; i < r.to; i++)
        if (!is_figure(s, i) && !is_dropped(s->tokens[i].tag) && !is_one_of(s->tokens[i].tag, "vw"))
            add_slice(&b, sentence_text(s, i, i + 1));
    if (b.length < 6) return SLICE_NONE;
    add_slice(&b, sentence_text(s, verb, verb + 1));
    return built(&b);
}

/* 国家级企业8家、省级66家: the second is the first with its level changed. */
static slice with_level(const struct sentence *s, slice model, size_t level, struct arena *arena) {
    for (size_t i = level; i-- > 0;) {
        if (s->tokens[i].tag != '1') continue;
        slice  old = sentence_text(s, i, i + 1);
        size_t at = slice_find(model, old, 0);
        if (at == SIZE_MAX) continue;
        struct builder b = builder_new(arena);
        add_slice(&b, slice_sub(model, 0, at));
        add_slice(&b, sentence_text(s, level, level + 1));
        add_slice(&b, slice_from(model, at + old.len));
        return built(&b);
    }
    return SLICE_NONE;
}

/* A metric without the verb that opens it: 清理规章规定 → 规章规定, for 废止830件 behind it. */
static slice object_of(const struct sentence *s, const struct candidate *c) {
    slice object = c->metric;
    for (size_t i = 0; i < s->count; i++) {
        slice word = sentence_text(s, i, i + 1);
        if (is_one_of(s->tokens[i].tag, "vGZ") && slice_starts(object, word) && object.len > word.len + 3)
            return slice_from(object, word.len);
    }
    return object;
}

static bool only_classes(const struct sentence *s, struct range r, const char *tags) {
    for (size_t i = r.from; i < r.to; i++)
        if (!is_dropped(s->tokens[i].tag) && !is_one_of(s->tokens[i].tag, tags)) return false;
    return r.to > r.from;
}

static slice joined(slice a, slice b, struct arena *arena) {
    struct builder builder = builder_new(arena);
    add_slice(&builder, a);
    if (slice_find(a, b, 0) == SIZE_MAX) add_slice(&builder, b);
    return built(&builder);
}

/* 粮食播种面积 → 粮食播种: its own generic head goes before another one comes. */
static slice without_head(const struct sentence *s, slice metric, slice head) {
    for (size_t i = 0; i < s->count; i++) {
        slice word = sentence_text(s, i, i + 1);
        if (is_generic(&s->tokens[i]) && !slice_equal(word, head) && slice_ends(metric, word) && metric.len > word.len + 3)
            return slice_sub(metric, 0, metric.len - word.len);
    }
    return metric;
}

static const struct candidate *figure_before(const struct sentence *s, size_t index) {
    while (index-- > 0)
        if (!s->candidates[index].refused && s->candidates[index].metric.len) return &s->candidates[index];
    return NULL;
}

/* A name that needs what stands before it: a level, a bare verb, a generic head. */
static slice completed(const struct sentence *s, size_t index, struct range before, struct range name, struct arena *arena) {
    const struct candidate *previous = figure_before(s, index);
    slice                   own = name_of(s, name, arena);
    if (name.to - name.from == 1 && s->tokens[name.from].tag == '1' && previous) {
        slice leveled = with_level(s, previous->metric, name.from, arena);
        return leveled.len ? leveled : joined(own, object_of(s, previous), arena);
    }
    bool generic = name.to - name.from == 1 && (is_generic(&s->tokens[name.from]) || is_one_of(s->tokens[name.from].tag, "uj"));
    bool verb = name.to - name.from <= 2 && only_classes(s, name, name.to - name.from == 1 ? "vZG" : "vG");
    if (!generic && !verb) return own;
    /* 清理2300件，修订325件: one unit, one object; 培训730人，授课268课时 are two. */
    if (verb && previous && !slice_equal(previous->quantity.unit_name, s->candidates[index].quantity.unit_name)) return own;
    if (previous)
        return generic ? joined(without_head(s, previous->metric, own), own, arena)
                       : joined(own, object_of(s, previous), arena);
    slice earlier = clause_before(s, before.from, s->candidates[index].kind, arena);
    return earlier.len ? joined(earlier, own, arena) : own;
}

static slice find_metric(struct sentence *s, size_t index, slice shared_verb, const struct carry *carry, struct arena *arena) {
    struct candidate *c = &s->candidates[index];
    if (c->metric_start >= 0) return name_of(s, (struct range){(size_t)c->metric_start, (size_t)c->metric_end}, arena);
    struct range noun = noun_behind(s, c);
    /* 裁减员额50万的任务: behind 的 stands what it is part of, when words before the figure name it. */
    bool part = tag_at(s, c->token + 1) == 'c' && verb_before(s, c->token) == SIZE_MAX && s->tokens[c->token].tag != 'P' &&
                content_bytes(s, name_range(s, words_before(s, c->token), c->kind)) >= 6;
    if (!part && content_bytes(s, noun) >= 3) {
        slice own = named_behind(s, c, noun, shared_verb, arena);
        /* 公安4项工作: a bare noun behind takes the noun before along. */
        if (content_bytes(s, noun) <= 9 && c->token > 0 && is_one_of(s->tokens[c->token - 1].tag, "nh") &&
            s->tokens[c->token].tag != 'P') {
            struct range owner = name_range(s, words_before(s, c->token), c->kind);
            if (content_bytes(s, owner) >= 6 && content_bytes(s, owner) <= 12 * 3)
                return joined(name_of(s, owner, arena), own, arena);
        }
        /* 文化探源、赛龙舟等9项活动: a bare noun behind 等 takes the examples along. */
        if (content_bytes(s, noun) > 6 || c->token == 0 || s->tokens[c->token - 1].tag != 'W') return own;
        struct range examples = name_range(s, (struct range){clause_start(s, c->token - 1), c->token - 1}, c->kind);
        return content_bytes(s, examples) <= 16 * 3 ? joined(name_of(s, examples, arena), own, arena) : own;
    }
    struct range doing = doing_behind(s, c);
    struct range before = words_before(s, c->token);
    struct range name = name_range(s, before, c->kind);
    if (doing.to > doing.from) return name_of(s, doing, arena);
    /* 热线质量在349个城市中居第46: a rank belongs to the subject before the field it is taken in. */
    if (c->kind == KIND_RANK && before.from > 0 && is_figure(s, before.from - 1)) {
        struct range subject = name_range(s, words_before(s, before.from - 1), c->kind);
        if (content_bytes(s, subject) >= 9 && !has_class(s, subject, "v")) return name_of(s, subject, arena);
    }
    slice purpose = named_by_purpose(s, c, arena);
    if (purpose.len) return purpose;
    if (content_bytes(s, name) >= 3) return completed(s, index, before, name, arena);
    const struct candidate *previous = figure_before(s, index);
    /* 惠及3191家企业、124.5万人次 */
    if (previous && shared_verb.len && s->tokens[c->token].tag == 'Q' &&
        !slice_equal(previous->quantity.unit_name, c->quantity.unit_name) && c->quantity.unit &&
        c->quantity.unit->class == UNIT_PERSON &&
        directly_listed(s, s->tokens[previous->token].candidate >= 0 ? c->token - 2 : 0, c->token))
        return joined(shared_verb, c->quantity.unit_name, arena);
    if (previous) return previous->metric;
    slice earlier = clause_before(s, before.from, c->kind, arena);
    return earlier.len ? earlier : carry->metric;
}

/* The clause before `start` whose items could be dealt out: A、B和C再次提高，月人均分别提高1元、2元和3元. */
static struct range clause_items(const struct sentence *s, size_t start, enum kind kind) {
    if (start == 0 || s->tokens[start - 1].tag != ',') return (struct range){0, 0};
    size_t       end = start - 1;
    struct range r = {end, end};
    while (r.from > 0 && !is_boundary(s->tokens[r.from - 1].tag) && !is_figure(s, r.from - 1)) r.from--;
    (void)kind;
    return strip(s, r, HEAD, TAIL "ujUJKra");
}

void metrics_find(struct sentence *s, struct carry *carry, struct arena *arena) {
    slice        shared_verb = SLICE_NONE;
    struct range dealt = {0, 0};
    for (size_t i = 0; i < s->candidate_count; i++) {
        struct candidate *c = &s->candidates[i];
        if (c->refused || c->metric.len) continue;
        if (c->share >= 0 && (size_t)c->share < i && s->candidates[c->share].metric.len) {
            c->metric = s->candidates[c->share].metric;
            continue;
        }
        struct range before = words_before(s, c->token);
        size_t       start = before.from, served = 0;
        size_t       told = last_of(s, before, "F");
        struct range names = name_range(s, before, c->kind);
        if (told != SIZE_MAX && names.from < told) names = strip(s, (struct range){names.from, told}, HEAD, TAIL "ujUJK");
        bool own = content_bytes(s, names) >= 6;
        if (own || told != SIZE_MAX) served = deal_items(s, i, names, told != SIZE_MAX, arena);
        if (!served && told != SIZE_MAX) served = deal_items(s, i, clause_items(s, start, c->kind), true, arena);
        if (!served && !own && dealt.to > dealt.from) served = deal_items(s, i, dealt, true, arena);
        if (served) {
            if (own) dealt = names;
            continue;
        }
        /* 新建A3个、B5个: the verb of the first serves all. */
        size_t verb = verb_before(s, c->token);
        if (verb != SIZE_MAX)
            shared_verb = sentence_text(s, verb, verb + 1);
        else if (c->token == 0 || !is_one_of(s->tokens[c->token - 1].tag, ";k"))
            shared_verb = SLICE_NONE;
        c->metric = find_metric(s, i, shared_verb, carry, arena);
    }
    for (size_t i = s->candidate_count; i-- > 0;)
        if (!s->candidates[i].refused && s->candidates[i].metric.len) {
            carry->metric = s->candidates[i].metric;
            break;
        }
}
