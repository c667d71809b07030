/* Borrowed text and UTF-8: 313 起 is 8 bytes and 5 characters. Knows no Chinese. */
#include "extract/base/slice.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/order.h"

#include "extract/base/banned.h"

int slice_compare(slice a, slice b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int    order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : ORDER(a.len, b.len);
}

int slice_order(const void *a, const void *b) { return slice_compare(*(const slice *)a, *(const slice *)b); }

#if defined(__x86_64__) && defined(__GNUC__)

enum { WIDTH = 32 };

/* The first place from `from` on where the last two bytes of `needle` may stand, which tell most Han characters apart, or where
 * less than a block of places is left. */
__attribute__((target("avx2"))) static size_t skip_wide(slice hay, slice needle, size_t from) {
    const size_t  last = needle.len - 1, other = last - (last > 0); /* the same where it has but one */
    const __m256i last_byte = _mm256_set1_epi8(needle.ptr[last]), other_byte = _mm256_set1_epi8(needle.ptr[other]);
    for (; from + last + WIDTH <= hay.len; from += WIDTH) {
        const char *at = hay.ptr + from;
        __m256i     lasts = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(const void *)(at + last)), last_byte);
        __m256i     others = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(const void *)(at + other)), other_byte);
        uint32_t    both = (uint32_t)_mm256_movemask_epi8(_mm256_and_si256(lasts, others));
        if (both) return from + (size_t)__builtin_ctz(both);
    }
    return from;
}

#endif

size_t slice_find(slice hay, slice needle, size_t from) {
    if (needle.len == 0) return from <= hay.len ? from : SIZE_MAX;
    size_t last = needle.len - 1; /* its last byte is looked for: Han characters share their first one */
    for (; from + needle.len <= hay.len; from++) {
#if defined(__x86_64__) && defined(__GNUC__)
        if (hay.len - from >= needle.len + WIDTH && __builtin_cpu_supports("avx2")) from = skip_wide(hay, needle, from);
#endif
        const char *hit = memchr(hay.ptr + from + last, needle.ptr[last], hay.len - last - from);
        if (!hit) return SIZE_MAX;
        from = (size_t)(hit - hay.ptr) - last;
        if (memcmp(hay.ptr + from, needle.ptr, needle.len) == 0) return from;
    }
    return SIZE_MAX;
}

slice slice_cut(slice *rest, slice mark) {
    size_t at = slice_find(*rest, mark, 0);
    slice  taken = at == SIZE_MAX ? *rest : slice_sub(*rest, 0, at);
    *rest = at == SIZE_MAX ? slice_from(*rest, rest->len) : slice_from(*rest, at + mark.len);
    return taken;
}

bool slice_starts_any(slice s, const char *const *heads) {
    while (*heads && !slice_starts(s, slice_of(*heads))) heads++;
    return *heads != NULL;
}

bool slice_ends_any(slice s, const char *const *tails) {
    while (*tails && !slice_ends(s, slice_of(*tails))) tails++;
    return *tails != NULL;
}

/* Bytes of the blank at the start or, with `back`, at the end of `s`; 0 when there is none. */
static size_t blank_size(slice s, bool back) {
    if (s.len == 0) return 0;
    char c = back ? s.ptr[s.len - 1] : s.ptr[0];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') return 1; /* \f: a page ends, says pdftotext */
    const char *wide = back ? s.ptr + s.len - 3 : s.ptr;
    return s.len >= 3 && memcmp(wide, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

slice slice_trim_blanks(slice s) {
    size_t n;
    while ((n = blank_size(s, false)) > 0) s = slice_from(s, n);
    while ((n = blank_size(s, true)) > 0) s.len -= n;
    return s;
}

size_t slice_count(slice s, char byte) {
    enum { BLOCK = 240 }; /* fewer than a byte can count: so sixteen are added at once */
    size_t n = 0;
    for (size_t from = 0, to; from < s.len; from = to) {
        uint8_t few = 0;
        to = s.len - from < BLOCK ? s.len : from + BLOCK;
        for (size_t i = from; i < to; i++) few = (uint8_t)(few + (s.ptr[i] == byte));
        n += few;
    }
    return n;
}

int slice_int(slice s) {
    int value = 0;
    if (s.len == 0 || s.len > 9) return -1;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return -1;
        value = value * 10 + (s.ptr[i] - '0');
    }
    return value;
}

size_t utf8_encode(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}
