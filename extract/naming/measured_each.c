/* 低保标准提高到|城市490元、农村400元: what is measured stands before the verb, and right before each figure whose it is, so
 * that 农村 alone says nothing. 收入达到3亿元、利润1亿元 has no such list. */
#include "extract/naming/measured_each.h"

#include "extract/naming/items.h"
#include "extract/naming/narrow.h"
#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

/* 城市|每人每月490元: the words between token `from` and the figure that tell whose it is; empty when others stand there. */
static struct range whose_range(const struct sentence *s, size_t from, size_t figure) {
    size_t to = skip_back(s, figure, CLASSES(ADVERB, PER, PER_NOUN)), noun = skip(s, from, CLASSES(NOUN, VERBAL));
    bool   alone = noun == to && to > from && to <= from + 2u;
    return alone ? range_of(from, to) : range_of(0, 0);
}

/* Does figure `next` go on with a list of those like `own`, behind the figure before it? */
static bool goes_on(const struct sentence *s, const struct candidate *next, slice own, struct range *whose) {
    const struct candidate *c = next - 1;
    if (next->refused || next->kind != c->kind || next->role != c->role || !same_unit(next, c) ||
        !is_one_of(tag_at(s, c->token + 1u), LIST_COMMA, AND))
        return false;
    *whose = whose_range(s, c->token + 2u, next->token);
    return whose->to > whose->from && sentence_text(s, whose->from, whose->to).len == own.len;
}

/* 特困|供养|标准 of 集中供养 is 特困集中供养标准, and 城乡|低保标准 of 城市 is 城市低保标准. */
static slice measured_of(const struct sentence *s, struct range measured, slice own, struct arena *arena) {
    if (has_note(&s->tokens[measured.from], NOTE_EACH) && measured.to > measured.from + 1u) measured.from++;
    slice  name = name_of(s, measured, arena);
    slice  deed = own.len >= 4 * HAN ? slice_from(own, own.len - 2 * HAN) : SLICE_NONE;
    size_t at = deed.len ? slice_find(name, deed, 0) : SIZE_MAX;
    if (at == SIZE_MAX) return joined(own, name, arena);
    return joined(slice_sub(name, 0, at), joined(own, slice_from(name, at + deed.len), arena), arena);
}

size_t measured_each(const struct sentence *s, struct candidate *first, struct words before, struct arena *arena) {
    struct candidate *const end = s->candidates + s->candidate_count;
    if (first + 1 == end || (first->kind != KIND_LEVEL && first->kind != KIND_SHARE)) return 0; /* most */
    size_t verb = last_of(s, range_of_words(before), CLASSES(GROW_TO, FALL_TO, REACH));
    if (verb == SIZE_MAX) return 0;
    if (first->kind == KIND_SHARE && has_note(&s->tokens[verb], NOTE_IS)) return 0; /* 满意度依次为城区88%、乡镇82% */
    struct range whose = whose_range(s, verb + 1, first->token), next;
    slice        own = sentence_text(s, whose.from, whose.to);
    if (whose.from == whose.to || own.len < 2 * HAN || !goes_on(s, first + 1, own, &next)) return 0;
    struct range        measured = narrow(s, words_of(s, range_of(before.from, verb)), first->kind);
    const struct token *head = &s->tokens[measured.to - (measured.to > measured.from)];
    if (measured.from < measured.to && token_ending(s, measured.to - 1u, EDGE_PERSON))
        return 0; /* 每百户城镇|居民|拥有彩电128台、空调63台 */
    bool raised = is_one_of(s->tokens[verb].tag, GROW_TO, FALL_TO) && head->tag == NOUN; /* 书簿津贴|增至|小学2800元 */
    if (measured.from == measured.to || !(head->tag == HEAD || raised) || has_note(head, NOTE_THING)) return 0;
    struct candidate *c = first;
    do {
        c->metric = measured_of(s, measured, sentence_text(s, whose.from, whose.to), arena);
        c++;
    } while (c < end && c < first + MOST_ITEMS && goes_on(s, c, own, &whose));
    return (size_t)(c - first);
}
