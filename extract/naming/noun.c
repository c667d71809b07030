/* A figure counts a noun: 处置5个账号 → 处置账号, 公安4项工作 → 公安工作, 20项省定、6项市定民生实事 → 省定民生实事. */
#include "extract/naming/noun.h"

#include "extract/naming/among.h"
#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/clause.h"
#include "extract/naming/deed.h"
#include "extract/naming/ending.h"
#include "extract/naming/items.h"
#include "extract/naming/narrow.h"
#include "extract/naming/noun_end.h"
#include "extract/naming/object.h"
#include "extract/naming/owner.h"
#include "extract/naming/some.h"

#include "extract/base/banned.h"

/* 生态环境|9项|约束性指标: which ones they are is told elsewhere. */
static bool is_kind(const struct lexicon *x, slice name) { return lexicon_ending(x, name, EDGE_KINDS) != NULL; }

/* Does what is done start with token `i`: nothing stands before it but marks, adverbs and dates? */
static bool starts_deed(const struct sentence *s, size_t i) {
    return is_one_of(tag_before(s, i), COMMA, STOP, COLON, BLANK, OPEN, CLOSE, ADVERB, DONE, PLACE, DATE, REACH, PREPOSITION,
                     AIM);
}

/* The first of the verbs that end at token `verb`, where they open their clause: 改造和|新建, 新建|改建. */
static size_t verbs_from(const struct sentence *s, size_t verb) {
    size_t from = skip_back(s, verb, CLASSES(VERB, AWARD));
    if (tag_before(s, from) == NONE) return from - 1;                                       /* 未|开工的26个项目 */
    from -= from == verb && tag_before(s, from) == VERBAL && s->tokens[verb].tag == VERBAL; /* 开发|储备 */
    if (from < 2 || !is_one_of(s->tokens[from - 1].tag, LIST_COMMA, AND)) return from;      /* most */
    size_t first = from; /* 新开、|复航、|加密: all of them, where they open the clause */
    while (first > 1 && is_one_of(s->tokens[first - 1].tag, LIST_COMMA, AND) &&
           is_one_of(s->tokens[first - 2].tag, VERB, AWARD, VERBAL))
        first -= 2;
    bool paid = note_at(s, first - 1, NOTE_GENERIC); /* 安排资金|改造和新建 */
    return starts_deed(s, first) || paid ? first : from;
}

/* 强降雨|造成12个|乡镇|受灾, 山体滑坡，|造成46人|被困: does the verb at token `verb` say no more than that something brought
 * about what is counted? 事故|造成3人|死亡 is named so, and so are those whom it is done to: 使9万农民受益. */
static bool only_causes(const struct sentence *s, size_t verb, struct range noun) {
    size_t opens = skip_back(s, verb, CLASSES(ADVERB, DONE));
    if (s->tokens[verb].tag != VERB || !note_at(s, verb, NOTE_CAUSES) || opens == 0) return false; /* most */
    return s->tokens[opens - 1].tag == COMMA || !token_opening(s, noun.from, EDGE_HARM);
}

/* 饮水工程使9万农民受益: what did it to those counted stands before 使. */
static slice caused(struct naming *n, const struct candidate *c, struct range noun, slice own) {
    const struct sentence *s = n->s;
    if (!note_at(s, c->token - 1, NOTE_CAUSES) || only_causes(s, c->token - 1u, noun)) return own;
    struct range cause = name_range(s, range_of(clause_start(s, c->token), c->token - 1), KIND_LEVEL);
    return content_bytes(s, cause) >= 2 * HAN ? joined(name_of(s, cause, n->arena), own, n->arena) : own;
}

/* 实施|30个老旧小区、12个老旧街区|改造: is the list of counted things that token `k` stands in done lightly? */
static bool done_lightly(const struct sentence *s, size_t k) {
    while (k > 1 && is_one_of(s->tokens[k - 1].tag, LIST_COMMA, AND)) {
        for (k -= 2; k > 0 && is_one_of(s->tokens[k].tag, NOUN, HEAD, VERBAL, LEVEL, QUOTE, UNQUOTE);) k--;
        if (!is_figure(s, k)) return false;
    }
    k = skip_back(s, k, CLASSES(ADVERB, DONE, PLACE));
    return is_one_of(tag_before(s, k), LIGHT, REACH);
}

/* What was done to the last of such a list was done to all: 改造; empty when it ends with no deed, or the noun is one. */
static slice deed_of_list(const struct sentence *s, const struct candidate *c, struct range noun) {
    const struct token *own = &s->tokens[noun.to - 1];
    if (!counts(c) || is_one_of(own->tag, VERB, VERBAL) || has_note(own, NOTE_THING) || !done_lightly(s, c->token))
        return SLICE_NONE;
    struct range last = noun;
    while (is_one_of(tag_at(s, last.to), LIST_COMMA, AND) && is_figure(s, last.to + 1u))
        last = noun_alone(s, figure_at(s, last.to + 1));
    size_t deed = last.to;
    while (deed > last.from && s->tokens[deed - 1].tag == VERBAL) deed--;
    return deed > last.from && ends_phrase(s, last.to) ? sentence_text(s, deed, last.to) : SLICE_NONE;
}

