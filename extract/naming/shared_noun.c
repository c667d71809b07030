/* Two figures side by side that count one thing, named once behind both: 完成3800户、58万平方米|棚户区改造, 办结5类|16件事项,
 * 200元或300元的|消费券. */
#include "extract/naming/shared_noun.h"

#include "extract/naming/before.h"
#include "extract/naming/deed.h"
#include "extract/naming/noun.h"

#include "extract/base/banned.h"

/* 50元、100元、|300元|的补贴: the last of a list of such figures. */
static const struct candidate *last_listed(const struct sentence *s, const struct candidate *c) {
    while (is_one_of(tag_at(s, c->token + 1), AND, LIST_COMMA) && is_figure(s, c->token + 2u) &&
           c[1].quantity.unit == c->quantity.unit)
        c++;
    return c;
}

bool one_or_other(const struct sentence *s, const struct candidate *c) {
    const struct candidate *last = last_listed(s, c);
    bool                    either = tag_at(s, c->token + 1) == AND || money_unit(c);
    size_t                  noun = skip(s, last->token + 1, CLASSES(ADVERB)); /* 100元|不等|补贴 */
    return last > c && either && (tag_at(s, noun) == OF || (noun > last->token + 1u && tag_at(s, noun) == NOUN));
}

/* 共, 合计 */
static bool is_sum(const struct sentence *s, size_t i) { return tag_at(s, i) == ADVERB && note_at(s, i, NOTE_TOTAL); }

slice shared_noun(struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    bool                    either = one_or_other(s, c);
    const struct candidate *next = either ? last_listed(s, c) : c + 1;
    bool                    listed = either || tag_at(s, c->token + 1) == LIST_COMMA || (counts(c) && !money_unit(next));
    if (next->refused || c->kind != KIND_LEVEL || next->kind != KIND_LEVEL || !listed) return SLICE_NONE;
    if (!either && next->token != c->token + 1 + (is_sum(s, c->token + 1) || tag_at(s, c->token + 1) == LIST_COMMA))
        return SLICE_NONE;
    const struct word *area = lexicon_ending(s->lexicon, c->quantity.unit_name, EDGE_AREA); /* 12镇|6乡、326个行政村 */
    if (area && area->text.len == c->quantity.unit_name.len && !same_unit(c, next)) return SLICE_NONE;
    bool alone =
        verb_before(s, c->token) == SIZE_MAX && c->token > 0 && !is_one_of(s->tokens[c->token - 1].tag, LIST_COMMA, AND);
    struct range noun = noun_behind(s, next);
    if (content_bytes(s, noun) < 2 * HAN) return SLICE_NONE; /* 新建公路2条、|桥梁5座1200米 */
    if (alone) n->verb = SLICE_NONE;                         /* 邀请8名专家，完成了|136册、9800叶古籍的修复 */
    return named_by_noun(n, either ? c : next, noun);
}

slice left_of(struct naming *n, const struct candidate *c, struct words words) {
    const struct sentence *s = n->s;
    bool                   counted = is_figure(s, words.from - 1u); /* 4个|方面|16类38个问题 */
    if (!counts(c) || !is_figure(s, c->token + 1) || words.to != words.from + 1u || counted) return SLICE_NONE;
    const struct token *which = &s->tokens[words.from];
    if (which->tag != NOUN || token_bytes(which) != 2 * HAN) return SLICE_NONE;
    struct naming alone = *n; /* 实施项目6个，帮助|387户1596人|脱贫: of nothing counted before */
    alone.previous = NULL;
    slice noun = shared_noun(&alone, c);
    n->verb = alone.verb;
    return noun.len ? joined(token_text(s, words.from), noun, n->arena) : SLICE_NONE;
}

bool counted_next(const struct sentence *s, const struct candidate *c) {
    size_t next = c->token + 1u;
    if (is_sum(s, next)) return is_figure(s, next + 1) && tag_at(s, next + 2) == OF;
    const struct unit *unit = is_figure(s, next) ? c[1].quantity.unit : NULL;
    size_t             verb = c->token - (c->token > 0); /* 制定|了|5大类|38条细则 */
    verb -= verb > 0 && makes_verb(s, verb);
    bool told = counts(c) && unit && c->token > 1 && s->tokens[c->token - 1].tag == OF; /* 反映|的|8类|412个问题 */
    bool done = counts(c) && c->token > 0 && s->tokens[verb].tag == VERB; /* not 低保家庭|312户706人享受补贴 */
    bool facet = counts(c) && lexicon_ending(s->lexicon, c->quantity.unit->surface, EDGE_FACET); /* 稳增长|8方面|36条措施 */
    return unit && (unit->class == UNIT_PHYSICAL || done || facet || told);
}

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
    return next < s->count && figure_is(s, next, counts) ? next : SIZE_MAX;
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
        return joined(does && !note_at(s, verb - 1, NOTE_CAUSES) ? token_text(s, verb - 1) : SLICE_NONE, told->text, n->arena);
    if (!does) return SLICE_NONE;
    const struct unit *unit = figure_at(s, last)->quantity.unit;
    if (!of && unit->class != UNIT_PERSON) return SLICE_NONE; /* 2.1万头|牲畜饮水困难: nothing parts them */
    size_t plight = of ? last_of(s, range_of(last, end), CLASSES(OF)) + 1 : last + 1;
    slice  those = c->token == last && !of ? SLICE_NONE : sentence_text(s, c->token + 1, those_end(s, c->token));
    return joined(token_text(s, verb - 1), joined(those, name_of(s, range_of(plight, end), n->arena), n->arena), n->arena);
}
