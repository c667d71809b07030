/* Which figures deserve a chart when nobody asked for one: styles/figures.tsv. */
#ifndef SUANPAN_TELLING_H
#define SUANPAN_TELLING_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct telling; /* its text lives in the arena that it was loaded into */

/* False and `err` when the table cannot be read or a row has no points. */
bool telling_load(const struct telling **out, const char *path, struct arena *arena, struct err *err);
/* Points of a metric: 地区生产总值 40, 志愿者注册 16, 投资 -60. Long names, which are half a sentence, lose some. */
int telling_points(const struct telling *telling, slice metric);

enum { TELLS_NOTHING = -20 }; /* at or below this a figure is drawn only when it is asked for */

#endif
