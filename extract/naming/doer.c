/* Who did what is counted is no part of its name: 市民政局|发放棉被, 检察机关|受理案件, 为1300名农民工|追回欠薪. */
#include "extract/naming/doer.h"

#include "extract/naming/ending.h"
#include "extract/naming/goes_on.h"
#include "extract/naming/listed.h"

#include "extract/base/banned.h"

bool deed_of_no_table(const struct sentence *s, size_t i) {
    if (tag_at(s, i) == ADVERB) return note_at(s, i, NOTE_MANNER);
    bool unknown = is_unknown(s, i) && is_one_character(&s->tokens[i]);
    return unknown && is_one_of(tag_at(s, i + 1), NOUN, HEAD);
}

/* 为|老人洗涤衣物, 为|居民|测血压: do the words from `from` on open with persons, and go on with what was done for them, by a
 * verb that no table knows? */
static bool person_helped(const struct sentence *s, size_t from, size_t to) {
    if (from >= to || !is_one_of(s->tokens[from].tag, NOUN, HEAD)) return false;
    slice  said = token_text(s, from);
    size_t end = noun_end(s->lexicon, said, EDGE_PERSON);
    bool   inside = end < said.len && !s->tokens[from].word;
    bool   before = token_ending(s, from, EDGE_PERSON) && deed_of_no_table(s, from + 1);
    return (inside || before) && content_bytes(s, range_of(from, to)) >= 4 * HAN;
}

struct range without_beneficiary(const struct sentence *s, struct range r, bool counted) {
    size_t clause = counted ? last_of(s, r, CLASSES(OF)) : SIZE_MAX; /* 向23户|不符合条件的|家庭|发放补助 */
    size_t given = clause == SIZE_MAX ? r.from : clause + 1;
    while (!counted && given < r.to && !note_at(s, given, NOTE_FOR)) given++;
    for (size_t i = given + 2 - counted; i < r.to; i++) {
        bool   done = content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN || (counted && i + 1 == r.to);
        size_t who = i; /* 老人每月|发放津贴 */
        while (who > given + 1 && is_one_of(s->tokens[who - 1].tag, ADVERB, DONE, PER_NOUN, PER, DATE)) who--;
        bool behind = is_one_of(tag_at(s, who - 1), NOUN, HEAD, VERBAL);
        if (done && is_one_of(s->tokens[i].tag, VERB, AWARD, GROW, FALL) && behind) return range_of(i, r.to);
        if (done && s->tokens[i].tag == LIGHT && behind && i + 1 < r.to)
            return range_of(i + 1, r.to); /* 未成年人|开展|心理疏导 */
    }
    if (given >= r.to) return r;
    size_t deed = given + 1; /* 为困难群众|安装燃气设施: a deed that may be a noun, behind persons */
    while (deed < r.to &&
           (is_one_of(s->tokens[deed].tag, NOUN, HEAD, LIST_COMMA, AND) ||
            (s->tokens[deed].tag == VERBAL && tag_at(s, deed + 1) == HEAD &&
             is_one_character(&s->tokens[deed + 1]))) &&           /* 监测|户 */
           (!counted || !token_ending(s, deed - 1u, EDGE_PERSON))) /* 7名|未成年|被害人|申请司法救助金 */
        deed++;
    slice who = sentence_text(s, given + 1 - counted, deed);
    while (deed < r.to && s->tokens[deed].tag == ADVERB) deed++;
    bool does = deed < r.to && s->tokens[deed].tag == VERBAL && content_bytes(s, range_of(deed + 1, r.to)) >= 2 * HAN;
    bool persons = who.len && lexicon_ending(s->lexicon, who, EDGE_PERSON);
    if (does && persons) return range_of(deed, r.to);
    /* 民政局为|低保对象|2117户发放, 志愿者为|老人理发|320次, 食堂共为|老人洗涤衣物 */
    bool helped = persons && (deed == r.to || (deed + 1 == r.to && is_one_of(s->tokens[deed].tag, VERB, VERBAL)));
    bool named = has_class(s, r, CLASSES(QUOTE, UNQUOTE)); /* “我为群众办实事”活动 */
    if (!counted && (helped || (!named && person_helped(s, given + 1, r.to)))) return range_of(given + 1, r.to);
    return r;
}

