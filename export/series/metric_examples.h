/* The examples of rules/metrics.tsv. */
#ifndef SUANPAN_METRIC_EXAMPLES_H
#define SUANPAN_METRIC_EXAMPLES_H

#include "export/series/series.h"

/* Calls `check` for each 例 of the table with its line, its sign ('=', '!' for ≠, '~') and whether it holds: the table proves
 * itself. False with `err` set when it cannot be read. */
typedef void (*metric_example)(void *context, int line, slice example, char sign, bool holds);
bool metric_rules_examples(const struct metric_tables *tables, metric_example check, void *context, struct arena *arena,
                           struct err *err);

#endif
