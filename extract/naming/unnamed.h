/* Figures that nothing names: which borrow no name, and what they are called then. */
#ifndef SUANPAN_UNNAMED_H
#define SUANPAN_UNNAMED_H

#include "extract/naming/naming.h"

/* Is `c` listed behind a noun that is not its own: 12个村、86个村民小组、|4312户? */
bool listed_alone(const struct naming *n, const struct candidate *c);
/* Does `c` tell who lives in what is counted before: 辖14个行政村，|8964户3.2万人? */
bool lives_alone(const struct naming *n, const struct candidate *c);
/* Does `c` open a sentence with nothing before it but a place: 全村|364户? `before`: the words before it. */
bool opens_alone(const struct naming *n, const struct candidate *c, struct range before);
/* Names `c`, which has no name: people and homes by their unit, what moved by the word that says that it ranks or moves. */
void name_by_unit_alone(const struct sentence *s, struct candidate *c);

#endif
