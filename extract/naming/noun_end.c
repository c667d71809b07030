/* 72岁的村民刘桂英|握着处方: behind an age stands a person, whose name has a surname and two characters.
 * 200余名采茶工|穿梭在茶垄间, 20台联合收割机|往来作业: behind a count of persons, machines or buildings stands their noun,
 * which ends as such nouns do (员, 工, 代表; 机, 车), and what is told of them; verbs that no table knows would stay in the
 * name. 卫生 and 施工 end so and are no persons, 车间 is no car (rules/words.tsv: lookalike). */
#include "extract/naming/noun_end.h"

#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/described.h"
#include "extract/naming/rank.h"

#include "extract/base/banned.h"

enum { LONGEST_ENDING = 4 * HAN, TOLD = 2 * HAN }; /* bytes; what is told has two characters at least */

static size_t next_place(slice text, size_t at) { return at + utf8_size((unsigned char)text.ptr[at]); }

/* Does such a noun end at byte `end`: 采茶工|穿梭, not 卫生|保洁 or 粮食生|产能手, nor 村 of 村民|活动中心? */
static bool ends_at(const struct lexicon *x, slice text, size_t end, enum edge edge) {
    slice              until = slice_sub(text, 0, end);
    const struct word *ends = lexicon_ending(x, until, edge), *other = ends ? lexicon_ending(x, until, EDGE_LOOKALIKE) : NULL;
    if (!ends || (other && other->text.len >= ends->text.len)) return false; /* 运动员|劈波斩浪 */
    if (end == text.len) return true;
    slice              next = slice_sub(text, 0, next_place(text, end));
    const struct word *person = edge == EDGE_PERSON ? NULL : lexicon_ending(x, next, EDGE_PERSON);
    return !lexicon_ending(x, next, EDGE_LOOKALIKE) && !(person && person->text.len > HAN);
}

/* 党员|干部|下沉一线, 农民|演员|登台: such nouns behind each other are one. */
static size_t goes_on(const struct lexicon *x, slice text, size_t end, enum edge edge) {
    for (size_t at = end; at < text.len && at <= end + LONGEST_ENDING;) {
        at = next_place(text, at);
        const struct word *more = lexicon_ending(x, slice_sub(text, 0, at), edge);
        if (more && at <= end + (more->text.len > HAN ? more->text.len : 3 * HAN) && ends_at(x, text, at, edge)) end = at;
    }
    return end;
}

/* 楼|里住: a noun of one character, in which something stands. */
static bool goes_on_within(const struct lexicon *x, slice text, size_t end) {
    return end < text.len && lexicon_ending(x, slice_sub(text, end, next_place(text, end)), EDGE_WHERE);
}

size_t noun_end(const struct lexicon *x, slice text, enum edge edge) {
    if (ends_at(x, text, text.len, edge)) return text.len;
    for (size_t end = 0; end < text.len;) {
        end = next_place(text, end);
        if ((end < 2 * HAN && !goes_on_within(x, text, end)) || !ends_at(x, text, end, edge)) continue;
        end = goes_on(x, text, end, edge);
        return text.len - end >= TOLD ? end : text.len;
    }
    return text.len;
}

/* 快递员|小马: bytes of what one is called by the surname with, which opens at byte `at`; 0 when none does. */
static size_t called_end(const struct lexicon *x, slice text, size_t at) {
    const struct word *called = lexicon_opening(x, slice_from(text, at), EDGE_CALLED);
    size_t             end = at + (called ? called->text.len : 0);
    const struct word *surname = called ? lexicon_opening(x, slice_from(text, end), EDGE_SURNAME) : NULL;
    return surname ? end + surname->text.len : 0;
}

/* Where a name stands that opens at byte `at`: its surname and two characters, or 陈|老先生; 0 when none opens there. */
static size_t name_end(const struct lexicon *x, slice text, size_t at) {
    const struct word *surname = lexicon_opening(x, slice_from(text, at), EDGE_SURNAME);
    size_t             end = at + (surname ? surname->text.len : 0);
    const struct word *who = surname ? lexicon_opening(x, slice_from(text, end), EDGE_PERSON) : NULL;
    if (who && who->text.len == 3 * HAN) return end + who->text.len;
    for (int given = 0; given < 2 && end > at && end < text.len; given++) end = next_place(text, end);
    return end > at ? end : 0;
}

