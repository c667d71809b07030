/* Questions asked of 64 bytes at once where the machine can (AVX2), else of one byte after the other: one look answers all that
 * is asked of a text. */
#include "extract/words/scan.h"

#include <limits.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_WIDE 1
#include <immintrin.h>
#define WIDE __attribute__((target("avx2")))
#define WIDE_INLINE static inline __attribute__((target("avx2"), always_inline))
#else
#define HAS_WIDE 0
#endif

#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- plain ---- */

static bool is_stop(const unsigned char *p, size_t left) {
    if (p[0] < 0x80) return p[0] == ';' || p[0] == '!' || p[0] == '?';
    if ((p[0] != 0xE3 && p[0] != 0xEF) || left < 3) return false;
    return p[0] == 0xE3 ? p[1] == 0x80 && p[2] == 0x82                                    /* 。 */
                        : p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9B || p[2] == 0x9F); /* ！；？ */
}

bool scan_stops(slice text) { return text.len && is_stop((const unsigned char *)text.ptr, text.len); }

size_t scan_stop(slice text, size_t from) {
    const unsigned char *p = (const unsigned char *)text.ptr;
    while (from < text.len && !is_stop(p + from, text.len - from)) from += utf8_size(p[from]);
    return from < text.len ? from : text.len;
}

/* ！ ＇ （ ） ， ： ； ？ stay as they are; so do ［ ］ ｛ ｝. */
static const bool stays[64] = {[0x01] = true, [0x07] = true, [0x08] = true, [0x09] = true, [0x0C] = true,
                               [0x1A] = true, [0x1B] = true, [0x1F] = true, [0x3B] = true, [0x3D] = true};

static bool opens_gloss(unsigned char c) { return (unsigned)(c - 'a') < 26 || (unsigned)(c - 0xC3) < 7; } /* to U+024F */

