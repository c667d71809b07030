/* The words before a figure become its name: 全县依法依规处置网络舆情313起 → 处置网络舆情. */
#include "extract/phrase.h"

#include "extract/base/banned.h"

enum { LONGEST_METRIC = 60 * 3, NEAR = 10 };

/* What ends a clause, what can carry meaning in a metric, what a metric leaves out wherever it stands. */
#define BOUNDARY CLASSES(",.:_()")
#define CONTENT CLASSES("nhvZGujKwBqxC1NQSPDMRTA")
#define DROPPED CLASSES("adYgeEFclHtfbymsiILOpzr<>_,W")

bool is_figure(const struct sentence *s, size_t i) {
    int c = s->tokens[i].candidate;
    return c >= 0 && !s->candidates[c].refused;
}

bool is_adjective(const struct sentence *s, size_t i) {
    char next = tag_at(s, i + 1);
    if (has_note(&s->tokens[i], NOTE_MANNER)) return true;
    return has_note(&s->tokens[i], NOTE_ADJ) && (is_one_of(next, "nh1") || (next == 'Z' && tag_at(s, i + 2) == 'n'));
}

bool ends_phrase(const struct sentence *s, size_t i) {
    return i >= s->count || is_figure(s, i) || is_one_of(s->tokens[i].tag, ",.;:()_");
}

bool has_class(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.from; i < r.to; i++)
        if (in_classes(s->tokens[i].tag, classes)) return true;
    return false;
}

size_t last_of(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.to; i > r.from; i--)
        if (in_classes(s->tokens[i - 1].tag, classes)) return i - 1;
    return SIZE_MAX;
}

/* 收购价每50公斤提高5元, 浓度每立方米45微克: what a figure is taken per. */
static bool is_per(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == '5' && (s->tokens[i + 1].candidate >= 0 || is_one_of(tag_at(s, i + 2), "ujKUJdQ"));
}

struct range strip(const struct sentence *s, struct range r, u128 head, u128 tail) {
    while (r.to > r.from && (in_classes(s->tokens[r.to - 1].tag, tail) || (r.to > r.from + 1 && is_per(s, r.to - 2)))) {
        /* 完成年度计划的102%: a plan that is meant, not 产量计划达到. */
        bool plan = s->tokens[r.to - 1].tag == 'C' && r.to > r.from + 1 && is_one_of(s->tokens[r.to - 2].tag, "nhZ");
        if (plan && (tag_at(s, r.to) == 'c' || ends_phrase(s, r.to))) break;
        r.to--;
    }
    while (r.from < r.to && in_classes(s->tokens[r.from].tag, head) && !is_adjective(s, r.from)) r.from++;
    return r;
}

/* Token `i`, or the first behind what the name leaves out there: the hole, a long bracket. 新（改）建 stays whole. */
static size_t kept(const struct sentence *s, const struct range *r, size_t i) {
    while (i < r->to) {
        size_t next = i;
        if (r->hole < r->hole_end && i == r->hole) next = r->hole_end;
        if (s->tokens[i].tag == '(') {
            size_t close = i + 1;
            while (close < r->to && s->tokens[close].tag != ')') close++;
            if (close < r->to && s->tokens[close].start - s->tokens[i].end > 9) next = close + 1;
        }
        if (next == i) break;
        i = next;
    }
    return i;
}

static bool is_dropped(const struct sentence *s, size_t i) {
    return in_classes(s->tokens[i].tag, DROPPED) && !is_adjective(s, i);
}

size_t content_bytes(const struct sentence *s, struct range r) {
    size_t n = 0;
    for (size_t i = kept(s, &r, r.from); i < r.to; i = kept(s, &r, i + 1))
        if (in_classes(s->tokens[i].tag, CONTENT) && !is_dropped(s, i)) n += s->tokens[i].end - s->tokens[i].start;
    return n;
}

struct builder {
    char  *out;
    size_t length;
};

static void add_slice(struct builder *b, slice text) {
    if (b->length + text.len > LONGEST_METRIC || text.len == 0) return;
    memcpy(b->out + b->length, text.ptr, text.len);
    b->length += text.len;
}

slice name_of(const struct sentence *s, struct range r, struct arena *arena) {
    struct builder b = {arena_text(arena, LONGEST_METRIC), 0};
    for (size_t i = kept(s, &r, r.from); i < r.to; i = kept(s, &r, i + 1))
        if (!is_dropped(s, i)) add_slice(&b, sentence_text(s, i, i + 1));
    return (slice){b.out, b.length};
}

