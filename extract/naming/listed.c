/* Lists before a figure: 支持企业扩容、公司数量 has its last item alone, 道路、桥梁、管网共 all of them, and of examples,
 * 书法、声乐等 各类课程, stays what they are of. */
#include "extract/naming/listed.h"

#include "extract/naming/doer.h"

#include "extract/base/banned.h"

bool inside_quotes(const struct sentence *s, size_t from, size_t at) {
    int open = 0;
    for (size_t i = from; i < at; i++) open += (s->tokens[i].tag == QUOTE) - (s->tokens[i].tag == UNQUOTE);
    return open > 0;
}

/* 生活补助、再就业补助|3亿元: both items of the list end with one word, and the second has no verb of its own. */
static bool ends_alike(const struct sentence *s, struct range r, size_t item) {
    if (item == r.from || is_one_of(s->tokens[item + 1].tag, VERB, AWARD, LIGHT, REACH, PREPOSITION)) return false;
    return slice_equal(token_text(s, item - 1), token_text(s, r.to - 1)) && content_bytes(s, r) <= 24 * HAN;
}

/* 道路、桥梁、管网|共3亿元, 小学、初中|各2所: the figure is of all of them, unless the last of them has a verb that the first
 * has not: 部门联动、|清理河道|共3处. */
static bool is_summed_up(const struct sentence *s, struct range r, size_t item) {
    size_t sum = r.to;
    while (tag_at(s, sum) == ADVERB && !note_at(s, sum, NOTE_TOTAL)) sum++;
    if (!is_one_of(tag_at(s, sum), ADVERB, BOTH)) return false;
    return lists_heads(s, r, item) || is_one_of(tag_at(s, r.from), VERB, AWARD, LIGHT) ||
           !is_one_of(tag_at(s, item + 1), VERB, AWARD, LIGHT, REACH, PREPOSITION);
}

/* 引进轻合金加工、整机装备|项目, 引进上市|公司、领军企业: what things are of, though it may be read as done. */
static bool of_things(const struct sentence *s, struct range r, size_t item) {
    bool things = note_at(s, r.to - 1, NOTE_THING);
    bool money = figure_is(s, r.to, money_unit);
    for (size_t i = r.from; i < item; i++) {
        bool opens = i == r.from || s->tokens[i - 1].tag == LIST_COMMA;
        bool fund = money && note_at(s, i, NOTE_FUND); /* 争取|预算内投资、特别国债|16亿元 */
        if (s->tokens[i].tag == VERBAL && !opens && !((things || fund) && tag_at(s, i + 1) == LIST_COMMA)) return false;
    }
    return true;
}

/* 主要支流|有清河、白河等12条, 入库企业|包括华信、云岭等32家: behind 有 stand examples of what is counted, which the words
 * before it name. */
static struct range with_examples(const struct sentence *s, struct range r) {
    size_t has = last_of(s, r, CLASSES(REACH, AMONG)), named = has;
    if (has == SIZE_MAX || skip(s, has + 1, CLASSES(NOUN, HEAD, PLACE, LIST_COMMA, AND)) != r.to) return r;
    while (named > r.from && s->tokens[named - 1].tag == ADVERB) named--; /* 重点企业|主要有 */
    bool noun = named > r.from && is_one_of(s->tokens[named - 1].tag, NOUN, HEAD);
    return noun && content_bytes(s, range_of(r.from, named)) >= 2 * HAN ? range_of(r.from, named) : r;
}

/* Is the figure of all items of the list, whatever verbs they have? */
static bool counts_all(const struct sentence *s, struct range r, size_t item) {
    return tag_at(s, r.to) == ETC || shares_together(s, r) || is_summed_up(s, r, item) || ends_alike(s, r, item);
}

/* 走进学校、社区、企业|授课: the deed behind the places that were gone to; r.from when they were not. */
static size_t deed_on_visit(const struct sentence *s, struct range r, size_t item) {
    size_t visit = r.from;
    while (visit < item && !note_at(s, visit, NOTE_VISITS)) visit++;
    return visit < item && is_one_of(s->tokens[r.to - 1].tag, VERB, VERBAL) ? r.to - 1u : r.from;
}

