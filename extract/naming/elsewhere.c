/* A figure that no word of its clause names: by what the figure, the clause or the sentence before it is of. */
#include "extract/naming/elsewhere.h"

#include "extract/naming/before.h"
#include "extract/naming/borrow.h"
#include "extract/naming/clause.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"
#include "extract/naming/previous.h"

#include "extract/base/banned.h"

/* 12个村、86个村民小组、|4312户、16805人: people and their like who are listed behind a noun that others count are not of it.
 */
bool listed_alone(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 noun = c->token;
    if (!n->previous || n->verb.len || c->kind != KIND_LEVEL || !counts(c)) return false;
    while (noun > 0 && (s->tokens[noun - 1].tag == LIST_COMMA || is_figure(s, noun - 1))) noun--;
    if (noun < n->previous->token + 2u || tag_at(s, noun) != LIST_COMMA || n->previous->kind != KIND_LEVEL) return false;
    return counts(n->previous) && is_one_of(s->tokens[noun - 1].tag, NOUN, HEAD, VERBAL) &&
           slice_equal(n->previous->metric, sentence_text(s, n->previous->token + 1, noun)) && /* not 招收新生6个班、268人 */
           !same_unit(n->previous, c);
}

/* 辖14个行政村、2个社区，|8964户3.2万人, 盛产苹果，全村|364户1427人: homes that open a clause, and the people behind them, are
 * of no thing that is counted before them, nor of what their place is told of; 搬迁群众12批，864户 are of what was done, and so
 * are 搬迁1200户，全镇300户. */
bool lives_alone(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 first = c->token, until = n->previous ? n->previous->token + 2u : 1;
    if (c->kind != KIND_LEVEL || !people_unit(c)) return false;
    while (first > until && (is_figure(s, first - 1) || is_figure(s, first - 2))) first--;
    size_t                  opens = skip_back(s, first, CLASSES(PLACE, DATE, REACH, ADVERB)); /* 2014年|全村|有|187户 */
    const struct candidate *homes = is_figure(s, first) && tag_before(s, opens) == COMMA ? figure_at(s, first) : NULL;
    if (!homes || !home_unit(homes) || (n->previous && home_unit(n->previous))) return false;
    if (has_class(s, range_of(opens, first), CLASSES(PLACE))) return true;
    return n->previous && counts(n->previous) && !starts_with_word(s, n->previous->metric, CLASSES(VERB, AWARD, VERBAL), 0);
}

/* 全村|364户1427人。: what opens a sentence with nothing said goes on from no sentence before. */
bool opens_alone(const struct naming *n, const struct candidate *c, struct range before) {
    if (n->previous || c->kind != KIND_LEVEL || !counts(c) || sentence_goes_on(n->s) || before.from == before.to) return false;
    for (size_t i = before.from; i < before.to; i++)
        if (n->s->tokens[i].tag != PLACE) return false;
    return true;
}

/* 每班|不超过45人, 每人|限购3件: what so much is told of each of; empty when it is of none. */
static slice told_of_each(const struct sentence *s, const struct candidate *c) {
    size_t end = skip_back(s, c->token, CLASSES(QUALIFIER, REACH, ADVERB, ONLY));
    if (tag_before(s, end) == PER_NOUN) return token_text(s, end - 1);
    bool each = end > 1 && s->tokens[end - 2].tag == PER && s->tokens[end - 1].tag == NOUN;
    return each ? sentence_text(s, end - 2, end) : SLICE_NONE;
}

/* 全村364户1427人: nobody says what they are but their units, and of what 位次前移3位 and 排名由第12位升至第8位 are only that
 * it ranks. They lend it to no other figure. */
void name_by_unit_alone(const struct sentence *s, struct candidate *c) {
    size_t ranks = last_of(s, range_of(0, c->token), CLASSES(RANK));
    bool   noun = ranks != SIZE_MAX && is_one_of(tag_at(s, ranks + 1), GROW, FALL, FROM, GROW_TO, FALL_TO);
    size_t moved = skip_back(s, c->token, CLASSES(ADVERB));
    bool   itself = note_at(s, moved - 1, NOTE_OBJECT); /* 累计减排12万吨 */
    if (c->kind != KIND_LEVEL && (noun || itself)) c->metric = token_text(s, itself ? moved - 1 : ranks);
    if (c->kind != KIND_LEVEL) return;
    c->metric = told_of_each(s, c);
    const struct unit *unit = c->quantity.unit;
    if (!c->metric.len && people_unit(c)) c->metric = unit->canonical;
    if (!c->metric.len && unit && unit->with) c->metric = slice_from(unit->surface, unit->canonical.len); /* 我家有12亩|地 */
    if (c->metric.len) c->named_by = NAMED_BY_UNIT;
}

