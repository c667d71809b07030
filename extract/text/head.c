/* The first lines of a report → what it is. 政府工作报告 ⏎ ——2024年1月12日在青禾县第十七届人民代表大会第四次会议上 is a
 * 政府工作报告 of 2024-01-12 that reviews 2023. Who reports and which kinds there are is body.c's. */
#include "extract/text/head.h"

#include "extract/text/bare_date.h"
#include "extract/text/text.h"
#include "extract/words/scripts.h"
#include "extract/words/unit.h"

#include "extract/base/digits.h"

#include "extract/base/banned.h"

enum { HEAD_LINES = 12, HEAD_BYTES = 6000, FEWEST_LINES = 4, LONGEST_TITLE = 200, FEWEST_TWINS = 12 };

const char *origin_name(enum origin origin) {
    static const char *const names[] = {
        [ORIGIN_OPTION] = "option",         [ORIGIN_MANIFEST] = "manifest",   [ORIGIN_RECORD] = "record",
        [ORIGIN_META] = "meta tag",         [ORIGIN_TITLE_TAG] = "title tag", [ORIGIN_HEADING] = "heading",
        [ORIGIN_PROPERTIES] = "properties", [ORIGIN_LINES] = "first lines",   [ORIGIN_SIGNATURE] = "last lines",
        [ORIGIN_TEXT] = "whole text",       [ORIGIN_PATH] = "file name"};
    return names[origin];
}

/* Does the line start with a date of a day: 2023-07-25 13:11，正文：…? */
static bool opens_with_date(const struct head_rules *rules, slice line) {
    struct period p;
    return line.len && ascii_digit(line.ptr[0]) && period_scan(rules->periods, line, &p) && p.day;
}

/* 本报讯（记者李青）2026年1月9日，…: does a dateline open the line? */
static bool opens_news(const struct head_rules *rules, slice line) {
    enum { NEAR = 20 * HAN };
    slice        near = slice_sub(line, 0, line.len < NEAR ? line.len : NEAR);
    struct sieve sieve = sieve_text(near);
    return section_word_in(&rules->sections->of[SECTION_DATELINE], near, &sieve);
}

/* The last year of a span in `text` behind `year`, 0 when there is none. */
static int span_beyond(const struct period_table *periods, slice text, int year) {
    for (size_t at = 0, size; at < text.len; at += size) {
        struct period p;
        utf8_decode(slice_from(text, at), &size);
        size_t n = period_scan(periods, slice_from(text, at), &p);
        if (n && p.first_year != p.last_year && p.last_year > year) return p.last_year;
        if (n) size = n;
    }
    return 0;
}

/* 2023年工作总结及2024年工作要点: the year that is over, then the one to come. */
static bool looks_back(struct years years) { return !years.span && years.last == years.first + 1; }

/* 2024年工作要点完成情况: what came of a plan is none. */
static bool tells_outcome_of(const struct head_rules *rules, slice text, const struct sieve *sieve) {
    const struct section_word *says = section_of_heading(rules->sections, text, sieve);
    return says && says->status == STATUS_ACTUAL;
}

static bool ends_open(slice line) {
    static const char *const ends[] = {"：", ":", "，", "；", "、", "—", "-", NULL};
    return slice_ends_any(line, ends);
}

/* Does a sentence end in the line, or the line in one? */
static bool holds_stop(slice line) {
    return sentence_end(line, 0) < line.len || slice_ends(line, SLICE_LIT("。")) || slice_ends(line, SLICE_LIT("；"));
}

/* 根据《河湖整治实施方案》，新建水库3座 is no title. */
static bool may_be_title(slice line) {
    return !holds_stop(line) && !ends_open(line) && slice_find(line, SLICE_LIT("，"), 0) == SIZE_MAX;
}

/* The year up to which a document plans whose head says that it is a plan; 0 when it says no such thing. */
static int plan_in(const struct head_rules *rules, slice text, const struct sieve *sieve, int report_year) {
    const struct section_list *of = rules->sections->of;
    if (!section_word_in(&of[SECTION_HEAD_PLAN], text, sieve) &&
        !(section_titles_plan(rules->sections, text, sieve) && may_be_title(text)))
        return 0;
    if (tells_outcome_of(rules, text, sieve)) return 0;
    if (looks_back(years_in(rules->periods, text, NULL))) return 0;
    int beyond = span_beyond(rules->periods, text, report_year);
    return beyond ? beyond : report_year;
}

/* 三年行动计划|（2024—2026年）, 规划纲要|（节选）: a title without the bracket that closes it. */
static slice without_aside(slice title) {
    static const char *const ends[] = {"）", ")", NULL};
    size_t                   wide = slice_find(title, SLICE_LIT("（"), 0), narrow = slice_find(title, SLICE_LIT("("), 0);
    size_t                   open = wide < narrow ? wide : narrow;
    return open < title.len && slice_ends_any(title, ends) ? slice_trim(slice_sub(title, 0, open)) : title;
}

