/* What the words before a figure name. */
#ifndef SUANPAN_NAMED_BEFORE_H
#define SUANPAN_NAMED_BEFORE_H

#include "extract/naming/naming.h"

/* The name in the words before figure `c`. */
struct range name_before(const struct sentence *s, const struct candidate *c, struct words before);
/* The metric that they are, where they name it at all; empty when they do not. */
slice named_by_words(struct naming *n, const struct candidate *c, struct words words);
/* 其中六成为|女性: who they are that a share or a part counts; empty when nothing says so. */
slice who_they_are(const struct naming *n, const struct candidate *c);
/* 减少1/3|审批事项: what moved so much, where no words before say it; empty when nothing stands behind. */
slice moved_behind(const struct naming *n, const struct candidate *c);

#endif
