/* What a bare head is of. */
#ifndef SUANPAN_SUBJECT_H
#define SUANPAN_SUBJECT_H

#include "extract/naming/naming.h"

/* A bare head with what it is of: 总数 that of the figure before, else of the clause. */
slice with_its_subject(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);

#endif
