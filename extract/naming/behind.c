/* The noun that a figure counts, behind it: 2家图书馆, 33个特色鲜明的中心镇. Where it ends is all the art; deed.c tells what it
 * did. */
#include "extract/naming/behind.h"

#include "extract/naming/before.h"
#include "extract/naming/described.h"
#include "extract/naming/ending.h"
#include "extract/naming/goes_on.h"
#include "extract/naming/narrow.h"
#include "extract/naming/predicate.h"

#include "extract/sentence/figure.h"

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

/* 其中|90%|实现就业, 其中，80%以上|实现转移就业: what a share of those counted before came to. */
static bool is_some_attaining(const struct sentence *s, const struct candidate *c, size_t at) {
    size_t among = skip_back(s, c->token, CLASSES(COMMA, ADVERB));
    bool   some = tag_before(s, among) == AMONG;
    return some && note_at(s, at, NOTE_ATTAINS) && is_one_of(tag_at(s, at + 1), VERB, VERBAL);
}

bool units_do(const struct sentence *s, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    if (!unit || unit->class != UNIT_MEASURE_WORD || !lexicon_ending(s->lexicon, unit->surface, EDGE_AREA))
        return false; /* most */
    size_t verb = skip(s, c->token + 1u, CLASSES(ADVERB, DONE));
    size_t object = skip(s, verb + 1, CLASSES(NOUN, HEAD));
    bool   thing = object > verb + 1 && note_at(s, object - 1, NOTE_THING | NOTE_GOAL); /* 12村改造|项目|3个 */
    bool   does = tag_at(s, verb) == VERB || (tag_at(s, verb) == VERBAL && !thing);
    return does && object > verb + 1 && is_figure(s, object);
}

/* 药品32种|价值6800元，, 跌至38万头|后, 足有两吨|重, 带动2300户|户均增收4500元: do the words behind the count `c`, from token
 * `at` on, say something else of it? */
static bool says_otherwise(const struct sentence *s, const struct candidate *c, size_t at) {
    const struct token *word = &s->tokens[at];
    char                next = tag_at(s, at);
    bool                close = at == c->token + 1u, one = next == NOUN && is_one_character(word);
    if (next == QUOTE) return close && quotes_speech(s, at + 1);
    if (close && units_do(s, c)) return true;
    bool   does = close && next == VERBAL && person_unit(c) && c->token > 0 && token_ending(s, c->token - 1u, EDGE_PERSON);
    size_t object = does ? skip(s, at + 1, CLASSES(NOUN, HEAD)) : at + 1u; /* 科技特派员126名|服务企业86家 */
    if (object > at + 1u && figure_is(s, object, counts)) return true;
    if (next == AWARD) return ranks_next(s, at);                                  /* 3项获全省第三 */
    if (next == NONE && at + 1 < s->count && word[1].candidate >= 0) return true; /* 学生3867人|无一失学 */
    bool worth = next == HEAD && close && is_figure(s, at + 1) && ends_phrase(s, at + 2);
    if (worth && money_unit(figure_at(s, at + 1))) return true;
    size_t head = c->token + 2u; /* 三人|每年|学费1.5万元 */
    if (tag_at(s, head - 1) == ADVERB && at + 1 >= head && is_one_of(tag_at(s, head), NOUN, HEAD) && is_figure(s, head + 1) &&
        money_unit(figure_at(s, head + 1)) && ends_phrase(s, head + 2))
        return true;
    if (one && (token_ending(s, at, EDGE_AMONG) || (ends_phrase(s, at + 1) && token_opening(s, at, EDGE_GLUED)))) return true;
    if (has_note(word, NOTE_PER | NOTE_SETTING)) return true;                  /* 按25元|计算 */
    return next == VERB && is_figure(s, at + 1) && has_note(word, NOTE_GAINS); /* 其余55宗|共涉及130公顷 */
}

