/* The words before a figure in its clause, 处置网络舆情313起: which of them name it, and where they only tell of what it is
 * compared with. */
#include "extract/naming/named_before.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/borrow.h"
#include "extract/naming/clause.h"
#include "extract/naming/doer.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"
#include "extract/naming/one_word.h"
#include "extract/naming/rank.h"
#include "extract/naming/some.h"
#include "extract/naming/when.h"

#include "extract/base/banned.h"

/* 车流量|由通车之初的3000辆增加到3.2万辆: when it was so is no part of the name. */
static struct words without_beginning(const struct sentence *s, struct words before) {
    size_t from = last_of(s, range_of_words(before), CLASSES(FROM));
    bool   named = from != SIZE_MAX && content_bytes(s, range_of(before.from, from)) >= 2 * HAN;
    return named ? words_of(s, range_of(before.from, from)) : before;
}

/* 修鞋|一双|8元: for how many, and 收入从|零|增长到56万元: where it began; neither is counted. 每月探望|一次|的占34% is who
 * does. */
static struct range without_article(const struct sentence *s, struct range name) {
    if (tag_at(s, name.to) == OF && tag_at(s, name.to + 1u) == SHARE) return name;
    while (name.to > name.from + 1u && is_article(s, name.to - 1u) && s->tokens[name.to - 2].tag != OF) /* not 最小的|一笔 */
        name.to -= 1u + (s->tokens[name.to - 2].tag == FROM);
    return name;
}

/* 每亩|增收800元, 每户每年|减支300元: what moves something that it names itself, and of each what; else `name`. */
static struct range moved_each(const struct sentence *s, size_t k, struct range name) {
    k = skip_back(s, k, CLASSES(ADVERB, QUALIFIER));
    size_t per = k;
    if (k == 0 || !note_at(s, --per, NOTE_OBJECT)) return name;
    per = skip_back(s, per, CLASSES(ADVERB));
    return tag_before(s, per) == PER_NOUN ? range_of(per - 1, k) : name;
}

/* 病例最多的乡镇|是|城关镇（|88例）, 位居前三位的行业|是|制造业|7216家: who that is, whose number it is. */
static struct range who_that_is(const struct sentence *s, const struct candidate *c, struct range name) {
    size_t is = last_of(s, name, CLASSES(REACH));
    bool   told = is != SIZE_MAX && is > name.from && note_at(s, is, NOTE_IS);
    if (!told) return name; /* most */
    size_t clause = back_to(s, is, CLASSES(COMMA, STOP, COLON));
    bool   most = is_one_character(&s->tokens[is]) && has_class(s, range_of(clause, is), CLASSES(OF)) &&
                skip(s, is + 1u, CLASSES(NOUN, HEAD)) == c->token;
    told = tag_before(s, c->token) == OPEN || most;
    return told && content_bytes(s, range_of(is + 1, name.to)) >= 2 * HAN ? range_of(is + 1, name.to) : name;
}

/* 村集体, 企业, 贫困户: may what closes the name have so much more itself, and not 税收收入? */
static bool may_earn(const struct sentence *s, struct range name) {
    const struct token *last = &s->tokens[name.to - 1];
    return last->tag == NOUN || has_note(last, NOTE_THING) ||
           lexicon_ending(s->lexicon, sentence_text(s, name.from, name.to), EDGE_PERSON);
}

