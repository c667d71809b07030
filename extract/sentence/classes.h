/* Questions to a token: what its class is (words/class.h), does its word tell this, as the head of rules/words.tsv says, and
 * how long it is. */
#ifndef SUANPAN_CLASSES_H
#define SUANPAN_CLASSES_H

#include "extract/sentence/candidate.h"

static inline char tag_at(const struct sentence *s, size_t i) { return i < s->count ? s->tokens[i].tag : STOP; }
static inline char tag_before(const struct sentence *s, size_t i) { return i > 0 ? s->tokens[i - 1].tag : STOP; }
/* Its word tells one of these: NOTE_GENERIC for heads that name nothing until it is said of what (增加值, 总量), NOTE_THING for
 * nouns that end a name (工程, 项目), NOTE_THAN for words that open what is compared with (高于全省). */
static inline bool has_note(const struct token *t, uint64_t notes) { return t->notes & notes; }
/* The same of token `i`; where there is none it tells nothing. */
static inline bool note_at(const struct sentence *s, size_t i, uint64_t notes) {
    return i < s->count && has_note(&s->tokens[i], notes);
}
/* The token behind the run of these classes that begins at `i`: `i` when there is none. */
static inline size_t skip(const struct sentence *s, size_t i, u128 classes) {
    while (i < s->count && in_classes(s->tokens[i].tag, classes)) i++;
    return i;
}
/* The first token of the run of these classes that ends before `i`: `i` when there is none. */
static inline size_t skip_back(const struct sentence *s, size_t i, u128 classes) {
    while (i > 0 && in_classes(s->tokens[i - 1].tag, classes)) i--;
    return i;
}
/* The first token from `i` on that is of these classes: s->count when there is none. */
static inline size_t next_of(const struct sentence *s, size_t i, u128 classes) { return skip(s, i, ~classes); }
/* The token behind the nearest before `i` that is of these classes: 0 when there is none. */
static inline size_t back_to(const struct sentence *s, size_t i, u128 classes) { return skip_back(s, i, ~classes); }
/* 6%|的|年度|目标, 6%|的|预期目标: the goal that the 的 at token `of` leads to; 0 when there is no 的, or no goal. */
static inline size_t goal_behind(const struct sentence *s, size_t of) {
    size_t goal = of + 1;
    if (tag_at(s, of) != OF) return 0; /* most */
    while (is_one_of(tag_at(s, goal), NOUN, HEAD, DATE) && !note_at(s, goal, NOTE_GOAL)) goal++;
    return tag_at(s, goal) == AIM || note_at(s, goal, NOTE_GOAL) ? goal : 0;
}
/* 低于|省定|95%|的目标, 超额|完成|95%|的目标: is the figure at token `k` one that another is held against? */
static inline bool is_measured_against(const struct sentence *s, size_t k) {
    size_t than = skip_back(s, k, CLASSES(NOUN, HEAD, PLACE, OF, DATE, VERB, VERBAL, ADVERB, REACH));
    bool   over = is_one_of(tag_before(s, than), GROW, IMPROVE) && tag_at(s, than) == REACH;
    return than > 0 && (over || note_at(s, than - 1, NOTE_THAN));
}
/* 受访者|（53.8%）|表示愿意: behind the bracket at token `i` that holds but a share, which tells one before to the point; 0
 * when none does. */
static inline size_t behind_exact_share(const struct sentence *s, size_t i) {
    bool exact = tag_at(s, i) == OPEN && tag_at(s, i + 1) == PERCENT && tag_at(s, i + 2) == CLOSE;
    return exact ? i + 3 : 0;
}
/* Bytes of folded text: 后 has HAN, 初中 2 * HAN. */
static inline uint32_t token_bytes(const struct token *t) { return t->end - t->start; }
static inline bool     is_one_character(const struct token *t) { return token_bytes(t) == HAN; }
/* The longest word of that edge with which the text of tokens [from, to), or that of token `i`, ends or opens; NULL when none
 * does, nor where the range is empty. */
static inline const struct word *words_ending(const struct sentence *s, size_t from, size_t to, enum edge edge) {
    return lexicon_ending(s->lexicon, sentence_text(s, from, to), edge);
}
static inline const struct word *words_opening(const struct sentence *s, size_t from, size_t to, enum edge edge) {
    return lexicon_opening(s->lexicon, sentence_text(s, from, to), edge);
}
static inline const struct word *token_ending(const struct sentence *s, size_t i, enum edge edge) {
    return words_ending(s, i, i + 1, edge);
}
static inline const struct word *token_opening(const struct sentence *s, size_t i, enum edge edge) {
    return words_opening(s, i, i + 1, edge);
}
/* Is token `i` nothing but a word of that edge; does it end with a word of one of `edges`, ONE_OF_EDGES? */
static inline bool token_is(const struct sentence *s, size_t i, enum edge edge) {
    return lexicon_is(s->lexicon, token_text(s, i), edge);
}
static inline bool token_ends_in(const struct sentence *s, size_t i, const enum edge *edges) {
    return lexicon_ends_in(s->lexicon, token_text(s, i), edges);
}
/* Is token `i` a word that no table knows? */
static inline bool is_unknown(const struct sentence *s, size_t i) { return tag_at(s, i) == NOUN && !s->tokens[i].word; }
/* Is it a deed: 建成, and 安装 before what was installed? */
static inline bool does(const struct sentence *s, size_t i) {
    bool deed = s->tokens[i].tag == VERBAL && tag_at(s, i + 1) != OF; /* 旧厂房|改造|的工坊 */
    return s->tokens[i].tag == VERB || (deed && token_opening(s, i, EDGE_DEED));
}

#endif
