/* The noun that a figure counts, behind it: 2家图书馆, 33个特色鲜明的中心镇. Where it ends is all the art; deed.c tells what it
 * did. */
#include "extract/meaning/behind.h"

#include "extract/meaning/before.h"
#include "extract/meaning/described.h"
#include "extract/meaning/doer.h"
#include "extract/meaning/narrow.h"
#include "extract/meaning/noun_end.h"
#include "extract/meaning/predicate.h"

#include "extract/base/banned.h"

/* First token behind figure `k` that is no 的, adverb, 已 or place. */
static size_t behind(const struct sentence *s, size_t k) {
    size_t i = k + 1;
    while ((is_one_of(tag_at(s, i), OF, ADVERB, PLACE, DONE) && !is_adjective(s, i)) ||
           (tag_at(s, i) == RUNNING && tag_at(s, i + 1) == NOUN)) /* 30项|持续|推行的工作 */
        i++;
    if (tag_at(s, i) == OPEN) { /* 新增2400户（累计约3600户）|餐饮单位, 8.1万套（间）|住房 */
        size_t close = i + 1;
        while (close < s->count && close < i + 5 && !is_one_of(s->tokens[close].tag, CLOSE, COMMA, STOP)) close++;
        if (tag_at(s, close) == CLOSE) return close + 1 + (tag_at(s, close + 1) == OF); /* 三成（35.8%）的|居民 */
    }
    return i;
}

bool is_served(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    while (k > 2 && is_one_of(s->tokens[k - 1].tag, LIST_COMMA, AND)) { /* 对12个乡镇、|36个部门开展巡察 */
        size_t noun = skip_back(s, k - 1, CLASSES(NOUN, HEAD));
        if (noun == k - 1 || noun == 0 || !is_figure(s, noun - 1)) break;
        k = noun - 1;
    }
    k = skip_back(s, k, CLASSES(PLACE)); /* 对|全县|12个乡镇开展巡察 */
    const struct token *before = k > 0 ? &s->tokens[k - 1] : NULL;
    return before && counted(c) && !has_note(before, NOTE_CAUSES) && (before->tag == PREPOSITION || has_note(before, NOTE_FOR));
}

static bool event_unit(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->event; }

/* 16个市容环境提升工程: a verb between two nouns is part of the name when the last is a thing that such names end with, as is
 * one with a suffix (聚集|区). */
static bool inside_compound(const struct sentence *s, size_t verb) {
    if (has_note(&s->tokens[verb], NOTE_VISITS)) return false; /* 专家36人|走进学校开展讲座 */
    size_t i = skip(s, verb, CLASSES(VERB, VERBAL, GROW, FALL, IMPROVE));
    if (i == verb + 1 && tag_at(s, i) == NOUN && is_one_character(&s->tokens[i])) return true;
    i = skip(s, verb, CLASSES(VERB, VERBAL, GROW, FALL, IMPROVE, NOUN, HEAD, LEVEL, SET_PHRASE));
    if (tag_at(s, i) == PLAN) return true; /* 企业|关停|并转计划 */
    for (size_t j = i; j > verb + 1; j--)
        if (has_note(&s->tokens[j - 1], NOTE_THING)) return true;
    return false;
}

/* 获|全省|第三: what was won at token `i` is a rank. */
static bool ranks_next(const struct sentence *s, size_t i) {
    while (is_one_of(tag_at(s, ++i), PLACE, ADVERB, NOUN)) continue;
    return tag_at(s, i) == ORDINAL;
}

/* 28岁的|“新农人”蔡文博: does a noun stand right behind the short quotation that opens at token `i`? */
static bool is_called(const struct sentence *s, size_t i) {
    size_t close = skip(s, i + 1, CLASSES(NOUN, HEAD, VERB, VERBAL));
    return close > i + 1 && tag_at(s, close) == UNQUOTE && tag_at(s, close + 1) == NOUN;
}

/* 走进12个乡镇“这药怎么吃？”…, a title 化解纠纷417件|“吵了三年，…。” that the text runs on from: does somebody speak in the
 * quotation that opens at `i`, not so 2场“强国复兴，争做新人”活动? */
static bool is_speech(const struct sentence *s, size_t i) {
    size_t close = next_of(s, i + 1, CLASSES(QUOTE, UNQUOTE)); /* 62项“一站式"服务 closes with another mark */
    return tag_at(s, close) != QUOTE && s->tokens[close - 1].tag == STOP;
}

/* 八大类商品价格|“六涨两跌”: does the quotation that opens at token `i` tell how many of those counted moved? */
static bool tells_moves(const struct sentence *s, size_t i) {
    bool figure = tag_at(s, i) == QUOTE && i + 1 < s->count && s->tokens[i + 1].candidate >= 0;
    return figure && has_class(s, range_of(i, next_of(s, i + 1, CLASSES(UNQUOTE))), CLASSES(GROW, FALL));
}

