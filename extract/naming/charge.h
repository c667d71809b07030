/* The crime that somebody is charged with. */
#ifndef SUANPAN_CHARGE_H
#define SUANPAN_CHARGE_H

#include "extract/naming/naming.h"

/* 惩治毒品犯罪，|批捕33人、|起诉|45人: a deed of the courts of which so many are, with the crime that the clause or the figure
 * before tells; empty when `own` is none, or no crime is told. */
slice charged_with(const struct naming *n, struct range before, struct range name, slice own);

#endif
