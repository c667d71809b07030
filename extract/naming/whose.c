/* Whose an average or a rate is that does not say it: 城镇居民人均可支配收入4万元，人均消费支出2万元. */
#include "extract/naming/whose.h"

#include "extract/naming/before.h"
#include "extract/naming/lend.h"
#include "extract/naming/object.h"

#include "extract/base/banned.h"

/* 城镇居民|人均可支配收入4万元，|人均消费支出2万元 */
static slice per_head_of(const struct naming *n, struct range name) {
    if (name.to == name.from + 1u) return SLICE_NONE;
    bool   goes_on = name.from == 0 && sentence_goes_on(n->s);
    slice  model = n->previous ? n->previous->metric : goes_on ? n->carry->metric : SLICE_NONE;
    size_t at = slice_find(model, token_text(n->s, name.from), 0);
    return at != SIZE_MAX && at >= 2 * HAN ? slice_sub(model, 0, at) : SLICE_NONE;
}

bool is_bare_rate(const struct naming *n, const struct candidate *c, struct range name) {
    if (c->kind != KIND_SHARE || n->previous || content_bytes(n->s, name) > 3 * HAN) return false;
    return words_ending(n->s, name.from, name.to, EDGE_RATE);
}

/* 医保码激活率88%、|使用率61% */
static slice rated_beside(const struct naming *n, struct range before, struct range name, slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (!p || p->kind != KIND_SHARE || p->token == 0) return SLICE_NONE;
    bool alone = name.to == name.from + 1u && !note_at(s, name.from, NOTE_GENERIC); /* 失业率 */
    bool listed = before.from == name.from && s->tokens[name.from - 1].tag == LIST_COMMA;
    if (alone || !listed || p->metric.len < 6 * HAN || !utf8_parts(p->metric, own.len) ||
        !lexicon_ending(s->lexicon, own, EDGE_RATE))
        return SLICE_NONE;
    slice  of = slice_less(p->metric, own.len), rate = slice_from(p->metric, of.len);
    size_t cut = s->tokens[p->token - 1].end - own.len, i = p->token - 1u;
    while (i > 0 && s->tokens[i].start > cut) i--;
    bool   known = i + 1u == p->token && s->tokens[i].start == cut && !note_at(s, i, NOTE_GENERIC); /* 登记|失业率 */
    size_t alike = slice_find(of, slice_sub(own, 0, HAN), 0); /* 建成区|绿化覆盖率、绿地率 */
    if (alike != SIZE_MAX && alike >= 2 * HAN) of.len = alike;
    return !known && lexicon_ending(s->lexicon, rate, EDGE_RATE) && !slice_equal(rate, own) ? of : SLICE_NONE;
}

slice who_drives(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence  *s = n->s;
    const struct candidate *grew = c;
    bool                    points = s->tokens[c->token].tag == POINTS && note_at(s, name.from, NOTE_SENDS) && name.from > 0;
    points = points && name.to > name.from + 1u;                             /* 拉动|2.1个百分点 */
    if (!points || s->tokens[name.from - 1].tag != COMMA) return SLICE_NONE; /* most */
    while (grew > s->candidates && (grew == c || grew->refused || grew->kind != KIND_GROWTH)) grew--;
    return grew->kind == KIND_GROWTH ? grew->metric : SLICE_NONE;
}

/* 完善|城乡居民大病保险, 同时充实|社保基金: what was made better in a clause that tells nothing else; empty when it tells more.
 */
static slice amended(const struct sentence *s, struct range clause, struct arena *arena) {
    if (has_class(s, clause, CLASSES(FIGURES, OF, COLON))) return SLICE_NONE;
    while (clause.from < clause.to && is_one_of(s->tokens[clause.from].tag, ADVERB, DATE, AIM, PLAN, DONE, PLACE))
        clause.from++;
    slice              what = name_of(s, clause, arena);
    const struct word *opens = lexicon_opening(s->lexicon, what, EDGE_AMENDS);
    if (!opens) return SLICE_NONE;
    for (; opens; opens = lexicon_opening(s->lexicon, what, EDGE_AMENDS)) what = slice_from(what, opens->text.len);
    return what.len >= 3 * HAN ? what : SLICE_NONE;
}

slice of_terms(const struct naming *n, const struct candidate *c, slice name) {
    const struct sentence *s = n->s;
    if (!lexicon_is(s->lexicon, name, EDGE_TERMS)) return name; /* most */
    size_t from = clause_start(s, c->token), opens = skip(s, from, CLASSES(DATE, ADVERB));
    if (tag_before(s, from) != COMMA || !slice_starts(name, token_text(s, opens))) return name;
    return joined(amended(s, clause_up_to(s, from), n->arena), name, n->arena);
}

slice told_before(const struct naming *n, struct range before, struct range name, slice own) {
    const struct token *first = &n->s->tokens[name.from];
    if (has_note(first, NOTE_PER)) return per_head_of(n, name);
    bool index = has_note(first, NOTE_INDEX) && name.to == name.from + 1u && n->previous && money_unit(n->previous);
    return index ? begun_by(n->s, n->previous->metric, EDGE_PERSON) : rated_beside(n, before, name, own);
}
