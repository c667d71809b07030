/* What a date tells of the figures behind it: 力争到2025年达到5万亩 is a target of 2025, 2022年，… holds for its paragraph,
 * 成立于2016年 for its clause; 比2015年增长 and 由2015年的3万亩 tell nothing: cards tie them to their own figure. */
#include "extract/telling/telling.h"

#include "extract/telling/date_aside.h"
#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

/* ---- which year it is ---- */

/* 今年以来, 预计今年: under 2022年工作回顾 a report that was written before that year's end speaks of it. A year since
 * something was done comes to now, 开馆|一年来. */
static bool year_still_running(const struct telling *told, size_t i, const struct period *p) {
    const struct context *c = told->c;
    if (p->frame && p->relative && is_one_of(tag_before(told->s, i), VERB, VERBAL)) return true;
    if (!p->relative || !c->said_by_heading || c->year != c->review_year) return false;
    return p->running || note_at(told->s, i - 1, NOTE_EXPECTED);
}

/* In news of January 全年新增就业3万人，年末失业率为5.5% is of the year before; 到年底, 年底前 and 预计全年 look ahead. */
static bool is_over(const struct telling *told, size_t i, const struct period *p) {
    const struct sentence *s = told->s;
    if (!told->c->early || !is_news(told->c) || told->status == STATUS_TARGET || p->relative || p->last_year) return false;
    bool begins = is_one_of(tag_before(s, i), COMMA, STOP, LIST_COMMA, COLON, OPEN, QUOTE, ADVERB),
         expected = note_at(s, i - 1, NOTE_EXPECTED);
    return (p->whole || p->end) && begins && !expected && tag_at(s, i + 1) != FIRST && !leads_to_plan(s, i + 1);
}

/* In news: 2022年，…。全年收入2万元 goes on with that year, 一年来 only where the year is just over. 0: it goes on with none.
 */
static int year_gone_on_with(const struct telling *told, size_t i, const struct period *p) {
    const struct context *c = told->c;
    int                   last = told->frame->last_year;
    bool                  over = last && last < c->review_year && (!p->relative || c->early);
    if (p->frame && is_news(c) && over && opens_sentence(told->s, i)) return last;
    return is_over(told, i, p) ? c->review_year - 1 : 0;
}

/* 确保投资|全年|增长12%, not 占全年|增长的六成. */
static bool tells_all_year(const struct sentence *s, size_t i, const struct period *p) {
    if (!p->whole || !is_one_of(tag_at(s, i + 1), GROW, FALL, REACH, GROW_TO)) return false; /* most */
    return is_one_of(tag_before(s, i), NOUN, HEAD, VERBAL) && is_figure(s, skip(s, i + 2, CLASSES(QUALIFIER, ADVERB)));
}

/* 上半年增长8%，全年增长6%, and not 上半年增长8%，完成全年目标的60%. */
static bool ends_part(const struct telling *told, size_t i, const struct period *p) {
    const struct period *last = told_period(told);
    bool                 part = last && period_is_part(last);
    if (!part || p->relative || i == 0) return part && !p->relative;
    const struct token *before = &told->s->tokens[i - 1]; /* 预计|全年增长7% */
    if (is_one_of(before->tag, COMMA, STOP, LIST_COMMA, COLON, AIM) || has_note(before, NOTE_EXPECTED)) return true;
    return tells_all_year(told->s, i, p);
}

/* ---- what it tells ---- */

/* Does the date, which opens its sentence, hold for the paragraph? In news 2022年新建书房15家。 is of one sentence, and so is
 * 去年9月，…; 2022年，… and 截至2022年 hold on. */
static bool holds_on(const struct telling *told, size_t i, const struct period *p, bool ahead) {
    const struct context *c = told->c;
    bool                  season = i + 1 < told->s->count && token_is(told->s, i + 1, EDGE_SEASON); /* 去年|冬天|， */
    bool                  comma = tag_at(told->s, i + 1 + season) == COMMA;
    if (ahead || !p->last_year)
        return comma && !(p->month && p->month == p->last_month && is_news(c) && told->year < c->report_year);
    return !p->month && !(is_news(c) && told->year < c->report_year && i == 0 && !comma);
}

