/* Figures between which others are told in passing: which of those before is spoken of. */
#include "extract/naming/antecedent.h"

#include "extract/naming/before.h"

#include "extract/base/banned.h"

/* 7次刷新纪录，: how often it was so, which does not move. */
static bool is_in_passing(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    return p > s->candidates && event_unit(p) && kind_moves(c->kind) && s->tokens[p->token - 1].tag == COMMA;
}

/* 本科生5470元，比研究生（7100元）低|1630元: what it is held against stands in the bracket right before, or bare behind a word
 * that opens the clause: 居民收入3万元，|比平均水平2.5万元高|20%. */
static bool is_held_against(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    size_t k = p->token;
    if (k < 2) return false;
    bool bracket = s->tokens[k - 1].tag == OPEN && tag_at(s, k + 1) == CLOSE;
    if (skip(s, k + 1 + bracket, CLASSES(GROW, FALL, IMPROVE, ADVERB)) != c->token) return false; /* most */
    size_t than = k - bracket;
    while (than > 0 && !ends_phrase(s, than - 1) && s->tokens[than - 1].tag != THAN && !note_at(s, than - 1, NOTE_THAN)) than--;
    return than > 0 && !ends_phrase(s, than - 1) && (bracket || (than > 1 && s->tokens[than - 2].tag == COMMA));
}

/* 4个案例入选，|入选数量|位列全省第二，比上年增加2个: how many there are, by which a place is taken right before. */
static bool ranks_number(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    if (p->kind != KIND_RANK || p + 1 != c || c->kind != KIND_CHANGE || !counts(c)) return false; /* most */
    return ends_with_word(s, p->metric, 0, NOTE_GENERIC);
}

/* 水位38.6米，|超警戒水位|0.8米，回落至|37.4米: by how much it lay over the mark stands in passing before what it came to. */
static bool is_excess(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    if (p->token == 0 || p == s->candidates || !same_unit(p - 1, c) || p[-1].refused) return false; /* most */
    if (!token_opening(s, p->token - 1u, EDGE_EXCESS)) return false;
    size_t to = skip_back(s, c->token, CLASSES(ADVERB, QUALIFIER));
    return is_one_of(tag_before(s, to), GROW_TO, FALL_TO, REACH);
}

bool is_more(const struct candidate *c, const struct candidate *part) {
    decimal now = c->quantity.numeral.value, then = part->quantity.numeral.value;
    return same_unit(c, part) && now.present && then.present && decimal_compare(now, then) > 0;
}

static bool passes_over(const struct sentence *s, const struct candidate *p, const struct candidate *c,
                        enum relation relation) {
    if (is_held_against(s, p, c)) return true;
    switch (relation) {
    case SAME_UNIT: return !same_unit(p, c) && !ranks_number(s, p, c);
    case WHOLE: return p->kind == KIND_SHARE;
    case A_SHARE: return !p->quantity.unit || p->quantity.unit->class != UNIT_PERCENT;
    case SAID_OF: return is_in_passing(s, p, c) || is_excess(s, p, c);
    }
    return false;
}

static bool is_named(const struct candidate *c) { return !c->refused && c->metric.len > 0; }

const struct candidate *antecedent(const struct naming *n, const struct candidate *c, enum relation relation) {
    const struct candidate *p = n->previous;
    if (!p) return NULL;
    while (p > n->s->candidates && (is_named(p - 1) || (relation == SAME_UNIT && p[-1].refused)) &&
           (p->refused || passes_over(n->s, p, c, relation)))
        p--;
    return p->refused || passes_over(n->s, p, c, relation) ? n->previous : p;
}

const struct candidate *counted_in(const struct naming *n, slice head) {
    const struct candidate *first = n->s->candidates, *p = n->previous ? n->previous + 1 : first;
    while (p > first)
        if (is_named(--p) && counts(p) && slice_starts(head, p->quantity.unit_name)) return p;
    return NULL;
}

/* The named figure right before the bracket that opens at token `open`; NULL when there is none. */
static const struct candidate *figure_before(const struct sentence *s, size_t open) {
    const struct candidate *c = is_figure(s, open - 1) ? figure_at(s, open - 1) : NULL;
    return c && is_named(c) ? c : NULL;
}

const struct candidate *whole_of_bracket(const struct sentence *s, const struct candidate *c, size_t from) {
    from = back_to(s, from, CLASSES(OPEN, CLOSE, STOP, COLON));
    if (tag_before(s, from) != OPEN) return NULL;
    const struct candidate *whole = figure_before(s, from - 1);
    return whole && same_unit(whole, c) ? whole : NULL;
}