/* Counting units take the noun behind them, which starts at token `at`, as their name; amounts do when it follows at once. */
static bool takes_noun(const struct sentence *s, const struct candidate *c, size_t at) {
    char tag = s->tokens[c->token].tag, next = tag_at(s, at);
    if (is_one_of(tag, COUNT, SMALL_COUNT, BARE)) {
        if (next == QUOTE && at == c->token + 1u && is_speech(s, at)) return false;
        if (next == AWARD && ranks_next(s, at)) return false;        /* 3项获全省第三 */
        bool one = next == NOUN && is_one_character(&s->tokens[at]); /* 跌至38万头|后 */
        if (one && token_ending(s, at, EDGE_AMONG)) return false;
        bool size = one && ends_phrase(s, at + 1);
        if (size && token_opening(s, at, EDGE_GLUED)) return false;          /* 足有两吨|重 */
        if (has_note(&s->tokens[at], NOTE_PER | NOTE_SETTING)) return false; /* 带动2300户|户均增收4500元, 按25元|计算 */
        if (next == VERB && is_figure(s, at + 1) && has_note(&s->tokens[at], NOTE_GAINS))
            return false; /* 其余55宗|共涉及130公顷 */
        bool person = c->quantity.unit && c->quantity.unit->class == UNIT_PERSON;
        if (next == NONE && at + 1 < s->count && s->tokens[at + 1].candidate >= 0) return false; /* 学生3867人|无一失学 */
        if (next == NONE) /* 12万人没有解决温饱, 9个未开工项目 */
            return person ||
                   (!money_unit(c) && is_one_of(tag_at(s, at + 1), VERB, VERBAL) && is_one_of(tag_at(s, at + 2), NOUN, HEAD));
        bool alone = c->token > 0 && is_one_of(s->tokens[c->token - 1].tag, COMMA, STOP) && ends_phrase(s, at + 1);
        if (alone && is_one_of(next, GROW, FALL) && counted(c)) return true; /* 8家持平，3家|下降 */
        if (next == SINCE)
            return person &&
                   (c->token == 0 || !is_one_of(s->tokens[c->token - 1].tag, NOUN, HEAD, VERBAL)); /* 3万人次来青禾参观 */
        bool some = c->token > 0 && s->tokens[c->token - 1].tag == AMONG; /* 其中286处|完成整改 */
        if (next == REACH)                                                /* 312人实现就业, not 12人达到标准的95% */
            return (person || some) && is_one_of(tag_at(s, at + 1), VERB, VERBAL);
        return is_one_of(next, NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, SET_PHRASE, PLAN, LEVEL, QUOTE, PER_NOUN,
                         ADVERB) /* 8家高质量孵化器 */
               || event_unit(c);
    }
    if (tag == DURATION) /* 为期3年的|先导计划 */
        return c->token > 0 && s->tokens[c->token - 1].tag == RUNNING && tag_at(s, c->token + 1) == OF;
    if (tag == AGE)
        return is_one_of(next, NOUN, HEAD, VERBAL, ADVERB) || /* 68岁的退休钳工, 11岁的五年级学生 */
               (next == QUOTE && is_called(s, at)) || (is_one_of(next, VERB, SET_PHRASE) && tag_at(s, at + 1) == NOUN);
    bool came = at < s->count && has_note(&s->tokens[at], NOTE_NEW); /* 90%的|新增企业 */
    came |= next == VERB && tag_at(s, c->token + 1) == OF;           /* 80%的|审批事项 */
    return c->kind == KIND_SHARE && (is_one_of(next, NOUN, HEAD, VERBAL, LEVEL, ADVERB) || came);
}

/* Where the list that goes on at `i` ends: at a comma, a stop or a figure. */
static size_t list_end(const struct sentence *s, size_t i) { return next_of(s, i, CLASSES(COMMA, STOP, COLON, FIGURES)); }

/* 15条规定|和市委20条措施: what is counted behind the mark is counted as `c` is, so it is no more of `c`. */
static bool counted_alike(const struct sentence *s, const struct candidate *c, size_t figure) {
    return slice_equal(s->candidates[s->tokens[figure].candidate].quantity.unit_name, c->quantity.unit_name);
}

/* Does a figure behind the list mark at `i` have a name of its own before it: 乡镇|和街道8个? 国家|和地区近4000名运动员 has
 * not. */
static bool list_goes_on(const struct sentence *s, const struct candidate *c, size_t i) {
    bool comma = s->tokens[i].tag == LIST_COMMA;
    if (tag_at(s, i + 1) == SET_PHRASE) return true;                 /* 3所小学|和一批幼儿园 */
    if (!comma && token_opening(s, i + 1, EDGE_COUNTS)) return true; /* 1个产业集群|和多条产业链 */
    size_t k = i + 1;
    bool   numbered = false; /* 10所幼儿园|和青禾县第五小学; 750千伏和330千伏|工程 is one */
    for (; k < s->count && !is_one_of(s->tokens[k].tag, COMMA, STOP, LIST_COMMA, COLON) && !is_figure(s, k); k++)
        numbered |= s->tokens[k].candidate >= 0;
    if (!is_figure(s, k)) return numbered && !comma && s->tokens[i - 1].candidate < 0;
    bool apart = s->tokens[k - 1].tag != OF && counted_alike(s, c, k); /* 62个国家|和地区的171个港口 */
    return comma || apart || s->tokens[k - 1].tag == ETC;
}

/* 企业“老工伤”人员: a noun goes on behind the quotation that opens at `i`. */
static bool quoted_modifier(const struct sentence *s, size_t i) {
    i = next_of(s, i, CLASSES(UNQUOTE));
    return is_one_of(tag_at(s, i + 1), NOUN, HEAD, VERBAL, LEVEL);
}

/* 619个村、社区踊跃参与: an item that is nothing but a noun. */
static bool noun_item(const struct sentence *s, size_t from) {
    size_t i = skip(s, from, CLASSES(NOUN, HEAD, LEVEL, SET_PHRASE, QUOTE, UNQUOTE));
    return i > from && (ends_phrase(s, i) || is_one_of(tag_at(s, i), ADVERB, AND, ETC, LIGHT, PREPOSITION, REACH, BOTH));
}