/* 公安机关|去年|共|统一|检查商铺: does the word at token `i` stand between those who did it and what they did, and tell
 * neither? */
static bool only_leads(const struct sentence *s, size_t i) {
    char tag = s->tokens[i].tag;
    return is_one_of(tag, ADVERB, DONE, DATE, RUNNING, BOTH, ONLY, AIM, QUALIFIER) || (tag == NOUN && says_how(s, i));
}

struct range without_organ(const struct sentence *s, struct range r) {
    size_t done = r.from + 1u;
    if (r.from >= r.to || !note_at(s, r.from, NOTE_ORGAN)) return r;
    while (done < r.to && only_leads(s, done)) done++;
    bool by = done > r.from + 1; /* 审计机关|共完成|审计项目 */
    bool does = done < r.to && (is_one_of(s->tokens[done].tag, VERB, VERBAL, AWARD, LIGHT, REACH) || by);
    bool told = does && content_bytes(s, range_of(done, r.to)) >= 4 * HAN;
    return told ? range_of(done + (s->tokens[done].tag == REACH), r.to) : r;
}

bool names_doer(const struct sentence *s, size_t from, size_t to) {
    if (from >= to || !is_one_of(s->tokens[to - 1].tag, NOUN, HEAD, SET_PHRASE, VERBAL)) return false; /* 活动 */
    slice              name = sentence_text(s, from, to);
    const struct word *doer = lexicon_ending(s->lexicon, name, EDGE_DOER);
    const struct word *other = doer ? lexicon_ending(s->lexicon, name, EDGE_LOOKALIKE) : NULL;
    return doer && (!other || other->text.len <= doer->text.len); /* 总工会, and 医院 itself */
}

/* 合作社|统一|安装路灯: before the words that only say how it was done, which end at token `end`. */
static size_t before_how(const struct sentence *s, size_t from, size_t end) {
    while (end > from + 1u && s->tokens[end - 1].tag == NOUN && says_how(s, end - 1u)) end--;
    return end;
}

/* 党员|参加培训|300人次: are those counted, by a unit of persons, who did it, and not the readers of 图书馆接待读者8万人次? */
static bool counts_doer(const struct sentence *s, struct range r, size_t k) {
    if (!unit_at_is(s, k, UNIT_PERSON)) return false;
    while (r.to > r.from + 1u && s->tokens[r.to - 1].tag == UNQUOTE) r.to--; /* 妇联招募“爱心|妈妈|” */
    return !token_ending(s, r.to - 1, EDGE_PERSON);
}

/* 民警|检查企业, 妇联|培训妇女: a deed at token `i`, which may be a noun elsewhere, and nouns that name no such thing as 项目
 * are all that stands behind it. */
static bool acts_on_nouns(const struct sentence *s, struct range r, size_t i) {
    const struct token *last = &s->tokens[r.to - 1];
    if (!token_opening(s, i, EDGE_ACTS)) return false;                                             /* most */
    bool thing = has_note(last, NOTE_THING), person = token_ending(s, i - 1, EDGE_PERSON) != NULL; /* not 学校|建设项目 */
    if (thing ? !person : is_one_of(last->tag, HEAD, VERBAL)) return false;
    bool nouns = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL, LIST_COMMA, LEVEL)) == r.to;
    nouns &= content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN;
    return nouns && is_one_of(tag_at(s, r.to), COUNT, SMALL_COUNT, QUALIFIER, REACH, DONE) &&
           names_doer(s, r.from, before_how(s, r.from, i));
}

