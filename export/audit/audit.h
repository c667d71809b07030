/* Where reports contradict one another, or themselves: two sentences that cannot both hold. */
#ifndef SUANPAN_AUDIT_H
#define SUANPAN_AUDIT_H

#include <stdio.h>

#include "export/series/series.h"

enum check { CHECK_VALUE, CHECK_FROM, CHECK_GROWTH, CHECK_PART, CHECK_SHARE, CHECK_RECORD, CHECK_SUM, CHECKS };
enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE }; /* a revision, a change of scope or prices explains a note */
extern const char *const check_names[CHECKS], *const severity_names[3];

struct contradiction {
    enum check          check;
    enum severity       severity;
    const struct claim *claim, *other;              /* never NULL: the statement, and the one that it goes against */
    int                 year;                       /* that both speak of */
    slice               unit;                       /* of value and against */
    decimal             value, against, difference; /* in that unit; difference in points for growth and shares */
    const char         *note;                       /* English, a row of messages.tsv: revised, or another scope */
};
struct audit {
    struct contradiction *items; /* errors first, then in the order of the claims */
    size_t                count, capacity;
    size_t                counts[CHECKS];
};

/* What the series refute, and what one sentence says against itself. Everything is borrowed and must live as long. Without
 * `audit` in the comparison no word is known: 其中, 首次 and 可比口径 say nothing then. */
void audit_make(struct audit *out, const struct comparison *c, struct arena *arena);
struct table;        /* table.h */
struct column_texts; /* column_texts.h; NULL: English headings only */
/* check, severity, body, metric, unit, year, value, other_value, difference, note, and where both sentences stand. */
void audit_table(struct table *out, const struct audit *a, const struct column_texts *texts, struct arena *arena);

/* For the terminal: how many there are, and the first few that are no notes, both sentences under each. */
void audit_tell(FILE *out, const struct audit *a, struct arena *arena);

#endif
