/* Which clusters may be one figure, found without comparing all with all; and what their values say to it. */
#ifndef SUANPAN_SERIES_LIKELY_H
#define SUANPAN_SERIES_LIKELY_H

#include "export/series/join.h"
#include "export/series/pairs.h"
#include "export/series/points.h"

/* How sure it is, of 100, that two clusters are one figure. */
enum {
    /* by the way that finds them */
    SCORE_UNIT = 95,         /* the same key, another counting word: 54个, 54家 */
    SCORE_SPAN = 94,         /* the same key, an inherited span that the values settle */
    SCORE_OPEN = 93,         /* both spans are inherited, and the values far from one another */
    SCORE_GROWN = 86,        /* a figure and its growth lead to the other's value */
    SCORE_WEAK_SYNONYM = 85, /* 近 rows: 财政支出, 一般公共预算支出 */
    SCORE_RESTATED = 87,     /* one figure in the words of two reports */
    SCORE_TURNS = 84,        /* the same key, 人 and 人次 by turns */
    SCORE_CARRIED = 82,      /* what two names are elsewhere, two figures behind one */
    SCORE_OBJECT = 80, /* the same done to the same thing, and nothing like it in either report: 新建停车位, 增设停车位 */
    SCORE_SAID = 72,   /* the clause says in full what the other metric says */
    SCORE_WITHIN = 68, /* the same done to what may be the same thing: 公共停车位 */
    SCORE_BEHIND = 66, /* two of one sort behind one figure: 签约项目42个，合同资金68.5亿元 */
    SCORE_SOLE = 64,   /* one holds the other, and nothing else in their reports does: 体检, 健康体检 */
    SCORE_RARE = 63,   /* both have two characters that nothing else in their reports has */
    SCORE_GAP = 62,    /* each stands in the reports that the other is missing from */
    SCORE_REST = 61,   /* what is left of two reports that say the same */
    /* and how much alike two wordings are (wording_similarity) that are joined */
    SCORE_JOIN = 70,      /* when one stands in the other */
    SCORE_LED = 70,       /* … and what one says before the other may be a verb: within twice, 本科生, 招收本科生 */
    SCORE_CLOSE = 60,     /* when the values of the nearest years are close */
    SCORE_CONFIRMED = 55, /* when two reports give the same value for one year */
    SCORE_LIST = 55,      /* below: not worth a person's time */
};

struct likely {
    struct candidate_join *items;
    size_t                 count, capacity;
};

/* Where pairs are looked for, and where they go. */
struct search {
    struct likely             *out;
    const struct cluster      *clusters;
    size_t                     count;
    const struct entries      *entries;
    const struct metric_rules *rules;
    struct arena              *arena;
    bool                       again; /* only in gates that have a settled cluster */
};
/* A way to find pairs. A new one is a file, a line in ways.h, a row of join_the_rest and a SCORE_ above. */
typedef void (*pair_finder)(struct search *search);
/* These two are one, unless the figures speak against it: so sure, of 100, and why. */
void search_push(const struct search *search, uint32_t x, uint32_t y, int score, const char *reason);

/* Looks through the clusters [first, end), which may be one with each other only; `room` holds postings of all of them. */
typedef void (*gate_visitor)(void *context, size_t first, size_t end, struct posting *room);
/* Nothing is joined across gates, by which the clusters are sorted: visits those of each. */
void gates_visit(const struct search *search, void *context, gate_visitor visit);
/* The pairs that their wordings or a person's aliases speak for, x < y; some several times. */
void likely_find(struct search *search, const struct aliases *aliases);
/* Each pair once, by what says most. */
void likely_keep_once(struct likely *likely);
/* Their names tell of two things, 篮球场 and 足球场: that they stand in one place of two reports says nothing. `least` as in
 * wording_parted. */
bool clusters_parted(const struct cluster *x, const struct cluster *y, size_t least);
/* Their names begin with the same two characters. Who says 整治火灾隐患 of last year's 整改消防隐患 says all in other words;
 * who keeps the verb, 排查消防隐患 and 排查燃气隐患, means what else differs. */
bool verb_kept(const struct cluster *x, const struct cluster *y);

#endif
