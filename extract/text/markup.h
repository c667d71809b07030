/* What an editor or a web page left in plain text: </span>, **水闸**, 98\.6\%, $12.4$, 313&nbsp;起. */
#ifndef SUANPAN_MARKUP_H
#define SUANPAN_MARKUP_H

#include "extract/base/slice.h"

/* The character that `s` starts with, which is not empty, and its bytes in `*size`: &nbsp; and &#160; are U+A0. */
uint32_t markup_code(slice s, size_t *size);
/* Bytes of the mark at byte `at` that only sets the text: a tag, stars of bold, a backslash, signs of code and formulas; else
 * 0. */
size_t markup_size(slice text, size_t at);

#endif
