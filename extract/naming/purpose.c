/* The words behind an amount of money that tell what it was put into: 投资58万元建成办公场地, 总投资3亿元的云岭水库、白河灌区
 * 改造项目. */
#include "extract/naming/purpose.h"

#include "extract/naming/before.h"
#include "extract/naming/doer.h"
#include "extract/naming/narrow.h"
#include "extract/naming/noun_end.h"

#include "extract/base/banned.h"

enum { LONGEST_LIST = 21 * HAN }; /* bytes of objects that a name may hold */

/* 供热管网改造、道路绿化; 云岭水库、白河灌区改造项目|开工: where the list of objects from `from` on ends whose first ends at
 * `end`. */
static size_t objects_end(const struct sentence *s, size_t from, size_t end) {
    if (is_figure(s, end) && is_one_of(s->tokens[from].tag, NOUN, HEAD)) /* 产业园|建成|厂房22万平方米 */
        for (size_t i = from; i < end; i++)
            if (s->tokens[i].tag == VERB) return i;
    while (is_one_of(tag_at(s, end), LIST_COMMA, AND)) {
        size_t next = object_end(s, end + 1);
        bool   over = note_at(s, next - 1, NOTE_THING) ? !is_one_of(tag_at(s, next), NOUN, HEAD, VERBAL) : ends_phrase(s, next);
        bool   joint = next > end + 1 && figure_is(s, next, counts); /* 新建雨量站、水位站|61个 */
        over |= joint || (tag_at(s, next) == LIGHT && tag_before(s, from) == PREPOSITION); /* 对文化馆、图书馆|进行改造 */
        if (!over || (is_figure(s, next) && !joint) || content_bytes(s, range_of(from, next)) > LONGEST_LIST) break;
        end = next;
    }
    return end;
}

static struct range objects_at(const struct sentence *s, size_t from) {
    return range_of(from, objects_end(s, from, object_end(s, from)));
}

/* 改造了|15个小区, 改造的|9条巷道, 实施的青禾小学等|4个项目: where the count of the object behind token `i` would stand. */
static size_t counted_object(const struct sentence *s, size_t i) {
    i += is_one_of(tag_at(s, i), ADVERB, OF);
    size_t list = skip(s, i, CLASSES(NOUN, HEAD, VERBAL, LIST_COMMA, AND));
    return tag_at(s, list) == ETC ? list + 1 : i;
}

/* 建成|占地50亩的|产业园, 建设|日供水5万吨的|水厂: behind the size of the thing, from token `i` on, the thing; `i` where none
 * is told. */
static size_t behind_size_of(const struct sentence *s, size_t i) {
    enum { MOST = 3 };
    size_t size = i;
    while (size < i + MOST && is_one_of(tag_at(s, size), NOUN, HEAD, VERB, VERBAL, ADVERB)) size++;
    bool told = size > i && is_figure(s, size) && tag_at(s, size + 1) == OF &&
                is_one_of(tag_at(s, size + 2), NOUN, HEAD, VERBAL, LEVEL);
    return told ? size + 2 : i;
}

/* 彩超、分析仪等|设备: behind the examples from token `i` on, what they are of; `i` where no examples stand. */
static size_t behind_examples(const struct sentence *s, size_t i) {
    size_t list = skip(s, i, CLASSES(NOUN, HEAD, VERBAL, LIST_COMMA, AND));
    bool   kind = list > i && tag_at(s, list) == ETC && is_figure(s, list + 2);
    return kind ? list + 1 : i;
}

/* 乡镇|（林场）卫生院: where the object goes on behind a bracket inside its name, at token `end`. */
static size_t behind_bracket(const struct sentence *s, size_t end) {
    if (tag_at(s, end) != OPEN) return end; /* most */
    size_t close = skip(s, end + 1, CLASSES(NOUN, HEAD, LIST_COMMA));
    bool   inside = tag_at(s, close) == CLOSE && is_one_of(tag_at(s, close + 1), NOUN, HEAD, VERBAL);
    return inside ? object_end(s, close + 1) : end;
}

