/* Which words name a figure. The first that tells: the figure whose metric a card says it shares; the items that a row is dealt
 * (A、B分别增长6%、5%); what a card captured; what money went into, whom a unit counts; the noun behind it (12个乡镇); what
 * lasted, what ranks, what a share is a part of; the words before it in its clause (处置网络舆情313起); the figure before; the
 * clause before; the sentence before. Knows only classes of words (rules/words.tsv); the words themselves are data. */
#include "extract/naming/metric.h"

#include "extract/naming/among.h"
#include "extract/naming/antecedent.h"
#include "extract/naming/bare_deed.h"
#include "extract/naming/before.h"
#include "extract/naming/before_or_behind.h"
#include "extract/naming/behind.h"
#include "extract/naming/clause.h"
#include "extract/naming/deal.h"
#include "extract/naming/deed.h"
#include "extract/naming/elsewhere.h"
#include "extract/naming/full_name.h"
#include "extract/naming/lasting.h"
#include "extract/naming/lend.h"
#include "extract/naming/items.h"
#include "extract/naming/named_before.h"
#include "extract/naming/narrow.h"
#include "extract/naming/noun.h"
#include "extract/naming/owner.h"
#include "extract/naming/predicate.h"
#include "extract/naming/previous.h"
#include "extract/naming/purpose.h"
#include "extract/naming/rank.h"
#include "extract/naming/row_header.h"
#include "extract/naming/share.h"
#include "extract/naming/shared_noun.h"
#include "extract/naming/some.h"
#include "extract/naming/subject.h"
#include "extract/naming/topic.h"

#include "extract/base/banned.h"

/* ---- figures that are named in a way of their own; empty when this is none ---- */

/* A card says which words. */
static slice captured(const struct naming *n, const struct candidate *c) {
    if (c->metric_start < 0) return SLICE_NONE;
    return name_of(n->s, range_of((size_t)c->metric_start, (size_t)c->metric_end), n->arena);
}

/* 惠及6600多万纳税人: few units do. */
static slice named_by_unit(struct naming *n, const struct candidate *c) {
    return c->quantity.unit && names_itself(c->quantity.unit) ? counted_people(n, c) : SLICE_NONE;
}

/* 产业集群均达到百亿元|规模, 园区实现50亿元|产值: a head behind the figure is of what stands before its verb. */
static slice head_of_reached(const struct naming *n, const struct candidate *c, struct words words, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 reached = c->token;
    while (reached > words.from && is_one_of(s->tokens[reached - 1].tag, ADVERB, DONE)) reached--;
    bool head = c->kind == KIND_LEVEL && s->tokens[noun.to - 1].tag == HEAD && note_at(s, noun.to - 1, NOTE_GENERIC);
    if (!head || reached-- <= words.from || !is_one_of(s->tokens[reached].tag, REACH, LIGHT)) return SLICE_NONE;
    struct range owner = name_range(s, range_of(words.from, reached), KIND_LEVEL);
    bool         place = owner.to == owner.from + 1u && is_place(s, owner.from);
    if (place || content_bytes(s, owner) < 2 * HAN) return SLICE_NONE;
    return joined(name_of(s, owner, n->arena), name_of(s, noun, n->arena), n->arena);
}

/* 将|交通运输业现行|11%的|税率|降至9%, 将|低保对象|每月420元的|补助标准|提高到450元: what is changed is of whom stands before
 * the figure that it was. */
static slice changed_of(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, end = skip(s, k + 2, CLASSES(NOUN, HEAD, VERB, VERBAL));
    bool                   changed =
        tag_at(s, k + 1) == OF && end > k + 2 && is_one_of(tag_at(s, end), GROW_TO, FALL_TO) && is_figure(s, end + 1);
    if (!changed) return SLICE_NONE; /* most */
    size_t opens = k;
    while (opens > before.from && !note_at(s, opens, NOTE_DISPOSES | NOTE_PLAN)) opens--;
    if (s->tokens[opens].tag != PREPOSITION || !note_at(s, opens, NOTE_DISPOSES | NOTE_PLAN)) return SLICE_NONE;
    slice whose = name_of(s, strip(s, range_of(opens + 1, k), NAME_HEAD, NAME_TAIL), n->arena);
    return joined(without_ending(s->lexicon, whose, EDGE_WAS, 0), sentence_text(s, k + 2, end), n->arena);
}

/* ---- by what stands behind them, or for them all ---- */

/* 流转撂荒地|300亩|种中药材，: what is done, from token `next` on, with the land or the house that the words before got hold
 * of. */
static bool tills(const struct sentence *s, const struct candidate *c, struct words words, size_t next) {
    bool opens = is_one_of(s->tokens[next].tag, NOUN, VERB) && token_opening(s, next, EDGE_TILLS);
    if (!opens || !physical_unit(c) || !ends_phrase(s, skip(s, next + 1, CLASSES(NOUN, HEAD)))) return false; /* most */
    return tag_before(s, c->token) == NOUN && has_class(s, range_of_words(words), CLASSES(VERB, VERBAL));
}

