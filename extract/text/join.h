/* Which lines are one paragraph. */
#ifndef SUANPAN_JOIN_H
#define SUANPAN_JOIN_H

#include "extract/text/text.h"

/* True when `line` was cut and goes on in the line `next` (both trimmed, not blank). */
bool line_goes_on(const struct text_reader *r, slice line, slice next, bool blank_between);
/* True when `next`, straight below `line`, is a number that belongs to the letters which that ends with. */
bool is_subscript(slice line, slice next);
/* True when a sentence ends with `line`, trimmed and not blank, and nothing below it can go on its paragraph. */
bool line_ends_paragraph(const struct text_reader *r, slice line);

#endif
