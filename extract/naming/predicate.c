/* What those did whom a figure counts: 619个村踊跃|参与报名. A short noun is named with it, and so are people; where it ends,
 * and whether it says anything, is asked here. */
#include "extract/naming/predicate.h"

#include "extract/base/banned.h"

bool makes_up(const struct sentence *s, size_t k) {
    k = skip_back(s, k, CLASSES(NOUN, HEAD, VERBAL, PLACE, OF, AND, LIST_COMMA, COUNT, SMALL_COUNT));
    return tag_before(s, k) == FROM;
}

size_t list_close(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(NOUN, HEAD, VERBAL, LEVEL, SET_PHRASE, IMPROVE, ADVERB, LIST_COMMA, AND, QUOTE, UNQUOTE));
    size_t noun = skip(s, i + 1, CLASSES(ADVERB, LEVEL));
    return tag_at(s, i) == ETC && is_one_of(tag_at(s, noun), NOUN, HEAD, VERBAL) ? i : 0;
}

/* 13个市|（州）, 9个县|（市、区）: does the bracket at token `i`, which `close` ends, add but other kinds of places to that
 * before? */
static bool adds_places(const struct sentence *s, size_t i, size_t close) {
    if (i == 0 || !token_ending(s, i - 1, EDGE_PLACE)) return false; /* most */
    for (size_t k = i + 1; k < close; k++)
        if (s->tokens[k].tag != LIST_COMMA && !token_ending(s, k, EDGE_PLACE)) return false;
    return tag_at(s, close) == CLOSE && content_bytes(s, range_of(i + 1, close)) <= 8 * HAN;
}

size_t inner_bracket(const struct sentence *s, size_t i) {
    size_t close = next_of(s, i + 1, CLASSES(CLOSE, FIGURES));
    if (adds_places(s, i, close)) return close;
    return tag_at(s, close) == CLOSE &&
                   is_one_of(tag_at(s, close + 1), NOUN, HEAD, VERB, VERBAL, AWARD, REACH, LIGHT, RANK, ADVERB, DONE, PLACE)
               ? close
               : 0;
}

bool in_open_quotation(const struct sentence *s, size_t from, size_t i) {
    size_t quote = last_of(s, range_of(from, i), CLASSES(QUOTE, UNQUOTE));
    return quote != SIZE_MAX && s->tokens[quote].tag == QUOTE;
}

size_t item_end(const struct sentence *s, size_t from) {
    from = skip(s, from, CLASSES(NOUN, HEAD, VERBAL, LEVEL, SET_PHRASE, QUOTE, UNQUOTE));
    return from;
}

bool parts_objects(const struct sentence *s, size_t i, size_t end) {
    if (tag_at(s, end) != LIST_COMMA) return false;
    if (in_open_quotation(s, i, end)) return true;
    size_t item = item_end(s, end + 1);
    bool counted_apart = s->tokens[i].tag == AWARD && is_figure(s, item + 1); /* 4个村|获评文明村、新城社区等11个单位 */
    bool over = tag_at(s, item) == ETC ? !counted_apart : ends_phrase(s, item) && !is_figure(s, item);
    return item > end + 1 && over;
}

/* 18个项目实现签约、|当年运营: is all that stands between the mark at token `mark` and the end of the clause a deed? */
static bool ends_in_deed(const struct sentence *s, size_t mark) {
    size_t verb = skip(s, mark + 1, CLASSES(ADVERB)), end = skip(s, verb, CLASSES(VERB, VERBAL));
    return tag_at(s, mark) == LIST_COMMA && end > verb && is_one_of(tag_at(s, end), COMMA, STOP);
}

/* 获省|、市|表彰, 获国家、省级表彰: does the mark at token `mark` part the levels of what is told behind them? */
static bool parts_levels(const struct sentence *s, size_t mark) {
    size_t next = mark + 1;
    if (tag_at(s, mark) != LIST_COMMA || !is_one_of(tag_at(s, next + 1), NOUN, VERB, VERBAL)) return false; /* most */
    bool first = s->tokens[mark - 1].tag == LEVEL || token_is(s, mark - 1, EDGE_AREA);
    return first && (s->tokens[next].tag == LEVEL || token_is(s, next, EDGE_AREA));
}

/* 获评教学能手、骨干教师称号, 纳入“粮仓”精品（培育）品牌: what was done from token `i` on goes on behind the mark at token
 * `end`, which parts its objects, or is of a bracket inside a name. */
