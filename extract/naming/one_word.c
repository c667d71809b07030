/* A name of one word: 国家级3项 is of what the figure before counts, 10亿元以上12个 a class of it, 户均3万元 taken from it. */
#include "extract/naming/one_word.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/clause.h"
#include "extract/naming/lend.h"
#include "extract/naming/object.h"
#include "extract/naming/previous.h"

#include "extract/words/mark.h"

#include "extract/base/banned.h"

/* 中央、省、|市级媒体, Ⅰ~|Ⅲ类断面: the token with which the levels begin that token `last` ends. */
static size_t levels_from(const struct sentence *s, size_t last) {
    size_t from = last;
    while (from > 1 && s->tokens[from - 1].tag == LIST_COMMA && is_one_of(s->tokens[from - 2].tag, NOUN, LEVEL, PLACE))
        from -= 2;
    slice before = tag_before(s, from) == NOUN ? token_text(s, from - 1) : SLICE_NONE;
    bool  spans =
        before.len && marks_at(s->lexicon->alphabet, before, before.len - utf8_size_before(before, before.len)) & MARK_SPANS;
    return from - spans;
}

/* Where in `model` a level stands that ends as `level` does, 三级 of 三级医院 for 二级: a numeral and one character. Those of
 * letters have none before it: 4A级 behind 国家A级景区. */
static span level_in(const struct alphabet *alphabet, slice model, slice level) {
    slice sort = slice_from(level, ascii_digit(level.ptr[0])),
          end = slice_from(level, level.len - utf8_size_before(level, level.len));
    size_t at = slice_find(model, sort, 0);
    if ((unsigned char)sort.ptr[0] < 0x80)
        return at == SIZE_MAX ? (span){0, 0} : (span){(uint32_t)at, (uint32_t)(at + sort.len)};
    at = slice_find(model, end, 0);
    bool numbered = level.len == 2 * HAN && at != SIZE_MAX && at > 0 && utf8_size_before(model, at) == HAN &&
                    marks_at(alphabet, level, 0) & MARK_DATE_DIGIT && marks_at(alphabet, model, at - HAN) & MARK_DATE_DIGIT;
    return numbered ? (span){(uint32_t)(at - HAN), (uint32_t)(at + end.len)} : (span){0, 0};
}

/* Where in `model` the nation stands: 获评|全国|文明单位. */
static span nation_in(const struct lexicon *x, slice model) {
    size_t             at = 0;
    const struct word *nation = lexicon_within(x, model, EDGE_NATION, &at);
    return nation ? (span){(uint32_t)at, (uint32_t)(at + nation->text.len)} : (span){0, 0};
}

/* 国家级企业8家、|省级66家: `model`, the name before, with the level of token `level` in place of its own; empty when it has
 * none. Text of the sentence, or the arena's. */
static slice with_level(const struct sentence *s, slice model, size_t level, struct arena *arena) {
    slice text = token_text(s, level);
    span  old = {0, 0};
    for (size_t i = level; i-- > 0 && old.end == 0;) {
        slice  levels = s->tokens[i].tag == LEVEL ? sentence_text(s, levels_from(s, i), i + 1) : SLICE_NONE;
        size_t at = levels.len ? slice_find(model, levels, 0) : SIZE_MAX;
        if (at != SIZE_MAX) old = (span){(uint32_t)at, (uint32_t)(at + levels.len)};
    }
    if (old.end == 0) old = level_in(s->lexicon->alphabet, model, text);
    if (old.end == 0) old = nation_in(s->lexicon, model);
    return old.end == 0 ? SLICE_NONE
                        : arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(slice_sub(model, 0, old.start)), SLICE_ARG(text),
                                       SLICE_ARG(slice_from(model, old.end)));
}

/* 人均存款 → 存款, for 户均3万元 behind it. */
static slice whole_of(const struct sentence *s, slice metric) { return without_first(s, metric, 0, NOTE_PER, 0); }

/* 产值10亿元以上企业, with the class of token `old` changed: 产值50亿元以上企业; empty when it is not there. */
static slice with_class(const struct sentence *s, slice model, size_t old, slice class, struct arena *arena) {
    slice  other = sentence_text(s, old - (tag_before(s, old) == QUALIFIER), old + 1);
    size_t at = slice_find(model, other, 0);
    if (at == SIZE_MAX) return SLICE_NONE;
    return arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(slice_sub(model, 0, at)), SLICE_ARG(class),
                        SLICE_ARG(slice_from(model, at + other.len)));
}

const struct candidate *whole_of_part(const struct sentence *s, const struct candidate *part) {
    size_t                  i = part->token;
    const struct candidate *last = part;
    for (; i > 0 && s->tokens[i - 1].tag != AMONG; i--) {
        if (s->tokens[i - 1].candidate < 0) continue;
        bool listed = is_figure(s, i - 1) && part > s->candidates && s->tokens[i - 1].candidate == part - s->candidates - 1 &&
                      is_one_of(s->tokens[i].tag, LIST_COMMA, AND);
        if (!listed) break;
        part--; /* 其中国家级5家、|市级28家，收入过亿元的9家 */
    }
    bool among = tag_before(s, i) == AMONG && part > s->candidates;
    if (!among) return last;
    return same_unit(part - 1, part) && !part[-1].refused ? part - 1 : last;
}

