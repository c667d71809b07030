/* A person's word on joins: metric, alias, yes|no. */
#ifndef SUANPAN_SERIES_ALIAS_H
#define SUANPAN_SERIES_ALIAS_H

#include "export/series/key.h"

struct alias {
    slice a, b;      /* match texts of the two wordings, a before b */
    bool  join, met; /* met: two figures of one gate bear them (likely_find) */
    int   line;
};
struct aliases {
    struct alias *items; /* sorted by a, b */
    size_t        count, capacity;
};

/* Reads the CSV that a person edits: matches.csv itself will do (columns metric, alias, and join or the third one). `path`
 * NULL: none. False and `err` with the line for a row that is neither yes nor no. */
bool aliases_load(struct aliases *out, const char *path, const struct metric_rules *rules, struct arena *arena,
                  struct err *err);
/* Names the first row that joins no two figures of these reports, as where one is misspelt. Last of all: sorts them anew. */
void aliases_tell_idle(struct aliases *aliases, const char *path);
/* 1 when the two keys are to be joined, -1 when they must not be, 0 when nobody said. */
int aliases_say(const struct aliases *aliases, slice match_a, slice match_b);

#endif