/* 成立于2016年，注册志愿者1200人; 自2016年成立，现有员工60人; 对1954年的灾区，拨付3亿元: the year of an event holds in its own
 * clause only. */
static bool is_event_year(const struct sentence *s, size_t i) {
    if (i == 0) return false;
    const struct token  *before = &s->tokens[i - 1];
    const struct period *p = period_at(s, i);
    bool                 lasts = p->since; /* 自2022年1月1日起，月薪调至2.5万元 */
    lasts |=
        !has_note(before, NOTE_TOWARD | NOTE_THAN) && (p->month != p->last_month || tag_at(s, i + 1) == TO); /* 自3月至6月 */
    size_t what = i; /* 对县教育局|2021年度|预算执行情况进行审计 */
    while (what > 1 && is_one_of(s->tokens[what - 1].tag, NOUN, HEAD, PLACE)) what--;
    if (!lasts && what < i && note_at(s, what - 1, NOTE_TOWARD)) return true;
    return !lasts && has_note(before, NOTE_EVENT | NOTE_TOWARD | NOTE_THAN);
}

/* 书房去年8月|投用，藏书3万册, 图书馆2019年|迁入新址，藏书3万册: in news, so does that of what came to be then, where its
 * clause counts nothing. */
static bool is_opening(const struct telling *told, size_t i, int named) {
    const struct sentence *s = told->s;
    bool                   inside = is_one_of(tag_before(s, i), NOUN, HEAD, VERB, VERBAL, PLACE, COMMA) && is_news(told->c);
    if (told->year < named && named == told->c->year) return false; /* 去年开工，|今年5月底|通水，日供水3万吨 is of now */
    size_t came = i + 1;
    bool   event = false; /* 建成并|投入使用 */
    for (; is_one_of(tag_at(s, came), VERB, ADVERB); came++) event |= note_at(s, came, NOTE_STAGE | NOTE_EVENT);
    return inside && event && tag_at(s, skip(s, came, CLASSES(NOUN, HEAD))) == COMMA;
}

/* In news of May 2020年，…。截至4月底，已办证6000本; 5月12日，…: what is dated so is of this year. */
static bool is_of_now(const struct telling *told, size_t i, const struct period *p) {
    const struct context *c = told->c;
    if (!is_news(c) || !c->month || !p->month || !opens_sentence(told->s, i)) return false;
    bool until = tag_before(told->s, i) == ADVERB && !token_opening(told->s, i - 1, EDGE_BYGONE); /* 那年|6月 */
    return p->day && !until ? p->month == c->month : until && p->month <= c->month;
}

/* 五年来，生产总值由2012年的9.1亿元增加到2017年的13.6亿元: where the span ends, it goes on. */
static bool ends_span(const struct telling *told, size_t i, int named) {
    return named == told->frame->span.year && is_one_of(tag_before(told->s, i), GROW_TO, FALL_TO);
}

/* 从|1978年到1986年: where the words begin that the date at token `i` is told in. */
static size_t from_head(const struct sentence *s, size_t i) { return i - (tag_before(s, i) == FROM); }

/* “十二五”时期 is what the next paragraphs speak of; 图1 2020—2024年发电量 is no sentence. */
static void date_frames(struct telling *told, size_t i, const struct period *p, int named) {
    struct frame *frame = told->frame;
    size_t        head = from_head(told->s, i);
    bool          single = p->first_year == p->last_year || p->fiscal, opens = opens_sentence(told->s, head);
    if (single ? ends_span(told, i, named) : !opens && told->s->tags[told->s->count - 1] != STOP) return;
    frame->single = single;
    if (single) return;
    /* 于2018/19年度前推出; …77.8亿元。“十三五”期间累计完成298亿元。 behind figures of a year is of its paragraph alone */
    frame->passing = !opens || (frame->goes_on && !frame->span.from);
    frame->span = (struct year_span){p->first_year - !p->ends, named, p->ends};
    frame->review = (struct year_span){0};
    if (!frame->passing && named <= told->c->done_year) frame->from_year = frame->span.from; /* “十三五”时期，…；由14%升到18% */
}

