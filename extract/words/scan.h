/* Where something may stand, found 64 bytes at a time: numerals, ends of sentences, what text.c folds. What looks wide has a
 * plain twin that a test holds equal; the machine's own instructions are chosen as the program runs. */
#ifndef SUANPAN_SCAN_H
#define SUANPAN_SCAN_H

#include "extract/base/alphabet.h"

/* A set of characters, told by parts of their bytes, with tables that have a bit for each group of them: one is of the set
 * only when a bit is in all its tables. Those of one byte and two are told by both halves of the first; for those of three
 * sixteen groups are made, eight a table. A few others may pass, too, so a bit a character decides. */
enum { SCAN_PARTS = 4, SCAN_TABLES = 2 };
struct scan_groups {
    uint8_t part[SCAN_PARTS]
                [16]; /* by four bits each of the code: of the first byte, of the second, of the third, the others */
};
struct scan_leads {
    uint8_t column[16], row[16]; /* by the lower half of the first byte, by its upper */
};
struct scan_set {
    struct scan_leads  leads; /* with stops and what folds among them, of which no set is without */
    struct scan_groups groups[SCAN_TABLES];
    uint64_t           bits[0x10000 / 64];
};

enum { TO_FULL_WIDTH = 0xFEE0, FULL_WIDTH = '~' - '!' + 1 }; /* from ! up to ~, and how many these are */
/* The set of the characters, below U+10000, that have these letters (wanted[letter]): text is looked at before it is folded, so
 * 萬 is there where 万 is, and ３ where 3 is. */
void scan_set_build(struct scan_set *set, const struct alphabet *alphabet, const bool *wanted, struct arena *arena);
static inline bool scan_set_holds(const struct scan_set *set, uint32_t code) {
    return code < 0x10000 && set->bits[code / 64] >> code % 64 & 1;
}

/* A text looked at once: a bit a byte for each question. Those of stops and line ends are the answer itself; where another
 * stands, a character of the set may start, or folding change something, and none does where none stands. */
enum scan_kind {
    SCAN_STOP,   /* 。！？； or ; ! ? starts */
    SCAN_MARKED, /* a character of the set */
    SCAN_FOLD,   /* a blank, a full-width digit, a gloss in brackets: scan_folds knows */
    SCAN_LINE,   /* the end of a line */
    SCAN_KINDS
};
struct scan_map {
    uint64_t (*words)[SCAN_KINDS]; /* of 64 bytes each, and two of none behind the last */
    size_t room, length;           /* words there is room for; bytes of the text */
    size_t origin;                 /* bit of its first byte; 0 but in a part of a map */
};
/* Looks at all of `text`, which is sound UTF-8; `set` NULL: nothing is marked. `behind`: bytes that may be read behind the
 * text, whatever they hold; with SCAN_BEHIND of them it is faster. `arena` takes what room the map lacks. */
enum { SCAN_BEHIND = 64 + 8 };
void scan_map(struct scan_map *map, const struct scan_set *set, slice text, size_t behind, struct arena *arena);
void scan_map_plain(struct scan_map *map, const struct scan_set *set, slice text, struct arena *arena);
/* What the map tells of bytes [start, end), which count from 0 in it. It borrows the map, to be asked only. */
static inline struct scan_map scan_part(const struct scan_map *map, size_t start, size_t end) {
    start += map->origin;
    return (struct scan_map){map->words + start / 64, 0, end + map->origin - start, start % 64};
}
/* A map of nothing, to be put together for at most `most` bytes: from the stops and the marked of another map, and bytes of
 * which no more is said than whether they are marked. */
void scan_map_open(struct scan_map *map, size_t most, struct arena *arena);
void scan_map_copy(struct scan_map *map, const struct scan_map *from, size_t start, size_t end);
void scan_map_byte(struct scan_map *map, bool marked);
/* First bit at or behind `from`; map->length when there is none. */
static inline size_t scan_next(const struct scan_map *map, enum scan_kind kind, size_t from) {
    if (from >= map->length) return map->length;
    size_t   word = (from + map->origin) / 64, last = (map->length + map->origin) / 64;
    uint64_t bits = map->words[word][kind] & UINT64_MAX << (from + map->origin) % 64;
    while (!bits && word < last) bits = map->words[++word][kind];
    size_t at = bits ? word * 64 + (size_t)__builtin_ctzll(bits) - map->origin : map->length;
    return at < map->length ? at : map->length;
}
/* The last one in [from, to), SIZE_MAX when there is none. */
static inline size_t scan_last(const struct scan_map *map, enum scan_kind kind, size_t from, size_t to) {
    if (from >= to) return SIZE_MAX;
    size_t   end = to + map->origin - 1, word = end / 64, first = (from + map->origin) / 64;
    uint64_t bits = map->words[word][kind] & UINT64_MAX >> (63 - end % 64);
    while (!bits && word > first) bits = map->words[--word][kind];
    size_t at = bits ? word * 64 + 63 - (size_t)__builtin_clzll(bits) : 0;
    return bits && at >= from + map->origin ? at - map->origin : SIZE_MAX;
}

/* First byte of 。！？； or ; ! ? at or behind `from`, in a text that is not worth a map. */
size_t scan_stop(slice text, size_t from);
/* True when such a mark stands at its first byte. */
bool scan_stops(slice text);
/* True when folding changes what `text` begins with. */
bool scan_folds(slice text);

#endif