/* 20项省定、6项市定民生实事, 93%的村庄和96%的农户实现清洁取暖: what stands behind the next noun of a list is of both. */
static slice lent_ahead(struct naming *n, const struct candidate *c, struct range noun, slice own) {
    const struct sentence *s = n->s;
    if (!is_one_of(tag_at(s, noun.to), LIST_COMMA, AND) || noun.to + 1u >= s->count || !is_figure(s, noun.to + 1)) return own;
    const struct candidate *next = figure_at(s, noun.to + 1);
    slice                   deed = deed_of_list(s, c, noun);
    if (deed.len) return joined(own, deed, n->arena);
    if (!same_unit(next, c)) return own;
    struct range alone = noun_alone(s, next), whole = noun_behind(s, next);
    if (alone.from == alone.to) return own; /* 99辆消防车、11头|搜救犬赶赴现场: whose noun starts with a verb */
    if (s->tokens[noun.from].tag == LEVEL && noun.to == noun.from + 1u && has_class(s, alone, CLASSES(LEVEL))) {
        struct range tail = range_of(last_of(s, alone, CLASSES(LEVEL)) + 1, whole.to > alone.to ? whole.to : alone.to);
        return joined(own, name_of(s, tail, n->arena), n->arena); /* 56个县级和12个省、市级|图书馆完成改造 */
    }
    if (whole.to > alone.to) {
        bool lead = s->tokens[noun.to].tag == AND || verb_before(s, c->token) == SIZE_MAX; /* 新建2个公园、3个广场获评优秀 */
        size_t to = skip_back(s, c->token, CLASSES(PLACE, ADVERB)); /* 对全省|14个市和86个县开展评估 */
        bool own_deed = noun.to > noun.from + 1u && s->tokens[noun.to - 1].tag == VERB; /* 12个项目|建成投产、18个|项目开工 */
        bool both = lead && !own_deed && noun_alone(s, c).to == noun.to && !(tag_before(s, to) == PREPOSITION);
        return both ? joined(own, name_of(s, range_of(alone.to, whole.to), n->arena), n->arena) : own;
    }
    slice named = sentence_text(s, noun.from, noun.to), other = sentence_text(s, alone.from, alone.to);
    if (content_bytes(s, noun) > 3 * HAN || slice_has(other, named)) return own;
    return joined(own, parallel_tail(s, alone, noun), n->arena);
}

/* 开展文化探源、赛龙舟等9项活动: a bare noun behind 等 takes the verb before the examples along, else the examples, if it says
 * nothing alone (工程) or they are measures (增幅等5项指标) and no bodies or places: 县交通局等3家单位, 青山镇等5个乡镇,
 * 德国、日本等14个国家. */
static slice with_examples(struct naming *n, const struct candidate *c, slice own) {
    const struct sentence *s = n->s;
    size_t                 list = c->token - 1;
    bool                   bodies = list > 0 && !lexicon_ending(s->lexicon, c->quantity.unit_name, EDGE_DOER); /* not 省林草局等6部门|联合印发 */
    struct range           examples = strip(s, range_of(clause_start(s, list), list), NAME_HEAD, NAME_TAIL);
    if (tag_at(s, examples.from + 1u) == PREPOSITION) examples.from += 2;       /* 组织|对|农机购置等4个项目 */
    size_t whom = skip(s, examples.from, CLASSES(NOUN, HEAD, LIST_COMMA, AND)); /* 为|居民|提供义诊、理发等30项服务 */
    bool served = tag_before(s, examples.from) == PREPOSITION || note_at(s, examples.from - 1u, NOTE_FOR);
    served &= whom > examples.from && token_ending(s, whom - 1, EDGE_PERSON);
    if (served && whom < examples.to && s->tokens[whom].tag == VERB) examples.from = (uint32_t)whom;
    bool governs = tag_at(s, examples.from + 1u) != LIST_COMMA; /* not 义诊、理发等18个|摊位 */
    if (governs && examples.to > examples.from + 1 && is_one_of(s->tokens[examples.from].tag, VERB, AWARD, VERBAL))
        return joined(token_text(s, examples.from), own, n->arena);
    while (examples.from < examples.to && s->tokens[examples.from].tag == LIGHT) examples.from++;
    struct range named = has_class(s, examples, CLASSES(VERB, AWARD, LIGHT, PREPOSITION, REACH, GROW, FALL))
                             ? name_range(s, examples, c->kind)
                             : examples;
    if (tag_before(s, examples.from) == LIST_COMMA) return own;
    bool kind = tag_at(s, c->token + 1) == NOUN && !note_at(s, c->token + 1, NOTE_THING | NOTE_GENERIC);
    if (kind && bodies && !is_one_of(s->tokens[list - 1].tag, HEAD, GROW, FALL)) return own;
    return content_bytes(s, named) <= 16 * HAN ? joined(name_of(s, named, n->arena), own, n->arena) : own;
}

