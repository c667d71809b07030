/* What a document is as a whole: 青禾县2023年政府工作报告 (its first lines) by 青禾县人民政府 (the same), of 2023 (the file's
 * name), of 2024-01-12 (a meta tag). */
#ifndef SUANPAN_ABOUT_H
#define SUANPAN_ABOUT_H

#include "extract/read/document.h"

struct fact {
    slice       text; /* empty when nothing tells it */
    enum origin origin;
};

/* X(field, type in an archive, what it is), in the order in which they are shown. */
#define ABOUT_FACTS(X)                                                                                                         \
    X(title, TEXT, "标题")                                                                                                     \
    X(kind, TEXT, "文种: 政府工作报告, 统计公报, …; 种类 of rules/bodies.tsv")                                                 \
    X(body, TEXT, "主体: who reports")                                                                                         \
    X(report_year, YEAR, "报告年份: the year it was given for or in; what it reviews may be the year before")                  \
    X(date, TEXT, "日期: ISO 8601, or as the file has it")

struct about {
    slice document; /* as in its claims */
#define ABOUT_FIELD(field, type, about) struct fact field;
    ABOUT_FACTS(ABOUT_FIELD)
#undef ABOUT_FIELD
    slice  encoding, format;     /* empty: nothing is known, the claims come from a claim file */
    size_t bad_bytes, first_bad; /* as in struct document */
};
/* "option", "manifest", …, "file name". */
const char *origin_name(enum origin origin);

#endif