/* 《水利发展规划|》的通知: a title without what stands behind the name of a plan. */
static slice plan_name(const struct head_rules *rules, slice title) {
    const struct section_list *behind = &rules->sections->of[SECTION_BEHIND_TITLE];
    title = without_aside(title);
    for (size_t i = 0; i < behind->count; i++)
        if (slice_ends(title, behind->words[i].text)) return slice_sub(title, 0, title.len - behind->words[i].text.len);
    return title;
}

/* 清河市第十四个五年规划和二〇三五年远景目标纲要: the year up to which a title plans that ends with a word for it. */
static int plan_of_title(const struct head_rules *rules, slice title) {
    bool ends = section_word_ends(&rules->sections->of[SECTION_TITLE_END], plan_name(rules, title));
    return ends ? span_beyond(rules->periods, title, 0) : 0;
}

/* ---- lines ---- */

struct told_year {
    int         year; /* 0: none yet */
    enum origin origin;
};

/* What the lines at the head have told so far. */
struct head {
    const struct head_rules *rules;
    const struct document   *document;
    struct body_search       who;
    struct told_year         title_year, dated, spanned, named; /* spanned: by a span of the title */
    int                      until; /* last month of the part of the title's year; 0: it is all of it */
    struct period            date;  /* its day is 0 when no line tells one */
    enum origin              date_origin;
    int                      issued;                 /* the year of its number, 2022年第2号 */
    int                      path_year, plan, since; /* since: the title's, 2016年以来 */
    int                      offset;                 /* from the year of the report to the one it reviews */
    bool                     offset_known, era;
    struct fact              title;
    bool                     title_has_kind, plans; /* plans: the title says that the document is a plan */
    bool                     bulletin;              /* a line bears its date in eight digits */
    size_t                   bytes, twins;          /* of the lines read, and how many of them are otherwise with 长 for 長 */
    bool                     planned;               /* below a heading that opens the plan */
    bool                     recalls;               /* a line that says 今年 numbers several years: its own is none of them */
    bool                     begun;                 /* a line below the title has told a figure */
    bool                     prose;                 /* a sentence has been read */
    int                      opens_with;            /* the year that it numbers; 0: none */
    bool                     opens_by_year;         /* it begins with that year: 2023年，… */
};

static void tell_year(struct told_year *told, int year, enum origin origin) {
    if (!told->year && year) *told = (struct told_year){year, origin};
}

/* 关于2023年预算执行情况和2024年预算草案的报告: given in the later year, of the year before; 2023年工作总结和2024年计划 is of
 * its own year, and a row says so. */
static void take_title_years(struct head *h, struct years years, enum origin origin) {
    int told = h->document->year;
    if (years.since) h->since = years.since;
    if (years.span && (!years.first || years.first > years.span)) { /* “十三五”情况 looks back, “十四五”规划 ahead */
        if (years.span_over) tell_year(&h->spanned, years.span_over, origin); /* “十四五”总结和“十五五”思路 */
        tell_year(&h->spanned, h->plan == years.span ? years.span_from : years.span, origin);
        return;
    }
    if (h->title_year.year || !years.first) return;
    tell_year(&h->title_year, years.first, origin);
    if (years.until) h->until = years.until;
    bool ahead = years.last == years.first + 1 || (years.since && years.since < years.first); /* 2022年以来工作和2024年打算 */
    if (!ahead || (h->offset_known && h->offset == 0) || (told && told != years.last)) return;
    h->title_year.year = years.last;
    h->offset_known = true;
    h->offset = -1;
}

/* ## 青禾县条例, 当前位置:首页>公开>青禾县条例: what stands before a title is not part of it. */
static slice bare_title(slice line) {
    for (size_t i = line.len; i > 0; i--)
        if (line.ptr[i - 1] == '>') return slice_trim(slice_from(line, i));
    while (line.len && line.ptr[0] == '#') line = slice_trim(slice_from(line, 1));
    bool quoted = slice_starts(line, SLICE_LIT("《")) && slice_find(line, SLICE_LIT("》"), 0) == line.len - strlen("》");
    return quoted ? slice_sub(line, strlen("《"), line.len - strlen("》")) : line; /* 《青禾县条例》 is all of the line */
}

/* The first line that names a kind of document, 政府工作报告; failing that the first that greets nobody and is no date, no
 * name of a meeting and no signature. Who reports, above a line with a year, is none. */
static void take_title(struct head *h, slice line, enum title_kind title, bool dated, enum origin origin) {
    enum { ONE_WORD = 4 * HAN };
    bool kind = title == TITLE_OF_KIND;
    if (kind && dated && h->title.text.len <= ONE_WORD) h->title_has_kind = false; /* 计划总结, of a menu */
    if (dated && body_is_name(&h->who, h->title.text)) h->title.text = SLICE_NONE;
    if (title == TITLE_NONE || (h->title.text.len && (!kind || h->title_has_kind))) return;
    unsigned char first = (unsigned char)line.ptr[0]; /* a dash or a bracket opens none */
    bool          opens = first < 0x80 ? first >= '0' : first >= 0xE4 && first <= 0xE9;
    if (!kind) {
        struct sieve sieve = sieve_text(line);
        if (!opens || ends_open(line) || section_word_in(&h->rules->sections->of[SECTION_HEAD], line, &sieve)) return;
    }
    h->title = (struct fact){line, origin};
    h->title_has_kind = kind;
}

