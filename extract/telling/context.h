/* What a sentence inherits: the headings above it, the year of the report and of its section, plan or result. */
#ifndef SUANPAN_CONTEXT_H
#define SUANPAN_CONTEXT_H

#include "extract/text/head.h"
#include "extract/sentence/rule.h"

enum { MOST_LEVELS = 10, LONGEST_HEADING = 240, LONGEST_SECTION = 800 };

/* A heading and what its own words say, read once: 2023年工作回顾. A plan announced below it, 2024年，我们要做好以下工作：,
 * unsays it. */
struct section_heading {
    char                       text[LONGEST_HEADING];
    size_t                     length; /* 0: no heading of this level stands above */
    const struct section_word *says;   /* plan or review; NULL: neither */
    bool                       both;   /* 发展成就和目标任务 */
    int                        part;   /* 上半年重点工作: the last month of it; 0: it is of all of the year */
    bool                       deeds;  /* 2023年重点工作: planned before that year, done when it is over */
    struct years               years;
    uint32_t                   style; /* of its mark, see struct mark_form; 0: it has none */
    int                        under; /* as in struct context, when it was taken in */
    int                        ahead; /* 今后五年的目标: 5; 0: none */
    int                        back;  /* 过去五年工作回顾: 5; 0: none */
    bool relative;    /* 今年国民经济计划的安排, 明年的工作, 去年的情况: it opens with such a year */
    int  opens;       /* years of that from the report's own: 明年 1 */
    bool plan_before; /* one of this level has opened the plan: what follows it is plan too */
};

/* How the sentences of a paragraph are told up to byte `until`, where the one starts that leads to a list; 0: there is none. */
struct before_lead {
    size_t      until;
    enum status status;
    int         year;
};

struct context {
    int report_year;  /* the year the report was given; 0: not known */
    int review_year;  /* the year that it reviews: 政府工作报告 counts the year before it was given */
    int done_year;    /* a date up to it is no plan; the year that it reviews, or later */
    int review_until; /* last month of that year that it reviews; 0: all of it */
    int year;         /* of the section: the plan's or the reviewed year */
    int span_from;    /* the year before those that a heading names: “十一五”时期…的回顾 → 2005; 0: none */
    int plan_year;    /* the whole document is a plan up to this year: 关于第六个五年计划的报告; 0: it is not */
    enum status        status;     /* of the section */
    int                month, day; /* of the report's date, see struct head_years */
    bool               early;      /* in the first two months: what it tells of 全年 is over */
    bool               opens_year; /* it tells what a year will bring that goes on into the next, as budgets do */
    bool               era;        /* years are counted from 民国 */
    bool               twins;      /* the document is in traditional characters, has 長 for 长 */
    bool               both;       /* the section reviews and then plans: 发展成就和目标任务 */
    bool               ahead; /* 下一步，我们将做好以下工作： plans all below it, up to a heading above ahead_level; 工作方案 all of itself */
    int                ahead_level; /* that of the first heading below it; 0: none stands there yet */
    int                lead_level;  /* that of the heading which leads to the list; 0: it is none */
    struct before_lead before_lead;
    int             under; /* level of the heading that marks stand below: the document calls it one, or a list begins there */
    int             last;  /* level of the last heading; 0: none */
    bool            said_by_heading; /* a heading told year or status, not the head of the document */
    struct contents contents;        /* the list of the headings that the document starts with */
    struct years broken; /* of the lines before, when they may be the start of a heading: “十五五”时期 ⏎ 主要目标 */
    struct section_heading headings[MOST_LEVELS];
    char                   section[LONGEST_SECTION]; /* headings joined with " / ", once they are asked for */
    size_t                 section_length;
    bool                   joined;
    bool                   annexed; /* 附件1 stands right above, which says nothing of what it is */
    bool                   brief;   /* the line 展望 stands above: it tells up to the next line that may be a heading */
    uint64_t               place;   /* another one for each document and section, see struct claim */
    struct about           about;
};

/* 2023年11月份运行情况通报: a part of the year that is reviewed is still to come. */
static inline bool year_goes_on(const struct context *c) { return c->review_until && c->review_until < 12; }
/* The year after the one that is reviewed, or that of the report. */
static inline int plan_year(const struct context *c) {
    return c->report_year > c->review_year ? c->report_year : c->review_year + !year_goes_on(c);
}

/* The year that the period is of where that of the section is spoken of; 0 when it names none. */
static inline int context_year(const struct context *c, const struct period *p) {
    return period_year(p, c->year, c->review_year, c->report_year);
}

