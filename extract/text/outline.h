/* What parts a report into sections: the words that open a review or a plan (2023年工作回顾, 下一步), and list marks
 * (list_mark.h). Facts: rules/sections.tsv. */
#ifndef SUANPAN_OUTLINE_H
#define SUANPAN_OUTLINE_H

#include "extract/claim.h"
#include "extract/words/list_mark.h"
#include "extract/words/period.h"

#include "extract/base/sieve.h"

struct lexicon;

/* Where a word counts, and what it tells there. */
#define SECTION_PLACE_WORDS(X)                                                                                                 \
    X(HEADING, "标题", "in a heading: plan or review")                                                                         \
    X(NAME, "题名", "in a heading, as its name: it ends there, or goes on as 题后 says, and does not begin as 题前 says")      \
    X(BEHIND_NAME, "题后", "behind such a name: 重点任务|和保障措施")                                                          \
    X(BEFORE_NAME, "题前", "a heading that begins with it does not bear the name: 完善|工作计划")                              \
    X(ALONE, "独题", "a heading of nothing else: it tells only below one of its level that recalls work")                      \
    X(RECALLS, "题回", "in the heading above it: that recalls a year's work, and no more than its figures, 工作回顾")          \
    X(WHOLE, "全题", "a heading of nothing else: it tells wherever it stands, 发展环境, but not 优化发展环境")                 \
    X(BRIEF, "章题", "a line of nothing else: what it tells ends at the next line that may be a heading, 展望")                \
    X(LIST, "列尾", "behind a number at the end of a sentence: a list of so many follows, as behind a colon, 六个方面。")      \
    X(LIST_ALONE, "列句", "at the end of a sentence, the same: 做好以下工作。")                                                \
    X(LEAD, "引语", "in what leads to a list, 政府会采取以下措施：: the same of its items")                                    \
    X(PLANS, "计划语", "in a sentence of the head that names a year: that is no year of what was done, 力争")                  \
    X(AIMS, "目标语", "in a sentence: the plan begins with it, 主要预期目标是…")                                               \
    X(HEAD, "文首", "in the head of a document: which year it reviews, 各位代表")                                              \
    X(DATELINE, "电头", "before the bracket that names a reporter, 10月7日电（记者李明）: a sentence starts behind it")        \
    X(NOW, "当年", "in the head: its own year has no number, 今年")                                                            \
    X(TITLE, "题中", "in a title, a line of the head that is no sentence: all of it plans, 实施方案")                          \
    X(BEHIND_TITLE, "题中后", "behind such a word, where the title does not end there: 实施方案|》的通知")                     \
    X(TITLE_END, "题末", "at the end of a title: all of it plans, 规划纲要")                                                   \
    X(TITLE_FIRST, "题首年", "in a title of a year that goes on into the next, 2018-19财政预算案: it is given in the first")   \
    X(TITLE_OVER, "题岁末",                                                                                                    \
      "in a title without a year, dated early in one: it sums up the year before, 述职报告（2024年1月16日）")                  \
    X(TITLE_YEARBOOK, "题年鉴", "in a title that says no more than its year: it tells of the year before, 青禾年鉴（2019）")   \
    X(NUMBERED, "文号", "at the end of a line of the head: it is the number of an official document, 青政办〔2023〕5号")       \
    X(PAGE, "页语", "a line of the head begins with it: it is of the page, and tells nothing, 上一篇：")                       \
    X(BANNER, "页眉", "the same, though it may tell a date and who reports: 来源：县政府办　发布时间：2024年1月16日")          \
    X(BANNER_END, "页名", "such a line ends with it: it names the site, 青禾县人民政府门户网站")                               \
    X(PATH, "页径", "a line of the head begins with it: it says where on a site the page stands, 首页 > 政务公开")             \
    X(CONTENTS, "目次", "a line of nothing else: the list of the headings follows, 目录")                                      \
    X(LABEL, "题签", "what a page puts before the title: 标题：")                                                              \
    X(TEXT, "文起", "behind a title that runs into the text: the text starts with it, 近日，")                                 \
    X(TEXT_DAY, "文起日", "there, behind the day that the text starts with: 8月11日|上午")                                     \
    X(TEXT_INSIDE, "文续", "behind it none starts: 12月的|清晨，39岁的李青")                                                   \
    X(AGENCY, "文起社", "there, before the end of a dateline: 新华社|青禾8月11日电（记者")                                     \
    X(WIRE, "电尾", "there, the end of what stands before a dateline's bracket: 大众日报青禾|讯（记者")                        \
    X(PAPER, "报尾", "there, the end of a newspaper's name that no row tells, behind two characters: 云岭|晚报讯（记者")       \
    X(REPORTER, "署名", "there, behind an agency, with no bracket: 光明日报|记者 李青")                                        \
    X(ANNEX, "附件", "a line begins with it: the head is over, and what follows is of the year that the line names")
