/* Memory with one lifetime: blocks that double, handed out front to back, given back all at once. */
#define _DEFAULT_SOURCE /* madvise */

#include "extract/base/arena.h"

#include <stdarg.h>
#include <sys/mman.h>

#include "extract/base/banned.h"

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 8 * 1024 * 1024, MOST_KEPT = 8 * 1024 * 1024, HUGE_PAGE = 2 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size, dirty; /* bytes from `dirty` on were never handed out: zero, and no memory yet where it is large */
    _Alignas(16) char bytes[];
};

void arena_init(struct arena *arena) { *arena = (struct arena){0}; }

void arena_free(struct arena *arena) {
    for (struct arena_block *b = arena->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    arena_init(arena);
}

/* One huge document must not weigh on all that follow. */
static void shrink(struct arena *arena) {
    struct arena_block **at = &arena->first;
    size_t               kept = 0;
    while (*at) {
        struct arena_block *b = *at;
        if (kept + b->size <= MOST_KEPT) {
            kept += b->size;
            at = &b->next;
        } else {
            *at = b->next;
            free(b);
        }
    }
    arena->total = kept;
}

void arena_reset(struct arena *arena) {
    if (arena->total > MOST_KEPT) shrink(arena);
    arena->current = arena->first;
    arena->used = 0;
}

static void out_of_memory(struct arena *arena, size_t bytes) {
    if (arena->out_of_memory) longjmp(*arena->out_of_memory, 1);
    fprintf(stderr, "suanpan: out of memory for %zu bytes\n", bytes);
    exit(2);
}

/* To touch 4 MB for the first time takes 2 ms in pages of 4 KB and 0.2 ms in pages of 2 MB. The system gives these where a
 * block is a whole number of them, with what malloc puts in front. */
static struct arena_block *block_new(size_t size) {
    struct arena_block *b;
    size_t              front = sizeof *b + 4 * sizeof(size_t);
    if (size >= HUGE_PAGE / 2) size = (size + front + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE - front;
    b = calloc(1, sizeof *b + size);
    if (!b) return NULL;
    b->size = size;
#ifdef MADV_HUGEPAGE
    if (size >= HUGE_PAGE / 2) madvise((char *)b - (uintptr_t)b % 4096, front + size, MADV_HUGEPAGE);
#endif
    return b;
}

/* Makes a block with room for `bytes` the current one: the next block kept from before, or a new one behind it. */
static void next_block(struct arena *arena, size_t bytes) {
    struct arena_block *last = arena->current;
    while (last && last->next) {
        last = last->next;
        if (last->size >= bytes) {
            arena->current = last;
            arena->used = 0;
            return;
        }
    }
    size_t size = last ? last->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
    if (size < bytes) size = bytes;
    struct arena_block *b = block_new(size);
    if (!b) out_of_memory(arena, bytes);
    if (last)
        last->next = b;
    else
        arena->first = b;
    arena->current = b;
    arena->used = 0;
    arena->total += b->size;
}

void arena_reserve(struct arena *arena, size_t bytes) {
    if (!arena->current || arena->current->size - arena->used < bytes) next_block(arena, bytes);
}

/* The first byte of [at, at + bytes) of the current block, which is zero from `zero_from` on. */
static char *hand_out(struct arena *arena, size_t at, size_t bytes, size_t zero_from) {
    struct arena_block *b = arena->current;
    size_t              end = at + bytes, dirty = b->dirty < end ? b->dirty : end;
    if (zero_from < dirty) memset(b->bytes + zero_from, 0, dirty - zero_from);
    if (b->dirty < end) b->dirty = end;
    arena->used = end;
    return b->bytes + at;
}

/* `bytes` of which all behind the first `full` are zero. */
static char *take(struct arena *arena, size_t bytes, size_t full, size_t align) {
    size_t at = (arena->used + align - 1) & ~(align - 1);
    if (!arena->current || at > arena->current->size || bytes > arena->current->size - at) {
        if (bytes > SIZE_MAX / 4) out_of_memory(arena, bytes);
        next_block(arena, bytes);
        at = 0;
    }
    return hand_out(arena, at, bytes, at + full);
}

void *arena_new(struct arena *arena, size_t bytes) { return take(arena, bytes, 0, 16); }

char *arena_text(struct arena *arena, size_t bytes) { return take(arena, bytes, bytes, 1); }

slice arena_copy(struct arena *arena, slice s) {
    char *p = arena_text(arena, s.len + 1);
    if (s.len) memcpy(p, s.ptr, s.len);
    p[s.len] = '\0';
    return (slice){p, s.len};
}

slice arena_format(struct arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int   n = vsnprintf(NULL, 0, format, args);
    char *p = arena_text(arena, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return (slice){p, (size_t)n};
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t need, size_t size) {
    if (need <= *capacity) return items;
    size_t room = *capacity ? *capacity * 2 : 16;
    if (room < need) room = need;
    if (room > SIZE_MAX / 4 / size) out_of_memory(arena, need);
    size_t full = *capacity * size, start = arena->used - full;
    if (full && arena->used >= full && (char *)items == arena->current->bytes + start &&
        room * size <= arena->current->size - start) {
        hand_out(arena, start, room * size, start + full); /* it was the last that was handed out: it grows where it is */
        *capacity = room;
        return items;
    }
    void *bigger = take(arena, room * size, count * size, 16);
    if (count) memcpy(bigger, items, count * size);
    *capacity = room;
    return bigger;
}
