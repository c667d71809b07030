/* The words before a figure become its name, one step after the other: 全县依法依规处置网络舆情 → 处置网络舆情. Each step takes
 * away one sort of words that no row header has: a clause before 的, a setting (在…背景下), what is compared with.
 * narrow() takes off what leads up to them (preamble.c), goes through the steps (step_by_step, each only where a word calls for
 * it; most names need none), and then looks at what they left: what is said again, when, who did it, which deed is the last. */
#include "extract/naming/narrow.h"

#include "extract/naming/compared.h"
#include "extract/naming/direction.h"
#include "extract/naming/doer.h"
#include "extract/naming/ending.h"
#include "extract/naming/listed.h"
#include "extract/naming/preamble.h"
#include "extract/naming/when.h"

#include "extract/base/banned.h"

/* 综合实力|进入全国百强、|居第86位: the token of the verb before the 、 that opens the field; `ranks` where none stands there.
 */
static size_t enters_field(const struct sentence *s, struct range r, size_t ranks) {
    if (ranks <= r.from + 1u || s->tokens[ranks - 1].tag != LIST_COMMA) return ranks; /* most */
    size_t enters = last_of(s, range_of(r.from, ranks - 1), CLASSES(RANK, AWARD, LIGHT, VERB, REACH));
    bool   named = enters != SIZE_MAX && content_bytes(s, range_of(r.from, enters)) >= 3 * HAN;
    return named ? enters : ranks;
}

/* 吞吐量|位居全省支线机场第1位, 新区|在百强榜中排名第15位: the words before the field. */
static struct range without_field(const struct sentence *s, struct range r) {
    size_t ranks = last_of(s, r, CLASSES(RANK, AWARD));                /* 经济总量跻身全球城市|前五位 */
    bool   won = ranks != SIZE_MAX && s->tokens[ranks].tag == AWARD && /* 获得文明城市测评|第一名 */
               words_ending(s, ranks, r.to, EDGE_CONTEST);
    if (ranks != SIZE_MAX && !won) r.to = (uint32_t)enters_field(s, r, ranks);
    for (size_t i = r.to; i > r.from; i--)
        if (note_at(s, i - 1, NOTE_AT)) r.to = i - 1;
    return r;
}

/* 产量|居全国前列: nor is the scope of a rank. */
static struct range without_scope(const struct sentence *s, struct range r) {
    while (r.from < r.to && (note_at(s, r.to - 1, NOTE_SCOPE) || is_one_of(s->tokens[r.to - 1].tag, LIGHT, LEVEL)))
        r.to--; /* 进入 */
    return r;
}

/* 机械公司|研发|的微耕机重量, 合作社|种植|的草莓售价: is the clause told of those who made what stands behind 的? */
static bool made_by(const struct sentence *s, struct range clause) {
    size_t deed = clause.to - (clause.to > clause.from);
    if (deed == clause.from || !is_one_of(s->tokens[deed].tag, VERB, VERBAL)) return false; /* not 公司|员工|的工资 */
    size_t who = deed - (s->tokens[deed - 1].tag == ADVERB);
    if (who == clause.from) return false;
    bool firm = s->tokens[who - 1].tag == HEAD && note_at(s, who - 1, NOTE_THING) && /* 企业 */
                !has_class(s, range_of(clause.from, who), CLASSES(VERB));
    return firm || names_doer(s, clause.from, who);
}

/* 垫付的医药费|就有4万元: is what stands before token `i` told to come to so much money? */
static bool comes_to_money(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(ADVERB, DONE, REACH, BOTH, ONLY));
    return figure_is(s, i, money_unit);
}

