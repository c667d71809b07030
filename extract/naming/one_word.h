/* Names of one word, with what they are told of. */
#ifndef SUANPAN_ONE_WORD_H
#define SUANPAN_ONE_WORD_H

#include "extract/naming/naming.h"

/* A name of one word that tells a level, 国家级3项, a class, 10亿元以上12个, or per what it is taken, 户均3万元, with what it
 * is told of; empty when it is none. */
slice of_one_word(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);

#endif
