/* The verb whose work ends in this room: it returns the exit status of the program, 0, 1 or 2. */
#ifndef SUANPAN_EXTRACT_VERBS_H
#define SUANPAN_EXTRACT_VERBS_H

#include "extract/options.h"

int verb_explain(const struct options *options, struct arena *run, struct err *err);

#endif
