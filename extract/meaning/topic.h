/* What a sentence speaks of from its head on: 纺织产业，以工业园为核心构建生态圈，力争实现产值80亿元. */
#ifndef SUANPAN_TOPIC_H
#define SUANPAN_TOPIC_H

#include "extract/meaning/naming.h"

/* What the bare head that stands before figure `c`, 产值, is of: the words that a comma parts from all that is said of them,
 * where no figure of the clause before took part. Empty when none do. */
slice topic_of_head(const struct naming *n, const struct candidate *c, size_t clause);

#endif