/* Does an item of a list of counted things start at token `i`: 建成12条道路和|云岭桥等3座桥梁? */
static bool starts_item(const struct sentence *s, size_t i) {
    if (!is_one_of(tag_before(s, i), LIST_COMMA, AND)) return false;
    for (size_t k = i - 1; k > 0 && !is_one_of(s->tokens[k].tag, COMMA, STOP, COLON); k--)
        if (is_figure(s, k)) return true;
    return false;
}

/* 建立政策支持、基金|投资两个储备库: the list with whose last item token `verb` ends tells of what is counted; empty when it
 * ends none. */
static struct range list_at(const struct sentence *s, size_t verb) {
    size_t item = skip_back(s, verb, CLASSES(NOUN, HEAD, VERBAL));
    char   mark = item > 0 ? s->tokens[item - 1].tag : STOP;
    bool listed = mark == LIST_COMMA || (mark == AND && is_figure(s, verb + 1)); /* 新材料和低碳技术|应用2个基地 */
    if (s->tokens[verb].tag != VERBAL || item == verb || !listed) return range_of(0, 0);
    size_t       start = clause_start(s, item - 1);
    struct range list = strip(s, range_of(start, verb + 1), NAME_HEAD, NAME_TAIL);
    while (list.from < item && s->tokens[list.from].tag == LIGHT) list.from++;
    bool counted = is_figure(s, start - 1); /* 示范区47项经验、综合改革|试点48项经验 */
    bool items = !counted && list.from < item && !has_class(s, range_of(list.from, verb), CLASSES(REACH, FIGURES));
    return items ? list : range_of(0, 0);
}

/* 新建学校3所，项目投用、|9个村通水: in the clause of the mark at token `k` nothing was counted before it, nor in that with
 * whose list it goes on, 建成12个公园，|以及5个广场. */
static bool is_first_counted(const struct sentence *s, size_t k) {
    bool on = k > 0 && s->tokens[k].tag == AND && s->tokens[k - 1].tag == COMMA;
    k = back_to(s, k - on, CLASSES(COMMA, STOP, COLON, FIGURES));
    return !is_figure(s, k - 1);
}

/* 涉及产业和民生|发展的46个重点项目: a noun at token `verb`, with which a clause before 的 closes that has a verb of its own.
 */
static bool closes_clause(const struct sentence *s, size_t verb, size_t k) {
    if (s->tokens[verb].tag != VERBAL || s->tokens[k - 1].tag != OF) return false;
    size_t of = skip_back(s, verb, CLASSES(NOUN, HEAD)); /* 民营经济|发展的四个方向, not 集中|改造的9条巷道 */
    if (content_bytes(s, range_of(of, verb)) >= 3 * HAN) return true;
    return has_class(s, range_of(clause_start(s, k), verb), CLASSES(VERB));
}

/* 营养改善计划|惠及|300万学生: what reaches those counted, in its clause; empty when no noun says it. */
static slice reacher(const struct naming *n, size_t verb) {
    const struct sentence *s = n->s;
    bool part = tag_at(s, verb + 1) == PERCENT || tag_at(s, verb + 2) == PERCENT; /* 民营经济|创造了|55%的税收 */
    if (!part && (!note_at(s, verb, NOTE_GAINS) || s->tokens[verb].tag != VERB)) return SLICE_NONE;
    if (tag_before(s, verb) == REACH) return SLICE_NONE; /* 中心设有|可容纳|100人的展厅 */
    struct range who = strip(s, range_of(clause_start(s, verb), verb), NAME_HEAD, NAME_TAIL);
    bool         nouns = who.from < who.to && !has_class(s, who,
                                                         CLASSES(VERB, LIGHT, AWARD, REACH, PREPOSITION, GROW, FALL, GROW_TO, FALL_TO,
                                                                 IMPROVE, OF, LIST_COMMA, AND, COMMA, FIGURES));
    nouns &= !is_place(s, who.from) && !(tag_before(s, who.from) == PREPOSITION); /* 向基层|投放 */
    return nouns ? name_if(s, who, 2 * HAN, n->arena) : SLICE_NONE;
}

/* 覆盖|山区80%的学校: what reaches a share of those somewhere; SIZE_MAX when nothing does. */
static size_t reach_before(const struct sentence *s, size_t k) {
    k = skip_back(s, k, CLASSES(NOUN, HEAD, PLACE));
    return tag_before(s, k) == VERB && note_at(s, k - 1, NOTE_GAINS) ? k - 1 : SIZE_MAX;
}

/* 推出|6个|方面|33项惠企措施, 办结|5类|16件事项: the token of the count before that only sorts what figure `k` counts; `k` when
 * none does. */
