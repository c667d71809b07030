/* Where something may stand, found 32 bytes at a time: numerals, ends of sentences, what text.c folds. Every finder has a plain
 * twin that a test holds equal; the machine's own instructions are chosen as the program runs. */
#ifndef SUANPAN_SCAN_H
#define SUANPAN_SCAN_H

#include "extract/base/slice.h"

/* A set of characters, told by halves of their bytes. An ASCII one by both halves of its byte. Of the others sixteen groups
 * are made, a bit each: one is of the set only when a group's bit is in the tables of its lead byte and of both halves of its
 * second and third; a few others may pass, too, so a bit a character decides. */
enum { HALVES = 6 };
struct scan_groups {
    uint8_t half[HALVES][16]; /* of the first byte the lower half and the upper, of the second, of the third */
};
struct scan_set {
    uint8_t            ascii[16];
    struct scan_groups groups[2]; /* eight each */
    uint64_t           bits[0x10000 / 64];
};

/* The set of these characters, which ascend and are below U+10000. */
void scan_set_build(struct scan_set *set, const uint32_t *codes, size_t count);
/* First byte at or behind `from` where a character of the set starts; text.len when there is none. */
size_t scan_marked(const struct scan_set *set, slice text, size_t from);
size_t scan_marked_plain(const struct scan_set *set, slice text, size_t from);
/* First byte of 。！？； or ; ! ? at or behind `from`. */
size_t scan_stop(slice text, size_t from);
size_t scan_stop_plain(slice text, size_t from);
/* First byte at or behind `from` that folding may change: a blank, a full-width digit, a gloss in brackets. */
size_t scan_fold(slice text, size_t from);
size_t scan_fold_plain(slice text, size_t from);
bool   scan_folds(slice text); /* at its first byte */

#endif
