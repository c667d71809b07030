/* Questions asked of 32 bytes at once where the machine can (AVX2), else of one byte after the other: one look answers all that
 * is asked of a text. */
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
    if (p[0] < 0x80) return p[0] == ';' || p[0] == '!' || p[0] == '?';
    if ((p[0] != 0xE3 && p[0] != 0xEF) || left < 3) return false;
    return p[0] == 0xE3 ? p[1] == 0x80 && p[2] == 0x82                                    /* 。 */
                        : p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9B || p[2] == 0x9F); /* ！；？ */
}

size_t scan_stop(slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !is_stop(p + from, text.len - from)) from += utf8_size(p[from]);
    return from < text.len ? from : text.len;
}

/* ！ ＂ ＇ （ ） ， ： ； ？ stay as they are; so do ［ ］ ｛ ｝. */
static const bool stays[64] = {[0x00] = true, [0x01] = true, [0x02] = true, [0x07] = true, [0x08] = true, [0x09] = true,
                               [0x0C] = true, [0x1A] = true, [0x1B] = true, [0x1F] = true, [0x3B] = true, [0x3D] = true};

static bool opens_gloss(unsigned char c) { return (unsigned)(c - 'a') < 26 || (unsigned)(c - 0xC3) < 7; } /* to U+024F */

static bool may_fold(const unsigned char *p, size_t left) {
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
    return p[2] == 0x88 && left > 3 && opens_gloss(p[3]);
}

bool scan_folds(slice text) { return text.len && may_fold((const unsigned char *)text.ptr, text.len); }

static bool is_marked(const struct scan_set *set, const unsigned char *p, size_t left) {
    size_t size;
    return (p[0] & 0xC0) != 0x80 && scan_set_holds(set, utf8_decode((slice){(const char *)p, left}, &size));
}

void scan_map_open(struct scan_map *map, size_t most, struct arena *arena) {
    map->words = arena_grow(arena, map->words, 0, &map->room, most / 64 + 3, sizeof *map->words);
    map->length = map->origin = 0;
    memset(map->words, 0, sizeof *map->words);
}

/* The words behind the last are never written but here, so that one may look across the end. */
static void map_close(struct scan_map *map, size_t length) {
    map->length = length;
    memset(map->words[(length + 63) / 64], 0, 2 * sizeof *map->words);
}

/* 64 bits from bit `at` on: the word behind is looked at even where all of them stand in one. */
static inline uint64_t bits_at(uint64_t (*words)[SCAN_KINDS], enum scan_kind kind, size_t at) {
    return words[at / 64][kind] >> at % 64 | words[at / 64 + 1][kind] << 1 << (63 - at % 64);
}
/* Puts bits behind the `at` that stand there. */
static inline void bits_put(uint64_t (*words)[SCAN_KINDS], enum scan_kind kind, size_t at, uint64_t bits) {
    words[at / 64][kind] |= bits << at % 64;
    words[at / 64 + 1][kind] = bits >> 1 >> (63 - at % 64);
}

void scan_map_copy(struct scan_map *map, const struct scan_map *from, size_t start, size_t end) {
    uint64_t(*to)[SCAN_KINDS] = map->words, (*words)[SCAN_KINDS] = from->words;
    size_t at = map->length, source = start + from->origin, left = end - start;
    map->length += left;
    for (; left > 64; left -= 64, at += 64, source += 64) {
        bits_put(to, SCAN_STOP, at, bits_at(words, SCAN_STOP, source));
        bits_put(to, SCAN_MARKED, at, bits_at(words, SCAN_MARKED, source));
    }
    if (left == 0) return;
    bits_put(to, SCAN_STOP, at, bits_at(words, SCAN_STOP, source) & UINT64_MAX >> (64 - left));
    bits_put(to, SCAN_MARKED, at, bits_at(words, SCAN_MARKED, source) & UINT64_MAX >> (64 - left));
}

