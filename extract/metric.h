/* The words that name a figure: the row header that a yearbook would give it. */
#ifndef SUANPAN_METRIC_H
#define SUANPAN_METRIC_H

#include "extract/candidate.h"

/* Words carried from the sentence before, for a sentence whose subject is left out. */
struct carry {
    slice metric, head; /* of its last figure, and the head that a name was last told by: 制造业增加值, 增加值 */
};

/* Sets the metric of every candidate that is not refused: 依法依规处置网络舆情313起 → 处置网络舆情, 12个乡镇 → 乡镇,
 * A、B分别增长6%、5% → each its own. Text lives in `arena`; `carry` is updated. */
void metrics_find(struct sentence *s, struct carry *carry, struct arena *arena);

#endif
