/* What the first lines of a document have told so far: head.c reads them, head_line.c what each says, head_title.c what titles
 * say of years and plans, and head_years.c tells what it all comes to. */
#ifndef SUANPAN_HEAD_TOLD_H
#define SUANPAN_HEAD_TOLD_H

#include "extract/text/bare_date.h"
#include "extract/text/head.h"
#include "extract/text/text.h"

enum { LONGEST_TITLE = 200 };

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
    struct told_year         as_of;                             /* by a sentence, 截至2023年9月底 */
    int                      until; /* last month of the part of the title's year; 0: it is all of it */
    struct period            date;  /* its day is 0 when no line tells one */
    enum origin              date_origin;
    int                      issued;                 /* the year of its number, 2022年第2号 */
    int                      path_year, plan, since; /* since: the title's, 2016年以来 */
    int                      offset;                 /* from the year of the report to the one it reviews */
    bool                     offset_known, era;
    struct fact              title;
    bool                     title_has_kind, plans; /* plans: the title says that the document is a plan */
    bool                     opens_year; /* it tells what a year will bring that goes on into the next: 财政预算案 */
    bool                     two_years;  /* the title tells the year that is over and the one to come */
    int    third_year;    /* of a title of three years, 1979年决算、1980年预算草案和1981年概算; 0: it has fewer */
    bool   yearbook;      /* the title is that of one: 青禾年鉴（2019） */
    bool   bulletin;      /* a line bears its date in eight digits */
    size_t bytes, twins;  /* of the lines read, and how many of them are otherwise with 长 for 長 */
    bool   planned;       /* below a heading that opens the plan */
    bool   recalls;       /* a line that says 今年 numbers several years: its own is none of them */
    bool   begun;         /* a line below the title has told a figure */
    bool   prose;         /* a sentence has been read */
    bool   named_within;  /* `named` is the first year that a sentence numbers: others may go on from it */
    bool   parted;        /* and so has the heading of a part: 一、三年来的工作 */
    int    opens_with;    /* the year that it numbers; 0: none */
    bool   opens_by_year; /* it begins with that year: 2023年，… */
};

static inline void tell_year(struct told_year *told, int year, enum origin origin) {
    if (!told->year && year) *told = (struct told_year){year, origin};
}
/* 青禾县2021年政府工作报告, with no date, and 青禾年鉴2021: what it speaks of first tells whether it is given in that year or
 * counts it; 关于2020年决算和2021年预算草案的报告 is given in 2021. */
static inline bool may_count_its_year(const struct head *h) {
    return h->title_year.year && !h->two_years && (h->yearbook || (h->offset < 0 && !h->date.last_year));
}
/* 2023年工作总结及2024年工作要点: the year that is over, then the one to come. */
static inline bool looks_back(struct years years) { return !years.span && years.last == years.first + 1; }

/* head_line.c */

/* Takes what the line tells that `origin` names, with its `map` (NULL: it is not of the text as it stands). False when the
 * lines that follow belong to the head no more. */
bool head_line(struct head *h, slice line, const struct scan_map *map, enum origin origin);
/* Of a line of the page that bears the report: who reports, and the date. */
void head_page_line(struct head *h, slice line, enum origin origin);
void head_take_date(struct head *h, struct period date, enum origin origin);

/* head_title.c */

/* Does the line end with ：, ， or the like, and go on in the next? */
bool head_ends_open(slice line);
/* Does a sentence end in the line, or the line in one? */
bool head_holds_stop(slice line);
/* 青禾年鉴（2019）, 青禾统计年鉴2019·工业, not 《青禾年鉴（2019）》首发 or 数据来自《青禾年鉴（2019）》. */
bool head_titles_yearbook(const struct head_rules *rules, slice title);
/* The year up to which a document plans whose head says in `text` that it is a plan; 0 when it says no such thing. */
int head_plan_in(const struct head_rules *rules, slice text, const struct sieve *sieve, int report_year);
/* Takes the years of a title, which stand in `years` where it writes them with 年, and whether the document is a plan. */
void head_title_years(struct head *h, slice bare, enum title_kind title, struct years *years, enum origin origin);

/* head_text.c */

/* The year that the text tells most, where nothing dates it and its first lines speak of none, and up to which month. */
void head_hear_text(struct head *h, struct arena *arena);
/* The year up to which an evaluation tells, “十四五”规划中期评估报告, where no sentence tells the last of the years in its
 * title. */
void head_hear_span(struct head *h, struct arena *arena);

/* head_years.c */

/* The date of the document, in ISO 8601, and what told it. */
struct fact head_find_date(const struct head *h, struct arena *arena);
/* The year that something dates the document by; 0: it does no more than speak of one. */
struct told_year head_find_dated(const struct head *h);
/* All but the day and the script of `out`, and the year of the report as a fact. */
void head_find_years(struct head_years *out, struct fact *told, const struct head *h, struct arena *arena);

#endif
