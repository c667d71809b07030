/* A name that says nothing alone borrows words: 省级66家 behind 国家级企业8家 is 省级企业, 修订325件 behind 清理规章2300件 is
 * 修订规章, and a bare 总量 is that of the clause before. */
#include "extract/meaning/borrow.h"

#include "extract/meaning/antecedent.h"
#include "extract/meaning/before.h"
#include "extract/meaning/behind.h"
#include "extract/meaning/clause.h"
#include "extract/meaning/lend.h"
#include "extract/meaning/level.h"
#include "extract/meaning/object.h"
#include "extract/meaning/previous.h"
#include "extract/meaning/topic.h"
#include "extract/meaning/whose.h"

#include "extract/base/digits.h"

#include "extract/base/banned.h"

enum { LONGEST_WHOLE = 10 * HAN }; /* more of it is no name of its parts */

/* 人均存款 → 存款, for 户均3万元 behind it. */
static slice whole_of(const struct sentence *s, slice metric) {
    size_t per = word_at_start(s, metric, 0, NOTE_PER);
    return per < s->count ? slice_from(metric, token_text(s, per).len) : metric;
}

/* 产值10亿元以上企业, with the class of token `old` changed: 产值50亿元以上企业; empty when it is not there. */
static slice with_class(const struct sentence *s, slice model, size_t old, slice class, struct arena *arena) {
    slice  other = sentence_text(s, old - (old > 0 && s->tokens[old - 1].tag == QUALIFIER), old + 1);
    size_t at = slice_find(model, other, 0);
    if (at == SIZE_MAX) return SLICE_NONE;
    return arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(slice_sub(model, 0, at)), SLICE_ARG(class),
                        SLICE_ARG(slice_from(model, at + other.len)));
}

/* 干警126人，其中女干警31人，45岁以下88人: what the part is part of, where `part` stands behind 其中; else it is whole itself.
 */
static const struct candidate *behind_part(const struct sentence *s, const struct candidate *part) {
    size_t i = part->token;
    while (i > 0 && s->tokens[i - 1].candidate < 0 && s->tokens[i - 1].tag != AMONG) i--;
    bool among = i > 0 && s->tokens[i - 1].tag == AMONG && part > s->candidates;
    return among && slice_equal(part[-1].quantity.unit_name, part->quantity.unit_name) && !part[-1].refused ? part - 1 : part;
}

/* 其中10亿元以上12个: a class that other figures before it count, with what they are: 引进亿元以上项目 → 10亿元以上项目. */
static slice of_class(const struct naming *n, const struct candidate *c, size_t own) {
    const struct sentence *s = n->s;
    enum kind              before = n->previous->kind;
    bool moved = kind_moves(before); /* 提高3个百分点，600分以上86人; not 净增5户，超10亿元的2户 */
    if (moved && !slice_equal(n->previous->quantity.unit_name, c->quantity.unit_name)) return token_text(s, own);
    const struct candidate *whole = antecedent(n, c, SAME_UNIT); /* 项目36个，总投资超千亿元，其中超50亿元|9个 */
    bool                    counted = counts(c) && slice_equal(whole->quantity.unit_name, c->quantity.unit_name);
    bool                    bound = own > 0 && s->tokens[own - 1].tag == QUALIFIER; /* 超10亿元 */
    slice class = sentence_text(s, own - bound, own + 1);
    bool measured = !counted && s->candidates[s->tokens[own].candidate].quantity.unit == n->previous->quantity.unit;
    bool each = measured && counts(c) && n->previous->qualifier != QUALIFIER_EXACT; /* 收入均超5万元，超20万元的|4个 */
    if (measured) return each ? joined(n->previous->metric, class, n->arena) : token_text(s, own); /* 平均43岁，35岁以下占9% */
    if (!counted) whole = antecedent(n, &s->candidates[s->tokens[own].candidate], WHOLE);
    if (counted && whole == n->previous) whole = behind_part(s, whole);
    slice  model = counted ? metric_without_head(s, object_of(s, whole->metric), false) : object_of(s, whole->metric);
    size_t inside = own;
    bool   behind = false; /* 建筑面积90平方米以下 → 建筑面积144平方米以上 */
    for (size_t i = 0; i < own; i++) {
        slice other = token_text(s, i);
        if (s->tokens[i].candidate < 0) continue;
        if (slice_starts(model, other)) /* 90（含）平方米以下 is all class */
            model = s->candidates[s->tokens[i].candidate].quantity.unit ? slice_from(model, other.len) : SLICE_NONE;
        else if (slice_ends(model, other))
            model.len -= other.len, behind = true;
        else if (slice_find(model, other, 0) != SIZE_MAX)
            inside = i;
    }
    slice within = inside < own ? with_class(s, model, inside, class, n->arena) : SLICE_NONE;
    if (within.len) return within;
    return behind ? joined(model, class, n->arena) : joined(class, model, n->arena);
}

/* The verbs that open the name (新建, 改造和新建); empty when it opens with none, or is one itself: 检验|率, 种植|业,
 * 实施|科研项目. */
