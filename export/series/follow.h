/* Joins that follow from joins: what two names are in one gate they are in the next, and the figure behind a figure goes with
 * it. */
#ifndef SUANPAN_SERIES_FOLLOW_H
#define SUANPAN_SERIES_FOLLOW_H

#include "export/series/likely.h"

/* Pairs of clusters whose series may be one, as the joins made so far say. */
void follow_find(struct search *search);

#endif
