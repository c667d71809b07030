/* What the noun behind a figure did (619个村|参与报名), won (13个集体|获表彰), and what went on for so long
 * (连续五年|参与普查). */
#include "extract/naming/deed.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/ending.h"
#include "extract/naming/object.h"
#include "extract/naming/predicate.h"

#include "extract/base/banned.h"

/* 17个村|经营性收入, 6个镇|工业|产值, 5家企业|年|销售收入: a word before a head that is of the head, not 重点零售|企业|营业额
 * or 规上|企业|产值. */
static bool says_of_head(const struct token *t) {
    bool thing = has_note(t, NOTE_THING) && is_one_of(t[-1].tag, NOUN, VERBAL, LEVEL);
    bool measures = t->tag == HEAD && !thing, one = t->tag == NOUN && is_one_character(t);
    return measures || one || has_note(t, NOTE_ADJ);
}

/* 126个水功能区达标率95%, 120个摊位营业额超800万元: the head is of the next figure. */
static struct range without_head(const struct sentence *s, struct range r, const struct candidate *c) {
    if (r.from + 1 >= r.to || s->tokens[r.to - 1].tag != HEAD || s->tokens[c->token].tag == PERCENT) return r;
    if (lexicon_ending(s->lexicon, sentence_text(s, r.from, r.to), EDGE_PERSON)) return r; /* 3200户|农户|增收1.2亿元 */
    if (r.to < s->count && opens_among(s, r.to)) return r; /* 6200户农户|中有|近七成种枇杷: they are the whole */
    size_t next = skip(s, r.to,
                       CLASSES(REACH, QUALIFIER, ONLY, FALL_TO, GROW_TO, ADVERB, THAN, BOTH, PREPOSITION, ON_YEAR, ON_PERIOD,
                               ON_START, RESPECTIVELY));
    if (tag_at(s, next) == FROM) /* 8家企业|资产总额由2020年的86亿元增至… */
        next = skip(s, next, CLASSES(FROM, DATE, OF));
    bool amount = is_figure(s, next) && !bare_or_counts(figure_at(s, next));
    if (note_at(s, r.to, NOTE_TOTAL)) return r; /* 3项专项资金|共计876万元 */
    size_t moves = skip(s, r.to,
                        CLASSES(ADVERB, THAN, DATE, DURATION, ON_YEAR, ON_PERIOD, ON_START, BOTH,
                                RESPECTIVELY)); /* 57个县（市）|生产总值近三年年均增速快于全省 */
    bool   head = !note_at(s, r.to - 1, NOTE_THING), said = head && is_one_of(tag_at(s, moves), GROW, FALL, IMPROVE);
    bool   share = head && tag_at(s, r.to) == SHARE; /* 12条产业链|增加值|占全市比重达到80% */
    amount &= head || next > r.to;                   /* 8个|产业项目|3400万元 */
    if (tag_at(s, next) != PERCENT && !amount && !said && !share) return r;
    do r.to--;
    while (r.from + 1 < r.to && says_of_head(&s->tokens[r.to - 1]));
    return r;
}

/* Behind the noun at token `i` and what a bracket adds to it: 镇（街道）|、. */
static size_t item_behind(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(NOUN, HEAD));
    size_t close = i;
    while (tag_at(s, i) == OPEN && is_one_of(tag_at(s, close), OPEN, NOUN, HEAD, LIST_COMMA)) close++;
    return close > i && tag_at(s, close) == CLOSE ? close + 1 : i;
}

/* 13个集体、27名个人获市级表彰, 26个镇（街道）、180个村建立河长制: what the last of a list that opens its clause won or did,
 * all did. */