/* 用人|单位, 安居工|程住房: what ends there is no word for a person, or goes on as none. */
static bool no_person(const struct lexicon *x, slice text, size_t end) {
    return lexicon_ending(x, slice_sub(text, 0, end), EDGE_LOOKALIKE) ||
           lexicon_ending(x, slice_sub(text, 0, next_place(text, end)), EDGE_LOOKALIKE);
}

bool person_named(const struct lexicon *x, slice text) {
    size_t name = text.len; /* that of one or two characters behind the surname, or three */
    for (int n = 0; n < 3 && name > 0; n++) {
        name -= utf8_size_before(text, name);
        if (!n || !lexicon_ending(x, slice_sub(text, 0, name), EDGE_PERSON)) continue;
        if (name_end(x, text, name) != text.len && called_end(x, text, name) != text.len) continue; /* 种植户|老冯 */
        if (!no_person(x, text, name)) return true;
    }
    return false;
}

bool person_called(const struct lexicon *x, slice text) {
    if (text.len < 2 * HAN || text.len > 4 * HAN) return false; /* most */
    if (called_end(x, text, 0) == text.len) return true;
    const struct word *surname = lexicon_opening(x, text, EDGE_SURNAME);
    const struct word *who = surname ? lexicon_ending(x, text, EDGE_PERSON) : NULL;
    return who && who->text.len >= 2 * HAN && surname->text.len + who->text.len == text.len;
}

/* 榨油师|傅|方友根, 工|程师|李世平: the word for the person is longer by a character, or by two of a word that holds both. */
static bool person_goes_on(const struct lexicon *x, slice text, size_t at) {
    size_t next = next_place(text, at);
    if (lexicon_ending(x, slice_sub(text, 0, next), EDGE_PERSON)) return true;
    const struct word *longer =
        next < text.len ? lexicon_ending(x, slice_sub(text, 0, next_place(text, next)), EDGE_PERSON) : NULL;
    return longer && longer->text.len >= 3 * HAN;
}

/* 林业工|人, not 林大山: the text opens with a surname, and a character or two behind byte `end` with a word for a person. */
static bool opens_with_person(const struct lexicon *x, slice text, size_t end) {
    if (end && lexicon_ending(x, slice_sub(text, 0, end), EDGE_PERSON)) return true; /* 程序员|沈逸 */
    for (size_t more = end; more < text.len && more < end + 2 * HAN;) {
        more = next_place(text, more);
        if (lexicon_ending(x, slice_sub(text, 0, more), EDGE_PERSON)) return true;
    }
    return false;
}

/* Bytes of `text`, the words behind an age, that are the person: 村民刘桂英|握; where no name stands there, as noun_end. */
static size_t person_end(const struct lexicon *x, slice text) {
    for (size_t at = 0; at < text.len; at = next_place(text, at)) {
        bool   opens = at == 0 || lexicon_ending(x, slice_sub(text, 0, at), EDGE_PERSON);
        size_t called = opens && at ? called_end(x, text, at) : 0, end = opens ? name_end(x, text, at) : 0;
        if (called) return called;
        bool other = at > 0 ? person_goes_on(x, text, at) : opens_with_person(x, text, end);
        if (end && !other) return end;
    }
    return noun_end(x, text, EDGE_PERSON); /* 儿子|刚入园 */
}

/* Do persons, machines or those whose state is told stand there? */
static bool ends_those(const struct lexicon *x, slice who) {
    return lexicon_ends_in(x, who, ONE_OF_EDGES(EDGE_PERSON, EDGE_ITEM, EDGE_STATED));
}

slice without_parting(const struct lexicon *x, slice name, char next) {
    slice who = is_one_of(next, COUNT, SMALL_COUNT) ? without_ending(x, name, EDGE_PARTED, 2 * HAN) : name;
    return who.len < name.len && ends_those(x, who) ? who : name;
}

slice without_hanging(const struct lexicon *x, slice name, char next) {
    name = without_parting(x, name, next);
    bool  does = is_one_of(next, VERB, VERBAL, LIGHT, REACH, PREPOSITION, FROM, ADVERB, COUNT, SMALL_COUNT);
    slice who = does ? without_ending(x, name, EDGE_HANGS, 0) : name;
    if (who.len == name.len) return name; /* most; 人才 */
    return ends_those(x, who) && !lexicon_ending(x, name, EDGE_PERSON) ? who : name;
}

/* 阿依古丽|坐在织机前, 献血车停|在: bytes of the one character that tells how somebody or something is somewhere; 0 when none
 * does. */
