/* 旅客吞吐量 and 机场旅客吞吐量 share 旅客, 客吞, 吞吐, 吐量: postings, sorted, bring them together. Decides nothing of them.
 */
#include "export/series/pairs.h"

#include <stdlib.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    POSTINGS = 48, /* what more share tells little */
    NEIGHBOURS = 4,
};

size_t postings_of(struct posting *out, slice text, slice wording, uint32_t place) {
    size_t   n = 0, size;
    uint32_t before = 0;
    for (size_t at = 0; at < wording.len && n < POSTINGS_OF_WORDING; at += size) {
        uint32_t code = utf8_decode(slice_from(wording, at), &size);
        if (before) out[n++] = (struct posting){text, (uint64_t)before << 32 | code, place};
        before = code;
    }
    return n;
}

static int by_posting(const void *a, const void *b) {
    const struct posting *x = a, *y = b;
    if (x->pair != y->pair) return ORDER(x->pair, y->pair);
    int order = slice_compare(x->text, y->text);
    if (order) return order;
    return ORDER(x->place, y->place);
}

static bool one_posting(const struct posting *x, const struct posting *y) {
    return x->pair == y->pair && slice_equal(x->text, y->text);
}

void postings_sort(struct posting *postings, size_t n) {
    if (n) qsort(postings, n, sizeof *postings, by_posting);
}

size_t postings_alike(const struct posting *postings, size_t n) {
    size_t alike = 1;
    while (alike < n && one_posting(&postings[0], &postings[alike])) alike++;
    return alike;
}

void postings_pair(struct posting *postings, size_t n, void *context, pair_found found, struct arena *arena) {
    uint64_t *pairs = NULL; /* two places in one number */
    size_t    count = 0, capacity = 0;
    postings_sort(postings, n);
    for (size_t first = 0, end; first < n; first = end) {
        end = first + postings_alike(postings + first, n - first);
        size_t reach = end - first > POSTINGS ? NEIGHBOURS : end - first;
        for (size_t i = first; i < end; i++)
            for (size_t j = i + 1; j < end && j <= i + reach; j++)
                if (postings[i].place != postings[j].place)
                    ARENA_PUSH(arena, pairs, count, capacity, (uint64_t)postings[i].place << 32 | postings[j].place);
    }
    if (count) qsort(pairs, count, sizeof *pairs, order_64);
    for (size_t i = 0; i < count; i++)
        if (!i || pairs[i] != pairs[i - 1]) found(context, (uint32_t)(pairs[i] >> 32), (uint32_t)pairs[i]);
}
