/* What lasted. */
#ifndef SUANPAN_LASTING_H
#define SUANPAN_LASTING_H

#include "extract/naming/naming.h"

/* 地区生产总值连续5年居全省首位, 古堰历时12年成功申遗: what went on for the length of time `c`, by the words `before` it and
 * those behind; empty when nothing did. */
slice lasted(struct naming *n, const struct candidate *c, struct range before);
/* 综合考核连续6次获评先进: what was done as often as `c` says, one time after the other; empty when `c` counts no such times.
 */
slice done_so_often(struct naming *n, const struct candidate *c, struct range before);
/* 每人平均用时|47分钟: the time that a thing takes, where nothing else is told; empty when `before` tells of none. */
slice time_taken(const struct naming *n, const struct candidate *c, struct range before);
/* 经过|两个月|的试运行，每次收费50元, ，25分钟|后赶到，修了3台: does figure `c` tell no more than how long it took until what
 * is told behind it, for which its name says nothing? */
bool only_took(const struct naming *n, const struct candidate *c);
/* 仅用45天，|施工队就完成河道清淤2.3公里; 历时3个月，|工厂建成投产|。: what the next clause tells, by which the length of time
 * `c` is named where its own tells nothing; empty when that tells nothing either. The next figure is named by then. */
slice took_next(const struct sentence *s, const struct candidate *c, struct arena *arena);

#endif
