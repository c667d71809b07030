/* Characters and lines between two bytes of a text, counted 32 bytes at a time where the machine can (AVX2). */
#include "extract/base/cursor.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/banned.h"

struct passed {
    uint32_t points, lines;
};

__attribute__((noinline)) static struct passed count_plain(slice text, size_t from, size_t to) {
    struct passed passed = {0, 0};
    for (size_t i = from; i < to; i++) {
        passed.points += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
        passed.lines += text.ptr[i] == '\n';
    }
    return passed;
}

#if defined(__x86_64__) && defined(__GNUC__)

enum { WIDTH = 32, LAST_CONTINUATION = -65 /* 10111111 as a signed byte: those below it are continuations too */ };

/* What starts in the 32 bytes at `from`, of which `mask` counts. */
#define WIDE __attribute__((target("avx2,popcnt")))
WIDE static inline void count_block(struct passed *passed, const char *from, uint32_t mask) {
    __m256i  bytes = _mm256_loadu_si256((const __m256i *)(const void *)from);
    uint32_t leads = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(LAST_CONTINUATION)));
    uint32_t ends = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')));
    passed->points += (uint32_t)__builtin_popcount(leads & mask);
    passed->lines += (uint32_t)__builtin_popcount(ends & mask);
}

WIDE static inline uint32_t sum_of(__m256i four) {
    __m128i two = _mm_add_epi64(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
    return (uint32_t)_mm_extract_epi32(two, 0) + (uint32_t)_mm_extract_epi32(two, 2);
}

/* The same, added up in bytes: what starts there is -1. */
WIDE static inline void add_block(__m256i *points, __m256i *lines, const char *from) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)from);
    *points = _mm256_sub_epi8(*points, _mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(LAST_CONTINUATION)));
    *lines = _mm256_sub_epi8(*lines, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')));
}

/* Pairs of whole blocks; a byte counts no more than MOST of them. */
WIDE static inline struct passed count_pairs(const char *from, size_t pairs) {
    enum { MOST = 127 };
    const __m256i zero = _mm256_setzero_si256();
    __m256i       points = zero, lines = zero;
    for (size_t some; pairs > 0; pairs -= some) {
        __m256i few_points = zero, few_lines = zero;
        some = pairs < MOST ? pairs : MOST;
        for (size_t i = 0; i < some; i++, from += 2 * WIDTH) {
            add_block(&few_points, &few_lines, from);
            add_block(&few_points, &few_lines, from + WIDTH);
        }
        points = _mm256_add_epi64(points, _mm256_sad_epu8(few_points, zero));
        lines = _mm256_add_epi64(lines, _mm256_sad_epu8(few_lines, zero));
    }
    return (struct passed){sum_of(points), sum_of(lines)};
}

/* The last block ends at `to` and reaches back over what is counted: no byte behind it is read. */
WIDE static struct passed count_wide(slice text, size_t from, size_t to) {
    enum { FEW = 4 }; /* pairs that are not worth sums of their own: from a figure to the next */
    struct passed passed = {0, 0};
    if (to < WIDTH || from == to) return count_plain(text, from, to);
    size_t pairs = (to - from - 1) / (2 * WIDTH);
    if (pairs > FEW) {
        passed = count_pairs(text.ptr + from, pairs);
        from += pairs * 2 * WIDTH;
    }
    for (; from + WIDTH < to; from += WIDTH) count_block(&passed, text.ptr + from, UINT32_MAX);
    count_block(&passed, text.ptr + to - WIDTH, UINT32_MAX << (WIDTH - (to - from)));
    return passed;
}

static struct passed count(slice text, size_t from, size_t to) {
    return __builtin_cpu_supports("avx2") ? count_wide(text, from, to) : count_plain(text, from, to);
}

#else
static struct passed count(slice text, size_t from, size_t to) { return count_plain(text, from, to); }
#endif

static void step_back(struct cursor *cursor, size_t byte, struct passed passed) {
    *cursor = (struct cursor){byte, cursor->point - passed.points, cursor->line - passed.lines};
}

static inline void step_on(struct cursor *cursor, size_t byte, struct passed passed) {
    *cursor = (struct cursor){byte, cursor->point + passed.points, cursor->line + passed.lines};
}

void cursor_move(struct cursor *cursor, slice text, size_t byte) {
    if (byte < cursor->byte)
        step_back(cursor, byte, count(text, byte, cursor->byte));
    else
        step_on(cursor, byte, count(text, cursor->byte, byte));
}

void cursor_move_plain(struct cursor *cursor, slice text, size_t byte) {
    if (byte < cursor->byte)
        step_back(cursor, byte, count_plain(text, byte, cursor->byte));
    else
        step_on(cursor, byte, count_plain(text, cursor->byte, byte));
}