static size_t stands_somewhere(const struct sentence *s, slice name, size_t next) {
    bool at = tag_at(s, next) == PREPOSITION && has_note(&s->tokens[next], NOTE_AT);
    return at ? name.len - without_ending(s->lexicon, name, EDGE_STANDS, 2 * HAN).len : 0;
}

slice thing_alone(const struct sentence *s, slice name, size_t next) {
    size_t stands = stands_somewhere(s, name, next);
    if (stands) return slice_less(name, stands);
    for (size_t at = 2 * HAN; at + 2 * HAN <= name.len; at = next_place(name, at))
        if (lexicon_opening(s->lexicon, slice_from(name, at), EDGE_MOVES)) return slice_sub(name, 0, at);
    return name;
}

size_t verb_made(const struct sentence *s, struct range noun) {
    const struct token *last = &s->tokens[noun.to - 1];
    if (last->word || last->tag != NOUN || !makes_verb(s, noun.to)) return 0; /* most */
    bool alone = is_one_character(last) && noun.to > noun.from + 1u && last[-1].word && token_bytes(&last[-1]) >= 2 * HAN;
    if (token_bytes(last) < 2 * HAN) return alone ? token_bytes(last) : 0; /* 36家企业|举|着牌子 */
    bool place = lexicon_ending(s->lexicon, slice_sub(token_text(s, noun.to - 1u), 0, HAN), EDGE_PLACE);
    bool apart = noun.to > noun.from + 1u && last[-1].word;                           /* 28个地区|构建|了平台 */
    if (token_bytes(last) == 2 * HAN && !place) return apart ? token_bytes(last) : 0; /* 17个村|换|了新颜 */
    return utf8_size_before(sentence_text(s, noun.from, noun.to), last->end - s->tokens[noun.from].start);
}

/* ---- the noun of a figure ---- */

/* 来自各地的|42支队伍、1100余名运动员: where the list of counted nouns opens that token `k` stands in. */
static size_t opens_list(const struct sentence *s, size_t k) {
    for (;;) {
        size_t noun = is_one_of(tag_before(s, k), LIST_COMMA, AND) ? k - 1 : k;
        size_t from = skip_back(s, noun, CLASSES(NOUN, HEAD));
        if (noun == k || from == noun || from == 0 || !is_figure(s, from - 1)) return k;
        k = from - 1;
    }
}

/* 为15名干部|澄清正名: what was done for persons tells the figure apart; 组织65名民警|开展行动 does not. */
static bool told_by_deed(const struct sentence *s, const struct candidate *c, struct range alone) {
    size_t k = c->token, verb = verb_before(s, k);
    if (verb != SIZE_MAX) return !has_note(&s->tokens[verb], NOTE_SENDS);
    k = skip_back(s, opens_list(s, k), CLASSES(ADVERB, DONE, PLACE, DATE, BOTH, QUALIFIER));
    bool given = k > 0 && (is_one_of(s->tokens[k - 1].tag, LIGHT, PREPOSITION, AND, LIST_COMMA, AIM, PLAN, GROW_TO) ||
                           has_note(&s->tokens[k - 1], NOTE_FOR | NOTE_CAUSES));
    const struct token *last = &s->tokens[alone.to - 1];
    bool                compound = is_one_of(last->tag, VERB, VERBAL, IMPROVE, GROW, FALL) ||
                    has_note(last, NOTE_THING | NOTE_GAINS); /* 8座水库除险加固|工程 */
    return given || compound;
}

/* 120户农户|入住新居, not 300户村民|靠山泉水过日子: does a known verb start behind the first `bytes` bytes of the range? */
static bool verb_starts(const struct sentence *s, struct range r, size_t bytes) {
    size_t at = s->tokens[r.from].start + bytes, i = token_over(s, r.from, at);
    return i < r.to && s->tokens[i].start == at && is_one_of(s->tokens[i].tag, VERB, LIGHT, AWARD, VERBAL);
}

/* 130多位老人理|了发, 2300名学生来|这里: bytes of the one character behind the persons that 了 or a place makes a verb. */
static size_t told_in_one(const struct sentence *s, slice noun, size_t next) {
    size_t verb = utf8_size_before(noun, noun.len), end = noun.len - verb;
    bool   made = is_one_of(tag_at(s, next), ADVERB, PLACE) && noun.len > 2 * HAN;
    if (!made || lexicon_ending(s->lexicon, noun, EDGE_PERSON)) return 0;
    if (lexicon_ending(s->lexicon, noun, EDGE_LOOKALIKE)) return 0; /* 贫困人口|全部脱贫 */
    return lexicon_ending(s->lexicon, slice_sub(noun, 0, end), EDGE_PERSON) ? verb : 0;
}