bool counts_places(const struct sentence *s, const struct candidate *c) {
    return unit_is(c, UNIT_MEASURE_WORD) && lexicon_ending(s->lexicon, c->quantity.unit->canonical, EDGE_PLACE);
}

/* 去年她|花了|4000元, 给她买羽绒服，|花了|369元: money of which the clause tells no more than that it was spent. */
static slice spent_plainly(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 paid = skip_back(s, c->token, CLASSES(QUALIFIER, ADVERB, ONLY));
    if (!money_unit(c) || tag_before(s, paid) != RUNNING || content_bytes(s, before) > 0) return SLICE_NONE;
    slice              spent = token_text(s, paid - 1); /* 只花|了 */
    const struct word *done = lexicon_ending(s->lexicon, spent, EDGE_MAKES);
    return done && spent.len >= done->text.len + HAN
               ? slice_sub(spent, spent.len - done->text.len - HAN, spent.len - done->text.len)
               : SLICE_NONE;
}

/* 每张门票|68元, 增长目标定为|7%: all words of the clause, where no sentence before has a name. */
static slice named_though_little(const struct naming *n, const struct candidate *c, struct range before) {
    if (n->carry->metric.len || content_bytes(n->s, before) <= 2 * HAN) return SLICE_NONE;
    bool aims = c->kind == KIND_GROWTH && has_class(n->s, before, CLASSES(GROW, FALL, IMPROVE)) &&
                !has_class(n->s, before, CLASSES(THAN, ON_YEAR));
    return c->kind == KIND_LEVEL || aims ? name_of(n->s, before, n->arena) : SLICE_NONE;
}

/* 就业人数明显增加（|1.2万人→1.5万人）: what a bracket says of a change is of the clause that it closes. */
static slice changed_in_bracket(const struct naming *n, const struct candidate *c) {
    if (c->role != ROLE_FROM || tag_before(n->s, c->token) != OPEN || is_figure(n->s, c->token - 2u)) return SLICE_NONE;
    return clause_before(n->s, c->token - 1u, KIND_GROWTH, n->arena);
}

/* 三次提高|粮食收购价，提价幅度超过12%; 下调水价，降幅达8%: what the clause before raised or cut has moved so much. */
static slice moved_thing(const struct naming *n, const struct candidate *c, slice name) {
    bool moves = c->kind == KIND_GROWTH || c->kind == KIND_SHARE || /* 下调缴费比例，各地可降至16% */
                 (c->kind == KIND_CHANGE && n->s->tokens[c->token].tag == POINTS) ||
                 c->role == ROLE_FROM; /* 提高起征点，由1600元提高到2000元 */
    if (!moves || !name.len) return name;
    bool less = n->previous && n->previous->kind == KIND_CHANGE; /* 减少税负3亿元，增长5% */
    return less ? name : without_first(n->s, name, CLASSES(GROW, FALL, IMPROVE), 0, 3 * HAN);
}

/* 关闭煤矿25处，|减亏|20亿元, 播放量280万，|涨粉|6.4万: money that moves, or what has no unit, is what the verb names itself,
 * where the figure before is no money; 种植油菜4300亩，|增产|800吨 is of what was grown. */
static slice moves_itself(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    size_t                  verb = c->token - (c->token > 0);
    bool                    sum = money_unit(c) || s->tokens[c->token].tag == BARE;
    if (c->kind != KIND_CHANGE || !p || !sum || verb < before.from) return SLICE_NONE;
    bool moves = is_one_of(s->tokens[verb].tag, GROW, FALL) && note_at(s, verb, NOTE_OBJECT);
    /* 一般公共预算收入3亿元，增长12%（完成预算的98%），|增收3000万元 is of what has been told to grow: 收 is of its head, too
     */
    bool grew = moves && (p->kind == KIND_GROWTH || p->kind == KIND_SHARE) && p > s->candidates && !p[-1].refused &&
                money_unit(p - 1) && slice_equal(p[-1].metric, p->metric);
    size_t head = grew ? word_at_end(s, p->metric, CLASSES(HEAD), 0) : s->count;
    grew = head < s->count && slice_find(token_text(s, head), utf8_tail(token_text(s, verb), 1), 0) != SIZE_MAX;
    if (grew) return SLICE_NONE;
    return moves && !money_unit(p) && skip(s, before.from, CLASSES(ADVERB, COMMA)) == verb ? token_text(s, verb) : SLICE_NONE;
}

