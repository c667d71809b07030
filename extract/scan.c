/* One question a finder, asked of 32 bytes at once where the machine can (AVX2), else of one byte after the other. */
#include "extract/scan.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_WIDE 1
#include <immintrin.h>
#define WIDE __attribute__((target("avx2")))
#define WIDE_INLINE static inline __attribute__((target("avx2"), always_inline))
#else
#define HAS_WIDE 0
#endif

#include "extract/base/banned.h"

/* ---- plain ---- */

static bool is_stop(const unsigned char *p, size_t left) {
    if (p[0] == ';' || p[0] == '!' || p[0] == '?') return true;
    if (left < 3) return false;
    return (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x82) ||                                 /* 。 */
           (p[0] == 0xEF && p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9B || p[2] == 0x9F)); /* ！；？ */
}

size_t scan_stop_plain(slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !is_stop(p + from, text.len - from)) from++;
    return from;
}

/* ！ ＂ ＇ （ ） ， ： ； ？ stay as they are. */
static const bool stays[32] = {[0x01] = true, [0x02] = true, [0x07] = true, [0x08] = true, [0x09] = true,
                               [0x0C] = true, [0x1A] = true, [0x1B] = true, [0x1F] = true};

static bool opens_gloss(unsigned char c) { return (unsigned)(c - 'a') < 26 || (unsigned)(c - 0xC3) < 7; } /* to U+024F */

static bool may_fold(const unsigned char *p, size_t left) {
    if (p[0] <= ' ' || p[0] == 0xC2) return true;
    if (p[0] == '(') return left > 1 && opens_gloss(p[1]);
    if (p[0] == '<') return left > 1 && ((unsigned)(p[1] - 'a') < 26 || p[1] == '/');
    if (left < 3) return false;
    unsigned cell = p[2] - 0x80u;
    if (p[0] == 0xE2) return (p[1] == 0x80 && cell < 16) || p[1] == 0x81; /* blanks of all widths, and the joiner U+2060 */
    if (p[0] == 0xE3) return p[1] == 0x80 && p[2] == 0x80;
    if (p[0] != 0xEF) return false;
    if (p[1] != 0xBC || (cell < 128 && (cell >= 32 || !stays[cell]))) return true;
    if (p[2] == 0x88) return left > 3 && opens_gloss(p[3]);
    return p[2] == 0x8C && left > 4 && p[3] == 0xEF && p[4] == 0xBC; /* １，２００ */
}

size_t scan_fold_plain(slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !may_fold(p + from, text.len - from)) from++;
    return from;
}

static bool is_marked(const struct scan_set *set, slice rest) {
    size_t size;
    if (((unsigned char)rest.ptr[0] & 0xC0) == 0x80) return false;
    uint32_t code = utf8_decode(rest, &size);
    return code < 0x10000 && set->bits[code / 64] >> code % 64 & 1;
}

size_t scan_marked_plain(const struct scan_set *set, slice text, size_t from) {
    while (from < text.len && !is_marked(set, slice_from(text, from))) from++;
    return from;
}

/* All characters that share their first two bytes are of one group. */
static void set_add(struct scan_set *set, uint32_t code, unsigned group) {
    char    bytes[4];
    size_t  size = utf8_encode(code, bytes);
    uint8_t lead = (uint8_t)bytes[0], second = (uint8_t)bytes[1], third = (uint8_t)bytes[2], bit = (uint8_t)(1u << group % 8);
    set->lead[lead & 15] |= bit;
    set->second[0][second & 15] |= bit;
    set->second[1][second >> 4] |= bit;
    for (unsigned half = 0; half < 16; half++) {
        if (size == 2 || half == (third & 15u)) set->third[0][half] |= bit; /* anything may follow one of two bytes */
        if (size == 2 || half == third >> 4) set->third[1][half] |= bit;
    }
}