/* 扣减工程款|96万元|并列入黑名单: another deed, whose words name nothing of a figure that has a name before it. */
static bool couples(const struct sentence *s, const struct candidate *c, struct words words) {
    size_t next = c->token + 1u;
    if (next < s->count && tills(s, c, words, next)) return true;
    return is_one_of(tag_at(s, next), ADVERB, VERB) && token_opening(s, next, EDGE_COUPLES) &&
           content_bytes(s, range_of_words(words)) >= 2 * HAN;
}

/* 小木船|从5条|添|到31条, 水深由4米|淤积|到1米: is what stands behind the figure that a change starts from a deed of the thing
 * before it? */
static bool leads_on(const struct sentence *s, const struct candidate *c, struct words words, struct range noun) {
    if (c->role != ROLE_FROM) return false; /* most */
    bool each = is_one_of(tag_before(s, c->token), PER, PER_NOUN) && tag_at(s, noun.from) == VERB;
    if (each && is_figure(s, skip(s, noun.from, CLASSES(VERB, PER)))) return true; /* 每斤2元|卖到|8元 */
    size_t to = noun.to - (noun.to > noun.from + 1u && s->tokens[noun.to - 1].tag == TO);
    if (tag_at(s, to) != TO || to != noun.from + 1u) return false;
    size_t from = last_of(s, range_of_words(words), CLASSES(FROM));
    bool   thing = from != SIZE_MAX && content_bytes(s, range_of(words.from, from)) >= 2 * HAN;
    slice  does = token_text(s, noun.from);
    return thing && s->tokens[noun.from].tag == NOUN && does.len <= 2 * HAN &&
           !slice_starts(slice_from(s->text, s->tokens[to + 1u].end), does); /* 由5个|村|到12个村 */
}

/* 27个人|分成|两班, 队员|分为|3组: how many parts there are, where no noun says of what. */
static slice parts_made(const struct sentence *s, const struct candidate *c) {
    if (!counts(c) || c->token == 0 || !is_one_of(tag_at(s, c->token + 1u), COMMA, STOP)) return SLICE_NONE; /* most */
    bool parted = token_bytes(&s->tokens[c->token - 1]) >= 2 * HAN && token_is(s, c->token - 1u, EDGE_PARTED);
    return parted ? c->quantity.unit->canonical : SLICE_NONE;
}

/* 调解了|5次|都没有结果: what came of it each time is no noun that is counted. */
static bool came_of_all(const struct sentence *s, const struct candidate *c, struct words words) {
    bool often = event_unit(c) && tag_at(s, c->token + 1u) == BOTH && tag_at(s, c->token + 2u) == NONE;
    return often && content_bytes(s, range_of_words(words)) >= 2 * HAN;
}

/* 两个|赶火车的|小伙子, 3200名|还在吃“盒饭”的|孩子: the persons behind what is told of them; empty where that ends with those
 * counted, 3名学生的家长. */
static struct range persons_described(const struct sentence *s, const struct candidate *c) {
    size_t       from = c->token + 1u, of = next_of(s, from, CLASSES(OF, COMMA, STOP, COLON, LIST_COMMA, OPEN, FIGURES));
    struct range none = range_of(from, from);
    if (!counts(c) || !(person_unit(c) || c->quantity.unit->plain)) return none; /* not 两只柯基的主人 */
    if (tag_at(s, of) != OF || of == from || makes_up(s, c->token)) return none; /* most */
    size_t end = skip(s, of + 1u, CLASSES(NOUN, HEAD));
    slice  who = sentence_text(s, of + 1u, end), told = sentence_text(s, from, of);
    if (!lexicon_ends_truly(s->lexicon, who, EDGE_PERSON) || lexicon_is(s->lexicon, told, EDGE_FORMS))
        return none; /* 48个班级的学生, not 下夜班的护士 */
    if (lexicon_ends_in(s->lexicon, told,
                        ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER, EDGE_STATED, EDGE_ITEM, EDGE_BODY, EDGE_AREA, EDGE_LAND,
                                     EDGE_PEOPLE, EDGE_SOULS)))
        return none;
    for (size_t i = from; i < of; i++) /* 13名|代表都是定居在此的同胞 */
        if (is_one_of(s->tokens[i].tag, BOTH, REACH, WITHIN, DONE) || s->tokens[i].candidate >= 0 ||
            token_ending(s, i, EDGE_PERSON))
            return none;
    return range_of(of + 1u, end);
}

/* 修复师|只有|4个|人, 剧团|一共|46个|人: does the noun behind say no more than that they are persons, and who they are stands
 * before what tells that so many are there? */
