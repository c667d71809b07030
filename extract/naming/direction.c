/* A phrase with a preposition, 向学校|配送图书, 在大棚里|忙碌, goes from a name where it tells to whom, by whom, by what means
 * or where: the deed behind it is counted. */
#include "extract/naming/direction.h"

#include "extract/naming/doer.h"

#include "extract/base/banned.h"

/* 价格在世界通胀高企背景下上涨: from 在 to 背景下 goes. */
static struct range without_setting(const struct sentence *s, struct range r) {
    size_t preposition = last_of(s, r, CLASSES(PREPOSITION));
    if (preposition == SIZE_MAX) return r;
    if (note_at(s, preposition, NOTE_SETTING)) return range_of(preposition + 1, r.to); /* 剔除退税因素后|增长 */
    bool at = note_at(s, preposition, NOTE_AT);
    for (size_t i = preposition + 1; i < r.to; i++)
        if (note_at(s, i, NOTE_SETTING) && (at || s->tokens[i].tag != ADVERB)) /* 在西部地区|率先, not 对企业率先 */
            return preposition == r.from ? range_of(i + 1, r.to) : with_hole(r, preposition, i + 1);
    return r;
}

/* 中央决定将农民人均纯收入2300元作为标准: who does it stands before 将 and 把. */
static bool marks_object(const struct sentence *s, size_t i) {
    bool   made = !note_at(s, i, NOTE_PLAN) && tag_at(s, i + 1) == VERBAL;
    size_t what = i + 1u + (made && is_one_of(tag_at(s, i + 2), NOUN, HEAD)); /* 把供水|温度由72度调到83度 */
    what = skip(s, what, CLASSES(DATE, PLACE));                               /* 将|今年我国|经济增速上调 */
    if (!is_one_of(tag_at(s, what), NOUN, HEAD)) return false;                /* 财政将安排支出 */
    return note_at(s, i, NOTE_PLAN | NOTE_DISPOSES);
}

/* Notes of 在, 为, 对 and others that say not to whom or by what means. */
#define NOT_TOWARDS (NOTE_AT | NOTE_FOR | NOTE_SETTING | NOTE_ADJ | NOTE_TOWARD)

/* 消防员从废墟中|救出|3人, 在沙地上|栽树|3万亩: does a verb close the words up to token `to`, behind where those counted came
 * from, or are? */
static bool out_of(const struct sentence *s, size_t preposition, size_t to) {
    bool there = note_at(s, preposition, NOTE_AT) && to > 0 && token_bytes(&s->tokens[to - 1]) >= 2 * HAN;
    bool from = (there || s->tokens[preposition].tag == FROM) && to > preposition + 2 && s->tokens[to - 1].tag == VERB;
    return from && is_figure(s, to) && token_ends_in(s, to - 2, ONE_OF_EDGES(EDGE_AMONG, EDGE_WHERE));
}

/* 向平台报送稿件, 民警从车厢里搜出假烟: a phrase with a preposition goes when a verb follows it. */
static struct range without_preposition(const struct sentence *s, struct range r) {
    size_t preposition = last_of(s, r, CLASSES(PREPOSITION, FROM));
    if (preposition == SIZE_MAX || has_hole(r) || is_adjective(s, preposition)) return r; /* 修复|被损毁林地 */
    if (out_of(s, preposition, r.to)) return range_of(r.to - 1, r.to);
    bool often = preposition + 2u == r.to && note_at(s, preposition + 1, NOTE_OFTEN); /* 营业额从|每天|800元 */
    bool each = s->tokens[preposition].tag == FROM && (often || is_one_of(tag_at(s, preposition + 1), PER, PER_NOUN));
    if (each && is_figure(s, r.to) && content_bytes(s, range_of(r.from, preposition)) >= 2 * HAN)
        return range_of(r.from, preposition); /* 补助标准|由每生每天|4元提高到5元 */
    size_t least = is_one_of(tag_at(s, preposition + 1), DATE, PLACE) ? 2 * HAN : 3 * HAN; /* 银行将|我国|经济增长预期上调 */
    if (marks_object(s, preposition) && content_bytes(s, range_of(preposition + 1, r.to)) >= least)
        return range_of(preposition + 1, r.to);
    if (s->tokens[preposition].tag == FROM && has_class(s, range_of(preposition, r.to), CLASSES(OF))) return r;
    bool rate = preposition > r.from && note_at(s, r.to - 1, NOTE_SHARE) && tag_at(s, r.to - 2u) == OF;
    if (rate && note_at(s, preposition, NOTE_AT)) return r; /* 儿童|在公办学校就读|的比例 */
    size_t to_whom = note_at(s, preposition, NOTE_TOWARD) ? last_of(s, range_of(preposition, r.to), CLASSES(OF)) : SIZE_MAX;
    size_t from = to_whom == SIZE_MAX ? preposition + 1 : to_whom + 2; /* 对参加合作医疗农民的|补助|标准 */
    size_t rated = r.to; /* 将力争|案件执结|率: what is done is all that the rate is of */
    if (r.to > from + 2u && is_one_character(&s->tokens[r.to - 1]) && token_ending(s, r.to - 1u, EDGE_RATE)) rated = r.to - 2u;
    for (size_t i = from; i < r.to; i++)
        if (i != rated && is_one_of(s->tokens[i].tag, VERB, AWARD) && content_bytes(s, range_of(i + 1, r.to)) >= HAN)
            return range_of(i, r.to);
    return r;
}