static bool count_takes_noun(const struct sentence *s, const struct candidate *c, size_t at) {
    char next = tag_at(s, at), then = tag_at(s, at + 1), left = c->token > 0 ? s->tokens[c->token - 1].tag : STOP;
    if (says_otherwise(s, c, at)) return false;
    if (next == NONE) /* 12万人没有解决温饱, 9个未开工项目 */
        return person_unit(c) || (!money_unit(c) && is_one_of(then, VERB, VERBAL) && is_one_of(tag_at(s, at + 2), NOUN, HEAD));
    bool alone = c->token > 0 && is_one_of(left, COMMA, STOP, LIST_COMMA) && ends_phrase(s, at + 1);
    if (alone && is_one_of(next, GROW, FALL, IMPROVE) && bare_or_counts(c)) return true; /* 8家持平、3家|下降 */
    if (next == SINCE) return person_unit(c) && !is_one_of(left, NOUN, HEAD, VERBAL);    /* 3万人次来青禾参观 */
    if (next == REACH) { /* 312人实现就业, 其中286处|完成整改, 已有6家|完成整改, not 12人达到标准的95% */
        bool some = left == AMONG || (counts(c) && is_one_of(left, COMMA, ADVERB, DONE) && ends_phrase(s, at + 2));
        return (person_unit(c) || some) && is_one_of(then, VERB, VERBAL);
    }
    return is_one_of(next, NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, SET_PHRASE, PLAN, LEVEL, QUOTE, PER_NOUN,
                     ADVERB)                  /* 8家高质量孵化器 */
           || (event_unit(c) && next != AND); /* 冠军2次|和亚军3次 */
}

/* 68岁的退休钳工, 11岁的五年级学生, 52岁的|省级|非遗传承人 */
static bool age_takes_noun(const struct sentence *s, size_t at) {
    char next = tag_at(s, at);
    return is_one_of(next, NOUN, HEAD, VERBAL, ADVERB) || (next == QUOTE && is_called(s, at)) ||
           (is_one_of(next, VERB, SET_PHRASE, LEVEL) && tag_at(s, at + 1) == NOUN);
}

/* 90%的|新增企业, 80%的|审批事项, 其中90%|实现就业 */
static bool share_takes_noun(const struct sentence *s, const struct candidate *c, size_t at) {
    char next = tag_at(s, at);
    bool after = next == NOUN && is_one_character(&s->tokens[at]) && token_ending(s, at, EDGE_AMONG); /* 打6.5折|后|83元 */
    if (after && is_figure(s, at + 1)) return false;
    if (next == NONE) /* |近半数|没有参加保险 */
        return (c->token == 0 || s->tokens[c->token - 1].tag == COMMA) && is_one_of(tag_at(s, at + 1), VERB, VERBAL, NOUN);
    return is_one_of(next, NOUN, HEAD, VERBAL, LEVEL, ADVERB) || note_at(s, at, NOTE_NEW) ||
           (next == VERB && tag_at(s, c->token + 1) == OF) || (next == REACH && is_some_attaining(s, c, at));
}

/* Counting units take the noun behind them, which starts at token `at`, as their name; amounts do when it follows at once. */
static bool takes_noun(const struct sentence *s, const struct candidate *c, size_t at) {
    char tag = s->tokens[c->token].tag;
    if (is_one_of(tag, COUNT, SMALL_COUNT, BARE)) return count_takes_noun(s, c, at);
    if (tag == DURATION) /* 为期3年的|先导计划 */
        return tag_before(s, c->token) == RUNNING && tag_at(s, c->token + 1) == OF;
    return tag == AGE ? age_takes_noun(s, at) : c->kind == KIND_SHARE && share_takes_noun(s, c, at);
}

/* 12户办理了登记; an amount of something known is followed by what it does (示范区160平方公里连片运行), else by what it is of
 * (26公里供水). */
static bool opens_predicate(const struct sentence *s, size_t i, bool amount) {
    if (note_at(s, i, NOTE_NEW)) return false; /* 1700个|新增宿位 */
    return is_one_of(tag_at(s, i), VERB, LIGHT) ||
           (amount && tag_at(s, i) == VERBAL && is_one_of(tag_at(s, i + 1), VERB, VERBAL));
}

