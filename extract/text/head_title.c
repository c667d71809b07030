/* A title → its years and whether the document plans: 关于2023年预算执行情况和2024年预算草案的报告 was given in 2024,
 * 水利发展规划（2026—2030年） plans up to 2030, and 2024年工作要点完成情况 plans nothing. */
#include "extract/text/head_told.h"

#include "extract/base/banned.h"

/* The last year of a span in `text` behind `year`, 0 when there is none. */
static int span_beyond(const struct period_table *periods, slice text, int year) {
    struct period p;
    for (size_t at = 0; period_next(periods, text, &at, &p);)
        if (p.first_year != p.last_year && p.last_year > year) return p.last_year;
    return 0;
}

/* 2024年工作要点完成情况: what came of a plan is none. */
static bool tells_outcome_of(const struct head_rules *rules, slice text, const struct sieve *sieve) {
    const struct section_word *says = section_of_heading(rules->sections, text, sieve);
    return says && says->status == STATUS_ACTUAL;
}

bool head_ends_open(slice line) {
    static const char *const ends[] = {"：", ":", "，", "；", "、", "—", "-", NULL};
    return slice_ends_any(line, ends);
}

bool head_holds_stop(slice line) {
    return sentence_end(line, 0) < line.len || slice_ends(line, SLICE_LIT("。")) || slice_ends(line, SLICE_LIT("；"));
}

/* 根据《河湖整治实施方案》，新建水库3座 is no title. */
static bool may_be_title(slice line) {
    return !head_holds_stop(line) && !head_ends_open(line) && !slice_has(line, SLICE_LIT("，"));
}

int head_plan_in(const struct head_rules *rules, slice text, const struct sieve *sieve, int report_year) {
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
        if (slice_ends(title, behind->words[i].text)) return slice_less(title, behind->words[i].text.len);
    return title;
}

/* 清河市第十四个五年规划和二〇三五年远景目标纲要: the year up to which a title plans that ends with a word for it. */
static int plan_of_title(const struct head_rules *rules, slice title) {
    bool ends = section_word_ends(&rules->sections->of[SECTION_TITLE_END], plan_name(rules, title));
    return ends ? span_beyond(rules->periods, title, 0) : 0;
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
    if (years.last == years.first + 2) h->third_year = years.last;
    bool ahead = years.last == years.first + 1 || (years.since && years.since < years.first); /* 2022年以来工作和2024年打算 */
    if (!ahead || (h->offset_known && h->offset == 0) || (told && told != years.last)) return;
    h->title_year.year = years.last;
    h->two_years = h->offset_known = true;
    h->offset = -1;
}

