/* Where something may stand, found 32 bytes at a time: numerals, ends of sentences, what text.c folds. Every finder has a plain
 * twin that a test holds equal; the machine's own instructions are chosen as the program runs. */
#ifndef SUANPAN_SCAN_H
#define SUANPAN_SCAN_H

#include "extract/base/trie.h"

/* A set of characters, told by halves of their bytes. An ASCII one by both halves of its byte. Of the others eight groups
 * are made, a bit each: one is of the set only when a group's bit is in the tables of its lead byte and of both halves of its
 * second and third; others may pass, too, so a bit a character decides. */
struct scan_set {
    uint8_t  ascii[16], lead[16], second[2][16], third[2][16]; /* [0] lower halves, [1] upper halves */
    uint64_t bits[0x10000 / 64];
};

/* The set of all letters below U+10000 that bear `mark`. */
void scan_set_build(struct scan_set *set, const struct alphabet *alphabet, uint32_t mark);
/* First byte at or behind `from` where a character of the set starts; text.len when there is none. */
size_t scan_marked(const struct scan_set *set, slice text, size_t from);
size_t scan_marked_plain(const struct scan_set *set, slice text, size_t from);
/* First byte of 。！？； or ; ! ? at or behind `from`. */
size_t scan_stop(slice text, size_t from);
size_t scan_stop_plain(slice text, size_t from);
/* First byte at or behind `from` that folding may change: a blank, a full-width digit, a gloss in brackets. */
size_t scan_fold(slice text, size_t from);
size_t scan_fold_plain(slice text, size_t from);

#endif
