/* Damaged reports: fuzz SECONDS SEED FILE... changes, cuts, repeats and mixes the bytes of the files and hands them to the
 * reader and the extractor. Built with the sanitizers (make fuzz); what it finds is written to fuzz.bin beside the program. */
#include "extract/base/tsv.h"
#include "tests/fuzz/damage.h"

#include <time.h>

#include "extract/base/banned.h"

enum { LARGEST = 64 << 10, MOST_FILES = 256 };

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
    return damage(out, n, LARGEST, 19, pieces, sizeof pieces / sizeof *pieces);
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
    chance_seed(slice_of(argv[2]));
    for (int i = 3; i < argc && count < MOST_FILES; i++)
        if (file_load(&in[count], argv[i], 1 << 20, &files, &err)) count++;
    struct extractor *extractor = extractor_new(suanpan);
    uint64_t          runs = 0, claims = 0;
    for (time_t end = time(NULL) + seconds; count && time(NULL) < end; runs++) {
        slice one = {bytes, change(bytes, in[below(count)])};
        FILE *kept = fopen("fuzz.bin", "wb"); /* what a crash leaves behind */
        if (kept) fwrite(one.ptr, 1, one.len, kept), fclose(kept);
        claims += claims_of(extractor, one, &report);
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
