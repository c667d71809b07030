/* Paths → claims in memory: suanpan compare 2019.txt 2020.txt 表述.csv holds the claims of two reports and of one claim file.
 * Threads take documents one after another and each keeps its claims to itself; they are put in order at the end, so that
 * the result does not depend on who was faster. What the claims say is the extractor's business. */
#include "export/gather.h"

#include "export/audit/rules.h"
#include "export/claims_read.h"
#include "export/filter.h"
#include "export/progress.h"
#include "export/spool.h"
#include "export/table/writer.h"

#include <pthread.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum {
    MOST_HELD = 8 * 1024 * 1024 /* text of the documents that are being extracted: beyond it the next one waits */
};

/* The claims of one input. */
struct part {
    struct about  about;
    slice         text; /* only where it is wanted */
    struct claim *claims;
    size_t        count, capacity;
    struct err    said; /* why it was refused, or what had to be replaced in it (ERR_NOTE) */
};
static bool is_refused(const struct part *part) { return part->said.kind != ERR_NONE && part->said.kind != ERR_NOTE; }

struct team {
    const struct suanpan      *suanpan;
    const struct claim_filter *filter;
    struct source             *source;
    pthread_mutex_t            lock;  /* guards source, parts and what is below */
    pthread_cond_t             freed; /* `held` shrank */
    size_t                     held;
    struct part              **parts;
    size_t                     count, capacity;
    bool                       with_texts;
    struct arena              *run; /* parts and their list */
    struct extract_stats       stats;
    struct progress           *progress;
    struct err                 err; /* the first that ends everything */
};
struct worker {
    struct team               *team;
    const struct claim_filter *filter;
    struct arena              *kept; /* its claims' text */
    struct arena               rows; /* its claims, until they are joined */
    struct part               *part;
    slice                      last_sentence, last_section, last_document, last_body;
};

/* A copy in the kept arena, or the one made for the claim before when it says the same. */
static slice keep(struct worker *w, slice s, slice *last) {
    if (last && s.len == last->len && s.len && memcmp(s.ptr, last->ptr, s.len) == 0) return *last;
    slice copy = s.len ? arena_copy(w->kept, s) : SLICE_NONE;
    if (last) *last = copy;
    return copy;
}

static bool keep_claim(void *context, const struct claim *claim) {
    struct worker *w = context;
    struct claim   corrected;
    if (!(claim = filter_claim(w->filter, claim, &corrected))) return true;
    struct claim c = *claim;
    c.document = keep(w, c.document, &w->last_document);
    c.body = keep(w, c.body, &w->last_body);
    c.section = keep(w, c.section, &w->last_section);
    c.sentence = keep(w, c.sentence, &w->last_sentence);
    c.metric = keep(w, c.metric, NULL);
    c.unit = keep(w, c.unit, NULL);
    c.basis = keep(w, c.basis, NULL);
    c.period = keep(w, c.period, NULL);
    c.base_unit = keep(w, c.base_unit, NULL);
    c.dimension = keep(w, c.dimension, NULL);
    c.raw = keep(w, c.raw, NULL);
    c.rule = keep(w, c.rule, NULL);
    ARENA_PUSH(&w->rows, w->part->claims, w->part->count, w->part->capacity, c);
    return true;
}

static struct about keep_about(struct worker *w, const struct about *told) {
    struct about about = *told;
    about.document = keep(w, about.document, &w->last_document);
    about.encoding = keep(w, about.encoding, NULL);
    about.format = keep(w, about.format, NULL);
#define KEEP_FACT(field, type, zh) about.field.text = keep(w, about.field.text, NULL);
    ABOUT_FACTS(KEEP_FACT)
#undef KEEP_FACT
    return about;
}

/* A large file is read as it is extracted. */
static size_t held_by(const struct unread *input) { return input->feed ? 0 : input->bytes.len; }