static bool goes_on_within(const struct sentence *s, size_t i, size_t end) {
    if (tag_at(s, end) == OPEN) return inner_bracket(s, end) > 0;
    if (tag_at(s, end) == CLOSE) return has_class(s, range_of(i, end), CLASSES(OPEN));
    if (ends_in_deed(s, end) || parts_levels(s, end)) return true;
    if (in_open_quotation(s, i, end) || !parts_objects(s, i, end)) return false;
    size_t item = item_end(s, end + 1); /* 带来剪纸、|太极拳等12门课程 is told by halves */
    return tag_at(s, item) != ETC || !is_figure(s, item + 1);
}

/* 90%的园区|降至低风险等级, 六成企业|提高了工资, not 8%的国内生产总值|增长目标 */
static bool moves(const struct sentence *s, size_t i) {
    return is_one_of(tag_at(s, i), GROW_TO, FALL_TO) || (is_one_of(tag_at(s, i), GROW, FALL) && tag_at(s, i + 1) == ADVERB);
}

/* 9家|单位统计数据上报不及时: what is found fault with is named with its fault. */
static struct range with_fault(const struct sentence *s, struct range noun) {
    size_t end = skip(s, noun.to, CLASSES(NOUN, HEAD, VERB, VERBAL, LEVEL, ADVERB, LIGHT));
    bool   fault = ends_phrase(s, end) && s->tokens[end - 1].tag == NOUN && note_at(s, end - 1, NOTE_ADJ);
    return fault && content_bytes(s, range_of(noun.from, end)) <= LONGEST_PREDICATE ? range_of(noun.from, end) : noun;
}

/* 80户|农村危房|得到|改造, 60个|老旧小区|完成|修缮: the deed behind the word at token `i`, which says nothing itself, when it
 * is all that is said. */
static struct range with_bare_deed(const struct sentence *s, struct range noun, size_t i) {
    struct range deed = range_of(i + 1, i + 1);
    bool         light = is_one_of(s->tokens[i].tag, LIGHT, REACH) && token_bytes(&s->tokens[i]) == 2 * HAN;
    while (is_one_of(tag_at(s, deed.to), VERB, VERBAL)) deed.to++;
    bool measured = is_figure(s, deed.to); /* 199个重点项目|完成投资544亿元 */
    bool bare =
        light && !measured && deed.to > deed.from && ends_phrase(s, deed.to) && content_bytes(s, deed) <= LONGEST_BARE_DEED;
    return bare ? with_hole(range_of(noun.from, deed.to), noun.to, deed.from) : noun;
}

/* 77%的开发者|月收入超过5000元, 15个|党员|年龄在70岁以上: behind the figure that tells which they are, from token `i` on; 0
 * when none does. */
static size_t behind_telling_figure(const struct sentence *s, size_t i, bool share) {
    i = skip(s, i, CLASSES(REACH, QUALIFIER, ADVERB, PREPOSITION));
    bool told = i < s->count && s->tokens[i].candidate >= 0 && is_one_of(tag_at(s, i + 1), COMMA, STOP, LIST_COMMA);
    return told && (share || s->tokens[i].tag == NOUN) ? i + 1 : 0;
}

/* 妇女|实现就业, 农民|受益, 项目|投产, not 活动|扎实推进: do the words [i, end) say enough of the noun; less will do for a
 * `brief` one? */
static bool says_enough(const struct sentence *s, struct range noun, size_t i, size_t end, bool brief) {
    size_t said = is_one_of(s->tokens[i].tag, LIGHT, REACH) ? i + 1 : i; /* 活动扎实推进 says no more than 活动 */
    bool   how = i > noun.to && s->tokens[noun.to].tag == ADVERB && s->tokens[i - 1].tag == ADVERB &&
               token_bytes(&s->tokens[i - 1]) == 2 * HAN;
    brief |= s->tokens[i].tag == REACH ||
             (how && s->tokens[i].tag == VERBAL && end == i + 1); /* 贫困县|全部|摘帽, not 雪道|全部|开放 */
    return end > said && content_bytes(s, range_of(i, end)) >= (brief ? SHORT_DEED : DEED);
}

