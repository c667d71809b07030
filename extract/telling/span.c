/* A span of years that frames what follows: 五年来 of a report of 2018 are 2013 to 2017, and its figures are their sums and
 * growth. The span itself is a figure that was refused; 三年行动计划 and 六年来最低 frame nothing. */
#include "extract/telling/telling.h"

#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

enum { TERM = 5 }; /* years of a government and of a plan, which a report reviews */

int span_length(const struct candidate *k) {
    enum { SHORTEST = 2, LONGEST = 10 };
    const struct quantity *q = &k->quantity;
    if (q->ordinal || !q->unit || !q->unit->year) return 0;
    int years = decimal_whole(q->numeral.value);
    return years >= SHORTEST && years <= LONGEST ? years : 0;
}

void frame_to_review(struct frame *frame) {
    if (!frame->review.from) return;
    frame->span = frame->review;
    frame->from_year = frame->review.from;
}

/* The first of a section that opens its sentence, and does not look back (近三年), frames all of it. */
static void span_frames(struct frame *frame, struct year_span years, bool opens) {
    frame->span = years;
    frame->from_year = years.from;
    frame->single = false;
    if (opens && years.from && !frame->review.from) frame->review = years;
}

/* “十二五”时期… ⏎ 五年来，…: the five years that were spoken of, not the last five. True when no more than the paragraph spoke
 * of them. */
static bool take_up_span(struct telling *told, int years) {
    struct frame *frame = told->frame;
    bool          spoken = frame->spoken.year && frame->spoken.year < told->year;
    if (told->year_by >= 0) return false;
    if (spoken && told->status == STATUS_ACTUAL) frame->span = frame->spoken;
    if (!frame->span.year || frame->span.year >= told->year || years != frame->span.year - frame->span.from) return false;
    told->year = frame->year = frame->span.year;
    told->year_by = TOLD_BY_PARAGRAPH;
    frame_status(frame, told->status);
    return spoken;
}

/* 五年来, 五年建成铁路新线1万公里, 这是极不平凡的五年, 资产五年增长64%: inside its clause a span is part of a name, or of what
 * the clause does (十年建设经验, 三年全面提升, 五年倍增计划, 六年来最低); so is one before a noun that has no figure
 * (三年行动计划, 减少至 5年前的). */
static bool stands_free(const struct sentence *s, const struct candidate *k) {
    size_t first = k->token, next = k->token + 1, end = next;
    while (first > 0 &&
           (is_one_of(s->tokens[first - 1].tag, ADVERB, LIST_MARK, PREPOSITION, PLACE) || note_at(s, first - 1, NOTE_SPAN)))
        first--;
    bool begins = is_one_of(tag_before(s, first), COMMA, STOP, COLON, OPEN, CLOSE);
    end = skip(s, end, CLASSES(NOUN, HEAD, VERB, VERBAL));
    bool   figure = is_one_of(tag_at(s, end), COUNT, SMALL_COUNT, PERCENT, BARE); /* 五年城镇新增就业4500万人 */
    size_t record = next + (tag_at(s, next) == SINCE);                            /* 创近十年来|新高，… */
    if (!begins && is_one_of(tag_at(s, record), NOUN, HEAD, QUALIFIER) &&
        is_one_of(tag_at(s, record + 1), COMMA, STOP, LIST_COMMA, CLOSE))
        return false;
    if (is_one_of(tag_at(s, next), NOUN, FIRST)) return begins && figure;
    return begins || k->qualifier != QUALIFIER_EXACT ||
           is_one_of(tag_at(s, next), COMMA, STOP, DONE, RESPECTIVELY, BOTH, GROW, FALL) ||
           (is_one_of(tag_at(s, next), SINCE, WITHIN) && is_one_of(tag_at(s, next + 1), COMMA, STOP, COLON)) ||
           (figure && end <= next + 1) || note_at(s, next, NOTE_TOTAL);
}

void span_ends(struct telling *told, size_t i) {
    struct frame *frame = told->frame;
    size_t        end = frame->clause;
    while (end < i && !is_one_of(told->s->tags[end], COMMA, STOP)) end++;
    if (end == i && i < told->s->count) return;
    frame->span = frame->outer;
    frame->from_year = frame->span.from;
    frame->clause = 0;
}