static bool only_persons(const struct sentence *s, const struct candidate *c, struct range noun) {
    if (noun.to != noun.from + 1u || !token_is(s, noun.from, EDGE_HUMAN) || !ends_phrase(s, noun.to)) return false; /* most */
    size_t there = skip_back(s, c->token, CLASSES(ADVERB, ONLY, REACH)), who = there;
    while (is_one_of(tag_before(s, who), NOUN, VERBAL) && s->tokens[who - 1].candidate < 0) who--;
    if (there == c->token || who == there || (who > 0 && s->tokens[who - 1].candidate >= 0))
        return false; /* 一条|线|要32个人 */
    return content_bytes(s, range_of(who, there)) >= 2 * HAN && !token_ending(s, there - 1, EDGE_AMONG);
}

/* 12个乡镇, 占据三成的份额 */
static slice named_behind(struct naming *n, const struct candidate *c, struct words words) {
    if (couples(n->s, c, words) || came_of_all(n->s, c, words)) return SLICE_NONE;
    slice now = some_in_hand(n, c);
    if (now.len) return now;
    struct range noun = noun_behind(n->s, c), who = persons_described(n->s, c);
    if (who.from < who.to && noun.to != who.to) noun = who; /* not 3个|走散的孩子 */
    if (!says_something(n->s, noun) || leads_on(n->s, c, words, noun) || only_persons(n->s, c, noun)) return SLICE_NONE;
    slice told = share_behind(n, c, words, noun);
    if (!told.len) told = head_of_reached(n, c, words, noun);
    if (told.len || named_before(n->s, c, words)) return told;
    return named_by_noun(n, c, noun);
}

/* 施工队|完成了|2.3公里的|河道清淤: the deed of which so much is done, where it closes the clause; empty where none does. */
static slice deed_done(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 from = c->token + 2u;
    bool done = tag_before(s, c->token) == REACH && tag_at(s, from - 1u) == OF && (physical_unit(c) || event_unit(c));
    if (!done) return SLICE_NONE; /* most */
    size_t end = skip(s, from, CLASSES(NOUN, HEAD, LEVEL, VERB, VERBAL));
    bool   deed = end > from && is_one_of(s->tokens[end - 1].tag, VERB, VERBAL) && ends_phrase(s, end);
    return deed ? name_if(s, range_of(from, end), 2 * HAN, n->arena) : SLICE_NONE;
}

/* 作业|在3000平方米的|范围内|进行: what so much is of is the field itself; empty where the word tells none. */
static slice field_itself(const struct sentence *s, const struct candidate *c) {
    size_t within = c->token + 2u;
    if (tag_at(s, within) != WITHIN || tag_at(s, within - 1u) != OF || !physical_unit(c)) return SLICE_NONE; /* most */
    slice field = slice_less(token_text(s, within), HAN);
    return field.len >= 2 * HAN ? field : SLICE_NONE;
}

/* 线路|全程|18公里; 专线开通，|全程|36公里: an adverb elsewhere, it is what such a length measures. */
static slice whole_way(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 way = skip_back(s, c->token, CLASSES(REACH));
    if (tag_before(s, way) != ADVERB || !token_ending(s, way - 1, EDGE_WAY)) return SLICE_NONE; /* most */
    struct range of = name_range(s, range_of(before.from, way - 1), KIND_LEVEL);
    slice        whose = name_if(s, of, 2 * HAN, n->arena);
    if (!whose.len && !n->previous && before.from > 0) whose = clause_before(s, before.from, KIND_LEVEL, n->arena);
    return joined(whose, token_text(s, way - 1), n->arena);
}

/* 其中|全程|12000人、半程8000人: those who go all the way, where the word for it is all that is told of them. */
static slice who_go_all_the_way(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 way = skip(s, before.from, CLASSES(AMONG));
    bool                   only = way + 1u == c->token && way + 1u == before.to && person_unit(c);
    return only && s->tokens[way].tag == ADVERB && token_ending(s, way, EDGE_WAY) ? token_text(s, way) : SLICE_NONE;
}

/* 先后|9次|到现场, 6次|到村里走访: where somebody went so often, and for what. */
static slice went_so_often(const struct naming *n, const struct candidate *c) {
    enum { LONGEST = 10 * HAN };
    const struct sentence *s = n->s;
    size_t                 to = c->token + 1u, where = skip(s, to + 1, CLASSES(NOUN, HEAD, PLACE));
    if (tag_at(s, to) != TO || where == to + 1 || !event_unit(c)) return SLICE_NONE; /* most */
    size_t end = skip(s, where, CLASSES(VERB, VERBAL));
    slice  name = sentence_text(s, to, end);
    return token_bytes(&s->tokens[to]) == HAN && ends_phrase(s, end) && name.len <= LONGEST ? name : SLICE_NONE;
}

