/* Keys grow into a tree whose branches are lists, sorted by letter; then each list is written out as a row of letters, those
 * that stand near the root first. */
#include "extract/base/trie.h"

#include "extract/base/banned.h"

enum { MOST_ROWS = 1 << 24, LINE = 64, SLACK = 32 };

/* A letter of the tree; sprouts[0] is none. */
struct sprout {
    uint32_t          value, child, next; /* the first of those behind it, the next of those beside it */
    uint16_t          letter;
    struct trie_node *node; /* once its row is written */
};
struct builder {
    struct trie_node *first; /* `behind` is a sprout until its row is written */
    struct sprout    *sprouts;
    uint32_t         *written; /* sprouts in the order of their nodes */
    char             *rows;
    uint64_t         *joins; /* the alphabet's, where it is told; else NULL */
    size_t            sprout_count, written_count, bytes;
};

struct key {
    const uint16_t *letters; /* 0 behind the last */
    uint32_t        value;
};

/* Decodes keys, to know how many letters there are, and how many stand behind the first of a key. */
static struct key *keys_spell(struct trie *trie, struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                              size_t *most_sprouts, struct arena *run) {
    size_t bytes = 0, n = 0;
    for (size_t i = 0; i < count; i++) bytes += entries[i].key.len + 1;
    uint16_t   *out = ARENA_ARRAY(run, uint16_t, bytes);
    struct key *keys = ARENA_ARRAY(run, struct key, count + 1);
    trie->first_count = 0;
    for (size_t i = 0; i < count; i++, n++) {
        keys[i] = (struct key){out + n, entries[i].value};
        for (size_t at = 0, size; at < entries[i].key.len; at += size) {
            uint32_t code = utf8_at(entries[i].key.ptr + at, &size), letter = letter_of(alphabet, code);
            if (!letter) letter = alphabet_letter(alphabet, code, run);
            if (!letter) letter = NO_LETTER; /* the alphabet is full */
            if (letter >= trie->first_count) trie->first_count = letter + 1;
            out[n++] = (uint16_t)letter;
        }
    }
    *most_sprouts = n - 2 * count;
    return keys;
}

/* Where each letter's keys begin, once they are counted: those of the letters before stand before them. */
static void places_add(uint32_t *places, size_t letters) {
    uint32_t place = 0;
    for (size_t letter = 0; letter < letters; letter++) {
        uint32_t own = places[letter];
        places[letter] = place;
        place += own;
    }
}

/* By their first letters, those of each in falling order of the second: the keys behind a common first letter are read side by
 * side, and each finds its place at the front. Of few keys few have one first letter. */
static void keys_order(struct key *keys, size_t count, size_t letters, struct arena *run) {
    if (count < letters / 4) return;
    struct key *sorted = ARENA_ARRAY(run, struct key, count + 1);
    uint32_t   *places = ARENA_ARRAY(run, uint32_t, 2 * letters), *firsts = places + letters;
    for (size_t i = 0; i < count; i++) places[letters - 1 - keys[i].letters[1]]++, firsts[keys[i].letters[0]]++;
    places_add(places, letters);
    places_add(firsts, letters);
    for (size_t i = 0; i < count; i++) sorted[places[letters - 1 - keys[i].letters[1]]++] = keys[i];
    for (size_t i = 0; i < count; i++) keys[firsts[sorted[i].letters[0]]++] = sorted[i];
}

/* Of two keys that are the same that of the greater value holds. */
static void key_grow(struct builder *b, const struct key *key) {
    const uint16_t *letters = key->letters;
    uint32_t       *branch = &b->first[*letters].behind, *here = &b->first[*letters].value;
    while (*++letters) {
        while (*branch && b->sprouts[*branch].letter < *letters) branch = &b->sprouts[*branch].next;
        if (!*branch || b->sprouts[*branch].letter != *letters) {
            b->sprouts[++b->sprout_count] = (struct sprout){.letter = *letters, .next = *branch};
            if (b->joins) b->joins[*letters] |= (uint64_t)1 << letters[-1] % 64;
            *branch = (uint32_t)b->sprout_count;
        }
        here = &b->sprouts[*branch].value;
        branch = &b->sprouts[*branch].child;
    }
    if (*here < key->value) *here = key->value;
}

/* Writes the row of this sprout and those beside it, in one cache line where it fits; returns what `behind` says of it. */
static uint32_t row_write(struct builder *b, uint32_t sprout) {
    size_t count = 0, bits = 0;
    for (uint32_t i = sprout; i; i = b->sprouts[i].next) count++;
    size_t size = count * sizeof(struct trie_node) + (count / 2 + 1) * 2 * sizeof(uint16_t), left = LINE - b->bytes % LINE;
    if (left < size && size <= LINE) b->bytes += left;
    char             *row = b->rows + b->bytes + count * sizeof(struct trie_node);
    struct trie_node *nodes = (struct trie_node *)(void *)row;
    uint16_t         *letters = (uint16_t *)(void *)row;
    b->bytes += size;
    for (; sprout; sprout = b->sprouts[sprout].next) {
        struct sprout *s = &b->sprouts[sprout];
        bits |= (size_t)1 << s->letter % 8;
        *letters++ = s->letter;
        s->node = --nodes;
        *s->node = (struct trie_node){s->value, 0};
        b->written[b->written_count++] = sprout;
    }
    *letters = NO_LETTER;
    return (uint32_t)((size_t)(row - b->rows) / TRIE_UNIT << 8 | bits);
}

void trie_build(struct trie *trie, struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                struct arena *run) {
    /* Rows are no more than sprouts. One has a node and a letter for each sprout, and a letter more, so that a node fits
     * behind. */
    enum { MOST_BYTES = 2 * (sizeof(struct trie_node) + 2 * sizeof(uint16_t)) };
    size_t         most_sprouts;
    struct key    *keys = keys_spell(trie, alphabet, entries, count, &most_sprouts, run);
    struct builder b = {.first = ARENA_ARRAY(run, struct trie_node, trie->first_count),
                        .sprouts = ARENA_ARRAY(run, struct sprout, most_sprouts + 1),
                        .joins = trie->joins ? alphabet->joins : NULL};
    keys_order(keys, count, trie->first_count, run);
    for (size_t i = 0; i < count && b.sprout_count < MOST_ROWS * TRIE_UNIT / MOST_BYTES - UINT16_MAX; i++)
        key_grow(&b, &keys[i]);
    b.written = ARENA_ARRAY(run, uint32_t, b.sprout_count + 1);
    b.rows = arena_new(run, b.sprout_count * MOST_BYTES + LINE + SLACK);
    for (size_t i = 0; i < trie->first_count; i++)
        if (b.first[i].behind) b.first[i].behind = row_write(&b, b.first[i].behind);
    for (size_t i = 0; i < b.written_count; i++) {
        struct sprout *s = &b.sprouts[b.written[i]];
        if (s->child) s->node->behind = row_write(&b, s->child);
    }
    trie->first = b.first;
    trie->rows = b.rows;
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
