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
__attribute__((target("avx2,popcnt"), always_inline)) static inline void count_block(struct passed *passed, const char *from,
                                                                                     uint32_t mask) {
    __m256i  bytes = _mm256_loadu_si256((const __m256i *)(const void *)from);
    uint32_t leads = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(LAST_CONTINUATION)));
    uint32_t ends = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')));
    passed->points += (uint32_t)__builtin_popcount(leads & mask);
    passed->lines += (uint32_t)__builtin_popcount(ends & mask);
}

/* The last block ends at `to` and reaches back over what is counted: no byte behind it is read. */
__attribute__((target("avx2,popcnt"))) static struct passed count_wide(slice text, size_t from, size_t to) {
    struct passed passed = {0, 0};
    if (to < WIDTH || from == to) return count_plain(text, from, to);
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