static size_t sorted_from(const struct sentence *s, size_t k) {
    if (is_one_of(tag_before(s, k), COUNT, SMALL_COUNT)) return k - 1;
    bool facet = k > 1 && s->tokens[k - 1].tag == NOUN && is_one_of(s->tokens[k - 2].tag, COUNT, SMALL_COUNT);
    return facet && token_ending(s, k - 1, EDGE_FACET) ? k - 2 : k;
}

/* The verb of what figure `k` counts, before the count that sorts it too; SIZE_MAX when there is none, as in 先行区建设6个方面
 * 16条经验. */
static size_t verb_of_count(const struct sentence *s, size_t k) {
    size_t from = sorted_from(s, k), verb = verb_before(s, from);
    return from == k || (verb != SIZE_MAX && s->tokens[verb].tag == VERB) ? verb : SIZE_MAX;
}

/* 推出|6个|方面|33项惠企措施: what has so many sides is what the next figure counts; empty when the noun is no side. */
APART static slice sides_of(const struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence *s = n->s;
    if (sorted_from(s, noun.to) != c->token) return SLICE_NONE;
    if (c + 1 == s->candidates + s->candidate_count || c[1].token != noun.to || c[1].refused) return SLICE_NONE;
    size_t verb = verb_of_count(s, noun.to);
    slice  what = name_of(s, noun_alone(s, c + 1), n->arena);
    if (!what.len) return SLICE_NONE;
    if (verb != SIZE_MAX) what = joined(token_text(s, verb), what, n->arena);
    return joined(what, token_text(s, noun.from), n->arena);
}

/* 12个县实施|养老保险试点|，1.8万人参保: what those do whom the figure at token `k` counts; empty where they did nothing to
 * anything: 22个贫困村出列. */
static slice deed_object(const struct naming *n, size_t k) {
    size_t end = skip_back(n->s, next_of(n->s, k + 1, CLASSES(COMMA, STOP, FIGURES)), CLASSES(LIST_COMMA)), verb = k + 1;
    while (verb < end && !is_one_of(n->s->tokens[verb].tag, VERB, LIGHT)) verb++;
    return verb + 1 < end ? name_of(n->s, range_of(verb + 1, end), n->arena) : SLICE_NONE;
}

/* 举办讲座8场、5200人次|参与: what people did who are counted behind a thing, they did with it; empty when they did more, or
 * the thing did something itself: 22个贫困村出列，1.8万人|脱贫. */
static slice gone_to(const struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    bool                    does =
        is_one_of(s->tokens[noun.from].tag, VERB, VERBAL) && !note_at(s, noun.from, NOTE_THING | NOTE_GAINS | NOTE_OBJECT);
    if (!does || noun.to != noun.from + 1u || !p || !person_unit(c)) return SLICE_NONE; /* most */
    size_t leads = home_unit(p) && p->token + 1u == c->token ? verb_before(s, p->token) : SIZE_MAX;
    if (leads != SIZE_MAX && s->tokens[leads].tag == VERB) return SLICE_NONE; /* 带动1200户3600人|脱贫 */
    bool thing = p->kind == KIND_LEVEL && counts(p) && !person_unit(p);
    if (!thing || !ends_phrase(s, noun.to)) return SLICE_NONE;
    bool  theirs = !ends_phrase(s, p->token + 1u) && verb_before(s, p->token) == SIZE_MAX;
    slice what = theirs ? deed_object(n, p->token) : object_of(s, p->metric);
    return what.len ? joined(what, token_text(s, noun.from), n->arena) : SLICE_NONE;
}

/* 23项问题|整改|完成22项: what was done to some of those that figure `c` counts is of the next figure, which counts them. */
static struct range without_deed_to_some(const struct sentence *s, const struct candidate *c, struct range noun) {
    if (noun.to < noun.from + 2u || s->tokens[noun.to - 1].tag != VERBAL || !counts(c)) return noun; /* most */
    size_t some = skip(s, noun.to, CLASSES(REACH, DONE, ADVERB, VERB));
    noun.to -= some > noun.to && is_figure(s, some) && same_unit(figure_at(s, some), c) && ends_phrase(s, some + 1);
    return noun;
}

/* 8家酒厂|年产白酒|3000吨: where what they yield a year starts, right before how much that is; noun.to when it tells none. */
static size_t yield_in(const struct sentence *s, struct range noun) {
    if (!figure_is(s, noun.to, physical_unit)) return noun.to; /* most */
    size_t head = noun.from + 1u;
    while (head < noun.to && !(s->tokens[head].tag == HEAD && token_opening(s, head, EDGE_DAILY))) head++;
    return head;
}

