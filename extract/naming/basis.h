/* What a growth or change is compared with where its own clause does not say; cards of 20-changes.rules come first. */
#ifndef SUANPAN_BASIS_H
#define SUANPAN_BASIS_H

#include "extract/sentence/candidate.h"

/* What the last sentence of the paragraph opened with, 与上年相比，…；, for its parts behind ；; all zero: nothing. */
struct held_basis {
    char     text[8];   /* yoy, 2015 */
    uint32_t size, end; /* end: byte of the paragraph where the part ends that it was read in */
};
/* 比上月和|上年同期, 比2022年和|2019年: is the date at token `i` the second that something is compared with? */
bool basis_beside(const struct sentence *s, size_t i);
/* `held` is updated. */
void bases_carry(struct sentence *s, struct held_basis *held);

#endif
