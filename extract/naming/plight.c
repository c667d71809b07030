/* 解决了3.8万人、2.1万头大牲畜的饮水困难, 解决1200户3600人的安全饮水问题: the verb and what those suffer or need stand once,
 * before the first count and behind the last. */
#include "extract/naming/plight.h"

#include "extract/base/banned.h"

/* The end of the words for those whom the figure at token `k` counts: 750万户|城市低收入家庭|和, 240户|林区、垦区等棚户居民|的.
 */
static size_t those_end(const struct sentence *s, size_t k) {
    k = skip(s, k + 1, CLASSES(NOUN, HEAD, LEVEL, PLACE));
    while (tag_at(s, k) == LIST_COMMA && is_one_of(tag_at(s, k + 1), NOUN, HEAD, PLACE))
        k = skip(s, k + 1, CLASSES(NOUN, HEAD, LEVEL, PLACE, ETC));
    return k;
}

/* The figure that stands right behind those of the figure at token `k`, or behind a 、 or 和; SIZE_MAX when none does. */
static size_t next_counted(const struct sentence *s, size_t k) {
    size_t next = those_end(s, k);
    next += is_one_of(tag_at(s, next), LIST_COMMA, AND);
    return next < s->count && is_figure(s, next) && counts(figure_at(s, next)) ? next : SIZE_MAX;
}

/* The first figure of the list in which that at token `k` stands. */
static size_t list_start(const struct sentence *s, size_t k) {
    for (size_t i = k; i-- > 0;)
        if (is_figure(s, i)) {
            if (next_counted(s, i) != k) return k;
            k = i;
        } else if (!is_one_of(s->tokens[i].tag, NOUN, HEAD, LEVEL, PLACE, LIST_COMMA, AND)) {
            return k;
        }
    return k;
}

slice plight_shared(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_LEVEL) return SLICE_NONE;
    size_t last = c->token;
    for (size_t next; (next = next_counted(s, last)) != SIZE_MAX;) last = next;
    size_t end = those_end(s, last);
    bool   of = tag_at(s, end) == OF;
    if (of) end = those_end(s, end);
    slice              whole = sentence_text(s, last + 1, end);
    const struct word *told = lexicon_ending(s->lexicon, whole, EDGE_PLIGHT);
    if (end == last + 1u || !told) return SLICE_NONE; /* most */
    size_t first = list_start(s, c->token), verb = skip_back(s, first, CLASSES(ADVERB, DONE, PLACE));
    bool   does = tag_before(s, verb) == VERB;
    if (first == last) return SLICE_NONE;
    bool those_alone = !of && c->token < last && those_end(s, c->token) == c->token + 1u;
    if (those_alone && told->text.len > 2 * HAN && !person_unit(figure_at(s, last))) /* 4.3万人|、1.6万头牲畜|饮水困难 */
        return joined(does && !has_note(&s->tokens[verb - 1], NOTE_CAUSES) ? token_text(s, verb - 1) : SLICE_NONE, told->text,
                      n->arena);
    if (!does) return SLICE_NONE;
    const struct unit *unit = figure_at(s, last)->quantity.unit;
    if (!of && unit->class != UNIT_PERSON) return SLICE_NONE; /* 2.1万头|牲畜饮水困难: nothing parts them */
    size_t plight = of ? last_of(s, range_of(last, end), CLASSES(OF)) + 1 : last + 1;
    slice  those = c->token == last && !of ? SLICE_NONE : sentence_text(s, c->token + 1, those_end(s, c->token));
    return joined(token_text(s, verb - 1), joined(those, name_of(s, range_of(plight, end), n->arena), n->arena), n->arena);
}
