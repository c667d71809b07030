/* What only leads up to the words that name a figure goes before they are looked at: since when it is so, on which terms,
 * who expects it, who does it (她), where somebody begins to speak. */
#include "extract/naming/preamble.h"

#include "extract/naming/doer.h"

#include "extract/base/banned.h"

/* 该院建院60年来|只接生过3例, “双减”以来|压减机构86家: since when it is so is no part of what is done. */
static struct words behind_years(const struct sentence *s, struct words words) {
    if (!in_classes(SINCE, s->classes)) return words; /* most */
    size_t since = last_of(s, range_of_words(words), CLASSES(SINCE));
    bool   years = since != SIZE_MAX && since > words.from && since + 1 < words.to &&
                 (s->tokens[since - 1].candidate >= 0 || s->tokens[since - 1].tag == UNQUOTE);
    return years ? words_of(s, range_of(since + 1, words.to)) : words;
}

/* 按每人500元|的|标准, 以每斤3元|的|价格: does token `i` close the terms on which a deed was done, which a figure tells? */
static bool closes_terms(const struct sentence *s, size_t i) {
    if (i < 2 || s->tokens[i - 1].tag != OF) return false; /* most */
    if (note_at(s, i, NOTE_NORM)) return true;
    if (s->tokens[i].tag != HEAD || !figure_is(s, i - 2, money_unit)) return false;
    return tag_before(s, skip_back(s, i - 2, CLASSES(PER_NOUN, PER, ADVERB, QUALIFIER, REACH))) == PREPOSITION;
}

/* 按每村1人的标准|选聘防疫员, 以每斤3元的价格|收购玉米: a deed behind the terms on which it was done; not 50元的标准|12项. */
static struct words behind_terms(const struct sentence *s, struct words words) {
    size_t terms = words.from;
    while (terms < words.to && !closes_terms(s, terms)) terms++;
    if (terms + 2u >= words.to || !is_one_of(s->tokens[terms + 1].tag, VERB, VERBAL)) return words; /* most */
    size_t from = words.from - (words.from > 0);
    while (from < terms && s->tokens[from].candidate < 0) from++;
    return from < terms ? words_of(s, range_of(terms + 1, words.to)) : words;
}

/* 记者李国“|咱们厂的‘妈咪小屋’: the last quotation mark among the words that opens one that does not close, else the last;
 * SIZE_MAX when there is none. */
static size_t last_open(const struct sentence *s, struct words words) {
    size_t last = last_of(s, range_of_words(words), CLASSES(QUOTE, UNQUOTE)), shut = 0;
    for (size_t i = last; i != SIZE_MAX; i = last_of(s, range_of(words.from, i), CLASSES(QUOTE, UNQUOTE)))
        if (s->tokens[i].tag == UNQUOTE)
            shut++;
        else if (!shut--)
            return i;
    return last;
}

/* 不犯难“月托|1680元，…”, 300个车位的|停车场: where somebody begins to speak, and behind what a thing has room for. */
static struct words begun_anew(const struct sentence *s, struct words words) {
    size_t from = words.from, open = in_classes(QUOTE, s->classes) ? last_open(s, words) : SIZE_MAX;
    size_t shut = open != SIZE_MAX ? last_of(s, range_of(words.from, open), CLASSES(QUOTE, UNQUOTE)) : SIZE_MAX;
    bool   alone = open != SIZE_MAX && s->tokens[open].tag == QUOTE && /* “随机"检查 closes with another mark */
                 (shut == SIZE_MAX || s->tokens[shut].tag == UNQUOTE);
    if (alone && open + 1 < words.to) from = open + 1;
    /* 《整治市容,|迎接复工》短视频点击量 */
    bool title = open != SIZE_MAX && s->tokens[open].tag == UNQUOTE && tag_before(s, from) == COMMA &&
                 !has_class(s, range_of(from, open), CLASSES(QUOTE));
    if (title && open + 1 < words.to) from = open + 1;
    bool framed = open != SIZE_MAX && s->tokens[open].tag == UNQUOTE && tag_at(s, open + 1) == WITHIN; /* “三夏”期间|投入 */
    if (framed && open + 2 < words.to) from = open + 2;
    bool room = is_figure(s, from - 1) && note_at(s, from, NOTE_ROOM); /* 300个|车位的|停车场 */
    if (room && tag_at(s, from + 1) == OF && from + 2 < words.to) from += 2;
    return from > words.from ? words_of(s, range_of(from, words.to)) : words;
}

/* 28名志愿者中有|返乡大学生15名: those of whom so many are this are counted before. */
static struct words among_counted(const struct sentence *s, struct words words) {
    size_t has = words.from;
    if (!is_figure(s, words.from - 1)) return words; /* most */
    has = skip(s, has, CLASSES(NOUN, HEAD));
    bool among = has > words.from && has + 1 < words.to && s->tokens[has].tag == REACH && opens_among(s, has);
    return among ? words_of(s, range_of(has + 1, words.to)) : words;
}