/* 12家企业|生产果汁|、果酱等3万吨: nor is the verb of things that have the next figure. */
static struct range without_objects(const struct sentence *s, const struct candidate *c, struct range noun) {
    if (noun.from != c->token + 1u || !counts(c)) return noun; /* most */
    noun.to = (uint32_t)yield_in(s, noun);
    if (tag_at(s, noun.to) != LIST_COMMA) return noun; /* most */
    size_t mark = noun.to, next = mark + 1;
    while (!ends_phrase(s, next) || is_one_of(tag_at(s, next), LIST_COMMA)) next++;
    if (!is_figure(s, next)) return noun;
    size_t verb = verb_of_objects(s, noun.from, mark, next);
    if (verb > noun.from && verb < noun.to) noun.to = (uint32_t)verb;
    return noun;
}

/* The verb of those that figure `c` counts: 覆盖|山区80%的学校, 免除|山区5200名学生的学杂费; SIZE_MAX when none has it. */
static size_t verb_counting(const struct sentence *s, const struct candidate *c, struct range noun) {
    size_t verb = verb_of_count(s, c->token);
    if (verb == SIZE_MAX && s->tokens[c->token].tag == PERCENT) verb = reach_before(s, c->token);
    return verb == SIZE_MAX && has_class(s, noun, CLASSES(OF)) ? verb_far_before(s, c->token) : verb;
}

/* 现行制度下|的|三根支柱, 位于城东|的|两个项目: what stands before 的 says only where they are. */
static bool says_where(const struct sentence *s, size_t k) {
    size_t of = k - 1;
    if (s->tokens[of - 1].candidate < 0 && token_ending(s, of - 1, EDGE_WHERE)) return true; /* not 65岁以上的|老人 */
    return back_to(s, of, CLASSES(RANK)) > back_to(s, of, CLASSES(COMMA, STOP, LIST_COMMA, COLON));
}

/* 圈舍里|300只羊, 车间内|8台机器: a noun that no more than says where, not 周边|6个村. */
static bool stands_there(const struct sentence *s, size_t i) {
    const struct word *where = s->tokens[i].tag == NOUN ? token_ending(s, i, EDGE_WHERE) : NULL;
    const struct word *other = where ? token_ending(s, i, EDGE_LOOKALIKE) : NULL; /* not 初中|30个班 */
    return where && where->text.len < token_bytes(&s->tokens[i]) &&
           !(other && s->tokens[i].word && other->text.len == token_bytes(&s->tokens[i]));
}

/* 公安|4项工作, 试点扩大到|8个|省、自治区: whose a short noun is, or where it came to; empty when the words before do not tell.
 */
static slice owner_told(struct naming *n, const struct candidate *c, slice name, size_t bytes, bool compound) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    bool                   brief = bytes <= 3 * HAN || (bytes <= 5 * HAN && (compound || is_kind(s->lexicon, name)));
    slice                  owner = SLICE_NONE;
    if (told_by_of(s, k) ? says_where(s, k) : k > 0 && stands_there(s, k - 1)) return owner;
    if (k > 0 && (brief || s->tokens[k - 1].tag == GROW_TO)) owner = owner_before(n, c);
    if (!owner.len && bytes <= 5 * HAN && told_by_of(s, k)) owner = deeds_before(n, k - 1);
    return owner;
}

/* 完成|农网|改造|78个村: with what was done in the places that the noun is; `from`, where the verbs start, when they are none.
 */
static size_t done_in(const struct sentence *s, size_t from, struct range noun) {
    size_t thing = from;
    while (thing > 1 && is_one_of(s->tokens[thing - 1].tag, NOUN, HEAD)) thing--;
    bool told = thing > 0 && thing < from && is_one_of(s->tokens[thing - 1].tag, REACH, LIGHT);
    return told && words_ending(s, noun.from, noun.to, EDGE_PLACE) ? thing : from;
}

/* 建成|光明、富强|两个蔬菜园区, 分为|古籍、书刊|两个展区: does the noun of figure `c` tell without the items that it counts,
 * unlike 扩大就业、改善民生|两项工程, 政府和市场|两个手段, 限制和禁止|两类岸线? */
static bool says_enough(const struct sentence *s, const struct candidate *c, struct range items, struct range noun) {
    if (is_one_of(tag_before(s, items.from), LIST_COMMA, AND)) return false; /* chained */
    bool thing = noun.to == noun.from + 1u && is_unknown(s, noun.from) && !token_ending(s, noun.from, EDGE_KINDS);
    thing &= !c->quantity.unit->affair && !lexicon_ending(s->lexicon, c->quantity.unit_name, EDGE_SORT);
    return content_bytes(s, noun) >= (thing ? 2 : 3) * HAN;
}

/* What governs the noun that a figure counts: a verb, or the items that it sums up, 道路改造、管网建设|3项工程. */
struct governing {
    size_t       verb; /* SIZE_MAX when none */
    struct range list; /* empty when none */
    bool         opens /* the list opens with a verb */, full /* the noun says enough without its items */;
};

