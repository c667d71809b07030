/* Where no heading tells that the plan begins: 2024年，我们要做好以下工作：, 今年要着重做好以下八个方面工作, and a paragraph of
 * nothing but targets; and where a paragraph of a plan looks back, or a sentence of news goes back to the year told last. */
#include "extract/telling/telling.h"

#include "extract/base/banned.h"

enum { PLAN_TARGETS = 4 }; /* fewer may stand in any paragraph */

bool context_may_announce(const struct context *c, const struct section_words *words, const struct sentence *s) {
    bool leads = s->period_count && section_leads(words, slice_trim(slice_span(s->text, s->at)));
    if (!s->period_count || !(c->both || leads)) return false; /* most */
    size_t i = 0;
    while (i < s->count && !period_at(s, i)) i++;
    if (i == s->count || !opens_sentence(s, i)) return false;
    const struct period *p = period_at(s, i);
    return (c->both && p->first_year != p->last_year) || (leads && context_year(c, p) > c->review_year);
}

void plan_announce(const struct telling *told) {
    const struct sentence *s = told->s;
    const struct context  *c = told->c;
    if (told->year_by < 0 || told->status != STATUS_TARGET || told->year <= c->review_year) return;
    const struct period *p = told_period(told);
    if (c->both && p && p->first_year != p->last_year && opens_sentence(s, (size_t)told->year_by))
        told->frame->announced = told->year;
    for (size_t i = (size_t)told->year_by; i < s->count && told->year == plan_year(c); i++)
        if (s->tokens[i].tag == FOLLOWING) told->frame->announced = told->year;
}

/* Does a sentence behind the first come back to the plan: 过去一年，…。今年，…? */
static bool comes_back(const struct context *c, const struct period_table *periods, slice text) {
    struct period p;
    for (size_t stop, at = 0; (stop = slice_find(text, SLICE_LIT("。"), at)) != SIZE_MAX;) {
        at = stop + strlen("。");
        if (!period_scan(periods, slice_from(text, at), &p)) continue;
        if (period_year(&p, c->review_year, c->review_year, c->report_year) > c->review_year) return true;
    }
    return false;
}

/* 2011年，是开局之年。过去一年，…: what looks back behind a first sentence that counts nothing; `text` where none does. */
APART static slice behind_opening(const struct period_table *periods, slice text, size_t opening) {
    struct period p;
    size_t        stop = slice_find(text, SLICE_LIT("。"), 0);
    if (stop == SIZE_MAX) return text;
    for (size_t i = opening; i < stop; i++)
        if (ascii_digit(text.ptr[i])) return text;
    slice next = slice_from(text, stop + strlen("。"));
    return period_scan(periods, next, &p) && p.frame && p.relative ? next : text;
}

/* 刚刚过去的|2017年|，…: the year that is the clause that opens the paragraph, with no more than a few words before it; 0:
 * there is none. */
static int opening_year(const struct period_table *periods, slice text) {
    enum { LONGEST_LEAD = 6 * HAN };
    struct period p;
    size_t        at = 0;
    while (at < text.len && at < LONGEST_LEAD && (unsigned char)text.ptr[at] >= 0xE0) at += HAN;
    if (at >= text.len || !ascii_digit(text.ptr[at])) return 0; /* most */
    size_t size = period_scan(periods, slice_from(text, at), &p);
    bool   year = size && p.first_year == p.last_year && !p.month;
    return year && slice_starts(slice_from(text, at + size), SLICE_LIT("，")) ? p.last_year : 0;
}

/* 一年来，我们主要做了以下工作： and 2021年，我们…： behind 五年来，…: the section goes on with the last year
 * alone. */
static void leave_span(struct frame *frame, const struct context *c, const struct period_table *periods, slice text) {
    struct period p;
    int           year = opening_year(periods, text);
    bool leads = year == c->review_year && slice_ends(slice_trim(text), SLICE_LIT("：")); /* not 刚刚过去的2017年，…。 */
    bool last = year ? leads : period_scan(periods, slice_trim(text), &p) && p.frame && p.relative;
    frame->single = year;
    if (!last) return;
    frame->span = frame->review = (struct year_span){0};
    frame->left = true;
    frame->from_year = 0;
}

