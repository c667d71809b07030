/* A name that says nothing alone borrows words: 省级66家 behind 国家级企业8家 is 省级企业, 修订325件 behind 清理规章2300件 is
 * 修订规章, and a bare 总量 is that of the clause before. */
#include "extract/naming/borrow.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/charge.h"
#include "extract/naming/clause.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"
#include "extract/naming/one_word.h"
#include "extract/naming/scene.h"
#include "extract/naming/subject.h"
#include "extract/naming/topic.h"
#include "extract/naming/whose.h"

#include "extract/base/banned.h"

enum { LONGEST_WHOLE = 10 * HAN }; /* more of it is no name of its parts */

/* The verbs that open the name (新建, 改造和新建); empty when it opens with none, or is one itself: 检验|率, 种植|业,
 * 实施|科研项目. `own`: the name as it is told. */
static slice opening_verb(const struct sentence *s, struct range name, slice own) {
    while (name.from + 1u < name.to && !slice_starts(own, token_text(s, name.from))) name.from++; /* 持续|新增企业 */
    size_t came = name.from;
    while (came + 1 < name.to && is_one_of(s->tokens[came].tag, NOUN, HEAD)) came++;
    bool done = came + 1 < name.to && s->tokens[came].tag == VERB;
    /* 乡村振兴|补助|资金3亿元、预备费1亿元 */
    done &= came + 2u < name.to || s->tokens[came + 1].tag != HEAD || note_at(s, came, NOTE_NEW);
    if (came > name.from && done) name.from = came; /* 高校|新增博士点, 该项目|新建泵站 */
    size_t end = name.from;
    end += s->tokens[end].tag == ADVERB && note_at(s, end, NOTE_MANNER) && end + 1u < name.to; /* 紧急|调拨帐篷 */
    if (end + 1u == name.to && note_at(s, end, NOTE_OBJECT)) return SLICE_NONE; /* 造林12万亩、种草8万亩 */
    if (!is_one_of(s->tokens[end++].tag, VERB, AWARD, VERBAL) || tag_before(s, name.from) == LIGHT) return SLICE_NONE;
    for (;;) {
        bool listed = is_one_of(tag_at(s, end), AND, LIST_COMMA);
        if (!listed && end + 1u < name.to && note_at(s, end, NOTE_NEW)) break; /* 发行|新增|债券3亿元、再融资债券1亿元 */
        bool better = s->tokens[end].tag == IMPROVE && end + 1u < name.to; /* 新建|提升|公园6个、场馆3处 */
        if (end + listed >= name.to || !(listed || better || is_one_of(s->tokens[end].tag, VERB, AWARD))) break;
        end += 1 + listed;
    }
    const struct token *verb = &s->tokens[end - 1]; /* 供热|公司85.9%、路灯所81.6% */
    bool                sort = verb->tag == VERBAL && has_note(verb, NOTE_OBJECT) && end == name.from + 1u;
    bool                one = end + 1u == name.to && (sort || is_one_character(&s->tokens[end]));
    return one ? SLICE_NONE : sentence_text(s, name.from, end);
}

/* 居民每百户|拥有彩电105台、洗衣机89台, 每百户|家庭|拥有汽车30辆、电脑50台: what all items of a list are taken per; empty when
 * nothing is. */
static slice opening_per(const struct sentence *s, struct range name) {
    size_t per = name.from;
    while (per + 1 < name.to && !note_at(s, per, NOTE_PER)) per++;
    if (per + 1 >= name.to) return SLICE_NONE;
    size_t whom = skip(s, per + 1, CLASSES(NOUN, HEAD)); /* 每百户|城镇居民|拥有彩电 */
    bool   told = whom > per + 1u && whom + 1 < name.to && s->tokens[whom].tag == REACH;
    /* 人均年|阅读|纸质书4.9本、电子书3.2本 */
    size_t verb = per + 1u < name.to && is_one_of(s->tokens[per + 1u].tag, VERB, VERBAL) && s->tokens[name.to - 1u].tag == NOUN
                      ? per + 2u
                      : per + 1u;
    return sentence_text(s, name.from, told ? whom : verb);
}

/* 铁路客运量963万人，同比下降1%，|货运量1230万吨: a head that differs in one thing from that of the figure before is of the
 * same, and so is 碳市场成交量4亿吨、|成交额265亿元; empty when it is no such head. */
APART static slice beside_head(const struct naming *n, struct range name) {
    const struct sentence *s = n->s;
    slice                  own = token_text(s, name.from), model = n->previous->metric;
    bool                   beside = note_at(s, name.from, NOTE_BESIDE);
    size_t                 head = beside ? word_at_end(s, model, 0, NOTE_BESIDE) : s->count; /* 债务本金、|利息 */
    if (head < s->count) return joined(slice_less(model, token_text(s, head).len), own, n->arena);
    head = own.len >= 3 * HAN ? word_at_end(s, model, CLASSES(HEAD), 0) : s->count;
    if (head == s->count) return SLICE_NONE;
    slice other = token_text(s, head);
    if (other.len < 3 * HAN || model.len < other.len + 2 * HAN) return SLICE_NONE;
    size_t differs = own.len > 3 * HAN ? 2 * HAN : HAN; /* 客|运量, 货|运量; 财政|收入 and 城镇|居民人均可支配收入 in more */
    bool   tail = slice_ends(other, slice_from(own, differs));
    slice  of = slice_less(model, other.len);
    size_t per =
        tail ? word_at_end(s, of, CLASSES(ADVERB, BOTH), NOTE_PER) : s->count; /* 年均|发电量45亿千瓦时，年发电量46亿千瓦时 */
    if (per < s->count) of.len -= token_text(s, per).len;
    u128 done = slice_equal(own, other) ? CLASSES(VERB) : 0; /* 新设市场主体1.8万户，|市场主体达12万户 */
    if (!is_chained(s, name.from) && is_word(s, of, done, NOTE_NEW)) return own; /* 新增通车里程102公里，|总里程1700公里 */
    return tail ? joined(of, own, n->arena) : SLICE_NONE;
}

