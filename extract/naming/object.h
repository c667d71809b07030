/* What is done to what. */
#ifndef SUANPAN_OBJECT_H
#define SUANPAN_OBJECT_H

#include "extract/naming/naming.h"

/* 年报公示率|企业, 城镇居民|消费支出: the rate or the persons that a name begins with; empty when it begins with none, or is no
 * more than that. */
slice begun_by(const struct sentence *s, slice metric, enum edge edge);
/* 通过|3件: is token `i` a preposition that is a deed where only a figure stands behind it? */
bool passes(const struct sentence *s, size_t i);
/* A metric without the verb that opens it: 清理规章规定 → 规章规定, for 废止830件 behind it. */
slice object_of(const struct sentence *s, slice metric);
/* And without one that says nothing: 实施项目 → 项目, 提出建议 → 建议. */
slice without_light(const struct sentence *s, slice metric);
/* 清理 takes its object from the metric of the figure before (废止 规章), 存栏 its subject (生猪 存栏). */
slice with_object(const struct sentence *s, slice verb, slice previous, struct arena *arena);
/* 党员|认领|微心愿 → 微心愿, what somebody did something to; the whole when it tells of no such thing. */
slice done_to(const struct sentence *s, slice metric);
/* And without the verb that closes it: 生猪出栏 → 生猪, for 存栏178头 behind it; empty when it closes with none. */
slice without_verb(const struct sentence *s, slice metric);
/* 患者满意度|门诊 → 患者满意度, for 住院96分 behind it: what was measured of one is of the other; empty when nothing was. */
slice measured_of(const struct sentence *s, slice metric);
/* A bare verb with what it is done to. 清理2300件，修订325件: one unit, one object; 培训730人，授课268课时 are two. */
slice with_its_object(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own);

/* 中欧班列|开行3398列、|发送|32万标箱: the deed behind 、 is done by what did the one before, of which nothing but that deed is
 * told; empty when the figure before is told otherwise. */
slice by_the_same(const struct naming *n, struct range before, struct range name, slice own);

#endif