/* 武警支队|转移群众, 云江机场|保障航班: a deed that may be a noun, at token `i`, behind a body with a name of its own; not
 * 社区|服务中心, 供水公司|营业收入. */
static bool body_does(const struct sentence *s, struct range r, size_t i) {
    if (s->tokens[i].tag == VERBAL && i > r.from && is_one_of(tag_at(s, i + 1), NOUN, HEAD) && i + 2u == r.to) {
        slice who = sentence_text(s, r.from, i); /* 种植大户李建国|流转土地1200亩 */
        if (who.len >= 5 * HAN && person_named(s->lexicon, who)) return true;
    }
    if (s->tokens[i].tag != VERBAL || i == r.from || !is_one_of(tag_at(s, i + 1), NOUN, VERB, VERBAL, HEAD))
        return false;                                /* most */
    if (s->tokens[r.from].tag == VERB) return false; /* 发出山洪|预警短信 */
    if (is_one_of(s->tokens[r.to - 1].tag, GROW, FALL) || is_one_of(tag_at(s, r.to), GROW, FALL))
        return false; /* 商业银行普惠贷款|增长 */
    slice name = sentence_text(s, r.from, i);
    bool  body = name.len >= 4 * HAN && names_doer(s, r.from, i) && !lexicon_ending(s->lexicon, name, EDGE_PERSON) &&
                !lexicon_ending(s->lexicon, name, EDGE_PLACE);
    bool heads = s->tokens[r.to - 1].tag == HEAD || note_at(s, r.to - 1, NOTE_THING);
    bool deed = token_opening(s, i, EDGE_DEED) && !(heads && i + 2u == r.to); /* 民警|排查监测户, not 学校|改造资金 */
    if ((deed && names_doer(s, r.from, before_how(s, r.from, i))) || acts_on_nouns(s, r, i)) return true;
    return body && !heads && !token_ending(s, r.to - 1u, EDGE_ITEM);
}

/* “阳光”|热线 */
static size_t behind_quoted(const struct sentence *s, struct range r) {
    size_t i = r.from;
    if (s->tokens[i].tag != QUOTE) return i; /* most */
    while (i < r.to && s->tokens[i].tag != UNQUOTE) i++;
    return i + 1 < r.to && content_bytes(s, range_of(r.from, i)) <= 6 * HAN ? i + 1 : r.from;
}

/* 县财政投入60万元，村民|投入|5万元: do others put money in by the word at token `verb`? */
static bool funded_by_others(const struct sentence *s, size_t verb) {
    for (size_t i = 1; i < s->count; i++)
        if (i != verb && note_at(s, i, NOTE_FUND) && is_one_of(s->tokens[i - 1].tag, NOUN, HEAD) &&
            slice_equal(token_text(s, i), token_text(s, verb)))
            return true;
    return false;
}

/* 县教科局|投资|38万元: a bare word for putting money in, which may be a noun, at token `i` behind a body. */
static bool funds_alone(const struct sentence *s, struct range r, size_t i) {
    bool fund = i > r.from && i + 1u == r.to && s->tokens[i].tag == VERBAL && note_at(s, i, NOTE_FUND);
    return fund && names_doer(s, r.from, i) && !funded_by_others(s, i);
}

/* Where those end who open the name, one or a list, in front of their verb or its adverb: 市农业农村局|紧急调度,
 * 财政部、应急管理部|下达, 46家服务机构|共接待, where they are counted. */
