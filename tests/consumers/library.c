/* A host of the library, built against the installed header and .pc file alone: prints metric, value and unit of each claim
 * of one sentence, from two threads that share one rule set. */
#include <suanpan.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static const char sentence[] = "全年处置网络舆情313起，宣讲1500余场次。";

struct job {
    const struct suanpan *suanpan;
    char                  lines[512];
    size_t                used;
};

static bool take(void *context, const struct claim *claim) {
    struct job *job = context;
    char        digits[DECIMAL_TEXT];
    int         n = (int)decimal_write(digits, claim->value);
    int written = snprintf(job->lines + job->used, sizeof job->lines - job->used, "%.*s %.*s %.*s\n", SLICE_ARG(claim->metric),
                           n, digits, SLICE_ARG(claim->unit));
    if (written < 0 || job->used + (size_t)written >= sizeof job->lines) return false;
    job->used += (size_t)written;
    return true;
}

static void *extract(void *context) {
    struct job         *job = context;
    struct arena        arena;
    struct document     document;
    struct err          err = {0};
    struct read_options options = {.year = 2021};
    struct extractor   *extractor = extractor_new(job->suanpan);
    arena_init(&arena);
    if (!document_from_bytes(&document, slice_of(sentence), SLICE_LIT("memory"), &options, &arena, &err) ||
        !extractor_run(extractor, &document, take, job, NULL, &err))
        fprintf(stderr, "%s\n", err.text);
    extractor_free(extractor);
    arena_free(&arena);
    return NULL;
}

int main(void) {
    struct suanpan *suanpan;
    struct err      err = {0};
    if (!suanpan_open(&suanpan, NULL, 0, &err)) return fprintf(stderr, "%s: %s\n", err.path, err.text), 2;
    struct job jobs[2] = {{.suanpan = suanpan}, {.suanpan = suanpan}};
    pthread_t  threads[2];
    for (int i = 0; i < 2; i++)
        if (pthread_create(&threads[i], NULL, extract, &jobs[i])) return 2;
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    suanpan_close(suanpan);
    fputs(jobs[0].lines, stdout);
    return strcmp(jobs[0].lines, jobs[1].lines) != 0;
}
