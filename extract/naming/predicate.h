/* What the nouns behind a figure did, and where that ends. */
#ifndef SUANPAN_PREDICATE_H
#define SUANPAN_PREDICATE_H

#include "extract/naming/phrase.h"

/* Bytes of words that carry meaning, in Chinese characters. */
enum {
    LONGEST_PREDICATE = 21 * HAN, /* a longer one is a sentence, no name */
    /* A noun that says little is named with what it did, 妇女|实现就业; with what it won also a longer one, 舞台艺术作品|获奖,
     * and people, who are told apart by that, and those whom something was done for a still longer one: 适龄妇女|免费提供筛查.
     */
    SHORT_NOUN = 3 * HAN,
    SHORT_WINNER = 5 * HAN,
    SHORT_PEOPLE = 6 * HAN,
    LONG_PEOPLE = 9 * HAN, /* for whom something was done: 为120户困难残疾人家庭|实施改造 */
    /* What it did must say something: 农民|受益 does, and so does 妇女|实现就业, where 实现 says nothing. */
    SHORT_DEED = 2 * HAN,
    DEED = 3 * HAN,
    LONGEST_BARE_DEED = 6 * HAN,
};

/* The noun with what it did, 619个村|参与报名, when it is no longer than `longest`; SIZE_MAX for a share of it. */
struct range with_predicate(const struct sentence *s, struct range noun, size_t longest);
/* 10个|乡镇|建起了工作站, 5家|单位|对账目进行了审计: did those of the noun only do something to something, which does not tell
 * who they are as 7300名妇女|参加培训 does, and 3项经验|在会上交流? */
bool only_acts(const struct sentence *s, struct range noun);
/* 由8名专业人员和|15名|志愿者组成: is the figure at token `k` one of those that something is made up of? */
bool makes_up(const struct sentence *s, size_t k);
/* 178项节能、节水和资源利用等重大项目: the 等 that closes the list which goes on at `i`, when a noun stands behind it; 0 when
 * none does. */
size_t list_close(const struct sentence *s, size_t i);
/* 县（市）, “两基”（基本普及…）攻坚县: the closing token of a bracket inside a name, which opens at `i`; 0 when it is none. */
size_t inner_bracket(const struct sentence *s, size_t i);
/* Does a quotation that opens behind `from` stand open at `i`? */
bool in_open_quotation(const struct sentence *s, size_t from, size_t i);
/* Where the noun that starts at token `from` ends. */
size_t item_end(const struct sentence *s, size_t from);
/* 教学能手、|骨干教师称号: does the list mark at token `end` part nouns of what was done from token `i` on, or stand
 * in a quotation that opens behind it? */
bool parts_objects(const struct sentence *s, size_t i, size_t end);

#endif
