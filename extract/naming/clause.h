/* What the clause before names. */
#ifndef SUANPAN_CLAUSE_H
#define SUANPAN_CLAUSE_H

#include "extract/naming/phrase.h"

/* The clause before token `from` that names something, for 治愈率，达100%. What stands right behind a figure is its own. */
slice clause_before(const struct sentence *s, size_t from, enum kind kind, struct arena *arena);
/* Who the clause before token `from` says that somebody is: 头一家是坡头屯的|蓝大爷，76岁; empty when it says nothing so. */
slice person_before(const struct sentence *s, size_t from, struct arena *arena);
/* 收入减少5亿元，|主要原因是|土地出让收入短收5亿元: does the clause of the figure at token `k` tell no more than why, or of
 * what, the one before is? */
bool tells_why(const struct sentence *s, size_t k);
/* The subject of the clause that ends right before token `from`; empty when none can be told from what is said of it. */
slice subject_before(const struct sentence *s, size_t from, struct arena *arena);

#endif