/* 建设和打造的景观雕塑: behind a clause with a verb, the noun behind 的 is the name; 居民的收入 stays whole. */
static struct range without_clause(const struct sentence *s, struct range r) {
    size_t particle = last_of(s, r, CLASSES(OF)), bracket = last_of(s, r, CLASSES(CLOSE));
    if (particle == SIZE_MAX || inside_quotes(s, r.from, particle) || (has_hole(r) && particle < r.hole_end) ||
        (bracket != SIZE_MAX && bracket > particle))
        return r;
    struct range before = range_of(r.from, particle), after = range_of(particle + 1, r.to);
    if (before.from < before.to && note_at(s, before.to - 1, NOTE_SETTING)) return after; /* 像这样的|公园 */
    if (tag_at(s, r.to) == ETC && is_someone(s->lexicon, sentence_text(s, after.from, after.to)))
        return after; /* 家住城北的|李大姐等8人 */
    if (before.to == before.from + 2 && tag_at(s, before.from) == VERB && tag_at(s, before.from + 1) == NOUN)
        return r; /* 淘汰落后的产能, not 具备条件的|建制村 */
    if (before.to == before.from + 1u && tag_at(s, before.from) == VERB &&
        (note_at(s, before.from, NOTE_NEW) || comes_to_money(s, r.to)))
        return r; /* 新增的|固定资产, 垫付的|医药费 */
    if (before.to > before.from + 1u && token_ending(s, particle - 1u, EDGE_SPARKS)) return r; /* 电气故障引发的|火灾 */
    if (has_class(s, before, CLASSES(NONE))) return r;                                         /* 没有通水的行政村 */
    /* 消费对经济增长的贡献率: a head by itself says nothing without what it is of. */
    size_t first = after.from; /* 对世界经济增长的|年均|贡献率 */
    while (first + 1 < after.to && is_one_of(s->tokens[first].tag, ADVERB, PLACE, LEVEL)) first++; /* 用于重建的|中央|投资 */
    bool sum = s->tokens[first].tag == HEAD || note_at(s, first, NOTE_FUND);
    /* A、B的产值在总产值中的|比重, 在总产值中所占的|比重 */
    bool whole = particle > r.from && (s->tokens[particle - 1].tag == SHARE || token_ending(s, particle - 1, EDGE_AMONG));
    bool head = after.to == first + 1 && sum && (content_bytes(s, before) <= 16 * HAN || whole);
    bool made = made_by(s, before) && (after.to > first + 1u || !sum);
    if (made && content_bytes(s, after) >= 2 * HAN) return after;
    /* 享受免费教科书的学生, 参加职业伤害保障的新业态劳动者: nor does a short noun without what it did to what */
    bool did = is_one_of(tag_at(s, particle - 1), NOUN, HEAD, VERBAL, GROW, FALL) && content_bytes(s, after) <= 6 * HAN;
    head |= did && content_bytes(s, before) <= 15 * HAN;
    /* 取消|中央指定地方实施的|审批事项: what the first verb does is done to the noun */
    bool governs = s->tokens[r.from].tag == VERB && is_one_of(tag_at(s, r.from + 1u), NOUN, HEAD, LEVEL) &&
                   particle > r.from + 2u && is_one_of(s->tokens[particle - 1].tag, VERB, LIGHT) && !has_hole(r);
    /* 清退|不符合条件的|低保、特困对象: and of a list of them, or 办理|涉及婚姻、继承的|公证 */
    bool apart = !is_one_of(tag_at(s, r.from + 1u), VERB, VERBAL); /* not 查封|扣押|涉嫌侵权的服装、箱包 */
    bool listed = is_one_of(s->tokens[r.from].tag, VERB, VERBAL) && !has_hole(r) && (apart || !head) &&
                  (has_class(s, after, CLASSES(LIST_COMMA)) || (!head && has_class(s, before, CLASSES(LIST_COMMA)))) &&
                  has_class(s, range_of(r.from + 1u, particle), CLASSES(VERB, REACH, NONE, LIGHT, ADVERB));
    if (((governs && !head) || listed) && content_bytes(s, after) >= 2 * HAN) return with_hole(r, r.from + 1u, particle + 1);
    bool deed = has_class(s, before, CLASSES(VERB, LIGHT, AWARD, GROW, FALL, PREPOSITION, COMMA)) &&
                s->tokens[particle - 1].tag != UNQUOTE; /* 认为“涨价过快”的居民比例 */
    return !head && deed && content_bytes(s, after) >= 2 * HAN ? after : r;
}

/* 进行过体检|的|占八成: those who do so, with no noun behind 的. */
static bool is_those_who(const struct sentence *s, struct range r) {
    return tag_at(s, r.to) == OF && is_one_of(tag_at(s, r.to + 1), SHARE, REACH, ONLY);
}

/* 东西部协作|落实|资金28亿元, not 县财政|落实|资金: what a sum is for, which no doer is, stands before the light verb; a bare
 * head of sums says nothing without it. */
static bool is_for(const struct sentence *s, struct range what, struct range sum) {
    bool head = sum.to == sum.from + 1 && s->tokens[sum.from].tag == HEAD && note_at(s, sum.from, NOTE_GENERIC);
    if (!head || skip(s, what.from, CLASSES(NOUN, HEAD, VERBAL)) < what.to) return false; /* most */
    return content_bytes(s, what) >= 3 * HAN && s->tokens[what.to - 1].tag == VERBAL && !names_doer(s, what.from, what.to);
}

/* 取得证书|1.68万人: persons are counted by what they came to have, which names them with its verb alone. */
static bool counts_who_got(const struct sentence *s, struct range r, size_t light) {
    if (light != r.from || !figure_is(s, r.to, person_unit)) return false; /* most */
    const struct token *last = &s->tokens[r.to - 1u];
    return r.to > light + 1 && token_opening(s, light, EDGE_OUTCOME) && last->tag == NOUN &&
           !has_note(last, NOTE_THING | NOTE_GENERIC) && !token_ends_in(s, r.to - 1u, ONE_OF_EDGES(EDGE_PERSON, EDGE_STATED));
}