static struct range with_award(const struct sentence *s, struct range r, size_t k) {
    const struct candidate *c = figure_at(s, k);
    bool crowd = people_unit(c), own = s->tokens[r.from].tag == VERB && !token_ending(s, r.to - 1u, EDGE_PERSON);
    if (r.to > r.from + 1u && (s->tokens[r.to - 1].tag == VERB || (crowd && own)))
        return r; /* 12个项目|建成投产、18个项目开工建设; 6人|重返校园、2人考上大学 */
    size_t i = item_behind(s, r.to), first = k;
    while (first > 2 && is_one_of(s->tokens[first - 1].tag, LIST_COMMA, AND))
        for (first -= 2; first > 0 && is_one_of(s->tokens[first].tag, NOUN, HEAD);) first--;
    if (!is_one_of(tag_before(s, first), COMMA, STOP, COLON, PLACE, DONE, REACH, ADVERB)) return r; /* 已有|25个省 */
    while (is_one_of(tag_at(s, i), LIST_COMMA, AND) && is_one_of(tag_at(s, i + 1), COUNT, SMALL_COUNT))
        i = item_behind(s, i + 2);
    if (only_acts(s, range_of(r.from, i))) return range_of(r.from, item_behind(s, r.to));
    i = skip(s, i, CLASSES(ADVERB, DONE));
    if (!is_one_of(tag_at(s, i), AWARD, VERB, LIGHT)) return r;
    struct range won = range_of(i, phrase_end(s, i));
    if (s->tokens[i].tag != AWARD && (is_figure(s, won.to) || content_bytes(s, won) < DEED || content_bytes(s, won) > 12 * HAN))
        return r;
    return with_hole(range_of(r.from, won.to), r.to, won.from);
}

/* 超过七成的参与者|，来自互联网企业: what the subject of a clause, of which `c` is the share, did behind a comma. */
static bool does_behind_comma(const struct sentence *s, const struct candidate *c, size_t comma) {
    if (tag_at(s, comma) != COMMA || c->kind != KIND_SHARE || !starts_clause(s, c->token)) return false;
    size_t verb = skip(s, comma + 1, CLASSES(ADVERB, DONE, BOTH));
    if (!is_one_of(tag_at(s, verb), VERB, LIGHT)) return false;
    return is_one_of(tag_at(s, phrase_end(s, verb + 1)), COMMA, STOP);
}

/* 1700万名学生免除学杂费, 9.5万户居民用上燃气: so many are told apart by what they did or got. */
static bool is_a_crowd(const struct candidate *c) {
    const struct numeral *n = &c->quantity.numeral;
    return n->value.present && decimal_compare(n->value, decimal_int(10000)) >= 0;
}

/* 推动50个重点项目竣工、150个|重点项目|开工: does another figure of the sentence count the same? What they did tells them
 * apart. */
static bool counted_beside(const struct sentence *s, const struct candidate *c, struct range r) {
    size_t end = skip(s, r.from, CLASSES(NOUN, HEAD, LEVEL));
    slice  noun = sentence_text(s, r.from, end < r.to ? end : r.to);
    for (const struct candidate *k = c > s->candidates ? c - 1 : c; k <= c + 1 && k < s->candidates + s->candidate_count; k++) {
        bool alike = k != c && !k->refused && same_unit(k, c);
        if (alike && noun.len && slice_starts(sentence_text(s, k->token + 1u, s->count), noun)) return true;
    }
    return false;
}

/* The noun `r` behind `c` with what it did. */
static struct range with_deed(const struct sentence *s, const struct candidate *c, struct range r) {
    size_t k = c->token;
    bool   share = s->tokens[k].tag == PERCENT;
    bool   given = is_served(s, c) && s->tokens[r.from].tag == VERB; /* 向298人|发放司法救助金|462万元 */
    if (!given) r = without_head(s, r, c);
    if (is_served(s, c)) return r;
    if (is_one_of(tag_at(s, item_behind(s, r.to)), LIST_COMMA, AND) && !share) return with_award(s, r, k);
    bool behind = share && (does_behind_comma(s, c, r.to) || behind_exact_share(s, r.to));
    if (ends_phrase(s, r.to) && !behind) return r; /* most nouns */
    /* 450万农村居民纳入保障范围: people are told apart by what they did even when their name is longer. */
    bool   people = c->quantity.unit ? person_unit(c) : !share;
    bool   caused = note_at(s, k - 1, NOTE_CAUSES); /* 使9万农民受益 */
    size_t verb = verb_before(s, k);
    bool   visited = verb != SIZE_MAX && note_at(s, verb, NOTE_VISITS); /* 走进22所学校|开展宣讲 */
    if (visited || !(share || bare_or_counts(c))) return r;
    bool crowd = (people || home_unit(c)) && is_a_crowd(c);
    if (!share && !caused && !crowd && only_acts(s, r)) return r;
    bool again = counted_beside(s, c, r);
    return with_predicate(s, r, share ? SIZE_MAX : caused || again ? LONG_PEOPLE : people ? SHORT_PEOPLE : SHORT_NOUN);
}

