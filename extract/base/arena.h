/* Memory with one lifetime. The run arena holds tables and rules; a report arena holds one document's text, candidates
 * and claims. Nothing is freed singly, but for what was handed out last; arena_reset makes everything handed out since invalid
 * and keeps the blocks, up to 32 MB of them. */
#ifndef SUANPAN_ARENA_H
#define SUANPAN_ARENA_H

#include "extract/base/slice.h"

#include <setjmp.h>

struct arena_block;
struct arena {
    struct arena_block *first, *current;
    size_t              used, total;   /* bytes used of the current block; bytes of all blocks */
    jmp_buf            *out_of_memory; /* where to go when malloc fails; NULL: print one line and exit(2) */
};

/* An arena holds no block before its first use. arena_free gives all blocks back, and it holds none again. */
void arena_init(struct arena *arena);
void arena_free(struct arena *arena);
void arena_reset(struct arena *arena);
/* What comes next, up to so many bytes, will lie in one block. */
void arena_reserve(struct arena *arena, size_t bytes);
/* Zeroed bytes, aligned for any type. Never NULL: see out_of_memory. */
void *arena_new(struct arena *arena, size_t bytes);
/* The same, not zeroed: for what is filled at once. */
void *arena_bare(struct arena *arena, size_t bytes);
/* Bytes not zeroed and not aligned: text. */
char *arena_text(struct arena *arena, size_t bytes);
/* A copy of `s` that lives as long as the arena, with a NUL behind it that len does not count. */
slice arena_copy(struct arena *arena, slice s);
/* printf into the arena, with a NUL behind it that len does not count. */
slice arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Gives back what was handed out from `end` on, where that lies in the block in use: what served to build what lies before. */
void arena_cut(struct arena *arena, const void *end);
/* Adds `more` to a text of `*used` bytes that grows in the arena; a NUL has room behind it. */
void arena_append(struct arena *arena, char **text, size_t *used, size_t *capacity, slice more);
/* Doubles an array in the arena: returns room for at least `need` items of `size` bytes, the first `count` kept. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t need, size_t size);

#define ARENA_ARRAY(arena, type, n) ((type *)arena_new((arena), (n) * sizeof(type)))
#define ARENA_BARE_ARRAY(arena, type, n) ((type *)arena_bare((arena), (n) * sizeof(type)))

/* Appends: ARENA_PUSH(arena, list.items, list.count, list.capacity, value). */
#define ARENA_PUSH(arena, items, count, capacity, value)                                                                       \
    ((count) < (capacity) ? 0                                                                                                  \
                          : ((items) = arena_grow((arena), (items), (count), &(capacity), (count) + 1, sizeof *(items)), 0),   \
     (items)[(count)++] = (value))

#endif