/* 办理时间缩短15天 is a level by its unit, and named like a change. */
struct range name_before(const struct sentence *s, const struct candidate *c, struct words before) {
    if (c->role == ROLE_FROM && tag_before(s, skip_back(s, c->token, CLASSES(PER, PER_NOUN))) == OF)
        before = without_beginning(s, before); /* 水价|由各村自定的每吨|3元 */
    size_t verb = c->token - (c->token > 0);
    verb -= verb > 0 && s->tokens[verb].tag == ADVERB;  /* 减少|了|12分钟 */
    bool moved = s->tokens[c->token].tag == DURATION && /* 较批复工期|提前5个月 */
                 (is_one_of(s->tokens[verb].tag, GROW, FALL) || before.traits & TRAIT_COMPARES);
    struct range name = without_article(s, narrow(s, before, moved ? KIND_CHANGE : c->kind));
    name = who_that_is(s, c, name);
    name.to -= name.to > name.from + 1u && s->tokens[name.to - 1].tag == NONE; /* 案件|没有|一件反弹 */
    if (c->kind == KIND_LEVEL) return name;                                    /* most */
    if (kind_moves(c->kind)) name = behind_after(s, name);
    if (name.from == name.to) return c->kind == KIND_CHANGE ? moved_each(s, c->token, name) : name;
    const struct token *last = &s->tokens[name.to - (name.to > 0)];
    bool                little = has_note(last, NOTE_PER) || content_bytes(s, name) < 2 * HAN;
    bool                per = c->kind == KIND_CHANGE && name.to < c->token && little;
    bool often = per && (has_note(&last[1], NOTE_OFTEN) || last[1].tag == ADVERB); /* 人均|每月|增收, 每村|年均|增收 */
    name.to += per && has_note(&last[1 + often], NOTE_OBJECT) ? 1 + often : 0;     /* 户均|增收, 为农|增收 */
    size_t itself =
        little ? c->token : skip(s, name.to, CLASSES(ADVERB, PER_NOUN)); /* 村集体|增收, 农户|年均增收, 稻子每斤|多卖 */
    bool who = may_earn(s, name) || (itself > name.to && s->tokens[itself - 1].tag == PER_NOUN);
    bool sum = money_unit(c) || is_one_of(s->tokens[c->token].tag, POINTS, BARE); /* 央行|降息10个基点, 直播间|涨粉3万 */
    bool earns = sum && c->kind == KIND_CHANGE && who && !(before.traits & TRAIT_COMPARES);
    if (earns && itself < c->token && note_at(s, itself, NOTE_OBJECT)) name.to = (uint16_t)(itself + 1);
    return name;
}

/* 一个月|交|200元, 一天|卖|300元, 一天|送|了180件: what is done in each, by a verb of one character, not 一天|里. */
static bool does_each(const struct sentence *s, const struct candidate *c, struct range name) {
    const struct token *verb = &s->tokens[name.from];
    if (name.from == 0 || verb[-1].candidate < 0 || name.to != skip_back(s, c->token, CLASSES(ADVERB))) return false;
    if (verb->tag != VERB && (verb->tag != NOUN || verb->word)) return false;
    return is_one_of(verb[-1].tag, DATE, DURATION) && s->candidates[verb[-1].candidate].refused &&
           !token_ending(s, name.from, EDGE_AMONG) && !token_opening(s, name.from, EDGE_HANGS); /* 一天|才|9个 */
}

/* 去年|卖|了300斤, 前年|收|300斤: what was done then, by a verb of one character; not 2015年|时, 1月|底. */
static bool did_then(const struct sentence *s, const struct candidate *c, struct range name) {
    const struct token *verb = &s->tokens[name.from];
    if (!period_at(s, name.from - 1u) || name.to != skip_back(s, c->token, CLASSES(ADVERB))) return false; /* most */
    return verb->tag == VERB || (verb->tag == NOUN && token_ending(s, name.from, EDGE_PAID) != NULL);
}

/* Python（44.8%）、|Go|（30.6%）: letters that an item of a list is called by, with its figure in a bracket. */
static bool is_called(const struct sentence *s, const struct candidate *c, struct range name) {
    if (name.to != name.from + 1u || c->token != name.to + 1u || s->tokens[name.to].tag != OPEN) return false; /* most */
    return ascii_letter((unsigned char)s->text.ptr[s->tokens[name.from].start]);
}

/* 承办法官|三次|上门走访, 救援大队|3个|救援组: do those who did it stand alone before the figure, and behind it what they did
 * so often, or what they have so many of? */
static bool only_who(const struct sentence *s, const struct candidate *c, struct range name) {
    size_t k = c->token;
    if (!counts(c) || name.from == name.to || name.to != k || !is_one_of(tag_at(s, k + 1), VERB, VERBAL))
        return false; /* most */
    bool does = event_unit(c) || (!person_unit(c) && tag_at(s, k + 1) == VERBAL && is_one_of(tag_at(s, k + 2), NOUN, HEAD));
    bool who = names_doer(s, name.from, name.to) || token_ending(s, name.to - 1u, EDGE_PERSON);
    return does && who && !has_class(s, name, CLASSES(OF, LIST_COMMA, AND));
}