/* Lengths of time, ranks and shares may be named in a way of their own. */
static slice named_by_sort(struct naming *n, const struct candidate *c, struct range before) {
    slice name = SLICE_NONE;
    bool  time = n->s->tokens[c->token].tag == DURATION;
    bool  ranks = c->kind == KIND_RANK || c->kind == KIND_CHANGE;
    if (time) name = lasted(n, c, before);
    if (ranks && !name.len) name = ranked_subject(n, c, before); /* 在168个城市中排名上升4位, 在9个县中前进1位、居第5位 */
    bool shares = c->kind == KIND_SHARE || n->s->tokens[c->token].tag == POINTS; /* few */
    if (!name.len && shares) name = share_before(n, c, before);
    if (!name.len && n->s->notes & NOTE_REST && counts(c)) name = the_rest(n, c);
    if (!name.len && (time || physical_unit(c))) name = whole_way(n, c, before); /* 全程|约5分钟 */
    if (!name.len) name = who_go_all_the_way(n, c, before);
    return name;
}

/* 人员零伤亡, 连续6年实现“零亡人”: what there was none of, and of whom. */
static slice none_of(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 none = c->token;
    if (!is_one_of(s->tokens[none].tag, BARE, DURATION)) return SLICE_NONE;
    bool   lasts = s->tokens[none].tag == DURATION;
    size_t who = none + lasts;
    while (lasts && is_one_of(tag_at(s, who), ADVERB, REACH, LIGHT, QUOTE)) who++;
    none = lasts ? skip(s, who, CLASSES(NOUN, HEAD)) : none; /* 连续六年实现|孕产妇|零死亡 */
    if (tag_at(s, none) != BARE) return SLICE_NONE;
    const struct numeral *zero = &figure_at(s, none)->quantity.numeral;
    if (!zero->single || zero->value.coefficient != 0 || ends_phrase(s, none + 1)) return SLICE_NONE; /* 出国费为零 */
    bool         again = tag_before(s, before.from) == BARE; /* “零死亡”“零感染” */
    struct range whose = lasts ? range_of(who, none) : again ? range_of(0, 0) : name_range(s, before, KIND_LEVEL);
    struct range what = range_of(none + 1, skip(s, none + 1, CLASSES(NOUN, HEAD, VERBAL)));
    return joined(name_of(s, whose, n->arena), what.from < what.to ? name_of(s, what, n->arena) : token_text(s, none + 1),
                  n->arena);
}

/* 没有|一人|掉队, 无|一人|感染: what nobody did; empty where that is told of somebody. */
static slice nobody_did(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 did = c->token + 1u, end = skip(s, did, CLASSES(VERB, VERBAL, NOUN));
    if (tag_before(s, c->token) != NONE || !(person_unit(c) || home_unit(c)) || !c->quantity.numeral.single)
        return SLICE_NONE; /* most */
    bool told = is_one_of(tag_at(s, did), VERB, VERBAL) && ends_phrase(s, end) && !is_figure(s, end);
    return told ? name_of(s, range_of(did, end), n->arena) : SLICE_NONE;
}

/* 在|全港|18区|设站, 扩展至|全市|9个区, 全港18区|已设立队伍: all there are of a place. */
static bool counts_all_places(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    if (tag_before(s, k) != PLACE || !counts_places(s, c)) return false;
    if (is_one_of(tag_before(s, k - 1), COMMA, STOP)) return is_one_of(tag_at(s, k + 1), DONE, BOTH, VERB);
    return is_one_of(s->tokens[k - 2].tag, PREPOSITION, TO, GROW_TO) || note_at(s, k - 2, NOTE_AT);
}

/* 涉及|6省|9家博物馆: places by their unit alone, before what is counted in them. */
static bool counts_places_before(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    bool   next = is_one_of(tag_at(s, k + 1), COUNT, SMALL_COUNT) && is_one_of(tag_at(s, k + 2), NOUN, HEAD);
    if (!next || tag_before(s, k) != VERB) return false; /* most */
    return counts_places(s, c) || (counts(c) && lexicon_ending(s->lexicon, c->quantity.unit->canonical, EDGE_AREA));
}

/* 沿线|5市|旅游收入平均增长8%: the places whose measure the words behind them tell, by their unit alone; empty when none is
 * told.
 */
static slice places_measured(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (!counts_places(s, c)) return SLICE_NONE; /* most */
    size_t noun = c->token + 1u, head = skip(s, noun, CLASSES(NOUN)), moved = skip(s, head + 1, CLASSES(BOTH, ADVERB));
    if (tag_at(s, head) != HEAD) return SLICE_NONE;
    bool told = is_one_of(tag_at(s, moved), GROW, FALL, REACH, QUALIFIER, GROW_TO) ||
                (is_figure(s, moved) && !counts(figure_at(s, moved))); /* 6县粮食产量|超10万吨 */
    return told ? c->quantity.unit->canonical : SLICE_NONE;
}

