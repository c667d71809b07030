/* 查处窃电62起 is what is left of one report, 查处违约用电及窃电54起 of the next that says all else as that did. */
#ifndef SUANPAN_SERIES_REST_H
#define SUANPAN_SERIES_REST_H

#include "export/series/likely.h"

/* The pairs of clusters that are left of two reports of years that follow one another, of whose figures two of three are
 * joined, and are more alike than either is to anything else that is left. */
void rest_find(struct search *search);

#endif
