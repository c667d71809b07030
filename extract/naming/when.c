/* When it was so is no part of a name: 3年里|参加救援, 春节期间|接待游客, 改造后|新增车位. */
#include "extract/naming/when.h"

#include "extract/base/banned.h"

const struct word *alone_at_edge(const struct sentence *s, size_t i, enum edge edge) {
    return is_unknown(s, i) && is_one_character(&s->tokens[i]) ? token_ending(s, i, edge) : NULL;
}

/* Does token `i` close when it was: 春节|期间, 中秋节|前, 入冬|以来, not 诉|前? */
static bool closes_when(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != FIRST) return t->tag == SINCE ? has_note(t, NOTE_SINCE) : t->tag == WITHIN && !is_one_character(t);
    return i > 0 && !words_ending(s, i - 1, i + 1, EDGE_LOOKALIKE);
}

/* 事故发生后|出动救护车, 发现险情后|转移群众, 走访中|发放棉被: does token `i`, behind the verb that opens name part `from`, end
 * with the 后 or 中 that closes what was done before or beside? Not 产后. */
static bool closes_deed(const struct sentence *s, size_t from, size_t i) {
    if (!is_unknown(s, i)) return false; /* most */
    const struct word *closes = token_ending(s, i, EDGE_AMONG);
    if (!closes || token_ending(s, i, EDGE_LOOKALIKE)) return false;
    if (closes->tag == WITHIN) return has_class(s, range_of(from, i), CLASSES(VERB, VERBAL, AWARD));
    return i == from + 1u && is_one_character(&s->tokens[i]) && is_one_of(s->tokens[from].tag, VERB, VERBAL);
}

/* 春节|期间|接待游客, 中秋节|前|发放慰问金, 入冬|以来|供煤: behind the words that close when it was done; `r.from` when none
 * do. */
static size_t behind_when(const struct sentence *s, struct range r) {
    for (size_t i = r.from; i + 1 < r.to && is_one_of(s->tokens[i].tag, NOUN, HEAD, VERB, VERBAL, AWARD, WITHIN, FIRST, SINCE);
         i++) {
        bool done = closes_deed(s, r.from, i);
        bool does = done || s->tokens[i].tag == FIRST
                        ? is_one_of(s->tokens[i + 1].tag, VERB, VERBAL, LIGHT, ADVERB, DONE, AWARD)
                        : s->tokens[i + 1].tag != OF;
        if (does && (done || closes_when(s, i)) && content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN) return i + 1;
    }
    return r.from;
}

/* 平台|上线一年来|注册用户, 书房|开放三年来|接待读者: behind what has gone on for that long; `r.from` when nothing has. */
static size_t behind_deed_since(const struct sentence *s, struct range r) {
    for (size_t i = r.from; i + 2 < r.to && is_one_of(s->tokens[i].tag, NOUN, HEAD, VERB, VERBAL); i++) {
        const struct token  *time = &s->tokens[i + 1];
        bool                 since = time->tag == DATE && time[1].tag == SINCE;
        const struct period *date = period_at(s, i + 1);
        bool                 frames = since || (time->tag == DATE && date && date->frame);
        size_t               end = i + 2 + since;
        if (frames && is_one_of(s->tokens[i].tag, VERB, VERBAL) && content_bytes(s, range_of(end, r.to)) >= 2 * HAN) return end;
    }
    return r.from;
}

/* 统购价格|从夏粮上市起|提高, 工资从7月|起|提高: where the words begin that say since when; `r.to` where none do. */
static size_t onward(const struct sentence *s, struct range r) {
    if (!in_classes(FROM, s->classes) || !alone_at_edge(s, r.to - 1u, EDGE_ONWARD)) return r.to; /* most */
    size_t from = last_of(s, r, CLASSES(FROM));
    return from != SIZE_MAX && content_bytes(s, range_of(r.from, from)) >= 2 * HAN ? from : r.to;
}