static bool people_of(const struct candidate *c) { return !c->quantity.unit || c->quantity.unit->class == UNIT_PERSON; }

/* “四化同步、城乡融合”发展试验区: the mark at r.to stands in a quotation of the noun, behind which that goes on. */
static bool in_quotation(const struct sentence *s, struct range r) {
    return in_open_quotation(s, r.from, r.to) && quoted_modifier(s, last_of(s, r, CLASSES(QUOTE)));
}

/* 房屋等|不成套旧住房改造: of what kind the things of the list are; 储能等|减碳项目 says no more than that they are several. */
static bool names_kind(const struct sentence *s, size_t from) {
    struct range kind = range_of(from, from);
    for (; is_one_of(tag_at(s, kind.to), NOUN, HEAD, VERB, VERBAL, LEVEL); kind.to++)
        if (has_note(&s->tokens[kind.to], NOTE_THING)) return false;
    return content_bytes(s, kind) >= 5 * HAN;
}

/* 14家博物馆、纪念馆|接待观众76万人次: a list that opens its clause goes on up to the verb at token `verb`. */
static bool all_do(const struct sentence *s, const struct candidate *c, size_t verb) {
    size_t open = c->token, object = verb + 1;
    open = skip_back(s, open, CLASSES(PLACE, ADVERB, DONE, DATE));
    object = skip(s, object, CLASSES(NOUN, HEAD));
    bool does = is_one_of(tag_at(s, verb), VERB, LIGHT, VERBAL) && is_figure(s, object);
    return does && (open == 0 || is_one_of(s->tokens[open - 1].tag, COMMA, STOP, COLON));
}

/* The noun that starts at r.from goes on behind the 、 at token r.to. */
static bool goes_on_in_list(const struct sentence *s, const struct candidate *c, struct range *r) {
    if (in_quotation(s, *r)) return true;
    if (tag_at(s, r->to + 1) == LEVEL && content_bytes(s, *r) == HAN) return true; /* 250个|省、市级中心 */
    size_t close = counted(c) ? list_close(s, r->to) : 0;
    if (close > 0) return r->to = close, true;
    size_t item = item_end(s, r->to + 1); /* 340家酒店、民宿|平均入住率92% */
    if (item > r->to + 1u && (tag_at(s, item) == BOTH || all_do(s, c, item))) return true;
    if (item > r->to + 1u && is_one_of(tag_at(s, item), VERB, LIGHT) && is_served(s, c))
        return true; /* 对320户低保、特困家庭|实行减免 */
    if (list_goes_on(s, c, r->to)) return false;
    /* 33个特色鲜明、设施完善的中心镇, not 2.2平方公里中心文化区、客运站等工程的征收 */
    struct range rest = range_of(r->to, list_end(s, r->to));
    size_t       particle = last_of(s, rest, CLASSES(OF));
    if (particle != SIZE_MAX && !has_class(s, range_of(rest.from, particle), CLASSES(ETC))) return r->to = particle - 1, true;
    return content_bytes(s, *r) <= 4 * HAN && noun_item(s, r->to + 1);
}

/* 综合|改造, 扩建|和绿化: where the deed ends that closes the clause with nothing but nouns and deeds before it; 0 when none
 * does.
 */
static size_t deed_end(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(NOUN, VERB, VERBAL, IMPROVE, AND));
    return ends_phrase(s, i) && s->tokens[i - 1].tag == VERBAL ? i : 0;
}

/* 126户困境家庭|的孩子: persons stand before the 的 at token `of`. */
static bool persons_stand_before(const struct sentence *s, size_t of) { return token_ending(s, of - 1, EDGE_PERSON) != NULL; }

/* 满载39名乘客|的大巴, 5名教师、43名学生|的小学: persons stand before the 的 at token `of` and none behind it, so that what is
 * counted as persons are is before it; 12名学生的家长 are parents. */
static bool counts_persons_of(const struct sentence *s, size_t of) {
    return persons_stand_before(s, of) &&
           !lexicon_ending(s->lexicon, sentence_text(s, of + 1, item_end(s, of + 1)), EDGE_PERSON);
}

/* 3个|村|的村民, 6个|县|的医疗队, 5个|县|的财政收入: places are counted, whatever is told of them behind 的, but not
 * 5个村的|饮水工程. */
static bool counts_places_of(const struct sentence *s, const struct candidate *c, struct range r) {
    bool one = counted(c) && r.to == r.from + 1u && is_one_character(&s->tokens[r.from]);
    if (!one) return false; /* most */
    for (size_t i = r.to + 1u; !ends_phrase(s, i); i++)
        if (has_note(&s->tokens[i], NOTE_THING)) return false;
    size_t end = skip(s, r.to + 1u, CLASSES(NOUN, HEAD, LEVEL));
    return tag_at(s, r.to + 1) == NOUN || (end > r.to + 1u && s->tokens[end - 1].tag == HEAD);
}

/* 附近|3家企业|的员工: bodies are counted, and not those who belong to them. */
static bool counts_bodies_of(const struct sentence *s, const struct candidate *c, struct range r) {
    size_t noun = skip(s, r.to + 1u, CLASSES(NOUN));
    if (!counted(c) || people_of(c) || noun != r.to + 2u || r.to != r.from + 1u) return false; /* most */
    const struct word *who = token_ending(s, r.from, EDGE_DOER) ? token_ending(s, noun - 1, EDGE_PERSON) : NULL;
    return who && who->text.len > HAN;
}

