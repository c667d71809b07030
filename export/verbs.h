/* The verbs whose work ends in this room. Each returns the exit status of the program: 0, 1 or 2. */
#ifndef SUANPAN_EXPORT_VERBS_H
#define SUANPAN_EXPORT_VERBS_H

#include "extract/options.h"

int verb_extract(const struct options *options, struct arena *run, struct err *err);
int verb_compare(const struct options *options, struct arena *run, struct err *err);
int verb_rules(const struct options *options, struct arena *run, struct err *err);
int verb_normalize(const struct options *options, struct arena *run, struct err *err);
int verb_explain(const struct options *options, struct arena *run, struct err *err);
int verb_audit(const struct options *options, struct arena *run, struct err *err);

#endif
