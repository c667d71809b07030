/* Words that a name borrows: from the figure before (国家级企业8家、省级66家), from the clause before. */
#ifndef SUANPAN_BORROW_H
#define SUANPAN_BORROW_H

#include "extract/meaning/naming.h"

/* A metric without the verb that opens it: 清理规章规定 → 规章规定, for 废止830件 behind it. */
slice object_of(const struct sentence *s, slice metric);
/* 清理 takes its object from the metric of the figure before (废止 规章), 存栏 its subject (生猪 存栏). */
slice with_object(const struct sentence *s, slice verb, slice previous, struct arena *arena);
/* The name of figure `c` by the words `name` of those `before` it, with what it lacks: a level, a bare verb, a generic head, an
 * item of a list that shares its verb. */
slice completed(struct naming *n, const struct candidate *c, struct range before, struct range name);

#endif
