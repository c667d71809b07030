/* What a bare head is of. */
#ifndef SUANPAN_SUBJECT_H
#define SUANPAN_SUBJECT_H

#include "extract/naming/naming.h"

/* A bare head with what it is of: 总数 that of the figure before, else of the clause. */
slice with_its_subject(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);

/* 高速公路|从无到有，达到173公里: whose growth the clause before `before`, which is but a verb, tells; empty when it tells
 * none. */
slice grew_before(const struct naming *n, const struct candidate *c, struct range before);

/* 大桥|主跨1100米，桥塔|高185米，|设计时速80公里: behind the size of a part, the figure that measures what the sentence opens
 * with; figure `p` where it is of no part. */
const struct candidate *sized_whole(const struct sentence *s, const struct candidate *p);

#endif