int years_ago(const struct sentence *s, size_t i) {
    const struct candidate *k = tag_at(s, i + 1) == FIRST && s->tokens[i].candidate >= 0 ? figure_at(s, i) : NULL;
    if (!k || !k->quantity.unit || !k->quantity.unit->year || k->qualifier != QUALIFIER_EXACT) return 0;
    int years = decimal_whole(k->quantity.numeral.value);
    return years > 0 && years <= 99 ? years : 0;
}

/* 60多年|前，, 十几年|前，: a year that is over, and which it was is not told. */
static bool is_about_years_ago(const struct sentence *s, const struct candidate *k) {
    return tag_at(s, k->token + 1u) == FIRST && k->quantity.unit && k->quantity.unit->year && k->qualifier != QUALIFIER_EXACT;
}

/* 十年前|，这里有60户人家: in news the year that so many years ago was, 0 where that is not told. False when it is none. */
static bool ago_tells(struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    size_t                 i = k->token, first = i;
    int                    years = is_news(told->c) ? years_ago(s, i) : 0;
    bool                   about = !years && is_news(told->c) && is_about_years_ago(s, k);
    if (!(years || about) || tag_at(s, i + 2) == THAN) return false; /* 和三年前|相比 */
    first = skip_back(s, first, CLASSES(ADVERB, AND));
    if (note_at(s, first - 1, NOTE_AT)) first = skip_back(s, first - 1, CLASSES(ADVERB, AND)); /* 而在|三年前 */
    if (!is_one_of(tag_before(s, first), COMMA, COLON, STOP, QUOTE)) return false;
    if (told->status != STATUS_ACTUAL) return false;
    told_year(told, about ? 0 : told->c->year - years, i);
    return true;
}

/* 要用|三年时间, 经过|五年|的努力, of a report or of what its heading plans; news does not tell when they begin. */
static bool takes_years(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    const struct context  *c = told->c;
    bool                   known = !is_news(c) || (c->said_by_heading && c->status == STATUS_TARGET);
    return i > 0 && known && token_is(s, i - 1, EDGE_ELAPSES);
}

/* 五年内产值将比|1952年|增长一倍: the year in which they end that begin behind the one compared with; 0: it tells none. */
static int years_from_base(const struct telling *told, const struct candidate *k, int years) {
    const struct sentence *s = told->s;
    for (size_t i = k->token + 1; tag_at(s, i) != STOP; i++) {
        const struct period *p = s->tokens[i].tag == THAN ? period_at(s, i + 1) : NULL;
        if (!p) continue;
        return p->first_year == p->last_year && p->last_year + years > told->c->review_year ? p->last_year + years : 0;
    }
    return 0;
}

/* 力争五年|内提升至1.3%, 三年|内|要发展到80万人, 用|三年时间: the last of the years that a plan has, as 未来五年 tells it;
 * false: no plan. */
static bool years_ahead_tell(struct telling *told, const struct candidate *k, int years) {
    const struct context  *c = told->c;
    const struct sentence *s = told->s;
    size_t                 aim = k->token + 2u;
    if (!(tag_at(s, k->token + 1) == WITHIN && k->qualifier == QUALIFIER_EXACT) && !takes_years(told, k->token))
        return false; /* most */
    bool planned = told->status == STATUS_TARGET || tag_at(s, aim) == AIM ||
                   (tag_at(s, aim) == ADVERB && note_at(s, aim, NOTE_PLAN | NOTE_TARGET));
    bool own = told->year_by == TOLD_BY_PARAGRAPH && takes_years(told, k->token); /* 到1985年，…。要用三年时间建成12个 */
    bool spoken = told->frame->spoken.year > c->review_year && told->year_by < 0; /* “六五”计划规定，…。五年内投资36亿元 */
    if (!planned || !c->report_year || (told->year > plan_year(c) && !spoken && !own)) return false;
    int end = years_from_base(told, k, years);
    if (end) told->frame->term = (struct year_span){end - years, end, false};
    bool termed = told->frame->term.year && told->frame->term.year - told->frame->term.from == years;
    told_year(told, termed ? told->frame->term.year : spoken ? told->frame->spoken.year : plan_year(c) + years - 1, k->token);
    return true;
}

void years_needed_tell(struct telling *told, const struct candidate *k) {
    int years = takes_years(told, k->token) ? span_length(k) : 0;
    if (years) years_ahead_tell(told, k, years);
}