/* What the verb of the list did to the item before; empty when that has another name. */
static slice behind_shared_verb(const struct naming *n) {
    slice model = n->previous->metric;
    return slice_starts(model, n->verb) ? slice_from(model, n->verb.len) : SLICE_NONE;
}

/* 新建|学校3所、|改造|学校5所: is the object of the verbal noun that opens the name what the figure before was done to? */
static bool done_as_well(const struct naming *n, struct range name) {
    return slice_equal(behind_shared_verb(n), token_text(n->s, name.to - 1u));
}

/* 补助|下级支出3亿元、|债务还本支出1亿元, 保险|费收入5亿元、|财政补贴收入3亿元: sorts of one flow of money, each named by what
 * it is, where a verb that brings or grants money (新增, 安排) is of all. */
static bool is_kind_of_flow(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    const struct token    *head = &s->tokens[name.to - 1];
    if (!money_unit(c) || c->kind != KIND_LEVEL || head->tag != HEAD || !has_note(head, NOTE_GENERIC)) return false; /* most */
    size_t verb = name.from;
    while (verb > 0 && !slice_equal(token_text(s, verb - 1), n->verb)) verb--;
    return verb > 0 && !note_at(s, verb - 1, NOTE_NEW | NOTE_GAINS | NOTE_FUND);
}

/* 新增3所|公立中学|、示范基地12个: does the list go on from token `start` behind the noun that the figure before counts, whose
 * verb it names? */
static bool follows_counted(const struct naming *n, size_t start) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (tag_before(s, start) != LIST_COMMA || p->token + 2u >= start || money_unit(p)) return false; /* most */
    slice counted = sentence_text(s, p->token + 1u, start - 1);
    return slice_starts(p->metric, n->verb) && slice_ends(p->metric, counted);
}

/* 新建学校3所、示范基地2个: an item of a list that shares its verb. An amount that has a head is none (新增企业5家、收入3亿元)
 * but when its head is that of the item before (退出钢铁产能5万吨、煤炭产能8万吨). */
static bool shares_verb(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence  *s = n->s;
    const struct candidate *previous = n->previous;
    if (!n->verb.len || !previous || !(is_chained(s, before.from) || follows_counted(n, before.from))) return false;
    if (name.to == name.from + 1u && note_at(s, name.from, NOTE_OBJECT) && !same_unit(previous, c))
        return false;                                                            /* 打掉涉恶团伙3个、破案|86起 */
    if (has_class(s, range_of(name.to, c->token), CLASSES(REACH))) return false; /* 新增企业3家、企业总数达289家 */
    if (note_at(s, name.from, NOTE_PER | NOTE_LEFT))
        return false; /* 日均参与度71%、人均积分42分; 动用基金7亿元、|上年结转|15亿元 */
    if (money_unit(c) && has_class(s, range_of(before.from, name.to), CLASSES(PER, PER_NOUN)))
        return false; /* 收回林地19万亩、每亩|补偿28元 */
    if (token_opening(s, name.from, EDGE_OVERALL) && is_head(&s->tokens[name.to - 1])) return false; /* 新增|总供水能力 */
    bool suffers = tag_at(s, before.from) == PREPOSITION && is_adjective(s, before.from);            /* 被|冲毁|桥梁 */
    if (has_class(s, range_of(before.from + 2u * suffers, before.to), CLASSES(VERB, AWARD, LIGHT, GROW, FALL, IMPROVE))) {
        /* 大企业开放|创新中心, 污水|处理|终端19个: verbs inside the name of a thing */
        bool compound = name.from == before.from && tag_at(s, name.to - 1u) == NOUN;
        if (tag_at(s, name.from) != NOUN || !compound) return false;
    }
    bool own = tag_at(s, name.from) == VERBAL; /* 改造|薄弱|学校; 改造|工程 is a noun, 培训|党员 is none */
    bool takes_none = own && name.from == before.from && note_at(s, name.from, NOTE_OBJECT); /* 供水|管网 */
    own &= !takes_none;
    bool two = own && name.to == name.from + 2u, other = !same_unit(previous, c);
    own &= !two || done_as_well(n, name) || token_opening(s, name.from, EDGE_DEED) ||
           (other && (!note_at(s, name.from + 1u, NOTE_THING) || token_opening(s, name.from, EDGE_ACTS)));
    bool same_head = slice_ends(previous->metric, token_text(s, name.to - 1));
    if (same_head && is_kind_of_flow(n, c, name)) return false;
    if (own || tag_at(s, name.to - 1) == VERBAL) return false; /* 办理A登记、B登记 */
    /* 发放津贴3亿元、补贴2亿元、|救助金1亿元 */
    bool along = s->tokens[before.from - 1].tag == LIST_COMMA && same_unit(previous, c);
    return counts(c) || same_head || (along && c->kind == KIND_LEVEL) ||
           !has_class(s, range_of(before.from + takes_none, before.to), CLASSES(VERBAL, HEAD));
}

