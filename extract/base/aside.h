/* Bytes put aside: a file without a name in $TMPDIR or /var/tmp, which the system removes when it is closed. */
#ifndef SUANPAN_ASIDE_H
#define SUANPAN_ASIDE_H

#include "extract/base/slice.h"

/* A descriptor, to be closed; -1 and errno when there can be no such file. */
int aside_open(void);
/* Behind the bytes that it has. False and errno when the disk is full. */
bool aside_write(int file, slice bytes);

#endif
