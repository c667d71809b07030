/* A mark between two digits that an old print has for the point: 增长8·7%, 百分之八·七. */
#ifndef SUANPAN_POINT_H
#define SUANPAN_POINT_H

#include "extract/words/numeral.h"
#include "extract/words/unit.h"

/* Does a unit stand there: 公里, 万亩 with its scale? */
bool unit_stands(const struct vocabulary *rules, slice s);
/* True when the mark that stands between `before` and `behind`, both folded, is a point: a unit, a scale or % stands behind the
 * number, and where that may be a day, 5·12地震, 五·一期间, no unit that only counts. Looks at no more than a few characters.
 */
bool is_point(const struct vocabulary *rules, slice before, slice behind);

#endif
