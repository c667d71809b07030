/* Characters by number. Every table tells the alphabet of its characters as it is loaded; each gets a small number, its letter,
 * which is its place in every trie and in every array of facts about characters. What no table knows is letter 0.
 *
 * A text is spelt once: an array holds the letter of each of its characters, another the byte where it stands. From then on
 * nobody decodes UTF-8: a mark is alphabet->marks[letters[i]], a trie walks `letters + i` (trie_longest_spelt, trie_hits_spelt)
 * and needs no bound, for letter 0 stands behind the last and leads nowhere. */
#ifndef SUANPAN_ALPHABET_H
#define SUANPAN_ALPHABET_H

#include "extract/base/arena.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    MOST_LETTERS = INT16_MAX,
    ALPHABET_PAGE = 0x1000,
    TWIN = 0x8000 /* beside a letter: another character is read as its own */
};

struct alphabet {
    uint16_t *pages[0x200]; /* by code point / ALPHABET_PAGE: letters, and TWIN; those below U+10000 stand in a row */
    uint16_t *empty;        /* the page of characters that nobody told of */
    uint32_t *marks;        /* by letter: bits whose meaning is the owner's */
    uint32_t *codes;        /* by letter: the code point */
    uint64_t *ends;  /* by letter: bit (letter % 64) of those that stand before it at the end of a word before a figure */
    uint64_t *joins; /* by letter: bit (letter % 64) of those before it in words and in rows of dates */
    uint64_t *heads; /* by letter: the same of those that stand behind it at the start of a word behind a figure */
    size_t    count, room;
    bool      closed; /* the owner sets it once all tables are loaded: no letter is added any more */
    uint32_t *twins;  /* the characters that are read as another, 長 */
    size_t    twin_count, twin_room;
};

/* An ASCII character is its own letter. */
void alphabet_init(struct alphabet *alphabet, struct arena *run);
/* The letter of a character, a new one when it has none. There are fewer than MOST_LETTERS characters in any writing; what
 * comes behind them has letter 0, and words that hold it are never found. */
uint32_t alphabet_letter(struct alphabet *alphabet, uint32_t code, struct arena *run);
void     alphabet_mark(struct alphabet *alphabet, uint32_t code, uint32_t marks, struct arena *run);
/* 長 is to be read as 长, whose letter it has from now on: no table is told of it before. Both have three bytes. */
void alphabet_twin(struct alphabet *alphabet, uint32_t code, uint32_t same_as, struct arena *run);
/* A word that stands before a figure ends as this one does: its last two letters are a pair of `ends`. */
void alphabet_word_before(struct alphabet *alphabet, slice word, struct arena *run);
/* One that stands behind a figure starts as this one does: its first two letters are a pair of `heads`. */
void alphabet_word_behind(struct alphabet *alphabet, slice word, struct arena *run);

/* False when no word before a figure ends with these two: 经过, but 超过; `before` is 0 where the text starts. */
static inline bool alphabet_ends(const struct alphabet *alphabet, uint32_t before, uint32_t last) {
    return alphabet->ends[last] >> before % 64 & 1;
}

/* False when these two stand side by side in no word and no row of dates. */
static inline bool alphabet_joins(const struct alphabet *alphabet, uint32_t before, uint32_t letter) {
    return alphabet->joins[letter] >> before % 64 & 1;
}

/* False when no word behind a figure starts with these two: 的人, but 的平方; `next` is 0 where the text ends. */
static inline bool alphabet_heads(const struct alphabet *alphabet, uint32_t first, uint32_t next) {
    return alphabet->heads[first] >> next % 64 & 1;
}

/* The letter of a character, with TWIN where it is another's. */
static inline uint16_t letter_or_twin(const struct alphabet *alphabet, uint32_t code) {
    return alphabet->pages[code / ALPHABET_PAGE][code % ALPHABET_PAGE];
}
static inline uint32_t letter_of(const struct alphabet *alphabet, uint32_t code) {
    return letter_or_twin(alphabet, code) & (TWIN - 1);
}