/* What is bought, from the verb at `from` on, without the count of it: 支持|116户|国有企业关闭破产, 供热管网改造、道路绿化. */
static struct range bought(const struct sentence *s, size_t from, bool whole) {
    struct range r = range_of(from, from);
    while (is_one_of(tag_at(s, r.to), VERB, LIGHT, VERBAL, IMPROVE) ||
           (is_one_of(tag_at(s, r.to), LIST_COMMA, AND) && is_one_of(tag_at(s, r.to + 1), VERB, VERBAL)))
        r.to++; /* 改造提升|4个服务中心, 新建、改扩建|学校 */
    size_t count = counted_object(s, r.to), thing = behind_size_of(s, r.to);
    if (thing == r.to) thing = behind_examples(s, r.to);
    if (thing == r.to && is_figure(s, count)) {
        size_t village = count + 1 + (tag_at(s, count + 1) == NOUN);
        thing = tag_at(s, village) == OF ? village + 1 : count + 1; /* 建成700平方米的办公场地, 完成6个村的供水工程 */
    }
    if (thing > r.to) r = with_hole(r, r.to, thing);
    r.to = (uint32_t)objects_end(s, r.from, behind_bracket(s, whole ? phrase_end(s, thing) : object_end(s, thing)));
    while (r.from < r.to && is_one_of(s->tokens[r.from].tag, VERB, LIGHT, OF, LIST_COMMA, AND)) r.from++;
    if (r.from >= r.hole && r.from < r.hole_end) r.from = r.hole_end;
    return r;
}

/* 一座|高12米的雕像, 站在|长80米、宽4米的吊桥: where the thing stands whose size `head` names, behind an article or of several
 * sizes; 0 when this is no size of one thing. */
static size_t sized_thing(const struct sentence *s, size_t head, size_t behind) {
    const size_t named = head, own = behind;
    while (head > 2 && s->tokens[head - 1].tag == LIST_COMMA) head -= 3;
    while (tag_at(s, behind) == LIST_COMMA && is_figure(s, behind + 2)) behind += 3;
    bool sizes = (head < named || behind > own) && is_size(s, head) && is_size(s, named);
    bool one = head > 0 && is_article(s, head - 1);
    if (!is_one_of(s->tokens[head].tag, NOUN, HEAD) || !(one || sizes)) return 0;
    return tag_at(s, behind) == OF ? behind + 1 : 0;
}

/* 3万平方米|厂房: does what stands at token `at`, behind a size, have that size? */
static bool bears_size(const struct sentence *s, const struct candidate *c, size_t at) {
    return at == c->token + 1u && is_one_of(tag_at(s, at), NOUN, HEAD) && physical_unit(c);
}

/* 惠及|3万人的|引水工程, not 选派30人的|工作队: whom a thing reaches, told in front of it. */
static struct range reaching(const struct sentence *s, const struct candidate *c, struct words words, size_t verb) {
    size_t       at = c->token + 1;
    struct range none = range_of(at, at), clause = strip(s, range_of_words(words), NAME_HEAD, NAME_TAIL);
    bool         people = people_unit(c) && c->kind == KIND_LEVEL;
    bool         opens = clause.from == verb || tag_before(s, verb) == LIST_COMMA; /* 谋划多年、|惠及3万人的|工程 */
    if (!people || tag_at(s, at) != OF || !opens || !note_at(s, verb, NOTE_GAINS)) return none;
    struct range thing = range_of(at + 1, object_end(s, at + 1));
    bool         named = is_one_of(tag_at(s, at + 1), NOUN, HEAD, VERBAL, VERB, LEVEL) && content_bytes(s, thing) >= 2 * HAN;
    bool         goal = thing.to == thing.from + 1u && note_at(s, thing.from, NOTE_GOAL);
    return named && !goal ? thing : none;
}

/* Where the word that says what money is for stands behind the comma or the noun at token `at`; s->count when none does. */
static size_t use_behind(const struct sentence *s, size_t at) {
    at += tag_at(s, at) == COMMA;
    size_t moved = at; /* 安排8亿元，比上年增加1亿元，|支持卫生事业改革 */
    while (is_one_of(tag_at(s, at), ON_YEAR, THAN) && moved < at + 6u && !is_figure(s, moved)) moved++;
    if (moved > at && is_figure(s, moved) && tag_at(s, moved + 1) == COMMA) at = moved + 2;
    at = skip(s, at, CLASSES(ADVERB, DONE));
    return note_at(s, at, NOTE_USE) ? at : s->count;
}

/* What is bought behind that word, when it is a few things: of a long list none tells what the money is, nor does
 * what is itself measured: 用于农业的比重由10%提高到14%, 用于产业的占62%. */
