/* Words that a name borrows: from the figure before (国家级企业8家、省级66家), from the clause before. */
#ifndef SUANPAN_BORROW_H
#define SUANPAN_BORROW_H

#include "extract/naming/naming.h"

/* The name of figure `c` by the words `name` of those `before` it, with what it lacks: a level, a bare verb, a generic head, an
 * item of a list that shares its verb. */
slice completed(struct naming *n, const struct candidate *c, struct range before, struct range name);
/* 物色用地|150幅，可建21万个单位。当中|46幅: what was counted by the unit of a figure that is of some, in the sentences before;
 * empty when nothing was. */
slice some_of_before(const struct naming *n, const struct candidate *c);

#endif
