/* A line at the head of a report → what it tells: ——2024年1月12日在…会议上 a date, 政府工作报告 a title, 2023年，新建泵站2座。
 * a year, 一、上半年工作回顾 that the year is not over. */
#include "extract/text/head_told.h"

#include "extract/words/unit.h"

#include "extract/base/banned.h"

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

/* Without the marks round it, where they close at its end: 《青禾县条例》. */
static slice unmarked(slice line, slice open, slice close) {
    bool marked = slice_starts(line, open) && slice_find(line, close, 0) == line.len - close.len;
    return marked ? slice_sub(line, open.len, line.len - close.len) : line;
}

/* ## 青禾县条例, 标题：青禾县条例, 当前位置:首页>公开>青禾县条例: what stands before a title is not part of it. */
static slice bare_title(const struct section_words *w, slice line) {
    for (size_t i = line.len; i > 0; i--)
        if (line.ptr[i - 1] == '>') return slice_trim(slice_from(line, i));
    while (line.len && line.ptr[0] == '#') line = slice_trim(slice_from(line, 1));
    line = slice_trim(slice_from(line, section_word_size(&w->of[SECTION_LABEL], line)));
    line = unmarked(line, SLICE_LIT("【"), SLICE_LIT("】"));
    return unmarked(line, SLICE_LIT("《"), SLICE_LIT("》"));
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
        if (!opens || head_ends_open(line) || section_word_in(&h->rules->sections->of[SECTION_HEAD], line, &sieve)) return;
    }
    h->title = (struct fact){line, origin};
    h->title_has_kind = kind;
}

void head_take_date(struct head *h, struct period date, enum origin origin) {
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
    return head_holds_stop(line) && !h->who.spoken.text.len && !slice_starts(line, reviews->text);
}

/* What a line tells wherever it stands: who reports, the year up to which all of it plans, and, 过去一年 or 今年, whether the
 * year before is reviewed. A sentence of news that cites a report tells nothing of that. */
static void take_words(struct head *h, slice line, const struct sieve *sieve, enum origin origin) {
    body_look(&h->who, h->rules->bodies, line, sieve, origin);
    size_t mark;
    bool   part = mark_level(h->rules->sections->marks, line, &mark); /* 二、2024年工作要点 */
    if (!h->plan && !part && line.len < 2 * LONGEST_TITLE)
        h->plan = head_plan_in(h->rules, line, sieve, h->document->year ? h->document->year : h->path_year);
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
    bool   counts_so = h->twins && !years.first && !h->title_year.year && !h->named.year; /* 113年上半年工作情形 */
    size_t from = map ? scan_next(map, SCAN_MARKED, 0) : 0;
    int    year = counts_so ? period_era_year(h->rules->periods, slice_from(line, from), true) : 0;
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
    return head_holds_stop(line) && (h->named.year || !tells_two_years(h, line, years));
}

/* 2021年，新建泵站3座。2022年，…: the first year that a sentence numbers. */
static void name_within(struct head *h, int year, enum origin origin) {
    h->named_within |= !h->named.year && year;
    tell_year(&h->named, year, origin);
}

static void take_sentence(struct head *h, slice line, struct years years, enum origin origin) {
    /* written on the day that it begins with: 2026年1月9日，记者获悉，2025年全市造林12万亩。 */
    if (opens_news(h->rules, line) || (h->title.text.len == 0 && opens_with_date(h->rules, line))) {
        tell_year(&h->dated, years.dated, origin);
        if (!h->date.day) head_take_date(h, years.date, origin);
    }
    name_within(h, years.stated, origin);
    h->prose = true;
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
    if (years->dated && !months && !h->date.day && (years->date.day || !h->date.month)) head_take_date(h, years->date, origin);
    tell_year(&h->dated, years->dated, origin);
}

static void take_line(struct head *h, slice line, const struct sieve *sieve, struct years years, enum origin origin) {
    slice           bare = bare_title(h->rules->sections, line);
    enum title_kind title = bare.len ? body_look_at_title(&h->who, h->rules->bodies, bare, origin) : TITLE_NONE;
    /* 2023年工作回顾 below 我代表… opens the review, it is no title. */
    bool begun = (h->title.text.len && !body_is_name(&h->who, h->title.text)) || h->who.spoken.text.len;
    if (begun && title == TITLE_PLAIN && section_of_heading(h->rules->sections, line, sieve)) return;
    if (title != TITLE_NONE) head_title_years(h, bare, title, &years, origin);
    read_line_date(h, bare, &years, origin);
    take_title(h, bare, title, years.first || years.dated, origin);
}