static struct range used_for(const struct sentence *s, size_t use) {
    struct range r = bought(s, s->tokens[use].tag == VERBAL ? use : use + 1, true);
    size_t       marks = 0;
    if (has_class(s, r, CLASSES(FROM, GROW_TO, FALL_TO, SHARE))) return range_of(r.from, r.from);
    bool dealt = figure_is(s, r.to, money_unit);
    if (dealt) return range_of(r.from, r.from); /* 主要用于安居工程|1030亿元、基础设施|1526亿元: to each its part */
    for (size_t i = r.from; i < r.to; i++) marks += s->tokens[i].tag == LIST_COMMA;
    bool few = has_hole(r) && content_bytes(s, range_of(r.hole_end, r.to)) <= 2 * HAN;        /* 支持4000个项目 */
    return marks < 3 && !few && tag_at(s, r.to) != LIST_COMMA ? r : range_of(r.from, r.from); /* 县、乡、|村三级医疗设施 */
}

/* 安排200万元专项资金，用于道路改造: the noun of the money behind `c`, and `what` it is for; empty when either is not told. */
static struct range fund_behind(const struct sentence *s, const struct candidate *c, struct range *what) {
    struct range fund = range_of(c->token + 1, c->token + 1);
    bool         added = note_at(s, c->token - 1, NOTE_NEW); /* 新增47亿元补助资金 */
    if (!(s->notes & NOTE_USE) || !money_unit(c) || added) return fund;
    while (is_one_of(tag_at(s, fund.to), NOUN, HEAD, VERBAL, VERB) && !note_at(s, fund.to, NOTE_USE)) fund.to++;
    bool   head = fund.to > fund.from && s->tokens[fund.to - 1].tag == HEAD;
    size_t use = head ? use_behind(s, fund.to) : s->count;
    *what = use < s->count ? used_for(s, use) : range_of(0, 0);
    return content_bytes(s, *what) >= 2 * HAN ? fund : range_of(fund.from, fund.from);
}

/* 投资210万元|为学校|新建球场, 筹资45万元|在河边|安装护栏: behind those it was done for, or the place; `at` when none is told.
 */
static size_t behind_whom(const struct sentence *s, size_t at) {
    size_t deed = at + 1;
    bool   told = is_one_of(tag_at(s, at), PREPOSITION, REACH) && note_at(s, at, NOTE_FOR | NOTE_AT);
    if (!told) return at; /* most */
    deed = skip(s, deed, CLASSES(NOUN, HEAD, PLACE));
    return deed > at + 1 && tag_at(s, deed) == VERB ? deed : at;
}

/* Do the words `name` before a figure say no more than the word at token `last`? 加快建设|总投资9亿元的电站 do not. */
static bool says_only(const struct sentence *s, struct range name, size_t last) {
    while (name.from < last && is_one_of(s->tokens[name.from].tag, VERB, LIGHT, IMPROVE, VERBAL)) name.from++;
    return content_bytes(s, name) <= token_bytes(&s->tokens[last]);
}

/* 投入|财政资金|2300万元: whose or what sort of money it is stands between the verb and the amount. */
static bool names_money(const struct sentence *s, size_t verb, size_t k) {
    bool money = k > verb + 1u && s->tokens[k - 1].tag == HEAD && note_at(s, k - 1, NOTE_GENERIC);
    return money && note_at(s, verb, NOTE_FUND) && skip(s, verb + 1, CLASSES(NOUN, HEAD, LEVEL)) == k;
}

/* The verb that the figure at token `k` is the object of, or its money; SIZE_MAX when none is. */
static size_t funding_verb(const struct sentence *s, size_t k) {
    size_t verb = verb_before(s, k), far = skip_back(s, k, CLASSES(NOUN, HEAD, LEVEL));
    return verb == SIZE_MAX && tag_before(s, far) == VERB && names_money(s, far - 1, k) ? far - 1 : verb;
}

/* Does the clause that starts at token `from` open its sentence or line, but for what leads to it: 据介绍，|投资3亿元? */
static bool heads_sentence(const struct sentence *s, size_t from) {
    return from == 0 || tells_how_known(s, from - 1) || is_one_of(tag_at(s, from - 1), STOP, COLON, BLANK, LIST_MARK, QUOTE);
}

/* 总投资37亿元的|青禾抽水蓄能电站|前期工作: the thing itself, without how far it is. */
static struct range without_stage(const struct sentence *s, struct range thing) {
    while (thing.to > thing.from + 1u && note_at(s, thing.to - 1, NOTE_STAGE) &&
           !token_ending(s, thing.to - 1u, EDGE_STATED)) /* not 水库|主体工程 */
        thing.to--;
    return thing;
}

/* 投资9亿元|的35项|迎峰度夏工程: the thing behind the 的 at token `of`, counted or not; 的12个项目 says too little. */
static struct range thing_behind(const struct sentence *s, size_t of) {
    bool counted = figure_is(s, of + 1, counts);
    if (!counted) return objects_at(s, of + 1);
    struct range things = objects_at(s, of + 2);
    return content_bytes(s, things) >= 4 * HAN ? things : range_of(of, of);
}

