/* A map of a text shows where the characters stand that a numeral may start with: 成 of 成员, too, of which the character
 * behind tells that none does. Asked here of all of them at once, that no later look stops there. */
#include "extract/numeral_table.h"

#include "extract/base/banned.h"

enum { HAN = 3 };

static bool is_han(const char *p) { return (unsigned)((unsigned char)p[0] - 0xE4) < 6; } /* U+4000 to U+9FFF */

/* Two Han stand there, with which no numeral starts. */
static bool none_starts(const struct numeral_table *t, const char *p) {
    return is_han(p) && is_han(p + HAN) &&
           !may_start(glyph_of(t, letter_of_han(t->alphabet, p)), letter_of_han(t->alphabet, p + HAN));
}

void numeral_thin(const struct numeral_table *t, struct scan_map *map, slice text) {
    size_t words = text.len < 64 + 2 * HAN ? 0 : (text.len - 2 * HAN) / 64; /* those whose bytes have others behind them */
    for (size_t i = 0; i < words; i++) {
        const char *bytes = text.ptr + i * 64;
        uint64_t    stay = map->words[i][SCAN_MARKED];
        for (uint64_t left = stay; left; left &= left - 1) {
            size_t at = (size_t)__builtin_ctzll(left);
            stay &= ~((uint64_t)none_starts(t, bytes + at) << at);
        }
        map->words[i][SCAN_MARKED] = stay;
    }
}