static slice opening_verb(const struct sentence *s, struct range name) {
    size_t came = name.from;
    while (came + 1 < name.to && is_one_of(s->tokens[came].tag, NOUN, HEAD)) came++;
    bool done = came + 1 < name.to && s->tokens[came].tag == VERB;
    if (came > name.from && done) name.from = came; /* 高校|新增博士点, 该项目|新建泵站 */
    size_t end = name.from;
    if (end + 1u == name.to && has_note(&s->tokens[end], NOTE_OBJECT)) return SLICE_NONE; /* 造林12万亩、种草8万亩 */
    if (!is_one_of(s->tokens[end++].tag, VERB, AWARD, VERBAL) || (name.from > 0 && s->tokens[name.from - 1].tag == LIGHT))
        return SLICE_NONE;
    for (;;) {
        bool listed = is_one_of(tag_at(s, end), AND, LIST_COMMA);
        if (!listed && end + 1u < name.to && has_note(&s->tokens[end], NOTE_NEW))
            break; /* 发行|新增|债券3亿元、再融资债券1亿元 */
        if (end + listed >= name.to || !(listed || is_one_of(s->tokens[end].tag, VERB, AWARD))) break;
        end += 1 + listed;
    }
    bool suffix = end + 1u == name.to && is_one_character(&s->tokens[end]);
    return suffix ? SLICE_NONE : sentence_text(s, name.from, end);
}

/* 居民每百户|拥有彩电105台、洗衣机89台, 每百户|家庭|拥有汽车30辆、电脑50台: what all items of a list are taken per; empty when
 * nothing is. */
static slice opening_per(const struct sentence *s, struct range name) {
    size_t per = name.from;
    while (per + 1 < name.to && !has_note(&s->tokens[per], NOTE_PER)) per++;
    if (per + 1 >= name.to) return SLICE_NONE;
    bool whom = s->tokens[per + 1].tag == NOUN && per + 3 < name.to && s->tokens[per + 2].tag == REACH;
    return sentence_text(s, name.from, per + 1 + whom);
}

/* 铁路客运量963万人，同比下降1%，|货运量1230万吨: a head that differs in one thing from that of the figure before is of the
 * same, and so is 碳市场成交量4亿吨、|成交额265亿元; empty when it is no such head. */
APART static slice beside_head(const struct naming *n, struct range name) {
    const struct sentence *s = n->s;
    slice                  own = token_text(s, name.from), model = n->previous->metric;
    bool                   beside = has_note(&s->tokens[name.from], NOTE_BESIDE);
    size_t                 head = beside || own.len >= 3 * HAN ? word_at_end(s, model, CLASSES(HEAD), 0) : s->count;
    if (head == s->count) return SLICE_NONE;
    slice other = token_text(s, head);
    if (beside && has_note(&s->tokens[head], NOTE_BESIDE)) /* 债务本金、|利息 */
        return joined(slice_sub(model, 0, model.len - other.len), own, n->arena);
    if (own.len < 3 * HAN) return SLICE_NONE;
    if (other.len < 3 * HAN || model.len < other.len + 2 * HAN) return SLICE_NONE;
    bool  tail = slice_ends(other, slice_from(own, own.len - 2 * HAN)); /* 客|运量, 货|运量 */
    bool  lead = slice_starts(other, slice_sub(own, 0, 2 * HAN));       /* 客运|量, 客运|周转量 */
    slice of = slice_sub(model, 0, model.len - other.len);
    return (tail || lead) ? joined(of, own, n->arena) : SLICE_NONE;
}

/* 开放|创新中心, 污水处理|厂: is the word at token `i` one for a thing, or a noun that ends as one? */
static bool ends_in_thing(const struct sentence *s, size_t i) {
    if (has_note(&s->tokens[i], NOTE_THING)) return true;
    return s->tokens[i].tag == NOUN && token_ending(s, i, EDGE_ITEM); /* not 评价|入库 */
}

/* 新建学校3所、示范基地2个: an item of a list that shares its verb. An amount that has a head is none (新增企业5家、收入3亿元)
 * but when its head is that of the item before (退出钢铁产能5万吨、煤炭产能8万吨). */
static bool shares_verb(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence  *s = n->s;
    const struct candidate *previous = n->previous;
    if (!n->verb.len || !previous || !is_chained(s, before.from)) return false;
    if (has_class(s, range_of(name.to, c->token), CLASSES(REACH))) return false; /* 新增企业3家、企业总数达289家 */
    if (has_note(&s->tokens[name.from], NOTE_PER)) return false;                 /* 日均参与度71%、人均积分42分 */
    bool suffers = tag_at(s, before.from) == PREPOSITION && is_adjective(s, before.from); /* 被|冲毁|桥梁 */
    if (has_class(s, range_of(before.from + 2u * suffers, before.to), CLASSES(VERB, AWARD, LIGHT, GROW, FALL, IMPROVE))) {
        /* 大企业开放|创新中心, 污水处理|厂: verbs inside the name of a thing */
        if (tag_at(s, name.from) != NOUN || !ends_in_thing(s, name.to - 1u)) return false;
    }
    bool own = tag_at(s, name.from) == VERBAL; /* 改造|薄弱|学校; 改造|工程 is a noun, 培训|党员 is none */
    bool takes_none = own && name.from == before.from && has_note(&s->tokens[name.from], NOTE_OBJECT); /* 供水|管网 */
    own &= !takes_none;
    bool two = own && name.to == name.from + 2u, other = !slice_equal(previous->quantity.unit_name, c->quantity.unit_name);
    own &= !two || (other && !has_note(&s->tokens[name.from + 1u], NOTE_THING));
    bool same_head = slice_ends(previous->metric, token_text(s, name.to - 1));
    if (own || tag_at(s, name.to - 1) == VERBAL) return false; /* 办理A登记、B登记 */
    /* 发放津贴3亿元、补贴2亿元、|救助金1亿元 */
    bool along =
        s->tokens[before.from - 1].tag == LIST_COMMA && slice_equal(previous->quantity.unit_name, c->quantity.unit_name);
    return counts(c) || same_head || (along && c->kind == KIND_LEVEL) ||
           !has_class(s, range_of(before.from + takes_none, before.to), CLASSES(VERBAL, HEAD));
}