struct range told_noun(const struct sentence *s, const struct candidate *c) {
    struct range r = noun_alone(s, c);
    return r.from < r.to ? with_deed(s, c, r) : r;
}

struct range deed_behind(const struct sentence *s, const struct candidate *c) {
    struct range none = range_of(c->token + 1, c->token + 1);
    return with_predicate(s, none, SHORT_NOUN);
}

struct range done_briefly(const struct sentence *s, const struct candidate *c) {
    size_t from = c->token + 1, does = from;
    bool   then =
        tag_at(s, from) == COMMA && from + 1 < s->count && token_opening(s, from + 1, EDGE_TAKES); /* 不到两个小时，|就接待了 */
    then &= !token_opening(s, from + 1, EDGE_ELAPSES); /* 亮5个小时，|用电320度 */
    if (then) from = does = from + 1;
    struct range       none = range_of(from, from);
    const struct unit *unit = c->quantity.unit;
    bool               brief = unit && (unit->brief || (unit->limit && tag_at(s, from) == WITHIN)); /* 3天内|办结 */
    brief |= tag_at(s, from) == ADVERB && token_opening(s, from, EDGE_TAKES) != NULL;               /* 半个月|就卖光 */
    bool none_did =
        tag_at(s, from) == NONE && tag_at(s, c->token - (c->token > 0)) != ADVERB; /* 三天|没合眼, not 找了半天|没有结果 */
    does = skip(s, does, CLASSES(ADVERB, BOTH, WITHIN));                           /* 20分钟内|赶到现场 */
    bool ends =
        tag_at(s, from) == NOUN && token_bytes(&s->tokens[from]) == 2 * HAN && ends_phrase(s, from + 1); /* 3分钟|抢光 */
    bool told = brief && (does > from || ends || is_one_of(tag_at(s, does), VERB, LIGHT, VERBAL));
    if (!told && !none_did) return none;
    bool there = tag_at(s, does) == TO && tag_at(s, does + 1) == NOUN && ends_phrase(s, does + 2); /* 30秒就|到家 */
    if (there) return range_of(does, does + 2);
    struct range deed = strip(s, range_of(from, phrase_end(s, from)), TRAIT_DEED_HEAD | NAME_HEAD, NAME_TAIL);
    return content_bytes(s, deed) >= 2 * HAN ? deed : none;
}

/* 消防员张磊, 大家: those before the 用 of what took so long. */
static bool spent_by_person(const struct lexicon *x, slice who) {
    return person_named(x, who) || lexicon_ends_in(x, who, ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER));
}

bool spends_time(const struct sentence *s, size_t k) {
    slice  before = k > 0 ? token_text(s, k - 1) : SLICE_NONE;
    bool   did = before.len >= 2 * HAN && lexicon_ending(s->lexicon, before, EDGE_MAKES); /* 用|了 */
    size_t took = before.len - (did ? HAN : 0), who = took - (took > 0 ? HAN : 0);
    if (k > 0 && s->tokens[k - 1].tag != PREPOSITION && token_is(s, k - 1, EDGE_SPENDS)) return true; /* 花了 */
    if (!took || !lexicon_ending(s->lexicon, slice_sub(before, who, took), EDGE_TAKES)) return false;
    /* 消防员张磊|用|15分钟 */
    return !who || (!s->tokens[k - 1].word && spent_by_person(s->lexicon, slice_sub(before, 0, who)));
}

/* 用了40分钟|才从门口|挖出雪道: how late it was done and from where goes before the deed. */
static size_t behind_whence(const struct sentence *s, size_t from, size_t to) {
    size_t i = from;
    if (tag_at(s, i) == NOUN && is_one_character(&s->tokens[i]) && token_ending(s, i, EDGE_TAKES)) i++;
    size_t verb = i < to && s->tokens[i].tag == FROM ? last_of(s, range_of(i, to), CLASSES(VERB)) : SIZE_MAX;
    return verb == SIZE_MAX ? i : verb;
}

