/* What a sentence has told of year and status while its words are read one after the other: 2004年提出清欠，目前已偿还18亿元.
 * Shared by telling.c and the files that it asks. */
#ifndef SUANPAN_TELLING_H
#define SUANPAN_TELLING_H

#include "extract/sentence/classes.h"
#include "extract/telling/context.h"

struct telling {
    const struct context *c;
    struct frame         *frame;
    struct sentence      *s;
    int         year, clause_year; /* clause_year and clause_status hold again behind the next comma, in a clause_aside */
    int16_t     period;            /* of s->periods, -1 */
    int16_t     year_by, clause_by, status_by, start_by; /* token, or enum told_by */
    enum status status, clause_status, start;            /* start: at the head of the sentence */
    bool        clause_aside;                            /* 建于1988年, of what its clause tells alone */
    bool        existing;                                /* 现有: the next figure exists */
    int         later;                                   /* 30年后: the year of what the sentence plans; 0: none */
    int16_t     later_by;
};

/* Words that tell: 目标, 计划, 已, 现有. */
#define TELLING_NOTES (NOTE_NOW | NOTE_TARGET | NOTE_PLAN | NOTE_ACTUAL | NOTE_EXPECTED | NOTE_ONCE | NOTE_FACT)
/* The word at token `i`: 力争 plans what follows, 已 tells that it was done. */
void word_tells(struct telling *told, size_t i);
/* Finds what plans in a text of traditional characters alone: 项目|会|提供200个单位, 重建后可|提供1200个单位;
 * 交流|计划|吸引2万人次 does not. */
void modals_plan(struct sentence *s);
/* Does what stands behind figure `k`, which opens its clause, plan what those counted will do? */
bool plans_behind(const struct sentence *s, const struct candidate *k);
/* 63%的受访者|打算在两年内转行，满意度为50分: does a share of persons plan at token `i` what has no figure? */
bool some_plan(const struct sentence *s, size_t i);
/* What holds up to token `i` and no further ends: behind a comma 成立于2016年, with its verb 现有. */
void told_until(struct telling *told, size_t i);
/* The date at token `i`: 到2025年, and not 比2015年增长. */
void date_tells(struct telling *told, size_t i);
/* 1—5月 of a sentence before, where this one goes on with it: 其中，工业投资增长16%. To be asked at its head. */
void part_tells(struct telling *told);
/* What the sentence ends with, for those behind it. */
void part_keep(const struct telling *told);
/* 五年来, 这是…的五年: its length in years; 0 when the figure is no such span. */
int span_length(const struct candidate *k);
/* 五年来, where `k` is such a span: a refused figure. False when it frames its own sentence alone:
 * 五年年均增长5.2%，十年增加70万 亿元. */
bool span_tells(struct telling *told, const struct candidate *k);
/* 2017年建起烘干房，|第二年|收入就达到7200元; |次年|藏书增加到2万册: in news a figure that is so many years, or whose clause
 * opens with such a word, tells that it is of the year behind the one told, where that is over. */
void next_year_tells(struct telling *told, const struct candidate *k);
/* 用|三年时间: a length that is a claim itself, and tells when what it is needed for will be done. */
void years_needed_tell(struct telling *told, const struct candidate *k);
/* 解放以来，, 过去三年，: what opens a sentence of a section that plans, and looks back from token `i`, was done. */
void past_tells(struct telling *told, size_t i);
/* What token `i` tells of is there already, in a section that plans. */
void state_tells(struct telling *told, size_t i);
/* 据市住建局统计，, 调查显示，: so is what a sentence goes on with that opens with how it is known. To be asked at its head. */
void learnt_tells(struct telling *told);
/* 十年|前: how many years ago the length of time at token `i` is, where 前 is behind it; 0: it is no such. */
int years_ago(const struct sentence *s, size_t i);
/* The span of a clause (两年平均增长6.1%) holds no longer where the clause has ended before token `i`. */
void span_ends(struct telling *told, size_t i);
/* The paragraph goes on with the span that its section begins with. */
void frame_to_review(struct frame *frame);
/* 去年底，社区建起食堂，|可同时容纳110人, 2020年，…。|每天|接待300人: in news what can be done, or is done again and again, is
 * so now where its own clause does not date it, and so is what goes on behind it. */
bool is_so_now(const struct telling *told, const struct candidate *k);
/* Gives figure `k`, refused or not, its year and status, by what has been told. */
void figure_takes(const struct telling *told, struct candidate *k);
/* 增长9%|的|年度|目标: the token of the goal that figure `k` is; 0: it is none. */
size_t goal_of(const struct sentence *s, size_t k);
/* 增长8%，|低于10%|的|预期目标: a clause that says no more than which goal a result went beyond or fell short of. */
bool is_other_goal(const struct sentence *s, const struct candidate *k);
/* 由现时的1000名增至3000名 */
bool starts_now(const struct sentence *s, size_t i);
/* 今年要着重做好以下八个方面工作 opens the plan, “十四五”时期 the second half of 发展成就和目标任务: notes it in the frame. */
void plan_announce(const struct telling *told);

/* telling/ahead.c: was what the date at token `i` tells of done by the time of the report, or is it to be done? */

