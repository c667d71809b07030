/* 200余名采茶工|穿梭在茶垄间: behind a count of persons stands their noun, which ends as such nouns do (员, 工, 代表), and what
 * is told of them; verbs that no table knows would stay in the name. 卫生 and 施工 end so and are no persons (rules/words.tsv:
 * lookalike). */
#include "extract/person.h"

#include "extract/base/banned.h"

enum { LONGEST_ENDING = 4 * HAN, TOLD = 2 * HAN }; /* bytes; what is told has two characters at least */

static size_t next_place(slice text, size_t at) { return at + utf8_size((unsigned char)text.ptr[at]); }

/* Does a noun of persons end at byte `end`: 采茶工|穿梭, not 卫生|保洁 or 粮食生|产能手? */
static bool ends_at(const struct lexicon *x, slice text, size_t end) {
    slice until = slice_sub(text, 0, end);
    if (!lexicon_ending(x, until, NOTE_PERSON) || lexicon_ending(x, until, NOTE_LOOKALIKE)) return false;
    const struct word *over =
        end < text.len ? lexicon_ending(x, slice_sub(text, 0, next_place(text, end)), NOTE_LOOKALIKE) : NULL;
    return !over;
}

/* 党员|干部|下沉一线: nouns of persons behind each other are one. */
static size_t goes_on(const struct lexicon *x, slice text, size_t end) {
    for (size_t at = end; at < text.len && at <= end + LONGEST_ENDING;) {
        at = next_place(text, at);
        const struct word *more = lexicon_ending(x, slice_sub(text, 0, at), NOTE_PERSON);
        if (more && at <= end + more->text.len && ends_at(x, text, at)) end = at;
    }
    return end;
}

size_t persons_end(const struct lexicon *x, slice text) {
    if (ends_at(x, text, text.len)) return text.len;
    for (size_t end = 0; end < text.len;) {
        end = next_place(text, end);
        if (end < 2 * HAN || !ends_at(x, text, end)) continue;
        end = goes_on(x, text, end);
        return text.len - end >= TOLD ? end : text.len;
    }
    return text.len;
}