/* 同2000年相比，人口由2871人上升为7229人, 与2010年人口普查相比，…: what all the sentence is compared with is where its changes
 * start. */
static void compared_with(const struct telling *told, size_t i, const struct period *p) {
    const struct sentence *s = told->s;
    size_t                 head = i > 1 && s->tokens[i - 2].tag == DATE ? i - 2 : i - (i > 0); /* 1980年|同1978年相比 */
    bool                   begins =
        opens_sentence(s, head) || (s->tokens[head - 1].tag == COMMA && !has_class(s, range_of(0, head), CLASSES(FIGURES)));
    bool all = is_one_of(tag_before(s, i), AND, PREPOSITION) && begins; /* 按照计划，|同1978年相比 */
    if (all && !p->relative && date_is_compared(s, i + 1)) told->frame->from_year = p->last_year;
}

/* In news of January 去年，…。有进出口实绩的企业3126家。 goes on with the year that is over, until 今年 ends it; 去年3月 is an
 * event's. */
static void january_frames(const struct telling *told, size_t i, const struct period *p) {
    struct frame *frame = told->frame;
    int           over = told->c->review_year - 1;
    bool          begins = !is_one_of(tag_before(told->s, i), OF, NOUN, HEAD, VERB, VERBAL, REACH, PREPOSITION, AIM,
                                      QUOTE); /* “去年|干了11个月” is told by somebody */
    if (!told->c->early || !is_news(told->c) || p->month || p->told || frame->span.from) return;
    bool first = true;             /* 现在有职工210人，去年|产值8600万元。 is of now */
    for (size_t k = 0; k < i; k++) /* so is what is counted before: 她每天走2万步，去年|帮助旅客3260人次。 */
        first &= !note_at(told->s, k, NOTE_NOW | NOTE_ACTUAL) && !(p->relative && is_figure(told->s, k));
    if (told->year == over && begins && first && told->status == STATUS_ACTUAL) {
        frame_tells(frame, over, STATUS_ACTUAL);
    } else if (told->year > over && frame->year == over) {
        frame->year = frame->tells_status = 0;
    }
}

/* 2024年开工286个，2025年开工300个。: the year that the section speaks of ends what was told before; in news any later one, and
 * in a plan for several years the next of them. */
static bool moves_on(const struct telling *told, int named) {
    const struct context *c = told->c;
    return named == c->year || ((is_news(c) || c->plan_year > c->done_year + 1) && named > told->frame->year);
}

/* 比2015年增长, 与上年相比: what is compared with tells no year of the figures; 今年开春以来，… is of now all the same. */
static void basis_tells(struct telling *told, size_t i, const struct period *p) {
    if (p->relative && p->offset == 0 && is_news(told->c) && opens_sentence(told->s, i)) past_ends(told);
    /* 2012年，…。2014年以来，新建学校12所: what came since a later year is not of the year carried on */
    bool since = tag_at(told->s, i + 1) == SINCE && !p->relative && told->year < p->first_year; /* and “十二五”以来 */
    if (since && told->status == STATUS_ACTUAL && opens_sentence(told->s, i)) past_ends(told);
    compared_with(told, i, p);
}

/* 去年实行承包制的|企业|已占90%, 1956年|职工的平均工资|为610元: of the noun that the date is of it is told what it was. */
static bool is_told_of(const struct sentence *s, size_t i) {
    bool   whose = opens_sentence(s, i) && is_one_of(tag_at(s, i + 1), NOUN, HEAD);
    size_t of = next_of(s, i, CLASSES(OF, COMMA, STOP)), noun = skip(s, of + 1, CLASSES(NOUN, HEAD));
    return tag_at(s, noun) == DONE || (whose && tag_at(s, noun) == REACH && is_figure(s, noun + 1));
}

/* 津贴在2000年推出，|2003年起|发至村一级; 补助3元，|2021年秋季起|提高到5元: does a date since when something is otherwise stand
 * behind an earlier one, or what it was before? */