static void take_date(struct head *h, struct period date, enum origin origin) {
    h->date = date;
    h->date_origin = origin;
}

/* 2014年贫困发生率23.8%，2019年降至0.6%。今年以来，…: the years that it numbers are behind it. 2023年，…，比2022年… tells its
 * own first. */
static bool recalls(struct head *h, slice line, struct years years, const struct sieve *sieve) {
    bool several = years.stated && years.last > years.first && years.last != years.first + 1;
    if (several && section_word_in(&h->rules->sections->of[SECTION_NOW], line, sieve)) h->recalls = true;
    return h->recalls;
}

/* Does the line stand below, or open, the plan of a document whose title tells no year: 四、下步打算。力争2024年…? */
static bool plans_ahead(struct head *h, slice line) {
    const struct section_words *w = h->rules->sections;
    size_t                      mark;
    if (!h->title_year.year && mark_level(w->marks, line, &mark)) {
        slice                      title = slice_trim(slice_sub(line, mark, sentence_end(line, mark)));
        struct sieve               sieve = sieve_text(title);
        const struct section_word *says = section_of_heading(w, title, &sieve);
        if (says)
            h->planned = says->status == STATUS_TARGET && !section_word_is(&w->of[SECTION_ALONE], title) &&
                         !section_says_both(w, title, &sieve);
    }
    return h->planned;
}

/* 现提出关于1955年决算和1956年预算的报告，…: its first clause does, not the figures behind it. */
static bool tells_two_years(const struct head *h, slice line, struct years years) {
    if (!looks_back(years)) return false; /* most */
    size_t       comma = slice_find(line, SLICE_LIT("，"), 0);
    struct years first = years_in(h->rules->periods, slice_sub(line, 0, comma < line.len ? comma : line.len), NULL);
    return looks_back(first);
}

/* 今年政府工作报告提出，…。 of news or of a bureau: a sentence of such a report itself begins with 各位代表 or says who gives
 * it. */
static bool cites(const struct head *h, slice line, const struct section_word *reviews) {
    return holds_stop(line) && !h->who.spoken.text.len && !slice_starts(line, reviews->text);
}

/* What a line tells wherever it stands: who reports, the year up to which all of it plans, and, 过去一年 or 今年, whether the
 * year before is reviewed. A sentence of news that cites a report tells nothing of that. */
static void take_words(struct head *h, slice line, const struct sieve *sieve, enum origin origin) {
    body_look(&h->who, h->rules->bodies, line, sieve, origin);
    size_t mark;
    bool   part = mark_level(h->rules->sections->marks, line, &mark); /* 二、2024年工作要点 */
    if (!h->plan && !part && line.len < 2 * LONGEST_TITLE)
        h->plan = plan_in(h->rules, line, sieve, h->document->year ? h->document->year : h->path_year);
    if (h->offset_known) return;
    const struct section_word *reviews = section_word_in(&h->rules->sections->of[SECTION_HEAD], line, sieve);
    if (!reviews || cites(h, line, reviews)) return;
    h->offset_known = true;
    h->offset = reviews->offset;
}

/* The years that a line numbers, without those that the figures of a plan or of a look back number. */
static struct years years_of_line(struct head *h, slice line, const struct sieve *sieve, const struct scan_map *map) {
    struct years years = years_in(h->rules->periods, line, map);
    h->era |= years.era;
    if (years.issued) h->issued = years.issued;
    bool counts_so = h->twins && !years.first && !h->title_year.year && !h->named.year; /* 113年上半年工作情形 */
    int  year = counts_so ? period_era_year(h->rules->periods, line, true) : 0;
    if (year) years.first = years.last = years.stated = year;
    h->era |= year > 0;
    if (plans_ahead(h, line))
        years.stated -= years.stated > 0; /* what has numbered no year before is of the one before */
    else if (recalls(h, line, years, sieve))
        years.stated = 0;
    return years;
}

/* 2020年，全县新建泵站2座。 is no title. 现提出关于1955年决算和1956年预算的报告，请予审议。 tells as one where none has told a
 * year before it. */
static bool is_sentence(const struct head *h, slice line, struct years years) {
    return holds_stop(line) && (h->named.year || !tells_two_years(h, line, years));
}

static void take_sentence(struct head *h, slice line, struct years years, enum origin origin) {
    /* written on the day that it begins with: 2026年1月9日，记者获悉，2025年全市造林12万亩。 */
    if (opens_news(h->rules, line) || (h->title.text.len == 0 && opens_with_date(h->rules, line))) {
        tell_year(&h->dated, years.dated, origin);
        if (!h->date.day) take_date(h, years.date, origin);
    }
    tell_year(&h->named, years.stated, origin);
    h->prose = true;
}