/* 用两年时间，|投入2.6亿元，|实施迁建工程: behind the clause of token `i` that only says what is put in; `i` when it says more.
 */
static size_t behind_outlay(const struct sentence *s, size_t i) {
    size_t sum = skip(s, i, CLASSES(ADVERB)) + 1;
    bool   puts = note_at(s, sum - 1, NOTE_FUND) && figure_is(s, sum, money_unit);
    return puts && tag_at(s, sum + 1) == COMMA ? sum + 2 : i;
}

/* 用了两年，|跑坏|了|3双鞋: is the word at token `i` a deed by the 了 behind it, though no table knows it? */
static bool made_deed(const struct sentence *s, size_t i) {
    bool brief = tag_at(s, i) == NOUN && token_bytes(&s->tokens[i]) == 2 * HAN;
    return brief && makes_verb(s, i + 1);
}

struct range doing_behind(const struct sentence *s, const struct candidate *c) {
    size_t             k = c->token, lead = k - (k > 1 && s->tokens[k - 1].tag == ONLY); /* 用时|仅46天 */
    struct range       none = range_of(k + 1, k + 1), r = none;
    const struct unit *unit = c->quantity.unit;
    bool               spent =
        unit && (unit->surface.len >= unit->canonical.len + 2 * HAN || spends_time(s, k)); /* 用三年时间|解决拖欠问题 */
    if (k == 0 || (s->tokens[lead - 1].tag != RUNNING && (!spent || is_one_of(s->tokens[k - 1].tag, ADVERB, REACH, DONE))))
        return none;                                            /* 已有5个年头 */
    if (spent && tag_at(s, r.to) == COMMA) r.from = ++r.to;     /* 用三年时间，|免除学杂费 */
    if (r.to > k + 1u && tag_at(s, r.to) == AMONG) return none; /* 用了83天，|其中… */
    if (spent && r.to > k + 1u) r.from = r.to = (uint32_t)behind_outlay(s, r.to);
    for (;; r.to++) {
        /* 用两年时间建成覆盖城乡、|功能完善的体系, 连续6年提高低保、|特困人员保障标准 */
        bool   listed = tag_at(s, r.to) == LIST_COMMA && (spent || parts_objects(s, none.to, r.to));
        size_t object = spent && !has_hole(r) && is_article(s, r.to) ? skip(s, r.to + 1u, CLASSES(NOUN, HEAD)) : 0;
        if (object && ends_phrase(s, object) && !is_figure(s, object))
            r = with_hole(r, r.to, r.to + 1u); /* 学会了|一首|曲子， */
        if (!ends_phrase(s, r.to) || listed) continue;
        size_t verb = r.to - 1 - is_one_of(tag_at(s, r.to - 1), ADVERB, PLACE); /* 更换|全县|4000部|电梯 */
        if (!spent || has_hole(r) || !is_one_of(tag_at(s, r.to), COUNT, SMALL_COUNT) ||
            !(is_one_of(tag_at(s, verb), VERB, VERBAL, PREPOSITION, LIGHT, REACH) || made_deed(s, verb)))
            break;
        r = with_hole(r, r.to, r.to + 1u); /* 用三年时间解决|750户|家庭的住房困难 */
    }
    bool money = figure_is(s, r.to, money_unit);               /* 连续三年投入|90亿元 */
    bool counts_next = money || (spent && is_figure(s, r.to)); /* 用三年时间走访了全镇|17个村 */
    r.from = (uint32_t)behind_whence(s, r.from, has_hole(r) ? r.hole : r.to);
    r = strip(s, r, TRAIT_DEED_HEAD, has_hole(r) || counts_next ? NAME_TAIL : 0);
    /* 历时一个月|完成摸底, but not 连续四年|实现进位 */
    bool completes = r.from < r.to && !(unit && unit->year) && s->tokens[r.from].tag == REACH;
    bool told = has_class(s, r, CLASSES(VERB, VERBAL, AWARD, RANK, LIGHT, REACH, GROW, FALL, IMPROVE, NONE)) ||
                (spent && made_deed(s, r.from));
    if (spent && completes && r.to == r.from + 1u && token_bytes(&s->tokens[r.from]) >= 2 * HAN) return r; /* 才|完成， */
    if (!told || content_bytes(s, r) < (completes || counts_next || spent ? SHORT_DEED : DEED)) return none;
    /* 参与图书馆学会主办的普查: who did it for whom goes. */
    size_t particle = last_of(s, r, CLASSES(OF));
    if (particle != SIZE_MAX && !has_hole(r) && content_bytes(s, range_of(particle + 1, r.to)) >= 4 * HAN)
        r = with_hole(r, r.from + 1u, particle + 1);
    r.from += r.to == r.from + 2u && s->tokens[r.from].tag == LIGHT && s->tokens[r.from + 1].tag == VERBAL; /* 进行|改造 */
    return r;
}