/* 货运量86万吨，营业收入63亿元: the name of the amount `c` ends with what is measured by it alone, and has nothing to lend to
 * money; that of 茶叶产量 has, 茶叶. */
static bool stands_beside(const struct sentence *s, const struct candidate *c) {
    if (money_unit(c) || c->kind != KIND_LEVEL) return false;
    size_t last = word_at_end(s, c->metric, CLASSES(HEAD), NOTE_FUND);
    return last < s->count && is_head(&s->tokens[last]) && !has_note(&s->tokens[last], NOTE_GENERIC);
}

/* What a name by itself leaves open: 清理 what is cleaned, 总数 what is counted. */
enum lack { LACKS_NOTHING, LACKS_OBJECT, LACKS_SUBJECT };

/* 普通高中3所，在校学生8216人: people of the places that the figure before counts, or told apart as those of it are: 本专科招生
 * 10万人，在校生36万人，毕业生9万人. */
static enum lack lack_of_people(const struct sentence *s, const struct candidate *previous) {
    if (!previous || !counts(previous)) return LACKS_NOTHING;
    if (previous->quantity.unit->class == UNIT_MEASURE_WORD) return LACKS_SUBJECT;
    if (word_at_end(s, previous->metric, 0, NOTE_GENERIC) < s->count) return LACKS_SUBJECT;
    return without_verb(s, previous->metric).len ? LACKS_OBJECT : LACKS_NOTHING;
}

static enum lack lack_of(const struct sentence *s, const struct candidate *c, struct range name,
                         const struct candidate *previous) {
    const struct token *first = &s->tokens[name.from];
    bool                grows = kind_moves(c->kind);
    size_t              words = name.to - name.from;
    if (words == 1 && first->tag == NOUN && has_note(first, NOTE_GENERIC)) return lack_of_people(s, previous);
    if (words == 1) {
        /* 完成投资3亿元 behind a count is what went into it, and behind 项目总投资9亿元; 完成投资增长22% is not, nor behind
         * 成本降至4.3% or 上缴税金2亿元. */
        bool funds = previous && previous->kind == KIND_LEVEL && !grows && name.from > 0 &&
                     is_one_of(first[-1].tag, REACH, DONE) && has_note(first, NOTE_FUND);
        if (funds && money_unit(previous) && word_at_end(s, previous->metric, 0, NOTE_FUND) == s->count) return LACKS_NOTHING;
        funds |= previous && !grows && counts(previous) && has_note(first, NOTE_FUND) && name.from > 1 &&
                 first[-1].tag == LIST_COMMA && is_figure(s, name.from - 2u); /* 项目8个、投资3亿元 */
        if (funds || has_note(first, NOTE_GENERIC) || is_one_of(first->tag, GROW, FALL)) return LACKS_SUBJECT;
        bool deed = is_one_of(first->tag, VERB, AWARD) || (first->tag == VERBAL && !grows);
        deed |= is_one_of(first->tag, IMPROVE, LIGHT) && previous && name.to == c->token; /* 新辟线路4条、|优化|9条 */
        /* 明年再|建|20家: a character that no table has by itself does something, where only a count stands behind it */
        deed |= first->tag == NOUN && is_one_character(first) && name.from > 0 && previous && previous->metric.len >= 2 * HAN &&
                is_one_of(first[-1].tag, ADVERB, DATE, DONE, PLAN, AIM);
        bool event = first->tag == VERBAL && ((name.from > 0 && first[-1].tag == LIGHT) || /* 开展|培训, 宣讲|820场 */
                                              (c->quantity.unit && c->quantity.unit->event));
        return deed && !event && !has_note(first, NOTE_OBJECT) ? LACKS_OBJECT
                                                               : LACKS_NOTHING; /* 造林 is done to nothing else */
    }
    bool heads = is_one_of(first[1].tag, AND, LIST_COMMA) && words == 3 && has_note(first, NOTE_GENERIC); /* 总量和增速 */
    if (heads && (has_note(&first[2], NOTE_GENERIC) || is_one_of(first[2].tag, GROW, FALL))) return LACKS_SUBJECT;
    bool improves = first->tag == VERBAL && first[1].tag == IMPROVE; /* 改造提升 */
    bool deeds = is_one_of(first->tag, VERB, AWARD) && is_one_of(first[1].tag, VERB, AWARD);
    bool listed = words == 3 && is_one_of(first->tag, VERB, AWARD) && is_one_of(first[1].tag, AND, LIST_COMMA) &&
                  is_one_of(first[2].tag, VERB, AWARD, VERBAL);
    return listed || (words == 2 && (improves || deeds)) ? LACKS_OBJECT : LACKS_NOTHING; /* 其中|新建和改建|9家 */
}