/* 博物馆|接待来馆研学、观展的青少年: from the verb on, behind those who did it; `r` when it opens with none of either. */
static struct range behind_doer(const struct sentence *s, struct range r, size_t item) {
    size_t verb = first_of(s, range_of(r.from, item), ~CLASSES(NOUN, HEAD, LEVEL));
    while (verb < item && is_one_of(s->tokens[verb].tag, NOUN, HEAD)) verb++;
    size_t who = verb;
    while (verb < item && is_one_of(s->tokens[verb].tag, DATE, ADVERB, DONE, BOTH)) verb++;
    bool does = who > r.from && verb < item && is_one_of(s->tokens[verb].tag, VERB, VERBAL);
    return does && (note_at(s, r.from, NOTE_ORGAN) || names_doer(s, r.from, who)) ? range_of(verb, r.to) : r;
}

/* 办理|不动产登记、抵押、|注销业务, 查获|夹藏、瞒报、|伪报的烟草: does one bare word stand between two marks of the list, so
 * that none of its items is a clause? */
static bool lists_bare_words(const struct sentence *s, struct range r, size_t item) {
    for (size_t i = r.from + 1u; i < item; i++)
        if (s->tokens[i - 1].tag == LIST_COMMA && tag_at(s, i + 1) == LIST_COMMA &&
            is_one_of(s->tokens[i].tag, NOUN, VERB, VERBAL))
            return true;
    return false;
}

/* 清退|不符合条件的低保、特困对象|320户, 接待|来馆参观、查阅档案的群众|1.2万人次: does the verb that opens the range govern a
 * noun that is counted, which the clause before 的 tells of, be the list before or behind it? */
static bool governs_described(const struct sentence *s, struct range r, size_t item) {
    size_t of = last_of(s, r, CLASSES(OF)), noun = r.to - 1u;
    if (of == SIZE_MAX || !counts(figure_at(s, r.to))) return false;
    bool thing = s->tokens[noun].tag == NOUN || note_at(s, noun, NOTE_THING);
    if (!thing || of < r.from + 2u || content_bytes(s, r) > 24 * HAN) return false;
    size_t from = of > item ? of : item; /* where no more is done */
    return !is_one_of(tag_at(s, from + 1), VERB, LIGHT, REACH, PREPOSITION, ADVERB) &&
           !has_class(s, range_of(from + 1, r.to), CLASSES(LIGHT, REACH, GROW, FALL, IMPROVE));
}

/* 新增|光伏、风电装机: do the items, none of which does anything by itself, share the verbs before the first? */
static bool shares_first_verb(const struct sentence *s, struct range r, size_t item) {
    size_t verbs = skip(s, r.from, CLASSES(NOUN, HEAD)); /* 开发区|引进 */
    bool   behind_noun = verbs < item && s->tokens[verbs].tag == VERB && is_one_of(tag_at(s, r.to - 1u), NOUN, HEAD);
    verbs = skip(s, behind_noun ? verbs : r.from, CLASSES(VERB, AWARD, LIGHT));
    while (is_one_of(tag_at(s, verbs), LIST_COMMA, AND) && tag_at(s, verbs + 1) == VERB)
        verbs += 2; /* 受理、办理|建议、提案, 新建和改扩建|小学、中学 */
    if (verbs >= item || content_bytes(s, r) > 24 * HAN) return false;
    struct range items = range_of(verbs, item);
    if (has_class(s, items, CLASSES(VERBAL)) && !of_things(s, range_of(verbs, r.to), item)) return false;
    return !has_class(s, items, CLASSES(VERB, GROW, IMPROVE, LIGHT)) &&
           !is_one_of(tag_at(s, item + 1), PREPOSITION, VERB, AWARD, LIGHT, REACH);
}

/* 深入田间、车间|开展|板凳课堂、院坝宣讲, 举办|防溺水宣讲、情景剧, 开展|送课下乡、送教入户: where the verb stands that governs
 * the whole list; s->count when none does. Events go on behind a deed that may be a noun, and deeds that are equally long stand
 * beside each other. */
static size_t verb_of_list(const struct sentence *s, struct range r, size_t item) {
    bool   events = figure_is(s, r.to, event_unit); /* 40场次, 16期 */
    size_t verb = last_of(s, range_of(r.from, item), CLASSES(LIGHT));
    if (verb == SIZE_MAX && events) verb = last_of(s, range_of(r.from, item), CLASSES(VERB));
    if (verb == SIZE_MAX || verb + 1u >= item) return s->count;
    if (shares_first_verb(s, range_of(verb, r.to), item)) return verb;
    bool does = is_one_of(s->tokens[item + 1].tag, PREPOSITION, VERB, AWARD, LIGHT, REACH);
    bool alike = sentence_text(s, verb + 1, item).len == sentence_text(s, item + 1, r.to).len;
    return events && (!does || alike) ? verb : s->count;
}

