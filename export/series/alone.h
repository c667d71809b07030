/* Series of two wordings, each the only one of its sort in its reports: 查处非法采砂案件 in one year, 查办非法采砂 in the next.
 */
#ifndef SUANPAN_SERIES_ALONE_H
#define SUANPAN_SERIES_ALONE_H

#include "export/series/likely.h"

/* Pairs of clusters whose series may be one; nothing else in the reports of either is as like the other. To be called when what
 * the wordings alone say has been joined. */
void alone_find(struct search *search);

#endif