/* 总投资44亿元的供水工程, 总面积30公顷的用地: no verb stands before the figure, but the head of what is measured, and behind
 * it, from token `at` on, of what it is. */
static struct range measured_by_head(const struct sentence *s, const struct candidate *c, struct words words, size_t at,
                                     size_t *verb) {
    size_t       head = c->token;
    struct range none = range_of(at, at);
    head = skip_back(s, head, CLASSES(ADVERB, DATE, PLACE, BOTH, DONE, QUALIFIER, REACH, ONLY));
    if (head == 0) return none;
    *verb = --head;
    size_t thing = sized_thing(s, head, at);
    if (thing) return without_stage(s, objects_at(s, thing));
    /* 修复了|总长8公里的古道, 企业送来|价值15万元的药品; 总收入8亿元的旅游市场 has no verb before */
    bool size = s->tokens[head].tag == HEAD || (physical_unit(c) && is_size(s, head)); /* 修建|长|3公里的水渠 */
    size &= !token_ending(s, head, EDGE_PERSON);                                       /* 满足|居民|10天的需求 */
    bool bears = size && is_one_of(tag_before(s, head), VERB, ADVERB) && c->kind == KIND_LEVEL;
    bears |= size && tag_before(s, head) == ETC && money_unit(c);        /* 书包等|价值1200元的学习用品 */
    bool of = tag_at(s, at) == OF, bare = bears && bears_size(s, c, at); /* 建成|总库容800万立方米|水库 */
    bool whole = note_at(s, head - 1, NOTE_OBJECT);                      /* 参训|总数达300人次的队伍 */
    if (whole || !(of || bare)) return none;
    if (bears) return without_stage(s, objects_at(s, at + of));
    bool sum = note_at(s, head, NOTE_GENERIC) && says_only(s, narrow(s, words, KIND_LEVEL), head);
    return sum ? without_stage(s, thing_behind(s, at)) : none;
}

/* 投入60万元，|在城区|建成教育基地: what was made at the place that token `at` opens, where it is one thing; empty when several
 * are counted, 在12个街道|安装屏幕213块. */
static struct range built_there(const struct sentence *s, size_t at) {
    size_t       deed = skip(s, at + 1, CLASSES(NOUN, HEAD, PLACE));
    bool         does = deed > at + 1 && tag_at(s, deed) == VERB;
    struct range r = does ? bought(s, deed, false) : range_of(at, at);
    return content_bytes(s, r) >= 2 * HAN && ends_phrase(s, r.to) ? r : range_of(at, at);
}

/* 投资4360万元，对城区管网进行改造: what was done with it, from token `at` on; behind a comma only where the clause before
 * `opens` its sentence. */
static struct range done_with(const struct sentence *s, size_t at, bool opens) {
    struct range none = range_of(at, at);
    bool         apart = tag_at(s, at) == COMMA, light = false;
    for (at += apart; is_one_of(tag_at(s, at), ADVERB, DONE, PLACE, PREPOSITION); at++) {
        light |= tag_at(s, at) == PREPOSITION;        /* 对全县农村公路 */
        if (note_at(s, at, NOTE_CAUSES)) return none; /* 投资5亿元，|使|10万人受益 */
        if (apart && token_opening(s, at, EDGE_OUTCOME)) return none;
        if (note_at(s, at, NOTE_AT)) return apart && opens ? built_there(s, at) : none;
    }
    bool none_bought = note_at(s, at, NOTE_HAS | NOTE_VISITS);  /* 筹资5万元，|走访工地 */
    none_bought |= apart && token_opening(s, at, EDGE_OUTCOME); /* 投入3亿元，|取得成效 */
    bool completes = tag_at(s, at) == REACH, does = is_one_of(tag_at(s, at), VERB, VERBAL);
    light |= tag_at(s, at) == LIGHT;
    bool counted = !apart && completes && token_bytes(&s->tokens[at]) >= 2 * HAN && is_figure(s, at + 1);
    does |= counted && counts(figure_at(s, at + 1)); /* 投资300万元|完成6所卫生院改造 */
    size_t done = completes && !apart ? skip(s, at + 1, CLASSES(NOUN, HEAD, VERB, VERBAL)) : at; /* 完成石马路改扩建 */
    does |= done > at + 2u && is_one_of(s->tokens[done - 1].tag, VERB, VERBAL) && ends_phrase(s, done) && !is_figure(s, done);
    none_bought |= completes && figure_is(s, at + 1, money_unit); /* 投资12亿元，尚有3亿元没有落实 */
    if ((apart && none_bought) || (!light && !(apart ? opens && (completes || does) : does))) return none;
    if (apart && note_at(s, at, NOTE_FOR)) { /* 投入980万元，为乡镇学校|更换课桌椅1.2万套, 为|42所|学校|更换护眼灯 */
        bool   some = figure_is(s, at + 1, counts);
        size_t deed = skip(s, at + 1 + some, CLASSES(NOUN, HEAD, PLACE, AND, LIST_COMMA));
        if (deed > at + 1 && is_one_of(tag_at(s, deed), VERB, VERBAL)) return range_of(deed, object_end(s, deed + 1));
    }
    struct range r = bought(s, at + completes, false);
    return content_bytes(s, r) >= 2 * HAN ? r : none;
}

