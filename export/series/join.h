/* Entries of one key are a cluster; clusters that are one figure under two wordings are joined. */
#ifndef SUANPAN_SERIES_JOIN_H
#define SUANPAN_SERIES_JOIN_H

#include "export/series/alias.h"
#include "export/series/entry.h"

struct cluster {
    struct entry           **points; /* sorted by year, then the order of the claims; of all that it was joined with */
    size_t                   count, capacity;
    struct entry           **told; /* those of them that have a figure, by year, who tells it, and figure (series/points.c) */
    size_t                   told_count, told_capacity;
    struct entry           **first; /* its own points, before any join */
    const struct metric_key *key;
    struct metric_object     object;
    slice                    gate, wording, unit, span;
    slice                    zone;        /* 青禾高新区: the part of its body whose own figure it is; empty: the whole */
    slice                    usual;       /* 青年 of a 团委: a word of its body's that restricts nothing */
    bool                     inherited;   /* its span is only what an earlier sentence said */
    bool                     open;        /* so is that of all that it was joined with */
    bool                     settled;     /* it was, until the figures beside it told (series/settle.c) */
    bool                     total;       /* of all there is, as one of them says: 累计达到 */
    bool                     tells_stood; /* a point of it tells what there was before */
    bool                     worded;      /* others of its key, worded otherwise, are not the same: 缴存额, 缴存总额 */
    uint32_t                 parent;      /* itself: it leads a series */
    uint32_t                 next;        /* the next cluster of its series, UINT32_MAX at the end */
    uint32_t                 last;        /* of a leader: the last of its series */
    uint32_t                 next_sort;   /* the next of its series that is of another sort than all before it */
    slice                    sort;        /* equal, and span too: what may join the one may join the other */
    int                      score;       /* 0..100: of the join that brought it in; 100 for the leader */
};
struct candidate_join {
    uint32_t    x, y;
    int         score;
    bool        join;   /* sure enough to be made, if the figures do not speak against it */
    bool        person; /* an alias file says so */
    const char *reason;
};
struct joins {
    struct cluster        *clusters; /* sorted by gate, key, unit, span */
    size_t                 count;
    struct candidate_join *weak; /* best first */
    size_t                 weak_count, weak_capacity;
    const struct entries  *entries; /* that they were made of */
};

/* The body whose `gate` it is. */
static inline slice gate_body(slice gate) { return slice_sub(gate, 0, slice_find(gate, SLICE_LIT("|"), 0)); }
/* 2017 of 较2017年压缩71%: the year that its figures are measured against, where they name one. */
slice cluster_since(const struct cluster *c);
/* The cluster that leads the series of `i`. */
static inline uint32_t cluster_leader(const struct cluster *clusters, uint32_t i) {
    while (clusters[i].parent != i) i = clusters[i].parent;
    return i;
}
void joins_make(struct joins *out, const struct entries *entries, const struct metric_rules *rules,
                const struct aliases *aliases, struct arena *arena);

#endif
