/* Keys are sorted by their first two letters, and each list of those that begin alike becomes a row of letters, then a row for
 * each of these, which are sorted by the next letter: what one letter starts lies together, and what served to build it is
 * given back. */
#include "extract/base/trie.h"

#include "extract/base/banned.h"

/* MOST_BYTES of a row for each letter of it: a row has a node and a letter for each, and a letter more, so that a node fits
 * behind, and starts in a cache line of its own where it does not fit in what is left of one. */
enum { MOST_ROWS = 1 << 24, LINE = 64, SLACK = 32, MOST_BYTES = 2 * (sizeof(struct trie_node) + 2 * sizeof(uint16_t)) };

struct trie_key {
    const uint16_t *letters; /* 0 behind the last */
    uint32_t        value;
    uint16_t        first, second;
};
/* Keys that are alike in all letters before `depth`, sorted by that one, and what shall lead to their row. */
struct branch {
    struct trie_key *from, *to;
    size_t           depth;
    uint32_t        *behind;
};
struct builder {
    char          *rows;
    uint64_t      *joins; /* the alphabet's, where it is told; else NULL */
    size_t         bytes;
    struct branch *waiting;
    size_t         waiting_count, waiting_room;
    struct arena  *run;
};

/* The letters of a key, 0 behind them; returns how many, and none where a full alphabet has no room for one: no text has it. */
static size_t key_spell(uint16_t *out, struct alphabet *alphabet, slice key, struct arena *run) {
    size_t n = 0;
    for (size_t at = 0, size; at < key.len; at += size) {
        uint32_t letter = letter_of_han(alphabet, key.ptr + at); /* most are known already */
        size = HAN;
        if (!letter) letter = alphabet_letter(alphabet, utf8_at(key.ptr + at, &size), run);
        if (!letter) return 0;
        out[n++] = (uint16_t)letter;
    }
    out[n] = 0;
    return n;
}

struct trie_keys trie_open(size_t count, size_t bytes, struct arena *run) {
    struct trie_keys k = {.keys = ARENA_BARE_ARRAY(run, struct trie_key, count + 1),
                          .letters = ARENA_BARE_ARRAY(run, uint16_t, bytes + count + 1)};
    k.out = k.letters;
    k.used = run->used;
    return k;
}

