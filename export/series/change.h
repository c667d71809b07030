/* What changed between two years, as a statistician signs it: with the bounds that 约 and 以上 leave. */
#ifndef SUANPAN_SERIES_CHANGE_H
#define SUANPAN_SERIES_CHANGE_H

#include "export/series/series.h"

struct column_texts; /* column_texts.h */
struct change {
    int            from, to;          /* the last two years that have a value; 0: there are no two */
    decimal        amount, low, high; /* in the series' unit, or in points; low and high where 约 ≥ ≤ leave a range */
    decimal        percent, percent_low, percent_high; /* two places; absent for shares, rates and growth */
    decimal        average;                            /* percent a year over a gap of years; absent for one year */
    decimal        published; /* growth that the report of `to` itself states; absent when it does not */
    bool           points;    /* the change is in 百分点 */
    enum qualifier bound;     /* exact, about, over or under: ≥14万, then 21.8万 are at most +7.8万 */
    slice          note;      /* at least; base is zero; sign changes; published 9.1, computed 8.2 … */
};

/* `growth` is the series of the same figure's published growth, NULL when there is none; `texts` says the note's language. */
void change_between(struct change *out, const struct series *s, const struct series *growth, const struct column_texts *texts,
                    struct arena *arena);
/* What the bounds of the earlier and the later figure leave of the change between them. */
enum qualifier change_bound(const struct point *before, const struct point *after);
/* The series that says something else of the same figure, its growth or its target; NULL when there is none. */
const struct series *series_beside(const struct comparison *c, const struct series *s, enum kind kind, enum status status);
/* The point that stands for `year`: not shadowed; NULL when there is none. */
const struct point *series_point(const struct series *s, int year);
/* (b / a)^(1/n) - 1 in percent, two places. Both positive, 1 < n; absent otherwise. */
decimal yearly_growth(decimal a, decimal b, int n);

#endif