static size_t doers_end(const struct sentence *s, struct range r) {
    size_t end = behind_quoted(s, r);
    end += s->tokens[end].tag == VERB && tag_at(s, end + 1) == NOUN; /* 驻村|队员 */
    bool counted = is_one_of(tag_before(s, r.from), COUNT, SMALL_COUNT);
    if (is_place(s, end) && tag_at(s, end + 1) == PLACE && tag_at(s, end + 2) == NOUN) end += 2; /* 云台市|各级|工会 */
    while (end < r.to && is_one_of(s->tokens[end].tag, NOUN, HEAD, VERBAL, LEVEL, SET_PHRASE, LIST_COMMA, AND) &&
           !note_at(s, end, NOTE_PER) && !body_does(s, r, end) && !funds_alone(s, r, end) &&
           !(counted && end > r.from && does_so_much(s, end)))
        end++;
    bool theirs = counted && end > r.from && end + 2u < r.to && s->tokens[end].tag == OF; /* 6个村|的村民|送来挂面 */
    end += theirs && s->tokens[end + 1].tag == NOUN && token_ending(s, end + 1, EDGE_PERSON) ? 2 : 0;
    size_t moved = skip(s, r.to - 1, CLASSES(NOUN, HEAD, VERB, VERBAL, ADVERB, BOTH, ON_YEAR, ON_PERIOD));
    if (counted && is_one_of(tag_at(s, moved), GROW, FALL)) return r.to; /* 18个|城市研发投入|下降7.3% */
    bool stock = end + 3u <= r.to && s->tokens[end].tag == ADVERB && note_at(s, end, NOTE_ADJ) &&
                 tag_at(s, end + 1) == VERBAL && is_head(&s->tokens[end + 2]) &&
                 skip(s, end + 3, CLASSES(GROW, FALL, IMPROVE, ADVERB, BOTH)) >= r.to;
    if (stock && !counted) return r.to; /* 居民|实际|消费水平, 农户|有效|灌溉面积 */
    size_t how = before_how(s, r.from, end);
    if (counted || names_doer(s, r.from, end)) return end;
    if (how < end && names_doer(s, r.from, how)) return how;
    bool noun =
        end > r.from && is_one_of(s->tokens[end - 1].tag, NOUN, HEAD) && content_bytes(s, range_of(r.from, end)) >= 2 * HAN;
    bool says = noun && is_one_of(tag_at(s, end), ADVERB, DONE); /* 热线|共|办结工单 */
    says |= noun && tag_at(s, end) == DATE && tag_at(s, end + 1) == VERB &&
            tag_at(s, end + 2) == NOUN && /* 中心|去年|办理案件 */
            is_figure(s, skip(s, r.to, CLASSES(REACH, QUALIFIER)));
    bool  run = end > r.from && !has_class(s, range_of(r.from, end), CLASSES(LIST_COMMA, AND));
    slice name = run ? sentence_text(s, r.from, end) : SLICE_NONE; /* 律师崔静|3天|走访工地, 养殖户|王大勇|今年|出栏生猪 */
    bool called = (name.len >= 4 * HAN && person_named(s->lexicon, name)) || person_called(s->lexicon, name); /* 老李|栽下 */
    return says || called ? end : r.to;
}

/* 护林员王建国|每月|巡山, 陈师傅|每天|改衣服, 最大的批发市场|每天|供应蔬菜: who does so again and again. */
static struct range behind_habit(const struct sentence *s, struct range r) {
    size_t often = r.from;
    while (often < r.to && is_one_of(s->tokens[often].tag, NOUN, HEAD, OF) && !note_at(s, often, NOTE_OFTEN)) often++;
    if (often == r.from || often + 1 >= r.to || !note_at(s, often, NOTE_OFTEN)) return r;
    slice              who = sentence_text(s, r.from, often);
    const struct word *person = lexicon_ending(s->lexicon, who, EDGE_PERSON);
    bool               someone = (person && person->text.len > HAN) || person_named(s->lexicon, who);
    someone |= token_ending(s, often - 1, EDGE_STATED) && is_one_of(tag_at(s, often + 1), VERB, VERBAL) &&
               tag_at(s, often + 2) != HEAD; /* not 单位每年|落成量 */
    return someone ? range_of(often, r.to) : r;
}

