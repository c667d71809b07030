/* The column 邻 becomes a list of words, and a place in a text is held against it: with 前有 电 用电300度 is electricity,
 * with 后不接 山 五台山 is no 台. What the words mean is the business of the table that they stand in. */
#include "extract/words/neighbour.h"

#include "extract/words/headings.h"
#include "extract/words/scan.h"

#include "extract/base/banned.h"

/* The words that stand for a class of characters. */
#define NEIGHBOUR_SORTS(X) X(PUNCTUATION, "标点") X(DIGIT, "数字") X(LETTER, "字母")
#define SORT(name, word) SORT_##name,
enum sort { NEIGHBOUR_SORTS(SORT) SORT_WORD };
#undef SORT

#define WORD(name, word) SLICE_LIT(word),
static const slice side_words[] = {NEIGHBOUR_SIDES(WORD)}, sort_words[] = {NEIGHBOUR_SORTS(WORD)};
#undef WORD

/* How far back 前有 looks: thirty characters, not past the start of the sentence, and not past a comma either unless too
 * little stands behind it to say anything: 用电量增长3.2%，达30亿度 looks on. */
#define REACH 90
#define SAYS_NOTHING 12

/* Thousands of words are looked up, and most are of another length than any. */
static int index_of(const slice *words, int count, slice word) {
    for (int i = 0; i < count; i++)
        if (slice_equal(word, words[i])) return i;
    return -1;
}

/* Behind the words of its side: most cells have their sides in order. */
static void put(struct neighbours *out, struct neighbour *items, int side, slice word) {
    int               sort = index_of(sort_words, SORT_WORD, word);
    struct neighbour *item = &items[out->upto[side]];
    size_t            behind = out->upto[SIDES - 1] - out->upto[side];
    if (behind) memmove(item + 1, item, behind * sizeof *item);
    *item = (struct neighbour){word, (uint8_t)side, (uint8_t)(sort < 0 ? SORT_WORD : sort)};
    out->sides |= (uint16_t)(1u << side);
    for (; side < SIDES; side++) out->upto[side]++;
}

/* Where the character falls that an item wants next to the figure; 0 where it wants none there. */
static uint8_t sieve_of_item(const struct neighbour *item) {
    if (item->sort != SORT_WORD) return 0;
    if (item->side / 2 == SIDE_BEHIND / 2) return sieve_at(item->word, 0);
    return item->side / 2 == SIDE_GLUED / 2 ? sieve_before(item->word, item->word.len) : 0;
}

static void sieves_build(struct neighbours *out, struct arena *run) {
    uint8_t *sieves = out->upto[SIDES - 1] ? ARENA_ARRAY(run, uint8_t, out->upto[SIDES - 1]) : NULL;
    for (size_t i = 0; i < out->upto[SIDES - 1]; i++) {
        uint64_t bit = UINT64_C(1) << (sieves[i] = sieve_of_item(&out->items[i]));
        if (out->items[i].side / 2 == SIDE_BEHIND / 2) out->behind |= bit;
        if (out->items[i].side / 2 == SIDE_GLUED / 2) out->glued |= bit;
    }
    out->sieves = sieves;
}

bool neighbours_read(struct neighbours *out, const struct tsv *table, const struct tsv_row *row, int column, struct arena *run,
                     struct err *err) {
    slice             cell = tsv_cell(row, column), word;
    struct neighbour *items = cell.len ? ARENA_ARRAY(run, struct neighbour, 1 + slice_count(cell, ' ')) : NULL;
    int               side = -1;
    *out = (struct neighbours){.items = items};
    for (size_t at = 0; tsv_word(cell, &at, &word);) {
        int opened = index_of(side_words, SIDES, word);
        if (opened >= 0)
            side = opened;
        else if (slice_equal(word, SLICE_LIT(NEIGHBOUR_PREFIX)))
            out->prefix = true;
        else if (slice_equal(word, SLICE_LIT(NEIGHBOUR_TWINS)))
            out->twins = true;
        else if (side < 0)
            return err_set(err, ERR_RULE, table->path, row->line, tsv_place(row, cell),
                           "%s must open with one of%s, not with %.*s", COLUMN_NEAR, NEIGHBOUR_SIDES(LISTED), SLICE_ARG(word));
        else
            put(out, items, side, word);
    }
    sieves_build(out, run);
    return true;
}

