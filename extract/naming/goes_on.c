/* Where the noun behind a figure goes on: 33个特色鲜明的|中心镇, 12户|发放1836元. One word is asked at a time, in the order in
 * which words tell. */
#include "extract/naming/goes_on.h"

#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/described.h"
#include "extract/naming/ending.h"
#include "extract/naming/predicate.h"

#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

bool inside_compound(const struct sentence *s, size_t verb) {
    if (note_at(s, verb, NOTE_VISITS)) return false;      /* 专家36人|走进学校开展讲座 */
    if (token_opening(s, verb, EDGE_TURNS)) return false; /* 空地|改造成|口袋公园 */
    size_t i = skip(s, verb, CLASSES(VERB, VERBAL, GROW, FALL, IMPROVE));
    if (i == verb + 1 && tag_at(s, i) == NOUN && is_one_character(&s->tokens[i])) return true;
    i = skip(s, verb, CLASSES(VERB, VERBAL, GROW, FALL, IMPROVE, NOUN, HEAD, LEVEL, SET_PHRASE));
    if (tag_at(s, i) == PLAN) return true; /* 企业|关停|并转计划 */
    for (size_t j = i; j > verb + 1; j--)
        if (note_at(s, j - 1, NOTE_THING)) return true;
    return false;
}

bool names_outfit(const struct sentence *s, struct range deed, enum edge what) {
    if (deed.to < deed.from + 2u || !is_one_of(s->tokens[deed.to - 1].tag, NOUN, HEAD)) return false;
    if (note_at(s, deed.from, NOTE_NEW | NOTE_VISITS) || token_is(s, deed.from, EDGE_EQUIPS)) return false;
    bool plain = skip(s, deed.from, CLASSES(NOUN, HEAD, VERB, VERBAL, IMPROVE)) >= deed.to;
    return plain && token_ending(s, deed.to - 1u, what);
}

/* 八大类商品价格|“六涨两跌”: does the quotation that opens at token `i` tell how many of those counted moved? */
static bool tells_moves(const struct sentence *s, size_t i) {
    bool figure = tag_at(s, i) == QUOTE && i + 1 < s->count && s->tokens[i + 1].candidate >= 0;
    return figure && has_class(s, range_of(i, next_of(s, i + 1, CLASSES(UNQUOTE))), CLASSES(GROW, FALL));
}

/* Does a figure behind the list mark at `i` have a name of its own before it: 乡镇|和街道8个? 国家|和地区近4000名运动员 has
 * not. */
static bool list_goes_on(const struct sentence *s, const struct candidate *c, size_t i) {
    bool comma = s->tokens[i].tag == LIST_COMMA;
    if (tag_at(s, i + 1) == SET_PHRASE) return true;                 /* 3所小学|和一批幼儿园 */
    if (!comma && token_opening(s, i + 1, EDGE_COUNTS)) return true; /* 1个产业集群|和多条产业链 */
    size_t k = i + 1;
    bool   numbered = false; /* 10所幼儿园|和青禾县第五小学; 750千伏和330千伏|工程 is one */
    for (; !is_one_of(tag_at(s, k), COMMA, STOP, LIST_COMMA, COLON) && !is_figure(s, k); k++)
        numbered |= s->tokens[k].candidate >= 0;
    if (!is_figure(s, k)) return numbered && !comma && s->tokens[i - 1].candidate < 0;
    bool apart = s->tokens[k - 1].tag != OF && same_unit(figure_at(s, k), c); /* 62个国家|和地区的171个港口 */
    return comma || apart || s->tokens[k - 1].tag == ETC;
}

/* 企业“老工伤”人员: a noun goes on behind the quotation that opens at `i`. */
static bool quoted_modifier(const struct sentence *s, size_t i) {
    i = next_of(s, i, CLASSES(UNQUOTE));
    return is_one_of(tag_at(s, i + 1), NOUN, HEAD, VERBAL, LEVEL);
}

/* 619个村、社区踊跃参与, 11名民警、辅警|走进校园: an item that is nothing but a noun; of persons it may open with what
 * they did, 20名返乡青年、退伍|军人. */
static bool noun_item(const struct sentence *s, const struct candidate *c, size_t from) {
    bool did = bare_or_person(c) && is_one_of(tag_at(s, from), VERB, VERBAL) && tag_at(s, from + 1) == NOUN &&
               (token_opening(s, from + 1, EDGE_PERSON) || token_ending(s, from + 1, EDGE_PERSON));
    size_t i = skip(s, from + did, CLASSES(NOUN, HEAD, LEVEL, SET_PHRASE, QUOTE, UNQUOTE));
    bool   ends = ends_phrase(s, i) || is_one_of(tag_at(s, i), ADVERB, AND, ETC, LIGHT, PREPOSITION, REACH, BOTH);
    return i > from &&
           (ends || (bare_or_counts(c) && is_one_of(tag_at(s, i), VERB, TO)) || (bare_or_person(c) && tag_at(s, i) == VERBAL));
}

