/* A folder becomes the paths of its reports, one after another. */
#ifndef SUANPAN_WALK_H
#define SUANPAN_WALK_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct walk; /* run lifetime; holds no open file between two calls */

enum walk_next { WALK_FILE, WALK_REFUSED, WALK_END };

/* Files of folders that are not read and may hold what a person expects to be: 扫描.png, 数据.csv, 附件.zip. */
enum { PASSED_KINDS = 15 };
struct passed {
    size_t      count;
    const char *kinds[PASSED_KINDS]; /* their suffixes; NULL: none of that kind */
};

/* Opens nothing yet: walk_next says when the folder cannot be read. What is passed over is counted in `passed`. */
struct walk *walk_new(const char *folder, struct passed *passed, struct arena *run);
/* The next report, in name order (bytes), folders where their names stand. Only document suffixes are taken; hidden files
 * and Word's ~$ locks are passed over without being counted. `*path` lives in the run arena: FOLDER/name. WALK_REFUSED: `err`
 * says which entry was passed over and why (a pipe, a device, a link that leads back, a folder without reports). */
enum walk_next walk_next(struct walk *walk, const char **path, struct err *err);

#endif
