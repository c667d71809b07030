/* Units and measure words are rows of rules/units.tsv and rules/measures.tsv: 千瓦时 is energy, 家 counts, 元/吨 is
 * composed. quantity_scan joins numeral, qualifiers glued to it and unit: 近 700 余平米 → over 700 平方米. */
#ifndef SUANPAN_UNIT_H
#define SUANPAN_UNIT_H

#include "extract/words/mark.h"
#include "extract/words/numeral.h"

/* Column 类. */
#define UNIT_CLASS_WORDS(X)                                                                                                    \
    X(MEASURE_WORD, "量词", "家 项 件 场次: counts; no conversion")                                                            \
    X(PERSON, "人", "人 名 位 人次")                                                                                           \
    X(PHYSICAL, "计量", "公里 亩 吨 千瓦时")                                                                                   \
    X(MONEY, "货币", "元 美元")                                                                                                \
    X(TIME, "时间", "年 个月 天 小时")                                                                                         \
    X(AGE, "年龄", "岁")                                                                                                       \
    X(PERCENT, "百分", "% ‰ 成 折 ratio")                                                                                      \
    X(POINT, "百分点", "百分点")                                                                                               \
    X(MULTIPLE, "倍数", "倍 番")                                                                                               \
    X(RANK, "位次", "位, 名 behind 第N")                                                                                       \
    X(ORDINAL, "序数", "届 号 期 版 级 …: behind a numeral they usually name, not count; rules decide")
#define UNIT(name, ...) UNIT_##name,
enum unit_class { UNIT_CLASS_WORDS(UNIT) UNIT_CLASSES };
#undef UNIT
/* Words of the column that are no class: the row is no unit of its own. */
#define UNIT_PART_WORDS(X)                                                                                                     \
    X(JOIN, "连接", "每 and /, between two units")                                                                             \
    X(SCALE, "数量级", "万, which belongs to the numeral")
#define PART(name, ...) PART_##name,
enum unit_part { UNIT_PART_WORDS(PART) PART_UNIT, PART_PREFIX };
#undef PART
/* The part that a cell of the column tells; PART_UNIT for a class. */
enum unit_part unit_part_of(slice cell);

/* Column 附: what a row tells beside its class. */
#define UNIT_NOTES(X)                                                                                                          \
    X(event, "counts doings (次 场): the verb behind it names them: 2次召开会议")                                              \
    X(names, "what bears the number: 第三大港口 and 两大主题 as 三大主题, where 两届 counts")                                  \
    X(model, "tells models apart: 500千伏变电站, 12英寸晶圆")                                                                  \
    X(year, "spans told in it frame: 五年来")                                                                                  \
    X(homes, "counts homes, named by those who live there: 300户村民")                                                         \
    X(plain, "counts what stands behind it and sizes no class of it: 5个以上设区市")                                           \
    X(item, "counts vehicles, machines or buildings, whose nouns end as such do: 20台联合收割机")                              \
    X(affair, "counts what is done or told, never who: 27项部门实施的审批事项")                                                \
    X(packs, "holds an amount told behind it, which sizes no class: 8车|36吨蔬菜")                                             \
    X(lasts, "a length of time said as one: 用三年时间建成")                                                                   \
    X(with, "known by the noun behind it, which is no part of the figure: 200亩|地")                                           \
    X(brief, "less than a day: it frames nothing and names no plan: 两个小时的扑救")                                           \
    X(limit, "a day: what is done within so many of them is told: 3天内办结")                                                  \
    X(small, "a claim is told in the base unit: 7毛 is 0.7元")                                                                 \
    X(any, "money that what stands before the numeral says more of: 港币10元")

