/* Why a figure's fields are what they are: one line a field, each with the card, row, word or heading that told it. */
#ifndef SUANPAN_WHY_H
#define SUANPAN_WHY_H

#include "extract/telling/context.h"

/* "    kind=growth  20-changes.rules:13 增长.率" and so on; lines parted by \n, none behind the last. */
slice candidate_why(const struct ruleset *rules, struct context *context, const struct sentence *s, const struct candidate *c,
                    struct arena *arena);
/* FILE:LINE of what a token without a figure is read as: a row of a table, or "date". */
slice token_why(const struct ruleset *rules, const struct sentence *s, const struct token *t, struct arena *arena);
/* A date or a word that holds any numeral (统一, 三位一体); of unknown text only digits are one (PM2.5, G318). */
bool token_holds_numeral(const struct ruleset *rules, const struct sentence *s, const struct token *t);
/* Why the numeral of such a token is no figure. */
slice token_reason(const struct token *t);
/* The skeleton in Han, as cards are written. */
slice skeleton_text(const struct sentence *s, struct arena *arena);

#endif
