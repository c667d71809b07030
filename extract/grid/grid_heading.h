/* What a heading of a table says: 产量（万吨） is 产量 in 万吨; 2023年比上年增长（±%） is growth in %, of 2023, against the
 * year before. Facts: rules/tables.tsv. */
#ifndef SUANPAN_GRID_HEADING_H
#define SUANPAN_GRID_HEADING_H

#include "extract/words/period.h"
#include "extract/words/unit.h"

enum heading_class {
    HEADING_PLAIN,  /* names what is measured, or nothing is known of it */
    HEADING_STUB,   /* 指标, 项目: heads the column of names */
    HEADING_UNIT,   /* 单位: heads the column of units */
    HEADING_SKIP,   /* 序号, 备注, 电话: its figures are no claims */
    HEADING_EMPTY,  /* 绝对值, 数量: says nothing about what is measured */
    HEADING_GROWTH, /* 同比增长 */
    HEADING_CHANGE, /* 增减: growth when in %, else a change in the row's unit */
    HEADING_SHARE,  /* 占比, 比重 */
    HEADING_RANK,   /* 位次, 排名 */
};

struct heading {
    slice label; /* what is left: the name */
    slice unit;  /* as written in brackets: 万吨, %; empty when there is none */
    enum heading_class class;
    slice         basis; /* yoy, mom, 2022; empty */
    bool          target;
    bool          ratios; /* of a caption: it names a unit and % */
    bool          has_period;
    struct period period;
};

struct grid_words; /* run lifetime */
/* Words of the cells themselves. */
enum grid_list {
    GRID_NONE, /* all of a cell that tells no value: —, … */
    GRID_PART, /* before a row that is a part of the one above: 其中, # */
    GRID_LEAD, /* before a row's name, and none of it: ★ */
    GRID_THAN, /* before a period that is compared with: 比上年 */
    GRID_RATE, /* ends the name of a ratio: 失业率 */
    GRID_LISTS
};
/* Bytes of the longest word of the list that `s` starts with; 0: none. */
size_t grid_starts(const struct grid_words *words, enum grid_list list, slice s);
/* Does `s` end with one? */
bool grid_ends(const struct grid_words *words, enum grid_list list, slice s);
/* The first word for units (单位) in `s`; its end when there is none. */
span grid_unit_word(const struct grid_words *words, slice s);
bool grid_words_load(struct grid_words **out, const char *path, struct arena *run, struct err *err);

struct grid_rules {
    const struct grid_words   *words;
    const struct vocabulary   *vocabulary;
    const struct period_table *periods;
};

/* Cell text as tables are read: full-width ASCII made half-width, blanks out unless between two letters of an alphabet,
 * superscripts out (they point to notes); 長 made 长 when `plain`, the alphabet that tells which, is not NULL. In `arena`. */
slice cell_fold(slice text, const struct alphabet *plain, struct arena *arena);
/* Reads a folded heading of a column or a row. */
void heading_read(struct heading *out, slice text, const struct grid_rules *rules, struct arena *arena);
/* True when `text` is a unit, with or without a scale word: 元, 万吨, 亿元, %. */
bool is_unit(slice text, const struct grid_rules *rules, struct arena *arena);

#endif
