/* A noun stands behind what describes it: 4栋红白相间的|教学楼, 5名早已等候在此的|医护人员. Words that no table knows would
 * pass for what is counted; what ends the nouns of persons, machines and buildings tells which is. */
#include "extract/naming/described.h"

#include "extract/naming/ending.h"
#include "extract/naming/predicate.h"

#include "extract/base/banned.h"

enum edge noun_edge(const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    if (!unit) return EDGE_NONE;
    if (unit->item) return EDGE_ITEM;
    bool persons = unit->class == UNIT_PERSON && unit->base.len > 0 && !slice_equal(unit->canonical, unit->base);
    return persons || unit->homes ? EDGE_PERSON : EDGE_NONE;
}

/* 欧盟四期|以前|的|柴油车: behind what tells up to which stage they are, from token `i` on; `i` when nothing does. */
static size_t behind_stage(const struct sentence *s, size_t i) {
    size_t since = skip(s, i, CLASSES(NOUN, HEAD));
    bool   told = since > i && tag_at(s, since) == SINCE && tag_at(s, since + 1) == OF;
    return told && is_one_of(tag_at(s, since + 2), NOUN, HEAD) ? since + 2 : i;
}

size_t behind_described(const struct sentence *s, const struct candidate *c, size_t i) {
    enum edge edge = noun_edge(c);
    size_t    of = i, thing = behind_stage(s, i);
    if (thing > i) return thing;
    if (edge == EDGE_NONE || !is_one_of(tag_at(s, i), NOUN, HEAD, VERBAL, ADVERB, VERB, AWARD, FROM, LEVEL, PREPOSITION))
        return i;
    for (; of < s->count && s->tokens[of].tag != OF; of++) {
        if (is_one_of(s->tokens[of].tag, COMMA, STOP, LIST_COMMA, COLON, OPEN, QUOTE) || s->tokens[of].candidate >= 0) return i;
        slice word = token_text(s, of);
        bool  noun = is_one_of(s->tokens[of].tag, NOUN, HEAD, LEVEL);
        noun &= !lexicon_ending(s->lexicon, word, EDGE_ENDURES); /* 在外打工|的村民 */
        if (noun && lexicon_ends_in(s->lexicon, word, ONE_OF_EDGES(edge, EDGE_LOOKALIKE))) return i;
    }
    size_t noun = skip(s, of + 1, CLASSES(ADVERB, PLACE, LEVEL));
    if (of == i || !is_one_of(tag_at(s, noun), NOUN, HEAD)) return i;
    slice counted = sentence_text(s, noun, item_end(s, noun));
    return edge == EDGE_ITEM || noun_end(s->lexicon, counted, edge) < counted.len || lexicon_ending(s->lexicon, counted, edge)
               ? noun
               : i;
}

bool persons_before(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    if (tag_at(s, k + 1) != NOUN || k == 0 || s->tokens[k - 1].tag == VERB || !person_unit(c)) return false; /* 动员|1400名 */
    return token_ending(s, k - 1, EDGE_PERSON) != NULL;
}