/* 加快打造大健康产业，产值增长10%: what is made, of a clause that tells how it is; 发展长者食堂，覆盖率达80%: a rate is
 * of that, too. */
static slice made(const struct sentence *s, slice clause, bool rate) {
    size_t moved = word_at_start(s, clause, CLASSES(GROW, FALL), 0); /* 提高|养老金水平，人均增加80元 */
    if (moved < s->count && clause.len >= token_text(s, moved).len + 3 * HAN)
        return slice_from(clause, token_text(s, moved).len);
    size_t how = word_at_start(s, clause, CLASSES(IMPROVE), 0);
    slice  done = how < s->count ? slice_from(clause, token_text(s, how).len) : clause;
    size_t verb = how < s->count || rate ? word_at_start(s, done, CLASSES(VERB, VERBAL), 0) : s->count;
    if (verb == s->count || done.len < token_text(s, verb).len + 2 * HAN) return clause;
    bool does =
        how < s->count || s->tokens[verb].tag == VERB || (verb > 0 && s->tokens[verb - 1].tag == ADVERB); /* 大力|发展 */
    return does ? slice_from(done, token_text(s, verb).len) : clause; /* 推进|普惠托育 */
}

/* 补助标准490元，|退休人员养老金|实现“十四连增”，月人均2630元: what the clause between the figure before and these words is
 * told of; empty when it tells of nothing by itself. */
static slice subject_between(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    if (before.from == 0 || s->tokens[before.from - 1].tag != COMMA) return SLICE_NONE;
    size_t clause = clause_start(s, before.from - 1u), end = skip(s, clause, CLASSES(NOUN, HEAD, LEVEL, VERBAL));
    bool   told = clause > n->previous->token + 1u && is_one_of(tag_at(s, end), REACH, QUOTE) &&
                is_one_of(s->tokens[clause].tag, NOUN, HEAD, LEVEL);
    return told && content_bytes(s, range_of(clause, end)) >= 2 * HAN ? sentence_text(s, clause, end) : SLICE_NONE;
}

/* A name of one word that tells a level, 国家级3项, a class, 10亿元以上12个, or per what it is taken, 户均3万元, with what it
 * is told of; empty when it is none. */
static slice of_one_word(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    const struct sentence *s = n->s;
    bool                   average = name.to == name.from + 2u && s->tokens[name.from].tag == BOTH; /* 平均|每天 */
    const struct token    *word = &s->tokens[name.from + average];
    bool listed = name.to == name.from + 2u && is_one_of(word->tag, VERB, AWARD) && word[1].tag == LEVEL; /* 列入|省级60个 */
    const struct candidate *listed_of = listed && n->previous ? antecedent(n, c, SAME_UNIT) : NULL;
    if (listed_of && slice_equal(listed_of->quantity.unit_name, c->quantity.unit_name))
        return joined(own, object_of(s, listed_of->metric), n->arena);
    bool funded = name.to == name.from + 2u && has_note(word, NOTE_FUND) && word[1].candidate >= 0; /* 其中投资|亿元以上36个 */
    if (funded && n->previous) return of_class(n, c, name.from + 1u);
    if (name.to != name.from + average + 1u) return SLICE_NONE;
    if (!n->previous && word->tag == LEVEL) { /* 龙头企业数量偏少，省级以上4家 */
        slice whole = metric_without_head(s, clause_before(s, before.from, KIND_GROWTH, n->arena), false);
        return whole.len ? joined(own, whole, n->arena) : SLICE_NONE;
    }
    bool per = name.from == 0 && s->goes_on && has_note(word, NOTE_PER) && c->kind == KIND_LEVEL && money_unit(c);
    if (per && n->carry->money.len) return joined(own, n->carry->money, n->arena); /* 生产总值12亿元；人均|1.8万元 */
    if (!n->previous) return SLICE_NONE;
    if (word->candidate >= 0) {
        const struct unit *said =
            s->candidates[word->candidate].quantity.unit; /* 百亿|企业 says who they are, 10亿元以上 does not */
        bool nouns = said && said->class == UNIT_MEASURE_WORD && said->canonical.len > HAN;
        return nouns ? own : of_class(n, c, name.from);
    }
    bool lasted = s->tokens[n->previous->token].tag == DURATION && n->subject.len; /* 养老金连续五年增加，去年又人均提高10% */
    if (has_note(word, NOTE_PER) && lasted) return joined(own, n->subject, n->arena);
    bool alike = slice_equal(n->previous->quantity.unit_name, c->quantity.unit_name);
    bool again =
        has_note(word, NOTE_OFTEN) && (alike || n->previous->kind == KIND_GROWTH); /* 产生量减少四成，由每日|1.27公斤 */
    slice whose = has_note(word, NOTE_PER) ? subject_between(n, before) : SLICE_NONE;
    if (whose.len) return joined(whose, own, n->arena);
    if (again || has_note(word, average ? NOTE_OFTEN : NOTE_PER))
        return joined(own, whole_of(s, antecedent(n, c, SAME_UNIT)->metric), n->arena);
    if (word->tag != LEVEL) return SLICE_NONE;
    /* 保护区161处，占国土面积的7.3%，其中国家级21处 */
    const struct candidate *of = antecedent(n, c, SAME_UNIT);
    slice whole = counts(of) ? metric_without_head(s, of->metric, false) : of->metric; /* 景区总数17家，4A级6家 */
    slice leveled = with_level(s, whole, name.from, n->arena);
    return leveled.len ? leveled : joined(own, object_of(s, whole), n->arena);
}