/* Where what they did so often, or have so many of, ends that starts at token `i`: 上门走访, 救援组, 召开|座谈会. */
static size_t done_end(const struct sentence *s, size_t i) {
    size_t verbs = skip(s, i + 1, CLASSES(VERB, VERBAL));
    return skip(s, verbs, CLASSES(NOUN, HEAD));
}

/* Do those words name it at all? */
static bool names(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence  *s = n->s;
    const struct candidate *previous = n->previous;
    if (is_called(s, c, name)) return true;
    if (!says_something(s, name)) return false;
    /* 公安4项工作名列第一: the noun that the figure before took names both; 连续5年安排改造资金共计1.2亿元 has names for both.
     */
    bool lasted = previous_is(n, DURATION);
    if (previous && !lasted && before.from == previous->token + 1u && slice_ends(previous->metric, name_of(s, name, n->arena)))
        return false;
    /* 2015年时, 3万者, 服务名额，|会|在今年增加480个: one character names nothing; 全年GDP does. */
    const struct token *last = &s->tokens[name.to - (name.to > 0)];
    if (name.to == name.from + 1u && is_article(s, name.from)) return false; /* 是|一个|有320户的村 */
    bool often = !previous && name.to == name.from + 1u && has_note(last, NOTE_OFTEN) && before.from > 0;
    if (often && s->tokens[before.from - 1].tag == COMMA) return false; /* 开设冰雪课，|每周|2节 */
    bool one = name.to == name.from + 1 && last->end == utf8_next(s->text, last->start);
    bool behind = name.from > 0 && is_one_of(last[-1].tag, DATE, COUNT, SMALL_COUNT, PERCENT, BARE, DURATION);
    if (one && ((behind && !does_each(s, c, name) && !did_then(s, c, name)) || tag_at(s, name.to) == PREPOSITION)) return false;
    /* 补贴资金3亿元，已|拨|2.6亿元: of what was to be paid */
    if (one && name.from > 0 && last[-1].tag == DONE && previous && money_unit(c) && same_unit(previous, c)) return false;
    const struct word *hangs = name.to == name.from + 1 && !last->word && token_bytes(last) == 2 * HAN
                                   ? token_opening(s, name.from, EDGE_HANGS)
                                   : NULL;
    if (hangs && hangs->text.len == HAN && previous) return false; /* 一门课12节，|才收|300元 */
    struct range still = previous ? without_after(s, name) : name; /* 满意率为90%，整改后|提高到96% */
    if (still.from == still.to && same_unit(previous, c)) return false;
    /* 总产量3680亿斤，完成年度计划的102%: the plan is that of the figure before. */
    bool goal = last->tag == PLAN || has_note(last, NOTE_GOAL);
    bool other = previous && counts(c) && name.to > name.from + 1u && /* 收缴枪支15支，完成安保|任务57场 */
                 !same_unit(previous, c);
    bool time = s->tokens[c->token].tag == DURATION;   /* 关停锅炉3台，确保减排|任务提前一年完成 */
    const struct token *first = &s->tokens[name.from]; /* 收入预算15亿元，支出|预算42亿元 */
    bool                whose = c->kind == KIND_LEVEL && first < last && first->tag == HEAD;
    if (!goal || other || time || whose || content_bytes(s, name) > 4 * HAN) return true;
    return !previous && !clause_before(s, before.from, KIND_GROWTH, n->arena).len; /* 零售额，由于缺货，只完成计划的94% */
}

/* Does a size that is none of itself stand right before figure `p`: 产值超亿元|21家? */
static bool is_sized(const struct sentence *s, const struct candidate *p) {
    int size = p->token > 0 ? s->tokens[p->token - 1].candidate : -1;
    return size >= 0 && s->candidates[size].refused;
}

/* 企业48家，产值超亿元21家、|纳税超千万元|9家: the figure that counts by the same unit and is sized by nothing; `p` where none
 * does.
 */