/* What a name by itself leaves open: 清理 what is cleaned, 总数 what is counted. */
enum lack { LACKS_NOTHING, LACKS_OBJECT, LACKS_SUBJECT };

/* 小学32所、|初中12所，在校学生2.1万人: the places that `c` counts are some of those listed. */
static bool ends_list_of_places(const struct sentence *s, const struct candidate *c) {
    return c > s->candidates && !c[-1].refused && same_unit(c - 1, c) && tag_at(s, c[-1].token + 1u) == LIST_COMMA &&
           c->token <= skip(s, c[-1].token + 2u, CLASSES(NOUN, HEAD));
}

/* 普通高中3所，在校学生8216人: people of the places that the figure before counts, or told apart as those of it are: 本专科招生
 * 10万人，在校生36万人，毕业生9万人. */
static enum lack lack_of_people(const struct sentence *s, const struct candidate *previous) {
    if (!previous || !counts(previous)) return LACKS_NOTHING;
    if (lexicon_ending(s->lexicon, previous->metric, EDGE_FORMS)) return LACKS_NOTHING; /* 教学班18个，|在校生860人 */
    if (previous->quantity.unit->class == UNIT_MEASURE_WORD)
        return ends_list_of_places(s, previous) ? LACKS_NOTHING : LACKS_SUBJECT;
    if (ends_with_word(s, previous->metric, 0, NOTE_GENERIC)) return LACKS_SUBJECT;
    return without_verb(s, previous->metric).len ? LACKS_OBJECT : LACKS_NOTHING;
}

/* 受理咨询、投诉5万件，其中|咨询3万件: an item of those that the figure before counts together. */
static bool is_item_before(const struct sentence *s, struct range name, const struct candidate *previous) {
    const struct token *first = &s->tokens[name.from];
    if (!previous || name.from == 0 || first->tag != VERBAL || first[-1].tag != AMONG) return false; /* most */
    slice  item = token_text(s, name.from);
    size_t at = name.to == name.from + 1u ? slice_find(previous->metric, item, 0) : SIZE_MAX;
    return at != SIZE_MAX && slice_starts(slice_from(previous->metric, at + item.len), SLICE_LIT("、"));
}

/* 年度计划投资9亿元，已完成|投资3亿元, 上缴税金2亿元，完成|投资3亿元: does the figure before tell a plan, or other money, so
 * that what was put in is not of it? 项目总投资9亿元，完成投资3亿元 is. */
static bool funds_nothing(const struct sentence *s, const struct candidate *previous) {
    if (has_class(s, range_of_words(words_before(s, previous->token)), CLASSES(PLAN))) return true;
    return money_unit(previous) && !ends_with_word(s, previous->metric, 0, NOTE_FUND);
}

/* 清理|2300件，|修订|325件: is the one word of a name what was done to something that it does not tell? 造林 is done to nothing
 * else, 先后|送戏178场 and 开展|培训 name what was held. */
static bool asks_object(const struct sentence *s, const struct candidate *c, struct range name,
                        const struct candidate *previous) {
    const struct token *first = &s->tokens[name.from];
    if (has_note(first, NOTE_OBJECT) && (previous || !token_is(s, name.from, EDGE_CHARGES)))
        return false; /* 扫黑除恶斗争收官，|起诉|58人, whom that tells */
    bool deed = is_one_of(first->tag, VERB, AWARD) || (first->tag == VERBAL && !kind_moves(c->kind));
    bool light = is_one_of(first->tag, IMPROVE, LIGHT) && !money_unit(c); /* not 每户|获发|3000元 */
    deed |= light && previous && name.to == c->token;                     /* 新辟线路4条、|优化|9条 */
    /* 明年再|建|20家: a character that no table has by itself does something, where only a count stands behind it */
    deed |= first->tag == NOUN && is_one_character(first) && name.from > 0 && !money_unit(c) && previous &&
            previous->metric.len >= 2 * HAN && is_one_of(first[-1].tag, ADVERB, DATE, DONE, PLAN, AIM);
    bool event = event_unit(c) && (first->tag == VERBAL || (first->tag == VERB && !previous));
    event |= first->tag == VERBAL && name.from > 0 && first[-1].tag == LIGHT;
    return deed && !event && !is_item_before(s, name, previous);
}

static enum lack lack_of_word(const struct sentence *s, const struct candidate *c, struct range name,
                              const struct candidate *previous) {
    const struct token *first = &s->tokens[name.from];
    if (first->tag == NOUN && has_note(first, NOTE_GENERIC)) return lack_of_people(s, previous);
    if (c->kind == KIND_LEVEL && physical_unit(c) && is_size(s, name.from)) return LACKS_SUBJECT;
    bool funds = previous && name.from > 0 && has_note(first, NOTE_FUND) && !kind_moves(c->kind);
    bool done = funds && previous->kind == KIND_LEVEL && is_one_of(first[-1].tag, REACH, DONE);
    if (done && funds_nothing(s, previous)) return LACKS_NOTHING;
    bool listed = funds && counts(previous) && name.from > 1 && first[-1].tag == LIST_COMMA &&
                  is_figure(s, name.from - 2u); /* 项目8个、投资3亿元 */
    /* 人均寿命高于平均水平1.2岁，|收购价|高于市场价1元/斤 */
    bool other = previous && c->kind == KIND_CHANGE && previous->kind == KIND_CHANGE && !same_unit(previous, c);
    bool generic = has_note(first, NOTE_GENERIC) && !(other && money_unit(c));
    if (done || listed || generic || is_one_of(first->tag, GROW, FALL)) return LACKS_SUBJECT;
    return asks_object(s, c, name, previous) ? LACKS_OBJECT : LACKS_NOTHING;
}