/* 完成投资9亿元，开工建设青禾水库，总库容3200万立方米: a size is of what the clause between says is made. */
static slice sized(const struct sentence *s, const struct candidate *c, size_t from, struct arena *arena) {
    bool size = c->quantity.unit && c->quantity.unit->class == UNIT_PHYSICAL;
    if (!size || from < 2) return SLICE_NONE;
    struct range clause = strip(s, range_of(clause_start(s, from - 1), from - 1), NAME_HEAD, NAME_TAIL), what = clause;
    while (what.from < what.to && is_one_of(s->tokens[what.from].tag, VERB, VERBAL)) what.from++;
    return what.from > clause.from ? name_of(s, what, arena) : SLICE_NONE;
}

/* 进场读者31万人次，销售额2180万元: visits are counted, and have no money; 救助860人次，金额46万元. */
static bool counts_visits(const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    return c->kind == KIND_LEVEL && unit && unit->class == UNIT_PERSON && !unit->base.len;
}

/* 园区集聚企业200家，营业收入突破300亿元: what is earned is of who did it, not of what was counted; empty when nobody is told.
 */
static slice earner(const struct naming *n, struct range name) {
    const struct sentence *s = n->s;
    if (!has_note(&s->tokens[name.from], NOTE_EARNS)) return SLICE_NONE;
    struct range r = strip(s, range_of_words(words_before(s, n->previous->token)), NAME_HEAD, NAME_TAIL);
    size_t       verb = r.from;
    while (verb < r.to && is_one_of(s->tokens[verb].tag, NOUN, HEAD)) verb++;
    struct range who = range_of(r.from, verb);
    while (verb < r.to && is_one_of(s->tokens[verb].tag, ADVERB, DONE, PLACE, PREPOSITION)) verb++;
    bool did = verb < r.to && is_one_of(s->tokens[verb].tag, VERB, VERBAL);
    return did && content_bytes(s, who) >= 2 * HAN && !is_place(s, who.from) ? name_of(s, who, n->arena) : SLICE_NONE;
}

/* 项目|占地300亩，新建厂房6栋，总投资12亿元: money is of the project whose size the sentence opens with, not of what was
 * counted; empty when it opens otherwise. */
static slice sized_first(const struct naming *n) {
    const struct sentence  *s = n->s;
    const struct candidate *first = s->candidates;
    while (first < n->previous && (first->refused || !first->metric.len)) first++;
    const struct unit *unit = first->quantity.unit;
    if (!counts(n->previous) || !unit || unit->class != UNIT_PHYSICAL) return SLICE_NONE; /* most */
    size_t project = words_before(s, first->token).from;
    bool   opens = project + 1 < first->token && has_note(&s->tokens[project], NOTE_THING) &&
                 is_one_of(s->tokens[project + 1].tag, NOUN, HEAD, VERB, VERBAL);
    return opens ? token_text(s, project) : SLICE_NONE;
}

/* 公司|员工1300人，产值18亿元: money is of those whose persons the figure before counts. */
static slice whose_persons(const struct sentence *s, const struct candidate *previous, slice of, bool earned) {
    const struct unit *unit = previous->quantity.unit;
    size_t             who = unit && unit->class == UNIT_PERSON ? word_at_end(s, of, CLASSES(NOUN, HEAD), 0) : s->count;
    bool               persons = who < s->count && token_ending(s, who, EDGE_PERSON);
    if (persons && earned && of.len < token_text(s, who).len + 2 * HAN) return SLICE_NONE; /* 从业人员2600人，|产值15亿元 */
    return persons && of.len >= token_text(s, who).len + 2 * HAN ? slice_sub(of, 0, of.len - token_text(s, who).len) : of;
}

/* 工业企业|经济效益|提高，实现利润3亿元: what is earned is of who earns it, not of another amount of theirs. */
static slice who_earns(const struct sentence *s, slice of, const struct token *earned) {
    size_t last = has_note(earned, NOTE_EARNS) ? word_at_end(s, of, 0, NOTE_GENERIC) : s->count;
    bool   amount = last < s->count && of.len >= token_text(s, last).len + 2 * HAN;
    return amount ? slice_sub(of, 0, of.len - token_text(s, last).len) : of;
}

/* 小额信贷|新增投放: what something new came to. */
static slice before_new(const struct sentence *s, slice name) {
    for (size_t i = 0, at; i < s->count; i++)
        if (has_note(&s->tokens[i], NOTE_NEW) && (at = slice_find(name, token_text(s, i), 0)) != SIZE_MAX && at >= 2 * HAN)
            name.len = at;
    return name;
}

/* 产量12万吨，|产值3亿元 and 总数|612家 are of what the figure `previous` is of: its name without what was done to it or
 * earned. */