static bool is_punctuation(uint32_t code) {
    if (code < 0x80) return !ascii_digit(code) && !ascii_letter(code);
    return (code >= 0xA0 && code < 0xB0) || (code >= 0x2000 && code <= 0x206F) || (code >= 0x3000 && code <= 0x303F) ||
           (code >= 0xFF00 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20) || (code >= 0xFF3B && code <= 0xFF40) ||
           (code >= 0xFF5B && code <= 0xFF65);
}

bool punctuation_at(slice text, size_t at) {
    size_t size;
    return at >= text.len || is_punctuation(utf8_decode(slice_from(text, at), &size));
}

static bool sort_behind(enum sort sort, slice word, slice text, size_t end) {
    switch (sort) {
    case SORT_PUNCTUATION: return punctuation_at(text, end);
    case SORT_DIGIT: return end < text.len && ascii_digit(text.ptr[end]);
    case SORT_LETTER: return end < text.len && ascii_letter((unsigned char)text.ptr[end]);
    default: return slice_starts(slice_from(text, end), word);
    }
}

static bool sort_glued(enum sort sort, slice word, slice text, size_t start) {
    switch (sort) {
    case SORT_PUNCTUATION: return start == 0 || punctuation_at(text, start - utf8_size_before(text, start));
    case SORT_DIGIT: return start > 0 && ascii_digit(text.ptr[start - 1]);
    case SORT_LETTER: return start > 0 && ascii_letter((unsigned char)text.ptr[start - 1]);
    default: return slice_ends(slice_sub(text, 0, start), word);
    }
}

/* What stands before `start` in its clause, at most REACH bytes. */
static slice clause_before(slice text, size_t start) {
    size_t from = start;
    while (from > 0 && start - from < REACH) {
        size_t size = utf8_size_before(text, from);
        slice  last = slice_sub(text, from - size, from);
        bool   comma = slice_equal(last, SLICE_LIT("，")) || slice_equal(last, SLICE_LIT(","));
        if (scan_stops(last) || *last.ptr == '\n' || (comma && start - from > SAYS_NOTHING)) break;
        from -= size;
    }
    return slice_sub(text, from, start);
}

/* 数为 十: the numeral is 十; 数为 数字: it opens with a digit. */
static bool sort_numeral(enum sort sort, slice word, slice numeral) {
    if (sort == SORT_DIGIT) return numeral.len > 0 && ascii_digit(numeral.ptr[0]);
    return slice_equal(slice_trim(numeral), word);
}

static bool meets(const struct neighbour *item, slice text, size_t start, size_t word, size_t end, slice before) {
    switch ((enum side)item->side) {
    case SIDE_BEHIND:
    case SIDE_NOT_BEHIND: return sort_behind(item->sort, item->word, text, end);
    case SIDE_GLUED:
    case SIDE_NOT_GLUED: return sort_glued(item->sort, item->word, text, start);
    case SIDE_NUMERAL:
    case SIDE_NOT_NUMERAL: return sort_numeral(item->sort, item->word, slice_sub(text, start, word));
    case SIDE_WITHIN:
    case SIDE_NOT_WITHIN: return slice_has(slice_sub(text, start, word), item->word);
    default: return slice_has(before, item->word);
    }
}

bool neighbours_meet(const struct neighbours *near, unsigned sides, slice text, size_t start, size_t word, size_t end) {
    slice before = SLICE_NONE;
    for (; sides; sides &= sides - 1) {
        int            side = __builtin_ctz(sides);
        bool           found = false, refusal = side & 1;
        const uint8_t *sieves = near->sieves, *at = side ? sieves + near->upto[side - 1] : sieves,
                      *behind = sieves + near->upto[side];
        int sieve = side / 2 == SIDE_BEHIND / 2  ? sieve_at(text, end)
                    : side / 2 == SIDE_GLUED / 2 ? sieve_before(text, start)
                                                 : 0;
        if (side <= SIDE_NOT_BEFORE && before.ptr == NULL) before = clause_before(text, start);
        for (; !found && (at = memchr(at, sieve, (size_t)(behind - at))) != NULL; at++)
            found = meets(&near->items[at - sieves], text, start, word, end, before);
        if (found == refusal) return false;
    }
    return true;
}
