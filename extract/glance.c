/* 第五条　国家进一步统一规划。 holds three numerals and no figure: told here by a few look-ups round each of them, so that
 * skeleton.c need not read it. Passes over only what skeleton.c takes for a word or a date wherever its tokens begin, and what
 * judge.c refuses whatever stands around; all that is in doubt is read. */
#include "extract/glance.h"
#include "extract/qualifier.h"

#include "extract/base/banned.h"

/* Bytes of 第三百二十一条 before a blank or a mark, which is no rank; 0: something else. */
static size_t article_number(const struct vocabulary *v, slice text, struct arena *arena) {
    const struct unit *unit;
    size_t             size = numeral_ordinal(v->numerals, text);
    if (size == 0 || size == text.len) return 0;
    slice  rest = slice_from(text, size);
    size_t one = utf8_size((unsigned char)rest.ptr[0]);
    if (one < rest.len && !(marks_at(v->alphabet, rest, one) & MARK_PUNCTUATION)) return 0;
    if (!unit_scan(v->units, slice_sub(rest, 0, one), arena, &unit)) return 0;
    return unit->class != UNIT_RANK && unit->class != UNIT_PERSON ? size + one : 0;
}

static bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

size_t behind_articles(const struct ruleset *r, const struct paragraph *p, size_t numeral, size_t end, struct arena *arena) {
    slice sentence = slice_sub(p->text, 0, end);
    for (size_t size; numeral < end; numeral = numeral_find(r->vocabulary.numerals, p->map, sentence, numeral + size))
        if ((size = article_number(&r->vocabulary, slice_from(sentence, numeral), arena)) == 0) break;
    return numeral;
}

/* A number in digits that cannot begin a date stands at or behind `numeral`: most sentences with a figure are told by it. */
static bool digits_stand(const struct vocabulary *v, const struct paragraph *p, size_t numeral, size_t end) {
    enum { DATE_DIGITS = 5, YEAR_DIGITS = 4 };
    slice sentence = slice_sub(p->text, 0, end);
    for (size_t at = numeral, from; at < end; at = scan_next(p->map, SCAN_MARKED, at + (at == from))) {
        for (from = at; at < end && ascii_digit(sentence.ptr[at]); at++) continue;
        if (at == from || (from > 0 && (unsigned char)sentence.ptr[from - 1] < 0x80)) continue;
        char mark = at < end ? sentence.ptr[at] : 0;
        bool year = at - from == YEAR_DIGITS || (mark != '.' && mark != '/');
        if (at - from > DATE_DIGITS || !year || !(marks_at(v->alphabet, sentence, at) & MARK_DATE_BEHIND)) return true;
    }
    return false;
}

/* ---- in a sentence that is spelt, by character ---- */

struct look {
    const struct ruleset  *rules;
    const struct sentence *s;
    const struct spelling *spelling;
    struct arena          *arena;
    size_t                 first; /* behind the list mark */
};

static uint32_t marks_of(const struct look *l, size_t i) {
    return l->rules->vocabulary.alphabet->marks[l->spelling->letters[i]];
}
static bool starts_numeral(const struct look *l, size_t i) {
    return marks_of(l, i) & MARK_NUMERAL && numeral_starts_spelt(l->rules->vocabulary.numerals, l->spelling->letters + i);
}
static bool is_ascii(const struct look *l, size_t i) { return l->spelling->letters[i] < 0x80; }

/* The first character at or behind this byte, which stands at or behind character `i`. */
static size_t character_at(const struct look *l, size_t i, size_t byte) {
    while (i < l->spelling->count && l->spelling->at[i] < byte) i++;
    return i;
}

/* The character behind the date at `i`; 0 when there is none. */
static size_t date_end(const struct look *l, size_t i) {
    struct period period;
    if (!(marks_of(l, i) & (MARK_PERIOD | MARK_DATE_DIGIT))) return 0;
    if (!period_may_start(l->rules->periods, l->spelling, i)) return 0;
    size_t from = l->spelling->at[i], size = period_scan(l->rules->periods, slice_from(l->spelling->text, from), &period);
    return size ? character_at(l, i, from + size) : 0;
}

/* The character behind the word or the date that is read at `i` if a token begins there; 0 when there is none. */
static size_t token_end(const struct look *l, size_t i) {
    if (!lexicon_opens(l->rules->lexicon, l->spelling, i)) return 0;
    struct word_hit word = lexicon_spelt(l->rules->lexicon, l->spelling, i);
    size_t          end = marks_of(l, i) & MARK_PUNCTUATION ? 0 : word.size, date = date_end(l, i);
    return date > i + end ? date : end ? i + end : 0;
}

/* A token that begins before `before` may end in (from, to]. */
static bool token_ends(const struct look *l, size_t before, size_t from, size_t to) {
    size_t longest = lexicon_longest(l->rules->lexicon);
    for (size_t i = before; i-- > l->first && l->spelling->at[before] - l->spelling->at[i] < longest;) {
        size_t end = token_end(l, i);
        if (end > from && end <= to) return true;
    }
    return false;
}

