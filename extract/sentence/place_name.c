/* 四道沟乡, 五家站镇, 尧都区: a name that ends as a place's does is one word, whatever numeral or word it holds. */
#include "extract/sentence/place_name.h"

#include "extract/sentence/classes.h"

#include "extract/base/banned.h"

static bool is_unread(const struct sentence *s, size_t i) {
    return tag_at(s, i) == NOUN && i < s->count && !s->tokens[i].word && s->tokens[i].candidate < 0;
}

/* Bytes of what ends a name at the head of token `i`, 乡 or 沟乡, of at most `most` characters; 0: nothing does. `from`: the
 * byte that the name starts at, of which all is asked whether it is a place: 老城区 is none. */
static size_t closing_bytes(const struct sentence *s, size_t i, size_t most, uint32_t from, enum edge edge) {
    if (!is_unread(s, i)) return 0;
    slice rest = token_text(s, i);
    for (size_t size = HAN; size <= most * HAN && size <= rest.len; size += HAN) {
        slice name = slice_sub(s->text, from, s->tokens[i].start + size);
        if (lexicon_ending(s->lexicon, slice_sub(rest, 0, size), edge) && lexicon_ends_truly(s->lexicon, name, EDGE_PLACE))
            return size;
    }
    return 0;
}

/* Tokens [from, to] are one that no table knows. */
static void join(struct sentence *s, size_t from, size_t to) {
    s->tokens[from] =
        (struct token){.start = s->tokens[from].start, .end = s->tokens[to].end, .tag = NOUN, .candidate = -1, .period = -1};
    s->tags[from] = NOUN;
    s->count -= to - from;
    memmove(s->tokens + from + 1, s->tokens + to + 1, (s->count - from - 1) * sizeof *s->tokens);
    memmove(s->tags + from + 1, s->tags + to + 1, s->count - from - 1);
    for (size_t i = from + 1; i < s->count; i++)
        if (s->tokens[i].candidate >= 0) s->candidates[s->tokens[i].candidate].token = (uint32_t)i;
}

static void leave_candidate(struct sentence *s, size_t which) {
    s->candidate_count--;
    memmove(s->candidates + which, s->candidates + which + 1, (s->candidate_count - which) * sizeof *s->candidates);
    for (size_t i = 0; i < s->count; i++)
        if (s->tokens[i].candidate > (int)which) s->tokens[i].candidate--;
}

/* 四道|沟乡, 三|塘乡, 三口|镇: not 三座|古镇, 三个|镇, 两家|镇医院. */
static bool counts_name(const struct sentence *s, size_t i) {
    const struct quantity *q = &figure_at(s, i)->quantity;
    const struct unit     *unit = q->unit;
    bool                   scaled = q->numeral.scale_end && (unit || !q->numeral.single); /* 万|隆镇 */
    if (q->numeral.form != NUMERAL_HAN || scaled || q->raw.start != q->digits.start || q->ordinal) return false;
    if (unit && (unit->class > UNIT_PHYSICAL || lexicon_opening(s->lexicon, unit->surface, EDGE_TOWNS))) return false;
    size_t before = i > 0 && is_unread(s, i - 1), size = closing_bytes(s, i + 1, 3, s->tokens[i - before].start, EDGE_TOWN);
    return size > HAN || (size && unit && !unit->plain && !unit->homes);
}

/* 尧|都|区, 阿格|达|拉镇, 太|和|镇: a word of one character, of those that such names hold, between two that no table knows. */
static bool holds_word(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != NOUN || i + 2u >= s->count || !t[1].word || !is_one_character(&t[1]) || token_bytes(t) > 2 * HAN)
        return false; /* most */
    if (!is_unread(s, i) || !token_is(s, i + 1, EDGE_INSIDE) || token_ending(s, i, EDGE_PLACE)) return false;
    if (t[1].tag == AND && !is_one_character(t)) return false; /* 车站和|市中心 */
    size_t whole = closing_bytes(s, i + 2, 1, t->start, EDGE_PLACE);
    return whole == token_bytes(&t[2]) || closing_bytes(s, i + 2, 2, t->start, EDGE_TOWN);
}

void places_join(struct sentence *s) {
    for (size_t i = 0; i + 1 < s->count; i++) {
        if (s->tokens[i].candidate >= 0) {
            if (!is_unread(s, i + 1) || !counts_name(s, i)) continue; /* most */
            size_t before = i > 0 && is_unread(s, i - 1);
            leave_candidate(s, (size_t)s->tokens[i].candidate);
            join(s, i - before, i + 1);
            i -= before;
        } else if (holds_word(s, i)) {
            join(s, i, i + 2);
        }
    }
}
