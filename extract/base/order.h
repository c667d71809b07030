/* What qsort asks: which comes first. */
#ifndef SUANPAN_ORDER_H
#define SUANPAN_ORDER_H

#include <stdint.h>
#include <string.h>

/* Of two numbers, or places of one array. */
#define ORDER(x, y) (((x) > (y)) - ((x) < (y)))

static inline int order_int(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return ORDER(x, y);
}
static inline int order_32(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return ORDER(x, y);
}
static inline int order_64(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return ORDER(x, y);
}
/* Of two strings that end with NUL, by their bytes. */
static inline int order_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

#endif
