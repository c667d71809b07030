/* Where a noun ends in a text that no table splits, 采茶工|穿梭, for nouns end as such nouns do (员, 工, 代表; 机, 车): behind
 * a count of persons, machines or buildings stands theirs, and behind an age a person, whose name has a surname and two
 * characters, 村民刘桂英|握着. 卫生 and 施工 end so and are no persons, 车间 is no car (rules/words.tsv: lookalike). */
#include "extract/naming/ending.h"

#include "extract/base/banned.h"

enum { LONGEST_ENDING = 4 * HAN, TOLD = 2 * HAN }; /* bytes; what is told has two characters at least */

bool noun_ends_at(const struct lexicon *x, slice text, size_t end, enum edge edge) {
    slice              until = slice_sub(text, 0, end);
    const struct word *ends = lexicon_ending(x, until, edge), *other = ends ? lexicon_ending(x, until, EDGE_LOOKALIKE) : NULL;
    if (!ends || (other && other->text.len >= ends->text.len)) return false; /* 运动员|劈波斩浪 */
    if (end == text.len) return true;
    slice              next = slice_sub(text, 0, utf8_next(text, end));
    const struct word *person = edge == EDGE_PERSON ? NULL : lexicon_ending(x, next, EDGE_PERSON);
    return !lexicon_ending(x, next, EDGE_LOOKALIKE) && !(person && person->text.len > HAN);
}

/* 党员|干部|下沉一线, 农民|演员|登台: such nouns behind each other are one. */
static size_t goes_on(const struct lexicon *x, slice text, size_t end, enum edge edge) {
    for (size_t at = end; at < text.len && at <= end + LONGEST_ENDING;) {
        at = utf8_next(text, at);
        const struct word *more = lexicon_ending(x, slice_sub(text, 0, at), edge);
        if (more && at <= end + (more->text.len > HAN ? more->text.len : 3 * HAN) && noun_ends_at(x, text, at, edge)) end = at;
    }
    return end;
}

/* 楼|里住: a noun of one character, in which something stands. */
static bool goes_on_within(const struct lexicon *x, slice text, size_t end) {
    return end < text.len && lexicon_ending(x, slice_sub(text, end, utf8_next(text, end)), EDGE_WHERE);
}

size_t noun_end(const struct lexicon *x, slice text, enum edge edge) {
    if (noun_ends_at(x, text, text.len, edge)) return text.len;
    for (size_t end = 0; end < text.len;) {
        end = utf8_next(text, end);
        if ((end < 2 * HAN && !goes_on_within(x, text, end)) || !noun_ends_at(x, text, end, edge)) continue;
        end = goes_on(x, text, end, edge);
        return text.len - end >= TOLD ? end : text.len;
    }
    return text.len;
}

/* 快递员|小马: bytes of what one is called by the surname with, which opens at byte `at`; 0 when none does. */
static size_t called_end(const struct lexicon *x, slice text, size_t at) {
    const struct word *called = lexicon_opening(x, slice_from(text, at), EDGE_CALLED);
    size_t             end = at + (called ? called->text.len : 0);
    const struct word *surname = called ? lexicon_surname(x, slice_from(text, end)) : NULL;
    return surname ? end + surname->text.len : 0;
}

/* 男孩|小军, 女儿|小雨|今年: bytes of the character that somebody is called by, behind one that opens at byte `at`, where the
 * name ends with it; 0 when it does not. */
static size_t pet_name_end(const struct lexicon *x, slice text, size_t at) {
    const struct word *pet = lexicon_opening(x, slice_from(text, at), EDGE_PET);
    size_t             end = pet && at + pet->text.len < text.len ? utf8_next(text, at + pet->text.len) : 0;
    bool               ends = end && (end == text.len || lexicon_opening(x, slice_from(text, end), EDGE_FOLLOWS));
    return ends && !lexicon_ends_in(x, slice_sub(text, 0, end), ONE_OF_EDGES(EDGE_DOER, EDGE_PLACE)) ? end : 0;
}

/* The surname that opens at byte `at`; 高 and the like, which are more often words, are one behind a noun of persons alone:
 * 护鸟员|高海山, not 老人|高兴. */
static const struct word *surname_at(const struct lexicon *x, slice text, size_t at) {
    slice              rest = slice_from(text, at);
    const struct word *surname = lexicon_surname(x, rest);
    if (surname || at == 0 || lexicon_opening(x, rest, EDGE_FOLLOWS)) return surname;
    return lexicon_opening(x, rest, EDGE_FAMILY);
}

/* Where a name stands that opens at byte `at`: its surname and two characters, 王芳|每天 one, or 陈|老先生; 0 when none opens
 * there. */
static size_t name_end(const struct lexicon *x, slice text, size_t at) {
    const struct word *surname = surname_at(x, text, at);
    size_t             end = at + (surname ? surname->text.len : 0);
    const struct word *who = surname ? lexicon_opening(x, slice_from(text, end), EDGE_PERSON) : NULL;
    if (who && who->text.len == 3 * HAN) return end + who->text.len;
    for (int given = 0; given < 2 && end > at && end < text.len; given++)
        if (!given || !lexicon_opening(x, slice_from(text, end), EDGE_FOLLOWS)) end = utf8_next(text, end);
    return end > at ? end : 0;
}

