/* Words → numbers over one alphabet: in a text, 提高到 is found by three looks, and 提高 on the way. A text that is spelt
 * (base/alphabet.h) is walked letter by letter; the others are decoded on the way. */
#ifndef SUANPAN_TRIE_H
#define SUANPAN_TRIE_H

#include "extract/base/alphabet.h"

/* Where a walk stands: behind 提 of 提高. */
struct trie_node {
    uint32_t value;  /* of the key that ends here; 0: none does */
    uint32_t behind; /* row of the letters that keys go on with << 8 | bit (letter % 8) of each; 0: none does */
};
/* The first letter is looked up by its number. A row holds the letters behind a node, sorted, NO_LETTER behind the last; in
 * front of it, from the right to the left, stand the nodes behind these letters. Rows stand as the nodes before them do: what
 * common letters start fills few cache lines. */
struct trie {
    const struct trie_node *first; /* by letter */
    size_t                  first_count;
    const char             *rows;  /* row n starts at byte n * TRIE_UNIT */
    bool                    joins; /* `joins` of the alphabet tells of its keys */
};
enum { TRIE_UNIT = sizeof(uint32_t), NO_LETTER = UINT16_MAX /* behind the last of a row */ };
struct trie_entry {
    slice    key;   /* not empty */
    uint32_t value; /* not 0 */
};

/* Of two entries with one key that of the greater value holds. With trie->joins set before, the alphabet is told
 * which letters stand side by side in keys. */
void trie_build(struct trie *trie, struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                struct arena *run);

/* The same of entries that stand in no array: room for `count` keys of `bytes` together, each of them, and the trie. */
struct trie_keys {
    struct trie_key *keys;
    uint16_t        *letters, *out; /* of all keys, 0 behind each; where the next one goes */
    size_t           count, used;   /* used: of the arena, before any key was added */
};
struct trie_keys trie_open(size_t count, size_t bytes, struct arena *run);
void             trie_add(struct trie_keys *keys, struct alphabet *alphabet, struct trie_entry entry, struct arena *run);
void             trie_close(struct trie *trie, struct trie_keys *keys, struct alphabet *alphabet, struct arena *run);

/* The first of sorted letters that is not below `letter`. */
static inline size_t trie_reach_plain(const uint16_t *letters, uint16_t letter) {
    size_t at = 0;
    while (letters[at] < letter) at++;
    return at;
}
#ifdef __SSE2__
/* Its twin: sixteen letters at once, at most fifteen of them behind the one that is found. */
static inline size_t trie_reach(const uint16_t *letters, uint16_t letter) {
    const __m128i none = _mm_setzero_si128(), wanted = _mm_set1_epi16((short)letter);
    for (size_t at = 0;; at += 16) {
        __m128i missing = _mm_subs_epu16(wanted, _mm_loadu_si128((const void *)(letters + at)));
        __m128i more = _mm_subs_epu16(wanted, _mm_loadu_si128((const void *)(letters + at + 8)));
        __m128i there = _mm_packs_epi16(_mm_cmpeq_epi16(missing, none), _mm_cmpeq_epi16(more, none));
        int     reached = _mm_movemask_epi8(there);
        if (reached) return at + (size_t)__builtin_ctz((unsigned)reached);
    }
}
#else
static inline size_t trie_reach(const uint16_t *letters, uint16_t letter) { return trie_reach_plain(letters, letter); }
#endif