bool told_apart(const struct sentence *s, struct range r, struct range who) {
    bool known = names_doer(s, who.from, who.to); /* else whoever ends alike: 青禾县|已|建成…，云岭县|已|建成… */
    slice name = token_text(s, who.to - 1u), sort = name;
    sort = slice_from(sort, sort.len > HAN ? sort.len - HAN : 0);
    for (size_t i = 0; i + 1 < s->count; i++) {
        if ((i >= r.from && i < r.to) || !is_one_of(s->tokens[i + 1].tag, VERB, ADVERB, DONE, PER_NOUN, REACH)) continue;
        if (name.len >= 4 * HAN && slice_equal(token_text(s, i), name)) continue; /* 据消协组织受理的，消协组织|共受理 */
        if (slice_ends(token_text(s, i), sort) && (!known || names_doer(s, i, i + 1))) return true;
    }
    return false;
}

/* 合作社|日均|用工: what is told of a body per day is told without it; not 医院|次均|门诊费用. */
static struct range without_measured(const struct sentence *s, struct range r) {
    size_t per;
    for (per = r.from + 1u; per + 1u < r.to && !token_opening(s, per, EDGE_DAILY); per++) continue;
    bool body =
        per + 1u < r.to && note_at(s, per, NOTE_PER) && is_one_of(s->tokens[per + 1].tag, NOUN) && names_doer(s, r.from, per);
    return body ? range_of(per, r.to) : r;
}

/* Does token `i`, the first of name `r` behind those who did it, tell what they did, by a verb that no table knows (揽收包裹,
 * 编织|3000件家具, which figure `k` counts) or that may be a noun (驯养马鹿)? */
static bool opens_deed(const struct sentence *s, struct range r, size_t i, bool dated, size_t k) {
    const struct token *did = &s->tokens[i];
    size_t              least = r.to == k && is_one_of(tag_at(s, k + 1), NOUN, HEAD) ? 2 : 3;
    if (did->tag != NOUN || content_bytes(s, range_of(i, r.to)) < least * HAN) return false;
    if (token_opening(s, i, EDGE_DEED)) return true;
    return !did->word && (!dated || i + 1u == r.to); /* 公司去年|白酒销量 */
}

/* An adverb that only tells that it is all, and is no part of a name: 共|揽收包裹. */
static bool only_sums(const struct token *t) {
    return is_one_of(t->tag, ADVERB, DONE) && !has_note(t, NOTE_ADJ | NOTE_MANNER | NOTE_OFTEN) && token_bytes(t) <= 4 * HAN;
}

/* 快递企业|共|揽收包裹, 林场|去年|驯养马鹿: behind those who did it and an adverb that is no part of the name, or a date, what
 * they did. */
static struct range done_unknown(const struct sentence *s, struct range r, size_t k) {
    bool counted = is_one_of(tag_before(s, r.from), COUNT, SMALL_COUNT); /* 12个|摊位|展销土特产|30种 */
    for (size_t so = r.from + 1u; counted && so < r.to && is_one_of(s->tokens[so - 1].tag, NOUN, HEAD); so++)
        if (does_so_much(s, so)) return range_of(so, r.to);
    size_t end = r.from + 1u, i;
    while (end < r.to && !is_one_of(s->tokens[end].tag, DATE, DURATION) && !only_sums(&s->tokens[end])) end++;
    bool adverb = false; /* 民警|去年|共|巡查商铺 */
    for (i = end; i < r.to && (is_one_of(s->tokens[i].tag, DATE, DURATION) || only_sums(&s->tokens[i])); i++)
        adverb |= only_sums(&s->tokens[i]);
    if (i == end || i == r.to || !is_one_of(tag_before(s, end), NOUN, HEAD)) return r; /* most */
    bool who = names_doer(s, r.from, end) || is_someone(s->lexicon, sentence_text(s, r.from, end)) ||
               (adverb && token_ends_in(s, end - 1, ONE_OF_EDGES(EDGE_STATED, EDGE_PERSON)));
    return who && opens_deed(s, r, i, !adverb, k) ? range_of(i, r.to) : r;
}