static bool follows_former(const struct telling *told, size_t i, int named) {
    const struct sentence *s = told->s;
    if (told->year_by >= 0 && told->year && told->year < named) return true;
    return is_one_of(tag_at(s, skip(s, i + 1, CLASSES(ADVERB))), GROW_TO, FALL_TO) &&
           has_class(s, range_of(0, i), CLASSES(FIGURES));
}

/* 改造|2000年底|前|建成|的|小区: those that were there before a year that is over. */
static bool bounds_noun(const struct sentence *s, size_t i) {
    size_t done = skip(s, i + 2, CLASSES(ADVERB, DONE)), of = skip(s, done, CLASSES(VERB, VERBAL, LIGHT, AWARD));
    return of > done && tag_at(s, of) == OF && is_one_of(tag_at(s, of + 1), NOUN, HEAD, VERBAL, ADVERB);
}

/* 订单已经排|到了明年一季度|，产值增长5%: how far something reaches that is so already; nothing is planned. */
static bool reaches_ahead(const struct sentence *s, size_t i) {
    size_t to = skip_back(s, i, CLASSES(ADVERB));
    if (to < 2 || s->tokens[to - 1].tag != TO || !is_one_of(tag_at(s, i + 1), COMMA, STOP)) return false; /* most */
    struct range clause = range_of(back_to(s, to - 1, CLASSES(COMMA, STOP)), to);
    return has_class(s, clause, CLASSES(NOUN, HEAD)) && (to < i || has_class(s, clause, CLASSES(DONE))) &&
           !has_class(s, clause, CLASSES(FIGURES, AIM, PLAN));
}

/* 收割机是|去年|买的，一天收80亩, 这是|1985年|出土的铜镜，直径18厘米: when a thing came to be, of which more is told. */
static bool tells_since_when(const struct sentence *s, size_t i) {
    size_t is = skip_back(s, i, CLASSES(ADVERB));
    if (tag_before(s, is) != REACH || !note_at(s, is - 1, NOTE_IS)) return false; /* most */
    size_t end = next_of(s, i, CLASSES(COMMA, STOP, FIGURES));
    size_t of = skip_back(s, end, CLASSES(NOUN, HEAD));
    return tag_at(s, end) == COMMA && of > i + 2 && s->tokens[of - 1].tag == OF &&
           !has_class(s, range_of(0, i), CLASSES(FIGURES));
}

/* 审查批准|2022年|决算，98个问题已整改; 落实党委|2022年|第4次会议精神，新建学校3所: does the year say no more than which one
 * the thing is that its clause, which counts nothing, does something to? */
static bool tells_which(const struct sentence *s, size_t i) {
    size_t end = next_of(s, i, CLASSES(COMMA, STOP));
    bool   held =
        i + 1 < s->count && s->tokens[i + 1].candidate >= 0 && !is_figure(s, i + 1) && is_one_of(tag_before(s, i), NOUN, PLACE);
    if (tag_at(s, end) != COMMA || !(held || (date_in_object(s, i) && tag_before(s, i) != PREPOSITION))) return false;
    return !has_class(s, range_of(i + 1u + held, end), CLASSES(FIGURES));
}

/* 这座|建于|1958年的|水库|库容达1200万立方米, 创办于1985年的学校有学生860人: since when there is the thing of which more is
 * told. */
static bool tells_how_old(const struct sentence *s, size_t i) {
    return tag_before(s, i) == PREPOSITION && note_at(s, i - 1, NOTE_EVENT) && tag_at(s, i + 1) == OF &&
           is_one_of(tag_at(s, i + 2), NOUN, HEAD, VERB, VERBAL, PLACE, QUOTE, ADVERB);
}

enum { FIRST_COUNTED = 1800 }; /* 1368年: nothing that reports count is of an earlier year */

/* 粥铺是|2017年|办起来的，|最初|只熬20斤小米: does what was then follow the clause of the date? */
static bool then_follows(const struct sentence *s, size_t i) {
    const struct period *then = period_at(s, next_of(s, i, CLASSES(COMMA, STOP)) + 1u);
    return then && then->frame && !then->relative;
}

