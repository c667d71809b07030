/* The clause that stands before a figure. */
#ifndef SUANPAN_BEFORE_H
#define SUANPAN_BEFORE_H

#include "extract/naming/phrase.h"

/* First token of the clause that figure `k` stands in: behind the last mark or figure. */
size_t clause_start(const struct sentence *s, size_t k);
/* The clause that the mark before token `from` ends. */
static inline struct range clause_up_to(const struct sentence *s, size_t from) {
    return range_of(clause_start(s, from - 1), from - 1);
}
/* The words of the clause before figure `k`, without a blank or bracket that stands at the figure: 学校（幼儿园）22所. */
struct words words_before(const struct sentence *s, size_t k);
/* 40多名志愿者|栽下樟子松、刺槐|1200株, 12家企业|生产果汁、果酱等|3万吨: the verb of those counted right before token `i`,
 * whose objects, with the 、 at `mark` among them, have the one figure at token `k`; `i` when there is none. */
size_t verb_of_objects(const struct sentence *s, size_t i, size_t mark, size_t k);
/* 投资|受疫情影响|下降5%, 受市场低迷影响|收入减少2亿元: the words `before` a figure that moved, without what moved it. */
struct words without_cause(const struct sentence *s, struct words before);
/* 棉花381万吨，|因面积调减|比上年减少15%: the words `before` figure `c`, which says how the one before moved, without why. */
struct words behind_cause(const struct sentence *s, const struct candidate *c, struct words before);
/* 体检发现|约六成有结节, 问卷显示|83%支持方案: behind the verb that says how the share at token `k` is known; SIZE_MAX when
 * none stands there. */
size_t finding_before(const struct sentence *s, size_t k);
/* The verb that stands at figure `k`: 处置5个账号 → 处置; SIZE_MAX when none does. */
size_t verb_before(const struct sentence *s, size_t k);
/* 免除|西部地区农村义务教育阶段|5200名学生: the verb before figure `k`, where nothing but nouns, three words and more,
 * stand between; SIZE_MAX when none does. */
size_t verb_far_before(const struct sentence *s, size_t k);

/* 在12个村办起驿站, 为3200名妇女免费筛查: does a preposition stand before those whom `c` counts? What is done there or for them
 * is no deed of theirs; 使9万农民受益 is. */
bool is_served(const struct sentence *s, const struct candidate *c);

/* 31个|省、自治区、直辖市|的人口, 30个|国家和地区|的客商: behind the list of kinds of places, each one bare word, that starts
 * at token `i`; `i` when no two stand there. */
size_t place_kinds_end(const struct sentence *s, size_t i);
/* Do only list marks stand between tokens `a` and `b`: 6%、5.2%和5.2%? */
bool directly_listed(const struct sentence *s, size_t a, size_t b);
/* 4.11亿元, 12万元: are figures of one unit at these two tokens? */
bool counts_alike(const struct sentence *s, size_t figure, size_t other);

/* The bracket that closes at token `i` opens there; `i` when it opens nowhere near or holds a figure. */
size_t bracket_open(const struct sentence *s, size_t i);
/* Does a figure stand before the bracket that closes at token `close` and holds none: 300张|（见附件）? */
bool remarks_on_figure(const struct sentence *s, size_t close);
/* Does a figure stand right before the list mark before token `start`, or what is remarked on it: 3个|、5个,
 * 3个（见附件）|、5个; or before a comma and the word that goes on with the list, 公园3个|，以及广场5个? */
static inline bool is_chained(const struct sentence *s, size_t start) {
    if (start < 2) return false;
    bool mark = is_one_of(s->tokens[start - 1].tag, LIST_COMMA, AND);
    mark |= s->tokens[start - 1].tag == COMMA && s->tokens[start].tag == AND;
    return mark && (is_figure(s, start - 2) || (s->tokens[start - 2].tag == CLOSE && remarks_on_figure(s, start - 2)));
}

#endif
