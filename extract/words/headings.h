/* The headings of the tables in rules/, which are Chinese there, by what code calls them: one place, so that a heading can be
 * renamed. What each column holds stands at the head of its table. The words that may stand in a column are listed beside the
 * enumeration that they become, LISTED for a message. */
#ifndef SUANPAN_HEADINGS_H
#define SUANPAN_HEADINGS_H

/* For a list X(NAME, "词", …): its words in a row, each with a blank before it. */
#define LISTED(name, word, ...) " " word

/* Of most tables. */
#define COLUMN_TEXT "写法"
#define COLUMN_CLASS "类"
#define COLUMN_VALUE "值"
#define COLUMN_EXAMPLE "例"
#define COLUMN_NEAR "邻"
#define COLUMN_OFFSET "年差"
#define COLUMN_STANDS_FOR "归为"
#define COLUMN_NOTE "附"

/* classes.tsv */
#define COLUMN_LETTER "字母"
#define COLUMN_MARKS "标点"
/* scripts.tsv */
#define COLUMN_SAME "同"
/* clock.tsv */
#define COLUMN_MIDNIGHT "零点"
/* units.tsv, measures.tsv */
#define COLUMN_CANONICAL "规范"
#define COLUMN_DIMENSION "量纲"
#define COLUMN_BASE "基准单位"
#define COLUMN_FACTOR "倍数"
#define COLUMN_FOLD "折算"
#define COLUMN_TAIL "尾数"
/* qualifiers.tsv */
#define COLUMN_PLACE "位置"
#define COLUMN_EFFECT "限定"
/* periods.tsv */
#define COLUMN_PART "部分"
#define COLUMN_FIRST_YEAR "起年"
#define COLUMN_LAST_YEAR "止年"
/* sections.tsv, pages.tsv */
#define COLUMN_WHERE "处"
#define COLUMN_STATUS "性质"
/* pages.tsv, under COLUMN_WHERE */
#define WITHIN_LINE "行内"
/* bodies.tsv */
#define COLUMN_DOCUMENT_KIND "种类"
/* places.tsv */
#define COLUMN_LEVEL "级"
#define COLUMN_OFFICES "机关"
/* metrics.tsv, and figures.tsv of plots */
#define COLUMN_END "位"
#define COLUMN_KINDS "用于"
/* columns.tsv */
#define COLUMN_COLUMN "列"
#define COLUMN_HEADING "表头"
#define COLUMN_ABOUT "说明"
#define COLUMN_UNIT "单位"
/* codes.tsv */
#define COLUMN_CODE "码"
/* messages.tsv, codes.tsv */
#define COLUMN_ENGLISH "英文"
#define COLUMN_CHINESE "中文"
/* words.tsv of plots */
#define COLUMN_WORD "词"
/* figures.tsv of plots */
#define COLUMN_POINTS "分"
/* themes.tsv of plots */
#define COLUMN_SETTING "项目"

/* Of the files that a person fills in: --review and --aliases. The others of their columns are a claim's. */
#define COLUMN_KEEP "保留"
#define COLUMN_ALIAS "别名"
#define COLUMN_JOIN "合并"
#define ANSWERS_YES "yes", "y", "Yes", "YES", "1", "true", "TRUE", "是"
#define ANSWERS_NO "no", "n", "No", "NO", "0", "false", "FALSE", "否"

#endif
