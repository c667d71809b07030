/* 第五条　国家进一步统一规划。 holds three numerals and no figure: told here by a few look-ups round each of them, so that
 * skeleton.c need not read it. Passes over only what skeleton.c takes for a word or a date wherever its tokens begin, and what
 * judge.c refuses whatever stands around; all that is in doubt is read. */
#include "extract/sentence/glance.h"
#include "extract/sentence/alone.h"
#include "extract/words/date.h"
#include "extract/text/fold.h"
#include "extract/text/outline.h"
#include "extract/words/qualifier.h"
#include "extract/sentence/token_choice.h"

#include "extract/base/banned.h"

/* A text whose numerals are looked at. */
struct look {
    const struct glance   *with;
    const struct ruleset  *rules;
    const struct scan_map *map;
    slice                  whole, text; /* text: up to the end of the sentence */
    size_t                 start;       /* of the sentence */
    size_t                 floor;       /* no token that reaches a numeral starts before this byte */
    size_t                 fold;        /* where folding may change the text next; SIZE_MAX: nowhere */
    size_t                 folds;       /* where it did last; SIZE_MAX: nowhere */
    size_t                 clear;       /* from this byte on no word that is told here reaches there */
    size_t                 number;      /* where the number of an article ends before a blank; 0: nowhere */
    size_t                 seam;        /* behind the blank that folded last, where no token goes across; 0: one may */
    size_t                 asked;       /* digits before this byte were looked at */
    size_t                 passed;      /* numerals of the sentence that are no figures */
    size_t                 articles;    /* 一 and its unit in the sentence that are no counts */
    size_t                 told;        /* `ahead` is of the words of the sentence that begin before this byte */
    uint16_t               ahead;
};

/* The letter at `at` where a character of three bytes stands, as Han are; 0 where none does. */
static inline uint32_t han_at(const struct look *l, size_t at) {
    return at < l->whole.len ? letter_of_han(l->rules->vocabulary.alphabet, l->whole.ptr + at) : 0;
}
/* The same of any character of the sentence. */
APART static uint32_t any_letter_at(const struct look *l, size_t at) {
    size_t size;
    return at < l->text.len ? letter_of(l->rules->vocabulary.alphabet, utf8_at(l->text.ptr + at, &size)) : 0;
}
static inline uint32_t letter_at(const struct look *l, size_t at) {
    uint32_t han = at < l->text.len ? letter_of_han(l->rules->vocabulary.alphabet, l->text.ptr + at) : 0;
    return han ? han : any_letter_at(l, at);
}
/* And of any of the whole text. */
static uint32_t whole_letter_at(const struct look *l, size_t at) {
    size_t   size;
    uint32_t han = han_at(l, at);
    return han || at >= l->whole.len ? han : letter_of(l->rules->vocabulary.alphabet, utf8_at(l->whole.ptr + at, &size));
}
static uint32_t marks_of(const struct look *l, uint32_t letter) { return l->rules->vocabulary.alphabet->marks[letter]; }
static size_t   size_at(const struct look *l, size_t at) { return utf8_size((unsigned char)l->text.ptr[at]); }
/* The blank that folded last stands before `at`, and no token goes across it. */
static bool is_behind_seam(const struct look *l, size_t at) { return at > 0 && at == l->seam; }
/* The character before `at`, where such a blank is none. */
static size_t before(const struct look *l, size_t at) {
    if (is_behind_seam(l, at)) at = l->folds;
    return at - utf8_size_before(l->text, at);
}

/* The longest word of two characters or more at `at`; its size is bytes. */
static struct word_hit word_at(const struct look *l, size_t at) {
    const struct lexicon   *lexicon = l->rules->lexicon;
    size_t                  behind = at + size_at(l, at), end = at;
    const struct word_pair *two = lexicon_pair(lexicon, letter_at(l, at), letter_at(l, behind));
    if (!two) return (struct word_hit){0};
    struct trie_node node = pair_node(lexicon, two);
    uint32_t         found = 0;
    do {
        behind += size_at(l, behind);
        if (node.value) found = node.value, end = behind;
    } while (trie_next(&lexicon->trie, &node, letter_at(l, behind)));
    return word_hit_of(lexicon, found, end - at);
}

