/* 纺织产业，以工业园为核心构建生态圈，力争实现产值80亿元: words at the head of a sentence that a comma parts from what is said
 * of them are what its figures are of. */
#include "extract/naming/topic.h"

#include "extract/naming/before.h"
#include "extract/naming/narrow.h"
#include "extract/naming/predicate.h"

#include "extract/base/banned.h"

enum { SHORTEST_TOPIC = 3 * HAN, LONGEST_TOPIC = 12 * HAN };

/* The nouns that the sentence opens with; empty when it opens with none, or with too many to be a name. */
static struct range opening_nouns(const struct sentence *s) {
    size_t from = 0, to;
    from = skip(s, from, CLASSES(LIST_MARK, ADVERB, PLACE, DATE));
    for (to = from; is_one_of(tag_at(s, to), NOUN, HEAD, LEVEL, LIST_COMMA, AND, QUOTE, UNQUOTE);) to++;
    struct range r = range_of(from, to);
    size_t       bytes = content_bytes(s, r);
    return bytes >= SHORTEST_TOPIC && bytes <= LONGEST_TOPIC ? r : range_of(0, 0);
}

slice topic_of_head(const struct naming *n, const struct candidate *c, size_t clause) {
    const struct sentence *s = n->s;
    struct range           topic = opening_nouns(s);
    if (topic.from == topic.to || tag_at(s, topic.to) != COMMA || clause <= topic.to + 1u || s->tokens[clause - 1].tag != COMMA)
        return SLICE_NONE;
    for (size_t i = clause - 1; i-- > 0 && s->tokens[i].tag != COMMA;)
        if (is_figure(s, i)) return SLICE_NONE;                           /* 签约项目12个，总投资30亿元 */
    bool  place = topic.to == topic.from + 1u && is_place(s, topic.from); /* 青禾县，新建工厂，实现产值3亿元 */
    slice name = c->kind == KIND_LEVEL && !place ? name_of(s, topic, n->arena) : SLICE_NONE;
    return without_ending(s->lexicon, name, EDGE_FACET, 0); /* 夏粮|方面 */
}

slice likened_before(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 end = before.from - (before.from > 0), like = end;
    if (!counts(c) || !ends_phrase(s, c->token + 1) || tag_at(s, end) != COMMA) return SLICE_NONE;                /* most */
    size_t deed = before.to - (before.to > before.from && is_one_of(s->tokens[before.to - 1].tag, VERB, VERBAL)); /* 已|开办 */
    if (has_class(s, range_of(before.from, deed), CLASSES(VERB, VERBAL, AWARD, LIGHT))) return SLICE_NONE;
    struct range clause = range_of(clause_start(s, end), end);
    while (like > clause.from && !(s->tokens[like].tag == ADVERB && note_at(s, like, NOTE_SETTING))) like--;
    bool  likened = like > clause.from && tag_at(s, like + 1) == OF && like + 2 < clause.to;
    slice what = likened ? name_of(s, range_of(like + 2, clause.to), n->arena) : SLICE_NONE;
    return what.len && deed < before.to ? joined(token_text(s, deed), what, n->arena) : what;
}

slice rate_of_topic(const struct sentence *s, const struct candidate *c, struct range name, struct arena *arena) {
    if (c->kind != KIND_SHARE || is_head(&s->tokens[name.to - 1])) return SLICE_NONE; /* most */
    size_t       from = skip(s, 0, CLASSES(LIST_MARK, ADVERB, PLACE, DATE));
    struct range topic = range_of(from, item_end(s, from));
    bool         told = topic.from < topic.to && is_one_of(tag_at(s, topic.to), COMMA, COLON) && name.from > topic.to;
    bool         rate = told && (words_ending(s, topic.from, topic.to, EDGE_RATE) || note_at(s, topic.to - 1, NOTE_SHARE));
    return rate ? name_of(s, topic, arena) : SLICE_NONE;
}

slice sped_up(const struct sentence *s, size_t from, struct arena *arena) {
    if (from < 2 || s->tokens[from - 1].tag != COMMA) return SLICE_NONE;
    struct range clause = strip(s, clause_up_to(s, from), NAME_HEAD, 0);
    size_t       deed = clause.to;
    while (deed > clause.from && is_one_of(s->tokens[deed - 1].tag, IMPROVE, ADVERB)) deed--;
    if (deed == clause.to || deed < clause.from + 2u || s->tokens[deed - 1].tag != VERBAL) return SLICE_NONE;
    struct range what = range_of(clause.from, deed - 1);
    return content_bytes(s, what) >= 2 * HAN &&
                   !has_class(s, what, CLASSES(VERB, LIGHT, AWARD, GROW, FALL, IMPROVE, REACH, PREPOSITION, LIST_COMMA, OF))
               ? name_of(s, what, arena)
               : SLICE_NONE;
}

slice all_of_clause(const struct sentence *s, const struct candidate *c, size_t from, struct arena *arena) {
    if (from < 2 || s->tokens[from - 1].tag != COMMA || !has_class(s, range_of(from, c->token), CLASSES(BOTH)))
        return SLICE_NONE;
    struct range clause = strip(s, clause_up_to(s, from), NAME_HEAD, 0), list = range_of(clause.from, clause.from);
    while (list.to < clause.to && is_one_of(s->tokens[list.to].tag, NOUN, HEAD, LEVEL, VERBAL, LIST_COMMA, AND)) list.to++;
    return has_class(s, list, CLASSES(LIST_COMMA, AND)) && !is_one_of(tag_at(s, list.to - 1u), LIST_COMMA, AND)
               ? name_of(s, list, arena)
               : SLICE_NONE;
}

slice measured_in_bracket(const struct sentence *s, size_t from, struct arena *arena) {
    if (from < 2 || s->tokens[from - 1].tag != OPEN || s->tokens[from].tag == AMONG) return SLICE_NONE; /* most */
    struct range clause = clause_up_to(s, from);
    if (clause.from >= clause.to || has_class(s, clause, CLASSES(FIGURES))) return SLICE_NONE;
    struct range what = name_range(s, clause, KIND_LEVEL);
    bool         noun = what.from < what.to && is_one_of(s->tokens[what.to - 1].tag, NOUN, HEAD) && what.to == clause.to;
    return noun ? name_if(s, what, 2 * HAN, arena) : SLICE_NONE;
}

slice mover_before(const struct sentence *s, struct range name, struct arena *arena) {
    const u128 moves = CLASSES(GROW, FALL, IMPROVE);
    if (name.to != name.from + 1u || !in_classes(tag_at(s, name.from), moves) || tag_at(s, name.to) != OF) return SLICE_NONE;
    for (size_t i = name.from; i-- > 1;) {
        if (!in_classes(s->tokens[i].tag, moves) || s->tokens[i + 1].tag != OF) continue;
        struct range who = strip(s, range_of(clause_start(s, i), i), NAME_HEAD, NAME_TAIL);
        if (content_bytes(s, who) >= 2 * HAN) return name_of(s, who, arena);
    }
    return SLICE_NONE;
}