static struct governing governing(const struct sentence *s, const struct candidate *c, struct range noun) {
    struct governing g = {.verb = verb_counting(s, c, noun)};
    if (g.verb != SIZE_MAX) g.list = list_at(s, g.verb);
    g.opens = g.list.from < g.list.to && is_one_of(s->tokens[g.list.from].tag, VERB, AWARD);
    struct range items = apposed(s, c, g.verb);
    g.full = items.from < items.to && says_enough(s, c, items, noun_alone(s, c));
    if (g.full) {
        g.verb = tag_before(s, items.from) == VERB ? items.from - 1 : SIZE_MAX;
        g.list = range_of(0, 0);
    } else if (g.verb != SIZE_MAX && g.list.from == g.list.to)
        g.list = items;
    if (g.list.from < g.list.to) g.verb = g.opens ? g.list.from : SIZE_MAX;
    return g;
}

/* 聘请|21个国家|的29名调解员: are those counted only whence the persons come whom the verb is for? */
static bool whence_persons(const struct sentence *s, struct range noun) {
    if (tag_at(s, noun.to) != OF || !figure_is(s, noun.to + 1u, person_unit)) return false;
    return token_ends_in(s, noun.to - 1u, ONE_OF_EDGES(EDGE_AREA, EDGE_DOER));
}

/* Is the verb at token `verb` before figure `c` none of the noun's: 龙舟活动共有24支队伍, 收到来自|12个省份的|286件作品? */
static bool governs_other(const struct sentence *s, const struct candidate *c, struct range noun, size_t verb) {
    size_t k = c->token;
    if (note_at(s, verb, NOTE_THING) && is_one_of(s->tokens[k - 1].tag, ADVERB, REACH, DONE)) return true;
    if (whence_persons(s, noun)) return true;
    bool whence = s->tokens[k - 1].tag == LIGHT && tag_at(s, noun.to) == OF && is_figure(s, noun.to + 1u);
    return whence || closes_clause(s, verb, k);
}

/* 援助项目18个，发挥了作用，5万人次|受益: those who gain, by the figure before; 发放价格补贴，约670人|受益: by the clause
 * before. */
static slice gained_by(const struct naming *n, const struct candidate *c) {
    if (n->previous) return without_per(n->s, n->previous->metric);
    return clause_before(n->s, clause_start(n->s, c->token), KIND_LEVEL, n->arena);
}

/* 满载着|43名乘客, 墙上贴着3张海报: what holds them now names them no more than where they are does; not 满载39名乘客. */
static bool holds_now(const struct sentence *s, size_t verb) {
    return note_at(s, verb, NOTE_CARRIES) && token_ending(s, verb, EDGE_MAKES);
}

/* 爬|了|67层|楼, 唱了3首|歌: a noun of one character says too little without the verb of one that 了 makes. */
static slice briefly_done(const struct sentence *s, size_t k, slice name) {
    bool made = name.len == HAN && k > 1 && tag_before(s, k) == ADVERB && token_opening(s, k - 1, EDGE_PERFECT);
    bool verb = made && s->tokens[k - 2].tag == NOUN && is_one_character(&s->tokens[k - 2]);
    return verb ? token_text(s, k - 2) : SLICE_NONE;
}

/* The name of the noun behind a figure, with the verb before the figure or what it is of. */
static slice counted_noun(struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence *s = n->s;
    slice                  did = some_did(n, c, noun);
    if (!did.len && noun.to == noun.from + 1u && is_one_of(tag_at(s, noun.to), COUNT, SMALL_COUNT)) did = sides_of(n, c, noun);
    if (did.len) return did;
    noun = without_deed_to_some(s, c, without_objects(s, c, noun));
    struct governing g = governing(s, c, noun);
    size_t           k = c->token, bytes = content_bytes(s, noun);
    slice            gone = g.verb == SIZE_MAX || g.verb + 1 < k ? gone_to(n, c, noun) : SLICE_NONE;
    if (gone.len) return gone;
    bool examples = tag_before(s, k) == ETC, compound = closes_compound(s, c);
    bool chained = examples ? starts_item(s, clause_start(s, k - 1)) : is_one_of(tag_before(s, k), LIST_COMMA, AND);
    if (compound || (g.verb != SIZE_MAX && governs_other(s, c, noun, g.verb))) g.verb = SIZE_MAX;
    if (g.verb != SIZE_MAX && holds_now(s, g.verb)) g.verb = SIZE_MAX;
    if (g.verb != SIZE_MAX && only_causes(s, g.verb, noun)) /* 山体滑坡，|造成46人|被困 */
        n->verb = SLICE_NONE;
    else if (g.verb != SIZE_MAX)
        n->verb = sentence_text(s, done_in(s, verbs_from(s, g.verb), noun), g.verb + 1);
    else if (!chained || is_first_counted(s, k - 1))
        n->verb = SLICE_NONE;
    if (g.list.from < g.list.to && !g.opens) return joined(name_of(s, g.list, n->arena), name_of(s, noun, n->arena), n->arena);
    slice name = without_hanging(s->lexicon, noun_of(n, c, noun), tag_at(s, noun.to)), own = joined(n->verb, name, n->arena);
    slice reach = g.verb == SIZE_MAX ? SLICE_NONE : reacher(n, g.verb);
    if (reach.len) {
        n->verb = joined(reach, n->verb, n->arena); /* 民营经济创造了55%的税收、|60%的产值 */
        return joined(reach, own, n->arena);
    }
    bool gain = noun.to == noun.from + 1u && note_at(s, noun.from, NOTE_GAINS) && !is_figure(s, noun.to);
    if (gain) return joined(gained_by(n, c), own, n->arena);
    bool again = chained && bytes <= 2 * HAN && n->previous && slice_ends(n->previous->metric, name);
    if (again) return n->previous->metric; /* 公安4项工作第一、2项工作第二 */
    slice owner = g.full ? SLICE_NONE : owner_told(n, c, name, bytes, compound);
    if (g.verb == SIZE_MAX && s->tokens[k].tag == SMALL_COUNT && !g.full) owner = items_apposed(n, c, owner);
    if (owner.len) return joined(owner, told_by_of(s, k) ? name : own, n->arena);
    if (g.verb == SIZE_MAX && !n->verb.len) own = joined(briefly_done(s, k, name), own, n->arena);
    return bytes <= 2 * HAN && examples ? with_examples(n, c, own) : own;
}