/* 10年|后的今天: not the years that are over. */
static bool is_after(const struct sentence *s, size_t k) {
    const struct word *after = tag_at(s, k + 1) == NOUN ? token_opening(s, k + 1, EDGE_AMONG) : NULL;
    return after && after->tag == WITHIN;
}

/* 12年|来, 12年|间，, 12年|里，, 12年|过去，: have the years of the figure at token `i` passed up to now? */
static bool have_passed(const struct sentence *s, size_t i) {
    if (tag_at(s, i + 1) == SINCE) return true;
    if (tag_at(s, i + 2) == COMMA && (tag_at(s, i + 1) == WITHIN || token_opening(s, i + 1, EDGE_AMONG))) return true;
    return token_opening(s, i + 1, EDGE_GONE_BY) && tag_at(s, skip(s, i + 2, CLASSES(ADVERB))) == COMMA;
}

/* 2011年办起书屋，12年来|接待3万人次; 1998年参加工作，20多年来…: in news years that have passed since the one that was told end
 * now. */
static void until_now(struct telling *told, const struct candidate *k) {
    const struct context *c = told->c;
    if (!is_news(c) || !k->quantity.unit || !k->quantity.unit->year || !have_passed(told->s, k->token)) return; /* most */
    char digits[DECIMAL_TEXT];
    int  then = told->year + slice_int((slice){digits, decimal_write(digits, k->quantity.numeral.value)});
    bool passed = k->qualifier == QUALIFIER_EXACT ? then >= c->year - 1 && then <= c->year + 1 : then <= c->year;
    if (passed && told->year_by == TOLD_BY_PARAGRAPH && opens_sentence(told->s, k->token))
        past_ends(told); /* 1963年，…。61年来，… */
    if (told->year_by < 0 || !told->year || told->status != STATUS_ACTUAL || !passed) return;
    told->year = c->year;
    told->year_by = section_by(c);
    told->period = -1;
}

/* 第二年, 第三年: how many years behind the first; 0: it is none of them. */
static int years_later(const struct candidate *k) {
    const struct quantity *q = &k->quantity;
    bool                   year = q->ordinal && q->unit && q->unit->year && q->numeral.value.present;
    int                    nth = year ? decimal_whole(q->numeral.value) : 0;
    return nth > 1 && nth < 10 ? nth - 1 : 0;
}

void next_year_tells(struct telling *told, const struct candidate *k) {
    size_t i = k->token;
    int    later = years_later(k);
    if (!later) {
        i = back_to(told->s, i, CLASSES(COMMA, STOP));
        later = token_is(told->s, i, EDGE_NEXT);
    }
    bool over = told->year && told->year + later < told->c->year && told->year_by < (int)i && told->status == STATUS_ACTUAL;
    if (!later || !over || tag_before(told->s, i) != COMMA) return;
    told_year(told, told->year + later, i);
    told->period = -1;
}

/* 过去|三年, 过去|的|五年: years that are over. */
static bool looks_back(const struct sentence *s, size_t i) {
    i = skip_back(s, i, CLASSES(OF));
    bool bygone = note_at(s, i - 1, NOTE_SPAN) && token_opening(s, i - 1, EDGE_BYGONE);
    return bygone && opens_sentence(s, i - 1);
}

void state_tells(struct telling *told, size_t i) {
    if (told->status != STATUS_TARGET || told->status_by >= 0 || !told->c->review_year) return; /* most */
    told_status(told, STATUS_ACTUAL, i);
    if (told->year_by >= 0) return; /* 2020年以来， */
    told->year = told->c->review_year;
    told->year_by = TOLD_BY_REPORT;
}

void learnt_tells(struct telling *told) {
    const struct sentence *s = told->s;
    size_t                 comma = next_of(s, 0, CLASSES(COMMA, STOP));
    if (comma == 0 || tag_at(s, comma) != COMMA || !token_ending(s, comma - 1, EDGE_LEARNT)) return; /* most */
    if (token_ending(s, comma - 1, EDGE_SOURCE)) return;                                             /* 记者获悉， */
    if (s->period_count) return; /* 从今年1—2月情况看，: it is of that time */
    if (!cites_source(s, comma) && !is_one_of(s->tokens[comma - 1].tag, VERB, ADVERB)) return;
    enum { HALF = 6 };
    bool now = told->c->month > HALF && told->year == told->c->report_year; /* in a report of August it is of this year */
    state_tells(told, comma - 1);
    if (now) told->year = told->c->report_year;
}

