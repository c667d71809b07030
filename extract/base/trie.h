/* Words → numbers over one alphabet: in a text, 提高到 is found by four table look-ups, and 提高 on the way. The alphabet gives
 * each character a small number (its place in every trie) and marks, bits whose meaning is the owner's. */
#ifndef SUANPAN_TRIE_H
#define SUANPAN_TRIE_H

#include "extract/base/arena.h"

struct letter {
    uint16_t id; /* from 1; 0: no word holds this character */
    uint16_t marks;
};
struct alphabet {
    struct letter *pages[0x2000]; /* by code point / 256; never NULL */
    struct letter *empty;         /* the page of characters that nobody told of */
    uint32_t       count;
};

void                        alphabet_init(struct alphabet *alphabet, struct arena *run);
void                        alphabet_mark(struct alphabet *alphabet, uint32_t code, uint16_t marks, struct arena *run);
static inline struct letter letter_of(const struct alphabet *alphabet, uint32_t code) {
    return alphabet->pages[code >> 8][code & 255];
}

/* A double array: the child of a node by letter `id` stands at slot base + id, and names the node as its parent. */
struct trie_slot {
    uint32_t parent, base, value;
};
struct trie {
    const struct trie_slot *slots;
    uint32_t                letters; /* ids that it knows */
};
struct trie_entry {
    slice    key;   /* not empty */
    uint32_t value; /* not 0 */
};

enum { TRIE_ROOT = 1 };

/* Sorts `entries`; of two with one key that of the greater value holds. */
void trie_build(struct trie *trie, struct alphabet *alphabet, struct trie_entry *entries, size_t count, struct arena *run);

/* The node behind `node` by letter `id`, 0 when there is none. */
static inline uint32_t trie_step(const struct trie *trie, uint32_t node, uint32_t id) {
    if (id - 1 >= trie->letters) return 0;
    uint32_t next = trie->slots[node].base + id;
    return trie->slots[next].parent == node ? next : 0;
}

/* Value of the longest key at the start of `text`, its bytes in `*size`; 0 when none starts there. */
static inline uint32_t trie_longest(const struct trie *trie, const struct alphabet *alphabet, slice text, size_t *size) {
    uint32_t node = TRIE_ROOT, best = 0;
    for (size_t at = 0, step; at < text.len; at += step) {
        node = trie_step(trie, node, letter_of(alphabet, utf8_decode(slice_from(text, at), &step)).id);
        if (!node) break;
        if (trie->slots[node].value) {
            best = trie->slots[node].value;
            *size = at + step;
        }
    }
    return best;
}

/* All keys at the start of `text`, the shortest first; at most `most` of them. Returns how many. */
struct trie_hit {
    uint32_t value, size; /* size in bytes */
};
static inline size_t trie_hits(const struct trie *trie, const struct alphabet *alphabet, slice text, struct trie_hit *hits,
                               size_t most) {
    uint32_t node = TRIE_ROOT;
    size_t   count = 0;
    for (size_t at = 0, step; at < text.len && count < most; at += step) {
        node = trie_step(trie, node, letter_of(alphabet, utf8_decode(slice_from(text, at), &step)).id);
        if (!node) break;
        if (trie->slots[node].value) hits[count++] = (struct trie_hit){trie->slots[node].value, (uint32_t)(at + step)};
    }
    return count;
}
/* The same at the end of `text`, read backwards: for tries of words written backwards (slice_backwards). */
static inline size_t trie_hits_back(const struct trie *trie, const struct alphabet *alphabet, slice text, struct trie_hit *hits,
                                    size_t most) {
    uint32_t node = TRIE_ROOT;
    size_t   count = 0;
    for (size_t at = text.len, step; at > 0 && count < most;) {
        at -= utf8_size_before(text, at);
        node = trie_step(trie, node, letter_of(alphabet, utf8_decode(slice_from(text, at), &step)).id);
        if (!node) break;
        if (trie->slots[node].value) hits[count++] = (struct trie_hit){trie->slots[node].value, (uint32_t)(text.len - at)};
    }
    return count;
}
/* 大约 → 约大 */
slice slice_backwards(slice s, struct arena *arena);

#endif
