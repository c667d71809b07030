/* Words that a name borrows: from the figure before (国家级企业8家、省级66家), from the clause before (治愈率，达100%). */
#ifndef SUANPAN_BORROW_H
#define SUANPAN_BORROW_H

#include "extract/meaning/naming.h"

/* The clause before token `from` that names something, for 治愈率，达100%. What stands right behind a figure is its own. */
slice clause_before(const struct sentence *s, size_t from, enum kind kind, struct arena *arena);
/* The subject of the clause that ends right before token `from`; empty when none can be told from what is said of it. */
slice subject_before(const struct sentence *s, size_t from, struct arena *arena);
/* A metric without the verb that opens it: 清理规章规定 → 规章规定, for 废止830件 behind it. */
slice object_of(const struct sentence *s, slice metric);
/* The name of figure `c` by the words `name` of those `before` it, with what it lacks: a level, a bare verb, a generic head, an
 * item of a list that shares its verb. */
slice completed(struct naming *n, const struct candidate *c, struct range before, struct range name);

#endif