/* 用大白话开展宣传宣讲: behind a light verb stands what was done. */
static struct range behind_light_verb(const struct sentence *s, struct range r) {
    size_t light = last_of(s, r, CLASSES(LIGHT));
    if (light == SIZE_MAX || (has_hole(r) && light < r.hole_end)) return r;
    if ((light == r.from && is_those_who(s, r)) || counts_who_got(s, r, light)) return r;
    if (has_class(s, range_of(light, r.to), CLASSES(OF)) && note_at(s, r.to - 1, NOTE_SHARE))
        return r; /* 公民具备科学素质的比例 */
    if (light + 2 == r.to && note_at(s, light + 1, NOTE_THING)) return range_of(light, r.to); /* 实施项目 */
    if (light > r.from && s->tokens[light - 1].tag == NONE) return r;                         /* 未开展培训 */
    struct range after = range_of(light + 1, r.to), before = range_of(r.from, light);
    bool         within = light > r.from && s->tokens[light - 1].tag == VERB && has_class(s, after, CLASSES(OF));
    if (within) return r; /* 新增|取得职业资格证书的农民 */
    bool too = light > r.from + 1u && is_one_of(s->tokens[light - 1].tag, AND, LIST_COMMA) && s->tokens[light - 2].tag == VERB;
    if (too) return range_of(light - 2, r.to); /* 新增和优化公交线路 */
    if (light > r.from && !has_hole(r) && is_for(s, before, after)) return with_hole(r, light, light + 1);
    bool by = tag_before(s, light) == PREPOSITION && !note_at(s, light - 1, NOTE_FOR | NOTE_AT | NOTE_TOWARD);
    for (size_t i = light + 2; by && i + 1 < r.to; i++) /* 围绕|优化营商环境|查处问题94个, 通过|开展行动|查处 */
        if (s->tokens[i].tag == VERB && is_one_of(s->tokens[i - 1].tag, NOUN, HEAD)) return range_of(i, r.to);
    if (content_bytes(s, after) >= 2 * HAN) return after;
    if (light + 1 == r.to && content_bytes(s, before) == 2 * HAN) return r; /* 林分优化 */
    return content_bytes(s, before) >= 2 * HAN ? before : r;
}

/* 云岭|境内|有河道12条, 县域内|有水库3座: the tokens that say where all of it is; r.from when none do, as in 境内停留时间. */
static size_t area_end(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u || s->tokens[r.from].tag != NOUN) return r.from;
    for (size_t end = r.from + 1u; end <= r.from + 2u && end < r.to; end++)
        if (is_one_of(s->tokens[end].tag, REACH, VERB, LIGHT, ADVERB, DONE) && token_opening(s, end - 1, EDGE_WITHIN))
            return end;
    return r.from;
}

/* 云台县已建成食堂74个, 黛岭市接待游客: the place that all of it is about is no part of a name. */
static struct range without_place(const struct sentence *s, struct range r) {
    size_t area = area_end(s, r);
    bool   whole = r.to > r.from + 2u && is_unknown(s, r.from) && tag_at(s, r.from + 1u) == PLACE &&
                 token_bytes(&s->tokens[r.from]) <= 4 * HAN;
    if (whole && token_opening(s, r.from + 1u, EDGE_WHOLE)) area = r.from + 2u; /* 云岭|全县|现存古村落128个 */
    if (area > r.from) return strip(s, range_of(area, r.to), NAME_HEAD, NAME_TAIL);
    if (r.to < r.from + 2u ||
        !is_one_of(s->tokens[r.from + 1].tag, ADVERB, DONE, BOTH, VERB, LIGHT, VERBAL, AWARD, REACH, DATE, ON_YEAR, AIM, PLAN,
                   HEAD, NOUN) ||
        !is_place_of_all(s, r.from))
        return r;
    struct range rest = strip(s, range_of(r.from + 1, r.to), NAME_HEAD, NAME_TAIL);
    return content_bytes(s, rest) >= 2 * HAN ? rest : r;
}

/* 为30家企业|引才, 为754家企业和|单位引才: are those who open the clause at token `i` counted, with 为 before? */
static bool given_to_counted(const struct sentence *s, size_t i) {
    i = skip_back(s, i, CLASSES(NOUN, HEAD, AND, LIST_COMMA));
    if (i < 2 || !is_figure(s, i - 1) || note_at(s, i - 2, NOTE_CAUSES)) return false; /* 使326户|农户|人均增收 */
    return note_at(s, i - 2, NOTE_FOR) || s->tokens[i - 2].tag == PREPOSITION;
}