void frame_look_back(struct frame *frame, const struct context *c, const struct period_table *periods, slice text) {
    struct period p;
    if (frame->span.from && c->status == STATUS_ACTUAL) leave_span(frame, c, periods, text);
    if (c->status != STATUS_TARGET || !c->review_year || c->year <= c->review_year) return; /* most */
    text = slice_trim(text);
    size_t size = period_scan(periods, text, &p);
    slice  looking = size ? behind_opening(periods, text, size) : text;
    if (looking.ptr != text.ptr) size = period_scan(periods, text = looking, &p);
    slice rest = slice_from(text, size);
    bool  comma = slice_starts(rest, SLICE_LIT("，")) || slice_starts(rest, SLICE_LIT(","));
    bool  names = p.frame || p.relative || p.last_year; /* 一季度， of a plan is of its year */
    if (!size || !comma || !names || p.first_year != p.last_year) return;
    bool over = p.frame && p.relative; /* 过去一年 */
    int  year = over ? c->review_year : context_year(c, &p);
    if (year != c->review_year || comes_back(c, periods, text)) return;
    frame_tells(frame, year, STATUS_ACTUAL);
}

/* 今年第一季度的生产形势很好。 in a report of April. */
static void topic_is_part(struct frame *frame, const struct context *c, const struct period *p) {
    int year = context_year(c, p);
    if (!(p->relative || p->last_year) || year != c->report_year || !is_over_when_given(c, p)) return;
    frame_tells(frame, year, STATUS_ACTUAL);
    frame->so_far = true;
}

void frame_look_topic(struct frame *frame, const struct context *c, const struct period_table *periods, slice text) {
    struct period p;
    text = slice_trim(text);
    size_t size = c->review_year && !is_news(c) ? period_scan(periods, text, &p) : 0;
    if (!size || p.first_year != p.last_year) return; /* most */
    if (period_is_part(&p)) {
        topic_is_part(frame, c, &p);
        return;
    }
    if (!(p.relative || p.last_year) || !year_word_behind(periods, YEAR_TOPIC, slice_from(text, size))) return;
    int  year = context_year(c, &p);
    bool ahead = year > c->done_year;
    if (!year || year == c->year) return;
    frame_tells(frame, year, ahead ? STATUS_TARGET : STATUS_ACTUAL);
}

/* Does the first sentence of `text` lead to a list that begins within it: 做好以下工作：一是…? */
static bool lists_within(const struct role_table *marks, slice text) {
    size_t size, colon = slice_find(text, SLICE_LIT("："), 0);
    if (colon == SIZE_MAX || slice_has(slice_sub(text, 0, colon), SLICE_LIT("。"))) return false; /* most */
    return roles_at(marks, slice_from(text, colon + strlen("：")), &size) & (LIST_DIGIT | LIST_BRACKET);
}

/* 下半年，我们将重点做好以下工作： in a report of 上半年: the part of the year that is not over opens the paragraph, which
 * leads to a list. */
static bool leads_to_rest(const struct context *c, const struct section_words *sections, const struct period *p, slice text) {
    bool rest = c->review_until && period_is_part(p) && period_first_month(p) > c->review_until;
    return rest && (section_leads(sections, text) || lists_within(sections->marks, text));
}

void frame_look_listed(struct frame *frame, const struct context *c, const struct context_rules *rules, slice text) {
    struct period p;
    text = slice_trim(text);
    size_t size = c->review_year && (c->review_until || !is_news(c)) ? period_scan(rules->periods, text, &p) : 0;
    if (!size || p.first_year != p.last_year) return; /* most */
    bool rest = leads_to_rest(c, rules->sections, &p, slice_from(text, size));
    if (!rest && (is_news(c) || period_is_part(&p) || !(p.relative || p.last_year))) return;
    int year = context_year(c, &p);
    if (!rest && (year <= c->done_year || !lists_within(rules->sections->marks, slice_from(text, size)))) return;
    frame->ahead = true;
    frame->year = frame->ahead_year = year;
    frame_status(frame, STATUS_TARGET);
}

void frame_look_lately(struct frame *frame, const struct context *c, const struct lexicon *lexicon, slice text) {
    if (c->status != STATUS_TARGET || !c->review_year || is_news(c)) return; /* most */
    if (!lexicon_opening(lexicon, slice_trim(text), EDGE_LATELY)) return;
    frame->lately = true;
    frame_tells(frame, c->review_year, STATUS_ACTUAL);
}