/* 其中10亿元以上12个: a class that other figures before it count, with what they are: 引进亿元以上项目 → 10亿元以上项目. */
static slice of_class(const struct naming *n, const struct candidate *c, size_t own) {
    const struct sentence *s = n->s;
    enum kind              before = n->previous->kind;
    bool moved = kind_moves(before); /* 提高3个百分点，600分以上86人; not 净增5户，超10亿元的2户 */
    if (moved && !same_unit(n->previous, c)) return token_text(s, own);
    const struct candidate *whole = antecedent(n, c, SAME_UNIT); /* 项目36个，总投资超千亿元，其中超50亿元|9个 */
    bool                    counted = counts(c) && same_unit(whole, c);
    bool                    bound = tag_before(s, own) == QUALIFIER; /* 超10亿元 */
    slice class = sentence_text(s, own - bound, own + 1);
    slice bounded = figure_at(s, own)->quantity.unit_name; /* 35周岁 and 46岁 are both of 岁 */
    bool  measured = !counted && slice_equal(bounded, n->previous->quantity.unit_name);
    bool  aged = unit_is(figure_at(s, own), UNIT_AGE) && previous_is(n, DURATION);
    measured |= aged && !counted; /* 最小的才7个月，1到3岁的占62% */
    bool each = measured && counts(c) && n->previous->qualifier != QUALIFIER_EXACT; /* 收入均超5万元，超20万元的|4个 */
    if (measured) return each ? joined(n->previous->metric, class, n->arena) : token_text(s, own); /* 平均43岁，35岁以下占9% */
    if (!counted) whole = antecedent(n, figure_at(s, own), WHOLE);
    if (counted && whole == n->previous) whole = whole_of_part(s, whole);
    bool rated = !counted && counts(c) && whole->kind == KIND_SHARE && lexicon_ending(s->lexicon, whole->metric, EDGE_RATE);
    bool scored = unit_measures(figure_at(s, own)->quantity.unit, "score");
    if (rated || (scored && ends_with_word(s, whole->metric, CLASSES(VERB), 0)))
        return token_text(s, own); /* 上线287人，上线率35%，|600分以上|46人 */
    slice model = counted ? metric_without_head(s, object_of(s, whole->metric)) : object_of(s, whole->metric);
    bool  beside = !counted && c->kind == KIND_SHARE && tag_before(s, n->previous->token) == SHARE &&
                  !slice_ends(n->previous->metric, model);
    if (beside) return token_text(s, own); /* 聘用书记员9名，本科学历占92%，|35岁以下|占37% */
    size_t inside = own;
    for (size_t i = 0; i < own; i++) {
        slice other = token_text(s, i);
        if (s->tokens[i].candidate < 0) continue;
        if (slice_starts(model, other)) /* 90（含）平方米以下 is all class */
            model = figure_at(s, i)->quantity.unit ? slice_from(model, other.len) : SLICE_NONE;
        else if (slice_has(model, other))
            inside = i;
    }
    slice within = inside < own ? with_class(s, model, inside, class, n->arena) : SLICE_NONE;
    if (within.len) return within;
    return joined(class, model, n->arena);
}

/* 补助标准490元，|退休人员养老金|实现“十四连增”，月人均2630元: what the clause between the figure before and these words is
 * told of; empty when it tells of nothing by itself. */
static slice subject_between(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    struct range           clause = clause_between(n, before.from);
    if (clause.from == clause.to || !is_one_of(s->tokens[clause.from].tag, NOUN, HEAD, LEVEL)) return SLICE_NONE;
    size_t end = skip(s, clause.from, CLASSES(NOUN, HEAD, LEVEL, VERBAL));
    bool   told = is_one_of(tag_at(s, end), REACH, QUOTE) && content_bytes(s, range_of(clause.from, end)) >= 2 * HAN;
    return told ? sentence_text(s, clause.from, end) : SLICE_NONE;
}

/* 生产总值12亿元，人均|1.8万元, 产生量减少四成，由每日|1.27公斤, 病床205万张，平均|每千人|2.02张: what is taken per head or so
 * often, by `word` alone or behind 平均, is of the figure before, or of the subject that stands between; empty when it is of
 * neither. */
