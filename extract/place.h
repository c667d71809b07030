/* Places: 市人民政府 in a report that speaks of 承德 forty times is 承德市人民政府. Facts: rules/places.tsv. */
#ifndef SUANPAN_PLACE_H
#define SUANPAN_PLACE_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct places; /* run lifetime */
bool places_load(struct places **out, const char *path, struct arena *run, struct err *err);
/* `name` (市人民政府, 行署) with the place before it that `text` names most, in `arena`; empty when none stands out. */
slice place_completes(const struct places *places, slice name, slice text, struct arena *arena);

/* The next word of a cell in which blanks part words; `*at` is 0 at first. */
static inline bool next_word(slice cell, size_t *at, slice *word) {
    while (*at < cell.len && cell.ptr[*at] == ' ') ++*at;
    size_t from = *at;
    while (*at < cell.len && cell.ptr[*at] != ' ') ++*at;
    *word = slice_sub(cell, from, *at);
    return *at > from;
}

#endif