/* What stands behind so many digits of a date. */
static uint32_t behind_digits(size_t digits) { return digits == 4 ? MARK_YEAR_BEHIND : MARK_MONTH_BEHIND; }

/* Bytes of the date at `at`: behind its digits 年, 月 or a dash must stand, or it is a row of periods.tsv. */
static size_t date_size(const struct look *l, size_t at, uint32_t marks) {
    enum { MOST_DIGITS = 4 };
    struct period period;
    size_t        digits = 0, end = at;
    if (!(marks & (MARK_PERIOD | MARK_DATE_DIGIT))) return 0;
    uint32_t next = marks;
    for (; next & MARK_DATE_DIGIT && digits <= MOST_DIGITS; digits++) next = marks_of(l, letter_at(l, end += size_at(l, end)));
    bool dated = digits > 0 && digits <= MOST_DIGITS && next & behind_digits(digits);
    return dated || marks & MARK_PERIOD ? period_scan(l->rules->periods, slice_from(l->text, at), &period) : 0;
}

/* The byte behind the word or the date that is read at `at` if a token begins there; `at` when there is none. */
static size_t token_end(const struct look *l, size_t at) {
    uint32_t letter = letter_at(l, at), marks = marks_of(l, letter);
    size_t   word = marks & MARK_PUNCTUATION ? 0 : word_at(l, at).size;
    size_t   date = date_size(l, at, marks);
    return at + (date > word ? date : word);
}

/* False when no token goes across from one letter to the other, for they stand in none side by side: most do not. */
static bool are_joined(const struct look *l, uint32_t first, uint32_t second) {
    enum { DATED = MARK_DATE_BEHIND | MARK_DATE_ON };
    uint32_t behind = marks_of(l, second);
    bool     dated = marks_of(l, first) & (DATED | MARK_DATE_DIGIT) || (behind & DATED && !(behind & MARK_DATE_DIGIT));
    return dated || alphabet_joins(l->rules->vocabulary.alphabet, first, second);
}

/* The same at byte `at`. */
static bool is_crossed(const struct look *l, size_t at) {
    return at > l->floor && are_joined(l, letter_at(l, before(l, at)), letter_at(l, at));
}

/* A token that begins before `start` may end in (from, to], `from` being `start` or behind it. */
static bool token_ends(const struct look *l, size_t start, size_t from, size_t to) {
    const size_t longest = lexicon_longest(l->rules->lexicon);
    for (size_t at = start; is_crossed(l, at) && start - (at = before(l, at)) < longest;) {
        size_t end = token_end(l, at);
        if (end > from && end <= to) return true;
    }
    return false;
}

/* Where to go on behind the numeral at `at`, of a token that begins at `start` and ends at `end`: another may begin before and
 * end where a numeral of this one stands. */
static size_t go_on(const struct look *l, size_t at, size_t start, size_t end) {
    size_t next = at + size_at(l, at);
    return scan_next(l->map, SCAN_MARKED, next) < end && token_ends(l, start, start, SIZE_MAX) ? next : end;
}

/* 进|一步, 过去|一年: a word or a date goes on from before `at` to behind it, and no other can part the two. Returns the byte
 * at which to go on; 0: none does. */
static size_t behind_token(const struct look *l, size_t at) {
    const size_t longest = lexicon_longest(l->rules->lexicon);
    for (size_t start = at; is_crossed(l, start) && at - (start = before(l, start)) < longest;) {
        uint32_t letter = letter_at(l, start), marks = marks_of(l, letter);
        bool     numeral = marks & MARK_NUMERAL && numeral_starts(l->rules->vocabulary.numerals, slice_from(l->text, start));
        if (letter < 0x80 || numeral) return 0;
        size_t end = token_end(l, start);
        if (end > at && l->with->dates && date_size(l, start, marks)) return 0;
        if (end > at) return token_ends(l, start, start, at) ? 0 : go_on(l, at, start, end);
        if (marks & MARK_PUNCTUATION) return 0; /* “三公”, but “十四五”时期 */
    }
    return 0;
}

