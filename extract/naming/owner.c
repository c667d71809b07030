/* What a bare noun behind a figure is of, told before the figure: 公安|4项工作, 试点|扩大到11个省份, 促进经济增长的|10条措施.
 */
#include "extract/naming/owner.h"

#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/clause.h"
#include "extract/naming/ending.h"
#include "extract/naming/narrow.h"

#include "extract/base/banned.h"

bool told_by_of(const struct sentence *s, size_t k) {
    if (k < 2 || s->tokens[k - 1].tag != OF || note_at(s, k - 2, NOTE_SPAN)) return false;
    size_t verb = verb_before(s, k);
    return verb == SIZE_MAX || s->tokens[verb].tag == VERBAL;
}

/* 62个国家和地区|的171个港口, 5个县区|63个乡镇: the figure that counts what ends at token `end`; NULL when none does. */
static const struct candidate *ends_counted(const struct sentence *s, size_t end, bool listed) {
    while (end > 0 &&
           (is_one_of(s->tokens[end - 1].tag, NOUN, HEAD) || (listed && is_one_of(s->tokens[end - 1].tag, AND, LIST_COMMA))))
        end--;
    bool counted = is_one_of(tag_before(s, end), COUNT, SMALL_COUNT);
    return counted ? figure_at(s, end - 1) : NULL;
}

bool closes_compound(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    if (k < 2 || s->tokens[k - 1].tag != VERBAL || !is_one_of(s->tokens[k - 2].tag, NOUN, HEAD, VERBAL, SET_PHRASE))
        return false;
    if (note_at(s, k - 1, NOTE_THING)) return true;
    size_t from = skip_back(s, k - 1, CLASSES(NOUN, HEAD, VERBAL, SET_PHRASE));
    bool   name = s->tokens[k - 1].start - s->tokens[from].start >= 4 * HAN; /* not 重点|建设 */
    bool   led = tag_before(s, from) == LIGHT;                               /* 深化|国企薪酬改革|35项举措 */
    return name && (led || !ends_phrase(s, noun_alone(s, c).to));
}

/* 分区的方针和|解决旧城问题的|八项主张: behind what has a 的 of its own before the 的 at token `of`; `from` when nothing has.
 */
static size_t behind_other(const struct sentence *s, size_t from, size_t of) {
    size_t joint = last_of(s, range_of(from, of), CLASSES(OF));
    if (joint == SIZE_MAX) return from; /* most */
    size_t noun = ++joint;
    joint = skip(s, joint, CLASSES(NOUN, HEAD));
    return joint > noun && tag_at(s, joint) == AND && joint + 1 < of ? joint + 1 : from;
}

slice deeds_before(const struct naming *n, size_t of) {
    const struct sentence *s = n->s;
    size_t                 start = clause_start(s, of), mark = last_of(s, range_of(start, of), CLASSES(LIST_COMMA)), verb = of;
    if (mark == SIZE_MAX) return SLICE_NONE; /* most */
    size_t from = behind_other(s, start, of);
    if (from == start) {
        while (is_one_of(tag_at(s, from), ADVERB, PLACE, DONE) && !is_one_of(tag_at(s, from + 1), NOUN, HEAD)) from++;
        verb = from++;
        if (!is_one_of(s->tokens[verb].tag, VERB, LIGHT) || note_at(s, verb, NOTE_JOINS))
            return SLICE_NONE; /* 来自机关、学校的600名志愿者 */
    }
    while (is_one_of(tag_at(s, from), ADVERB, DATE) && is_one_of(tag_at(s, from + 1), VERB, VERBAL, LIGHT, GROW, FALL, IMPROVE))
        from++;
    struct range deeds = range_of(from, of);
    bool         objects = is_one_of(s->tokens[of - 1].tag, NOUN, HEAD, VERBAL, GROW) && from < mark;
    if (!objects || has_class(s, deeds, CLASSES(FIGURES, OF, COMMA, PREPOSITION, ETC))) return SLICE_NONE;
    return joined(tag_at(s, verb) == VERB ? token_text(s, verb) : SLICE_NONE, sentence_text(s, from, of), n->arena);
}

/* 市第二人民医院的|15位|专家, 桥梁|6米宽|深坑: persons and sizes that a noun tells need no long owner. */
static bool tells_alone(const struct sentence *s, const struct candidate *c) {
    size_t noun = c->token + 1u + (tag_at(s, c->token + 1) == OF);
    return (person_unit(c) || physical_unit(c)) && is_one_of(tag_at(s, noun), NOUN, HEAD) &&
           !is_one_character(&s->tokens[noun]);
}

