/* 72岁的村民刘桂英|握着处方: behind an age stands a person, whose name has a surname and two characters.
 * 200余名采茶工|穿梭在茶垄间, 20台联合收割机|往来作业: behind a count of persons, machines or buildings stands their noun,
 * which ends as such nouns do (员, 工, 代表; 机, 车), and what is told of them; verbs that no table knows would stay in the
 * name. 卫生 and 施工 end so and are no persons, 车间 is no car (rules/words.tsv: lookalike). */
#include "extract/meaning/noun_end.h"

#include "extract/base/banned.h"

enum { LONGEST_ENDING = 4 * HAN, TOLD = 2 * HAN }; /* bytes; what is told has two characters at least */

static size_t next_place(slice text, size_t at) { return at + utf8_size((unsigned char)text.ptr[at]); }

/* Does such a noun end at byte `end`: 采茶工|穿梭, not 卫生|保洁 or 粮食生|产能手, nor 村 of 村民|活动中心? */
static bool ends_at(const struct lexicon *x, slice text, size_t end, enum edge edge) {
    slice until = slice_sub(text, 0, end);
    if (!lexicon_ending(x, until, edge) || lexicon_ending(x, until, EDGE_LOOKALIKE)) return false;
    if (end == text.len) return true;
    slice              next = slice_sub(text, 0, next_place(text, end));
    const struct word *person = edge == EDGE_PERSON ? NULL : lexicon_ending(x, next, EDGE_PERSON);
    return !lexicon_ending(x, next, EDGE_LOOKALIKE) && !(person && person->text.len > HAN);
}

/* 党员|干部|下沉一线, 农民|演员|登台: such nouns behind each other are one. */
static size_t goes_on(const struct lexicon *x, slice text, size_t end, enum edge edge) {
    for (size_t at = end; at < text.len && at <= end + LONGEST_ENDING;) {
        at = next_place(text, at);
        const struct word *more = lexicon_ending(x, slice_sub(text, 0, at), edge);
        if (more && at <= end + (more->text.len > HAN ? more->text.len : 3 * HAN) && ends_at(x, text, at, edge)) end = at;
    }
    return end;
}

size_t noun_end(const struct lexicon *x, slice text, enum edge edge) {
    if (ends_at(x, text, text.len, edge)) return text.len;
    for (size_t end = 0; end < text.len;) {
        end = next_place(text, end);
        if (end < 2 * HAN || !ends_at(x, text, end, edge)) continue;
        end = goes_on(x, text, end, edge);
        return text.len - end >= TOLD ? end : text.len;
    }
    return text.len;
}

/* Where a name stands that opens at byte `at`: its surname and two characters; 0 when none opens there. */
static size_t name_end(const struct lexicon *x, slice text, size_t at) {
    const struct word *surname = lexicon_opening(x, slice_from(text, at), EDGE_SURNAME);
    size_t             end = at + (surname ? surname->text.len : 0);
    for (int given = 0; given < 2 && end > at && end < text.len; given++) end = next_place(text, end);
    return end > at ? end : 0;
}

bool person_named(const struct lexicon *x, slice text) {
    size_t name = text.len; /* that of one or two characters behind the surname, or three */
    for (int n = 0; n < 3 && name > 0; n++) {
        name -= utf8_size_before(text, name);
        if (n && name_end(x, text, name) == text.len && lexicon_ending(x, slice_sub(text, 0, name), EDGE_PERSON)) return true;
    }
    return false;
}

/* 榨油师|傅|方友根: the word for the person is longer by a character. */
static bool person_goes_on(const struct lexicon *x, slice text, size_t at) {
    slice              more = slice_sub(text, 0, next_place(text, at));
    const struct word *person = lexicon_ending(x, more, EDGE_PERSON);
    return person && person->text.len > HAN;
}

size_t person_end(const struct lexicon *x, slice text) {
    for (size_t at = 0; at < text.len; at = next_place(text, at)) {
        size_t end = at == 0 || lexicon_ending(x, slice_sub(text, 0, at), EDGE_PERSON) ? name_end(x, text, at) : 0;
        if (!end || (at > 0 && person_goes_on(x, text, at))) continue;
        for (size_t more = end; more < text.len && more < end + 2 * HAN;) {
            more = next_place(text, more);
            if (lexicon_ending(x, slice_sub(text, 0, more), EDGE_PERSON)) return text.len; /* 16岁的高中学|生 */
        }
        return end;
    }
    return noun_end(x, text, EDGE_PERSON); /* 儿子|刚入园 */
}

slice without_hanging(const struct lexicon *x, slice name, char next) {
    bool               does = is_one_of(next, VERB, VERBAL, LIGHT, REACH, PREPOSITION, FROM, ADVERB);
    const struct word *hangs = does ? lexicon_ending(x, name, EDGE_HANGS) : NULL;
    if (!hangs || name.len <= hangs->text.len + HAN) return name; /* most */
    slice who = slice_sub(name, 0, name.len - hangs->text.len);
    bool  whole = lexicon_ending(x, name, EDGE_PERSON) != NULL; /* 人才 */
    bool  told = lexicon_ending(x, who, EDGE_PERSON) || lexicon_ending(x, who, EDGE_ITEM);
    return told && !whole ? who : name;
}
