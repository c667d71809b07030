/* Sorted words become a double array: all words that share a head lie side by side, so each node is a run of them. */
#include "extract/base/trie.h"

#include "extract/base/banned.h"

/* The key in the writing that the alphabet knows first: 長期 → 长期. */
static slice key_of(const struct alphabet *a, slice key, struct arena *run) {
    char *copy = NULL;
    for (size_t at = 0, size; at < key.len; at += size) {
        uint32_t letter = letter_of(a, utf8_decode(slice_from(key, at), &size)), twin = a->twins[letter];
        if (twin == letter) continue;
        if (!copy) {
            copy = arena_text(run, key.len + 1);
            memcpy(copy, key.ptr, key.len);
            key.ptr = copy;
        }
        utf8_encode(a->codes[twin], copy + at);
    }
    return key;
}

/* One child of a node: a letter, and the run of words that have it next. */
struct child {
    uint32_t id;
    size_t   from, to;
};
struct builder {
    struct trie_slot        *slots;
    size_t                   room;
    uint32_t                 single, several; /* where to look for room for one child, for more */
    struct alphabet         *alphabet;
    const struct trie_entry *entries;
    struct child            *children; /* of the nodes from the root down to the one that grows */
    size_t                   child_count, child_room;
    struct arena            *run;
};

static void make_room(struct builder *b, size_t slots) {
    if (slots > b->room) b->slots = arena_grow(b->run, b->slots, b->room, &b->room, slots, sizeof *b->slots);
}

/* A base at which the slots of all children are free. One child fits anywhere; where several have failed many times, most
 * slots are taken, and the search goes on behind. */
static uint32_t free_base(struct builder *b, const struct child *children, size_t count, uint32_t lowest, uint32_t highest) {
    enum { MOST_TRIES = 16 };
    uint32_t *from = count == 1 ? &b->single : &b->several, tries = 0;
    for (uint32_t at = *from;; at++) {
        make_room(b, (size_t)at + (highest - lowest) + 1);
        size_t   i = 0;
        uint32_t base = at - lowest;
        while (i < count && !b->slots[base + children[i].id].parent) i++;
        if (i < count || base == 0) {
            tries++;
            continue;
        }
        if (count == 1 || tries > MOST_TRIES) *from = at;
        return base;
    }
}

/* Hangs entries [from, to), whose first `depth` bytes lead to `node`, below it. */
static void grow(struct builder *b, uint32_t node, size_t from, size_t to, size_t depth) {
    for (; from < to && b->entries[from].key.len == depth; from++) b->slots[node].value = b->entries[from].value;
    if (from == to) return;
    size_t   first = b->child_count, size = 0;
    uint32_t lowest = UINT32_MAX, highest = 0, last = UINT32_MAX;
    for (size_t i = from; i < to; i++) {
        uint32_t code = utf8_decode(slice_from(b->entries[i].key, depth), &size);
        if (code == last) {
            b->children[b->child_count - 1].to = i + 1;
            continue;
        }
        struct child child = {alphabet_letter(b->alphabet, code, b->run), i, i + 1};
        ARENA_PUSH(b->run, b->children, b->child_count, b->child_room, child);
        if (child.id > highest) highest = child.id;
        if (child.id < lowest) lowest = child.id;
        last = code;
    }
    size_t   count = b->child_count - first;
    uint32_t base = free_base(b, b->children + first, count, lowest, highest);
    b->slots[node].base = base;
    for (size_t i = 0; i < count; i++) b->slots[base + b->children[first + i].id].parent = node;
    for (size_t i = 0; i < count; i++) {
        struct child child = b->children[first + i];
        utf8_decode(slice_from(b->entries[child.from].key, depth), &size);
        grow(b, base + child.id, child.from, child.to, depth + size);
    }
    b->child_count = first;
}

static int byte_at(const struct trie_entry *e, size_t depth) {
    return depth < e->key.len ? (unsigned char)e->key.ptr[depth] : -1;
}

