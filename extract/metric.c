/* Which words name a figure. A figure is named by the noun behind it (12个乡镇), by the words before it in its clause
 * (处置网络舆情313起), by what 分别 deals out, or, when its own clause names nothing, by the figure or the clause before.
 * Knows only classes of words (rules/words.tsv); the words themselves are data. */
#include "extract/metric.h"

#include "extract/before.h"
#include "extract/narrow.h"
#include "extract/behind.h"
#include "extract/deal.h"

#include "extract/base/banned.h"

/* What a sentence has told so far. */
struct telling {
    struct sentence *s;
    struct arena    *arena;
    slice            verb;             /* that the figure before opened with: 新建A 3个、B 5个 */
    struct range     dealt;            /* items that the row before was served from */
    slice            parted;           /* what the last share is a part of: 税收 for 占总收入的47% */
    int              part;             /* the figure of that share, -1 */
    slice            carried, subject; /* of the sentence before; of the length of time before: 总量连续5年居首位 */
};

static slice token_text(const struct sentence *s, size_t i) { return sentence_text(s, i, i + 1); }

static const struct candidate *figure_before(const struct sentence *s, size_t index) {
    while (index-- > 0)
        if (!s->candidates[index].refused && s->candidates[index].metric.len) return &s->candidates[index];
    return NULL;
}

/* 养老保险制度|不断完善: a clause whose subject and what is said of it an adverb parts. */
static struct range subject_of(const struct sentence *s, struct range clause, struct range name) {
    clause = strip(s, clause, HEAD & ~CLASSES("p"), 0);
    if (is_one_of(tag_at(s, clause.from), "vGwp") || name.hole < name.hole_end || has_class(s, name, CLASSES(";c")))
        return name;
    for (size_t i = name.from; i < name.to; i++)
        if (s->tokens[i].tag == 'a' && !is_adjective(s, i) && content_bytes(s, range_of(name.from, i)) >= 6)
            return range_of(name.from, i);
    return name;
}

/* The subject of the clause that ends right before token `from`; empty when none can be told from what is said of it. */
static slice subject_before(const struct sentence *s, size_t from, struct arena *arena) {
    size_t end = from;
    while (end > 0 && is_one_of(s->tokens[end - 1].tag, ",")) end--;
    if (end == from || end == 0 || is_figure(s, end - 1)) return SLICE_NONE;
    struct range r = range_of(clause_start(s, end), end), n = name_range(s, r, KIND_LEVEL), subject = subject_of(s, r, n);
    return tag_at(s, subject.to) == 'a' && content_bytes(s, subject) >= 6 ? name_of(s, subject, arena) : SLICE_NONE;
}

/* The clause before token `from` that names something, for 治愈率，达100%. What stands right behind a figure is its own. */
static slice clause_before(const struct sentence *s, size_t from, enum kind kind, struct arena *arena) {
    while (from > 0) {
        size_t end = from;
        while (end > 0 && is_one_of(s->tokens[end - 1].tag, ",.:_()")) end--;
        if (end == 0 || is_figure(s, end - 1)) return SLICE_NONE;
        struct range r = range_of(clause_start(s, end), end);
        struct range n = subject_of(s, r, name_range(s, r, kind));
        if (content_bytes(s, n) >= 6 && !has_note(&s->tokens[r.from], NOTE_FRAME)) return name_of(s, n, arena);
        if (r.from >= from) return SLICE_NONE;
        from = r.from;
    }
    return SLICE_NONE;
}

/* ---- a name that needs another's words ---- */

/* 国家级企业8家、省级66家: the second is the first with its level changed. */
static slice with_level(const struct sentence *s, slice model, size_t level, struct arena *arena) {
    for (size_t i = level; i-- > 0;) {
        if (s->tokens[i].tag != '1') continue;
        slice  old = token_text(s, i), text = token_text(s, level);
        size_t at = slice_find(model, old, 0);
        if (at != SIZE_MAX)
            return arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(slice_sub(model, 0, at)), SLICE_ARG(text),
                                SLICE_ARG(slice_from(model, at + old.len)));
    }
    return SLICE_NONE;
}

