/* Years and plans. 政府工作报告 of 2024 counts 2023; under 2024年工作安排 its figures are targets of 2024; 去年 is 2023, and
 * 到2025年 is a year of its own. Words that open reviews and plans are rows of rules/sections.tsv. */
#include "extract/telling/context.h"
#include "extract/sentence/classes.h"

#include "extract/base/banned.h"

/* 去年全省新增贷款2130亿元, the title of news of January: all of it speaks of the year that is over. */
static bool sums_up_year_before(const struct period_table *periods, slice title) {
    struct period p;
    return period_scan(periods, title, &p) && p.relative && p.offset == -1 && !p.month && !p.half && !p.quarter;
}

/* The year of which a document speaks where no heading tells: the one that it plans, or the one that it reviews; a plan that
 * names none, 行动计划（2022年6月18日）, begins when it is given. */
static int year_told(const struct context *c) {
    if (c->plan_year) return c->plan_year;
    return c->ahead ? c->report_year : c->review_year;
}

void context_open(struct context *c, const struct head_rules *rules, const struct document *d, struct arena *arena) {
    struct head_years years;
    *c = (struct context){.status = STATUS_ACTUAL, .place = c->place + 1};
    head_read(&c->about, &years, rules, d, arena);
    c->report_year = years.report;
    c->review_year = years.review;
    c->done_year = years.done > years.review ? years.done : years.review;
    c->review_until = years.until;
    c->plan_year = years.plan;
    c->month = years.month;
    c->day = years.day;
    c->early = years.month == 1 || years.month == 2;
    c->era = years.era;
    c->opens_year = years.opens_year;
    c->twins = years.twins;
    c->ahead = years.plans;
    c->ahead_level = years.plans;
    c->year = year_told(c);
    bool over = c->early && c->year && c->report_year == c->review_year && !years.plans;
    if (over && sums_up_year_before(rules->periods, c->about.title.text)) c->year--;
    if (years.plans) c->status = STATUS_TARGET;
}

/* ---- headings ---- */

enum { ANNEX_LABEL = 4 * HAN };             /* bytes of 附件12 */
enum { LONGEST_MARKED_HEADING = 60 * HAN }; /* of a line that only its list mark makes one; longer, it is a paragraph */

/* Bytes of whole characters of it, at most so many. */
static size_t fitting(slice text, size_t most) {
    while (text.len > most) text.len -= utf8_size_before(text, text.len);
    return text.len;
}

static slice heading_words(slice title) {
    static const char *const ends[] = {"。", "；", "：", NULL}, *const plain[] = {";", ":", NULL};
    for (bool wide; (wide = slice_ends_any(title, ends)) || slice_ends_any(title, plain);) title.len -= wide ? HAN : 1;
    return slice_trim(title);
}

/* Bytes of the first clause, up to a comma of either script; 12,000 has none. */
static size_t first_clause(slice text) {
    for (size_t at = 0; at < text.len; at++)
        if (slice_starts(slice_from(text, at), SLICE_LIT("，")) || (text.ptr[at] == ',' && !digit_at(text, at + 1))) return at;
    return text.len;
}

/* The runs of digits that are no year's, 2024年重点工作 and 2024-2026年: one of 新建学校3所, two of 增长9.4%. */
static int figures_in(slice text) {
    enum { YEAR = 4 }; /* digits */
    int count = 0;
    for (size_t at = 0, size; at < text.len; at += size + !size) {
        for (size = 0; digit_at(text, at + size);) size++;
        count += size && size != YEAR;
    }
    return count;
}

/* 89. 津贴自2013年推出以来，约有3万人受惠。: the sentence that a numbered paragraph starts with tells its own years. So does
 * one that no mark ends, of several figures: 3. 投资增长9.4%，距2025年的目标还差4.3个百分点. */
static bool is_prose(slice title) {
    static const char *const ends[] = {"。", "；", ";", NULL};
    return (slice_ends_any(title, ends) || figures_in(title) > 1) && first_clause(title) < title.len;
}

