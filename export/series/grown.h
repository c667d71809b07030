/* A figure and how it grew lead to what it was the year before. */
#ifndef SUANPAN_SERIES_GROWN_H
#define SUANPAN_SERIES_GROWN_H

#include "export/series/likely.h"

/* Pairs of a figure that grew and of the one figure of another report that is what it grew from. */
void grown_find(struct search *search);
/* What each figure was the year before, as its own report tells its growth or change. */
void grown_tell(const struct entries *entries);
/* `likely`, sorted by pair: names that differ are not one, at no level and in no rate, where a figure was far from what the
 * other name's report has of the year before. A person's word stands. */
void grown_part(struct likely *likely, const struct cluster *clusters);

#endif