struct range without_agent(const struct sentence *s, struct range r) {
    size_t by = last_of(s, r, CLASSES(FROM)), deed = r.to;
    if (by == SIZE_MAX || by == r.from || has_hole(r) || has_class(s, r, CLASSES(OF))) return r; /* most */
    while (deed > by + 1 && !(deed < r.to && names_doer(s, by + 1, deed))) deed--;
    bool told = deed > by + 1 && content_bytes(s, range_of(deed, r.to)) >= 2 * HAN &&
                content_bytes(s, range_of(deed, r.to)) <= 4 * HAN && content_bytes(s, range_of(r.from, by)) >= 2 * HAN;
    return told ? with_hole(r, by, deed) : r;
}

struct range without_giver(const struct sentence *s, struct range r) {
    size_t to = r.from < r.to && note_at(s, r.to - 1, NOTE_FUND) ? last_of(s, r, CLASSES(PREPOSITION)) : SIZE_MAX;
    if (to == SIZE_MAX || note_at(s, to, NOT_TOWARDS | NOTE_PLAN)) return r;
    return content_bytes(s, range_of(to + 1, r.to - 1)) >= 2 * HAN ? range_of(to + 1, r.to) : r;
}

/* 县财政|在|民生方面|投入4亿元: the name says what for, not whose money it is; not so 居民在教育方面|支出. */
static struct range without_spender(const struct sentence *s, struct range r) {
    size_t at = last_of(s, r, CLASSES(PREPOSITION)), facet = at;
    if (at == SIZE_MAX || at == r.from || !note_at(s, at, NOTE_AT)) return r; /* most */
    while (facet + 1 < r.to && !token_ending(s, facet, EDGE_FACET)) facet++;
    bool told = facet > at && is_one_of(s->tokens[r.to - 1].tag, HEAD, VERB, VERBAL) && facet + 1 < r.to &&
                content_bytes(s, range_of(at + 1, facet + 1)) > 2 * HAN;
    return told && !token_ending(s, at - 1, EDGE_PERSON) ? range_of(at + 1, r.to) : r;
}

/* 向社区、军营|配送|图书, 依据《指南》|设计|食谱: a deed that may be a noun, at token `i` behind a list of those to whom
 * something was given, or behind that by which it was done. */
static bool gives_listed(const struct sentence *s, size_t at, size_t i) {
    bool deed = s->tokens[i].tag == VERBAL && is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, UNQUOTE) && tag_at(s, i + 1) == NOUN;
    return deed && (note_at(s, at, NOTE_FRAME) || has_class(s, range_of(at, i), CLASSES(LIST_COMMA)));
}