/* Is it no heading, but a sentence that tells figures? 5. 过去两年，投放了1000亿元。 looks back and 5. 经济增长2.4%，
 * 低于过去十年的平均。 does not; （三）新建学校3所，完成年度目标任务的75% is no plan, for all that no mark ends it. */
static bool tells_figures(const struct section_words *w, slice title, slice text) {
    slice clause = slice_sub(text, 0, first_clause(text));
    bool  figures = is_prose(title) ? holds_digit(text) : clause.len < text.len && figures_in(clause);
    if (!figures) return false; /* most */
    struct sieve sieve = sieve_text(clause);
    return !section_of_heading(w, clause, &sieve);
}

static bool names_years(const struct years *y) { return y->first || y->span; }

/* 今年经济工作的安排, 明年的任务, 去年农业生产的情况; 今年以来 and 今年一季度 are over. */
static bool opens_with_year(const struct period_table *periods, slice title, struct period *p) {
    if (!period_scan(periods, title, p)) return false; /* most */
    return p->relative && p->offset >= -1 && !p->told && !p->frame && !p->running && !p->pair && !p->month && !p->quarter &&
           !p->half;
}

/* 一、2023年工作回顾, below which 二、重点工作 is planned, and not 一、主要指标完成情况. */
static bool recalls_work(const struct section_heading *above, const struct section_words *sections) {
    slice        text = {above->text, above->length};
    struct sieve sieve = sieve_text(text);
    return text.len && above->says && section_word_in(&sections->of[SECTION_RECALLS], text, &sieve);
}

/* 上半年|重点工作: the last month of the part of a year that a heading names without that year; 0: it names none. */
static int part_named(const struct period_table *periods, slice text) {
    struct period p;
    for (size_t at = 0; period_next(periods, text, &at, &p);)
        if (!p.last_year && !p.relative && !p.day && (p.half || p.quarter)) return period_last_month(&p);
    return 0;
}

/* What the words of a heading say of its section; NULL where they say nothing, or are prose that no such word opens. `told`:
 * the heading of its level before recalls work; `led`: a word stands before it that says more. */
static const struct section_word *heading_tells(const struct context_rules *rules, slice title, slice text,
                                                const struct sieve *sieve, bool told, bool led) {
    const struct section_word *says = section_of_heading(rules->sections, text, sieve);
    if (says && !told && section_word_is(&rules->sections->of[SECTION_ALONE], text)) says = NULL;
    if (!says) says = section_word_is(&rules->sections->of[SECTION_WHOLE], text);
    return says && !led && tells_figures(rules->sections, title, text) ? NULL : says;
}

/* Does a heading name years? One that only says what its section is has those of the line broken off before it: 2022年 ⏎
 * 工作回顾. */
static bool take_years(struct context *c, const struct context_rules *rules, struct section_heading *heading, slice title,
                       slice text, bool says) {
    struct period opening;
    heading->years = (struct years){0};
    if (!is_prose(title)) heading->years = years_in(rules->periods, text, NULL);
    bool names = names_years(&heading->years);
    heading->relative = !says && !names && !is_prose(title) && opens_with_year(rules->periods, text, &opening);
    heading->opens = heading->relative ? opening.offset : 0;
    if (says && !names) heading->years = c->broken;
    c->broken = heading->years;
    if (says || !names) c->broken = (struct years){0};
    return names;
}