static const struct candidate *unsized(const struct sentence *s, const struct candidate *p) {
    const struct candidate *whole = p;
    while (whole > s->candidates && (is_sized(s, whole) || whole->refused || !whole->metric.len)) whole--;
    bool counts_them = same_unit(whole, p) && whole->metric.len && !whole->refused && !is_sized(s, whole);
    return counts_them ? whole : p;
}

/* 外贸企业1万家，其中进出口额超10亿元的|86家: a class of what the figure before counts. */
static slice of_whole(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    bool class = name.to > name.from + 1u && n->s->tokens[name.to - 1].candidate >= 0; /* a bare class is told already */
    bool same = class && n->previous && counts(c) && same_unit(n->previous, c);
    if (!same) return own;                                             /* most */
    if (unit_at_is(n->s, name.to - 1u, UNIT_MEASURE_WORD)) return own; /* 产值超百亿企业|3家 */
    slice whole = whole_of_part(n->s, unsized(n->s, n->previous))->metric;
    return joined(own, metric_without_head(n->s, object_of(n->s, whole)), n->arena);
}

/* 路线|自68条增至102条, 产值|翻了3倍 */
static slice without_move(const struct sentence *s, const struct candidate *c, slice own) {
    if (c->role != ROLE_FROM && c->kind != KIND_GROWTH) return own; /* most */
    return without_ending(s->lexicon, own, c->role == ROLE_FROM ? EDGE_BEGUN : EDGE_DOUBLED, 2 * HAN);
}

/* 铁路|发送旅客1516万人次，其中长三角铁路|286万人次: what those do of whom the whole is told, of which this is a part; not
 * 专利| 授权96项，其中发明专利|17项, which counts them. */
static slice part_does(const struct naming *n, const struct candidate *c, struct range before, slice own) {
    const struct sentence *s = n->s;
    const bool part = n->previous && tag_at(s, before.from) == AMONG && own.len >= 3 * HAN && same_unit(n->previous, c);
    if (!part || unit_is(c, UNIT_MEASURE_WORD) || !is_one_of(s->tokens[before.to - 1].tag, NOUN, HEAD)) return own; /* most */
    slice  tail = slice_from(own, own.len - 2 * HAN), whole = n->previous->metric;
    size_t at = slice_find(whole, tail, 0);
    slice  deed = at != SIZE_MAX ? slice_from(whole, at + tail.len) : SLICE_NONE;
    bool   does = deed.len >= 2 * HAN && starts_with_word(s, deed, CLASSES(VERB, VERBAL), 0);
    return does ? joined(own, deed, n->arena) : own;
}

/* 秋粮|收获过九成，其中西北地区完成97.3%，黄淮海地区|完成93.5%: how far the same is at the places that a whole is parted into.
 */
static slice part_of_places(const struct naming *n, const struct candidate *c, slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *whole = s->candidates;
    bool asked = c->kind == KIND_SHARE && c > whole && in_classes(AMONG, s->classes) && !in_classes(SHARE, s->classes);
    if (!asked || whole->refused || whole->kind != KIND_SHARE || !same_unit(whole, c)) return own; /* most */
    bool place = lexicon_ending(s->lexicon, own, EDGE_AREA);
    bool behind = has_class(s, range_of(whole->token, c->token), CLASSES(AMONG));
    return place && behind ? joined(own, whole->metric, n->arena) : own;
}

