/* Where a sorted array goes on from what is looked for. */
#ifndef SUANPAN_BOUND_H
#define SUANPAN_BOUND_H

#include <stddef.h>

/* The place of the first of `n` items, each `size` bytes and sorted, that is not before `wanted`; `n` when all are. `compare`
 * tells an item from it as bsearch's does, negative when the item stands before. */
static inline size_t first_not_before(const void *wanted, const void *items, size_t n, size_t size,
                                      int (*compare)(const void *item, const void *wanted)) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare((const char *)items + middle * size, wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
