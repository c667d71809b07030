/* What is no claim, by the figure's own shape and place: the checks that no card states. */
#ifndef SUANPAN_JUDGE_H
#define SUANPAN_JUDGE_H

#include "extract/candidate.h"

/* Sets kind where no card did and refuses what names instead of counting: 一 as an article, “13种…” in quotation marks,
 * bare numbers, ordinals that rank nothing, number words without a unit. A card's keep=yes saves a figure. */
void candidates_judge(struct sentence *s);

#endif