/* 300户危房、旧房的|改造任务, 9类食品、药品的|检验: is what stands at token `i` no more than what was done to them? */
static bool is_work_on(const struct sentence *s, size_t i) {
    size_t end = skip(s, i, CLASSES(VERB, VERBAL));
    bool   goal = end > i && tag_at(s, end) == NOUN && has_note(&s->tokens[end], NOTE_GOAL | NOTE_GENERIC);
    return end > i && ends_phrase(s, end + goal);
}

/* Behind the 的 at token r.to. 25个开展巡察的党组织, 33个特色鲜明、设施完善的中心镇: a clause before it is no name;
 * 17个学习组的架构: the nearest noun is; 新的举措 goes on. */
static bool goes_on_behind_particle(const struct sentence *s, const struct candidate *c, struct range *r) {
    if (s->tokens[r->to - 1].candidate >= 0) return true;                                     /* 投资超5亿元|的项目 */
    if (counted(c) && is_figure(s, r->to + 1)) return false;                                  /* 11个区|的23个项目 */
    if (counts_places_of(s, c, *r) || counts_bodies_of(s, c, *r)) return false;               /* 3个村|的村民 */
    if (s->tokens[r->to - 1].tag == UNQUOTE && s->tokens[c->token].tag == BARE) return false; /* 20万“双非婴孩”|的影响 */
    if (words_ending(s, r->from, r->to, EDGE_BOUNDED)) return true;                           /* 12个限额以上|的企业 */
    size_t bytes = content_bytes(s, *r);
    bool   clause = has_class(s, *r, CLASSES(VERB, LIGHT, AWARD, GROW, FALL)) || s->tokens[r->to - 1].tag == UNQUOTE;
    clause = clause || (has_class(s, *r, CLASSES(LIST_COMMA)) && !is_work_on(s, r->to + 1));
    bool does = s->tokens[r->from].tag == VERBAL || s->tokens[r->to - 1].tag == VERBAL;
    if (does && has_note(&s->tokens[r->to + 1], NOTE_THING)) return true;                    /* 20个|改造小区的项目 */
    clause |= s->tokens[r->to - 1].tag == NOUN && has_note(&s->tokens[r->to - 1], NOTE_ADJ); /* 5个|功能齐全的|公园 */
    clause |= s->tokens[r->to - 1].tag == VERBAL && has_class(s, *r, CLASSES(AND)); /* 18家承包或委托经营的|食堂 */
    /* 解决9万农村人口的用水困难: the verb's object is what stands behind 的; 完成16条巷道的综合改造: what was done to them. */
    size_t deed = !clause && (bytes > HAN || (counted(c) && tag_at(s, r->from) == NOUN)) ? deed_end(s, r->to + 1) : 0;
    if (deed) return r->to = deed - 1, true;
    bool listed = c->token > 0 && is_one_of(s->tokens[c->token - 1].tag, LIST_COMMA, AND);
    bool governed = verb_before(s, c->token) != SIZE_MAX || verb_far_before(s, c->token) != SIZE_MAX;
    bool object = !listed && (!c->quantity.unit || c->quantity.unit->homes || governed); /* 免除学生|的学费 */
    bool home = c->quantity.unit && c->quantity.unit->homes && bytes > 2 * HAN;          /* 126户困境家庭|的孩子 */
    /* homes are counted by those who live there, whoever is told of behind 的 */
    if (!clause && noun_edge(c) == EDGE_PERSON && (!object || home) &&
        (home ? persons_stand_before(s, r->to) : counts_persons_of(s, r->to)))
        return false;
    if (bytes > 2 * HAN && !clause && !people_of(c) && counts_persons_of(s, r->to)) return true; /* 500个|老人的床位 */
    /* 解决9万人的用水困难和|6万山区人口|的用电问题 */
    bool alike = listed && c > s->candidates && has_class(s, range_of(c[-1].token + 1u, c->token - 1), CLASSES(OF));
    if (bytes > 2 * HAN && !clause)
        return (c->kind == KIND_SHARE && !governed && !has_note(&s->tokens[r->to + 1], NOTE_NORM)) ||
               (people_of(c) && (governed || alike));
    bool deeds = event_unit(c) && is_one_of(s->tokens[r->from].tag, VERB, GROW, FALL);
    if (deeds) return r->hole = r->from + 1u, r->hole_end = (uint16_t)(r->to + 1), true; /* 四次|提高|老人的|补助标准 */
    if (clause || bytes <= HAN) r->from = r->to + 1;
    return true;
}

/* 3个县区|滞留补助资金218万元: what the verb was done to is counted itself. */
static bool has_own_figure(const struct sentence *s, size_t verb) {
    size_t i = skip(s, verb + 1, CLASSES(NOUN, HEAD, VERBAL, LEVEL, SET_PHRASE));
    return is_figure(s, i);
}

/* Does what those did whom `c` counts start at token `i`: 6个县|滞留资金1.8亿元, 260名儿童|检查了视力, 45岁的王医生|走进学校?
 */
