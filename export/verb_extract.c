/* suanpan extract 2020.txt → a row for each claim: 2020.txt,青川县委,2020,…,处置网络舆情,313,…,起. Rows go out as documents are
 * read; what must see all of them first (--sort, xlsx, sqlite, claim files among the paths) is gathered in memory. */
#include "export/verbs.h"

#include <unistd.h>

#include "export/claims_read.h"
#include "export/gather.h"
#include "export/harvest.h"
#include "export/progress.h"
#include "export/replace.h"
#include "export/stream.h"
#include "export/writers.h"

#include "extract/base/banned.h"

static int status_of(const struct harvest_counts *counts) { return counts->refused ? 1 : 0; }

static const char *where_to(const struct options *o) {
    return !o->dry_run && o->output && strcmp(o->output, "-") ? o->output : NULL;
}

static void tell(const struct harvest_counts *counts, const struct options *o) {
    if (summary_is_wanted(o)) summary_tell(counts, where_to(o));
}

/* ---- all in memory ---- */

static void put_claims(struct table *table, const struct gathering *g, struct arena *run) {
    table->schema = claim_schema;
    for (size_t i = 0; i < g->count; i++) {
        char(*digits)[DECIMAL_TEXT] = arena_new(run, 4 * DECIMAL_TEXT);
        struct cell *row = ARENA_ARRAY(run, struct cell, CLAIM_COLUMN_COUNT);
        claim_cells(&g->claims[i], row, digits);
        ARENA_PUSH(run, table->rows, table->row_count, table->capacity, row);
    }
}

static bool extract_gathered(const struct options *o, struct harvest_counts *counts, struct arena *run, struct err *err) {
    struct gathering g = {0};
    struct table     table = {0};
    bool             done = claims_gather(&g, o, run, err);
    if (done) {
        *counts = gathered_counts(&g);
        put_claims(&table, &g, run);
        done = claims_write(&table, gathered_documents(&g, run), g.text_count, o, run, err);
    }
    gathering_free(&g);
    return done;
}

/* ---- row by row ---- */

static bool write_rows(struct harvest *h, const struct options *o, struct harvest_counts *counts, struct arena *run,
                       struct err *err) {
    const struct write_options how = {.bom = o->bom, .header = o->header, .columns = o->columns};
    const char                *path = o->dry_run ? "/dev/null" : o->output;
    if (!h->writer->open(&h->state, path, &claim_schema, &how, run, err)) return false;
    if (harvest_run(h, o, counts, run, err)) return h->writer->close(h->state, err);
    h->writer->abort(h->state);
    return false;
}

static bool extract_streaming(const struct options *o, const struct writer *writer, struct harvest_counts *counts,
                              struct arena *run, struct err *err) {
    struct harvest  h = {.writer = writer};
    struct suanpan *suanpan = NULL;
    if (!filter_read(&h.filter, o, &suanpan, run, err)) return false;
    if (!suanpan && !suanpan_open(&suanpan, o->rules, o->rule_count, err)) return false;
    h.suanpan = suanpan;
    h.progress = progress_of_rows(o, run);
    bool done = write_rows(&h, o, counts, run, err);
    if (done) review_tell_unmet(h.filter.review);
    suanpan_close(suanpan);
    return done;
}

static bool any_claim_file(const struct options *o) {
    for (size_t i = 0; i < o->path_count; i++)
        if (claims_probe(o->paths[i])) return true;
    return false;
}

int verb_extract(const struct options *options, struct arena *run, struct err *err) {
    static const char *const only_stdin[] = {"-"};
    struct options           o = *options;
    struct harvest_counts    counts = {0};
    if (o.stream) return stream_run(&o, run, err);
    if (o.path_count == 0 && !isatty(STDIN_FILENO)) {
        o.paths = only_stdin;
        o.path_count = 1;
    }
    if (o.path_count == 0)
        return err_usage(err, "extract needs a file, a folder or - behind it; see suanpan extract --help"), 2;
    const struct writer *writer = writer_chosen(&o, err);
    if (!writer || (!o.dry_run && !output_may_replace(o.output, o.force, err))) return 2;
    bool gathered = o.sort || !writer->claim || any_claim_file(&o);
    bool done = gathered ? extract_gathered(&o, &counts, run, err) : extract_streaming(&o, writer, &counts, run, err);
    if (!done) return 2;
    tell(&counts, &o);
    return status_of(&counts);
}