static bool may_fold(const unsigned char *p, size_t left) {
    if (p[0] <= ' ') return true;
    if (p[0] == 0xC2) return left > 1 && (p[1] == 0xA0 || p[1] == 0xAD || (p[1] == 0xB7 && left > 2 && p[2] != ' '));
    if (p[0] == '(') return left > 1 && opens_gloss(p[1]);
    if (p[0] == '*') return left > 1 && p[1] == '*';
    if (p[0] == '&') return left > 1 && ((unsigned)(p[1] - 'a') < 26 || p[1] == '#');
    if (p[0] == '\\' || p[0] == '$' || p[0] == '`' || p[0] == '"') return true;
    if (p[0] == 'O' || p[0] == 'o' || p[0] == 'l') return left > 1 && !opens_gloss(p[1]); /* 2O23年, l5万 */
    if (p[0] == '<') return left > 1 && ((unsigned)(p[1] - 'a') < 26 || p[1] == '/');
    if (left < 3) return false;
    unsigned cell = p[2] - 0x80u;
    if (p[0] == 0xE2) /* blanks and what nobody sees: U+2000 to 200F, 202A to 202F, 2060 to 206F; • and ‧ */
        return (p[1] == 0x80 && (cell < 0x10 || cell == 0x22 || cell == 0x27 || (cell >= 0x2A && cell < 0x30))) ||
               (p[1] == 0x81 && cell >= 0x20 && cell < 0x30);
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
/* Adds to a word, from bit `to` on, those of the bits from bit `at` on that `wanted` has. */
static inline void bits_put(uint64_t *word, size_t to, uint64_t (*words)[SCAN_KINDS], size_t at, uint64_t wanted) {
    word[SCAN_STOP] |= (bits_at(words, SCAN_STOP, at) & wanted) << to;
    word[SCAN_MARKED] |= (bits_at(words, SCAN_MARKED, at) & wanted) << to;
}
static inline uint64_t first_bits(size_t count) { return count ? UINT64_MAX >> (64 - count) : 0; }

/* What is left of the last word is filled up, then come whole words; the one behind is begun. */
void scan_map_copy(struct scan_map *map, const struct scan_map *from, size_t start, size_t end) {
    uint64_t(*words)[SCAN_KINDS] = from->words, *to = map->words[map->length / 64];
    size_t at = start + from->origin, left = end - start, used = map->length % 64, room = 64 - used;
    map->length += left;
    bits_put(to, used, words, at, left < room ? first_bits(left) : UINT64_MAX);
    if (left < room) return;
    for (at += room, left -= room, to += SCAN_KINDS; left >= 64; at += 64, left -= 64, to += SCAN_KINDS) {
        to[SCAN_STOP] = bits_at(words, SCAN_STOP, at);
        to[SCAN_MARKED] = bits_at(words, SCAN_MARKED, at);
    }
    to[SCAN_STOP] = to[SCAN_MARKED] = 0;
    bits_put(to, 0, words, at, first_bits(left));
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

/* The parts that some characters have, sixteen bits for each of the four: what a group of them lets pass. */
static uint64_t parts_of(uint32_t code) {
    unsigned part[SCAN_PARTS] = {code >> 12, code >> 6 & 15, code & 15, (code >> 10 & 3) | (code >> 2 & 12)};
    uint64_t parts = 0;
    for (size_t i = 0; i < SCAN_PARTS; i++) parts |= UINT64_C(1) << (16 * i + part[i]);
    return parts;
}

/* How many characters pass: the bits of all parts are counted at once. */
static unsigned breadth(uint64_t parts) {
    parts -= parts >> 1 & UINT64_C(0x5555555555555555);
    parts = (parts & UINT64_C(0x3333333333333333)) + (parts >> 2 & UINT64_C(0x3333333333333333));
    parts = (parts + (parts >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    parts = (parts + (parts >> 8)) & UINT64_C(0x001F001F001F001F);
    return (unsigned)((parts & 31) * (parts >> 16 & 31) * (parts >> 32 & 31) * (parts >> 48));
}

static void group_write(struct scan_set *set, size_t group, uint64_t parts) {
    struct scan_groups *to = &set->groups[group / 8];
    for (size_t i = 0; i < SCAN_PARTS; i++)
        for (unsigned n = 0; n < 16; n++) to->part[i][n] |= (uint8_t)((parts >> (16 * i + n) & 1u) << group % 8);
}

enum { GROUPS = 8 * SCAN_TABLES, MOST_PAIRS = 0x10000 >> 6 };

/* A group in the making, and the one before it that it is joined with at the least cost: characters that pass both together and
 * neither alone. */
struct group {
    uint64_t parts;
    unsigned breadth; /* of the parts */
    size_t   mate;
    int      cost;
};

static void set_parts(struct group *group, uint64_t parts) {
    group->parts = parts;
    group->breadth = breadth(parts);
}

static void compare_mate(struct group *groups, size_t i, size_t mate) {
    unsigned together = breadth(groups[i].parts | groups[mate].parts);
    int      cost = (int)(together - groups[i].breadth - groups[mate].breadth);
    if (cost < groups[i].cost) groups[i].cost = cost, groups[i].mate = mate;
}

static void find_mate(struct group *groups, size_t i) {
    groups[i].cost = INT_MAX;
    for (size_t k = 0; k < i; k++) compare_mate(groups, i, k);
}

/* Characters that share all bytes but the last stay together. Where there are more such groups than bits, those two become one
 * that let the fewest others pass. */
static void groups_build(struct scan_set *set, struct group *groups, size_t count) {
    for (size_t i = 0; i < count; i++) find_mate(groups, i);
    while (count > GROUPS) {
        size_t gone = 1;
        for (size_t i = 2; i < count; i++)
            if (groups[i].cost < groups[gone].cost) gone = i;
        size_t joined = groups[gone].mate;
        set_parts(&groups[joined], groups[joined].parts | groups[gone].parts);
        set_parts(&groups[gone], groups[--count].parts);
        for (size_t i = joined; i < count; i++)
            if (i == joined || i == gone || groups[i].mate == joined || groups[i].mate == gone)
                find_mate(groups, i);
            else
                compare_mate(groups, i, joined);
    }
    for (size_t i = 0; i < count; i++) group_write(set, i, groups[i].parts);
}

/* What stops or folds by its first byte alone, by both halves of it. Bits: 1 ; ? · 2 ! · 4 a control · 8 a blank, " $ & ( *
 * or ` · 10 < or \ · 80 any lead of two bytes. Those of a set are 20, of the first four rows, and 40. */
#define SIGN_LEADS                                                                                                             \
    {                                                                                                                          \
        {0x8E, 0x86, 0x8C, 0x84, 0x8C, 0x84, 0x8C, 0x84, 0x8C, 0x84, 0x8C, 0x85, 0x94, 0x84, 0x84, 0x8D}, {                    \
            [0] = 4, [1] = 4, [2] = 10, [3] = 17, [4] = 8, [5] = 16, [6] = 24, [12] = 0x80, [13] = 0x80                        \
        }                                                                                                                      \
    }
enum { LEAD_STOPS = 0x03, LEAD_FOLDS = 0x9C, LEAD_MARKS = 0xE0 };
static const struct scan_set none = {.leads = SIGN_LEADS};

static void leads_add(struct scan_leads *leads, uint32_t code) {
    uint8_t bit = code < 0x40 ? 0x20 : 0x40;
    if (code >= 0x80) return; /* any of two bytes passes */
    leads->row[code >> 4] |= bit;
    leads->column[code & 15] |= bit;
}

/* The characters that have these letters, and those that fold to them, in ascending order. Returns how many. */
static size_t codes_of(uint32_t *codes, const struct alphabet *a, const bool *wanted) {
    size_t count = 0;
    for (size_t letter = 1; letter < a->count; letter++) {
        if (!wanted[letter] || a->codes[letter] > 0xFFFF) continue;
        codes[count++] = a->codes[letter];
        if (a->codes[letter] - '!' < FULL_WIDTH) codes[count++] = a->codes[letter] + TO_FULL_WIDTH;
    }
    for (size_t i = 0; i < a->twin_count; i++)
        if (wanted[letter_of(a, a->twins[i])] && a->twins[i] <= 0xFFFF) codes[count++] = a->twins[i];
    if (count) qsort(codes, count, sizeof *codes, order_32);
    return count;
}

void scan_set_build(struct scan_set *set, const struct alphabet *alphabet, const bool *wanted, struct arena *arena) {
    uint32_t    *codes = ARENA_ARRAY(arena, uint32_t, alphabet->count + alphabet->twin_count + FULL_WIDTH);
    const size_t count = codes_of(codes, alphabet, wanted);
    struct group groups[MOST_PAIRS];
    size_t       n = 0;
    uint32_t     last = 0;
    *set = none;
    for (size_t i = 0; i < count; i++) {
        uint32_t code = codes[i];
        set->bits[code / 64] |= (uint64_t)1 << code % 64;
        if (code < 0x800) {
            leads_add(&set->leads, code);
            continue;
        }
        if (code >> 6 == last)
            set_parts(&groups[n - 1], groups[n - 1].parts | parts_of(code));
        else
            set_parts(&groups[n++], parts_of(code));
        last = code >> 6;
    }
    groups_build(set, groups, n);
}

/* ---- 64 bytes at once ---- */

#if HAS_WIDE

enum { WIDE_BYTES = 32 };

WIDE_INLINE __m256i load(const unsigned char *p) { return _mm256_loadu_si256((const __m256i *)(const void *)p); }
WIDE_INLINE __m256i all(int byte) { return _mm256_set1_epi8((char)byte); }
WIDE_INLINE __m256i equal(__m256i bytes, int byte) { return _mm256_cmpeq_epi8(bytes, all(byte)); }

/* A byte for each of 64 places of a text. */
struct block {
    __m256i low, high;
};
WIDE_INLINE struct block block_at(const unsigned char *p) { return (struct block){load(p), load(p + WIDE_BYTES)}; }
WIDE_INLINE struct block both(struct block a, struct block b) {
    return (struct block){_mm256_and_si256(a.low, b.low), _mm256_and_si256(a.high, b.high)};
}
WIDE_INLINE struct block either(struct block a, struct block b) {
    return (struct block){_mm256_or_si256(a.low, b.low), _mm256_or_si256(a.high, b.high)};
}
WIDE_INLINE struct block only(struct block bytes, int bits) { return both(bytes, (struct block){all(bits), all(bits)}); }
/* These bits of each byte, which stand so many bits too high. */
WIDE_INLINE struct block bits_of(struct block bytes, int shift, int bits) {
    struct block moved = {_mm256_srli_epi16(bytes.low, shift), _mm256_srli_epi16(bytes.high, shift)};
    return only(moved, bits);
}
/* Each byte's entry of a table of sixteen; 0 where its index has the highest bit. */
WIDE_INLINE struct block told_by(const uint8_t *table, struct block index) {
    __m256i twice = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)table));
    return (struct block){_mm256_shuffle_epi8(twice, index.low), _mm256_shuffle_epi8(twice, index.high)};
}
/* E0 to EF become 70 to 7F, all others have the highest bit. */
WIDE_INLINE __m256i lead(__m256i first) { return _mm256_adds_epu8(_mm256_add_epi8(first, all(0x20)), all(0x70)); }

/* Parts of the characters of three bytes that stand at 64 places, as in struct scan_groups; elsewhere the first has the highest
 * bit. */
struct places {
    struct block part[SCAN_PARTS];
};
WIDE_INLINE struct places places_at(struct block first, const unsigned char *p) {
    struct block second = block_at(p + 1), third = block_at(p + 2);
    return (struct places){{{lead(first.low), lead(first.high)},
                            only(second, 15),
                            only(third, 15),
                            either(bits_of(second, 4, 3), bits_of(third, 2, 12))}};
}
/* Groups that the character at each place may be of. */
WIDE_INLINE struct block groups_wide(const struct scan_groups *g, const struct places *at) {
    struct block front = both(told_by(g->part[0], at->part[0]), told_by(g->part[1], at->part[1]));
    return both(front, both(told_by(g->part[2], at->part[2]), told_by(g->part[3], at->part[3])));
}
/* A bit for each byte that has one of these. */
WIDE_INLINE uint64_t any_bits(struct block bytes, int bits) {
    struct block  some = only(bytes, bits);
    const __m256i zero = _mm256_setzero_si256();
    uint32_t      low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(some.low, zero));
    return ~((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(some.high, zero)) << WIDE_BYTES | low);
}
WIDE_INLINE uint64_t line_ends(struct block bytes) {
    uint32_t low = (uint32_t)_mm256_movemask_epi8(equal(bytes.low, '\n'));
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(equal(bytes.high, '\n')) << WIDE_BYTES | low;
}