struct unit {
    enum unit_class class;
    bool several; /* has several rows, and so readings: 分 is time and a score */
#define NOTE(name, ...) bool name;
    UNIT_NOTES(NOTE)
#undef NOTE
    bool         tail;            /* bare digits behind it are its decimals: 1米75, 五块八 */
    bool         folds;           /* `fold` is not 1, or it doubles */
    bool         doubles;         /* 翻两番 is four times, in the canonical unit */
    slice        canonical;       /* 平方米 */
    slice        surface;         /* as written: 平米 */
    slice        dimension, base; /* "area", "平方米"; empty when it counts only */
    struct ratio factor;          /* one of it in the base unit; 0/0 when there is none */
    bool         tens;            /* that is 10^power, as of most */
    int16_t      power;
    decimal      fold; /* what one of it is in its canonical unit: 打 is 12个; absent when it is itself */
    const char  *path; /* its table and the line there, for explain; NULL and 0 when composed */
    int          line;
};

/* Of a mass, a length, an area: unit_measures(c->quantity.unit, "mass"). NULL measures nothing. */
static inline bool unit_measures(const struct unit *unit, const char *dimension) {
    return unit && slice_is(unit->dimension, dimension);
}

struct unit_table; /* run lifetime */

/* The unit of every place in an order, with it or without: 第3位, 第三, 全国50强. */
const struct unit *units_rank(const struct unit_table *table);

/* Reads units.tsv and measures.tsv into `run`, their characters into `alphabet`. False with `err` set when one is missing or
 * broken. */
bool units_load(struct unit_table **out, struct alphabet *alphabet, const char *units_path, const char *measures_path,
                struct arena *run, struct err *err);
/* A letter with MARK_BLANK is one. */
bool letter_blank(const struct alphabet *alphabet, uint16_t letter);
/* Reads the unit at character `at` of a spelt text, whose numeral starts at character `numeral`: 元/吨的价格 → 元/吨; 万千瓦时
 * is not its business (scale words belong to the numeral) but 兆瓦 is. The longest name wins; composed units by / and 每 are
 * built in `arena`. Brackets in a unit are consumed but left out of the canonical name only when they stand inside
 * (辆（艘、架、列）次 → 辆次). What stands before the numeral decides ambiguous words too (用电300度 against 气温30度). Returns
 * characters consumed, as all that follow do, 0 if none. `*out` points into the unit table or `arena`. */
size_t unit_scan_at(const struct unit_table *table, const struct spelling *s, size_t at, size_t numeral, struct arena *arena,
                    const struct unit **out);
/* Reads a unit that stands before its numeral, ending before character `end` and not starting before byte `floor`: ￥300,
 * US$5. */
size_t unit_scan_before(const struct unit_table *table, const struct spelling *s, size_t end, size_t floor,
                        const struct unit **out);
/* Walks over the letters behind a number, where `*node` is empty: false when no unit goes on with this one. `*told`: none ends
 * with it; one does that counts things in every reading; or one that may not. */
enum unit_told { UNIT_NONE, UNIT_COUNTS, UNIT_UNTOLD };
bool unit_step(const struct unit_table *table, struct trie_node *node, uint32_t letter, enum unit_told *told);
/* 第三|次: a unit of one letter is read at byte `at` behind the number at byte `numeral`, in each of its readings one that a
 * number with 第 orders and ranks nothing in. False also where more than the letter behind it, `next`, must be asked. */
bool unit_orders(const struct unit_table *table, slice text, size_t numeral, size_t at, uint32_t letter, uint32_t next);
/* Reads such a unit from its first character: ￥ at the start of ￥200. */
size_t unit_scan_prefix(const struct unit_table *table, const struct spelling *s, size_t at, const struct unit **out);
/* Reads what 每万人3.2张 is said of: 每万人, 每小时, 每 and a unit, a scale word perhaps between. */
size_t unit_scan_each(const struct unit_table *table, const struct spelling *s, size_t at, struct arena *arena,
                      const struct unit **out);
/* 张 of 万人: 张/万人, made in `arena` unless the table has it: 公里 of 小时 is 公里/小时 however it is written. */
const struct unit *unit_per(const struct unit_table *table, const struct unit *top, const struct unit *bottom,
                            struct arena *arena);
/* The unit written exactly so, NULL when there is none: units_find(table, "%"). Ambiguity is not asked about. */
const struct unit *units_find(const struct unit_table *table, slice surface);
/* The first reading of `surface` in `dimension`, NULL when it has none: 分 as time. */
const struct unit *units_reading(const struct unit_table *table, slice surface, slice dimension);
/* Rows in all; the i-th of them, in file order, for `rules list`. */
size_t             units_count(const struct unit_table *table);
const struct unit *units_at(const struct unit_table *table, size_t i);