/* 年 or 月 stands there. */
static bool names_part(const struct look *l, size_t at, size_t end) {
    for (size_t size; at < end; at += size)
        if (roles_at(l->rules->vocabulary.dates, slice_sub(l->text, at, end), &size) & (DATE_YEAR | DATE_MONTH)) return true;
    return false;
}

/* 2020年, 一年来: the byte behind a date that no numeral reaches behind, for 年 or 月 stands in it, and no word; 0: none. */
static size_t behind_date(const struct look *l, size_t at, uint32_t marks, size_t word) {
    if (l->with->dates) return 0;
    size_t size = date_size(l, at, marks);
    bool   named = names_part(l, at, at + size);
    bool   glued = size_at(l, at) == 1 && at > l->floor && (unsigned char)l->text.ptr[at - 1] < 0x80; /* G318 */
    return named && size >= word && !glued && !token_ends(l, at, at, SIZE_MAX) ? at + size : 0;
}

/* What makes more of 一 than 一 when it stands behind it: a unit, 多, 以上, 至. */
#define BEHIND_NUMERAL                                                                                                         \
    (MARK_UNIT | MARK_EACH | MARK_PUNCTUATION | MARK_LATIN | qualifier_mark(PLACE_INSIDE) | qualifier_mark(PLACE_BEHIND) |     \
     qualifier_mark(PLACE_JOIN))

/* 一般, 一批: a word that begins with the numeral and wins over the quantity that may stand there. 一是 where a
 * sentence begins. */
static bool opens_word(const struct look *l, size_t at, struct word_hit word, uint32_t second) {
    enum { BEYOND = 256 }; /* bytes behind the word that are read: who reaches across them reaches behind the word */
    const struct vocabulary   *v = &l->rules->vocabulary;
    const struct quantity_text s = {v, l->with->spelling, at, l->with->arena};
    const struct rivals        rivals = {.word_end = at + word.size, .keeps = word.tag != SET_PHRASE};
    struct quantity            q;
    size_t                     level;
    slice                      rest = slice_from(l->text, at);
    if (word.size <= size_at(l, at)) return false;
    bool ends = numeral_ends(v->numerals, rest); /* 一般, not 二十大 */
    if (word.tag == LIST_MARK) return ends && at == l->floor && !mark_level(l->rules->vocabulary.lists, rest, &level);
    if (ends && (rivals.keeps || !(marks_of(l, second) & BEHIND_NUMERAL))) return true;
    size_t far = at + word.size + BEYOND < l->text.len ? at + word.size + BEYOND : l->text.len;
    while (far < l->text.len && ((unsigned char)l->text.ptr[far] & 0xC0) == 0x80) far++;
    spell(l->with->spelling, v->alphabet, slice_sub(l->text, 0, far), at);
    if (l->with->spelling->twins) return false; /* what stands beside a unit is asked of plain text */
    size_t end = quantity_scan(&s, 0, choice_beyond(rivals), &q);
    return token_choice(rivals, end, &q) == CHOICE_WORD;
}

/* （一） where a sentence begins: the byte behind a list mark that is no heading's; 0: none. */
static size_t behind_mark(const struct look *l, size_t at) {
    size_t start = at > l->floor ? before(l, at) : at, size;
    return start == l->floor && mark_level(l->rules->vocabulary.lists, slice_from(l->text, start), &size) == 2 ? start + size
                                                                                                               : 0;
}

/* A number in digits is no figure only where it begins a date. */
static bool may_be_date(const struct alphabet *a, slice text, size_t at) {
    size_t end = at;
    while (end < text.len && ascii_digit(text.ptr[end])) end++;
    return end > at && marks_at(a, text, end) & behind_digits(end - at);
}

/* A number in digits that begins no date stands at or behind `at` in the sentence: it tells of most sentences that have
 * a figure. */
