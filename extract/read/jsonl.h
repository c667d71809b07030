/* A .jsonl corpus: one document a line, read as it comes. */
#ifndef SUANPAN_JSONL_H
#define SUANPAN_JSONL_H

#include "extract/read/reader.h"

struct records; /* run lifetime; one buffer for the longest line, however long the stream is */

/* Takes over `fd` (closed by records_close), of which `head` was read already. */
struct records *records_new(int fd, slice head, const char *path, struct arena *run);
void            records_close(struct records *records);

enum records_next { RECORDS_LINE, RECORDS_REFUSED, RECORDS_END };
/* The next line that is not blank, in `report`. Waits for one line only, never for the next. RECORDS_REFUSED: `err` names the
 * line. */
enum records_next records_next(struct records *records, struct unread *out, struct arena *report, struct err *err);
/* The document that a line holds, in `report`: id (the member, else PATH:LINE), text, and year, body, title, date when it has
 * them. False: `err` names the line; out->id is set when it has one. */
bool record_read(struct document *out, const struct unread *line, const struct read_options *options, struct arena *report,
                 struct err *err);
/* True when a whole line waits in the buffer, so that records_next will not wait for the input. */
bool records_ready(const struct records *records);
/* True when these first bytes of a file begin a JSON object with a key. */
bool records_probe(slice head);
/* True when they begin a list of objects or an object over several lines, as jq and pandas write them: JSON, and not JSON
 * Lines. */
bool records_spread(slice head);

#endif