/* A heading of this level, a part of `p`, says it: `lead`, where that is given, else what its own words say. */
static void set_heading(struct context *c, const struct context_rules *rules, const struct paragraph *p, int level, slice title,
                        const struct section_word *lead) {
    slice text = heading_words(title);
    if (level < 1) level = 1;
    if (level > MOST_LEVELS) level = MOST_LEVELS;
    struct section_heading *heading = &c->headings[(c->last = level) - 1];
    bool                    told = recalls_work(heading, rules->sections);
    text.len = heading->length = fitting(text, LONGEST_HEADING);
    if (text.len) memcpy(heading->text, p->written ? p->written + (text.ptr - p->text.ptr) : text.ptr, text.len);
    struct sieve               sieve = sieve_text(text);
    const struct section_word *says = heading_tells(rules, title, text, &sieve, told, lead);
    heading->deeds = section_word_in(&rules->sections->of[SECTION_ALONE], text, &sieve);
    heading->part = heading->deeds ? part_named(rules->periods, text) : 0;
    heading->style = 0;
    heading->under = 0;
    bool names = take_years(c, rules, heading, title, text, says);
    /* 发展成就和目标任务, 上半年经济运行和下半年工作安排 */
    bool plan = says && says->status == STATUS_TARGET, part = heading->years.until && heading->years.until < 12;
    heading->both = plan && (section_says_both(rules->sections, text, &sieve) || (part && says->dated));
    heading->says = lead ? lead : says;
    heading->ahead = heading->says ? period_years_ahead(rules->periods, text) : 0;
    bool prose = slice_ends(title, SLICE_LIT("。")) && (!says || holds_digit(text)); /* 70. 過去三年投放1000億元。 */
    bool over = !plan && !names && !prose;
    heading->back = over ? period_years_back(rules->periods, text) : 0;
    if (!c->ahead_level) c->ahead_level = level;
    c->ahead &= level >= c->ahead_level && level != c->lead_level;
    for (int i = level; i < MOST_LEVELS; i++) {
        c->headings[i].length = 0;
        c->headings[i].plan_before = false;
    }
    c->place++;
    c->joined = false;
}

static void join_headings(struct context *c) {
    c->section_length = 0;
    for (int i = 0; i < MOST_LEVELS; i++) {
        const struct section_heading *h = &c->headings[i];
        if (!h->length || c->section_length + h->length + 3 > LONGEST_SECTION) continue;
        if (c->section_length) {
            memcpy(c->section + c->section_length, " / ", 3);
            c->section_length += 3;
        }
        memcpy(c->section + c->section_length, h->text, h->length);
        c->section_length += h->length;
    }
}

slice context_section(struct context *c) {
    if (!c->joined) join_headings(c);
    c->joined = true;
    return (slice){c->section, c->section_length};
}

/* Is the year that it reviews over, or nearly so, when it is given? */
static bool year_is_over(const struct context *c) {
    enum { NEARLY_OVER = 11 };
    return (c->month == 0 || c->month >= NEARLY_OVER) && !year_goes_on(c);
}

int context_planned_year(const struct context *c) {
    bool over = c->report_year == c->review_year && year_is_over(c);
    if (c->plan_year > c->report_year) return c->plan_year;
    return c->report_year + (c->report_year && over);
}

/* A report of some kind, no plan, of all of its year: in it 2023年重点工作 tells what was done. */
static bool reviews_whole_year(const struct context *c) {
    bool over = c->report_year > c->review_year || year_is_over(c);
    return over && c->about.kind.text.len && !c->plan_year && !c->ahead;
}

/* 上半年重点工作, below no plan, in a report of that half year or of all of the year. */
static bool part_is_over(const struct context *c, const struct section_heading *heading) {
    if (!heading->part || c->status == STATUS_TARGET || c->report_year != c->review_year) return false; /* most */
    return year_goes_on(c) ? heading->part <= c->review_until : reviews_whole_year(c);
}

/* 工作回顾, 今年工作安排: the year that the word stands for, by what is known of the report. */
static void take_word(struct context *c, const struct section_heading *heading) {
    const struct section_word *hit = heading->says;
    bool                       over_by_now = part_is_over(c, heading), plan = hit->status == STATUS_TARGET && !over_by_now;
    c->status = plan ? STATUS_TARGET : STATUS_ACTUAL;
    c->year = plan ? context_planned_year(c) : c->review_year;
    if (hit->dated && c->report_year) c->year = c->report_year + hit->offset;
    if (!plan && c->year > c->done_year) c->year = c->done_year; /* 整改情况 in a report of January, of an audit in July */
    /* “十二五”时期的主要目标, 今后五年的目标 are to be reached by its end */
    int  end = heading->ahead && c->report_year ? plan_year(c) + heading->ahead - 1 : heading->years.span;
    bool over = !plan && end && end <= c->review_year; /* “十四五”规划执行情况 in 2026 */
    if (over || (plan && end > c->year)) c->year = end;
}