static bool deed_starts(const struct sentence *s, const struct candidate *c, size_t i) {
    char tag = tag_at(s, i);
    bool at = c->token > 0 && has_note(&s->tokens[c->token - 1], NOTE_AT); /* 在12个街道|安装屏幕213块 */
    bool moves = is_one_of(tag, VERB, VERBAL) && counted(c) && is_figure(s, i + 2);
    if (moves && (at || money_unit(&s->candidates[s->tokens[i + 2].candidate]))) return true;
    bool theirs = moves && s->tokens[i + 1].tag == NOUN && !has_note(&s->tokens[i + 1], NOTE_THING);
    if (theirs && names_doer(s, c->token + 1u, i)) return true; /* 26家企业|生产口罩320万只 */
    bool did = tag == VERBAL && tag_at(s, i + 1) == ADVERB && is_one_of(tag_at(s, i + 2), NOUN, HEAD);
    if (did && is_one_character(&s->tokens[i + 1])) return true;
    if (s->tokens[c->token].tag == AGE && !is_one_of(tag, AND, QUOTE, UNQUOTE, LEVEL, VERBAL)) return true;
    return is_one_of(tag, FIRST, AWARD, NONE, SINCE); /* 80个摊位|前挤满居民, 11个项目|未按期开工, 20家企业|来青禾建厂 */
}

/* 新建3个停车场|及改造农贸市场: does another deed, with an object of its own, stand behind the word for and at token `i`? */
static bool does_next(const struct sentence *s, const struct candidate *c, size_t i) {
    size_t deed = i + 1, verb = verb_before(s, c->token);
    if (verb == SIZE_MAX || s->tokens[verb].tag != VERB || !is_one_of(tag_at(s, deed), VERB, VERBAL)) return false; /* most */
    size_t object = skip(s, deed + 1, CLASSES(NOUN, HEAD));
    bool   thing = object > deed + 1 && has_note(&s->tokens[object - 1], NOTE_THING); /* 教学楼及|训练中心 */
    return counted(c) && object > deed + 1 && ends_phrase(s, object) && (s->tokens[deed].tag == VERB || !thing);
}

/* 42人|获得了, 48人|找到了, 11人|成了: is the word at token `i` what they did, whom figure `c` counts? */
static bool does_with_object(const struct sentence *s, const struct candidate *c, size_t i) {
    bool unknown = s->tokens[i].tag == NOUN && !s->tokens[i].word && is_one_character(&s->tokens[i]);
    bool crowd = people_of(c) || (c->quantity.unit && c->quantity.unit->homes); /* 12户|签了字 */
    return is_one_of(s->tokens[i].tag, VERB, AWARD) || (crowd && (s->tokens[i].tag == LIGHT || unknown));
}

/* 在滞留了|2300名旅客的车站: the persons whom a place holds, which 在 opens. */
static bool holds(const struct sentence *s, const struct candidate *c) {
    size_t verb = verb_before(s, c->token);
    return people_of(c) && verb != SIZE_MAX && verb > 0 && has_note(&s->tokens[verb - 1], NOTE_AT);
}