/* Stops and what folds by itself. Bits: 1 。 · 2 ！；？, and three that fold · 4 EF BD 8x and 9x · 8 E2 80 and 81, 8x and Ax ·
 * 10 the blank E3 80 80 · 20 EF BC 8x, （ before whatever · 40 EF BC 9x · 80 EF BB to BD, Ax and Bx. */
enum { STOPS = 0x03, FOLDS = 0xFC };
static const struct scan_groups signs = {
    {{0x00, 0x00, 0x08, 0x11, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xE6},
     {0x19, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0xE2, 0x84, 0x00, 0x00},
     {0xFC, 0xCE, 0xED, 0xEC, 0xEC, 0xEC, 0xEC, 0xCC, 0xEC, 0xCC, 0xAC, 0xAE, 0xCC, 0xEC, 0xEC, 0xAE},
     {0x19, 0x00, 0x00, 0x26, 0x00, 0x00, 0x00, 0x46, 0x08, 0x00, 0x00, 0x80, 0x00, 0x00, 0x00, 0x80}}};

/* The answers for 64 bytes. */
WIDE_INLINE void word_wide(uint64_t *word, const struct scan_set *set, const unsigned char *p) {
    struct block  first = block_at(p);
    struct places at = places_at(first, p);
    struct block  lead = both(told_by(set->leads.column, only(first, 15)), told_by(set->leads.row, bits_of(first, 4, 15)));
    struct block  sign = either(groups_wide(&signs, &at), only(lead, LEAD_STOPS | LEAD_FOLDS));
    struct block  marked = only(lead, LEAD_MARKS);
    for (size_t i = 0; i < SCAN_TABLES; i++) marked = either(marked, groups_wide(&set->groups[i], &at));
    word[SCAN_FOLD] = any_bits(sign, FOLDS);
    word[SCAN_STOP] = any_bits(sign, STOPS | FOLDS) & ~word[SCAN_FOLD];
    word[SCAN_MARKED] = any_bits(marked, 0xFF);
    word[SCAN_LINE] = line_ends(first);
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
    if (!has_wide()) {
        scan_map_plain(map, set, text, arena);
        return;
    }
    scan_map_open(map, text.len, arena);
    map_wide(map, set ? set : &none, text, behind);
}