/* 15个孩子正跟|着志愿者, 12家商户跟|着降价: bytes of the one or two characters that tell of persons and 着 makes a verb. */
static size_t told_of_persons(const struct sentence *s, slice name, size_t next) {
    bool made = tag_at(s, next) == ADVERB && is_one_character(&s->tokens[next]);
    for (size_t told = 0; made && told < 2 * HAN && told + 3 * HAN <= name.len;) {
        told += utf8_size_before(name, name.len - told);
        const struct word *who = lexicon_ending(s->lexicon, slice_less(name, told), EDGE_PERSON);
        if (who && who->text.len > HAN) return told; /* 学生|社团也 is no person */
    }
    return 0;
}

size_t places_end(const struct lexicon *x, slice text, bool places) {
    size_t whose = text.len;
    for (size_t end = 0; end + 2 * HAN < text.len;) {
        end = next_place(text, end);
        slice who = slice_sub(text, 0, end), more = slice_from(text, end);
        if (slice_starts(more, SLICE_LIT("）"))) continue; /* 县（市|）综合竞争力 */
        size_t close = slice_ends(who, SLICE_LIT("）")) ? strlen("）") : 0;
        bool   body = end >= 2 * HAN && lexicon_ending(x, who, EDGE_DOER);
        if (body || (places && lexicon_ending(x, slice_sub(who, 0, end - close), EDGE_PLACE))) whose = end;
    }
    return whose;
}

/* Does a known word go on over byte `at` of the sentence, 市|场, or is that which ends there a deed, 上市? */
static bool inside_word(const struct sentence *s, size_t from, size_t at) {
    size_t i = token_over(s, from, at), last = token_over(s, from, at - 1);
    if (i < s->count && s->tokens[i].word && s->tokens[i].start < at) return true;
    return last < s->count && s->tokens[last].word && is_one_of(s->tokens[last].tag, VERB, VERBAL);
}

/* Does a measure of those counted, which the noun runs into, come to so much, or move by it: 平均|浓度|下降7.3%,
 * 收入|比上年增加3亿元? What is no count says so, unless a thing is counted: 18个城市建设项目|投资3亿元. */
static bool is_measured(const struct sentence *s, struct range noun) {
    size_t              i = skip(s, noun.to, CLASSES(BOTH, HEAD, VERB, VERBAL)), told = i;
    const struct token *rate = &s->tokens[noun.to - 1];            /* 7个县（市、区）财政|自给率|不足30% */
    size_t              share = skip(s, i, CLASSES(ONLY, ADVERB)); /* 养老机构入住率|仅43% */
    if (tag_at(s, share) == PERCENT && i == noun.to && rate->tag == NOUN && token_bytes(rate) > HAN)
        return token_ending(s, noun.to - 1, EDGE_RATE) != NULL;
    i = skip(s, i,
             CLASSES(BOTH, ADVERB, ONLY, ON_YEAR, ON_PERIOD, ON_START, THAN, DATE, RESPECTIVELY, REACH, QUALIFIER, FROM, GROW,
                     FALL, IMPROVE, GROW_TO, FALL_TO, TO));
    bool amount = is_figure(s, i) && tag_at(s, i) != ORDINAL && !bare_or_counts(figure_at(s, i));
    if (i == noun.to || !(amount || is_one_of(tag_at(s, i), PERCENT, POINTS, MULTIPLE))) return false; /* most */
    const struct token *last = &s->tokens[told - 1];
    return !has_note(&s->tokens[noun.to - 1], NOTE_THING) || last->tag == HEAD;
}

/* 7家制冰厂|日制冰能力达到3000吨: bytes of those before what each does a day, which is measured; all of it when nothing is. */
static size_t before_daily(const struct lexicon *x, slice name) {
    for (size_t at = 2 * HAN; at < name.len; at = next_place(name, at)) {
        const struct word *daily = lexicon_opening(x, slice_from(name, at), EDGE_DAILY);
        if (daily && !lexicon_ending(x, slice_sub(name, 0, at + daily->text.len), EDGE_LOOKALIKE)) return at;
    }
    return name.len;
}

/* 6个镇|垃圾处理率达到100%, 12个县级部门|预算执行率, 18个城市|细颗粒物平均浓度下降7%, 168个城市|空气质量排名中: bytes of the
 * name of those that have the rate, whose measure moved, or who are ranked by it; all of it when none is told. */