/* “四化同步、城乡融合”发展试验区: the mark at r.to stands in a quotation of the noun, behind which that goes on. */
static bool in_quotation(const struct sentence *s, struct range r) {
    return in_open_quotation(s, r.from, r.to) && quoted_modifier(s, last_of(s, r, CLASSES(QUOTE)));
}

/* 房屋等|不成套旧住房改造: of what kind the things of the list are; 储能等|减碳项目 says no more than that they are several. */
static bool names_kind(const struct sentence *s, size_t from) {
    struct range kind = range_of(from, from);
    for (; is_one_of(tag_at(s, kind.to), NOUN, HEAD, VERB, VERBAL, LEVEL); kind.to++)
        if (note_at(s, kind.to, NOTE_THING)) return false;
    return content_bytes(s, kind) >= 5 * HAN;
}

/* 14家博物馆、纪念馆|接待观众76万人次: a list that opens its clause goes on up to the verb at token `verb`. */
static bool all_do(const struct sentence *s, const struct candidate *c, size_t verb) {
    size_t open = c->token, object = verb + 1;
    open = skip_back(s, open, CLASSES(PLACE, ADVERB, DONE, DATE));
    object = skip(s, object, CLASSES(NOUN, HEAD));
    bool does = is_one_of(tag_at(s, verb), VERB, LIGHT, VERBAL) && is_figure(s, object);
    return does && starts_clause(s, open);
}

/* 9个村、|50万元以上|的2个村: does a figure stand in it, taken or refused? */
static bool numbered(const struct sentence *s, struct range r) {
    for (size_t i = r.from; i < r.to; i++)
        if (s->tokens[i].candidate >= 0) return true;
    return false;
}

