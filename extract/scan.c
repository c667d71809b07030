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

static bool is_stop(const void *context, const unsigned char *p, size_t left) {
    (void)context;
    if (p[0] == ';' || p[0] == '!' || p[0] == '?') return true;
    if (left < 3) return false;
    return (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x82) ||                                 /* 。 */
           (p[0] == 0xEF && p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9B || p[2] == 0x9F)); /* ！；？ */
}

size_t scan_stop_plain(slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !is_stop(NULL, p + from, text.len - from)) from++;
    return from;
}

/* ！ ＂ ＇ （ ） ， ： ； ？ stay as they are; so do ［ ］ ｛ ｝. */
static const bool stays[64] = {[0x00] = true, [0x01] = true, [0x02] = true, [0x07] = true, [0x08] = true, [0x09] = true,
                               [0x0C] = true, [0x1A] = true, [0x1B] = true, [0x1F] = true, [0x3B] = true, [0x3D] = true};

static bool opens_gloss(unsigned char c) { return (unsigned)(c - 'a') < 26 || (unsigned)(c - 0xC3) < 7; } /* to U+024F */

static bool may_fold(const void *context, const unsigned char *p, size_t left) {
    (void)context;
    if (p[0] <= ' ') return true;
    if (p[0] == 0xC2) return left > 1 && (p[1] == 0xA0 || p[1] == 0xAD);
    if (p[0] == '(') return left > 1 && opens_gloss(p[1]);
    if (p[0] == '<') return left > 1 && ((unsigned)(p[1] - 'a') < 26 || p[1] == '/');
    if (left < 3) return false;
    unsigned cell = p[2] - 0x80u;
    if (p[0] == 0xE2) return (p[1] == 0x80 && cell < 16) || (p[1] == 0x81 && p[2] == 0xA0); /* blanks, and the joiner U+2060 */
    if (p[0] == 0xE3) return p[1] == 0x80 && p[2] == 0x80;
    if (p[0] != 0xEF) return false;
    if (p[1] == 0xBB) return p[2] == 0xBF;
    if (p[1] == 0xBD) return cell < 0x1F && cell != 0x1B && cell != 0x1D; /* to ～ */
    if (p[1] != 0xBC) return false;
    if (cell < 64 && !stays[cell]) return true;
    if (p[2] == 0x88) return left > 3 && opens_gloss(p[3]);
    return p[2] == 0x8C && left > 4 && p[3] == 0xEF && p[4] == 0xBC; /* １，２００ */
}

bool scan_folds(slice text) { return text.len && may_fold(NULL, (const unsigned char *)text.ptr, text.len); }

size_t scan_fold_plain(slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !may_fold(NULL, p + from, text.len - from)) from++;
    return from;
}

static bool is_marked(const void *context, const unsigned char *p, size_t left) {
    const struct scan_set *set = context;
    size_t                 size;
    if ((p[0] & 0xC0) == 0x80) return false;
    uint32_t code = utf8_decode((slice){(const char *)p, left}, &size);
    return code < 0x10000 && set->bits[code / 64] >> code % 64 & 1;
}

size_t scan_marked_plain(const struct scan_set *set, slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !is_marked(set, p + from, text.len - from)) from++;
    return from;
}

/* The halves that bytes of some characters have, a bit each: what a group of them lets pass. */
struct halves {
    uint16_t of[HALVES];
};

static struct halves halves_of(uint32_t code) {
    char          bytes[4];
    size_t        size = utf8_encode(code, bytes);
    struct halves h;
    for (size_t i = 0; i < HALVES; i++) {
        unsigned byte = (unsigned char)bytes[i / 2], half = i % 2 ? byte >> 4 : byte & 15;
        h.of[i] = i / 2 < size ? (uint16_t)(1u << half) : 0xFFFF; /* anything may follow one of two bytes */
    }
    return h;
}

static struct halves join(struct halves a, struct halves b) {
    for (size_t i = 0; i < HALVES; i++) a.of[i] |= b.of[i];
    return a;
}

/* How many characters pass. */
static unsigned breadth(struct halves h) {
    unsigned product = 1;
    for (size_t i = 0; i < HALVES; i++) {
        unsigned n = 0;
        for (unsigned rest = h.of[i]; rest; rest &= rest - 1) n++;
        product *= n;
    }
    return product;
}

static void group_write(struct scan_set *set, size_t group, struct halves h) {
    struct scan_groups *to = &set->groups[group / 8];
    for (size_t i = 0; i < HALVES; i++)
        for (unsigned half = 0; half < 16; half++) to->half[i][half] |= (uint8_t)((h.of[i] >> half & 1u) << group % 8);
}

enum { GROUPS = 16, MOST_PAIRS = 0x10000 >> 6 };

/* Characters that share all bytes but the last stay together. The broadest of such sets first, each goes to the group that
 * it widens least. */
static void groups_build(struct scan_set *set, struct halves *sets, size_t count) {
    struct halves groups[GROUPS] = {{{0}}};
    for (; count > 0; count--) {
        size_t   broadest = 0, best = 0;
        unsigned least = UINT32_MAX;
        for (size_t i = 1; i < count; i++)
            if (breadth(sets[i]) > breadth(sets[broadest])) broadest = i;
        for (size_t g = 0; g < GROUPS; g++) {
            unsigned widened = breadth(join(groups[g], sets[broadest])) - breadth(groups[g]);
            if (widened < least) least = widened, best = g;
        }
        groups[best] = join(groups[best], sets[broadest]);
        sets[broadest] = sets[count - 1];
    }
    for (size_t g = 0; g < GROUPS; g++) group_write(set, g, groups[g]);
}

