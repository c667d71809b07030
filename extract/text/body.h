/* Who reports and what sort of document it is, from its head: 现在，我代表市人民政府 and 青禾市第三届人民代表大会 are
 * 青禾市人民政府; 2024年通山县政府工作报告 is a 政府工作报告 of 通山县政府. Facts: rules/bodies.tsv, rules/places.tsv. */
#ifndef SUANPAN_BODY_H
#define SUANPAN_BODY_H

#include "extract/text/about.h"

#include "extract/base/sieve.h"

struct body_words; /* run lifetime */
bool bodies_load(struct body_words **out, const char *bodies, const char *places, struct arena *run, struct err *err);

/* What the lines seen so far have told; all zero at first. The names are borrowed from the lines, kinds from the rules. */
struct body_search {
    struct fact spoken;     /* 我代表…: who is spoken for */
    struct fact named;      /* 海拉尔区人民政府 in a title or a signature */
    bool        from_above; /* named is that line; a title that names who reports knows better */
    struct fact above;      /* a line that is nothing but a name, 青禾县交通局: of the title below it, where one is */
    struct fact place;      /* 广东省, of 广东省第十四届人民代表大会: completes 省人民政府 */
    struct fact offices; /* of a title 政府工作报告, whoever signs it: what the place's body is called, a row's 种类 */
    bool        alone;   /* 青禾县2023年统计公报, a folder 青禾县: the place stands for who reports */
    struct fact kind;    /* of a title, */
    int         sort;    /* by this row, counted from 1: the earliest wins; */
    struct fact speech;  /* failing that of 向大会报告工作 */
};

/* Takes in a line of the head, which has this sieve; of a long paragraph only what its start says in the way of 我代表. */
void body_look(struct body_search *search, const struct body_words *words, slice line, const struct sieve *sieve,
               enum origin origin);
/* Takes in a line that may be a title: TITLE_OF_KIND when it names a kind of document, 2023年工作总结; TITLE_NONE when it is
 * spoken, 我代表市人民政府向大会报告工作, or signed, 青禾市市长　李明. */
enum title_kind { TITLE_NONE, TITLE_PLAIN, TITLE_OF_KIND };
enum title_kind body_look_at_title(struct body_search *search, const struct body_words *words, slice line, enum origin origin);
/* Takes in the line that signs the report at its end; false when it is no name. */
bool body_sign(struct body_search *search, const struct body_words *words, slice line, enum origin origin);
/* Does a name of who reports, or of a place, end with it? */
bool body_ends(const struct body_words *words, slice text);
/* Is the line, seen before, nothing but who reports? */
bool body_is_name(const struct body_search *search, slice line);
/* The name, completed where a line says only 市人民政府: by a place of the head, else by the one that the text speaks of.
 * Failing that what the publisher (a page's own word) or the path (青禾县/2021.txt) says; empty when nothing does. In `arena`.
 * `text`: the document's, in the characters that words are written with. */
struct fact body_found(struct body_search *search, const struct body_words *words, const struct document *document, slice text,
                       struct arena *arena);
/* The kind, 工作报告 of a government being 政府工作报告. Borrowed from the rules. */
struct fact kind_found(const struct body_search *search, const struct body_words *words, slice body);

#endif
