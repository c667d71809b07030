/* Folders that results go to, and hidden ones for what is thrown away. */
#ifndef SUANPAN_FOLDER_H
#define SUANPAN_FOLDER_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

/* Makes the folder and those above it, where they are not there: out/2021/图. False and `err` (ERR_OUTPUT), which names the one
 * that cannot be made, and when nothing may be put into it. */
bool folder_make(const char *path, struct arena *arena, struct err *err);
/* A hidden folder for what is thrown away, in `place`; NULL: in $TMPDIR. NULL and `err` (ERR_OUTPUT) when it cannot be made. */
const char *folder_new(const char *place, struct arena *arena, struct err *err);
/* Removes a folder with the files in it. */
void folder_remove(const char *path, struct arena *arena);

#endif
