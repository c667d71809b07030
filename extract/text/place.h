/* Places: 市人民政府 in a report that speaks of 承德 forty times is 承德市人民政府. Facts: rules/places.tsv. */
#ifndef SUANPAN_PLACE_H
#define SUANPAN_PLACE_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

enum { PLACES_LOOKED_FOR = 256 * 1024 }; /* bytes of a text that are looked through */
struct places;                           /* run lifetime */
bool places_load(struct places **out, const char *path, struct arena *run, struct err *err);
/* `name` (市人民政府, 行署) with the place before it that `text`, in the characters that places.tsv has, names most, in
 * `arena`; empty when none stands out. */
slice place_completes(const struct places *places, slice name, slice text, struct arena *arena);

#endif
