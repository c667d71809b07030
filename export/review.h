/* --review FILE.csv: what a person corrected comes back. Columns document, start, metric, value, unit, keep (yes|no); a cell
 * that is empty or missing leaves its field as it was. */
#ifndef SUANPAN_REVIEW_H
#define SUANPAN_REVIEW_H

#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/claim.h"
#include "extract/options.h"

struct suanpan;
struct review; /* run lifetime; threads may share it */

/* The file that --review names. Where one of its units is to be read and `*suanpan` is NULL yet, the rules of the options are
 * opened, and the caller closes them. False and `err` (ERR_USAGE, with the line) when it
 * cannot be read, lacks document or start, or a value is no number. */
bool review_load(struct review **out, const struct options *options, struct suanpan **suanpan, struct arena *run,
                 struct err *err);
/* The claim of the same document that starts at the same code point is corrected in place, its rule then is "review"; false
 * when it is to be dropped. A NULL review changes nothing. */
bool review_apply(const struct review *review, struct claim *claim);
/* The line of the row that speaks of a claim as it was read; 0 when none does. */
int review_line(const struct review *review, const struct claim *claim);
/* Behind the last claim: the rows that met none, though their documents were read, in one line. */
void review_tell_unmet(const struct review *review);

#endif