/* The noun and its deed, which starts at token `i`, without by what means it was done: 群众|通过平台|获得帮助. */
static struct range without_means(const struct sentence *s, struct range all, size_t i, bool share) {
    struct range deed = range_of(i, all.to);
    if (s->tokens[i].tag == REACH && tag_at(s, i + 1) == AND && is_one_of(tag_at(s, i + 2), GROW, QUALIFIER, REACH))
        return with_hole(all, i, i + 2); /* 产品|完成或|超额完成计划 */
    if (s->tokens[i].tag != PREPOSITION) return all;
    size_t light = last_of(s, deed, CLASSES(LIGHT));
    if (light != SIZE_MAX) return with_hole(all, i, light + 1); /* 专家|对若干问题进行|研究论证 */
    size_t verb = share ? SIZE_MAX : last_of(s, deed, CLASSES(VERB, AWARD));
    size_t least = verb != SIZE_MAX && s->tokens[verb].tag == AWARD ? 2 * HAN : 4 * HAN; /* 教师|在全省比赛中|获奖 */
    bool   told = verb != SIZE_MAX && verb > i + 1 && content_bytes(s, range_of(verb, all.to)) >= least;
    if (!told) return all;
    return with_hole(all, i, verb - (s->tokens[verb - 1].tag == NONE)); /* 村|在改造中|未用上自来水 */
}

/* Behind what stands between a noun and its deed, from token `i` on. */
static size_t behind_adverbs(const struct sentence *s, size_t i) {
    return skip(s, i, CLASSES(ADVERB, BOTH, DONE, PLACE, OF, IMPROVE));
}

bool only_acts(const struct sentence *s, struct range noun) {
    size_t i = behind_adverbs(s, noun.to), object = skip(s, i + 1, CLASSES(VERB, VERBAL, IMPROVE, AND, DONE));
    if (!is_one_of(tag_at(s, i), VERB, LIGHT, PREPOSITION) || note_at(s, i, NOTE_JOINS | NOTE_AT)) return false;
    size_t end = phrase_end(s, object);
    bool   compound = note_at(s, object, NOTE_THING) || note_at(s, end - 1, NOTE_THING | NOTE_ADJ) ||
                    has_class(s, range_of(i, end), CLASSES(OF, ETC, AND)); /* 1023项|供需对接和签约, 8家|企业迁建工作 */
    bool whole = is_one_of(s->tokens[noun.to - 1].tag, NOUN, HEAD) && s->tokens[noun.from].tag != VERB;
    return end > object && !compound && whole && content_bytes(s, noun) > HAN;
}

/* 居民选择|“没有影响”: behind the answer that opens at token `i` and ends its clause; 0 when none does. */
static size_t behind_answer(const struct sentence *s, size_t i) {
    size_t close = tag_at(s, i) == QUOTE ? next_of(s, i, CLASSES(UNQUOTE, COMMA, STOP)) : s->count;
    return tag_at(s, close) == UNQUOTE && ends_phrase(s, close + 1) ? close + 1 : 0;
}

/* 受访者支持|全面禁烟, 民众支持|延长开放: does what a share of them said stand at the end of the noun already? */
static bool says_already(const struct sentence *s, struct range noun) {
    return noun.to > noun.from + 1u && s->tokens[noun.to - 1].tag == VERBAL;
}

/* Does what those of `noun` did start at token `i`? 两项举措|推动…: what things do is not counted, what they won is, and what
 * a share of them did. */
static bool starts_predicate(const struct sentence *s, struct range noun, size_t i, bool thing, bool share) {
    bool unknown = share && i > noun.to && tag_at(s, i) == NOUN && s->tokens[i - 1].tag == ADVERB; /* 的人每月|休息 */
    unknown |= share && is_unknown(s, i) && s->tokens[i - 1].tag == DATE;                          /* 的人去年|读过书 */
    bool attained = note_at(s, i, NOTE_ATTAINS); /* 18个项目|实现开工, not 120家企业|完成申报 */
    u128 does = thing ? CLASSES(AWARD, RANK, VERB, NONE) : CLASSES(VERB, VERBAL, AWARD, LIGHT, REACH, RANK, PREPOSITION, NONE);
    bool moved = share && (moves(s, i) || (says_already(s, noun) && is_one_of(tag_at(s, i), GROW, FALL, IMPROVE)));
    if (!unknown && !attained && !moved && !in_classes(tag_at(s, i), does)) return false;
    bool closes = tag_at(s, i + 1) == OF || ends_phrase(s, i + 1);
    if (closes && makes_up(s, noun.from - 1u)) return false; /* 由35名专家|组成的团 */
    /* 58场活动|让安全看得见, 志愿者|活跃在一线; 13名代表都是教师: who they are is no deed */
    return !note_at(s, i, NOTE_CAUSES | NOTE_VISITS | (share ? 0 : NOTE_IS));
}

