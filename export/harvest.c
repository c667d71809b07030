/* Paths → rows, in order: thread A extracts 2019.txt while thread B extracts 2020.txt, and the rows of 2019 are written first.
 * A batch is a run of inputs, taken by one thread at a time and read by whoever took it; a ring holds those that wait for their
 * turn. Which claims there are is the extractor's business, how a row looks the writer's. */
#include "export/harvest.h"

#include <pthread.h>
#include <unistd.h>

#include "export/progress.h"

#include "extract/base/aside.h"

#include "extract/base/banned.h"

enum {
    BATCH_BYTES = 256 * 1024,     /* inputs are gathered into a batch up to this much, */
    BATCH_INPUTS = 64,            /* or this many */
    MOST_HELD = 12 * 1024 * 1024, /* bytes of all batches: beyond it the next waits until those before are written */
    ROWS_AT_ONCE = 256 * 1024,    /* bytes of rows after which a batch in turn writes them */
    MOST_ROWS = 4 * 1024 * 1024,  /* those that a batch not in turn has in memory; the others are put aside in a file */
};

/* An input of a batch. */
struct item {
    struct unread input;
    bool          refused;
    struct err   *said; /* why it was refused, or what had to be replaced in it; or NULL */
};

struct batch {
    struct arena          arena; /* inputs and what was said */
    struct item          *items;
    size_t                count, capacity, bytes;
    uint64_t              turn;
    struct output        *rows;
    size_t                rows_looked_at; /* bytes of them when it was last seen whether it is in turn */
    int                   aside;          /* the file where rows are put aside; -1: none yet */
    size_t                aside_bytes;    /* those before the rows in memory */
    struct harvest_counts counts;
    bool                  done;
    struct batch         *next_idle;
};

struct crew {
    const struct harvest  *harvest;
    struct source         *source;
    struct harvest_counts *counts;
    pthread_mutex_t        reading;       /* guards source; taken before `lock` */
    pthread_mutex_t        lock;          /* guards what follows */
    pthread_cond_t         moved;         /* `written` grew, or `stopped` */
    struct batch          *all;           /* ring_size of them */
    struct batch         **taken_batches; /* a ring, by turn, of those that are taken and not written */
    struct batch          *idle;          /* the others; the last that was used is the first to be used again */
    size_t                 ring_size, jobs;
    uint64_t               taken, written; /* batches */
    size_t                 held;           /* bytes of the batches that are taken and not written */
    bool                   ended, stopped, delivering;
    struct err             err; /* why it stopped */
};

struct worker {
    struct crew       *crew;
    struct extractor  *extractor;
    struct place_cells place;  /* of the rows before */
    struct arena       report; /* one document */
    struct batch      *batch;
    struct err         err;
};

static void stop(struct crew *crew, const struct err *why) {
    if (!crew->err.kind) crew->err = *why;
    crew->stopped = true;
    pthread_cond_broadcast(&crew->moved);
}

/* ---- reading: one thread at a time ---- */

static void say(struct batch *b, struct item *item, const struct err *why) {
    if (!why->kind) return;
    item->said = arena_new(&b->arena, sizeof *item->said);
    *item->said = *why;
}

static void read_batch(struct crew *crew, struct batch *b) {
    b->items = NULL;
    b->count = b->capacity = b->bytes = b->rows_looked_at = 0;
    b->counts = (struct harvest_counts){0};
    while (!crew->ended && b->count < BATCH_INPUTS && b->bytes < BATCH_BYTES) {
        struct item      item = {0};
        struct err       why = {0};
        enum source_next next = source_next(crew->source, &item.input, &b->arena, &why);
        if (next == SOURCE_END) {
            crew->ended = true;
            return;
        }
        item.refused = next == SOURCE_REFUSED;
        say(b, &item, &why);
        ARENA_PUSH(&b->arena, b->items, b->count, b->capacity, item);
        b->bytes += item.refused ? 1024 : item.input.feed ? BATCH_BYTES : item.input.bytes.len;
    }
}

