/* Claim files come back. */
#ifndef SUANPAN_CLAIMS_READ_H
#define SUANPAN_CLAIMS_READ_H

#include "extract/suanpan.h"

/* Reads claims back from a .csv, .tsv, .jsonl (claims) or .db file. Calls the sink for each; what a
 * claim says lives in `arena`. False without `err` when the sink stopped it. */
bool claims_read(const char *path, claim_sink sink, void *context, struct arena *arena, struct err *err);
/* True when the file's content is a claim file that suanpan wrote (a header with metric and value; SQLite magic). */
bool claims_probe(const char *path);

#endif