/* Takes the next input and a part for it; false at the end. One that is refused is a part without claims. */
static bool next_part(struct worker *w, struct unread *input, struct arena *report) {
    struct team *team = w->team;
    bool         more = false;
    pthread_mutex_lock(&team->lock);
    while (team->held > MOST_HELD) pthread_cond_wait(&team->freed, &team->lock);
    struct err       err = {0};
    enum source_next next = team->err.kind ? SOURCE_END : source_next(team->source, input, report, &err);
    if (next != SOURCE_END) {
        w->part = ARENA_ARRAY(team->run, struct part, 1);
        w->part->said = err;
        ARENA_PUSH(team->run, team->parts, team->count, team->capacity, w->part);
        team->held += next == SOURCE_INPUT ? held_by(input) : 0;
        more = true;
    }
    pthread_mutex_unlock(&team->lock);
    return more;
}

static void add_stats(struct extract_stats *to, const struct extract_stats *from) {
    to->documents += from->documents;
    to->claims += from->claims;
    to->refused += from->refused;
    to->numerals += from->numerals;
    to->bytes += from->bytes;
}

/* The document has been extracted and its memory given back. */
static void count_in(struct team *team, const struct extract_stats *stats, size_t bytes) {
    pthread_mutex_lock(&team->lock);
    team->held -= bytes;
    pthread_cond_broadcast(&team->freed);
    add_stats(&team->stats, stats);
    progress_show(team->progress, team->stats.documents, team->stats.bytes, team->stats.claims);
    pthread_mutex_unlock(&team->lock);
}

static void *work(void *context) {
    struct worker    *w = context;
    struct extractor *extractor = extractor_new(w->team->suanpan);
    struct unread     input;
    struct arena      report;
    struct err        err = {0};
    arena_init(&report);
    while (!err.kind && next_part(w, &input, &report)) {
        struct extract_stats stats = {0};
        struct document      document;
        size_t               bytes = is_refused(w->part) ? 0 : held_by(&input);
        if (!is_refused(w->part) && source_read(w->team->source, &input, &document, &report, &w->part->said)) {
            extractor_run(extractor, &document, keep_claim, w, &stats, &err);
            w->part->about = keep_about(w, extractor_about(extractor));
            if (w->team->with_texts) w->part->text = keep(w, document.text, NULL);
        }
        unread_close(&input, &w->part->said);
        arena_reset(&report);
        count_in(w->team, &stats, bytes);
    }
    arena_free(&report);
    extractor_free(extractor);
    pthread_mutex_lock(&w->team->lock);
    if (err.kind && !w->team->err.kind) w->team->err = err;
    pthread_mutex_unlock(&w->team->lock);
    return NULL;
}

/* A new arena that lives as long as the gathering. */
static struct arena *new_arena(struct gathering *out, struct arena *run) {
    struct arena *arena = ARENA_ARRAY(run, struct arena, 1);
    arena_init(arena);
    ARENA_PUSH(run, out->arenas, out->arena_count, out->arena_capacity, arena);
    return arena;
}

/* Room for so many claims more, at once: an array that doubles leaves as much behind. */
static void make_room(struct gathering *out, size_t more, struct arena *run) {
    out->claims = arena_grow(run, out->claims, out->count, &out->capacity, out->count + more, sizeof *out->claims);
}

/* Adds what was read of one input, or tells why it was refused. */
static void add_part(struct gathering *out, const struct part *part, struct arena *run) {
    struct gathered_text text = {part->about, part->text, out->count, part->count};
    for (size_t k = 0; k < part->count; k++) ARENA_PUSH(run, out->claims, out->count, out->capacity, part->claims[k]);
    if (text.about.document.len) ARENA_PUSH(run, out->texts, out->text_count, out->text_capacity, text);
    if (part->said.kind) err_print(&part->said);
    out->refused += is_refused(part);
}

