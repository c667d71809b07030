/* An SVG of gnuplot as a data: URI, so that a page needs no other file. */
#ifndef SUANPAN_PICTURE_H
#define SUANPAN_PICTURE_H

#include "extract/base/arena.h"

/* data:image/svg+xml,… of FOLDER/NAME.svg, without what gnuplot writes and nothing uses; empty when there is no such file. */
slice picture_uri(const char *folder, slice name, struct arena *arena);

#endif