/* 减税使|企业负担减轻3亿元, 阴雨导致|蔬菜减产三成, 这项决定将令|政府收入减少: what caused it is no part of what moved, unless
 * that says little alone: 技术改造使产量提高. Nor is it of what did not move: 强降雨造成|受灾面积2360亩, not 《致家长的信》. */
static struct range without_causer(const struct sentence *s, struct range r, bool moves) {
    size_t i = r.to, least = moves ? HAN : 2 * HAN;
    while (i > r.from && !(is_one_of(s->tokens[i - 1].tag, PREPOSITION, VERB) && note_at(s, i - 1, NOTE_CAUSES) &&
                           token_bytes(&s->tokens[i - 1]) >= least))
        i--;
    bool tells = i > r.from && tag_at(s, i) != OF && content_bytes(s, range_of(i, r.to)) >= 2 * HAN;
    return tells && !(i + 1 == r.to && note_at(s, i, NOTE_GENERIC)) ? range_of(i, r.to) : r;
}

/* Is token `i` the 一 that stands behind 的 in 最多的|一户? */
static bool is_one_of_them(const struct sentence *s, size_t i) {
    return i > 0 && s->tokens[i].candidate >= 0 && s->tokens[i - 1].tag == OF && figure_at(s, i)->refused;
}

/* 判赔额最高的|一案, 存栏最多的|一户, 最多的|一次|发还案款: which one of them it was names nothing. */
static struct range without_one(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u) return r;
    size_t last = r.to - 1u;
    if (is_one_character(&s->tokens[last]) && is_one_of_them(s, last - 1)) {
        if (unit_at_is(s, last - 1, UNIT_TIME)) return range_of(last, r.to); /* 最多的|一天|跑 */
        last--;                                                              /* 一|案 */
    }
    if (last > r.from + 2u && is_one_of_them(s, last)) return range_of(r.from, last - 1);
    return is_one_of_them(s, r.from) ? range_of(r.from + 1u, r.to) : r;
}

/* What calls for a step; of those that tell how something moved, a time too: 同比. A name without it is stripped and done. */
#define STEPS                                                                                                                  \
    (TRAIT_PREPOSITION | TRAIT_BECOMES | TRAIT_COMPARES | TRAIT_PLAN | TRAIT_EXAMPLES | TRAIT_LIST | TRAIT_OF | TRAIT_LIGHT)

/* 比|全国平均水平: is what the words hold it against, behind their last 比, no more than the norm of a place? */
static bool is_against_norm(const struct sentence *s, struct words words) {
    size_t i = last_of(s, range_of_words(words), CLASSES(THAN)) + 1;
    while (i < words.to && (s->tokens[i].tag == PLACE || note_at(s, i, NOTE_NORM))) i++;
    return i == words.to;
}

/* 债务余额较峰值时的|286亿元|下降, 收入比全国平均水平（|5.2%|）高: the figure is what another is measured against, and of the
 * same thing. */
static bool is_fallen_from(const struct sentence *s, struct words words) {
    bool   bracket = tag_at(s, words.to) == OPEN;
    size_t k = words.to + bracket;
    if (!is_figure(s, k) || !is_one_of(tag_at(s, k + 1 + bracket), GROW, FALL)) return false; /* most */
    return bracket ? tag_at(s, k + 1) == CLOSE && is_against_norm(s, words) : s->tokens[words.to - 1].tag == OF;
}

/* 在全国地级市|排位上升|11位: so many places in a ranking, and not of those that it ranks. */
static bool climbs(const struct sentence *s, struct range r) {
    size_t moved = skip_back(s, r.to, CLASSES(GROW, FALL, IMPROVE, ADVERB));
    return moved < r.to && moved > r.from && s->tokens[moved - 1].tag == RANK;
}

/* 寄递农产品|带动农业产值, 文旅活动|拉动周边消费: what is moved by it, with the verb; not 带动 that closes the name. */
static struct range from_driver(const struct sentence *s, struct range r) {
    size_t verb = r.to;
    while (verb > r.from && !token_ending(s, verb - 1, EDGE_DRIVES)) verb--;
    bool told = verb > r.from + 1u && content_bytes(s, range_of(verb, r.to)) >= 2 * HAN;
    if (told) r.from = (uint32_t)(verb - 1);
    return r;
}