/* 志愿者协会|现有|会员, 社区党委|下设|党支部, 林场|有|林地面积: a body that has what is counted. */
static struct range without_holder(const struct sentence *s, struct range r, size_t k) {
    size_t end = skip(s, r.from, CLASSES(NOUN, HEAD, VERBAL)), has = skip(s, end, CLASSES(ADVERB, DONE));
    bool   holds = end < r.to && (tag_at(s, has) == REACH || (has > end && note_at(s, has - 1, NOTE_ACTUAL)));
    if (!holds || has >= r.to || content_bytes(s, range_of(has, r.to)) < 2 * HAN) return r;
    size_t places = r.from > 1 && is_figure(s, r.from - 1) ? skip_back(s, r.from - 1, CLASSES(PLACE)) : 0;
    if (tag_before(s, places) == PREPOSITION && note_at(s, places - 1, NOTE_AT))
        return range_of(has, r.to); /* 在|全国|13个|省|拥有|网点54个 */
    if (!names_doer(s, r.from, end)) return r;
    bool whose =
        end == r.from + 1u && token_bytes(&s->tokens[r.from]) == 2 * HAN && unit_at_is(s, k, UNIT_PERSON); /* 公司|员工 */
    if (whose || token_ending(s, end - 1, EDGE_PERSON)) return r; /* 失业人员|实现|再就业 */
    return told_apart(s, r, range_of(r.from, end)) ? r : range_of(has, r.to);
}

/* 贵州|在安置点|建设学校: behind those who did it, who end at token `end`, and where, a deed that may be a noun; `end` when it
 * stands nowhere else. */
static size_t behind_where(const struct sentence *s, struct range r, size_t end) {
    if (end >= r.to || s->tokens[end].tag != PREPOSITION || !note_at(s, end, NOTE_AT)) return end; /* most */
    size_t deed = skip(s, end + 1, CLASSES(NOUN, HEAD, PLACE));
    if (has_class(s, range_of(end, r.to), CLASSES(OF))) return end; /* 集团|在我区投资的项目 */
    return deed > end + 1 && deed < r.to && s->tokens[deed].tag == VERBAL && names_doer(s, r.from, end) ? deed : end;
}

bool works_on(const struct sentence *s, struct range r, size_t verb, size_t k) {
    if (s->tokens[verb].tag != VERB || verb + 1 >= r.to || !note_at(s, verb + 1, NOTE_THING)) return false; /* most */
    if (note_at(s, verb - 1, NOTE_THING)) return false; /* 项目|多计工程款 */
    return verb + 2 < r.to || unit_at_is(s, k, UNIT_MONEY);
}

/* 联合|教育局|检查学校12所: with whom it was done; 联合|检查 tells how. */
static struct range without_partner(const struct sentence *s, struct range r, size_t k) {
    bool with = r.to > r.from + 2u && s->tokens[r.from].tag == ADVERB && !has_hole(r);
    if (!with || !token_opening(s, r.from, EDGE_ALONG)) return r; /* most */
    struct range deed = without_doer(s, range_of(r.from + 1u, r.to), k);
    return deed.from > r.from + 1u ? deed : r;
}