/* 通过多种渠道|实现再就业: how they did it goes. */
static struct range without_way(const struct sentence *s, struct range deed) {
    size_t verb = tag_at(s, deed.from) == PREPOSITION ? last_of(s, deed, CLASSES(VERB, AWARD, REACH, LIGHT)) : SIZE_MAX;
    bool   does = verb != SIZE_MAX && content_bytes(s, range_of(verb, deed.to)) >= 2 * HAN;
    return does ? range_of(verb, deed.to) : deed;
}

/* 860人|与企业签订协议: what those counted did with others; empty when no verb tells it. */
static slice done_with(const struct sentence *s, const struct candidate *c) {
    size_t       with = c->token + 1, end = phrase_end(s, with + 1);
    struct range deed = range_of(with, end);
    bool         told = is_one_of(tag_at(s, with + 1), NOUN, HEAD) && has_class(s, deed, CLASSES(VERB)) && !is_figure(s, end);
    told &= is_one_of(tag_at(s, end), COMMA, STOP) && !has_class(s, deed, CLASSES(OF, LIST_COMMA));
    bool alone = is_one_of(tag_before(s, c->token), COMMA, STOP, ADVERB, AMONG, DONE);
    return told && alone && content_bytes(s, deed) <= 12 * HAN ? sentence_text(s, with, end) : SLICE_NONE;
}

slice deed_of(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    bool                   people = people_unit(c), share = s->tokens[c->token].tag == PERCENT;
    if (!(share ? c->kind == KIND_SHARE : people && c->kind == KIND_LEVEL)) return SLICE_NONE;
    size_t does = c->token + 1 + (share && tag_at(s, c->token + 1) == DONE);              /* 其中八成|已纳入管理 */
    if (share && tag_before(s, c->token) == AMONG) does = skip(s, does, CLASSES(ADVERB)); /* 其中九成|按时|办结 */
    bool attains = !share && tag_at(s, does) == REACH;                                    /* 58户|实现户厕改造 */
    if (people && tag_at(s, does) == AND) return done_with(s, c);
    if (!attains && !is_one_of(tag_at(s, does), VERB, LIGHT, VERBAL, AWARD, PREPOSITION)) return SLICE_NONE;
    struct range deed = deed_behind(s, c);
    if (deed.from == deed.to) return SLICE_NONE;
    const struct candidate *whole = share || !n->previous ? n->previous : antecedent(n, c, SAME_UNIT);
    bool                    of = whole && whole->kind == KIND_LEVEL && counts(whole) && (share || same_unit(whole, c));
    of |= share && whole && whole->kind == KIND_GROWTH && is_one_of(tag_at(s, whole->token + 1), COMMA, LIST_COMMA) &&
          c->token <= whole->token + 3u &&
          !lexicon_ending(s->lexicon, whole->metric, EDGE_RATE); /* 限制条目减少一半，95%以上|实行备案管理 */
    if (of && !share && s->tokens[c->token - 1].tag != AMONG && is_one_of(tag_at(s, whole->token + 1), AWARD, PREPOSITION))
        of = false; /* 3人|被评为劳模，12人|获奖: others */
    return joined(of ? whole->metric : SLICE_NONE, name_of(s, without_way(s, deed), n->arena), n->arena);
}

/* Is token `i`, which alone stands before a figure in its clause, a verb, or a word of two characters for nobody: 引导? */
static bool leads_them(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag == VERB) return true;
    bool alone = is_one_of(tag_before(s, i), COMMA, STOP, COLON, ADVERB, DATE, LIST_MARK);
    return alone && s->tokens[i].tag == NOUN && token_bytes(&s->tokens[i]) == 2 * HAN &&
           !token_ends_in(s, i, ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER, EDGE_PLACE));
}