static size_t whose_rate(const struct sentence *s, const struct candidate *c, slice name, struct range noun) {
    bool ranked = tag_at(s, noun.to) == RANK && is_ranking_within(s, noun.to);
    if (!ranked && (!is_measured(s, noun) || (c->quantity.unit && c->quantity.unit->affair))) return name.len; /* most */
    const struct lexicon *x = s->lexicon;
    bool                  whole = lexicon_ends_in(x, name, ONE_OF_EDGES(EDGE_DOER, EDGE_STATED));
    if (whole && !ranked) return name.len; /* 12个乡镇卫生院|改造|投资3亿元 */
    size_t whose = places_end(s->lexicon, name, true), at = s->tokens[noun.from].start;
    if (whose == name.len && !ranked) whose = noun_end(s->lexicon, name, EDGE_STATED); /* 23家规上企业|用电量 */
    if (whose == name.len && !ranked) whose = before_daily(x, name);
    bool within = !ranked && inside_word(s, noun.from, at + whose);
    within |= whose < name.len && lexicon_ending(x, slice_sub(name, 0, next_place(name, whose)), EDGE_LOOKALIKE);
    return within ? name.len : whose; /* 县|级以上水源地, 上市|公司, 县|域医共体 */
}

/* 34个县直单位|工作进展情况, 11家单位|内控制度|未|建立: bytes of the name of those whose state is looked at, or who have not
 * done something, which are counted; all of it when neither is told. */
static size_t whose_state(const struct sentence *s, const struct candidate *c, slice name, size_t next) {
    const struct lexicon *x = s->lexicon;
    bool                  undone = tag_at(s, next) == NONE && counts(c);
    size_t                least = undone ? 2 * HAN : 4 * HAN;
    if (!undone && !lexicon_ending(x, name, EDGE_STATE)) return name.len; /* most */
    for (size_t end = next_place(name, 0); end + least <= name.len; end = next_place(name, end))
        if (ends_at(x, name, end, EDGE_STATED)) return end;
    return name.len;
}

/* 龙灯队|把元宵夜装点得热热闹闹, 村民|看得津津有味: bytes of those of whom 得 tells how they do something; 0 when it does not.
 */
static size_t before_degree(const struct sentence *s, struct range noun) {
    size_t of = tag_at(s, noun.to) == OF ? noun.to : last_of(s, noun, CLASSES(OF)), does = of;
    if (of == SIZE_MAX || of == noun.from || !has_note(&s->tokens[of], NOTE_MANNER)) return 0; /* most */
    while (does > noun.from && s->tokens[does].tag != PREPOSITION) does--;
    if (does > noun.from) return s->tokens[does].start - s->tokens[noun.from].start;
    const struct token *verb = &s->tokens[of - 1];
    size_t bytes = verb->tag == VERB ? token_bytes(verb) : utf8_size_before(token_text(s, of - 1u), token_bytes(verb));
    return verb->end - bytes - s->tokens[noun.from].start;
}

/* 为7名|被害人|申请司法|救助金11.5万元: bytes of those for whom so much is told behind the noun; all of it when nothing is. */
static size_t before_gift(const struct sentence *s, const struct candidate *c, struct range noun, slice name) {
    bool given = c->token > 0 && has_note(&s->tokens[c->token - 1], NOTE_FOR) && noun_edge(c) == EDGE_PERSON;
    bool told = given && tag_at(s, noun.to) == HEAD && is_figure(s, noun.to + 1);
    return told ? noun_end(s->lexicon, name, EDGE_PERSON) : name.len;
}

/* 列车|因大雾晚点: bytes of those counted before what tells why something befell them, and not 风险因素; all of it when nothing
 * does. */
static size_t before_why(const struct lexicon *x, slice name) {
    for (size_t at = next_place(name, 0); at + 2 * HAN < name.len; at = next_place(name, at)) {
        const struct word *why = lexicon_opening(x, slice_from(name, at), EDGE_WHY);
        size_t             end = at + (why ? why->text.len : 0);
        if (why && !lexicon_ending(x, slice_sub(name, 0, end), EDGE_LOOKALIKE) &&
            !lexicon_ending(x, slice_sub(name, 0, next_place(name, end)), EDGE_LOOKALIKE))
            return at;
    }
    return name.len;
}

/* What befell those of whom `why` is told, up to where their clause ends: 列车因大雾|晚点, 台区因塌方正在|抢修, 企业因超标排放
 * |被处罚; empty where more stands there. */