void head_page_line(struct head *h, slice line, enum origin origin) {
    struct sieve sieve = sieve_text(line);
    struct years years = years_in(h->rules->periods, line, NULL);
    body_look(&h->who, h->rules->bodies, line, &sieve, origin);
    read_line_date(h, line, &years, origin);
}

/* 2023年，…, not 2023年底，…: does the line begin with a year as a whole? */
static bool opens_by_year(const struct head_rules *rules, slice line, int year) {
    struct period p;
    return period_scan(rules->periods, line, &p) && p.last_year == year && !p.month && !p.half && !p.quarter && !p.end;
}

/* What the first line tells that has a figure, be it a heading's number. */
static void take_first_figure(struct head *h, slice line, struct years years) {
    if (h->begun || !(years.stated > 0 || holds_digit(line))) return;
    h->begun = true;
    h->opens_with = years.stated;
    h->opens_by_year = years.stated && opens_by_year(h->rules, line, years.stated);
}

/* 上半年, 1—6月, 今年以来: a part of its own year that is over when a report of the middle of a year, which tells none other,
 * is given. */
static bool is_of_this_year(const struct head *h, const struct period *p) {
    bool part = p->half == 1 || (p->month == 1 && p->last_month > 1) || p->running;
    if (!part || p->last_year || p->offset || p->day) return false; /* most */
    return h->date.month ? p->running || period_last_month(p) < h->date.month : !p->running;
}

/* 一、上半年工作回顾, 现在，我报告上半年工作, 今年上半年，新建学校3所 in a report of July: it reviews the year in which it is
 * given. */
static void take_half_year(struct head *h, slice line, bool part, const struct sieve *sieve) {
    enum { MIDDLE = 5, LATE = 10, HALF_OVER = 15 };
    bool dated = h->date.month >= MIDDLE && h->date.month <= LATE;
    bool middle = (dated || (!h->date.month && (part || !holds_digit(line)))) && !h->title_year.year && !h->named.year;
    bool own = h->offset >= 0; /* it reviews that year already: 半年工作总结 */
    if (!middle || (own && (!part || h->until)) || h->begun || (!part && h->parted)) return; /* most */
    const struct section_word *says = part ? section_of_heading(h->rules->sections, line, sieve) : NULL;
    struct period              p;
    bool                       found = false;
    if (part || !holds_digit(line))
        for (size_t at = 0; !found && period_next(h->rules->periods, line, &at, &p);) found = is_of_this_year(h, &p);
    else
        found = period_scan(h->rules->periods, line, &p) && is_of_this_year(h, &p);
    if (!found || (says ? says->status == STATUS_TARGET : own)) return;
    if (!own) h->offset = 0;
    int so_far = h->date.month - (h->date.day < HALF_OVER); /* 8月底 is ahead on the 3rd of August */
    h->until = p.running ? so_far : period_last_month(&p);
}

/* 一、2023年工作回顾 is no title, but of that year. */
static void take_review(struct head *h, slice line, struct years years, const struct sieve *sieve, enum origin origin) {
    const struct section_word *says = section_of_heading(h->rules->sections, line, sieve);
    if (says && says->status == STATUS_ACTUAL) tell_year(&h->named, years.first, origin);
}

bool head_line(struct head *h, slice line, const struct scan_map *map, enum origin origin) {
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
    bool         part = mark_level(h->rules->sections->marks, line, &mark) > 0;
    if (part || is_long || is_sentence(h, line, years)) take_half_year(h, line, part, &sieve);
    h->parted |= part;
    if (is_long) {
        if (news) {
            head_take_date(h, years.date, origin);
            tell_year(&h->dated, years.dated, origin);
        }
        name_within(h, years.stated ? years.stated : years.date.last_year, origin);
        tell_year(&h->as_of, years.as_of, origin);
        take_first_figure(h, line, years);
        return !begun;
    }
    bool sentence = !part && is_sentence(h, line, years);
    if (part || sentence) take_first_figure(h, line, years);
    if (part)
        take_review(h, line, years, &sieve, origin);
    else if (sentence)
        take_sentence(h, line, years, origin);
    else
        take_line(h, line, &sieve, years, origin);
    return true;
}