void scan_set_build(struct scan_set *set, const uint32_t *codes, size_t count) {
    struct halves sets[MOST_PAIRS];
    size_t        n = 0;
    uint32_t      last = 0;
    *set = (struct scan_set){0};
    for (size_t i = 0; i < count; i++) {
        uint32_t code = codes[i];
        set->bits[code / 64] |= (uint64_t)1 << code % 64;
        if (code < 0x80) {
            set->ascii[code & 15] |= (uint8_t)(1u << (code >> 4));
            continue;
        }
        if (code >> 6 == last)
            sets[n - 1] = join(sets[n - 1], halves_of(code));
        else
            sets[n++] = halves_of(code);
        last = code >> 6;
    }
    groups_build(set, sets, n);
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

/* Groups that the character at each byte may be of, told by its first three bytes. */
WIDE_INLINE __m256i told_by(const uint8_t half[2][16], __m256i bytes) {
    return AND(_mm256_shuffle_epi8(table(half[0]), lower(bytes)), _mm256_shuffle_epi8(table(half[1]), upper(bytes)));
}
WIDE_INLINE __m256i groups_wide(const struct scan_groups *g, __m256i b0, __m256i b1, __m256i b2) {
    return AND(told_by(g->half, b0), AND(told_by(g->half + 2, b1), told_by(g->half + 4, b2)));
}
WIDE_INLINE uint32_t not_zero(__m256i bytes) {
    return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_setzero_si256()));
}

/* What folds by itself. Bits: 1 controls · 2 blank, C2 · 4 E2 80 8x, E2 81 Ax · 8 E3 80 80 · 10 EF BC 8x · 20 EF BC 9x · 40
 * EF BB to BD, Ax and Bx · 80 EF BD 8x and 9x. */
static const struct scan_groups folding = {
    {{0x03, 0x01, 0x07, 0x09, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0xF1},
     {0x01, 0x01, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x00, 0xFC, 0x00},
     {0x0F, 0x07, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x43, 0x73, 0xC3, 0x03, 0x03},
     {0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x0F, 0x03, 0x03, 0xF3, 0x03, 0x03, 0x03, 0x03},
     {0xEF, 0xE7, 0xE7, 0xF7, 0xF7, 0xF7, 0xF7, 0xE7, 0xE7, 0xE7, 0xD7, 0xD7, 0xE7, 0xF7, 0xF7, 0xD7},
     {0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x9F, 0xA3, 0x47, 0x43, 0x03, 0x03, 0x03, 0x03}}};

/* That, a bracket or < in front of a letter, and a comma in front of a full-width digit. */
WIDE_INLINE uint32_t folds_wide(const void *context, const unsigned char *p) {
    (void)context;
    __m256i b0 = load(p), b1 = load(p + 1), b2 = load(p + 2), b3 = load(p + 3);
    __m256i opens = OR(equal(b0, '('), equal(b0, '<')), full = AND(equal(b0, 0xEF), equal(b1, 0xBC));
    __m256i comma = AND(equal(b2, 0x8C), equal(b3, 0xEF)),
            bracket = _mm256_andnot_si256(within(b3, 0xE0, 0x20), equal(b2, 0x88));
    return not_zero(OR(OR(groups_wide(&folding, b0, b1, b2), opens), AND(full, OR(comma, bracket))));
}

WIDE_INLINE uint32_t marked_wide(const void *context, const unsigned char *p) {
    static const uint8_t   rows[16] = {1, 2, 4, 8, 16, 32, 64, 128};
    const struct scan_set *set = context;
    __m256i                b0 = load(p), b1 = load(p + 1), b2 = load(p + 2);
    __m256i ascii = AND(_mm256_shuffle_epi8(table(set->ascii), lower(b0)), _mm256_shuffle_epi8(table(rows), upper(b0)));
    return not_zero(OR(ascii, OR(groups_wide(&set->groups[0], b0, b1, b2), groups_wide(&set->groups[1], b0, b1, b2))));
}

/* First byte at or behind `from` that `wide` points to and `plain` takes; where to go on plainly when there is none, for the
 * last few bytes are left to that. What is left behind whole blocks is asked in one that ends with the text. */
typedef uint32_t (*wide_question)(const void *context, const unsigned char *p);
typedef bool (*plain_question)(const void *context, const unsigned char *p, size_t left);
WIDE_INLINE size_t find_wide(slice text, size_t from, wide_question wide, plain_question plain, const void *context) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    if (text.len < WIDE_BYTES + AHEAD) return from;
    for (size_t last = text.len - WIDE_BYTES - AHEAD; from < last + WIDE_BYTES;) {
        size_t   block = from < last ? from : last;
        uint32_t hits = wide(context, p + block) & UINT32_MAX << (from - block);
        for (; hits; hits &= hits - 1) {
            size_t at = block + (size_t)__builtin_ctz(hits);
            if (plain(context, p + at, text.len - at)) return at;
        }
        from = block + WIDE_BYTES;
    }
    return from;
}
WIDE static size_t stop_wide(slice text, size_t from) { return find_wide(text, from, stops_wide, is_stop, NULL); }
WIDE static size_t fold_wide(slice text, size_t from) { return find_wide(text, from, folds_wide, may_fold, NULL); }
WIDE static size_t set_wide(const struct scan_set *set, slice text, size_t from) {
    return find_wide(text, from, marked_wide, is_marked, set);
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