slice joined(slice a, slice b, struct arena *arena) {
    if (!b.len || slice_find(a, b, 0) != SIZE_MAX) return a;
    if (!a.len) return b;
    struct builder out = {arena_text(arena, LONGEST_METRIC), 0};
    add_slice(&out, a);
    add_slice(&out, b);
    return (slice){out.out, out.length};
}

/* ---- the clause before a figure ---- */

size_t bracket_open(const struct sentence *s, size_t i) {
    size_t open = i;
    while (open > 0 && i - open < NEAR && s->tokens[open].tag != '(') {
        if (is_figure(s, open) || is_one_of(s->tokens[open].tag, ",.")) return i;
        open--;
    }
    return s->tokens[open].tag == '(' ? open : i;
}

size_t clause_start(const struct sentence *s, size_t k) {
    size_t i = k;
    while (i > 0 && !is_figure(s, i - 1)) {
        /* 新（改）建高标准农田: a bracket inside a name does not end it, one that opens the clause does. */
        size_t open = s->tokens[i - 1].tag == ')' ? bracket_open(s, i - 1) : i - 1;
        bool   opens = open == 0 || is_figure(s, open - 1) || in_classes(s->tokens[open - 1].tag, BOUNDARY);
        if (in_classes(s->tokens[i - 1].tag, BOUNDARY) && (open == i - 1 || opens)) break;
        i = open;
    }
    if (i == 0 || !is_figure(s, i - 1)) return i;
    /* 4个村获评文明村、11个单位: what stands before the last 、 belongs to the figure before. */
    struct range r = range_of(i, k);
    size_t       mark = is_one_of(tag_at(s, i), ";k") ? i : last_of(s, r, CLASSES(";"));
    if (mark == SIZE_MAX) mark = last_of(s, r, CLASSES("k"));
    return mark == SIZE_MAX ? i : mark + 1;
}

struct range words_before(const struct sentence *s, size_t k) {
    while (k > 0 && s->tokens[k - 1].tag == '_') k--; /* GDP 486亿元 */
    size_t open = k > 0 && s->tokens[k - 1].tag == ')' ? bracket_open(s, k - 1) : k;
    return open + 1 < k ? range_of(clause_start(s, open), open) : range_of(clause_start(s, k), k);
}

size_t verb_before(const struct sentence *s, size_t k) {
    size_t i = k;
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "aYgEec<Od")) i--;
    return i > 0 && is_one_of(s->tokens[i - 1].tag, "vGZ") ? i - 1 : SIZE_MAX;
}

/* ---- narrowing ---- */

/* Is a quotation that opened behind `from` still open at `at`? */
static bool inside_quotes(const struct sentence *s, size_t from, size_t at) {
    int open = 0;
    for (size_t i = from; i < at; i++) open += (s->tokens[i].tag == '<') - (s->tokens[i].tag == '>');
    return open > 0;
}

/* 支持企业扩容、公司数量: an item behind a clause of its own stands alone; 新增光伏、风电装机 has one verb for all. */
static struct range last_item(const struct sentence *s, struct range r) {
    size_t item = last_of(s, r, CLASSES(";")), verbs = r.from;
    if (item == SIZE_MAX || item < r.hole_end || inside_quotes(s, r.from, item)) return r;
    while (verbs < item && is_one_of(s->tokens[verbs].tag, "vGw")) verbs++;
    bool own = verbs < item && content_bytes(s, r) <= 24 * 3 && !has_class(s, range_of(verbs, item), CLASSES("vuKwZ")) &&
               !is_one_of(tag_at(s, item + 1), "pvGwd");
    if (!own && has_class(s, range_of(r.from, item), CLASSES("vuKw")) && content_bytes(s, range_of(item + 1, r.to)) >= 12)
        return range_of(item + 1, r.to);
    return r;
}

/* 书法、声乐等各类专业课程: behind a list of examples stands what they are of, and the verb before the list stays:
 * 签约A、B等项目. */
static struct range without_examples(const struct sentence *s, struct range r) {
    size_t list = last_of(s, r, CLASSES("W"));
    if (list == SIZE_MAX || content_bytes(s, range_of(list + 1, r.to)) < 6) return r;
    size_t verbs = r.from; /* 开展关爱儿童、敬老等活动: behind a light verb the examples start */
    while (is_one_of(s->tokens[verbs].tag, "vZGw") && (verbs == r.from || s->tokens[verbs - 1].tag != 'w')) verbs++;
    if (verbs == r.from || verbs >= list) return range_of(list + 1, r.to);
    r.hole = verbs;
    r.hole_end = list + 1;
    return r;
}