/* 青禾县民政局|23年工作总结, 23年度工作总结和24年度工作计划: two digits that 年 closes, behind who reports, or first of all. */
static void short_years(const struct head *h, slice title, struct years *years) {
    enum { FIRST = 10, LAST = 29, CENTURY = 2000 };
    for (size_t at = 0; at + 2 < title.len; at += utf8_size((unsigned char)title.ptr[at])) {
        slice rest = slice_from(title, at), before = slice_sub(title, 0, at);
        bool  digits = digit_at(rest, 0) && digit_at(rest, 1) && !(at && digit_at(title, at - 1));
        if (!digits || !period_year_stands(h->rules->periods, slice_from(rest, 2))) continue;
        int year = slice_int(slice_sub(rest, 0, 2));
        if (year < FIRST || year > LAST) continue;
        year += CENTURY;
        if (years->first && year == years->first + 1) years->last = year;
        if (!years->first && (!at || body_ends(h->rules->bodies, before))) years->first = years->last = year;
    }
}

/* 2018-19年度财政预算案 is given in 2018. */
static void take_first_of_two(const struct head *h, slice title, struct years *years) {
    struct sieve sieve = sieve_text(title);
    if (!section_word_in(&h->rules->sections->of[SECTION_TITLE_FIRST], title, &sieve)) return;
    int first = years->span ? years->span_from : bare_year_first(title);
    if (first) years->first = years->last = first;
}

/* 青禾县|部署|2024年重点工作, 青禾县|完成|2023年造林计划: news of a plan has a deed before its year. */
static bool tells_of_plan(const struct head *h, slice title) {
    size_t at = 0;
    while (at < title.len && !period_names_year(h->rules->periods, slice_from(title, at)))
        at += utf8_size((unsigned char)title.ptr[at]);
    slice        before = slice_sub(title, 0, at);
    struct sieve sieve = sieve_text(before);
    return section_word_in(&h->rules->sections->of[SECTION_BEFORE_NAME], before, &sieve);
}

/* 2024年|工作计划, not 上半年工作总结及下半年工作计划; where the title tells no year, only what may head a plan,
 * 水利局工作计划, and is no line below another title or below text: 重点工作. */
static bool ends_as_plan(const struct head *h, slice title, const struct sieve *sieve, const struct years *years) {
    const struct section_words *w = h->rules->sections;
    if (!section_word_ends(&w->of[SECTION_TITLE_END], plan_name(h->rules, title)) || section_says_both(w, title, sieve) ||
        !may_be_title(title) || tells_of_plan(h, title))
        return false;
    const struct section_word *says = section_of_heading(w, title, sieve);
    bool rest = says && says->dated && years->until && years->until < 12; /* 上半年经济运行和下半年工作安排 */
    bool first = !h->prose && !h->title_has_kind;
    return !rest && first && (years->first || (says && says->status == STATUS_TARGET));
}

/* 2024年工作计划 below 2023年工作总结 ⏎ 今年以来，新建泵站3座。 opens the plan alone. */
static bool is_heading_below(const struct head *h, slice line, const struct sieve *sieve) {
    return h->prose && h->title_has_kind && !h->plans && section_of_heading(h->rules->sections, line, sieve);
}

/* 上半年|工作总结, 1—9月|运行情况: the last month of the part of a year that a title tells without that year; 0: of all of it.
 */
static int part_of_title(const struct head *h, slice title) {
    for (size_t at = 0, size; at < title.len; at += size) {
        struct period p;
        if (!(size = period_scan(h->rules->periods, slice_from(title, at), &p))) {
            size = utf8_size((unsigned char)title.ptr[at]);
            continue;
        }
        if (!p.day && (p.half || p.quarter || p.all_month || p.month != p.last_month)) return period_last_month(&p);
    }
    return 0;
}

/* The years of a title, whose own ones are added to `years` where it writes them without 年. 2025年青禾县水利局工作要点 plans
 * that year, 2024年工作要点完成情况 does not. */
