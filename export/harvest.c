/* Paths → rows, in order: thread A extracts 2019.txt while thread B extracts 2020.txt, and the rows of 2019 are written first.
 * A batch is a run of documents; a ring of batches holds what waits for its turn. Which claims there are is the extractor's
 * business, how a row looks the writer's. */
#include "export/harvest.h"

#include <pthread.h>
#include <unistd.h>

#include "export/progress.h"

#include "extract/base/banned.h"

enum {
    MOST_JOBS = 64,
    BATCH_BYTES = 256 * 1024,     /* documents are gathered into a batch up to this much text, */
    BATCH_DOCUMENTS = 64,         /* or this many */
    MOST_HELD = 8 * 1024 * 1024,  /* text of all batches: beyond it the next waits until those before are written */
    SPILL_BYTES = 4 * 1024 * 1024 /* rows of one batch that wait at most */
};

struct batch {
    struct arena          arena; /* documents and refusals */
    struct document      *documents;
    struct err          **said; /* said[i] tells why documents[i] was refused, or what had to be replaced in it; or NULL */
    size_t                count, capacity, said_capacity, bytes;
    uint64_t              turn;
    struct output        *rows;
    struct harvest_counts counts;
    bool                  done;
};

struct crew {
    const struct harvest  *harvest;
    struct source         *source;
    struct harvest_counts *counts;
    pthread_mutex_t        reading; /* guards source; taken before `lock` */
    pthread_mutex_t        lock;    /* guards what follows */
    pthread_cond_t         moved;   /* `written` grew, or `stopped` */
    struct batch          *ring;
    size_t                 ring_size, jobs;
    uint64_t               taken, written; /* batches */
    size_t                 held;           /* bytes of the batches that are taken and not written */
    bool                   ended, stopped, delivering;
    struct err             err; /* why it stopped */
};

struct worker {
    struct crew      *crew;
    struct extractor *extractor;
    struct batch     *batch;
    struct err        err;
};

static void stop(struct crew *crew, const struct err *why) {
    if (!crew->err.kind) crew->err = *why;
    crew->stopped = true;
    pthread_cond_broadcast(&crew->moved);
}

/* ---- reading: one thread at a time ---- */

static void read_batch(struct crew *crew, struct batch *b) {
    b->documents = NULL;
    b->said = NULL;
    b->count = b->capacity = b->said_capacity = b->bytes = 0;
    b->counts = (struct harvest_counts){0};
    while (!crew->ended && b->count < BATCH_DOCUMENTS && b->bytes < BATCH_BYTES) {
        struct document  document;
        struct err       why = {0}, *said = NULL;
        enum source_next next = source_next(crew->source, &document, &b->arena, &why);
        if (next == SOURCE_END) {
            crew->ended = true;
            return;
        }
        if (why.kind) {
            said = arena_new(&b->arena, sizeof *said);
            *said = why;
        }
        size_t count = b->count;
        ARENA_PUSH(&b->arena, b->said, count, b->said_capacity, said);
        ARENA_PUSH(&b->arena, b->documents, b->count, b->capacity, document);
        b->bytes += next == SOURCE_REFUSED ? 1024 : document.text.len;
    }
}

/* The next batch, read; NULL when there is none. */
static struct batch *next_batch(struct crew *crew) {
    struct batch *b = NULL;
    pthread_mutex_lock(&crew->reading);
    pthread_mutex_lock(&crew->lock);
    while (!crew->stopped && (crew->taken - crew->written >= crew->ring_size || crew->held > MOST_HELD))
        pthread_cond_wait(&crew->moved, &crew->lock);
    if (!crew->stopped && !crew->ended) {
        b = &crew->ring[crew->taken % crew->ring_size];
        b->turn = crew->taken++;
        b->done = false;
    }
    pthread_mutex_unlock(&crew->lock);
    if (b) read_batch(crew, b);
    pthread_mutex_lock(&crew->lock);
    if (b) crew->held += b->bytes;
    pthread_mutex_unlock(&crew->lock);
    pthread_mutex_unlock(&crew->reading);
    return b;
}

/* ---- writing: one batch at a time, in turn ---- */

static void add_counts(struct harvest_counts *to, const struct harvest_counts *from) {
    to->documents += from->documents;
    to->refused += from->refused;
    to->bytes += from->bytes;
    to->claims += from->claims;
    for (int i = 0; i < 8; i++) to->kinds[i] += from->kinds[i];
}

/* Without the lock; only the batch whose turn it is comes here. */
static bool write_batch(struct crew *crew, struct batch *b, struct err *err) {
    const struct harvest *h = crew->harvest;
    slice                 rows = output_bytes(b->rows);
    bool                  written = rows.len == 0 || h->writer->join(h->state, rows, err);
    output_clear(b->rows);
    return written;
}

static void finish_batch(struct crew *crew, struct batch *b) {
    const struct harvest *h = crew->harvest;
    add_counts(crew->counts, &b->counts);
    for (size_t i = 0; i < b->count; i++)
        if (b->said[i]) {
            progress_clear(h->progress);
            err_print(b->said[i]);
        }
    progress_show(h->progress, crew->counts->documents, crew->counts->bytes, crew->counts->claims);
    arena_reset(&b->arena); /* here, not at its next turn: what it held was told in `held` */
}

/* Whoever finds the batch in turn done writes it, and those behind it. */
static void deliver(struct crew *crew, struct batch *mine) {
    pthread_mutex_lock(&crew->lock);
    mine->done = true;
    while (!crew->delivering && !crew->stopped && crew->written < crew->taken &&
           crew->ring[crew->written % crew->ring_size].done) {
        struct batch *b = &crew->ring[crew->written % crew->ring_size];
        struct err    err = {0};
        crew->delivering = true;
        pthread_mutex_unlock(&crew->lock);
        bool written = write_batch(crew, b, &err);
        if (written) finish_batch(crew, b);
        pthread_mutex_lock(&crew->lock);
        crew->delivering = false;
        crew->written++;
        crew->held -= b->bytes;
        if (!written) stop(crew, &err);
        pthread_cond_broadcast(&crew->moved);
    }
    pthread_mutex_unlock(&crew->lock);
}

