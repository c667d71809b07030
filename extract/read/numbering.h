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
struct numbering {
    struct list *lists;
    size_t       count, capacity;
};

/* From the root of word/numbering.xml, which must outlive it; NULL: no lists. */
void numbering_read(struct numbering *out, const xmlNode *root, struct arena *report);
/* Counts one more paragraph of that list and level and answers what stands before it: "一、", "1.2 ". Empty for bullets. */
slice numbering_next(const struct numbering *n, slice id, int level, struct arena *report);
/* 12 in Chinese characters: 十二. For 1 to 99999; else digits. */
slice han_number(int n, struct arena *report);

#endif
