/* What makes a figure of a number that only names where nothing is said of it: 一 of 统一的 counts nothing, 三 of 排名前三
 * does; 是一个 平台 has an article, 仅一个平台 a count. Told by the letters beside it, so that glance.c need not read the
 * sentence. */
#ifndef SUANPAN_ALONE_H
#define SUANPAN_ALONE_H

#include "extract/sentence/rule.h"

/* A condition asks for words right before the number, right behind it and somewhere before it; the number counts where all that
 * it asks for is there. By letter, a bit each condition: such a word may end with it, begin with it, hold it.
 * Letter 0, of what no table knows, is all that may be. */
struct alone {
    const uint16_t *before, *behind, *ahead;
    uint16_t        ends[128]; /* the same of a word of the class that stands right before it; [0]: of anything */
    uint16_t        bare, one; /* the conditions of a number word that has no unit; of 一 and the unit of things behind it */
    uint16_t        order;     /* of a number with 第 whose unit ranks nothing */
    uint16_t        apart;     /* those that ask for a word somewhere before it */
    uint16_t        beside;    /* those that ask for another count beside it */
};
/* Once the words are closed and the cards loaded; of run lifetime. */
struct alone *alone_build(const struct ruleset *rules, struct arena *run);

#endif
