/* Memory with one lifetime: zeroed, aligned, kept while it grows, and one way out when there is no more. */
#include "extract/base/arena.h"

#include <CUnit/CUnit.h>

#include "extract/base/banned.h"

static void new_memory_is_zeroed_and_aligned_even_after_a_reset(void) {
    struct arena arena;
    arena_init(&arena);
    for (int round = 0; round < 2; round++) {
        arena_text(&arena, 3);
        char *p = arena_new(&arena, 100);
        CU_ASSERT_EQUAL((uintptr_t)p % 16, 0);
        for (int i = 0; i < 100; i++) CU_ASSERT_EQUAL(p[i], 0);
        memset(p, 'x', 100);
        arena_reset(&arena);
    }
    arena_free(&arena);
}

static void pushed_items_stay_when_the_array_grows(void) {
    struct arena arena;
    uint64_t    *items = NULL;
    size_t       count = 0, capacity = 0;
    arena_init(&arena);
    for (uint64_t i = 0; i < 100000; i++) ARENA_PUSH(&arena, items, count, capacity, i * i);
    CU_ASSERT_EQUAL(count, 100000);
    CU_ASSERT(capacity >= count);
    for (uint64_t i = 0; i < 100000; i += 997) CU_ASSERT_EQUAL(items[i], i * i);
    arena_free(&arena);
}

static void blocks_are_kept_at_a_reset(void) {
    struct arena arena;
    arena_init(&arena);
    for (int round = 0; round < 5; round++) {
        arena_new(&arena, 1 << 20);
        arena_new(&arena, 100);
        arena_reset(&arena);
    }
    CU_ASSERT(arena.total < 4 << 20);
    arena_free(&arena);
    CU_ASSERT_EQUAL(arena.total, 0);
}

/* What is cut off is handed out again, and zero where that is asked for; what lies elsewhere is no end. */
static void what_was_handed_out_last_is_given_back(void) {
    struct arena arena, other;
    arena_init(&arena);
    arena_init(&other);
    char *kept = arena_bare(&arena, 100), *lost = arena_new(&arena, 1000);
    CU_ASSERT_EQUAL((uintptr_t)kept % 16, 0);
    memset(kept, 'x', 100);
    memset(lost, 'y', 1000);
    const size_t used = arena.used;
    arena_cut(&arena, arena_new(&other, 10));
    CU_ASSERT_EQUAL(arena.used, used);
    arena_cut(&arena, kept + 50);
    char  *again = arena_new(&arena, 1000);
    size_t wrong = 0;
    for (int i = 0; i < 1000; i++) wrong += again[i] != 0;
    for (int i = 0; i < 50; i++) wrong += kept[i] != 'x';
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(again >= kept + 50 && again < lost);
    arena_free(&arena);
    arena_free(&other);
}

/* On a large page of its own, zero also when it is used again, and not cut by what comes in between. */
static void what_is_reserved_lies_in_one_block(void) {
    enum { RESERVED = 5 << 20, PAGE = 2 << 20 };
    struct arena arena;
    arena_init(&arena);
    arena_text(&arena, 3);
    arena_reserve(&arena, RESERVED);
    for (int round = 0; round < 2; round++) {
        char *first = arena_new(&arena, 1 << 20), *last = arena_new(&arena, RESERVED - (1 << 20));
        if (round == 0) CU_ASSERT_EQUAL((uintptr_t)first % PAGE, 0);
        CU_ASSERT_PTR_EQUAL(last, first + (1 << 20));
        CU_ASSERT(first[0] == 0 && last[0] == 0 && last[RESERVED - (1 << 20) - 1] == 0);
        memset(first, 'x', RESERVED);
        arena_reset(&arena);
        arena_reserve(&arena, RESERVED);
    }
    arena_free(&arena);
}

static void copies_and_formats_end_in_nul(void) {
    struct arena arena;
    arena_init(&arena);
    slice copy = arena_copy(&arena, slice_sub(SLICE_LIT("处置舆情12起"), 0, 12)),
          text = arena_format(&arena, "%d %s", 12, "起");
    CU_ASSERT_STRING_EQUAL(copy.ptr, "处置舆情");
    CU_ASSERT_EQUAL(copy.len, 12);
    CU_ASSERT_STRING_EQUAL(text.ptr, "12 起");
    CU_ASSERT_EQUAL(arena_copy(&arena, SLICE_NONE).ptr[0], '\0');
    arena_free(&arena);
}

static void out_of_memory_jumps_where_it_is_told(void) {
    struct arena arena;
    jmp_buf      out;
    arena_init(&arena);
    arena.out_of_memory = &out;
    if (!setjmp(out)) {
        arena_new(&arena, SIZE_MAX / 2);
        CU_FAIL("SIZE_MAX / 2 bytes were found");
    } else {
        CU_PASS("jumped");
    }
    arena_free(&arena);
}

CU_TestInfo test_arena[] = {
    {"new_memory_is_zeroed_and_aligned_even_after_a_reset", new_memory_is_zeroed_and_aligned_even_after_a_reset},
    {"pushed_items_stay_when_the_array_grows", pushed_items_stay_when_the_array_grows},
    {"blocks_are_kept_at_a_reset", blocks_are_kept_at_a_reset},
    {"what_was_handed_out_last_is_given_back", what_was_handed_out_last_is_given_back},
    {"what_is_reserved_lies_in_one_block", what_is_reserved_lies_in_one_block},
    {"copies_and_formats_end_in_nul", copies_and_formats_end_in_nul},
    {"out_of_memory_jumps_where_it_is_told", out_of_memory_jumps_where_it_is_told},
    CU_TEST_INFO_NULL,
};