/* Behind a size of it that the noun bears, the noun: 12幅|总面积约30公顷的|用地, 物色12幅|共约30公顷|用地. */
static size_t behind_size(const struct sentence *s, size_t i) {
    if (is_figure(s, i) && !bare_or_counts(figure_at(s, i))) return i + 1 + (tag_at(s, i + 1) == OF);
    if (tag_at(s, i) != HEAD) return i;
    size_t size = skip(s, i + 1, CLASSES(ADVERB, QUALIFIER, REACH));
    bool   amount = is_figure(s, size) && !bare_or_counts(figure_at(s, size)); /* 12个|项目中有3个停工 */
    return amount && !ends_phrase(s, size + 1) ? size + 2 : i; /* not 药品32种|价值6800元，现场看诊 */
}

/* 改作住宅用途的|规划申请。: do the words from the verb at token `at` on only describe a noun that ends the phrase? */
static bool describes(const struct sentence *s, size_t at) {
    return has_class(s, range_of(at, phrase_end(s, at)), CLASSES(OF));
}

/* 提供2000元的|补助, 给予每家10万元|奖励: a deed is what the money is. */
static bool is_gift(const struct sentence *s, const struct candidate *c) {
    bool each = is_one_of(tag_before(s, c->token), PER_NOUN, PER);
    return money_unit(c) && (each || tag_at(s, c->token + 1) == OF);
}

/* 洪灾造成该国东部|120人|死亡: did something before the figure at token `k`, and the place where it did, cause what is told? */
static bool befell(const struct sentence *s, size_t k) {
    k = skip_back(s, k, CLASSES(NOUN, PLACE, ADVERB, DONE, HEAD));
    return note_at(s, k - 1, NOTE_CAUSES);
}

/* 组织12支|慰问|小分队, 邀请9名|接送|司机, 安排24名|执勤|人员分段|值守: a verb right before the count governs what ends, or
 * opens, as those who do something. */
static bool governs_doers(const struct sentence *s, const struct candidate *c, size_t at) {
    size_t k = c->token, end = skip(s, at + 1, CLASSES(NOUN, HEAD));
    bool   governs = is_one_of(tag_before(s, k), VERB, VERBAL) && at == k + 1u && tag_at(s, at) == VERB && end > at + 1;
    if (!governs || !(ends_phrase(s, end) || is_one_of(tag_at(s, end), VERB, VERBAL))) return false; /* most */
    bool person = token_ending(s, end - 1, EDGE_PERSON) || token_opening(s, end - 1, EDGE_PERSON);
    return token_ending(s, end - 1, EDGE_DOER) || (bare_or_person(c) && person);
}

/* 为长者增设4600个|资助|宿位, 新增300个|实习|岗位: what a verb right before the count offers or adds does nothing itself. */
static bool is_offered(const struct sentence *s, const struct candidate *c, size_t at) {
    size_t k = c->token, end = skip(s, at + 1, CLASSES(NOUN, HEAD));
    bool   offers = tag_before(s, k) == VERB && note_at(s, k - 1, NOTE_OFFERS | NOTE_NEW);
    return offers && counts(c) && !person_unit(c) && at == k + 1u && tag_at(s, at) == VERB && end > at + 1 &&
           ends_phrase(s, end);
}