/* 就业和住房|是|青年最关心|的|两个问题: what is said to be so owns nothing. */
static size_t behind_is(const struct sentence *s, size_t from, size_t of) {
    size_t is = last_of(s, range_of(from, of), CLASSES(REACH));
    bool   says = is != SIZE_MAX && is_one_character(&s->tokens[is]) && note_at(s, is, NOTE_IS);
    return says && !note_at(s, is, NOTE_FOR) ? is + 1 : from; /* not 以效益为中心的|十条方针 */
}

/* 医院|与|国内外|70所名院|合作, where 公安与消防4项工作 is of both: with whom something is done is no part of who does it. */
static size_t behind_along(const struct sentence *s, struct range owner, size_t k) {
    size_t with = last_of(s, owner, CLASSES(AND));
    if (with == SIZE_MAX || with + 1 == owner.to || !token_opening(s, with, EDGE_ALONG)) return owner.from; /* most */
    size_t end = next_of(s, k, CLASSES(COMMA, STOP));
    return has_class(s, range_of(k, end), CLASSES(VERB, LIGHT)) ? with + 1 : owner.from;
}

/* 北京、宁夏|等|地|的64家档案馆: does nothing but 地, which is read as 的, stand behind 等? Such places own nothing. */
static bool lists_places(const struct sentence *s, size_t k) {
    size_t of = skip_back(s, k, CLASSES(OF));
    return of < k && tag_before(s, of) == ETC;
}

/* 云台路88号|12幢|2单元|的6户: an address of two steps or more, which owns nothing. */
static bool is_address(const struct sentence *s, size_t of) {
    return of >= 2 && unit_at_is(s, of - 1, UNIT_ORDINAL) && unit_at_is(s, of - 2, UNIT_ORDINAL);
}

/* 沙河、柳林、白庙|3个|乡镇, 18路、19路|两条|线路: does a list of as many as figure `c` counts call each of them by its name?
 * They own nothing. */
static bool lists_each(const struct sentence *s, struct range owner, const struct candidate *c) {
    int items = 1;
    for (size_t i = owner.from; i < owner.to; i++) items += is_one_of(s->tokens[i].tag, LIST_COMMA, AND);
    const struct numeral *n = &c->quantity.numeral;
    bool facets = lexicon_ending(s->lexicon, c->quantity.unit_name, EDGE_FACET); /* 短期和长期|两方面|关系 */
    if (facets || has_class(s, range_of(owner.from + 1, owner.to), CLASSES(VERB, GROW, FALL, IMPROVE, PREPOSITION)))
        return false;
    return items > 1 && n->value.present && decimal_compare(n->value, decimal_int(items)) == 0;
}

/* 云岭区|11个街道|与青禾县|12个乡镇|结对: is the place at token `i`, which no table knows, only where the places are that
 * figure `c` counts? 青禾县|12个项目、云岭县|8个项目 are told apart by it. */
static bool names_place(const struct sentence *s, size_t i, const struct candidate *c) {
    bool places = c->token + 1u < s->count && token_ends_in(s, c->token + 1u, ONE_OF_EDGES(EDGE_PLACE, EDGE_AREA));
    return places && is_unknown(s, i) && token_ending(s, i, EDGE_PLACE) && !token_ending(s, i, EDGE_LOOKALIKE);
}

