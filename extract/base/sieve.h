/* Which characters a text holds, a bit for several: 各位代表 need not be looked for where no character has the bit of 表. Han
 * are told by the last ten bits of their code, so a line of 200 of them lets one word of four characters in a thousand pass. */
#ifndef SUANPAN_SIEVE_H
#define SUANPAN_SIEVE_H

#include "extract/base/slice.h"

struct sieve {
    uint64_t bits[1024 / 64];
};

/* The bit of the character that ends at `end` and starts `size` bytes before it. */
static inline unsigned sieve_bit(const char *end, size_t size) {
    unsigned above = size > 1 ? (unsigned char)end[-2] & 15u : 0;
    return above << 6 | ((unsigned char)end[-1] & 63u);
}

/* That of the last character of a text, which is not empty. */
static inline unsigned sieve_last(slice text) { return sieve_bit(text.ptr + text.len, utf8_size_before(text, text.len)); }

static inline void sieve_set(struct sieve *sieve, unsigned bit) { sieve->bits[bit / 64] |= UINT64_C(1) << bit % 64; }
static inline bool sieve_has(const struct sieve *sieve, unsigned bit) { return sieve->bits[bit / 64] >> bit % 64 & 1; }

static inline struct sieve sieve_text(slice text) {
    struct sieve sieve = {{0}};
    const char  *at = text.ptr, *end = text.ptr + text.len;
    while (at < end) {
        size_t size = utf8_size((unsigned char)*at);
        at += size;
        if (size == 3) /* Han: word and bit as sieve_bit has them */
            sieve.bits[at[-2] & 15] |= UINT64_C(1) << (at[-1] & 63);
        else
            sieve_set(&sieve, sieve_bit(at, size));
    }
    return sieve;
}

/* False where no character of the one stands in the other. */
static inline bool sieve_meets(const struct sieve *one, const struct sieve *other) {
    uint64_t both = 0;
    for (size_t i = 0; i < sizeof one->bits / sizeof *one->bits; i++) both |= one->bits[i] & other->bits[i];
    return both;
}

/* False where `word` cannot stand in a text of this sieve. */
static inline bool sieve_may_hold(const struct sieve *sieve, slice word) {
    for (size_t at = 0, size; at < word.len; at += size) {
        size = utf8_size((unsigned char)word.ptr[at]);
        if (!sieve_has(sieve, sieve_bit(word.ptr + at + size, size))) return false;
    }
    return true;
}

/* Where `word` stands in a text of this sieve; SIZE_MAX: nowhere. */
static inline size_t sieve_find(const struct sieve *sieve, slice text, slice word) {
    return sieve_may_hold(sieve, word) ? slice_find(text, word, 0) : SIZE_MAX;
}

#endif