/* A metric without the verb that opens it: 清理规章规定 → 规章规定, for 废止830件 behind it. */
static slice object_of(const struct sentence *s, slice metric) {
    for (size_t i = 0; i < s->count; i++) {
        slice word = token_text(s, i);
        bool verb = is_one_of(s->tokens[i].tag, "vG") || (s->tokens[i].tag == 'Z' && tag_at(s, i + 1) != 'h'); /* 贷款余额 */
        if (!verb || !slice_starts(metric, word) || metric.len <= word.len + 3) continue;
        metric = slice_from(metric, word.len);
        if (!is_one_of(tag_at(s, i + 1), "vG") || tag_at(s, i + 2) == 'h') break; /* 建设筹措|保障房, 新增|上云企业 */
    }
    return metric;
}

/* 其中10亿元以上12个: a class that other figures before it count, with what they are: 引进亿元以上项目 → 10亿元以上项目. */
static slice of_class(const struct sentence *s, size_t own, const struct candidate *previous, struct arena *arena) {
    slice model = object_of(s, previous->metric);
    for (size_t i = 0; i < own; i++)
        if (s->tokens[i].candidate >= 0 && slice_starts(model, token_text(s, i)))
            model = slice_from(model, token_text(s, i).len);
    bool bound = own > 0 && s->tokens[own - 1].tag == 'O'; /* 超10亿元 */
    return joined(sentence_text(s, own - bound, own + 1), model, arena);
}

/* 粮食播种面积 → 粮食播种: its own generic head goes before another one comes. */
static slice without_head(const struct sentence *s, slice metric, slice head) {
    for (size_t i = 0; i < s->count; i++) {
        slice word = token_text(s, i);
        if (has_note(&s->tokens[i], NOTE_GENERIC) && !slice_equal(word, head) && slice_ends(metric, word))
            return slice_sub(metric, 0, metric.len - word.len);
    }
    return metric;
}

/* Is the name one or two words of these classes and nothing else? */
static bool only_classes(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.from; i < r.to; i++)
        if (!in_classes(s->tokens[i].tag, classes)) return false;
    return r.to > r.from;
}

static bool is_chained(const struct sentence *s, size_t start) {
    return start > 1 && is_one_of(s->tokens[start - 1].tag, ";k") && is_figure(s, start - 2);
}

/* The verbs that open the name (新建, 改造和新建); empty when it opens with none, or is nothing else. */
static slice opening_verb(const struct sentence *s, struct range name) {
    size_t end = name.from;
    if (name.from == name.to || !is_one_of(s->tokens[end++].tag, "vGZ")) return SLICE_NONE;
    if (s->tokens[name.from].tag == 'Z' && name.from > 0 && s->tokens[name.from - 1].tag == 'w')
        return SLICE_NONE; /* 实施科研项目 */
    for (;;) {
        bool joined = is_one_of(tag_at(s, end), "k;") && is_one_of(tag_at(s, end + 1), "vGZK");
        if (end + joined >= name.to || !(joined || is_one_of(s->tokens[end].tag, "vG"))) break;
        end += 1 + joined;
    }
    return end < name.to ? sentence_text(s, name.from, end) : SLICE_NONE;
}

/* The first of the verbs that end at token `verb`, where they open their clause: 改造和|新建, 新建|改建. */
static size_t verbs_from(const struct sentence *s, size_t verb) {
    size_t from = verb;
    while (from > 0 && is_one_of(s->tokens[from - 1].tag, "vG")) from--;
    if (from < 2 || !is_one_of(s->tokens[from - 1].tag, ";k") || !is_one_of(s->tokens[from - 2].tag, "vGZ")) return from;
    return from == 2 || is_one_of(s->tokens[from - 3].tag, ",.:_()aegYdpt") ? from - 2 : from;
}

static bool counts(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->class <= UNIT_PERSON; }

