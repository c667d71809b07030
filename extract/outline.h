/* What parts a report into sections: list marks (一、 （二） 3.) and the words that open a review or a plan (2023年工作回顾,
 * 下一步). Facts: rules/sections.tsv. */
#ifndef SUANPAN_OUTLINE_H
#define SUANPAN_OUTLINE_H

#include "extract/claim.h"
#include "extract/period.h"

#include "extract/base/sieve.h"

/* Where a word counts, and what it tells there. */
enum section_place {
    SECTION_HEADING,   /* in a heading: plan or review */
    SECTION_HEAD,      /* in the head of a document: which year it reviews, 各位代表 */
    SECTION_HEAD_PLAN, /* there, too: all of it plans, 年计划的报告 */
    SECTION_TITLE_END, /* at the end of a title: the same, 规划纲要 */
    SECTION_PLACES
};
struct section_word {
    slice       text;
    enum status status;
    int         offset; /* from the year of the report to the one it speaks of */
    bool        dated;  /* offset is told */
};
struct section_words { /* run lifetime; by place, in the order of the table */
    struct section_list {
        struct section_word *words;
        size_t               count, room;
    } of[SECTION_PLACES];
};
bool sections_load(struct section_words **out, const char *path, struct arena *run, struct err *err);
/* The first word of the list that stands in `text`, which has this sieve; NULL: none. */
const struct section_word *section_word_in(const struct section_list *list, slice text, const struct sieve *sieve);

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