static slice joined_with(const struct naming *n, const struct candidate *c, struct range name, slice own,
                         const struct candidate *previous) {
    const struct sentence *s = n->s;
    bool                   both = slice_equal(previous->quantity.unit_name, c->quantity.unit_name) && c->kind == KIND_LEVEL;
    bool lasted = s->tokens[previous->token].tag == DURATION && n->subject.len; /* 粮食连续四年增产，|产量达到50万吨 */
    slice whole_said = previous == n->part ? n->parted : previous->metric; /* 装机260万千瓦，占全市的43%，|年发电量30亿千瓦时 */
    slice of = object_of(s, lasted ? n->subject : whole_said);
    if (!lasted) of = slice_from(of, opening_verb_of(s, previous).len); /* 净增大户38家，|总数612家 */
    size_t bare_head = word_at_start(s, of, 0, NOTE_GENERIC);           /* 接待人数恢复到92%，收入恢复到88% */
    if (of.len < whole_said.len && bare_head < s->count && token_text(s, bare_head).len == of.len) return own;
    bool moves = is_one_of(s->tokens[name.from].tag, GROW, FALL); /* 旅游收入|增速 keeps it, 到位资金|占比 too */
    bool guests = money_unit(c) && counts_visits(n->previous);    /* 国内外游客186万人次，收入14亿元 */
    if (c->kind != KIND_SHARE && !moves && !guests) of = metric_without_head(s, of, both);
    size_t size = moves ? word_at_end(s, of, 0, NOTE_SIZE) : s->count; /* 总量居第10位，|增速居第8位 */
    if (size < s->count && of.len > token_text(s, size).len + 2 * HAN) of.len -= token_text(s, size).len;
    bool earned = has_note(&s->tokens[name.from], NOTE_EARNS);
    bool did = object_of(s, previous->metric).len < previous->metric.len; /* 加工|干茶1.8万公斤，销售额1600万元 */
    if (earned && !counts(previous) && (did || word_at_start(s, of, 0, NOTE_GENERIC) < s->count))
        return own; /* 日产拉链35万米，产值8600万元, not 规模以上企业43家 */
    bool spent = has_note(&s->tokens[name.from], NOTE_FUND) && is_one_of(tag_at(s, name.from - 1u), REACH, DONE);
    bool several = previous > s->candidates; /* 改造管网96公里，更换阀门3700个，完成|投资3亿元: for neither alone */
    if (did && spent && several && word_at_end(s, of, 0, NOTE_THING) == s->count) return own;
    if (money_unit(c) && word_at_start(s, of, CLASSES(PER), 0) < s->count) return own; /* 每生每天补助4元，全年支出5120万元 */
    bool helped = object_of(s, whole_said).len < whole_said.len; /* 资助|贫困学生215人、资金86万元: theirs, not of 贫困 */
    if (money_unit(c) && !guests && !helped) of = whose_persons(s, previous, of, earned);
    if (c->kind == KIND_LEVEL && s->notes & NOTE_NEW) of = before_new(s, of);
    /* 全球|销量5万辆，营收38亿元; 停车场有300个|车位，投资3亿元 */
    size_t scope = word_at_end(s, of, 0, counts(c) ? NOTE_SCOPE : NOTE_SCOPE | NOTE_ROOM);
    if (scope < s->count && of.len >= token_text(s, scope).len + 2 * HAN) of.len -= token_text(s, scope).len;
    size_t deed = word_at_end(s, of, CLASSES(VERB, AWARD, VERBAL), 0); /* 已开工18个，完成|投资3亿元 */
    if (earned && deed < s->count && of.len == token_text(s, deed).len + HAN) return own; /* 年|出栏2600头，产值5300万元 */
    bool measured = both || (c->kind == KIND_LEVEL && !money_unit(c) && !counts(c)); /* 早稻|收获4.3万亩，亩产426公斤 */
    measured |= earned && counts(previous); /* 肉牛|年出栏2600头，产值5300万元 */
    bool object = deed < s->count && has_class(s, range_of(clause_start(s, deed), deed), CLASSES(VERB)); /* 投放涉农|贷款 */
    if (measured && deed < s->count && !object && of.len >= token_text(s, deed).len + 2 * HAN)
        of.len -= token_text(s, deed).len; /* 新能源汽车推广3万辆，|保有量12万辆 */
    bool thing = has_note(&s->tokens[name.from], NOTE_FUND) && word_at_end(s, of, 0, NOTE_THING) < s->count;
    return thing ? arena_format(n->arena, "%.*s%.*s", SLICE_ARG(of), SLICE_ARG(own)) /* 政府投资项目|投资 */
                 : joined(of, own, n->arena);
}