/* Does what stands behind `c`, from token `at` on, tell what the words before it did? 开户12户|办理了登记 */
static bool is_predicate(const struct sentence *s, const struct candidate *c, size_t at) {
    size_t k = c->token;
    bool   done = tag_at(s, k + 1) == DONE && !has_class(s, range_of(k, list_end(s, k + 1)), CLASSES(OF));
    /* 棉被3000床|已运抵灾区, but 9个|已建成的项目 */
    if (tag_at(s, k + 1) == DONE && !done) return false; /* 改造提升500个|已建成自然村的|治污设施 */
    size_t does = skip(s, at, CLASSES(VERB, VERBAL));
    if (done && does > at && is_figure(s, does)) return true;      /* 督办的31件|已办结|29件 */
    bool told = !bare_or_counts(c) && !(tag_before(s, k) == VERB); /* not 发放|2.3亿元|创业担保贷款 */
    if (!done && !opens_predicate(s, at, told)) return false;
    if (is_gift(s, c)) return false;
    bool examples = tag_before(s, k) == ETC;                 /* 国道207线等2条新建公路 */
    bool object = is_one_of(tag_before(s, k), GROW, FALL);   /* 增加5000个|资助宿位 */
    bool caused = is_one_of(tag_before(s, k), REACH, LIGHT); /* 给予20万元|奖励 */
    caused |= bare_or_person(c) && befell(s, k);
    object |= caused && ends_phrase(s, at + 1); /* 完成1100户|搬迁, 造成3人|死亡 */
    bool verb = verb_before(s, k) != SIZE_MAX || is_one_of(tag_before(s, k), LIST_COMMA, AND, TO); /* 征集到|210条 */
    bool nouns = tag_at(s, at + 1) == NOUN && ends_phrase(s, skip(s, at + 1, CLASSES(NOUN, HEAD)));
    object |= counts(c) && at == k + 1 && tag_before(s, k) == AWARD && nouns; /* 毕业生获得2个|录用|通知 */
    object |= bare_or_counts(c) && tag_before(s, k) == PREPOSITION; /* 发现向312名|已死亡人员发放养老金 */
    object |= verb && describes(s, at); /* 批准57宗|改作住宅用途的|申请, 新措施12项及30项|持续推行的|工作 */
    object |= bare_or_counts(c) && k > 1 && s->tokens[k - 1].tag == OF &&
              is_one_of(tag_at(s, at + 1), NOUN, HEAD, VERB);     /* 26个省份的318家|出版发行单位 */
    bool age = s->tokens[k].tag == AGE;                           /* 店长是68岁的退休钳工 */
    object |= bare_or_counts(c) && k > 0 && makes_verb(s, k - 1); /* 台上坐着12位|参赛选手 */
    object |= governs_doers(s, c, at) || is_offered(s, c, at);
    if (event_unit(c) || examples || object || age || inside_compound(s, at)) return false;
    struct range named = strip(s, range_of_words(words_before(s, k)), NAME_HEAD, NAME_TAIL);
    while (!bare_or_counts(c) && named.from < named.to && s->tokens[named.from].tag == LIGHT)
        named.from++;                                                                         /* 实施|1万亩节水灌溉 */
    bool place = named.to == named.from + 1 && is_place(s, named.from) && !bare_or_counts(c); /* 青禾镇1万亩|节水灌溉 */
    return content_bytes(s, named) >= 2 * HAN && !place && !(named.to == named.from + 1 && verb_before(s, k) != SIZE_MAX);
}

static struct range noun_from(const struct sentence *s, const struct candidate *c, size_t at) {
    struct range r = range_of(at, at);
    for (;; r.to++) {
        bool noun = is_one_of(tag_at(s, r.to), NOUN, HEAD) && !note_at(s, r.to, NOTE_USE | NOTE_PER);
        noun = noun && !does_often(s, c, r) && !(counts(c) && r.to > r.from && does_so_much(s, r.to));
        if (r.to > r.from && said_jointly(s, r.to)) break;
        if (noun) continue;
        size_t close = tag_at(s, r.to) == OPEN && content_bytes(s, r) > 0 ? inner_bracket(s, r.to) : 0;
        if (close)
            r.to = close;
        else if (!noun_goes_on(s, c, &r))
            break;
    }
    r = strip(s, r, TRAIT_NOUN_HEAD, TRAIT_NOUN_TAIL);
    bool feat = r.to > r.from && tag_before(s, r.to - 1u) == OF && token_is(s, r.to - 1u, EDGE_OUTCOME);
    if (feat) r.to -= r.to > r.from + 1u ? 2 : 1; /* 35枚铜牌|的成绩, 稳产5000万吨|的奇迹 */
    return r;
}

/* 3处|涉嫌无证行医的|“黑诊所”, 5家|涉嫌超范围经营的|企业: behind what those are found to do; `i` when the noun needs no such
 * help. */
