/* 全年增长5.6% → the letters of 全 年 增 长 5 . 6 %, and the byte where each stands. Most of a report is Han, three bytes a
 * character, with some ASCII between: eight characters of either are spelt at once, all others one by one. */
#include "extract/base/alphabet.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/banned.h"

/* Those of text[from, …) behind the `n` that are spelt, a character after the other, until one more starts at or behind
 * `stop`. */
static size_t spell_until(struct spelling *out, const struct alphabet *a, slice text, size_t *from, size_t n, size_t stop) {
    size_t at = *from;
    for (size_t size; at < stop && n < SPELLING; n++, at += size) {
        out->at[n] = (uint32_t)at;
        out->letters[n] = letter_or_twin(a, utf8_decode(slice_from(text, at), &size));
    }
    *from = at;
    return n;
}

/* `n` characters are spelt, the last ends before byte `end` of the text. */
static void close_spelling(struct spelling *out, slice text, size_t n, size_t end) {
    out->text = text;
    out->count = n < SPELLING ? n : SPELLING;
    if (n <= SPELLING) out->at[n] = (uint32_t)end;
    out->whole = out->at[out->count] >= text.len;
    memset(out->letters + out->count, 0, SPELLING_BLOCK * sizeof *out->letters);
    out->rewritten = false;
}

/* Once closed: a twin is its other. */
static void read_twins(struct spelling *out) {
    out->twins = false;
    for (size_t i = 0; i < out->count; i++) {
        const uint64_t twin = out->letters[i] / TWIN;
        if (i % 64 == 0) out->twin[i / 64] = 0;
        out->twin[i / 64] |= twin << i % 64;
        out->twins |= twin;
        out->letters[i] &= TWIN - 1;
    }
}

void spell_plain(struct spelling *out, const struct alphabet *a, slice text, size_t from) {
    size_t n = spell_until(out, a, text, &from, 0, text.len);
    close_spelling(out, text, n, from);
    read_twins(out);
}

#if defined(__x86_64__) && defined(__GNUC__)

#define WIDE static inline __attribute__((target("avx2"), always_inline))

/* Letters of the three-byte characters p[0, 24) up to the first that is none; returns how many. Looks at 28 bytes, writes
 * eight of each. */
WIDE size_t spell_han(struct spelling *out, const uint16_t *plane, const char *p, size_t from, size_t n) {
    const __m256i last_byte_first =
        _mm256_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1, /* and the next four */
                         2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1);
    __m128i  four = _mm_loadu_si128((const void *)p), next = _mm_loadu_si128((const void *)(p + 12));
    __m256i  all = _mm256_shuffle_epi8(_mm256_set_m128i(next, four), last_byte_first);
    __m256i  leads = _mm256_cmpeq_epi32(_mm256_and_si256(all, _mm256_set1_epi32(0xF00000)), _mm256_set1_epi32(0xE00000));
    unsigned others = ~(unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(leads));
    /* Six bits of each of the two bytes behind, four of the lead: a pair of sixteen bits, then the code point. */
    __m256i  bits = _mm256_and_si256(all, _mm256_set1_epi32(0x0F3F3F));
    __m256i  pairs = _mm256_maddubs_epi16(bits, _mm256_set1_epi32(0x014001));
    __m256i  codes = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x10000001));
    uint32_t code[8]; /* loads one by one take less time than to gather them */
    _mm256_storeu_si256((void *)code, codes);
    for (size_t i = 0; i < 8; i++) out->letters[n + i] = plane[code[i]];
    __m256i places = _mm256_add_epi32(_mm256_set1_epi32((int)from), _mm256_setr_epi32(0, 3, 6, 9, 12, 15, 18, 21));
    _mm256_storeu_si256((void *)(out->at + n), places);
    return (size_t)__builtin_ctz(others | 0x100);
}