/* A batch with very many rows waits for its turn and writes them, so that they need not all be held. */
static bool spill(struct worker *w) {
    struct crew *crew = w->crew;
    pthread_mutex_lock(&crew->lock);
    while (!crew->stopped && crew->written != w->batch->turn) pthread_cond_wait(&crew->moved, &crew->lock);
    bool stopped = crew->stopped;
    pthread_mutex_unlock(&crew->lock);
    return !stopped && write_batch(crew, w->batch, &w->err);
}

/* ---- extracting ---- */

static bool take_claim(void *context, const struct claim *found) {
    struct worker        *w = context;
    const struct harvest *h = w->crew->harvest;
    struct claim          claim;
    if (h->review) {
        claim = *found;
        if (!review_apply(h->review, &claim)) return true;
        found = &claim;
    }
    if (!filter_keeps(&h->filter, found)) return true;
    struct cell cells[CLAIM_COLUMN_COUNT];
    char        digits[4][DECIMAL_TEXT];
    claim_cells(found, cells, digits);
    w->batch->counts.claims++;
    w->batch->counts.kinds[found->kind]++;
    if (w->crew->jobs == 1) return h->writer->row(h->state, cells, &w->err);
    if (!h->writer->format(h->state, w->batch->rows, cells, &w->err)) return false;
    return output_bytes(w->batch->rows).len < SPILL_BYTES || spill(w);
}

/* False when the whole work must stop. */
static bool extract_batch(struct worker *w) {
    struct batch *b = w->batch;
    for (size_t i = 0; i < b->count; i++) {
        struct err why = {0};
        if (b->said[i] && b->said[i]->kind != ERR_NOTE) {
            b->counts.refused++;
            continue;
        }
        bool whole = extractor_run(w->extractor, &b->documents[i], take_claim, w, NULL, &why);
        if (!whole && !w->err.kind) w->err = why;
        if (!whole) return false;
        b->counts.documents++;
        b->counts.bytes += b->documents[i].text.len;
    }
    return true;
}

static void work(struct worker *w) {
    struct crew *crew = w->crew;
    while (w->extractor && (w->batch || (w->batch = next_batch(crew)))) {
        if (!extract_batch(w)) {
            pthread_mutex_lock(&crew->lock);
            stop(crew, &w->err);
            pthread_mutex_unlock(&crew->lock);
            return;
        }
        deliver(crew, w->batch);
        w->batch = NULL;
    }
}

static void *start(void *context) {
    struct worker *w = context;
    w->extractor = extractor_new(w->crew->harvest->suanpan);
    work(w);
    extractor_free(w->extractor);
    return NULL;
}

/* The caller is the first worker. The others start only when its first batch was not all there is. */
static void run_crew(struct crew *crew) {
    pthread_t     threads[MOST_JOBS];
    struct worker workers[MOST_JOBS] = {{.crew = crew, .extractor = extractor_new(crew->harvest->suanpan)}};
    size_t        started = 1;
    if (!workers[0].extractor) {
        err_set(&crew->err, ERR_MEMORY, NULL, 0, 0, "out of memory");
        return;
    }
    workers[0].batch = next_batch(crew);
    bool more = !crew->ended;
    for (; more && started < crew->jobs; started++) {
        workers[started] = (struct worker){.crew = crew};
        if (pthread_create(&threads[started], NULL, start, &workers[started]) != 0) break;
    }
    work(&workers[0]);
    for (size_t i = 1; i < started; i++) pthread_join(threads[i], NULL);
    extractor_free(workers[0].extractor);
}

static size_t job_count(const struct options *options) {
    long n = options->jobs ? options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > MOST_JOBS ? MOST_JOBS : (size_t)n;
}

static bool open_ring(struct crew *crew, struct arena *run, struct err *err) {
    crew->ring_size = crew->jobs == 1 ? 1 : 4 * crew->jobs;
    crew->ring = ARENA_ARRAY(run, struct batch, crew->ring_size);
    for (size_t i = 0; i < crew->ring_size; i++) {
        arena_init(&crew->ring[i].arena);
        crew->ring[i].rows = output_memory();
        if (!crew->ring[i].rows) return err_set(err, ERR_MEMORY, NULL, 0, 0, "out of memory");
    }
    return true;
}

static void close_ring(struct crew *crew) {
    for (size_t i = 0; i < crew->ring_size; i++) {
        arena_free(&crew->ring[i].arena);
        if (crew->ring[i].rows) output_abort(crew->ring[i].rows);
    }
}

bool harvest_run(const struct harvest *harvest, const struct options *options, struct harvest_counts *counts, struct arena *run,
                 struct err *err) {
    struct crew crew = {.harvest = harvest, .counts = counts, .jobs = job_count(options)};
    *counts = (struct harvest_counts){0};
    if (!source_open(&crew.source, options->paths, options->path_count, &options->read, run, err)) return false;
    pthread_mutex_init(&crew.reading, NULL);
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.moved, NULL);
    if (open_ring(&crew, run, &crew.err)) run_crew(&crew);
    close_ring(&crew);
    pthread_cond_destroy(&crew.moved);
    pthread_mutex_destroy(&crew.lock);
    pthread_mutex_destroy(&crew.reading);
    source_close(crew.source);
    progress_clear(harvest->progress);
    if (crew.err.kind) *err = crew.err;
    return !crew.err.kind;
}