/* 深化医保改革、|参保率|达到95%, 加强队伍建设、|招聘教师: a clause of its own, behind one that tells only what was worked at;
 * not 优化城镇、农村|就业率. */
static bool stands_by_itself(const struct sentence *s, struct range r, size_t item) {
    size_t from = r.from - (is_one_of(tag_before(s, r.from), ADVERB, LIGHT)); /* 加强|生态修复 */
    bool   tends = token_opening(s, from, EDGE_TENDS) || token_opening(s, skip(s, from, CLASSES(ADVERB)), EDGE_TENDS);
    if (!tends || sentence_text(s, from, item).len < 5 * HAN) return false; /* most */
    bool rises = is_one_of(tag_at(s, r.to), REACH, GROW, FALL, GROW_TO, FALL_TO, IMPROVE, QUALIFIER);
    if (!rises && is_figure(s, r.to)) { /* 经营主体总量|突破30万户 */
        const struct quantity *q = &figure_at(s, r.to)->quantity;
        rises = q->raw.start < q->digits.start;
    }
    bool does = is_one_of(tag_at(s, item + 1), VERB, LIGHT), measured = rises && s->tokens[r.to - 1].tag == HEAD;
    return (does || measured) && content_bytes(s, range_of(item + 1, r.to)) >= 3 * HAN;
}

/* 县水利局|新建、|改造管网, 在城区|新建、|改造管网: where the verbs of one object begin behind those who did it, or where;
 * r.from when they do not. */
static size_t verbs_behind_doer(const struct sentence *s, struct range r, size_t item) {
    const u128 verbs = CLASSES(VERB, AWARD, VERBAL, LIST_COMMA, AND);
    bool       at = note_at(s, r.from - 1, NOTE_AT);
    size_t     first = at ? skip_back(s, item, verbs) : behind_doer(s, r, item).from;
    if (first <= r.from || first >= item || skip(s, first, verbs) < item || !does(s, item + 1)) return r.from;
    return token_opening(s, first, EDGE_DEED) ? first : r.from; /* not 部门|联动、|清理河道 */
}

struct range last_item(const struct sentence *s, struct range r) {
    size_t item = last_of(s, r, CLASSES(LIST_COMMA));
    size_t opens = r.from - (tag_before(s, r.from) == QUOTE); /* 开展“|识别非法集资、守护养老钱”宣传活动 */
    if (item == SIZE_MAX || has_hole(r) || inside_quotes(s, opens, item)) return r;
    if (tag_at(s, r.to) == ETC) return with_examples(s, r);
    struct range last = range_of(item + 1, r.to);
    if (stands_by_itself(s, r, item)) return last;
    if (counts_all(s, r, item)) return r;
    size_t object = skip(s, last.from, CLASSES(ADVERB)); /* 精简会议、坚决|把文件|压减三成 */
    if (object < r.to && note_at(s, object, NOTE_DISPOSES)) return range_of(object, r.to);
    if (item > r.from && s->tokens[item - 1].tag == ADVERB) return last; /* 服务价格与去年持平、|居住价格 */
    if (skip(s, r.from, CLASSES(VERB, AWARD, VERBAL, LIST_COMMA, AND)) >= item) return r; /* 新建、改建、|扩建学校 */
    size_t deed = deed_on_visit(s, r, item);
    if (deed > r.from) return range_of(deed, r.to);
    size_t verbs = verbs_behind_doer(s, r, item);
    if (verbs > r.from) return range_of(verbs, r.to);
    size_t verb = verb_of_list(s, r, item);
    if (verb < s->count) return range_of(verb, r.to);
    struct range done = behind_doer(s, r, item);
    bool         governed = is_one_of(s->tokens[done.from].tag, VERB, VERBAL) && done.from + 1u < item && is_figure(s, r.to);
    if (governed && (lists_bare_words(s, done, item) || governs_described(s, done, item))) return done;
    bool does = has_class(s, range_of(r.from, item), CLASSES(VERB, GROW, IMPROVE, LIGHT)) && !shares_first_verb(s, r, item);
    return does && content_bytes(s, last) >= 4 * HAN ? last : r;
}

