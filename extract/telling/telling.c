/* The year and the status of every figure of a sentence, from the words before it: 力争到2025年达到5万亩 is a target of 2025,
 * 由2015年的3万亩 is no plan. What the sentence does not say it inherits: context.c tells what from headings and report. What
 * the words say is asked of telling/word.c, telling/date.c, telling/part.c and telling/span.c, what a figure takes of that of
 * telling/figure.c, and telling/plan.c asks whether a plan begins. */
#include "extract/telling/telling.h"

#include "extract/telling/in_turn.h"
#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

/* 2016年成立志愿队，由6人发展到|现在的312人，平均年龄58岁: what goes on behind it is of now, too. */
static void comes_to_now(struct telling *told) {
    if (told->year_by >= 0) told->year_by = TOLD_BY_PARAGRAPH;
    past_ends(told);
    told->period = -1;
}

/* As span_tells. */
static bool figure_met(struct telling *told, struct candidate *k) {
    if (told->frame->clause) span_ends(told, k->token);
    if (is_news(told->c)) next_year_tells(told, k);
    bool leads = !k->refused || span_tells(told, k);
    if (is_so_now(told, k)) comes_to_now(told);
    figure_takes(told, k);
    if (!k->refused && told->s->tokens[k->token].tag == DURATION) years_needed_tell(told, k);
    if (k->role == ROLE_TO && is_news(told->c) && starts_now(told->s, k->token)) comes_to_now(told);
    return leads;
}

/* ---- one token after the other ---- */

/* What may tell: figures, dates, and the classes and notes that word_tells asks for. Most words do not. */
static const bool telling_classes[128] = {
    [COUNT] = 1, [SMALL_COUNT] = 1, [PERCENT] = 1, [POINTS] = 1, [MULTIPLE] = 1, [ORDINAL] = 1, [DURATION] = 1,
    [AGE] = 1,   [BARE] = 1,        [RATIO] = 1,   [DATE] = 1,   [OPEN] = 1,     [CLOSE] = 1,   [STOP] = 1,
    [QUOTE] = 1, [AIM] = 1,         [PLAN] = 1,    [DONE] = 1,   [SINCE] = 1,    [ONLY] = 1};

static size_t next_telling(const struct sentence *s, size_t i) {
    const char         *tags = s->tags;
    const struct token *tokens = s->tokens;
    const size_t        count = s->count;
    const bool          notes = s->notes & TELLING_NOTES;
    while (i < count && !telling_classes[tags[i] & 127] && !(notes && has_note(&tokens[i], TELLING_NOTES))) i++;
    return i;
}

/* 在2024年新增12家|企业的基础上: does the clause go on to 基础上 from token `i` on? */
static bool leads_to_ground(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(NOUN, HEAD, VERB, VERBAL, LEVEL, SET_PHRASE, PLACE, OF, QUOTE, UNQUOTE));
    return note_at(s, i, NOTE_SETTING) && note_at(s, i, NOTE_BASIS);
}

/* 为1952年|135万吨的4倍, 比原定1957年|386亿斤的水平超过13亿斤: of the date at token `i` is the figure behind it, by which
 * another is measured. */
static bool dates_measure(const struct sentence *s, size_t i) {
    if (!is_figure(s, i + 1) || tag_at(s, i + 2) != OF) return false; /* most */
    if (tag_at(s, i + 3) == MULTIPLE) return true;
    return tag_at(s, i + 3) == HEAD && is_one_of(tag_at(s, i + 4), QUALIFIER, GROW, FALL, IMPROVE) && is_figure(s, i + 5);
}

/* 2024年启动的|12项工程|已有9项建成: the figure that the date at token `i` alone dates, by what was done then; 0: more than
 * one. */
static size_t dated_alone(const struct sentence *s, size_t i) {
    size_t of = i + 1;
    bool   done = false;
    if (dates_measure(s, i)) return of;
    for (; is_one_of(tag_at(s, of), NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, ADVERB, PLACE, IMPROVE, SET_PHRASE); of++)
        done |= is_one_of(s->tokens[of].tag, VERB, VERBAL, LIGHT, AWARD);
    if (done && tag_at(s, of) == OF && is_one_of(tag_at(s, of + 1), COUNT, SMALL_COUNT)) return of + 1;
    if (s->notes & NOTE_GOAL && of < s->count && s->tokens[of].candidate >= 0 && goal_of(s, of))
        return of; /* 距2025年|67%|的目标还有3个百分点 */
    return is_one_of(tag_at(s, of), COUNT, SMALL_COUNT) && leads_to_ground(s, of + 1) ? of : 0;
}

