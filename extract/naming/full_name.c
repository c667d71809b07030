/* 73岁的|李有福, 村民王为民|今年73岁: 有 and 为 stand in names too, where they carry nothing. What comes out is the person as
 * named; a name that holds no such word is left to noun_end.c and before.c, and one whose surname is such a word (向小菊). */
#include "extract/naming/full_name.h"

#include "extract/naming/ending.h"

#include "extract/base/banned.h"

/* Does the text end with a surname, behind nothing or a noun of persons: 李, 村民|李? */
static bool ends_with_surname(const struct lexicon *x, slice text) {
    if (text.len < HAN) return false;
    slice last = slice_from(text, text.len - HAN), who = slice_less(text, HAN);
    bool  surname = lexicon_surname(x, last) != NULL;
    return surname && (!who.len || lexicon_ending(x, who, EDGE_PERSON)) && !lexicon_ending(x, text, EDGE_PERSON);
}

/* The end of the given name, a byte of the text, that opens with the word at token `i`: 有|福, 建成, but 达 alone before 说. */
static size_t given_end(const struct sentence *s, size_t i) {
    if (!is_one_character(&s->tokens[i])) return s->tokens[i].end;
    const struct token *next = &s->tokens[i + 1];
    bool                more = is_one_of(tag_at(s, i + 1), NOUN, FIRST) && (!next->word || is_one_character(next));
    return more ? next->start + HAN : s->tokens[i].end;
}

/* 高兴地|说, 乐呵呵地|说: bytes of how somebody speaks at the end of the text before 地; 0 where none does. */
static size_t manner_bytes(const struct sentence *s, slice text, size_t of) {
    bool speaks = tag_at(s, of) == OF && note_at(s, of, NOTE_RUNS);
    if (!speaks || text.len < 3 * HAN) return 0; /* most */
    slice last = slice_from(text, text.len - HAN), before = slice_sub(text, text.len - 2 * HAN, text.len - HAN);
    return slice_equal(last, before) ? 3 * HAN : 2 * HAN;
}

/* 41岁的|曾艳萍|从检17年, 村民|于桂芳: a surname that is a word of its own, behind nothing or a noun of persons from token
 * `from` on, with the given name of those behind; empty when it is none. */
static slice surname_apart(const struct sentence *s, size_t from) {
    size_t at = skip(s, from, CLASSES(NOUN, HEAD));
    bool   surname = is_one_of(tag_at(s, at), ADVERB, DONE, PREPOSITION, AND) && is_one_character(&s->tokens[at]) &&
                   lexicon_surname(s->lexicon, token_text(s, at));
    if (!surname || (at > from && !token_ending(s, at - 1, EDGE_PERSON))) return SLICE_NONE; /* most */
    if (!is_unknown(s, at + 1) && !(tag_at(s, at + 1) == NOUN && token_bytes(&s->tokens[at + 1]) == 2 * HAN)) return SLICE_NONE;
    slice  given = token_text(s, at + 1);
    size_t bytes = given.len - manner_bytes(s, given, at + 2);
    return slice_sub(s->text, s->tokens[from].start, s->tokens[at + 1].start + (bytes < 2 * HAN ? bytes : 2 * HAN));
}

/* 阿强|患有, 小雅|喜欢: does the text open with what somebody is called by, and with no noun of persons, 小学生|李明? */
static bool is_called_so(const struct lexicon *x, slice text) {
    const struct word *called = lexicon_opening(x, text, EDGE_CALLED);
    if (!called || called->text.len > HAN || text.len < 4 * HAN) return false; /* most */
    for (size_t end = 2 * HAN; end <= text.len && end <= 6 * HAN; end = utf8_next(text, end)) {
        if (lexicon_ending(x, slice_sub(text, 0, end), EDGE_PERSON)) return false;
        if (end == text.len) break;
    }
    return true;
}

/* 73岁的|村民李有福|笑着说 */
static slice named_behind_age(const struct sentence *s, size_t k) {
    size_t from = k + 1 + (tag_at(s, k + 1) == OF), given = skip(s, from, CLASSES(NOUN, HEAD));
    slice  apart = surname_apart(s, from), plain = sentence_text(s, from, given);
    if (apart.len) return apart;
    if (!s->tokens[from].word && is_called_so(s->lexicon, plain)) return slice_sub(plain, 0, 2 * HAN);
    slice speaker = slice_less(plain, manner_bytes(s, plain, given)); /* 苏伟|激动地说 */
    if (speaker.len < plain.len && person_by_name(s->lexicon, speaker)) return speaker;
    bool opens = is_one_of(tag_at(s, given), REACH, VERB, VERBAL, AWARD, GROW, PREPOSITION, FROM, TO, LIGHT, AND, PLACE, ADVERB,
                           AMONG, SHARE, THAN, BOTH, DONE, NONE, QUALIFIER);
    if (!opens || given == from || token_bytes(&s->tokens[given]) > 2 * HAN) return SLICE_NONE;
    if (tag_at(s, given) == AND && tag_at(s, given + 1) != NOUN) return SLICE_NONE;
    if (plain.len > HAN && is_one_of(tag_at(s, given), REACH, SHARE) && is_one_character(&s->tokens[given]) &&
        !is_figure(s, given + 1) && !token_opening(s, given, EDGE_FOLLOWS) &&
        ends_with_surname(s->lexicon, slice_less(plain, HAN)))
        return sentence_text(s, from, given + 1); /* 村民|钱明|达|说 */
    if (!ends_with_surname(s->lexicon, plain)) return SLICE_NONE;
    return slice_sub(s->text, s->tokens[from].start, given_end(s, given));
}

