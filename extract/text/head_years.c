/* What the head of a document has told → its date, the year in which it was given and the one that it reviews: a 政府工作报告
 * of 2024-01-12 is of 2024 and reviews 2023. */
#include "extract/text/head_told.h"

#include "extract/base/digits.h"

#include "extract/base/banned.h"

/* 青禾新闻-2023-01-18.txt; no day: its name tells none. */
static struct period date_of_name(const struct head *h) {
    slice         name = file_name(h->document->path);
    struct period p = years_in(h->rules->periods, name, NULL).date;
    return p.day ? p : bare_date(name);
}

/* The report's own lines, then a page's word, then the file's, then its name. */
struct fact head_find_date(const struct head *h, struct arena *arena) {
    char                   iso[32];
    const struct document *d = h->document;
    size_t                 n = h->date.month ? period_iso(&h->date, h->date.last_year, iso) : 0;
    if (n) return (struct fact){arena_copy(arena, (slice){iso, n}), h->date_origin};
    if (d->date.len) return (struct fact){iso_date(d->date, arena), d->date_from};
    struct period p = date_of_name(h);
    n = p.day ? period_iso(&p, p.last_year, iso) : 0;
    return n ? (struct fact){arena_copy(arena, (slice){iso, n}), ORIGIN_PATH} : (struct fact){0};
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

struct told_year head_find_dated(const struct head *h) {
    const struct document *d = h->document;
    if (d->year) return (struct told_year){d->year, d->year_from};
    if (h->title_year.year) return h->title_year;
    if (h->path_year) return (struct told_year){h->path_year, ORIGIN_PATH};
    if (year_summed_up(h)) return (struct told_year){year_summed_up(h), h->date_origin};
    return h->dated.year ? h->dated : h->spanned;
}

static struct told_year find_year(const struct head *h) {
    struct told_year dated = head_find_dated(h), named = h->named.year > h->since ? h->named : (struct told_year){0};
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

void head_find_years(struct head_years *out, struct fact *told, const struct head *h, struct arena *arena) {
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