/* 改造提升, 其中|新建和改建|9家 lack what it was done to, 总量和增速 what they are of. */
static enum lack lack_of_words(const struct token *first, size_t words) {
    bool listed = words == 3 && is_one_of(first[1].tag, AND, LIST_COMMA), does = is_one_of(first->tag, VERB, AWARD);
    bool heads = listed && has_note(first, NOTE_GENERIC);
    if (heads && (has_note(&first[2], NOTE_GENERIC) || is_one_of(first[2].tag, GROW, FALL))) return LACKS_SUBJECT;
    if (listed) return does && is_one_of(first[2].tag, VERB, AWARD, VERBAL) ? LACKS_OBJECT : LACKS_NOTHING;
    bool deeds = (does && is_one_of(first[1].tag, VERB, AWARD)) || (first->tag == VERBAL && first[1].tag == IMPROVE);
    return words == 2 && deeds ? LACKS_OBJECT : LACKS_NOTHING;
}

static enum lack lack_of(const struct sentence *s, const struct candidate *c, struct range name,
                         const struct candidate *previous) {
    size_t words = name.to - name.from;
    return words == 1 ? lack_of_word(s, c, name, previous) : lack_of_words(&s->tokens[name.from], words);
}

/* 发放津贴3亿元、补贴2亿元、|救助金1亿元: money of the list whose verb the item before has, right behind the 、. */
static bool is_next_given(const struct naming *n, const struct candidate *c, struct range before) {
    if (!n->verb.len || !n->previous || !money_unit(c) || tag_before(n->s, before.from) != LIST_COMMA) return false; /* most */
    return same_unit(n->previous, c) && slice_starts(n->previous->metric, n->verb);
}

/* 8个镇入选百强镇、入选数量居全省第一: how many they are whose deed the figure before tells; empty when it does not. */
static slice number_of(const struct naming *n, struct range name) {
    const struct token *first = &n->s->tokens[name.from];
    if (name.to != name.from + 2u || first->tag != AWARD || !n->previous || !has_note(first + 1, NOTE_GENERIC))
        return SLICE_NONE;
    bool told = slice_has(n->previous->metric, token_text(n->s, name.from));
    return told ? joined(n->previous->metric, token_text(n->s, name.from + 1u), n->arena) : SLICE_NONE;
}

/* 建成文明实践中心1个、|所|15个、|站|203个: the end of a name alone, behind one of the same list with such an end; empty when
 * it is none. */
static slice post_named(const struct naming *n, const struct candidate *c, struct range before, slice own) {
    const struct lexicon *x = n->s->lexicon;
    if (own.len != HAN || !n->previous || !counts(c) || !is_chained(n->s, before.from)) return SLICE_NONE; /* most */
    const struct word *end = lexicon_is(x, own, EDGE_POST) ? lexicon_ending(x, n->previous->metric, EDGE_POST) : NULL;
    if (!end || n->previous->metric.len < end->text.len + 4 * HAN) return SLICE_NONE;
    return joined(slice_less(n->previous->metric, end->text.len), own, n->arena);
}

/* What was counted so in sentences before; empty when nothing was. */
static slice counted_earlier(const struct naming *n, const struct candidate *c) {
    const struct counted_name *earlier = counted_by(n->carry, c->quantity.unit_name);
    return earlier ? earlier->object : SLICE_NONE;
}

/* 火灾176起，其中电气故障引发的|81起，用火不慎引发的|49起: behind 的 nothing says what so many are. */
static bool leaves_out_noun(const struct sentence *s, const struct candidate *c, struct range name) {
    if (tag_at(s, name.to) != OF || name.to >= c->token) return false; /* most */
    /* 镇街办的28个, not 无法解决的6件, 撤销职务的15人 */
    bool who = s->tokens[name.to - 1].tag == NOUN && content_bytes(s, name) > 2 * HAN && !has_class(s, name, CLASSES(VERB));
    if (!who && !token_ending(s, name.to - 1u, EDGE_SPARKS)) return false;
    for (size_t i = name.from; i < name.to; i++)
        if (s->tokens[i].candidate >= 0) return false; /* 产值过亿元的4户 */
    return skip(s, name.to + 1u, CLASSES(ADVERB, REACH)) == c->token && ends_phrase(s, c->token + 1u);
}

/* 其中电气故障引发的|火灾|81起；用火不慎引发的|49起: what the sentence before ；counts behind the same verb; empty when none
 * does.
 */
static slice noun_of_other_part(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    if (!s->goes_on || n->previous || !counts(c) || !leaves_out_noun(s, c, name)) return SLICE_NONE; /* most */
    slice  other = counted_earlier(n, c), verb = token_text(s, name.to - 1u);
    size_t at = other.len ? slice_find(other, verb, 0) : SIZE_MAX;
    return at == SIZE_MAX ? SLICE_NONE : slice_from(other, at + verb.len);
}

/* 项目105个，其中工业类3个、城建类28个; 食堂9个，其中云桥街道4个、石桥镇和柳林镇各1个: a sort or a place counts those that
 * stand before 其中; `own` where it is none. */