size_t context_ahead(const struct lexicon *lexicon, const struct scan_map *map, slice text) {
    size_t at = 0;
    while (at < text.len && !lexicon_opening(lexicon, slice_from(text, at), EDGE_AHEAD)) {
        size_t stop = scan_next(map, SCAN_STOP, at);
        at = stop < text.len ? utf8_next(text, stop) : stop;
    }
    return at < text.len ? at : SIZE_MAX;
}

void frame_go_ahead(struct frame *frame, const struct context *c) {
    frame->ahead = true;
    if (c->status == STATUS_ACTUAL && (c->both || !is_news(c))) frame->year = context_planned_year(c);
    frame_status(frame, STATUS_TARGET);
}

/* Where the end of `text` begins that a sentence behind it looks back at. No farther back, for every sentence may ask. */
static size_t text_near(slice text) {
    enum { FARTHEST = 512 };
    return utf8_whole(text, text.len > FARTHEST ? text.len - FARTHEST : 0);
}

/* The year that the end of `text` tells last, and is not only compared with: 比上年增加5%; 0: it tells none. */
static int last_told(const struct context *c, const struct period_table *periods, slice text) {
    struct period p;
    int           year = 0;
    for (size_t at = text_near(text), size; (size = period_next(periods, text, &at, &p)) > 0;)
        if ((p.relative || p.last_year) && !p.frame && !p.century &&
            !year_is_compared(periods, slice_sub(text, 0, at - size), slice_from(text, at)))
            year = context_year(c, &p);
    return year;
}

/* 名额将于2030年增至4000个。|届时|将有三成青年入学: of the plan's year. */
static void look_later(struct frame *frame, const struct context *c, const struct period_table *periods, slice before,
                       slice text) {
    if (!year_word_behind(periods, YEAR_LATER, text)) return; /* most */
    int year = last_told(c, periods, before);
    if (!c->report_year || year <= c->report_year) return;
    frame_tells(frame, year, STATUS_TARGET);
    frame->relative = false;
}

void frame_look_then(struct frame *frame, const struct context *c, const struct period_table *periods, slice before,
                     slice text) {
    frame->then = false;
    look_later(frame, c, periods, before, text);
    if (!is_news(c) || c->status != STATUS_ACTUAL) return;
    if (slice_starts(text, SLICE_LIT("“"))) text = slice_from(text, strlen("“"));
    bool next = year_word_opens(periods, YEAR_NEXT, text);
    if (!next && !year_word_opens(periods, YEAR_THEN, text)) return; /* most */
    int year = last_told(c, periods, before);
    if (!year || year + next >= c->year) return;
    frame->then = frame->bygone = true;
    frame_tells(frame, year + next, STATUS_ACTUAL);
    frame->relative = false;
}

/* 2021年春天，老窑停了火。: the past year that the sentence opens with, a clause of its own, with its period; 0: it opens with
 * none. */
static int year_leading(const struct context *c, const struct context_rules *rules, const struct lexicon *x, slice text,
                        struct period *p) {
    text = slice_trim(slice_from(text, list_label(rules->sections->marks, text))); /* 8. 去年，经济温和复苏。 */
    size_t size = period_scan(rules->periods, text, p);
    if (!size || p->day || !(p->relative || p->last_year) || p->first_year != p->last_year || p->told) return 0; /* most */
    slice              rest = slice_from(text, size);
    const struct word *season = lexicon_opening(x, rest, EDGE_SEASON);
    if (!slice_starts(slice_from(rest, season ? season->text.len : 0), SLICE_LIT("，"))) return 0;
    int    year = p->frame && p->relative ? c->review_year - sums_up(c, p) : context_year(c, p);
    bool   goes_on = p->since || (year == c->year - 1 && !period_is_part(p));
    size_t at = 0; /* 2021年，书屋|搬进|新楼。藏书1.2万册。 tells what came to be */
    return year < c->year && (goes_on || !lexicon_within(x, rest, EDGE_FOUNDS, &at)) ? year : 0;
}