/* The steps in their order, each passed over when no word calls for it. */
APART static struct range step_by_step(const struct sentence *s, struct words words, enum kind kind, bool counted) {
    struct range r = range_of_words(words);
    uint32_t     traits = words.traits;
    bool         moves = kind_moves(kind);
    bool         against = moves || kind == KIND_MULTIPLE || (traits & TRAIT_COMPARES && is_fallen_from(s, words));
    if (kind == KIND_RANK || (kind == KIND_CHANGE && climbs(s, r))) r = without_field(s, r);
    if (kind == KIND_RANK || kind == KIND_MULTIPLE || kind == KIND_SHARE) r = without_measure(s, r, kind);
    if (traits & TRAIT_PREPOSITION) r = without_direction(s, r);
    if (words.notes & NOTE_FOR || counted) r = without_beneficiary(s, r, counted);
    r = strip(s, r, NAME_HEAD & ~TRAIT_COMPARES, NAME_TAIL);
    if (words.notes & NOTE_ORGAN) r = without_organ(s, r);
    if (words.notes & NOTE_THAN || (against && traits & (TRAIT_COMPARES | TRAIT_TIME))) r = without_comparison(s, r, against);
    if (moves && traits & (TRAIT_MOVES | TRAIT_BECOMES)) r = strip(s, r, 0, NAME_TAIL | TRAIT_MOVES | TRAIT_BECOMES);
    if ((moves || kind == KIND_LEVEL) && words.notes & NOTE_CAUSES) r = strip(s, without_causer(s, r, moves), NAME_HEAD, 0);
    if (traits & TRAIT_BECOMES) r = before_becoming(s, r);
    if (traits & TRAIT_PLAN) r = without_planner(s, without_plan(s, r));
    if (traits & TRAIT_EXAMPLES) r = without_examples(s, r);
    if (traits & TRAIT_LIST && !(traits & TRAIT_EACH)) r = last_item(s, r);
    if (traits & TRAIT_OF) r = without_clause(s, without_one(s, r));
    if (traits & TRAIT_LIGHT) r = behind_light_verb(s, r);
    if (traits & TRAIT_PREPOSITION) r = without_phrase(s, r, words.to);
    if (in_classes(FROM, s->classes) && kind != KIND_RANK) r = without_agent(s, r);
    if (words.notes & NOTE_FUND) r = without_giver(s, r);
    if (kind != KIND_SHARE) r = without_doer(s, r, words.to);
    bool drives = kind == KIND_CHANGE && words.notes & NOTE_SENDS; /* 消费支出拉动国内生产总值|增长1.0个百分点 */
    if (traits & TRAIT_VERB && !drives) r = without_subject(s, r);
    if (kind == KIND_LEVEL && words.notes & NOTE_SENDS) r = from_driver(s, r);
    if (kind == KIND_RANK) r = without_scope(s, r);
    return without_place(s, strip(s, r, NAME_HEAD, NAME_TAIL));
}

/* 即|由32万吨增加到38万吨: the words only say the figure before otherwise, or that it can be so. */
static bool says_again(const struct sentence *s, struct range r) {
    if (r.to != r.from + 1u || !is_one_character(&s->tokens[r.from])) return false;
    return words_ending(s, r.from, r.to, EDGE_SAME) != NULL;
}

static struct range narrowed(const struct sentence *s, struct words words, enum kind kind) {
    struct range r = range_of_words(words);
    bool         moves = kind_moves(kind);
    uint32_t     steps = moves || kind == KIND_MULTIPLE ? STEPS | TRAIT_TIME : STEPS;
    bool         counted = given_to_counted(s, r.from);
    bool called = (words.traits & steps) | (words.notes & (NOTE_FOR | NOTE_THAN | NOTE_ORGAN | NOTE_CAUSES | NOTE_SENDS)) |
                  (kind == KIND_RANK) | counted;
    if (called || (words.traits & TRAIT_VERB && is_long(s, r))) return step_by_step(s, words, kind, counted);
    r = without_place(s, strip(s, r, NAME_HEAD, NAME_TAIL));
    if (kind != KIND_SHARE) r = without_doer(s, r, words.to);
    return moves ? strip(s, r, 0, NAME_TAIL | TRAIT_MOVES) : r;
}

/* 像青禾小学|这样的|教学点: what it is like. */
static struct range without_likeness(const struct sentence *s, uint64_t notes, struct range r) {
    if (!(notes & NOTE_SETTING) || has_hole(r)) return r; /* most */
    size_t like = r.to;
    while (like > r.from && !(s->tokens[like - 1].tag == ADVERB && note_at(s, like - 1, NOTE_SETTING))) like--;
    struct range rest = strip(s, range_of(like, r.to), NAME_HEAD, NAME_TAIL);
    return like > r.from && content_bytes(s, rest) >= 2 * HAN ? rest : r;
}

/* 一件|棉袄|穿了十多年: does the name open with the article of any one thing? 一次网 is one word, and 一个人、一只药箱 a list.
 */