/* 执业医师：1.2万人，|注册护士|：1.5万人: an item of a list of labels; empty when no label stands before the figure. */
static slice labelled(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 colon = before.from - (before.from > 0);
    if (s->tokens[colon].tag != COLON || !n->previous || kind_moves(c->kind) || content_bytes(s, before) > 0)
        return SLICE_NONE; /* most */
    struct words label = words_before(s, colon);
    bool         apart = is_one_of(tag_before(s, label.from), COMMA, LIST_COMMA, COLON);
    struct range name = range_of(skip(s, label.from, CLASSES(AMONG, PLACE, LIST_MARK)), colon);
    bool         tells = !has_class(s, name, CLASSES(FIGURES, DATE, GROW, FALL, THAN, ON_YEAR, ON_PERIOD, ON_START));
    return apart && tells ? name_of(s, name, n->arena) : SLICE_NONE;
}

/* 由|26人|组成的|“共享奶奶”队伍: of what those counted make up. */
static slice made_up(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    if (tag_before(s, k) != FROM || tag_at(s, k + 2) != OF || !person_unit(c)) return SLICE_NONE; /* most */
    size_t what = skip(s, k + 3, CLASSES(QUOTE)), end = skip(s, what, CLASSES(NOUN, HEAD, VERBAL, UNQUOTE, LEVEL));
    return tag_at(s, k + 1) == VERB ? name_of(s, range_of(what, end), n->arena) : SLICE_NONE;
}

/* 全省总人口为3697万人。同1964年普查时的|2050万人|相比，: what the sentence opens with measures itself by is the figure of the
 * one before at another time. */
static slice of_then(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (n->previous || tag_at(s, c->token + 1) != THAN || !is_one_of(tag_at(s, c->token + 2), COMMA, STOP))
        return SLICE_NONE; /* most */
    size_t with = skip(s, 0, CLASSES(LIST_MARK));
    bool   then = is_one_of(tag_at(s, with), AND, PREPOSITION) && tag_at(s, with + 1) == DATE;
    if (!then || s->tokens[c->token - 1].tag != OF) return SLICE_NONE;
    const struct counted_name *same = counts(c) ? counted_by(n->carry, c->quantity.unit_name) : NULL;
    return same ? same->object : n->carry->metric; /* 增长率1.6%。同1964年的2050万人 */
}

/* 12个|村均|已通车, 3个|县均|建有医院: those counted, each of whom did it, where no average of them is told. */
static slice each_counted(const struct sentence *s, const struct candidate *c) {
    size_t              i = c->token + 1u;
    const struct token *each = &s->tokens[i < s->count ? i : c->token];
    if (!has_note(each, NOTE_PER) || token_bytes(each) != 2 * HAN || !counts(c)) return SLICE_NONE; /* most */
    if (c->quantity.unit->class != UNIT_MEASURE_WORD || !is_one_of(tag_at(s, i + 1), DONE, ADVERB, VERB, LIGHT, REACH))
        return SLICE_NONE;
    const struct word *all = token_ending(s, i, EDGE_HANGS); /* 均 */
    return all && all->text.len == HAN ? slice_sub(token_text(s, i), 0, HAN) : SLICE_NONE;
}

/* ---- the ways in their order: the first that tells, and which it was ---- */

/* 志愿者刘洋自掏腰包|1800元，: how it was paid, where an adverb tells that and a deed is all that may follow. */
static slice paid_itself(const struct sentence *s, size_t k) {
    bool paid = tag_before(s, k) == ADVERB && is_one_of(tag_at(s, k + 1), COMMA, STOP) && token_is(s, k - 1, EDGE_SPENDS);
    return paid ? token_text(s, k - 1) : SLICE_NONE;
}

/* What only a share, a rank, an amount of money, a count, persons or an age is named by. `finding`: 调查显示 stands before it.
 */
static slice named_for_its_sort(struct naming *n, const struct candidate *c, struct range before, bool finding,
                                enum named_by *by) {
    if (c->kind == KIND_SHARE) {
        TRY(PREVIOUS, said_exactly(n, c));
        TRY(BEHIND, opinion_told(n, c));
        TRY(BEHIND, answered(n, c, finding));
        TRY(BEHIND, regards(n, c, before));
    }
    if (c->kind == KIND_RANK) TRY(BEHIND, holds_place(n, c, before));
    if (money_unit(c)) {
        TRY(BEFORE, paid_itself(n->s, c->token));
        TRY(BEHIND, put_to_use(n, c, before));
        TRY(BEHIND, given_by_rate(n, c, before));
        TRY(BEHIND, amount_denied(n, c, before));
    }
    if (counts(c)) {
        TRY(BEHIND, each_counted(n->s, c));
        TRY(BEFORE, n->s->notes & NOTE_REST ? rest_of_whole(n, c) : SLICE_NONE);
        TRY(UNIT, places_measured(n, c));
        TRY(BEHIND, others_of_those(n, c));
        TRY(BEFORE, some_told(n->s, c, before));
        TRY(BEHIND, went_so_often(n, c));
        TRY(BEHIND, denied_of(n, c, before));
        TRY(BEHIND, some_of(n, c, before));
        TRY(BEHIND, plight_shared(n, c));
    }
    if (person_unit(c)) {
        TRY(BEHIND, sent_to_do(n, c));
        TRY(BEHIND, made_up(n, c));
    }
    TRY(BEHIND, undergone(n, c));
    if (n->s->tokens[c->token].tag == AGE) {
        TRY(BEHIND, mean_age(n, c));
        TRY(BEFORE, oldest_of(n, c));
        TRY(BEHIND, full_name(n, c));
        TRY(BEHIND, aged_pronoun(n, c));
    }
    return SLICE_NONE;
}

