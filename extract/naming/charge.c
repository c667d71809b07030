/* 依法惩治毒品犯罪，批捕33人、起诉45人: what somebody is charged with, 起诉毒品犯罪, or a charge of one crime would stand
 * beside those of all. Words: edges charges and crime of rules/words.tsv. */
#include "extract/naming/charge.h"

#include "extract/naming/before.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"

#include "extract/base/banned.h"

/* 受理|职务犯罪|案件38件, 批捕|毒品犯罪|33人, 受理|监委移送|案件: what crime the name of the figure before tells; empty where
 * it tells none, as 批准逮捕|犯罪嫌疑人 does. */
static slice crime_counted(const struct sentence *s, slice metric) {
    const struct word *crime = lexicon_ending(s->lexicon, metric, EDGE_CRIME);
    bool               cases = !crime && metric.len > 2 * HAN && utf8_parts(metric, metric.len - 2 * HAN);
    slice              told = cases ? slice_less(metric, 2 * HAN) : metric;
    if (cases) crime = lexicon_ending(s->lexicon, told, EDGE_CRIME);
    if (!crime) told = begun_by(s, metric, EDGE_HANDED);
    if (!told.len) return SLICE_NONE;
    told = object_of(s, told);
    const struct word *did = lexicon_opening(s->lexicon, told, EDGE_CHARGES); /* 破案|养老诈骗犯罪|12起 */
    if (did && told.len > did->text.len) told = slice_from(told, did->text.len);
    return crime && told.len == crime->text.len ? SLICE_NONE : told;
}

/* 依法严惩|养老诈骗犯罪|，: what the verb of the clause that ends before token `end` is done to, when that is a crime. */
static slice crime_fought(const struct sentence *s, size_t end, struct arena *arena) {
    if (end < 2 || s->tokens[end - 1].tag != COMMA || !token_ending(s, end - 2, EDGE_CRIME)) return SLICE_NONE; /* most */
    size_t verb = next_of(s, clause_start(s, end - 1), CLASSES(VERB, COMMA, STOP));
    return s->tokens[verb].tag == VERB ? name_of(s, range_of(verb + 1u, end - 1u), arena) : SLICE_NONE;
}

slice charged_with(const struct naming *n, struct range before, struct range name, slice own) {
    const struct sentence *s = n->s;
    const struct token    *first = &s->tokens[name.from];
    if (name.to != name.from + 1u || first->tag == HEAD) return SLICE_NONE; /* most */
    bool  charges = lexicon_is(s->lexicon, own, EDGE_CHARGES), again = n->previous && has_note(first, NOTE_OBJECT);
    slice crime = !charges      ? SLICE_NONE
                  : n->previous ? crime_counted(s, n->previous->metric)
                                : crime_fought(s, before.from, n->arena);
    if (crime.len) return slice_find(crime, own, 0) == SIZE_MAX ? joined(own, crime, n->arena) : SLICE_NONE;
    return again ? by_the_same(n, before, name, own) : SLICE_NONE; /* 涉企犯罪嫌疑人|不捕35人、|不诉|48人 */
}