static bool opens_with_article(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u || !is_article(s, r.from) || has_hole(r)) return false; /* most */
    const struct candidate *c = figure_at(s, r.from);
    const struct token     *thing = &s->tokens[r.from + 1u];
    if (!c->quantity.unit || event_unit(c) || !numeral_is_one(&c->quantity.numeral)) return false;
    if (tag_before(s, r.from) == REACH || has_class(s, r, CLASSES(LIST_COMMA))) return false;
    return is_one_of(thing->tag, NOUN, HEAD) && thing->candidate < 0 &&
           content_bytes(s, range_of(r.from + 1u, r.to)) >= 2 * HAN;
}

/* 一|干|就是20年, 在工地|一|待|就是半年: does the name end with the 一 of what went on so long, and that deed? */
static bool ends_with_one(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u || s->tokens[r.to - 2u].candidate < 0) return false; /* most */
    if (has_hole(r) || !is_one_of(tag_at(s, r.to), ADVERB, REACH)) return false;
    if (r.to > r.from + 2u && tag_at(s, r.to + 1u) != DURATION) return false;
    const struct candidate *one = figure_at(s, r.to - 2u);
    return one->refused && !one->quantity.unit && numeral_is_one(&one->quantity.numeral);
}

/* The verb behind a place that opens `r`, 县城|建成采摘园, 路口|安装抓拍系统: the first that is no part of a noun, as 换电 of
 * 换电站 is; where there is none, the first that may be one, 园区|检查门店. */
static size_t deed_at(const struct sentence *s, struct range r) {
    size_t maybe = r.to;
    if (s->tokens[r.from].tag == VERBAL) return maybe; /* 在全市|推广防控技术 */
    for (size_t i = r.from; i + 1u < r.to; i++) {
        size_t noun = skip(s, i + 1, CLASSES(NOUN, HEAD));
        bool   part = noun == i + 2 && noun < r.to && is_one_character(&s->tokens[i + 1]);
        if (does(s, i) && !part) return i;
        bool only = noun == r.to && i > r.from && s->tokens[i].tag == VERBAL; /* not 工业|建设方面支出 */
        for (size_t k = i + 1; only && k < noun; k++) only = !token_ending(s, k, EDGE_FACET);
        if (only) maybe = i;
    }
    return maybe;
}

/* 走进校园|发放手册: the verb of the last deed. */
static size_t last_verb(const struct sentence *s, struct range r) {
    size_t object = skip_back(s, r.to, CLASSES(NOUN, HEAD));
    bool   governed = object < r.to && object > r.from && s->tokens[object - 1].tag == VERB;
    return governed && content_bytes(s, range_of(object, r.to)) >= 2 * HAN ? object - 1 : r.to;
}

/* 在城市公园|设立颁证点, 与高校|共建平台, 走进校园|发放手册, 利用校舍|新增驿站: of two deeds, each with its object, the last is
 * counted; where and with whom it was done, who was sent and what was used for it names nothing, unlike 在中央级媒体发表稿件.
 */
static struct range last_deed(const struct sentence *s, struct range r) {
    size_t opens = skip_back(s, r.from, CLASSES(ADVERB, PLACE, BOTH)); /* 在主要|路口, 在各|小区 */
    bool   along = tag_before(s, opens) == AND && token_opening(s, opens - 1, EDGE_ALONG) && starts_clause(s, opens - 1);
    bool   at = along || note_at(s, opens - 1, NOTE_AT);
    if (r.to < r.from + 3u || has_hole(r)) return r; /* most */
    bool by = token_opening(s, r.from, EDGE_ELAPSES) || note_at(s, r.from, NOTE_SENDS | NOTE_VISITS);
    if (!at && !by) return r;
    size_t verb = at ? deed_at(s, r) : last_verb(s, r);
    if (verb >= r.to || verb <= r.from) return r;
    if (along && verb + 2u == r.to && s->tokens[verb].tag == VERBAL && note_at(s, r.to - 1u, NOTE_GENERIC))
        return r; /* 与日本|贸易|总值 */
    const struct word *used = at ? NULL : token_opening(s, r.from, EDGE_ELAPSES);
    bool               within = used && used->text.len < token_bytes(&s->tokens[r.from]); /* |沿滨河路|新建步道 */
    struct range       where = range_of(r.from + (!at && !within), verb);
    if (has_class(s, where, CLASSES(OF, LIGHT, FIGURES, COMMA, REACH, GROW, FALL, LEVEL) | (at ? 0 : CLASSES(VERB, VERBAL))))
        return r;
    bool told = content_bytes(s, where) >= 2 * HAN && content_bytes(s, range_of(verb + 1, r.to)) >= 2 * HAN;
    return told ? range_of(verb, r.to) : r;
}

