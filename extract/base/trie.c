/* Each key is walked from the root, and the edges that are missing are put where the walk would look for them. */
#include "extract/base/trie.h"

#include "extract/base/banned.h"

static void key_put(const struct trie *trie, struct trie_edge *edges, struct alphabet *alphabet, const struct trie_entry *entry,
                    struct arena *run) {
    struct trie_edge *edge = NULL;
    uint32_t          node = TRIE_ROOT;
    for (size_t at = 0, size; at < entry->key.len; at += size) {
        uint32_t code = utf8_decode(slice_from(entry->key, at), &size), letter = letter_of(alphabet, code);
        if (!letter) letter = alphabet_letter(alphabet, code, run);
        if (trie->folds) letter = alphabet->twins[letter];
        if (!letter) return; /* what stands before it leads on, and nowhere */
        if (edge) edge->behind |= (uint32_t)1 << letter % 32;
        edge = edges + (trie_edge(trie, node, letter) - trie->edges);
        edge->key = (uint64_t)node << 16 | letter;
        node = trie_node(trie, edge);
    }
    if (edge && edge->value < entry->value) edge->value = entry->value;
}

void trie_build(struct trie *trie, struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                struct arena *run) {
    size_t   letters = 0;
    unsigned bits = 4;
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0; at < entries[i].key.len; at += utf8_size((unsigned char)entries[i].key.ptr[at])) letters++;
    while ((size_t)1 << bits < letters + letters / 2) bits++; /* a third is free, and more where keys share their heads */
    struct trie_edge *edges = ARENA_ARRAY(run, struct trie_edge, (size_t)1 << bits);
    trie->edges = edges;
    trie->mask = ((size_t)1 << bits) - 1;
    trie->shift = 64 - bits;
    for (size_t i = 0; i < count; i++) key_put(trie, edges, alphabet, &entries[i], run);
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
