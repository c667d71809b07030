/* A claim made ready to be lined up: its key, its year, and the gates that nothing is joined across. */
#ifndef SUANPAN_SERIES_ENTRY_H
#define SUANPAN_SERIES_ENTRY_H

#include "export/series/key.h"

struct entry {
    const struct claim *claim;
    const struct claim *opening;  /* itself, or the first of its line from which ； leads here */
    const struct claim *measured; /* itself, or as another report measures it: 每亩补贴85元 as 85元/亩 */
    slice               metric; /* the claim's, with the verb that it shares: 其中【高速公路】 → 新增高速公路 */
    slice               keyed;  /* what its key is made of: the metric, less what its unit says */
    bool                told;   /* 增加学位1850个 are so many new ones, no change of what there is: a level */
    struct metric_key  *key;
    slice               unit;    /* as measured; where it has none 人次 of 门诊人次 */
    slice               name;    /* who reports, in the report's own words, or its path */
    slice               shown;   /* and as all reports of the body are shown */
    slice               body;    /* body_key: 甲县 for 甲县人民政府 */
    slice               stem;    /* 甲: what is taken out of a metric */
    slice               gate;    /* body (not across bodies), kind, status, dimension, comparison: equal, or never joined */
    slice               wording; /* what similarity looks at: the key's text, or the sentence before a 泛 metric */
    slice               purpose; /* of a 泛 metric: what is said behind the figure, keyed; may be empty */
    slice               span;    /* "" one year, 5y, H1, 年均, 年均5y */
    slice               zone;    /* 青禾高新区: the part of its body that the sentence is of, if the metric does not say */
    bool                own;     /* no part's, as it says itself: 市中院, 本院 */
    slice               clause[2]; /* what is said of the figure before it and behind it, to the next mark */
    slice               lead;      /* the clause before that */
    size_t              behind;    /* byte of the sentence where the figure ends, 0 when it is not found there */
    enum kind           kind;      /* growth for a percentage whose metric says 增速 */
    int                 year;      /* a from-value's own year; never 0 */
    uint32_t            place;     /* in the order of the claims */
    uint32_t            report;    /* which document, in the order of the claims */
    int                 rank;      /* of its document: the year most of its claims are near; later wins */
    decimal             value;     /* growth and change downwards are negative; absent for a range */
    decimal  figure; /* in the base unit, so that two units compare; a ratio in percent, so that its distances are points */
    decimal  stood;  /* 新增3个、总数10个: what there was before, 7; absent where nothing tells */
    bool     came;   /* and this is what came, 3 */
    decimal  was;    /* 5.64亿元，增长4.1%: what it was the year before, as its report has it; absent where none tells */
    bool     whole;  /* 全国, 全县 stands before it, or nothing narrower */
    bool     total;  /* 累计达到, 总数达到: of all there is */
    bool     summed; /* 累计 stands before it: of more than the year, unless other years' values say that it is not */
    bool     inherited; /* the years of the span are those of a sentence before: the value must bear them out */
    uint32_t item;      /* 0; the second, third of a sentence that states one metric of one year several times */
    bool     another;   /* its report has told one of its name and year before, far from it: it is of another thing */
    bool     reckoned;  /* 由A: its year is reckoned from a sentence before, so it speaks against no other report */
    bool     refuted;   /* gives way to another report's own figure of that year: a guess far off, a bound near it */
    bool     nameless;  /* its report does not say whose it is: the path stands for that */
    bool     duplicate; /* its document repeats an earlier one */
    uint32_t cluster;   /* that it came from, before any join (joins_make) */
};
struct entries {
    struct entry        *items;
    const struct bodies *bodies;
    size_t               count;
    struct repeat       *repeats;
    size_t               repeat_count, repeat_capacity;
    size_t               reports, missing_year; /* as a comparison has them */
    bool                 across;                /* what is joined is of several bodies */
};

/* What a claim says, downwards negative. */
decimal signed_value(const struct claim *c);
/* Claims without a year, dates and ratios make no entry. The claims are borrowed. */
void entries_make(struct entries *out, const struct claim *claims, size_t n, const struct metric_rules *rules, bool across,
                  struct arena *arena);

#endif