/* 达到|小康标准的户: those who come up to something, which the name tells; not 拥有|职称的教师. */
static struct range with_standard(const struct sentence *s, struct words words, struct range r) {
    if (!(words.traits & TRAIT_OF) || r.from == 0 || has_hole(r)) return r; /* most */
    const struct token *comes_up = &s->tokens[r.from - 1];
    size_t              of = last_of(s, r, CLASSES(OF));
    bool reaches = comes_up->tag == REACH && token_bytes(comes_up) == 2 * HAN && of != SIZE_MAX && of + 1 < r.to &&
                   is_one_of(s->tokens[of - 1].tag, NOUN, HEAD) &&
                   !has_note(comes_up, NOTE_HAS | NOTE_EXPECTED | NOTE_ATTAINS) &&
                   !has_class(s, range_of(r.from, of), CLASSES(FIGURES));
    return reaches ? range_of(r.from - 1, r.to) : r;
}

/* 李明, of whom a length of time is told: a surname with one or two characters that no table knows. */
static bool is_surnamed(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    size_t              bytes = token_bytes(t);
    return !t->word && bytes >= 2 * HAN && bytes <= 3 * HAN && lexicon_surname(s->lexicon, token_text(s, i));
}

/* 预报员葛琳|和同事: behind the noun at token `i` and those who were with them. */
static size_t behind_mates(const struct sentence *s, size_t i) {
    bool mates = tag_at(s, i + 1) == AND && tag_at(s, i + 2) == NOUN && token_ending(s, i + 2, EDGE_PERSON);
    return mates ? i + 3 : i + 1;
}

/* 种粮大户马占林|今年|种植玉米, 李明|曾|在县城打工8年, 卖烧烤的摊主孙玉梅|在这里经营11年: what somebody did names it, and not
 * he who did. */
static struct range without_person(const struct sentence *s, struct range r) {
    size_t whose = has_hole(r) ? r.to : skip(s, r.from, CLASSES(NOUN, HEAD)); /* 乡村医生赵国栋|的药箱, 老周|的小店 */
    bool  his = whose > r.from && whose + 1u < r.to && s->tokens[whose].tag == OF;
    slice owner = his ? sentence_text(s, r.from, whose) : SLICE_NONE; /* 列车长赵敏|值乘的列车 */
    owner.len = his ? person_end(s->lexicon, owner) : 0;
    his = his && is_someone(s->lexicon, owner) && !(whose + 2u == r.to && note_at(s, whose + 1, NOTE_GENERIC));
    if (his && content_bytes(s, range_of(whose + 1, r.to)) >= 2 * HAN) r.from = (uint32_t)whose + 1u; /* not 王师傅|的工资 */
    size_t of = in_classes(OF, s->classes) ? last_of(s, r, CLASSES(OF)) : SIZE_MAX, who = of == SIZE_MAX ? r.from : of + 1;
    if (r.to < who + 2u || s->tokens[who].tag != NOUN || has_hole(r)) return r; /* most */
    size_t behind = behind_mates(s, who), does = behind;
    while (is_one_of(tag_at(s, does), ADVERB, DONE, DATE, RUNNING) && !is_adjective(s, does)) does++;
    bool at = tag_at(s, does) == PREPOSITION && (does > behind || of != SIZE_MAX); /* 曾|在云岭 */
    does += at && note_at(s, does, NOTE_AT);
    if (does == behind || does >= r.to) return r;
    bool lasts = tag_at(s, skip(s, r.to, CLASSES(ADVERB, DONE))) == DURATION;
    bool named = (lasts && is_surnamed(s, who)) || (!s->tokens[who].word && person_named(s->lexicon, token_text(s, who)));
    struct range rest = range_of(does, r.to);
    return named && content_bytes(s, rest) >= 2 * HAN ? rest : r;
}

/* 救助人数|在|过去|五年, 救助人数|过去|五年: the length of time behind the words frames what was said, and so does what opens
 * it. */
static struct range without_span(const struct sentence *s, struct range r) {
    bool spans = r.to > r.from + 1u && is_one_of(tag_at(s, r.to), DATE, DURATION) && note_at(s, r.to - 1, NOTE_SPAN);
    bool often = r.to > r.from + 1u && note_at(s, r.to - 1, NOTE_OFTEN) &&
                 is_one_of(tag_at(s, r.to), GROW, FALL, GROW_TO, FALL_TO); /* 手术节数|每周|增加66节 */
    return spans || often ? strip(s, range_of(r.from, r.to - 1u), NAME_HEAD, NAME_TAIL) : r;
}

/* 在|海拔|1680米的滑雪场, 科考队在|珠峰海拔|8830米处: what is measured where something is, which is all that a size is of. */
static struct range without_at(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u || !figure_is(s, r.to, physical_unit)) return r; /* most */
    size_t at = skip_back(s, r.to, CLASSES(NOUN, HEAD));
    bool   there = at > r.from && at < r.to && note_at(s, at - 1, NOTE_AT);
    bool   sized = at + 1u == r.to ? tag_at(s, r.to + 1u) == OF : s->tokens[r.to - 1].tag == HEAD;
    return there && sized ? range_of(at, r.to) : r;
}