/* 13岁|出海, not 6岁|儿子: is what stands behind the age at token `k` told of somebody, and nobody himself? */
static bool deed_behind_age(const struct sentence *s, size_t k) {
    if (ends_phrase(s, k + 1) || tag_at(s, k + 1) == OF || is_figure(s, k + 1)) return false;
    slice told = sentence_text(s, k + 1, skip(s, k + 1, CLASSES(NOUN, HEAD)));
    return !lexicon_ending(s->lexicon, told, EDGE_PERSON) && noun_end(s->lexicon, told, EDGE_PERSON) == told.len;
}

/* 老人|叫|许建国: who somebody is, told by name behind the last word that does so; empty when none does. */
static slice named_so(const struct lexicon *x, slice text) {
    slice name = SLICE_NONE;
    for (size_t at = 0; at < text.len; at = utf8_next(text, at)) {
        const struct word *called = lexicon_opening(x, slice_from(text, at), EDGE_NAMES);
        slice              who = called ? slice_from(text, at + called->text.len) : SLICE_NONE;
        if (who.len > HAN && person_by_name(x, who)) name = who;
    }
    return name;
}

/* 村民李有福|今年73岁, 李有福，|73岁, 老人|叫许建国，|今年71岁 */
static slice named_before_age(const struct sentence *s, size_t k) {
    size_t dated = skip_back(s, k, CLASSES(ADVERB, DATE, DONE)), end = dated - (tag_before(s, dated) == COMMA);
    size_t from = back_to(s, end, CLASSES(COMMA, STOP, COLON, QUOTE, UNQUOTE, BLANK, LIST_COMMA));
    slice  so = named_so(s->lexicon, sentence_text(s, from, end));
    if (so.len) return so;
    if (dated < k) end = dated, from = back_to(s, end, CLASSES(COMMA, STOP, COLON, QUOTE, UNQUOTE, BLANK, LIST_COMMA));
    bool then = end == k && token_opening(s, k + 1, EDGE_SEASON);                   /* 店主罗世泽|8岁|时因病失明 */
    if (end == k && !then && person_named(s->lexicon, sentence_text(s, from, end))) /* 渔民郭大海|13岁|出海 */
        then = skip(s, from, CLASSES(NOUN, HEAD)) == k && deed_behind_age(s, k);
    if ((end == k && !then) || from + (then ? 0 : 1) >= end) return SLICE_NONE;
    size_t plain = skip(s, from, CLASSES(NOUN, HEAD));
    if ((plain >= end && !then) || has_class(s, range_of(from, end), CLASSES(OF)))
        return SLICE_NONE; /* most; 村里的书记李有福 */
    slice text = sentence_text(s, from, end);
    bool  called = then && text.len > 3 * HAN && lexicon_opening(s->lexicon, slice_from(text, text.len - 2 * HAN), EDGE_CALLED);
    return called || person_by_name(s->lexicon, text) ? text : SLICE_NONE;
}

/* Is it a person, by a name, a word for one or what one is called: not 平均年龄? */
static bool is_person(const struct lexicon *x, slice who) {
    bool called = who.len == HAN || (who.len <= 3 * HAN && lexicon_opening(x, who, EDGE_CALLED)) || person_called(x, who);
    return called || person_by_name(x, who) || lexicon_ending(x, who, EDGE_PERSON);
}

/* 从|23岁|进沙漠算起, ，16岁|就跟着父亲学木匠: does the clause tell only what was done at that age, not who it was,
 * ，6岁的|儿子? */
static bool only_deed_at_age(const struct sentence *s, size_t k) {
    size_t opens = skip_back(s, k, CLASSES(FROM, PREPOSITION, ADVERB));
    bool   alone = is_one_of(tag_before(s, opens), COMMA, STOP, QUOTE);
    return alone && deed_behind_age(s, k);
}

/* 今年58岁的医生罗应贵，|22岁|那年接过药箱: at which age the person of the age before did so. */
static slice of_same_person(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    bool                   then = token_opening(s, c->token + 1u, EDGE_SEASON) && tag_before(s, c->token) == COMMA;
    if (then && previous_is(n, AGE)) return n->previous->metric;
    size_t he = c->token - (c->token > 1 ? 2u : 0); /* 失去双亲的|他|，7岁起跟着奶奶生活 */
    bool   his = s->tokens[he].tag == PLACE && token_opening(s, he, EDGE_HANGS) && tag_before(s, c->token) == COMMA;
    slice  who = previous_is(n, AGE) ? n->previous->metric : his ? token_text(s, he) : n->carry->person;
    return who.len && only_deed_at_age(s, c->token) && is_person(s->lexicon, who) ? who : SLICE_NONE;
}

slice full_name(const struct naming *n, const struct candidate *c) {
    slice same = of_same_person(n, c);
    if (same.len) return same;
    slice name = named_behind_age(n->s, c->token);
    return name.len ? name : named_before_age(n->s, c->token);
}
