/* What a growth or change is compared with where its own clause does not say; cards of 20-changes.rules come first. */
#ifndef SUANPAN_BASIS_H
#define SUANPAN_BASIS_H

#include "extract/sentence/candidate.h"

void bases_carry(struct sentence *s);

#endif