/* 转机出现在2018年。: the past year that the sentence ends with, behind a word for a turn; 0: it ends with none. */
static int year_turning(const struct context *c, const struct period_table *periods, slice text, struct period *p) {
    for (size_t at = 0, size; (size = period_next(periods, text, &at, p)) > 0;) {
        bool closes = slice_equal(slice_from(text, at), SLICE_LIT("。")) && !p->day && p->first_year == p->last_year;
        if (!closes || !year_word_before(periods, YEAR_TURN, slice_sub(text, 0, at - size))) continue;
        int year = context_year(c, p);
        return year < c->year ? year : 0;
    }
    return 0;
}

void frame_look_led(struct frame *frame, const struct context *c, const struct context_rules *rules, const struct lexicon *x,
                    slice before) {
    if (!is_news(c) || c->status != STATUS_ACTUAL || frame->then || frame->year || before.len <= frame->heard)
        return; /* most */
    size_t near = text_near(before), from = frame->heard > near ? frame->heard : near;
    for (size_t end; from < before.len; from = end) {
        struct period p;
        slice         led = slice_trim(slice_sub(before, from, end = sentence_end(before, from)));
        int           year = year_leading(c, rules, x, led, &p);
        if (!year) year = year_turning(c, rules->periods, led, &p);
        if (year_word_behind(rules->periods, YEAR_PRESENT, led)) frame->year = frame->tells_status = 0;
        if (!year) continue;
        frame_tells(frame, year, STATUS_ACTUAL);
        frame->relative = p.relative && !sums_up(c, &p);
    }
}

void frame_look_span(const struct context *c, struct frame *frame, const struct period_table *periods,
                     const struct sentence *s) {
    struct period p;
    frame->spoken = (struct year_span){0};
    int years = s->at.start && s->candidate_count ? span_length(&s->candidates[0]) : 0;
    if (!years || !opens_sentence(s, s->candidates[0].token)) return; /* most */
    slice before = slice_sub(s->text, 0, s->at.start);
    for (size_t at = text_near(before), size; (size = period_next(periods, before, &at, &p)) > 0;) {
        bool compared = year_is_compared(periods, slice_sub(before, 0, at - size), slice_from(before, at));
        if (p.century) period_settle(&p, c->report_year, plan_year(c)); /* 八十年代，…。十年中 */
        if (p.last_year && p.last_year - p.first_year + 1 == years && !compared)
            frame->spoken = (struct year_span){p.first_year - 1, p.last_year, false};
    }
}

/* What the headings above said holds no more. */
static void headings_unsay(struct context *c) {
    for (int i = 0; i < MOST_LEVELS; i++) {
        c->headings[i].says = NULL;
        c->headings[i].years = (struct years){0};
    }
}

size_t context_aims(const struct context *c, const struct section_words *words, slice text) {
    if (c->status == STATUS_TARGET || c->both || is_news(c) || !c->review_year) return SIZE_MAX; /* most */
    struct sieve               sieve = sieve_text(text);
    const struct section_word *aims = section_word_in(&words->of[SECTION_AIMS], text, &sieve);
    return aims ? section_word_at(aims, text, &sieve) : SIZE_MAX;
}

void context_open_plan(struct context *c) {
    c->status = STATUS_TARGET;
    c->year = c->plan_year = plan_year(c);
    headings_unsay(c);
}

void context_close(struct context *c, const struct section_words *words, const struct frame *frame, slice text) {
    if (c->status == STATUS_TARGET) return;
    if (frame->ahead && section_leads(words, text)) {
        c->status = STATUS_TARGET;
        context_plan_list(c, 0);
        headings_unsay(c);
        c->year = context_planned_year(c);
        return;
    }
    bool leads = section_leads(words, text) && frame->status == STATUS_TARGET && frame->year == plan_year(c) && !frame->others;
    bool all = c->report_year > c->done_year && frame->targets >= PLAN_TARGETS && !frame->others;
    int  announced = leads ? frame->year : frame->announced;
    if (!announced && !all) return;
    c->status = STATUS_TARGET;
    c->year = announced ? announced : c->report_year;
    if (announced && c->both) {
        c->span_from = context_span_from(c); /* “十三五”时期发展成就和“十四五”时期主要目标 */
        return;
    }
    c->plan_year = c->year;
    if (announced) headings_unsay(c);
}