/* Reads what the document is, see head_read, and stands before its first heading. */
void context_open(struct context *c, const struct head_rules *rules, const struct document *d, struct arena *arena);
/* What headings are read by. */
struct context_rules {
    const struct section_words *sections;
    const struct period_table  *periods;
};
/* Takes a heading in: true when `paragraph` is one. A heading that opens a paragraph (一是…) is no heading. */
bool context_heading(struct context *c, const struct context_rules *rules, const struct paragraph *p);
/* The year before the years that the section is of, as its headings say, which end in that of the section; 0: they name none.
 * “十一五”时期…的回顾 ⏎ 2010年工作 is of that year alone. */
int context_span_from(const struct context *c);
/* Does the last heading say over how many years it looks back, or that it looks back no more? */
static inline bool context_tells_span(const struct context *c) {
    const struct section_heading *last = c->last ? &c->headings[c->last - 1] : NULL;
    return last && (last->says || last->back);
}
/* What leads to a list plans all below it, up to a heading like the one that leads, of this level (0: none does), or above the
 * list's own. */
static inline void context_plan_list(struct context *c, int level) {
    c->ahead = true;
    c->ahead_level = 0;
    c->lead_level = level;
}
/* A sentence that ends at byte `end` of its paragraph is read next: one before that which leads to a list plans nothing. */
void context_before_lead(struct context *c, size_t end);
/* The headings above, joined with " / "; valid until the next is taken in. */
slice context_section(struct context *c);
/* True when a line that ends in 。, still to be folded, may begin with a heading. */
bool context_may_head(const struct section_words *words, slice line);
/* Takes in a heading that the sentence from byte `from` of a paragraph begins with, true when there is one: where a document's
 * lines were lost, 二、2024年工作安排 stands between two sentences. The first numeral of the sentence stands at byte `numeral`:
 * that of its mark is the first character, or the one behind 第, if no blanks stand before. */
bool context_run_in_marked(struct context *c, const struct context_rules *rules, const struct paragraph *p, size_t from,
                           size_t numeral);
static inline bool context_run_in(struct context *c, const struct context_rules *rules, const struct paragraph *p, size_t from,
                                  size_t numeral) {
    unsigned char first = (unsigned char)p->text.ptr[from];
    bool          blank = first <= ' ' || first == 0xE3; /* as slice_trim has it */
    return (blank || numeral - from <= LONGEST_BEFORE_NUMBER) && context_run_in_marked(c, rules, p, from, numeral);
}

/* A part of a year that a sentence spoke of: 1—5月 of 1—5月，投资增长5%. */
struct told_part {
    bool          told;
    struct period period;
    int           year;
    enum status   status;
};

/* 五年来 of 2018: 2012, which it is counted from, and 2017. */
struct year_span {
    int  from, year; /* 0: none */
    bool ends;       /* 1978年到1986年 is counted from its first year */
};

/* What opened a sentence holds for the rest of its paragraph: 截至2022年，…。全省48家…; 下一步，…。新建3所… */
struct frame {
    int              year;     /* 0: none */
    bool             relative; /* it was told as 去年 */
    enum status      status;
    bool             tells_status; /* with a year or, behind 下一步, without one */
    bool             then;         /* the sentence opens with 那年, which is that year */
    bool             bygone;       /* one before it did, whose year still holds */
    bool             ahead;        /* the paragraph opens with 下一步: its lists plan, too */
    int              ahead_year; /* of its lists, where the paragraph opens with it: 2018年，做好以下工作：一是…。二是…。; 0: none */
    bool             goes_on;     /* a sentence has told what follows; what it told holds on behind ； */
    bool             listed;      /* the paragraph is an item of a list: 二是…, （二）… */
    bool             settled;     /* a paragraph of the section before it told figures, of no span */
    bool             looked_back; /* a date within it was of a year before: 要素不足，去年缺地4亩；二是… */
    bool             closely;     /* the last sentence told a month of its year: 去年7月，大雨突袭。当晚，… */
    int              last_year;
    enum status      last_status;
    size_t           heard;   /* where the last sentence that told anything ends in its paragraph */
    bool             planned; /* the sentence before ended in a plan */
    struct year_span span;    /* its figures are sums and growth of all of them */
    bool             left;    /* behind the heading 过去五年工作回顾 the section has gone on with its last year alone */
    struct year_span review;  /* that the section begins with: a later 十年 frames no more than its own paragraph */
    bool             passing; /* the span is its paragraph's alone: 近三年淘汰炼钢产能9000万吨 */
    struct year_span outer;   /* that holds again behind the clause of 两年平均增长6.1% */
    uint32_t         clause;  /* the span is that of the clause in which this token stands; 0: of more */
    struct year_span spoken;  /* five years that the paragraph named before this sentence, which opens with 五年内 */
    struct year_span term;    /* that it has told to be ahead: 五年内产值比1952年增长一倍。五年内… */
    bool             lately;  /* it opens with 近年来 */
    bool so_far; /* it told in a plan how far this year has come: 第一季度产值比去年同期增长8%。钢产量260万吨。 */
    bool             single; /* the paragraph speaks of one year since: 刚刚过去的2017年 */
    int              announced; /* 今年要做好以下八个方面, “十四五”时期…: the year of a plan that begins with this paragraph; 0: none */
    int              targets, others; /* figures planned for the report's year, and all others */
    struct told_part before, first;   /* the last sentence's, the paragraph's */
    int from_year; /* where a change of the paragraph starts: 由1997年的…, or five years back behind 五年来; 0: none */
};

