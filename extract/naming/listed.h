/* Names that open with a list. */
#ifndef SUANPAN_LISTED_H
#define SUANPAN_LISTED_H

#include "extract/naming/phrase.h"

/* 结构调整、节能减排和生态建设|占16%: all of a list together. */
static inline bool shares_together(const struct sentence *s, struct range r) {
    return tag_at(s, r.to) == SHARE && has_class(s, r, CLASSES(LIST_COMMA));
}

/* 供养率、|新建小区配建率: both have a head of their own. */
static inline bool lists_heads(const struct sentence *s, struct range r, size_t item) {
    return item > r.from && item < r.to && s->tokens[item - 1].tag == HEAD && s->tokens[r.to - 1].tag == HEAD;
}

/* Is a quotation that opened behind `from` still open at `at`? */
bool inside_quotes(const struct sentence *s, size_t from, size_t at);
/* 支持企业扩容、公司数量: an item behind a clause of its own stands alone; 新增光伏、风电装机 has one verb for all. */
struct range last_item(const struct sentence *s, struct range r);
/* 书法、声乐等各类专业课程: behind a list of examples stands what they are of, and the verb before the list stays:
 * 签约A、B等项目. */
struct range without_examples(const struct sentence *s, struct range r);

#endif