/* Joins the parts in their order and tells which inputs were refused. */
static void join(struct gathering *out, const struct team *team) {
    size_t more = 0;
    for (size_t i = 0; i < team->count; i++) more += team->parts[i]->count;
    make_room(out, more, team->run);
    for (size_t i = 0; i < team->count; i++) add_part(out, team->parts[i], team->run);
    add_stats(&out->stats, &team->stats);
}

/* A run of paths that are no claim files. */
static bool gather_documents(struct gathering *out, struct team *team, const char *const *paths, size_t n,
                             const struct options *options, struct err *err) {
    struct worker       workers[MOST_JOBS];
    pthread_t           threads[MOST_JOBS];
    size_t              jobs = options_jobs(options), started = 0;
    struct read_options read = options->read;
    read.whole = team->with_texts;
    team->progress = progress_new(options, team->run);
    if (!source_open(&team->source, paths, n, &read, team->run, err)) return false;
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->freed, NULL);
    for (size_t i = 0; i < jobs; i++)
        workers[i] = (struct worker){.team = team, .filter = team->filter, .kept = new_arena(out, team->run)};
    while (started + 1 < jobs && !pthread_create(&threads[started], NULL, work, &workers[started])) started++;
    work(&workers[jobs - 1]);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&team->lock);
    pthread_cond_destroy(&team->freed);
    progress_clear(team->progress);
    join(out, team);
    bool all = n == options->path_count; /* no claim files among them, which may hold what the manifest tells of */
    for (struct err note = {0}; all && source_note(team->source, &note); note = (struct err){0}) err_print(&note);
    source_close(team->source);
    for (size_t i = 0; i < jobs; i++) arena_free(&workers[i].rows);
    if (team->err.kind) *err = team->err;
    return !team->err.kind;
}

/* ---- claim files --------------------------------------------------------------------------------------------------------- */

struct placed {
    const struct claim *claim;
    size_t              first, at; /* in the file: its document's first claim, and itself */
};

static int by_document(const void *a, const void *b) {
    const struct placed *x = a, *y = b;
    int                  order = slice_compare(x->claim->document, y->claim->document);
    return order ? order : ORDER(x->at, y->at);
}

static int by_place(const void *a, const void *b) {
    const struct placed *x = a, *y = b;
    if (x->first != y->first) return ORDER(x->first, y->first);
    if (x->claim->start != y->claim->start) return ORDER(x->claim->start, y->claim->start);
    return ORDER(x->at, y->at);
}

/* `compare --long` writes series after series: the claims of a document stand together again, as they stood in it. */
static void put_together(struct part *part, struct arena *arena) {
    struct placed *order = ARENA_ARRAY(arena, struct placed, part->count + 1);
    bool           apart = false;
    for (size_t i = 0; i < part->count; i++) order[i] = (struct placed){&part->claims[i], 0, i};
    qsort(order, part->count, sizeof *order, by_document);
    for (size_t from = 0, to; from < part->count; from = to) {
        for (to = from; to < part->count && slice_equal(order[to].claim->document, order[from].claim->document); to++)
            order[to].first = order[from].at;
        apart |= order[to - 1].at - order[from].at != to - 1 - from;
    }
    if (!apart) return;
    qsort(order, part->count, sizeof *order, by_place);
    struct claim *claims = ARENA_ARRAY(arena, struct claim, part->count);
    for (size_t i = 0; i < part->count; i++) claims[i] = *order[i].claim;
    part->claims = claims;
}

