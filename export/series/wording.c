/* Two wordings become a number: 旅客吞吐量 and 机场旅客吞吐量 are 81 alike. What is joined for it: series/likely.c. */
#include "export/series/wording.h"

#include "extract/base/banned.h"

size_t code_points(slice text, uint32_t *out, size_t limit) {
    size_t n = 0, size;
    for (size_t at = 0; at < text.len && n < limit; at += size) out[n++] = utf8_decode(slice_from(text, at), &size);
    return n;
}

enum { WORDING = 64 }; /* characters looked at: no row header is longer */

/* A wording as a sorted list: of its characters, or of its pairs of them. */
struct grams {
    uint64_t items[WORDING];
    size_t   count;
};

/* A wording is short: what comes is put where it belongs. */
static void grams_add(struct grams *grams, uint64_t gram) {
    size_t at = grams->count++;
    for (; at && grams->items[at - 1] > gram; at--) grams->items[at] = grams->items[at - 1];
    grams->items[at] = gram;
}

/* Size of the common part. */
static size_t common(const struct grams *a, const struct grams *b) {
    size_t i = 0, j = 0, same = 0;
    while (i < a->count && j < b->count)
        if (a->items[i] == b->items[j])
            same++, i++, j++;
        else if (a->items[i] < b->items[j])
            i++;
        else
            j++;
    return same;
}

static void ones_make(struct grams *out, const uint32_t *codes, size_t n) {
    out->count = 0;
    for (size_t i = 0; i < n; i++) grams_add(out, codes[i]);
}

static void twos_make(struct grams *out, const uint32_t *codes, size_t n) {
    out->count = 0;
    for (size_t i = 0; i + 1 < n; i++) grams_add(out, (uint64_t)codes[i] << 32 | codes[i + 1]);
}

typedef void (*grams_maker)(struct grams *out, const uint32_t *codes, size_t n);

/* How many of the grams of two wordings are in both. */
static size_t grams_shared(grams_maker make, const uint32_t *a, size_t n, const uint32_t *b, size_t m) {
    struct grams x, y;
    make(&x, a, n);
    make(&y, b, m);
    return common(&x, &y);
}

int wording_similarity(slice a, slice b) {
    uint32_t x[WORDING], y[WORDING];
    size_t   n = code_points(a, x, WORDING), m = code_points(b, y, WORDING);
    if (!n || !m) return 0;
    size_t one = 200 * grams_shared(ones_make, x, n, y, m) / (n + m);
    size_t two = n + m > 2 ? 200 * grams_shared(twos_make, x, n, y, m) / (n + m - 2) : one;
    return (int)((one + two) / 2);
}

/* The next word of a list, 城镇·就业·新增 → 城镇; empty at its end. */
static slice next_word(slice words, size_t *at) {
    size_t from = *at, end = slice_find(words, SLICE_LIT("·"), from);
    if (end == SIZE_MAX) end = words.len;
    *at = end + 2;
    return from < end ? slice_sub(words, from, end) : SLICE_NONE;
}

bool words_within(slice words, slice text) {
    for (size_t at = 0; at < words.len;)
        if (!slice_has(text, next_word(words, &at))) return false;
    return true;
}

bool words_nested(slice a, slice b) { return words_within(a, b) || words_within(b, a); }

bool wording_one_end(slice a, slice b) { return a.len && b.len && slice_equal(utf8_tail(a, 1), utf8_tail(b, 1)); }

bool wording_end_shared(slice a, slice b) {
    return a.len && b.len && (slice_has(b, utf8_tail(a, 2)) || slice_has(a, utf8_tail(b, 2)));
}

bool wording_pair_shared(slice a, slice b, slice besides) {
    size_t first, second;
    for (size_t at = 0; at < a.len; at += first) {
        slice rest = slice_from(a, at);
        utf8_decode(rest, &first);
        if (first == rest.len) return false;
        utf8_decode(slice_from(rest, first), &second);
        slice pair = slice_sub(rest, 0, first + second);
        if (slice_has(b, pair) && !slice_has(besides, pair)) return true;
    }
    return false;
}

bool wording_short_for(slice a, slice b) {
    uint32_t less[WORDING], more[WORDING];
    bool     shorter = a.len < b.len;
    size_t   n = code_points(shorter ? a : b, less, WORDING), m = code_points(shorter ? b : a, more, WORDING);
    size_t   at = 0, head = 0, tail = 0;
    if (n < 2 || n >= m || (less[n - 1] != more[m - 1] && less[n - 1] != more[m - 2])) return false;
    while (head < n && less[head] == more[head]) head++;
    while (tail < n && less[n - 1 - tail] == more[m - 1 - tail]) tail++;
    for (size_t i = 0; i < m && at < n; i++) at += less[at] == more[i];
    return at == n && head + tail < n;
}

bool wording_parted(slice a, slice b, size_t least) {
    uint32_t x[WORDING], y[WORDING];
    size_t   n = code_points(a, x, WORDING), m = code_points(b, y, WORDING);
    size_t   head = 0;
    while (head < n && head < m && x[head] == y[head]) head++;
    if (!n || !m || head == 1) return false;
    if (head) least = 2; /* 皮影作坊, 皮影工坊 */
    while (n > head + 1 && m > head + 1 && x[n - 1] == y[m - 1]) n--, m--;
    return n >= head + least && m >= head + least && !grams_shared(ones_make, x + head, n - head, y + head, m - head);
}

bool words_shared(slice a, slice b) {
    for (size_t at = 0; at < a.len;) {
        slice word = next_word(a, &at);
        for (size_t of_b = 0; of_b < b.len;)
            if (slice_equal(word, next_word(b, &of_b))) return true;
    }
    return false;
}

bool wording_within(slice a, slice b) {
    uint32_t x[WORDING], y[WORDING];
    size_t   n = code_points(a, x, WORDING), m = code_points(b, y, WORDING), same = grams_shared(ones_make, x, n, y, m);
    return same == n || same == m;
}

bool wording_covered(slice a, slice b) {
    uint32_t x[WORDING], y[WORDING];
    size_t   n = code_points(a, x, WORDING), m = code_points(b, y, WORDING), shorter = n < m ? n : m;
    return shorter && grams_shared(ones_make, x, n, y, m) * 4 >= shorter * 3;
}

bool sorted_within(slice a, slice b) {
    slice  less = a.len < b.len ? a : b, more = a.len < b.len ? b : a;
    size_t size_less, size_more;
    for (size_t i = 0, j = 0; i < less.len;) {
        uint32_t wanted = utf8_decode(slice_from(less, i), &size_less), met = 0;
        for (; j < more.len && met < wanted; j += size_more) met = utf8_decode(slice_from(more, j), &size_more);
        if (met != wanted) return false;
        i += size_less;
    }
    return true;
}

bool wording_in_order(slice less, slice more) {
    size_t at = 0, size, size_more;
    for (size_t from = 0; at < less.len && from < more.len; from += size_more)
        if (utf8_decode(slice_from(less, at), &size) == utf8_decode(slice_from(more, from), &size_more)) at += size;
    return at == less.len;
}

bool wording_shortened(slice a, slice b) {
    size_t n = utf8_count(a), m = utf8_count(b), shorter = n < m ? n : m, longer = n < m ? m : n;
    return shorter >= 2 && (longer - shorter) * 5 <= longer * 3 && wording_within(a, b);
}
