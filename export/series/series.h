/* The same metric of the same body across years. */
#ifndef SUANPAN_SERIES_H
#define SUANPAN_SERIES_H

#include <stdio.h>

#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/claim.h"

struct audit_rules;  /* audit/rules.h */
struct metric_rules; /* rules/metrics.tsv: synonyms, heads, modifiers that matter, words to drop */
struct metric_tables {
    const char *metrics, *scripts; /* paths of metrics.tsv and scripts.tsv */
};
struct point {
    const struct claim *claim;
    int                 year;      /* claim->year; of a from-value without its own, the year before */
    slice               name;      /* who reports, as the report has it */
    slice               body;      /* 甲县, also where the report says 甲县人民政府 */
    decimal             value;     /* in the series' unit; downwards is negative; absent for a range */
    bool                reckoned;  /* 由A behind an earlier sentence's years: its year is a guess */
    bool                shadowed;  /* another figure of the same year wins */
    bool                recounted; /* as 人次 in a series of 人, or the other way round */
    bool                duplicate; /* its document repeats another: the same report in two formats */
    decimal             score;     /* 0..1, how sure the join is; two decimals */
    slice               span;      /* what this report says that it covers; the series' is what all of them say */
};
struct series {
    slice         id;     /* stable: made from the key */
    slice         metric; /* the most common wording */
    slice         key;    /* what the wordings share once rules/metrics.tsv has normalised them */
    slice         figure; /* whose and what: equal for the result, the target, the growth and the sums of one figure */
    bool          broad;  /* a 泛 metric: 投资 says nothing without the words before it */
    slice         unit, body, dimension;
    slice         span;        /* what a point covers: "" one year, 5y five years together, 年均5y, H1, since2017 */
    slice         change_unit; /* what it changes in: 百分点 when it is in_points, else its unit */
    bool          in_points;   /* shares, rates and growth */
    enum kind     kind;
    enum status   status;
    slice        *aliases;
    size_t        alias_count;
    struct point *points; /* sorted by year, then document order; shadowed ones behind the winner */
    size_t        point_count;
};
struct weak_match { /* a join not made: a person confirms it in matches.csv */
    const struct series *a, *b;
    decimal              score;
    const char          *reason; /* English, a row of messages.tsv */
};
struct repeat { /* a document that says what an earlier one says, in whatever format */
    slice document, of;
};
struct comparison {
    struct series             *series; /* sorted: those with most years first, then text order */
    size_t                     count;
    struct weak_match         *weak;
    size_t                     weak_count;
    int                        first_year, last_year;
    size_t                     reports; /* documents that gave a figure */
    const struct repeat       *repeats;
    size_t                     repeat_count;
    size_t                     missing_year; /* figures left out because nothing says their year */
    const struct bodies       *bodies;       /* whose the reports are: series/body.h */
    const struct metric_rules *rules;        /* that it was made by */
    const struct audit_rules  *audit;        /* words of audit.tsv; NULL: none */
    const struct claim        *claims;       /* that it was made of */
    size_t                     claim_count;
    bool                       across; /* one metric over bodies: points of a year differ by body, series.body is empty */
};

/* Reads the tables into `run`. False with `err` set when one is missing or broken. */
bool metric_rules_load(struct metric_rules **out, const struct metric_tables *tables, struct arena *run, struct err *err);
/* What joins figures of different wording. */
struct joined_by {
    const struct metric_rules *rules;
    const char                *aliases; /* a CSV of metric, alias, yes|no; NULL: none */
    const char                *across;  /* "bodies"; NULL: over the years of each */
};
/* Claims must live as long as the result. */
bool series_build(struct comparison *out, const struct claim *claims, size_t n, const struct joined_by *by, struct arena *arena,
                  struct err *err);
/* Who reports, by the name that the series of that body bear. */
slice comparison_body(const struct comparison *c, const struct claim *claim);
/* For the terminal: how much was joined, what repeats, and why there is nothing. */
void comparison_tell(FILE *out, const struct comparison *c);

#endif
