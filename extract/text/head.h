/* The head of a document → what it is: title, kind, who reports, date and year, each with what told it.
 * 关于2023年预算执行情况和 2024年预算草案的报告 was given in 2024 and reviews 2023. */
#ifndef SUANPAN_HEAD_H
#define SUANPAN_HEAD_H

#include "extract/text/about.h"
#include "extract/text/body.h"
#include "extract/text/outline.h"

struct head_rules {
    const struct section_words *sections;
    const struct body_words    *bodies;
    const struct period_table  *periods;
    const struct vocabulary    *vocabulary;
};
struct head_years {  /* 0: not known */
    int  report;     /* the year the report was given, */
    int  review;     /* that it reviews: 政府工作报告 counts the year before it was given, */
    int  until;      /* the last month of it, where it reviews a part: 2024年上半年工作总结 6; */
    int  done;       /* up to which it tells of what is done: an audit of 2019 given in July 2020, 2020; */
    int  plan;       /* and up to which the whole document plans: 关于第六个五年计划的报告; */
    bool plans;      /* the whole document plans, up to a year or not: 防汛工作方案; */
    int  month;      /* of its date, where that is of the year of the report, */
    int  day;        /* and the day of that month; */
    bool opens_year; /* it tells what a year that goes on into the next will bring, as budgets do; */
    bool era;        /* its lines count years from 民国, so the others do; */
    bool twins;      /* they are in traditional characters, have 長 for 长 */
};

/* Reads what the file says of itself, the first lines of the text and the path. Text goes to `arena` or is borrowed from the
 * document and the rules. */
void head_read(struct about *about, struct head_years *years, const struct head_rules *rules, const struct document *document,
               struct arena *arena);

#endif
