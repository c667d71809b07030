/* The word behind a noun that only places something in what is counted or measured goes: 38个省考断面中, 60平方米的教室里. */
#ifndef SUANPAN_AMONG_H
#define SUANPAN_AMONG_H

#include "extract/naming/naming.h"

/* 在全市12个|县区中|排名第5, 38个|省考断面中|35个达到Ⅲ类: the field and the whole are of the nouns, without the word that
 * closes it. */
slice without_among(const struct sentence *s, const struct candidate *c, struct range noun, slice name);
/* 25个|省考断面中Ⅱ类断面|17个: behind the 中 between figure `c` and the figure before it, which count by one unit, what `c`
 * counts; empty when there is none. */
slice some_among(const struct sentence *s, const struct candidate *c);
/* 60平方米的|教室里|坐着学生, 500米长的|夜市上，: what so large a thing is, without the word that places something there. */
slice without_where(const struct sentence *s, const struct candidate *c, struct range noun, slice name);

#endif