/* The next batch, read; NULL when there is none. */
static struct batch *next_batch(struct crew *crew) {
    struct batch *b = NULL;
    pthread_mutex_lock(&crew->reading);
    pthread_mutex_lock(&crew->lock);
    while (!crew->stopped && (!crew->idle || crew->held > MOST_HELD)) pthread_cond_wait(&crew->moved, &crew->lock);
    if (!crew->stopped && !crew->ended) {
        b = crew->idle;
        crew->idle = b->next_idle;
        b->turn = crew->taken++;
        b->done = false;
        crew->taken_batches[b->turn % crew->ring_size] = b;
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

/* The rows that were put aside, read back. */
static bool write_aside(const struct harvest *h, struct batch *b, struct err *err) {
    char   block[64 * 1024];
    size_t left = b->aside_bytes;
    bool   good = lseek(b->aside, 0, SEEK_SET) == 0;
    while (good && left > 0) {
        ssize_t got = read(b->aside, block, left < sizeof block ? left : sizeof block);
        good = got > 0 && h->writer->join(h->state, (slice){block, (size_t)got}, err);
        if (good) left -= (size_t)got;
    }
    b->aside_bytes = 0;
    return good || err_file(err, ERR_OUTPUT, NULL, "rows put aside in $TMPDIR or /var/tmp cannot be read back");
}

/* Without the lock; only the batch whose turn it is comes here. */
static bool write_batch(struct crew *crew, struct batch *b, struct err *err) {
    const struct harvest *h = crew->harvest;
    slice                 rows = output_bytes(b->rows);
    bool written = (b->aside_bytes == 0 || write_aside(h, b, err)) && (rows.len == 0 || h->writer->join(h->state, rows, err));
    output_clear(b->rows);
    return written;
}

/* Where the disk is full, what was put aside before stays good. */
static bool put_aside(struct batch *b) {
    slice rows = output_bytes(b->rows);
    if (b->aside < 0) b->aside = aside_open();
    if (b->aside < 0 || lseek(b->aside, (off_t)b->aside_bytes, SEEK_SET) < 0 || !aside_write(b->aside, rows)) return false;
    b->aside_bytes += rows.len;
    output_clear(b->rows);
    return true;
}

static void finish_batch(struct crew *crew, struct batch *b) {
    const struct harvest *h = crew->harvest;
    add_counts(crew->counts, &b->counts);
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i].said) {
            progress_clear(h->progress);
            err_print(b->items[i].said);
        }
    progress_show(h->progress, crew->counts->documents, crew->counts->bytes, crew->counts->claims);
    b->count = 0;
    arena_reset(&b->arena); /* here, not at its next turn: what it held was told in `held` */
}

/* Whoever finds the batch in turn done writes it, and those behind it. */
static void deliver(struct crew *crew, struct batch *mine) {
    pthread_mutex_lock(&crew->lock);
    mine->done = true;
    while (!crew->delivering && !crew->stopped && crew->written < crew->taken &&
           crew->taken_batches[crew->written % crew->ring_size]->done) {
        struct batch *b = crew->taken_batches[crew->written % crew->ring_size];
        struct err    err = {0};
        crew->delivering = true;
        pthread_mutex_unlock(&crew->lock);
        bool written = write_batch(crew, b, &err);
        if (written) finish_batch(crew, b);
        pthread_mutex_lock(&crew->lock);
        crew->delivering = false;
        crew->written++;
        crew->held -= b->bytes;
        b->next_idle = crew->idle;
        crew->idle = b;
        if (!written) stop(crew, &err);
        pthread_cond_broadcast(&crew->moved);
    }
    pthread_mutex_unlock(&crew->lock);
}

enum turn { TURN_NOW, TURN_LATER, TURN_NEVER };

static enum turn turn_of(struct crew *crew, const struct batch *b, bool wait) {
    pthread_mutex_lock(&crew->lock);
    while (wait && !crew->stopped && crew->written != b->turn) pthread_cond_wait(&crew->moved, &crew->lock);
    enum turn turn = crew->stopped ? TURN_NEVER : crew->written == b->turn ? TURN_NOW : TURN_LATER;
    pthread_mutex_unlock(&crew->lock);
    return turn;
}

/* A batch in turn writes its rows as they come. One that is not puts them aside when they are many, so that they need not all
 * be held; it waits for its turn only when that cannot be. */
static bool write_early(struct worker *w) {
    struct batch *b = w->batch;
    enum turn     turn = turn_of(w->crew, b, false);
    if (turn == TURN_LATER && output_bytes(b->rows).len >= MOST_ROWS && !put_aside(b)) turn = turn_of(w->crew, b, true);
    bool going = turn == TURN_LATER || (turn == TURN_NOW && write_batch(w->crew, b, &w->err));
    b->rows_looked_at = output_bytes(b->rows).len;
    return going;
}

/* ---- extracting ---- */

static bool take_claim(void *context, const struct claim *found) {
    struct worker        *w = context;
    const struct harvest *h = w->crew->harvest;
    struct claim          corrected;
    const struct claim   *claim = filter_claim(&h->filter, found, &corrected);
    if (!claim) return true;
    w->batch->counts.claims++;
    w->batch->counts.kinds[claim->kind]++;
    if (w->crew->jobs == 1) return h->writer->claim(h->state, NULL, &w->place, claim, &w->err);
    if (!h->writer->claim(h->state, w->batch->rows, &w->place, claim, &w->err)) return false;
    return output_bytes(w->batch->rows).len < w->batch->rows_looked_at + ROWS_AT_ONCE || write_early(w);
}