/* A card told, or what the words stand in is peculiar: few figures do. */
static slice named_in_its_way(struct naming *n, const struct candidate *c, struct words words, bool finding,
                              enum named_by *by) {
    struct range before = range_of_words(words);
    TRY(CARD, captured(n, c));
    TRY(BEHIND, figure_beside(n->s, c) && one_or_other(n->s, c) ? shared_noun(n, c) : SLICE_NONE);
    TRY(BEHIND, pace_alone(n->s, c));
    TRY(PURPOSE, asks_purpose(n->s, c) && n->s->tokens[c->token].tag != AGE ? purpose_of(n, c, words) : SLICE_NONE);
    TRY(PURPOSE, n->previous ? purpose_again(n, c) : SLICE_NONE);
    TRY(BEHIND, named_by_unit(n, c));
    TRY(PREVIOUS, share_of_amount(n, c));
    TRY(PREVIOUS, of_goal(n, c));
    TRY(CARRY, of_then(n, c));
    TRY(CLAUSE, told_second(n, c));
    TRY(CLAUSE, kind_moves(c->kind) ? grown_in_bracket(n, c) : SLICE_NONE);
    TRY(PREVIOUS, some_have(n, c, before));
    TRY(BEHIND, none_of(n, c, before));
    TRY(BEHIND, nobody_did(n, c));
    TRY(BEHIND, done_so_often(n, c, before));
    TRY(UNIT, counts_places_before(n->s, c) ? c->quantity.unit->canonical : SLICE_NONE);
    TRY(BEHIND, of_pair(n, c));
    TRY(BEHIND, changed_of(n, c, before));
    TRY(BEHIND, granted_to(n, c));
    TRY(BEHIND, part_did(n, c, before));
    return named_for_its_sort(n, c, before, finding, by);
}

/* 瓷窑有|1500年|历史, 竹编始于明末，距今已有|300多年|的历史: the history is of what has it; empty where that is not told. */
static slice history_of(struct naming *n, const struct candidate *c, struct words words, enum named_by *by) {
    const struct sentence *s = n->s;
    size_t                 history = skip(s, c->token + 1u, CLASSES(OF));
    if (!c->quantity.unit || !c->quantity.unit->year || tag_at(s, history) != NOUN || !token_is(s, history, EDGE_HISTORY))
        return SLICE_NONE;
    if (!ends_phrase(s, history + 1)) return SLICE_NONE;
    slice what = named_by_words(n, c, words);
    if (!what.len || lexicon_is(s->lexicon, what, EDGE_AGED)) what = named_elsewhere(n, c, words, by); /* 距今 */
    slice told = token_text(s, history);
    return !what.len || slice_ends(what, told) ? what : joined(what, told, n->arena);
}

/* The words beside it: most figures have theirs here. */
static slice named_in_clause(struct naming *n, const struct candidate *c, struct words words, enum named_by *by) {
    struct range before = range_of_words(words);
    bool         beside = figure_beside(n->s, c);
    TRY(CLAUSE, passed_between(n, c, before));
    TRY(UNIT, counts_all_places(n->s, c) ? c->quantity.unit->canonical : SLICE_NONE);
    TRY(UNIT, parts_made(n->s, c));
    TRY(BEHIND, history_of(n, c, words, by));
    TRY(BEHIND, named_behind(n, c, words));
    TRY(BEFORE, some_passed(n, c));
    TRY(BEFORE, some_among(n->s, c));
    TRY(SORT, named_by_sort(n, c, before));
    TRY(BEHIND, beside && counted_next(n->s, c) ? shared_noun(n, c) : SLICE_NONE);
    TRY(BEHIND, beside ? left_of(n, c, words) : SLICE_NONE);
    TRY(BEHIND, deed_there(n, c, before));
    TRY(BEHIND, gained_there(n, c));
    TRY(PREVIOUS, some_taken(n, c, before));
    TRY(PREVIOUS, some_such(n, c));
    TRY(CLAUSE, likened_before(n, c, before));
    TRY(BEHIND, deed_done(n, c));
    TRY(BEHIND, field_itself(n->s, c));
    TRY(BEFORE, named_by_words(n, c, words));
    TRY(BEFORE, labelled(n, c, before));
    TRY(UNIT, units_do(n->s, c) ? c->quantity.unit->canonical : SLICE_NONE);
    TRY(BEHIND, moved_behind(n, c));
    TRY(BEHIND, who_they_are(n, c));
    TRY(BEFORE, assessed(n, c, before));
    TRY(BEHIND, beside ? shared_noun(n, c) : SLICE_NONE);
    TRY(BEHIND, deed_of(n, c));
    TRY(BEFORE, time_taken(n, c, before));
    TRY(CLAUSE, grew_before(n, c, before));
    return SLICE_NONE;
}

