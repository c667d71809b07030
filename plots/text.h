/* Text on a chart: how wide it is, where it breaks, and what of it may reach gnuplot. */
#ifndef SUANPAN_PLOTS_TEXT_H
#define SUANPAN_PLOTS_TEXT_H

#include "extract/base/arena.h"

/* Width in thousandths of the font size: 处置网络舆情 is 6000, 313 is 1665 (measured on Noto Sans CJK SC). */
int text_width(slice s);
/* Terminal columns: a Han character takes two, a combining mark none. */
size_t text_cells(slice s);
/* Breaks `s` into at most `most` lines no wider than `width` thousandths; a number or a Latin word stays whole where it can,
 * no line begins with ，or ends with （. What does not fit is cut with … on the last line (then a copy in `arena`).
 * Returns the number of lines, at least 1. */
size_t text_wrap(slice s, int width, slice *lines, size_t most, struct arena *arena);
/* One line that is safe between gnuplot's single quotes and in a cell of its data files: control characters become blanks,
 * " ' ` \ @ become their full-width or curly twins, bytes that are no UTF-8 become U+FFFD. */
slice text_plain(slice s, struct arena *arena);
/* text_plain, then & < > as XML entities. */
slice text_xml(slice s, struct arena *arena);
/* A file name made of letters, digits, Han characters, - and _ only: 签约/落地（%） → 签约-落地-百分比. At most `bytes` long,
 * never empty, never beginning with -. */
slice text_file_name(slice s, size_t bytes, struct arena *arena);

#endif
