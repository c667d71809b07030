/* A place in a text as people tell it: byte 8 of 全年\n处置3起 is character 3 of line 2. */
#ifndef SUANPAN_CURSOR_H
#define SUANPAN_CURSOR_H

#include "extract/base/slice.h"

struct cursor {
    size_t   byte;
    uint32_t point, line; /* code points before it; lines begun, from 1 */
};

#define CURSOR_START ((struct cursor){0, 0, 1})

/* Moves to `byte`, on or back: what lies between is counted, so whoever asks in order counts a text once. */
void cursor_move(struct cursor *cursor, slice text, size_t byte);
void cursor_move_plain(struct cursor *cursor, slice text, size_t byte); /* its twin, a byte after the other */

#endif