static slice part_counted(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct sentence *s = n->s;
    size_t among = counts(c) && s->classes & CLASSES(AMONG) ? last_of(s, range_of(0, name.from), CLASSES(AMONG)) : SIZE_MAX;
    if (among == SIZE_MAX) return joined(own, noun_of_other_part(n, c, name), n->arena);
    const struct candidate *item = whole_of_bracket(s, c, name.from); /* 学校186所，其中幼儿园98所（|公办|35所） */
    if (item && item->token > among) return own;
    bool alone = name.to == name.from + 1u || is_one_of(tag_at(s, name.from + 1u), LIST_COMMA, AND);
    bool parted = !person_unit(c) && lexicon_is(s->lexicon, own, EDGE_PART); /* 医疗机构320家，其中民营120家 */
    alone &= parted || is_place(s, name.from) || is_area(s->lexicon, own);
    bool left_out = leaves_out_noun(s, c, name);
    bool sort = lexicon_ends_truly(s->lexicon, own, EDGE_SORT); /* not 鸟类 */
    if (!alone && !left_out && !sort) return own;
    const struct candidate *whole = c;
    while (whole > s->candidates && whole->token > among) whole--;
    const struct candidate *same = whole; /* 投诉30件，涉及金额69万元，其中培训类18件 */
    while (same > s->candidates && (same->refused || !same_unit(same, c))) same--;
    if (!same->refused && same_unit(same, c)) whole = same;
    /* 结案4万件，其中判刑的|2.6万人; 来访412件次，办结率99%，其中婚姻类|286件 */
    if ((left_out || whole->kind == KIND_SHARE) && !same_unit(whole, c)) return own;
    slice what = whole->token < among ? done_to(s, object_of(s, whole->metric)) : SLICE_NONE;
    return what.len <= LONGEST_WHOLE ? joined(own, what, n->arena) : own;
}

/* 兑现工作经费280万元，每个社区|20万元: of the same money. */
static slice of_each(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    bool                   per = tag_before(s, name.from) == PER_NOUN;
    if (!per || !money_unit(c) || !n->previous || !money_unit(n->previous)) return SLICE_NONE;
    if (is_head(&s->tokens[name.to - 1])) return SLICE_NONE;         /* 每平方公里|土地产出46亿元 */
    if (has_class(s, name, CLASSES(OF, BOTH))) return SLICE_NONE;    /* 每宗|个案的平均成本1.4万元 */
    if (token_ending(s, name.to - 1u, EDGE_PAID)) return SLICE_NONE; /* 成本800元，每亩|净赚1200元 */
    const enum edge *whom = ONE_OF_EDGES(EDGE_PERSON, EDGE_AREA, EDGE_DOER, EDGE_STATED, EDGE_ITEM, EDGE_HOLDS);
    if (!token_ends_in(s, name.to - 1u, whom)) return SLICE_NONE; /* 投资15亿元，每户|补贴1万元 */
    return joined(sentence_text(s, name.from - 1u, name.to), object_of(s, n->previous->metric), n->arena);
}

/* 民营企业|仍|是|外贸主力军，, 东盟|为|第一大贸易伙伴，: of what the clause that the comma before token `from` ends says what
 * it is. */
static slice who_is_called(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    size_t                 end = from - (from > 0), is = last_of(s, range_of(clause_start(s, end), end), CLASSES(REACH));
    if (tag_at(s, end) != COMMA || is == SIZE_MAX || !is_one_character(&s->tokens[is])) return SLICE_NONE; /* most */
    bool called = note_at(s, is, NOTE_IS) && !note_at(s, is, NOTE_FOR);
    if (!called && !has_class(s, range_of(is, end), CLASSES(ORDINAL))) return SLICE_NONE;
    struct range who = range_of(clause_start(s, end), skip_back(s, is, CLASSES(ADVERB)));
    bool         plain = who.from < who.to && skip(s, who.from, CLASSES(NOUN, HEAD, VERBAL, LEVEL)) == who.to;
    plain &= plain && !is_place(s, who.from);
    return plain && content_bytes(s, who) >= 2 * HAN ? name_of(s, who, n->arena) : SLICE_NONE;
}

/* 其中，旅行服务恢复较快，进出口8090亿元: the part that the sentence opens with is what a bare head is of. */
static slice of_part_before(const struct naming *n, struct range before, struct range name) {
    const struct sentence *s = n->s;
    if (n->previous || s->tokens[name.from].tag != HEAD || name.from != before.from) return SLICE_NONE; /* most */
    return s->tags[0] == AMONG ? subject_before(s, before.from, n->arena) : who_is_called(n, before.from);
}

/* 低保标准城市提高到720元, 生均公用经费小学720元: does the name of an amount put whose it is behind the standard or the
 * head that it is? */
static bool is_standard_of(const struct sentence *s, const struct candidate *p) {
    size_t whose = word_at_end(s, p->metric, CLASSES(NOUN), 0);
    if (whose == s->count || p->metric.len == token_text(s, whose).len) return false;
    slice before = slice_less(p->metric, token_text(s, whose).len);
    return ends_with_word(s, before, 0, NOTE_NORM) || is_word(s, before, CLASSES(HEAD), 0);
}

