/* The numbers that Word shows before list paragraphs and does not store: 一、 (二) 3. Inside extract/read/ only. */
#ifndef SUANPAN_NUMBERING_H
#define SUANPAN_NUMBERING_H

#include "extract/read/package.h"

enum { LIST_LEVELS = 9 };

struct list_level {
    slice format, text; /* w:numFmt: decimal, chineseCounting …; w:lvlText: "%1、", "(%2)" */
    int   start;
};
struct list {
    slice             id; /* w:numId */
    struct list_level level[LIST_LEVELS];
    int              *count; /* of each level, shared by the lists of one w:abstractNum; -1: not begun */
};
enum { HAN_PLACES = 5 };
struct numbering {
    struct list *lists;
    size_t       count, capacity;
    slice        digits[10], places[HAN_PLACES]; /* 零, 一 …; "", 十, 百, 千, 万; read when a list is numbered so */
};

/* From the root of word/numbering.xml, which must outlive it; NULL: no lists. False and `err` when numerals.tsv is broken. */
bool numbering_read(struct numbering *out, const xmlNode *root, const struct read_options *options, struct arena *report,
                    struct err *err);
/* Counts one more paragraph of that list and level and answers what stands before it: "一、", "1.2 ". Empty for bullets. */
slice numbering_next(const struct numbering *n, slice id, int level, struct arena *report);

#endif
