/* Figures that stand alone: no words name them, and no figure before does. */
#include "extract/naming/unnamed.h"

#include "extract/naming/lend.h"

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
    return n->previous && counts(n->previous) &&
           word_at_start(s, n->previous->metric, CLASSES(VERB, AWARD, VERBAL), 0) == s->count;
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
    bool   itself = moved > 0 && has_note(&s->tokens[moved - 1], NOTE_OBJECT); /* 累计减排12万吨 */
    if (c->kind != KIND_LEVEL && (noun || itself)) c->metric = token_text(s, itself ? moved - 1 : ranks);
    if (c->kind != KIND_LEVEL) return;
    c->metric = told_of_each(s, c);
    const struct unit *unit = c->quantity.unit;
    if (!c->metric.len && people_unit(c)) c->metric = unit->canonical;
    if (!c->metric.len && unit && unit->with) c->metric = slice_from(unit->surface, unit->canonical.len); /* 我家有12亩|地 */
    if (c->metric.len) c->named_by = NAMED_BY_UNIT;
}
