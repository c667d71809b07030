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
struct gnuplot_work {
    const char      *dir; /* where the scripts NAME.gp are */
    const slice     *names;
    size_t           count;
    int              seconds;  /* that it may be silent at most */
    struct progress *progress; /* is shown each that is done; NULL: nobody looks */
};
/* Draws all of them in one process. False and `err` (ERR_OUTPUT) with what gnuplot itself says. */
bool gnuplot_draw(const struct gnuplot_work *work, struct arena *arena, struct err *err);

#endif