/* A token goes on from before `i` to behind it, or may. */
static bool is_covered(const struct look *l, size_t i) {
    if (i > l->first && is_ascii(l, i) && is_ascii(l, i - 1)) return true; /* G318 */
    return token_ends(l, i, i, SIZE_MAX);
}

/* 进|一步, 过去|一年: a word or a date goes on from before `i` to behind it, and no other can part the two. Returns the
 * character at which to go on, the one behind it where it does begin there; 0 when there is none. */
static size_t behind_token(const struct look *l, size_t i) {
    size_t longest = lexicon_longest(l->rules->lexicon);
    for (size_t j = i; j-- > l->first && l->spelling->at[i] - l->spelling->at[j] < longest;) {
        if (is_ascii(l, j) || starts_numeral(l, j)) return 0;
        size_t end = token_end(l, j);
        if (end > i) return !is_covered(l, j) ? end : token_ends(l, j, j, i) ? 0 : i + 1;
        if (marks_of(l, j) & MARK_PUNCTUATION) return 0; /* “三公”, but “十四五”时期 */
    }
    return 0;
}

/* 2020年: a date from `i` on that no numeral reaches behind. Returns the character behind it; 0 when there is none. */
static size_t whole_date(const struct look *l, size_t i) {
    size_t end = date_end(l, i);
    bool   named = false; /* 年 or 月 stands in it, where a numeral ends */
    for (size_t k = i; k < end; k++) {
        uint32_t code = l->rules->vocabulary.alphabet->codes[l->spelling->letters[k]];
        named |= code == U'年' || code == U'月';
    }
    return named && end >= i + lexicon_spelt(l->rules->lexicon, l->spelling, i).size && !is_covered(l, i) ? end : 0;
}

/* 一是, 第一，: at the head of a sentence or behind a mark that parts, no token ending there but the mark. */
static bool opens_clause(const struct look *l, size_t i) {
    if (i == l->first) return l->s->mark == l->s->at.start;
    char mark = (char)(marks_of(l, i - 1) & MARK_PUNCTUATION);
    return mark && strchr(",.:_", mark) && !token_ends(l, i, i - 1, i);
}

/* What makes more of 一 than 一 when it stands behind it: a unit, 多, 以上, 至. */
#define BEHIND_NUMERAL                                                                                                         \
    (MARK_UNIT | MARK_EACH | MARK_PUNCTUATION | MARK_LATIN | qualifier_mark(PLACE_INSIDE) | qualifier_mark(PLACE_BEHIND) |     \
     qualifier_mark(PLACE_JOIN))

/* 一般, 一批: a word that begins with the numeral and wins over the quantity that may stand there, when a token begins at `i`.
 * Returns its characters; 0 when there is none. */
static size_t opens_word(const struct look *l, size_t i) {
    const struct vocabulary *v = &l->rules->vocabulary;
    const struct spelling   *s = l->spelling;
    struct word_hit          word = lexicon_spelt(l->rules->lexicon, s, i);
    struct quantity          q;
    struct numeral           n;
    if (word.size <= 1) return 0;
    bool ends = numeral_ends(v->numerals, slice_from(s->text, s->at[i])); /* 一般, not 二十大 */
    if (word.tag == 'B') {
        if (ends && !(marks_of(l, i + 1) & BEHIND_NUMERAL)) return word.size;
        size_t end = quantity_scan(v, s, i, l->s->at.start, 0, l->arena, &q) ? quantity_core_end(&q) : 0;
        return s->at[i + word.size] > end || (s->at[i + word.size] == end && !q.ordinal) ? word.size : 0;
    }
    if (!ends && numeral_scan(v->numerals, s->letters + i, s->count - i, false, &n) >= word.size) return 0;
    return word.tag != 'H' || opens_clause(l, i) ? word.size : 0;
}

/* The character at which to go on when no figure comes out at `i`; 0 when one may. */
static size_t passes(const struct look *l, size_t i) {
    slice  rest = slice_from(l->spelling->text, l->spelling->at[i]);
    size_t date = whole_date(l, i);
    if (date) return date;
    if (is_ascii(l, i)) return 0;
    size_t article = article_number(&l->rules->vocabulary, rest, l->arena);
    if (article) return character_at(l, i, l->spelling->at[i] + article);
    size_t behind = behind_token(l, i), word;
    if (behind || !(word = opens_word(l, i))) return behind;
    return i + (is_covered(l, i) ? 1 : word); /* or no token begins here, but one may before the word ends */
}

bool figure_may_stand(const struct ruleset *rules, const struct paragraph *p, const struct sentence *s, size_t numeral,
                      struct arena *arena) {
    struct look l = {rules, s, s->spelling, arena, 0};
    if (!s->spelling->whole || digits_stand(&rules->vocabulary, p, numeral, s->at.end)) return true;
    l.first = character_at(&l, 0, s->mark);
    for (size_t i = character_at(&l, l.first, numeral); i < s->spelling->count;) {
        size_t next = starts_numeral(&l, i) ? passes(&l, i) : i + 1;
        if (next == 0) return true;
        i = next;
    }
    return false;
}