/* 2024年财政形势分析 below 二、2024年预算草案: what it looks at is still to come. */
static bool looks_ahead(const struct context *c, const struct section_heading *heading) {
    bool plan = c->status == STATUS_TARGET && heading->says && heading->says->status == STATUS_ACTUAL;
    return plan && c->year > c->review_year && heading->years.first == c->year;
}

/* 2021年工作回顾 says which year is reviewed, whatever the title or the file's name say; 2024年产业发展 opens a plan. `says`:
 * the word that tells; NULL: none does. */
static void take_year(struct context *c, struct section_heading *heading, const struct section_word *says) {
    int  named = heading->years.first;
    bool reviews = says && says->status == STATUS_ACTUAL;
    bool aside = reviews && c->opens_year && says->name; /* 2015年经济表现 in a budget tells of a year before its own */
    if (reviews && named != c->review_year && !aside) {
        if (c->report_year <= named && c->report_year != c->review_year) c->report_year = named + 1;
        c->review_year = named;
        if (c->done_year < named) c->done_year = named;
    }
    c->year = named;
    if (named == c->review_year && heading->deeds && reviews_whole_year(c)) c->status = STATUS_ACTUAL;
    bool over = !says && c->report_year > c->review_year && named <= c->review_year;
    if (over) c->status = STATUS_ACTUAL; /* （二）2023年结转情况 below 2024年预算草案 */
    if (!c->review_year || named <= c->review_year) return;
    c->status = STATUS_TARGET;
    heading->plan_before = true;
}

static void take_heading(struct context *c, struct section_heading *heading) {
    const struct section_word *says = looks_ahead(c, heading) ? NULL : heading->says;
    bool                       named = heading->years.first != 0, twofold = says && heading->both;
    c->said_by_heading |= says || named;
    if (!says && !named && heading->plan_before && c->report_year > c->review_year) {
        c->status = STATUS_TARGET;
        c->year = context_planned_year(c);
    }
    /* “十五”期间的主要情况 within a plan for the five years after them */
    if (!named && heading->years.span && heading->years.span <= c->review_year) {
        c->said_by_heading = true;
        c->status = STATUS_ACTUAL;
        c->year = heading->years.span;
    }
    if (says) heading->plan_before = says->status == STATUS_TARGET && !twofold && !part_is_over(c, heading);
    if (twofold) { /* 发展成就和目标任务: its sentences tell which */
        c->both = true;
        if (c->ahead) return; /* 下半年，我们将抓好以下工作： led to the list */
        c->status = STATUS_ACTUAL;
        c->year = c->review_year;
        return;
    }
    int opens = c->report_year + heading->opens;
    if (heading->relative && c->report_year && (heading->opens < 0 || opens > c->done_year)) {
        c->said_by_heading = true;
        heading->plan_before = opens > c->done_year;
        c->status = heading->plan_before ? STATUS_TARGET : STATUS_ACTUAL;
        c->year = opens;
    }
    if (says) take_word(c, heading);
    if (named) take_year(c, heading, says);
}

int context_span_from(const struct context *c) {
    int from = 0;
    for (int i = 0; i < MOST_LEVELS; i++) {
        const struct years *y = &c->headings[i].years;
        if (!c->headings[i].length || !names_years(y)) continue;
        from = y->span && y->span == c->year && !y->first ? y->span_from - 1 : 0;
    }
    return from;
}

/* Plan or review, and of which year, as the headings say, the deepest one that says it. */
static void section_meaning(struct context *c) {
    c->status = c->plan_year || c->ahead ? STATUS_TARGET : STATUS_ACTUAL;
    c->year = year_told(c);
    c->said_by_heading = c->both = false;
    for (int i = 0; i < MOST_LEVELS; i++)
        if (c->headings[i].length) take_heading(c, &c->headings[i]);
    c->span_from = c->both ? 0 : context_span_from(c);
}