static void read_title_years(struct head *h, slice bare, enum title_kind title, struct years *years, enum origin origin) {
    bool no_year = title == TITLE_OF_KIND && !years->first && !years->since;
    if (no_year && h->twins) {
        years->first = years->last = period_era_year(h->rules->periods, bare, false);
        h->era |= years->first > 0;
    }
    const struct section_list *of = h->rules->sections->of;
    slice                      name = without_aside(bare);
    struct sieve               sieve = sieve_text(bare);
    bool plans = (section_word_ends(&of[SECTION_HEAD_PLAN], name) || section_titles_plan(h->rules->sections, bare, &sieve) ||
                  ends_as_plan(h, bare, &sieve, years)) &&
                 !looks_back(*years) && !years->span_over && !is_heading_below(h, bare, &sieve);
    if (no_year && !years->first && !(plans && years->span) && bare_year(bare) != years->span) { /* 规划（2026—2030年） */
        years->last = bare_year(bare);
        years->first = section_says_both(h->rules->sections, bare, &sieve) ? bare_year_first(bare) : years->last;
    }
    if (no_year && !years->first) short_years(h, bare, years);
    if (title == TITLE_OF_KIND && !h->until && !plans && !h->prose && may_be_title(bare)) h->until = part_of_title(h, bare);
    take_first_of_two(h, bare, years);
    bool alone = title == TITLE_PLAIN && !years->first && !years->since && !years->dated;
    if (alone && bare.len <= strlen("（2023）")) years->first = years->last = bare_year(bare);
    if (alone) tell_year(&h->dated, bare_year_of_number(bare), origin);
    if (alone && !h->title.text.len) tell_year(&h->named, bare_year_apart(bare), origin);
    if (!h->plan && !years->span_over) h->plan = plan_of_title(h->rules, bare);
    h->plans |= plans;
    if (h->plans && years->span > h->plan) h->plan = years->span; /* its own, or below it: 三年行动方案 ⏎ （2022—2024年） */
    if (plans && !h->plan) h->plan = years->first;
    /* 《青禾新闻》 (20230119) ⏎ 1.2022年全县工业增长6%；: its items date themselves alone. */
    bool item = title == TITLE_PLAIN && h->bulletin;
    /* 图1 2022年产量 below a paragraph, 数据来源：2022年统计年鉴; 到2025年，公园达20座 in news of 2023 */
    bool spans = h->plans && years->span && !years->first; /* …行动方案的通知 ⏎ 现印发给你们。 ⏎ （2024—2026年） */
    bool below =
        title == TITLE_PLAIN && !spans &&
        (h->prose || slice_find(bare, SLICE_LIT("："), 0) != SIZE_MAX || (h->path_year && years->first > h->path_year));
    if (below)
        tell_year(&h->named, years->first, origin);
    else if (!item)
        take_title_years(h, *years, origin);
}

/* The date of a line that is no sentence, which may stand in eight digits; 2024年1—2月 is none. */
static void read_line_date(struct head *h, slice bare, struct years *years, enum origin origin) {
    struct period compact = {0};
    if (!years->dated) compact = bare_date(bare);
    if (compact.day) {
        years->date = compact;
        years->dated = compact.last_year;
        h->bulletin = true;
    }
    bool months = years->date.month != years->date.last_month;
    if (years->dated && !months && !h->date.day && (years->date.day || !h->date.month)) take_date(h, years->date, origin);
    tell_year(&h->dated, years->dated, origin);
}

static void take_line(struct head *h, slice line, const struct sieve *sieve, struct years years, enum origin origin) {
    slice           bare = bare_title(line);
    enum title_kind title = bare.len ? body_look_at_title(&h->who, h->rules->bodies, bare, origin) : TITLE_NONE;
    /* 2023年工作回顾 below 我代表… opens the review, it is no title. */
    bool begun = (h->title.text.len && !body_is_name(&h->who, h->title.text)) || h->who.spoken.text.len;
    if (begun && title == TITLE_PLAIN && section_of_heading(h->rules->sections, line, sieve)) return;
    if (title != TITLE_NONE) read_title_years(h, bare, title, &years, origin);
    read_line_date(h, bare, &years, origin);
    take_title(h, bare, title, years.first || years.dated, origin);
}

/* 青禾县2021年政府工作报告, with no date: what it speaks of first tells whether it is given in that year or counts it. */
static bool may_count_its_year(const struct head *h) { return h->offset < 0 && h->title_year.year && !h->date.last_year; }

/* 2023年，…, not 2023年底，…: does the line begin with a year as a whole? */
static bool opens_by_year(const struct head_rules *rules, slice line, int year) {
    struct period p;
    return period_scan(rules->periods, line, &p) && p.last_year == year && !p.month && !p.half && !p.quarter && !p.end;
}

/* What the first line tells that has a figure, be it a heading's number. */
static void take_first_figure(struct head *h, slice line, struct years years) {
    bool figure = years.stated > 0;
    for (size_t i = 0; i < line.len && !figure; i++) figure = ascii_digit(line.ptr[i]);
    if (h->begun || !figure) return;
    h->begun = true;
    h->opens_with = years.stated;
    h->opens_by_year = years.stated && opens_by_year(h->rules, line, years.stated);
}

/* False when the lines that follow belong to the head no more. */
static bool head_line(struct head *h, slice line, const struct scan_map *map, enum origin origin) {
    bool         begun = h->offset_known;
    struct sieve sieve = sieve_text(line);
    size_t       mark;
    take_words(h, line, &sieve, origin);
    bool is_long = line.len > LONGEST_TITLE, year_told = h->document->year || h->title_year.year || h->named.year;
    bool news = is_long && !h->date.day && opens_with_date(h->rules, line);
    h->prose |= is_long;
    if (is_long && !news && year_told && (h->begun || !may_count_its_year(h)))
        return !begun; /* it tells no year that is not told */
    struct years years = years_of_line(h, line, &sieve, map);
    if (is_long) {
        if (news) take_date(h, years.date, origin);
        tell_year(&h->dated, years.dated, origin);
        tell_year(&h->named, years.stated, origin);
        take_first_figure(h, line, years);
        return !begun;
    }
    bool part = mark_level(h->rules->sections->marks, line, &mark) > 0, sentence = !part && is_sentence(h, line, years);
    if (part || sentence) take_first_figure(h, line, years);
    if (part) { /* 一、2023年工作回顾 is no title, but of that year */
        const struct section_word *says = section_of_heading(h->rules->sections, line, &sieve);
        if (says && says->status == STATUS_ACTUAL) tell_year(&h->named, years.first, origin);
    } else if (sentence)
        take_sentence(h, line, years, origin);
    else
        take_line(h, line, &sieve, years, origin);
    return true;
}

