/* extract --stream: the filter that stands in someone else's pipeline. */
#ifndef SUANPAN_STREAM_H
#define SUANPAN_STREAM_H

#include "extract/options.h"

/* Answers each .jsonl line of standard input, before it waits for the next, with its claims and {"id":…,"claims":N}, or with
 * {"id":…,"error":…} when the line is bad; then goes on. Returns the exit status: 1 when a line was bad. */
int stream_run(const struct options *options, struct arena *run, struct err *err);

#endif