/* 青禾县民政局|23年工作总结, 23年度工作总结和24年度工作计划: two digits that 年 closes, behind who reports, or first of all. */
static void short_years(const struct head *h, slice title, struct years *years) {
    enum { FIRST = 10, LAST = 29, CENTURY = 2000 };
    for (size_t at = 0; at + 2 < title.len; at = utf8_next(title, at)) {
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
static void take_first_of_two(struct head *h, slice title, struct years *years) {
    struct sieve sieve = sieve_text(title);
    if (!section_word_in(&h->rules->sections->of[SECTION_TITLE_FIRST], title, &sieve)) return;
    int first = years->span ? years->span_from : bare_year_first(title);
    if (first) years->first = years->last = first;
    h->opens_year = true;
}

/* 青禾县|部署|2024年重点工作, 青禾县|完成|2023年造林计划: news of a plan has a deed before its year. */
static bool tells_of_plan(const struct head *h, slice title) {
    size_t at = 0;
    while (at < title.len && !period_names_year(h->rules->periods, slice_from(title, at))) at = utf8_next(title, at);
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

/* （2019）, 2019卷·工业, 》: does nothing stand there but a year, up to the end or a mark behind which a part is named? */
static bool goes_on_as_year(slice behind) {
    static const char *const around[] = {"》", "（", "）", "(", ")", "年", "卷", "版", NULL}, *const parts[] = {"·", "—",  "-",
                                                                                                                ":", "：", " ",
                                                                                                                ".", NULL};
    bool year = false;
    for (size_t at = 0, size; at < behind.len; at += size) {
        slice rest = slice_from(behind, at);
        size = utf8_next(rest, 0);
        if (year && slice_starts_any(rest, parts)) return true;
        bool digit = digit_at(rest, 0);
        if (!digit && !slice_starts_any(rest, around) && !slice_starts_any(rest, parts)) return false;
        year |= digit;
    }
    return true;
}

bool head_titles_yearbook(const struct head_rules *rules, slice title) {
    struct sieve               sieve = sieve_text(title);
    const struct section_word *book = section_word_in(&rules->sections->of[SECTION_TITLE_YEARBOOK], title, &sieve);
    if (!book) return false; /* most */
    size_t at = section_word_at(book, title, &sieve), opens = slice_starts(title, SLICE_LIT("《")) ? HAN : 0;
    slice  whose = slice_sub(title, opens < at ? opens : at, at);
    bool   cited = slice_has(whose, SLICE_LIT("《")) || slice_has(whose, SLICE_LIT("："));
    return !cited && goes_on_as_year(slice_from(title, at + book->text.len));
}

/* 上半年|工作总结, 1—9月|运行情况: the last month of the part of a year that a title tells without that year; 0: of all of it.
 */
static int part_of_year(const struct head *h, slice title) {
    struct period p;
    for (size_t at = 0; period_next(h->rules->periods, title, &at, &p);)
        if (!p.day && (p.half || p.quarter || p.all_month || p.month != p.last_month)) return period_last_month(&p);
    return 0;
}

/* 2024年工作要点, 水利局工作计划: the document plans, and it is no heading of a part. */
static bool titles_plan(const struct head *h, slice bare, const struct sieve *sieve, const struct years *years) {
    const struct section_words *w = h->rules->sections;
    bool                        names = section_titles_plan(w, bare, sieve) && !tells_outcome_of(h->rules, bare, sieve);
    bool                        says =
        section_word_ends(&w->of[SECTION_HEAD_PLAN], without_aside(bare)) || names || ends_as_plan(h, bare, sieve, years);
    return says && !looks_back(*years) && !years->span_over && !is_heading_below(h, bare, sieve);
}

/* The years that a title writes without 年: 青禾县水利局2023工作总结, 规划（2026—2030年） not. */
static void take_bare_years(const struct head *h, slice bare, bool plans, const struct sieve *sieve, struct years *years) {
    int last = bare_year(bare);
    if (!(plans && years->span) && last != years->span) {
        years->last = last;
        years->first = section_says_both(h->rules->sections, bare, sieve) ? bare_year_first(bare) : last;
    }
    if (!years->first) short_years(h, bare, years);
}

/* （2023）, 青政办〔2023〕5号: a line that tells no year as such, and names no kind of document. */
static void take_numbered_year(struct head *h, slice bare, struct years *years, enum origin origin) {
    if (bare.len <= strlen("（2023）")) years->first = years->last = bare_year(bare);
    if (section_word_ends(&h->rules->sections->of[SECTION_NUMBERED], bare))
        tell_year(&h->dated, bare_year_of_number(bare), origin);
    if (!h->title.text.len) tell_year(&h->named, bare_year_apart(bare), origin);
}

/* Up to which year the document plans. */
static void take_plan(struct head *h, slice bare, bool plans, const struct years *years) {
    if (!h->plan && !years->span_over) h->plan = plan_of_title(h->rules, bare);
    h->plans |= plans;
    if (h->plans && years->span > h->plan) h->plan = years->span; /* its own, or below it: 三年行动方案 ⏎ （2022—2024年） */
    if (plans && !h->plan) h->plan = years->first ? years->first : h->title_year.year; /* 2024年水利 ⏎ 工作要点 */
}

/* 图1 2022年产量 below a paragraph, 数据来源：2022年统计年鉴; 到2025年，公园达20座 in news of 2023: its year is not the
 * title's; that of …行动方案的通知 ⏎ 现印发给你们。 ⏎ （2024—2026年） is. */
static bool is_below(const struct head *h, slice bare, const struct years *years) {
    if (h->plans && years->span && !years->first) return false;
    bool later = h->path_year && years->first > h->path_year;
    return h->prose || later || slice_has(bare, SLICE_LIT("："));
}

/* The years of a title, whose own ones are added to `years` where it writes them without 年. 2025年青禾县水利局工作要点 plans
 * that year, 2024年工作要点完成情况 does not. */
void head_title_years(struct head *h, slice bare, enum title_kind title, struct years *years, enum origin origin) {
    bool         of_kind = title == TITLE_OF_KIND, plain = title == TITLE_PLAIN;
    bool         no_year = of_kind && !years->first && !years->since;
    struct sieve sieve = sieve_text(bare);
    if (no_year && h->twins) {
        years->first = years->last = period_era_year(h->rules->periods, bare, false);
        h->era |= years->first > 0;
    }
    bool plans = titles_plan(h, bare, &sieve, years);
    if (no_year && !years->first) take_bare_years(h, bare, plans, &sieve, years);
    h->yearbook |= !h->title.text.len && !h->prose && head_titles_yearbook(h->rules, bare);
    if (h->yearbook && !years->first) years->first = years->last = bare_year(bare);
    if (of_kind && !h->until && !plans && !h->prose && may_be_title(bare)) h->until = part_of_year(h, bare);
    take_first_of_two(h, bare, years);
    if (plain && !years->first && !years->since && !years->dated) take_numbered_year(h, bare, years, origin);
    take_plan(h, bare, plans, years);
    bool item = plain && h->bulletin; /* 《青禾新闻》 (20230119) ⏎ 1.2022年全县工业增长6%；: its items date themselves alone */
    if (plain && is_below(h, bare, years))
        tell_year(&h->named, years->first, origin);
    else if (!item)
        take_title_years(h, *years, origin);
}