void scan_map_byte(struct scan_map *map, bool marked) {
    size_t word = map->length / 64, shift = map->length++ % 64;
    map->words[word][SCAN_MARKED] |= (uint64_t)marked << shift;
    if (shift == 63) memset(map->words[word + 1], 0, sizeof *map->words);
}

void scan_map_plain(struct scan_map *map, const struct scan_set *set, slice text, struct arena *arena) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    scan_map_open(map, text.len, arena);
    for (size_t at = 0; at < text.len; at++) {
        uint64_t *word = map->words[at / 64];
        size_t    left = text.len - at;
        if (at % 64 == 0) memset(word, 0, sizeof *map->words);
        word[SCAN_STOP] |= (uint64_t)is_stop(p + at, left) << at % 64;
        word[SCAN_MARKED] |= (uint64_t)(set && is_marked(set, p + at, left)) << at % 64;
        word[SCAN_FOLD] |= (uint64_t)may_fold(p + at, left) << at % 64;
        word[SCAN_LINE] |= (uint64_t)(p[at] == '\n') << at % 64;
    }
    map_close(map, text.len);
}

/* What bytes of some characters have, a bit each: what a group of them lets pass. */
struct parts {
    uint16_t of[PARTS];
};

static struct parts parts_of(uint32_t code) {
    unsigned     second = 0x80 | (code >> 6 & 63), third = 0x80 | (code & 63);
    unsigned     part[PARTS] = {code >> 12, second & 15, second >> 4, third & 15, third >> 4};
    struct parts p;
    for (size_t i = 0; i < PARTS; i++) p.of[i] = (uint16_t)(1u << part[i]);
    return p;
}

static struct parts join(struct parts a, struct parts b) {
    for (size_t i = 0; i < PARTS; i++) a.of[i] |= b.of[i];
    return a;
}

/* How many characters pass. */
static unsigned breadth(struct parts p) {
    unsigned product = 1;
    for (size_t i = 0; i < PARTS; i++) product *= (unsigned)__builtin_popcount(p.of[i]);
    return product;
}

static void group_write(struct scan_set *set, size_t group, struct parts p) {
    struct scan_groups *to = &set->groups[group / 8];
    for (size_t i = 0; i < PARTS; i++)
        for (unsigned n = 0; n < 16; n++) to->part[i][n] |= (uint8_t)((p.of[i] >> n & 1u) << group % 8);
}

enum { GROUPS = 8 * SCAN_TABLES, MOST_PAIRS = 0x10000 >> 6 };

/* Characters that share all bytes but the last stay together. The broadest of such sets first, each goes to the group that
 * it widens least. */
static void groups_build(struct scan_set *set, struct parts *sets, size_t count) {
    struct parts groups[GROUPS] = {{{0}}};
    unsigned     broad[MOST_PAIRS], width[GROUPS] = {0};
    for (size_t i = 0; i < count; i++) broad[i] = breadth(sets[i]);
    for (; count > 0; count--) {
        size_t   broadest = 0, best = 0;
        unsigned least = UINT32_MAX;
        for (size_t i = 1; i < count; i++)
            if (broad[i] > broad[broadest]) broadest = i;
        for (size_t g = 0; g < GROUPS; g++) {
            unsigned widened = breadth(join(groups[g], sets[broadest])) - width[g];
            if (widened < least) least = widened, best = g;
        }
        groups[best] = join(groups[best], sets[broadest]);
        width[best] += least;
        sets[broadest] = sets[count - 1];
        broad[broadest] = broad[count - 1];
    }
    for (size_t g = 0; g < GROUPS; g++) group_write(set, g, groups[g]);
}

/* A row of ASCII has a bit of its own, but the last two; of two bytes any may pass. */
static void leads_add(struct scan_leads *leads, uint32_t code) {
    enum { TWO_BYTES = 0x80, LAST_ROW = 0x40 };
    bool    two = code >= 0x80;
    uint8_t bit = two ? TWO_BYTES : code >> 4 > 6 ? LAST_ROW : (uint8_t)(1u << (code >> 4));
    if (!two) leads->row[code >> 4] |= bit;
    if (!two) leads->column[code & 15] |= bit;
    if (two) leads->row[12] |= bit, leads->row[13] |= bit;
    for (size_t i = 0; two && i < 16; i++) leads->column[i] |= bit;
}

