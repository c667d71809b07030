/* Names of places that hold a numeral or a word: 四道沟乡, 五家站镇, 商都县 are one token, and hold no figure. */
#ifndef SUANPAN_PLACE_NAME_H
#define SUANPAN_PLACE_NAME_H

#include "extract/sentence/candidate.h"

/* Makes one unknown token of each of those in a sentence whose tokens have been read. */
void places_join(struct sentence *s);

#endif
