/* What is no claim, by the figure's own shape and place: the tests that no pattern over classes can say. Each is the 判 of a
 * card of rules/50-judgements.rules, which gives it its reason and its examples; without a card a test refuses nothing. */
#ifndef SUANPAN_JUDGE_H
#define SUANPAN_JUDGE_H

#include "extract/sentence/rule.h"

/* Sets kind where no card did and refuses what names instead of counting: 一 as an article, “13种…” in quotation marks,
 * bare numbers, ordinals that rank nothing, number words without a unit. A card's keep=yes saves a figure. */
void candidates_judge(const struct ruleset *rules, struct matcher *matcher, struct sentence *s);

#endif
