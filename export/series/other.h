/* When one wording stands in another and yet names something else. */
#ifndef SUANPAN_SERIES_OTHER_H
#define SUANPAN_SERIES_OTHER_H

#include "export/series/key.h"

/* One lists more than the other: 中央和地方财政扶贫资金, 中央财政扶贫资金. A verb more, 新建和改造公厕, is none. */
bool metric_lists_apart(const struct metric_rules *rules, slice x, slice y);
/* One is of a thing that stands at the other: 文化礼堂戏台, 文化礼堂. */
bool metric_things_apart(const struct metric_rules *rules, const struct metric_object *x, const struct metric_object *y);
/* Each tells of a thing that the other does not, of one class, or of another size: 改造供水管网, 改造燃气管网; 10万元以上村,
 * 50万元以上村. */
bool metric_contrasts(const struct metric_rules *rules, slice x, slice y);
/* They differ in one short word, which is no verb and shares no character with the other's: 工业用水量, 生活用水量;
 * 一般公共预算收入, 一般公共预算支出. Of shares it may be longer: 自来水普及率, 卫生厕所普及率. */
bool metric_replaces(const struct metric_rules *rules, slice x, slice y, enum kind kind);
/* What metric_contrasts asks of a name: of two that are equal each contrasts with what the other does. Mostly empty. */
slice metric_contrast_text(const struct metric_rules *rules, slice metric, struct arena *arena);
/* One is of a part of what the other is of, as a word says that is in it alone and is not `usual`: 发明专利, 专利. */
bool metric_restricts(const struct metric_rules *rules, slice x, slice y, slice usual);

enum { USUAL_WORDS = 32 };
/* How often the names of one body have words that restrict. Set to {0}, counted by usual_count. */
struct usual {
    slice  words[USUAL_WORDS];
    size_t times[USUAL_WORDS], count, names;
};
void usual_count(struct usual *usual, const struct metric_rules *rules, slice metric);
/* What one of seven has, which restricts nothing there: 青年 of a 团委. Empty when there is none. */
slice usual_word(const struct usual *usual);

#endif
