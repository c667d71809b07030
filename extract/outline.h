/* What parts a report into sections: list marks (一、 （二） 3.) and the words that open a review or a plan (2023年工作回顾,
 * 下一步). Facts: rules/sections.tsv. */
#ifndef SUANPAN_OUTLINE_H
#define SUANPAN_OUTLINE_H

#include "extract/claim.h"
#include "extract/period.h"

#include "extract/base/sieve.h"

struct section_word {
    slice       text;
    bool        head; /* counts in the head of a document, not in a heading: 各位代表 */
    bool        ends; /* of these, at the end of a line only: 规划纲要 */
    enum status status;
    int         offset; /* from the year of the report to the one it speaks of */
    bool        dated;  /* offset is told */
};
struct section_words { /* run lifetime */
    struct section_word *words;
    size_t               count, room;
};
bool sections_load(struct section_words **out, const char *path, struct arena *run, struct err *err);
/* The first row that stands in `text`, which has this sieve: of the head of a document, where plans do not count, or of
 * headings. NULL: none. */
const struct section_word *section_word_in(const struct section_words *w, slice text, const struct sieve *sieve, bool head);

/* Level of the list mark at the start of `s` and its bytes: 一、 1, （一） 2, 1. 3, ① or (1) 4; 0 when there is none. */
int mark_level(slice s, size_t *size);

/* The years that a text names: bare ones (2020年…情况) the first and the last, and the first full date; 0: none. */
struct years {
    int           first, last, dated;
    int           span_from, span; /* first and last year of a span: “十二五”时期 → 2011, 2015 */
    struct period date;            /* of `dated` */
};
struct years years_in(const struct period_table *periods, slice text);

#endif
