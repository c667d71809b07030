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

/* What the head of a document comes to: the year that it is named for, then what the rows below make of that. */
struct reckoning {
    const struct head *h;
    bool               dated;   /* something dates it */
    int                report;  /* the year that it is named for, then the one in which it was given */
    bool               titled;  /* its title names it for that year */
    bool               counted; /* the year that it is named for is the one before it was given, and is counted alone */
};

/* 政府工作报告 ⏎ 2023年，全县…, 青禾年鉴 ⏎ 2023年，…: nothing dates it but what it speaks of first, the year before. */
static bool speaks_of_year_before(const struct reckoning *r) {
    return !r->dated && r->report && (r->h->yearbook || (r->h->offset_known && r->h->offset < 0));
}

/* 2024年政府工作报告（2025年1月10日）: named for the year that it counts; so is 2024.txt of a report that speaks of no other
 * year first. */
static bool given_after(const struct reckoning *r) {
    const struct head *h = r->h;
    bool               named = r->titled || !h->named.year || h->named.year == r->report || h->named.year == h->date.last_year;
    bool               after = h->offset_known && h->offset < 0 && named && h->date.last_year == r->report + 1;
    return after && h->date.month && h->date.month <= 4 && !h->document->year;
}

/* 青禾县2021年政府工作报告 ⏎ 2021年，全县…: it counts the year that it is named for. */
static bool counts_its_year(const struct reckoning *r) {
    return r->titled && may_count_its_year(r->h) && r->h->opens_with == r->report;
}

/* 2019年度审计工作报告（2020年7月28日）: of the year before the one in which it speaks. */
static bool speaks_after(const struct reckoning *r) {
    const struct head *h = r->h;
    int                spoken = h->date.day ? h->date.last_year : h->issued; /* 2022年第2号公告 of the budget of 2021 */
    if (!spoken) spoken = date_of_name(h).last_year; /* 2023年我省外贸增长6%, in news of 2024-01-18 */
    return !h->offset_known && r->titled && spoken == r->report + 1 && !h->document->year;
}

/* 关于1979年决算、1980年预算草案和1981年概算的报告（1980年8月30日）: given in the second of its three years. */
static bool given_between(const struct reckoning *r) {
    const struct head *h = r->h;
    return h->third_year && r->titled && h->date.last_year == r->report + 1 && h->date.last_year < h->third_year;
}

/* 2018年施政报告（2017年11月14日）: named for the year that it plans. */
static bool given_ahead(const struct reckoning *r) {
    const struct head *h = r->h;
    bool               ahead = h->title_year.year && h->title_year.year == h->date.last_year + 1 && h->date.month >= 10;
    return ahead && !h->plan && !h->document->year;
}

/* 2023年度审计查出问题整改情况的报告（2024年12月20日）: tells what was mended of that year, up to the month in which it is
 * given. */
static bool tells_mending(const struct head *h) {
    struct sieve               sieve = sieve_text(h->title.text);
    const struct section_word *says = section_of_heading(h->rules->sections, h->title.text, &sieve);
    return says && says->status == STATUS_ACTUAL && says->dated && !says->offset;
}

/* 青禾年鉴（2019） is made in 2019, whenever it comes out, and tells of 2018. */
static bool is_yearbook(const struct reckoning *r) { return r->h->yearbook; }

static bool counts_alone(const struct reckoning *r) { return r->counted; }

/* “十五五”规划纲要, 2026—2028年行动计划, 2026年工作要点 and 实施意见 of 2026 speak of what was done up to 2025. */
static bool plans_from_now(const struct reckoning *r) {
    const struct head *h = r->h;
    bool               opens = h->plans && (h->title_year.year ? h->title_year.year == r->report : h->plan <= r->report);
    bool               plans = h->plan >= r->report || (h->plans && !h->plan);
    return r->report && plans && (h->spanned.year == r->report || opens);
}

/* 工作报告（2023年2月24日） ⏎ 2022年，全市培训3600人。 ⏎ 举办大赛18场。: given early in a year, with a word for neither 今年
 * nor 过去一年, and begun with the year before: of that. */
static bool sums_up(const struct reckoning *r) {
    const struct head *h = r->h;
    bool               early = h->date.month && h->date.month <= 4 && r->report == h->date.last_year;
    bool               silent = !h->offset_known && h->title_has_kind && !h->title_year.year && !h->document->year && !h->plans;
    return early && silent && h->opens_by_year && h->opens_with == h->date.last_year - 1;
}

/* 2022年12月28日在…会议上: of the year that ends. A plan speaks of the year it was made in as of what was done. */
static bool is_of_its_year(const struct reckoning *r) {
    const struct head *h = r->h;
    return h->plan || !h->offset_known || (h->date.last_year == r->report && h->date.month >= 11);
}

static bool reviews_year_before(const struct reckoning *r) { return r->h->offset < 0; }

/* What holds for a document, and the years that it is away by; the first row that holds wins. */
struct reading {
    bool (*holds)(const struct reckoning *r);
    int by;
};

/* From the year that it is named for to the one in which it was given. */
static const struct reading given[] = {
    {speaks_of_year_before, 1}, {counts_its_year, 1}, {is_yearbook, 0},  {given_after, 1},
    {given_between, 1},         {speaks_after, 1},    {given_ahead, -1}, {NULL, 0},
};
/* From the year in which it was given to the one that it reviews. */
static const struct reading reviewed[] = {
    {speaks_of_year_before, -1}, {is_yearbook, -1},         {counts_alone, -1}, {plans_from_now, -1}, {sums_up, -1},
    {is_of_its_year, 0},         {reviews_year_before, -1}, {NULL, 0},
};

static const struct reading *first_that_holds(const struct reading *row, const struct reckoning *r) {
    while (row->holds && !row->holds(r)) row++;
    return row;
}

void head_find_years(struct head_years *out, struct fact *told, const struct head *h, struct arena *arena) {
    struct told_year year = head_find_dated(h);
    bool             dated = year.year;
    if (!dated && h->named.year > h->since) year = h->named; /* 由2015年底的… is before */
    struct reckoning      r = {.h = h, .dated = dated, .report = year.year, .titled = h->title_year.year == year.year};
    const struct reading *row = first_that_holds(given, &r);
    bool                  after = row->holds == speaks_after, mended = after && tells_mending(h);
    r.counted = after && !mended;
    r.report += row->by;
    out->plan = h->plan;
    out->plans = h->plan || h->plans;
    out->until = mended ? h->date.month : h->until;
    out->era = h->era;
    out->opens_year = h->opens_year;
    out->report = r.report;
    out->review = r.report ? r.report + first_that_holds(reviewed, &r)->by : 0;
    out->done = r.counted ? out->report : out->review;
    if (!out->report) return;
    char       *digits = arena_text(arena, DIGITS_ROOM);
    enum origin from = row->by && out->report == h->date.last_year ? h->date_origin : year.origin; /* 2023.txt of 2024-01-12 */
    *told = (struct fact){{digits, (size_t)(digits_put(digits, (uint64_t)out->report) - digits)}, from};
}