/* 公司投资3亿元|改造老旧管网, 段里投资86万元|改造了3处休息点, not 投入2亿元|建设资金: does a deed that may be a noun start at
 * token `at`, done to something? */
static bool builds(const struct sentence *s, size_t at) {
    if (tag_at(s, at) != VERBAL || tag_at(s, at + 1) == OF) return false;
    size_t what = at + 1 + makes_verb(s, at + 1);
    if (token_opening(s, at, EDGE_DEED) && is_one_of(tag_at(s, what), NOUN, HEAD)) return true;
    return what > at + 1u ? !ends_phrase(s, what) || is_figure(s, what) : tag_at(s, what) == NOUN;
}

/* 交通建设|提速，投资3亿元, 设施不断|完善，: does the clause before token `from`, the first of its sentence, tell only how
 * something fares? */
static bool fares_before(const struct sentence *s, size_t from) {
    if (from < 3 || s->tokens[from - 1].tag != COMMA) return false; /* most */
    const struct token *last = &s->tokens[from - 2];
    if (last->tag != IMPROVE && !(last->tag == LIGHT && last[-1].tag == ADVERB)) return false;
    size_t start = clause_start(s, from - 1), what = skip(s, start, CLASSES(NOUN, HEAD, VERBAL, PLACE));
    return what > start && heads_sentence(s, start) && skip(s, what, CLASSES(ADVERB, BOTH)) == from - 2u;
}

/* 投资58万元|建成办公场地: the money that `verb` puts into it, told from token `at` on. */
static struct range put_into(const struct sentence *s, struct words words, size_t k, size_t at, size_t verb) {
    struct range before = range_of_words(words), name = narrow(s, words, KIND_LEVEL);
    bool         sort = names_money(s, verb, k); /* 投入专项资金3亿元，|实施项目12个 */
    if (sort && !is_one_of(tag_at(s, at), VERB, VERBAL)) return range_of(at, at);
    size_t use = use_behind(s, at);
    bool   opens = heads_sentence(s, before.from) || fares_before(s, before.from);
    /* 中央财政投入90亿元，用于校舍改造: whose money it is stands before. */
    size_t who = skip(s, before.from, CLASSES(ADVERB, DATE, PLACE, FROM)),
           until = skip_back(s, verb, CLASSES(ADVERB, DONE, DATE));
    bool body = who < until && names_doer(s, who, until); /* 县教科局|投资38万元，更换取暖设备 */
    bool whose = name.from < verb || body || is_figure(s, before.from - 1); /* 连续三年投入90亿元 */
    bool for_it = opens || use == at;                                       /* 下拨171万元|用于支持基层 */
    if (use < s->count && (for_it || whose)) return used_for(s, use);
    if (whose && tag_at(s, at) == VERB) return bought(s, at, true); /* 财政安排5000万元|设立应急资金 */
    if (whose && verb + 1 == k && tag_at(s, at) == PREPOSITION)
        return bought(s, at + 1 + (tag_at(s, at + 1) == PLACE), false); /* 街道投资130万元|对背街小巷进行改造 */
    size_t of = at + is_one_of(tag_at(s, at), VERB, VERBAL); /* 中交集团投资36亿元|的大桥, 文旅集团投资8亿元|建设的古镇 */
    if (whose && s->tokens[verb].tag == VERBAL && verb + 1 == k && tag_at(s, of) == OF) return thing_behind(s, of);
    if (whose && verb + 1 == k && builds(s, at)) return bought(s, at, false);
    if (!says_only(s, name, verb) && !sort && !(body && tag_at(s, at) == COMMA)) return range_of(at, at);
    return tag_at(s, at) == OF ? thing_behind(s, at) : done_with(s, at, opens);
}