/* 勤快的|她, 决赛中|他, 我: token `i` is one person, who does what is told behind, not 给他|发放 or 她的|收入. */
static bool is_he(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    bool                one =
        is_one_character(t) && (t->tag == PLACE ? token_opening(s, i, EDGE_HANGS) : token_opening(s, i, EDGE_SPEAKER)) != NULL;
    if (!one || is_one_of(tag_at(s, i + 1), OF, PLACE)) return false; /* most */
    return !is_one_of(tag_before(s, i), PREPOSITION, FROM, THAN, AND);
}

/* 手脚麻利的她|采茶, 决赛中他|独得32分: behind who does it, and what is told of him. */
static struct words behind_pronoun(const struct sentence *s, struct words words) {
    size_t he = words.to;
    while (he > words.from && !is_he(s, he - 1) && s->tokens[he - 1].tag != UNQUOTE) he--; /* “我为群众办实事”活动 */
    if (he == words.from || s->tokens[he - 1].tag == UNQUOTE) return words;
    bool both = tag_at(s, he) == AND && he + 2u < words.to && tag_at(s, he + 1) == NOUN; /* 她|和同事|走1.5万步 */
    if (both && token_ends_in(s, he + 1, ONE_OF_EDGES(EDGE_PERSON, EDGE_STATED))) he += 2;
    struct range rest = strip(s, range_of(he, words.to), NAME_HEAD, NAME_TAIL);
    return content_bytes(s, rest) >= HAN ? words_of(s, rest) : words;
}

/* 协会预计|全年销量: behind who expects it; nothing is said behind the word in 全年销量|预计. */
static struct words behind_forecast(const struct sentence *s, struct words words) {
    size_t says = words.from;
    while (says < words.to && !(s->tokens[says].tag == REACH && note_at(s, says, NOTE_EXPECTED))) says++;
    if (says == words.to || says == words.from) return words;
    struct range rest = range_of(says + 1, words.to);
    bool         who = names_doer(s, words.from, says) || token_ends_in(s, says - 1, ONE_OF_EDGES(EDGE_PERSON, EDGE_STATED));
    struct range what = strip(s, rest, NAME_HEAD, NAME_TAIL | TRAIT_MOVES | TRAIT_TIME); /* 游客预计|同比增长 */
    return who && content_bytes(s, what) >= 2 * HAN ? words_of(s, rest) : words;
}

/* 预测|今年|经济增长3%, 目标|在|2027年|降至5%, 连同过去|两年|累计减3%: that it is only foreseen, or since when it is so, names
 * nothing; not 人口预测|今年启动. */
static struct words behind_foreseen(const struct sentence *s, struct words words) {
    size_t says = skip(s, words.from, CLASSES(ADVERB)), when = skip(s, says + 1u, CLASSES(PREPOSITION, TO, REACH));
    if (when + 1u >= words.to || tag_at(s, when) != DATE || s->tokens[says].tag != NOUN) return words; /* most */
    bool spans = when == says + 1u && note_at(s, says, NOTE_SPAN);
    return spans || token_is(s, says, EDGE_FORESEES) ? words_of(s, range_of(when, words.to)) : words;
}

/* 会议强调|产量增长5%: behind who says what was measured. */
static struct words behind_saying(const struct sentence *s, struct words words) {
    size_t says = words.from + 1u;
    while (says < words.to && !(s->tokens[says].tag == VERB && note_at(s, says, NOTE_FRAME))) says++;
    if (says + 1u >= words.to || skip(s, words.from, CLASSES(NOUN, HEAD, VERBAL)) != says) return words;
    struct range rest = range_of(says + 1u, words.to), what = strip(s, rest, NAME_HEAD, NAME_TAIL | TRAIT_MOVES | TRAIT_TIME);
    return content_bytes(s, what) >= 2 * HAN ? words_of(s, rest) : words;
}

/* 年中经县人大常委会|批准|调整为2.8亿元: behind who approved it, whom 经 opens. */
static struct words behind_approval(const struct sentence *s, struct words words) {
    size_t did = words.from + 1u;
    while (did < words.to && !(is_one_of(s->tokens[did].tag, VERB, VERBAL) && words_ending(s, words.from, did, EDGE_COUNCIL)))
        did++;
    if (did >= words.to) return words; /* most */
    size_t at = 0;
    bool   by = lexicon_within(s->lexicon, sentence_text(s, words.from, did), EDGE_ELAPSES, &at);
    return by ? words_of(s, range_of(skip(s, did, CLASSES(VERB, VERBAL)), words.to)) : words;
}

struct words without_preamble(const struct sentence *s, struct words words, enum kind kind) {
    words = behind_approval(s, words);
    if (kind == KIND_LEVEL || kind == KIND_CHANGE) words = behind_years(s, words);
    if (words.notes & NOTE_NORM || tag_at(s, words.from) == OF) words = behind_terms(s, words);
    if (in_classes(QUOTE, s->classes) || words.notes & NOTE_ROOM) words = begun_anew(s, words);
    if (words.notes & NOTE_EXPECTED) words = behind_forecast(s, words);
    if (words.notes & NOTE_FRAME) words = behind_saying(s, words);
    return behind_pronoun(s, behind_foreseen(s, among_counted(s, words)));
}