static void swap(struct trie_entry *a, struct trie_entry *b) {
    struct trie_entry kept = *a;
    *a = *b;
    *b = kept;
}

/* By key, of which the first `depth` bytes are the same in all; of equal keys the greatest value last. Parted into those whose
 * next byte is less than, equal to and greater than that of the middle one: what words share is looked at once. */
static void sort_entries(struct trie_entry *e, size_t n, size_t depth) {
    while (n > 1) {
        int    middle = byte_at(&e[n / 2], depth);
        size_t less = 0, greater = n, at = 0;
        while (at < greater) {
            int byte = byte_at(&e[at], depth);
            if (byte < middle)
                swap(&e[less++], &e[at++]);
            else if (byte > middle)
                swap(&e[at], &e[--greater]);
            else
                at++;
        }
        sort_entries(e, less, depth);
        sort_entries(e + greater, n - greater, depth);
        e += less;
        n = greater - less;
        if (middle < 0) {
            for (at = 0; at + 1 < n; at++)
                if (e[at].value > e[n - 1].value) swap(&e[at], &e[n - 1]);
            return;
        }
        depth++;
    }
}

/* At least sixteen bits a key, so that few other pairs fall on one, and two places. The last place is behind all hashes and
 * stays free. */
static void heads_build(struct trie *trie, const struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                        struct arena *run) {
    unsigned bits = 8;
    while (bits < 26 && (size_t)1 << bits < count * 16) bits++;
    uint64_t         *seen = ARENA_ARRAY(run, uint64_t, ((size_t)1 << bits) / 64);
    struct trie_head *heads = ARENA_ARRAY(run, struct trie_head, ((size_t)1 << bits) / 8 + count + 1);
    trie->bits = seen;
    trie->heads = heads;
    trie->shift = 32 - bits;
    for (size_t i = 0; i < count; i++) {
        size_t   size, more;
        uint32_t first = letter_of(alphabet, utf8_decode(entries[i].key, &size));
        if (size == entries[i].key.len) continue;
        uint32_t second = letter_of(alphabet, utf8_decode(slice_from(entries[i].key, size), &more));
        uint32_t pair = trie_pair(trie, first, second), node = trie_step(trie, trie_step(trie, TRIE_ROOT, first), second);
        struct trie_head *head = &heads[pair / 8];
        while (head->first && (head->first != first || head->second != second)) head++;
        *head = (struct trie_head){(uint16_t)first, (uint16_t)second, node, trie->slots[node].base, trie->slots[node].value};
        seen[pair / 64] |= (uint64_t)1 << pair % 64;
    }
}

void trie_build(struct trie *trie, struct alphabet *alphabet, struct trie_entry *entries, size_t count, struct arena *run) {
    struct builder b = {
        .alphabet = alphabet, .entries = entries, .run = run, .single = TRIE_ROOT + 1, .several = TRIE_ROOT + 1};
    make_room(&b, TRIE_ROOT + 1 + count * 2); /* most keys have two nodes of their own */
    b.slots[TRIE_ROOT].parent = UINT32_MAX;   /* taken, and nobody's child: letter 0, which no key holds, must not lead to it */
    for (size_t i = 0; i < count && trie->folds; i++) entries[i].key = key_of(alphabet, entries[i].key, run);
    sort_entries(entries, count, 0);
    grow(&b, TRIE_ROOT, 0, count, 0);
    trie->slots = b.slots;
    trie->room = (uint32_t)b.room;
    heads_build(trie, alphabet, entries, count, run);
}

slice slice_backwards(slice s, struct arena *arena) {
    char  *out = arena_text(arena, s.len);
    size_t n = 0, size;
    for (size_t at = s.len; at > 0; at -= size, n += size) {
        size = utf8_size_before(s, at);
        memcpy(out + n, s.ptr + at - size, size);
    }
    return (slice){out, n};
}