/* A claim file is one input: what it holds, or its refusal. */
static void gather_file(struct gathering *out, const struct claim_filter *filter, const char *path, struct arena *run) {
    struct part   part = {0};
    struct worker worker = {.filter = filter, .kept = new_arena(out, run), .part = &part};
    struct arena  scratch;
    arena_init(&scratch);
    if (!claims_read(path, keep_claim, &worker, &scratch, &part.said)) part.count = 0; /* no half of it */
    arena_free(&scratch);
    put_together(&part, &worker.rows);
    make_room(out, part.count, run);
    for (size_t i = 0, n; i < part.count; i += n) {
        struct part one = {.about.document = part.claims[i].document, .claims = part.claims + i};
        for (n = 0; i + n < part.count && slice_equal(part.claims[i + n].document, one.about.document); n++) one.count++;
        add_part(out, &one, run);
    }
    struct part none = {.said = part.said};
    add_part(out, &none, run);
    out->stats.claims += part.count;
    arena_free(&worker.rows);
}

static bool gather(struct gathering *out, const struct options *options, bool with_texts, struct arena *run, struct err *err) {
    struct suanpan     *suanpan = NULL;
    const char *const  *paths = options->paths;
    struct claim_filter filter;
    *out = (struct gathering){0};
    if (!filter_read(&filter, options, &suanpan, run, err)) return false;
    for (size_t i = 0; i < options->path_count; i++)
        if (!pipe_to_file(paths[i], err)) return false;
    for (size_t i = 0, n; i < options->path_count && !err->kind; i += n) {
        n = 1;
        if (claims_probe(paths[i])) {
            gather_file(out, &filter, paths[i], run);
            continue;
        }
        while (i + n < options->path_count && !claims_probe(paths[i + n])) n++;
        if (!suanpan && !suanpan_open(&suanpan, options->rules, options->rule_count, err)) break;
        struct team team = {.suanpan = suanpan, .filter = &filter, .with_texts = with_texts, .run = run};
        gather_documents(out, &team, paths + i, n, options, err);
    }
    if (suanpan) suanpan_close(suanpan);
    if (!err->kind) review_tell_unmet(filter.review);
    return !err->kind;
}

bool claims_gather(struct gathering *out, const struct options *options, struct arena *run, struct err *err) {
    return gather(out, options, false, run, err);
}

bool texts_gather(struct gathering *out, const struct options *options, struct arena *run, struct err *err) {
    return gather(out, options, true, run, err);
}

const struct about *gathered_documents(const struct gathering *g, struct arena *arena) {
    struct about *all = ARENA_ARRAY(arena, struct about, g->text_count + 1);
    for (size_t i = 0; i < g->text_count; i++) all[i] = g->texts[i].about;
    return all;
}

struct harvest_counts gathered_counts(const struct gathering *g) {
    struct harvest_counts counts = {
        .documents = g->stats.documents, .refused = g->refused, .bytes = g->stats.bytes, .claims = g->count};
    for (size_t i = 0; i < g->count; i++) counts.kinds[g->claims[i].kind]++;
    return counts;
}

void gathering_free(struct gathering *g) {
    for (size_t i = 0; i < g->arena_count; i++) arena_free(g->arenas[i]);
    *g = (struct gathering){0};
}

int gathered_run(gathered_work body, const struct options *options, struct arena *run, struct err *err) {
    struct gathering g = {0};
    if (options->path_count == 0) {
        err_usage(err, "%s needs a file, a folder or - for standard input", options->verb);
        return 2;
    }
    bool   done = body(options, &g, run, err);
    size_t refused = g.refused;
    gathering_free(&g);
    return !done ? 2 : refused > 0;
}

bool claims_compare(struct comparison *out, const struct gathering *g, const struct options *options, struct arena *run,
                    struct err *err) {
    struct metric_tables tables = {options_rule(options, "metrics.tsv", run), options_rule(options, "scripts.tsv", run)};
    struct metric_rules *metrics;
    struct audit_rules  *words;
    bool                 made =
        metric_rules_load(&metrics, &tables, run, err) &&
        series_build(out, g->claims, g->count, &(struct joined_by){metrics, options->aliases, options->across}, run, err) &&
        audit_rules_load(&words, options_rule(options, "audit.tsv", run), run, err);
    if (made) out->audit = words;
    return made;
}
