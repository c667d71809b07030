/* Damaged reports: fuzz SECONDS SEED FILE... changes, cuts, repeats and mixes the bytes of the files and hands them to the
 * reader and the extractor. Built with the sanitizers (make fuzz); what it finds is written to fuzz.bin beside the program.
 * What comes out is held against what always holds: positions inside the text, raw as the text has it, names of whole
 * characters. */
#include "extract/base/tsv.h"
#include "extract/suanpan.h"

#include <time.h>

#include "extract/base/banned.h"

enum { LARGEST = 64 << 10, MOST_FILES = 256 };

static uint64_t state;

/* A number from 0 to n - 1, 0 when n is 0. */
static size_t below(size_t n) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return n ? (size_t)((state * 2685821657736338717u >> 16) % n) : 0;
}

/* Pieces that reports trip over, put anywhere. */
static const char *const pieces[] = {"万",
                                     "亿",
                                     "百分之",
                                     "—",
                                     "至",
                                     "第",
                                     "余",
                                     "、",
                                     "一",
                                     "半",
                                     "\r\n",
                                     "\t",
                                     "“",
                                     "（",
                                     "\xEF\xBB\xBF",
                                     "\xF0\xA0\x80\x80",
                                     "\xFF",
                                     "\x00\x01",
                                     "0",
                                     "99999999999999999999999999999999999999999",
                                     "1,2,3",
                                     "个百分点",
                                     "由",
                                     "为",
                                     "翻两番",
                                     "分别",
                                     "IT"};

static size_t change(char *out, slice in) {
    size_t from = below(in.len + 1), n = below(in.len - from + 1);
    if (n > LARGEST / 2) n = LARGEST / 2;
    memcpy(out, in.ptr + from, n);
    for (size_t edits = below(20); edits > 0 && n > 0; edits--) {
        size_t at = below(n);
        switch (below(4)) {
        case 0: out[at] = (char)below(256); break;
        case 1: n = at; break;
        case 2: {
            slice piece = slice_of(pieces[below(sizeof pieces / sizeof *pieces)]);
            if (n + piece.len > LARGEST) break;
            memmove(out + at + piece.len, out + at, n - at);
            memcpy(out + at, piece.ptr, piece.len);
            n += piece.len;
            break;
        }
        default: {
            size_t length = below(n - at) % 64;
            if (n + length > LARGEST) break;
            memmove(out + at + length, out + at, n - at);
            n += length;
        }
        }
    }
    return n;
}

struct seen {
    const struct document *document;
    size_t                 characters;
    uint64_t               claims;
};

static bool inside(void *context, const struct claim *c) {
    struct seen *seen = context;
    seen->claims++;
    if (c->start < c->end && c->end <= seen->characters && c->line > 0 &&
        slice_find(seen->document->text, c->raw, 0) != SIZE_MAX && utf8_validate(c->metric) == c->metric.len)
        return true;
    fprintf(stderr, "fuzz: a claim stands outside the text, or its name is no UTF-8: %u to %u of %zu, %.*s\n", c->start, c->end,
            seen->characters, SLICE_ARG(c->metric));
    abort();
}

static uint64_t run_one(struct extractor *extractor, slice bytes, struct arena *arena) {
    struct read_options options = {.year = 2020};
    struct document     document;
    struct err          err = {0};
    if (!document_from_bytes(&document, bytes, SLICE_LIT("fuzz"), &options, arena, &err)) return 0;
    struct seen seen = {.document = &document, .characters = utf8_count(document.text)};
    extractor_run(extractor, &document, inside, &seen, NULL, &err);
    return seen.claims;
}

int main(int argc, char **argv) {
    static char     bytes[LARGEST];
    struct arena    files, report;
    slice           in[MOST_FILES];
    size_t          count = 0;
    struct suanpan *suanpan;
    struct err      err = {0};
    int             seconds = argc > 3 ? slice_int(slice_of(argv[1])) : -1;
    if (seconds < 1 || !suanpan_open(&suanpan, NULL, 0, &err))
        return fprintf(stderr, "fuzz SECONDS SEED FILE...: %s\n", err.text), 2;
    arena_init(&files);
    arena_init(&report);
    state = (uint64_t)slice_int(slice_of(argv[2])) * 2654435761u + 1;
    for (int i = 3; i < argc && count < MOST_FILES; i++)
        if (file_load(&in[count], argv[i], 1 << 20, &files, &err)) count++;
    struct extractor *extractor = extractor_new(suanpan);
    uint64_t          runs = 0, claims = 0;
    for (time_t end = time(NULL) + seconds; count && time(NULL) < end; runs++) {
        slice one = {bytes, change(bytes, in[below(count)])};
        FILE *kept = fopen("fuzz.bin", "wb"); /* what a crash leaves behind */
        if (kept) fwrite(one.ptr, 1, one.len, kept), fclose(kept);
        claims += run_one(extractor, one, &report);
        arena_reset(&report);
    }
    remove("fuzz.bin");
    extractor_free(extractor);
    suanpan_close(suanpan);
    arena_free(&report);
    arena_free(&files);
    printf("%llu damaged reports, %llu claims, nothing broke\n", (unsigned long long)runs, (unsigned long long)claims);
    return runs ? 0 : 2;
}