slice owner_before(struct naming *n, const struct candidate *c) {
    enum { LONGEST_PERSON = 7 * HAN };
    const struct sentence *s = n->s;
    size_t                 k = c->token, to = skip_back(s, k, CLASSES(ADVERB, DONE, PLACE));
    bool came = tag_before(s, to) == GROW_TO, owns = is_one_of(s->tokens[k - 1].tag, NOUN, HEAD, UNQUOTE) || told_by_of(s, k);
    owns |= closes_compound(s, c) || s->tokens[k - 1].tag == SHARE; /* 其中人工智能|占35个项目 */
    owns |= counts(c) && s->tokens[k - 1].tag == ADVERB && tag_before(s, k - 1u) == UNQUOTE; /* “安居园”|首批300套|房源 */
    came |= c->role == ROLE_FROM && tag_before(s, to) == FROM; /* 轮岗交流|从3个乡镇扩大到9个 */
    if (!came && (!owns || s->tokens[k].tag == PERCENT)) return SLICE_NONE;
    if (came && token_opening(s, to - 1, EDGE_TURNS)) return SLICE_NONE; /* 烂泥塘变成|3000平方米的广场 */
    slice deeds = s->tokens[k - 1].tag == OF ? deeds_before(n, k - 1) : SLICE_NONE;
    if (deeds.len) return deeds;
    struct range words = range_of_words(words_before(s, k));
    bool         by_of = s->tokens[k - 1].tag == OF;
    if (by_of && (lists_places(s, k) || is_address(s, k - 1))) return SLICE_NONE;
    if (by_of) words.from = (uint32_t)behind_is(s, behind_other(s, words.from, k - 1), k - 1);
    for (size_t i = words.from; by_of && i + 2 < k;
         i++) /* 民警|将|被盗的|86部手机返还失主, 医生|给|65岁以上的|1320位老人建档案 */
        if (s->tokens[i].tag == PREPOSITION && !note_at(s, i, NOTE_AT | NOTE_SETTING | NOTE_TOWARD) &&
            !has_class(s, range_of(i + 1, k), CLASSES(REACH, PREPOSITION)))
            words.from = (uint32_t)i + 1;
    const struct candidate *of = came ? NULL : ends_counted(s, k - by_of, by_of);
    bool befell = of && tag_at(s, k + 1) == VERBAL && note_at(s, k + 1, NOTE_OBJECT); /* 5个乡镇|3.2万人|受灾 */
    bool places = of && token_ending(s, k - 1u, EDGE_AREA);                           /* 29个国家|118座城市 */
    if (of && (befell || by_of || places || same_unit(of, c))) return SLICE_NONE;
    if (came) words.to = (uint32_t)to - 1;
    struct range owner = name_range(s, words, c->kind);
    while (owner.from + 1u < owner.to && s->tokens[owner.from].tag == IMPROVE) owner.from++; /* 加快|大唐700万吨露天矿 */
    owner.from = (uint32_t)behind_along(s, owner, k);
    size_t bytes = content_bytes(s, owner);
    if (owner.to == owner.from + 1u && s->tokens[owner.from].tag == LIGHT && by_of)
        return SLICE_NONE;                                                    /* 来自全国的|216家出版社 */
    if (words_ending(s, owner.from, owner.to, EDGE_FACET)) return SLICE_NONE; /* 4个方面15个问题 */
    if (owner.to == owner.from + 1u && note_at(s, owner.from, NOTE_SCOPE)) return SLICE_NONE; /* 周边|5所学校 */
    bool opens =
        owner.to == owner.from + 1u && is_one_of(tag_before(s, owner.from), COMMA, STOP, COLON, DATE, BLANK, PREPOSITION);
    if (opens && is_place_of_all(s, owner.from)) return SLICE_NONE;       /* 青禾县|28万亩苹果 */
    if (opens && token_is(s, owner.from, EDGE_BYGONE)) return SLICE_NONE; /* 过去|8名师傅 */
    if (owner.to == owner.from + 1u && names_place(s, owner.from, c)) return SLICE_NONE;
    if (lists_each(s, owner, c)) return SLICE_NONE;
    if (bytes > 6 * HAN && !came && tells_alone(s, c)) return SLICE_NONE;
    slice name = bytes >= 2 * HAN && bytes <= 16 * HAN ? name_of(s, owner, n->arena) : SLICE_NONE;
    bool  short_name = name.len && name.len <= LONGEST_PERSON;         /* not 平均每名体育教师任教|7个班 */
    if (short_name && is_someone(s->lexicon, name)) return SLICE_NONE; /* 养殖户李强|12口鱼塘 */
    if (name.len) return name;
    return came && !bytes ? subject_before(s, words.from, n->arena) : SLICE_NONE;
}

slice granted_to(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (!money_unit(c)) return SLICE_NONE;
    size_t what = c->token + 1u + (tag_at(s, c->token + 1) == OF), end = skip(s, what, CLASSES(NOUN, HEAD, VERB, VERBAL));
    if (end == what || !is_one_of(tag_at(s, end), COMMA, STOP)) return SLICE_NONE;
    size_t to = skip_back(s, c->token, CLASSES(QUALIFIER, ADVERB)),
           whom = skip_back(s, to, CLASSES(NOUN, HEAD, LEVEL, PER, PER_NOUN));
    if (whom == to || whom == 0 || !token_is(s, whom - 1, EDGE_GRANTS)) return SLICE_NONE;
    return joined(sentence_text(s, skip(s, whom, CLASSES(PER, PER_NOUN)), to), sentence_text(s, what, end), n->arena);
}