void scan_set_build(struct scan_set *set, const struct alphabet *alphabet, uint32_t mark) {
    unsigned group = 0;
    uint32_t last = 0;
    *set = (struct scan_set){0};
    for (uint32_t code = 0; code < 0x10000; code++) {
        if (!(alphabet->letters[letter_of(alphabet, code)].marks & mark)) continue;
        set->bits[code / 64] |= (uint64_t)1 << code % 64;
        if (code < 0x80) {
            set->ascii[code & 15] |= (uint8_t)(1u << (code >> 4));
            continue;
        }
        if (code >> 6 != last) group++;
        last = code >> 6;
        set_add(set, code, group);
    }
}

/* ---- 32 bytes at once ---- */

#if HAS_WIDE

enum { WIDE_BYTES = 32, AHEAD = 8 }; /* bytes asked at once, and those behind them that a question looks at */

WIDE_INLINE __m256i load(const unsigned char *p) { return _mm256_loadu_si256((const __m256i *)(const void *)p); }
WIDE_INLINE __m256i table(const uint8_t *bytes) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)bytes));
}
WIDE_INLINE __m256i equal(__m256i bytes, int byte) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte)); }
/* Bytes in [from, from + count), as unsigned numbers. */
WIDE_INLINE __m256i within(__m256i bytes, int from, int count) {
    __m256i above = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)from));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8((char)(count - 1))), above);
}
WIDE_INLINE __m256i lower(__m256i bytes) { return _mm256_and_si256(bytes, _mm256_set1_epi8(15)); }
WIDE_INLINE __m256i upper(__m256i bytes) { return lower(_mm256_srli_epi16(bytes, 4)); }
#define AND _mm256_and_si256
#define OR _mm256_or_si256

WIDE_INLINE uint32_t stops_wide(const void *context, const unsigned char *p) {
    (void)context;
    __m256i b0 = load(p), b1 = load(p + 1), b2 = load(p + 2);
    __m256i ascii = OR(equal(b0, ';'), OR(equal(b0, '!'), equal(b0, '?')));
    __m256i full = AND(AND(equal(b0, 0xE3), equal(b1, 0x80)), equal(b2, 0x82));
    __m256i marks = AND(AND(equal(b0, 0xEF), equal(b1, 0xBC)), OR(equal(b2, 0x81), OR(equal(b2, 0x9B), equal(b2, 0x9F))));
    return (uint32_t)_mm256_movemask_epi8(OR(ascii, OR(full, marks)));
}

WIDE_INLINE __m256i glosses(__m256i bytes) { return OR(within(bytes, 'a', 26), within(bytes, 0xC3, 7)); }

WIDE_INLINE uint32_t folds_wide(const void *context, const unsigned char *p) {
    static const uint8_t rest8[16] = {1, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1}, /* U+FF00 … that do not stay */
        rest9[16] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0};
    (void)context;
    __m256i b0 = load(p), b1 = load(p + 1), b2 = load(p + 2), b3 = load(p + 3), b4 = load(p + 4);
    __m256i blank = OR(within(b0, 0, ' ' + 1), equal(b0, 0xC2));
    __m256i general = AND(equal(b0, 0xE2), OR(AND(equal(b1, 0x80), within(b2, 0x80, 16)), equal(b1, 0x81)));
    __m256i ideographic = AND(AND(equal(b0, 0xE3), equal(b1, 0x80)), equal(b2, 0x80));
    __m256i bracket =
        OR(AND(equal(b0, '('), glosses(b1)), AND(AND(equal(b0, 0xEF), equal(b1, 0xBC)), AND(equal(b2, 0x88), glosses(b3))));
    __m256i tag = AND(equal(b0, '<'), OR(within(b1, 'a', 26), equal(b1, '/')));
    __m256i full = AND(equal(b0, 0xEF), equal(b1, 0xBC));
    __m256i comma = AND(AND(full, equal(b2, 0x8C)), AND(equal(b3, 0xEF), equal(b4, 0xBC)));
    __m256i row = upper(b2), cell = lower(b2);
    __m256i goes = OR(AND(equal(row, 8), _mm256_shuffle_epi8(table(rest8), cell)),
                      OR(AND(equal(row, 9), _mm256_shuffle_epi8(table(rest9), cell)), within(row, 10, 6)));
    goes = _mm256_cmpgt_epi8(AND(goes, _mm256_set1_epi8(127)), _mm256_setzero_si256());
    __m256i wide = OR(AND(full, goes), _mm256_andnot_si256(equal(b1, 0xBC), equal(b0, 0xEF)));
    return (uint32_t)_mm256_movemask_epi8(OR(OR(OR(blank, general), OR(ideographic, bracket)), OR(OR(comma, wide), tag)));
}