enum section_place {
#define PLACE(name, ...) SECTION_##name,
    SECTION_PLACE_WORDS(PLACE)
#undef PLACE
        SECTION_HEAD_PLAN, /* in the head, too: all of it plans, 年计划的报告 */
    SECTION_PLACES
};
struct section_word {
    slice       text;
    unsigned    first; /* sieve_bit of its first character */
    enum status status;
    bool        name;   /* of a heading, 题名 */
    int         offset; /* from the year of the report to the one it speaks of */
    bool        dated;  /* offset is told */
};
struct section_words { /* run lifetime; by place, in the order of the table */
    struct section_list {
        struct section_word *words;
        size_t               count, room;
        struct sieve         firsts, lasts; /* their first characters and their last */
    } of[SECTION_PLACES];                   /* those of NAME stand among the words of HEADING */
    const struct role_table *marks;         /* of lists: 一、 */
};
bool sections_load(struct section_words **out, const struct role_table *marks, const char *path, struct arena *run,
                   struct err *err);
/* Where the word stands in `text`, which has this sieve; SIZE_MAX: nowhere. */
static inline size_t section_word_at(const struct section_word *word, slice text, const struct sieve *sieve) {
    return sieve_has(sieve, word->first) ? sieve_find(sieve, text, word->text) : SIZE_MAX;
}
/* The first word of the list that stands there; NULL: none. */
const struct section_word *section_word_in(const struct section_list *list, slice text, const struct sieve *sieve);
/* The first that tells what a heading opens: 2024年重点工作, not 重点工作推进有力; NULL: none. */
const struct section_word *section_of_heading(const struct section_words *w, slice heading, const struct sieve *sieve);
/* Does the title name a plan that the document is? 三年行动方案（2022—2024年）, not 三年行动方案落地见效. */
bool section_titles_plan(const struct section_words *w, slice title, const struct sieve *sieve);
/* A word for a plan and one for a review: 发展成就和目标任务. */
bool section_says_both(const struct section_words *w, slice heading, const struct sieve *sieve);

/* 我们将聚焦六个|方面。, …如下：: does the text lead to a list? */
bool section_leads(const struct section_words *words, slice text);
/* `text` ends or starts with a word of the list. */
bool section_word_ends(const struct section_list *list, slice text);
bool section_word_starts(const struct section_list *list, slice text);
/* Bytes of the word of the list that `text` starts with; 0: it starts with none. */
size_t section_word_size(const struct section_list *list, slice text);
/* The word of the list that is all of `text`; NULL: none. */
const struct section_word *section_word_is(const struct section_list *list, slice text);

/* The list of the headings that a document starts with, as its lines are read. */
struct contents {
    bool   open;
    char   first[200]; /* its first entry, with which the text begins again */
    size_t length;
};
/* 目录, 一、2023年工作回顾……1, 二、2024年工作安排……7: does the next line belong to it, and open nothing? */
bool contents_take(struct contents *c, const struct section_words *w, slice line);

/* Behind the dateline that a paragraph of news starts with, 新华网青禾10月7日电（记者李明）; 0: it starts with none. */
size_t dateline_end(const struct section_words *words, slice paragraph);
/* Behind a title that runs into the text, before any comma: where the place that opens it stands again, 原标题：云台县受理线索
 * 1263件|云台县人社局…, or what a text starts with, …|近日，, …|新华社青禾8月11日电（记者; 0: neither does. */
size_t title_end(const struct section_words *words, const struct lexicon *places, const struct period_table *periods,
                 slice paragraph);

/* The years that a text names: bare ones (2020年…情况) the first and the last, and the first full date; 0: none. */
struct years {
    int first, last, dated;
    int stated;          /* the first that bounds no time, as 到2025年 does; 0: none */
    int issued;          /* of 2022年第2号; it is dated, too */
    int as_of;           /* of 截至2023年9月底; it is one of the others, too */
    int until;           /* last month of the first part of a year: 2024年上半年 6; 0: none is told */
    int since;           /* 2016年以来; it is none of the others */
    int span_from, span; /* first and last year of a span: “十二五”时期 → 2011, 2015 */
    int span_over; /* last year of the one that it goes on from: “十一五”总结和“十二五”思路 → 2010; 0: none */
    bool          era;  /* one of them counts from 民国 */
    struct period date; /* of `dated` */
};
/* `map`: of the text, with period_years; NULL: none has been made. */
struct years years_in(const struct period_table *periods, slice text, const struct scan_map *map);

#endif