static slice named_by_clause(struct naming *n, const struct candidate *c, struct range before, struct range name) {
    slice own = without_move(n->s, c, of_whole(n, c, name, completed(n, c, before, name)));
    own = said_of_some(n, c, part_of_places(n, c, part_does(n, c, before, own)));
    bool                    part = tag_at(n->s, before.from) == AMONG; /* 学校300所（其中幼儿园286所） */
    bool                    asked = own.len <= 3 * HAN && !part && in_classes(OPEN, n->s->classes);
    const struct candidate *whole = asked ? whole_of_bracket(n->s, c, before.from) : NULL;
    slice                   lent = n->carry->lent.head; /* 用水量3亿立方米，其中工业1亿立方米，农业2亿立方米: 工业 lends what it was lent */
    bool                    aside = tells_why(n->s, c->token);
    if (!aside && (!lent.len || !slice_ends(own, lent) || slice_ends(sentence_text(n->s, name.from, name.to), lent)))
        lend_note(n, c, name);
    if (aside) return own;
    if (!in_classes(AMONG, n->s->classes) || !has_class(n->s, range_of(0, name.from), CLASSES(AMONG))) n->carry->whole = own;
    slice of = whole ? object_of(n->s, whole->metric) : SLICE_NONE;
    size_t last = of.len ? word_at_end(n->s, of, CLASSES(HEAD, NOUN), 0) : n->s->count; /* 外贸进出口（|出口24亿元） */
    if (last < n->s->count && n->s->tokens[last].word && token_text(n->s, last).len > own.len &&
        slice_ends(of, slice_from(own, own.len - HAN)))
        return own;
    bool sort =
        own.len == 2 * HAN && slice_ends(of, slice_from(own, HAN)) && utf8_parts(of, own.len); /* 比赛奖牌9枚（|金牌3枚） */
    return joined(sort ? slice_less(of, own.len) : own, sort ? own : of, n->arena);
}

/* 人均结案391件，同比|多结42件; 发电量46亿千瓦时，同比|增发3亿千瓦时: there was more of what the figure before counts. */
static bool says_more(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_CHANGE || !n->previous) return false;
    bool moved = name.to == name.from + 2u && is_one_of(s->tokens[name.from].tag, GROW, FALL) &&
                 sentence_text(s, name.from, name.to).len == 2 * HAN;
    if (!moved && name.to != name.from + 1u) return false;
    const struct candidate *of = antecedent(n, c, SAME_UNIT); /* 蓄水4.6亿立方米，占总库容的68%，比上年|多蓄1.1亿立方米 */
    bool                    same = same_unit(of, c);
    return same && (moved || token_opening(s, name.from, EDGE_MORE));
}

/* 最大用电负荷860万千瓦，较去年|最高负荷|增长7.8%: only what it is compared with, for it ends as the name before does. */
static bool is_compared_with(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence *s = n->s;
    bool                   moves = kind_moves(c->kind);
    bool                   than = moves && s->tokens[c->token].tag == POINTS && tag_at(s, before.from) == QUALIFIER;
    if (than && n->previous) return true; /* 超|序时进度|1.8个百分点 */
    if (!moves || !n->previous || name.from == name.to) return false;
    if (name.from != before.from + 1u || !is_one_of(s->tokens[before.from].tag, ON_YEAR, THAN)) return false;
    slice words = sentence_text(s, name.from, name.to);
    if (note_at(s, name.to - 1, NOTE_BASIS)) return true; /* 比上年|国防费决算数|减少 */
    bool points = s->tokens[c->token].tag == POINTS;      /* 比上年执行率高3.4个百分点 */
    if (!points && name.to + 1u == c->token && token_opening(s, name.to, EDGE_GLUED))
        return true; /* 比去年|实际消费量|高|7.5% */
    return words.len >= 2 * HAN && slice_ends(n->previous->metric, slice_from(words, words.len - 2 * HAN));
}

/* 平均每天有2000多人次|走进书屋: what so many do as often. */
static slice done_as_often(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    bool                   often = name.from < name.to && note_at(s, name.to - 1, NOTE_OFTEN | NOTE_PER) && counts(c);
    if (!often || !is_one_of(tag_at(s, c->token + 1), VERB, VERBAL)) return SLICE_NONE;
    struct range deed = range_of(c->token + 1, object_end(s, c->token + 1));
    return joined(name_of(s, name, n->arena), name_of(s, deed, n->arena), n->arena);
}

/* 7名员工|有5名是听障人士: is figure `c` a part of those that the figure before counts, with the noun and 有 between them? */
static bool is_part_of_before(const struct sentence *s, const struct candidate *c) {
    size_t has = c->token - (c->token > 0);
    if (c == s->candidates || !counts(c) || tag_at(s, has) != REACH) return false; /* most */
    size_t noun = skip_back(s, has, CLASSES(NOUN, HEAD));
    bool   within = noun < has || opens_among(s, has); /* 187户|中有|96户是贫困户 */
    return within && noun == c[-1].token + 1u && same_unit(c - 1, c);
}

