/* Reports become a text far larger than the caches: make_text MEGABYTES dense|sparse FILE... >text
 * Each pass over the sentences of the files puts them into new lines in a new order, as reports would have them: a text that
 * merely repeats itself teaches the branch predictor. `sparse` keeps one sentence in twenty of those that hold a numeral.
 * The same files give the same text. */
#include "extract/base/arena.h"
#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum { LARGEST_FILE = 64 << 20, SENTENCES_A_LINE = 6, ONE_IN = 20 };

struct sentences {
    slice *items;
    size_t count, capacity;
};

static uint64_t state = 20240305;

/* xorshift64*: enough to shuffle, the same everywhere. */
static uint64_t next_random(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 2685821657736338717u;
}

static bool has_numeral(slice s) {
    static const char *const han[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两"};
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') return true;
    for (size_t i = 0; i < sizeof han / sizeof *han; i++)
        if (slice_find(s, slice_of(han[i]), 0) != SIZE_MAX) return true;
    return false;
}

/* Cuts at 。 and line ends; shorter than two characters is no sentence. */
static void cut(struct sentences *out, slice text, bool sparse, struct arena *arena) {
    static size_t dense_seen;
    while (text.len) {
        size_t stop = slice_find(text, SLICE_LIT("。"), 0), line = slice_find(text, SLICE_LIT("\n"), 0);
        size_t end = stop < line ? stop + 3 : line == SIZE_MAX ? text.len : line;
        slice  sentence = slice_trim(slice_sub(text, 0, end));
        text = slice_from(text, end < text.len && text.ptr[end] == '\n' ? end + 1 : end);
        if (sentence.len < 6 || (sparse && has_numeral(sentence) && dense_seen++ % ONE_IN)) continue;
        ARENA_PUSH(arena, out->items, out->count, out->capacity, sentence);
    }
}

static void shuffle(struct sentences *s) {
    for (size_t i = s->count; i > 1; i--) {
        size_t j = next_random() % i;
        slice  kept = s->items[i - 1];
        s->items[i - 1] = s->items[j];
        s->items[j] = kept;
    }
}

/* One pass in a new order; a line is one to six sentences. */
static size_t write_pass(const struct sentences *s) {
    size_t written = 0;
    for (size_t i = 0; i < s->count; i++) {
        bool last = i + 1 == s->count || next_random() % SENTENCES_A_LINE == 0;
        written += fwrite(s->items[i].ptr, 1, s->items[i].len, stdout) + last;
        if (last) putchar('\n');
    }
    return written;
}

int main(int argc, char **argv) {
    struct arena     arena;
    struct sentences all = {0};
    int              megabytes = argc > 3 ? slice_int(slice_of(argv[1])) : -1;
    if (megabytes < 1) return fputs("make_text MEGABYTES dense|sparse FILE...\n", stderr), 2;
    arena_init(&arena);
    for (int i = 3; i < argc; i++) {
        struct err err = {0};
        slice      text;
        if (!file_load(&text, argv[i], LARGEST_FILE, &arena, &err)) return err_print(&err), 2;
        if (utf8_validate(text) == text.len) cut(&all, text, !strcmp(argv[2], "sparse"), &arena);
    }
    if (all.count == 0) return fputs("make_text: no sentence in these files\n", stderr), 2;
    for (size_t written = 0; written < (size_t)megabytes * 1000000; written += write_pass(&all)) shuffle(&all);
    arena_free(&arena);
    return fflush(stdout) ? 2 : 0;
}