slice sent_to_do(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, lead = skip_back(s, k, CLASSES(QUALIFIER)), where = k + 2;
    if (lead == 0 || !leads_them(s, lead - 1)) return SLICE_NONE; /* most */
    if (!is_one_of(tag_at(s, k + 1), PREPOSITION, TO, REACH)) return SLICE_NONE;
    size_t end = phrase_end(s, k + 1), does = end;
    while (where < end && is_one_of(s->tokens[where].tag, NOUN, HEAD, PLACE, LEVEL)) where++;
    while (does > k + 2u && is_one_of(s->tokens[does - 1].tag, VERB, VERBAL, IMPROVE)) does--;
    if (where < end && s->tokens[where].tag == ADVERB) does = where; /* 在县城|就近|城镇化 */
    size_t told = content_bytes(s, range_of(does, end));
    bool   clause = is_one_of(tag_at(s, end), COMMA, STOP) && !has_class(s, range_of(k, end), CLASSES(OF));
    return clause && told >= 2 * HAN && told <= 6 * HAN ? joined(token_text(s, lead - 1), sentence_text(s, does, end), n->arena)
                                                        : SLICE_NONE;
}

/* 地震造成|甲乙两国|2万人死亡: do the words up to token `end`, behind what caused it, tell no more than where? */
static bool is_where_caused(const struct sentence *s, size_t end) {
    size_t from = skip_back(s, end, CLASSES(NOUN, PLACE, SET_PHRASE, LIST_COMMA, AND));
    if (from == end || !note_at(s, from - 1, NOTE_CAUSES)) return false; /* most */
    return !token_ending(s, end - 1, EDGE_PERSON);
}

slice deed_there(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!people_unit(c) || before.from == before.to) return SLICE_NONE; /* most */
    size_t end = skip_back(s, c->token, CLASSES(REACH, ADVERB, BOTH, DONE));
    bool   there = end == before.from + 1u && is_place(s, before.from);
    if (!there && !is_where_caused(s, end)) return SLICE_NONE;
    size_t does = skip(s, c->token + 1, CLASSES(ADVERB, DONE, BOTH));
    if (!is_one_of(tag_at(s, does), VERB, LIGHT, VERBAL, AWARD)) return SLICE_NONE;
    return name_of(s, without_way(s, deed_behind(s, c)), n->arena);
}

slice gained_there(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (!people_unit(c) || c->kind != KIND_LEVEL || !in_classes(GROW, s->classes)) return SLICE_NONE; /* most */
    size_t first = c->token, gain = c->token + 1u;
    while (figure_is(s, gain, person_unit)) gain++;
    if (tag_at(s, gain) != GROW || !note_at(s, gain, NOTE_OBJECT) || !ends_phrase(s, gain + 1)) return SLICE_NONE;
    while (figure_is(s, first - 1, home_unit)) first--;
    size_t verb = verb_before(s, first);
    return verb == SIZE_MAX ? SLICE_NONE : joined(token_text(s, verb), token_text(s, gain), n->arena);
}

/* 3家|被要求整改, where 30台|被扣押 is a deed like any other: is what was done to things, from token `i` on, no known verb? */
static bool is_told_apart(const struct sentence *s, size_t i) {
    return tag_at(s, i) == PREPOSITION && is_one_of(tag_at(s, i + 1), NOUN, VERBAL);
}

/* 7人|从废墟中被成功救出: what was done to those counted, behind where they were; empty when no 被 tells so. */
static slice freed_from(const struct sentence *s, size_t from, struct arena *arena) {
    size_t by = skip(s, from + 1, CLASSES(NOUN, HEAD)), end = phrase_end(s, by);
    bool   freed = by > from + 1 && by < end && is_passive(s, by) && !is_figure(s, end);
    return freed ? name_of(s, strip(s, range_of(by, end), NAME_HEAD, NAME_TAIL), arena) : SLICE_NONE;
}