static slice taken_from(const struct naming *n, const struct candidate *c, struct range before, const struct token *word,
                        bool average, slice own) {
    const struct sentence *s = n->s;
    bool per = has_note(word, NOTE_PER), often = has_note(word, NOTE_OFTEN), alike = same_unit(n->previous, c);
    bool lasted = previous_is(n, DURATION) && n->subject.len; /* 养老金连续五年增加，去年又人均提高10% */
    if (per && lasted) return joined(own, n->subject, n->arena);
    slice whose = per ? subject_between(n, before) : SLICE_NONE;
    if (whose.len) return joined(whose, own, n->arena);
    size_t did = per && money_unit(c) && person_unit(n->previous)
                     ? word_at_start(s, n->previous->metric, CLASSES(VERB, VERBAL), 0)
                     : s->count; /* 慰问金46万元，|资助学生718名|，人均3000元 */
    if (did < s->count && !note_at(s, did, NOTE_GAINS)) return joined(own, n->previous->metric, n->arena);
    bool taken = (per && (alike || !average)) || (often && (alike || average || n->previous->kind == KIND_GROWTH));
    if (!taken) return SLICE_NONE;
    slice told = whole_of(s, antecedent(n, c, SAME_UNIT)->metric);
    bool  all = per && tag_before(s, c->token) == REACH; /* 新增|场地面积60万平方米，人均达到2.8平方米 */
    if (all) told = without_first(s, told, 0, NOTE_NEW, 2 * HAN);
    return joined(own, told, n->arena);
}

/* 保护区161处，占国土面积的7.3%，其中|国家级|21处: of what the figure before counts; 优良率70%，劣Ⅴ类|占9% is no rate of it. */
static slice of_level(const struct naming *n, const struct candidate *c, size_t level, slice own) {
    const struct sentence *s = n->s;
    if (c->kind == KIND_SHARE && n->previous->kind == KIND_SHARE && tag_at(s, level + 1) == SHARE) return SLICE_NONE;
    const struct candidate *of = antecedent(n, c, SAME_UNIT);
    slice whole = counts(of) ? metric_without_head(s, of->metric) : of->metric; /* 景区总数17家，4A级6家 */
    slice leveled = with_level(s, whole, level, n->arena);
    return leveled.len ? leveled : joined(own, without_light(s, object_of(s, whole)), n->arena); /* 推进|重大项目 */
}

/* 省级村庄3个、|青禾|市级|11个: the name without the place whose level it is, which no table knows. */
static struct range without_whose_level(const struct sentence *s, struct range name) {
    bool two = name.to == name.from + 2u && tag_at(s, name.from + 1u) == LEVEL && !s->tokens[name.from].word;
    if (!two || tag_at(s, name.from) != NOUN || token_bytes(&s->tokens[name.from]) > 3 * HAN) return name; /* most */
    slice place = slice_sub(s->text, s->tokens[name.from].start, s->tokens[name.from].end + HAN);
    return lexicon_ends_truly(s->lexicon, place, EDGE_PLACE) ? range_of(name.from + 1u, name.to) : name;
}

/* 百亿|企业 says who they are, 10亿元以上 does not. */
static bool says_who(const struct candidate *class) {
    const struct unit *said = class->quantity.unit;
    return said && said->class == UNIT_MEASURE_WORD && said->canonical.len > HAN;
}

slice of_one_word(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    const struct sentence *s = n->s;
    struct range           leveled = without_whose_level(s, name);
    if (leveled.from > name.from) own = token_text(s, leveled.from), name = leveled;
    bool                two = name.to == name.from + 2u, average = two && s->tokens[name.from].tag == BOTH; /* 平均|每天 */
    const struct token *word = &s->tokens[name.from + average];
    bool                listed = two && is_one_of(word->tag, VERB, AWARD) && word[1].tag == LEVEL; /* 列入|省级60个 */
    const struct candidate *listed_of = listed && n->previous ? antecedent(n, c, SAME_UNIT) : NULL;
    if (listed_of && same_unit(listed_of, c)) return joined(own, object_of(s, listed_of->metric), n->arena);
    bool funded = two && has_note(word, NOTE_FUND) && word[1].candidate >= 0; /* 其中投资|亿元以上36个 */
    if (funded && n->previous) return of_class(n, c, name.from + 1u);
    if (name.to != name.from + average + 1u) return SLICE_NONE;
    if (!n->previous && word->tag == LEVEL) { /* 龙头企业数量偏少，省级以上4家 */
        slice whole = metric_without_head(s, clause_before(s, before.from, KIND_GROWTH, n->arena));
        return whole.len ? joined(own, whole, n->arena) : SLICE_NONE;
    }
    bool per = name.from == 0 && s->goes_on && has_note(word, NOTE_PER) && c->kind == KIND_LEVEL && money_unit(c);
    if (per && n->carry->money.len) return joined(own, n->carry->money, n->arena); /* 生产总值12亿元；人均|1.8万元 */
    if (!n->previous) return SLICE_NONE;
    if (word->candidate >= 0) return says_who(&s->candidates[word->candidate]) ? own : of_class(n, c, name.from);
    slice taken = taken_from(n, c, before, word, average, own);
    return taken.len || word->tag != LEVEL ? taken : of_level(n, c, name.from, own);
}