void scan_set_build(struct scan_set *set, const uint32_t *codes, size_t count) {
    struct parts sets[MOST_PAIRS];
    size_t       n = 0;
    uint32_t     last = 0;
    *set = (struct scan_set){0};
    for (size_t i = 0; i < count; i++) {
        uint32_t code = codes[i];
        set->bits[code / 64] |= (uint64_t)1 << code % 64;
        if (code < 0x800) {
            leads_add(&set->leads, code);
            continue;
        }
        if (code >> 6 == last)
            sets[n - 1] = join(sets[n - 1], parts_of(code));
        else
            sets[n++] = parts_of(code);
        last = code >> 6;
    }
    groups_build(set, sets, n);
}

/* ---- 32 bytes at once ---- */

#if HAS_WIDE

enum { WIDE_BYTES = 32 };

WIDE_INLINE __m256i load(const unsigned char *p) { return _mm256_loadu_si256((const __m256i *)(const void *)p); }
WIDE_INLINE __m256i all(int byte) { return _mm256_set1_epi8((char)byte); }
WIDE_INLINE __m256i equal(__m256i bytes, int byte) { return _mm256_cmpeq_epi8(bytes, all(byte)); }
WIDE_INLINE __m256i lower(__m256i bytes) { return _mm256_and_si256(bytes, all(15)); }
WIDE_INLINE __m256i upper(__m256i bytes) { return lower(_mm256_srli_epi16(bytes, 4)); }
#define AND _mm256_and_si256
#define OR _mm256_or_si256

/* Each byte's entry of a table of sixteen; 0 where its index has the highest bit. */
WIDE_INLINE __m256i told_by(const uint8_t *table, __m256i index) {
    __m256i both = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)table));
    return _mm256_shuffle_epi8(both, index);
}

/* 32 places of a text, and what the questions ask of the bytes there and behind: E0 to EF of the first byte become 70 to 7F,
 * all others have the highest bit; of the second and the third both halves. */
struct places {
    __m256i first, second, third, lead, halves[4];
};
WIDE_INLINE struct places places_at(const unsigned char *p) {
    struct places at = {.first = load(p), .second = load(p + 1), .third = load(p + 2)};
    at.lead = _mm256_adds_epu8(_mm256_add_epi8(at.first, all(0x20)), all(0x70));
    at.halves[0] = lower(at.second);
    at.halves[1] = upper(at.second);
    at.halves[2] = lower(at.third);
    at.halves[3] = upper(at.third);
    return at;
}

/* Groups that the character at each place may be of. */
WIDE_INLINE __m256i groups_wide(const struct scan_groups *g, const struct places *at) {
    __m256i second = AND(told_by(g->part[1], at->halves[0]), told_by(g->part[2], at->halves[1]));
    __m256i third = AND(told_by(g->part[3], at->halves[2]), told_by(g->part[4], at->halves[3]));
    return AND(told_by(g->part[0], at->lead), AND(second, third));
}
/* A bit for each byte that has none. */
WIDE_INLINE uint32_t no_bits(__m256i bytes) {
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_setzero_si256()));
}

/* Stops and what folds by itself. Bits: 1 。 · 2 ！；？, and three that fold · 4 EF BD 8x and 9x · 8 E2 80 8x, E2 81 Ax · 10
 * the blank E3 80 80 · 20 EF BC 8x, （ before whatever · 40 EF BC 9x · 80 EF BB to BD, Ax and Bx. */