static size_t behind_finding(const struct sentence *s, size_t i) {
    if (tag_at(s, i) != VERB || !note_at(s, i, NOTE_JOINS)) return i; /* most */
    size_t of = skip(s, i + 1, CLASSES(NOUN, HEAD, VERB, VERBAL, ADVERB, LIGHT)), noun = of + 1;
    bool   quoted = tag_at(s, noun) == QUOTE;
    if (tag_at(s, of) != OF || !(quoted || has_class(s, range_of(i, of), CLASSES(ADVERB)))) return i;
    noun += quoted;
    return is_one_of(tag_at(s, noun), NOUN, HEAD) ? noun : i;
}

/* 20名|在体育、艺术等方面有专长的|学生, 300户|有劳动力的|家庭: behind a clause of its own with 的, the noun; `i` when none
 * stands there. */
static size_t behind_own_clause(const struct sentence *s, size_t i) {
    bool lacks = tag_at(s, i) == NONE; /* 58个|没有物业的|小区, 没有植被的|“绿化地带” */
    bool leads = tag_at(s, i) == FROM; /* 长60公里|由青禾至云台的|绿道 */
    if (!lacks && !leads && !is_one_of(tag_at(s, i), PREPOSITION, RESPECTIVELY, RANK, REACH)) return i;
    size_t end = list_end(s, i), particle = last_of(s, range_of(i, end), CLASSES(OF));
    while (particle != SIZE_MAX && note_at(s, particle, NOTE_MANNER)) /* 由居民组成的|球队打|得|正酣 */
        particle = last_of(s, range_of(i, particle), CLASSES(OF));
    while (particle != SIZE_MAX && is_one_of(tag_at(s, particle + 1), PLACE, LEVEL)) particle++;
    size_t at = particle + 1;
    bool   noun = particle != SIZE_MAX && (lacks || is_one_of(tag_at(s, at), NOUN, HEAD, VERBAL));
    return noun && (lacks || leads || (tag_at(s, i) == PREPOSITION && !note_at(s, i, NOTE_PLAN)) ||
                    has_class(s, range_of(i, particle), CLASSES(VERB, LIGHT, VERBAL, REACH, AWARD, RANK)))
               ? particle + 1
               : i;
}

/* 3个|加装升降机的|项目: a thing, with the clause that says what it does; empty when none is described so. */
static struct range thing_described(const struct sentence *s, const struct candidate *c, size_t at) {
    enum { LONGEST_CLAUSE = 14 * HAN };
    struct range none = range_of(at, at);
    size_t       of = at;
    if (!in_classes(OF, s->classes) || !bare_or_counts(c)) return none; /* most */
    of = skip(s, of, CLASSES(NOUN, HEAD, VERB, VERBAL, IMPROVE, AND, ADVERB));
    struct range clause = range_of(at, of), thing = range_of(of + 1, of + 1);
    while (is_one_of(tag_at(s, thing.to), NOUN, HEAD)) thing.to++;
    bool sparked = tag_at(s, of) == OF && thing.to > thing.from && token_ending(s, of - 1, EDGE_SPARKS);
    if (sparked && tag_at(s, at) == NOUN && !bare_or_person(c)) /* 一起|因处置不当引发的|舆情 */
        return content_bytes(s, clause) <= LONGEST_CLAUSE ? range_of(at, thing.to) : thing;
    bool anyone = thing.to == thing.from + 1u && token_is(s, thing.from, EDGE_ANYONE); /* 30名|坚守岗位的|人员 */
    bool named = tag_at(s, of) == OF && (anyone || (note_at(s, thing.to - 1, NOTE_THING) && !bare_or_person(c)));
    if (!named || content_bytes(s, clause) < 4 * HAN) return none;
    if (s->tokens[at].tag != VERB && !anyone) return none;
    return content_bytes(s, clause) <= LONGEST_CLAUSE ? range_of(at, thing.to) : thing;
}