/* 新建学校3所、示范基地2个: an item of a list that shares its verb. An amount that has a head is none (新增企业5家、收入3亿元)
 * but when its head is that of the item before (退出钢铁产能5万吨、煤炭产能8万吨). */
static bool shares_verb(const struct telling *t, size_t index, struct range before, struct range name) {
    const struct sentence  *s = t->s;
    const struct candidate *previous = figure_before(s, index);
    if (!t->verb.len || !previous || !is_chained(s, before.from) || has_class(s, before, CLASSES("vGwujK"))) return false;
    char last = tag_at(s, name.to - 1);
    bool compound = tag_at(s, name.from) != 'Z' || has_note(&s->tokens[name.to - 1], NOTE_THING);
    if (last == 'Z' || !compound) return false;
    bool same_head = last == 'h' && slice_ends(previous->metric, token_text(s, name.to - 1));
    return (counts(previous) && counts(&s->candidates[index])) || same_head || !has_class(s, before, CLASSES("Zh"));
}

/* What a name by itself leaves open: 清理 what is cleaned, 总数 what is counted. */
enum lack { LACKS_NOTHING, LACKS_OBJECT, LACKS_SUBJECT };

static enum lack lack_of(const struct sentence *s, const struct candidate *c, struct range name, bool follows) {
    const struct token *first = &s->tokens[name.from];
    bool                grows = c->kind == KIND_GROWTH || c->kind == KIND_CHANGE;
    size_t              words = name.to - name.from;
    if (words == 1) {
        /* 完成投资3亿元 behind a figure is what went into it, 完成投资增长22% is not. */
        bool funds = follows && !grows && name.from > 0 && first[-1].tag == 'd' && has_note(first, NOTE_FUND);
        if (funds || has_note(first, NOTE_GENERIC) || is_one_of(first->tag, "uj")) return LACKS_SUBJECT;
        return is_one_of(first->tag, "vG") || (first->tag == 'Z' && !grows) ? LACKS_OBJECT : LACKS_NOTHING;
    }
    bool improves = words == 2 && !grows && first->tag == 'Z' && first[1].tag == 'K'; /* 改造提升 */
    return improves || (words == 2 && only_classes(s, name, CLASSES("vG"))) ? LACKS_OBJECT : LACKS_NOTHING;
}

/* A name that needs what stands before it: a level, a bare verb, a generic head, an item of a list that shares its verb. */
static slice completed(struct telling *t, size_t index, struct range before, struct range name) {
    const struct sentence  *s = t->s;
    const struct candidate *c = &s->candidates[index], *previous = figure_before(s, index);
    const struct token     *first = &s->tokens[name.from];
    slice                   own = name_of(s, name, t->arena);
    size_t                  words = name.to - name.from;
    if (words == 1 && first->tag == '1' && previous) {
        slice leveled = with_level(s, previous->metric, name.from, t->arena);
        return leveled.len ? leveled : joined(own, object_of(s, previous->metric), t->arena);
    }
    if (words == 1 && first->candidate >= 0 && previous) return of_class(s, name.from, previous, t->arena);
    enum lack lack = lack_of(s, c, name, previous);
    /* 养老保险制度不断完善，参保人数达… */
    bool  of_deed = words == 2 && first->tag == 'Z' && has_note(first + 1, NOTE_GENERIC);
    slice subject = lack == LACKS_SUBJECT || of_deed ? subject_before(s, before.from, t->arena) : SLICE_NONE;
    if (subject.len) return joined(subject, own, t->arena);
    if (lack == LACKS_NOTHING) {
        bool item = shares_verb(t, index, before, name);
        if (!item) t->verb = opening_verb(s, name);
        return item ? joined(t->verb, own, t->arena) : own;
    }
    /* 清理2300件，修订325件: one unit, one object; 培训730人，授课268课时 are two. */
    bool alike = previous && slice_equal(previous->quantity.unit_name, c->quantity.unit_name);
    if (lack == LACKS_OBJECT && previous) return alike ? joined(own, object_of(s, previous->metric), t->arena) : own;
    if (previous) return joined(object_of(s, without_head(s, previous->metric, own)), own, t->arena);
    /* 推进生态工程建设，完成造林9万亩: what was completed says it all, but for money. */
    bool completes = first->tag == 'Z' && name.from > 0 && is_one_of(first[-1].tag, "de") && !has_note(first, NOTE_FUND);
    return lack == LACKS_OBJECT && completes ? own : joined(clause_before(s, before.from, c->kind, t->arena), own, t->arena);
}