/* 建设和打造的景观雕塑: behind a clause with a verb, the noun behind 的 is the name; 居民的收入 stays whole. */
static struct range without_clause(const struct sentence *s, struct range r) {
    size_t particle = last_of(s, r, CLASSES("c")), bracket = last_of(s, r, CLASSES(")"));
    if (particle == SIZE_MAX || inside_quotes(s, r.from, particle) || (r.hole < r.hole_end && particle < r.hole_end) ||
        (bracket != SIZE_MAX && bracket > particle))
        return r;
    struct range before = range_of(r.from, particle), after = range_of(particle + 1, r.to);
    if (before.to == before.from + 2 && is_one_of(tag_at(s, before.from), "v") && tag_at(s, before.from + 1) == 'n')
        return r; /* 淘汰落后的产能 */
    /* 消费对经济增长的贡献率: a head by itself says nothing without what it is of. */
    bool head = after.to == after.from + 1 && s->tokens[after.from].tag == 'h' && content_bytes(s, before) <= 16 * 3;
    /* 享受免费教科书的学生: nor does a bare word for people */
    head |= content_bytes(s, after) == 6 && content_bytes(s, before) <= 10 * 3;
    return !head && content_bytes(s, after) >= 6 && has_class(s, before, CLASSES("vwGujp,")) ? after : r;
}

/* 用大白话开展宣传宣讲: behind a light verb stands what was done. */
static struct range behind_light_verb(const struct sentence *s, struct range r) {
    size_t light = last_of(s, r, CLASSES("w"));
    if (light == SIZE_MAX || (r.hole < r.hole_end && light < r.hole_end)) return r;
    if (light + 2 == r.to && has_note(&s->tokens[light + 1], NOTE_THING)) return range_of(light, r.to); /* 实施项目 */
    struct range after = range_of(light + 1, r.to), before = range_of(r.from, light);
    if (content_bytes(s, after) >= 6) return after;
    if (light + 1 == r.to && content_bytes(s, before) == 6) return r; /* 林分优化 */
    return content_bytes(s, before) >= 6 ? before : r;
}

/* 价格在世界通胀高企背景下上涨: from 在 to 背景下 goes. */
static struct range without_setting(const struct sentence *s, struct range r) {
    size_t preposition = last_of(s, r, CLASSES("p"));
    if (preposition == SIZE_MAX || r.hole < r.hole_end) return r;
    for (size_t i = preposition + 1; i < r.to; i++)
        if (has_note(&s->tokens[i], NOTE_SETTING)) {
            if (preposition == r.from) return range_of(i + 1, r.to);
            r.hole = preposition;
            r.hole_end = i + 1;
            break;
        }
    return r;
}

/* 向平台报送稿件: a phrase with a preposition goes when a verb follows it. */
static struct range without_preposition(const struct sentence *s, struct range r) {
    size_t preposition = last_of(s, r, CLASSES("p"));
    if (preposition == SIZE_MAX || r.hole < r.hole_end) return r;
    for (size_t i = preposition + 1; i < r.to; i++)
        if (is_one_of(s->tokens[i].tag, "vG") && content_bytes(s, range_of(i + 1, r.to)) >= 3) return range_of(i, r.to);
    return r;
}

/* 闵行各镇、街道举办阅读活动: a long subject goes when verb and object say it all. */
static struct range without_subject(const struct sentence *s, struct range r) {
    size_t verb = last_of(s, r, CLASSES("v"));
    if (r.to > r.from && has_note(&s->tokens[r.to - 1], NOTE_GENERIC)) return r; /* 直补、良种补贴、农机购置补贴资金 */
    if (verb != SIZE_MAX && verb > r.from && content_bytes(s, r) > 12 * 3 && content_bytes(s, range_of(verb + 1, r.to)) >= 9)
        r.from = verb;
    return r;
}

/* 收入是农民收入的2.1倍, 为全国平均水平的75%, 产量是产粮大县第23位: what a multiple, a share or a rank is taken of is no name.
 */
static struct range without_measure(const struct sentence *s, struct range r, enum kind kind) {
    bool of = r.to > r.from && s->tokens[r.to - 1].tag == 'c' && (kind == KIND_MULTIPLE || kind == KIND_SHARE);
    if (!of && kind != KIND_RANK) return r;
    for (size_t i = r.from; i < r.to; i++)
        if (s->tokens[i].tag == 'd' && (kind == KIND_MULTIPLE || content_bytes(s, range_of(r.from, i)) >= 6))
            return range_of(r.from, i);
    return r;
}