/* 2024.txt, given in January 2025: is it of 2024? What the text speaks of first will tell. */
static bool year_is_open(const struct head *h) {
    return h->path_year && h->date.last_year == h->path_year + 1 && !h->title_year.year && !h->named.year;
}

/* Its first HEAD_BYTES, in whole characters. */
static slice opening(slice text) {
    size_t cut = text.len < HEAD_BYTES ? text.len : HEAD_BYTES;
    while (cut > 0 && cut < text.len && ((unsigned char)text.ptr[cut] & 0xC0) == 0x80) cut--;
    return slice_sub(text, 0, cut);
}

/* `text` with 长 for 長. */
static slice plain(struct head *h, slice text, struct arena *arena) {
    const char *out = scripts_plain(h->rules->vocabulary->alphabet, text, arena);
    h->bytes += text.len;
    if (!out) return text;
    h->twins += scripts_others(out, text);
    return (slice){out, text.len};
}

/* 青禾县民政局|2024年1月12日, （2024年1月12日）: the date of a day that a line ends with, and the byte where it starts; the
 * line's length when it ends with none. */
static size_t date_at_end(const struct head_rules *rules, slice line, struct period *date) {
    enum { LONGEST_DATE = 40 };
    size_t at = line.len > LONGEST_DATE ? line.len - LONGEST_DATE : 0;
    while (at < line.len && ((unsigned char)line.ptr[at] & 0xC0) == 0x80) at++;
    for (; at < line.len; at += utf8_size((unsigned char)line.ptr[at]))
        if (period_scan(rules->periods, slice_from(line, at), date) == line.len - at && date->day && date->last_year) return at;
    return at;
}

/* The title that the file states and the first lines: as they are written, and with 长 for 長 where that stands there. */
struct head_text {
    slice       written;
    const char *plain; /* NULL: it is the same */
};

static struct head_text text_of(const struct head *h, struct arena *arena) {
    slice title = h->document->title, text = opening(h->document->text);
    if (!h->twins) return (struct head_text){0};
    char *all = arena_text(arena, title.len + text.len);
    if (title.len) memcpy(all, title.ptr, title.len);
    if (text.len) memcpy(all + title.len, text.ptr, text.len);
    slice written = {all, title.len + text.len};
    return (struct head_text){written, scripts_plain(h->rules->vocabulary->alphabet, written, arena)};
}

/* What the head has told, in the characters that it is written with there. */
static slice written(const struct head_text *t, slice told, struct arena *arena) {
    slice plain = {t->plain, t->written.len};
    return t->plain ? scripts_written(plain, t->written, told, arena) : arena_copy(arena, told);
}

/* A cell with nothing beside it is a line of the sheet: 青禾县水利局2023年工作总结 over a table. */
static bool is_beside(const struct document *d, const struct paragraph *p) {
    const struct block *b = &d->blocks[p->block];
    bool                before = p->block > 0 && b[-1].kind == BLOCK_CELL && b[-1].table == b->table && b[-1].row == b->row;
    bool behind = p->block + 1 < d->block_count && b[1].kind == BLOCK_CELL && b[1].table == b->table && b[1].row == b->row;
    return before || behind;
}

/* The title that the file states, then the first lines of the text. Lines of one word, 打印 and 收藏, count for none. What an
 * Office program noted beside the text is often another document's, so it comes last. */
static void read_lines(struct head *h, struct arena *arena) {
    struct text_reader reader;
    struct paragraph   p;
    struct document    head = *h->document;
    bool               noted = head.title_from == ORIGIN_PROPERTIES;
    slice              title = plain(h, head.title, arena);
    if (head.block_count == 0) head.text = opening(head.text);
    text_open(&reader, &head, h->rules->vocabulary, period_years(h->rules->periods), arena, arena);
    if (title.len && !noted) head_line(h, title, NULL, head.title_from);
    for (int i = 0; i < HEAD_LINES && text_next(&reader, &p); i += p.text.len > 12) {
        slice line = plain(h, p.text, arena);
        if (i > 0 && section_word_starts(&h->rules->sections->of[SECTION_ANNEX], line)) break; /* 附件：2022年度指标 */
        bool aside = (p.cell && is_beside(&head, &p)) || section_word_starts(&h->rules->sections->of[SECTION_PAGE], line);
        if (!aside && !head_line(h, line, p.map, p.level ? ORIGIN_HEADING : ORIGIN_LINES) && i >= FEWEST_LINES &&
            !year_is_open(h))
            break;
    }
    if (title.len && noted) head_line(h, title, NULL, ORIGIN_PROPERTIES);
}

/* The bytes of a text near its end, from the start of a line on. */
static slice ending(slice text) {
    enum { TAIL = 1000 };
    size_t      from = text.len > TAIL ? text.len - TAIL : 0;
    const char *line = from ? memchr(text.ptr + from, '\n', text.len - from) : text.ptr;
    return line ? slice_from(text, (size_t)(line - text.ptr)) : SLICE_NONE;
}

