/* Where the noun behind a figure goes on and where it ends. */
#ifndef SUANPAN_GOES_ON_H
#define SUANPAN_GOES_ON_H

#include "extract/naming/phrase.h"

/* Where the list that goes on at `i` ends: at a comma, a stop or a figure. */
static inline size_t list_end(const struct sentence *s, size_t i) {
    return next_of(s, i, CLASSES(COMMA, STOP, COLON, FIGURES));
}

/* 16个市容环境提升工程: a verb between two nouns is part of the name when the last is a thing that such names end with, as is
 * one with a suffix (聚集|区). */
bool inside_compound(const struct sentence *s, size_t verb);

/* 动物|收容救护站, 社会组织|孵化基地: do the words of `deed`, which open with a verb, end with a thing that is there for it, as
 * words of edge `what` are? Not so 配备机器人, where the verb is one that gets the thing or does something to it. */
bool names_outfit(const struct sentence *s, struct range deed, enum edge what);

/* 5位教师|每天骑车接送: does what those counted do as often start at token r.to? 44%的参与者每周编写… is a share of them. */
bool does_often(const struct sentence *s, const struct candidate *c, struct range r);

/* 5家企业|集中|签约项目30个, 展位|现场|展示: does the noun at token `i` only say how something is done, where a deed is behind
 * it? */
bool says_how(const struct sentence *s, size_t i);

/* 12支医疗队|服务群众3万人次: does a deed that may be a noun start at token `i`, whose object is counted behind it? */
bool does_so_much(const struct sentence *s, size_t i);

/* Where the noun that starts at r.from goes on from token r.to, which is no noun: 的 behind a clause starts it anew. The first
 * that tells does. */
bool noun_goes_on(const struct sentence *s, const struct candidate *c, struct range *r);

#endif