/* 总投资1.2亿元、|占地60亩|的产业园: the 的 behind the other sizes of the thing; `at`, behind the first, when none is told. */
static size_t behind_other_sizes(const struct sentence *s, size_t at) {
    size_t i = at;
    while (tag_at(s, i) == LIST_COMMA) {
        size_t size = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL, VERB, REACH, QUALIFIER, ADVERB));
        if (size == i + 1u || !is_figure(s, size)) return at;
        i = size + 1;
    }
    return tag_at(s, i) == OF ? i : at;
}

/* 拨款8亿元|推行|试验计划: what is carried out from token `at` on, by a verb that stands as a noun elsewhere; empty when none
 * is. */
static struct range carried_out(const struct sentence *s, size_t at) {
    bool   out = is_unknown(s, at) && token_opening(s, at, EDGE_AMENDS);
    size_t end = out ? skip(s, at + 1, CLASSES(NOUN, HEAD, VERB, VERBAL, LEVEL, PLAN)) : at;
    bool   whole = end > at && ends_phrase(s, end) && content_bytes(s, range_of(at, end)) >= 4 * HAN;
    return whole ? range_of(at, end) : range_of(at, at);
}

/* What money was put into, by the words `before` it too; empty when that is not told. `verb` is the word it was put in by:
 * 投资, 总投资, 投入. Only money is asked, and what 的 follows: 总面积30公顷的用地, 惠及3万人的引水工程,
 * at the end of a list too: 一条长80米、宽4米的吊桥; and a noun between what is measured and what has it:
 * 总库容800万立方米水库. */
static struct range purpose_behind(const struct sentence *s, const struct candidate *c, struct words words, size_t *verb) {
    size_t k = c->token, at = behind_other_sizes(s, behind_whom(s, k + 1));
    *verb = money_unit(c) ? funding_verb(s, k) : verb_before(s, k);
    if (*verb != SIZE_MAX) {
        struct range reached = reaching(s, c, words, *verb);
        if (reached.from < reached.to) return reached;
        bool         funds = money_unit(c) && note_at(s, *verb, NOTE_FUND) && !(*verb > 0 && s->tokens[*verb - 1].tag == REACH);
        struct range out = carried_out(s, at);
        if (funds && out.from < out.to) return out;
        return funds ? put_into(s, words, k, at, *verb) : range_of(at, at);
    }
    bool   planned = tag_before(s, k) == AIM && heads_sentence(s, words.from); /* 拟安排430亿元，用于… */
    size_t use = planned ? use_behind(s, at) : s->count;
    if (use == s->count) return measured_by_head(s, c, words, at, verb);
    struct range r = used_for(s, use);
    *verb = r.to - (r.to > r.from);
    return r;
}

/* 为淘汰旧式渡轮，政府将|投入2.6亿元: what the clause before says it is for; empty when it says nothing of that. */
static struct range aim_before(const struct sentence *s, const struct candidate *c, struct words words, size_t *verb) {
    struct range none = range_of(c->token, c->token);
    *verb = verb_before(s, c->token);
    bool pays = *verb != SIZE_MAX && note_at(s, *verb, NOTE_FUND) && money_unit(c) && ends_phrase(s, c->token + 1);
    bool goes_on = is_one_of(tag_at(s, c->token + 2), VERB, VERBAL, LIGHT); /* 预留10亿元，设立资助计划 */
    if (!pays || goes_on || words.from < 3 || s->tokens[words.from - 1].tag != COMMA) return none;
    size_t from = clause_start(s, words.from - 1u);
    bool   many = has_class(s, range_of(from, words.from), CLASSES(AND)); /* 为加快改造及善用土地 */
    if (!note_at(s, from, NOTE_FOR) || many || *verb < words.from) return none;
    return name_range(s, range_of(from + 1, words.from - 1u), KIND_LEVEL);
}

/* 安排5亿元用于市政建设，|4亿元|用于高铁配套: what the amount before, too, was put in by; empty when nothing tells it. */
static slice put_in_by(const struct naming *n) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    while (p && p > s->candidates && p->token > 0 && !note_at(s, p->token - 1, NOTE_FUND) && money_unit(p - 1)) p--;
    if (!p || !note_at(s, p->token - 1, NOTE_FUND)) return SLICE_NONE;
    slice  verb = token_text(s, p->token - 1u);
    size_t use = skip(s, p->token + 1u, CLASSES(ADVERB));
    return slice_ends(p->metric, verb) && note_at(s, use, NOTE_USE) ? verb : SLICE_NONE;
}

