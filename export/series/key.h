/* A metric's wording becomes a key: equal keys are one figure. 全年城镇新增就业人数 → 城镇·新增·就业. */
#ifndef SUANPAN_SERIES_KEY_H
#define SUANPAN_SERIES_KEY_H

#include "export/series/series.h"

struct metric_key {
    slice text;    /* the words that are left, in the order of the text: 城镇新增就业 */
    slice match;   /* equal for one figure: the words that matter, sorted, and the other characters, sorted */
    slice near;    /* as match, after the 近 rows too: 财政支出 and 一般公共预算支出 share it */
    slice words;   /* the words that matter, sorted: 城镇·就业·新增 */
    slice core;    /* the other characters, in the order of the text */
    bool  generic; /* 投资, 新建项目: says nothing without the words before it */
    bool  name;    /* has a row of its own: 新增就业, 国内生产总值 */
    bool  growth;  /* ended in 增速, 涨幅 …: a percentage of it is growth */
};

/* What was done, and to what: 农村户厕改造 and 改造农村卫生户厕 are 改 of 农村户厕; 新开工 is 开 of nothing that is told. */
struct metric_object {
    slice deeds; /* 改: what the verbs at both ends stand for, sorted; empty when there is none that tells figures apart */
    slice words; /* the 辨 words, sorted */
    slice text;  /* all that is left, in its order, less the 轻 words; empty for a metric that names nothing */
    slice core;  /* and less the 辨 and 泛 words */
    slice match; /* the characters of `text`, sorted */
};
/* Whose a figure is, of a body that speaks of others too: 全市法院's or, where it says 市中院 or 本院, its own. */
struct zone {
    slice name; /* empty: no part's */
    bool  own;  /* and it says so */
};
enum object_likeness { OBJECT_OTHER, OBJECT_WITHIN, OBJECT_SAME };

/* `stem` is the body's name without 省市县区, `context` what stands before the figure (both may be empty).
 * The key lives in `arena`, or borrows from `metric` and the rules. */
void metric_key_make(struct metric_key *out, const struct metric_rules *rules, slice metric, slice stem, enum kind kind,
                     struct arena *arena);
/* What `key` is of; both of its `text` and the tables' words are borrowed. */
void metric_object_make(struct metric_object *out, const struct metric_rules *rules, const struct metric_key *key,
                        struct arena *arena);
/* 新增停车位 and 建成停车位 are the same; 停车位 stands within 智能停车位, not in 停车位收费, which ends in another thing. The
 * verbs must agree (改造 is not 拆除, and 新建 stands within 新建改造), and so must all the 辨 words; alone these are wholes
 * and parts: 存款余额 is not within 住户存款余额. */
enum object_likeness metric_objects_alike(const struct metric_object *x, const struct metric_object *y);
/* True when it says what was done, and to nothing in particular: 开工, 新开工项目. */
bool metric_only_deed(const struct metric_object *object);
/* What a series' `figure` is made of: the body's key, the metric's, and for a 泛 metric the words before it. */
slice figure_name(const struct metric_key *key, slice wording, slice body, struct arena *arena);
/* 高新区 of 高新区完成投资, or 青禾高新区, as 青禾高新技术产业开发区 calls itself: what `text` begins with that is short for
 * `body`. Empty where it names another part, or none. */
slice metric_self(const struct metric_rules *rules, slice text, slice body);
/* What `key`, of a share, is a share for, as its `near` would be: 双师型教师 of 双师型教师占专任教师. Empty where it does not
 * say of what it is one. */
slice metric_share_near(const struct metric_rules *rules, const struct metric_key *key, struct arena *arena);
/* The words of 境 rows that stand in `before`, sorted and joined: 五年年均增长 → 年均. */
slice metric_context(const struct metric_rules *rules, slice before, enum kind kind, struct arena *arena);
/* True when `before` ends in a word of the 到 rows: 增加到. */
bool metric_reaches(const struct metric_rules *rules, slice before);
/* True when that word is of all there is: 累计达到, 总数达到. */
bool metric_totals(const struct metric_rules *rules, slice before);
/* True when `before` ends in a word between two items: 两次下调存款准备金率、. */
bool metric_goes_on(const struct metric_rules *rules, slice before);
/* True when `metric` names what comes in a stretch of time, 新增就业, 财政支出: what five years 达到 is their sum. */
bool metric_flows(const struct metric_rules *rules, slice metric);
/* True when `before` says that it is all there is by then: 全县共有家庭农场. */
bool metric_stands(const struct metric_rules *rules, slice before);
/* The word in `before` that may be of more than the year: 累计投资. Empty when there is none. */
slice metric_sum(const struct metric_rules *rules, slice before);
/* True when the sentence says that a part of its year, 12 or 11-01, stands for the end of it: 截至12月底, 11月1日零时. */
bool metric_ends_year(const struct metric_rules *rules, slice sentence, slice part);
/* What a figure is besides, as the words `behind` it and its bracket say: 作为标准 of
 * 将人均纯收入2300元（2010年不变价）作为扶贫标准, which nobody has earned. Empty where they say nothing. */
slice metric_serves(const struct metric_rules *rules, slice behind);
/* The verb that `metric` begins with, if what is counted among it is so too: 新增公路63万公里，其中高速公路3万公里. */
slice metric_act(const struct metric_rules *rules, slice metric);
/* True when such a verb stands anywhere in it, 保障性住房基本建成: what is told of was not there before. */
bool metric_makes(const struct metric_rules *rules, slice metric);
/* What is done where so many fewer are what `metric` ends in: 脱贫 of 减少贫困人口. Empty where nothing is. */
slice metric_undone(const struct metric_rules *rules, slice metric);
/* True when a nought of `metric` without a unit is 0%: 贫困发生率降为0. */
bool metric_is_percent(const struct metric_rules *rules, slice metric);
/* `before` without such words at its end: 粮食产量首次跃上 → 粮食产量首次. */
slice metric_unreached(const struct metric_rules *rules, slice before);
/* True when the sentence itself says that it speaks of several years: 五年来新建公路12万公里. */
bool metric_spans_years(const struct metric_rules *rules, slice sentence);
/* 中共甲县委员会 → 甲县委, 甲县人民政府 → 甲县. */
slice body_key(const struct metric_rules *rules, slice body, struct arena *arena);
/* What an office is called now: 甲县生态环境局 for 甲县环保局. `key`, as body_key makes it, when nothing says that it was
 * renamed. */
slice body_renamed(const struct metric_rules *rules, slice key, struct arena *arena);
/* False when 其中 stands in `before` and no 全国, 全县: the figure is of a part. */
bool metric_is_whole(const struct metric_rules *rules, slice before);
/* 青禾高新区 of 青禾高新区完成投资: the part of its body that what is `said` before a figure is of, as the last clause that
 * begins with one names it; 各级法院 of 全市法院受理案件, and none of 市中院受理案件, which reports itself. */
struct zone metric_zone(const struct metric_rules *rules, slice said);
/* 甲县 → 甲, 甲县委 → 甲: what is taken out of a metric; two characters at least remain. */
slice body_stem(const struct metric_rules *rules, slice body);
/* 年均, as a context and a span have it: 年均5y. */
slice metric_average(const struct metric_rules *rules);

#endif
