/* What the figures of two series say of their being one. */
#ifndef SUANPAN_SERIES_POINTS_H
#define SUANPAN_SERIES_POINTS_H

#include "export/series/join.h"

/* How near the values of the nearest years must be: within so many times, or so many points where they are shares. */
enum nearness {
    NEAR_AT_ALL,  /* ten times; any share */
    NEAR_ROUGHLY, /* four times, sixteen over more than five years; 30 points */
    NEAR_SPAN,    /* twice, or a point of growth: five years' sum is not one year's */
    NEAR_CLOSELY, /* half as much again; 5 points */
    NEAR_TIGHTLY  /* three tenths; 3 points */
};

/* True when the two differ by more than `percent` of the larger. */
bool decimals_are_apart(decimal a, decimal b, int percent);
/* The same of two figures, in one unit. */
bool figures_are_apart(const struct entry *x, const struct entry *y, int percent);
/* One report gives two different values for one year, or two reports values that are more than a revision apart. */
bool points_contradict(const struct cluster *x, const struct cluster *y);
/* One sentence gives the same value twice, of two things. */
bool points_beside(const struct cluster *x, const struct cluster *y);
/* Two reports give the same value for the same year: a from-value that repeats last year's own figure. */
bool points_confirm(const struct cluster *x, const struct cluster *y);
/* Reports state now the one, now the other, and each again: 肉类产量, 禽蛋产量, 肉类产量, 禽蛋产量. */
bool points_alternate(const struct cluster *x, const struct cluster *y);
/* And again the first, 培训1200人, 1350人次, 1400人 of three reports, each time near to what it was: none states both. */
bool points_take_turns(const struct cluster *x, const struct cluster *y);
/* The figures of the two whose years are nearest. */
void points_nearest(const struct cluster *x, const struct cluster *y, const struct entry **p, const struct entry **q);
/* Their years are three apart at most, or no more than what each is of is long: 五年 6600万人 and the next five. */
bool points_adjoin(const struct cluster *x, const struct cluster *y);
/* They count few of something: 2 of one thing are near to 2 of any. */
bool points_few(const struct cluster *x, const struct cluster *y);
/* The values of the nearest years follow one another. */
bool points_continue(const struct cluster *x, const struct cluster *y, enum nearness nearness);
/* A report states a figure of both. */
bool reports_shared(const struct cluster *x, const struct cluster *y);
/* Sorts a cluster's figures as `told` has them. */
void points_sort_told(struct entry **told, size_t n);
/* Those of `from`, which keeps its own, become those of `into` too. */
void points_take(struct cluster *into, const struct cluster *from, struct arena *arena);

#endif
