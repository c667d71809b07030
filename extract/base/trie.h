/* Words → numbers over one alphabet: in a text, 提高到 is found by three look-ups, and 提高 on the way. A text that is spelt
 * (base/alphabet.h) is walked letter by letter; the others are decoded on the way. */
#ifndef SUANPAN_TRIE_H
#define SUANPAN_TRIE_H

#include "extract/base/alphabet.h"

/* All edges of a trie stand in one hash table, by the node they leave and their letter. A node has the number of the place of
 * the edge that leads to it, plus one. */
struct trie_edge {
    uint64_t key;    /* node << 16 | letter; 0: the place is free */
    uint32_t value;  /* of the key that ends here; 0: none does */
    uint32_t behind; /* bit (letter % 32) of those that keys go on with: most looks in vain are not taken */
};
struct trie {
    const struct trie_edge *edges;
    size_t                  mask; /* places - 1 */
    unsigned                shift;
    bool                    folds; /* reads twins as one */
};
struct trie_entry {
    slice    key;   /* not empty */
    uint32_t value; /* not 0 */
};

enum { TRIE_ROOT = 0 };

/* Of two entries with one key that of the greater value holds. With trie->folds set before, keys are folded. */
void trie_build(struct trie *trie, struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                struct arena *run);

/* The place of an edge, or the free one where it would be: it has no value and leads nowhere. Letter 0, which no key holds, has
 * none. */
static inline const struct trie_edge *trie_edge(const struct trie *trie, uint32_t node, uint32_t letter) {
    uint64_t key = (uint64_t)node << 16 | letter;
    size_t   at = (size_t)(key * 0x9E3779B97F4A7C15u >> trie->shift);
    while (trie->edges[at].key != key && trie->edges[at].key) at = (at + 1) & trie->mask;
    return &trie->edges[at];
}

/* The node that an edge leads to. */
static inline uint32_t trie_node(const struct trie *trie, const struct trie_edge *edge) {
    return 1 + (uint32_t)(edge - trie->edges);
}

/* How far a walk has come. */
struct trie_walk {
    uint32_t node, value, behind; /* value: of the key that ends here */
};
static const struct trie_walk trie_start = {TRIE_ROOT, 0, UINT32_MAX};
/* False when no key goes on with the letter. */
static inline bool trie_step(const struct trie *trie, struct trie_walk *walk, uint32_t letter) {
    if (!(walk->behind >> letter % 32 & 1)) return false;
    const struct trie_edge *edge = trie_edge(trie, walk->node, letter);
    walk->node = trie_node(trie, edge);
    walk->value = edge->value;
    walk->behind = edge->behind;
    return true;
}

/* ---- in a text that is spelt: a trie that folds walks the letters that are folded. Sizes are letters. ---- */

/* Value of the longest key that starts at letters[0], its size in `*size`; 0 when none starts there. */
static inline uint32_t trie_longest_spelt(const struct trie *trie, const uint16_t *letters, size_t *size) {
    struct trie_walk walk = trie_start;
    uint32_t         found = 0;
    for (size_t i = 0; trie_step(trie, &walk, letters[i]); i++)
        if (walk.value) found = walk.value, *size = i + 1;
    return found;
}

/* All keys that start at letters[0], the shortest first; at most `most` of them. Returns how many. */
struct trie_hit {
    uint32_t value, size;
};
static inline size_t trie_hits_spelt(const struct trie *trie, const uint16_t *letters, struct trie_hit *hits, size_t most) {
    struct trie_walk walk = trie_start;
    size_t           count = 0;
    for (uint32_t i = 0; count < most && trie_step(trie, &walk, letters[i]); i++)
        if (walk.value) hits[count++] = (struct trie_hit){walk.value, i + 1};
    return count;
}
/* The same of the `left` letters before `end`, read backwards: for tries of words written backwards (slice_backwards). */
static inline size_t trie_hits_back_spelt(const struct trie *trie, const uint16_t *end, size_t left, struct trie_hit *hits,
                                          size_t most) {
    struct trie_walk walk = trie_start;
    size_t           count = 0;
    for (uint32_t i = 1; i <= left && count < most && trie_step(trie, &walk, end[-(ptrdiff_t)i]); i++)
        if (walk.value) hits[count++] = (struct trie_hit){walk.value, i};
    return count;
}

/* ---- in any text: sizes are bytes. ---- */

/* What the trie knows the character by; 0: no key holds it. */
static inline uint32_t trie_letter(const struct trie *trie, const struct alphabet *alphabet, uint32_t code) {
    uint32_t letter = letter_of(alphabet, code);
    return trie->folds ? alphabet->twins[letter] : letter;
}

static inline size_t trie_hits(const struct trie *trie, const struct alphabet *alphabet, slice text, struct trie_hit *hits,
                               size_t most) {
    struct trie_walk walk = trie_start;
    size_t           count = 0;
    for (size_t at = 0, size; at < text.len && count < most;) {
        if (!trie_step(trie, &walk, trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &size)))) break;
        at += size;
        if (walk.value) hits[count++] = (struct trie_hit){walk.value, (uint32_t)at};
    }
    return count;
}
static inline size_t trie_hits_back(const struct trie *trie, const struct alphabet *alphabet, slice text, struct trie_hit *hits,
                                    size_t most) {
    struct trie_walk walk = trie_start;
    size_t           count = 0;
    for (size_t at = text.len, size; at > 0 && count < most;) {
        at -= utf8_size_before(text, at);
        if (!trie_step(trie, &walk, trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &size)))) break;
        if (walk.value) hits[count++] = (struct trie_hit){walk.value, (uint32_t)(text.len - at)};
    }
    return count;
}
static inline uint32_t trie_longest(const struct trie *trie, const struct alphabet *alphabet, slice text, size_t *length) {
    struct trie_walk walk = trie_start;
    uint32_t         found = 0;
    for (size_t at = 0, size; at < text.len;) {
        if (!trie_step(trie, &walk, trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &size)))) break;
        at += size;
        if (walk.value) found = walk.value, *length = at;
    }
    return found;
}

/* 大约 → 约大 */
slice slice_backwards(slice s, struct arena *arena);

#endif