/* Does the date say of something else than the figures when it was? */
static bool is_of_other(const struct telling *told, size_t i, const struct period *p, int named, bool ahead) {
    const struct sentence *s = told->s;
    const struct context  *c = told->c;
    if (tag_before(s, i) == PREPOSITION && token_opening(s, i - 1, EDGE_EXCEPT) && tag_at(s, i + 1) == COMMA)
        return true;                                              /* 除了|2003年，他每年献血24次 */
    size_t head = p->told ? skip_back(s, i, CLASSES(ADVERB)) : 0; /* 而|上年同期下降4% */
    if (!is_one_of(tag_before(s, head), COMMA, STOP, LIST_COMMA, COLON, OPEN))
        return true;                                            /* 在上年增长的基础上，又增产2万吨 */
    bool since = p->since && named <= c->review_year && !ahead; /* 1999年起扩大招生，录取率提高到59% */
    if (!named || (since && !follows_former(told, i, named))) return true;
    if (c->status == STATUS_TARGET && named <= c->review_year && (date_of_noun(s, i) || date_in_object(s, i)) &&
        !is_told_of(s, i))
        return true;                                                        /* of a plan */
    if (p->first_year != p->last_year && date_in_object(s, i)) return true; /* 开启“十四五”新征程，… */
    if (note_at(s, i + 1, NOTE_LEFT)) return true;                          /* 加上2022年|结转收入 */
    const bool then = then_follows(s, i);
    if (named < c->year && !then && tells_which(s, i)) return true;
    if (tag_at(s, i + 1) == FIRST && named < c->report_year && bounds_noun(s, i)) return true;
    if (named >= c->report_year && is_news(c) && reaches_ahead(s, i)) return true;
    if (named < c->report_year && (named < FIRST_COUNTED || (!then && tells_since_when(s, i)) || tells_how_old(s, i)))
        return true;
    /* 清退|2019年发放的|补贴41万元, 水漫过|了|2012年修的|堤坝，冲走26根电线杆 */
    bool undone = is_one_of(tag_before(s, i), VERB, VERBAL) || (i > 1 && makes_verb(s, i - 1));
    if (undone && named < c->review_year && date_of_noun(s, i) && !note_at(s, i - 1, NOTE_AT | NOTE_EVENT)) return true;
    return told->year && named <= told->year && date_acts_later(s, i);
}

/* 今年计划增长17%。上半年完成全年计划的48% in a report of September. */
static bool goes_on_with_this_year(const struct telling *told, size_t i, const struct period *p) {
    const struct context *c = told->c;
    if (told->year_by >= 0 || !is_over_when_given(c, p) || !opens_sentence(told->s, i)) return false;
    return c->year == c->report_year || (told->frame->goes_on && told->frame->last_year == c->report_year);
}

/* In news of January 12月份，新开班线3条: a month that is far ahead is of the year before, where nothing plans. */
static bool is_month_over(const struct telling *told, size_t i, const struct period *p) {
    enum { HALF_YEAR = 6 };
    const struct context *c = told->c;
    const struct period *by = told->year_by < 0 ? NULL : period_at(told->s, (size_t)told->year_by); /* 2023-01-10 09:10，… */
    bool far = c->early && is_news(c) && !p->since && p->month > c->month + HALF_YEAR && (!by || (by->day && !p->day)) &&
               told->year == c->report_year;
    return far && told->status == STATUS_ACTUAL && !leads_to_plan(told->s, i + 1);
}

/* 10月份, 一季度: of the year that is spoken of, in a plan the plan's, in one for several years that of the report. */
static void part_of_year_tells(struct telling *told, size_t i, const struct period *p) {
    if (is_of_now(told, i, p)) past_ends(told);
    const struct context *c = told->c;
    if (goes_on_with_this_year(told, i, p)) told_year(told, c->report_year, i);
    if (is_month_over(told, i, p)) told_year(told, c->report_year - 1, i);
    if (told->year_by < 0 && !p->day && c->status == STATUS_TARGET && c->report_year && told->year > plan_year(c))
        told_year(told, c->report_year, i);
    if (told->status_by >= 0 && told->year <= told->c->report_year && has_come_so_far(told, i))
        told_status(told, told->start, i);
    told->period = told->s->tokens[i].period;
}