/* 开设8个班，|每班|不超过45人: how many there are in each of those counted before, of which 招生300人，|每班|45人 tells who. */
static slice in_each(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 per = skip(s, before.from, CLASSES(ADVERB)), end = per + 1u + (tag_at(s, per) == PER);
    if (!n->previous || !is_one_of(tag_at(s, per), PER, PER_NOUN)) return SLICE_NONE; /* most */
    slice whole = object_of(s, n->previous->metric); /* 生猪14万头，|平均每户|2.3头，每亩0.35头: each of the whole */
    size_t other = word_at_start(s, whole, CLASSES(PER, PER_NOUN), NOTE_PER);
    bool   again = other < s->count && same_unit(n->previous, c) && token_text(s, other).len + 2 * HAN <= whole.len;
    if (!counts(c) && !(physical_unit(c) && (again || counts(n->previous)))) return SLICE_NONE;
    if (skip(s, end, CLASSES(ADVERB, QUALIFIER, REACH, ONLY)) != c->token) return SLICE_NONE;
    slice each = sentence_text(s, per, end);
    if (again) return joined(each, slice_from(whole, token_text(s, other).len), n->arena);
    bool taken = same_unit(n->previous, c) && !starts_with_word(s, n->previous->metric, CLASSES(PER, PER_NOUN), 0);
    return taken ? joined(each, whole, n->arena) : each;
}

/* 29个省、市、自治区|的总人口，控制在10.6亿: what the clause tells of the places that the figure before counts. */
static slice told_of_places(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (!n->previous || !bare_or_counts(n->previous)) return SLICE_NONE;
    size_t from = n->previous->token + 1u, end = place_kinds_end(s, from);
    if (end == from) return SLICE_NONE; /* most */
    size_t of = tag_at(s, end) == AND ? skip(s, end + 1, CLASSES(NOUN, HEAD)) : end;
    size_t comma = next_of(s, of, CLASSES(COMMA, STOP, FIGURES));
    if (tag_at(s, of) != OF || tag_at(s, comma) != COMMA || comma > c->token) return SLICE_NONE;
    return name_of(s, name_range(s, range_of(of + 1, comma), KIND_LEVEL), n->arena);
}

/* 医护人员到位6名，|从进手术室到取出异物|，只用了18分钟: between which two the time passed, where the clause before tells that
 * alone. */
slice passed_between(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (s->tokens[c->token].tag != DURATION || content_bytes(s, before) > 0) return SLICE_NONE; /* most */
    size_t comma = before.from - (before.from > 0), from = clause_start(s, comma);
    if (s->tokens[comma].tag != COMMA || tag_at(s, from) != FROM) return SLICE_NONE;
    bool both = has_class(s, range_of(from, comma), CLASSES(TO, GROW_TO)) &&
                !has_class(s, range_of(from, comma), CLASSES(FIGURES, DATE));
    return both ? name_of(s, range_of(from + 1u, comma), n->arena) : SLICE_NONE;
}

/* 这|一|送|，就是八年: the deed that the clause before tells alone has gone on for so long. */
static slice went_on_once(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 comma = before.from - (before.from > 0), deed = comma - (comma > 0);
    bool                   follows = s->tokens[c->token].tag == DURATION && s->tokens[comma].tag == COMMA && deed > 0;
    if (!follows || content_bytes(s, before) > 0 || s->tokens[deed - 1].candidate < 0) return SLICE_NONE; /* most */
    const struct candidate *one = figure_at(s, deed - 1);
    bool                    once = one->refused && !one->quantity.unit && numeral_is_one(&one->quantity.numeral);
    return once && skip(s, clause_start(s, comma), CLASSES(ADVERB, PLACE)) == deed - 1 ? token_text(s, deed) : SLICE_NONE;
}

/* 他8岁|跟着爷爷学竹编，至今已有66年: what is told behind the age before has gone on for so long. */
static slice begun_at_age(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!previous_is(n, AGE) || s->tokens[c->token].tag != DURATION || content_bytes(s, before) > 0)
        return SLICE_NONE; /* most */
    struct range did = range_of(n->previous->token + 1u, before.from - 1u);
    if (s->tokens[did.to].tag != COMMA || has_class(s, did, CLASSES(FIGURES, COMMA, STOP))) return SLICE_NONE;
    return name_if(s, name_range(s, did, KIND_LEVEL), 2 * HAN, n->arena);
}

