/* The outside programs: gnuplot draws, fc-list knows the fonts. Each runs bounded in time and output and is waited for. */
#ifndef SUANPAN_GNUPLOT_H
#define SUANPAN_GNUPLOT_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

struct progress;

/* The font to draw with: `wanted` (--font) or the first of `preferred` (joined with 、) that fontconfig has for zh-cn, else
 * any. gnuplot without a Chinese font says nothing and draws boxes, so this is asked first. False and `err` (ERR_OUTPUT). */
bool gnuplot_font(const char **out, const char *wanted, slice preferred, struct arena *arena, struct err *err);
/* gnuplot is there and 5.2 or later; else false and `err` (ERR_OUTPUT). */
bool gnuplot_check(struct arena *arena, struct err *err);
/* Draws scripts NAME.gp in `dir`, all in one process; it may be silent for `seconds` at most. `progress` (NULL: nobody looks)
 * is shown each that is done. False and `err` (ERR_OUTPUT) with gnuplot's own first message. */
bool gnuplot_draw(const char *dir, const slice *names, size_t n, int seconds, struct progress *progress, struct arena *arena,
                  struct err *err);

#endif
