/* Was what a date tells of done, or is it to be done? In a report on 2023 2025年 is a plan, 1—5月 of a report of June is over,
 * and 2023-24学年 has begun by October. */
#include "extract/telling/telling.h"

#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

bool leads_to_plan(const struct sentence *s, size_t i) {
    for (; i < s->count && s->tokens[i].candidate < 0; i++)
        if (is_one_of(s->tokens[i].tag, AIM, PLAN) || note_at(s, i, NOTE_TARGET | NOTE_PLAN | NOTE_EXPECTED)) return true;
    return false;
}

/* The month up to which the year is over where the date at token `i` is told; 0: all of it is. A report of 上半年 tells it, and
 * so does the month in which it is given: 下半年 in July, 今年9月起 in February, 年底|前 in August. 预计四季度 is of the year
 * that it reports. */
static int month_over(const struct context *c, const struct sentence *s, size_t i) {
    const struct period *p = period_at(s, i);
    if (c->review_until) return c->review_until;
    if (!is_news(c) || note_at(s, i - 1, NOTE_EXPECTED)) return 0;
    if (p->since && p->month) return c->month;
    if (!c->early && p->end && !p->month && tag_at(s, i + 1) == FIRST) return c->month;
    return !c->early && (p->half || p->quarter) ? c->month - 1 : 0;
}

/* 自9月27日起|至10月8日, 自7月1日开始，|8月31日结束: a date at one end of a time tells how long it is. */
static bool ends_time(const struct sentence *s, size_t i) {
    for (size_t k = 1; k < i; k++)
        if (period_at(s, k) && s->tokens[k - 1].tag == FROM) return true;
    return tag_at(s, i + 1) == TO || tag_before(s, i) == TO;
}

bool is_day_ahead(const struct context *c, const struct sentence *s, size_t i) {
    enum { HALF_YEAR = 6 };
    const struct period *p = period_at(s, i);
    int                  day = p->day ? p->day : p->first_day;
    if (!day || !c->day || !is_news(c) || p->month > c->month + HALF_YEAR) return false;
    return (p->month > c->month || (p->month == c->month && day > c->day)) && !ends_time(s, i);
}

/* 7月1日至12日 in a report of 上半年 that was given on 13 July: that day has passed. */
static bool has_passed(const struct context *c, const struct period *p) {
    int day = p->day ? p->day : p->first_day;
    return day && c->day && (p->month < c->month || (p->month == c->month && day <= c->day));
}

bool is_date_ahead(const struct context *c, const struct sentence *s, size_t i, int named) {
    const struct period *p = period_at(s, i);
    if (named != c->review_year || has_passed(c, p)) return false;
    int until = month_over(c, s, i);
    return (until > 0 && period_first_month(p) > until) || is_day_ahead(c, s, i);
}

const struct period *month_before(const struct sentence *s, size_t i) {
    const struct period *p = tag_before(s, i) == TO ? period_at(s, i - 2) : NULL;
    return p && p->month ? p : NULL;
}

/* It was begun in the year that is reviewed, so its end is no plan. */
static bool begun_before(const struct context *c, const struct sentence *s, size_t i) {
    const struct period *p = month_before(s, i);
    if (!p) return false;
    int year = context_year(c, p);
    return year && year <= c->review_year;
}

/* 2021-22年度 in a report on 2021, 2023-24学年 in one of October 2023: of a year that goes on into the next and has begun, what
 * is told need be no plan. */
static bool has_begun(const struct context *c, const struct period *p) {
    enum { BEGINS = 4 }; /* the month in which the first of such years does */
    bool now = p->first_year == c->report_year && (c->month ? c->month >= BEGINS : !c->opens_year);
    return p->fiscal && (p->first_year < c->report_year || now);
}

bool has_come_so_far(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    const struct period   *p = period_at(s, i);
    bool                   first = p->half == 1 || p->quarter == 1 || (p->month == 1 && p->last_month > 1);
    size_t                 verb = i + 1;
    bool                   until = i > 1 && s->tokens[i - 1].tag == ADVERB && !note_at(s, i - 1, NOTE_EXPECTED | NOTE_PLAN);
    if (!(first || until) || p->day || i == 0 || s->tokens[i - 1 - until].tag != COMMA) return false;
    verb = skip(s, verb, CLASSES(ADVERB, DONE, ONLY));
    for (size_t k = verb; k < s->count; k++) {
        const struct period *later = period_at(s, k);
        if (later && period_is_part(later)) return false;
    }
    return tag_at(s, verb) == REACH || (until && is_one_of(tag_at(s, verb), VERB, VERBAL));
}