/* 审结杀人、抢劫等|案件: which ones only the list before says, as it does not of 项目, which has names of its own. */
static bool says_only_by_kinds(const struct sentence *s, struct range behind) {
    return lexicon_is(s->lexicon, sentence_text(s, behind.from, behind.to), EDGE_KINDS);
}

/* 汽车、家电等|销售额: a head that measures is of the examples; 压减|会议、差旅等|支出 was told apart by what was done. */
static bool measures_kinds(const struct sentence *s, size_t from, struct range behind) {
    const struct token *head = &s->tokens[behind.from];
    return behind.to == behind.from + 1u && head->tag == HEAD && !has_note(head, NOTE_THING) &&
           !is_one_of(s->tokens[from].tag, GROW, FALL);
}

/* 建设污水管网等工程|12公里: a size is no size of works. */
static bool measures_examples(const struct sentence *s, size_t k) {
    return note_at(s, k - 1, NOTE_THING) && unit_at_is(s, k, UNIT_PHYSICAL);
}

/* |免费|安装扶手、防滑垫等设施: an adverb that the name keeps, before the verb. */
static bool is_free(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == ADVERB && note_at(s, i, NOTE_MANNER) && is_one_of(tag_at(s, i + 1), VERB, VERBAL);
}

/* 通过发放传单、设立展板等|方式|宣传群众300人: by what means it was done is no part of the name of what was done. */
static bool says_means(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u) return false;
    return is_one_of(s->tokens[r.from + 1].tag, VERB, VERBAL, LIGHT, GROW, FALL) && token_ending(s, r.from, EDGE_KINDS);
}

/* 在东门、西坝等|片区|安装充电桩: the deed behind the sort of places that a list with 在 before it and 等 at token `etc`
 * closes; else all that stands behind 等. */
static struct range behind_spots(const struct sentence *s, size_t etc, size_t to) {
    struct range all = range_of(etc + 1, to);
    size_t at = skip_back(s, etc, CLASSES(NOUN, HEAD, LIST_COMMA, VERBAL, AND)), deed = skip(s, etc + 1, CLASSES(NOUN, HEAD));
    bool   there = note_at(s, at - 1, NOTE_AT) && deed > etc + 1 && deed + 1 < to;
    bool   does = there && is_one_of(s->tokens[deed].tag, VERB, VERBAL) && content_bytes(s, range_of(deed + 1, to)) >= 2 * HAN;
    return does ? range_of(deed, to) : all;
}

struct range without_examples(const struct sentence *s, struct range r) {
    size_t list = last_of(s, r, CLASSES(ETC));
    if (list == SIZE_MAX || tag_at(s, list + 1) == CLOSE) return r; /* 教育经费（预算内经费等） */
    struct range behind = range_of(list + 1, r.to);
    if (says_means(s, behind)) return range_of(behind.from + 1, r.to);
    if (says_only_by_kinds(s, behind) || measures_kinds(s, r.from, behind) || measures_examples(s, r.to))
        return with_hole(r, list, list + 1);
    size_t item = last_of(s, range_of(list, r.to), CLASSES(LIST_COMMA));
    if (item != SIZE_MAX && note_at(s, item + 1, NOTE_FOR)) /* 落实减税等政策、|为市场主体减负 */
        return range_of(item + 1, r.to);
    size_t first = r.from, verbs; /* 赛事|带动餐饮、住宿等消费 */
    while (first < list && (is_one_of(s->tokens[first].tag, NOUN, HEAD) || (first == r.from && is_free(s, first)))) first++;
    bool free = first == r.from + 1u && is_free(s, r.from);
    if (s->tokens[first].tag != VERB && !free) first = r.from;
    verbs = first; /* 开展关爱儿童、敬老等活动: behind a light verb the examples start */
    while (is_one_of(s->tokens[verbs].tag, VERB, VERBAL, AWARD, LIGHT) &&
           (verbs == first || s->tokens[verbs - 1].tag != LIGHT) &&
           !(verbs > first && tag_at(s, verbs + 1) == LIST_COMMA)) /* 设置|义诊、理发等摊位 */
        verbs++;
    for (size_t i = first + 1; verbs == first && i + 1 < list; i++) /* 财政用于|洪涝、干旱等|救灾支出 */
        if (s->tokens[i].tag == NOUN && note_at(s, i, NOTE_USE)) verbs = i + 1;
    return verbs == first ? behind_spots(s, list, r.to) : with_hole(r, verbs, list + 1);
}