/* 满意度住院97%、|门诊95%: what was measured of the item before is of a noun that says nothing of it; empty when it is none. */
static slice measured_again(const struct naming *n, const struct candidate *c, struct range before, slice own) {
    const struct candidate *p = n->previous;
    bool                    rates = p && c->kind == p->kind &&
                 (c->kind == KIND_SHARE || /* not 公路9公里、桥梁2公里 */
                  (money_unit(c) && money_unit(p) && is_standard_of(n->s, p)));
    if (!rates || !is_chained(n->s, before.from) || lexicon_ending(n->s->lexicon, own, EDGE_RATE)) return SLICE_NONE;
    slice rate = begun_by(n->s, n->previous->metric, EDGE_RATE);
    return rate.len ? rate : measured_of(n->s, n->previous->metric);
}

/* 办结时限城区3天、|农村|5天: what is measured in the part that the item before ends with is in the other part too; empty when
 * it was in none. */
static slice in_other_part(const struct naming *n, const struct candidate *c, struct range before, slice own) {
    const struct candidate *p = n->previous;
    if (!p || p->kind != c->kind || !is_chained(n->s, before.from)) return SLICE_NONE; /* most */
    const struct lexicon *x = n->s->lexicon;
    const struct word    *other = lexicon_ending(x, p->metric, EDGE_PART);
    if (!other || !(lexicon_is(x, own, EDGE_PART) || is_area(x, own)) || !same_unit(p, c)) return SLICE_NONE;
    size_t measure = p->metric.len - other->text.len; /* not 省内|县外3100人、县内3500人 */
    return measure >= 4 * HAN ? slice_sub(p->metric, 0, measure) : SLICE_NONE;
}

/* 下达1926万元，支出1203万元: a name that is but a verb lends nothing. */
static bool is_bare_verb(const struct sentence *s, slice metric) {
    const struct word *one = lexicon_opening(s->lexicon, metric, EDGE_APIECE); /* |一天|卖|300元，收入2700元 */
    if (one) metric = slice_from(metric, one->text.len);
    return metric.len <= HAN || is_word(s, metric, CLASSES(VERB), 0);
}

slice some_of_before(const struct naming *n, const struct candidate *c) {
    if (n->previous || !counts(c)) return SLICE_NONE;
    bool among = tag_before(n->s, c->token) == AMONG;
    return among || lexicon_ending(n->s->lexicon, n->carry->metric, EDGE_RATE) ? counted_earlier(n, c) : SLICE_NONE;
}

/* 建成食堂|36家 … 今年再建|12家: what a verb alone, the first of its sentence that counts, was done to so many of before;
 * not 新增就业3200人 … 累计减贫|5200人, which is done to nothing else. */
static slice counted_again(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct token *first = &n->s->tokens[name.from];
    bool                works = first->tag == VERB || (first->tag == VERBAL && !event_unit(c));
    bool part = name.from == 0 && n->s->goes_on && works && !person_unit(c); /* 受理案件87件；|办结|85件 */
    if (n->previous || !counts(c) || name.to != name.from + 1u || (name.from == 0 && !part)) return SLICE_NONE;
    bool does = is_one_of(first->tag, VERB, VERBAL) || (first->tag == NOUN && is_one_character(first));
    if (!does || has_note(first, NOTE_OBJECT)) return SLICE_NONE;
    if (!part && !is_one_of(first[-1].tag, ADVERB, DATE, PLAN, AIM)) return SLICE_NONE;
    const struct counted_name *earlier = counted_by(n->carry, c->quantity.unit_name);
    slice                      object = earlier ? earlier->object : SLICE_NONE;
    if (!object.len || (part && !(earlier->done && !holds_digit(object)))) return SLICE_NONE; /* 生猪存栏3万头；|淘汰|2万头 */
    bool again = slice_has(object, own); /* 新招收教师120名 … 再|招|80名 */
    if (again) return object;
    bool pair = own.len == 2 * HAN && object.len >= 2 * own.len && slice_ends(object, slice_from(own, HAN)) &&
                utf8_parts(object, object.len - own.len); /* 生猪|出栏 … 年末|存栏 */
    return pair ? joined(slice_less(object, own.len), own, n->arena) : joined(own, object, n->arena);
}

/* 人均生产总值3.8万元，|与全国平均水平的差距|缩小: how what the figure before measures stands to something else; empty when it
 * tells none. */
static slice set_against(const struct naming *n, struct range before, struct range name) {
    const struct sentence *s = n->s;
    bool                   opens = n->previous && tag_before(s, before.from) == COMMA && s->tokens[before.from].tag == AND;
    if (!opens || !words_ending(s, name.from, name.to, EDGE_BETWEEN)) return SLICE_NONE; /* most */
    return joined(n->previous->metric, name_of(s, range_of(before.from, name.to), n->arena), n->arena);
}

/* 推行电子病历，12月份使用率达82%，|全年|使用率61%: of what the figure before is a rate at another time; empty where it is not.
 */
static slice rated_again(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct candidate *p = n->previous;
    if (!p || c->kind != KIND_SHARE || p->kind != KIND_SHARE || tag_before(n->s, name.from) != DATE)
        return SLICE_NONE; /* most */
    bool same = slice_ends(p->metric, own) && p->metric.len > own.len && lexicon_ending(n->s->lexicon, own, EDGE_RATE);
    return same ? p->metric : SLICE_NONE;
}

/* A name that is told as a whole by what it stands for; empty when it is not. */
static slice told_otherwise(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    slice told = charged_with(n, before, name, own);
    if (!told.len) told = rated_again(n, c, name, own);
    if (!told.len) told = of_one_word(n, c, before, name, own);
    if (!told.len) told = number_of(n, name);
    if (!told.len) told = counted_again(n, c, name, own);
    if (!told.len) told = set_against(n, before, name);
    return told.len ? told : of_each(n, c, name);
}