/* 楼里|有|19户是租客: is there no more before the count than where they are, in one word, and 有 at token `has`? */
static bool has_those(const struct sentence *s, const struct candidate *c, size_t has) {
    bool there = counts(c) && has + 1u == c->token && note_at(s, has, NOTE_HAS);
    return there && tag_before(s, has) == NOUN && token_ending(s, has - 1, EDGE_AMONG);
}

/* 职工1200人，其中六成为女性, 其中300人是党员: who they are that a share or a part counts. */
slice who_they_are(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 is = skip(s, c->token + 1, CLASSES(ADVERB)); /* 其中3个|也|是 */
    size_t                 among = skip_back(s, c->token, CLASSES(REACH));
    bool                   part = counts(c) && tag_before(s, among) == AMONG; /* 其中|有243个是国货 */
    /* 8个患有孤独症，3个|是脑瘫 */
    part |= counts(c) && n->previous && tag_before(s, among) == COMMA;
    part |= is_part_of_before(s, c) || has_those(s, c, among); /* 楼里有19户|是租客 */
    /* “4万8|是手术费 */
    part |= (money_unit(c) || s->tokens[c->token].tag == BARE) && among == c->token &&
            is_one_of(tag_before(s, among), COMMA, STOP, QUOTE);
    if ((c->kind != KIND_SHARE && !part) || tag_at(s, is) != REACH) return SLICE_NONE;
    if (!note_at(s, is, NOTE_IS)) return SLICE_NONE;
    struct range who = strip(s, range_of(is + 1, object_end(s, is + 1)), NAME_HEAD, NAME_TAIL);
    bool         named = content_bytes(s, who) >= 2 * HAN;
    return named ? name_of(s, who, n->arena) : SLICE_NONE;
}

/* 减少|1/3|审批事项: what moved so much, where no words before say it. */
slice moved_behind(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, from = k + 1 + (tag_at(s, k + 1) == OF), to = from;
    bool lasted = previous_is(n, DURATION) && from > k + 1; /* 连续3个月末位的，|削减|10%的额度 */
    if (c->kind != KIND_GROWTH || (n->previous && !lasted) || !is_one_of(tag_before(s, k), GROW, FALL, IMPROVE))
        return SLICE_NONE;
    while (is_one_of(tag_at(s, to), NOUN, HEAD, VERBAL, VERB, LEVEL, SET_PHRASE) ||
           (to > from && is_one_of(tag_at(s, to), AND, LIST_COMMA) && !note_at(s, to - 1, NOTE_GOAL) &&
            is_one_of(tag_at(s, to + 1), NOUN, HEAD, SET_PHRASE)))
        to++;                                                               /* 宽减100%的|利得税和薪俸税 */
    bool whole = ends_phrase(s, to) || is_one_of(tag_at(s, to), OF, REACH); /* 以减少两成|废物|为目标 */
    return whole && content_bytes(s, range_of(from, to)) >= 2 * HAN ? name_of(s, range_of(from, to), n->arena) : SLICE_NONE;
}

/* 这样的拉链企业，|河埠镇|共有326家: the place tells only where those are of whom the clause before tells. */
static bool only_where(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    size_t end = skip(n->s, name.from + 1u, CLASSES(DATE, ADVERB)); /* 这样的讲座，|河埠镇今年办|了46场 */
    bool   little = end + 1u == name.to && is_one_character(&n->s->tokens[end]);
    if (n->previous || !(name.to == name.from + 1u || little) || !is_place_of_all(n->s, name.from)) return false;
    return clause_before(n->s, before.from, c->kind, n->arena).len > 0;
}

/* 县政府减少|审批事项|三分之一, 可减少|汽车排放物达八成: what was made less by so much stands behind the verb. */
static struct range made_less(const struct sentence *s, const struct candidate *c, struct range name) {
    if (c->kind != KIND_GROWTH || has_hole(name)) return name;                                /* most */
    if (has_class(s, range_of(name.to, c->token), CLASSES(GROW, FALL, IMPROVE))) return name; /* 减排企业用电量|下降|12% */
    size_t object = name.to;
    while (object > name.from &&
           is_one_of(s->tokens[object - 1].tag, NOUN, HEAD, VERB, VERBAL, LEVEL, PLACE, QUOTE, UNQUOTE, OF))
        object--;
    bool less = object > name.from && is_one_of(s->tokens[object - 1].tag, FALL, GROW);
    return less && content_bytes(s, range_of(object, name.to)) >= 3 * HAN ? range_of(object, name.to)
                                                                          : name; /* not 压减|时间 */
}