static bool digits_stand(struct look *l, size_t at) {
    if (at < l->asked) return false;
    for (l->asked = l->text.len; (at = scan_next(l->map, SCAN_MARKED, at)) < l->text.len; at++) {
        size_t from = at;
        while (at < l->text.len && ascii_digit(l->text.ptr[at])) at++;
        if (at > from && !may_be_date(l->rules->vocabulary.alphabet, l->text, from)) return true;
    }
    return false;
}

/* The byte at which to go on when the numeral at `at` is no figure, for a word, a date or an article tells; 0 when it is in
 * doubt. */
static size_t passes(const struct look *l, size_t at) {
    uint32_t letter = letter_at(l, at), marks = marks_of(l, letter);
    size_t   one = size_at(l, at);
    if (one == 1) return behind_date(l, at, marks, 0);
    uint32_t        second = letter_at(l, at + one);
    struct word_hit word = word_at(l, at);
    size_t          next = opens_word(l, at, word, second) ? go_on(l, at, at, at + word.size) : 0;
    if (next > at + one) return next;
    size_t behind = behind_token(l, at);
    if (behind || next) return behind ? behind : next;
    return (behind = behind_date(l, at, marks, word.size)) ? behind : behind_mark(l, at);
}

/* The blank of 第十二条　国家 stays one when it is folded: no token goes across it. */
static bool parts(slice text, size_t blank) {
    size_t behind = blank + strlen("　");
    return blank >= 3 && behind < text.len && slice_starts(slice_from(text, blank), SLICE_LIT("　")) &&
           (unsigned char)text.ptr[blank - 3] > 0xE3 && (unsigned char)text.ptr[behind] > 0xE3;
}

/* 第十二条| 国家: no token goes across the blank, whether it stays or not: it stands behind the number of an article, or
 * between two Han that are side by side in none. */
static bool is_seam(const struct look *l, size_t blank) {
    if (blank == l->number) return true;
    if (l->whole.ptr[blank] != ' ' || blank < HAN) return false;
    uint32_t before = han_at(l, blank - HAN), behind = han_at(l, blank + 1);
    return before && behind && !are_joined(l, before, behind);
}

/* The byte from which on what folds at `fold` changes nothing: behind it, or behind all that a token may hold. */
static size_t clear_of(const struct look *l, size_t fold) {
    if (parts(l->whole, fold)) return fold + strlen("　");
    return l->seam ? l->seam : fold + 2 * lexicon_longest(l->rules->lexicon);
}

/* What folds before `at` is passed. */
static void pass_folds(struct look *l, size_t at) {
    for (; l->fold < at; l->fold = fold_next(l->map, l->whole, l->fold + 1)) l->folds = l->fold;
    if (l->folds == SIZE_MAX) return;
    l->seam = is_seam(l, l->folds) ? l->folds + size_at(l, l->folds) : 0;
    l->clear = clear_of(l, l->folds);
}

/* Nothing that a word at `at` may hold is still to be folded. */
static bool is_clear_behind(const struct look *l, size_t at) {
    return l->fold >= l->whole.len || l->fold >= at + lexicon_longest(l->rules->lexicon);
}

/* What may fold near a numeral leaves it in doubt, for words are not yet what they will be. */
static bool is_clear(struct look *l, size_t at) {
    const size_t longest = lexicon_longest(l->rules->lexicon);
    if (l->fold < at + longest && l->fold < l->text.len && !parts(l->text, l->fold)) return false;
    if (l->folds == SIZE_MAX || l->folds < l->floor || at >= l->folds + 2 * longest) return true;
    l->floor = l->folds + size_at(l, l->folds);
    return at >= l->clear && !is_behind_seam(l, at); /* 第十二条 |一是: it may stand where a sentence begins */
}

/* 第三条|一要…, 第三个|方面: what tells of a list. */
static bool tells_of_list(const struct look *l, size_t at) {
    return lexicon_opening(l->rules->lexicon, slice_from(l->whole, at), EDGE_FACET) != NULL;
}

/* 第三百二十一条|国家: the number of an article. */
static bool opens_article(const struct look *l, size_t at, size_t unit) {
    size_t size;
    return at == 0 && roles_at(l->rules->vocabulary.lists, slice_from(l->whole, unit), &size) & LIST_ARTICLE;
}

