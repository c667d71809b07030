/* What a line begins with that is an item of a list: 一、 is a mark of level 1, （一） of level 2, 1. of 3, (1) of 4; ① and
 * 一是 open an item of no level. Facts: rules/lists.tsv. */
#ifndef SUANPAN_LIST_MARK_H
#define SUANPAN_LIST_MARK_H

#include "extract/words/roles.h"

enum list_role {
    LIST_DIGIT = 1 << 0,
    LIST_BRACKET = 1 << 1,
    LIST_CLOSES = 1 << 2,
    LIST_ORDINAL = 1 << 3,
    LIST_SECTION = 1 << 4,
    LIST_ARTICLE = 1 << 5,
    LIST_PAUSE = 1 << 6,
    LIST_POINT = 1 << 7,
    LIST_WIDE_POINT = 1 << 8,
    LIST_IS = 1 << 9,
    LIST_ITEM = 1 << 10,
    LIST_DASH = 1 << 11,
    LIST_FIRST = 1 << 12,
    LIST_CAPITAL = 1 << 13,
    LIST_AMOUNT = 1 << 14,
};
enum { LONGEST_BEFORE_NUMBER = 3 }; /* bytes of one character: 第 */
bool lists_load(struct role_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err);

/* False for most lines: their first character starts no mark that has a level. */
static inline bool mark_may_start(const struct role_table *t, slice s) {
    size_t size;
    if (digit_at(s, 0)) return true;
    return roles_at(t, s, &size) & (LIST_DIGIT | LIST_BRACKET | LIST_ORDINAL);
}
int mark_level_read(const struct role_table *t, slice s, size_t *size);
/* Level of the list mark at the start of `s` and its bytes: 一、 1, （一） 2, 1. 3, (1) 4; 0 when there is none. */
static inline int mark_level(const struct role_table *t, slice s, size_t *size) {
    return mark_may_start(t, s) ? mark_level_read(t, s, size) : 0;
}
/* How such a mark is written, another number for each of 一、 第一章 第一节 （一） 1. 1、 (1), and is it the first of its list?
 */
struct mark_form {
    uint32_t style; /* no mark has 0 */
    bool     first;
};
struct mark_form mark_form(const struct role_table *t, slice mark);
/* A line that opens something of its own: 一、 （二） 1. 第三章 ① # - 一是. */
bool list_opens(const struct role_table *t, slice line);
/* A line may open so within a sentence: （所、站）, 第二大, but not （二） and 第三章, which are numbers of lists. */
bool list_continues(const struct role_table *t, slice line);
/* It ends so: 名列全省第. */
bool list_ends_ordinal(const struct role_table *t, slice line);
/* Bytes of the dash that opens an item and of the blanks behind it: - 改造泵站; 0 when none does: -5%. */
size_t list_dash(const struct role_table *t, slice line);
/* Is `number` that of a section of a section, with only a blank between it and `behind`: 2.1 本署, 3.4.1 各區; 3.5 亿元 is an
 * amount. */
bool list_section_ends(const struct role_table *t, slice number, slice behind);
/* The bytes of such a number at the start of `s`, with the blank; 0: there is none. */
size_t list_section(const struct role_table *t, slice s);
/* Bytes of the number before a name: of 1.水稻, 一、水稻, (1)水稻; 0: there is none. */
size_t list_label(const struct role_table *t, slice s);
/* A number with what stands round it, or 章 or 条 behind: （一）, 一、, 1., 第三章. A narrower look than list_opens, for lines
 * that were cut where a margin was. */
bool list_numbered(const struct role_table *t, slice line);

#endif