/* 能源来自风电|、光伏和储能，: does the mark at token `end` list nothing but nouns to the end of the clause? */
static bool lists_to_end(const struct sentence *s, size_t end) {
    if (tag_at(s, end) != LIST_COMMA) return false; /* most */
    size_t close = skip(s, end, CLASSES(NOUN, HEAD, VERBAL, LIST_COMMA, AND));
    return is_one_of(tag_at(s, close), COMMA, STOP);
}

/* Where it ends that starts at token `i`: a list in brackets and a figure within do not end it, nor does one of what a share
 * comes from. */
static size_t predicate_end(const struct sentence *s, size_t i, bool share) {
    size_t end = i + 1;
    while (!ends_phrase(s, end) || list_close(s, end) || goes_on_within(s, i, end) || (share && lists_to_end(s, end))) end++;
    return end;
}

/* 村民|转移|到镇中学安置点: the deed from token `i` on ends before where to. */
static size_t before_whither(const struct sentence *s, size_t i, size_t end) {
    size_t to = last_of(s, range_of(i + 1, end), CLASSES(TO));
    return to != SIZE_MAX && is_one_of(s->tokens[to - 1].tag, VERB, VERBAL) ? to : end;
}

/* 爱好者|在湿地风光中尽情奔跑: does the deed that opens with 在 at token `i` say but where it was done, and to nothing? */
static bool only_there(const struct sentence *s, size_t i, size_t end) {
    size_t verb = last_of(s, range_of(i, end), CLASSES(VERB, VERBAL, AWARD, LIGHT, GROW, FALL, REACH));
    return note_at(s, i, NOTE_AT) && verb + 1 == end && s->tokens[verb].tag == VERB;
}

struct range with_predicate(const struct sentence *s, struct range noun, size_t longest) {
    bool   share = longest == SIZE_MAX;
    bool   told = share && !has_hole(noun) && noun.to > noun.from;
    size_t deeds = told ? behind_exact_share(s, noun.to) : 0;
    if (told && !deeds && tag_at(s, noun.to) == DATE) deeds = noun.to + 1u;
    if (deeds) { /* 受访者（53.8%）|表示愿意, 家长过去一年|带孩子读书 */
        struct range deed = with_predicate(s, range_of(deeds, deeds), longest);
        return deed.from < deed.to ? with_hole(range_of(noun.from, deed.to), noun.to, deed.from) : noun;
    }
    size_t answer = share ? behind_answer(s, skip(s, noun.to, CLASSES(ADVERB))) : 0;
    if (answer && noun.to > noun.from) return range_of(noun.from, answer);
    size_t i = noun.to + (share && tag_at(s, noun.to) == COMMA);
    if (i > noun.to && token_opening(s, i, EDGE_OUTCOME)) return noun; /* 80%的事项网上办理，|取得成效 */
    i = behind_adverbs(s, i);
    size_t figure = behind_telling_figure(s, i, share);
    if (figure) return range_of(noun.from, figure);
    bool thing = !share && note_at(s, noun.to - 1, NOTE_THING);
    if (!starts_predicate(s, noun, i, thing, share)) return noun;
    size_t       bytes = content_bytes(s, noun);
    struct range faulty = with_fault(s, noun);
    if (faulty.to > noun.to) return faulty;
    if (s->tokens[i].tag == AWARD && longest < SHORT_WINNER) longest = SHORT_WINNER;
    if (bytes > longest) return bytes <= LONG_PEOPLE && !has_hole(noun) ? with_bare_deed(s, noun, i) : noun;
    size_t end = predicate_end(s, i, share);
    if (parts_objects(s, i, end)) return noun; /* 志愿者|带来剪纸、太极拳等课程: half of it is no name */
    if (content_bytes(s, range_of(i, end)) > LONGEST_PREDICATE || is_figure(s, end)) return noun;
    if (!says_enough(s, noun, i, end, !bytes || thing || (share && says_already(s, noun)))) return noun;
    if (!share && tag_at(s, end) == COMMA && token_ending(s, end - 1, EDGE_AMONG)) return noun; /* 炮手|接到指令后，就位 */
    while (end > i + 1 && is_one_of(s->tokens[end - 1].tag, ADVERB, AND)) end--;                /* 得到改善|和加强 */
    end = before_whither(s, i, end);
    /* 学生|在老师带领下|就餐: where and with whom they did what no table knows, or what is done to nothing */
    bool aside =
        bytes != HAN && !share && s->tokens[i].tag == PREPOSITION &&
        (!has_class(s, range_of(i, end), CLASSES(VERB, VERBAL, AWARD, LIGHT, GROW, FALL, REACH)) || only_there(s, i, end));
    return aside ? noun : without_means(s, range_of(noun.from, end), i, share);
}
