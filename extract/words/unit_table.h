/* The rows of units.tsv and measures.tsv, ready to be looked up. Seen by unit*.c only. */
#ifndef SUANPAN_UNIT_TABLE_H
#define SUANPAN_UNIT_TABLE_H

#include "extract/base/ratio.h"
#include "extract/words/neighbour.h"
#include "extract/words/unit.h"

struct unit_row {
    enum unit_part    part;
    struct unit_row  *next; /* the next row with the same surface: the other reading */
    struct neighbours near;
    struct unit       unit;
};
struct unit_table {
    struct unit_row        *rows, *behind; /* behind the last one */
    const struct unit      *rank;          /* the first of its class */
    const struct alphabet  *alphabet;
    struct trie             trie;     /* values count the rows from the last: of a surface the first has the greatest */
    struct trie             prefixes; /* the first row again, of units that stand before their numeral, written backwards */
    const struct unit_row **alone;    /* by letter: the first row of a unit of one letter, where it stands behind a numeral */
    uint16_t                open, close; /* the letters of （ and ） */
};

/* Sets what one of it is in the base unit, and whether that is a power of ten. */
void unit_factor_set(struct unit *unit, struct ratio factor);

static inline bool is_latin(unsigned letter) { return (letter | 32) - 'a' < 26; }

#endif