struct quantity {
    struct numeral     numeral;   /* its value, bounds and qualifier are joined with the glued words */
    const struct unit *unit;      /* NULL: none stands there */
    slice              unit_name; /* canonical, "" when none: "%" for 百分之五 */
    span               raw; /* bytes of the text given: from the glued qualifier (近 约 超过 不到 第) to the unit or
                               the qualifier behind it (以上 左右 以内) */
    span digits;            /* the numeral alone */
    bool ordinal;           /* 第 stood before */
    bool said;              /* a word says that a number stands here: 三加五, 等于八 */
    bool code;              /* or that a code does: 电话12345 */
    bool article;           /* 这一行业, 另一方案 */
    bool negative;          /* 零下, 负, - */
    int  qualifier_line;    /* row of qualifiers.tsv that decided, 0 when none */
};

struct clock_table;
struct role_table;
struct page_shapes;
struct period_table;
struct vocabulary {
    struct alphabet        *alphabet; /* of all tables of a suanpan; marks: enum mark of mark.h */
    struct numeral_table   *numerals;
    struct unit_table      *units;
    struct qualifier_table *qualifiers; /* qualifiers.tsv: 写法, 位置 (前|前外|中|后|连), 限定, 邻, 例 */
    struct clock_table     *clock;
    struct role_table      *dates, *lists;
    struct page_shapes     *pages;
    const char             *numerals_path, *units_path, *measures_path, *qualifiers_path, *clock_path, *dates_path, *lists_path;
};
/* Loads numerals.tsv, units.tsv, measures.tsv, qualifiers.tsv, clock.tsv, dates.tsv, lists.tsv, pages.tsv from the last of
 * `dirs` that holds each. */
bool vocabulary_load(struct vocabulary *out, const char *const *dirs, size_t n, struct arena *run, struct err *err);
/* Runs the 例 of every row of these tables; `periods` reads those of dates. Each fault goes to `sink`, with path, line and
 * column; true when there is none. Uses `run` for scratch. */
typedef void (*fault_sink)(void *context, const struct err *fault);
bool vocabulary_check(const struct vocabulary *v, const struct period_table *periods, struct arena *run, fault_sink sink,
                      void *context);

/* Where quantities are read: in a spelt text, by these tables. */
struct quantity_text {
    const struct vocabulary *v;
    const struct spelling   *text;
    size_t                   floor; /* no qualifier is looked for before this byte, the end of the quantity before */
    struct arena            *arena; /* takes composed units */
};
/* Reads the quantity whose numeral starts at character `at`, with the qualifiers glued to it. One quantity can hold a whole
 * range with both units: 3个到5个, 5%—8%, 不少于3人, 123元1角1分, 1米75, 两年零三个月, 三斤半, 一个半月, 2×35万千瓦. Returns
 * the byte after its raw span, 0 when no numeral starts at `at`, and also when it ends before byte `beyond`: a word or a date
 * that reaches there has it. */
size_t quantity_scan(const struct quantity_text *s, size_t at, size_t beyond, struct quantity *out);
/* Where the numeral and unit of a quantity end, without a qualifier behind them. */
static inline size_t quantity_core_end(const struct quantity *q) { return q->unit ? q->raw.end : q->digits.end; }
/* The same of a quantity that all of `text` says: 12.5亿元 in a cell. False when it is more or less than one. */
bool quantity_whole(const struct vocabulary *v, slice text, struct arena *arena, struct quantity *out);
/* Gives `q` the scale word that `model`, behind it in a list, was written with: 120 of 120、90亿元 → 12000000000. Both of
 * `text`, in plain digits; false, and nothing changed, when they are not. */
bool quantity_scale(struct quantity *q, const struct quantity *model, slice text);
/* value in the base unit of its dimension, rounded once when the factor is no finite decimal; absent when it has none. */
decimal quantity_base(const struct quantity *q);

#endif