static inline struct trie_node trie_first(const struct trie *trie, uint32_t letter) {
    return letter < trie->first_count ? trie->first[letter] : (struct trie_node){0, 0};
}
/* False when no key goes on with the letter; most of those that do not are told by this bit. */
static inline bool trie_goes_on(struct trie_node node, uint32_t letter) { return node.behind >> letter % 8 & 1; }
/* The letters that a key goes on with, and the node behind one of them. */
static inline const uint16_t *trie_row(const struct trie *trie, struct trie_node node) {
    return (const void *)(trie->rows + (size_t)(node.behind >> 8) * TRIE_UNIT);
}
static inline struct trie_node trie_row_node(const uint16_t *row, size_t at) {
    return ((const struct trie_node *)(const void *)row)[-(ptrdiff_t)at - 1];
}
static inline bool trie_next(const struct trie *trie, struct trie_node *node, uint32_t letter) {
    if (!trie_goes_on(*node, letter)) return false;
    const uint16_t *row = trie_row(trie, *node);
    const size_t    at = trie_reach(row, (uint16_t)letter);
    if (row[at] != letter) return false;
    *node = trie_row_node(row, at);
    return true;
}

/* ---- in a text that is spelt: sizes are letters. ---- */

/* Value of the longest key that starts at letters[0], its size in `*size`; 0 when none starts there. */
static inline uint32_t trie_longest_spelt(const struct trie *trie, const uint16_t *letters, size_t *size) {
    struct trie_node node = trie_first(trie, letters[0]);
    uint32_t         found = 0;
    size_t           i = 0;
    do {
        i++;
        if (node.value) found = node.value, *size = i;
    } while (trie_next(trie, &node, letters[i]));
    return found;
}

/* All keys that start at letters[0], the shortest first; at most `most` of them. Returns how many. */
struct trie_hit {
    uint32_t value, size;
};
static inline size_t trie_hits_spelt(const struct trie *trie, const uint16_t *letters, struct trie_hit *hits, size_t most) {
    struct trie_node node = trie_first(trie, letters[0]);
    size_t           count = 0;
    uint32_t         i = 0;
    do {
        i++;
        if (node.value) hits[count++] = (struct trie_hit){node.value, i};
    } while (count < most && trie_next(trie, &node, letters[i]));
    return count;
}
/* The same of the `left` letters before `end`, read backwards: for tries of words written backwards (slice_backwards). */
static inline size_t trie_hits_back_spelt(const struct trie *trie, const uint16_t *end, size_t left, struct trie_hit *hits,
                                          size_t most) {
    if (left == 0) return 0;
    struct trie_node node = trie_first(trie, end[-1]);
    size_t           count = 0;
    uint32_t         i = 0;
    do {
        i++;
        if (node.value) hits[count++] = (struct trie_hit){node.value, i};
    } while (i < left && count < most && trie_next(trie, &node, end[-(ptrdiff_t)i - 1]));
    return count;
}

/* ---- in any text: sizes are bytes. ---- */

/* The letter at byte `at`, 0 at the end. */
static inline uint32_t letter_at_byte(const struct alphabet *alphabet, slice text, size_t at, size_t *size) {
    return at < text.len ? letter_of(alphabet, utf8_decode(slice_from(text, at), size)) : 0;
}
static inline size_t trie_hits(const struct trie *trie, const struct alphabet *alphabet, slice text, struct trie_hit *hits,
                               size_t most) {
    size_t           count = 0, size = 0, at = 0;
    struct trie_node node = trie_first(trie, letter_at_byte(alphabet, text, 0, &size));
    do {
        at += size;
        if (node.value) hits[count++] = (struct trie_hit){node.value, (uint32_t)at};
    } while (count < most && trie_next(trie, &node, letter_at_byte(alphabet, text, at, &size)));
    return count;
}
static inline uint32_t trie_longest(const struct trie *trie, const struct alphabet *alphabet, slice text, size_t *length) {
    size_t           size = 0, at = 0;
    struct trie_node node = trie_first(trie, letter_at_byte(alphabet, text, 0, &size));
    uint32_t         found = 0;
    do {
        at += size;
        if (node.value) found = node.value, *length = at;
    } while (trie_next(trie, &node, letter_at_byte(alphabet, text, at, &size)));
    return found;
}

/* 大约 → 约大 */
slice slice_backwards(slice s, struct arena *arena);

#endif