/* The byte behind 第三百二十一条 before a blank or a mark, which is no rank; 0: something else. Behind the number of an article
 * that a line starts with, any blank parts, though folding takes it: what stands there ranks nothing. */
static size_t behind_article(struct look *l, size_t at, size_t unit) {
    const size_t end = unit + size_at(l, unit);
    const bool   article = opens_article(l, at, unit);
    if (article && l->with->folded && !tells_of_list(l, end)) return end;
    if (end < l->whole.len && !(marks_at(l->rules->vocabulary.alphabet, l->whole, end) & MARK_PUNCTUATION)) return 0;
    bool numbers = at == 0 && l->fold == end && marks_at(l->rules->vocabulary.alphabet, l->whole, end) & MARK_BLANK;
    if (article && numbers) l->number = end;
    return numbers || l->fold > end || parts(l->whole, l->fold) ? end : 0;
}

/* Some bytes that the map marks begin no numeral: 成员, 统计. Where folding may change the next one or two, all is in doubt. */
static bool may_start(const struct look *l, size_t at) {
    const struct numeral_table *numerals = l->rules->vocabulary.numerals;
    size_t                      size;
    if (!scan_set_holds(numeral_set(numerals), utf8_at(l->whole.ptr + at, &size))) return false;
    return !is_clear_behind(l, at) || numeral_starts(numerals, slice_from(l->whole, at));
}

/* Stands in the sentence of byte `at`; none starts before `from`. */
static void enter_sentence(struct look *l, size_t from, size_t at) {
    if (at >= l->text.len) {
        size_t stop = scan_last(l->map, SCAN_STOP, from, at);
        l->start = stop < at ? stop + size_at(l, stop) : from;
        l->text = slice_sub(l->whole, 0, scan_next(l->map, SCAN_STOP, at));
        l->passed = l->articles = 0;
    }
    l->floor = l->start;
}

/* 一些, 一路: a word of two letters, the first of which is all of a numeral, that is one whatever stands round them; 0: it is
 * in doubt, and passes knows. */
static size_t behind_pair(const struct look *l, size_t at, uint32_t letter, uint32_t second, uint32_t third) {
    const struct lexicon   *lexicon = l->rules->lexicon;
    const struct word_pair *two = lexicon_pair(lexicon, letter, second);
    if (!two || !two->value || at < l->clear || !third || pair_goes_on(two, third)) return 0;
    char tag = word_hit_of(lexicon, two->value, 2).tag;
    return tag != LIST_MARK && (tag != SET_PHRASE || !(marks_of(l, second) & BEHIND_NUMERAL)) ? at + 6 : 0;
}

/* ---- numbers that name ---- */

/* A word or a unit that stands before a number and is of it may end before byte `at`: 约, ￥. */
static bool belongs_before(const struct look *l, size_t at, uint32_t letter) {
    const uint32_t marks = marks_of(l, letter);
    if (!(marks & (MARK_PREFIX | MARK_ENDS_BEFORE | MARK_BLANK))) return false;
    const size_t last = before(l, at);
    return marks & MARK_BLANK ||
           alphabet_ends(l->rules->vocabulary.alphabet, last > 0 ? whole_letter_at(l, before(l, last)) : 0, letter);
}

/* A word or a mark goes on behind a number, or behind its unit: 多, 以上, 至. */
static bool goes_on_with(const struct look *l, uint32_t letter, uint32_t next) {
    const uint32_t more = MARK_LATIN | MARK_EACH | MARK_BLANK | MARK_SPANS | qualifier_mark(PLACE_JOIN);
    const uint32_t word = qualifier_mark(PLACE_INSIDE) | qualifier_mark(PLACE_BEHIND), marks = marks_of(l, letter);
    return marks & more || (marks & word && (!next || alphabet_heads(l->rules->vocabulary.alphabet, letter, next)));
}

