/* 第五条　国家进一步统一规划。 holds three numerals and no figure: told here by a few look-ups, so that skeleton.c need not
 * read it. Passes over only what skeleton.c takes for a word wherever its tokens begin, and what judge.c refuses whatever
 * stands around; all that is in doubt is read. */
#include "extract/glance.h"
#include "extract/qualifier.h"

#include "extract/base/banned.h"

/* Bytes of 第三百二十一条 before a blank or a mark, which is no rank; 0: something else. */
static size_t article_number(const struct vocabulary *v, slice text, struct arena *arena) {
    const struct unit *unit;
    size_t             size = numeral_ordinal(v->numerals, text);
    if (size == 0) return 0;
    size_t behind = unit_scan(v->units, slice_from(text, size), arena, &unit);
    bool   parted = text.len == size + behind || marks_at(v->alphabet, text, size + behind) & MARK_PUNCTUATION;
    return behind && parted && unit->class != UNIT_RANK && unit->class != UNIT_PERSON ? size + behind : 0;
}

/* 一般, 一批: a word that begins with the numeral and wins over the quantity that may stand there. What is left of it does not
 * matter: either a token begins here, then it is this word, or none does. */
static bool opens_word(const struct ruleset *r, slice text, struct arena *arena) {
    const struct vocabulary *v = &r->vocabulary;
    const struct unit       *unit;
    const uint32_t           glued =
        MARK_NUMERAL | qualifier_mark(PLACE_BEHIND) | qualifier_mark(PLACE_INSIDE) | qualifier_mark(PLACE_JOIN);
    struct word_hit word = lexicon_find(r->lexicon, text);
    size_t          one = utf8_size((unsigned char)text.ptr[0]);
    if (!word.word || word.tag == 'H' || word.size <= one || !numeral_ends(v->numerals, text)) return false;
    if (word.tag != 'B') return true;
    size_t core = one + unit_scan(v->units, slice_from(text, one), arena, &unit);
    if (core > word.size || marks_at(v->alphabet, text, one) & glued) return false;
    return core == text.len ||
           ((unsigned char)text.ptr[core] >= 0x80 && !(marks_at(v->alphabet, text, core) & (glued | MARK_UNIT | MARK_EACH)));
}

/* A word or a date that begins at `from` ends where the numeral does begin: 推进|一步. */
static bool ends_before(const struct ruleset *r, slice text, size_t from, size_t numeral) {
    slice         rest = slice_from(text, from);
    struct period period;
    if (lexicon_find(r->lexicon, rest).size == numeral - from) return true;
    return marks_at(r->vocabulary.alphabet, text, from) & MARK_PERIOD &&
           period_scan(r->periods, rest, &period) == numeral - from;
}

/* 进|一步: the numeral is the second character of a word, and no other word can part the two. */
static bool stands_second(const struct ruleset *r, slice text, size_t start, size_t numeral) {
    if (numeral == start) return false;
    size_t          from = numeral - utf8_size_before(text, numeral), longest = lexicon_longest(r->lexicon);
    struct word_hit word = lexicon_find(r->lexicon, slice_from(text, from));
    if (!word.word || word.tag == 'H' || from + word.size <= numeral) return false;
    if (marks_at(r->vocabulary.alphabet, text, from) & (MARK_PUNCTUATION | MARK_LATIN | MARK_NUMERAL))
        return false; /* “三公” */
    while (from > start && numeral - from < longest) {
        from -= utf8_size_before(text, from);
        if (ends_before(r, text, from, numeral)) return false;
    }
    return true;
}

bool figure_may_stand(const struct ruleset *r, const struct paragraph *p, span at, size_t numeral, struct arena *arena) {
    slice sentence = slice_sub(p->text, 0, at.end);
    for (size_t size; numeral < at.end; numeral = numeral_find(r->vocabulary.numerals, p->map, sentence, numeral + size)) {
        slice rest = slice_from(sentence, numeral);
        size = utf8_size((unsigned char)rest.ptr[0]);
        if (size == 1) return true; /* a digit */
        size_t article = article_number(&r->vocabulary, rest, arena);
        if (article)
            size = article;
        else if (!opens_word(r, rest, arena) && !stands_second(r, sentence, at.start, numeral))
            return true;
    }
    return false;
}