/* A paragraph begins: no sentence of it has told a year, its span is the section's. */
void frame_paragraph(struct frame *frame);
/* Behind a heading: 过去五年工作回顾 frames its section as 五年来，… does, 过去一年和五年工作回顾 says nothing of the figures
 * below it. */
void frame_heading(struct frame *frame, const struct context *c);
/* A paragraph of a plan that opens with a time that is over speaks of it, whether that sentence has a figure or not:
 * 过去一年，我们坚持依法行政。办理建议394件。 */
void frame_look_back(struct frame *frame, const struct context *c, const struct period_table *periods, slice text);
/* 今年是执行“八五”计划的第一年。 in a plan for several years, 1983年是丰收的一年。 in their review: what a paragraph is said to
 * be about at its head, whether that sentence has a figure or not, is the year of all of it, and so
 * is a part of the report's year that is over. */
void frame_look_topic(struct frame *frame, const struct context *c, const struct period_table *periods, slice text);
/* 2018年，要做好以下工作：一是…。二是…。 plans all the items of its list for that year, whether the first has a figure or not.
 */
void frame_look_listed(struct frame *frame, const struct context *c, const struct context_rules *rules, slice text);
/* A paragraph of a plan that opens with 几年来 tells what was done, whether that sentence has a figure or not. */
void frame_look_lately(struct frame *frame, const struct context *c, const struct lexicon *lexicon, slice text);
/* Where the first sentence of the paragraph `text` stands that opens with 下一步; SIZE_MAX: none does. */
size_t context_ahead(const struct lexicon *lexicon, const struct scan_map *map, slice text);
/* From there on it plans, whether that sentence has a figure or not: 下一步，我们将完善制度。一是新建3所。 In a report given in
 * the year behind the one it counts, or below 存在问题和下步打算, for the year to come. */
void frame_go_ahead(struct frame *frame, const struct context *c);
/* In news a sentence `text` that opens with 那年 is of the year that the paragraph told last `before` it, with 第二年 of the
 * next: 2009年，她开了店。那年，…。 */
void frame_look_then(struct frame *frame, const struct context *c, const struct period_table *periods, slice before,
                     slice text);
/* In news a sentence that counts nothing, 2019年，他回乡。, at the end of the text `before`, tells the next one of its year, as
 * one that counts does. */
void frame_look_led(struct frame *frame, const struct context *c, const struct context_rules *rules,
                    const struct lexicon *lexicon, slice before);
/* A sentence that opens with 五年内 is of the years that its paragraph spoke of last, where they are as many:
 * 第一个五年计划胜利完成了。五年内，… */
void frame_look_span(const struct context *c, struct frame *frame, const struct period_table *periods,
                     const struct sentence *s);
/* True when sentences of `text` that have no figure but a date may tell the others something: where a section reviews and then
 * plans, and before a list (2024年，我们要做好以下工作：). */
static inline bool context_wants_dates(const struct context *c, const struct section_words *words, slice text) {
    return c->both || (c->status == STATUS_ACTUAL && section_leads(words, text));
}
/* False when such a sentence tells nothing: it must open with the second half of the section, or with the plan's year. */
bool context_may_announce(const struct context *c, const struct section_words *words, const struct sentence *s);
/* Sets year, period and status of every candidate from the words before it, the paragraph's frame and the section. */
void context_apply(const struct context *c, struct frame *frame, struct sentence *s);
/* Where the paragraph `text` of a report that has not come to its plan says what is aimed at, 主要预期目标是…; SIZE_MAX:
 * nowhere. */
size_t context_aims(const struct context *c, const struct section_words *words, slice text);
/* The year up to which it plans: that of a plan for several years, that of the report, or in one that was given when its year
 * was nearly over, as far as is known, the next. */
int context_planned_year(const struct context *c);
/* The plan for the year of the report begins, though no heading says so. */
void context_open_plan(struct context *c);
/* The paragraph `text` ends: one of nothing but the report year's targets (今年的奋斗目标：…) opens the plan, if no heading
 * does, and so does one of a plan's year that leads to a list (明年，…。我们要抓好以下工作：, 2024年，我们将聚焦六个方面。), or
 * that opens with 下一步. */
void context_close(struct context *c, const struct section_words *words, const struct frame *frame, slice text);

#endif
