/* 73岁的|李有福, 村民王为民|今年73岁: a person whose given name opens with a word of ours. */
#ifndef SUANPAN_FULL_NAME_H
#define SUANPAN_FULL_NAME_H

#include "extract/naming/naming.h"

/* The person whose age figure `c` tells, with that name; empty when the name holds no such word: other ways
 * find it then. */
slice full_name(const struct naming *n, const struct candidate *c);

#endif
