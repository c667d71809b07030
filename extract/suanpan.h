/* The library's face. Open an extractor from rule directories, hand it a document, walk its claims.
 * One suanpan serves many threads: it is never written after suanpan_open. */
#ifndef SUANPAN_H
#define SUANPAN_H

#include "extract/text/about.h"
#include "extract/claim.h"

#include "extract/base/rules_dir.h"

struct suanpan;

/* Loads and compiles the rules of `dirs` (later wins); n 0: the installed ones, see suanpan_rules_dir. False and `err`
 * (ERR_RULE, with file:line:column) when one is broken. */
bool suanpan_open(struct suanpan **out, const char *const *dirs, size_t n, struct err *err);
void suanpan_close(struct suanpan *s);

/* Takes one claim. The claim and all it points to are valid until the call returns, except text that points into the
 * document. Returning false stops the extraction. */
typedef bool (*claim_sink)(void *context, const struct claim *claim);

/* What became of one numeral of the text, for explain. */
struct finding {
    slice               text;             /* the numeral with its unit, as written */
    uint32_t            start, end, line; /* code points; 1-based line */
    bool                taken;
    const struct claim *claim;              /* NULL when refused */
    slice               rule;               /* card or row that took or refused it: its id, or FILE:LINE for a table row */
    slice               reason;             /* one line: why it is no claim */
    slice               why;                /* of a claim: a line a field, with the row, card or heading that told it */
    slice               sentence, skeleton; /* skeleton: the sentence as the rules see it */
};
typedef bool (*finding_sink)(void *context, const struct finding *finding);

struct extract_stats {
    uint64_t documents, claims, refused, numerals, bytes;
};

struct extractor; /* scratch memory of one thread */
struct extractor *extractor_new(const struct suanpan *s);
void              extractor_free(struct extractor *e);
/* All claims of one document in text order. False when a sink stopped it or memory ran out (`err` then says so). */
bool extractor_run(struct extractor *e, const struct document *document, claim_sink sink, void *context,
                   struct extract_stats *stats, struct err *err);
/* The same walk, every numeral shown. */
bool extractor_explain(struct extractor *e, const struct document *document, finding_sink sink, void *context, struct err *err);
/* What the document of the last walk is, and what told it; sinks may ask too. Valid until the next walk. */
const struct about *extractor_about(const struct extractor *e);

#endif
