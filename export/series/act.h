/* What was done to what a figure counts, where its metric does not say it: 其中【高速公路】, and 增加【学位】1850个. */
#ifndef SUANPAN_SERIES_ACT_H
#define SUANPAN_SERIES_ACT_H

#include "export/series/key.h"

/* What has been said of the figures before, in their sentence; all zero at first. */
struct act {
    slice sentence, verb, unit; /* 新增, of 新增公路63万公里 */
    slice more;                 /* 增加, of 增加学位1850个、托位620个 */
    bool  among;                /* 其中 has been said: 其中水电9601万千瓦、核电384万千瓦 */
    bool  whole;                /* nothing before the claim says that it is of a part */
    bool  added;                /* the claim is a change that counts what came: 增加学位1850个 */
    bool  undone;               /* or what was done away with: 减少贫困人口3600人 */
};

/* Goes on to `claim`, before which `before` stands. Returns its metric with what was done, borrowed or in `arena`. */
slice act_metric(struct act *act, const struct claim *claim, slice before, const struct metric_rules *rules,
                 struct arena *arena);

#endif
