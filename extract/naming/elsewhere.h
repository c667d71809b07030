/* The name of a figure whose own clause has none. */
#ifndef SUANPAN_ELSEWHERE_H
#define SUANPAN_ELSEWHERE_H

#include "extract/naming/naming.h"

/* 四县|有幼儿园265所: places of which nothing is told are what they are. */
bool counts_places(const struct sentence *s, const struct candidate *c);
/* 医护人员到位6名，|从进手术室到取出异物|，只用了18分钟: between which two so long passed, by the clause before; empty where
 * that tells it not. */
slice passed_between(const struct naming *n, const struct candidate *c, struct range before);
/* What stands before the clause of `c`, whose words `words` tell nothing: the figure, the clause or the sentence before it, and
 * in `*by` which it was. Empty when those have no name either. */
slice named_elsewhere(struct naming *n, const struct candidate *c, struct words words, enum named_by *by);
/* Is `c` listed behind a noun that is not its own: 12个村、86个村民小组、|4312户? */
bool listed_alone(const struct naming *n, const struct candidate *c);
/* Does `c` tell who lives in what is counted before: 辖14个行政村，|8964户3.2万人? */
bool lives_alone(const struct naming *n, const struct candidate *c);
/* Does `c` open a sentence with nothing before it but a place: 全村|364户? `before`: the words before it. */
bool opens_alone(const struct naming *n, const struct candidate *c, struct range before);
/* Names `c`, which has no name: people and homes by their unit, what moved by the word that says that it ranks or moves. */
void name_by_unit_alone(const struct sentence *s, struct candidate *c);

#endif
