/* All the nouns. A claim is one statement of a report that something has a stated quantity: 处置网络舆情 313 起.
 * Every field is plain data: text is borrowed from the document, the rule tables or the report arena. */
#ifndef SUANPAN_CLAIM_H
#define SUANPAN_CLAIM_H

#include "extract/base/decimal.h"
#include "extract/base/slice.h"

enum qualifier { QUALIFIER_EXACT, QUALIFIER_ABOUT, QUALIFIER_NEARLY, QUALIFIER_OVER, QUALIFIER_UNDER, QUALIFIER_RANGE };
enum kind { KIND_LEVEL, KIND_SHARE, KIND_GROWTH, KIND_CHANGE, KIND_MULTIPLE, KIND_RANK, KIND_RATIO, KIND_DATE };
/* 增长5%, 减少3亿元: how something moved, not how much it is. */
static inline bool kind_moves(enum kind kind) { return kind == KIND_GROWTH || kind == KIND_CHANGE; }
enum direction { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN };
enum role { ROLE_NONE, ROLE_FROM, ROLE_TO };
enum status { STATUS_ACTUAL, STATUS_TARGET };
enum {
    QUALIFIER_COUNT = QUALIFIER_RANGE + 1,
    KIND_COUNT = KIND_DATE + 1,
    DIRECTION_COUNT = DIRECTION_DOWN + 1,
    ROLE_COUNT = ROLE_TO + 1,
    STATUS_COUNT = STATUS_TARGET + 1
};

/* Their words in files, indexed by the enums: "exact", "level", "up", "from", "actual"; "" for the NONE of a kind. */
extern const char *const qualifier_names[QUALIFIER_COUNT],
    *const kind_names[KIND_COUNT], *const direction_names[DIRECTION_COUNT], *const role_names[ROLE_COUNT],
                                                                                *const status_names[STATUS_COUNT];
/* Index of `word` among `names`, -1 when it is none of them. */
int name_index(const char *const *names, size_t n, slice word);

struct claim {
    slice          document; /* the path as given, or the record's id */
    slice          body;     /* who reports: 通山县委 */
    int            year;     /* the year the claim speaks of; 0: cannot be told */
    slice          section;  /* headings above, joined with " / ", numbering removed */
    slice          metric;   /* the row header of a yearbook: 处置网络舆情 */
    decimal        value;    /* exact, multiplier folded in: 5.1万 → 51000; absent for ranges and ratios */
    decimal        low, high;
    enum qualifier qualifier;
    slice          unit; /* bare canonical name: 起 元 公里 %; empty when only implied */
    enum kind      kind;
    enum direction direction;
    slice          basis; /* yoy, mom, start, 2015, or empty */
    enum role      role;
    enum status    status;
    slice          period;     /* ISO 8601: 2020, 2020-H1, 2016/2020; empty when the text states none */
    decimal        base_value; /* in base_unit; absent when the unit has no dimension */
    slice          base_unit;
    slice          dimension;  /* count, person, money:CNY, area … */
    slice          raw;        /* exactly the characters of the document, from `start` to `end` */
    uint32_t       start, end; /* code points in the document's text, from 0, end exclusive */
    uint32_t       line;       /* 1-based */
    slice          sentence;   /* white space folded */
    slice          rule;       /* id of the rule that took it */
    uint64_t       place;      /* no column: claims of one extractor with the same number have one document, body and section */
};

/* What the column 规则 names where no card did. */
#define RULE_QUANTITY "数量"
#define RULE_TABLE "表格"

/* The columns, in the order of every format: X(field, type, Chinese heading, what it is).
 * Types: TEXT slice · UNIT slice, empty where it goes without saying · DECIMAL · YEAR int, 0 is empty · COUNT uint32_t ·
 * WORD enum, told by the words of qualifier_names for the field qualifier · WORD_OR_NONE the same, 0 is empty. */
#define CLAIM_COLUMNS(X) CLAIM_PLACE_COLUMNS(X) CLAIM_FIGURE_COLUMNS(X)
#define CLAIM_PLACE_COLUMNS(X)                                                                                                 \
    X(document, TEXT, "文件", "the path as given, or the record's id")                                                         \
    X(body, TEXT, "主体", "who reports")                                                                                       \
    X(year, YEAR, "年份", "the year the claim speaks of")                                                                      \
    X(section, TEXT, "章节", "headings above the sentence")
#define CLAIM_FIGURE_COLUMNS(X)                                                                                                \
    X(metric, TEXT, "指标", "the row header of a statistics table")                                                            \
    X(value, DECIMAL, "数值", "exact decimal, multiplier folded in")                                                           \
    X(low, DECIMAL, "下限", "lower bound when the text gives one")                                                             \
    X(high, DECIMAL, "上限", "upper bound when the text gives one")                                                            \
    X(qualifier, WORD, "限定", "exact, about, nearly, over, under, range")                                                     \
    X(unit, UNIT, "单位", "bare canonical unit or measure word")                                                               \
    X(kind, WORD, "类别", "level, share, growth, change, multiple, rank, ratio")                                               \
    X(direction, WORD_OR_NONE, "方向", "up or down, for growth and change")                                                    \
    X(basis, TEXT, "基准", "what growth and change are compared with: yoy, mom, start, a year")                                \
    X(role, WORD_OR_NONE, "角色", "from or to, for the two ends of a change")                                                  \
    X(status, WORD, "性质", "actual or target")                                                                                \
    X(period, TEXT, "时期", "ISO 8601 where the text states one")                                                              \
    X(base_value, DECIMAL, "基准值", "value in the base unit of its dimension")                                                \
    X(base_unit, TEXT, "基准单位", "base unit of the dimension")                                                               \
    X(dimension, TEXT, "量纲", "count, person, money:CNY, area …")                                                             \
    X(raw, TEXT, "原文", "the quantity's characters in the source")                                                            \
    X(start, COUNT, "起", "code point offset of raw in the document's text")                                                   \
    X(end, COUNT, "止", "code point offset behind raw")                                                                        \
    X(line, COUNT, "行", "1-based line in the document's text")                                                                \
    X(sentence, TEXT, "原句",                                                                                                  \
      "the sentence that holds the claim; its blanks folded, full-width letters and digits half-width")                        \
    X(rule, TEXT, "规则", "id of the rule that took it")
/* The Chinese heading of a column: metric → 指标. NULL when there is no such column. */
const char *claim_heading(const char *name);

#endif
