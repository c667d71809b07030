/* What charts and the page say in words: templates/words.tsv. */
#ifndef SUANPAN_WORDS_H
#define SUANPAN_WORDS_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct words; /* its text lives in the arena that it was loaded into */

/* `header`: zh (NULL too), en or both. False and `err` when the table cannot be read. */
bool words_load(const struct words **out, const char *path, const char *header, struct arena *arena, struct err *err);
/* The wording of a key, empty when the table lacks it. It ends in a NUL that len does not count. */
slice words_get(const struct words *words, slice key);

/* The wording with values put in: "{who}{year}年主要数据" → 青禾县2021年主要数据, reports/2022 2021年主要数据. */
struct word_value {
    const char *name;
    slice       value;
};
slice words_fill(const struct words *words, const char *key, const struct word_value *values, size_t n, struct arena *arena);
#define WORDS_FILL(words, key, arena, ...)                                                                                     \
    words_fill((words), (key), (const struct word_value[]){__VA_ARGS__},                                                       \
               sizeof((const struct word_value[]){__VA_ARGS__}) / sizeof(struct word_value), (arena))

#endif