static slice find_metric(struct naming *n, const struct candidate *c, struct words words, enum named_by *by) {
    size_t known = c->kind == KIND_SHARE && !ends_phrase(n->s, c->token + 1) ? finding_before(n->s, c->token) : SIZE_MAX;
    if (known != SIZE_MAX && known > words.from) words = words_of(n->s, range_of(known, words.to));
    slice name = named_in_its_way(n, c, words, known != SIZE_MAX, by);
    if (!name.len) name = named_in_clause(n, c, words, by);
    bool told = name.len || listed_alone(n, c) || lives_alone(n, c);
    return with_its_thing(n, c, told ? name : named_elsewhere(n, c, words, by));
}

/* ---- one figure after the other ---- */

/* 平时|才|158元, 村里才|12户, 完工项目|计|12个: words before a figure without that it is little, where that is a word of its
 * own, or a sum. */
static struct words without_merely_alone(const struct sentence *s, struct words before) {
    size_t     last = before.to - (before.to > before.from);
    const bool alone = before.to > before.from && s->tokens[last].tag == NOUN && is_one_character(&s->tokens[last]);
    const bool follows = last == before.from || is_one_of(s->tokens[last - (last > 0)].tag, ADVERB, PLACE, DATE);
    if (!alone || !((follows && token_ending(s, last, EDGE_MERELY)) || token_is(s, last, EDGE_SUMMED)))
        return before; /* most */
    return words_of(s, range_of(before.from, last));
}

/* 在工业总产值中所占的比重|，由|1978年的42.7%: what moved from the figure on closes the clause before, by its head or behind
 * 的; `before` where it does not. */
static struct words across_comma(const struct sentence *s, struct words before) {
    size_t comma = before.from - (before.from > 0);
    if (comma == 0 || tag_at(s, before.from) != FROM || s->tokens[comma].tag != COMMA) return before; /* most */
    struct words named = words_of(s, range_of(clause_start(s, comma), comma));
    bool         last = named.from < named.to && is_one_of(s->tokens[named.to - 1].tag, HEAD, NOUN);
    if (!last || named.notes & NOTE_FRAME || content_bytes(s, range_of_words(named)) < 3 * HAN) return before;
    bool plain = !has_class(s, range_of_words(named), CLASSES(VERB, LIGHT, AWARD, GROW, FALL, IMPROVE, REACH, ADVERB));
    bool rate = s->tokens[named.to - 1].tag == HEAD && note_at(s, named.to - 1, NOTE_SHARE);
    return rate || (plain && has_class(s, range_of_words(named), CLASSES(OF))) ? named : before;
}

/* Gives figure `c` its metric, and those with which it stands in a row. */
static void name_figure(struct naming *n, struct candidate *c) {
    struct sentence *s = n->s;
    if (c->share >= 0 && &s->candidates[c->share] < c && s->candidates[c->share].metric.len) {
        c->metric = metric_of(n, &s->candidates[c->share], c);
        c->named_by = NAMED_BY_SHARED;
        return;
    }
    struct words before = without_merely_alone(s, words_before(s, c->token));
    if (c->role == ROLE_FROM) before = across_comma(s, before);
    if (before.notes & (NOTE_FRAME | NOTE_EVENT) && (c->kind == KIND_GROWTH || c->kind == KIND_CHANGE))
        before = without_cause(s, before);
    if (kind_moves(c->kind)) before = behind_cause(s, c, before);
    n->previous = spoken_of(n, c, before.from);
    bool   row = in_row(s, c) || in_moving_row(s, c);
    size_t dealt = row ? deal(s, c, before, name_before(s, c, before), &n->dealt, n->arena) : 0;
    if (dealt && n->dealt.from >= before.from) lend_to_row(n, c, dealt, range_of_words(before), n->dealt);
    if (!dealt) dealt = measured_each(s, c, before, n->arena);
    if (dealt) return;
    enum named_by by = NAMED_BY_NOTHING;
    slice         told = find_metric(n, c, before, &by);
    c->metric = as_header(n, c, before, by, told);
    c->named_by = by;
}

/* 增速2021年为8%；2022年计划为4%，达到5%: shares of which nothing but the year is told grew, as the figure before ； did; not
 * so 覆盖率提高8%；2022年为95%. */