/* 涉及13亿元|开支的|改善工程, 有300年|历史的|老街, 1200个|座位的|剧场: the sum is of what stands behind 的, and what money,
 * time or room it is a word right behind it tells. */
static slice sum_of(const struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 what = c->token + 1u;
    bool                   time = unit_measures(c->quantity.unit, "time");
    bool                   room = counts(c) && note_at(s, what, NOTE_ROOM);
    if (!(money_unit(c) || time || room) || noun.from != what || noun.to < what + 3u || tag_at(s, what + 1) != OF)
        return SLICE_NONE;
    size_t       end = object_end(s, what + 2); /* 项目|开工 */
    struct range whole = range_of(what + 2, end < noun.to ? end : noun.to);
    while (whole.to > whole.from + 1u && (s->tokens[whole.to - 1].tag == VERB || note_at(s, whole.to - 1, NOTE_FUND)))
        whole.to--; /* 300个车位的停车场|投资|3亿元 */
    return is_one_of(s->tokens[what].tag, NOUN, HEAD) ? joined(name_of(s, whole, n->arena), token_text(s, what), n->arena)
                                                      : SLICE_NONE;
}

/* 爬上村后|300米高的|山, 砍倒屋后|20米高的|树: is the size of the thing behind told, where a place stands before? */
static bool sizes_thing_there(const struct sentence *s, const struct candidate *c, struct range noun) {
    size_t high = c->token + 1u;
    bool   sized = physical_unit(c) && tag_at(s, high) == NOUN && is_one_character(&s->tokens[high]);
    if (!sized || tag_at(s, high + 1) != OF || noun.from != high + 2u) return false; /* most */
    return token_opening(s, high, EDGE_GLUED) && tag_before(s, c->token) == NOUN;
}

/* 以5个|人民法庭|为依托: the noun without what those counted are taken for. */
static struct range without_use(const struct sentence *s, struct range noun) {
    const struct token *last = &s->tokens[noun.to - (noun.to > 0)];
    bool                use = noun.to > noun.from + 1u && last->word && last->tag == NOUN;
    return use && token_opening(s, noun.to - 1u, EDGE_SERVES) ? range_of(noun.from, noun.to - 1u) : noun;
}

slice named_by_noun(struct naming *n, const struct candidate *c, struct range noun) {
    noun = without_use(n->s, noun);
    slice sum = sizes_thing_there(n->s, c, noun) ? noun_of(n, c, noun) : sum_of(n, c, noun);
    if (sum.len) return sum;
    bool aged = n->s->tokens[c->token].tag == AGE && tag_at(n->s, c->token - (c->token > 0)) != HEAD;
    if (aged) return noun_of(n, c, noun); /* 看望|92岁的老兵: whatever is done to them */
    slice name = without_among(n->s, c, noun, caused(n, c, noun, lent_ahead(n, c, noun, counted_noun(n, c, noun))));
    return without_where(n->s, c, noun, name);
}

/* 解决|20万农民|的|吃水问题, 保障好|380万市民|的|饮水安全: what is done for those whom the unit names; empty when nothing is,
 * as by 服务20万居民的|医院. */
static struct range done_for_them(const struct sentence *s, size_t k) {
    size_t by = skip_back(s, k, CLASSES(PLACE, QUALIFIER, ADVERB)), end = skip(s, k + 2, CLASSES(NOUN, HEAD, VERB, VERBAL));
    struct range what = range_of(k + 2, end), none = range_of(0, 0);
    if (tag_at(s, k + 1) != OF || !is_one_of(tag_before(s, by), VERB, VERBAL, LIGHT, IMPROVE, FALL)) return none; /* most */
    if (!ends_phrase(s, end) || is_figure(s, end) || content_bytes(s, what) < 2 * HAN) return none;
    const struct token *last = &s->tokens[end - 1];
    bool built = has_note(last, NOTE_THING) && has_class(s, what, CLASSES(VERB, VERBAL)); /* 供水工程, not 吃水问题 */
    return built || token_ends_in(s, end - 1, ONE_OF_EDGES(EDGE_PLACE, EDGE_DOER, EDGE_LAND)) ? none : what;
}

