/* report.html: one page that needs nothing else. Evidence, claims, series, charts and contradictions, each linked to the
 * others. */
#ifndef SUANPAN_REPORT_H
#define SUANPAN_REPORT_H

#include "export/audit/audit.h"
#include "export/gather.h"
#include "plots/chart.h"

struct report_parts {
    const struct gathering  *gathered; /* by texts_gather */
    const struct comparison *comparison;
    const struct audit      *audit;
    const struct chart_list *charts;
    const char              *chart_folder; /* where NAME.svg of each chart stands */
    const char              *failure;      /* why there are no charts; NULL: nothing failed */
    const char              *title;        /* NULL: made from who reports */
    const char              *header;       /* zh (NULL too), en, both */
    const char              *version;
};
/* Writes the page to `path` (NULL or "-": standard output), whole or not at all. False and `err` (ERR_OUTPUT). */
bool report_write(const char *path, const struct report_parts *parts, struct arena *arena, struct err *err);

#endif