/* The same of the character at `text` where it has three bytes, as Han have; 0 where it has not, or no table knows it. */
static inline uint16_t han_or_twin(const struct alphabet *alphabet, const char *text) {
    const unsigned char *p = (const unsigned char *)text;
    return (p[0] & 0xF0) == 0xE0 ? alphabet->pages[0][(p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu)] : 0;
}
static inline uint16_t letter_of_han(const struct alphabet *alphabet, const char *text) {
    return han_or_twin(alphabet, text) & (TWIN - 1);
}

enum {
    SPELLING = 8192,       /* characters that one spelling holds */
    SPELLING_BLOCK = 16,   /* written past the last, at most */
    SPELLING_MARGIN = 256, /* characters: no word is as long */
};
struct spelling {
    slice    text;
    size_t   count;                              /* characters */
    bool     whole;                              /* the text ends with them */
    bool     twins;                              /* 長 stands there, which is spelt as 长 is */
    bool     rewritten;                          /* it stood there, and 长 does now: for who spells such a text to say */
    uint64_t twin[SPELLING / 64];                /* where `twins`: a bit each character that is one */
    uint32_t at[SPELLING + SPELLING_BLOCK];      /* byte of each character, and the one behind the last */
    uint16_t letters[SPELLING + SPELLING_BLOCK]; /* and 0 behind the last */
};

/* Spells text[from, …) into `out`, at most SPELLING characters of it. The text is sound UTF-8. */
void spell(struct spelling *out, const struct alphabet *alphabet, slice text, size_t from);
void spell_plain(struct spelling *out, const struct alphabet *alphabet, slice text, size_t from); /* its twin */
/* A word that starts before this character is wholly there; the text is to be spelt again from behind it, where it goes on. */
static inline size_t spelling_reach(const struct spelling *s) { return s->whole ? s->count : s->count - SPELLING_MARGIN; }

/* How many ASCII digits the letters of a spelling begin with here, eight at most. */
static inline size_t letters_digits_plain(const uint16_t *letters) {
    size_t count = 0;
    while (count < 8 && letters[count] - (unsigned)'0' < 10) count++;
    return count;
}
#ifdef __SSE2__
/* Its twin, without a branch: no processor guesses how many digits a number has. */
static inline size_t letters_digits(const uint16_t *letters) {
    __m128i value = _mm_sub_epi16(_mm_loadu_si128((const void *)letters), _mm_set1_epi16('0'));
    __m128i digits = _mm_cmpeq_epi16(_mm_subs_epu16(value, _mm_set1_epi16(9)), _mm_setzero_si128());
    return (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(digits)) / 2;
}
#else
static inline size_t letters_digits(const uint16_t *letters) { return letters_digits_plain(letters); }
#endif

/* The first character, from `i` on, at or behind this byte; the count when there is none. */
static inline size_t spelling_from_plain(const struct spelling *s, size_t i, uint32_t byte) {
    while (i < s->count && s->at[i] < byte) i++;
    return i;
}
#ifdef __SSE2__
/* Its twin: eight at once, for most words and figures are no longer. */
static inline size_t spelling_from(const struct spelling *s, size_t i, uint32_t byte) {
    const __m128i end = _mm_set1_epi32((int)(byte < s->at[s->count] ? byte : s->at[s->count]));
    for (;; i += 8) {
        __m128i four = _mm_cmplt_epi32(_mm_loadu_si128((const void *)(s->at + i)), end);
        __m128i more = _mm_cmplt_epi32(_mm_loadu_si128((const void *)(s->at + i + 4)), end);
        int     reached = ~_mm_movemask_epi8(_mm_packs_epi32(four, more)) & 0xFFFF;
        if (reached) return i + (size_t)__builtin_ctz((unsigned)reached) / 2;
    }
}
#else
static inline size_t spelling_from(const struct spelling *s, size_t i, uint32_t byte) {
    return spelling_from_plain(s, i, byte);
}
#endif

#endif
