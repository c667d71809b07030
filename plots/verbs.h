/* The verbs whose work ends in this room. They return the exit status of the program: 0, 1 or 2. */
#ifndef SUANPAN_PLOTS_VERBS_H
#define SUANPAN_PLOTS_VERBS_H

#include "extract/options.h"

int verb_plot(const struct options *options, struct arena *run, struct err *err);
int verb_report(const struct options *options, struct arena *run, struct err *err);

#endif
