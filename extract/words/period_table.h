/* The rows of periods.tsv, ready to be looked up. Seen by period.c and period_table.c only. */
#ifndef SUANPAN_PERIOD_TABLE_H
#define SUANPAN_PERIOD_TABLE_H

#include "extract/words/period.h"

struct period_word {
    slice         text;
    struct period means;
};
struct year_words {
    slice *items;
    size_t count, room;
};
struct period_table {
    const struct alphabet   *alphabet;
    const struct role_table *dates;
    struct trie              trie;  /* values are indexes of words, plus one */
    struct period_word      *words; /* in the order of the table */
    size_t                   count, room;
    size_t                   era; /* of words, plus one: 民国; 0: there is none */
    struct year_words        beside[YEAR_WORDS];
    struct scan_set          years; /* characters that a period with a year of its own starts with */
};

#endif
