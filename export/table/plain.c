/* Text is copied and looked through in one pass, 32 bytes at a time where the machine can (AVX2): most cells are one block. */
#include "export/table/plain.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/banned.h"

enum { FIRST_PRINTABLE = 0x20 };

static inline bool odd_edges(slice text, const struct quoting *quoting) {
    return quoting->odd_first[(unsigned char)text.ptr[0]] | (text.ptr[text.len - 1] == quoting->odd_last);
}

char *put_plain_scalar(char *to, slice text, const struct quoting *quoting) {
    if (odd_edges(text, quoting)) return quoting->put(to, text, quoting);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < FIRST_PRINTABLE || quoting->odd[c & 15] == c) return quoting->put(to, text, quoting);
        to[i] = (char)c;
    }
    return to + text.len;
}

#if defined(__x86_64__) && defined(__GNUC__)

#define WIDE __attribute__((target("avx2,bmi2"), no_sanitize("address")))

enum { BLOCK = COPY_ROOM, PAGE = 4096 };

/* Copies a block; a bit of the answer is set for each odd byte. */
WIDE static inline uint32_t copy_block(char *to, const char *from, const struct quoting *quoting) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)from);
    __m256i odd = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)quoting->odd));
    __m256i controls = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(FIRST_PRINTABLE - 1)), bytes);
    _mm256_storeu_si256((__m256i *)(void *)to, bytes);
    return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(controls, _mm256_cmpeq_epi8(_mm256_shuffle_epi8(odd, bytes), bytes)));
}

/* The last block reaches back over the one before it. */
WIDE __attribute__((noinline)) static char *put_blocks(char *to, slice text, const struct quoting *quoting) {
    size_t   last = text.len - BLOCK;
    uint32_t odd = copy_block(to + last, text.ptr + last, quoting);
    for (size_t i = 0; i < last; i += BLOCK) odd |= copy_block(to + i, text.ptr + i, quoting);
    return (odd | odd_edges(text, quoting)) ? quoting->put(to, text, quoting) : to + text.len;
}

/* Most cells are one block, which reads on behind them: not where that may be another page. */
WIDE static char *put_plain_wide(char *to, slice text, const struct quoting *quoting) {
    if (text.len > BLOCK) return put_blocks(to, text, quoting);
    if ((uintptr_t)text.ptr % PAGE > PAGE - BLOCK) return put_plain_scalar(to, text, quoting);
    uint32_t odd = _bzhi_u32(copy_block(to, text.ptr, quoting), (unsigned)text.len) | odd_edges(text, quoting);
    return odd ? quoting->put(to, text, quoting) : to + text.len;
}

plain_putter *plain_putter_here(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") ? put_plain_wide : put_plain_scalar;
}

#else
plain_putter *plain_putter_here(void) { return put_plain_scalar; }
#endif
