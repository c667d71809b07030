/* Is it UTF-8, and how many characters? Asked of every byte that comes in, so 32 at once where the machine can (AVX2): by the
 * halves of two bytes that follow each other three tables tell what can be wrong with them, and what all three have in common
 * is wrong (Keiser and Lemire, Validating UTF-8 in less than one instruction per byte, 2020). The plain reading tells where. */
#include "extract/base/slice.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/banned.h"

/* Bytes of the valid character at p, 0 when there is none: no overlong form, surrogate or code point above U+10FFFF. */
static size_t valid_size(const unsigned char *p, size_t left) {
    if (p[0] < 0x80) return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4) return 0;
    size_t n = utf8_size(p[0]);
    if (n > left) return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if (n == 3 && ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F))) return 0;
    if (n == 4 && ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))) return 0;
    return n;
}

static size_t validate_from(slice s, size_t i) {
    const unsigned char *p = (const unsigned char *)s.ptr;
    while (i < s.len) {
        /* Most of a report is three-byte Han: E4..E9 and two continuation bytes, with nothing to check beyond them. */
        while (i + 3 <= s.len && p[i] - 0xE1u <= 0xEC - 0xE1u && (p[i + 1] & 0xC0) == 0x80 && (p[i + 2] & 0xC0) == 0x80) i += 3;
        if (i == s.len) break;
        size_t n = valid_size(p + i, s.len - i);
        if (n == 0) return i;
        i += n;
    }
    return s.len;
}

size_t utf8_validate_plain(slice s) { return validate_from(s, 0); }

/* Bytes above `limit`, as signed numbers: a continuation byte is 10xxxxxx, below -64, and ASCII is not negative. */
enum { CONTINUATIONS = -65, NEGATIVE = -1 };
static size_t count_plain(slice s, int limit) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += (signed char)s.ptr[i] > limit;
    return n;
}

size_t utf8_count_plain(slice s) { return count_plain(s, CONTINUATIONS); }

#if defined(__x86_64__) && defined(__GNUC__)

enum {
    TOO_SHORT = 1,   /* a lead, and no byte of its own behind it */
    TOO_LONG = 2,    /* a byte behind ASCII that has no lead */
    OVERLONG_3 = 4,  /* E0 80 */
    TOO_LARGE = 8,   /* F4 90 */
    SURROGATE = 16,  /* ED A0 */
    OVERLONG_2 = 32, /* C0 80 */
    FAR_LARGE = 64,  /* F5 80; F0 80 is overlong, and told by the same bit */
    TWO_BEHIND = 128 /* right only as the third or fourth byte */
};
enum { ANY = TOO_SHORT | TOO_LONG | TWO_BEHIND, LARGE = ANY | TOO_LARGE | FAR_LARGE };

static const uint8_t first_upper[16] = {TOO_LONG,
                                        TOO_LONG,
                                        TOO_LONG,
                                        TOO_LONG,
                                        TOO_LONG,
                                        TOO_LONG,
                                        TOO_LONG,
                                        TOO_LONG,
                                        TWO_BEHIND,
                                        TWO_BEHIND,
                                        TWO_BEHIND,
                                        TWO_BEHIND,
                                        TOO_SHORT | OVERLONG_2,
                                        TOO_SHORT,
                                        TOO_SHORT | OVERLONG_3 | SURROGATE,
                                        TOO_SHORT | TOO_LARGE | FAR_LARGE},
                     first_lower[16] = {ANY | OVERLONG_3 | OVERLONG_2 | FAR_LARGE,
                                        ANY | OVERLONG_2,
                                        ANY,
                                        ANY,
                                        ANY | TOO_LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE,
                                        LARGE | SURROGATE,
                                        LARGE,
                                        LARGE},
                     second_upper[16] = {TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_LONG | OVERLONG_2 | TWO_BEHIND | OVERLONG_3 | FAR_LARGE,
                                         TOO_LONG | OVERLONG_2 | TWO_BEHIND | OVERLONG_3 | TOO_LARGE,
                                         TOO_LONG | OVERLONG_2 | TWO_BEHIND | SURROGATE | TOO_LARGE,
                                         TOO_LONG | OVERLONG_2 | TWO_BEHIND | SURROGATE | TOO_LARGE,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT,
                                         TOO_SHORT};