slice put_to_use(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!(s->notes & NOTE_USE)) return SLICE_NONE;        /* most */
    size_t use = skip(s, c->token + 1u, CLASSES(ADVERB)); /* 70亿元|则|用以加强支援 */
    if (tag_at(s, use) != NOUN || !note_at(s, use, NOTE_USE) || content_bytes(s, before)) return SLICE_NONE;
    slice        verb = put_in_by(n);
    struct range what = verb.len ? used_for(s, use) : range_of(use, use);
    if (content_bytes(s, what) >= 2 * HAN) return joined(name_of(s, what, n->arena), verb, n->arena);
    size_t end = phrase_end(s, use), bytes = content_bytes(s, range_of(use, end));
    if (bytes < 4 * HAN || bytes > 14 * HAN) return SLICE_NONE;
    bool quotes = in_classes(QUOTE, s->classes) && has_class(s, range_of(use, end), CLASSES(QUOTE)); /* 用于“两重”建设 */
    return quotes ? name_of(s, range_of(use, end), n->arena) : sentence_text(s, use, end);
}

/* 按每人每天|20元的标准发放|伙食补贴, 按每个端口300元给予|补助: what is given, and for each of whom where that says little. */
slice given_by_rate(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, norm = k + 1u + (tag_at(s, k + 1u) == OF), each = k;
    bool                   by_norm = note_at(s, norm, NOTE_NORM);
    if (!by_norm && tag_at(s, k + 1u) != LIGHT) return SLICE_NONE; /* most */
    while (each > before.from && s->tokens[each - 1].tag != PREPOSITION) each--;
    if (tag_before(s, each) != PREPOSITION) return SLICE_NONE;
    struct range given = range_of(norm + by_norm, norm + by_norm);
    while (is_one_of(tag_at(s, given.to), NOUN, HEAD, VERB, VERBAL, LIGHT, ADVERB, DONE, LEVEL, SET_PHRASE)) given.to++;
    while (given.from < given.to && is_one_of(s->tokens[given.from].tag, LIGHT, ADVERB, DONE)) given.from++;
    size_t verb = tag_at(s, given.from) == VERB; /* 发放|伙食补贴, but 发放补贴 */
    if (content_bytes(s, range_of(given.from + verb, given.to)) > 2 * HAN) given.from += verb;
    if (!ends_phrase(s, given.to) || content_bytes(s, given) < 2 * HAN) return SLICE_NONE;
    slice what = name_of(s, given, n->arena), whom = sentence_text(s, each, k);
    return what.len > 2 * HAN || whom.len > 8 * HAN ? what : joined(whom, what, n->arena);
}

/* 住宅楼、|14万平方米|老旧建筑改造, 主城区|18公里|供水、40公里供热管网改造: the `name` of range `r`, and the counted things of
 * the list that goes on behind it, as many as a name may hold. */
static slice with_counted_items(const struct naming *n, struct range r, slice name) {
    const struct sentence *s = n->s;
    for (size_t at = r.to;;) {
        bool   listed = is_one_of(tag_at(s, at), LIST_COMMA, AND);
        size_t thing = at + listed + 1u, end = object_end(s, thing);
        end += tag_at(s, end) == VERB && is_one_of(tag_at(s, end + 1), LIST_COMMA, AND); /* 管网|铺设|及40公里线路改造 */
        bool counted = is_one_of(tag_at(s, at + listed), COUNT, SMALL_COUNT) && tag_at(s, thing) != OF;
        if (!counted || end == thing || is_figure(s, end)) return name;
        if ((at > r.to && !listed) || money_unit(figure_at(s, at + listed))) return name;
        slice mark = listed ? token_text(s, at) : SLICE_NONE, item = name_of(s, range_of(thing, end), n->arena);
        if (name.len + mark.len + item.len > LONGEST_LIST) return name;
        name = listed_with(name, mark, item, n->arena);
        at = end;
    }
}

/* 村里花|36万元购置了一台收割机: what money was spent to do, 购置收割机; empty when no deed with an object stands behind. */
static slice spent_to_do(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 spends = skip_back(s, c->token, CLASSES(QUALIFIER, ADVERB)), verb = c->token + 1u;
    if (spends == 0 || !money_unit(c) || !token_ending(s, spends - 1, EDGE_SPENDS)) return SLICE_NONE;   /* most */
    bool one = tag_at(s, verb) == NOUN && is_one_character(&s->tokens[verb]) && makes_verb(s, verb + 1); /* 买|了一辆车 */
    if (!one && !is_one_of(tag_at(s, verb), VERB, VERBAL, LIGHT)) return SLICE_NONE;
    size_t object = verb + 1 + makes_verb(s, verb + 1);
    object += object < s->count && is_article(s, object);
    object += figure_is(s, object, counts); /* 以50万元购置|3套|设备 */
    size_t end = object_end(s, object);
    bool   plain = end > object && !has_class(s, range_of(object, end), CLASSES(FIGURES, OF, LIST_COMMA, PREPOSITION));
    return plain ? joined(token_text(s, verb), name_of(s, range_of(object, end), n->arena), n->arena) : SLICE_NONE;
}