/* 跨过千亿元|门槛, 超过70%的|警戒线: the token at `i` only says that the bound is one. */
static bool crosses_norm(const struct sentence *s, const struct candidate *c, size_t i) {
    bool over = c->qualifier == QUALIFIER_OVER && c->quantity.raw.start < c->quantity.digits.start;
    return over && i <= c->token + 1u + (tag_at(s, c->token + 1) == OF) && note_at(s, i, NOTE_NORM) && ends_phrase(s, i + 1);
}

/* 规划申请57宗，其中两宗|位于旧区的工业用地: tell the words up to the noun at token `noun` where some of those stand that were
 * counted before? */
static bool some_stand(const struct sentence *s, const struct candidate *c, size_t noun) {
    bool some = c > s->candidates && tag_before(s, c->token) == AMONG;
    return some && same_unit(c, c - 1) && ends_phrase(s, object_end(s, noun));
}

/* 贷款5万元|开|了家汽修店: a deed by one character that no table knows, behind money that a noun tells. */
static bool bought_next(const struct sentence *s, size_t k) {
    const struct token *verb = &s->tokens[k + 1];
    if (verb->word || !is_one_character(verb) || !makes_verb(s, k + 2)) return false; /* most */
    return k > 0 && is_one_of(verb[-2].tag, NOUN, HEAD, VERBAL) && token_bytes(&verb[-2]) >= 2 * HAN;
}

/* 27项|市级部门实施的|审批事项, 18件|群众反映的|问题: behind what those did who are named before 的, the noun; `i` when nobody
 * is, or nothing but what was done to it stands there. */
static size_t behind_their_deed(const struct sentence *s, const struct candidate *c, size_t i) {
    if (!c->quantity.unit || !c->quantity.unit->affair || is_served(s, c)) return i; /* most; 对5件代表不满意的建议|重新办理 */
    size_t              of = next_of(s, i, CLASSES(OF, COMMA, LIST_COMMA, STOP, COLON, OPEN, QUOTE, FIGURES));
    size_t              work = skip(s, of + 1, CLASSES(VERB, VERBAL)); /* 18件代表建议的|办理 */
    const struct token *did = &s->tokens[of - 1];
    if (did->word && is_one_of(did->tag, NOUN, HEAD) && !has_note(did, NOTE_ADJ)) return i; /* 12项部门|预算|的绩效评价 */
    if (tag_at(s, of) != OF || (work == of + 1 ? !is_one_of(tag_at(s, work), NOUN, HEAD, LEVEL) : ends_phrase(s, work)))
        return i;
    slice clause = sentence_text(s, i, of);
    for (const enum edge *who = (enum edge[]){EDGE_DOER, EDGE_STATED, EDGE_PERSON, EDGE_NONE}; *who != EDGE_NONE; who++)
        if (noun_end(s->lexicon, clause, *who) < clause.len) return of + 1;
    return i;
}

/* 500万元|专项资金|扶持群众文化: where the money ends that is used for something; r.to when nothing is told. */
static size_t behind_fund(const struct sentence *s, struct range r) {
    for (size_t i = r.from; i + 2 < r.to; i++)
        if (s->tokens[i].tag == HEAD && note_at(s, i, NOTE_GENERIC) && is_one_of(s->tokens[i + 1].tag, VERB, VERBAL))
            return i + 1;
    return r.to;
}

/* 大桥全长1263米|正加紧|铺设: a size that a head tells, and what the word at token `at`, which no table knows, says is being
 * done. */
static bool goes_on_doing(const struct sentence *s, const struct candidate *c, size_t at) {
    if (!physical_unit(c) || tag_before(s, c->token) != HEAD) return false; /* most */
    if (s->tokens[at].word || !token_opening(s, at, EDGE_HANGS)) return false;
    return token_bytes(&s->tokens[at]) >= 4 * HAN || is_one_of(tag_at(s, at + 1), VERB, VERBAL); /* not 正线 */
}

/* 租下三栋|闲置了十几年的|土房: behind how long it has been so with those counted, the noun; `i` when no length of time is
 * told. */
