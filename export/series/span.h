/* The year of a claim, and what it spans. */
#ifndef SUANPAN_SERIES_SPAN_H
#define SUANPAN_SERIES_SPAN_H

#include "export/series/key.h"

/* "2013/2017" → 2013 and 2017; false when a period is none of several years' ends. */
bool period_spans(slice period, int *first, int *last);
/* What the words before a figure say of what it spans. */
struct span_said {
    slice context;          /* 境 words: 年均 */
    bool  average, reaches; /* a year on average; it came to so much by then */
    int years; /* between the two ends of the figure before it, 由1997年的…增加到2002年的…, 0 where there are none */
};
/* 5y, H1, 年均5y, none for one year. A sum or a growth over years is never lined up with one year's; what a figure came to by
 * the end of them is. `dated`: the claim whose sentence tells its period; itself, where it does. */
slice claim_span(const struct claim *claim, const struct claim *dated, enum kind kind, const struct span_said *said,
                 const struct metric_rules *rules, struct arena *arena);
/* The 5 of 5y and of 年均5y; 0 for one year. */
int span_years(slice covers);
/* The to-value that belongs to a from-value: the next claim of the sentence that says so; NULL when there is none. */
const struct claim *claim_other_end(const struct claim *from, const struct claim *end);
/* 由A升至B: A is of the year before, or of the year before the span; a year of its own stays. */
int claim_year(const struct claim *claim, const struct claim *end);

#endif