/* 3月9日起 in news of 5 March: a day that has not come, where in news of January one of December has been. */
bool is_day_ahead(const struct context *c, const struct sentence *s, size_t i);
/* 今年六月有职工480万人 in a report of September: of the year in which it is given, a part that is over. */
bool is_over_when_given(const struct context *c, const struct period *p);
/* 下半年 in a report of July: of the year under review, `named`, a part that has not come. */
bool is_date_ahead(const struct context *c, const struct sentence *s, size_t i, int named);
/* 从|9月1日起 in news of August: no change starts from it, for it has not come. */
bool begins_ahead(const struct context *c, const struct sentence *s, size_t i);
/* 今年以来，, 今年头四个月，…比去年同期增长8%, 从|今年1—4月|的执行情况看: a time of this year that is over, in a report of last
 * year. */
bool is_so_far(const struct sentence *s, size_t i);
/* 计划投资92亿元，1至10月|完成81亿元: what was planned in the clause before is told how far it has come, and nothing of the
 * rest of the year. */
bool has_come_so_far(const struct telling *told, size_t i);
/* 全年计划投资3亿元, 年末，力争达到7万亩: up to the next figure it is told that the date is of a plan. */
bool leads_to_plan(const struct sentence *s, size_t i);
/* 2022年7月至2023年6月: the month with which the one at token `i` began; NULL: no other. */
const struct period *month_before(const struct sentence *s, size_t i);
/* Notes whether the date, of the year `named`, is of a plan. `ahead`: is_date_ahead. */
void date_tells_status(struct telling *told, size_t i, int named, bool ahead);

/* The date that told the year, which may be of a part of it; NULL when no date of the sentence did. */
static inline const struct period *year_date(const struct telling *told) { return period_at(told->s, (size_t)told->year_by); }
/* The period of the next figure; NULL when it is none but its year. */
static inline const struct period *told_period(const struct telling *told) {
    return told->period < 0 ? NULL : &told->s->periods[told->period];
}
static inline void told_status(struct telling *told, enum status status, size_t i) {
    told->status = status;
    told->status_by = (int16_t)i;
}
static inline void told_year(struct telling *told, int year, size_t i) {
    told->year = year;
    told->year_by = (int16_t)i;
}
static inline void frame_status(struct frame *frame, enum status status) {
    frame->status = status;
    frame->tells_status = true;
}
static inline void frame_tells(struct frame *frame, int year, enum status status) {
    frame->year = year;
    frame_status(frame, status);
}
/* Who tells the year of a section, and whether it is a plan. */
static inline enum told_by section_by(const struct context *c) { return c->said_by_heading ? TOLD_BY_HEADING : TOLD_BY_REPORT; }
/* A document that reports the year in which it is written: news. */
static inline bool is_news(const struct context *c) { return c->report_year == c->review_year; }
/* 过去一年 in news of the first months is the year that is summed up; 一年下来 is any. */
static inline bool sums_up(const struct context *c, const struct period *p) {
    enum { SUMMED_UP_BY = 3 };
    return p->frame && p->relative && p->offset && is_news(c) && c->month && c->month <= SUMMED_UP_BY;
}
/* The year of a date, from what the paragraph speaks of, else from its section: 2004年，…，由上年居第四位 is of 2003. */
static inline int year_of(const struct telling *told, const struct period *p) {
    const struct context *c = told->c;
    if (p->frame && p->relative) return c->review_year - sums_up(c, p);
    return period_year(p, told->frame->year ? told->frame->year : c->year, c->review_year, c->report_year);
}
/* What a sentence before told of a past year ends: 2003年，…。如今，队伍已有486人. */
static inline void past_ends(struct telling *told) {
    const struct context *c = told->c;
    if (told->year_by != TOLD_BY_PARAGRAPH || told->year >= c->year || c->status != STATUS_ACTUAL) return;
    told->year = c->year;
    told->year_by = section_by(c);
    told->frame->year = 0;
    told->frame->tells_status = false;
}
/* So does what one before planned: 未来三年，新建20家。目前，全区有食堂35家，每天服务4200人次. */
static inline void plan_ends(struct telling *told) {
    const struct context *c = told->c;
    if (told->status_by != TOLD_BY_PARAGRAPH || told->status != STATUS_TARGET || c->status != STATUS_ACTUAL) return;
    told->year = c->year;
    told->year_by = told->start_by = told->status_by = section_by(c);
    told->start = told->status = STATUS_ACTUAL;
    told->frame->year = 0;
    told->frame->tells_status = false;
}
/* Nothing but list marks, adverbs and 截至 stands before token `i`, or 【概况】. */
static inline bool opens_sentence(const struct sentence *s, size_t i) {
    size_t before = skip_back(s, i, CLASSES(ADVERB, LIST_MARK, BLANK, PREPOSITION, PLACE, OPEN, COLON, QUOTE));
    bool   label = before > 2 && s->tokens[0].tag == OPEN && s->tokens[before - 1].tag == CLOSE;
    return before == 0 || (label && skip(s, 1, CLASSES(NOUN, HEAD, VERB, VERBAL, AND)) == before - 1);
}

#endif