static bool is_over_so_far(const struct telling *told, size_t i) {
    bool given = told->c->year == told->c->report_year && opens_sentence(told->s, i);
    return is_so_far(told->s, i) || (given && is_over_when_given(told->c, period_at(told->s, i)));
}

/* In a plan a time of its year that is over, up to one that is not:
 * 第一季度产值比去年同期增长8%。钢产量260万吨。全年钢产量1100万吨。
 */
static void so_far_tells(struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    struct frame          *frame = told->frame;
    size_t                 head = from_head(s, i);
    if (told->status_by >= 0 || told->c->status != STATUS_TARGET) return;
    if (!is_over_so_far(told, i)) return;
    told_status(told, STATUS_ACTUAL, i);
    frame->so_far = opens_sentence(s, head);
    if (!frame->so_far) return;
    frame_tells(frame, told->year, STATUS_ACTUAL);
}
static void so_far_ends(struct telling *told, size_t i, const struct period *p) {
    if (!told->frame->so_far || p->relative || p->last_year || !opens_sentence(told->s, i)) return; /* most */
    if (is_over_so_far(told, i)) return;
    told_status(told, STATUS_TARGET, i);
    told->frame->so_far = told->frame->tells_status = false;
}

/* 2023年11月至2024年3月: what it is of are all its months. */
static void takes_months_before(const struct telling *told, size_t i, const struct period *p) {
    const struct period *first = p->month ? month_before(told->s, i) : NULL;
    if (!first || !first->last_year || first->last_year >= p->last_year) return;
    struct period *whole = &told->s->periods[told->period];
    whole->first_year = first->last_year;
    whole->month = first->month;
    whole->day = 0;
}

/* 按照十年规划，|从1978年到1985年，产值每年增长5%: the first date of a sentence, a clause of its own, tells when a plan is to
 * be done.
 */
static bool plans_from_head(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    size_t                 head = i - (is_one_of(tag_before(s, i), FROM, TO));
    if (is_news(told->c) || told->status != STATUS_TARGET || tag_at(s, i + 1) != COMMA) return false; /* most */
    return tag_before(s, head) == COMMA && !has_class(s, range_of(0, head), CLASSES(FIGURES, DATE));
}

/* 经过三年的恢复，|到1952年|，: a later year than the paragraph's, which is a clause of its own. */
static bool comes_to(const struct telling *told, size_t i, const struct period *p) {
    const struct sentence *s = told->s;
    if (is_news(told->c) || !p->last_year || p->month || p->first_year != p->last_year) return false;
    return told->year > told->frame->year && tag_at(s, i + 1) == COMMA && i > 1 && s->tokens[i - 1].tag == TO &&
           s->tokens[i - 2].tag == COMMA;
}

/* 1979年|和|1980年两年赤字298亿元: one of several years, which the sentence alone is of. */
static bool is_one_of_years(const struct sentence *s, size_t i) {
    return is_one_of(tag_at(s, i + 1), AND, LIST_COMMA) && tag_at(s, i + 2) == DATE;
}

/* 8月1日，记者获悉，|2022年，立案312件。: does the date, a clause of its own, open what a source tells? */
static bool opens_what_is_told(const struct sentence *s, size_t i) {
    size_t head = skip_back(s, i, CLASSES(ADVERB, PREPOSITION, PLACE));
    if (head < 2 || s->tokens[head - 1].tag != COMMA || tag_at(s, i + 1) != COMMA) return false; /* most */
    bool source = token_ends_in(s, head - 2, ONE_OF_EDGES(EDGE_LEARNT, EDGE_SOURCE));
    return source && !has_class(s, range_of(0, head), CLASSES(FIGURES));
}