/* The conditions of alone.h that ask for a word like one that ends before `at`. */
static uint16_t words_before(const struct look *l, size_t at) {
    const struct lexicon *lexicon = l->rules->lexicon;
    const struct alone   *alone = l->rules->alone;
    if (at <= l->start) return alone->ends[0];
    const size_t last = before(l, at);
    unsigned     bits = alone->ends[0] | alone->ends[lexicon->starts[letter_at(l, last)].value & 127];
    for (size_t start = last, first; start > l->start && at - (first = before(l, start)) < lexicon->longest; start = first) {
        if (!alphabet_joins(lexicon->alphabet, letter_at(l, first), letter_at(l, start))) break; /* no word goes across */
        struct word_hit word = word_at(l, first);
        if (first + word.size == at) bits |= alone->ends[word.tag & 127];
    }
    return (uint16_t)bits;
}

/* Does one that meets a condition of these stand somewhere before it in the sentence? The first to do so will do. */
static bool words_ahead(struct look *l, size_t at, uint16_t conditions) {
    const uint16_t *bits = l->rules->alone->ahead;
    if (l->told < l->start) l->told = l->start, l->ahead = 0;
    size_t   told = l->told;
    unsigned ahead = l->ahead;
    for (; told < at && !(ahead & conditions); told += size_at(l, told))
        ahead |= bits[letter_of_han(l->rules->vocabulary.alphabet, l->whole.ptr + told)];
    l->told = told;
    l->ahead = (uint16_t)ahead;
    return ahead & conditions;
}

/* One of these conditions is met by what stands round the number at `at`. */
static bool may_count(struct look *l, size_t from, size_t at, uint16_t conditions, uint32_t last, uint32_t next) {
    const struct alone *alone = l->rules->alone;
    const uint16_t      blank =
        is_behind_seam(l, at) ? alone->before[whole_letter_at(l, l->folds)] : 0; /* it may stay where it is folded */
    conditions &= (alone->before[last] | blank) & alone->behind[next];
    if (!conditions) return false;
    enter_sentence(l, from, at);
    if (!l->articles) conditions &= ~alone->beside;
    if (conditions & ~alone->ends[0]) conditions &= words_before(l, at);
    return conditions & ~alone->apart || (conditions && words_ahead(l, at, conditions));
}

/* A number and its unit may go on with this letter. */
static bool unit_goes_on(const struct look *l, uint32_t next, uint32_t behind) {
    return marks_of(l, next) & (MARK_HALF | MARK_UNIT_MORE) ||
           numeral_told(l->rules->vocabulary.numerals, next, behind, 0) != NUMERAL_NONE || goes_on_with(l, next, behind);
}

/* The letter behind the one at `at`; 0 at the end. */
static uint32_t letter_behind(const struct look *l, size_t at) {
    return at < l->whole.len ? whole_letter_at(l, at + size_at(l, at)) : 0;
}

/* 是|一|个|平: each unit that may stand there counts things, and nothing is behind it. */
static bool is_article(struct look *l, size_t from, size_t at, uint32_t last, enum numeral_told number) {
    struct trie_node node = {0, 0};
    enum unit_told   told;
    size_t           end = at + 3;
    for (uint32_t letter = whole_letter_at(l, end), next; unit_step(l->rules->vocabulary.units, &node, letter, &told);
         letter = next) {
        end += size_at(l, end);
        next = whole_letter_at(l, end);
        if (told == UNIT_NONE) continue;
        if (told == UNIT_UNTOLD || number != NUMERAL_ONE || unit_goes_on(l, next, letter_behind(l, end)) ||
            may_count(l, from, at, l->rules->alone->one, last, next))
            return false;
    }
    enter_sentence(l, from, at);
    l->articles++;
    return true;
}

/* 數 stands at `at`: what is beside a unit is asked of plain text. */
static bool is_twin(const struct look *l, size_t at) {
    return at < l->whole.len && han_or_twin(l->rules->vocabulary.alphabet, l->whole.ptr + at) & TWIN;
}