/* 年龄最大的64岁，按天算|工钱|，一天100元: the head that closes the clause between is what money is, where nothing counted
 * before is money. */
static slice sum_between(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!n->previous || !money_unit(c) || money_unit(n->previous) || c->kind != KIND_LEVEL) return SLICE_NONE; /* most */
    struct range clause = clause_between(n, before.from);
    if (clause.from == clause.to || content_bytes(s, before) > 0 || note_at(s, c->token - 1, NOTE_TOTAL)) return SLICE_NONE;
    const struct token *head = &s->tokens[clause.to - 1];
    return head->tag == HEAD && !has_note(head, NOTE_THING) ? token_text(s, clause.to - 1u) : SLICE_NONE;
}

/* 按投资额的10%|给予补助|，最高500万元: what the clause before gives, where its own figure tells only by what measure. */
static slice given_by_share(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (!previous_is(n, PERCENT) || !money_unit(c) || c->kind != KIND_LEVEL) return SLICE_NONE; /* most */
    size_t gives = n->previous->token + 1u, end = skip(s, gives + 1, CLASSES(NOUN, VERBAL, VERB));
    bool   given = tag_at(s, gives) == LIGHT && tag_at(s, end) == COMMA;
    return given && skip(s, end + 1, CLASSES(ADVERB, QUALIFIER)) == c->token ? sentence_text(s, gives + 1, end) : SLICE_NONE;
}

/* 从2020年的|1家到如今的23家，|姐妹微家|已覆盖8个街道, |书屋的藏书|越来越多: what grew from so many, where the sentence opens
 * with that alone, is what the next clause opens with. */
static slice told_ahead(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *to = c + 1;
    if (c->role != ROLE_FROM || n->previous || to >= s->candidates + s->candidate_count || to->role != ROLE_TO)
        return SLICE_NONE; /* most */
    if (skip(s, 0, CLASSES(LIST_MARK, ADVERB)) + 1u < skip_back(s, c->token, CLASSES(DATE, ADVERB, OF, TO, PLACE)) ||
        tag_at(s, to->token + 1u) != COMMA)
        return SLICE_NONE;
    size_t from = skip(s, to->token + 2u, CLASSES(DATE, ADVERB, PLACE)), end = skip(s, from, CLASSES(NOUN, HEAD, VERBAL, OF));
    bool   told = is_one_of(tag_at(s, end), ADVERB, DONE, VERB, REACH, LIGHT, IMPROVE, GROW);
    end -= told && counts(c) && end > from + 1u && s->tokens[end - 1].tag == HEAD; /* 合作社|规模 */
    return told ? name_if(s, range_of(from, end), 2 * HAN, n->arena) : SLICE_NONE;
}

slice named_elsewhere(struct naming *n, const struct candidate *c, struct words words, enum named_by *by) {
    struct range before = range_of_words(words);
    TRY(CLAUSE, told_ahead(n, c));
    TRY(UNIT, counts_places(n->s, c) ? c->quantity.unit->canonical : SLICE_NONE);
    TRY(CLAUSE, changed_in_bracket(n, c));
    TRY(CLAUSE, n->s->tokens[c->token].tag == AGE ? person_before(n->s, before.from, n->arena) : SLICE_NONE);
    TRY(PREVIOUS, given_each(n, c, before));
    TRY(BEFORE, in_each(n, c, before));
    TRY(BEFORE, spent_plainly(n, c, before));
    TRY(CLAUSE, begun_at_age(n, c, before));
    TRY(CLAUSE, went_on_once(n, c, before));
    TRY(CLAUSE, sum_between(n, c, before));
    TRY(BEFORE, moves_itself(n, c, before));
    TRY(CLAUSE, told_of_places(n, c));
    TRY(CLAUSE, given_by_share(n, c));
    TRY(PREVIOUS, moved_thing(n, c, named_by_previous(n, c, words)));
    TRY(CLAUSE, moved_thing(n, c, clause_before(n->s, before.from, c->kind, n->arena)));
    TRY(BEFORE, named_though_little(n, c, before));
    if (opens_alone(n, c, before)) n->carry->metric = n->carry->money = SLICE_NONE;
    TRY(CARRY, some_of_before(n, c));
    bool money = money_unit(c) && n->carry->money.len; /* 接待费3万元，接待74人次。较上年减少|0.3万元 */
    return *by = NAMED_BY_CARRY, money ? n->carry->money : n->carry->metric;
}