/* Where the noun that starts at r.from goes on from token r.to, which is no noun: 的 behind a clause starts it anew. */
static bool noun_goes_on(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    if (tag == ETC && names_kind(s, r->to + 1)) return true;
    if (tag == LIST_COMMA) return goes_on_in_list(s, c, r);
    if (ends_phrase(s, r->to) || has_note(&s->tokens[r->to], NOTE_PER | NOTE_CAUSES)) return false; /* 33家农家乐|户均增收 */
    if (is_one_of(tag, PER_NOUN, PER)) return false;                                                /* 36个村|每村增收 */
    bool carried = c->token > 0 && (has_note(&s->tokens[c->token - 1], NOTE_CARRIES) || holds(s, c));
    if (tag == OF) return !carried && goes_on_behind_particle(s, c, r); /* 满载2000册图书|的流动图书车 */
    if (tag == PLAN && is_one_of(tag_at(s, r->to + 1), DATE, PREPOSITION)) return false; /* 5个项目|计划今年开工 */
    size_t bytes = content_bytes(s, *r);
    if (bytes >= 2 * HAN && (tag == BOTH || has_note(&s->tokens[r->to], NOTE_VISITS))) return false; /* 15天的庙会|落下帷幕 */
    bool last = ends_phrase(s, r->to + 1);
    if (event_unit(c) && tag == ADVERB && is_one_of(s->tokens[r->from].tag, VERB, LIGHT, GROW, FALL))
        return is_one_character(&s->tokens[r->to]); /* 三次|召开了|座谈会 */
    if (tag == ADVERB && r->to == r->from + 1u && is_one_character(&s->tokens[r->to]) && does_with_object(s, c, r->from) &&
        is_one_of(tag_at(s, r->to + 1), NOUN, HEAD, LEVEL))
        return true; /* 42人|获得了|中级证书 */
    if (event_unit(c) && is_one_of(tag, VERB, LIGHT, PREPOSITION, REACH, GROW, FALL, IMPROVE)) return true;
    bool amount = money_unit(c) && tag_at(s, c->token + 1) != OF;
    if (amount && tag == VERBAL && bytes >= 2 * HAN && !last && !ends_phrase(s, r->to + 2)) return false;
    bool deed = tag == VERBAL && !has_note(&s->tokens[r->to], NOTE_THING); /* 15个港口|建设132个泊位, not 5场重要活动零事故 */
    if (deed && is_figure(s, r->to + 1)) return false;
    if (bytes == 0) return true;
    if (deed_starts(s, c, r->to)) return false;
    if (amount && has_note(&s->tokens[r->to], NOTE_USE)) return false;
    if (amount && tag == VERB) return !has_note(&s->tokens[r->to - 1], NOTE_GENERIC); /* 财政资金|建立直达机制 */
    if (tag == QUOTE && (is_speech(s, r->to) || tells_moves(s, r->to))) return false;
    if (s->tokens[r->to - 1].tag == UNQUOTE) return tag != PREPOSITION; /* “桂乡”开放窗口, 《春山》|被收藏 */
    if (tag == QUOTE && has_note(&s->tokens[r->to - 1], NOTE_THING) && !quoted_modifier(s, r->to)) return false;
    if (is_one_of(tag, GROW, FALL) && is_figure(s, r->to + 1)) return false; /* 八类案件|下降26% */
    if (is_one_of(tag, GROW, FALL, IMPROVE) && has_note(&s->tokens[r->to], NOTE_THAN)) return false; /* 蔬菜售价|低于市场均价 */
    size_t deed_to = tag == IMPROVE ? deed_end(s, r->to) : 0; /* 5万人次的技能|提升和转岗培训 */
    if (deed_to) return r->to = deed_to - 1, true;
    if (is_one_of(tag, GROW, FALL, IMPROVE)) return last || inside_compound(s, r->to);
    /* 86公里的|青禾至云岭|高速公路 */
    if (tag == TO) return !people_of(c);                                     /* 32名干部|到信访一线锻炼 */
    if (has_note(&s->tokens[r->to], NOTE_ADJ) && tag_at(s, r->to + 1) == OF) /* 8个|群众反映强烈的|问题 */
        return r->from = r->to + 2, r->to++, true;
    if (is_adjective(s, r->to) && bytes <= 4 * HAN) return true; /* 一次性整体拨款 */
    if (has_class(s, range_of(r->from, r->to), CLASSES(QUOTE)) && in_open_quotation(s, r->from, r->to)) return true;
    if (is_one_of(tag, LIGHT, REACH, PREPOSITION, FROM, BOTH, DATE, ON_YEAR, AIM, DONE, RANK, ADVERB, TO, QUALIFIER,
                  RESPECTIVELY, SHARE, ETC, GROW_TO, FALL_TO))
        return false;
    if (tag == VERB && last && counted(c) && makes_up(s, c->token)) return false;   /* 由8名护士、11个自然屯|组成 */
    if (tag == VERB && is_served(s, c) && !inside_compound(s, r->to)) return false; /* 在12个村|办起驿站 */
    if (tag == VERBAL && last && people_of(c) && is_served(s, c)) return false;     /* 提供给7名手艺人|使用 */
    if (bytes >= 2 * HAN && tag == VERB && is_figure(s, r->to + 1)) return false;   /* 12户|发放1836元 */
    if (people_of(c) && tag == VERB && tag_at(s, r->to + 1) == NOUN && ends_phrase(s, r->to + 2) &&
        token_ending(s, r->to + 1, EDGE_PERSON))
        return true; /* 14名|纺织厂|退休女工 */
    if (bytes >= 2 * HAN && tag == VERB) return last || (!has_own_figure(s, r->to) && inside_compound(s, r->to));
    if (tag == VERB && makes_verb(s, r->to + 1)) return false; /* 14个村|建起了洗衣房 */
    if (tag != AND) return true;
    if (does_next(s, c, r->to)) return false;
    bool done = !counted(c) && s->tokens[r->to - 1].tag == VERBAL && is_one_of(tag_at(s, r->to + 1), NOUN, HEAD);
    return !done && !list_goes_on(s, c, r->to); /* 50万平方米老旧小区节能改造|和南街片区供水工程 */
}

/* 12户办理了登记; an amount of something known is followed by what it does (示范区160平方公里连片运行), else by what it is of
 * (26公里供水). */
static bool opens_predicate(const struct sentence *s, size_t i, bool amount) {
    if (has_note(&s->tokens[i], NOTE_NEW)) return false; /* 1700个|新增宿位 */
    return is_one_of(tag_at(s, i), VERB, LIGHT) ||
           (amount && tag_at(s, i) == VERBAL && is_one_of(tag_at(s, i + 1), VERB, VERBAL));
}

/* Behind a size of it that the noun bears, the noun: 12幅|总面积约30公顷的|用地, 物色12幅|共约30公顷|用地. */
static size_t behind_size(const struct sentence *s, size_t i) {
    if (is_figure(s, i) && !counted(&s->candidates[s->tokens[i].candidate])) return i + 1 + (tag_at(s, i + 1) == OF);
    if (tag_at(s, i) != HEAD) return i;
    size_t size = skip(s, i + 1, CLASSES(ADVERB, QUALIFIER, REACH));
    bool amount = is_figure(s, size) && !counted(&s->candidates[s->tokens[size].candidate]); /* 12个|项目中有3个停工 */
    return amount ? size + 2 : i;
}

/* 改作住宅用途的|规划申请。: do the words from the verb at token `at` on only describe a noun that ends the phrase? */
static bool describes(const struct sentence *s, size_t at) {
    size_t end = at;
    while (!ends_phrase(s, end)) end++;
    return has_class(s, range_of(at, end), CLASSES(OF));
}

/* 提供2000元的|补助, 给予每家10万元|奖励: a deed is what the money is. */
static bool is_gift(const struct sentence *s, const struct candidate *c) {
    bool each = c->token > 0 && is_one_of(s->tokens[c->token - 1].tag, PER_NOUN, PER);
    return money_unit(c) && (each || tag_at(s, c->token + 1) == OF);
}

