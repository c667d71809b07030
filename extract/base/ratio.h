/* Fractions in lowest terms: what one unit is of another, 亩 2000/3 of 平方米. 0/0 is none, and what does not fit comes to it.
 */
#ifndef SUANPAN_RATIO_H
#define SUANPAN_RATIO_H

#include "extract/base/decimal.h"

/* 0/0 when one of them is, or the product does not fit. */
struct ratio ratio_multiply(struct ratio a, struct ratio b);
/* "2000/3", "0.3048", "1": both parts are positive decimals. False when the cell is none. */
bool ratio_read(struct ratio *out, slice cell);

#endif
