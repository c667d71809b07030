/* Claims of documents and of claim files, filtered and corrected, all in memory, in the order of the command line: what
 * compare, audit, plot, report and run start from. */
#ifndef SUANPAN_GATHER_H
#define SUANPAN_GATHER_H

#include "export/series/series.h"
#include "export/summary.h"
#include "extract/options.h"

/* One document: its claims are claims[first], claims[first + 1], …; `text` is what their positions count in, empty when it was
 * not asked for or is not there (a claim file). */
struct gathered_text {
    struct about about;
    slice        text;
    size_t       first, count;
};
struct gathering {
    struct claim         *claims; /* documents in the order given, claims in text order */
    size_t                count;
    struct gathered_text *texts; /* in the same order, also those without a claim */
    size_t                text_count, text_capacity;
    struct extract_stats  stats;
    size_t                refused; /* inputs; each is told on standard error */
    size_t                capacity;
    struct arena        **arenas; /* where the claims' text lives */
    size_t                arena_count, arena_capacity;
};

/* Reads and extracts every path; several documents at once where --jobs allows, in order nevertheless. False and `err` when
 * nothing can be done at all: a broken rule file, a broken manifest. Ends with gathering_free in either case. */
bool claims_gather(struct gathering *out, const struct options *options, struct arena *run, struct err *err);
/* The same, and keeps what the documents say: for a page that shows each figure in its place. */
bool texts_gather(struct gathering *out, const struct options *options, struct arena *run, struct err *err);
/* The series of what was gathered, by the metric rules, --aliases and --across of `options`. */
bool claims_compare(struct comparison *out, const struct gathering *g, const struct options *options, struct arena *run,
                    struct err *err);
/* The body of a verb that reads claims: it gathers, and what it gathered is freed behind it. Returns the exit status; 2 and
 * `err` without a path to read. */
typedef bool (*gathered_work)(const struct options *options, struct gathering *g, struct arena *run, struct err *err);
int gathered_run(gathered_work body, const struct options *options, struct arena *run, struct err *err);
/* What all documents are that were read, text_count of them. */
const struct about *gathered_documents(const struct gathering *g, struct arena *arena);
/* What was done, for the closing line. */
struct harvest_counts gathered_counts(const struct gathering *g);
void                  gathering_free(struct gathering *g);

#endif