/* 第三|次|会议: the byte behind the unit at `unit` that the number orders, whatever a card says; 0: it may be another. */
static size_t behind_order(struct look *l, size_t from, size_t at, size_t unit) {
    const struct vocabulary *v = &l->rules->vocabulary;
    const size_t             end = unit + HAN;
    const uint32_t           last = at > 0 ? whole_letter_at(l, before(l, at)) : 0, letter = han_at(l, unit);
    const uint32_t           next = whole_letter_at(l, end);
    if (l->with->dates || at < l->clear || !is_clear_behind(l, end) || !letter) return 0;
    if (!numeral_ends_before(v->numerals, letter, next) || !unit_orders(v->units, l->whole, at, unit, letter, next)) return 0;
    if (unit_goes_on(l, next, letter_behind(l, end))) return 0;
    if (is_twin(l, end) || is_twin(l, end + HAN) || (at > 0 && is_twin(l, before(l, at)))) return 0;
    enter_sentence(l, from, at);
    if (token_ends(l, at, at, SIZE_MAX)) return 0;
    return may_count(l, from, at, l->rules->alone->order, last, next) || tells_of_list(l, end) ? 0 : end;
}

/* 统|一|的: a number word without a unit; 是|一|个: an article. */
static bool only_names(struct look *l, size_t from, size_t at, enum numeral_told number, uint32_t second, uint32_t third) {
    const uint32_t last = at > 0 ? whole_letter_at(l, before(l, at)) : 0;
    if (l->with->dates || at < l->clear || belongs_before(l, at, last) || goes_on_with(l, second, third)) return false;
    if (may_count(l, from, at, l->rules->alone->bare, last, second)) return false;
    return !(marks_of(l, second) & MARK_UNIT) || is_article(l, from, at, last, number);
}

/* The byte behind a number with 第 and its unit that ranks nothing; 0: it may. */
static size_t behind_rank(struct look *l, size_t from, size_t at) {
    const struct vocabulary *v = &l->rules->vocabulary;
    const size_t             unit = at + numeral_ordinal(v->numerals, slice_from(l->whole, at));
    if (unit == at || !(marks_at(v->alphabet, l->whole, unit) & MARK_ORDERS)) return 0;
    size_t article = behind_article(l, at, unit);
    return article ? article : behind_order(l, from, at, unit);
}

/* Most are told by the Han that stand there: 成员 holds none, 第三条 numbers an article and 一些 is a word. Returns the byte at
 * which to go on; 0: all round it must be asked. */
static size_t passes_at_once(struct look *l, size_t from, size_t at) {
    uint32_t          letter = han_at(l, at), second = letter ? han_at(l, at + 3) : 0, third = second ? han_at(l, at + 6) : 0;
    enum numeral_told told = letter ? numeral_told(l->rules->vocabulary.numerals, letter, second, third) : NUMERAL_NONE;
    if (told == NUMERAL_RANK) return behind_rank(l, from, at);
    if (!second || told == NUMERAL_UNTOLD || !is_clear_behind(l, at)) return 0;
    if (told == NUMERAL_NONE) return at + 3;
    return only_names(l, from, at, told, second, third) ? at + 3 : behind_pair(l, at, letter, second, third);
}

enum { MOST_PASSED = 50 }; /* each may have to look at those before it: a sentence of more is read */

size_t numeral_in_doubt(const struct glance *glance, const struct scan_map *map, slice text, size_t from) {
    struct look l = {.with = glance,
                     .rules = glance->rules,
                     .map = map,
                     .whole = text,
                     .text = {text.ptr, 0},
                     .fold = glance->folded ? SIZE_MAX : fold_next(map, text, 0),
                     .folds = SIZE_MAX};
    for (size_t at = from, next; (at = scan_next(map, SCAN_MARKED, at)) < text.len; at = next) {
        if (l.fold < at) pass_folds(&l, at);
        if ((next = passes_at_once(&l, from, at)) != 0) continue;
        next = at + 1;
        if (!may_start(&l, at)) continue;
        enter_sentence(&l, from, at);
        if (l.passed++ == MOST_PASSED || digits_stand(&l, at) || !is_clear(&l, at) || !(next = passes(&l, at))) return at;
    }
    return text.len;
}