/* 洪灾造成该国东部|120人|死亡: did something before the figure at token `k`, and the place where it did, cause what is told? */
static bool befell(const struct sentence *s, size_t k) {
    k = skip_back(s, k, CLASSES(NOUN, PLACE, ADVERB, DONE, HEAD));
    return k > 0 && has_note(&s->tokens[k - 1], NOTE_CAUSES);
}

/* 120平方米|的排练|厅: is it a place named by a verb and one character, and so large? */
static bool is_room_of(const struct sentence *s, size_t of) {
    return tag_at(s, of) == OF && tag_at(s, of + 1) == VERB && tag_at(s, of + 2) == NOUN &&
           is_one_character(&s->tokens[of + 2]);
}

/* Does what stands behind `c`, from token `at` on, tell what the words before it did? 开户12户|办理了登记 */
static bool is_predicate(const struct sentence *s, const struct candidate *c, size_t at) {
    size_t k = c->token;
    bool   done = tag_at(s, k + 1) == DONE && !has_class(s, range_of(k, list_end(s, k + 1)), CLASSES(OF));
    /* 棉被3000床|已运抵灾区, but 9个|已建成的项目 */
    if (tag_at(s, k + 1) == DONE && !done) return false; /* 改造提升500个|已建成自然村的|治污设施 */
    bool told = !counted(c) && !(k > 0 && s->tokens[k - 1].tag == VERB); /* not 发放|2.3亿元|创业担保贷款 */
    if (!done && !opens_predicate(s, at, told)) return false;
    if (is_gift(s, c)) return false;
    bool examples = k > 0 && s->tokens[k - 1].tag == ETC;                 /* 国道207线等2条新建公路 */
    bool object = k > 0 && is_one_of(s->tokens[k - 1].tag, GROW, FALL);   /* 增加5000个|资助宿位 */
    bool caused = k > 0 && is_one_of(s->tokens[k - 1].tag, REACH, LIGHT); /* 给予20万元|奖励 */
    caused |= people_of(c) && befell(s, k);
    object |= caused && ends_phrase(s, at + 1); /* 完成1100户|搬迁, 造成3人|死亡 */
    bool verb =
        verb_before(s, k) != SIZE_MAX || (k > 0 && is_one_of(s->tokens[k - 1].tag, LIST_COMMA, AND, TO)); /* 征集到|210条 */
    object |= counted(c) && k > 0 && s->tokens[k - 1].tag == PREPOSITION; /* 发现向312名|已死亡人员发放养老金 */
    object |= verb && describes(s, at); /* 批准57宗|改作住宅用途的|申请, 新措施12项及30项|持续推行的|工作 */
    object |= counted(c) && k > 1 && s->tokens[k - 1].tag == OF &&
              is_one_of(tag_at(s, at + 1), NOUN, HEAD, VERB); /* 26个省份的318家|出版发行单位 */
    object |= c->quantity.unit && c->quantity.unit->class == UNIT_PHYSICAL && is_room_of(s, k + 1); /* 120平方米的|排练厅 */
    bool age = s->tokens[k].tag == AGE;                    /* 店长是68岁的退休钳工 */
    object |= counted(c) && k > 0 && makes_verb(s, k - 1); /* 台上坐着12位|参赛选手 */
    if (event_unit(c) || examples || object || age || inside_compound(s, at)) return false;
    struct range named = strip(s, range_of_words(words_before(s, k)), NAME_HEAD, NAME_TAIL);
    while (!counted(c) && named.from < named.to && s->tokens[named.from].tag == LIGHT) named.from++; /* 实施|1万亩节水灌溉 */
    bool place = named.to == named.from + 1 && is_place(s, named.from) && !counted(c); /* 青禾镇1万亩|节水灌溉 */
    return content_bytes(s, named) >= 2 * HAN && !place && !(named.to == named.from + 1 && verb_before(s, k) != SIZE_MAX);
}

static struct range noun_from(const struct sentence *s, const struct candidate *c, size_t at) {
    struct range r = range_of(at, at);
    for (;; r.to++) {
        bool noun = is_one_of(tag_at(s, r.to), NOUN, HEAD) && !has_note(&s->tokens[r.to], NOTE_USE | NOTE_PER);
        if (noun) continue;
        size_t close = tag_at(s, r.to) == OPEN && content_bytes(s, r) > 0 ? inner_bracket(s, r.to) : 0;
        if (close)
            r.to = close;
        else if (!noun_goes_on(s, c, &r))
            break;
    }
    return strip(s, r, TRAIT_NOUN_HEAD, TRAIT_NOUN_TAIL);
}

/* 20名|在体育、艺术等方面有专长的|学生, 300户|有劳动力的|家庭: behind a clause of its own with 的, the noun; `i` when none
 * stands there. */
static size_t behind_own_clause(const struct sentence *s, size_t i) {
    bool lacks = tag_at(s, i) == NONE; /* 58个|没有物业的|小区, 没有植被的|“绿化地带” */
    bool leads = tag_at(s, i) == FROM; /* 长60公里|由青禾至云台的|绿道 */
    if (!lacks && !leads && !is_one_of(tag_at(s, i), PREPOSITION, RESPECTIVELY, RANK, REACH)) return i;
    size_t end = list_end(s, i), particle = last_of(s, range_of(i, end), CLASSES(OF));
    while (particle != SIZE_MAX && is_one_of(tag_at(s, particle + 1), PLACE, LEVEL)) particle++;
    size_t at = particle + 1;
    bool   noun = particle != SIZE_MAX && (lacks || is_one_of(tag_at(s, at), NOUN, HEAD, VERBAL));
    return noun && (lacks || leads || (tag_at(s, i) == PREPOSITION && !has_note(&s->tokens[i], NOTE_PLAN)) ||
                    has_class(s, range_of(i, particle), CLASSES(VERB, LIGHT, VERBAL, REACH, AWARD, RANK)))
               ? particle + 1
               : i;
}