slice counted_people(struct naming *n, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    size_t             verb = verb_before(n->s, c->token);
    size_t             k = c->token; /* 惠及|沿线|1.2亿人口 */
    bool               where = verb == SIZE_MAX && k > 1 && ends_phrase(n->s, k + 1) && n->s->tokens[k - 1].tag == NOUN &&
                 n->s->tokens[k - 2].tag == VERB; /* not 带动全球千万家庭走近非遗 */
    slice        does = where ? sentence_text(n->s, k - 2, k) : verb == SIZE_MAX ? SLICE_NONE : token_text(n->s, verb);
    slice        who = joined(does, unit->canonical, n->arena);
    bool         owned = tag_at(n->s, c->token + 1) == OF;      /* 14亿人口的|发展中国家 */
    struct range theirs = range_of(c->token + 1, c->token + 1); /* 解决400万农民工|子女入学问题 */
    while (is_one_of(tag_at(n->s, theirs.to), NOUN, HEAD, VERBAL, VERB)) theirs.to++;
    bool whole = theirs.to > theirs.from + 1u && ends_phrase(n->s, theirs.to) && note_at(n->s, theirs.to - 1, NOTE_THING);
    if (!whole && owned) {
        theirs = done_for_them(n->s, k);
        whole = theirs.from < theirs.to;
    }
    if (whole) return caused(n, c, theirs, joined(who, name_of(n->s, theirs, n->arena), n->arena));
    struct range did = owned ? range_of(0, 0) : deed_behind(n->s, c);
    return caused(n, c, did, joined(who, name_of(n->s, did, n->arena), n->arena));
}

/* |养蜂户|罗正贵|打开蜂箱。今年57岁的他…: who was last told by what he is and his name in the paragraph before the sentence;
 * empty when nobody was. */
static slice last_person(const struct sentence *s) {
    enum { FAR = 300 * HAN };
    size_t first = s->at.start > FAR ? s->at.start - FAR : 0;
    for (size_t at = s->at.start; at > first; at -= utf8_size_before(s->text, at)) {
        slice rest = slice_sub(s->text, at, at + 4 * HAN < s->at.start ? at + 4 * HAN : s->at.start);
        if (!lexicon_surname(s->lexicon, rest)) continue; /* most */
        slice  before = slice_sub(s->text, 0, at);
        size_t name = lexicon_ends_truly(s->lexicon, before, EDGE_PERSON) ? person_end(s->lexicon, rest) : 0;
        if (name >= 2 * HAN && name <= 3 * HAN) return slice_sub(rest, 0, name);
    }
    return SLICE_NONE;
}

slice aged_pronoun(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    size_t                 before = skip_back(s, k, CLASSES(ADVERB, DATE, REACH)), who = k + 2;
    bool                   behind = tag_at(s, k + 1) == OF && tag_at(s, who) == PLACE;
    bool opens = before == 1 || (before > 1 && is_one_of(s->tokens[before - 2].tag, COMMA, STOP, COLON, QUOTE));
    bool theirs = !behind && before == k && tag_at(s, k + 1) == OF && tag_at(s, who) == NOUN; /* 她|5岁的|儿子 */
    if (theirs || (!behind && !opens)) return SLICE_NONE;
    if (!behind) who = before - 1;
    bool one = s->tokens[who].tag == PLACE && is_one_character(&s->tokens[who]); /* not 我县|村民 */
    if (!one || tag_at(s, who + 1) == OF) return SLICE_NONE;
    slice named = last_person(s);
    return named.len ? named : token_text(s, who);
}

slice mean_age(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 head = skip_back(s, c->token, CLASSES(QUALIFIER, REACH, ONLY)) - 1u, who = c->token + 2u, end = who;
    if (c->token == 0 || head >= c->token || s->tokens[head].tag != HEAD || tag_at(s, who - 1) != OF) return SLICE_NONE;
    while (is_one_of(tag_at(s, end), NOUN, HEAD, LEVEL, VERBAL) && !note_at(s, end, NOTE_OFTEN)) end++;
    slice whose = sentence_text(s, who, end);
    bool  body = lexicon_ends_in(s->lexicon, whose, ONE_OF_EDGES(EDGE_BODY, EDGE_DOER)); /* 老年模特队 */
    if (!body) whose.len = noun_end(s->lexicon, whose, EDGE_PERSON);
    return whose.len ? joined(whose, token_text(s, head), n->arena) : SLICE_NONE;
}
