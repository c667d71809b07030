/* Who reports, from the head of a document: 现在，我代表市人民政府 and 青禾市第三届人民代表大会 are 青禾市人民政府;
 * 2024年通山县政府工作报告 is 通山县政府. Facts: rules/bodies.tsv. */
#ifndef SUANPAN_BODY_H
#define SUANPAN_BODY_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct body_words; /* run lifetime */
bool bodies_load(struct body_words **out, const char *path, struct arena *run, struct err *err);

/* What the lines seen so far have told; all zero at first. The names are borrowed from the lines. */
struct body_search {
    slice spoken; /* 我代表…: who is spoken for */
    slice named;  /* 海拉尔区人民政府 in a title or a signature */
    slice place;  /* 广东省, of 广东省第十四届人民代表大会: completes 省人民政府 */
    bool  alone;  /* 青禾县2023年统计公报, a folder 青禾县: the place stands for who reports */
};

/* Takes in a line of the head; of a long paragraph only what its start says in the way of 我代表. */
void body_look(struct body_search *search, const struct body_words *words, slice line);
/* The name, completed where a line says only 市人民政府; in `arena`. Failing that what `publisher` (a page's own word) or
 * `path` (青禾县/2021.txt) says; empty when nothing does. */
slice body_found(struct body_search *search, const struct body_words *words, slice publisher, slice path, struct arena *arena);

#endif