/* What the paragraph speaks of from here on. */
static void frame_holds(const struct telling *told, size_t i, const struct period *p, int named, bool ahead) {
    struct frame *frame = told->frame;
    bool          spans = p->first_year != p->last_year && tag_at(told->s, i + 1) == COMMA; /* 从|1981年到1990年|， */
    size_t        head = spans ? from_head(told->s, i) : i;
    bool          opens = (opens_sentence(told->s, head) && !is_one_of_years(told->s, i)) || plans_from_head(told, i);
    opens |= is_news(told->c) && opens_what_is_told(told->s, i);
    if (!told->clause_aside && !(p->ahead && told->s->goes_on) && holds_on(told, i, p, ahead) && opens) {
        frame_tells(frame, told->year, told->status);
        frame->relative = p->relative && !sums_up(told->c, p);
    } else if (frame->year && comes_to(told, i, p)) { /* 1949年，…。经过三年的恢复，到1952年，… */
        frame_tells(frame, told->year, told->status);
    } else if (frame->year && p->first_year == p->last_year && moves_on(told, named)) {
        frame->year = frame->tells_status = 0;
    }
}

/* 8条校园专线|9月1日开通 in news of August: what is counted before a date that is ahead, and what will be done then. */
static void plan_before(const struct sentence *s, size_t i) {
    size_t figure = skip_back(s, i, CLASSES(NOUN, HEAD, VERBAL));
    if (figure == i || figure == 0 || s->tokens[figure - 1].candidate < 0) return;
    struct candidate *k = figure_at(s, figure - 1);
    bool              count = is_one_of(s->tokens[figure - 1].tag, COUNT, SMALL_COUNT);
    if (count && is_one_of(tag_at(s, i + 1), VERB, VERBAL) && !(k->set & 1u << FIELD_STATUS)) k->status = STATUS_TARGET;
}

/* 1990年|以前，要普及小学教育 in a report of 1983: of what has not come nothing is told since. */
static bool bounds_ahead(const struct telling *told, size_t i, const struct period *p) {
    bool since = note_at(told->s, i + 1, NOTE_SINCE);
    return since && !p->since && p->first_year == p->last_year && told->c->done_year && year_of(told, p) > told->c->done_year;
}

/* 今年|将|在|年底前|新建6座 in a report of January on the year before: a part of the year that its sentence plans for; not
 * 今年保持增长，|前三季度|居全省第1 where the report was written before that year's end. */
static bool is_in_planned_year(const struct telling *told, const struct period *p) {
    const struct context *c = told->c;
    if (told->year_by < 0 || told->year != c->report_year || c->report_year <= c->review_year) return false; /* most */
    const struct sentence *s = told->s;
    const struct period   *year = year_date(told);
    bool planned = told->status == STATUS_TARGET && told->status_by >= 0 && s->tokens[told->status_by].tag != DATE;
    return planned && year && year->relative && year->offset == 0 && (period_is_part(p) || p->end);
}

/* In news 2022年，火灾47起。为解难题，今年3月起|，投入1200万元: what has been so since a month of this year is no longer of the
 * year before, though the date tells no year itself. */
static void news_comes_to_now(struct telling *told, size_t i, const struct period *p, int named) {
    size_t head = from_head(told->s, i); /* 从|今年3月起 */
    bool   begins = head == 0 || told->s->tokens[head - 1].tag == COMMA || opens_sentence(told->s, head);
    if (p->since && begins && named == told->c->report_year && is_news(told->c)) past_ends(told);
}

/* 超过了计划规定的|1985年|产值87亿元的指标: the year that a plan laid something down for is that figure's alone. */
static bool is_laid_down_for(const struct sentence *s, size_t i) {
    if (i < 2 || s->tokens[i - 1].tag != OF || !token_ending(s, i - 2, EDGE_RULES)) return false; /* most */
    size_t figure = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL));
    return is_figure(s, figure) && tag_at(s, figure + 1) == OF;
}

/* 卫生室是|2017年|政府投资28万元新建的，药品有180种: does the clause tell when a thing was made, and for how much? Or when
 * somebody came to be what the clause says, 她是|2021年|考来的教师，? */
static bool is_of_making(const struct sentence *s, size_t i) {
    if (tag_before(s, i) != REACH || !note_at(s, i - 1, NOTE_IS)) return false; /* most */
    size_t end = next_of(s, i, CLASSES(COMMA, STOP)), what = skip_back(s, end, CLASSES(NOUN, HEAD));
    bool   came = what < end && s->tokens[what - 1].tag == OF && !has_class(s, range_of(i, end), CLASSES(FIGURES));
    return tag_at(s, end) == COMMA && (s->tokens[end - 1].tag == OF || came);
}