/* 一、压实责任 (一)落实主体责任: where a deeper heading starts on the same line, with the size of its mark; 0: nowhere. */
static size_t inner_heading(const struct role_table *marks, slice title, int level, size_t *size) {
    for (size_t at = 0; at < title.len; at = utf8_next(title, at)) {
        slice rest = slice_from(title, at);
        if (at > 0 && roles_at(marks, rest, size) & LIST_BRACKET && mark_level(marks, rest, size) > level) return at;
    }
    return 0;
}

/* What a line starts with. */
struct opening {
    slice  text; /* without the #s before it */
    int    hashes, level;
    size_t mark;  /* bytes of the list mark, of this level */
    bool   whole; /* the document says that the line is a heading */
};

static struct opening opening_of(const struct role_table *marks, const struct paragraph *p) {
    struct opening o = {.text = p->text};
    for (; o.text.len && o.text.ptr[0] == '#'; o.hashes++) o.text = slice_trim(slice_from(o.text, 1));
    o.level = mark_level(marks, o.text, &o.mark);
    o.whole = p->level > 0 || (o.hashes > 0 && o.hashes <= 6);
    return o;
}

/* A short line without an end mark and without a list mark is a heading when it names a plan or a review, or opens an annex. */
static bool is_open(slice text) { /* not “抓好各项重点任务。” */
    return sentence_end(text, 0) == text.len && !slice_has(text, SLICE_LIT("。"));
}
static bool names_section(const struct section_words *w, slice text) {
    struct sieve sieve = sieve_text(text);
    bool         names = section_of_heading(w, text, &sieve) && !section_word_starts(&w->of[SECTION_PAGE], text) &&
                 !tells_figures(w, text, heading_words(text));
    return names || section_word_is(&w->of[SECTION_WHOLE], text) || section_word_starts(&w->of[SECTION_ANNEX], text);
}

/* 81. 楼价高企。政府会采取以下措施：(1)…: what leads to a list tells of its items; NULL: it does not. `*from`: the byte of
 * `words` that the sentence starts at which leads.
 */
static const struct section_word *lead_in(const struct section_words *w, slice words, size_t *from) {
    size_t at = *from = 0;
    if (!section_leads(w, words)) return NULL;
    for (size_t stop; (stop = slice_find(words, SLICE_LIT("。"), at)) != SIZE_MAX;) at = stop + strlen("。");
    slice        lead = slice_from(words, *from = at);
    struct sieve sieve = sieve_text(lead);
    return section_word_in(&w->of[SECTION_LEAD], lead, &sieve);
}

/* 81. 去年落成单位12个。|政府会：: what the sentences say before the one that leads to a list is no part of its plan. */
static void remember_before_lead(struct context *c, size_t from) {
    struct section_heading    *heading = &c->headings[c->last - 1];
    const struct section_word *says = heading->says;
    heading->says = NULL;
    section_meaning(c);
    c->before_lead = (struct before_lead){from, c->status, c->year};
    heading->says = says;
}

void context_before_lead(struct context *c, size_t end) {
    struct before_lead *before = &c->before_lead;
    if (!before->until) return; /* most */
    if (end <= before->until) {
        c->status = before->status;
        c->year = before->year;
    } else {
        before->until = 0;
        section_meaning(c);
    }
}

enum { NUMBERED = 3, WITHIN_NUMBERED = 5 }; /* levels of 1. and of what is numbered otherwise below it */

/* 3、2024年工作计划 ⏎ 1. 新建学校3所: what is numbered otherwise than the heading above it is below that; and so is what has a
 * mark below a heading without one, ## 2024年工作计划 ⏎ （一）教育. */
static int level_below(const struct context *c, struct opening o, uint32_t style) {
    if (!o.mark) return o.level;
    int      numbered = c->under + NUMBERED;
    uint32_t above = numbered <= MOST_LEVELS && c->headings[numbered - 1].length ? c->headings[numbered - 1].style : 0;
    return c->under + (o.level == NUMBERED && above && above != style ? WITHIN_NUMBERED : o.level);
}