struct range without_when(const struct sentence *s, struct range r) {
    const struct token *first = &s->tokens[r.from];
    if (r.to == r.from + 1u && is_figure(s, r.from - 1u) && alone_at_edge(s, r.from, EDGE_AMONG))
        return range_of(r.to, r.to); /* 打6.5折|后|83元 */
    if (r.to < r.from + 2u || has_hole(r)) return r;
    r.to = (uint16_t)onward(s, r);
    if (first[1].tag == DATE && has_note(first, NOTE_SPAN)) return range_of(r.from + 2, r.to);
    bool over = has_note(first, NOTE_SPAN) && token_opening(s, r.from, EDGE_BYGONE);
    if (over && content_bytes(s, range_of(r.from + 1, r.to)) >= 2 * HAN) r.from++;             /* 过去|村医只有9名 */
    const struct word *then = first->tag == NOUN ? token_opening(s, r.from, EDGE_THEN) : NULL; /* 同期|火灾起数 */
    bool               dates = then && then->text.len == token_bytes(first) && is_one_of(first[1].tag, NOUN, HEAD);
    if (dates && content_bytes(s, range_of(r.from + 1, r.to)) >= 3 * HAN) r.from++;
    bool term = first[1].tag == REACH && token_is(s, r.from, EDGE_TERM); /* 年度|完成|投资 */
    if (term && r.to > r.from + 2u) r.from += 2;
    r.from = (uint16_t)behind_when(s, r);
    r.from = (uint16_t)behind_deed_since(s, r);
    bool done = r.from > 0 && is_one_of(first[-1].tag, DATE, LIGHT, IMPROVE); /* 优化|后|共有学校, not 中、低收入 */
    if (done && alone_at_edge(s, r.from, EDGE_AMONG)) return range_of(r.from + 1, r.to);
    if (r.to < r.from + 3u) return r;
    const struct word *after = alone_at_edge(s, r.from + 1, EDGE_AMONG);
    return after && after->tag == WITHIN ? range_of(r.from + 2, r.to) : r;
}

size_t deed_before_after(const struct sentence *s, struct range r) {
    const struct word *after = r.to > r.from + 1u ? alone_at_edge(s, r.to - 1u, EDGE_AMONG) : NULL;
    if (!after || after->tag != WITHIN) return r.to; /* most */
    size_t deed = r.to - 1u;
    while (deed > r.from && is_one_of(s->tokens[deed - 1].tag, VERB, VERBAL, IMPROVE, LIGHT)) deed--;
    return deed;
}

/* 技改后, 门票|后: does token `i` end with 后? */
static bool ends_after(const struct sentence *s, size_t i) {
    const struct word *after = s->tokens[i].tag == NOUN ? token_ending(s, i, EDGE_AMONG) : NULL;
    return after && after->tag == WITHIN && after->text.len == HAN;
}

bool only_after(const struct sentence *s, struct range r) {
    return r.from < r.to && ends_after(s, r.to - 1u) &&
           (r.to == r.from + 1u || is_one_of(s->tokens[r.from].tag, VERB, VERBAL, LIGHT, IMPROVE));
}

struct range behind_after(const struct sentence *s, struct range r) {
    bool does = r.from < r.to && is_one_of(s->tokens[r.from].tag, VERB, VERBAL, LIGHT);
    for (size_t i = r.from; i + 1u < r.to; i++) {
        if (!ends_after(s, i)) continue;                                                             /* most */
        bool deed = i > r.from ? does : !s->tokens[i].word && token_bytes(&s->tokens[i]) >= 3 * HAN; /* 修路后, not 灾后 */
        if (deed && content_bytes(s, range_of(i + 1, r.to)) >= 2 * HAN) return range_of(i + 1, r.to);
    }
    return r;
}

struct range without_after(const struct sentence *s, struct range r) {
    size_t deed = deed_before_after(s, r);
    return deed + 1u < r.to ? range_of(r.from, deed) : r;
}