/* A bare head with what it is of: 总数 that of the figure before, else of the clause. */
static slice with_its_subject(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    const struct sentence *s = n->s;
    slice                  owner = owner_of_head(n, c, name);
    if (!owner.len) owner = topic_of_head(n, c, before.from);
    if (!owner.len && !n->previous) owner = all_of_clause(s, c, before.from, n->arena);
    if (owner.len) return joined(owner, own, n->arena);
    if (!n->previous)
        return joined(who_earns(s, made(s, clause_before(s, before.from, c->kind, n->arena), c->kind == KIND_SHARE),
                                &s->tokens[name.from]),
                      own, n->arena);
    bool share = n->previous->kind == KIND_SHARE && has_note(&s->tokens[name.from], NOTE_SHARE);
    if (share && s->tokens[c->token].tag == POINTS && has_class(s, range_of(0, before.from), CLASSES(SHARE)))
        return n->previous->metric;                           /* 占总支出的47%，比重上升3个百分点 */
    const struct unit *measured = n->previous->quantity.unit; /* 新增产能480万吨，|工期30个月 */
    if (s->tokens[c->token].tag == DURATION && measured && measured->class == UNIT_PHYSICAL) return own;
    if (money_unit(c) && (stands_beside(s, n->previous) || (counts_visits(n->previous) && own.len > 2 * HAN))) return own;
    if ((owner = earner(n, name)).len) return joined(owner, own, n->arena);
    if (money_unit(c) && (owner = sized_first(n)).len) return joined(owner, own, n->arena);
    /* 种植水稻2600亩、油菜1800亩，年产值达860万元: of neither alone. */
    struct words item = words_before(s, n->previous->token);
    bool         bare =
        item.to == item.from + 1u && has_note(&s->tokens[item.from], NOTE_GENERIC); /* 茶园2600亩、产量3万吨、产值6亿元 */
    if (money_unit(c) && !money_unit(n->previous) && !bare && is_chained(s, item.from)) return own;
    const struct candidate *previous = counted_in(n, own);
    bool                    rated = money_unit(c) && lexicon_ending(s->lexicon, n->previous->metric, EDGE_RATE);
    if (rated) previous = antecedent(n, c, WHOLE);
    if (rated && (previous->kind == KIND_SHARE || stands_beside(s, previous)))
        return own; /* 产销率97%，营业收入3亿元; 售水量2亿吨，漏损率9%，营业收入3亿元 */
    if (!previous) previous = c->kind == KIND_CHANGE ? antecedent(n, c, SAME_UNIT) : n->previous;
    bool  alike = slice_equal(previous->quantity.unit_name, c->quantity.unit_name);
    slice whole = alike ? SLICE_NONE : sized(s, c, before.from, n->arena);
    if (whole.len) return joined(whole, own, n->arena);
    return joined_with(n, c, name, own, previous);
}

/* 8个镇入选百强镇、入选数量居全省第一: how many they are whose deed the figure before tells; empty when it does not. */
static slice number_of(const struct naming *n, struct range name) {
    const struct token *first = &n->s->tokens[name.from];
    if (name.to != name.from + 2u || first->tag != AWARD || !n->previous || !has_note(first + 1, NOTE_GENERIC))
        return SLICE_NONE;
    bool told = slice_find(n->previous->metric, token_text(n->s, name.from), 0) != SIZE_MAX;
    return told ? joined(n->previous->metric, token_text(n->s, name.from + 1u), n->arena) : SLICE_NONE;
}

/* 项目105个，其中工业类3个、城建类28个; 食堂9个，其中云桥街道4个、石桥镇和柳林镇各1个: a sort or a place counts those that
 * stand before 其中; `own` where it is none. */
static slice part_counted(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct sentence *s = n->s;
    size_t among = counts(c) && s->classes & CLASSES(AMONG) ? last_of(s, range_of(0, name.from), CLASSES(AMONG)) : SIZE_MAX;
    if (among == SIZE_MAX) return own;
    bool alone = name.to == name.from + 1u || is_one_of(tag_at(s, name.from + 1u), LIST_COMMA, AND);
    alone &= is_place(s, name.from) || is_area(s->lexicon, own); /* 常住人口41万人，其中城镇22万人 */
    if (!alone && !lexicon_ending(s->lexicon, own, EDGE_SORT)) return own;
    const struct candidate *whole = c;
    while (whole > s->candidates && whole->token > among) whole--;
    const struct candidate *same = whole; /* 投诉30件，涉及金额69万元，其中培训类18件 */
    while (same > s->candidates && (same->refused || !slice_equal(same->quantity.unit_name, c->quantity.unit_name))) same--;
    if (!same->refused && slice_equal(same->quantity.unit_name, c->quantity.unit_name)) whole = same;
    slice what = whole->token < among ? done_to(s, object_of(s, whole->metric)) : SLICE_NONE;
    return what.len <= LONGEST_WHOLE ? joined(own, what, n->arena) : own;
}

/* 兑现工作经费280万元，每个社区|20万元: of the same money. */
static slice of_each(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    bool                   per = name.from > 0 && s->tokens[name.from - 1].tag == PER_NOUN;
    if (!per || !money_unit(c) || !n->previous || !money_unit(n->previous)) return SLICE_NONE;
    return joined(sentence_text(s, name.from - 1u, name.to), object_of(s, n->previous->metric), n->arena);
}

/* 其中，旅行服务恢复较快，进出口8090亿元: the part that the sentence opens with is what a bare head is of. */
static slice of_part_before(const struct naming *n, struct range before, struct range name) {
    const struct sentence *s = n->s;
    if (n->previous || s->tags[0] != AMONG) return SLICE_NONE;
    return s->tokens[name.from].tag == HEAD ? subject_before(s, before.from, n->arena) : SLICE_NONE;
}

/* 低保标准城市提高到720元: does the name of an amount put whose it is behind the standard that it is? */
static bool is_standard_of(const struct sentence *s, const struct candidate *p) {
    size_t whose = word_at_end(s, p->metric, CLASSES(NOUN), 0);
    if (whose == s->count || p->metric.len == token_text(s, whose).len) return false;
    slice before = slice_sub(p->metric, 0, p->metric.len - token_text(s, whose).len);
    return word_at_end(s, before, 0, NOTE_NORM) < s->count;
}