void past_tells(struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    bool                   since =
        s->tokens[i].tag == SINCE && note_at(s, i, NOTE_FRAME) && is_one_of(tag_at(s, i + 1), COMMA, DONE, ADVERB, PLACE);
    if (!(since ? back_to(s, i, CLASSES(COMMA, STOP)) == 0 : looks_back(s, i))) return;
    bool planned = told->status == STATUS_TARGET, begins = !told->frame->goes_on && !is_news(told->c);
    state_tells(told, i);
    if (!planned || !begins || told->status != STATUS_ACTUAL) return; /* in a plan: 十年来，投资3亿元。建成项目100个。 */
    frame_tells(told->frame, told->year, STATUS_ACTUAL);
}

/* 30年|后，人口将增至9万人: so many years on from the report, where nothing has told that the sentence is of the past. */
static void later_tells(struct telling *told, const struct candidate *k) {
    const struct quantity *q = &k->quantity;
    if (!is_after(told->s, k->token) || !q->unit || !q->unit->year || k->qualifier != QUALIFIER_EXACT) return; /* most */
    bool ahead = told->c->report_year && told->year >= told->c->review_year && opens_sentence(told->s, k->token);
    int  years = decimal_whole(q->numeral.value);
    if (!ahead || years <= 0 || years > 99) return;
    told->later = told->c->report_year + years;
    told->later_by = (int16_t)k->token;
}

/* 2018年起的|5年|内, 由2015/16年度起計|五年|內: the last of them, which may be ahead. */
static bool since_tells(struct telling *told, const struct candidate *k, int years) {
    const struct sentence *s = told->s;
    size_t                 i = k->token;
    if (tag_before(s, i) == OF) i--;
    if (!years || tag_at(s, k->token + 1) != WITHIN) return false; /* most */
    const struct period *since = period_at(s, i - 1);
    if (!since || !since->since) return false;
    told_year(told, year_of(told, since) + years - 1, k->token);
    told->period = -1;
    if (told->c->done_year && told->year > told->c->done_year) told_status(told, STATUS_TARGET, k->token);
    return true;
}

/* 经过三年的恢复，到|1952年|，: the year that the clause behind the span is; 0: it is none. */
static int years_end_in(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    size_t                 date = next_of(s, i, CLASSES(COMMA, STOP)) + 1;
    if (tag_at(s, date) != TO || tag_at(s, date + 2) != COMMA) return 0; /* most */
    const struct period *p = period_at(s, date + 1);
    return p && p->first_year == p->last_year && !p->month ? p->last_year : 0;
}

/* 未来|三天|全市仍有3次降雨, 预计未来三天: in news, and of what is expected, what is told of days or months to come is ahead.
 */
static bool days_ahead_tell(struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    const struct unit     *unit = k->quantity.unit;
    if (!unit || unit->class != UNIT_TIME || unit->year || k->token == 0) return false; /* most */
    bool foretold = k->token > 1 && note_at(s, k->token - 2u, NOTE_EXPECTED);
    if (!foretold && (!is_news(told->c) || s->classes & CLASSES(SHARE)))
        return false; /* 未来三个月，有购房计划的家庭占24.5%: asked now */
    bool opens = k->token == 1 || is_one_of(s->tokens[k->token - 2u].tag, COMMA, STOP, COLON, QUOTE);
    bool coming = (opens || foretold) && token_ending(s, k->token - 1u, EDGE_COMING);
    if (coming) told_status(told, STATUS_TARGET, k->token);
    return coming;
}

/* 未来|两个年度|每年缩减2%: the last of the years to come, where their unit is none that a date has. */
static bool years_coming_tell(struct telling *told, const struct candidate *k, int years) {
    if (!years || k->token == 0 || !told->c->report_year || !token_ending(told->s, k->token - 1u, EDGE_COMING))
        return false; /* most */
    told_year(told, plan_year(told->c) + years - 1, k->token);
    told->period = -1;
    told_status(told, STATUS_TARGET, k->token);
    return true;
}