/* 电站|装机|140万千瓦, 产业园|占地|300亩: does the head before token `i` measure the thing before it, with the figure there? */
static bool ends_in_size(const struct sentence *s, size_t i) {
    const struct token *head = &s->tokens[i - 1];
    if (!is_figure(s, i) || head->tag != HEAD || has_note(head, NOTE_THING | NOTE_FUND)) return false; /* most */
    return physical_unit(figure_at(s, i)) && is_one_of(head[-1].tag, NOUN, HEAD);
}

/* 投资12亿元的抽水蓄能电站|装机|140万千瓦, 总投资5亿元的航天港|规划占地|300亩: the thing without what it measures itself by. */
static struct range without_own_size(const struct sentence *s, struct range what) {
    if (what.to < what.from + 2u || !ends_in_size(s, what.to)) return what; /* most */
    what.to--;
    what.to -= what.to > what.from + 1u && note_at(s, what.to - 1, NOTE_SCHEME);
    return what;
}

slice purpose_of(const struct naming *n, const struct candidate *c, struct words before) {
    size_t verb;
    slice  spent = spent_to_do(n, c);
    if (spent.len) return spent;
    struct range what = {0}, fund = fund_behind(n->s, c, &what); /* 安排200万元专项资金，用于道路改造 → 道路改造专项资金 */
    if (fund.from < fund.to) return joined(name_of(n->s, what, n->arena), name_of(n->s, fund, n->arena), n->arena);
    struct range r = purpose_behind(n->s, c, before, &verb);
    if (r.from == r.to) r = aim_before(n->s, c, before, &verb);
    if (content_bytes(n->s, r) < 2 * HAN) return SLICE_NONE;
    bool fund_itself = r.to == r.from + 1u && n->s->tokens[r.from].tag == VERBAL && note_at(n->s, r.from, NOTE_FUND);
    if (fund_itself) return joined(token_text(n->s, verb), token_text(n->s, r.from), n->arena); /* 预留3亿元|拨款 */
    r.from += r.from + 1u < r.to && is_article(n->s, r.from); /* 拨出50亿元成立|一个|基金 */
    r.to = (uint32_t)skip_back(n->s, r.to, CLASSES(AND));     /* 3500万元的供水管网改造|和3800万元的… */
    r = without_own_size(n->s, r);
    bool  money = names_money(n->s, verb, c->token);
    slice fund_name = money ? sentence_text(n->s, verb, c->token) : token_text(n->s, verb);
    slice name = name_of(n->s, r, n->arena);
    if (physical_unit(c)) { /* 海拔4500米的雪山|上守了3天 */
        name = thing_alone(n->s, slice_less(name, verb_made(n->s, r)), r.to);
        name = without_ending(n->s->lexicon, name, EDGE_WHERE, 2 * HAN);
    }
    return joined(with_counted_items(n, r, name), fund_name, n->arena);
}

slice purpose_again(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    size_t                  what = c->token + 2;
    if (p->token == 0 || !is_one_of(tag_before(s, c->token), LIST_COMMA, AND)) return SLICE_NONE; /* most */
    bool alike = !counts(c) && same_unit(c, p);
    if (!alike || tag_at(s, what - 1) != OF || tag_at(s, p->token + 1) != OF) return SLICE_NONE;
    while (p > s->candidates && (p->refused || is_one_of(tag_before(s, p->token), LIST_COMMA, AND)))
        p--; /* 3500万元的|二三级|管网改造、3800万元的… */
    slice head = p->token > 0 ? token_text(s, p->token - 1) : SLICE_NONE;
    if (!head.len || !slice_ends(n->previous->metric, head)) return SLICE_NONE;
    size_t end = what, whole = object_end(s, what);
    while (end < whole && s->tokens[end].tag != ETC) end++;
    end = skip_back(s, end, CLASSES(AND)); /* 5亿元的客运站|和7亿元的体育馆 */
    return joined(name_of(s, range_of(what, end), n->arena), head, n->arena);
}