/* ---- one figure ---- */

/* 饮水工程使9万农民受益: what did it to those counted stands before 使. */
static slice caused(struct telling *t, const struct candidate *c, slice own) {
    const struct sentence *s = t->s;
    if (c->token == 0 || !has_note(&s->tokens[c->token - 1], NOTE_CAUSES)) return own;
    struct range cause = name_range(s, range_of(clause_start(s, c->token), c->token - 1), KIND_LEVEL);
    return content_bytes(s, cause) >= 6 ? joined(name_of(s, cause, t->arena), own, t->arena) : own;
}

/* 20项省定、6项市定民生实事, 93%的村庄和96%的农户实现清洁取暖: what stands behind the next noun of a list is of both. */
static slice lent_ahead(struct telling *t, const struct candidate *c, struct range noun, slice own) {
    const struct sentence *s = t->s;
    if (!is_one_of(tag_at(s, noun.to), ";k") || noun.to + 1 >= s->count || !is_figure(s, noun.to + 1)) return own;
    const struct candidate *next = &s->candidates[s->tokens[noun.to + 1].candidate];
    if (!slice_equal(next->quantity.unit_name, c->quantity.unit_name)) return own;
    struct range alone = noun_alone(s, next), whole = noun_behind(s, next);
    if (whole.to > alone.to) {
        bool both = s->tokens[noun.to].tag == 'k' && noun_alone(s, c).to == noun.to;
        return both ? joined(own, name_of(s, range_of(alone.to, whole.to), t->arena), t->arena) : own;
    }
    slice named = sentence_text(s, noun.from, noun.to), other = sentence_text(s, alone.from, alone.to);
    if (content_bytes(s, noun) > 9 || slice_find(other, named, 0) != SIZE_MAX) return own;
    return joined(own, parallel_tail(s, alone, noun), t->arena);
}

/* The name by the noun behind: with the verb before the figure (处置5个账号), the noun before it (公安4项工作), or what 等
 * lists. */
