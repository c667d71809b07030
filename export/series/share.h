/* 双师型教师占比68% in one report, 双师型教师占专任教师的71% in the next: the one does not say of what it is a share. */
#ifndef SUANPAN_SERIES_SHARE_H
#define SUANPAN_SERIES_SHARE_H

#include "export/series/likely.h"

/* The pairs of shares of which one alone says its whole. */
void share_find(struct search *search);

#endif