/* 青禾县民政局 ⏎ 2024年1月12日, 青禾县民政局　2024年1月12日: below a report, who signs it and, where no year was told, when. */
static void read_signature(struct head *h, bool dated, struct arena *arena) {
    struct text_reader reader;
    struct paragraph   p;
    struct document    tail = {.path = h->document->path, .text = ending(h->document->text)};
    slice              above = SLICE_NONE;
    text_open(&reader, &tail, h->rules->vocabulary, period_years(h->rules->periods), arena, arena);
    while (text_next(&reader, &p)) {
        struct period date;
        slice         line = plain(h, p.text, arena);
        size_t        start = date_at_end(h->rules, line, &date);
        slice         who = start ? slice_trim(slice_sub(line, 0, start)) : above;
        above = line;
        if (start == line.len || (!body_sign(&h->who, h->rules->bodies, who, ORIGIN_SIGNATURE) && start) || dated) continue;
        tell_year(&h->dated, date.last_year, ORIGIN_SIGNATURE);
        if (!h->date.day) take_date(h, date, ORIGIN_SIGNATURE);
    }
}

/* ---- what it comes to ---- */

/* 青禾新闻-2023-01-18.txt; no day: its name tells none. */
static struct period date_of_name(const struct head *h) {
    slice         name = file_name(h->document->path);
    struct period p = years_in(h->rules->periods, name, NULL).date;
    return p.day ? p : bare_date(name);
}

/* The report's own lines, then a page's word, then the file's, then its name. */
static struct fact find_date(const struct head *h, struct arena *arena) {
    char                   iso[32];
    const struct document *d = h->document;
    size_t                 n = h->date.month ? period_iso(&h->date, h->date.last_year, iso) : 0;
    if (n) return (struct fact){arena_copy(arena, (slice){iso, n}), h->date_origin};
    if (d->date.len) return (struct fact){iso_date(d->date, arena), d->date_from};
    struct period p = date_of_name(h);
    n = p.day ? period_iso(&p, p.last_year, iso) : 0;
    return n ? (struct fact){arena_copy(arena, (slice){iso, n}), ORIGIN_PATH} : (struct fact){0};
}

/* Of 2023-01-18, for 2023: 1 and 18 */
static void tell_day(struct head_years *out, slice iso, int year) {
    out->month = out->day = 0;
    if (iso.len < strlen("2023-01") || slice_int(slice_sub(iso, 0, 4)) != year) return;
    out->month = slice_int(slice_sub(iso, 5, 7));
    if (iso.len >= strlen("2023-01-18")) out->day = slice_int(slice_sub(iso, 8, 10));
}

/* 述职报告（2024年1月16日）, 年度工作总结, signed in February 2024: the year that is over, which the title need not name; 0: it
 * tells none. */
static int year_summed_up(const struct head *h) {
    enum { EARLY = 3 };
    bool early = h->date.month && h->date.month <= EARLY && h->date.last_year;
    if (!early || h->plan || h->plans || (h->offset_known && h->offset < 0)) return 0;
    slice                      title = h->title.text;
    struct sieve               sieve = sieve_text(title);
    const struct section_word *says = section_of_heading(h->rules->sections, title, &sieve); /* 年度工作计划 */
    bool                       plan = says && says->status == STATUS_TARGET,
         sums = section_word_in(&h->rules->sections->of[SECTION_TITLE_OVER], title, &sieve);
    return sums && !plan ? h->date.last_year - 1 : 0;
}

/* The year that something dates the document by; 0: it does no more than speak of one. */
static struct told_year find_dated(const struct head *h) {
    const struct document *d = h->document;
    if (d->year) return (struct told_year){d->year, d->year_from};
    if (h->title_year.year) return h->title_year;
    if (h->path_year) return (struct told_year){h->path_year, ORIGIN_PATH};
    if (year_summed_up(h)) return (struct told_year){year_summed_up(h), h->date_origin};
    return h->dated.year ? h->dated : h->spanned;
}

static struct told_year find_year(const struct head *h) {
    struct told_year dated = find_dated(h), named = h->named.year > h->since ? h->named : (struct told_year){0};
    return dated.year ? dated : named; /* 由2015年底的… is before */
}

/* 工作报告（2023年2月24日） ⏎ 2022年，全市培训3600人。 ⏎ 举办大赛18场。: given early in a year, with a word for neither 今年
 * nor 过去一年, and begun with the year before: of that. */
static bool sums_up(const struct head *h) {
    bool early = h->date.month && h->date.month <= 4;
    bool silent = !h->offset_known && h->title_has_kind && !h->title_year.year && !h->document->year && !h->plans;
    return early && silent && h->opens_by_year && h->opens_with == h->date.last_year - 1;
}

/* 2023年度审计查出问题整改情况的报告（2024年12月20日）: tells what was mended of that year, up to the month in which it is
 * given. */