static slice named_behind(struct telling *t, const struct candidate *c, struct range noun) {
    const struct sentence *s = t->s;
    size_t                 k = c->token, verb = verb_before(s, k);
    bool                   chained = k > 0 && is_one_of(s->tokens[k - 1].tag, ";k");
    if (verb != SIZE_MAX)
        t->verb = sentence_text(s, verbs_from(s, verb), verb + 1);
    else if (!chained)
        t->verb = SLICE_NONE;
    slice                   own = joined(t->verb, name_of(s, noun, t->arena), t->arena);
    size_t                  bytes = content_bytes(s, noun);
    const struct candidate *previous = figure_before(s, (size_t)(c - s->candidates));
    /* 发放价格补贴，约670人受益: by what is told in the clause before, or by the figure before. */
    if (noun.to == noun.from + 1 && has_note(&s->tokens[noun.from], NOTE_GAINS)) {
        slice by = clause_before(s, clause_start(s, k), KIND_LEVEL, t->arena);
        return joined(by.len || !previous ? by : previous->metric, own, t->arena);
    }
    /* 公安4项工作第一、2项工作第二 */
    if (chained && previous && bytes <= 6 && slice_ends(previous->metric, name_of(s, noun, t->arena))) return previous->metric;
    if (k == 0) return own;
    /* 公安4项工作, 试点扩大到11个省份: a bare noun behind takes the noun before along, or what has come to it. */
    size_t to = k;
    while (to > 0 && is_one_of(s->tokens[to - 1].tag, "aeg")) to--;
    bool came = to > 0 && s->tokens[to - 1].tag == 'U';
    if (bytes <= 9 && (came || (is_one_of(s->tokens[k - 1].tag, "nh") && s->tokens[k].tag != 'P'))) {
        struct range words = words_before(s, k), owner = name_range(s, came ? range_of(words.from, to - 1) : words, c->kind);
        if (content_bytes(s, owner) >= 6 && content_bytes(s, owner) <= 16 * 3)
            return joined(name_of(s, owner, t->arena), own, t->arena);
        if (came && !content_bytes(s, owner)) return joined(subject_before(s, words.from, t->arena), own, t->arena);
    }
    /* 开展文化探源、赛龙舟等9项活动: a bare noun behind 等 takes the verb before the examples along, else the examples. */
    if (bytes > 6 || s->tokens[k - 1].tag != 'W') return own;
    struct range examples = range_of(clause_start(s, k - 1), k - 1);
    examples = strip(s, examples, HEAD, TAIL);
    if (examples.to > examples.from + 1 && is_one_of(s->tokens[examples.from].tag, "vGZ"))
        return joined(token_text(s, examples.from), own, t->arena);
    while (examples.from < examples.to && s->tokens[examples.from].tag == 'w') examples.from++;
    struct range named = has_class(s, examples, CLASSES("vGwpduj")) ? name_range(s, examples, c->kind) : examples;
    if (named.from > examples.from && has_class(s, range_of(examples.from, named.from), CLASSES(";")))
        return own; /* lost some */
    examples = named;
    return content_bytes(s, examples) <= 16 * 3 ? joined(name_of(s, examples, t->arena), own, t->arena) : own;
}

/* 热线质量在349个城市中居第46: a rank belongs to the subject before the field it is taken in. */
static slice ranked_subject(struct telling *t, const struct candidate *c, struct range before) {
    if (c->kind != KIND_RANK || before.from < 2 || !is_figure(t->s, before.from - 1)) return SLICE_NONE;
    size_t field = before.from - 1;
    while (field > 0 && is_one_of(t->s->tokens[field - 1].tag, "ag")) field--;
    if (field == 0 || t->s->tokens[field - 1].tag != 'p') return SLICE_NONE;
    struct range subject = name_range(t->s, words_before(t->s, before.from - 1), c->kind);
    bool         named = content_bytes(t->s, subject) >= 9 && !has_class(t->s, subject, CLASSES("v"));
    return named ? name_of(t->s, subject, t->arena) : SLICE_NONE;
}

/* 地区生产总值连续5年居全省首位, 粮食连续五年增产: what has lasted so long is told before and behind. */
static slice lasting(struct telling *t, const struct candidate *c, struct range before) {
    const struct sentence *s = t->s;
    size_t                 k = c->token, end = k + 1;
    if (s->tokens[k].tag != 'T' || k == 0 || s->tokens[k - 1].tag != 'L') return SLICE_NONE;
    while (end < s->count && !is_one_of(s->tokens[end].tag, ",.;:()_")) end++;
    bool grows =
        end > k + 1 && s->tokens[end - 1].end - s->tokens[k + 1].start <= 9 && is_one_of(s->tokens[end - 1].tag, "ujK");
    bool held = tag_at(s, k + 1) == 'd' && is_one_of(tag_at(s, k + 2), "QNP"); /* 总产量连续6年稳定在万亿斤以上 */
    if (held) end = k + 3;
    /* 连续4年在综合测评中居第一 */
    size_t ranks = k + 1;
    while (has_note(&s->tokens[k + 1], NOTE_AT) && ranks < end && s->tokens[ranks].tag != 'r') ranks++;
    if (!grows && !held && tag_at(s, ranks) != 'r') return SLICE_NONE;
    struct range name = name_range(s, range_of(before.from, k - 1), KIND_LEVEL);
    size_t       index = (size_t)(c - s->candidates);
    t->subject = content_bytes(s, name) >= 3 ? completed(t, index, before, name)
                                             : (figure_before(s, index) ? figure_before(s, index)->metric : SLICE_NONE);
    return joined(t->subject, sentence_text(s, ranks, end), t->arena);
}