/* 投资增长10.2%，计划为|9%；: the figure of which alone the plan at token `i` tells, for one that was done stands before it; 0:
 * there is none. */
static size_t planned_alone(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    size_t                 figure = i + 1 + (tag_at(s, i + 1) == REACH);
    if (!is_one_of(s->tokens[i].tag, PLAN, AIM) || told->status == STATUS_TARGET || figure >= s->count) return 0;
    if (s->tokens[figure].candidate < 0 || !ends_phrase(s, figure + 1)) return 0;
    if (tag_at(s, figure + 1) == COMMA && tag_at(s, figure + 3) == PERCENT)
        return 0; /* 投资32亿元，今年计划完成36亿元，增长12.5% */
    i = skip_back(s, i, CLASSES(DATE, NOUN));
    return i > 1 && s->tokens[i - 1].tag == COMMA && s->tokens[i - 2].candidate >= 0 ? figure : 0;
}

/* What the date at token `i` tells. Of those that date one figure alone the paragraph hears nothing; false: it is no such one.
 */
static bool date_tells_one(struct telling *told, size_t i) {
    struct frame kept = *told->frame;
    int          year = told->year;
    date_tells(told, i);
    if (!year || told->year == year) return false;
    *told->frame = kept;
    return true;
}

/* What held before a date that was of one figure holds again. */
static void told_again(struct telling *told, const struct telling *before) {
    told->year = before->year;
    told->year_by = before->year_by;
    told->period = before->period;
    told->status = before->status;
    told->status_by = before->status_by;
}

/* 未来五年（2024—2028年）, 首个五年期（2024-25至2028-29年度）: the bracket that token `i` closes says no more than which years
 * the date before it is, or the name. */
static bool is_apposed(const struct sentence *s, size_t i) {
    const struct period *p = period_at(s, i - 1);
    if (i < 3 || !p || s->tokens[i - 2].tag != OPEN) return false;
    return period_at(s, i - 3) || (s->tokens[i - 3].candidate < 0 && p->last_year > p->first_year + 1);
}

/* The words of a sentence that tells something itself. False when a span of it frames this sentence alone. */
static bool words_tell(struct telling *told) {
    struct sentence *s = told->s;
    struct telling   outside = *told; /* of a bracket: 2300元（2010年不变价），比2009年提高92% */
    struct telling   before = *told;  /* a date that is of one figure */
    size_t           alone = s->count;
    bool             leads = true;
    for (size_t i = 0; i < s->count; i++) {
        if (told->existing || told->clause_aside)
            told_until(told, i);
        else if ((i = next_telling(s, i)) == s->count)
            break;
        const struct token *t = &s->tokens[i];
        if (t->candidate >= 0) {
            leads &= figure_met(told, &s->candidates[t->candidate]);
            if (i == alone) told_again(told, &before);
            continue;
        }
        if (t->tag == OPEN) outside = *told;
        if (t->tag == CLOSE && !is_apposed(s, i)) *told = outside;
        size_t planned = planned_alone(told, i);
        if (planned) alone = planned, before = *told;
        word_tells(told, i);
        if (t->period < 0) continue;
        size_t one = dated_alone(s, i);
        if (one) before = *told;
        if (!one)
            date_tells(told, i);
        else if (date_tells_one(told, i))
            alone = one;
    }
    return leads;
}

/* “我们有藏书42万册，…”馆长说: who speaks in news speaks of now, where “两癌”检查 only names; so old is 32岁的|张彩霞 now. */
static bool opens_speech(const struct sentence *s) {
    if (tag_at(s, 0) == AGE) return tag_at(s, 1) == OF;
    return s->quotes || (tag_at(s, 0) == QUOTE && tag_at(s, next_of(s, 1, CLASSES(COMMA, STOP, UNQUOTE))) != UNQUOTE);
}

/* “明年建一个冷库。”|他望着羊群说，“再带20户。”: somebody goes on with what was said before, behind the words for who speaks.
 */
static bool resumes_speech(const struct sentence *s) {
    size_t open = s->classes & CLASSES(QUOTE) ? next_of(s, 0, CLASSES(QUOTE, FIGURES)) : 0;
    if (open < 2 || tag_at(s, open) != QUOTE || s->tokens[open - 1].tag != COMMA) return false; /* most */
    return slice_ends(slice_sub(s->text, 0, s->at.start), SLICE_LIT("”"));
}

/* What holds at the head of a sentence: what the one before told, where that ended in ；, planned and 其中 opens this one, or
 * is speech that goes on, what opened the paragraph, and what the section speaks of. */
