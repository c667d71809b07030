/* The words before a figure become its name, one step after the other: 全县依法依规处置网络舆情 → 处置网络舆情. Each step takes
 * away one sort of words that no row header has: a clause before 的, a setting (在…背景下), what is compared with. */
#include "extract/meaning/narrow.h"

#include "extract/meaning/compared.h"
#include "extract/meaning/doer.h"
#include "extract/meaning/field.h"

#include "extract/base/banned.h"

/* Is a quotation that opened behind `from` still open at `at`? */
static bool inside_quotes(const struct sentence *s, size_t from, size_t at) {
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
static bool sums_up(const struct sentence *s, struct range r, size_t item) {
    size_t sum = r.to;
    while (tag_at(s, sum) == ADVERB && !has_note(&s->tokens[sum], NOTE_TOTAL)) sum++;
    if (!is_one_of(tag_at(s, sum), ADVERB, BOTH)) return false;
    return lists_heads(s, r, item) || is_one_of(tag_at(s, r.from), VERB, AWARD, LIGHT) ||
           !is_one_of(tag_at(s, item + 1), VERB, AWARD, LIGHT, REACH, PREPOSITION);
}

/* 引进轻合金加工、整机装备|项目, 引进上市|公司、领军企业: what things are of, though it may be read as done. */
static bool of_things(const struct sentence *s, struct range r, size_t item) {
    bool things = has_note(&s->tokens[r.to - 1], NOTE_THING);
    for (size_t i = r.from; i < item; i++) {
        bool opens = i == r.from || s->tokens[i - 1].tag == LIST_COMMA;
        if (s->tokens[i].tag == VERBAL && !opens && !(things && tag_at(s, i + 1) == LIST_COMMA)) return false;
    }
    return true;
}

/* 利用腾退空间、|人防工程|新增停车位: what was used goes before what came of it. */
static struct range behind_used(const struct sentence *s, struct range item) {
    size_t came = item.from;
    while (came < item.to && is_one_of(s->tokens[came].tag, NOUN, HEAD)) came++;
    bool used = came > item.from && came < item.to && has_note(&s->tokens[came], NOTE_NEW);
    return used && content_bytes(s, range_of(came + 1, item.to)) >= 2 * HAN ? range_of(came, item.to) : item;
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

/* 支持企业扩容、公司数量: an item behind a clause of its own stands alone; 新增光伏、风电装机 has one verb for all. */
static struct range last_item(const struct sentence *s, struct range r) {
    size_t item = last_of(s, r, CLASSES(LIST_COMMA)), verbs = r.from;
    if (item == SIZE_MAX || r.hole < r.hole_end || inside_quotes(s, r.from, item)) return r;
    bool examples = tag_at(s, r.to) == ETC; /* 开展法律咨询、心理疏导|等3万人次 */
    if (examples && has_class(s, r, CLASSES(REACH, AMONG))) return with_examples(s, r);
    if (examples || shares_together(s, r) || sums_up(s, r, item) || ends_alike(s, r, item)) return r;
    size_t own_object = item + 1; /* 精简会议、坚决|把文件|压减三成 */
    while (own_object < r.to && s->tokens[own_object].tag == ADVERB) own_object++;
    if (own_object < r.to && has_note(&s->tokens[own_object], NOTE_DISPOSES)) return range_of(own_object, r.to);
    if (item > r.from && s->tokens[item - 1].tag == ADVERB) return range_of(item + 1, r.to); /* 服务价格与去年持平、|居住价格 */
    while (verbs < item && is_one_of(s->tokens[verbs].tag, VERB, AWARD, VERBAL, LIST_COMMA, AND)) verbs++;
    if (verbs == item) return r;             /* 新建、改建、|扩建学校 */
    size_t visit = r.from, deed = r.to - 1u; /* 走进学校、社区、企业|授课 */
    while (visit < item && !has_note(&s->tokens[visit], NOTE_VISITS)) visit++;
    if (visit < item && is_one_of(s->tokens[deed].tag, VERB, VERBAL)) return range_of(deed, r.to);
    verbs = r.from;
    while (verbs < item && is_one_of(s->tokens[verbs].tag, NOUN, HEAD)) verbs++; /* 开发区|引进 */
    if (s->tokens[verbs].tag != VERB || !is_one_of(tag_at(s, r.to - 1u), NOUN, HEAD)) verbs = r.from;
    while (verbs < item && is_one_of(s->tokens[verbs].tag, VERB, AWARD, LIGHT)) verbs++;
    struct range items = range_of(verbs, item);
    bool         nouns = !has_class(s, items, CLASSES(VERBAL)) || of_things(s, range_of(verbs, r.to), item);
    bool         own = verbs < item && content_bytes(s, r) <= 24 * HAN && nouns &&
               !has_class(s, items, CLASSES(VERB, GROW, IMPROVE, LIGHT)) &&
               !is_one_of(tag_at(s, item + 1), PREPOSITION, VERB, AWARD, LIGHT, REACH);
    if (!own && has_class(s, range_of(r.from, item), CLASSES(VERB, GROW, IMPROVE, LIGHT)) &&
        content_bytes(s, range_of(item + 1, r.to)) >= 4 * HAN)
        return behind_used(s, range_of(item + 1, r.to));
    return r;
}

/* 审结杀人、抢劫等|案件: which ones only the list before says, as it does not of 项目, which has names of its own. */
static bool says_only_by_kinds(const struct sentence *s, struct range behind) {
    slice              name = sentence_text(s, behind.from, behind.to);
    const struct word *end = lexicon_ending(s->lexicon, name, EDGE_KINDS);
    return end && end->text.len == name.len;
}

/* 汽车、家电等|销售额: a head that measures is of the examples; 压减|会议、差旅等|支出 was told apart by what was done. */
static bool measures_kinds(const struct sentence *s, size_t from, struct range behind) {
    const struct token *head = &s->tokens[behind.from];
    return behind.to == behind.from + 1u && head->tag == HEAD && !has_note(head, NOTE_THING) &&
           !is_one_of(s->tokens[from].tag, GROW, FALL);
}

/* 建设污水管网等工程|12公里: a size is no size of works. */
static bool measures_examples(const struct sentence *s, size_t k) {
    if (!is_figure(s, k) || !has_note(&s->tokens[k - 1], NOTE_THING)) return false;
    const struct unit *unit = s->candidates[s->tokens[k].candidate].quantity.unit;
    return unit && unit->class == UNIT_PHYSICAL;
}

/* 书法、声乐等各类专业课程: behind a list of examples stands what they are of, and the verb before the list stays:
 * 签约A、B等项目. */
static struct range without_examples(const struct sentence *s, struct range r) {
    size_t list = last_of(s, r, CLASSES(ETC));
    if (list == SIZE_MAX) return r;
    struct range behind = range_of(list + 1, r.to);
    if (says_only_by_kinds(s, behind) || measures_kinds(s, r.from, behind) || measures_examples(s, r.to)) {
        r.hole = list;
        r.hole_end = list + 1;
        return r;
    }
    size_t item = last_of(s, range_of(list, r.to), CLASSES(LIST_COMMA));
    if (item != SIZE_MAX && has_note(&s->tokens[item + 1], NOTE_FOR)) /* 落实减税等政策、|为市场主体减负 */
        return range_of(item + 1, r.to);
    size_t first = r.from, verbs; /* 赛事|带动餐饮、住宿等消费 */
    while (first < list && is_one_of(s->tokens[first].tag, NOUN, HEAD)) first++;
    if (s->tokens[first].tag != VERB) first = r.from;
    verbs = first; /* 开展关爱儿童、敬老等活动: behind a light verb the examples start */
    while (is_one_of(s->tokens[verbs].tag, VERB, VERBAL, AWARD, LIGHT) &&
           (verbs == first || s->tokens[verbs - 1].tag != LIGHT) &&
           !(verbs > first && s->tokens[verbs].tag == VERBAL && tag_at(s, verbs + 1) == LIST_COMMA)) /* 设置|义诊、理发等摊位 */
        verbs++;
    for (size_t i = first + 1; verbs == first && i + 1 < list; i++) /* 财政用于|洪涝、干旱等|救灾支出 */
        if (s->tokens[i].tag == NOUN && has_note(&s->tokens[i], NOTE_USE)) verbs = i + 1;
    if (verbs == first) return range_of(list + 1, r.to);
    r.hole = verbs;
    r.hole_end = list + 1;
    return r;
}

/* 机械公司|研发|的微耕机重量, 合作社|种植|的草莓售价: is the clause told of those who made what stands behind 的? */
static bool made_by(const struct sentence *s, struct range clause) {
    size_t deed = clause.to - (clause.to > clause.from);
    if (deed == clause.from || !is_one_of(s->tokens[deed].tag, VERB, VERBAL)) return false; /* not 公司|员工|的工资 */
    size_t who = deed - (s->tokens[deed - 1].tag == ADVERB);
    if (who == clause.from) return false;
    bool firm = s->tokens[who - 1].tag == HEAD && has_note(&s->tokens[who - 1], NOTE_THING) && /* 企业 */
                !has_class(s, range_of(clause.from, who), CLASSES(VERB));
    return firm || names_doer(s, clause.from, who);
}

/* 建设和打造的景观雕塑: behind a clause with a verb, the noun behind 的 is the name; 居民的收入 stays whole. */
static struct range without_clause(const struct sentence *s, struct range r) {
    size_t particle = last_of(s, r, CLASSES(OF)), bracket = last_of(s, r, CLASSES(CLOSE));
    if (particle == SIZE_MAX || inside_quotes(s, r.from, particle) || (r.hole < r.hole_end && particle < r.hole_end) ||
        (bracket != SIZE_MAX && bracket > particle))
        return r;
    struct range before = range_of(r.from, particle), after = range_of(particle + 1, r.to);
    if (before.from < before.to && has_note(&s->tokens[before.to - 1], NOTE_SETTING)) return after; /* 像这样的|公园 */
    if (before.to == before.from + 2 && tag_at(s, before.from) == VERB && tag_at(s, before.from + 1) == NOUN)
        return r;                                      /* 淘汰落后的产能, not 具备条件的|建制村 */
    if (has_class(s, before, CLASSES(NONE))) return r; /* 没有通水的行政村 */
    /* 消费对经济增长的贡献率: a head by itself says nothing without what it is of. */
    size_t first = after.from; /* 对世界经济增长的|年均|贡献率 */
    while (first + 1 < after.to && is_one_of(s->tokens[first].tag, ADVERB, PLACE, LEVEL)) first++; /* 用于重建的|中央|投资 */
    bool sum = s->tokens[first].tag == HEAD || has_note(&s->tokens[first], NOTE_FUND);
    bool head = after.to == first + 1 && sum && content_bytes(s, before) <= 16 * HAN;
    bool made = made_by(s, before) && (after.to > first + 1u || !sum);
    if (made && content_bytes(s, after) >= 2 * HAN) return after;
    /* 享受免费教科书的学生, 参加职业伤害保障的新业态劳动者: nor does a short noun without what it did to what */
    bool did = is_one_of(tag_at(s, particle - 1), NOUN, HEAD, VERBAL, GROW, FALL) && content_bytes(s, after) <= 6 * HAN;
    head |= did && content_bytes(s, before) <= 15 * HAN;
    /* 取消|中央指定地方实施的|审批事项: what the first verb does is done to the noun */
    bool governs = s->tokens[r.from].tag == VERB && is_one_of(tag_at(s, r.from + 1u), NOUN, HEAD, LEVEL) &&
                   particle > r.from + 2u && is_one_of(s->tokens[particle - 1].tag, VERB, LIGHT) && r.hole >= r.hole_end;
    if (governs && !head && content_bytes(s, after) >= 2 * HAN) {
        r.hole = r.from + 1u;
        r.hole_end = (uint16_t)(particle + 1);
        return r;
    }
    bool deed = has_class(s, before, CLASSES(VERB, LIGHT, AWARD, GROW, FALL, PREPOSITION, COMMA)) &&
                s->tokens[particle - 1].tag != UNQUOTE; /* 认为“涨价过快”的居民比例 */
    return !head && deed && content_bytes(s, after) >= 2 * HAN ? after : r;
}

/* 用大白话开展宣传宣讲: behind a light verb stands what was done. */
static struct range behind_light_verb(const struct sentence *s, struct range r) {
    size_t light = last_of(s, r, CLASSES(LIGHT));
    if (light == SIZE_MAX || (r.hole < r.hole_end && light < r.hole_end)) return r;
    bool who = light == r.from && tag_at(s, r.to) == OF && is_figure(s, r.to + 1) && ends_phrase(s, r.to + 2);
    if (who) return r; /* 取得证书的|97人 */
    if (light + 2 == r.to && has_note(&s->tokens[light + 1], NOTE_THING)) return range_of(light, r.to); /* 实施项目 */
    if (light > r.from && s->tokens[light - 1].tag == NONE) return r;                                   /* 未开展培训 */
    struct range after = range_of(light + 1, r.to), before = range_of(r.from, light);
    bool         within = light > r.from && s->tokens[light - 1].tag == VERB && has_class(s, after, CLASSES(OF));
    if (within) return r; /* 新增|取得职业资格证书的农民 */
    bool too = light > r.from + 1u && is_one_of(s->tokens[light - 1].tag, AND, LIST_COMMA) && s->tokens[light - 2].tag == VERB;
    if (too) return range_of(light - 2, r.to); /* 新增和优化公交线路 */
    if (content_bytes(s, after) >= 2 * HAN) return after;
    if (light + 1 == r.to && content_bytes(s, before) == 2 * HAN) return r; /* 林分优化 */
    return content_bytes(s, before) >= 2 * HAN ? before : r;
}

/* 价格在世界通胀高企背景下上涨: from 在 to 背景下 goes. */
static struct range without_setting(const struct sentence *s, struct range r) {
    size_t preposition = last_of(s, r, CLASSES(PREPOSITION));
    if (preposition == SIZE_MAX || r.hole < r.hole_end) return r;
    if (has_note(&s->tokens[preposition], NOTE_SETTING)) return range_of(preposition + 1, r.to); /* 剔除退税因素后|增长 */
    for (size_t i = preposition + 1; i < r.to; i++)
        if (has_note(&s->tokens[i], NOTE_SETTING)) {
            if (preposition == r.from) return range_of(i + 1, r.to);
            r.hole = preposition;
            r.hole_end = i + 1;
            break;
        }
    return r;
}

/* 中央决定将农民人均纯收入2300元作为标准: who does it stands before 将 and 把. */
static bool marks_object(const struct sentence *s, size_t i) {
    if (!is_one_of(tag_at(s, i + 1), NOUN, HEAD)) return false; /* 财政将安排支出 */
    return has_note(&s->tokens[i], NOTE_PLAN | NOTE_DISPOSES);
}

/* Notes of 在, 为, 对 and others that say not to whom or by what means. */
#define NOT_TOWARDS (NOTE_AT | NOTE_FOR | NOTE_SETTING | NOTE_ADJ | NOTE_TOWARD)

/* 向平台报送稿件, 民警从车厢里搜出假烟: a phrase with a preposition goes when a verb follows it. */
static struct range without_preposition(const struct sentence *s, struct range r) {
    size_t preposition = last_of(s, r, CLASSES(PREPOSITION, FROM));
    if (preposition == SIZE_MAX || r.hole < r.hole_end || is_adjective(s, preposition)) return r; /* 修复|被损毁林地 */
    if (marks_object(s, preposition) && content_bytes(s, range_of(preposition + 1, r.to)) >= 3 * HAN)
        return range_of(preposition + 1, r.to);
    if (s->tokens[preposition].tag == FROM && has_class(s, range_of(preposition, r.to), CLASSES(OF))) return r;
    size_t to_whom =
        has_note(&s->tokens[preposition], NOTE_TOWARD) ? last_of(s, range_of(preposition, r.to), CLASSES(OF)) : SIZE_MAX;
    size_t from = to_whom == SIZE_MAX ? preposition + 1 : to_whom + 2; /* 对参加合作医疗农民的|补助|标准 */
    for (size_t i = from; i < r.to; i++)
        if (is_one_of(s->tokens[i].tag, VERB, AWARD) && content_bytes(s, range_of(i + 1, r.to)) >= HAN)
            return range_of(i, r.to);
    return r;
}

/* 财政局向|医院基金注资, 政府向|医管局拨付: the name says to whom, not who gave. */
static struct range without_giver(const struct sentence *s, struct range r) {
    size_t to = r.from < r.to && has_note(&s->tokens[r.to - 1], NOTE_FUND) ? last_of(s, r, CLASSES(PREPOSITION)) : SIZE_MAX;
    if (to == SIZE_MAX || has_note(&s->tokens[to], NOT_TOWARDS | NOTE_PLAN)) return r;
    return content_bytes(s, range_of(to + 1, r.to - 1)) >= 2 * HAN ? range_of(to + 1, r.to) : r;
}

/* 面向|民间资本|推介项目, 向|平台|报送稿件: to whom and by what means goes when it opens the name; where it was done stays. */
static struct range without_direction(const struct sentence *s, struct range r) {
    size_t at = r.from;
    while (at < r.to && is_one_of(s->tokens[at].tag, ADVERB, DONE, PLACE, DATE)) at++;
    if (at >= r.to || !is_one_of(s->tokens[at].tag, PREPOSITION, FROM) || has_note(&s->tokens[at], NOT_TOWARDS)) return r;
    bool will = has_note(&s->tokens[at], NOTE_PLAN) && tag_at(s, at + 1) == VERB; /* 将|新建|改建农村公路 */
    if (will || marks_object(s, at)) return r;
    size_t list = last_of(s, range_of(at, r.to), CLASSES(ETC)); /* 向财政、司法等|机关|移送线索 */
    if (list != SIZE_MAX) at = list;
    for (size_t i = at + 1; i < r.to && is_one_of(s->tokens[i].tag, NOUN, HEAD, VERBAL, LEVEL, PLACE, AND, VERB, AWARD,
                                                  LIST_COMMA, QUOTE, UNQUOTE, ADVERB);
         i++)
        if (i > at + 1 && is_one_of(s->tokens[i].tag, VERB, AWARD) && content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN)
            return range_of(i, r.to);
    return r;
}

/* 在村（社区）|建书屋, 在车站、医院设|“城市书吧”: where a verb that no table knows stands behind the place. */
static struct range without_locality(const struct sentence *s, struct range r) {
    if (r.from == 0 || r.to == r.from || r.hole < r.hole_end || !has_note(&s->tokens[r.from - 1], NOTE_AT)) return r;
    size_t mark = last_of(s, r, s->tokens[r.to - 1].tag == UNQUOTE ? CLASSES(QUOTE) : CLASSES(CLOSE));
    bool   named = mark != SIZE_MAX && mark > r.from && content_bytes(s, range_of(mark + 1, r.to)) >= 3 * HAN;
    return named ? range_of(mark + 1, r.to) : r;
}

/* 队员在上坪村连续|奋战|18个小时, 在大棚里|忙碌了|5个小时: what took so long is the deed, wherever it was done. */
static struct range without_site(const struct sentence *s, struct range r, size_t k) {
    if (tag_at(s, k) != DURATION || r.to < r.from + 2u) return r; /* most */
    bool   on = s->tokens[r.to - 2].tag == RUNNING;               /* 连续|作业 */
    size_t at = is_one_of(s->tokens[r.to - 1].tag, VERB, VERBAL) || on ? r.to : r.from;
    while (at > r.from && !has_note(&s->tokens[at - 1], NOTE_AT)) at--;
    bool there = at > 0 && has_note(&s->tokens[at - 1], NOTE_AT) && at + 1 < r.to;
    bool one = there && !has_class(s, range_of(at, r.to - 1), CLASSES(VERB, VERBAL, OF, LIGHT));
    return one ? range_of(r.to - 1, r.to) : r;
}

/* 云台县已建成食堂74个, 黛岭市接待游客: the place that all of it is about is no part of a name. */
static struct range without_place(const struct sentence *s, struct range r) {
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
    return i > 1 && is_figure(s, i - 1) && (has_note(&s->tokens[i - 2], NOTE_FOR) || s->tokens[i - 2].tag == PREPOSITION);
}

/* 减税使|企业负担减轻3亿元, 阴雨导致|蔬菜减产三成, 这项决定将令|政府收入减少: what caused it is no part of what moved, unless
 * that says little alone: 技术改造使产量提高. */
static struct range without_cause(const struct sentence *s, struct range r) {
    size_t i = r.to;
    while (i > r.from && !(is_one_of(s->tokens[i - 1].tag, PREPOSITION, VERB) && has_note(&s->tokens[i - 1], NOTE_CAUSES))) i--;
    bool tells = i > r.from && content_bytes(s, range_of(i, r.to)) >= 2 * HAN;
    return tells && !(i + 1 == r.to && has_note(&s->tokens[i], NOTE_GENERIC)) ? range_of(i, r.to) : r;
}

/* Is token `i` the 一 that stands behind 的 in 最多的|一户? */
static bool is_one_of_them(const struct sentence *s, size_t i) {
    return i > 0 && s->tokens[i].candidate >= 0 && s->tokens[i - 1].tag == OF && s->candidates[s->tokens[i].candidate].refused;
}

/* 判赔额最高的|一案, 存栏最多的|一户, 最多的|一次|发还案款: which one of them it was names nothing. */
static struct range without_one(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u) return r;
    size_t last = r.to - 1u;
    if (is_one_character(&s->tokens[last]) && is_one_of_them(s, last - 1)) last--; /* 一|案 */
    if (last > r.from + 2u && is_one_of_them(s, last)) return range_of(r.from, last - 1);
    return is_one_of_them(s, r.from) ? range_of(r.from + 1u, r.to) : r;
}

/* What calls for a step; of those that tell how something moved, a time too: 同比. A name without it is stripped and done. */
#define STEPS                                                                                                                  \
    (TRAIT_PREPOSITION | TRAIT_BECOMES | TRAIT_COMPARES | TRAIT_PLAN | TRAIT_EXAMPLES | TRAIT_LIST | TRAIT_OF | TRAIT_LIGHT)

/* 比|全国平均水平: is what it is held against no more than the norm of a place? */
static bool is_against_norm(const struct sentence *s, struct words words) {
    size_t than = last_of(s, range_of_words(words), CLASSES(THAN)), i = than + 1;
    while (than != SIZE_MAX && i < words.to && (s->tokens[i].tag == PLACE || has_note(&s->tokens[i], NOTE_NORM))) i++;
    return than != SIZE_MAX && i == words.to;
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

/* The steps in their order, each passed over when no word calls for it. */
APART static struct range step_by_step(const struct sentence *s, struct words words, enum kind kind, bool counted) {
    struct range r = range_of_words(words);
    uint32_t     traits = words.traits;
    bool         moves = kind_moves(kind);
    bool         against = moves || kind == KIND_MULTIPLE || (traits & TRAIT_COMPARES && is_fallen_from(s, words));
    if (kind == KIND_RANK || (kind == KIND_CHANGE && climbs(s, r))) r = without_field(s, r);
    if (kind == KIND_RANK || kind == KIND_MULTIPLE || kind == KIND_SHARE) r = without_measure(s, r, kind);
    if (traits & TRAIT_PREPOSITION) r = without_direction(s, without_setting(s, r));
    if (words.notes & NOTE_FOR || counted) r = without_beneficiary(s, r, counted);
    r = strip(s, r, NAME_HEAD & ~TRAIT_COMPARES, NAME_TAIL);
    if (words.notes & NOTE_ORGAN) r = without_organ(s, r);
    if (words.notes & NOTE_THAN || (against && traits & (TRAIT_COMPARES | TRAIT_TIME))) r = without_comparison(s, r, against);
    if (moves && traits & (TRAIT_MOVES | TRAIT_BECOMES)) r = strip(s, r, 0, NAME_TAIL | TRAIT_MOVES | TRAIT_BECOMES);
    if (moves && words.notes & NOTE_CAUSES) r = strip(s, without_cause(s, r), NAME_HEAD, 0);
    if (traits & TRAIT_BECOMES) r = before_becoming(s, r);
    if (traits & TRAIT_PLAN) r = without_planner(s, without_plan(s, r));
    if (traits & TRAIT_EXAMPLES) r = without_examples(s, r);
    if (traits & TRAIT_LIST && !(traits & TRAIT_EACH)) r = last_item(s, r);
    if (traits & TRAIT_OF) r = without_clause(s, without_one(s, r));
    if (traits & TRAIT_LIGHT) r = behind_light_verb(s, r);
    if (traits & TRAIT_PREPOSITION) r = without_site(s, without_locality(s, without_preposition(s, r)), words.to);
    if (words.notes & NOTE_FUND) r = without_giver(s, r);
    if (kind != KIND_SHARE) r = without_doer(s, r, words.to);
    bool drives = kind == KIND_CHANGE && words.notes & NOTE_SENDS; /* 消费支出拉动国内生产总值|增长1.0个百分点 */
    if (traits & TRAIT_VERB && !drives) r = without_subject(s, r);
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
    bool         called = (words.traits & steps) | (words.notes & (NOTE_FOR | NOTE_THAN | NOTE_ORGAN | NOTE_CAUSES)) |
                  (kind == KIND_RANK) | counted;
    if (called || (words.traits & TRAIT_VERB && is_long(s, r))) return step_by_step(s, words, kind, counted);
    r = without_place(s, strip(s, r, NAME_HEAD, NAME_TAIL));
    if (kind != KIND_SHARE) r = without_doer(s, r, words.to);
    return moves ? strip(s, r, 0, NAME_TAIL | TRAIT_MOVES) : r;
}

/* 不犯难“月托|1680元，…”, 300个车位的|停车场: where somebody begins to speak, and behind what a thing has room for. */
static struct words begun_anew(const struct sentence *s, struct words words) {
    size_t from = words.from,
           open = in_classes(QUOTE, s->classes) ? last_of(s, range_of_words(words), CLASSES(QUOTE, UNQUOTE)) : SIZE_MAX;
    size_t shut = open != SIZE_MAX ? last_of(s, range_of(words.from, open), CLASSES(QUOTE, UNQUOTE)) : SIZE_MAX;
    bool   alone = open != SIZE_MAX && s->tokens[open].tag == QUOTE && /* “随机"检查 closes with another mark */
                 (shut == SIZE_MAX || s->tokens[shut].tag == UNQUOTE);
    if (alone && open + 1 < words.to) from = open + 1;
    /* 《整治市容,|迎接复工》短视频点击量 */
    bool title = open != SIZE_MAX && s->tokens[open].tag == UNQUOTE && from > 0 && s->tokens[from - 1].tag == COMMA &&
                 last_of(s, range_of(from, open), CLASSES(QUOTE)) == SIZE_MAX;
    if (title && open + 1 < words.to) from = open + 1;
    bool framed = open != SIZE_MAX && s->tokens[open].tag == UNQUOTE && tag_at(s, open + 1) == WITHIN; /* “三夏”期间|投入 */
    if (framed && open + 2 < words.to) from = open + 2;
    bool room = from > 0 && is_figure(s, from - 1) && has_note(&s->tokens[from], NOTE_ROOM); /* 300个|车位的|停车场 */
    if (room && tag_at(s, from + 1) == OF && from + 2 < words.to) from += 2;
    return from > words.from ? words_of(s, range_of(from, words.to)) : words;
}

/* Token `i` is one character that no table has by itself, and does this at an edge: 3年|里, 改造|后 close where or when
 * something is, 成立|才 hangs on its verb. */
static const struct word *alone_at_edge(const struct sentence *s, size_t i, enum edge edge) {
    const struct token *t = &s->tokens[i];
    if (t->word || t->tag != NOUN || !is_one_character(t)) return NULL; /* most */
    return token_ending(s, i, edge);
}

/* Does token `i` close when it was: 春节|期间, 中秋节|前, 入冬|以来, not 诉|前? */
static bool closes_when(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != FIRST) return t->tag == SINCE ? has_note(t, NOTE_SINCE) : t->tag == WITHIN && !is_one_character(t);
    return i > 0 && !words_ending(s, i - 1, i + 1, EDGE_LOOKALIKE);
}

/* 春节|期间|接待游客, 中秋节|前|发放慰问金, 入冬|以来|供煤: behind the words that close when it was done; `r.from` when none
 * do. */
static size_t behind_when(const struct sentence *s, struct range r) {
    if (!(s->classes & CLASSES(WITHIN, FIRST, SINCE))) return r.from; /* most */
    for (size_t i = r.from; i + 1 < r.to && is_one_of(s->tokens[i].tag, NOUN, HEAD, VERB, VERBAL, WITHIN, FIRST, SINCE); i++) {
        bool does = s->tokens[i].tag == FIRST ? is_one_of(s->tokens[i + 1].tag, VERB, VERBAL, LIGHT, ADVERB, DONE, AWARD)
                                              : s->tokens[i + 1].tag != OF;
        if (does && closes_when(s, i) && content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN) return i + 1;
    }
    return r.from;
}

/* 3年|里|参加救援, 五年|中|取消, 改造|后|新增车位, 过去|三年|投资: when it was so is no part of the name. */
static struct range without_when(const struct sentence *s, struct range r) {
    const struct token *first = &s->tokens[r.from];
    if (r.to < r.from + 2u || r.hole < r.hole_end) return r;
    if (first[1].tag == DATE && has_note(first, NOTE_SPAN)) return range_of(r.from + 2, r.to);
    bool over = has_note(first, NOTE_SPAN) && token_opening(s, r.from, EDGE_BYGONE);
    if (over && content_bytes(s, range_of(r.from + 1, r.to)) >= 2 * HAN) r.from++; /* 过去|村医只有9名 */
    r.from = (uint16_t)behind_when(s, r);
    bool done = r.from > 0 && is_one_of(first[-1].tag, DATE, LIGHT, IMPROVE); /* 优化|后|共有学校, not 中、低收入 */
    if (done && alone_at_edge(s, r.from, EDGE_AMONG)) return range_of(r.from + 1, r.to);
    if (r.to < r.from + 3u) return r;
    const struct word *after = alone_at_edge(s, r.from + 1, EDGE_AMONG);
    return after && after->tag == WITHIN ? range_of(r.from + 2, r.to) : r;
}

/* Where the deed before 后 starts that says only since when, or on what terms: 学校|改造后, 扣除减租|后; r.to when none does.
 */
static inline size_t deed_before_after(const struct sentence *s, struct range r) {
    const struct word *after = r.to > r.from + 1u ? alone_at_edge(s, r.to - 1u, EDGE_AMONG) : NULL;
    if (!after || after->tag != WITHIN) return r.to; /* most */
    size_t deed = r.to - 1u;
    while (deed > r.from && is_one_of(s->tokens[deed - 1].tag, VERB, VERBAL, IMPROVE, LIGHT)) deed--;
    return deed;
}

struct range without_after(const struct sentence *s, struct range r) {
    size_t deed = deed_before_after(s, r);
    return deed + 1u < r.to ? range_of(r.from, deed) : r;
}

/* 像青禾小学|这样的|教学点: what it is like. */
static struct range without_likeness(const struct sentence *s, uint64_t notes, struct range r) {
    if (!(notes & NOTE_SETTING) || r.hole < r.hole_end) return r; /* most */
    size_t like = r.to;
    while (like > r.from && !(s->tokens[like - 1].tag == ADVERB && has_note(&s->tokens[like - 1], NOTE_SETTING))) like--;
    struct range rest = strip(s, range_of(like, r.to), NAME_HEAD, NAME_TAIL);
    return like > r.from && content_bytes(s, rest) >= 2 * HAN ? rest : r;
}

struct range narrow(const struct sentence *s, struct words words, enum kind kind) {
    if (in_classes(QUOTE, s->classes) || words.notes & NOTE_ROOM) words = begun_anew(s, words);
    struct range r = narrowed(s, words, kind);
    if (kind == KIND_GROWTH && words.notes & NOTE_SENDS) r = without_driver(s, r);
    if (says_again(s, r)) return range_of(r.to, r.to);
    r = without_when(s, without_likeness(s, words.notes, r));
    size_t deed = deed_before_after(s, r);
    if (deed < r.to && kind == KIND_GROWTH) return range_of(r.to, r.to); /* 收入12亿元，还原退税|后|增长5% */
    if (deed > r.from && deed + 1u < r.to) r = range_of(r.from, deed);
    if (r.to > r.from + 1u && alone_at_edge(s, r.to - 1u, EDGE_HANGS)) r.to--; /* 志愿队成立|才|8个月 */
    bool does = r.to > r.from + 1u && is_one_of(s->tokens[r.from + 1].tag, VERB, VERBAL, LIGHT, AWARD, GROW, FALL);
    r.from += does && says_again(s, range_of(r.from, r.from + 1)); /* 即|新建, 可|节约 */
    return r;
}

size_t object_end(const struct sentence *s, size_t from) {
    size_t end = from, thing = 0;
    while (!ends_phrase(s, end)) end++;
    for (size_t i = from; i < end; i++)
        if (has_note(&s->tokens[i], NOTE_THING)) thing = i + 1;
    if (thing && has_class(s, range_of(thing, end), CLASSES(VERB, VERBAL, LIGHT, ADVERB, REACH))) return thing;
    for (size_t i = from; i < end; i++) {
        bool named = content_bytes(s, range_of(from, i)) >= 2 * HAN, noun = is_one_of(tag_at(s, i + 1), NOUN, HEAD);
        if (named && (is_one_of(s->tokens[i].tag, ADVERB, REACH, LIGHT, PREPOSITION) ||
                      (is_one_of(s->tokens[i].tag, VERB, AWARD, GROW, FALL, IMPROVE) && !noun)))
            return i;
    }
    return end;
}