static bool tells_mending(const struct head *h) {
    struct sieve               sieve = sieve_text(h->title.text);
    const struct section_word *says = section_of_heading(h->rules->sections, h->title.text, &sieve);
    return says && says->status == STATUS_ACTUAL && says->dated && !says->offset;
}

static void find_years(struct head_years *out, struct fact *told, const struct head *h, struct arena *arena) {
    struct told_year year = find_year(h);
    out->plan = h->plan;
    out->plans = h->plan || h->plans;
    out->until = h->until;
    out->era = h->era;
    out->report = year.year;
    /* 2024年政府工作报告（2025年1月10日）: named for the year that it counts; so is 2024.txt of a report that speaks of no
     * other year first */
    bool title = h->title_year.year == out->report,
         named = title || !h->named.year || h->named.year == out->report || h->named.year == h->date.last_year;
    bool after = h->offset_known && h->offset < 0 && named && h->date.last_year == out->report + 1;
    if (after && h->date.month && h->date.month <= 4 && !h->document->year) out->report = h->date.last_year;
    if (title && may_count_its_year(h) && h->opens_with == out->report) out->report++;
    /* 2019年度审计工作报告（2020年7月28日）: of the year before the one in which it speaks */
    int spoken = h->date.day ? h->date.last_year : h->issued; /* 2022年第2号公告 of the budget of 2021 */
    if (!spoken) spoken = date_of_name(h).last_year;          /* 2023年我省外贸增长6%, in news of 2024-01-18 */
    bool behind = !h->offset_known && title && spoken == out->report + 1;
    int  reviewed = behind && !h->document->year ? out->report++ : 0;
    if (reviewed && tells_mending(h)) {
        reviewed = 0;
        out->until = h->date.month;
    }
    /* 2018年施政报告（2017年11月14日）: named for the year that it plans */
    bool ahead = h->title_year.year && h->title_year.year == h->date.last_year + 1 && h->date.month >= 10;
    if (ahead && !h->plan && !h->document->year) out->report = h->date.last_year;
    bool late = h->date.last_year == out->report && h->date.month >= 11; /* 2022年12月28日在…会议上: the year that ends */
    if (h->plan) late = true; /* a plan speaks of the year it was made in as of what was done */
    out->review = out->report && h->offset_known && !late ? out->report + h->offset : out->report;
    if (out->report == h->date.last_year && sums_up(h)) out->review--;
    /* “十五五”规划纲要, 2026—2028年行动计划, 2026年工作要点 and 实施意见 of 2026 speak of what was done up to 2025 */
    bool opens = h->plans && (h->title_year.year ? h->title_year.year == out->report : h->plan <= out->report);
    bool begins = h->spanned.year == out->report || opens, plans = h->plan >= out->report || (h->plans && !h->plan);
    if (out->report && begins && plans) out->review = out->report - 1;
    bool speaks = !h->document->year && !h->title_year.year && !h->path_year && !h->dated.year && !h->spanned.year;
    if (h->offset_known && speaks && h->named.year > h->since) { /* what it speaks of first */
        out->review = h->named.year;
        out->report = h->named.year - h->offset;
    }
    out->done = reviewed ? out->report : out->review;
    if (reviewed) out->review = reviewed;
    if (!out->report) return;
    char *digits = arena_text(arena, DIGITS_ROOM);
    *told = (struct fact){{digits, (size_t)(digits_put(digits, (uint64_t)out->report) - digits)}, year.origin};
}

void head_read(struct about *about, struct head_years *years, const struct head_rules *rules, const struct document *d,
               struct arena *arena) {
    slice        name = file_name(d->path);
    struct years spans = years_in(rules->periods, name, NULL); /* 三年行动计划（2024—2026年）.txt is of none of them */
    int          year = bare_year(name);
    if (spans.span == year) year = 0;
    struct head h = {.rules = rules, .document = d, .path_year = year ? year : bare_date(name).last_year};
    *about = (struct about){.document = d->id.len ? d->id : d->path,
                            .encoding = d->encoding,
                            .format = d->format,
                            .bad_bytes = d->bad_bytes,
                            .first_bad = d->first_bad};
    read_lines(&h, arena);
    if (!find_dated(&h).year) tell_year(&h.spanned, h.plan == spans.span ? spans.span_from : spans.span, ORIGIN_PATH);
    bool dated = find_dated(&h).year, signs = !h.who.named.text.len && !h.who.spoken.text.len && !h.who.place.text.len;
    if (!d->feed && (!dated || signs)) read_signature(&h, dated, arena);
    find_years(years, &about->report_year, &h, arena);
    years->twins = h.twins > h.bytes / FEWEST_TWINS;
    struct head_text text = text_of(&h, arena);
    about->title = (struct fact){written(&text, h.title.text, arena), h.title.origin};
    about->date = find_date(&h, arena);
    tell_day(years, about->date.text, years->report);
    about->body = d->body.len ? (struct fact){d->body, d->body_from} : body_found(&h.who, rules->bodies, d, arena);
    about->kind = kind_found(&h.who, rules->bodies, about->body.text);
    if (!d->body.len) about->body.text = written(&text, about->body.text, arena);
}