/* The noun that starts at r.from goes on behind the 、 at token r.to. */
static bool goes_on_in_list(const struct sentence *s, const struct candidate *c, struct range *r) {
    if (in_quotation(s, *r)) return true;
    if (bare_or_counts(c) && is_article(s, r->to + 1u)) return false; /* 13枚徽章、|一张|排班表 */
    bool level = content_bytes(s, *r) == HAN || (s->tokens[r->from].tag == LEVEL && r->to == r->from + 1u);
    if (tag_at(s, r->to + 1) == LEVEL && level) return true; /* 250个|省、市级中心, 36个|省级、市级中心 */
    bool part = lexicon_is(s->lexicon, sentence_text(s, r->from, r->to), EDGE_PART); /* 5家|公立、民营医院 */
    if (part && token_opening(s, r->to + 1u, EDGE_PART)) return true;
    struct range next = range_of(r->to + 1u, skip(s, r->to + 1u, CLASSES(NOUN)));
    bool         half = content_bytes(s, *r) == HAN && s->tokens[r->from].tag == NOUN && !numbered(s, next);
    if (half && content_bytes(s, next) > 2 * HAN) return true; /* 22个|国、省考断面, 12个|县、乡医院 */
    size_t close = bare_or_counts(c) ? list_close(s, r->to) : 0;
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
    size_t longest = bare_or_person(c) && token_ending(s, r->to - 1u, EDGE_PERSON) ? 8 * HAN : 4 * HAN; /* 大学生志愿者 */
    return content_bytes(s, *r) <= longest && noun_item(s, c, r->to + 1);
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

/* 3个|村|的村民, 6个|县|的医疗队, 5个|县|的财政收入, 8个|县（市、区）|的乡镇: places are counted, whatever is told of them
 * behind 的, but not 5个村的|饮水工程. */
static bool counts_places_of(const struct sentence *s, const struct candidate *c, struct range r) {
    bool noted = s->tokens[r.to - 1].tag == CLOSE && tag_at(s, r.from + 1u) == OPEN; /* （市、区） */
    bool one = bare_or_counts(c) && (r.to == r.from + 1u || noted) && is_one_character(&s->tokens[r.from]);
    if (!one) return false; /* most */
    for (size_t i = r.to + 1u; !ends_phrase(s, i); i++)
        if (note_at(s, i, NOTE_THING)) return false;
    size_t end = skip(s, r.to + 1u, CLASSES(NOUN, HEAD, LEVEL));
    return tag_at(s, r.to + 1) == NOUN || (end > r.to + 1u && s->tokens[end - 1].tag == HEAD);
}

/* 附近|3家企业|的员工: bodies are counted, and not those who belong to them. */
static bool counts_bodies_of(const struct sentence *s, const struct candidate *c, struct range r) {
    size_t noun = skip(s, r.to + 1u, CLASSES(NOUN));
    if (!bare_or_counts(c) || bare_or_person(c) || noun != r.to + 2u || r.to != r.from + 1u) return false; /* most */
    const struct word *who = token_ending(s, r.from, EDGE_DOER) ? token_ending(s, noun - 1, EDGE_PERSON) : NULL;
    return who && who->text.len > HAN;
}

/* 27个|孩子|的山村小学, 3个|年级|的语文: those who are in a house and the classes of a school are counted, whatever has them or
 * is taught them; 500个老人的床位 are beds. */
static bool counts_pupils_of(const struct sentence *s, const struct candidate *c, struct range r) {
    bool one = bare_or_counts(c) && r.from == c->token + 1u && r.to == r.from + 1u;
    if (!one) return false; /* most */
    if (token_is(s, r.from, EDGE_FORMS)) return true;
    slice house = sentence_text(s, r.to + 1u, item_end(s, r.to + 1u));
    return token_ending(s, r.from, EDGE_PERSON) &&
           lexicon_ends_in(s->lexicon, house, ONE_OF_EDGES(EDGE_PLACE, EDGE_DOER, EDGE_BODY));
}

/* 300户危房、旧房的|改造任务, 9类食品、药品的|检验: is what stands at token `i` no more than what was done to them? */
static bool is_work_on(const struct sentence *s, size_t i) {
    size_t end = skip(s, i, CLASSES(VERB, VERBAL));
    bool   goal = end > i && tag_at(s, end) == NOUN && note_at(s, end, NOTE_GOAL | NOTE_GENERIC);
    return end > i && ends_phrase(s, end + goal);
}

/* 12家重点监管|的食品企业, 3个集中供水|的自然村: does a deed that may be a noun, behind a word that is none of those counted,
 * only tell which of what stands behind 的 are counted? So does 573家暂时陷入困境|的企业, by its adverb. Not
 * 12家企业参与|的项目.
 */
static bool tells_which(const struct sentence *s, const struct candidate *c, struct range r) {
    size_t first = c->token + 1u;
    bool   deed = s->tokens[r.to - 1].tag == VERBAL && r.to >= r.from + 2u,
         adverb = tag_at(s, first) == ADVERB && !is_adjective(s, first);
    if (!(deed || adverb) || !bare_or_counts(c)) return false; /* most */
    static const enum edge kinds[] = {EDGE_STATED, EDGE_DOER, EDGE_PERSON, EDGE_ITEM, EDGE_PLACE, EDGE_NONE};
    slice before = sentence_text(s, r.from, r.to - deed), behind = sentence_text(s, r.to + 1u, item_end(s, r.to + 1u));
    return !lexicon_ends_in(s->lexicon, before, kinds) && lexicon_ends_in(s->lexicon, behind, kinds);
}

/* 三名|炮手|接到指挥中心|的指令后: persons open the clause before the 的 at r.to and do what it tells, so that they are counted
 * and not what stands behind it; not so 12名|教师|提名的学生. */
static bool persons_do(const struct sentence *s, const struct candidate *c, struct range *r) {
    size_t who = skip(s, r->from, CLASSES(NOUN, HEAD));
    if (!bare_or_person(c) || who == r->from || tag_at(s, who) != VERB || !token_ending(s, who - 1, EDGE_PERSON)) return false;
    slice behind = sentence_text(s, r->to + 1, item_end(s, r->to + 1));
    if (lexicon_ending(s->lexicon, behind, EDGE_PERSON) || lexicon_opening(s->lexicon, behind, EDGE_PERSON)) return false;
    r->to = (uint32_t)who;
    return true;
}

/* 500万元|贷款|的公司经理: money that its noun names at once, whoever is told of behind 的. */
static bool sum_of_those(const struct sentence *s, const struct candidate *c, struct range r) {
    if (!money_unit(c) || r.from != c->token + 1u || content_bytes(s, r) < 2 * HAN) return false; /* most */
    size_t end = item_end(s, r.to + 1u);
    slice  who = sentence_text(s, r.to + 1u, end > r.to + 1u ? end : r.to + 1u);
    return who.len >= 2 * HAN && (person_named(s->lexicon, who) || lexicon_ending(s->lexicon, who, EDGE_PERSON));
}

/* 40亩|小麦|的老赵: does somebody stand behind the 的 at token r.to who is named, and has what is counted before? */
static bool someone_has(const struct sentence *s, const struct candidate *c, struct range r) {
    const size_t i = r.to + 1u;
    if (bare_or_person(c) || r.from == r.to || !is_unknown(s, i)) return false; /* most */
    return is_someone(s->lexicon, token_text(s, i));
}

/* Behind the 的 at token r.to. 25个开展巡察的党组织, 33个特色鲜明、设施完善的中心镇: a clause before it is no name;
 * 17个学习组的架构: the nearest noun is; 新的举措 goes on. */
static bool goes_on_behind_particle(const struct sentence *s, const struct candidate *c, struct range *r) {
    if (s->tokens[r->to - 1].candidate >= 0) return true;           /* 投资超5亿元|的项目 */
    if (bare_or_counts(c) && is_figure(s, r->to + 1)) return false; /* 11个区|的23个项目 */
    if (counts_places_of(s, c, *r) || counts_bodies_of(s, c, *r) || counts_pupils_of(s, c, *r)) return false; /* 3个村|的村民 */
    if (persons_do(s, c, r)) return false;
    if (sum_of_those(s, c, *r) || someone_has(s, c, *r)) return false;
    if (s->tokens[r->to - 1].tag == UNQUOTE && s->tokens[c->token].tag == BARE) return false; /* 20万“双非婴孩”|的影响 */
    if (lexicon_ends_in(s->lexicon, sentence_text(s, r->from, r->to), ONE_OF_EDGES(EDGE_BOUNDED, EDGE_SORT)))
        return true; /* 12个限额以上|的企业, 5家国有性质|的公司 */
    bool denied = is_unknown(s, r->from) && token_opening(s, r->from, EDGE_DENIES);
    if (denied && skip(s, r->from, CLASSES(NOUN)) >= r->to && counts(c)) return true; /* 12项|不合理|的收费 */
    size_t bytes = content_bytes(s, *r);
    bool   clause = has_class(s, *r, CLASSES(VERB, LIGHT, AWARD, GROW, FALL)) || s->tokens[r->to - 1].tag == UNQUOTE;
    clause = clause || (has_class(s, *r, CLASSES(LIST_COMMA)) && !is_work_on(s, r->to + 1));
    bool does = s->tokens[r->from].tag == VERBAL || s->tokens[r->to - 1].tag == VERBAL;
    if (does && note_at(s, r->to + 1, NOTE_THING)) return true;                    /* 20个|改造小区的项目 */
    clause |= s->tokens[r->to - 1].tag == NOUN && note_at(s, r->to - 1, NOTE_ADJ); /* 5个|功能齐全的|公园 */
    clause = clause || tells_which(s, c, *r);
    /* 解决9万农村人口的用水困难: the verb's object is what stands behind 的; 完成16条巷道的综合改造: what was done to them. */
    size_t deed = !clause && (bytes > HAN || (bare_or_counts(c) && tag_at(s, r->from) == NOUN)) ? deed_end(s, r->to + 1) : 0;
    if (deed) return r->to = deed - 1, true;
    bool listed = is_one_of(tag_before(s, c->token), LIST_COMMA, AND);
    bool governed = verb_before(s, c->token) != SIZE_MAX || verb_far_before(s, c->token) != SIZE_MAX;
    bool object = !listed && (!c->quantity.unit || c->quantity.unit->homes || governed); /* 免除学生|的学费 */
    bool home = home_unit(c) && bytes > 2 * HAN;                                         /* 126户困境家庭|的孩子 */
    /* homes are counted by those who live there, whoever is told of behind 的 */
    if (!clause && noun_edge(c) == EDGE_PERSON && (!object || home) &&
        (home ? persons_stand_before(s, r->to) : counts_persons_of(s, r->to)))
        return false;
    if (bytes > 2 * HAN && !clause && !bare_or_person(c) && counts_persons_of(s, r->to)) return true; /* 500个|老人的床位 */
    /* 解决9万人的用水困难和|6万山区人口|的用电问题 */
    bool alike = listed && c > s->candidates && has_class(s, range_of(c[-1].token + 1u, c->token - 1), CLASSES(OF));
    if (bytes > 2 * HAN && !clause)
        return (c->kind == KIND_SHARE && !governed && !note_at(s, r->to + 1, NOTE_NORM)) ||
               (bare_or_person(c) && (governed || alike));
    bool deeds = event_unit(c) && is_one_of(s->tokens[r->from].tag, VERB, GROW, FALL);
    if (deeds) return *r = with_hole(*r, r->from + 1u, r->to + 1u), true; /* 四次|提高|老人的|补助标准 */
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
    bool moves = is_one_of(tag, VERB, VERBAL) && bare_or_counts(c) && is_figure(s, i + 2);
    bool at = note_at(s, c->token - 1, NOTE_AT); /* 在12个街道|安装屏幕213块 */
    if (moves && (at || money_unit(figure_at(s, i + 2)))) return true;
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
    bool   thing = object > deed + 1 && note_at(s, object - 1, NOTE_THING); /* 教学楼及|训练中心 */
    return bare_or_counts(c) && object > deed + 1 && ends_phrase(s, object) && (s->tokens[deed].tag == VERB || !thing);
}

/* 42人|获得了, 48人|找到了, 11人|成了: is the word at token `i` what they did, whom figure `c` counts? */
static bool does_with_object(const struct sentence *s, const struct candidate *c, size_t i) {
    bool unknown = is_unknown(s, i) && is_one_character(&s->tokens[i]);
    bool crowd = bare_or_person(c) || home_unit(c);                 /* 12户|签了字 */
    bool made = s->tokens[i].tag == VERBAL && makes_verb(s, i + 1); /* 靠8万元|创办了|作坊 */
    return made || is_one_of(s->tokens[i].tag, VERB, AWARD) || (crowd && (s->tokens[i].tag == LIGHT || unknown));
}

bool does_often(const struct sentence *s, const struct candidate *c, struct range r) {
    return counts(c) && content_bytes(s, r) >= 2 * HAN && note_at(s, r.to, NOTE_OFTEN);
}

/* What a word behind a noun tells of it. */
enum verdict { UNTOLD, ENDS, GOES_ON };

static enum verdict told(bool goes_on) { return goes_on ? GOES_ON : ENDS; }

/* 31个省|、自治区、直辖市|的人口, 30多个国家|和地区|的客商: places of several kinds are counted, whatever is told of them. */
static bool counts_kinds_of_place(const struct sentence *s, const struct candidate *c, struct range *r) {
    if (r->to == r->from || !is_one_of(s->tokens[r->to].tag, LIST_COMMA, AND) || !bare_or_counts(c)) return false;
    size_t first = r->to - 1u, end = place_kinds_end(s, first), next = end;
    while (is_one_of(tag_at(s, next), ADVERB, REACH, QUALIFIER)) next++;
    if (end == first || counts_alike(s, c->token, next)) return false;
    /* 31个省、自治区、直辖市|共有家庭户3.4亿户, 29个省、市、自治区|出生2069万人 */
    bool does = next > end || is_one_of(tag_at(s, end), VERB, LIGHT, AWARD);
    does |= tag_at(s, end) == VERBAL && ends_phrase(s, end + 1); /* 12个县、市|受灾 */
    bool apart = does || is_one_of(tag_at(s, end), OF, AND) || is_figure(s, next);
    if (apart) r->to = (uint32_t)end;
    return apart;
}

/* 22个县|的就业资金|21.4亿元, 86个乡镇|的扶贫项目|312个: places are counted, and what stands behind 的 has a figure of its own,
 * which counts no noun behind it; not 300个小区|的停车场2处. */
static bool owns_counted(const struct sentence *s, const struct candidate *c, size_t of) {
    size_t end = skip(s, of + 1, CLASSES(NOUN, HEAD, VERBAL));
    if (!counts(c) || !token_is(s, of - 1, EDGE_AREA) || end == of + 1u || !is_figure(s, end)) return false; /* most */
    return !is_one_of(tag_at(s, end + 1), NOUN, HEAD, LEVEL, OF, OPEN) && figure_at(s, end)->kind == KIND_LEVEL;
}

/* 两个专业|的报名人数|是招生数的5倍: what those counted have is measured by something else. */
static bool owns_multiplied(const struct sentence *s, size_t of) {
    size_t end = skip(s, of + 1, CLASSES(NOUN, HEAD, VERBAL));
    if (end == of + 1u || s->tokens[end - 1].tag != HEAD || tag_at(s, end) != REACH) return false; /* most */
    return tag_at(s, next_of(s, end, CLASSES(MULTIPLE, COMMA, STOP))) == MULTIPLE;
}

/* A list, another word for each (33家农家乐|户均增收, 36个村|每村增收), a plan (5个项目|计划今年开工), a visit
 * (15天的庙会|落下帷幕). */
static enum verdict at_plain_word(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    if (counts_kinds_of_place(s, c, r)) return ENDS;
    if (tag == ETC && names_kind(s, r->to + 1)) return GOES_ON;
    if (tag == LIST_COMMA) return told(goes_on_in_list(s, c, r));
    if (ends_phrase(s, r->to) || note_at(s, r->to, NOTE_PER | NOTE_CAUSES) || is_one_of(tag, PER_NOUN, PER)) return ENDS;
    bool carried = note_at(s, c->token - 1, NOTE_CARRIES);
    if (tag == OF && (owns_counted(s, c, r->to) || owns_multiplied(s, r->to))) return ENDS;
    if (tag == OF) return told(!carried && goes_on_behind_particle(s, c, r)); /* 满载2000册图书|的流动图书车 */
    if (tag == PLAN && is_one_of(tag_at(s, r->to + 1), DATE, PREPOSITION)) return ENDS;
    bool leaves = tag == BOTH || note_at(s, r->to, NOTE_VISITS) || does_often(s, c, *r);
    return leaves && content_bytes(s, *r) >= 2 * HAN ? ENDS : UNTOLD;
}

/* Deeds are counted, 三次|召开了|座谈会, or those who did them, 42人|获得了|中级证书. */
static enum verdict at_deed_of_noun(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    if (event_unit(c) && tag == ADVERB && is_one_of(s->tokens[r->from].tag, VERB, LIGHT, GROW, FALL))
        return told(is_one_character(&s->tokens[r->to]));
    bool aspect = tag == ADVERB && r->to == r->from + 1u && is_one_character(&s->tokens[r->to]);
    if (aspect && does_with_object(s, c, r->from) && is_one_of(tag_at(s, r->to + 1), NOUN, HEAD, LEVEL)) return GOES_ON;
    bool deed = is_one_of(tag, VERB, LIGHT, PREPOSITION, REACH, GROW, FALL, IMPROVE);
    return event_unit(c) && deed ? GOES_ON : UNTOLD;
}

bool says_how(const struct sentence *s, size_t i) { return note_at(s, i, NOTE_MODE | NOTE_HOW) || token_is(s, i, EDGE_HANGS); }

bool does_so_much(const struct sentence *s, size_t i) {
    bool how = tag_at(s, i) == NOUN && says_how(s, i); /* 5家企业|集中|签约项目30个 */
    i += how;
    const struct word *deed = tag_at(s, i) == NOUN ? token_opening(s, i, EDGE_DEED) : NULL; /* 12个摊位|展销土特产30种 */
    bool verb = how && tag_at(s, i) == VERB && !note_at(s, i - 1, NOTE_HOW); /* not 施工|现场|发现|隐患12处 */
    if (!deed && !verb && (tag_at(s, i) != VERBAL || note_at(s, i, NOTE_THING))) return false; /* most */
    bool object = deed && token_bytes(&s->tokens[i]) >= deed->text.len + 2 * HAN;
    i += is_one_of(tag_at(s, i + 1), VERB, VERBAL); /* 3家企业|合作|开发新品12款 */
    u128   nouns = how ? CLASSES(NOUN, HEAD) : CLASSES(NOUN);
    size_t to = skip(s, i + 1, nouns), etc = skip(s, i + 1, CLASSES(NOUN, HEAD, LIST_COMMA));
    bool   listed = tag_at(s, etc) == ETC && etc > i + 1; /* 开发|冰箱贴、丝巾|等|产品48款 */
    if (listed) to = skip(s, etc + 1, CLASSES(NOUN, HEAD));
    if ((to == i + 1 && !object) || !is_figure(s, to) || s->tokens[to].tag == PERCENT) return false;
    if (how || object || listed) return true;
    uint64_t own = money_unit(figure_at(s, to)) ? NOTE_THING : NOTE_GOAL; /* 12个乡镇|改造工程|3.2亿元 */
    return !note_at(s, to - 1, own | NOTE_GENERIC);
}

/* Another deed: 15个港口|建设132个泊位, not 5场重要活动零事故; of an amount, 财政资金|建立直达机制. */
static enum verdict at_other_deed(const struct sentence *s, const struct candidate *c, struct range *r) {
    char   tag = tag_at(s, r->to);
    size_t bytes = content_bytes(s, *r);
    bool   amount = money_unit(c) && tag_at(s, c->token + 1) != OF, last = ends_phrase(s, r->to + 1);
    if (amount && tag == VERBAL && bytes >= 2 * HAN && !last && !ends_phrase(s, r->to + 2)) return ENDS;
    if (tag == VERBAL && !note_at(s, r->to, NOTE_THING) && is_figure(s, r->to + 1)) return ENDS;
    if (bytes == 0) return GOES_ON;
    if (counts(c) && bytes >= 2 * HAN && does_so_much(s, r->to)) return ENDS;
    if (deed_starts(s, c, r->to) || (amount && note_at(s, r->to, NOTE_USE))) return ENDS;
    return amount && tag == VERB ? told(!note_at(s, r->to - 1, NOTE_GENERIC)) : UNTOLD;
}

/* 4800个岗位|“职”等你来, 1.2万份年货|“邮”进大山: does one character in quotation marks play on a verb, at token `i`? */
static bool plays_on_word(const struct sentence *s, size_t i) {
    return tag_at(s, i + 2) == UNQUOTE && is_one_character(&s->tokens[i + 1]) && !quoted_modifier(s, i);
}

/* “桂乡”开放窗口, 《春山》|被收藏, 对3处“黑作坊”|开展检查. */
static enum verdict at_quotation(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    bool says = tag == QUOTE && (quotes_speech(s, r->to + 1u) || tells_moves(s, r->to));
    if (says || (tag == QUOTE && content_bytes(s, *r) > 0 && plays_on_word(s, r->to))) return ENDS;
    if (s->tokens[r->to - 1].tag == UNQUOTE) return told(tag != PREPOSITION && !(tag == LIGHT && is_served(s, c)));
    return tag == QUOTE && note_at(s, r->to - 1, NOTE_THING) && !quoted_modifier(s, r->to) ? ENDS : UNTOLD;
}

/* 公共充电|接入|端口, 12名康复|促进|师: does the thing that the verb at r->to is told of close the phrase, so that it is what
 * is counted? Those who could do it (12家企业|接入平台) are counted themselves.
 */
static bool closes_with_outfit(const struct sentence *s, const struct candidate *c, const struct range *r) {
    static const enum edge who[] = {EDGE_DOER, EDGE_PERSON, EDGE_PLACE, EDGE_BODY, EDGE_NONE};
    size_t                 end = skip(s, r->to + 1, CLASSES(NOUN, HEAD, VERB, VERBAL));
    while (end > r->to + 1u && !is_one_of(s->tokens[end - 1].tag, NOUN, HEAD)) end--; /* 充电|接入|端口|建成投用 */
    if (!counts(c) || is_served(s, c) || !names_outfit(s, range_of(r->to, end), person_unit(c) ? EDGE_PERSON : EDGE_OUTFIT))
        return false;
    bool  closes = ends_phrase(s, end) || is_one_of(tag_at(s, end), VERB, VERBAL, IMPROVE, REACH, AWARD, DONE, AND);
    slice noun = token_text(s, r->to - 1u);
    if (person_unit(c)) closes &= noun_end(s->lexicon, noun, EDGE_PERSON) == noun.len; /* 网格员受聘|担任执行员 */
    return closes && !token_ends_in(s, r->to - 1u, who);
}

/* 八类案件|下降26%, 蔬菜售价|低于市场均价, 5万人次的技能|提升和转岗培训. */
static enum verdict at_change(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    if (!is_one_of(tag, GROW, FALL, IMPROVE)) return UNTOLD;
    bool counts_it = tag != IMPROVE && is_figure(s, r->to + 1);
    if (counts_it || note_at(s, r->to, NOTE_THAN)) return ENDS;
    size_t deed = tag == IMPROVE ? deed_end(s, r->to) : 0;
    bool briefly = r->to + 1u < s->count && token_bytes(&s->tokens[r->to + 1]) <= 3 * HAN; /* 提升|示范点, not 无障碍设施 */
    if (deed) return r->to = deed - 1, GOES_ON;
    return told(ends_phrase(s, r->to + 1) || inside_compound(s, r->to) || (briefly && closes_with_outfit(s, c, r)));
}

/* 为153户孤寡老人|免费|检修线路: what is done for the persons before token `i`, by a deed with its object, opens with how. */
static bool does_for_them(const struct sentence *s, const struct candidate *c, struct range r) {
    size_t deed = skip(s, r.to, CLASSES(ADVERB));
    bool   does = is_one_of(tag_at(s, deed), VERB, VERBAL) && !inside_compound(s, deed);
    return does && is_served(s, c) && token_ending(s, r.to - 1u, EDGE_PERSON);
}

/* 86公里的|青禾至云岭|高速公路, 8个|群众反映强烈的|问题, 一次性整体拨款; most other words than nouns and verbs end it. */
static enum verdict at_describing_word(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    if (tag == TO) return told(!bare_or_person(c)); /* 32名干部|到信访一线锻炼 */
    if (note_at(s, r->to, NOTE_ADJ) && tag_at(s, r->to + 1) == OF) return r->from = r->to + 2, r->to++, GOES_ON;
    if (is_adjective(s, r->to) && content_bytes(s, *r) <= 4 * HAN) return told(r->to == r->from || !does_for_them(s, c, *r));
    if (has_class(s, range_of(r->from, r->to), CLASSES(QUOTE)) && in_open_quotation(s, r->from, r->to)) return GOES_ON;
    bool ends = is_one_of(tag, LIGHT, REACH, PREPOSITION, FROM, BOTH, DATE, ON_YEAR, AIM, DONE, RANK, ADVERB, QUALIFIER,
                          RESPECTIVELY, SHARE, ETC, GROW_TO, FALL_TO);
    ends |= tag == ONLY && is_figure(s, skip(s, r->to + 1u, CLASSES(ADVERB, REACH))); /* 养老机构入住率|仅43% */
    return ends ? ENDS : UNTOLD;
}

/* 走进|26所学校, 到|19个村: does somebody come to those that `c` counts, who are bodies or places by their noun?
 */
static bool is_visited(const struct sentence *s, const struct candidate *c, const struct range *r) {
    const struct token *before = c->token > 0 ? &s->tokens[c->token - 1] : NULL;
    bool                comes = before && bare_or_counts(c) && (before->tag == TO || has_note(before, NOTE_VISITS));
    return comes && token_ends_in(s, r->to - 1u, ONE_OF_EDGES(EDGE_PLACE, EDGE_DOER));
}

/* 在25个村|安装路灯, 为73名矫正对象|制定方案, 走进9个村|维修水泵、打谷机等农具: what was done for those counted, or where
 * they are, by a deed that may be a noun, to nothing but what nouns name that close the phrase or stand before a figure; not
 * 在14个|产业集聚区, 对30个|改造项目. */
static bool done_there(const struct sentence *s, const struct candidate *c, const struct range *r) {
    if (c->token == 0 || note_at(s, r->to, NOTE_THING) || tag_at(s, r->to + 1) != NOUN) return false; /* most */
    if (!is_served(s, c) && !is_visited(s, c, r)) return false;
    size_t object = skip(s, r->to + 1, CLASSES(NOUN));
    bool   plain = ends_phrase(s, object) || tag_at(s, object) == ETC || is_figure(s, object);
    if (is_one_character(&s->tokens[object - 1]) && token_ending(s, object - 1u, EDGE_BODY)) return false; /* 文明|实践|所 */
    return plain && !note_at(s, object - 1, NOTE_THING) &&
           !token_ends_in(s, object - 1, ONE_OF_EDGES(EDGE_PLACE, EDGE_DOER, EDGE_PERSON));
}

/* 5个|县|新建公路12公里, 从12个|省|调集发电车150台: do places of one character stand before what is counted itself? */
static bool places_do(const struct sentence *s, const struct candidate *c, const struct range *r) {
    if (r->to != r->from + 1u || !bare_or_counts(c) || !is_one_character(&s->tokens[r->from])) return false; /* most */
    bool   place = token_ending(s, r->from, EDGE_AREA);
    size_t object = skip(s, r->to + 1, CLASSES(NOUN, HEAD));
    bool   deed = s->tokens[r->to].tag == VERB ||
                (s->tokens[r->to].tag == VERBAL && object > r->to + 1u && s->tokens[object - 1].tag == NOUN &&
                 !note_at(s, object - 1, NOTE_GENERIC | NOTE_GOAL)); /* not 5个县|改造任务|12个 */
    return place && deed && has_own_figure(s, r->to);
}

/* 12户|发放1836元, 14个村|建起了洗衣房, 在12个村|办起驿站, 提供给7名手艺人|使用, not 14名|纺织厂|退休女工. */
static enum verdict at_verb(const struct sentence *s, const struct candidate *c, struct range *r) {
    char tag = tag_at(s, r->to);
    bool last = ends_phrase(s, r->to + 1), full = content_bytes(s, *r) >= 2 * HAN;
    if (places_do(s, c, r)) return ENDS;
    if (tag == VERBAL && last && bare_or_person(c) && is_served(s, c)) return ENDS;
    if (tag == VERBAL && done_there(s, c, r)) return ENDS;
    if (tag != VERB) return UNTOLD;
    bool lives =
        money_unit(c) && tag_at(s, c->token + 1u) == OF && s->tokens[r->to - 1].tag == HEAD; /* 靠1800元的|工资|维持生活 */
    if (lives && !inside_compound(s, r->to)) return ENDS;
    if (last && bare_or_counts(c) && makes_up(s, c->token)) return ENDS; /* 由8名护士、11个自然屯|组成 */
    bool gift = money_unit(c) && tag_at(s, c->token + 1u) == OF && is_one_of(tag_at(s, r->to + 1), AND, LIST_COMMA);
    if (gift && full) return GOES_ON; /* 5万元的|建设补助|和 */
    bool along = tag_before(s, c->token) == ADVERB && token_opening(s, c->token - 1u, EDGE_ALONG);
    if (along && full && is_served(s, c)) return ENDS; /* 联合4家运营商|启动改造工程 */
    if ((is_served(s, c) && !inside_compound(s, r->to)) || (full && is_figure(s, r->to + 1))) return ENDS;
    bool persons = bare_or_person(c) && tag_at(s, r->to + 1) == NOUN && ends_phrase(s, r->to + 2);
    persons &= !token_ending(s, r->to - 1u, EDGE_PERSON); /* 退休教师|担任|讲解员 */
    if (persons && token_ending(s, r->to + 1, EDGE_PERSON)) return GOES_ON;
    if (full && closes_with_outfit(s, c, r)) return GOES_ON;
    if (full) return told(last || (!has_own_figure(s, r->to) && inside_compound(s, r->to)));
    return makes_verb(s, r->to + 1) ? ENDS : UNTOLD;
}

/* 青石变等8个电网项目|和河东至临山天然气管线工程: behind those that are counted with their names a thing stands that has its
 * own, where 青山镇等8个乡镇和街道 are all of both kinds. */
static bool other_thing(const struct sentence *s, const struct candidate *c, struct range r) {
    if (!bare_or_counts(c) || tag_before(s, c->token) != ETC || r.to == r.from) return false; /* most */
    size_t from = r.to + 1u, end = phrase_end(s, from), thing = from;
    while (thing < end && !note_at(s, thing, NOTE_THING)) thing++;
    if (thing == end || content_bytes(s, range_of(from, end)) < 6 * HAN) return false;
    return s->tokens[r.to - 1].tag == VERBAL || note_at(s, r.to - 1, NOTE_THING);
}

/* 38家企业|与高校签订协议: those with whom they do something are not counted, where 与 opens what more than a deed closes. */
static bool does_along(const struct sentence *s, size_t with) {
    if (!token_opening(s, with, EDGE_ALONG)) return false; /* most */
    size_t whom = skip(s, with + 1, CLASSES(NOUN, HEAD, PLACE, LEVEL)), does = skip(s, whom, CLASSES(ADVERB, DONE));
    return whom > with + 1 && is_one_of(tag_at(s, does), VERB, VERBAL, LIGHT, REACH) && !ends_phrase(s, does + 1) &&
           !inside_compound(s, does);
}

/* 12支队伍|以及市民群众1200余人: persons whose count stands right behind them are counted by that alone. */
static bool persons_counted(const struct sentence *s, size_t joint) {
    size_t end = skip(s, joint + 1, CLASSES(NOUN, HEAD));
    bool   counted = end > joint + 1 && figure_is(s, end, person_unit);
    return counted && token_ending(s, end - 1, EDGE_PERSON);
}

/* 50万平方米老旧小区节能改造|和南街片区供水工程, 5万千瓦风电场|和220千伏变电站: what has a size of its own is another thing. */
static enum verdict at_and(const struct sentence *s, const struct candidate *c, struct range *r) {
    if (tag_at(s, r->to) != AND) return UNTOLD;
    if (!bare_or_counts(c) && r->to + 1u < s->count && s->tokens[r->to + 1].candidate >= 0) return ENDS;
    if (bare_or_counts(c) && (does_along(s, r->to) || persons_counted(s, r->to))) return ENDS;
    bool done = !bare_or_counts(c) && s->tokens[r->to - 1].tag == VERBAL && is_one_of(tag_at(s, r->to + 1), NOUN, HEAD);
    return told(!does_next(s, c, r->to) && !done && !other_thing(s, c, *r) && !list_goes_on(s, c, r->to));
}

bool noun_goes_on(const struct sentence *s, const struct candidate *c, struct range *r) {
    static enum verdict (*const words[])(const struct sentence *, const struct candidate *, struct range *) = {
        at_plain_word, at_deed_of_noun, at_other_deed, at_quotation, at_change, at_describing_word, at_verb, at_and};
    enum verdict verdict = UNTOLD;
    for (size_t i = 0; i < sizeof words / sizeof *words && !verdict; i++) verdict = words[i](s, c, r);
    return verdict != ENDS;
}
