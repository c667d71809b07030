/* 新增公路63万公里，其中高速公路3万公里 → 新增高速公路; 增加学位1850个、托位620个 → 增加学位 and 增加托位, as many as
 * 新增学位 of the next year's report. Leaves alone 市场主体增加3200户, 比上年增加20张 and 增加投资3亿元, which change what
 * there is. */
#include "export/series/act.h"

#include "export/series/metric_rules.h"

#include "extract/base/banned.h"

/* So many more have come, of what is counted. */
static bool is_more(const struct claim *claim) {
    bool counted = slice_is(claim->dimension, "count") || slice_is(claim->dimension, "person");
    bool more = claim->kind == KIND_CHANGE && claim->direction == DIRECTION_UP && claim->role == ROLE_NONE;
    return counted && more && !claim->basis.len;
}

/* The verb that its metric begins with, be it one that tells nothing, as 办理. */
static slice deed_of(const struct claim *claim, const struct metric_rules *rules) {
    const struct word *verb = word_at(&rules->of[DEED], claim->metric, KIND_LEVEL, true);
    return verb && verb->text.len < claim->metric.len ? verb->text : SLICE_NONE;
}

/* 增加 of 增加学位: the metric tells what was done, and how many came of it, not by how many there are more. */
static slice added_by(const struct claim *claim, const struct metric_rules *rules) {
    slice              deed = deed_of(claim, rules);
    const struct word *verb = deed.len ? word_find(&rules->of[DEED], deed) : NULL;
    return verb && verb->to.len ? deed : SLICE_NONE;
}

/* 脱贫 of 减少贫困人口3600人: so many are no longer what the metric ends in. Empty where it names nothing that is done. */
static slice undone_of(const struct claim *claim, const struct metric_rules *rules) {
    bool less = claim->kind == KIND_CHANGE && claim->direction == DIRECTION_DOWN && claim->role == ROLE_NONE;
    return less ? metric_undone(rules, claim->metric) : SLICE_NONE;
}

/* The verb by which `claim` was added is its own, or that of the figure before it in a list. */
static bool is_listed_more(struct act *act, const struct claim *claim, slice before, const struct metric_rules *rules) {
    slice own = is_more(claim) ? added_by(claim, rules) : SLICE_NONE;
    bool  listed = is_more(claim) && act->more.len && !own.len && slice_starts(before, SLICE_LIT("、"));
    if (!listed) act->more = own;
    act->added = act->more.len > 0;
    return listed;
}

/* 新登记市场主体5.1万户；其中企业1.4万户: what was done is said once. */
static bool goes_on(slice before, slice sentence, bool whole) {
    return slice_equal(before, sentence) || (!whole && slice_ends(before, SLICE_LIT("；")));
}

slice act_metric(struct act *act, const struct claim *claim, slice before, const struct metric_rules *rules,
                 struct arena *arena) {
    slice own = claim->kind == KIND_LEVEL ? metric_act(rules, claim->metric) : SLICE_NONE, undone = undone_of(claim, rules);
    bool  whole = metric_is_whole(rules, before);
    if (!goes_on(act->sentence, claim->sentence, whole)) *act = (struct act){0};
    act->sentence = claim->sentence;
    act->whole = whole;
    act->undone = undone.len > 0;
    if (act->undone) return undone;
    if (is_listed_more(act, claim, before, rules))
        return arena_format(arena, "%.*s%.*s", SLICE_ARG(act->more), SLICE_ARG(claim->metric));
    bool among = !act->whole || (act->among && slice_starts(before, SLICE_LIT("、")));
    bool done = own.len || deed_of(claim, rules).len; /* 新增减税5亿元，其中办理退税2亿元 */
    act->among = among && act->verb.len && !done && claim->kind == KIND_LEVEL && slice_equal(claim->unit, act->unit);
    if (act->among) return arena_format(arena, "%.*s%.*s", SLICE_ARG(act->verb), SLICE_ARG(claim->metric));
    if (claim->kind == KIND_LEVEL) {
        act->verb = own;
        act->unit = claim->unit;
    }
    return claim->metric;
}
