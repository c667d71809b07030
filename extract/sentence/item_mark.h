/* What a sentence is marked with as an item of a list or as a heading. */
#ifndef SUANPAN_ITEM_MARK_H
#define SUANPAN_ITEM_MARK_H

#include "extract/sentence/rule.h"

/* The byte of `text` behind the list mark that the sentence at `at` begins with; where it begins, when it bears none. The marks
 * and the number of a Markdown heading are one list mark, and so is the number of a section, 2.1 本署. */
size_t item_mark(const struct ruleset *rules, slice text, span at);

#endif
