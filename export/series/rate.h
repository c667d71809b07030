/* One figure a unit of something, said before it in one report and in its unit in another: 每亩补贴85元, 补贴85元/亩. */
#ifndef SUANPAN_SERIES_RATE_H
#define SUANPAN_SERIES_RATE_H

#include "export/series/series.h"

struct rates { /* by claim; both NULL when no unit has such a part */
    const struct claim **measured;
    slice               *keyed;
};

/* Reads which of the claims are measured as another is. */
void rates_read(struct rates *out, const struct claim *claims, size_t n, const struct metric_rules *rules, struct arena *arena);
/* The i-th claim as the other report measures it: 85元 of 每亩 as 85元/亩. Itself where none does. */
const struct claim *rate_measured(const struct rates *rates, const struct claim *claims, size_t i);
/* What its key is made of: `metric`, or without what the unit says: 亩均税收 in 元/亩 is 税收. */
slice rate_keyed(const struct rates *rates, size_t i, slice metric);
/* `metric` without the first word that says of what each: 耕地亩均补贴 → 耕地补贴. */
slice rate_less(const struct metric_rules *rules, slice metric, struct arena *arena);

#endif
