/* Times that are dealt out to a row of figures: 2019年、2020年、2021年，增加值分别增长6%、5%、4%. */
#ifndef SUANPAN_IN_TURN_H
#define SUANPAN_IN_TURN_H

#include "extract/telling/context.h"

/* Gives each figure behind 分别 its own of as many years, quarters or dates before it. */
void times_in_turn(const struct context *c, struct sentence *s);

#endif
