/* The rows of rules/metrics.tsv, looked up by their words. What a key is made of them: series/key.c. */
#ifndef SUANPAN_METRIC_RULES_H
#define SUANPAN_METRIC_RULES_H

#include "export/series/series.h"
#include "extract/base/sieve.h"
#include "extract/base/tsv.h"
#include "extract/words/scripts.h"

/* Column 类; the head of the table says what each means. */
#define METRIC_CLASSES(X)                                                                                                      \
    X(SAME, "同")                                                                                                              \
    X(NEAR, "近")                                                                                                              \
    X(DROP, "略")                                                                                                              \
    X(WORD, "辨")                                                                                                              \
    X(BROAD, "泛")                                                                                                             \
    X(CONTEXT, "境")                                                                                                           \
    X(GROWTH, "增")                                                                                                            \
    X(BODY, "主")                                                                                                              \
    X(COUNTER, "量")                                                                                                           \
    X(REACH, "到")                                                                                                             \
    X(SPAN, "跨")                                                                                                              \
    X(PLACE_NAME, "称")                                                                                                        \
    X(WHOLE, "全")                                                                                                             \
    X(PART, "分")                                                                                                              \
    X(TOTAL, "总")                                                                                                             \
    X(FLOW, "流")                                                                                                              \
    X(ZONE, "区")                                                                                                              \
    X(ACT, "承")                                                                                                               \
    X(AVERAGE, "均")                                                                                                           \
    X(POINTS, "点")                                                                                                            \
    X(TIMES, "次")                                                                                                             \
    X(YEAR, "年")                                                                                                              \
    X(DEED, "动")                                                                                                              \
    X(LIGHT, "轻")                                                                                                             \
    X(JOINER, "连")                                                                                                            \
    X(THING, "物")                                                                                                             \
    X(STOCK, "有")                                                                                                             \
    X(YEAR_END, "底")                                                                                                          \
    X(SERVES, "作")                                                                                                            \
    X(OFFICE, "机")                                                                                                            \
    X(CONTRAST, "异")                                                                                                          \
    X(RESTRICT, "限")                                                                                                          \
    X(SUM, "积")                                                                                                               \
    X(SHARE_OF, "占")                                                                                                          \
    X(RENAMED, "改")                                                                                                           \
    X(EACH, "每")                                                                                                              \
    X(UNDONE, "减")                                                                                                            \
    X(PERCENT, "比")
#define CLASS(name, word) name,
enum class { METRIC_CLASSES(CLASS) CLASSES };
#undef CLASS
/* Column 位: where a word counts. */
#define METRIC_ENDS(X) X(HEAD, "头") X(TAIL, "尾")
#define END(name, word) name,
enum place { METRIC_ENDS(END) ANYWHERE };
#undef END

struct word {
    slice text, to;
    enum class class;
    enum place place;
    unsigned   kinds; /* a bit for each kind it holds for */
    int        line;
};
struct lexicon { /* the words of a class, sorted by text; one text may have several rows */
    struct word *words;
    size_t       count, capacity, longest;
    struct sieve first, last; /* characters that words begin and end with: most places hold no word */
};
struct metric_rules {
    struct lexicon  of[CLASSES];     /* 辨, 泛 and 增 stand with 略, of which they make a key; 均 with 境, 总 with 到 */
    slice           average, points; /* what the rows of 均 and of 点 stand for */
    struct alphabet scripts;
};

/* The row of a table as a word; false and `err` when it is none. */
bool word_read(struct word *out, const struct tsv *table, const struct tsv_row *row, struct err *err);
/* First row whose text is `text`, NULL when there is none. */
const struct word *word_find(const struct lexicon *lexicon, slice text);
/* The longest word at the start of `text`, a place that counts as the head or not. */
const struct word *word_at(const struct lexicon *lexicon, slice text, enum kind kind, bool head);
/* The longest word at the end of `text`. */
const struct word *word_before(const struct lexicon *lexicon, slice text, enum kind kind);
/* The next word at or behind `*at`, which is where it stands then; NULL when there is none. One that is for nothing (归为
 * 「-」) hides what it covers. */
const struct word *word_next(const struct lexicon *lexicon, slice text, size_t *at);
/* The first of them; NULL when none stands in `text`. */
static inline const struct word *word_within(const struct lexicon *lexicon, slice text) {
    return word_next(lexicon, text, &(size_t){0});
}

#endif
