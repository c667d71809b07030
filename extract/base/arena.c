/* Memory with one lifetime: blocks that double, handed out front to back, given back all at once. */
#define _DEFAULT_SOURCE /* madvise */

#include "extract/base/arena.h"

#include <stdarg.h>
#include <sys/mman.h>

#include "extract/base/banned.h"

/* READ_ON: text that ends with a block may be read in pieces that reach behind it. */
enum {
    FIRST_BLOCK = 64 * 1024,
    LARGEST_BLOCK = 8 * 1024 * 1024,
    MOST_KEPT = 8 * 1024 * 1024,
    HUGE_PAGE = 2 * 1024 * 1024,
    READ_ON = 64
};

struct arena_block {
    struct arena_block *next;
    size_t start, end, dirty; /* bytes from `dirty` on were never handed out: zero, and no memory yet where it is large */
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
        if (kept + b->end - b->start <= MOST_KEPT) {
            kept += b->end - b->start;
            at = &b->next;
        } else {
            *at = b->next;
            free(b);
        }
    }
    arena->total = kept;
}

static void make_current(struct arena *arena, struct arena_block *b) {
    arena->current = b;
    arena->used = b ? b->start : 0;
}

void arena_reset(struct arena *arena) {
    if (arena->total > MOST_KEPT) shrink(arena);
    make_current(arena, arena->first);
}

static void out_of_memory(struct arena *arena, size_t bytes) {
    if (arena->out_of_memory) longjmp(*arena->out_of_memory, 1);
    fprintf(stderr, "suanpan: out of memory for %zu bytes\n", bytes);
    exit(2);
}

/* To touch 4 MB for the first time takes 2 ms in pages of 4 KB and 0.2 ms in pages of 2 MB, which the system gives to what was
 * not touched before: a large block starts where such a page does, behind its own head and malloc's. */
static struct arena_block *block_new(size_t size) {
    size_t              front = size < 2 * HUGE_PAGE ? 0 : HUGE_PAGE;
    struct arena_block *b = calloc(1, sizeof *b + front + size + READ_ON);
    if (!b) return NULL;
    if (front) b->start = HUGE_PAGE - (uintptr_t)b->bytes % HUGE_PAGE;
    b->end = b->start + size;
#ifdef MADV_HUGEPAGE
    if (front) madvise(b->bytes + b->start, size, MADV_HUGEPAGE);
#endif
    return b;
}

/* Makes a block with room for `bytes` the current one: the next block kept from before, or a new one behind it. */
static void next_block(struct arena *arena, size_t bytes) {
    struct arena_block *last = arena->current;
    while (last && last->next) {
        last = last->next;
        if (last->end - last->start >= bytes) {
            make_current(arena, last);
            return;
        }
    }
    size_t size = last ? (last->end - last->start) * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK) size = LARGEST_BLOCK;
    if (size < bytes) size = bytes;
    struct arena_block *b = block_new(size);
    if (!b) out_of_memory(arena, bytes);
    if (last)
        last->next = b;
    else
        arena->first = b;
    make_current(arena, b);
    arena->total += size;
}

void arena_reserve(struct arena *arena, size_t bytes) {
    if (!arena->current || arena->current->end - arena->used < bytes) next_block(arena, bytes);
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
    if (!arena->current || at > arena->current->end || bytes > arena->current->end - at) {
        if (bytes > SIZE_MAX / 4) out_of_memory(arena, bytes);
        next_block(arena, bytes);
        at = arena->used;
    }
    return hand_out(arena, at, bytes, at + full);
}

void arena_cut(struct arena *arena, const void *end) {
    const struct arena_block *b = arena->current;
    const uintptr_t           at = (uintptr_t)end, first = (uintptr_t)b->bytes;
    if (at >= first + b->start && at < first + arena->used) arena->used = at - first;
}

void *arena_new(struct arena *arena, size_t bytes) { return take(arena, bytes, 0, 16); }

void *arena_bare(struct arena *arena, size_t bytes) { return take(arena, bytes, bytes, 16); }

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
        room * size <= arena->current->end - start) {
        hand_out(arena, start, room * size, start + full); /* it was the last that was handed out: it grows where it is */
        *capacity = room;
        return items;
    }
    void *bigger = take(arena, room * size, count * size, 16);
    if (count) memcpy(bigger, items, count * size);
    *capacity = room;
    return bigger;
}

void arena_append(struct arena *arena, char **text, size_t *used, size_t *capacity, slice more) {
    *text = arena_grow(arena, *text, *used, capacity, *used + more.len + 1, 1);
    if (more.len) memcpy(*text + *used, more.ptr, more.len);
    *used += more.len;
}
