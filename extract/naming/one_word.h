/* Names of one word, with what they are told of. */
#ifndef SUANPAN_ONE_WORD_H
#define SUANPAN_ONE_WORD_H

#include "extract/naming/naming.h"

/* A name of one word that tells a level, 国家级3项, a class, 10亿元以上12个, or per what it is taken, 户均3万元, with what it
 * is told of; empty when it is none. */
slice of_one_word(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);

/* 干警126人，其中女干警31人，45岁以下88人; 企业640家，其中国家级5家、市级28家，收入过亿元的9家: what `part` is a part of, where
 * it or the list that it ends stands behind 其中; else it is whole itself. */
const struct candidate *whole_of_part(const struct sentence *s, const struct candidate *part);

#endif