slice undergone(const struct naming *n, const struct candidate *c) {
    enum { LONGEST = 12 * HAN };
    const struct sentence *s = n->s;
    size_t                 passive = c->token + 1u, end = passive;
    if (person_unit(c) && tag_at(s, passive) == FROM) return freed_from(s, passive, n->arena);
    if (!counts(c) || !is_one_of(tag_at(s, end), NOUN, PREPOSITION)) return SLICE_NONE; /* most */
    bool caused = token_opening(s, passive, EDGE_CAUSE), persons = person_unit(c);
    if (!caused && !is_passive(s, passive)) return SLICE_NONE;
    end = next_of(s, end, CLASSES(COMMA, STOP, COLON, FIGURES));
    while (caused && passive < end && !is_passive(s, passive)) passive++;
    bool         listed = persons && has_class(s, range_of(passive, end), CLASSES(LIST_COMMA));
    bool         put = persons && tag_at(s, passive + 1) == PREPOSITION; /* 2人|被|安置在|帐篷 */
    struct range deed = range_of(passive, end);
    if (!persons) listed = is_told_apart(s, passive);
    if (passive == end || is_figure(s, end) || !(caused || listed || put) || content_bytes(s, deed) > LONGEST)
        return SLICE_NONE;
    if (put) return sentence_text(s, passive, end);
    slice                   did = sentence_text(s, passive, end);
    const struct candidate *all = persons || !n->previous ? NULL : antecedent(n, c, SAME_UNIT);
    bool                    of = all && same_unit(all, c);
    return of ? joined(object_of(s, all->metric), did, n->arena) : persons ? name_of(s, deed, n->arena) : did;
}

slice said_behind(const struct sentence *s, const struct candidate *c) {
    size_t       says = c->token + 1, end = phrase_end(s, says);
    struct range deed = range_of(says, end);
    bool         told = !is_figure(s, end) && !has_class(s, deed, CLASSES(SHARE, THAN, OF));
    return told && content_bytes(s, deed) >= 2 * HAN && content_bytes(s, deed) <= 10 * HAN ? sentence_text(s, says, end)
                                                                                           : SLICE_NONE;
}

slice opinion_told(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t who = c->token + 1u + (tag_at(s, c->token + 1) == OF), says = skip(s, who, CLASSES(NOUN, HEAD, LEVEL));
    if (says > who + 1u && token_is(s, says - 1u, EDGE_OPINES)) says--;                        /* 居民|反映 */
    if (says == who || says >= s->count || !token_is(s, says, EDGE_OPINES)) return SLICE_NONE; /* most */
    size_t comma = says + 1u;
    if (tag_at(s, comma) == PREPOSITION) comma = skip(s, comma + 1u, CLASSES(NOUN, HEAD, VERBAL, PLACE, WITHIN));
    if (tag_at(s, comma) != COMMA) return SLICE_NONE;
    size_t end = next_of(s, comma + 1u, CLASSES(COMMA, STOP));
    if (tag_at(s, comma + 1u) == PREPOSITION && tag_at(s, end) == COMMA) { /* 表示，在孩子升学方面，|最关心的是师资 */
        comma = end;
        end = next_of(s, comma + 1u, CLASSES(COMMA, STOP));
    }
    if (has_class(s, range_of(comma, end), CLASSES(FIGURES))) return SLICE_NONE;
    struct range what = strip(s, range_of(comma + 1u, end), NAME_HEAD, 0);
    return content_bytes(s, what) >= 2 * HAN
               ? joined(name_of(s, range_of(who, says + 1u), n->arena), name_of(s, what, n->arena), n->arena)
               : SLICE_NONE;
}

slice answered(const struct naming *n, const struct candidate *c, bool known) {
    const struct sentence *s = n->s;
    size_t                 open = skip_back(s, c->token, CLASSES(ADVERB, REACH, ONLY)), says = c->token + 1;
    bool                   next = n->previous && n->previous->kind == KIND_SHARE;
    next = next && open > 0 &&
           (s->tokens[open - 1].tag == COMMA ||
            (s->tokens[open - 1].tag == LIST_COMMA && n->previous->named_by == NAMED_BY_BEHIND));
    if (!(next || known) || !is_one_of(tag_at(s, says), ADVERB, REACH, AIM, NONE, DONE, ONLY, FROM, PREPOSITION, AND) ||
        note_at(s, says, NOTE_IS) || is_adjective(s, says))
        return SLICE_NONE;
    return said_behind(s, c);
}