/* # 青禾县2023年工作总结: the title is no section of what is below it. */
static bool bears_title(const struct context *c, int level) {
    const struct section_heading *heading = &c->headings[(level < MOST_LEVELS ? level : MOST_LEVELS) - 1];
    return slice_equal(c->about.title.text, (slice){heading->text, heading->length});
}

/* 第二部分 2024年工作安排 ⏎ 一、教育, 2、下步打算 ⏎ （一）教育: does the first mark of its list, which elsewhere is above the
 * last heading, or beside it, stand below it? That tells what is below, and is numbered otherwise. */
static bool begins_below(const struct context *c, struct mark_form form, int level) {
    if (!form.first || c->last < level || bears_title(c, c->last)) return false; /* most */
    const struct section_heading *last = &c->headings[c->last - 1];
    bool                          tells = (last->says || names_years(&last->years)) && !last->both;
    return last->length && tells && last->style != form.style && (last->style || last->back || c->status == STATUS_TARGET);
}

/* The level of what a paragraph starts with. A list goes on where it began: 第三部分 of 第二部分 ⏎ 一、 ⏎ 二、. */
static int find_level(struct context *c, const struct role_table *marks, struct opening o, struct mark_form *form) {
    *form = o.mark ? mark_form(marks, slice_trim(slice_sub(o.text, 0, o.mark))) : (struct mark_form){0};
    int same = MOST_LEVELS; /* the last of its list */
    while (o.mark && same > 0 && !(c->headings[same - 1].length && c->headings[same - 1].style == form->style)) same--;
    if (o.mark && same > 0 && same <= c->under) c->under = c->headings[same - 1].under;
    int level = level_below(c, o, form->style);
    if (!o.mark || !begins_below(c, *form, level)) return level;
    c->under = c->last;
    return level_below(c, o, form->style);
}

/* The heading that a paragraph starts with, and those behind it on its line; true when it is all of it. */
static bool heading_take(struct context *c, const struct context_rules *rules, const struct paragraph *p, struct opening o) {
    const struct section_words *w = rules->sections;
    slice                       words = slice_trim(slice_from(o.text, o.mark));
    size_t                      from = (size_t)(words.ptr - p->text.ptr), stop = paragraph_sentence_end(p, from) - from, size;
    slice                       title = slice_sub(words, 0, stop < words.len ? stop : words.len);
    size_t                      led;
    const struct section_word  *lead = lead_in(w, words, &led);
    if (title.len > LONGEST_MARKED_HEADING && !o.whole && !lead) return false;
    if (heading_words(title).len == 0) return false;
    struct mark_form form;
    int              level = find_level(c, w->marks, o, &form);
    int              outer = level < MOST_LEVELS ? level > 0 ? level : 1 : MOST_LEVELS;
    for (size_t at; (at = inner_heading(w->marks, title, level - c->under, &size)) > 0; title = slice_from(title, at + size)) {
        set_heading(c, rules, p, level, slice_sub(title, 0, at), NULL);
        level = c->under + mark_level(w->marks, slice_from(title, at), &size);
    }
    set_heading(c, rules, p, level, title, level <= MOST_LEVELS ? lead : NULL);
    if (lead && led) remember_before_lead(c, from + led);
    if (lead) context_plan_list(c, level); /* 6. 我建议推出以下措施： may lead to （一） */
    c->headings[outer - 1].style = form.style;
    c->headings[outer - 1].under = c->under;
    if (o.whole && !o.mark) c->under = bears_title(c, level) ? 0 : level;
    section_meaning(c);
    return stop >= words.len;
}

/* “十五五”时期 ⏎ 经济社会发展的 ⏎ 主要目标: a short line that no mark ends may be the start of a heading. The one year that a
 * line names is mostly the title's, 2024年政府工作报告. */
static APART void take_broken(struct context *c, const struct context_rules *rules, slice line, bool open) {
    struct years years = open ? years_in(rules->periods, line, NULL) : (struct years){0};
    if (!open || years.span) c->broken = years;
}

