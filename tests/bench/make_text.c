/* Reports become a text far larger than the caches: make_text MEGABYTES dense|sparse|law|articles FILE... >text
 * Each pass over the sentences of the files puts them into new lines in a new order, as reports would have them: a text that
 * merely repeats itself teaches the branch predictor. `sparse` keeps one sentence in twenty of those that hold a numeral; `law`
 * keeps those that hold none but 一 (统一, 进一步) and makes each line an article: 第三百二十一条　…, with next to nothing to
 * find; `articles` are the same of all sentences without digits: 三位一体, 十分, 双千计划. The same files give the same text.
 */
#include "extract/base/arena.h"
#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum { LARGEST_FILE = 64 << 20, SENTENCES_A_LINE = 6, ONE_IN = 20, MOST_ARTICLES = 999 };
enum kind { DENSE, SPARSE, LAW, ARTICLES, KINDS };
static const char *const kinds[KINDS] = {"dense", "sparse", "law", "articles"};

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

static const char *const han[] = {"零", "一", "二", "三", "四", "五", "六", "七",
                                  "八", "九", "十", "百", "千", "万", "亿", "两"};

static bool has_digit(slice s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') return true;
    return false;
}

/* A digit, or a Han numeral from han[from] on. */
static bool has_numeral(slice s, size_t from) {
    if (has_digit(s)) return true;
    for (size_t i = from; i < sizeof han / sizeof *han; i++)
        if (slice_find(s, slice_of(han[i]), 0) != SIZE_MAX) return true;
    return false;
}

static bool is_kept(slice sentence, enum kind kind) {
    static size_t dense_seen;
    if (kind == LAW) return !has_numeral(sentence, 2);
    if (kind == ARTICLES) return !has_digit(sentence);
    return kind == DENSE || !has_numeral(sentence, 1) || dense_seen++ % ONE_IN == 0;
}

/* Cuts at 。 and line ends; shorter than two characters is no sentence. */
static void cut(struct sentences *out, slice text, enum kind kind, struct arena *arena) {
    while (text.len) {
        size_t stop = slice_find(text, SLICE_LIT("。"), 0), line = slice_find(text, SLICE_LIT("\n"), 0);
        size_t end = stop < line ? stop + 3 : line == SIZE_MAX ? text.len : line;
        slice  sentence = slice_trim(slice_sub(text, 0, end));
        text = slice_from(text, end < text.len && text.ptr[end] == '\n' ? end + 1 : end);
        if (sentence.len < 6 || !is_kept(sentence, kind)) continue;
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

/* 第三百二十一条, with a broad blank or a plain one behind it: laws are written with both */
static size_t write_article(unsigned n) {
    const char *hundreds = n >= 100 ? han[n / 100] : "", *zero = n >= 100 && n % 100 && n % 100 < 10 ? han[0] : "";
    const char *tens = n / 10 % 10 > 1 || (n >= 100 && n / 10 % 10) ? han[n / 10 % 10] : "", *ones = n % 10 ? han[n % 10] : "";
    return (size_t)printf("第%s%s%s%s%s%s条%s", hundreds, n >= 100 ? "百" : "", zero, tens, n / 10 % 10 ? "十" : "", ones,
                          n % 2 ? "　" : " ");
}

/* One pass in a new order; a line is one to six sentences. */
static size_t write_pass(const struct sentences *s, enum kind kind) {
    static unsigned article;
    size_t          written = 0;
    bool            last = true;
    for (size_t i = 0; i < s->count; i++) {
        if (last && (kind == LAW || kind == ARTICLES)) written += write_article(article = article % MOST_ARTICLES + 1);
        last = i + 1 == s->count || next_random() % SENTENCES_A_LINE == 0;
        written += fwrite(s->items[i].ptr, 1, s->items[i].len, stdout) + last;
        if (last) putchar('\n');
    }
    return written;
}

int main(int argc, char **argv) {
    struct arena     arena;
    struct sentences all = {0};
    int              megabytes = argc > 3 ? slice_int(slice_of(argv[1])) : -1;
    int              kind = 0;
    while (argc > 3 && kind < KINDS && strcmp(argv[2], kinds[kind])) kind++;
    if (megabytes < 1 || kind == KINDS) return fputs("make_text MEGABYTES dense|sparse|law|articles FILE...\n", stderr), 2;
    arena_init(&arena);
    for (int i = 3; i < argc; i++) {
        struct err err = {0};
        slice      text;
        if (!file_load(&text, argv[i], LARGEST_FILE, &arena, &err)) return err_print(&err), 2;
        if (utf8_validate(text) == text.len) cut(&all, text, (enum kind)kind, &arena);
    }
    if (all.count == 0) return fputs("make_text: no sentence in these files\n", stderr), 2;
    for (size_t written = 0; written < (size_t)megabytes * 1000000; written += write_pass(&all, (enum kind)kind)) shuffle(&all);
    arena_free(&arena);
    return fflush(stdout) ? 2 : 0;
}
