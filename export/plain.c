/* Text is copied and looked through in one pass, 32 bytes at a time where the machine can (AVX2): most cells are one block. */
#include "export/plain.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/banned.h"

enum { FIRST_PRINTABLE = 0x20 };

bool copy_plain_scalar(char *to, slice from, const struct odd_bytes *odd) {
    bool plain = true;
    for (size_t i = 0; i < from.len; i++) {
        unsigned char c = (unsigned char)from.ptr[i];
        plain &= c >= FIRST_PRINTABLE && odd->by_half[c & 15] != c;
        to[i] = (char)c;
    }
    return plain;
}

#if defined(__x86_64__) && defined(__GNUC__)

#define WIDE __attribute__((target("avx2,bmi2"), no_sanitize("address")))

enum { BLOCK = COPY_ROOM, PAGE = 4096 };

/* Copies a block; a bit of the answer is set for each odd byte. */
WIDE static inline uint32_t copy_block(char *to, const char *from, const struct odd_bytes *odd) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)from);
    __m256i by_half = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)odd->by_half));
    __m256i controls = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(FIRST_PRINTABLE - 1)), bytes);
    _mm256_storeu_si256((__m256i *)(void *)to, bytes);
    return (uint32_t)_mm256_movemask_epi8(
        _mm256_or_si256(controls, _mm256_cmpeq_epi8(_mm256_shuffle_epi8(by_half, bytes), bytes)));
}

/* The last block reaches back over the one before it. */
WIDE __attribute__((noinline)) static bool copy_blocks(char *to, slice from, const struct odd_bytes *odd) {
    size_t   last = from.len - BLOCK;
    uint32_t found = copy_block(to + last, from.ptr + last, odd);
    for (size_t i = 0; i < last; i += BLOCK) found |= copy_block(to + i, from.ptr + i, odd);
    return found == 0;
}

/* Most cells are one block, which reads on behind them: not where that may be another page. */
WIDE static bool copy_plain_wide(char *to, slice from, const struct odd_bytes *odd) {
    if (from.len > BLOCK) return copy_blocks(to, from, odd);
    if ((uintptr_t)from.ptr % PAGE > PAGE - BLOCK) return copy_plain_scalar(to, from, odd);
    return _bzhi_u32(copy_block(to, from.ptr, odd), (unsigned)from.len) == 0;
}

bool copy_plain(char *to, slice from, const struct odd_bytes *odd) {
    bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
    return wide ? copy_plain_wide(to, from, odd) : copy_plain_scalar(to, from, odd);
}

#else
bool copy_plain(char *to, slice from, const struct odd_bytes *odd) { return copy_plain_scalar(to, from, odd); }
#endif