/* 人口|超过1亿人|的省份: is token `i` the bound that a class is told by, which is no claim? */
static bool is_class_bound(const struct sentence *s, size_t i) {
    if (i >= s->count || s->tokens[i].candidate < 0) return false; /* most */
    const struct candidate *c = &s->candidates[s->tokens[i].candidate];
    return c->refused && c->qualifier != QUALIFIER_EXACT && !numeral_is_one(&c->quantity.numeral); /* not 一亩多 */
}

/* Does the class that stands at token `bound` hold what the name ends with, or does that end with a bound: 超亿元的|30家? */
static bool is_of_class(const struct sentence *s, size_t bound, struct range name) {
    slice noun = token_text(s, name.to - 1u);
    if (is_class_bound(s, name.to - 1u)) return true;
    for (size_t i = bound + 1; i < s->count && !is_one_of(s->tokens[i].tag, COMMA, STOP); i++)
        if (slice_equal(token_text(s, i), noun)) return true;
    return false;
}

/* 人口|超过1亿人的省份2个，|在5000万人至1亿人之间的省份|9个, 其中|达到1000万人的|3个: a name that opens with a bound lacks what
 * is bounded, which the class in a clause before tells; empty where it opens with none, or nothing tells. */
static slice bounded_before(const struct naming *n, struct range before, struct range name) {
    const struct sentence *s = n->s;
    if (!is_class_bound(s, skip(s, name.from, CLASSES(REACH)))) return SLICE_NONE; /* most */
    bool lies = name.from > before.from && note_at(s, name.from - 1u, NOTE_AT);
    for (size_t at = before.from; at > 1 && tag_before(s, at) == COMMA;) {
        at = back_to(s, at - 1u, CLASSES(COMMA, STOP));
        size_t from = skip(s, at, CLASSES(DATE, PLACE, AMONG, ADVERB)), what = from;
        while (!is_class_bound(s, what) && is_one_of(tag_at(s, what), NOUN, HEAD, VERBAL, GROW)) what++;
        size_t bound = skip(s, what, CLASSES(REACH, QUALIFIER));
        bound += tag_at(s, bound) == PREPOSITION && note_at(s, bound, NOTE_AT);
        if (!is_class_bound(s, bound) || !is_of_class(s, bound, name)) return SLICE_NONE;
        if (what > from)
            return joined(sentence_text(s, from, what), lies ? token_text(s, name.from - 1u) : SLICE_NONE, n->arena);
    }
    return SLICE_NONE;
}

/* Whose or by what: what a name lacks before it; empty when it lacks nothing, or nothing tells it. */
static slice whose_told(const struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    slice bounded = bounded_before(n, before, name);
    if (bounded.len) return bounded;
    slice mover = mover_before(n->s, name, n->arena);
    if (mover.len) return mover;
    slice whose = asks_whose(n, c, name, own) ? told_before(n, before, name, own) : SLICE_NONE;
    return whose.len ? whose : who_drives(n, c, name);
}

/* 全面落实|河长制，|巡河率达98%: what the clause before carries out; empty when it does something else. */
static slice carried_out(const struct naming *n, struct range before) {
    if (tag_before(n->s, before.from) != COMMA) return SLICE_NONE;
    size_t from = skip(n->s, clause_start(n->s, before.from - 1), CLASSES(LIST_MARK, ADVERB));
    return tag_at(n->s, from) == LIGHT ? clause_before(n->s, before.from, KIND_LEVEL, n->arena) : SLICE_NONE;
}

/* 养老保险制度不断完善，|参保人数|达…: of what a deed and its measure are, which have no noun; empty when they are told. */
static slice subject_of_deed(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct token *first = &n->s->tokens[name.from];
    if (name.to != name.from + 2u || !is_one_of(first->tag, VERBAL, VERB)) return SLICE_NONE; /* most */
    bool rated = is_bare_rate(n, c, name);
    if (!rated && !has_note(first + 1, NOTE_GENERIC)) return SLICE_NONE;
    slice subject = subject_before(n->s, before.from, n->arena);
    if (rated && !subject.len) return carried_out(n, before);
    return subject.len ? subject : stem_of_deed(n, name);
}

/* 农民从集体分得的收入，|平均每人|83元: what comes to each is what the clause before names, which counts nothing itself; empty
 * when it names no such thing. */
static slice shared_out(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_LEVEL || !note_at(s, name.from, NOTE_PER) || name.to != name.from + 1u) return SLICE_NONE; /* most */
    size_t end = before.from;
    if (name.from != before.from || end < 2 || s->tokens[end - 1].tag != COMMA || !is_head(&s->tokens[end - 2]))
        return SLICE_NONE;
    struct range clause = clause_up_to(s, end), what = name_range(s, clause, KIND_LEVEL);
    bool         told = has_class(s, clause, CLASSES(FIGURES)) || what.to != clause.to;
    return told || content_bytes(s, what) < 3 * HAN ? SLICE_NONE : name_of(s, what, n->arena);
}

/* 全国政协|采用3篇、|省政协|12篇: what the doer of the first item of the list did, others did, too; empty when nothing tells
 * it. */