/* 投资增速高于全省平均水平0.7个百分点: what it is compared with is no name. */
static struct range without_comparison(const struct sentence *s, struct range r, bool moves) {
    for (size_t i = r.from; i < r.to; i++)
        if (has_note(&s->tokens[i], NOTE_THAN) || (moves && s->tokens[i].tag == 'b') ||
            (moves && is_one_of(s->tokens[i].tag, "yms") && content_bytes(s, range_of(r.from, i)) >= 6))
            return strip(s, range_of(r.from, i), 0, TAIL);
    return r;
}

/* 工业总产值完成了原定计划的101%: what fulfilled its plan is named. */
static struct range without_plan(const struct sentence *s, struct range r) {
    if (r.from == r.to || s->tokens[r.to - 1].tag != 'C') return r;
    size_t reaching = last_of(s, r, CLASSES("d"));
    bool   named = reaching != SIZE_MAX && content_bytes(s, range_of(r.from, reaching)) >= 6;
    return named ? strip(s, range_of(r.from, reaching), 0, TAIL) : r;
}

/* 吞吐量位居全省支线机场第1位, 新区在百强榜中排名第15位: the field that a rank is taken in is no name. */
static struct range without_field(const struct sentence *s, struct range r) {
    size_t ranks = last_of(s, r, CLASSES("r"));
    if (ranks != SIZE_MAX) r.to = ranks;
    for (size_t i = r.to; i > r.from; i--)
        if (has_note(&s->tokens[i - 1], NOTE_AT)) r.to = i - 1;
    return r;
}

static u128 classes_in(const struct sentence *s, struct range r) {
    u128 classes = 0;
    for (size_t i = r.from; i < r.to; i++) classes |= CLASS_BIT(s->tokens[i].tag);
    return classes;
}

/* A step is passed over when the class that it looks for is not there. */
struct range name_range(const struct sentence *s, struct range r, enum kind kind) {
    u128 held = classes_in(s, r);
    bool items_told = held & CLASSES("F"), moves = kind == KIND_GROWTH || kind == KIND_CHANGE;
    if (kind == KIND_RANK) r = without_field(s, r);
    r = without_measure(s, r, kind);
    if (held & CLASSES("p")) r = without_setting(s, r);
    r = without_comparison(s, strip(s, r, HEAD & ~CLASSES("b"), TAIL), moves || kind == KIND_MULTIPLE);
    r = strip(s, r, HEAD, TAIL);
    r = strip(s, r, 0, moves ? TAIL | CLASSES("ujUJK") : TAIL | CLASSES("UJ"));
    /* 上市公司数量增至开市时: what grows is named before the verb. */
    size_t to = held & CLASSES("UJ") ? last_of(s, r, CLASSES("UJ")) : SIZE_MAX;
    if (to != SIZE_MAX && content_bytes(s, range_of(r.from, to)) >= 6) r = strip(s, range_of(r.from, to), HEAD, TAIL);
    r = without_plan(s, r);
    if (held & CLASSES("W")) r = without_examples(s, r);
    if (held & CLASSES(";") && !items_told && r.hole == r.hole_end) r = last_item(s, r);
    if (held & CLASSES("c")) r = without_clause(s, r);
    if (held & CLASSES("w")) r = behind_light_verb(s, r);
    if (held & CLASSES("p")) r = without_preposition(s, r);
    if (held & CLASSES("v")) r = without_subject(s, r);
    if (kind == KIND_RANK)
        while (r.from < r.to && has_note(&s->tokens[r.to - 1], NOTE_SCOPE)) r.to--;
    return strip(s, r, HEAD, TAIL);
}

size_t object_end(const struct sentence *s, size_t from) {
    size_t end = from, thing = 0;
    while (!ends_phrase(s, end)) end++;
    for (size_t i = from; i < end; i++)
        if (has_note(&s->tokens[i], NOTE_THING)) thing = i + 1;
    if (thing && has_class(s, range_of(thing, end), CLASSES("vZwad"))) return thing;
    for (size_t i = from; i < end; i++) {
        bool named = content_bytes(s, range_of(from, i)) >= 6, noun = is_one_of(tag_at(s, i + 1), "nh");
        if (named && (is_one_of(s->tokens[i].tag, "adwp") || (is_one_of(s->tokens[i].tag, "vGujK") && !noun))) return i;
    }
    return end;
}
