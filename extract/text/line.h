/* A line of a document: how it ends, how wide it is, and where all of them are wrapped. Lines are trimmed and not empty. */
#ifndef SUANPAN_LINE_H
#define SUANPAN_LINE_H

#include "extract/base/slice.h"

struct vocabulary;

/* From byte `at` to the end of the line, without it. */
slice line_at(slice text, size_t at);
/* The class of the punctuation mark that it ends with, or begins with, 0 when it is none: rules/classes.tsv. */
uint32_t line_mark(const struct vocabulary *rules, slice line);
uint32_t line_opening_mark(const struct vocabulary *rules, slice line);
bool     line_ends_sentence(const struct vocabulary *rules, slice line);
/* A title or a remark may end so; so may a line that was cut behind “平急两用”. */
bool line_closes(const struct vocabulary *rules, slice line);
/* Width on paper: a Han character is as wide as two digits. */
size_t line_width(slice line);
/* Blanks that the first line of a paragraph begins with, two Han wide or four digits; a title in the middle has more.
 * `shown`: the line without them. */
bool line_is_indented(slice line, slice shown);

struct wrap {
    size_t width;   /* lines at least this wide go on in the next, a Han character counts 2; 0: no hard wraps */
    size_t page;    /* no line but one in ten is wider than this */
    bool   loose;   /* a blank line stands behind each line and parts nothing */
    bool   told;    /* a paragraph's first line is told by a blank line above it or by its indentation */
    bool   sharp;   /* nearly all lines that are cut are as wide as the page */
    bool   letters; /* they are cut behind as many characters, not where they are as wide */
};
/* Its width, or how wide it were if each of its characters were a Han. */
size_t line_reach(const struct wrap *wrap, slice line);
/* Hard-wrapped text has many lines, none long: the width is that of the 90th line in 100, and a line that reaches four
 * fifths of it goes on, or seven tenths where none of those that are cut is shorter; where there are few,
 * the lines that are cut must be even. Where a blank line stands behind nearly every line, blanks
 * part nothing. Looks at the first lines only. Nobody asks how wide a line is that is wider than a page, unless the format has
 * said that lines are wrapped. */
struct wrap wrap_find(const struct vocabulary *rules, slice text, bool known);

#endif