enum { STOPS = 0x03, FOLDS = 0xFC };
static const struct scan_groups signs = {
    {{0x00, 0x00, 0x08, 0x11, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xE6},
     {0x19, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0xE2, 0x84, 0x00, 0x00},
     {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x19, 0x00, 0x00, 0xE6, 0x00, 0x00, 0x00, 0x00},
     {0xFC, 0xCE, 0xCD, 0xEC, 0xEC, 0xEC, 0xEC, 0xCC, 0xEC, 0xCC, 0xAC, 0xAE, 0xCC, 0xEC, 0xEC, 0xAE},
     {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x3F, 0x46, 0x88, 0x80, 0x00, 0x00, 0x00, 0x00}}};

/* The same of ; ! ? and of what folds by its first byte alone, by both halves of it. Bits: 1 ; ? · 2 ! · 4 a control or the
 * lead of two bytes · 8 a blank or ( · 10 <. */
static const struct scan_leads sign_leads = {{14, 6, 4, 4, 4, 4, 4, 4, 12, 4, 4, 5, 20, 4, 4, 5},
                                             {[0] = 4, [1] = 4, [2] = 10, [3] = 17, [12] = 4, [13] = 4}};

WIDE_INLINE __m256i leads_wide(const struct scan_leads *l, __m256i column, __m256i row) {
    return AND(told_by(l->column, column), told_by(l->row, row));
}

/* The answers for 32 places, a bit where it is no. */
struct answers {
    uint64_t of[SCAN_KINDS];
};
WIDE_INLINE struct answers answers_at(const struct scan_set *set, const unsigned char *p) {
    struct places at = places_at(p);
    __m256i       column = lower(at.first), row = upper(at.first);
    __m256i       sign = OR(groups_wide(&signs, &at), leads_wide(&sign_leads, column, row));
    __m256i       marked = leads_wide(&set->leads, column, row);
    for (size_t i = 0; i < SCAN_TABLES; i++) marked = OR(marked, groups_wide(&set->groups[i], &at));
    uint32_t lines = (uint32_t)_mm256_movemask_epi8(equal(at.first, '\n'));
    return (struct answers){
        {no_bits(AND(sign, all(STOPS))), no_bits(marked), no_bits(AND(sign, all(FOLDS))), (uint32_t)~lines}};
}
WIDE_INLINE void word_wide(uint64_t *word, const struct scan_set *set, const unsigned char *p) {
    struct answers low = answers_at(set, p), high = answers_at(set, p + WIDE_BYTES);
    for (size_t i = 0; i < SCAN_KINDS; i++) word[i] = ~(low.of[i] | high.of[i] << WIDE_BYTES);
    word[SCAN_STOP] &= ~word[SCAN_FOLD];
}

/* Near the end of what may be touched the last word or two are looked at in a copy. */
WIDE static void map_wide(struct scan_map *map, const struct scan_set *set, slice text, size_t behind) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    unsigned char        rest[SCAN_BEHIND];
    for (size_t at = 0; at < text.len; at += 64) {
        const unsigned char *here = p + at;
        size_t               left = text.len - at;
        if (left + behind < sizeof rest) {
            memset(rest, 0, sizeof rest);
            here = memcpy(rest, here, left < sizeof rest ? left : sizeof rest);
        }
        word_wide(map->words[at / 64], set, here);
    }
    map_close(map, text.len);
    if (text.len % 64)
        for (size_t i = 0; i < SCAN_KINDS; i++) map->words[text.len / 64][i] &= ~(UINT64_MAX << text.len % 64);
}

static bool has_wide(void) { return __builtin_cpu_supports("avx2"); }

#else
static bool has_wide(void) { return false; }
static void map_wide(struct scan_map *map, const struct scan_set *set, slice text, size_t behind) {
    (void)map, (void)set, (void)text, (void)behind;
}
#endif

void scan_map(struct scan_map *map, const struct scan_set *set, slice text, size_t behind, struct arena *arena) {
    static const struct scan_set none;
    if (!has_wide()) {
        scan_map_plain(map, set, text, arena);
        return;
    }
    scan_map_open(map, text.len, arena);
    map_wide(map, set ? set : &none, text, behind);
}