/* Reads an input and extracts what it says. False when the whole work must stop. */
static bool extract_input(struct worker *w, struct item *item) {
    struct batch   *b = w->batch;
    struct document document;
    struct err      why = {0};
    bool            whole = true;
    if (!item->refused) {
        item->refused = !source_read(w->crew->source, &item->input, &document, &w->report, &why);
        say(b, item, &why);
    }
    if (item->refused) {
        b->counts.refused++;
    } else {
        why = (struct err){0};
        whole = extractor_run(w->extractor, &document, take_claim, w, NULL, &why);
        if (!whole && !w->err.kind) w->err = why;
        b->counts.documents++;
        b->counts.bytes += document.text.len;
    }
    if (!unread_close(&item->input, &why) && whole) say(b, item, &why);
    arena_reset(&w->report);
    return whole;
}

static bool extract_batch(struct worker *w) {
    for (size_t i = 0; i < w->batch->count; i++)
        if (!extract_input(w, &w->batch->items[i])) return false;
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

static bool open_worker(struct worker *w, struct crew *crew) {
    *w = (struct worker){.crew = crew, .extractor = extractor_new(crew->harvest->suanpan)};
    arena_init(&w->report);
    return w->extractor != NULL;
}

static void close_worker(struct worker *w) {
    extractor_free(w->extractor);
    arena_free(&w->report);
}

static void *start(void *context) {
    struct worker w;
    if (open_worker(&w, context)) work(&w);
    close_worker(&w);
    return NULL;
}

/* The caller is the first worker. The others start only when its first batch was not all there is. */
static void run_crew(struct crew *crew) {
    pthread_t     threads[MOST_JOBS];
    struct worker first;
    size_t        started = 1;
    if (open_worker(&first, crew)) {
        first.batch = next_batch(crew);
        bool more = !crew->ended;
        while (more && started < crew->jobs && pthread_create(&threads[started], NULL, start, crew) == 0) started++;
        work(&first);
    } else {
        err_memory(&crew->err);
    }
    for (size_t i = 1; i < started; i++) pthread_join(threads[i], NULL);
    close_worker(&first);
}

static bool open_batches(struct crew *crew, struct arena *run, struct err *err) {
    crew->ring_size = crew->jobs == 1 ? 1 : 4 * crew->jobs;
    crew->taken_batches = ARENA_ARRAY(run, struct batch *, crew->ring_size);
    crew->all = ARENA_ARRAY(run, struct batch, crew->ring_size);
    for (size_t i = 0; i < crew->ring_size; i++) {
        struct batch *b = &crew->all[i];
        arena_init(&b->arena);
        b->next_idle = crew->idle;
        crew->idle = b;
        b->aside = -1;
        b->rows = output_memory();
        if (!b->rows) return err_memory(err);
    }
    return true;
}

static void close_batches(struct crew *crew) {
    for (size_t i = 0; i < crew->ring_size; i++) {
        struct batch *b = &crew->all[i];
        struct err    why = {0};
        for (size_t k = 0; k < b->count; k++) unread_close(&b->items[k].input, &why); /* the work was stopped before them */
        arena_free(&b->arena);
        if (!b->rows) continue; /* memory ended before it was opened */
        output_abort(b->rows);
        if (b->aside >= 0) close(b->aside);
    }
}

bool harvest_run(const struct harvest *harvest, const struct options *options, struct harvest_counts *counts, struct arena *run,
                 struct err *err) {
    struct crew crew = {.harvest = harvest, .counts = counts, .jobs = options_jobs(options)};
    *counts = (struct harvest_counts){0};
    if (!source_open(&crew.source, options->paths, options->path_count, &options->read, run, err)) return false;
    pthread_mutex_init(&crew.reading, NULL);
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.moved, NULL);
    if (open_batches(&crew, run, &crew.err)) run_crew(&crew);
    close_batches(&crew);
    pthread_cond_destroy(&crew.moved);
    pthread_mutex_destroy(&crew.lock);
    pthread_mutex_destroy(&crew.reading);
    progress_clear(harvest->progress);
    for (struct err note = {0}; source_note(crew.source, &note); note = (struct err){0}) err_print(&note);
    source_close(crew.source);
    if (crew.err.kind) *err = crew.err;
    return !crew.err.kind;
}