/* 面向|民间资本|推介项目, 向|平台|报送稿件: to whom and by what means goes when it opens the name; where it was done stays. */
static struct range without_whom(const struct sentence *s, struct range r) {
    size_t at = r.from;
    size_t who = skip(s, at, CLASSES(NOUN, HEAD)); /* 市图书馆|向学校配送图书 */
    if (who > at && who < r.to && s->tokens[who].tag == PREPOSITION && names_doer(s, at, who) && !has_class(s, r, CLASSES(OF)))
        at = who;
    at = first_of(s, range_of(at, r.to), ~CLASSES(ADVERB, DONE, PLACE, DATE));
    if (at >= r.to || !is_one_of(s->tokens[at].tag, PREPOSITION, FROM) || note_at(s, at, NOT_TOWARDS)) return r;
    bool will = note_at(s, at, NOTE_PLAN) && tag_at(s, at + 1) == VERB; /* 将|新建|改建农村公路 */
    if (will || marks_object(s, at)) return r;
    size_t list = last_of(s, range_of(at, r.to), CLASSES(ETC)); /* 向财政、司法等|机关|移送线索 */
    if (list != SIZE_MAX) at = list;
    for (size_t i = at + 1; i < r.to && is_one_of(s->tokens[i].tag, NOUN, HEAD, VERBAL, LEVEL, PLACE, AND, VERB, AWARD,
                                                  LIST_COMMA, QUOTE, UNQUOTE, ADVERB);
         i++)
        if (tag_at(s, i + 1) == OF && token_ending(s, i, EDGE_SPARKS))
            return r; /* 由电动车引发的火灾 */
        else if (i > at + 1 && i + 1u == r.to && token_is(s, i, EDGE_CHARGES))
            return range_of(i, r.to); /* 向法院|提起公诉|2076人 */
        else if (i > at + 1 && (does(s, i) || s->tokens[i].tag == AWARD || gives_listed(s, at, i)) &&
                 content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN)
            return range_of(i, r.to);
    return r;
}

/* 在村（社区）|建书屋, 在车站、医院设|“城市书吧”: where a verb that no table knows stands behind the place. */
static struct range without_locality(const struct sentence *s, struct range r) {
    if (r.from == 0 || r.to == r.from || has_hole(r) || !note_at(s, r.from - 1, NOTE_AT)) return r;
    size_t mark = last_of(s, r, s->tokens[r.to - 1].tag == UNQUOTE ? CLASSES(QUOTE) : CLASSES(CLOSE));
    bool   named = mark != SIZE_MAX && mark > r.from && content_bytes(s, range_of(mark + 1, r.to)) >= 3 * HAN;
    return named ? range_of(mark + 1, r.to) : r;
}

/* 对情节轻微的|作出|不起诉决定, 对拒不整改的|吊销|许可证: to whom it was done; not 对困难群众的|补助|标准. */
static struct range without_case(const struct sentence *s, struct range r) {
    size_t of = r.from > 0 && note_at(s, r.from - 1, NOTE_TOWARD) ? last_of(s, r, CLASSES(OF)) : SIZE_MAX;
    if (of == SIZE_MAX || has_hole(r) || tag_at(s, of + 1) != VERB) return r; /* most */
    bool does = is_one_of(tag_at(s, of + 2), NOUN, VERB, VERBAL) || note_at(s, of + 1, NOTE_OBJECT);
    return does && of + 1 < r.to ? range_of(of + 1, r.to) : r;
}

/* 队员在上坪村连续|奋战|18个小时, 在大棚里|忙碌了|5个小时: what took so long is the deed, wherever it was done. */
static struct range without_site(const struct sentence *s, struct range r, size_t k) {
    if (tag_at(s, k) != DURATION || r.to < r.from + 2u) return r; /* most */
    size_t at = is_one_of(s->tokens[r.to - 1].tag, VERB, VERBAL) ? r.to : r.from;
    while (at > r.from && !note_at(s, at - 1, NOTE_AT)) at--;
    bool there = note_at(s, at - 1, NOTE_AT) && at + 1 < r.to;
    bool one = there && !has_class(s, range_of(at, r.to - 1), CLASSES(VERB, VERBAL, OF, LIGHT));
    return one ? range_of(r.to - 1, r.to) : r;
}

struct range without_direction(const struct sentence *s, struct range r) {
    return without_whom(s, without_setting(s, without_spender(s, r)));
}

struct range without_phrase(const struct sentence *s, struct range r, size_t k) {
    return without_site(s, without_locality(s, without_preposition(s, without_case(s, r))), k);
}