struct range without_doer(const struct sentence *s, struct range r, size_t k) {
    r = without_partner(s, r, k);
    if (r.to < r.from + 2u || !is_one_of(s->tokens[r.from].tag, NOUN, HEAD, VERBAL, VERB, QUOTE, SET_PHRASE)) return r;
    if (tag_before(s, r.from) == PREPOSITION) return r; /* 向|医管局拨付 */
    if (s->notes & NOTE_OFTEN) r = behind_habit(s, r);
    r = without_holder(s, done_unknown(s, r, k), k);
    if (r.to < r.from + 2u) return r;
    if (s->tokens[r.to - 1].tag == VERBAL && person_named(s->lexicon, sentence_text(s, r.from, r.to - 1u)))
        return range_of(r.to - 1u, r.to); /* 种粮大户杜焕永|流转|2100亩地 */
    if (!has_class(s, range_of(r.from + 1, r.to), CLASSES(VERB, VERBAL, DONE))) return without_measured(s, r); /* most */
    size_t end = doers_end(s, r), verb = behind_where(s, r, end);
    if (verb < r.to && note_at(s, verb, NOTE_PER) && !token_opening(s, verb, EDGE_DAILY)) return r; /* 卫生院|次均|住院费用 */
    while (verb < r.to && (only_leads(s, verb) || is_one_of(s->tokens[verb].tag, PER_NOUN, PER) || note_at(s, verb, NOTE_PER)))
        verb++;
    if (verb >= r.to) return r;
    bool does = is_one_of(s->tokens[verb].tag, VERB, VERBAL);
    bool itself = verb == end && verb + 1 == r.to && note_at(s, verb, NOTE_OBJECT | NOTE_FUND); /* 区总工会|投入390万元 */
    itself |= verb == end + 1u && verb + 1 == r.to && s->tokens[end].tag == ADVERB && note_at(s, verb, NOTE_FUND) &&
              !note_at(s, end, NOTE_PER) && !funded_by_others(s, verb); /* 县财政局|先后|投入2300万元 */
    itself |= verb + 1 == r.to && person_named(s->lexicon, sentence_text(s, r.from, end)); /* 种粮大户周大有|签下了3台 */
    if (!does || (!itself && content_bytes(s, range_of(verb + 1, r.to)) < 2 * HAN) || counts_doer(s, r, k)) return r;
    if (told_apart(s, r, range_of(r.from, end)) || (verb == end && works_on(s, r, verb, k))) return r;
    bool outfit =
        verb == end && r.to <= verb + 3u && s->tokens[verb].tag == VERBAL && names_outfit(s, range_of(verb, r.to), EDGE_OUTFIT);
    if (outfit && !token_ending(s, end - 1, EDGE_AGENCY)) return r; /* 社会组织|孵化基地 */
    while (verb > end && s->tokens[verb - 1].tag == NOUN) verb--;   /* 6个部门|超标准|列支 */
    r.from = (uint32_t)verb; /* 民政局|举办|剪纸等|活动: the examples stay out */
    return r;
}

bool is_long(const struct sentence *s, struct range r) {
    return r.from < r.to && s->tokens[r.to - 1].end - s->tokens[r.from].start > 12 * HAN;
}

/* 建成|污水|处理|厂、中转站: a verb inside the name of a thing that stands in a list, behind the verb of all of it. */
static bool in_listed_thing(const struct sentence *s, struct range r, size_t verb) {
    bool thing = tag_at(s, verb + 1) == NOUN && is_one_character(&s->tokens[verb + 1]) && tag_at(s, verb + 2) == LIST_COMMA;
    return thing && verb > r.from + 1u && s->tokens[r.from].tag == VERB && s->tokens[verb - 1].tag == NOUN;
}

/* “识别集资、|守护养老钱|”宣传活动: a verb that stands in the quoted name of what is counted. */
static bool in_quoted_name(const struct sentence *s, struct range r, size_t verb) {
    size_t mark = first_of(s, range_of(verb, r.to), CLASSES(QUOTE, UNQUOTE));
    return mark + 1 < r.to && s->tokens[mark].tag == UNQUOTE;
}