static void grow_as_before(const struct carry *carry, struct sentence *s) {
    if (!carry->grows || !s->goes_on || lexicon_ending(s->lexicon, carry->metric, EDGE_RATE)) return; /* most */
    for (size_t i = 0; i < s->count; i++) {
        if (is_one_of(s->tokens[i].tag, DATE, PLAN, AIM, REACH, ADVERB, DONE, COMMA)) continue;
        if (s->tokens[i].tag != PERCENT || !ends_phrase(s, i + 1)) return; /* ；约三成|的企业盈利 */
        struct candidate *c = figure_at(s, i);
        if (c->kind != KIND_SHARE) return;
        c->kind = KIND_GROWTH;
        c->direction = carry->grows;
    }
}

/* 我县从3家发展到28家|电商企业: nothing names what a change starts from but the noun behind its other end. */
static void name_start(struct candidate *from, const struct candidate *to) {
    if (from->refused || from->role != ROLE_FROM || (from->metric.len && from->named_by != NAMED_BY_CARRY)) return;
    from->metric = to->metric;
    from->named_by = to->named_by;
}

const struct counted_name *counted_by(const struct carry *carry, slice unit) {
    for (size_t i = 0; i < COUNTED_NAMES && carry->counted[i].unit.len; i++)
        if (slice_equal(carry->counted[i].unit, unit)) return &carry->counted[i];
    return NULL;
}

/* 建成食堂|36家 … 今年再建|12家: what so many were is told but once. */
static void remember_counted(struct carry *carry, const struct candidate *c, slice verb) {
    if (c->kind != KIND_LEVEL || !counts(c)) return;
    bool  done = verb.len && slice_starts(c->metric, verb);
    slice object = done ? slice_from(c->metric, verb.len) : c->metric;
    if (object.len < 2 * HAN) return;
    const struct counted_name *same = counted_by(carry, c->quantity.unit_name);
    size_t                     at = same ? (size_t)(same - carry->counted) : carry->units++ % COUNTED_NAMES;
    carry->counted[at] = (struct counted_name){c->quantity.unit_name, object, done};
}

/* 小学|9126所，比上年减少387所；招生84万人: what opens a part of the sentence and is counted holds the people of the parts
 * behind it. */
static void remember_places(struct carry *carry, const struct naming *n, const struct candidate *c) {
    if (n->previous) { /* 小学63所、|初中9所|；在校生2万人: of all of them */
        bool listed = counts(c) && same_unit(c, n->previous) && tag_at(n->s, n->previous->token + 1u) == LIST_COMMA;
        if (listed) carry->places = SLICE_NONE;
        return;
    }
    if (!n->s->goes_on) carry->places = SLICE_NONE;
    bool level = c->kind == KIND_LEVEL && counts(c) && !person_unit(c) && c->named_by == NAMED_BY_BEFORE && !n->verb.len;
    if (!level) return;                                                                            /* most */
    carry->places = lexicon_ending(n->s->lexicon, c->metric, EDGE_FORMS) ? SLICE_NONE : c->metric; /* not 教学班18个 */
}

/* 受理申请87件，|上年结转|2件，办结85件: what was left over is counted in passing. */
static bool is_left_over(const struct sentence *s, const struct candidate *c) {
    size_t last = c->token - (c->token > 0);
    return counts(c) && note_at(s, last, NOTE_LEFT) && slice_equal(c->metric, token_text(s, last));
}

void metrics_find(struct sentence *s, struct carry *carry, struct arena *arena) {
    struct naming n = {.s = s, .arena = arena, .carry = carry};
    if (carry->lent.announced && !sentence_goes_on(s)) carry->lent.announced = false;
    grow_as_before(carry, s);
    struct candidate *const end = s->candidates + s->candidate_count;
    bool                    all = true;
    for (struct candidate *c = s->candidates; c < end; c++) {
        if (c->refused) continue;
        if (!c->metric.len) name_figure(&n, c);
        if (c > s->candidates) name_start(c - 1, c);
        remember_places(carry, &n, c);
        if (c->metric.len && !only_took(&n, c) && (!n.previous || !is_left_over(s, c))) n.previous = c;
        remember_counted(carry, c, n.verb);
        if (money_unit(c)) carry->money = c->metric;
        if (s->tokens[c->token].tag == AGE) carry->person = c->metric;
        if (n.subject.len && s->tokens[c->token].tag != DURATION && !slice_equal(c->metric, n.subject)) n.subject = SLICE_NONE;
        all &= c->metric.len > 0;
    }
    for (struct candidate *c = s->candidates; !all && c < end; c++) {
        if (!c->refused && !c->metric.len) name_by_unit_alone(s, c);
        if (!c->refused && !c->metric.len && (c->metric = took_next(s, c, arena)).len) c->named_by = NAMED_BY_BEHIND;
    }
    if (!n.previous) return;
    const struct candidate *before = n.previous - (n.previous > s->candidates);
    if (before < n.previous && !before->refused && tells_why(s, n.previous->token)) n.previous = before;
    carry->metric = n.previous->metric;
    carry->grows = n.previous->kind == KIND_GROWTH ? n.previous->direction : DIRECTION_NONE;
}