#define WIDE static inline __attribute__((target("avx2"), always_inline)) __m256i
WIDE load(const unsigned char *p) { return _mm256_loadu_si256((const __m256i *)(const void *)p); }
WIDE told_by(const uint8_t *table, __m256i half) {
    __m256i both = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)table));
    return _mm256_shuffle_epi8(both, _mm256_and_si256(half, _mm256_set1_epi8(15)));
}

/* What is wrong with 32 bytes and the three before them; nothing where all are zero. A third byte of three must follow E0 and
 * above, which the highest bit tells once 60 is taken off, and a third and a fourth F0 and above. */
WIDE wrong_in(const unsigned char *p) {
    __m256i now = load(p), one = load(p - 1), two = load(p - 2), three = load(p - 3);
    __m256i wrong =
        _mm256_and_si256(_mm256_and_si256(told_by(first_upper, _mm256_srli_epi16(one, 4)), told_by(first_lower, one)),
                         told_by(second_upper, _mm256_srli_epi16(now, 4)));
    __m256i behind = _mm256_or_si256(_mm256_subs_epu8(two, _mm256_set1_epi8((char)0x60)),
                                     _mm256_subs_epu8(three, _mm256_set1_epi8((char)0x70)));
    return _mm256_xor_si256(_mm256_and_si256(behind, _mm256_set1_epi8((char)0x80)), wrong);
}

/* A byte up to which all is well, at the start of a character. */
__attribute__((target("avx2"))) static size_t validate_wide(slice s) {
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t               i = 0;
    while (i < 3 && i < s.len) { /* each block looks three bytes back */
        size_t n = valid_size(p + i, s.len - i);
        if (n == 0) return i;
        i += n;
    }
    for (; i + 128 <= s.len; i += 128) { /* four blocks, asked once */
        __m256i first = _mm256_or_si256(wrong_in(p + i), wrong_in(p + i + 32)),
                second = _mm256_or_si256(wrong_in(p + i + 64), wrong_in(p + i + 96)), all = _mm256_or_si256(first, second);
        if (!_mm256_testz_si256(all, all)) break;
    }
    for (; i + 32 <= s.len; i += 32) {
        __m256i wrong = wrong_in(p + i);
        if (!_mm256_testz_si256(wrong, wrong)) break;
    }
    /* Back to the start of a character: the one before the last byte looked at may go on behind it, or be cut. */
    for (bool lead = false; i > 0 && !lead;) lead = (p[--i] & 0xC0) != 0x80;
    return i;
}

size_t utf8_validate(slice s) { return validate_from(s, __builtin_cpu_supports("avx2") ? validate_wide(s) : 0); }

__attribute__((target("avx2,popcnt"), always_inline)) static inline size_t count_block(const char *p, int limit,
                                                                                       uint32_t mask) {
    __m256i above = _mm256_cmpgt_epi8(load((const unsigned char *)p), _mm256_set1_epi8((char)limit));
    return (size_t)__builtin_popcount((uint32_t)_mm256_movemask_epi8(above) & mask);
}

/* The last block ends with the text and reaches back over what is counted. */
__attribute__((target("avx2,popcnt"))) static size_t count_wide(slice s, int limit) {
    size_t n = 0, i = 0;
    if (s.len < 32) return count_plain(s, limit);
    for (; i + 32 <= s.len; i += 32) n += count_block(s.ptr + i, limit, UINT32_MAX);
    return i == s.len ? n : n + count_block(s.ptr + s.len - 32, limit, UINT32_MAX << (32 - (s.len - i)));
}

static size_t count(slice s, int limit) {
    return __builtin_cpu_supports("avx2") ? count_wide(s, limit) : count_plain(s, limit);
}

#else
size_t        utf8_validate(slice s) { return validate_from(s, 0); }
static size_t count(slice s, int limit) { return count_plain(s, limit); }
#endif

size_t utf8_count(slice s) { return count(s, CONTINUATIONS); }
size_t utf8_ascii(slice s) { return count(s, NEGATIVE); }