static struct telling told_before(const struct context *c, struct frame *frame, struct sentence *s) {
    struct telling told = {.c = c, .frame = frame, .s = s, .period = -1};
    told.year = frame->year ? frame->year : c->year;
    told.year_by = frame->year ? TOLD_BY_PARAGRAPH : section_by(c);
    told.start = told.status = frame->tells_status ? frame->status : c->status;
    told.start_by = told.status_by = frame->tells_status ? TOLD_BY_PARAGRAPH : section_by(c);
    bool part = tag_at(s, 0) == AMONG; /* 力争完成3亿元。其中，工业1亿元 */
    if (frame->goes_on && (s->goes_on || part || (is_news(c) && resumes_speech(s)))) {
        told.year = frame->last_year;
        told.status = frame->last_status;
        told.year_by = told.status_by = TOLD_BY_PARAGRAPH;
    }
    return told;
}

/* 明年8月再调高至5000元；新增12个班: what a relative date told within the last clause holds on behind ； no more, nor does a
 * year beyond that of a plan: 2024年重点工作 … 突破180家，到2025年再翻一番；新建学校3所. */
static bool holds_on_behind(const struct telling *told) {
    if (told->year_by > 0 && tag_before(told->s, (size_t)told->year_by) == FIRST) return false; /* 前三年，…；后两年，… */
    const struct sentence *s = told->s;
    const struct period   *date = year_date(told);
    bool                   beyond = told->c->status == STATUS_TARGET && told->c->year && told->year > told->c->year;
    return !date || !(date->relative || beyond) || !s->candidate_count || told->year_by < (int16_t)s->candidates[0].token;
}

/* In news 去年，…。 holds for one sentence behind it, and so does 2018年，…。; the year that is just over, 2022年，…。, is
 * summed up. */
static bool tells_of_past(const struct telling *told) {
    const struct context *c = told->c;
    bool past = told->year_by == TOLD_BY_PARAGRAPH && told->year < c->year - !told->frame->relative && !told->s->goes_on;
    return past && is_news(c) && !c->early && !c->plan_year && told->s->candidate_count;
}

/* 去年，…。全县共|有|书屋187个, …。全县|已|建成42个: does the sentence tell of what there is, up to its first figure? Not so
 * |有|3个村入选, |有|实绩的企业126家. 20多年|来，队伍发展到486人 and 32|岁|的张彩霞说 are of now, too. */
static bool tells_what_is(const struct sentence *s) {
    size_t own = behind_source(s), k = own; /* 据介绍，|全村568户 */
    while (k < s->count && s->tokens[k].candidate < 0 && !period_at(s, k)) k++;
    if (k == own + 1 && s->tags[own] == PLACE) /* 全村|568户1720人 */
        return is_figure(s, k) && (is_figure(s, k + 1) || ends_phrase(s, k + 1));
    if (k == s->count || period_at(s, k)) return false;
    if (tag_at(s, k + 1) == SINCE || (s->tokens[k].tag == AGE && tag_at(s, k + 1) == OF)) return true;
    size_t has = 0;
    while (has < k && !note_at(s, has, NOTE_HAS) && s->tokens[has].tag != DONE) has++;
    return (has + 1 < k && !has_class(s, range_of(has, k), CLASSES(OF))) ||
           (has + 1 == k && (ends_phrase(s, k + 1) || ends_phrase(s, k + 2)));
}

/* 未来三年，新建20家。全区|已有|食堂35家: was so much done or there, up to the first figure, with no plan before it? */
static bool is_done_already(const struct sentence *s) {
    size_t i = 0;
    while (!is_one_of(tag_at(s, i), DONE, AIM, PLAN, COMMA, STOP, DATE) && s->tokens[i].candidate < 0 &&
           !note_at(s, i, NOTE_ACTUAL | NOTE_PLAN))
        i++;
    return note_at(s, i, NOTE_ACTUAL);
}

/* 2022年，产值9.6亿元。|在茶厂的加工车间，4条生产线运转。|记者看到，|走进图书馆，: a clause that says only where who writes
 * stands looks at what is there now. */
static bool opens_scene(const struct sentence *s) {
    size_t comma = next_of(s, 0, CLASSES(COMMA, STOP, DATE, FIGURES));
    if (comma == 0 || tag_at(s, comma) != COMMA) return false; /* most */
    return token_ending(s, comma - 1, EDGE_SCENE) || token_opening(s, 0, EDGE_SCENE);
}