/* 药价|在集采后|由5.6元降至0.32元: less when it moved. */
static struct range before_time_at(const struct sentence *s, struct range r) {
    if (tag_at(s, r.to) != FROM || r.to < r.from + 3u) return r; /* most */
    size_t at = last_of(s, r, CLASSES(PREPOSITION));
    bool   when = at != SIZE_MAX && at > r.from && note_at(s, at, NOTE_AT) && token_ending(s, r.to - 1u, EDGE_AMONG);
    return when ? range_of(r.from, at) : r;
}

/* 12家|企业|向灾区捐款86万元, 6名|医生|为村民量血压200人次: less those who did it, before the word for whom. */
static struct range behind_giver(const struct sentence *s, struct range r) {
    size_t who = skip(s, r.from, CLASSES(NOUN, HEAD, LEVEL)), to = skip(s, who, CLASSES(ADVERB, DATE, DONE));
    if (who == r.from || to + 2u >= r.to) return r; /* most */
    const struct token *whom = &s->tokens[to];
    if (whom->tag == PREPOSITION && has_note(whom, NOTE_AT)) { /* 代表团|在省运会上|夺得32金 */
        size_t did = skip(s, to + 1, CLASSES(NOUN, HEAD, VERBAL));
        bool   there =
            did > to + 1 && did < r.to && (token_ending(s, did - 1, EDGE_WHERE) || token_ending(s, did - 1, EDGE_AMONG));
        return there && is_one_of(s->tokens[did].tag, AWARD, VERB) ? range_of(did, r.to) : r;
    }
    bool gives = whom->tag == PREPOSITION ? !whom->notes : whom->tag == REACH && has_note(whom, NOTE_FOR);
    bool given = gives && content_bytes(s, range_of(to + 1, r.to)) >= 4 * HAN;
    bool body = given && (names_doer(s, r.from, who) || is_figure(s, r.from - 1) ||
                          lexicon_ends_in(s->lexicon, sentence_text(s, r.from, who), ONE_OF_EDGES(EDGE_PERSON, EDGE_EARNER)));
    return body ? range_of(to + 1, r.to) : r;
}

/* 卖|得|最好|的|冰箱贴, 长得最高的|古树: less what only tells how, where a noun stands behind it. */
static struct range without_degree_of(const struct sentence *s, struct range r) {
    enum { LONGEST = 2 };
    if (r.to < r.from + 4u || s->tokens[r.from + 1].tag != OF || !note_at(s, r.from + 1, NOTE_MANNER)) return r;
    size_t of = next_of(s, r.from + 2, CLASSES(OF));
    bool   told = of + 1 < r.to && of <= r.from + 2u + LONGEST && is_one_of(tag_at(s, of + 1), NOUN, HEAD, VERBAL, QUOTE);
    return told && content_bytes(s, range_of(of + 1, r.to)) >= 2 * HAN ? range_of(of + 1, r.to) : r;
}

struct range narrow(const struct sentence *s, struct words words, enum kind kind) {
    words = without_preamble(s, words, kind);
    struct range r = narrowed(s, words, kind);
    if (kind == KIND_GROWTH && words.notes & NOTE_SENDS) r = without_driver(s, r);
    if (says_again(s, r)) return range_of(r.to, r.to);
    r = without_when(s, without_likeness(s, words.notes, r));
    size_t deed = deed_before_after(s, r);
    if (deed < r.to && kind == KIND_GROWTH) return range_of(r.to, r.to); /* 收入12亿元，还原退税|后|增长5% */
    if (deed > r.from && deed + 1u < r.to) r = range_of(r.from, deed);
    if (r.to > r.from + 1u && alone_at_edge(s, r.to - 1u, EDGE_HANGS)) r.to--; /* 志愿队成立|才|8个月 */
    if (r.to > r.from + 2u && s->tokens[r.to - 1].candidate >= 0 && s->tokens[r.to - 2].tag == RUNNING)
        r.to -= 2; /* 涨幅|连续第四个月|为0.4% */
    bool does = r.to > r.from + 1u && is_one_of(s->tokens[r.from + 1].tag, VERB, VERBAL, LIGHT, AWARD, GROW, FALL);
    r.from += does && says_again(s, range_of(r.from, r.from + 1)); /* 即|新建, 可|节约 */
    if (ends_with_one(s, r)) r.from = r.to - 1u;
    r.from += kind == KIND_LEVEL && opens_with_article(s, r);
    r = before_time_at(s, without_at(s, without_span(s, with_standard(s, words, without_degree_of(s, r)))));
    if (kind == KIND_LEVEL) r = behind_giver(s, r);
    return kind == KIND_LEVEL ? last_deed(s, without_person(s, r)) : r;
}