/* 惠及3191家企业、124.5万人次: persons counted behind what reached them. */
static slice reached(struct telling *t, const struct candidate *c, const struct candidate *previous) {
    const struct sentence *s = t->s;
    bool persons = c->quantity.unit && c->quantity.unit->class == UNIT_PERSON && s->tokens[c->token].tag == 'Q';
    if (!persons || !t->verb.len || c->token < 2 || !directly_listed(s, c->token - 2, c->token) ||
        slice_equal(previous->quantity.unit_name, c->quantity.unit_name))
        return SLICE_NONE;
    return joined(t->verb, c->quantity.unit_name, t->arena);
}

/* 市民, 市场主体: a unit that says by itself what is counted, as 位 and 批次 do not. */
static bool names_itself(const struct unit *unit) {
    if (unit->class == UNIT_MEASURE_WORD) return unit->canonical.len >= 12;
    return unit->class == UNIT_PERSON && unit->canonical.len > 3 && slice_equal(unit->dimension, SLICE_LIT("person"));
}

/* 惠及6600多万纳税人, 十万市民参与植树: the unit says who they are. */
static slice counted_people(struct telling *t, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    if (!unit || !names_itself(unit)) return SLICE_NONE;
    size_t verb = verb_before(t->s, c->token);
    slice  who = verb == SIZE_MAX ? unit->canonical : joined(token_text(t->s, verb), unit->canonical, t->arena);
    return caused(t, c, joined(who, name_of(t->s, deed_behind(t->s, c), t->arena), t->arena));
}

static slice purpose(struct telling *t, const struct candidate *c) {
    size_t       verb;
    struct range r = purpose_behind(t->s, c, &verb);
    return content_bytes(t->s, r) >= 6 ? joined(name_of(t->s, r, t->arena), token_text(t->s, verb), t->arena) : SLICE_NONE;
}

/* 公厕318座(城区122座、乡镇196座): the figure before the bracket, of which figure `index` counts a part in the same unit. */
static const struct candidate *bracketed_whole(const struct sentence *s, size_t index, size_t from) {
    while (from > 1 && !is_one_of(s->tokens[from - 1].tag, "().:")) from--;
    if (from < 2 || s->tokens[from - 1].tag != '(' || !is_figure(s, from - 2)) return NULL;
    const struct candidate *whole = &s->candidates[s->tokens[from - 2].candidate];
    return slice_equal(whole->quantity.unit_name, s->candidates[index].quantity.unit_name) ? whole : NULL;
}

/* 完成投资6545亿元，占规划总投资的65.5%: a clause that opens with 占 tells what part of a whole the figure before is. */
static slice part_of(struct telling *t, const struct candidate *c, struct range before) {
    const struct sentence  *s = t->s;
    const struct candidate *previous = figure_before(s, (size_t)(c - s->candidates));
    size_t                  i = before.from;
    while (i < before.to && is_one_of(s->tokens[i].tag, "aE")) i++;
    if (!previous || c->kind != KIND_SHARE || tag_at(s, i) != 'o' || i >= before.to || !is_one_of(tag_at(s, i - 1), ",;aE"))
        return SLICE_NONE;
    struct range whole = name_range(s, range_of(i + 1, before.to), c->kind);
    if (content_bytes(s, whole) < 6) return SLICE_NONE;
    t->parted = previous->metric;
    t->part = (int)(c - s->candidates);
    return joined(previous->metric, joined(token_text(s, i), name_of(s, whole, t->arena), t->arena), t->arena);
}

/* Do the words before a figure name it, whatever noun stands behind? 裁减员额50万的任务: behind 的 stands what it is part of;
 * 赤字率按3%安排, 失业率维持在3%的低水平; 落成量将超过9000个单位. */
