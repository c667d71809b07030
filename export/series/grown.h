/* A figure and how it grew lead to what it was the year before. */
#ifndef SUANPAN_SERIES_GROWN_H
#define SUANPAN_SERIES_GROWN_H

#include "export/series/likely.h"

/* Pairs of a figure that grew and of the one figure of another report that is what it grew from. */
void grown_find(struct search *search);

#endif
