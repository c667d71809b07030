/* The alphabet is filled as tables are loaded: 亩 of units.tsv, 增 of words.tsv. */
#include "extract/base/alphabet.h"

#include "extract/base/banned.h"

enum { ASCII = 0x80, PLANE = 0x10000 };

static void make_room(struct alphabet *a, size_t room, struct arena *run) {
    size_t had = a->room, has[4] = {had, had, had, had}; /* each array asks for its own */
    a->marks = arena_grow(run, a->marks, a->count, &has[0], room, sizeof *a->marks);
    a->codes = arena_grow(run, a->codes, a->count, &has[1], room, sizeof *a->codes);
    a->joins = arena_grow(run, a->joins, a->count, &has[2], room, sizeof *a->joins);
    a->heads = arena_grow(run, a->heads, a->count, &has[3], room, sizeof *a->heads);
    a->ends = arena_grow(run, a->ends, a->count, &a->room, room, sizeof *a->ends);
}

void alphabet_init(struct alphabet *a, struct arena *run) {
    *a = (struct alphabet){0};
    /* Two letters are fetched for one, so there is one behind the plane. */
    uint16_t *plane = ARENA_ARRAY(run, uint16_t, PLANE + 1);
    a->empty = ARENA_ARRAY(run, uint16_t, ALPHABET_PAGE);
    for (size_t i = 0; i < sizeof a->pages / sizeof *a->pages; i++)
        a->pages[i] = i < PLANE / ALPHABET_PAGE ? plane + i * ALPHABET_PAGE : a->empty;
    make_room(a, MOST_LETTERS / 8, run); /* more than tables have, so that no array is copied */
    for (uint16_t code = 0; code < ASCII; code++, a->count++) plane[code] = (uint16_t)(a->codes[code] = code);
}

/* Where the letter of a character is told. */
static uint16_t *place_of(struct alphabet *a, uint32_t code, struct arena *run) {
    uint16_t **page = &a->pages[code / ALPHABET_PAGE];
    if (*page == a->empty) *page = ARENA_ARRAY(run, uint16_t, ALPHABET_PAGE);
    return &(*page)[code % ALPHABET_PAGE];
}

uint32_t alphabet_letter(struct alphabet *a, uint32_t code, struct arena *run) {
    uint16_t *letter = place_of(a, code, run);
    if (*letter || code == 0 || a->closed || a->count >= MOST_LETTERS - 1) return *letter & (TWIN - 1);
    a->count += a->count % 64 == 0; /* that bit of a set of letters is free for other use */
    if (a->count >= a->room) make_room(a, a->count + 1, run);
    *letter = (uint16_t)a->count;
    a->codes[a->count++] = code;
    return *letter;
}

void alphabet_mark(struct alphabet *a, uint32_t code, uint32_t marks, struct arena *run) {
    uint32_t letter = alphabet_letter(a, code, run);
    if (letter) a->marks[letter] |= marks;
}

void alphabet_twin(struct alphabet *a, uint32_t code, uint32_t same_as, struct arena *run) {
    uint32_t letter = alphabet_letter(a, same_as, run);
    if (!letter) return;
    uint16_t *place = place_of(a, code, run);
    if (!(*place & TWIN)) ARENA_PUSH(run, a->twins, a->twin_count, a->twin_room, code);
    *place = (uint16_t)(letter | TWIN);
}

/* The bit of the character that `rest` holds, all bits when there is none: then the other of the pair is a word by itself. */
static uint64_t pair_bit(struct alphabet *a, slice rest, struct arena *run) {
    size_t size;
    return rest.len ? (uint64_t)1 << alphabet_letter(a, utf8_decode(rest, &size), run) % 64 : UINT64_MAX;
}

void alphabet_word_before(struct alphabet *a, slice word, struct arena *run) {
    size_t   last = word.len - utf8_size_before(word, word.len), size;
    size_t   before = last ? last - utf8_size_before(word, last) : 0;
    uint32_t letter = alphabet_letter(a, utf8_decode(slice_from(word, last), &size), run);
    uint64_t bits = pair_bit(a, slice_sub(word, before, last), run);
    a->ends[letter] |= bits;
}

void alphabet_word_behind(struct alphabet *a, slice word, struct arena *run) {
    size_t   size;
    uint32_t letter = alphabet_letter(a, utf8_decode(word, &size), run);
    uint64_t bits = pair_bit(a, slice_from(word, size), run);
    a->heads[letter] |= bits;
}