static bool named_before(const struct sentence *s, const struct candidate *c, struct range name) {
    size_t k = c->token;
    if (content_bytes(s, name) < 6 || k == 0) return false;
    char tag = s->tokens[k].tag, left = s->tokens[k - 1].tag;
    bool of = tag_at(s, k + 1) == 'c', head = s->tokens[name.to - 1].tag == 'h';
    if (tag == 'P') return is_one_of(left, "pt") || (of && slice_ends(sentence_text(s, name.from, name.to), SLICE_LIT("率")));
    if (of && tag != 'A' && verb_before(s, k) == SIZE_MAX) return true;
    bool reaches = head && name.to < k && is_one_of(tag, "QS") && content_bytes(s, name) >= 9;
    for (size_t i = name.to; i < k; i++) reaches &= is_one_of(s->tokens[i].tag, "datOE");
    return reaches;
}

/* 办理时间缩短15天 is a level by its unit, and named like a change. */
static enum kind naming_kind(const struct sentence *s, const struct candidate *c) {
    bool moved = s->tokens[c->token].tag == 'T' && c->token > 0 && is_one_of(s->tokens[c->token - 1].tag, "uj");
    return moved && c->kind == KIND_LEVEL ? KIND_CHANGE : c->kind;
}

/* The verb of growing or falling that opens the name of a change; empty when none does. */
static slice opening_verb_of(const struct sentence *s, const struct candidate *c) {
    for (size_t i = 0; i < c->token && c->kind == KIND_CHANGE; i++) {
        slice word = token_text(s, i);
        if (is_one_of(s->tokens[i].tag, "uj") && slice_starts(c->metric, word) && c->metric.len >= word.len + 6) return word;
    }
    return SLICE_NONE;
}

/* The metric of figure `c` for one behind it: in 税收139亿元，占总收入的47%，增长9% not the part has grown, in
 * 航线新增3条、达到 54条 all of them are not new. */
static slice metric_of(const struct telling *t, const struct candidate *c, enum kind kind) {
    const struct sentence *s = t->s;
    if (t->part == (int)(c - s->candidates) && kind != KIND_SHARE) return t->parted;
    bool  whole = c->token > 0 && (kind == KIND_LEVEL || kind == KIND_RANK) && has_note(&s->tokens[c->token - 1], NOTE_NEW);
    slice added = whole ? token_text(s, c->token - 1) : SLICE_NONE;
    return added.len && slice_ends(c->metric, added) && c->metric.len > added.len + 6
               ? slice_sub(c->metric, 0, c->metric.len - added.len)
               : c->metric;
}

/* 利润总额由负转正，实现3.2亿元: a clause that opens with what was reached belongs to the head named between the commas, if no
 * figure stands there. */
static slice reached_subject(const struct telling *t, const struct candidate *previous, size_t from) {
    const struct sentence *s = t->s;
    if (from < 2 || s->tokens[from - 1].tag != ',' || !is_one_of(tag_at(s, from), "dUJ")) return SLICE_NONE;
    struct range clause = range_of(clause_start(s, from - 1), from - 1), n = name_range(s, clause, KIND_GROWTH);
    bool         apart = clause.from > previous->token + 1u && s->tokens[clause.from - 1].tag == ',';
    bool         head = n.to > n.from && s->tokens[n.to - 1].tag == 'h' && content_bytes(s, n) >= 6;
    return apart && head ? name_of(s, n, t->arena) : SLICE_NONE;
}

