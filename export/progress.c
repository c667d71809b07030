/* Counts become a line on standard error: "12/40 files, 31.0 MB, 2048 claims, 9 s left", drawn over itself five times a second,
 * gone at the end. What is counted is the caller's. */
#define _XOPEN_SOURCE 700 /* nftw */
#include "export/progress.h"

#include "extract/base/child.h"
#include "extract/messages.h"

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { FIRST_MS = 1000, STEP_MS = 200, MOST_FILES = 1000000 };

struct progress {
    uint64_t files, bytes; /* of all inputs; 0: not known */
    uint64_t charts;
    int64_t  begun, next; /* milliseconds */
    bool     shown;
};

/* nftw takes no context. Counted once, before any thread starts. */
static uint64_t walked_files, walked_bytes;

static int count_file(const char *path, const struct stat *about, int type, struct FTW *at) {
    (void)path;
    (void)at;
    if (type != FTW_F) return 0;
    walked_bytes += (uint64_t)about->st_size;
    return ++walked_files > MOST_FILES;
}

bool progress_is_seen(const struct options *options) {
    return options->progress == WHEN_ALWAYS || (options->progress == WHEN_AUTO && !options->quiet && isatty(STDERR_FILENO));
}

static struct progress *begin(struct arena *run) {
    struct progress *p = arena_new(run, sizeof *p);
    p->begun = now_ms();
    p->next = p->begun + FIRST_MS;
    return p;
}

struct progress *progress_of_charts(uint64_t all, struct arena *run) {
    struct progress *p = begin(run);
    p->charts = all;
    return p;
}

struct progress *progress_new(const struct options *options, struct arena *run) {
    if (!progress_is_seen(options)) return NULL;
    struct progress *p = begin(run);
    walked_files = walked_bytes = 0;
    bool known = true;
    for (size_t i = 0; i < options->path_count; i++)
        known &= strcmp(options->paths[i], "-") != 0 && nftw(options->paths[i], count_file, 16, 0) == 0;
    if (known) {
        p->files = walked_files;
        p->bytes = walked_bytes;
    }
    return p;
}

struct progress *progress_of_rows(const struct options *options, struct arena *run) {
    bool pass_by = !options->output && !options->dry_run && isatty(STDOUT_FILENO);
    return options->progress == WHEN_AUTO && pass_by ? NULL : progress_new(options, run);
}

void progress_clear(struct progress *p) {
    if (p && p->shown) fputs("\r\033[K", stderr);
    if (p) p->shown = false;
}

/* Files tell the share done when there are several, bytes when there is one; texts and their files differ in size. */
static double share_done(const struct progress *p, uint64_t documents, uint64_t bytes) {
    double all = (double)(p->files > 1 ? p->files : p->bytes), done = (double)(p->files > 1 ? documents : bytes);
    return all <= 0 || done > all ? 0 : done / all;
}

/* The beginning of a line, when it is time for one: 12/40 and a blank. */
static bool put_count(struct progress *p, uint64_t done, uint64_t all) {
    int64_t now = p ? now_ms() : 0;
    if (!p || now < p->next) return false;
    p->next = now + STEP_MS;
    p->shown = true;
    fprintf(stderr, "\r\033[K%llu", (unsigned long long)done);
    if (all) fprintf(stderr, "/%llu", (unsigned long long)all);
    fputc(' ', stderr);
    return true;
}

static void put_left(const struct progress *p, double share) {
    double spent = (double)(now_ms() - p->begun) / 1000;
    if (share > 0.01) fprintf(stderr, say(", %.0f s left"), spent / share - spent);
    fflush(stderr);
}

void progress_show(struct progress *p, uint64_t documents, uint64_t bytes, uint64_t claims) {
    if (!put_count(p, documents, p ? p->files : 0)) return;
    fprintf(stderr, say_count(claims, "files, %.1f MB, %llu claim", "files, %.1f MB, %llu claims"), (double)bytes / 1e6,
            (unsigned long long)claims);
    put_left(p, share_done(p, documents, bytes));
}

void progress_show_charts(struct progress *p, uint64_t drawn) {
    if (!put_count(p, drawn, p ? p->charts : 0)) return;
    fputs(say("charts"), stderr);
    put_left(p, (double)drawn / (double)p->charts);
}