/* 去年，有9人捐献。|当天，向127名代表颁奖: the day that the news is of, where none of the year before was told. */
static bool opens_that_day(const struct frame *frame, const struct sentence *s) {
    return !frame->closely && is_one_of(tag_at(s, 1), COMMA, NOUN) && token_opening(s, 0, EDGE_THEN);
}

/* 去年，…。全市有|由214人组成的|队伍，|去年|5次献血; …签订协议28所，|仅今年前4个月|就活动74场: is the year just over, or part
 * of the one that runs, told behind the first figures of the sentence, which then are of no year told before? */
static bool dates_anew(const struct telling *told) {
    const struct sentence  *s = told->s;
    const struct candidate *first = s->candidates;
    while (first < s->candidates + s->candidate_count && first->refused) first++;
    if (first == s->candidates + s->candidate_count) return false;
    for (size_t i = first->token + 1u; i < s->count; i++) {
        const struct period *p = period_at(s, i);
        size_t               opens = skip_back(s, i, CLASSES(ADVERB, ONLY, AMONG));
        if (!p || !p->relative || !is_one_of(tag_before(s, opens), COMMA, LIST_COMMA)) continue;
        if (year_of(told, p) == told->year ? !period_is_part(p)
                                           : p->offset == 0 && has_class(s, range_of(opens, i), CLASSES(AMONG, ONLY)))
            return true;
    }
    return false;
}

/* 今年，全县|要新建3所；招聘300名: does nothing but a date and a place stand before the plan at token `i`? */
static bool plans_all(const struct sentence *s, size_t i) {
    bool dated = false;
    for (size_t k = 0; k < i; k++) {
        if (!is_one_of(s->tokens[k].tag, DATE, COMMA, PLACE, LIST_MARK, ADVERB)) return false;
        dated |= s->tokens[k].tag == DATE;
    }
    return dated;
}

/* 由去年的90元涨到110元。日烘干能力由120吨提高到200吨: in news a change starts where its own sentence says, or the span. */
static void start_anew(struct frame *frame, const struct sentence *s) {
    bool spanned = frame->from_year == frame->span.from || frame->from_year == frame->review.from;
    bool now = note_at(s, 0, NOTE_NOW); /* 前两年，…。如今，办理率由61%提高到97% */
    if (!s->goes_on && (now || !spanned)) frame->from_year = 0;
}

/* An item of a list, and what stands in brackets, stands for itself: what a clause of the item before was dated goes on no
 * more. */
static void frame_opens(struct frame *frame) {
    frame->year = frame->ahead_year;
    frame->goes_on &= !frame->looked_back;
    frame->tells_status = frame->ahead;
    if (frame->ahead) frame->status = STATUS_TARGET;
}

/* 全长26公里，|预计2015年完成；: does the year ahead close the sentence, behind its figures, and tell of no more than when the
 * one thing they are of is done? */
static bool closes_when_done(const struct telling *told) {
    const struct sentence *s = told->s;
    if (told->year_by <= 0 || told->year <= told->c->year || !s->candidate_count) return false; /* most */
    size_t by = (size_t)told->year_by, clause = back_to(s, by, CLASSES(COMMA)), k = s->candidates[s->candidate_count - 1].token;
    size_t end = skip(s, by + 1, CLASSES(VERB, VERBAL, ADVERB, LIGHT, REACH, FIRST, WITHIN, IMPROVE));
    bool   own = told->status_by < 0 || (size_t)told->status_by >= clause; /* not 计划投资3亿元，2026年建成 */
    return own && k < clause && clause > 0 && end > by + 1 && tag_at(s, end) == STOP;
}

/* 完成投资71亿元，计划12月底通车；: does the plan stand behind the last figure, and tell only what comes of what was done? */
static bool closes_with_plan(const struct telling *told) {
    const struct sentence *s = told->s;
    if (told->status != STATUS_TARGET || told->status_by <= 0 || !s->candidate_count) return false; /* most */
    size_t                  by = (size_t)told->status_by;
    const struct candidate *last = &s->candidates[s->candidate_count - 1];
    while (last > s->candidates && last->refused) last--; /* 12|月底 */
    return !last->refused && last->status == STATUS_ACTUAL && last->token < by &&
           has_class(s, range_of(last->token, by), CLASSES(COMMA));
}