/* 3个|加装升降机的|项目: a thing, with the clause that says what it does; empty when none is described so. */
static struct range thing_described(const struct sentence *s, const struct candidate *c, size_t at) {
    enum { LONGEST_CLAUSE = 14 * HAN };
    struct range none = range_of(at, at);
    size_t       of = at;
    if (!in_classes(OF, s->classes) || !counted(c) || people_of(c)) return none; /* most */
    of = skip(s, of, CLASSES(NOUN, HEAD, VERB, VERBAL, IMPROVE, AND, ADVERB));
    struct range clause = range_of(at, of), thing = range_of(of + 1, of + 1);
    while (is_one_of(tag_at(s, thing.to), NOUN, HEAD)) thing.to++;
    bool named = tag_at(s, of) == OF && has_note(&s->tokens[thing.to - 1], NOTE_THING);
    if (!named || content_bytes(s, clause) < 4 * HAN) return none;
    if (s->tokens[at].tag != VERB) return none;
    return content_bytes(s, clause) <= LONGEST_CLAUSE ? range_of(at, thing.to) : thing;
}

/* 跨过千亿元|门槛, 超过70%的|警戒线: the token at `i` only says that the bound is one. */
static bool crosses_norm(const struct sentence *s, const struct candidate *c, size_t i) {
    bool over = c->qualifier == QUALIFIER_OVER && c->quantity.raw.start < c->quantity.digits.start;
    return over && i <= c->token + 1u + (tag_at(s, c->token + 1) == OF) && has_note(&s->tokens[i], NOTE_NORM) &&
           ends_phrase(s, i + 1);
}

/* 规划申请57宗，其中两宗|位于旧区的工业用地: tell the words up to the noun at token `noun` where some of those stand that were
 * counted before? */
static bool some_stand(const struct sentence *s, const struct candidate *c, size_t noun) {
    bool some = c > s->candidates && c->token > 0 && s->tokens[c->token - 1].tag == AMONG;
    return some && slice_equal(c->quantity.unit_name, c[-1].quantity.unit_name) && ends_phrase(s, object_end(s, noun));
}

/* 贷款5万元|开|了家汽修店: a deed by one character that no table knows, behind money that a noun tells. */
static bool bought_next(const struct sentence *s, size_t k) {
    const struct token *verb = &s->tokens[k + 1];
    if (verb->word || !is_one_character(verb) || !makes_verb(s, k + 2)) return false; /* most */
    return k > 0 && is_one_of(verb[-2].tag, NOUN, HEAD, VERBAL) && token_bytes(&verb[-2]) >= 2 * HAN;
}

static struct range noun_at(const struct sentence *s, const struct candidate *c) {
    size_t at = c->token + 1;
    size_t described = behind_described(s, c, at);
    bool   plain = tag_at(s, at) == NOUN; /* 12个|乡镇: most; other words may say something of the noun, or what it did */
    if (described > at)
        at = described;
    else if (!plain) {
        size_t from = behind_size(s, behind(s, c->token)), noun = behind_own_clause(s, from);
        if (noun > from && some_stand(s, c, noun)) return range_of(at, at);
        at = noun;
    }
    if (plain && money_unit(c)) {
        bool one = is_article(s, at), of = tag_at(s, at + 1) == OF; /* 门票80元|一张, 80元一张的|套票 */
        bool told = content_bytes(s, range_of(clause_start(s, c->token), c->token)) > 0; /* not “12块钱|一份” */
        if (bought_next(s, c->token) || (one && !of && told)) return range_of(at, at);
        at += one && of ? 2 : 0;
    }
    bool sum = s->tokens[at].candidate >= 0 && tag_at(s, at + 1) == ADVERB; /* 两个万亿元|台阶 */
    if (crosses_norm(s, c, at)) return range_of(at, at);
    if ((plain && sum) || !takes_noun(s, c, at) || (!plain && is_predicate(s, c, at))) return range_of(at, at);
    struct range r = noun_from(s, c, at);
    bool aim = r.from < r.to && c->kind == KIND_SHARE && has_note(&s->tokens[r.from], NOTE_GOAL); /* 控制在4.5%的|目标以内 */
    bool goal = aim || (r.from < r.to && tag_at(s, c->token + 1) == OF && has_note(&s->tokens[r.to - 1], NOTE_GOAL));
    if (goal) return range_of(at, at); /* 完成造林5万亩的任务 is of 造林 */
    /* 30万吨煤矿|建成投产, not 6万亩|建设任务 */
    while (!counted(c) && r.to > r.from + 1u + (s->tokens[r.from].tag == VERBAL) && has_note(&s->tokens[r.to - 1], NOTE_STAGE))
        r.to--;
    return r;
}

struct range noun_alone(const struct sentence *s, const struct candidate *c) {
    size_t at = c->token + 1;
    if (persons_before(s, c)) return range_of(at, at);
    struct range noun = noun_at(s, c), thing = thing_described(s, c, at);
    return thing.from < thing.to && noun.to <= thing.to ? thing : noun;
}
