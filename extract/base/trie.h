/* Words → numbers over one alphabet: in a text, 提高到 is found by three look-ups, and 提高 on the way. A text that is spelt
 * (base/alphabet.h) is walked letter by letter; the others are decoded on the way. */
#ifndef SUANPAN_TRIE_H
#define SUANPAN_TRIE_H

#include "extract/base/alphabet.h"

/* All edges of a trie stand in one hash table, by the node they leave and their letter. The node behind the first letter has
 * that letter's number, so that one look-up leads two letters deep: most words of a text have two. */
struct trie_edge {
    uint64_t key;   /* node << 16 | letter; 0: the place is free */
    uint32_t value; /* of the key that ends here; 0: none does */
    uint32_t next;  /* the node behind; 0: no key goes on */
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

enum { TRIE_ROOT = MOST_LETTERS }; /* nodes behind two letters or more have greater numbers */

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

/* ---- in a text that is spelt: a trie that folds walks the letters that are folded. Sizes are letters. ---- */

/* Value of the longest key that starts at letters[0], its size in `*size`; 0 when none starts there. */
static inline uint32_t trie_longest_spelt(const struct trie *trie, const uint16_t *letters, size_t *size) {
    uint32_t found = 0, node = TRIE_ROOT;
    size_t   i = 0;
    do {
        const struct trie_edge *edge = trie_edge(trie, node, letters[i++]);
        if (edge->value) found = edge->value, *size = i;
        node = edge->next;
    } while (node);
    return found;
}

/* All keys that start at letters[0], the shortest first; at most `most` of them. Returns how many. */
struct trie_hit {
    uint32_t value, size;
};
static inline size_t trie_hits_spelt(const struct trie *trie, const uint16_t *letters, struct trie_hit *hits, size_t most) {
    uint32_t node = TRIE_ROOT, i = 0;
    size_t   count = 0;
    do {
        const struct trie_edge *edge = trie_edge(trie, node, letters[i++]);
        if (edge->value) hits[count++] = (struct trie_hit){edge->value, i};
        node = edge->next;
    } while (node && count < most);
    return count;
}
/* The same of the `left` letters before `end`, read backwards: for tries of words written backwards (slice_backwards). */
static inline size_t trie_hits_back_spelt(const struct trie *trie, const uint16_t *end, size_t left, struct trie_hit *hits,
                                          size_t most) {
    uint32_t node = TRIE_ROOT, i = 0;
    size_t   count = 0;
    do {
        if (i == left) break;
        const struct trie_edge *edge = trie_edge(trie, node, end[-(ptrdiff_t)++i]);
        if (edge->value) hits[count++] = (struct trie_hit){edge->value, i};
        node = edge->next;
    } while (node && count < most);
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
    uint32_t node = TRIE_ROOT;
    size_t   count = 0;
    for (size_t at = 0, step; at < text.len && count < most;) {
        uint32_t                letter = trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &step));
        const struct trie_edge *edge = trie_edge(trie, node, letter);
        at += step;
        if (edge->value) hits[count++] = (struct trie_hit){edge->value, (uint32_t)at};
        if (!(node = edge->next)) break;
    }
    return count;
}
static inline size_t trie_hits_back(const struct trie *trie, const struct alphabet *alphabet, slice text, struct trie_hit *hits,
                                    size_t most) {
    uint32_t node = TRIE_ROOT;
    size_t   count = 0;
    for (size_t at = text.len, step; at > 0 && count < most;) {
        at -= utf8_size_before(text, at);
        uint32_t                letter = trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &step));
        const struct trie_edge *edge = trie_edge(trie, node, letter);
        if (edge->value) hits[count++] = (struct trie_hit){edge->value, (uint32_t)(text.len - at)};
        if (!(node = edge->next)) break;
    }
    return count;
}
static inline uint32_t trie_longest(const struct trie *trie, const struct alphabet *alphabet, slice text, size_t *size) {
    uint32_t node = TRIE_ROOT, found = 0;
    for (size_t at = 0, step; at < text.len;) {
        uint32_t                letter = trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &step));
        const struct trie_edge *edge = trie_edge(trie, node, letter);
        at += step;
        if (edge->value) found = edge->value, *size = at;
        if (!(node = edge->next)) break;
    }
    return found;
}

/* 大约 → 约大 */
slice slice_backwards(slice s, struct arena *arena);

#endif
