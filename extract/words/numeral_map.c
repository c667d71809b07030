/* A map of a text shows where the characters stand that a numeral may start with, and some others: 成 of 成员, too, of which
 * the character behind tells that none does. Asked here of all of them at once, that no later look stops there. */
#include "extract/words/numeral_table.h"

#include "extract/base/banned.h"

static bool stands(const struct scan_map *map, enum scan_kind kind, size_t at) {
    return map->words[at / 64][kind] >> at % 64 & 1;
}

/* No numeral starts at `at`, and none does once the text is folded: the character is none of the set, or the one behind it,
 * which folding leaves as it is, goes on with none; G only ends one. ３ is another character then. */
APART static bool none_starts(const struct numeral_table *t, const struct scan_map *map, slice text, size_t at) {
    size_t   size, next;
    uint32_t code = utf8_at(text.ptr + at, &size);
    if (!scan_set_holds(&t->starts, code)) return true;
    if (code > TO_FULL_WIDTH || stands(map, SCAN_FOLD, at + size)) return false;
    uint32_t behind = utf8_at(text.ptr + at + size, &next);
    return !may_start(glyph_of(t, letter_of(t->alphabet, code)), (uint16_t)letter_of(t->alphabet, behind));
}

/* The same, told at once of two Han and of a digit, which are most. */
static inline bool no_start(const struct numeral_table *t, const struct scan_map *map, slice text, size_t at) {
    const char *p = text.ptr + at;
    if (!starts_han(p) || !starts_han(p + HAN)) return (unsigned)(p[0] - '0') >= 10 && none_starts(t, map, text, at);
    return !may_start(glyph_of(t, letter_of_han(t->alphabet, p)), letter_of_han(t->alphabet, p + HAN));
}

void numeral_thin(const struct numeral_table *t, struct scan_map *map, slice text) {
    enum { BEHIND = 2 * 4 }; /* bytes of two characters */
    size_t words = text.len < 64 + BEHIND ? 0 : (text.len - BEHIND) / 64;
    for (size_t i = 0; i < words; i++) {
        uint64_t stay = map->words[i][SCAN_MARKED];
        for (uint64_t left = stay; left; left &= left - 1) {
            size_t bit = (size_t)__builtin_ctzll(left);
            stay &= ~((uint64_t)no_start(t, map, text, i * 64 + bit) << bit);
        }
        map->words[i][SCAN_MARKED] = stay;
    }
}