/* The same of the ASCII characters p[0, 8). */
WIDE size_t spell_ascii(struct spelling *out, const char *p, size_t from, size_t n) {
    __m128i  all = _mm_loadl_epi64((const void *)p);
    unsigned others = (unsigned)_mm_movemask_epi8(all);
    __m256i  places = _mm256_add_epi32(_mm256_set1_epi32((int)from), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    _mm_storeu_si128((void *)(out->letters + n), _mm_cvtepu8_epi16(all));
    _mm256_storeu_si256((void *)(out->at + n), places);
    return (size_t)__builtin_ctz(others | 0x100);
}

/* A twin stands there, told of sixteen letters at once. */
WIDE bool holds_twin(const struct spelling *s) {
    __m256i found = _mm256_setzero_si256();
    for (size_t i = 0; i < s->count; i += 16)
        found = _mm256_or_si256(found, _mm256_loadu_si256((const void *)(s->letters + i)));
    return !_mm256_testz_si256(found, _mm256_set1_epi16((short)TWIN));
}

/* The same as read_twins of sixteen letters, whose bits it returns: those behind the last are 0, and none of them a twin. */
WIDE uint64_t read_twins_at(uint16_t *letters) {
    __m256i all = _mm256_loadu_si256((const void *)letters);
    __m128i signs = _mm_packs_epi16(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
    _mm256_storeu_si256((void *)letters, _mm256_and_si256(all, _mm256_set1_epi16(TWIN - 1)));
    return (uint64_t)(unsigned)_mm_movemask_epi8(signs);
}

enum { LOOK = 32 }; /* bytes looked at in one round: 28 of Han, or 21 and eight of ASCII */

/* The characters that start at `p`, byte `from` of the text: eight of Han, or fewer and up to eight of ASCII, or one of another
 * kind. Returns how many characters are spelt with them. */
WIDE size_t spell_round(struct spelling *out, const struct alphabet *a, slice text, const char *p, size_t *from, size_t n) {
    size_t han = spell_han(out, a->pages[0], p, *from, n);
    *from += 3 * han;
    if (han == 8) return n + 8;
    size_t ascii = spell_ascii(out, p + 3 * han, *from, n + han);
    *from += ascii;
    return han + ascii ? n + han + ascii : spell_until(out, a, text, from, n, *from + 1);
}

/* The last bytes of a text, with what is neither Han nor ASCII behind them, where a round may look. */
WIDE void tail_copy(char tail[2 * LOOK], slice text) {
    if (text.len >= LOOK)
        _mm256_storeu_si256((void *)tail, _mm256_loadu_si256((const void *)(text.ptr + text.len - LOOK)));
    else
        memcpy(tail + LOOK - text.len, text.ptr, text.len);
    _mm256_storeu_si256((void *)(tail + LOOK), _mm256_set1_epi8((char)0x80));
}

__attribute__((target("avx2"))) static void spell_wide(struct spelling *out, const struct alphabet *a, slice text,
                                                       size_t from) {
    char   tail[2 * LOOK];
    size_t n = 0;
    while (from + LOOK <= text.len && n < SPELLING) n = spell_round(out, a, text, text.ptr + from, &from, n);
    if (from < text.len) tail_copy(tail, text);
    while (from < text.len && n < SPELLING) n = spell_round(out, a, text, tail + LOOK - (text.len - from), &from, n);
    close_spelling(out, text, n, from);
    out->twins = holds_twin(out);
    for (size_t i = 0; out->twins && i < out->count; i += 16) {
        if (i % 64 == 0) out->twin[i / 64] = 0;
        out->twin[i / 64] |= read_twins_at(out->letters + i) << i % 64;
    }
}

void spell(struct spelling *out, const struct alphabet *a, slice text, size_t from) {
    (__builtin_cpu_supports("avx2") ? spell_wide : spell_plain)(out, a, text, from);
}

#else
void spell(struct spelling *out, const struct alphabet *a, slice text, size_t from) { spell_plain(out, a, text, from); }
#endif
