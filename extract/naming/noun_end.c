/* What unknown words tell of a counted noun would stay in its name: 采茶工|穿梭在茶垄间, 电杆|往山上挪, 列车|因大雾晚点,
 * 6个镇|垃圾处理率. Each way tells where the noun ends; most ask how nouns end (ending.c), and which verb stands before or
 * behind. */
#include "extract/naming/noun_end.h"

#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/described.h"
#include "extract/naming/ending.h"
#include "extract/naming/rank.h"

#include "extract/base/banned.h"

/* 阿依古丽|坐在织机前, 献血车停|在: bytes of the one character that tells how somebody or something is somewhere; 0 when none
 * does. */
static size_t stands_somewhere(const struct sentence *s, slice name, size_t next) {
    bool at = tag_at(s, next) == PREPOSITION && note_at(s, next, NOTE_AT);
    return at ? name.len - without_ending(s->lexicon, name, EDGE_STANDS, 2 * HAN).len : 0;
}

slice thing_alone(const struct sentence *s, slice name, size_t next) {
    size_t stands = stands_somewhere(s, name, next);
    if (stands) return slice_less(name, stands);
    size_t at = 2 * HAN;
    bool   moves = lexicon_within(s->lexicon, name, EDGE_MOVES, &at);
    return moves && at + 2 * HAN <= name.len ? slice_sub(name, 0, at) : name;
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
        if (noun == k || from == noun || !is_figure(s, from - 1)) return k;
        k = from - 1;
    }
}

/* 为15名干部|澄清正名: what was done for persons tells the figure apart, where all of it stands there, not
 * 为62名员工|讲解|了用法, 为260名村民|量血压、测血糖; 组织65名民警|开展行动 does not. */