/* 五年来，…。前|四年|办理案件328件: the first of the years that the section looks back on. */
static bool first_years_tell(struct telling *told, const struct candidate *k, int years) {
    const struct sentence  *s = told->s;
    const struct year_span *of = &told->frame->review;
    size_t                  i = k->token;
    if (!years || tag_before(s, i) != FIRST || years >= of->year - of->from || !of->from) return false; /* most */
    bool opens = i == 1 || is_one_of(s->tokens[i - 2].tag, COMMA, STOP, COLON);
    if (!opens || told->status != STATUS_ACTUAL || tag_at(s, i + 1) == FIRST) return false;
    told_year(told, of->from + years, i);
    told->period = -1;
    return true;
}

/* 五年以上|有期徒刑, 三年以上|工龄的职工, 判处|五年|有期徒刑: so many years tell which ones, not when. */
static bool sizes_a_class(const struct sentence *s, const struct candidate *k) {
    bool named = is_one_of(tag_at(s, k->token + 1u), NOUN, HEAD),
         bound = k->qualifier == QUALIFIER_OVER || k->qualifier == QUALIFIER_UNDER;
    return named && (bound || tag_before(s, k->token) == VERB);
}

bool span_tells(struct telling *told, const struct candidate *k) {
    const struct context *c = told->c;
    int                   years = span_length(k);
    if (years && sizes_a_class(told->s, k)) return true;
    if (days_ahead_tell(told, k) || years_coming_tell(told, k, years)) return true;
    if (since_tells(told, k, years) || first_years_tell(told, k, years)) return true;
    past_tells(told, tag_at(told->s, k->token + 1u) == SINCE ? k->token + 1u : k->token);
    until_now(told, k);
    later_tells(told, k);
    if (ago_tells(told, k) || !years || is_after(told->s, k->token)) return true;
    bool planned = years_ahead_tell(told, k, years);
    bool opens = opens_sentence(told->s, k->token), leads = opens || k->token <= 1; /* 过去五年, 五年来 */
    if (planned && told->status == STATUS_ACTUAL) return leads;
    bool taken = opens && take_up_span(told, years);
    bool spans =
        leads || is_one_of(tag_at(told->s, k->token - 1), COMMA, STOP, COLON, QUOTE); /* not 五年以上有期徒刑, 十年来首次 */
    if (spans && is_news(c) && told->frame->span.year < told->year) past_ends(told); /* 去年，…。三年来… goes on until now */
    int              end = years_end_in(told, k->token);
    struct year_span all = {told->year ? told->year - years : 0, told->year, false};
    if (end) all = (struct year_span){end - years, end, false};
    /* “十二五” in 2011 */
    bool ahead = all.from && (all.from == c->report_year || all.from == c->report_year - 1);
    if ((told->status != STATUS_ACTUAL && !ahead) || !(leads || stands_free(told->s, k))) return leads;
    if (!told->frame->clause) told->frame->outer = told->frame->span;
    const struct period *date = told_period(told); /* 去年起诉58人，|三年来|共起诉271人, not 2006年由前|三年|上升转为下降 */
    if (spans && date && date->first_year == date->last_year) told->period = -1;
    char before = tag_at(told->s, k->token - 1), next = tag_at(told->s, k->token + 1);
    bool doubled = next == MULTIPLE && is_one_of(before, NOUN, HEAD); /* 工业增加值|三年|翻了一番 */
    bool alone = !leads && (doubled || (is_one_of(before, COMMA, LIST_COMMA, STOP, OPEN) && is_one_of(next, GROW, MULTIPLE)));
    told->frame->clause = alone ? k->token : 0;
    /* …。两年来，新建24所。 and 过去三年|新增24所。 are of their paragraph, 过去两年成绩显著。 and 两年来，… of more */
    bool sets_out = is_one_of(next, COMMA, SINCE) || told->s->candidate_count == 1;
    /* 新增就业4.7万人。⏎ 二是…。脱贫3200人。五年来，累计脱贫21.6万人。 is of its item alone */
    const struct frame *f = told->frame;
    bool                aside = f->listed && f->settled && f->goes_on && !f->review.from;
    bool                term = (years >= TERM && !aside) || (!told->frame->goes_on && sets_out);
    if (told->frame->goes_on && told->s->notes & (NOTE_PER | NOTE_OFTEN)) term = false; /* …。过去五年，平均每年落成9400个。 */
    told->frame->passing = taken || k->qualifier != QUALIFIER_EXACT || !term || c->status == STATUS_TARGET;
    span_frames(told->frame, all, leads && !told->frame->passing);
    return leads;
}
