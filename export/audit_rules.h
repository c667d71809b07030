/* The words of rules/audit.tsv, by what they say of a figure. */
#ifndef SUANPAN_AUDIT_RULES_H
#define SUANPAN_AUDIT_RULES_H

#include "extract/base/arena.h"
#include "extract/base/err.h"

enum audit_word {
    SAYS_PART,    /* 其中 */
    SAYS_REAL,    /* 地区生产总值: its growth is at constant prices */
    SAYS_PRICES,  /* 实际增长, 按可比价格计算 */
    SAYS_SCOPE,   /* 可比口径, 调整后 */
    SAYS_AVERAGE, /* 年均 */
    SAYS_FIRST,   /* 首次突破 */
    SAYS_HIGHEST, /* 历史新高 */
    SAYS_LOWEST,  /* 历史新低 */
    SAYS_EACH,    /* 每千人 */
    SAYS_WHOLE,   /* 进出口, which is 进口+出口 */
    AUDIT_WORDS
};
struct audit_row {
    slice text, parts; /* parts: of a SAYS_WHOLE row, 进口+出口 */
};
struct audit_rules {
    struct audit_row *rows[AUDIT_WORDS];
    size_t            count[AUDIT_WORDS], capacity[AUDIT_WORDS];
};

bool audit_rules_load(struct audit_rules **out, const char *path, struct arena *run, struct err *err);
/* True when `text` holds a word of that kind. */
bool audit_says(const struct audit_rules *rules, enum audit_word word, slice text);

#endif