static size_t behind_lasting(const struct sentence *s, const struct candidate *c, size_t i) {
    size_t told = skip(s, i, CLASSES(NOUN, VERB, VERBAL)), time = told + (told > i && makes_verb(s, told));
    bool   lasted = told > i && told <= i + 2 && tag_at(s, time) == DURATION && tag_at(s, time + 1) == OF;
    return lasted && counts(c) && is_one_of(tag_at(s, time + 2), NOUN, HEAD) ? time + 2 : i;
}

static struct range noun_at(const struct sentence *s, const struct candidate *c) {
    size_t at = behind_lasting(s, c, behind_their_deed(s, c, c->token + 1u));
    size_t described = behind_described(s, c, at);
    bool   plain = tag_at(s, at) == NOUN ||
                 at > c->token + 1u; /* 12个|乡镇: most; other words may say something of the noun, or what it did */
    size_t found = behind_finding(s, at);
    if (described > at)
        at = described;
    else if (found > at)
        at = found;
    else if (!plain) {
        size_t from = behind_size(s, behind(s, c->token)), noun = behind_own_clause(s, from);
        if (noun > from && some_stand(s, c, noun)) return range_of(at, at);
        at = noun;
    }
    if (plain && money_unit(c)) {
        bool one = is_article(s, at), of = tag_at(s, at + 1) == OF; /* 门票80元|一张, 80元一张的|套票 */
        bool told = content_bytes(s, range_of(clause_start(s, c->token), c->token)) > 0 ||
                    tag_before(s, c->token) == COMMA; /* 书签，28元|一个，, not “12块钱|一份” */
        if (bought_next(s, c->token) || (one && !of && told)) return range_of(at, at);
        at += one && of ? 2 : 0;
    }
    if (plain && goes_on_doing(s, c, at)) return range_of(at, at);
    bool sum = s->tokens[at].candidate >= 0 && tag_at(s, at + 1) == ADVERB; /* 两个万亿元|台阶 */
    if (crosses_norm(s, c, at)) return range_of(at, at);
    if ((plain && sum) || !takes_noun(s, c, at) || (!plain && is_predicate(s, c, at))) return range_of(at, at);
    struct range       r = noun_from(s, c, at);
    const struct unit *once = r.to > r.from + 1u ? unit_at(s, r.to - 1u) : NULL;
    r.to -= once && once->event && is_article(s, r.to - 1u); /* 12辆|车|一次运走540人 */
    if (money_unit(c)) r.to = (uint32_t)behind_fund(s, r);
    bool     of = tag_at(s, c->token + 1) == OF, theirs = tag_before(s, c->token) == PLACE; /* 全省|3.4人|的平均水平 */
    uint64_t sets = of && !theirs ? NOTE_GOAL | NOTE_NORM : NOTE_GOAL;
    bool     aim = c->kind == KIND_SHARE && note_at(s, r.from, sets); /* 控制在4.5%的|目标以内 */
    bool     work =
        c->kind == KIND_SHARE && r.to == r.from + 2u && is_one_of(s->tokens[r.from].tag, NOUN, VERBAL); /* 六成的|运输|任务 */
    if (r.from < r.to && (aim || (of && note_at(s, r.to - 1, sets) && !work)))
        return range_of(at, at); /* 完成造林5万亩的任务 is of 造林, 65%的警戒线 of what keeps below it */
    /* 30万吨煤矿|建成投产, not 6万亩|建设任务 */
    while (!bare_or_counts(c) && r.to > r.from + 1u + (s->tokens[r.from].tag == VERBAL) && note_at(s, r.to - 1, NOTE_STAGE))
        r.to--;
    return r;
}

struct range noun_alone(const struct sentence *s, const struct candidate *c) {
    size_t at = c->token + 1;
    bool   apart = slice_starts(slice_from(s->text, s->tokens[c->token].end), SLICE_LIT("——")); /* 卖出2.8万支|——这组数据 */
    if (apart || persons_before(s, c)) return range_of(at, at);
    struct range noun = noun_at(s, c), thing = thing_described(s, c, at);
    return thing.from < thing.to && noun.to <= thing.to ? thing : noun;
}
