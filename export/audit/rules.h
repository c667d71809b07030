/* The words of rules/audit.tsv, by what they say of a figure. */
#ifndef SUANPAN_AUDIT_RULES_H
#define SUANPAN_AUDIT_RULES_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

/* Column 类. */
#define AUDIT_WORD_CLASSES(X)                                                                                                  \
    X(PART, "部", "其中")                                                                                                      \
    X(REAL, "实", "地区生产总值: its growth is at constant prices")                                                            \
    X(PRICES, "价", "实际增长, 按可比价格计算")                                                                                \
    X(SCOPE, "口", "可比口径, 调整后")                                                                                         \
    X(AVERAGE, "年均", "年均")                                                                                                 \
    X(FIRST, "首", "首次突破")                                                                                                 \
    X(HIGHEST, "高", "历史新高")                                                                                               \
    X(LOWEST, "低", "历史新低")                                                                                                \
    X(EACH, "每", "每千人")                                                                                                    \
    X(WHOLE, "整", "进出口, which is 进口+出口")
#define SAYS(name, ...) SAYS_##name,
enum audit_word { AUDIT_WORD_CLASSES(SAYS) AUDIT_WORDS };
#undef SAYS
struct audit_row {
    slice text, parts; /* parts: of a SAYS_WHOLE row, 进口+出口 */
};
struct audit_rules {
    struct audit_row *rows[AUDIT_WORDS];
    size_t            count[AUDIT_WORDS], capacity[AUDIT_WORDS];
};

/* Reads rules/audit.tsv at `path` into `run`. False with `err` set when it is missing or broken. */
bool audit_rules_load(struct audit_rules **out, const char *path, struct arena *run, struct err *err);
/* True when `text` holds a word of that kind. */
bool audit_says(const struct audit_rules *rules, enum audit_word word, slice text);

#endif