/* 附件1 ⏎ 2024年重点项目清单: what it is, and of which year. */
static bool titles_annex(const struct context *c, const struct context_rules *rules, slice line) {
    if (!c->annexed) return false; /* most */
    struct years years = years_in(rules->periods, line, NULL);
    return names_years(&years);
}

/* 展望 ⏎ 本署會推出新服務。 ⏎ 道路安全: the next chapter of a document that marks none of them tells as before. */
static void close_brief(struct context *c, slice line) {
    if (!starts_han(line.ptr) || slice_has(line, SLICE_LIT("，"))) return;
    for (int i = 0; i < MOST_LEVELS; i++) c->headings[i] = (struct section_heading){0};
    c->brief = c->joined = false;
    c->place++;
    section_meaning(c);
}

bool context_heading(struct context *c, const struct context_rules *rules, const struct paragraph *p) {
    if (contents_take(&c->contents, rules->sections, p->text)) return true;
    struct opening o = opening_of(rules->sections->marks, p);
    bool           brief = false;
    if (o.whole || o.level) {
        int level = p->level ? p->level : o.hashes;
        if (o.whole && level <= c->under) c->under = 0;
        if (!o.level) o.level = level;
        brief = c->brief && o.level == NUMBERED && !o.whole; /* 經濟展望 ⏎ 6. 今年…: each paragraph has its number */
        c->broken = (struct years){0};                       /* a heading with a mark of its own goes on from no line */
    } else {
        bool open = o.text.len <= LONGEST_BARE_HEADING && is_open(o.text);
        bool annex = open && titles_annex(c, rules, o.text);
        c->annexed = false;
        if (!annex && (!open || !names_section(rules->sections, o.text))) { /* most paragraphs */
            if (open && c->brief) close_brief(c, o.text);
            if (open || names_years(&c->broken)) take_broken(c, rules, o.text, open);
            return false;
        }
        o.level = 1 + annex;
        c->under = 0;
        struct period named;
        slice         bare = slice_from(o.text, period_scan(rules->periods, o.text, &named)); /* 2010年|经济展望 */
        brief = section_word_is(&rules->sections->of[SECTION_BRIEF], bare);
        c->annexed = o.text.len <= ANNEX_LABEL && section_word_starts(&rules->sections->of[SECTION_ANNEX], o.text);
    }
    c->brief = brief;
    return heading_take(c, rules, p, o);
}

bool context_may_head(const struct section_words *w, slice line) {
    size_t size;
    return line.ptr[0] == '#' || scan_folds(line) || mark_level(w->marks, line, &size) > 0;
}

/* Bytes of the title that `text` starts with: up to the end of the last word for plan or review before any mark; 0: none. */
static size_t title_length(const struct section_list *l, slice text) {
    enum { LONGEST_TITLE = 75 };
    size_t length = 0, stop = 0, at;
    while (stop < text.len && stop < LONGEST_TITLE && !slice_starts(slice_from(text, stop), SLICE_LIT("，")))
        stop = utf8_next(text, stop);
    text.len = stop;
    text.len = sentence_end(text, 0);
    struct sieve sieve = sieve_text(text);
    for (size_t i = 0; i < l->count; i++)
        if ((at = section_word_at(&l->words[i], text, &sieve)) != SIZE_MAX && at + l->words[i].text.len > length)
            length = at + l->words[i].text.len;
    return length;
}

bool context_run_in_marked(struct context *c, const struct context_rules *rules, const struct paragraph *p, size_t from,
                           size_t numeral) {
    const struct section_words *w = rules->sections;
    slice                       marked = slice_trim(slice_from(p->text, from));
    size_t                      size = 0, start = (size_t)(marked.ptr - p->text.ptr);
    if (numeral > start + LONGEST_BEFORE_NUMBER || mark_level(w->marks, marked, &size) != 1) return false;
    slice  words = slice_trim(slice_from(marked, size));
    size_t length = title_length(&w->of[SECTION_HEADING], words);
    if (length == 0) return false;
    set_heading(c, rules, p, 1, slice_sub(words, 0, length), NULL);
    section_meaning(c);
    return true;
}