WIDE_INLINE uint32_t marked_wide(const void *context, const unsigned char *p) {
    static const uint8_t   rows[16] = {1, 2, 4, 8, 16, 32, 64, 128};
    const struct scan_set *set = context;
    __m256i                b0 = load(p), b1 = load(p + 1), b2 = load(p + 2), none = _mm256_setzero_si256();
    __m256i ascii = AND(_mm256_shuffle_epi8(table(set->ascii), lower(b0)), _mm256_shuffle_epi8(table(rows), upper(b0)));
    __m256i second =
        AND(_mm256_shuffle_epi8(table(set->second[0]), lower(b1)), _mm256_shuffle_epi8(table(set->second[1]), upper(b1)));
    __m256i third =
        AND(_mm256_shuffle_epi8(table(set->third[0]), lower(b2)), _mm256_shuffle_epi8(table(set->third[1]), upper(b2)));
    __m256i han = AND(AND(_mm256_shuffle_epi8(table(set->lead), lower(b0)), within(b0, 0xC2, 0x33)), AND(second, third));
    return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(OR(ascii, han), none));
}

/* First byte at or behind `from` that `wide` points to and `plain` takes; the last few bytes are left to the plain twin.
 * Returns where to go on plainly when none is found. */
typedef uint32_t (*wide_question)(const void *context, const unsigned char *p);
WIDE_INLINE size_t find_wide(slice text, size_t from, wide_question wide, const void *context) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    for (; from + WIDE_BYTES + AHEAD <= text.len; from += WIDE_BYTES) {
        uint32_t hits = wide(context, p + from);
        if (hits) return from + (size_t)__builtin_ctz(hits);
    }
    return from;
}
WIDE static size_t stop_wide(slice text, size_t from) { return find_wide(text, from, stops_wide, NULL); }
WIDE static size_t fold_wide(slice text, size_t from) { return find_wide(text, from, folds_wide, NULL); }
WIDE static size_t set_wide(const struct scan_set *set, slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    for (; from + WIDE_BYTES + AHEAD <= text.len; from += WIDE_BYTES)
        for (uint32_t hits = marked_wide(set, p + from); hits; hits &= hits - 1) {
            size_t at = from + (size_t)__builtin_ctz(hits);
            if (is_marked(set, slice_from(text, at))) return at;
        }
    return from;
}
static bool has_wide(void) { return __builtin_cpu_supports("avx2"); }

#else
static bool   has_wide(void) { return false; }
static size_t stop_wide(slice text, size_t from) { return (void)text, from; }
static size_t fold_wide(slice text, size_t from) { return (void)text, from; }
static size_t set_wide(const struct scan_set *set, slice text, size_t from) { return (void)set, (void)text, from; }
#endif

size_t scan_stop(slice text, size_t from) { return scan_stop_plain(text, has_wide() ? stop_wide(text, from) : from); }
size_t scan_fold(slice text, size_t from) { return scan_fold_plain(text, has_wide() ? fold_wide(text, from) : from); }
size_t scan_marked(const struct scan_set *set, slice text, size_t from) {
    return scan_marked_plain(set, text, has_wide() ? set_wide(set, text, from) : from);
}