void trie_add(struct trie_keys *k, struct alphabet *alphabet, struct trie_entry entry, struct arena *run) {
    enum { MOST_LETTERS_OF_KEYS = MOST_ROWS * TRIE_UNIT / MOST_BYTES - UINT16_MAX };
    size_t n = (size_t)(k->out - k->letters) < MOST_LETTERS_OF_KEYS ? key_spell(k->out, alphabet, entry.key, run) : 0;
    if (n == 0) return;
    k->keys[k->count++] = (struct trie_key){k->out, entry.value, k->out[0], k->out[1]};
    k->out += n + 1;
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

static int key_compare(const void *a, const void *b) {
    const uint16_t *one = ((const struct trie_key *)a)->letters, *other = ((const struct trie_key *)b)->letters;
    while (*one && *one == *other) one++, other++;
    return (*one > *other) - (*one < *other);
}

/* Keys that are alike in all letters before `depth`, by that letter: most stand in order already, and few take little time
 * where they stand. Many are sorted by all that is behind, too. */
static void keys_sort(struct trie_key *keys, size_t count, size_t depth) {
    enum { FEW = 64 };
    size_t sorted = 1;
    while (sorted < count && keys[sorted - 1].letters[depth] <= keys[sorted].letters[depth]) sorted++;
    if (sorted < count && count > FEW) {
        qsort(keys, count, sizeof *keys, key_compare);
        return;
    }
    for (size_t at; sorted < count; sorted++) {
        const struct trie_key key = keys[sorted];
        for (at = sorted; at > 0 && keys[at - 1].letters[depth] > key.letters[depth]; at--) keys[at] = keys[at - 1];
        keys[at] = key;
    }
}

/* By their first letter, and all but few by the second, too: these are counted, which takes longer than to order few. */
static void keys_order(struct trie_key *keys, size_t count, size_t letters, struct arena *run) {
    if (count < letters / 16) {
        keys_sort(keys, count, 0);
        return;
    }
    struct trie_key *sorted = ARENA_BARE_ARRAY(run, struct trie_key, count + 1);
    uint32_t        *seconds = ARENA_ARRAY(run, uint32_t, 2 * letters), *firsts = seconds + letters;
    for (size_t i = 0; i < count; i++) seconds[keys[i].second]++, firsts[keys[i].first]++;
    places_add(seconds, letters);
    places_add(firsts, letters);
    for (size_t i = 0; i < count; i++) sorted[seconds[keys[i].second]++] = keys[i];
    for (size_t i = 0; i < count; i++) keys[firsts[sorted[i].first]++] = sorted[i];
}

/* Room for a row of so many letters, in one cache line where it fits: where the letters stand, the nodes before them. */
static uint16_t *row_make(struct builder *b, size_t count) {
    size_t size = count * sizeof(struct trie_node) + (count / 2 + 1) * 2 * sizeof(uint16_t), left = LINE - b->bytes % LINE;
    if (left < size && size <= LINE) b->bytes += left;
    char *row = b->rows + b->bytes + count * sizeof(struct trie_node);
    b->bytes += size;
    return (uint16_t *)(void *)row;
}

/* What `behind` says of a row, but for the bits. */
static uint32_t row_number(const struct builder *b, const uint16_t *row) {
    return (uint32_t)((size_t)((const char *)row - b->rows) / TRIE_UNIT) << 8;
}

static uint32_t letter_bit(uint16_t letter) { return (uint32_t)1 << letter % 8; }

static void join(const struct builder *b, const uint16_t *letter) {
    if (b->joins) b->joins[*letter] |= (uint64_t)1 << letter[-1] % 64;
}

/* The rest of a key that no other shares: a row for each letter. */
static void chain_write(struct builder *b, const struct trie_key *key, size_t depth, uint32_t *behind) {
    for (const uint16_t *letter = key->letters + depth; *letter; letter++) {
        uint16_t         *row = row_make(b, 1);
        struct trie_node *node = (struct trie_node *)(void *)row - 1;
        row[0] = *letter;
        row[1] = NO_LETTER;
        join(b, letter);
        *behind = row_number(b, row) | letter_bit(*letter);
        *node = (struct trie_node){letter[1] ? 0 : key->value, 0};
        behind = &node->behind;
    }
}

/* The keys [from, to) are alike in all letters before `depth`: the node behind these has the value of the one that ends there,
 * and those that go on wait for their row. */
static void node_write(struct builder *b, struct trie_node *node, struct trie_key *from, struct trie_key *to, size_t depth) {
    *node = (struct trie_node){0, 0};
    if (to - from == 1) {
        if (from->letters[depth])
            chain_write(b, from, depth, &node->behind);
        else
            node->value = from->value;
        return;
    }
    keys_sort(from, (size_t)(to - from), depth);
    struct trie_key *more = from; /* those that go on, behind those that end here */
    for (; more < to && !more->letters[depth]; more++)
        if (node->value < more->value) node->value = more->value;
    struct branch branch = {more, to, depth, &node->behind};
    if (more < to) ARENA_PUSH(b->run, b->waiting, b->waiting_count, b->waiting_room, branch);
}

/* One row: of the letters that keys of a branch go on with. */
static void branch_write(struct builder *b, struct branch branch) {
    const size_t depth = branch.depth;
    size_t       count = 1;
    for (struct trie_key *key = branch.from + 1; key < branch.to; key++) count += key->letters[depth] != key[-1].letters[depth];
    uint16_t         *row = row_make(b, count), *letters = row;
    struct trie_node *node = (struct trie_node *)(void *)row;
    uint32_t          bits = 0;
    for (struct trie_key *key = branch.from, *end; key < branch.to; key = end) {
        const uint16_t letter = key->letters[depth];
        for (end = key + 1; end < branch.to && end->letters[depth] == letter;) end++;
        join(b, key->letters + depth);
        bits |= letter_bit(letter);
        *letters++ = letter;
        node_write(b, --node, key, end, depth + 1);
    }
    *letters = NO_LETTER;
    *branch.behind = row_number(b, row) | bits;
}

void trie_close(struct trie *trie, struct trie_keys *k, struct alphabet *alphabet, struct arena *run) {
    struct trie_key *end = k->keys + k->count;
    const size_t     behind_first = (size_t)(k->out - k->letters) - 2 * k->count; /* letters of keys but their first */
    if (run->used == k->used) arena_cut(run, k->out);                             /* no letter of the alphabet lies behind */
    trie->first_count = 0;
    for (struct trie_key *key = k->keys; key < end; key++)
        if (key->first >= trie->first_count) trie->first_count = key->first + 1u;
    struct trie_node *first = ARENA_ARRAY(run, struct trie_node, trie->first_count);
    char             *rows = arena_bare(run, behind_first * MOST_BYTES + 2 * LINE + SLACK);
    struct builder    b = {
           .rows = rows + (LINE - (uintptr_t)rows % LINE), .joins = trie->joins ? alphabet->joins : NULL, .run = run};
    keys_order(k->keys, k->count, alphabet->count, run);
    for (struct trie_key *key = k->keys, *behind; key < end; key = behind) {
        for (behind = key + 1; behind < end && behind->first == key->first;) behind++;
        node_write(&b, &first[key->first], key, behind, 1);
        while (b.waiting_count) branch_write(&b, b.waiting[--b.waiting_count]);
    }
    arena_cut(run, b.rows + b.bytes + SLACK);
    trie->first = first;
    trie->rows = b.rows;
}

void trie_build(struct trie *trie, struct alphabet *alphabet, const struct trie_entry *entries, size_t count,
                struct arena *run) {
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++) bytes += entries[i].key.len;
    struct trie_keys keys = trie_open(count, bytes, run);
    for (size_t i = 0; i < count; i++) trie_add(&keys, alphabet, entries[i], run);
    trie_close(trie, &keys, alphabet, run);
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