struct range without_subject(const struct sentence *s, struct range r) {
    if (!is_long(s, r) || note_at(s, r.to - 1, NOTE_GENERIC)) return r; /* 直补、良种补贴、农机购置补贴资金 */
    if (has_hole(r) && s->tokens[r.from].tag == VERBAL) return r; /* 培训|有劳动能力的|搬迁群众、下岗职工 */
    size_t item = last_of(s, r, CLASSES(LIST_COMMA));
    bool   whole = item == SIZE_MAX || lists_heads(s, r, item);
    if (whole && words_ending(s, r.from, r.to, EDGE_RATE)) return r;     /* 垃圾收运处置体系覆盖率 */
    if (shares_together(s, r) || note_at(s, r.from, NOTE_PER)) return r; /* 平均每个|社区配备专职工作者 */
    size_t verb = last_of(s, r, CLASSES(VERB));
    if (verb == SIZE_MAX || verb == r.from || in_listed_thing(s, r, verb) || in_quoted_name(s, r, verb)) return r;
    struct range who = range_of(r.from, verb);
    bool         several =
        has_class(s, who, CLASSES(LIST_COMMA)) && !has_class(s, who, CLASSES(VERB, LIGHT, VERBAL, GROW, IMPROVE, REACH));
    size_t adverb = last_of(s, who, CLASSES(ADVERB)); /* 村支书带着村民|送来热粥 */
    bool   told = adverb != SIZE_MAX && adverb + 1 < verb;
    told &= !has_class(s, who, CLASSES(LIST_COMMA, DURATION));
    if ((!several && content_bytes(s, r) <= 12 * HAN) || content_bytes(s, range_of(verb + 1, r.to)) < (told ? 2 : 3) * HAN)
        return r;
    for (size_t more = 1; more; verb -= more) { /* 制定|修改, 新建、改建、|扩建 */
        more = verb > r.from && s->tokens[verb - 1].tag == VERB;
        if (verb > r.from + 1u && is_one_of(s->tokens[verb - 1].tag, LIST_COMMA, AND) && s->tokens[verb - 2].tag == VERB)
            more = 2;
    }
    r.from = (uint16_t)verb;
    return r;
}

struct range without_planner(const struct sentence *s, struct range r) {
    size_t plan = last_of(s, r, CLASSES(PLAN));
    if (plan == SIZE_MAX || plan == r.from) return r;
    if (tag_at(s, plan + 1) == REACH && !names_doer(s, r.from, plan)) return r; /* 年度计划|完成投资 */
    size_t when = plan + 1;                                                     /* 林场计划|在三年内|修复 */
    when += note_at(s, when, NOTE_AT) && is_one_of(tag_at(s, when + 1), DURATION, DATE);
    size_t verb = skip(s, when, CLASSES(DATE, DURATION, WITHIN, FIRST, ADVERB)); /* 教育局计划|年底前再|建 */
    bool does = is_one_of(tag_at(s, verb), VERB, LIGHT, AWARD, REACH) && content_bytes(s, range_of(verb + 1, r.to)) >= 2 * HAN;
    does |= tag_at(s, verb) == VERBAL && verb == plan + 1 && content_bytes(s, range_of(verb + 1, r.to)) >= 2 * HAN &&
            names_doer(s, r.from, plan);                                             /* 社区计划|安装路灯 */
    bool itself = verb + 1u == r.to && (note_at(s, verb, NOTE_FUND | NOTE_OBJECT) || /* 县总工会计划|筹资65万元 */
                                        (s->tokens[verb].tag == VERB && token_bytes(&s->tokens[verb]) >= 2 * HAN)); /* 搬迁 */
    does |= (verb > plan + 1 || itself) && verb < r.to && names_doer(s, r.from, plan);
    return does ? range_of(verb, r.to) : r;
}

struct range without_driver(const struct sentence *s, struct range r) {
    bool drives = r.to > r.from + 1u && s->tokens[r.from].tag == VERB && note_at(s, r.from, NOTE_SENDS);
    return drives ? strip(s, range_of(r.from + 1, r.to), NAME_HEAD, NAME_TAIL) : r;
}