/* 吸纳周边6个|村的妇女|320人, 12个|县的行政村|320个: they are of those that the figure before counts, and its verb is that of
 * persons. */
static slice of_those_counted(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 first = before.from, of = skip(s, first, CLASSES(NOUN, HEAD, LEVEL));
    if (!n->previous || !counts(c) || first != n->previous->token + 1u || of == first || tag_at(s, of) != OF) return SLICE_NONE;
    if (of + 1 == c->token || skip(s, of + 1, CLASSES(NOUN, HEAD, LEVEL)) != c->token) return SLICE_NONE;
    size_t verb = skip_back(s, n->previous->token, CLASSES(PLACE, NOUN));
    bool   does = tag_before(s, verb) == VERB && people_unit(c);
    return joined(does ? token_text(s, verb - 1) : SLICE_NONE, name_of(s, range_of(of + 1, c->token), n->arena), n->arena);
}

/* 票价128元，|打|6.5折: does a verb of one character alone stand between an amount of money and what it is cut to? */
static bool cuts_price(const struct naming *n, const struct candidate *c, struct words words) {
    const struct unit *unit = c->quantity.unit;
    if (c->kind != KIND_SHARE || !n->previous || !money_unit(n->previous) || !unit) return false; /* most */
    return !slice_ends(slice_span(n->s->text, c->quantity.raw), unit->canonical) &&
           content_bytes(n->s, range_of_words(words)) == HAN && n->previous->token + 2u == words.from;
}

/* 处置网络舆情313起: the words before it, where no 12个|乡镇 behind it and none of those above named it. Not those of
 * 学员中六成为女性, who only tell of whom the share is. */
slice named_by_words(struct naming *n, const struct candidate *c, struct words words) {
    bool again = c->kind == KIND_SHARE &&
                 is_one_of(tag_at(n->s, words.from), GROW_TO, FALL_TO) && /* ，恢复到|战前水平的|105% */
                 note_at(n->s, words.from, NOTE_BASIS);
    if (cuts_price(n, c, words) || (again && n->previous)) return SLICE_NONE;
    const struct sentence *s = n->s;
    slice                  theirs = of_those_counted(n, c, range_of_words(words));
    if (theirs.len) return theirs;
    struct range name = name_before(s, c, words), before = range_of_words(words);
    bool         one = name.to == name.from + 1u && s->tokens[name.from].tag == NOUN;
    slice        moved = one ? moved_behind(n, c) : SLICE_NONE; /* 公司|压减10%|办公经费 */
    if (moved.len) return moved;
    name = made_less(s, c, name);
    if (c->kind == KIND_RANK && name.to > name.from + 1u && token_opening(s, name.to - 1u, EDGE_AMONG))
        name.to--; /* 营商环境评价|中我市列第5位 */
    bool place = c->kind == KIND_RANK && name.to == name.from + 1u && is_place(s, name.from); /* 青禾镇在百强榜中居第45位 */
    slice told = place ? assessed(n, c, before) : done_as_often(n, c, name);
    if (told.len) return told;
    if (only_who(s, c, name)) return name_of(s, range_of(c->token + 1, done_end(s, c->token + 1)), n->arena);
    bool among = words_ending(s, name.from, name.to, EDGE_AMONG) && who_they_are(n, c).len;
    if (says_more(n, c, name) || is_compared_with(n, c, before, name) || only_where(n, c, before, name)) return SLICE_NONE;
    bool each = !n->previous && name.to == name.from + 1u && s->tokens[name.from].tag == VERB &&
                is_one_character(&s->tokens[name.from]);
    if (each && does_each(s, c, name)) return token_text(s, name.from); /* 老周是司机，一天|送|120桶 */
    return !among && names(n, c, before, name) ? named_by_clause(n, c, before, name) : SLICE_NONE;
}