/* 建成农田8.6万亩（其中新建6.1万亩），|累计达61.3万亩: the figure before the bracket that closes before token `from`. */
static const struct candidate *before_bracket(const struct sentence *s, size_t from) {
    if (from < 2 || s->tokens[from - 1].tag != COMMA || s->tokens[from - 2].tag != CLOSE) return NULL;
    size_t inside = back_to(s, from - 2, CLASSES(OPEN));
    return inside > 0 ? figure_before(s, inside - 1) : NULL;
}

/* 存款余额300亿元，人均3万元，比年初增加|20亿元: is the last figure what the one before it is per head, and `c` more? */
static bool is_above_average(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    if (!(s->notes & NOTE_PER) || c->kind == KIND_GROWTH) return false; /* most */
    size_t per = word_at_start(s, p->metric, 0, NOTE_PER);
    return per < s->count && slice_equal(slice_from(p->metric, token_text(s, per).len), p[-1].metric) && is_more(c, p);
}

/* 员工860人，九成以上|是女性|，营业收入3100万元: money is of those whose persons they are. */
static bool says_who_they_are(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    return p->kind == KIND_SHARE && money_unit(c) && note_at(s, p->token + 1u, NOTE_IS);
}

/* 采购商5.1万人，来自|196个|国家，比上届增长67.4%: does figure `p` count only where those told before come from? */
static bool tells_whence(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    size_t from = skip_back(s, p->token, CLASSES(ADVERB, PLACE, QUALIFIER));
    return c->kind == KIND_GROWTH && counts(p) && from > 0 && token_ending(s, from - 1, EDGE_WHENCE) &&
           p[-1].kind == KIND_LEVEL;
}

bool is_of_such(const struct sentence *s, const struct candidate *c) {
    size_t at = c->token;
    at -= at > 0 && tag_at(s, at - 1) == REACH;
    return at > 0 && tag_at(s, at - 1) == OF;
}

const struct candidate *whole_of_such(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    while (p > s->candidates && is_of_such(s, p) && is_named(p - 1)) p--;
    return counts(c) && same_unit(p, c) && !is_of_such(s, p) ? p : NULL;
}

/* 出口12亿元、进口5亿元，|前者|增长3%，|后者|增长7%: the one of the last two amounts that the word at token `from` names; NULL
 * where it names none. */
static const struct candidate *of_the_two(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    bool                   former = token_is(s, from, EDGE_FORMER);
    if (!former && !token_is(s, from, EDGE_LATTER)) return NULL; /* most */
    for (const struct candidate *p = n->previous; p > s->candidates && is_named(p) && is_named(p - 1); p--)
        if (p->kind == KIND_LEVEL && p[-1].kind == KIND_LEVEL) return former ? p - 1 : p;
    return former ? NULL : n->previous;
}

/* 收入12亿元，其中税收8亿元、非税4亿元，|同比增长|5%: the whole of which the parts told last are all there is; NULL where they
 * are not its parts, or some. */
static const struct candidate *whole_of_all(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    decimal sum = p->quantity.numeral.value;
    if (!kind_moves(c->kind) || p->kind != KIND_LEVEL || tag_at(s, p->token + 1u) != COMMA) return NULL; /* most */
    for (const struct candidate *part = p; part > s->candidates; part--) {
        const struct candidate *one = part - 1;
        if (!is_named(one) || !same_unit(one, p)) return NULL;
        decimal value = one->quantity.numeral.value;
        if (has_class(s, range_of(one->token, part->token), CLASSES(AMONG)))
            return part < p && sum.present && value.present && decimal_compare(sum, value) == 0 ? one : NULL;
        sum = decimal_add(sum, value);
    }
    return NULL;
}

const struct candidate *spoken_of(const struct naming *n, const struct candidate *c, size_t from) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous, *named = of_the_two(n, clause_start(s, c->token));
    const struct candidate *whole = named ? named : before_bracket(s, from);
    if (!whole && p && p > s->candidates && is_named(p)) whole = whole_of_all(s, p, c);
    if (whole || !p || p == s->candidates || !is_named(p - 1)) return whole ? whole : p;
    bool listed = tag_at(s, p->token + 1u) == LIST_COMMA;
    bool some = is_of_such(s, c) ? listed : is_of_such(s, p) && is_more(c, p); /* 不合格的3家，|复查86家 */
    if (some && (whole = whole_of_such(s, p, c))) return whole;
    return tells_whence(s, p, c) || is_above_average(s, p, c) || says_who_they_are(s, p, c) ? p - 1 : p;
}