/* 满意度住院97%、|门诊95%: what was measured of the item before is of a noun that says nothing of it; empty when it is none. */
static slice measured_again(const struct naming *n, const struct candidate *c, struct range before, slice own) {
    const struct candidate *p = n->previous;
    bool                    rates = p && c->kind == p->kind &&
                 (c->kind == KIND_SHARE || /* not 公路9公里、桥梁2公里 */
                  (is_standard_of(n->s, p) && money_unit(c) && money_unit(p)));
    if (!rates || !is_chained(n->s, before.from) || lexicon_ending(n->s->lexicon, own, EDGE_RATE)) return SLICE_NONE;
    slice rate = begun_by(n->s, n->previous->metric, EDGE_RATE);
    return rate.len ? rate : measured_of(n->s, n->previous->metric);
}

/* 下达1926万元，支出1203万元: a name that is but a verb lends nothing. */
static bool is_bare_verb(const struct sentence *s, slice metric) {
    if (metric.len <= HAN) return true; /* 一天|卖|300元，收入2700元 */
    size_t verb = word_at_start(s, metric, CLASSES(VERB), 0);
    return verb < s->count && token_text(s, verb).len == metric.len;
}

/* 建成食堂|36家 … 今年再建|12家: what a verb alone, the first of its sentence that counts, was done to so many of before. */
static slice counted_again(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct token *first = &n->s->tokens[name.from];
    if (n->previous || !counts(c) || name.to != name.from + 1u || name.from == 0) return SLICE_NONE;
    bool does = is_one_of(first->tag, VERB, VERBAL) || (first->tag == NOUN && is_one_character(first));
    if (!does || !is_one_of(first[-1].tag, ADVERB, DATE, PLAN, AIM)) return SLICE_NONE;
    const struct counted_name *earlier = &n->carry->counted[c->quantity.unit->line % COUNTED_NAMES];
    if (!slice_equal(earlier->unit, c->quantity.unit_name)) return SLICE_NONE;
    bool again = slice_find(earlier->object, own, 0) != SIZE_MAX; /* 新招收教师120名 … 再|招|80名 */
    return again ? earlier->object : joined(own, earlier->object, n->arena);
}

slice completed(struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence *s = n->s;
    const struct token    *first = &s->tokens[name.from];
    slice                  own = name_of(s, name, n->arena), alone = of_one_word(n, c, before, name, own);
    if (alone.len || (alone = number_of(n, name)).len) return alone;
    if ((alone = counted_again(n, c, name, own)).len) return alone;
    slice each = of_each(n, c, name), mover = mover_before(s, name, n->arena);
    if (each.len) return each;
    if (mover.len) return joined(mover, own, n->arena);
    slice whose = asks_whose(n, c, name, own) ? told_before(n, before, name, own) : SLICE_NONE;
    if (!whose.len) whose = who_drives(n, c, name);
    slice rate = rate_of_topic(s, c, name, n->arena);
    if (whose.len) return joined(whose, own, n->arena);
    if (rate.len) return joined(own, rate, n->arena);
    bool daily = has_note(&s->tokens[name.to - 1], NOTE_NEW) && tag_at(s, name.from) == BOTH && n->previous;
    if (daily) return joined(own, n->previous->metric, n->arena); /* 新登记企业增长24%，平均每天新增|1.5万户 */
    enum lack lack = lack_of(s, c, name, n->previous);
    /* 养老保险制度不断完善，参保人数达… */
    bool  deed = name.to == name.from + 2u && is_one_of(first->tag, VERBAL, VERB), rated = deed && is_bare_rate(n, c, name);
    bool  of_deed = rated || (deed && has_note(first + 1, NOTE_GENERIC));
    slice subject = of_deed ? subject_before(s, before.from, n->arena) : SLICE_NONE;
    if (of_deed && !rated && !subject.len) subject = stem_of_deed(n, name);
    if (subject.len) return joined(subject, own, n->arena);
    slice part = lack == LACKS_NOTHING ? of_part_before(n, before, name) : SLICE_NONE;
    if (part.len) return joined(part, own, n->arena);
    bool bare = first->tag == HEAD && name.to == name.from + 1u && name.from == before.from;
    if (bare && n->previous && (alone = beside_head(n, name)).len) return alone;
    if (lack == LACKS_OBJECT) return with_its_object(n, c, before, name, own);
    bool amount = lack == LACKS_SUBJECT && c->kind == KIND_LEVEL && n->previous;
    if (amount && is_bare_verb(s, n->previous->metric)) return own;
    if (lack == LACKS_SUBJECT) return with_its_subject(n, c, before, name, own);
    if (name.from > 0 && s->tokens[name.from - 1].tag == AMONG) n->verb = SLICE_NONE; /* 查处违法行为318起、其中酒驾39起 */
    slice measured = measured_again(n, c, before, own);
    if (measured.len) return joined(measured, own, n->arena);
    if (shares_verb(n, c, before, name)) return joined(n->verb, own, n->arena);
    slice verb = opening_verb(s, name);
    bool listed = n->previous && counts(c) && is_chained(s, before.from); /* 新增园区3个、建设试点2个、车间9个 */
    if (verb.len || !listed) n->verb = verb;
    if (!n->verb.len) n->verb = opening_per(s, name);
    return with_head(n, c, before, name, part_counted(n, c, name, own));
}
