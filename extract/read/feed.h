/* A text too large to be held: its bytes have their places in memory, and stand there while they are read. What lies behind is
 * given back, so that a gigabyte takes some megabytes. */
#ifndef SUANPAN_FEED_H
#define SUANPAN_FEED_H

#include "extract/base/err.h"
#include "extract/base/slice.h"

struct feed;

#define LARGEST_FED ((size_t)UINT32_MAX - 1024 * 1024) /* bytes of a text: places in it have 32 bits */

/* Over the `size` bytes of a regular file, `fd` being closed by feed_close, which takes NULL too. `hold`: bytes that may stand
 * in memory beyond those that are asked for. False and `err` (ERR_MEMORY) when there are no places for so many. */
bool feed_open(struct feed **out, int fd, size_t size, size_t hold, const char *path, struct err *err);
/* Tells by errno that a text could not be put aside; always false. */
bool feed_unwritten(const char *path, struct err *err);
/* Over a stream: `head`, which was read already, and what `fd` brings are put aside, until it has more than
 * LARGEST_FED bytes. */
bool feed_spool(struct feed **out, slice head, int fd, size_t hold, const char *path, struct err *err);
void feed_close(struct feed *feed);
/* All bytes, each at its place; those from the last feed_release to the last feed_reach stand there. Zeros follow the last. */
slice feed_bytes(const struct feed *feed);
/* Makes the bytes before `to` stand there. False when the file cannot be read or has changed: it ends before. */
bool feed_reach(struct feed *feed, size_t to);
/* Copies at most `most` bytes from byte `at` on, which need not stand there. 0 at the end, and when the file cannot be read. */
size_t feed_copy(struct feed *feed, size_t at, char *to, size_t most);
/* Gives bytes before `from` back; they are asked for no more until feed_rewind. */
void feed_release(struct feed *feed, size_t from);
/* From the first byte again. `sound`: all of it was seen to be sound UTF-8, and is looked at again as it is read. */
void feed_rewind(struct feed *feed, bool sound);
/* Why it ended early; ERR_NONE when it did not. */
struct err feed_fault(const struct feed *feed);

#endif
