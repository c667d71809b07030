/* Copies text while looking for bytes that a format must quote: 处置网络舆情 is copied as it stands, 甲,乙 is reported.
 * The wide path looks at 16 bytes at a time; its scalar twin gives the same answer and serves other machines. */
#ifndef SUANPAN_PLAIN_H
#define SUANPAN_PLAIN_H

#include "extract/base/digits.h"
#include "extract/base/slice.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Copies `from` to `to` and returns true when it holds neither `a` nor `b` (both ASCII) nor a control character below 0x20.
 * On false, what stands at `to` means nothing. Reads and writes not a byte beyond the text. */
static inline bool copy_plain_scalar(char *to, slice from, char a, char b) {
    bool plain = true;
    for (size_t i = 0; i < from.len; i++) {
        unsigned char c = (unsigned char)from.ptr[i];
        plain &= c >= 0x20 && c != (unsigned char)a && c != (unsigned char)b;
        to[i] = (char)c;
    }
    return plain;
}

/* Eight bytes at once: the high bit of each byte of the answer says that it is `a`, `b` or a control character. A borrow may
 * raise a false alarm above a true one, never hide one. */
static inline uint64_t odd_bytes(uint64_t word, char a, char b) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t       is_a = word ^ ones * (unsigned char)a, is_b = word ^ ones * (unsigned char)b;
    return (((is_a - ones) & ~is_a) | ((is_b - ones) & ~is_b) | ((word - ones * 0x20) & ~word)) & high;
}

/* Bytes as they are, quickly when they are few: for digits and words that hold nothing to look for. */
static inline char *put_short(char *to, slice from) {
    if (from.len >= 8) {
        uint64_t head, tail;
        if (from.len > 16) {
            memcpy(to, from.ptr, from.len);
            return to + from.len;
        }
        memcpy(&head, from.ptr, 8);
        memcpy(&tail, from.ptr + from.len - 8, 8);
        memcpy(to, &head, 8);
        memcpy(to + from.len - 8, &tail, 8);
    } else if (from.len >= 4) {
        uint32_t head, tail;
        memcpy(&head, from.ptr, 4);
        memcpy(&tail, from.ptr + from.len - 4, 4);
        memcpy(to, &head, 4);
        memcpy(to + from.len - 4, &tail, 4);
    } else {
        for (size_t i = 0; i < from.len; i++) to[i] = from.ptr[i];
    }
    return to + from.len;
}

/* Texts of up to 16 bytes: two overlapping loads of 8 or 4, or three bytes. */
static inline bool copy_plain_short(char *to, slice from, char a, char b) {
    if (from.len >= 8) {
        uint64_t head, tail;
        memcpy(&head, from.ptr, 8);
        memcpy(&tail, from.ptr + from.len - 8, 8);
        memcpy(to, &head, 8);
        memcpy(to + from.len - 8, &tail, 8);
        return !(odd_bytes(head, a, b) | odd_bytes(tail, a, b));
    }
    if (from.len >= 4) {
        uint32_t head, tail;
        memcpy(&head, from.ptr, 4);
        memcpy(&tail, from.ptr + from.len - 4, 4);
        memcpy(to, &head, 4);
        memcpy(to + from.len - 4, &tail, 4);
        return !odd_bytes((uint64_t)head << 32 | tail, a, b);
    }
    return copy_plain_scalar(to, from, a, b);
}

#ifdef __SSE2__
static inline __m128i odd_lanes(__m128i word, __m128i a, __m128i b, __m128i limit) {
    return _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(word, a), _mm_cmpeq_epi8(word, b)),
                        _mm_cmpeq_epi8(_mm_min_epu8(word, limit), word));
}

static inline bool copy_plain(char *to, slice from, char a, char b) {
    if (from.len <= 16) return copy_plain_short(to, from, a, b);
    const __m128i wide_a = _mm_set1_epi8(a), wide_b = _mm_set1_epi8(b), limit = _mm_set1_epi8(0x1F);
    const size_t  last = from.len - 16;
    __m128i       word = _mm_loadu_si128((const __m128i *)(const void *)(from.ptr + last));
    __m128i       odd = odd_lanes(word, wide_a, wide_b, limit);
    _mm_storeu_si128((__m128i *)(void *)(to + last), word);
    for (size_t i = 0; i < last; i += 16) {
        word = _mm_loadu_si128((const __m128i *)(const void *)(from.ptr + i));
        odd = _mm_or_si128(odd, odd_lanes(word, wide_a, wide_b, limit));
        _mm_storeu_si128((__m128i *)(void *)(to + i), word);
    }
    return _mm_movemask_epi8(odd) == 0;
}
#else
static inline bool copy_plain(char *to, slice from, char a, char b) {
    if (from.len <= 16) return copy_plain_short(to, from, a, b);
    uint64_t odd = 0;
    for (size_t i = 0; i + 8 <= from.len; i += 8) {
        uint64_t word;
        memcpy(&word, from.ptr + i, 8);
        memcpy(to + i, &word, 8);
        odd |= odd_bytes(word, a, b);
    }
    size_t last = from.len - 8;
    return copy_plain_short(to + last, slice_from(from, last), a, b) && !odd;
}
#endif

/* Writes `value` in decimal; returns the byte after it. Room: a sign and DIGITS_ROOM. */
static inline char *put_integer(char *to, int64_t value) {
    if (value < 0) *to++ = '-';
    return digits_put(to, value < 0 ? -(uint64_t)value : (uint64_t)value);
}

#endif