/* In news of January 会议明确，|2025年|新增贷款80亿元: of that year all is still to be done. */
static bool has_just_begun(const struct telling *told, size_t i, int named) {
    const struct context *c = told->c;
    const struct period  *p = period_at(told->s, i);
    bool                  whole = p->last_year && p->first_year == p->last_year && !p->month && !p->since && !p->start;
    if (!c->early || !is_news(c) || !whole || named != c->report_year) return false;
    if (i + 1 < told->s->count && token_opening(told->s, i + 1, EDGE_SEASON)) return false; /* 2025年|春节假期 */
    return is_one_of(tag_before(told->s, i), COMMA, COLON, STOP);
}

bool is_so_far(const struct sentence *s, size_t i) {
    const struct period *p = period_at(s, i);
    bool months = period_is_part(p) && ((p->month == 1 && p->last_month > 1) || p->quarter == 1 || p->half == 1);
    bool first = p->line && p->month;                /* 头两个月, a row of its own */
    bool until = tag_before(s, i) == TO && p->month; /* 到|5月份|为止 */
    if (until && i + 1 < s->count && token_opening(s, i + 1, EDGE_UP_TO)) return true;
    if (p->running) return tag_at(s, i + 1) == COMMA;
    if (!months) return false;
    if (first || (tag_before(s, i) == FROM && !is_figure(s, i + 2))) return true; /* 从1至4月看 */
    for (i++; tag_at(s, i) != STOP; i++)                                          /* a plan behind it tells itself */
        if (s->tokens[i].tag == ON_YEAR) return true;
    return false;
}

bool is_over_when_given(const struct context *c, const struct period *p) {
    bool part = period_is_part(p) && !p->since;
    if (part && c->review_until) return period_last_month(p) <= c->review_until; /* 一季度 in the plan of 上半年工作总结 */
    return part && !is_news(c) && c->month && c->report_year > c->review_year && period_last_month(p) < c->month;
}

/* 2024年以来，, 截至2024年6月底，整改问题203个: up to when the facts run, in a report named for the year before. */
static bool runs_until(const struct sentence *s, size_t i) {
    const struct period *p = period_at(s, i);
    bool                 until = tag_before(s, i) == ADVERB && token_opening(s, i - 1, EDGE_UP_TO);
    bool                 since = note_at(s, i + 1, NOTE_SINCE), single = p->first_year == p->last_year;
    for (size_t k = i + 1; !since && single && k < s->count && !is_figure(s, k);
         k++) /* 2024年|春运自1月26日启动|以来|，发送旅客71万 */
        since = note_at(s, k, NOTE_SINCE) || s->tokens[k].tag == SINCE;
    return single && p->last_year && (since || (until && p->month)) && !leads_to_plan(s, i + 1);
}

void date_tells_status(struct telling *told, size_t i, int named, bool ahead) {
    const struct context *c = told->c;
    bool                  planned = told->status == STATUS_TARGET && told->status_by >= 0 && !has_come_so_far(told, i);
    bool                  remark = tag_before(told->s, i) == OPEN; /* 力争突破30亿元（2025年为24亿元） */
    bool follows = told->frame->ahead && named >= c->report_year;  /* 下一步，…。今年第四季度，抓好三件事 */
    if (!c->review_year || follows || (planned && !remark && named == c->report_year)) return; /* 我们计划今年为每区预留1亿元 */
    bool fiscal = has_begun(c, period_at(told->s, i)) && !leads_to_plan(told->s, i + 1);
    if (fiscal && planned) return; /* 政府会由2014/15学年起提供 */
    bool begun = begun_before(c, told->s, i) || fiscal;
    bool plan = ahead || has_just_begun(told, i, named) || (named > c->done_year && !begun) ||
                (c->status == STATUS_TARGET && named == c->year);
    bool over = is_so_far(told->s, i) || ((named == c->review_year + 1 || named == c->report_year) && runs_until(told->s, i)) ||
                (named == c->report_year && is_over_when_given(c, period_at(told->s, i)));
    told_status(told, plan && !over ? STATUS_TARGET : STATUS_ACTUAL, i);
}

bool begins_ahead(const struct context *c, const struct sentence *s, size_t i) {
    const struct period *p = period_at(s, i);
    return tag_before(s, i) == FROM && !p->last_year && !p->relative && is_day_ahead(c, s, i);
}