/* The date tells the year of what follows, and all that goes with it. */
static void year_tells(struct telling *told, size_t i, const struct period *p, int named, bool ahead) {
    const struct sentence *s = told->s;
    const struct context  *c = told->c;
    /* 将于2020年落成，可|提供1640个单位 is of then, too */
    if (((named <= c->report_year || !c->report_year) &&
         (is_event_year(s, i) || is_opening(told, i, named) || is_of_making(s, i))) ||
        is_laid_down_for(s, i)) {
        /* 2020年，改造厂房。博物馆去年5月|开馆，展厅5个: what was carried on is over by then */
        if (is_news(c) && told->year_by == TOLD_BY_PARAGRAPH && told->year < named) past_ends(told);
        told->clause_aside = true;
        told->clause_year = told->year;
        told->clause_by = told->year_by;
        told->clause_status = told->status;
    }
    told_year(told, named, i);
    bool opens = opens_sentence(s, i) || tag_before(s, i) == COMMA; /* 据介绍，|今年年底前… */
    if (is_news(c) && p->relative && p->offset == 0 && (told->frame->passing || opens))
        told->frame->from_year = 0; /* 近三年…。今年4月，由2千瓦提高到6千瓦 */
    told->period = s->tokens[i].period;
    date_frames(told, i, p, named);
    takes_months_before(told, i, p);
    date_tells_status(told, i, named, ahead);
    january_frames(told, i, p);
    frame_holds(told, i, p, named, ahead);
}

/* 四成企业|计划|明年增加招聘，两成看好出口: is the date at token `i` that of what a share of persons plans? */
static bool some_plan_then(const struct sentence *s, size_t i) {
    if (!(s->classes & CLASSES(AIM, PLAN))) return false; /* most */
    for (size_t k = i; !is_one_of(tag_before(s, k), COMMA, STOP); k--)
        if (is_one_of(s->tokens[k - 1].tag, AIM, PLAN)) return some_plan(s, k - 1);
    return false;
}

void date_tells(struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    const struct context  *c = told->c;
    const struct period   *p = period_at(s, i);
    if (date_inside_name(s, i)) return;
    if (date_is_basis(s, i) && !begins_ahead(c, s, i) && !bounds_ahead(told, i, p)) {
        basis_tells(told, i, p);
        return;
    }
    so_far_ends(told, i, p);
    if (p->frame && ends_part(told, i, p)) told->period = -1;
    if (p->frame && !p->relative) told->frame->single = true; /* 两年平均增长5.9%。全年新增就业5016人。 */
    int again = year_gone_on_with(told, i, p);
    if (again && again == told->frame->year) told->frame->relative = false; /* 去年，…。全年立案312件。 sums that year up */
    int  named = again ? again : year_still_running(told, i, p) ? c->review_year : year_of(told, p);
    bool ahead = is_date_ahead(c, s, i, named);
    if (named > c->done_year && note_at(s, i - 1, NOTE_TOWARD)) return; /* 对|未来一年|充满信心 */
    if (named > c->done_year && some_plan_then(s, i)) return;
    if (ahead) plan_before(s, i);
    if (is_of_other(told, i, p, named, ahead)) {
        news_comes_to_now(told, i, p, named);
        return;
    }
    bool                 within = told->frame->ahead || c->status == STATUS_TARGET || told->year <= c->review_year;
    const struct period *year = year_date(told);
    within |= year && !year->relative && told->status == STATUS_TARGET; /* 2016年，将新建12座，|年底前|达到80座 */
    within |= is_in_planned_year(told, p);
    bool aims = told->status == STATUS_TARGET && told->status_by >= 0 && s->tokens[told->status_by].tag == AIM;
    within |= aims && named < told->year; /* 已整改62个，下一步，确保|年底前整改率达到95% */
    if (!again && !ahead && !p->relative && !p->last_year && within) {
        part_of_year_tells(told, i, p);
        so_far_tells(told, i);
        return;
    }
    year_tells(told, i, p, named, ahead);
}