/* What the sentence has told, for the next; `by_plan`: closes_with_plan. */
static void frame_keeps(const struct telling *told, bool by_plan) {
    told->frame->goes_on = true;
    told->frame->last_year = told->year;
    const struct period *date = year_date(told);
    told->frame->closely = date && date->month > 0;
    told->frame->looked_back = date && told->year_by > 0 && told->year < told->c->year && told->status == STATUS_ACTUAL &&
                               !opens_sentence(told->s, (size_t)told->year_by);
    told->frame->planned = told->status == STATUS_TARGET;
    /* 条件将得到改善；新开工13栋: 将 plans its own clause, 力争 all that follows, and so does a year that is ahead, or a plan
     * that nothing but a date opens. */
    bool ahead = told->c->review_year && told->year > told->c->done_year;
    bool own = told->status_by >= 0 && !ahead && note_at(told->s, told->status_by, NOTE_PLAN) &&
               !plans_all(told->s, (size_t)told->status_by);
    told->frame->last_status = own || (!ahead && by_plan) ? told->start : told->status;
    if (!closes_when_done(told)) return;
    told->frame->last_year = told->c->year;
    told->frame->last_status = told->c->status;
}

void context_apply(const struct context *c, struct frame *frame, struct sentence *s) {
    if (s->listed || tag_at(s, 0) == OPEN) frame_opens(frame);
    if (frame->from_year && is_news(c)) start_anew(frame, s);
    if ((c->twins || c->opens_year) && s->candidate_count) modals_plan(s);
    struct telling told = told_before(c, frame, s);
    if (told.year_by == TOLD_BY_PARAGRAPH && is_news(c) && told.year < c->year && !frame->then && opens_speech(s)) {
        if (tells_of_past(&told) && told.year < c->year - 1)
            frame->year = frame->tells_status = 0; /* 1962年，…。76岁的他说。 */
        told.year = c->year;
        told.year_by = section_by(c);
    }
    if (tells_of_past(&told) && !frame->then && (tells_what_is(s) || opens_that_day(frame, s))) past_ends(&told);
    if (is_news(c) && !c->plan_year && told.year_by == TOLD_BY_PARAGRAPH && opens_scene(s)) past_ends(&told);
    if (is_news(c) && told.status_by == TOLD_BY_PARAGRAPH && (opens_scene(s) || is_done_already(s))) plan_ends(&told);
    if (is_news(c) && s->period_count && told.year == c->year - 1 && dates_anew(&told)) past_ends(&told);
    const int            carried = tells_of_past(&told) ? told.year : 0;
    const struct telling before = told;
    bool                 leads = true;
    for (size_t i = 0; i < s->period_count; i++) period_settle(&s->periods[i], c->report_year, plan_year(c));
    if (frame->before.told || frame->first.told) part_tells(&told);
    if (told.status == STATUS_TARGET && s->candidate_count) learnt_tells(&told);
    if (s->goes_on || s->period_count || s->notes & TELLING_NOTES || s->classes & CLASSES(AIM, PLAN, DONE, SINCE, ONLY))
        leads = words_tell(&told);
    else /* most sentences tell nothing themselves */
        for (size_t i = 0; i < s->candidate_count; i++) leads &= figure_met(&told, &s->candidates[i]);
    if (frame->clause) span_ends(&told, s->count);
    times_in_turn(c, s);
    bool summed_up = carried == c->year - 1 && !frame->relative; /* 去年，…。|全年立案312件。 */
    if (carried && !frame->then && !summed_up && frame->year == carried) frame->year = frame->tells_status = 0;
    if (!leads) frame_to_review(frame);
    plan_announce(&told);
    if (!holds_on_behind(&told)) told = before;
    bool by_plan = closes_with_plan(&told);
    if ((told.period >= 0 || frame->before.told) && !by_plan) part_keep(&told);
    frame_keeps(&told, by_plan);
}

void frame_heading(struct frame *frame, const struct context *c) {
    int back = 0, last = 0;
    for (int i = 0; i < MOST_LEVELS; i++) {
        if (!c->headings[i].length) continue;
        if (c->headings[i].says || c->headings[i].back) back = c->headings[i].back;
        last = c->headings[i].back;
    }
    if (last) frame->left = false;
    frame->settled = false;
    bool over = back && !frame->left && c->status == STATUS_ACTUAL && c->year && c->year == c->review_year;
    frame->span = frame->review = over ? (struct year_span){c->year - back, c->year, false} : (struct year_span){0};
}

void frame_paragraph(struct frame *frame) {
    bool passing = frame->passing, settled = frame->settled || (frame->goes_on && !frame->span.from);
    *frame = (struct frame){.span = frame->span, .review = frame->review, .left = frame->left, .settled = settled};
    if (passing) frame->span = (struct year_span){0};
    frame->from_year = frame->span.from; /* 由2014年的… holds in its paragraph, 五年来 on */
    frame_to_review(frame);
}