static slice befallen(const struct sentence *s, struct range noun, slice why) {
    size_t end = phrase_end(s, noun.to);
    if (is_figure(s, end)) return SLICE_NONE;
    for (size_t i = noun.to; i < end; i++)
        if (is_passive(s, i)) return sentence_text(s, i, end);
    size_t did = end;
    while (did > noun.from && is_one_of(s->tokens[did - 1].tag, VERB, VERBAL, LIGHT)) did--;
    if (has_class(s, range_of(did, end), CLASSES(VERB, VERBAL))) return sentence_text(s, did, end);
    return end == noun.to && why.len >= 5 * HAN ? slice_from(why, why.len - 2 * HAN) : SLICE_NONE;
}

/* 拎着3个|大包|说。: bytes of the noun before what says only that somebody speaks; all of it when it does not end so. */
static size_t before_speaking(const struct sentence *s, slice name, size_t next) {
    bool says = is_one_of(tag_at(s, next), STOP, COLON, COMMA);
    return says ? without_ending(s->lexicon, name, EDGE_SAYS, 2 * HAN).len : name.len;
}

/* The counted noun without what unknown words tell of it: 采茶工|穿梭在茶垄间; 据12个县|统计|， counts those who were asked. */
slice noun_of(const struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence *s = n->s;
    slice                  whole = name_of(s, noun, n->arena), name = slice_sub(whole, 0, whose_state(s, c, whole, noun.to));
    const struct word     *asked = cites_source(s, noun.to) ? lexicon_ending(s->lexicon, whole, EDGE_LEARNT) : NULL;
    if (asked && asked->text.len < whole.len) return slice_less(whole, asked->text.len);
    size_t who = counts(c) ? before_why(s->lexicon, whole) : whole.len, says = before_speaking(s, whole, noun.to);
    if (who < whole.len)
        return joined(slice_sub(whole, 0, who), people_unit(c) ? SLICE_NONE : befallen(s, noun, slice_from(whole, who)),
                      n->arena);
    if (says < whole.len) return slice_sub(whole, 0, says);
    enum edge edge = noun_edge(c);
    bool      aged = s->tokens[c->token].tag == AGE;
    size_t    degree = aged ? 0 : before_degree(s, noun); /* 9岁的李梓轩|高兴得跳起来 */
    if (degree >= 2 * HAN && degree < name.len) return slice_sub(name, 0, degree);
    if (name.len < whole.len) return name;
    if (aged) {
        size_t with = last_of(s, noun, CLASSES(AND));
        if (with != SIZE_MAX && with > noun.from) return name_of(s, range_of(noun.from, with), n->arena); /* 周大爷|与承租人 */
        size_t end = person_end(s->lexicon, name), stands = stands_somewhere(s, name, noun.to);
        if (end == name.len && stands) return slice_sub(name, 0, end - stands);
        return slice_sub(name, 0, end - (end == name.len ? told_in_one(s, name, noun.to) : 0)); /* 76岁的师傅修|了表 */
    }
    if (edge == EDGE_NONE) {
        size_t told = told_of_persons(s, name, noun.to);
        return slice_sub(name, 0, whose_rate(s, c, name, noun) - (told ? told : verb_made(s, noun)));
    }
    struct range alone = noun_alone(s, c);
    size_t       one = edge == EDGE_PERSON ? told_in_one(s, name, noun.to) : 0;
    if (one) return slice_less(name, one);
    if (told_by_deed(s, c, alone)) return slice_sub(name, 0, before_gift(s, c, noun, name));
    whole = name_of(s, alone, n->arena);
    size_t mark = last_of(s, alone, CLASSES(AND, LIST_COMMA, OF)); /* 民警和|辅警, 学生的|学杂费 */
    slice  last = mark == SIZE_MAX ? whole : name_of(s, range_of(mark + 1, alone.to), n->arena);
    size_t stands = edge == EDGE_PERSON ? stands_somewhere(s, last, alone.to) : 0; /* 42名学员|围|在灶台前 */
    size_t told = stands ? stands : last.len - noun_end(s->lexicon, last, edge);
    if (!told || (told == 2 * HAN && ends_phrase(s, alone.to) && !is_figure(s, alone.to)))
        return name; /* 11名驴友被困, not 300名选手|争夺12个席位 */
    whole.len -= told;
    return c->quantity.unit->homes && verb_starts(s, noun, whole.len) ? name : whole;
}