static slice find_metric(struct telling *t, size_t index, struct range before, struct range name) {
    struct sentence  *s = t->s;
    struct candidate *c = &s->candidates[index];
    if (c->metric_start >= 0) return name_of(s, range_of((size_t)c->metric_start, (size_t)c->metric_end), t->arena);
    slice special = purpose(t, c);
    if (special.len) return special;
    special = counted_people(t, c);
    if (special.len) return special;
    struct range noun = noun_behind(s, c);
    bool         part = named_before(s, c, name);
    if (!part && content_bytes(s, noun) >= 3) return caused(t, c, lent_ahead(t, c, noun, named_behind(t, c, noun)));
    special = lasting(t, c, before);
    if (special.len) return special;
    struct range doing = doing_behind(s, c);
    if (doing.to > doing.from) {
        /* 综合考核连续5年获优秀等次 */
        struct range who = name_range(s, range_of(before.from, c->token - 1), KIND_LEVEL);
        bool told = content_bytes(s, who) >= 6 && content_bytes(s, doing) <= 12 * 3 && !has_class(s, who, CLASSES("vGw,"));
        return joined(told ? name_of(s, who, t->arena) : SLICE_NONE, name_of(s, doing, t->arena), t->arena);
    }
    special = ranked_subject(t, c, before);
    if (special.len) return special;
    special = part_of(t, c, before);
    if (special.len) return special;
    const struct candidate *previous = figure_before(s, index);
    /* 公安4项工作名列第一: the noun that the figure before took names both; 2015年时, 3万者: one unknown character names
     * nothing. */
    bool taken = previous && before.from == previous->token + 1u && slice_ends(previous->metric, name_of(s, name, t->arena));
    bool cut = name.to == name.from + 1 && content_bytes(s, name) == 3 && s->tokens[name.from].tag == 'n' && name.from > 0 &&
               is_one_of(s->tokens[name.from - 1].tag, "YQSPNT");
    /* 总产量3680亿斤，完成年度计划的102%: the plan is that of the figure before. */
    const struct token *last = name.to > name.from ? &s->tokens[name.to - 1] : NULL;
    bool plan = previous && last && (last->tag == 'C' || has_note(last, NOTE_GOAL)) && content_bytes(s, name) <= 12;
    if (content_bytes(s, name) >= 3 && !taken && !cut && !plan) {
        const struct candidate *whole = bracketed_whole(s, index, before.from);
        slice                   own = completed(t, index, before, name);
        return whole && own.len <= 9 ? joined(own, object_of(s, whole->metric), t->arena) : own;
    }
    if (previous) {
        special = reached_subject(t, previous, before.from);
        if (special.len) return special;
        bool lasted = s->tokens[previous->token].tag == 'T' || c->kind == KIND_RANK;
        special = lasted && t->subject.len ? t->subject : reached(t, c, previous);
        if (special.len) return special;
        /* 增加建设投资100亿元，达到1154亿元: what it has come to did not all come now. */
        slice verb = opening_verb_of(s, previous);
        if (verb.len && c->kind == KIND_LEVEL) return slice_from(previous->metric, verb.len);
        /* 新增公园6座、累计达到83座: all of them are not new. */
        for (size_t i = before.from; i < before.to; i++)
            if (has_note(&s->tokens[i], NOTE_TOTAL)) return object_of(s, previous->metric);
        return metric_of(t, previous, c->kind);
    }
    slice earlier = clause_before(s, before.from, c->kind, t->arena);
    return earlier.len ? earlier : t->carried;
}

void metrics_find(struct sentence *s, struct carry *carry, struct arena *arena) {
    struct telling t = {.s = s, .arena = arena, .part = -1, .carried = carry->metric};
    phrases_open(s);
    for (size_t i = 0; i < s->candidate_count; i++) {
        struct candidate *c = &s->candidates[i];
        if (c->refused || c->metric.len) continue;
        if (c->share >= 0 && (size_t)c->share < i && s->candidates[c->share].metric.len) {
            c->metric = metric_of(&t, &s->candidates[c->share], c->kind);
            continue;
        }
        struct range before = words_before(s, c->token), name = name_range(s, before, naming_kind(s, c));
        if (!deal(s, i, before, name, &t.dealt, arena)) c->metric = find_metric(&t, i, before, name);
    }
    const struct candidate *last = figure_before(s, s->candidate_count);
    if (last) carry->metric = last->metric;
}