static bool told_by_deed(const struct sentence *s, const struct candidate *c, struct range alone) {
    size_t k = c->token, verb = verb_before(s, k);
    if (verb != SIZE_MAX) return !note_at(s, verb, NOTE_SENDS);
    k = skip_back(s, opens_list(s, k), CLASSES(ADVERB, DONE, PLACE, DATE, BOTH, QUALIFIER));
    bool given = k > 0 && (is_one_of(s->tokens[k - 1].tag, LIGHT, PREPOSITION, AND, LIST_COMMA, AIM, PLAN, GROW_TO) ||
                           note_at(s, k - 1, NOTE_FOR | NOTE_CAUSES));
    bool listed = tag_at(s, alone.to) == LIST_COMMA && note_at(s, k - 1, NOTE_FOR);
    if (listed || makes_verb(s, alone.to)) given = false;
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

/* Does a measure of those counted, which the noun runs into, come to so much, or move by it: 平均|浓度|下降7.3%,
 * 收入|比上年增加3亿元? What is no count says so, unless a thing is counted: 18个城市建设项目|投资3亿元. */
static bool is_measured(const struct sentence *s, struct range noun) {
    size_t              i = skip(s, noun.to, CLASSES(BOTH, HEAD, VERB, VERBAL)), told = i;
    const struct token *rate = &s->tokens[noun.to - 1];            /* 7个县（市、区）财政|自给率|不足30% */
    size_t              share = skip(s, i, CLASSES(ONLY, ADVERB)); /* 养老机构入住率|仅43% */
    if (tag_at(s, share) == PERCENT && i == noun.to && rate->tag == NOUN && token_bytes(rate) > HAN)
        return token_ending(s, noun.to - 1, EDGE_RATE) != NULL;
    i = skip(s, i,
             CLASSES(BOTH, PER, PER_NOUN, ADVERB, ONLY, ON_YEAR, ON_PERIOD, ON_START, THAN, DATE, RESPECTIVELY, REACH,
                     QUALIFIER, FROM, GROW, FALL, IMPROVE, GROW_TO, FALL_TO, TO));
    bool amount = is_figure(s, i) && tag_at(s, i) != ORDINAL && !bare_or_counts(figure_at(s, i));
    if (i == noun.to || !(amount || is_one_of(tag_at(s, i), PERCENT, POINTS, MULTIPLE))) return false; /* most */
    const struct token *last = &s->tokens[told - 1];
    return !note_at(s, noun.to - 1, NOTE_THING) || last->tag == HEAD;
}

/* 7家制冰厂|日制冰能力达到3000吨: bytes of those before what each does a day, which is measured; all of it when nothing is. */
static size_t before_daily(const struct lexicon *x, slice name) {
    for (size_t at = 2 * HAN; at < name.len; at = utf8_next(name, at)) {
        const struct word *daily = lexicon_opening(x, slice_from(name, at), EDGE_DAILY);
        if (daily && !lexicon_ending(x, slice_sub(name, 0, at + daily->text.len), EDGE_LOOKALIKE)) return at;
    }
    return name.len;
}

/* 两座主塔|高230米: bytes of the name of things without the word for the size that stands behind it, from token `next` on; 0
 * where none does. */
static size_t before_size(const struct sentence *s, const struct candidate *c, slice name, size_t next) {
    size_t figure = skip(s, next, CLASSES(REACH, ADVERB, QUALIFIER));
    if (!figure_is(s, figure, physical_unit) || !counts(c)) return 0; /* most */
    const struct word *size = lexicon_ending(s->lexicon, name, EDGE_GLUED);
    bool               told = size && size->text.len == HAN && !lexicon_ending(s->lexicon, name, EDGE_LOOKALIKE);
    return told && name.len >= 2 * HAN ? name.len - HAN : 0;
}

/* 30种蔬菜|均价|每公斤4.35元: bytes of the head at the end of the noun that tells what each of those counted is worth; 0 where
 * none does. */
static size_t before_worth(const struct sentence *s, const struct candidate *c, struct range noun) {
    if (!is_one_of(tag_at(s, noun.to), PER, PER_NOUN) || s->tokens[noun.to - 1].tag != HEAD || !counts(c)) return 0; /* most */
    size_t figure = skip(s, noun.to, CLASSES(PER, PER_NOUN, NOUN));
    bool   worth = noun.to > noun.from + 1u && figure_is(s, figure, money_unit);
    return worth ? token_bytes(&s->tokens[noun.to - 1]) : 0;
}

/* 6个镇|垃圾处理率达到100%, 12个县级部门|预算执行率, 18个城市|细颗粒物平均浓度下降7%, 168个城市|空气质量排名中: bytes of the
 * name of those that have the rate, whose measure moved, or who are ranked by it; all of it when none is told. */
static size_t whose_rate(const struct sentence *s, const struct candidate *c, slice name, struct range noun) {
    bool ranked = tag_at(s, noun.to) == RANK && is_ranking_within(s, noun.to);
    if (!ranked && (!is_measured(s, noun) || (c->quantity.unit && c->quantity.unit->affair))) return name.len; /* most */
    const struct lexicon *x = s->lexicon;
    bool                  whole = lexicon_ends_in(x, name, ONE_OF_EDGES(EDGE_DOER, EDGE_STATED));
    if (whole && !ranked) return name.len; /* 12个乡镇卫生院|改造|投资3亿元 */
    size_t whose = places_end(s->lexicon, name);
    if (whose == name.len && !ranked) whose = noun_end(s->lexicon, name, EDGE_STATED); /* 23家规上企业|用电量 */
    if (whose == name.len && !ranked) whose = before_daily(x, name);
    bool rate = tag_at(s, noun.to) == HEAD && is_one_character(&s->tokens[noun.to]) && token_ending(s, noun.to, EDGE_RATE);
    if (whose == name.len && rate && name.len >= 4 * HAN) return name.len - 2 * HAN; /* 1.4万间|客房|入住率 */
    bool within = whose < name.len && lexicon_ending(x, slice_sub(name, 0, utf8_next(name, whose)), EDGE_LOOKALIKE);
    return within ? name.len : whose; /* 县|级以上水源地, 上市|公司, 县|域医共体 */
}

/* 34个县直单位|工作进展情况, 11家单位|内控制度|未|建立: bytes of the name of those whose state is looked at, or who have not
 * done something, which are counted; all of it when neither is told. */
static size_t whose_state(const struct sentence *s, const struct candidate *c, slice name, size_t next) {
    const struct lexicon *x = s->lexicon;
    bool                  undone = tag_at(s, next) == NONE && counts(c);
    size_t                least = undone ? 2 * HAN : 4 * HAN;
    if (!undone && !lexicon_ending(x, name, EDGE_STATE)) return name.len; /* most */
    for (size_t end = utf8_next(name, 0); end + least <= name.len; end = utf8_next(name, end))
        if (noun_ends_at(x, name, end, EDGE_STATED)) return end;
    return name.len;
}

/* 龙灯队|把元宵夜装点得热热闹闹, 村民|看得津津有味: bytes of those of whom 得 tells how they do something; 0 when it does not.
 */
static size_t before_degree(const struct sentence *s, struct range noun) {
    size_t of = tag_at(s, noun.to) == OF ? noun.to : last_of(s, noun, CLASSES(OF)), does = of;
    if (of == SIZE_MAX || of == noun.from || !note_at(s, of, NOTE_MANNER)) return 0; /* most */
    while (does > noun.from && s->tokens[does].tag != PREPOSITION) does--;
    if (does > noun.from) return s->tokens[does].start - s->tokens[noun.from].start;
    const struct token *verb = &s->tokens[of - 1];
    size_t bytes = verb->tag == VERB ? token_bytes(verb) : utf8_size_before(token_text(s, of - 1u), token_bytes(verb));
    return verb->end - bytes - s->tokens[noun.from].start;
}

/* 为7名|被害人|申请司法|救助金11.5万元: bytes of those for whom so much is told behind the noun; all of it when nothing is. */
static size_t before_gift(const struct sentence *s, const struct candidate *c, struct range noun, slice name) {
    bool given = note_at(s, c->token - 1, NOTE_FOR) && noun_edge(c) == EDGE_PERSON;
    bool told = given && tag_at(s, noun.to) == HEAD && is_figure(s, noun.to + 1);
    return told ? noun_end(s->lexicon, name, EDGE_PERSON) : name.len;
}

/* 列车|因大雾晚点: bytes of those counted before what tells why something befell them, and not 风险因素; all of it when nothing
 * does. */
static size_t before_why(const struct lexicon *x, slice name) {
    for (size_t at = utf8_next(name, 0); at + 2 * HAN < name.len; at = utf8_next(name, at)) {
        const struct word *why = lexicon_opening(x, slice_from(name, at), EDGE_WHY);
        size_t             end = at + (why ? why->text.len : 0);
        if (why && !lexicon_ending(x, slice_sub(name, 0, end), EDGE_LOOKALIKE) &&
            !lexicon_ending(x, slice_sub(name, 0, utf8_next(name, end)), EDGE_LOOKALIKE))
            return at;
    }
    return name.len;
}

/* 选聘32名|渔民|当巡湖员, 一间|木屋|当诊室: bytes of those counted before what they serve as; all of it when that is not told.
 */
static size_t before_role(const struct lexicon *x, slice name) {
    for (size_t at = 2 * HAN; lexicon_within(x, name, EDGE_SERVES, &at) && at + 2 * HAN < name.len; at += HAN)
        if (!lexicon_ending(x, slice_sub(name, 0, at + HAN), EDGE_LOOKALIKE) &&
            !lexicon_ending(x, slice_sub(name, 0, at + 2 * HAN), EDGE_LOOKALIKE))
            return at;
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
    return says && lexicon_ends_truly(s->lexicon, name, EDGE_SAYS) ? without_ending(s->lexicon, name, EDGE_SAYS, 2 * HAN).len
                                                                   : name.len;
}

/* 72岁的|柏溪县双井村|村民罗桂英: the person without where they live, which names of persons may look like (柏溪县). */
static slice without_home(const struct sentence *s, struct range noun, slice name) {
    slice who = without_places(s, noun.from, name);
    if (who.len == name.len) return name; /* most */
    return person_named(s->lexicon, slice_sub(who, 0, person_end(s->lexicon, who))) ? who : name;
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
    size_t role = counts(c) ? before_role(s->lexicon, whole) : whole.len;
    if (role < whole.len) return slice_sub(whole, 0, role);
    enum edge edge = noun_edge(c);
    bool      aged = s->tokens[c->token].tag == AGE;
    size_t    degree = aged ? 0 : before_degree(s, noun); /* 9岁的李梓轩|高兴得跳起来 */
    if (degree >= 2 * HAN && degree < name.len) return slice_sub(name, 0, degree);
    if (name.len < whole.len) return name;
    if (aged) {
        size_t with = last_of(s, noun, CLASSES(AND));
        if (with != SIZE_MAX && with > noun.from) return name_of(s, range_of(noun.from, with), n->arena); /* 周大爷|与承租人 */
        name = without_home(s, noun, name);
        size_t end = person_end(s->lexicon, name), stands = stands_somewhere(s, name, noun.to);
        if (end == name.len && stands) return slice_sub(name, 0, end - stands);
        if (end == name.len) end -= verb_made(s, noun);                                         /* 司机冯军|笑|着说 */
        return slice_sub(name, 0, end - (end == name.len ? told_in_one(s, name, noun.to) : 0)); /* 76岁的师傅修|了表 */
    }
    size_t sized = before_size(s, c, name, noun.to), worth = before_worth(s, c, noun);
    if (sized || worth) return slice_sub(name, 0, sized ? sized : name.len - worth);
    if (edge == EDGE_NONE) {
        size_t stands = stands_somewhere(s, name, noun.to);
        bool   placed = stands && lexicon_ends_truly(s->lexicon, slice_less(name, stands), EDGE_PERSON); /* 学生|分|在 */
        return placed ? slice_less(name, stands) : slice_sub(name, 0, whose_rate(s, c, name, noun) - verb_made(s, noun));
    }
    struct range alone = noun_alone(s, c);
    size_t       one = edge == EDGE_PERSON ? told_in_one(s, name, noun.to) : 0;
    if (one) return slice_less(name, one);
    bool moved = edge == EDGE_PERSON && tag_before(s, c->token) == PREPOSITION &&
                 note_at(s, c->token - 1, NOTE_CAUSES); /* 让300名师生|大饱眼福, not 使9万农民受益 */
    size_t feels = moved ? name.len - noun_end(s->lexicon, name, EDGE_PERSON) : 0;
    if (feels == 4 * HAN && alone.to == noun.to && ends_phrase(s, noun.to)) return slice_less(name, feels);
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