static slice done_by_others(const struct naming *n, const struct candidate *c, struct range before, struct range name,
                            slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (!p || !counts(c) || !is_chained(s, before.from) || name.to != c->token) return SLICE_NONE; /* most */
    if (!token_ending(s, name.to - 1u, EDGE_DOER)) return SLICE_NONE;
    while (p > s->candidates && same_unit(p, c) && is_one_of(s->tokens[p->token - 1].tag, NOUN, HEAD)) p--;
    size_t verb = p->token - 1u;
    if (p->token < 2 || !same_unit(p, c) || s->tokens[verb].tag != VERB || !slice_ends(p->metric, token_text(s, verb)))
        return SLICE_NONE;
    slice who = slice_less(p->metric, token_text(s, verb).len);
    return lexicon_ending(s->lexicon, who, EDGE_DOER) ? joined(own, token_text(s, verb), n->arena) : SLICE_NONE;
}

/* 小学9126所；|招生|84万人；|在校生|459万人: the people of what a part before ； counts, who lack it. */
static slice places_of_people(const struct naming *n, const struct candidate *c, struct range name) {
    const struct token *people = &n->s->tokens[name.from];
    bool                lack = !n->previous && n->s->goes_on && person_unit(c) && name.from == 0 && name.to == 1;
    return lack && people->tag == NOUN && has_note(people, NOTE_GENERIC) ? n->carry->places : SLICE_NONE;
}

slice completed(struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence *s = n->s;
    const struct token    *first = &s->tokens[name.from];
    slice                  own = name_of(s, name, n->arena);
    if (c->kind == KIND_LEVEL && !person_unit(c)) own = without_doing(s, before, own);
    slice told = told_otherwise(n, c, before, name, own);
    if (told.len) return told;
    slice whose = whose_told(n, c, before, name, own);
    if (!whose.len) whose = owner_of_arranged(n, c, name);
    if (!whose.len) whose = places_of_people(n, c, name);
    if (whose.len) return joined(whose, own, n->arena);
    slice rate = rate_of_topic(s, c, name, n->arena);
    if (rate.len) return joined(own, rate, n->arena);
    slice shared = shared_out(n, c, before, name);
    if (shared.len) return joined(shared, own, n->arena);
    bool daily = note_at(s, name.to - 1, NOTE_NEW) && tag_at(s, name.from) == BOTH && n->previous;
    if (daily) return joined(own, n->previous->metric, n->arena); /* 新登记企业增长24%，平均每天新增|1.5万户 */
    enum lack lack = lack_of(s, c, name, n->previous);
    if (lack == LACKS_SUBJECT && is_next_given(n, c, before)) lack = LACKS_NOTHING;
    slice subject = subject_of_deed(n, c, before, name);
    if (subject.len) return joined(subject, own, n->arena);
    slice part = lack == LACKS_NOTHING ? of_part_before(n, before, name) : SLICE_NONE;
    if (part.len) return joined(part, own, n->arena);
    bool  one = first->tag == HEAD || has_note(first, NOTE_BESIDE);
    bool  bare = one && name.to == name.from + 1u && name.from == before.from;
    slice beside = bare && n->previous ? beside_head(n, name) : SLICE_NONE;
    if (beside.len) return beside;
    if (lack == LACKS_OBJECT && n->previous && is_bare_verb(s, n->previous->metric)) return own; /* 补偿5万元并奖励1万元 */
    if (lack == LACKS_OBJECT) {
        slice measured = deed_measured(n, c, before, name);
        return measured.len ? measured : with_its_object(n, c, before, name, own);
    }
    bool amount = lack == LACKS_SUBJECT && c->kind == KIND_LEVEL && n->previous;
    bool done = amount && is_bare_verb(s, n->previous->metric);
    bool sum = done && counts(n->previous) && money_unit(c) && tag_at(s, before.from - 1u) == LIST_COMMA;
    if (done) return sum && bare ? joined(n->previous->metric, own, n->arena) : own; /* 理赔132人次、金额|4万元 */
    bool of_it = amount && money_unit(c) && money_unit(n->previous) && tag_at(s, n->previous->token + 1u) == ONLY;
    if (of_it && name.from == n->previous->token + 2u) return joined(n->previous->metric, own, n->arena); /* 3亿元|仅|支出 */
    if (lack == LACKS_SUBJECT) return with_its_subject(n, c, before, name, own);
    if (tag_before(s, name.from) == AMONG) n->verb = SLICE_NONE; /* 查处违法行为318起、其中酒驾39起 */
    slice measured = measured_again(n, c, before, own);
    if (!measured.len) measured = in_other_part(n, c, before, own);
    if (measured.len) return joined(measured, own, n->arena);
    slice others = done_by_others(n, c, before, name, own);
    if (!others.len) others = post_named(n, c, before, own);
    if (others.len) return others;
    if (shares_verb(n, c, before, name)) return joined(n->verb, own, n->arena);
    slice verb = is_item_before(s, name, n->previous) ? SLICE_NONE : opening_verb(s, name, own);
    bool listed = n->previous && counts(c) && is_chained(s, before.from); /* 新增园区3个、建设试点2个、车间9个 */
    bool alone = event_unit(c) && slice_equal(own, verb); /* 培训|628场、少儿活动1473场、展览142场 */
    if (verb.len || !listed) n->verb = alone ? SLICE_NONE : verb;
    slice per = opening_per(s, name); /* 人均|购买|图书4.9本、报刊3.2份 */
    if (per.len > n->verb.len) n->verb = per;
    return with_head(n, c, before, name, part_counted(n, c, name, own));
}
