/* Words → numbers over one alphabet: in a text, 提高到 is found by four table look-ups, and 提高 on the way. A text that is
 * spelt (base/alphabet.h) is walked letter by letter; the others are decoded on the way. */
#ifndef SUANPAN_TRIE_H
#define SUANPAN_TRIE_H

#include "extract/base/alphabet.h"

/* A double array: the child of a node by letter `id` stands at slot base + id, and names the node as its parent. Bases count
 * modulo 2^32, so that a letter with a high number finds room in front; 0: no children. */
struct trie_slot {
    uint32_t parent, base, value;
};
/* The first two letters of keys, by their hash: most pairs of a text open no word, and a bit says so; where one does, one
 * look leads two letters deep. */
struct trie_head {
    uint16_t first, second; /* 0: the place is free */
    uint32_t node, base, value;
};
struct trie {
    const struct trie_slot *slots;
    uint32_t                room;  /* slots */
    const uint64_t         *bits;  /* bit (hash) is set: some key may start with a pair of this hash */
    const struct trie_head *heads; /* at hash / 8 and behind it */
    unsigned                shift;
    bool                    folds; /* reads twins as one */
};
struct trie_entry {
    slice    key;   /* not empty */
    uint32_t value; /* not 0 */
};

enum { TRIE_ROOT = 1 };

/* Sorts `entries`; of two with one key that of the greater value holds. With trie->folds set before, keys are folded. */
void trie_build(struct trie *trie, struct alphabet *alphabet, struct trie_entry *entries, size_t count, struct arena *run);

/* What the trie knows the character by; 0: no key holds it. */
static inline uint32_t trie_letter(const struct trie *trie, const struct alphabet *alphabet, uint32_t code) {
    uint32_t letter = letter_of(alphabet, code);
    return trie->folds ? alphabet->twins[letter] : letter;
}

/* The node behind `node` by letter `id`, 0 when there is none. */
static inline uint32_t trie_step(const struct trie *trie, uint32_t node, uint32_t id) {
    uint32_t next = trie->slots[node].base + id;
    return next < trie->room && trie->slots[next].parent == node ? next : 0;
}

static inline uint32_t trie_pair(const struct trie *trie, uint32_t first, uint32_t second) {
    return (first * 0x9E3779B1u ^ second * 0x85EBCA6Bu) >> trie->shift;
}
/* False when no key of two letters or more starts with these. */
static inline bool trie_may_start(const struct trie *trie, uint32_t first, uint32_t second) {
    uint32_t pair = trie_pair(trie, first, second);
    return trie->bits[pair / 64] >> pair % 64 & 1;
}

/* The head of two letters at or behind `place` (their hash / 8); NULL when no key starts with them. */
static inline const struct trie_head *trie_head_of(const struct trie *trie, uint32_t first, uint32_t second, uint32_t place) {
    const struct trie_head *head = &trie->heads[place];
    while (head->first && (head->first != first || head->second != second)) head++;
    return head->first ? head : NULL;
}

/* Value of the longest key at the start of `text`, its bytes in `*size`; 0 when none starts there. */
static inline uint32_t trie_longest(const struct trie *trie, const struct alphabet *alphabet, slice text, size_t *size) {
    if (text.len == 0) return 0;
    size_t                  one, two = 0;
    uint32_t                first = trie_letter(trie, alphabet, utf8_decode(text, &one)), second = 0, found = 0;
    const struct trie_head *head = NULL;
    if (one < text.len) second = trie_letter(trie, alphabet, utf8_decode(slice_from(text, one), &two));
    if (trie_may_start(trie, first, second)) head = trie_head_of(trie, first, second, trie_pair(trie, first, second) / 8);
    if (head && head->value) {
        found = head->value;
        *size = one + two;
    } else {
        uint32_t node = trie_step(trie, TRIE_ROOT, first);
        if (node) found = trie->slots[node].value, *size = one;
    }
    if (!head) return found;
    uint32_t node = head->node, base = head->base;
    for (size_t at = one + two, step; base && at < text.len; base = trie->slots[node].base) {
        uint32_t id = trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &step)), next = base + id;
        if (next >= trie->room || trie->slots[next].parent != node) break;
        node = next;
        at += step;
        if (trie->slots[node].value) found = trie->slots[node].value, *size = at;
    }
    return found;
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
        node = trie_step(trie, node, trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &step)));
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
        node = trie_step(trie, node, trie_letter(trie, alphabet, utf8_decode(slice_from(text, at), &step)));
        if (!node) break;
        if (trie->slots[node].value) hits[count++] = (struct trie_hit){trie->slots[node].value, (uint32_t)(text.len - at)};
    }
    return count;
}
/* The same three in a text that is spelt; sizes are letters. A trie that folds walks the letters that are folded. Letter 0
 * stands behind the last of a text, and no key holds it. */
static inline uint32_t trie_longest_spelt(const struct trie *trie, const uint16_t *letters, size_t *size) {
    uint32_t found = 0, node = TRIE_ROOT;
    for (size_t i = 0; (node = trie_step(trie, node, letters[i])) != 0;) {
        i++;
        if (trie->slots[node].value) found = trie->slots[node].value, *size = i;
    }
    return found;
}
static inline size_t trie_hits_spelt(const struct trie *trie, const uint16_t *letters, struct trie_hit *hits, size_t most) {
    uint32_t node = TRIE_ROOT;
    size_t   count = 0;
    for (uint32_t i = 0; count < most && (node = trie_step(trie, node, letters[i])) != 0; i++)
        if (trie->slots[node].value) hits[count++] = (struct trie_hit){trie->slots[node].value, i + 1};
    return count;
}
/* Backwards from the letter before `end`, `left` letters at most. */
static inline size_t trie_hits_back_spelt(const struct trie *trie, const uint16_t *end, size_t left, struct trie_hit *hits,
                                          size_t most) {
    uint32_t node = TRIE_ROOT;
    size_t   count = 0;
    for (uint32_t i = 1; i <= left && count < most && (node = trie_step(trie, node, end[-(ptrdiff_t)i])) != 0; i++)
        if (trie->slots[node].value) hits[count++] = (struct trie_hit){trie->slots[node].value, i};
    return count;
}
/* 大约 → 约大 */
slice slice_backwards(slice s, struct arena *arena);

#endif
