/* Which lines are one paragraph. */
#ifndef SUANPAN_JOIN_H
#define SUANPAN_JOIN_H

#include "extract/text/text.h"

/* Blanks that the first line of a paragraph begins with, two Han wide or four digits; a title in the middle has more. */
bool is_indented(slice line, slice shown);
/* True when `line` was cut and goes on in the line `next` (both trimmed, not blank). */
bool line_goes_on(const struct text_reader *r, slice line, slice next, bool blank_between);

#endif