/* 用人|单位, 安居工|程住房: what ends there is no word for a person, or goes on as none. */
static bool no_person(const struct lexicon *x, slice text, size_t end) {
    return lexicon_ending(x, slice_sub(text, 0, end), EDGE_LOOKALIKE) ||
           lexicon_ending(x, slice_sub(text, 0, utf8_next(text, end)), EDGE_LOOKALIKE);
}

bool person_named(const struct lexicon *x, slice text) {
    size_t name = text.len; /* that of one or two characters behind the surname, or three */
    for (int n = 0; n < 3 && name > 0; n++) {
        name -= utf8_size_before(text, name);
        if (!n || !lexicon_ending(x, slice_sub(text, 0, name), EDGE_PERSON)) continue;
        if (name_end(x, text, name) != text.len && called_end(x, text, name) != text.len) continue; /* 种植户|老冯 */
        if (!no_person(x, text, name)) return true;
    }
    return false;
}

bool person_called(const struct lexicon *x, slice text) {
    if (text.len < 2 * HAN || text.len > 4 * HAN) return false; /* most */
    if (called_end(x, text, 0) == text.len) return true;
    const struct word *surname = lexicon_surname(x, text);
    const struct word *who = surname ? lexicon_ending(x, text, EDGE_PERSON) : NULL;
    return who && who->text.len >= 2 * HAN && surname->text.len + who->text.len == text.len;
}

/* 榨油师|傅|方友根, 工|程师|李世平: the word for the person is longer by a character, or by two of a word that holds both. */
static bool person_goes_on(const struct lexicon *x, slice text, size_t at) {
    size_t next = utf8_next(text, at);
    if (lexicon_ending(x, slice_sub(text, 0, next), EDGE_PERSON)) return true;
    const struct word *longer =
        next < text.len ? lexicon_ending(x, slice_sub(text, 0, utf8_next(text, next)), EDGE_PERSON) : NULL;
    return longer && longer->text.len >= 3 * HAN;
}

/* 林业工|人, not 林大山: the text opens with a surname, and a character or two behind byte `end` with a word for a person;
 * 石匠|王小川: or with one that a name stands behind. */
static bool opens_with_person(const struct lexicon *x, slice text, size_t end) {
    if (end > 2 * HAN && lexicon_ending(x, slice_sub(text, 0, 2 * HAN), EDGE_PERSON) && name_end(x, text, 2 * HAN)) return true;
    if (end && lexicon_ending(x, slice_sub(text, 0, end), EDGE_PERSON)) return true; /* 程序员|沈逸 */
    for (size_t more = end; more < text.len && more < end + 2 * HAN;) {
        more = utf8_next(text, more);
        if (lexicon_ending(x, slice_sub(text, 0, more), EDGE_PERSON)) return true;
    }
    return false;
}

size_t person_end(const struct lexicon *x, slice text) {
    for (size_t at = 0; at < text.len; at = utf8_next(text, at)) {
        bool   opens = at == 0 || lexicon_ending(x, slice_sub(text, 0, at), EDGE_PERSON);
        size_t called = opens && at ? called_end(x, text, at) : 0, end = opens ? name_end(x, text, at) : 0;
        if (!called && opens && at) called = pet_name_end(x, text, at);
        if (called) return called;
        bool other = at > 0 ? person_goes_on(x, text, at) : opens_with_person(x, text, end);
        if (end && !other) return end;
    }
    return noun_end(x, text, EDGE_PERSON); /* 儿子|刚入园 */
}

/* Do persons, machines or those whose state is told stand there? */
static bool ends_those(const struct lexicon *x, slice who) {
    return lexicon_ends_in(x, who, ONE_OF_EDGES(EDGE_PERSON, EDGE_ITEM, EDGE_STATED));
}

slice without_parting(const struct lexicon *x, slice name, char next) {
    slice who = is_one_of(next, COUNT, SMALL_COUNT) ? without_ending(x, name, EDGE_PARTED, 2 * HAN) : name;
    return who.len < name.len && ends_those(x, who) ? who : name;
}

slice without_hanging(const struct lexicon *x, slice name, char next) {
    name = without_parting(x, name, next);
    bool  does = is_one_of(next, VERB, VERBAL, LIGHT, REACH, PREPOSITION, FROM, ADVERB, COUNT, SMALL_COUNT);
    slice who = does ? without_ending(x, name, EDGE_HANGS, 0) : name;
    if (who.len == name.len) return name; /* most; 人才 */
    return ends_those(x, who) && !lexicon_ending(x, name, EDGE_PERSON) ? who : name;
}

size_t places_end(const struct lexicon *x, slice text) {
    size_t whose = text.len;
    for (size_t end = 0; end + 2 * HAN < text.len;) {
        end = utf8_next(text, end);
        slice who = slice_sub(text, 0, end), more = slice_from(text, end);
        if (slice_starts(more, SLICE_LIT("）"))) continue; /* 县（市|）综合竞争力 */
        size_t close = slice_ends(who, SLICE_LIT("）")) ? strlen("）") : 0;
        bool   body = end >= 2 * HAN && lexicon_ending(x, who, EDGE_DOER);
        if (body || lexicon_ending(x, slice_sub(who, 0, end - close), EDGE_PLACE)) whose = end;
    }
    return whose;
}
