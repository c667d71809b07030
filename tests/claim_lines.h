/* Claims written in a line, one after another with ； between: the language of fixtures/series.tsv and audit.tsv. */
#ifndef SUANPAN_TESTS_CLAIM_LINES_H
#define SUANPAN_TESTS_CLAIM_LINES_H

#include "extract/base/arena.h"
#include "extract/claim.h"

/* Returns how many there are; what is no claim fails the test. */
size_t claim_lines_read(struct claim **out, slice text, struct arena *arena);

#endif
